"""What Linux says of whoever sits in front of it: logind and the screen saver, over D-Bus.

D-Bus is the desktop's bus, a socket of this computer; nothing here reaches a network. What a
message carries is read only where it has the one signature that is expected: PySide ends the
program when it unpacks any other.
"""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import SLOT, QObject, Slot
from PySide6.QtDBus import QDBusConnection, QDBusMessage, QDBusPendingCallWatcher

from app.domain.lock import WhyLocked

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

LOGIND: Final = "org.freedesktop.login1"
_PATH: Final = "/org/freedesktop/login1"
_MANAGER: Final = f"{LOGIND}.Manager"
_SESSION: Final = f"{LOGIND}.Session"
_PROPERTIES: Final = "org.freedesktop.DBus.Properties"
SAVERS: Final = tuple(
    f"org.{desktop}.ScreenSaver" for desktop in ("freedesktop", "gnome", "cinnamon", "mate", "xfce")
)
_OWN_SESSION: Final = "auto"
"""Under this name logind finds the caller's session, or the one at the screen of the user."""


class LinuxSigns(QObject):
    """Listens to the system's bus and the session's; implements `SystemSigns`.

    `buses` are the addresses of the two, for a test; else those of this computer. A bus that is
    not there stays silent. `session` is the path that logind gave, empty where it knew none, None
    until it has answered.
    """

    def __init__(self, parent: QObject | None = None, buses: tuple[str, str] | None = None) -> None:
        super().__init__(parent)
        self._buses = buses
        self._told: Callable[[WhyLocked], None] | None = None
        self._system: QDBusConnection | None = None
        self._session_bus: QDBusConnection | None = None
        self._delay: object = None
        self._asked = False
        self.session: str | None = None

    def listen(self, told: Callable[[WhyLocked], None]) -> None:
        """Listen from now on; a second call changes only who is told."""
        listening, self._told = self._told is not None, told
        if listening:
            return
        self._system, self._session_bus = self._connect()
        if self._system is not None:
            self._hear_logind(self._system)
        if self._session_bus is not None:
            for saver in SAVERS:
                self._session_bus.connect(
                    "", "", saver, "ActiveChanged", "b", self, _slot("saved(bool)")
                )

    def delay_sleep(self) -> None:
        """Hold logind's delay lock; the end of this process, by `exec` too, lets go of it."""
        if self._system is None or self._asked:
            return
        self._asked = True
        words = ["sleep:shutdown", "Xinxia", "Lock the vault", "delay"]
        self._ask("Inhibit", words, "h", self._hold)

    @property
    def delayed(self) -> bool:
        """Whether logind gave the delay lock."""
        return self._delay is not None

    def let_go(self) -> None:
        """Let the computer sleep at once again."""
        self._asked, self._delay = False, None

    @Slot(bool)
    def slept(self, begins: bool) -> None:  # noqa: FBT001 - a slot of D-Bus
        """Tell that the computer is about to sleep."""
        self._tell(WhyLocked.SLEEP, begins)

    @Slot(bool)
    def ended(self, begins: bool) -> None:  # noqa: FBT001 - a slot of D-Bus
        """Tell that the computer is about to be shut down."""
        self._tell(WhyLocked.SHUTDOWN, begins)

    @Slot(bool)
    def saved(self, begins: bool) -> None:  # noqa: FBT001 - a slot of D-Bus
        """Tell that the screen saver has covered the screen."""
        self._tell(WhyLocked.SCREEN, begins)

    @Slot()
    def locked(self) -> None:
        """Tell that logind asked the session to lock."""
        self._tell(WhyLocked.SCREEN, begins=True)

    @Slot(str, "QVariantMap", "QStringList")
    def changed(self, interface: str, values: dict[str, Any], _gone: list[str]) -> None:
        """Tell that another user took the screen, or that a locker has covered it."""
        if interface != _SESSION:
            return
        self._tell(WhyLocked.SWITCH, begins=values.get("Active") is False)
        self._tell(WhyLocked.SCREEN, begins=values.get("LockedHint") is True)

    def _tell(self, why: WhyLocked, begins: bool) -> None:  # noqa: FBT001
        if begins and self._told is not None:
            self._told(why)

    def _connect(self) -> tuple[QDBusConnection | None, QDBusConnection | None]:
        """Return the two connections, each only where its bus answers."""
        kinds = QDBusConnection.BusType
        if self._buses is not None:
            system, session = self._buses
            return _there(QDBusConnection.connectToBus(system, "xinxia system")), _there(
                QDBusConnection.connectToBus(session, "xinxia session")
            )
        system_bus = _there(QDBusConnection.connectToBus(kinds.SystemBus, "xinxia system"))
        if not _has_session_bus():
            return system_bus, None
        return system_bus, _there(QDBusConnection.connectToBus(kinds.SessionBus, "xinxia session"))

    def _hear_logind(self, bus: QDBusConnection) -> None:
        """Listen to logind as a whole, then look for the session this program runs in."""
        manager = (LOGIND, _PATH, _MANAGER)
        bus.connect(*manager, "PrepareForSleep", "b", self, _slot("slept(bool)"))
        bus.connect(*manager, "PrepareForShutdown", "b", self, _slot("ended(bool)"))
        self._find_session(_sessions())

    def _find_session(self, ways: Iterator[tuple[str, list[Any]]]) -> None:
        """Try one way after another; where none leads to a session, hear every one's lock."""
        way = next(ways, None)
        if way is None:
            self._hear_session("")
            return

        def found(value: Any) -> None:  # noqa: ANN401 - what D-Bus carries
            path = "" if value is None else value.path()
            if path:
                self._hear_session(path)
            else:
                self._find_session(ways)

        self._ask(*way, "o", found)

    def _hear_session(self, path: str) -> None:
        """Listen to the session at a path. Of a session not known, only locks are heard."""
        bus, self.session = self._system, path
        if bus is None:
            return
        bus.connect(LOGIND, path, _SESSION, "Lock", self, _slot("locked()"))
        if path:
            bus.connect(
                *(LOGIND, path, _PROPERTIES, "PropertiesChanged", "sa{sv}as"),
                *(self, _slot("changed(QString,QVariantMap,QStringList)")),
            )

    def _ask(
        self, method: str, words: list[Any], signature: str, then: Callable[[Any], None]
    ) -> None:
        """Ask logind without waiting; `then` gets the one value of the answer, or None."""
        if self._system is None:
            return
        call = QDBusMessage.createMethodCall(LOGIND, _PATH, _MANAGER, method)
        call.setArguments(words)
        watcher = QDBusPendingCallWatcher(self._system.asyncCall(call), self)

        def answered() -> None:
            reply = watcher.reply()
            fits = reply.signature() == signature
            then(reply.arguments()[0] if fits else None)
            watcher.deleteLater()

        watcher.finished.connect(answered)

    def _hold(self, lock: Any) -> None:  # noqa: ANN401 - what D-Bus carries
        """Keep what logind gave: as long as it is open here, the computer does not sleep."""
        self._delay = lock


def _slot(name: str) -> bytes:
    """Return a slot as QtDBus wants it named; its annotation says bytes, its code takes text."""
    found: bytes = SLOT(name)  # type: ignore[assignment,unused-ignore]
    return found


def _there(bus: QDBusConnection) -> QDBusConnection | None:
    return bus if bus.isConnected() else None


def _has_session_bus() -> bool:
    """Return whether a session's bus is told of; asking for it where none is would start one."""
    if os.environ.get("DBUS_SESSION_BUS_ADDRESS"):
        return True
    folder = os.environ.get("XDG_RUNTIME_DIR", "")
    return bool(folder) and (Path(folder) / "bus").exists()


def _sessions() -> Iterator[tuple[str, list[Any]]]:
    """Yield the questions by which logind names the session this program runs in."""
    told = os.environ.get("XDG_SESSION_ID")
    if told:
        yield "GetSession", [told]
    yield "GetSession", [_OWN_SESSION]
