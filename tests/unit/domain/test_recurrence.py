"""Rules keep to somebody's wall clock, whatever summer time does."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.recurrence import (
    Every,
    Rule,
    instant,
    last_slot,
    monthly,
    rule_from_text,
    slots,
    wall,
)

FIRST = datetime(2026, 3, 3, 12, tzinfo=UTC)  # a Tuesday, noon in London, 20:00 in Shanghai
LONDON, SHANGHAI = "Europe/London", "Asia/Shanghai"
pytestmark = pytest.mark.clause("082")


def taken(zone, rule, days=70, first=FIRST):
    return list(slots(first, zone, rule, first, first + timedelta(days=days)))


def test_every_week_by_a_clock_without_summer_time():
    assert taken(SHANGHAI, Rule(), 22) == [FIRST + timedelta(weeks=one) for one in range(4)]


def test_every_week_by_a_clock_with_summer_time():
    found = taken(LONDON, Rule())
    assert {wall(one, LONDON).hour for one in found} == {12}
    assert {one.hour for one in found} == {12, 11}
    assert {wall(one, SHANGHAI).hour for one in found} == {20, 19}


def test_two_days_of_every_second_week():
    found = taken(SHANGHAI, Rule(interval=2, weekdays=(1, 4)), 30)
    assert [one.day for one in found] == [3, 6, 17, 20, 31]


def test_a_number_of_times_and_a_last_day():
    assert len(taken(SHANGHAI, Rule(count=5), 700)) == 5
    assert last_slot(FIRST, SHANGHAI, Rule(count=5)) == FIRST + timedelta(weeks=4)
    assert len(taken(SHANGHAI, Rule(until=date(2026, 3, 17)), 700)) == 3
    assert last_slot(FIRST, SHANGHAI, Rule(until=date(2026, 3, 17))) == FIRST + timedelta(weeks=2)
    assert last_slot(FIRST, SHANGHAI, Rule()) is None
    assert last_slot(FIRST, SHANGHAI, Rule(until=date(2026, 3, 1))) == FIRST
    assert taken(SHANGHAI, Rule(until=date(2026, 3, 1))) == []


def test_every_month_on_the_same_weekday():
    found = taken(SHANGHAI, monthly(date(2026, 3, 3)), 120)
    assert [wall(one, SHANGHAI).date() for one in found] == [
        date(2026, 3, 3), date(2026, 4, 7), date(2026, 5, 5), date(2026, 6, 2),
    ]  # fmt: skip
    last = monthly(date(2026, 3, 31))
    found = taken(SHANGHAI, last, 95, datetime(2026, 3, 31, 1, tzinfo=UTC))
    assert [wall(one, SHANGHAI).day for one in found] == [31, 28, 26, 30]


def test_an_hour_that_summer_time_leaves_out_comes_an_hour_later():
    gone = datetime(2026, 3, 29, 1, 30)  # noqa: DTZ001 - wall time
    assert wall(instant(gone, LONDON), LONDON).hour == 2
    twice = datetime(2026, 10, 25, 1, 30)  # noqa: DTZ001 - wall time
    assert instant(twice, LONDON) == datetime(2026, 10, 25, 0, 30, tzinfo=UTC)


def test_without_a_zone_it_is_the_clock_of_this_computer():
    here = FIRST.astimezone()
    assert instant(here.replace(tzinfo=None), "") == FIRST
    assert wall(FIRST, "").utcoffset() == here.utcoffset()
    assert taken("", Rule(), 8) == [FIRST, FIRST + timedelta(weeks=1)] or here.utcoffset()


RULES = [
    Rule(),
    Rule(interval=2, weekdays=(0, 2, 6)),
    Rule(count=12),
    Rule(until=date(2027, 1, 1)),
    monthly(date(2026, 3, 3)),
    monthly(date(2026, 3, 31), 3),
    Rule(Every.MONTH, 1, (4,), 2, 6),
]


@pytest.mark.parametrize("rule", RULES, ids=Rule.text)
def test_a_rule_is_read_back(rule):
    assert rule_from_text(rule.text()) == rule


@pytest.mark.parametrize("text", ["", "FREQ=DAILY", "x", "FREQ=WEEKLY;BYDAY=XX", "INTERVAL=2"])
def test_what_is_no_rule_of_ours_is_not_read(text):
    with pytest.raises((ValueError, KeyError)):
        rule_from_text(text)


@pytest.mark.parametrize(
    "rule",
    [
        Rule(interval=0),
        Rule(interval=53),
        Rule(count=-1),
        Rule(count=501),
        Rule(weekdays=(7,)),
        Rule(count=3, until=date(2026, 4, 1)),
    ],
    ids=repr,
)
def test_what_cannot_be_meant(rule):
    assert not rule.sensible()


@pytest.mark.parametrize("rule", RULES, ids=Rule.text)
def test_what_can_be_meant(rule):
    assert rule.sensible()


@given(
    st.sampled_from([LONDON, SHANGHAI, "America/New_York", "Australia/Lord_Howe"]),
    st.integers(1, 5),
    st.sets(st.integers(0, 6), max_size=3),
    st.integers(0, 900),
    st.integers(0, 23),
)
def test_entered_late_a_rule_gives_what_it_gives_from_the_start(zone, interval, days, late, hour):
    rule = Rule(interval=interval, weekdays=tuple(sorted(days)))
    first = FIRST.replace(hour=hour)
    begin, end = first + timedelta(days=late), first + timedelta(days=late + 50)
    whole = [one for one in slots(first, zone, rule, first, end) if one >= begin]
    assert list(slots(first, zone, rule, begin, end)) == whole
