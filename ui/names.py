"""Shows names and codes as they are written, whatever signs of direction they hold.

A sign such as U+202E, copied along from somewhere, turns the letters behind it around: a name then
reads as another, and so does what is drawn beside it. What is stored keeps every sign.
"""

from __future__ import annotations

import unicodedata
from typing import Final

_FIRST_STRONG, _END = "\u2068", "\u2069"
_SIGNS: Final = dict.fromkeys((*range(0x202A, 0x202F), *range(0x2066, 0x206A)))
_RIGHT_TO_LEFT: Final = frozenset({"R", "AL", "AN"})


def as_written(name: str) -> str:
    """Return `name` for the screen: without signs that turn letters, isolated where it needs it.

    A name that is written from right to left stays so, and turns nothing beside it (UAX 9, FSI and
    PDI). A name of such signs alone is none.
    """
    plain = name.translate(_SIGNS)
    if not plain or (plain == name and not _turns(plain)):
        return plain
    return f"{_FIRST_STRONG}{plain}{_END}"


def _turns(name: str) -> bool:
    """Return whether a letter of the name is written from right to left."""
    return any(unicodedata.bidirectional(letter) in _RIGHT_TO_LEFT for letter in name)
