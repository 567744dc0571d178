"""What the calendar shows of a range, of one appointment, and what comes next."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from app.domain.appointment import Booking
from app.domain.case import ServiceMode
from app.domain.client import Place, Profile
from app.domain.practice import Practice
from app.domain.recurrence import Rule
from app.domain.session import SessionTime
from app.services import agenda, appointments, notes
from tests.vault.fixtures import TEMPLATE

AT = datetime(2026, 5, 12, 6, tzinfo=UTC)
WEEK, DAY, HOUR = timedelta(weeks=1), timedelta(days=1), timedelta(hours=1)


@pytest.fixture
def case(desk):
    desk.clock.at = AT - HOUR
    return desk.case("L-07", Profile(name="林", place=Place("伦敦", "Europe/London")))


def book(desk, case, at=AT, **more):
    wanted = Booking(case, at, ServiceMode.ONLINE, zone="Asia/Shanghai", **more)
    return appointments.book(desk.vault, desk.clock, wanted).which


@pytest.mark.clause("038")
def test_a_range_shows_who_where_and_what_lies_on_top(desk, case):
    home = Place("杭州", "Asia/Shanghai")
    desk.vault.settings.change_practice(Practice(place=home))
    other = desk.case("M-01")
    book(desk, case, rule=Rule())
    book(desk, other, AT + 30 * timedelta(minutes=1))
    book(desk, other, AT + 3 * HOUR)
    found = agenda.between(desk.vault, desk.clock, AT - HOUR, AT + DAY)
    assert [(one.person.code, one.conflict) for one in found.lines] == [
        ("L-07", True), ("M-01", True), ("M-01", False),
    ]  # fmt: skip
    assert found.lines[0].person.there.time_zone == "Europe/London"
    assert (found.lines[0].person.name, found.here, found.now) == ("林", home, desk.clock.at)


def test_one_that_began_before_the_range_is_in_it(desk, case):
    book(desk, case, AT - 23 * HOUR, minutes=24 * 60)
    book(desk, case, AT - 2 * HOUR, minutes=50)
    book(desk, case, AT - WEEK - HOUR, minutes=120, rule=Rule())
    found = agenda.appointments_between(desk.vault, AT, AT + HOUR)
    assert [one.starts_at for one in found] == [AT - 23 * HOUR, AT - HOUR]


@pytest.mark.clause("082")
def test_one_is_known_with_its_series_and_its_changes(desk, case):
    which = book(desk, case, rule=Rule(interval=2))
    for hours in (1, 2, 3):
        appointments.move(desk.vault, desk.clock, which, AT + hours * HOUR, 50)
    desk.clock.at += timedelta(days=91)
    appointments.move(desk.vault, desk.clock, which, AT + 4 * HOUR, 50)
    other = desk.case("M-01")
    book(desk, other, AT + 4 * HOUR)
    cancelled = book(desk, other, AT + 4 * HOUR)
    appointments.cancel(desk.vault, desk.clock, cancelled)
    found = agenda.detail(desk.vault, desk.clock, which)
    assert (found.changes, found.lately, found.series.rule) == (4, 1, Rule(interval=2))
    assert [one.person.code for one in found.others] == ["M-01"]
    assert found.line.conflict
    single = agenda.detail(desk.vault, desk.clock, cancelled)
    assert (single.series, single.others, single.line.conflict) == (None, (), False)


def test_a_time_that_is_taken_is_told_before_it_is_booked(desk, case):
    which = book(desk, case)
    found = agenda.clashes(desk.vault, AT + 49 * timedelta(minutes=1), 50)
    assert [one.person.code for one in found] == ["L-07"]
    assert agenda.clashes(desk.vault, AT + 50 * timedelta(minutes=1), 50) == []
    assert agenda.clashes(desk.vault, AT, 50, which) == []
    appointments.cancel(desk.vault, desk.clock, which)
    assert agenda.clashes(desk.vault, AT, 50) == []


def test_the_next_one_of_a_case(desk, case):
    assert agenda.next_of_case(desk.vault, desk.clock, case) is None
    series = book(desk, case, rule=Rule())
    assert agenda.next_of_case(desk.vault, desk.clock, case).starts_at == AT
    appointments.cancel(desk.vault, desk.clock, series)
    assert agenda.next_of_case(desk.vault, desk.clock, case).starts_at == AT + WEEK
    book(desk, case, AT + DAY)
    assert agenda.next_of_case(desk.vault, desk.clock, case).starts_at == AT + DAY
    desk.clock.at = AT + DAY + 10 * timedelta(minutes=1)
    assert agenda.next_of_case(desk.vault, desk.clock, case).starts_at == AT + DAY
    book(desk, case, AT - 50 * DAY, rule=Rule(count=2))
    desk.clock.at = AT + 2 * DAY
    assert agenda.next_of_case(desk.vault, desk.clock, case).starts_at == AT + WEEK


@pytest.mark.clause("142")
def test_the_next_time_of_every_case_is_the_one_its_page_shows(desk, case):
    assert agenda.next_times(desk.vault, desk.clock) == {}
    other, third = desk.case("M-01"), desk.case("N-01")
    which = book(desk, case, rule=Rule())
    book(desk, case, AT + 3 * DAY)
    gone = book(desk, other, AT + HOUR)
    book(desk, other, AT + 2 * DAY)

    def same():
        told = agenda.next_times(desk.vault, desk.clock)
        for one in (case, other, third):
            shown = agenda.next_of_case(desk.vault, desk.clock, one)
            assert told.get(one) == (shown.starts_at if shown else None)
        return told

    assert same() == {case: AT, other: AT + HOUR}
    desk.clock.at = AT + 10 * timedelta(minutes=1)
    assert same()[case] == AT, "it is under way"
    appointments.cancel(desk.vault, desk.clock, which)
    appointments.cancel(desk.vault, desk.clock, gone)
    assert same() == {case: AT + 3 * DAY, other: AT + 2 * DAY}
    desk.clock.at = AT + 4 * DAY
    assert same() == {case: AT + WEEK}


def test_what_is_coming_is_told_by_code_and_time(desk, case):
    which = book(desk, case)
    assert agenda.coming(desk.vault, desk.clock, timedelta(minutes=30)) == []
    (line,) = agenda.coming(desk.vault, desk.clock, 2 * HOUR)
    assert (line.person.code, line.appointment.starts_at) == ("L-07", AT)
    desk.clock.at = AT
    assert agenda.coming(desk.vault, desk.clock, 2 * HOUR) == [line], "it is on"
    desk.clock.at = AT + 50 * timedelta(minutes=1)
    assert agenda.coming(desk.vault, desk.clock, 2 * HOUR) == []
    desk.clock.at = AT - HOUR
    appointments.cancel(desk.vault, desk.clock, which)
    assert agenda.coming(desk.vault, desk.clock, 2 * HOUR) == []


def test_everybody_to_choose_from(desk, case):
    other = desk.case("M-01")
    assert [(one.case_id, one.code) for one in agenda.persons(desk.vault)] == [
        (case, "L-07"), (other, "M-01"),
    ]  # fmt: skip
    assert replace(agenda.persons(desk.vault)[0]).mode is ServiceMode.ONLINE


@pytest.mark.clause("079")
def test_a_note_begun_after_the_hour_is_about_that_hour(desk, case):
    first, second = book(desk, case), book(desk, case, AT + 2 * HOUR)
    book(desk, desk.case("M-01"), AT + 2 * HOUR)

    def at_hand():
        return agenda.at_hand(desk.vault, desk.clock, case)

    assert at_hand() is None
    desk.clock.at = AT - 10 * timedelta(minutes=1)
    assert at_hand().which == first
    desk.clock.at = AT + 57 * timedelta(minutes=1)
    assert at_hand().which == first
    desk.clock.at = AT + 3 * HOUR
    assert at_hand().which == second
    appointments.miss(desk.vault, desk.clock, second)
    assert at_hand().which == first
    appointments.hold(desk.vault, desk.clock, first)
    assert at_hand().which == first
    desk.draft(case, "写好了")
    assert at_hand().which == first  # the draft was of another hour
    notes.start(desk.vault, desk.clock, case, SessionTime(AT), TEMPLATE)
    assert at_hand() is None


def test_a_closed_case_is_not_offered(desk, case):
    desk.vault.connection.execute("UPDATE cases SET state = 'closed'")
    assert agenda.persons(desk.vault) == []
