"""A program of its own that plays logind and the screen saver on a private bus.

    python -m tests.journeys.desktop_mock

It says READY, then every method that it was asked for, and RELEASED when the delay lock is let go
of. A line on standard input sends a signal: `sleep`, `wake`, `shutdown`, `lock`, `switch`, `hint`,
`saver NAME`, each as logind and the savers send them, and `odd` one of another shape.
"""

from __future__ import annotations

import os
import sys

from PySide6.QtCore import QCoreApplication, QSocketNotifier
from PySide6.QtDBus import (
    QDBusConnection,
    QDBusMessage,
    QDBusObjectPath,
    QDBusUnixFileDescriptor,
    QDBusVirtualObject,
)

LOGIND = "org.freedesktop.login1"
ROOT = "/org/freedesktop/login1"
SESSION = f"{ROOT}/session/_32"
PROPERTIES = "org.freedesktop.DBus.Properties"


def say(*words: object) -> None:
    sys.stdout.write(" ".join(str(word) for word in words) + "\n")
    sys.stdout.flush()


class Manager(QDBusVirtualObject):
    """Answers what logind is asked."""

    def introspect(self, path: str) -> str:
        return ""

    def handleMessage(self, message: QDBusMessage, bus: QDBusConnection) -> bool:
        words = message.arguments()
        say("ASKED", message.member(), *words)
        if message.member() == "Inhibit":
            return bus.send(self._lock(message))
        if message.member() == "GetSession" and words == [self.session]:
            reply = message.createReply()
            reply.setArguments([QDBusObjectPath(SESSION)])
            return bus.send(reply)
        return bus.send(message.createErrorReply(f"{LOGIND}.NoSuchSession", "no such session"))

    session = os.environ.get("MOCK_SESSION", "auto")

    def _lock(self, message: QDBusMessage) -> QDBusMessage:
        """Give one end of a pipe, as logind does, and watch the other."""
        mine, theirs = os.pipe()
        reply = message.createReply()
        reply.setArguments([QDBusUnixFileDescriptor(theirs)])
        os.close(theirs)
        watch = QSocketNotifier(mine, QSocketNotifier.Type.Read, self)
        watch.activated.connect(lambda: (watch.setEnabled(False), say("RELEASED")))
        return reply


Said = tuple[str, str, str, list[object]]


def changed(path: str, **values: object) -> Said:
    # A list of this binding is one of strings only where there is a string in it.
    return path, PROPERTIES, "PropertiesChanged", [f"{LOGIND}.Session", values, ["Other"]]


def saver(desktop: str, *, covers: bool) -> Said:
    return "/ScreenSaver", f"org.{desktop}.ScreenSaver", "ActiveChanged", [covers]


def asked_for(words: list[str]) -> QDBusMessage:
    """Return the signal that a line of input names."""
    manager, session = f"{LOGIND}.Manager", f"{LOGIND}.Session"
    desktop, other = (words[1:] or ["freedesktop"])[0], f"{ROOT}/session/_39"
    signals: dict[str, Said] = {
        "sleep": (ROOT, manager, "PrepareForSleep", [True]),
        "wake": (ROOT, manager, "PrepareForSleep", [False]),
        "shutdown": (ROOT, manager, "PrepareForShutdown", [True]),
        "lock": (SESSION, session, "Lock", []),
        "lock-other": (other, session, "Lock", []),
        "switch": changed(SESSION, Active=False),
        "switch-other": changed(other, Active=False),
        "back": changed(SESSION, Active=True, LockedHint=False),
        "hint": changed(SESSION, LockedHint=True),
        "odd": (SESSION, PROPERTIES, "PropertiesChanged", [session, [], 1]),
        "saver": saver(desktop, covers=True),
        "saver-off": saver(desktop, covers=False),
    }
    path, interface, name, values = signals[words[0]]
    message = QDBusMessage.createSignal(path, interface, name)
    message.setArguments(values)
    return message


def main() -> int:
    """Take the names, then do what the lines of input say, until there are none."""
    application = QCoreApplication(sys.argv[:1])
    bus = QDBusConnection.sessionBus()
    manager = Manager()
    every = QDBusConnection.VirtualObjectRegisterOption.SubPath
    assert bus.registerVirtualObject(ROOT, manager, every)
    assert bus.registerService(LOGIND)
    assert bus.registerService("org.freedesktop.ScreenSaver")

    def read() -> None:
        lines = os.read(sys.stdin.fileno(), 4096).decode("ascii").splitlines()
        for line in lines:
            assert bus.send(asked_for(line.split()))
        if not lines:
            application.quit()

    notifier = QSocketNotifier(sys.stdin.fileno(), QSocketNotifier.Type.Read)
    notifier.activated.connect(read)
    say("READY")
    return application.exec()


if __name__ == "__main__":
    sys.exit(main())
