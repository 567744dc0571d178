"""The engine: all layers in order, over the texts of one case."""

from __future__ import annotations

from collections import defaultdict
from itertools import pairwise
from typing import TYPE_CHECKING

from app.deid.candidate import ORGANISATION, PLACE
from app.deid.details import point
from app.deid.identifiers import IdentifierFinder
from app.deid.matcher import RegisterMatcher
from app.deid.merge import merge
from app.deid.names import find_names
from app.deid.organisations import find_organisations
from app.deid.places import find_places
from app.deid.propagate import propagate
from app.deid.reading import read
from app.deid.runon import trimmed
from app.deid.seen import seen
from app.deid.span import Kind, Layer, Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from app.deid.lexicon import Lexicon
    from app.deid.propagate import Find
    from app.deid.reading import Reading
    from app.deid.register import Register
    from app.deid.tagging import Tagger


class Deidentifier:
    """Finds what could identify somebody. Holds no text between calls."""

    def __init__(self, tagger: Tagger, lexicon: Lexicon) -> None:
        """Use `tagger` for names and `lexicon` for everything that is looked up."""
        self._tagger = tagger
        self._lexicon = lexicon

    @property
    def lexicon(self) -> Lexicon:
        """Return the word lists in use."""
        return self._lexicon

    def find(
        self, texts: Sequence[str], register: Register, without: frozenset[Layer] = frozenset()
    ) -> list[list[Span]]:
        """Return, for each text of one case, its spans: in order, without overlap.

        What the layers in `without` find is left out, to tell what each of them is worth.
        """
        readings = read(texts, self._tagger)
        matcher = RegisterMatcher(register, self._lexicon)
        identifiers = IdentifierFinder(self._lexicon, register.birth_date)
        pages: dict[int, list[Span]] = defaultdict(list)
        for page, reading in enumerate(readings):
            pages[page] += matcher.find(reading.source)
            if Layer.IDENTIFIER not in without:
                pages[page] += identifiers.find(reading.source)
        known = {page: [s for s in spans if s.role or s.entity] for page, spans in pages.items()}
        for page, span in self._by_model(readings, without):
            ended = trimmed(span, known[page], texts[page], self._lexicon)
            if ended is not None:
                pages[page].append(ended)
        return [merge(pages[page], text) for page, text in enumerate(texts)]

    def _by_model(
        self, readings: Sequence[Reading], without: frozenset[Layer]
    ) -> Iterator[tuple[int, Span]]:
        """Yield the spans of layers 4 and 5."""
        found = [find for find in self._finds(readings) if find[4] not in without]
        if Layer.PROPAGATED not in without:
            found += list(propagate(found, readings, self._lexicon))
        for find in found:
            page, start, end, kind, layer, confidence = find
            reading = readings[page]
            first, last = reading.source.original(start, end)
            surface = reading.text[start:end]
            yield page, Span(first, last, kind, layer, round(confidence, 3), "", surface)

    def _finds(self, readings: Sequence[Reading]) -> Iterator[Find]:
        yield from find_names(readings, self._lexicon)
        for page, reading in enumerate(readings):
            for start, end, confidence in find_organisations(reading, self._lexicon):
                yield page, start, end, Kind.ORG, Layer.MODEL, confidence
            for start, end, confidence in find_places(reading, self._lexicon):
                yield page, start, end, Kind.LOCATION, Layer.MODEL, confidence
            for kind, column in ((Kind.ORG, ORGANISATION), (Kind.LOCATION, PLACE)):
                for start, end, confidence in seen(reading, column, self._lexicon):
                    yield page, start, end, kind, Layer.MODEL, confidence

    def point(self, text: str, found: Sequence[Span]) -> list[Span]:
        """Return the sentences beside what was `found` that may tell who somebody is."""
        return point(text, found)

    def rewrite(self, text: str, spans: Sequence[Span]) -> str:
        """Return `text` with each span replaced."""
        return rewrite(text, spans)


def rewrite(text: str, spans: Sequence[Span]) -> str:
    """Return `text` with each span replaced; spans may come in any order but may not overlap."""
    ordered = sorted(spans, key=lambda s: s.start)
    if any(left.end > right.start for left, right in pairwise(ordered)):
        raise ValueError("spans overlap")
    out, at = [], 0
    for span in ordered:
        out += [text[at : span.start], span.replacement or f"[{span.type}]"]
        at = span.end
    return "".join(out) + text[at:]
