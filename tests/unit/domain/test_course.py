"""How far the work has come is warned of: at the agreed number, beyond it, and for a review."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from app.domain.agreement import AGREEMENT, MOST, Agreement, agreement_of
from app.domain.as_json import as_json
from app.domain.case import ServiceMode
from app.domain.course import COURSE, Course, course_of
from app.domain.entry import CaseEntry, EntryKind
from app.domain.mode_change import ModeChange
from app.domain.progress_review import (
    EVERY,
    REVIEW,
    REVIEW_CARE,
    Onward,
    ProgressReview,
    StillHelps,
    review_of,
)

FACE, ONLINE, GENERAL, REGULAR, CRISIS = ServiceMode
AT = datetime(2026, 5, 12, tzinfo=UTC)
NO = ProgressReview(StillHelps.NO, "", Onward.REFERRAL, "谈过", sessions=6)


def names(book, facts):
    return {one.name.removeprefix(f"{book.name}.") for one in book.broken(facts)}


@pytest.mark.clause("080")
@pytest.mark.parametrize(("count", "right"), [(0, False), (1, True), (MOST, True), (1000, False)])
def test_an_agreement_is_on_a_number(count, right):
    assert (names(AGREEMENT, Agreement(count)) == set()) is right


@pytest.mark.clause("080")
@pytest.mark.parametrize(
    ("sessions", "limit", "found"),
    [
        (7, 8, set()),
        (8, 8, {"last_agreed"}),
        (9, 8, {"beyond_agreed"}),
        (30, 8, {"beyond_agreed"}),
        (0, 0, set()),
        (5, 0, set()),
    ],
)
def test_the_agreed_number_warns_at_its_end_and_beyond(sessions, limit, found):
    assert names(COURSE, Course(FACE, sessions, limit)) == found


@pytest.mark.clause("035")
@pytest.mark.clause("106")
@pytest.mark.parametrize(
    ("course", "due"),
    [
        (Course(ONLINE, EVERY - 1), False),
        (Course(ONLINE, EVERY), True),
        (Course(REGULAR, EVERY), True),
        (Course(ONLINE, EVERY + 3), True),
        (Course(ONLINE, EVERY + 3, reviewed=EVERY), False),
        (Course(ONLINE, 3, every=3), True),
        (Course(FACE, 99), False),
        (Course(GENERAL, 99), False),
        (Course(CRISIS, 99), False),
    ],
)
def test_a_review_is_due_every_so_many_sessions_of_remote_work(course, due):
    assert ("review_due" in names(COURSE, course)) is due


@pytest.mark.clause("035")
@pytest.mark.clause("106")
@pytest.mark.parametrize(
    ("review", "lacks"),
    [
        (ProgressReview(), {"answered"}),
        (ProgressReview(StillHelps.YES), set()),
        (ProgressReview(StillHelps.NO), {"onward", "discussion"}),
        (replace(NO, onward=None), {"onward"}),
        (replace(NO, discussion=" "), {"discussion"}),
        (NO, set()),
    ],
)
def test_a_no_asks_for_the_way_on_and_for_the_talk(review, lacks):
    assert names(REVIEW, review) == lacks


@pytest.mark.clause("032", "106")
@pytest.mark.parametrize(
    ("ticked", "reminds"),
    [
        ({}, {"relations_unseen", "boundaries_unsaid"}),
        ({"relations": True}, {"boundaries_unsaid"}),
        ({"boundaries": True}, {"relations_unseen"}),
        ({"relations": True, "boundaries": True}, set()),
    ],
)
def test_a_review_reminds_of_relations_and_boundaries_and_stops_nothing(ticked, reminds):
    made = ProgressReview(StillHelps.YES, **ticked)
    assert names(REVIEW_CARE, made) == reminds
    assert names(REVIEW, made) == set()


def test_they_come_back_as_they_were():
    for made in (NO, ProgressReview(StillHelps.YES, "😀䶮", boundaries=True), ProgressReview()):
        assert review_of(as_json(made)) == made
    assert agreement_of(as_json(Agreement(8, 3, "䶮"))) == Agreement(8, 3, "䶮")


def test_the_last_agreement_and_the_last_review_count():
    def entry(kind, made):
        return CaseEntry(1, 1, kind, AT, as_json(made))

    entries = [
        entry(EntryKind.AGREEMENT, Agreement(4)),
        entry(EntryKind.REVIEW, replace(NO, sessions=6)),
        entry(EntryKind.AGREEMENT, Agreement(8, 4)),
    ]
    assert course_of(ONLINE, 7, entries, 5) == Course(ONLINE, 7, 12, 6, 5)
    change = entry(EntryKind.MODE_CHANGE, ModeChange(FACE, ONLINE, "", "", AT, sessions=20))
    assert course_of(ONLINE, 21, [*entries, change]).reviewed == 20
