"""Whether what a client comes with is among what the counselor wrote she is competent in (019)."""

from __future__ import annotations

import re
import unicodedata
from typing import Final

from app.domain.blank import is_blank

_BETWEEN: Final = re.compile(r"[、，,;；。/\n]|和|与|及|\band\b")
_LEAST: Final = 2
"""So many letters make a word that is looked for inside another."""
LONGEST: Final = 20
"""Longer words tell a story and name no kind of problem; nothing is said of them."""


def outside(problem: str, competence: str) -> bool:
    """Return whether a kind of problem has nothing in common with the areas that are written.

    Where nothing is written, or the problem is told at length, nobody can say; then it is not.
    """
    if is_blank(problem) or is_blank(competence) or len(problem.strip()) > LONGEST:
        return False
    areas, named = _words(competence), _words(problem)
    return not any(_akin(one, other) for one in named for other in areas)


def _words(text: str) -> list[str]:
    """Return the words between the commas of a list, in one width and case."""
    plain = unicodedata.normalize("NFKC", text).casefold()
    return [one for word in _BETWEEN.split(plain) if (one := word.strip())]


def _akin(one: str, other: str) -> bool:
    """Return whether two words are the same, or one stands in the other."""
    short, long = sorted((one, other), key=len)
    return one == other or (len(short) >= _LEAST and short in long)
