"""Asking afterwards: a plan with its days, what was found, and which days are open."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from app.domain.as_json import as_json
from app.domain.entry import CaseEntry, EntryKind
from app.domain.follow_up import (
    FOLLOW_PLAN,
    FOLLOW_UP,
    FollowPlan,
    FollowUp,
    Reached,
    follow_plan_of,
    follow_up_of,
    open_days,
)
from app.domain.ids import CaseId, EntryId
from app.services import follow_ups

AT = datetime(2026, 5, 12, tzinfo=UTC)
PLAN = FollowPlan(("2026-06-12", "2026-08-12"), "电话")
FOUND = FollowUp("2026-06-12", "2026-06-13", "电话", Reached.YES, "睡得好了", "不需要")


def entry(value):
    kind = EntryKind.FOLLOW_PLAN if isinstance(value, FollowPlan) else EntryKind.FOLLOW_UP
    return CaseEntry(EntryId(1), CaseId(1), kind, AT, as_json(value))


@pytest.mark.clause("126")
@pytest.mark.parametrize(
    ("changed", "missing"),
    [
        ({}, set()),
        ({"days": ()}, {"days"}),
        ({"days": (), "way": "", "declined": True}, set()),
        ({"declined": True}, {"wish"}),
        ({"way": " "}, {"way"}),
    ],
)
def test_a_plan_has_days_and_a_way_unless_the_client_declines(changed, missing):
    found = FOLLOW_PLAN.lacks(replace(PLAN, **changed))
    assert {one.removeprefix("follow_plan.") for one in found} == missing


@pytest.mark.clause("126")
@pytest.mark.parametrize(
    ("changed", "missing"),
    [
        ({}, set()),
        ({"on": ""}, {"on"}),
        ({"reached": None}, {"reached"}),
        ({"found": ""}, {"found"}),
        ({"found": "", "reached": Reached.NO}, set()),
    ],
)
def test_what_was_found_says_when_and_how_they_fare(changed, missing):
    found = FOLLOW_UP.lacks(replace(FOUND, **changed))
    assert {one.removeprefix("follow_up.") for one in found} == missing


@pytest.mark.clause("126")
@pytest.mark.parametrize(
    ("made", "left"),
    [
        ((), ()),
        ((PLAN,), PLAN.days),
        ((PLAN, FOUND), PLAN.days[1:]),
        ((PLAN, replace(FOUND, due="")), PLAN.days),
        ((PLAN, replace(FOUND, reached=Reached.NO)), PLAN.days[1:]),
        ((PLAN, replace(FOUND, reached=Reached.DECLINED)), ()),
        ((PLAN, FollowPlan((), "", declined=True)), ()),
        ((PLAN, FollowPlan(("2026-09-01",), "信")), ("2026-09-01",)),
    ],
)
def test_a_planned_day_is_open_until_somebody_asked(made, left):
    assert open_days([entry(one) for one in made]) == left


def test_other_entries_are_passed_over():
    other = replace(entry(PLAN), kind=EntryKind.SCREEN)
    assert open_days([other]) == ()
    assert follow_ups.last_plan([other]) is None
    assert follow_ups.last_plan([entry(PLAN), other]) == PLAN


@pytest.mark.clause("126")
@pytest.mark.parametrize(
    ("day", "waits"),
    [
        (date(2026, 6, 11), ()),
        (date(2026, 6, 12), PLAN.days[:1]),
        (date(2026, 9, 1), PLAN.days),
    ],
)
def test_a_day_that_has_come_is_reminded_of(day, waits):
    assert follow_ups.waiting([entry(PLAN)], day) == waits


def test_both_come_back_as_they_were_and_show_no_word_in_a_log():
    assert follow_plan_of(as_json(PLAN)) == PLAN
    assert follow_up_of(as_json(FOUND)) == FOUND
    assert follow_plan_of({}) == FollowPlan()
    assert follow_up_of({}) == FollowUp()
    assert "睡得好" not in repr(FOUND)
