"""A desktop for the account: a screen nobody sees, a window manager, a session bus."""

from __future__ import annotations

import os
import shutil
import struct
import subprocess
from typing import TYPE_CHECKING, Final

from PIL import Image

from tests.journeys.processes import until

if TYPE_CHECKING:
    from pathlib import Path

    from tests.built.account import Account

_SIZE: Final = "1280x800x24"
_HEADER: Final = struct.Struct(">25I")


class Screen:
    """Xvfb with openbox and dbus-daemon; `environment` is what programs on it are told."""

    def __init__(self, account: Account, base: Path) -> None:
        """Start everything; raise AssertionError where a part of it does not come up."""
        self._account = account
        self._picture = base / "picture"
        self._picture.mkdir(mode=0o700)
        os.chown(self._picture, account.uid, -1)
        display = self._start_screen()
        self.session = f"unix:path={account.run_folder / 'bus'}"
        self.environment = {
            "DISPLAY": display,
            "DBUS_SESSION_BUS_ADDRESS": self.session,
            "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1",
        }
        self._start("dbus-daemon", "--session", f"--address={self.session}", "--nofork")
        until((account.run_folder / "bus").exists)
        self._start("openbox")
        # A window that came before the manager would never be given the keyboard.
        until(self._is_managed)

    def save(self, path: Path) -> None:
        """Write what is on the screen as a PNG."""
        raw = (self._picture / "Xvfb_screen0").read_bytes()
        fields = _HEADER.unpack_from(raw)
        start, wide, high, line, colours = (fields[at] for at in (0, 4, 5, 12, 19))
        pixels = raw[start + colours * 12 :]
        Image.frombuffer("RGB", (wide, high), pixels, "raw", "BGRX", line, 1).save(path)

    def _start_screen(self) -> str:
        """Start Xvfb on a number that is free; return the name of the display."""
        told, tells = os.pipe()
        words = [_found("Xvfb"), "-displayfd", str(tells), "-screen", "0", _SIZE, "-ac"]
        words += ["-nolisten", "tcp", "-fbdir", str(self._picture)]
        self._account.start(words, pass_fds=[tells], stderr=subprocess.DEVNULL)
        os.close(tells)
        with os.fdopen(told) as pipe:
            return f":{pipe.readline().strip()}"

    def _is_managed(self) -> bool:
        """Tell whether a window manager answers: without one xdotool has no desktop to name."""
        asked = subprocess.run(
            [_found("xdotool"), "get_desktop"],
            env={**os.environ, **self.environment},
            capture_output=True,
            check=False,
        )
        return asked.returncode == 0

    def _start(self, name: str, *words: str) -> None:
        environment = {**self.environment, "PATH": "/usr/bin:/bin"}
        self._account.start(
            [_found(name), *words],
            environment=environment,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )


def _found(name: str) -> str:
    """Return where a program lies."""
    path = shutil.which(name)
    assert path, f"{name} is not installed"
    return path
