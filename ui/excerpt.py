"""The first lines of what was written, as a row of the timeline shows them."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING, Final

from app.domain.light_marks import bare

if TYPE_CHECKING:
    from collections.abc import Iterable

_ROOM: Final = 152  # in halves of a Chinese character: what two lines hold
_WORD: Final = 24


def excerpt(texts: Iterable[str]) -> str:
    """Return the first lines of what was written, on one line and not long."""
    lines = [
        bare(line).strip().removeprefix("· ")
        for text in texts
        for line in text.splitlines()
        if line.strip()
    ]
    return _beginning(" · ".join(lines[:3]))


def _beginning(said: str) -> str:
    """Return as much of a line as two lines hold; no Latin word is cut."""
    room = _ROOM
    for at, char in enumerate(said):
        room -= 2 if unicodedata.east_asian_width(char) in {"W", "F"} else 1
        if room < 0:
            kept, rest = said[:at], said[at:]
            if rest[0].isascii() and kept[-1].isascii() and " " in kept[-_WORD:]:
                kept = kept[: kept.rindex(" ")]
            return kept.rstrip(" ·") + "…"
    return said
