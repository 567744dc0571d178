"""How a case stands by all that is written about danger, and what that asks for."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from app.domain.as_json import as_json
from app.domain.contact import Began, Contact, Purpose
from app.domain.crisis_event import CrisisAct, CrisisItem, CrisisStep
from app.domain.entry import CaseEntry, EntryKind
from app.domain.ids import CaseId, EntryId, SessionId
from app.domain.risk import RiskLevel
from app.domain.risk_course import DUTY, RiskPoint, Told, points, standing
from tests.unit.domain.test_crisis_event import OPENED
from tests.unit.domain.test_risk_assessment import WHOLE
from tests.unit.domain.test_safety_plan import WHOLE as SAFE

NOW = datetime(2026, 5, 12, 6, 57, tzinfo=UTC)
HOUR = timedelta(hours=1)
LOW, MIDDLE, HIGH = RiskLevel
OF = {type(WHOLE): EntryKind.RISK, type(SAFE): EntryKind.SAFETY_PLAN, Contact: EntryKind.CONTACT}


def made(*values, session=None):
    """Make entries of (hours before now, value)."""
    return [
        CaseEntry(
            EntryId(at),
            CaseId(1),
            OF.get(type(value), EntryKind.CRISIS),
            NOW - hours * HOUR,
            as_json(value),
            session,
        )
        for at, (hours, value) in enumerate(values, 1)
    ]


def risk(level, **more):
    return replace(WHOLE, level=level, **{"consulted": "", **more})


def contact(hours, purpose=Purpose.CRISIS):
    return hours, Contact(NOW - hours * HOUR, "电话", purpose, Began.COUNSELOR, "稳定些了")


def told(level, hours=1, session=7, number=5):
    return Told(SessionId(session), number, NOW - hours * HOUR, level)


def step(act, **more):
    return CrisisStep(act, EntryId(1), **more)


def lacks(*values, last=None, met=None):
    found = standing(made(*values), last, NOW, met)
    return {one.removeprefix("duty.") for one in DUTY.lacks(found)}


ALL_OF_HIGH = {"contact_logged", "next_contact", "emergency_plan", "safety_plan", "supervision"}
SOON = {"next_contact": NOW + HOUR}


@pytest.mark.clause("072")
@pytest.mark.clause("098")
@pytest.mark.clause("124")
@pytest.mark.parametrize(
    ("values", "asked"),
    [
        ((), set()),
        (((2, risk(LOW)),), set()),
        (((2, risk(MIDDLE)),), {"safety_plan"}),
        (((2, risk(MIDDLE)), (1, SAFE)), set()),
        (((2, risk(HIGH)),), ALL_OF_HIGH),
        (((2, risk(HIGH, **SOON)),), ALL_OF_HIGH - {"next_contact"}),
        (((2, risk(HIGH, consulted="周督导")),), ALL_OF_HIGH - {"supervision"}),
        (((2, risk(HIGH)), (1, SAFE)), ALL_OF_HIGH - {"safety_plan"}),
        (((2, risk(HIGH)), contact(1)), ALL_OF_HIGH - {"contact_logged"}),
        (((2, risk(HIGH)), contact(1, Purpose.BOOKING)), ALL_OF_HIGH),
        (((2, OPENED), (1, risk(HIGH))), ALL_OF_HIGH - {"emergency_plan"} | {"open_event"}),
        (
            ((3, OPENED), (2, risk(HIGH)), (1, step(CrisisAct.CONSULTED))),
            ALL_OF_HIGH - {"emergency_plan", "supervision"} | {"open_event"},
        ),
        (
            ((3, OPENED), (2, risk(HIGH)), (1, step(CrisisAct.CONTACT, **SOON))),
            {"safety_plan", "supervision", "open_event"},
        ),
        (
            (
                (4, OPENED),
                (3, risk(HIGH, consulted="周督导", **SOON)),
                (2, step(CrisisAct.CLIENT, **SOON)),
                (2, SAFE),
                *((1, step(CrisisAct.DONE, item=one)) for one in CrisisItem),
                (1, step(CrisisAct.CLOSED, words="住院了")),
            ),
            set(),
        ),
    ],
)
def test_a_level_asks_for_what_it_asks_for(values, asked):
    assert lacks(*values) == asked


@pytest.mark.clause("124")
def test_what_was_done_before_the_danger_rose_does_not_count():
    old = ((400, SAFE), (400, OPENED), contact(400), (300, risk(MIDDLE, consulted="周督导")))
    assert lacks(*old, (1, risk(HIGH, **SOON))) == ALL_OF_HIGH - {"next_contact"} | {"open_event"}
    # A day before the assessment is the same crisis; a lower level after it stays in it.
    assert "safety_plan" not in lacks((23, SAFE), (1, risk(MIDDLE)))
    assert "safety_plan" in lacks((26, SAFE), (1, risk(MIDDLE)))
    assert "safety_plan" not in lacks((90, risk(HIGH)), (80, SAFE), (1, risk(MIDDLE)))
    assert "safety_plan" in lacks(
        (90, risk(MIDDLE)), (80, SAFE), (60, risk(LOW)), (1, risk(MIDDLE))
    )


@pytest.mark.clause("072")
def test_a_contact_that_was_arranged_and_not_made_is_overdue():
    arranged = (5, risk(MIDDLE, next_contact=NOW - HOUR))
    assert "overdue" in lacks(arranged, (4, SAFE))
    assert "overdue" not in lacks((5, risk(MIDDLE, **SOON)), (4, SAFE))
    assert "overdue" not in lacks(arranged, (4, SAFE), contact(2))
    assert "overdue" in lacks(arranged, (4, SAFE), contact(2, Purpose.OTHER))
    assert "overdue" not in lacks(arranged, (4, SAFE), met=NOW - 2 * HOUR)
    assert "overdue" in lacks(arranged, (4, SAFE), met=NOW - 6 * HOUR)
    assert "overdue" in lacks(arranged, (4, SAFE), met=NOW + HOUR)  # still to come
    reached = (3, step(CrisisAct.CLIENT, next_contact=NOW - 2 * HOUR))
    assert "overdue" in lacks((6, OPENED), arranged, reached)
    assert "overdue" not in lacks((6, OPENED), arranged, (3, step(CrisisAct.CLIENT)))
    # Whom she reached instead does not stand for the client.
    assert "overdue" in lacks((6, OPENED), arranged, (3, step(CrisisAct.CONTACT)))


@pytest.mark.clause("124")
@pytest.mark.parametrize(
    ("values", "last", "level", "asked"),
    [
        ((), told(LOW), LOW, set()),
        ((), told(MIDDLE), MIDDLE, {"assessment", "safety_plan"}),
        (((2, risk(MIDDLE)),), told(MIDDLE), MIDDLE, {"safety_plan"}),
        (((2, risk(LOW)),), told(MIDDLE), MIDDLE, {"differs", "safety_plan"}),
        (((2, risk(MIDDLE)),), told(LOW), MIDDLE, {"differs", "safety_plan"}),
        (((2, risk(LOW)),), told(MIDDLE, hours=9), LOW, set()),
    ],
)
def test_a_sheet_and_an_assessment_do_not_contradict_each_other_silently(
    values, last, level, asked
):
    found = standing(made(*values), last, NOW)
    assert found.level is level
    assert lacks(*values, last=last) == asked


@pytest.mark.clause("124")
def test_an_assessment_made_in_a_session_is_held_against_its_sheet():
    entries = made((1, risk(HIGH)), session=SessionId(7))
    earlier = told(LOW, hours=2)  # the session began before the assessment that was made in it
    found = standing(entries, earlier, NOW)
    assert (found.level, found.told) == (HIGH, earlier)
    assert "duty.differs" in DUTY.lacks(found)
    other = standing(entries, told(LOW, hours=2, session=8), NOW)
    assert other.told is None


@pytest.mark.clause("124")
def test_a_sheet_that_says_more_begins_the_time_anew():
    found = standing(made((300, risk(MIDDLE)), (290, SAFE)), told(HIGH), NOW)
    assert (found.level, found.since) == (HIGH, NOW - HOUR)
    assert not found.lately(found.planned_at)
    assert not found.lately(None)
    same = standing(made((300, risk(MIDDLE)), (290, SAFE)), told(MIDDLE), NOW)
    assert same.lately(same.planned_at)


def test_the_levels_over_time_come_from_both():
    entries = made((9, risk(HIGH)), contact(8), (2, risk(LOW)))
    sheets = (told(MIDDLE, hours=20, number=3), told(LOW, hours=1, number=4))
    assert points(entries, sheets) == (
        RiskPoint(NOW - 20 * HOUR, MIDDLE, 3),
        RiskPoint(NOW - 9 * HOUR, HIGH),
        RiskPoint(NOW - 2 * HOUR, LOW),
        RiskPoint(NOW - HOUR, LOW, 4),
    )
