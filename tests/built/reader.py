"""Reads a window as a screen reader does: over AT-SPI, from another process, by name and role."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING, Any, NamedTuple

from jeepney import DBusAddress, Properties, new_method_call
from jeepney.io.blocking import open_dbus_connection
from jeepney.wrappers import DBusErrorResponse, unwrap_msg

if TYPE_CHECKING:
    from collections.abc import Iterator

_ROOT = "/org/a11y/atspi/accessible/root"
_SPOKEN = "org.a11y.atspi.Accessible"
_FOCUSED, _SHOWING = 12, 25
_PATIENCE = 5.0


class Part(NamedTuple):
    """A part of the window: whose it is, where it is, what it says of itself."""

    bus: str
    path: str
    role: str
    name: str

    def address(self, interface: str = _SPOKEN) -> DBusAddress:
        """Return where one asks this part."""
        return DBusAddress(self.path, self.bus, interface)


_DESKTOP = Part("org.a11y.atspi.Registry", _ROOT, "", "")


class Reader:
    """Listens to the program on the accessibility bus of a session."""

    def __init__(self, session: str) -> None:
        """Connect by way of the session bus at the address `session`."""
        with open_dbus_connection(session) as bus:
            launcher = DBusAddress("/org/a11y/bus", "org.a11y.Bus", "org.a11y.Bus")
            reply = bus.send_and_get_reply(
                new_method_call(launcher, "GetAddress"), timeout=_PATIENCE
            )
        self._bus = open_dbus_connection(unwrap_msg(reply)[0])
        self._children(_DESKTOP)  # wakes who keeps the list of programs, before one starts

    def close(self) -> None:
        """Leave the bus."""
        self._bus.close()

    def parts(self) -> list[Part]:
        """Return every part that shows, in the order in which it is read."""
        try:
            return [part for app in self._children(_DESKTOP) for part in self._below(app)]
        except (DBusErrorResponse, TimeoutError):
            return []  # the window was being rebuilt, or the program is being started anew

    def said(self, part: Part) -> str:
        """Return the longer description of a part; one that has gone has none."""
        with suppress(DBusErrorResponse, TimeoutError):
            return str(self._ask(Properties(part.address()).get("Description"))[1])
        return ""

    def text(self, part: Part) -> str:
        """Return what is written in a part; nothing is in one that has gone."""
        address = part.address("org.a11y.atspi.Text")
        with suppress(DBusErrorResponse, TimeoutError):
            return str(self._ask(new_method_call(address, "GetText", "ii", (0, -1))))
        return ""

    def focus(self, part: Part) -> bool:
        """Ask for the keyboard to go into a part; return False, since it is there only later."""
        address = part.address("org.a11y.atspi.Component")
        with suppress(DBusErrorResponse, TimeoutError):
            self._ask(new_method_call(address, "GrabFocus"))
        return False

    def focused(self, part: Part) -> bool:
        """Say whether the keyboard is in a part; it is not in one that has gone."""
        with suppress(DBusErrorResponse, TimeoutError):
            return self._has(part, _FOCUSED)
        return False

    def _below(self, part: Part) -> Iterator[Part]:
        yield part
        for child in self._children(part):
            yield from self._below(child)

    def _children(self, part: Part) -> list[Part]:
        found = self._ask(new_method_call(part.address(), "GetChildren"))
        parts = [self._part(bus, path) for bus, path in found]
        return [one for one in parts if one.role == "application" or self._has(one, _SHOWING)]

    def _part(self, bus: str, path: str) -> Part:
        blank = Part(bus, path, "", "")
        role = self._ask(new_method_call(blank.address(), "GetRoleName"))
        name = self._ask(Properties(blank.address()).get("Name"))[1]
        return Part(bus, path, str(role), str(name))

    def _has(self, part: Part, state: int) -> bool:
        low, high = self._ask(new_method_call(part.address(), "GetState"))
        return bool((low | high << 32) >> state & 1)

    def _ask(self, message: Any) -> Any:
        return unwrap_msg(self._bus.send_and_get_reply(message, timeout=_PATIENCE))[0]
