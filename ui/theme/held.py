"""Holds `None`, `True` and `False` fast: on Python before 3.12 PySide6 6.12 gives them away.

PySide6 6.12.0 is built as if Python's constants could not die (true from Python 3.12 on), so every
Qt call that returns nothing, or yes, or no, takes one reference from them; after some ten thousand
calls the program aborts with "none_dealloc". We put more references there than a session can take.
"""

from __future__ import annotations

import sys
from typing import Final

_MANY: Final = 1 << (sys.maxsize.bit_length() - 3)
_CONSTANTS: Final = (None, True, False, NotImplemented, Ellipsis)
_held: list[bool] = []


def hold_constants() -> None:
    """Let the constants outlive the program; a second call changes nothing."""
    if sys.version_info >= (3, 12) or _held:
        return
    import ctypes  # noqa: PLC0415 - only where it is needed

    for constant in _CONSTANTS:
        ctypes.c_ssize_t.from_address(id(constant)).value += _MANY
    _held.append(True)
