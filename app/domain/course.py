"""How far the work has come: against what was agreed on, and since the last review."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from app.domain.agreement import agreement_of
from app.domain.case import FORMAL_AFAR
from app.domain.entry import EntryKind
from app.domain.progress_review import EVERY
from app.domain.rule import Book, Step

if TYPE_CHECKING:
    from collections.abc import Iterable

    from app.domain.case import ServiceMode
    from app.domain.entry import CaseEntry


@dataclass(frozen=True)
class Course:
    """`sessions` is the number of the last session; `limit` the last that was agreed on, 0: none.

    `reviewed` is the number of the last session before the last review, or before the way of
    service changed; a review is due `every` sessions.
    """

    mode: ServiceMode
    sessions: int = 0
    limit: int = 0
    reviewed: int = 0
    every: int = EVERY


COURSE: Final[Book[Course]] = Book("course")
"""What is to be looked at as the work goes on; it never stops anything."""


def course_of(
    mode: ServiceMode, sessions: int, entries: Iterable[CaseEntry], every: int = EVERY
) -> Course:
    """Return how far a case has come by its entries, given in the order they were made."""
    limit = reviewed = 0
    for one in entries:
        if one.kind is EntryKind.AGREEMENT:
            limit = agreement_of(one.value).limit
        elif one.kind in {EntryKind.REVIEW, EntryKind.MODE_CHANGE}:
            reviewed = int(one.value["sessions"])
    return Course(mode, sessions, limit, reviewed, every)


@COURSE.rule("080", step=Step.COURSE)
def last_agreed(course: Course) -> bool:
    """Whether the last session that was agreed on has come."""
    return bool(course.limit) and course.sessions == course.limit


@COURSE.rule("080", step=Step.COURSE)
def beyond_agreed(course: Course) -> bool:
    """Whether the work goes on beyond what was agreed on."""
    return bool(course.limit) and course.sessions > course.limit


@COURSE.rule("035", "106", step=Step.COURSE)
def review_due(course: Course) -> bool:
    """Whether nobody asked for a while whether work from afar still helps."""
    return course.mode in FORMAL_AFAR and course.sessions - course.reviewed >= course.every
