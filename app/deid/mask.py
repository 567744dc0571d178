"""Words that are not names: clinical words and long common words, wherever they stand."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from app.deid.lexicon import Lexicon

_SIZES = (6, 5, 4, 3)
_COMMON = 2


def masked(text: str, lexicon: Lexicon) -> frozenset[int]:
    """Return the characters that belong to a kept word or a common word of three and more."""
    found: set[int] = set()
    for at in range(len(text) - 2):
        for size in _SIZES:
            word = text[at : at + size]
            if len(word) == size and (word in lexicon.keep or lexicon.commonness(word) >= _COMMON):
                found.update(range(at, at + size))
                break
    return frozenset(found)
