"""A hand on the keyboard: parts are found by what a screen reader says, keys come from X."""

from __future__ import annotations

import os
import shutil
import subprocess
from typing import TYPE_CHECKING

from tests.built.reader import Part, Reader
from tests.journeys.processes import until

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from tests.built.account import Account
    from tests.built.screen import Screen

_SLOWLY = "25"  # milliseconds between two keys, as a quick typist


class Hand:
    """Works at the program in front of it; the mouse is never touched."""

    def __init__(self, account: Account, screen: Screen) -> None:
        """Sit down at a screen."""
        self._environment = {**os.environ, **screen.environment}
        self._xdotool = shutil.which("xdotool")
        assert self._xdotool, "xdotool is not installed"
        with account.self():
            self.reader = Reader(screen.session)

    def find(self, name: str, *roles: str) -> Part:
        """Return the part of this name, once it shows."""
        return self._until(name, roles, lambda _part: True)

    def go_to(self, name: str, *roles: str) -> Part:
        """Put the keyboard into the part of this name.

        A page may be built anew meanwhile: the part is looked for again until it has the keyboard.
        """
        return self._until(
            name, roles, lambda part: self.reader.focused(part) or self.reader.focus(part)
        )

    def press(self, name: str, key: str = "space") -> None:
        """Press the button of this name by a key."""
        self.go_to(name, "push button", "radio button", "button")
        self.key(key)

    def key(self, *names: str) -> None:
        """Press keys, as xdotool names them."""
        self._do("key", *names)

    def write(self, name: str, words: str) -> None:
        """Write into the field of this name."""
        self.go_to(name, "text", "password text", "entry")
        self.type(words)

    def type(self, words: str) -> None:
        """Type where the keyboard is."""
        self._do("type", "--delay", _SLOWLY, "--", words)

    def _until(self, name: str, roles: Sequence[str], content: Callable[[Part], object]) -> Part:
        """Return the last part of this name and one of these roles, once it is as wanted."""
        found: list[Part] = []

        def look() -> bool:
            parts = self.reader.parts()
            found[:] = [
                one for one in parts if one.name == name and (not roles or one.role in roles)
            ]
            return bool(found and content(found[-1]))

        try:
            until(look)
        except AssertionError as error:
            parts = self.reader.parts()
            shown = sorted({f"{one.role} {one.name}" for one in parts if one.name})
            held = [f"{one.role} {one.name}" for one in parts if self.reader.focused(one)]
            words = f"{name!r} is not to be had among {shown}; the keyboard is in {held}"
            raise AssertionError(words) from error
        return found[-1]

    def _do(self, *words: str) -> None:
        subprocess.run([str(self._xdotool), *words], env=self._environment, check=True)
