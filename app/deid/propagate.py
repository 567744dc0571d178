"""A name found once is hidden wherever it stands again in the case."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from app.deid.candidate import mean
from app.deid.span import Kind, Layer

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from app.deid.lexicon import Lexicon
    from app.deid.reading import Reading

_KINDS = frozenset({Kind.PERSON, Kind.ORG, Kind.LOCATION})
_SHORTEST = 2
_MAYBE = 0.02
_LONG = 3
Find = tuple[int, int, int, Kind, Layer, float]
"""Page, start, end in normalised text, kind, layer, confidence."""


def propagate(
    found: Iterable[Find], readings: Sequence[Reading], lexicon: Lexicon
) -> Iterator[Find]:
    """Yield the other places of each found surface; ordinary words only where they look like it."""
    known = _known(found, readings, lexicon)
    if not known:
        return
    pattern = re.compile("|".join(map(re.escape, sorted(known, key=lambda s: (-len(s), s)))))
    for page, reading in enumerate(readings):
        for match in pattern.finditer(reading.text):
            kind, confidence = known[match[0]]
            if _fits(reading, match, lexicon):
                yield page, match.start(), match.end(), kind, Layer.PROPAGATED, confidence * 0.9


def _known(
    found: Iterable[Find], readings: Sequence[Reading], lexicon: Lexicon
) -> dict[str, tuple[Kind, float]]:
    """Return each surface found, as what it was found most surely."""
    known: dict[str, tuple[Kind, float]] = {}
    for page, start, end, kind, _, confidence in found:
        if kind in _KINDS:
            for surface in _surfaces(readings[page].text[start:end], kind, lexicon):
                if confidence > known.get(surface, (kind, 0.0))[1]:
                    known[surface] = (kind, confidence)
    return known


def _surfaces(surface: str, kind: Kind, lexicon: Lexicon) -> Iterator[str]:
    """Yield the surface and, of a full Chinese name, the given name alone."""
    if len(surface) < _SHORTEST or lexicon.is_kept(surface):
        return
    yield surface
    if kind is not Kind.PERSON or not lexicon.is_name_shaped(surface):
        return
    given = surface[len(lexicon.surname_of(surface)) :]
    # A title after a surname looks like a given name: 王老师 must not make every 老师 a name.
    if len(given) >= _SHORTEST and not lexicon.is_kept(given) and given not in lexicon.titles:
        yield given


def _fits(reading: Reading, match: re.Match[str], lexicon: Lexicon) -> bool:
    start, end = match.span()
    if match[0].isascii():
        around = match.string[max(0, start - 1) : start] + match.string[end : end + 1]
        return not (around.isascii() and around.isalnum())
    if lexicon.commonness(match[0]) or len(match[0]) < _LONG:
        aligned = start in reading.starts and end in reading.ends
        likely = mean(reading.person, start, end) >= _MAYBE
        return likely or (aligned and not lexicon.commonness(match[0]))
    return True
