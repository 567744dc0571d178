"""When a backup is due and overdue, and which generations stay."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from app.domain.backup import BackupPlan, Every, Generation, to_keep

NOON = datetime(2026, 5, 12, 12, tzinfo=UTC)
MIDNIGHT = NOON.replace(hour=0)
DAY = timedelta(days=1)
PLAN = BackupPlan("/there", last=NOON - DAY)


@pytest.mark.parametrize(
    ("plan", "wanted"),
    [
        (PLAN, True),
        (replace(PLAN, last=None), True),
        (replace(PLAN, last=MIDNIGHT), False),
        (replace(PLAN, last=MIDNIGHT - timedelta(seconds=1)), True),
        (replace(PLAN, last=NOON), False),
        (replace(PLAN, folder=""), False),
        (replace(PLAN, every=Every.NEVER), False),
        (replace(PLAN, last=NOON + 3650 * DAY), True),  # the clock was ten years ahead once
    ],
)
def test_a_backup_is_wanted_once_a_day_where_a_folder_is_chosen(plan, wanted):
    assert plan.wants_one(NOON, MIDNIGHT) is wanted


@pytest.mark.parametrize(
    ("plan", "first", "wanted"),
    [
        (BackupPlan(), None, False),
        (BackupPlan(), NOON - 3 * DAY, False),
        (BackupPlan(), NOON - 3 * DAY - timedelta(seconds=1), True),
        (replace(PLAN, last=NOON - 7 * DAY), NOON - 90 * DAY, False),
        (replace(PLAN, last=NOON - 7 * DAY - timedelta(seconds=1)), NOON - 90 * DAY, True),
        (replace(PLAN, last=NOON - 7 * DAY, remind_days=3), NOON - 90 * DAY, True),
        (replace(PLAN, last=NOON + 8 * DAY), NOON - 90 * DAY, True),
    ],
)
def test_she_is_reminded_of_what_is_too_old_or_never_was(plan, first, wanted):
    assert plan.overdue(NOON, first) is wanted


def test_where_a_backup_lies_stands_in_no_log():
    assert "there" not in repr(PLAN)


def daily(days, start=NOON):
    return [Generation(number + 1, start + number * DAY, 1) for number in range(days)]


def test_seven_days_four_weeks_and_twelve_months_stay():
    every = daily(400)
    stays = to_keep(every, "UTC")
    kept = sorted((one for one in every if one.number in stays), key=lambda one: -one.number)
    ages = [(every[-1].made_at - one.made_at).days for one in kept]
    assert ages[:7] == list(range(7))
    assert len(kept) <= 7 + 4 + 12
    months = {one.made_at.strftime("%Y-%m") for one in kept}
    assert len(months) == 12
    weeks = {
        one.made_at.strftime("%G-%V") for one in kept if (every[-1].made_at - one.made_at).days < 28
    }
    assert len(weeks) == 4


def test_rotating_day_by_day_keeps_what_rotating_once_keeps():
    left = []
    for one in daily(120):
        left = [each for each in (*left, one) if each.number in to_keep((*left, one), "UTC")]
    assert {one.number for one in left} == set(to_keep(daily(120), "UTC"))


def test_of_one_day_the_newest_stays():
    same = [Generation(number, NOON + timedelta(minutes=number), 1) for number in range(1, 30)]
    assert to_keep(same, "UTC") == {29}


def test_the_newest_stays_whatever_its_date_says():
    ahead = [Generation(number, NOON + (3650 + number) * DAY, 1) for number in range(1, 60)]
    last = Generation(60, NOON, 1)
    assert 60 in to_keep([*ahead, last], "UTC")
    assert to_keep([], "UTC") == frozenset()


def test_a_day_is_hers_and_not_that_of_greenwich():
    """At 07:00 and, the day after, at 10:00 in Shanghai: one UTC day, two of hers."""
    early = [Generation(1, datetime(2026, 3, 2, 23, tzinfo=UTC), 1)]
    late = [Generation(2, datetime(2026, 3, 3, 15, tzinfo=UTC), 1)]
    next_day = [Generation(3, datetime(2026, 3, 3, 23, tzinfo=UTC), 1)]
    assert to_keep(early + next_day, "Asia/Shanghai") == {1, 3}
    assert to_keep(late + next_day, "Asia/Shanghai") == {2, 3}
    assert to_keep(early + late, "Asia/Shanghai") == {2}
