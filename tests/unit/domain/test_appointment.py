"""What was agreed on: what can be, what lies on top of what, how a series goes on."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from app.domain.appointment import (
    MOVED,
    Appointment,
    AppointmentState,
    Booking,
    Move,
    Series,
    conflicts,
    lately,
    meant,
)
from app.domain.case import ServiceMode
from app.domain.errors import FieldInvalid
from app.domain.ids import AppointmentId, CaseId, SeriesId
from app.domain.local_time import wall
from app.domain.recurrence import Rule, monthly

AT = datetime(2026, 5, 12, 6, tzinfo=UTC)  # a Tuesday, 14:00 in Shanghai
ZONE = "Asia/Shanghai"
BOOKING = Booking(CaseId(1), AT, ServiceMode.ONLINE, zone=ZONE)


def one(number, minutes_later=0, state=AppointmentState.BOOKED, minutes=50):
    start = AT + timedelta(minutes=minutes_later)
    return Appointment(
        CaseId(number), start, minutes, ZONE, ServiceMode.ONLINE, state, AppointmentId(number)
    )


def series(rule, starts_at=AT):
    return Series(SeriesId(1), CaseId(1), starts_at, 50, ZONE, ServiceMode.ONLINE, rule)


def days(made, count=4, begin=None):
    start = begin or made.starts_at
    found = made.slots(start, start + timedelta(days=400))
    return [wall(slot, ZONE).date() for slot, _ in zip(found, range(count), strict=False)]


@pytest.mark.parametrize(
    ("field", "booking"),
    [
        ("starts_at", replace(BOOKING, starts_at=AT.replace(tzinfo=None))),
        ("minutes", replace(BOOKING, minutes=0)),
        ("minutes", replace(BOOKING, minutes=24 * 60 + 1)),
        ("rule", replace(BOOKING, rule=Rule(interval=0))),
        ("words", replace(BOOKING, remark="长" * 501)),
        ("words", replace(BOOKING, place="长" * 501)),
    ],
)
def test_what_cannot_be_agreed_on(field, booking):
    with pytest.raises(FieldInvalid) as refused:
        booking.check()
    assert refused.value.name == field


def test_what_can():
    BOOKING.check()
    replace(BOOKING, rule=Rule(), minutes=24 * 60, remark="长" * 500).check()


def test_words_do_not_show_in_a_log():
    said = repr((replace(BOOKING, remark="秘密", place="秘密"), replace(one(1), remark="秘密")))
    assert "秘密" not in said


def test_only_what_is_still_to_come_lies_on_top():
    first, second, after = one(1), one(2, 49), one(3, 99)
    assert conflicts([after, second, first]) == {first.which, second.which}
    for state in AppointmentState:
        there = conflicts([first, one(2, 10, state)])
        assert bool(there) == state.standing
    assert conflicts([first, one(2, 50)]) == frozenset()


def test_a_long_one_lies_under_several():
    long = one(1, 0, minutes=300)
    assert conflicts([long, one(2, 10), one(3, 200)]) == {one(number).which for number in (1, 2, 3)}


@pytest.mark.clause("082")
def test_changes_of_the_last_three_months_count():
    moves = [Move(CaseId(1), AT, AT, AT - timedelta(days=ago)) for ago in (0, 30, 89, 90, 400)]
    assert lately(moves, AT) == 3


@pytest.mark.clause("079")
def test_a_session_keeps_the_nearest_standing_appointment():
    near, far = one(1, 20), one(2, 60)
    assert meant([far, near], AT) == near
    assert meant([far], AT) == far
    assert meant([one(3, 61)], AT) is None
    assert meant([one(4, 0, AppointmentState.CANCELLED)], AT) is None


def test_a_series_ends_the_day_before():
    made = series(Rule(count=9)).until_before(AT + timedelta(weeks=2))
    assert days(made) == [date(2026, 5, 12), date(2026, 5, 19)]
    assert days(series(Rule()).until_before(AT)) == []


def test_a_series_goes_on_on_another_day():
    slot, to = AT + timedelta(weeks=1), AT + timedelta(weeks=1, days=2, hours=1)
    made = series(Rule(interval=2, weekdays=(1, 6))).moved(slot, to, 60)
    assert (made.starts_at, made.minutes, made.rule.weekdays) == (to, 60, (1, 3))
    assert days(series(Rule()).moved(slot, to, 50), 2) == [date(2026, 5, 21), date(2026, 5, 28)]


def test_what_is_left_of_a_count_is_counted_on():
    slot = AT + timedelta(weeks=3)
    assert series(Rule(count=5)).moved(slot, slot, 50).rule.count == 2


def test_an_end_moves_along_and_a_month_finds_its_new_weekday():
    slot, to = AT, AT + timedelta(days=1)
    assert series(Rule(until=date(2026, 6, 2))).moved(slot, to, 50).rule.until == date(2026, 6, 3)
    made = series(monthly(date(2026, 5, 12))).moved(slot, to, 50)
    assert days(made, 2) == [date(2026, 5, 13), date(2026, 6, 10)]


def test_a_slot_is_called_by_its_series():
    slot = series(Rule()).at(AT)
    assert (slot.which.id, slot.which.series_id, slot.which.slot) == (None, SeriesId(1), AT)
    assert one(7).which.id == 7
    assert series(Rule(count=2)).ends_at() == AT + timedelta(weeks=1)


@pytest.mark.clause("082")
@pytest.mark.parametrize(("changes", "often"), [(0, False), (2, False), (3, True), (9, True)])
def test_three_changes_in_three_months_are_worth_a_word(changes, often):
    assert MOVED.lacks(changes) == (("moved.often",) if often else ())
