"""By whose clock a time is said."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from app.domain.client import Place, Profile
from app.domain.local_time import counselor_place, last_moment, local

PRACTICE = Place("上海", "Asia/Shanghai")
LATE = datetime(2026, 12, 31, 17, 30, tzinfo=UTC)


def test_the_case_comes_before_the_practice():
    there = Place("伦敦", "Europe/London")
    assert counselor_place(Profile(counselor_place=there), PRACTICE) == there
    assert counselor_place(Profile(), PRACTICE) == PRACTICE
    assert counselor_place(Profile(counselor_place=Place("杭州")), PRACTICE) == Place(
        "杭州", "Asia/Shanghai"
    )


def test_a_time_is_moved_to_a_place_or_to_this_computer():
    assert f"{local(LATE, PRACTICE):%Y-%m-%d %H:%M}" == "2027-01-01 01:30"
    assert local(LATE, Place()).utcoffset() == LATE.astimezone().utcoffset()
    assert local(LATE, PRACTICE) == LATE


def test_a_day_ends_by_the_clock_of_its_place_and_one_that_is_not_over_now():
    day = local(LATE, PRACTICE).date()
    assert last_moment(day, PRACTICE, LATE) == LATE
    ended = last_moment(day - timedelta(days=1), PRACTICE, LATE)
    assert f"{local(ended, PRACTICE):%Y-%m-%d %H:%M}" == "2026-12-31 23:59"
    here = last_moment(day - timedelta(days=9), Place(), LATE)
    assert here.utcoffset() is not None
