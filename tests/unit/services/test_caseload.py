"""How full the days are, on a real vault: by the practice's clock, booked and held."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from app.domain.appointment import Booking
from app.domain.case import ServiceMode
from app.domain.caseload import CASELOAD, Ceilings
from app.domain.client import Place
from app.domain.errors import FieldInvalid
from app.domain.practice import Practice
from app.domain.recurrence import Rule
from app.domain.session import SessionTime
from app.services import agenda, appointments, caseload, notes, today
from tests.vault.fixtures import TEMPLATE

NOON = datetime(2026, 5, 12, 4, tzinfo=UTC)  # Tuesday 12:00 in Shanghai
HOUR, WEEK = timedelta(hours=1), timedelta(weeks=1)


@pytest.fixture
def case(desk):
    desk.clock.at = NOON
    desk.vault.settings.change_practice(Practice(place=Place("上海", "Asia/Shanghai")))
    return desk.case()


def book(desk, case, at, rule=None):
    wanted = Booking(case, at, ServiceMode.ONLINE, zone="Asia/Shanghai", rule=rule)
    return appointments.book(desk.vault, desk.clock, wanted).which


@pytest.mark.clause("021")
def test_without_a_ceiling_nothing_is_said(desk, case):
    book(desk, case, NOON)
    assert caseload.booked(desk.vault, NOON) is None
    assert today.today(desk.vault, desk.tools).load is None


@pytest.mark.clause("021")
def test_what_is_booked_and_what_was_held_counts_by_the_practices_clock(desk, case):
    caseload.choose(desk.vault, Ceilings(3, 4))
    book(desk, case, NOON + HOUR)
    held = book(desk, case, NOON - 3 * HOUR)
    appointments.hold(desk.vault, desk.clock, held)
    gone = book(desk, case, NOON + 2 * HOUR)
    appointments.cancel(desk.vault, desk.clock, gone)
    when = SessionTime(NOON - 6 * HOUR)
    notes.start(desk.vault, desk.clock, case, when, TEMPLATE)
    book(desk, case, NOON - 13 * HOUR)  # 23:00 of Monday
    found = caseload.booked(desk.vault, NOON + 5 * HOUR)
    assert (found.in_day, found.in_week) == (4, 5)
    assert CASELOAD.lacks(found) == ("caseload.full_day", "caseload.full_week")
    other = caseload.booked(desk.vault, NOON + 13 * HOUR)  # Wednesday 01:00 there
    assert (other.day.isoformat(), other.in_day, other.in_week) == ("2026-05-13", 1, 5)
    now = today.today(desk.vault, desk.tools).load
    assert (now.in_day, now.in_week, now.ceilings) == (3, 4, Ceilings(3, 4))
    assert CASELOAD.lacks(now) == ()


@pytest.mark.clause("021")
def test_a_series_is_looked_at_ahead_and_what_it_replaces_does_not_count(desk, case):
    caseload.choose(desk.vault, Ceilings(day=1))
    full = book(desk, case, NOON + 5 * WEEK + HOUR)
    found = caseload.booked(desk.vault, NOON, Rule())
    assert (found.day.isoformat(), found.in_day) == ("2026-06-16", 2)
    assert CASELOAD.lacks(found) == ("caseload.full_day",)
    appointments.cancel(desk.vault, desk.clock, full)
    which = book(desk, case, NOON, Rule())
    one = agenda.find(desk.vault, which)
    assert caseload.booked(desk.vault, NOON + HOUR).in_day == 2
    assert caseload.booked(desk.vault, NOON + HOUR, None, one).in_day == 1
    assert caseload.booked(desk.vault, NOON + HOUR, Rule(), one).in_day == 1


@pytest.mark.clause("021")
def test_a_ceiling_that_cannot_be_meant_is_not_kept(desk, case):
    del case
    with pytest.raises(FieldInvalid):
        caseload.choose(desk.vault, Ceilings(100))
    assert desk.vault.settings.ceilings() == Ceilings()
