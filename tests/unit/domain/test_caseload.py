"""How full the days are, and when that is worth a word."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from app.domain.caseload import CASELOAD, MOST, Ceilings, Load, load

MONDAY = date(2026, 5, 11)
DAY = timedelta(days=1)


def over(ceilings, taken, wanted):
    found = load(
        ceilings, [MONDAY + one * DAY for one in taken], [MONDAY + one * DAY for one in wanted]
    )
    return [one.removeprefix("caseload.") for one in CASELOAD.lacks(found)]


@pytest.mark.clause("021")
@pytest.mark.parametrize(
    ("ceilings", "taken", "wanted", "said"),
    [
        (Ceilings(), [0] * 30, [0], []),
        (Ceilings(day=4), [0] * 3, [0], []),
        (Ceilings(day=4), [0] * 4, [0], ["full_day"]),
        (Ceilings(day=4), [0] * 9, [1], []),
        (Ceilings(week=5), [0, 0, 2, 6], [6], []),
        (Ceilings(week=5), [0, 0, 2, 6, 6], [3], ["full_week"]),
        (Ceilings(week=5), [-1, 7, 0, 0, 2, 6], [3], []),
        (Ceilings(1, 1), [0], [0], ["full_day", "full_week"]),
        (Ceilings(day=2), [7, 7], [0, 7, 14], ["full_day"]),
        (Ceilings(day=2), [8, 8], [0, 7, 14], []),
    ],
)
def test_more_than_she_means_to_hold_is_worth_a_word(ceilings, taken, wanted, said):
    assert over(ceilings, taken, wanted) == said


@pytest.mark.clause("021")
def test_it_says_which_day_and_week_are_the_fullest():
    taken = [MONDAY + 7 * DAY] * 2 + [MONDAY + 15 * DAY] * 4
    wanted = [MONDAY + weeks * 7 * DAY for weeks in range(3)]
    second, third = MONDAY + 7 * DAY, MONDAY + 14 * DAY
    assert load(Ceilings(2, 9), taken, wanted) == Load(Ceilings(2, 9), second, 3, third, 5)


@pytest.mark.parametrize(
    ("ceilings", "possible"),
    [
        (Ceilings(), True),
        (Ceilings(MOST, 1), True),
        (Ceilings(MOST + 1), False),
        (Ceilings(0, -1), False),
    ],
)
def test_a_ceiling_is_a_number_that_can_be_meant(ceilings, possible):
    assert ceilings.possible() is possible
    assert Ceilings().any is False
    assert Ceilings(0, 3).any is Ceilings(3).any is True
