"""Whether anything of a text can be seen."""

from __future__ import annotations

import unicodedata
from typing import Final

_UNSEEN: Final = frozenset({"Cc", "Cf", "Zs", "Zl", "Zp"})  # controls, formats, spaces, ends
# Letters and marks by their kind, and yet drawn as nothing (Default_Ignorable, and Braille's).
_FILLERS: Final = frozenset("\u034f\u115f\u1160\u17b4\u17b5\u2800\u3164\uffa0")


def is_blank(text: str) -> bool:
    """Return whether nothing of a text would be seen on paper.

    A place that holds only spaces, zero-width signs, marks of direction or fillers is as empty to
    who reads the form as one that holds nothing (clauses 010, 043).
    """
    return all(map(_unseen, text))


def _unseen(one: str) -> bool:
    """Return whether a character leaves no ink: a variation selector needs one that does."""
    selector = "\ufe00" <= one <= "\ufe0f" or "\U000e0100" <= one <= "\U000e01ef"
    return selector or one in _FILLERS or unicodedata.category(one) in _UNSEEN
