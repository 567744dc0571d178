"""A text as the rules see it: normalised, cut into sentences, tagged by the model."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from app.deid.normalise import Normalised, normalise
from app.deid.tagging import Token

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from app.deid.tagging import Tagged, Tagger

_LONGEST = 160
NAME_CLASSES = 7
"""Outside; then begin and inside of a person, a place, an institution."""
_SENTENCE = re.compile(r"[^。！？!?；;\n]+[。！？!?；;]*|[。！？!?；;]+")
_CLAUSE = re.compile(r"[^，,、 ]+[，,、 ]*|[，,、 ]+")


@dataclass(frozen=True)
class Reading:
    """One text: its tokens and, per normalised character, the model's probabilities."""

    source: Normalised = field(repr=False)
    tokens: tuple[Token, ...] = field(repr=False)
    person: Sequence[float] = field(repr=False)
    place: Sequence[float] = field(repr=False)
    organisation: Sequence[float] = field(repr=False)
    names: tuple[list[float], ...] = field(repr=False)
    starts: frozenset[int] = field(repr=False)
    ends: frozenset[int] = field(repr=False)

    @property
    def text(self) -> str:
        """Return the normalised text."""
        return self.source.text


def sentences(text: str) -> Iterator[tuple[int, str]]:
    """Yield where each sentence begins, and the sentence; none is longer than the model likes."""
    for match in _SENTENCE.finditer(text):
        if len(match[0]) <= _LONGEST:
            yield match.start(), match[0]
        else:
            yield from _pieces(match.start(), match[0])


def _pieces(at: int, sentence: str) -> Iterator[tuple[int, str]]:
    """Cut a long sentence at its commas, or by force where it has none."""
    held, begin = "", at
    for clause in _CLAUSE.findall(sentence):
        if held and len(held) + len(clause) > _LONGEST:
            yield begin, held
            begin, held = begin + len(held), ""
        held += clause
        while len(held) > _LONGEST:
            yield begin, held[:_LONGEST]
            begin, held = begin + _LONGEST, held[_LONGEST:]
    if held:
        yield begin, held


def read(texts: Sequence[str], tagger: Tagger) -> list[Reading]:
    """Normalise and tag `texts`, all sentences in one call so that equal lengths share a batch."""
    sources = [normalise(text) for text in texts]
    places = [list(sentences(source.text)) for source in sources]
    tagged = iter(tagger.tag([sentence for found in places for _, sentence in found]))
    return [
        _joined(source, [(at, next(tagged)) for at, _ in found])
        for source, found in zip(sources, places, strict=True)
    ]


def _joined(source: Normalised, parts: Sequence[tuple[int, Tagged]]) -> Reading:
    size = len(source.text)
    person, place, organisation = [0.0] * size, [0.0] * size, [0.0] * size
    names = tuple([0.0] * size for _ in range(NAME_CLASSES))
    tokens: list[Token] = []
    for at, tagged in parts:
        end = at + len(tagged.person)
        person[at:end] = tagged.person
        place[at:end] = tagged.place
        organisation[at:end] = tagged.organisation
        for column, said in zip(names, tagged.names, strict=False):  # none where nobody says so
            column[at:end] = said
        tokens.extend(Token(at + t.start, at + t.end, t.tag) for t in tagged.tokens)
    starts, ends = frozenset(t.start for t in tokens), frozenset(t.end for t in tokens)
    return Reading(source, tuple(tokens), person, place, organisation, names, starts, ends)
