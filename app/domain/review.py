"""The review before something leaves: every marked place is decided by the counselor."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from enum import Enum
from typing import TYPE_CHECKING, Any, Final

from app.domain.errors import SpansUndecided

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from app.domain.ids import NoteId


OWN: Final = "MARKED"
"""Kind and layer of a place that the counselor marked herself."""


class Decision(Enum):
    """What happens to a marked place."""

    HIDE = "hide"
    KEEP = "keep"
    OPEN = "open"


@dataclass(frozen=True)
class MarkedSpan:
    """A stretch `start` to `end` of a passage that may say who somebody is.

    `reworded` says that the replacement is in her own words.
    """

    start: int
    end: int
    kind: str
    layer: str
    confidence: float
    replacement: str = field(repr=False)
    decision: Decision = Decision.HIDE
    reworded: bool = False


@dataclass(frozen=True)
class Passage:
    """One chosen note, by its id, or section of the case report, by its key.

    `heading` tells it in relative terms; `original` are its own words, `spans` the marked places.
    """

    source: NoteId | str
    heading: str
    original: str = field(repr=False)
    spans: tuple[MarkedSpan, ...] = field(repr=False)

    def result(self) -> str:
        """Return the text with every hidden place replaced."""
        out, at = [], 0
        for span in self.spans:
            if span.decision is Decision.KEEP:
                continue
            out.append(self.original[at : span.start])
            out.append(span.replacement)
            at = span.end
        return "".join(out) + self.original[at:]

    def result_places(self) -> tuple[tuple[int, int, int], ...]:
        """Return (index of the span, start, end) for each replaced place in the result."""
        places = []
        shift = 0
        for index, span in enumerate(self.spans):
            if span.decision is Decision.KEEP:
                continue
            start = span.start + shift
            places.append((index, start, start + len(span.replacement)))
            shift += len(span.replacement) - (span.end - span.start)
        return tuple(places)


def to_mapping(review: Review) -> dict[str, Any]:
    """Return a review as plain values, so that it can be kept while it is not finished."""
    return {
        "passages": [
            [
                one.source,
                one.heading,
                one.original,
                [[*_plain(mark), mark.decision.value, mark.reworded] for mark in one.spans],
            ]
            for one in review.passages
        ],
        "known": review.known,
    }


def from_mapping(raw: Mapping[str, Any]) -> Review:
    """Return the review that `to_mapping` made into plain values."""
    return Review(
        tuple(
            Passage(
                source,
                heading,
                original,
                tuple(_kept(mark) for mark in spans),
            )
            for source, heading, original, spans in raw["passages"]
        ),
        raw.get("known", ""),
    )


def _kept(raw: Sequence[Any]) -> MarkedSpan:
    """Return a mark as it was kept; one from before there were other words has none."""
    start, end, kind, layer, confidence, replacement, decision, *more = raw
    return MarkedSpan(
        start, end, kind, layer, confidence, replacement, Decision(decision), bool(more and more[0])
    )


def _plain(mark: MarkedSpan) -> tuple[int, int, str, str, float, str]:
    """Return what a mark says besides its decision."""
    return mark.start, mark.end, mark.kind, mark.layer, mark.confidence, mark.replacement


@dataclass(frozen=True)
class Review:
    """All passages of one export with their decisions; a value, changed by replacement.

    `known` is a sign of the register that the places were found with, "" if none was kept.
    """

    passages: tuple[Passage, ...] = field(repr=False)
    known: str = field(default="", repr=False)

    def decide(self, passage: int, span: int, decision: Decision, *, alike: bool = False) -> Review:
        """Return the review with one place decided; `alike` decides every equal surface too."""
        return self._changed(
            passage, span, lambda mark: replace(mark, decision=decision), alike=alike
        )

    def reword(self, passage: int, span: int, words: str, *, alike: bool = False) -> Review:
        """Return the review with `words` in place of one place, or of every equal surface."""
        return self._changed(
            passage,
            span,
            lambda mark: replace(mark, decision=Decision.HIDE, replacement=words, reworded=True),
            alike=alike,
        )

    def _changed(
        self, passage: int, span: int, change: Callable[[MarkedSpan], MarkedSpan], *, alike: bool
    ) -> Review:
        """Return the review with one place changed, and with `alike` every equal surface too."""
        chosen = self.passages[passage]
        wanted = chosen.original[chosen.spans[span].start : chosen.spans[span].end]

        def meant(where: int, index: int, one: Passage) -> bool:
            mark = one.spans[index]
            same = alike and one.original[mark.start : mark.end] == wanted
            return same or (where, index) == (passage, span)

        return replace(
            self,
            passages=tuple(
                replace(
                    one,
                    spans=tuple(
                        change(mark) if meant(at, index, one) else mark
                        for index, mark in enumerate(one.spans)
                    ),
                )
                for at, one in enumerate(self.passages)
            ),
        )

    def settled(self) -> Review:
        """Return the review with everything hidden that still waits for a decision."""

        def settle(mark: MarkedSpan) -> MarkedSpan:
            waits = mark.decision is Decision.OPEN
            return replace(mark, decision=Decision.HIDE) if waits else mark

        return replace(
            self,
            passages=tuple(
                replace(one, spans=tuple(map(settle, one.spans))) for one in self.passages
            ),
        )

    def hide(self, passage: int, mark: MarkedSpan) -> Review:
        """Return the review with one more stretch hidden; what is hidden already stays so, whole.

        A word inside a hidden name adds nothing; one that overlaps it hides both as one stretch,
        for in place of the name alone a part of it would come to light.
        """
        hidden = [
            one
            for one in self.passages[passage].spans
            if one.decision is not Decision.KEEP and one.start < mark.end and one.end > mark.start
        ]
        if any(one.start <= mark.start and one.end >= mark.end for one in hidden):
            return self
        first = min([mark.start, *(one.start for one in hidden)])
        last = max([mark.end, *(one.end for one in hidden)])
        return self.add(passage, replace(mark, start=first, end=last))

    def add(self, passage: int, mark: MarkedSpan) -> Review:
        """Return the review with a place that the counselor marked herself.

        Marks that it overlaps give way, so that spans never overlap.
        """
        one = self.passages[passage]
        others = tuple(s for s in one.spans if s.end <= mark.start or s.start >= mark.end)
        spans = tuple(sorted((*others, mark), key=lambda s: s.start))
        passages = list(self.passages)
        passages[passage] = replace(one, spans=spans)
        return replace(self, passages=tuple(passages))

    @property
    def undecided(self) -> int:
        """How many places still wait for a decision."""
        return sum(s.decision is Decision.OPEN for one in self.passages for s in one.spans)

    def hidden(self) -> dict[str, int]:
        """Return how many places are hidden, by kind."""
        counts: dict[str, int] = {}
        for one in self.passages:
            for mark in one.spans:
                if mark.decision is Decision.HIDE:
                    counts[mark.kind] = counts.get(mark.kind, 0) + 1
        return counts

    def check_decided(self) -> None:
        """Raise `SpansUndecided` while a place is open (clause 157)."""
        if self.undecided:
            raise SpansUndecided(self.undecided)
