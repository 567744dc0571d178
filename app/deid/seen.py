"""Places and institutions that the tagger of names is sure enough of to be taken at its word."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.deid.candidate import either, mean, runs

if TYPE_CHECKING:
    from collections.abc import Iterator

    from app.deid.lexicon import Lexicon
    from app.deid.reading import Reading

_LEAST = 0.25
"""From here on a character belongs to a stretch."""

_NOT_FIRST = frozenset("不没别很太更最都也又")
"""No name of a place or an institution begins with one of these: 不站队."""

_SURE = 0.5
"""From here on a stretch, by its surest character, is a find."""


def seen(reading: Reading, column: int, lexicon: Lexicon) -> Iterator[tuple[int, int, float]]:
    """Yield the stretches of one kind and how sure each is; words that must stay are none."""
    said = either(reading, column)
    for start, end in runs(reading, column, _LEAST):
        surface = reading.text[start:end]
        sure = max(said[start:end])
        if surface[0] in _NOT_FIRST:
            continue
        kept = lexicon.is_kept(surface) or surface in lexicon.org_generic or end - start == 1
        if sure >= _SURE and not kept:
            yield start, end, mean(said, start, end)
