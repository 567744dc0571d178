"""Carries the decisions of a review over to the same texts, found anew.

What was hidden stays hidden. What she kept stays kept, unless the register has come to know it
since: then it says more than it did when she read it, and she is asked again.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from app.domain.review import OWN, Decision

if TYPE_CHECKING:
    from collections.abc import Iterator

    from app.domain.review import MarkedSpan, Passage, Review

LEFT_OUT: Final = "[略]"
"""Stands for what was hidden before and is no longer found: its old letter may be another's."""

_REGISTER: Final = "register"


@dataclass(frozen=True)
class Carried:
    """The review found anew with the old decisions; `fresh` places are newly hidden."""

    review: Review
    fresh: int


def carry(kept: Review, found: Review) -> Carried:
    """Return `found` with the decisions of `kept` about the passages that both hold.

    A passage is the same if it is of the same note and says the same words.
    """
    before = {one.source: one for one in kept.passages}
    review, fresh = found, 0
    for number, passage in enumerate(found.passages):
        old = before.get(passage.source)
        if old is None or old.original != passage.original:
            continue
        review = _carried(review, number, old)
        fresh += sum(not _covered(one, old) for one in _hidden(review.passages[number]))
    return Carried(review, fresh)


def _carried(review: Review, number: int, old: Passage) -> Review:
    """Return the review with one passage decided as `old` was."""
    passages = list(review.passages)
    spans = tuple(_decided(mark, old) for mark in passages[number].spans)
    passages[number] = replace(passages[number], spans=spans)
    carried = replace(review, passages=tuple(passages))
    for mark in _hidden(old):
        if mark.layer == OWN:
            carried = carried.hide(number, mark)
        elif not _covered(mark, carried.passages[number]):
            carried = carried.hide(number, replace(mark, replacement=LEFT_OUT))
    return carried


def _decided(mark: MarkedSpan, old: Passage) -> MarkedSpan:
    """Return a place with what was decided about just this stretch, if that still stands."""
    for before in old.spans:
        if (before.start, before.end) == (mark.start, mark.end):
            news = mark.layer.startswith(_REGISTER) and mark.layer != before.layer
            if news:
                return mark
            said = before.replacement if before.reworded else mark.replacement
            return replace(
                mark, decision=before.decision, replacement=said, reworded=before.reworded
            )
    return mark


def _hidden(passage: Passage) -> Iterator[MarkedSpan]:
    """Yield what a passage does not let through."""
    return (one for one in passage.spans if one.decision is not Decision.KEEP)


def _covered(mark: MarkedSpan, old: Passage) -> bool:
    """Return whether every character of a place was hidden before."""
    places = [(one.start, one.end) for one in _hidden(old)]
    return all(any(a <= at < b for a, b in places) for at in range(mark.start, mark.end))
