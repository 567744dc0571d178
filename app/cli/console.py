"""Whether somebody sits at a console that a password can be typed at."""

from __future__ import annotations

import ctypes
import sys
from typing import Final

_STANDARD_INPUT: Final = -10


def can_ask() -> bool:
    """Return whether a password can be asked for without showing it.

    Where the system has terminals `getpass` finds that out itself. On Windows it would wait for a
    key of a console that is not there, for good.
    """
    return sys.platform != "win32" or _has_console()


def _has_console() -> bool:
    """Return whether the standard input is a console of Windows; NUL and a pipe are none."""
    kernel = ctypes.CDLL("kernel32")
    kernel.GetStdHandle.restype = ctypes.c_void_p
    kernel.GetConsoleMode.argtypes = (ctypes.c_void_p, ctypes.c_void_p)
    mode = ctypes.c_uint32()
    return bool(kernel.GetConsoleMode(kernel.GetStdHandle(_STANDARD_INPUT), ctypes.byref(mode)))
