"""Ends the process and starts the program anew at the door: the only real lock.

Python and Qt strings cannot be wiped; after `exec` nothing of the old process is left in memory.
The platform decides, never `hasattr(os, 'execv')`: on Windows that starts a second process and
breaks arguments with spaces, so there a new process is spawned and this one exits.
"""

from __future__ import annotations

import os
import sys
from typing import NoReturn

WINDOWS = "win32"
_FROZEN_RESET = "PYINSTALLER_RESET_ENVIRONMENT"


def command(arguments: list[str]) -> list[str]:
    """Return the command that starts this program with other arguments."""
    if getattr(sys, "frozen", False):
        return [sys.executable, *arguments]
    return [sys.executable, "-m", "app", *arguments]


def anew(arguments: list[str]) -> NoReturn:
    """Replace this process by a fresh start of the program.

    Where that fails, as when the program was removed meanwhile, the process ends all the same: a
    lock that cannot open the door again is still a lock.
    """
    environment = {**os.environ, _FROZEN_RESET: "1"}
    words = command(arguments)
    try:
        if sys.platform == WINDOWS:
            import subprocess  # noqa: PLC0415 - 18 ms at every start, for Windows alone

            subprocess.Popen(words, env=environment, close_fds=True)  # noqa: S603 - our own program
        else:
            os.execve(words[0], words, environment)  # noqa: S606 - our own program, no shell
    finally:
        os._exit(0)
