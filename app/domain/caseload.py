"""How many sessions a day and a week hold, and how many the counselor means to hold (clause 021).

Work and life are kept in balance (热线 4.3): she sets the ceilings herself, there are none unless
she does, and being over one is said and stops nothing.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING, Final

from app.domain.rule import Book, Step

if TYPE_CHECKING:
    from collections.abc import Iterable

MOST: Final = 99
"""The highest ceiling that can be set."""


@dataclass(frozen=True)
class Ceilings:
    """How many sessions a day and a week are to hold at most; 0 is no ceiling."""

    day: int = 0
    week: int = 0

    @property
    def any(self) -> bool:
        """Whether one is set."""
        return bool(self.day or self.week)

    def possible(self) -> bool:
        """Return whether they can be meant."""
        return all(0 <= one <= MOST for one in (self.day, self.week))


@dataclass(frozen=True)
class Load:
    """The fullest day and the fullest week of those looked at; a week is known by its Monday."""

    ceilings: Ceilings
    day: date
    in_day: int
    week: date
    in_week: int


CASELOAD: Final[Book[Load]] = Book("caseload")
"""What is worth a word about how full the days are; it never stops a booking."""


def load(ceilings: Ceilings, taken: Iterable[date], wanted: Iterable[date]) -> Load:
    """Return how full the days of `wanted`, at least one, and their weeks are with all of `taken`.

    Of days that are equally full it is the first. The days are those of the practice's calendar.
    """
    new = sorted(wanted)
    every = [*taken, *new]
    days, weeks = Counter(every), Counter(map(_monday, every))
    day = max(new, key=lambda one: days[one])
    week = max(map(_monday, new), key=lambda one: weeks[one])
    return Load(ceilings, day, days[day], week, weeks[week])


def _monday(day: date) -> date:
    """Return the Monday of the week of a day."""
    return day - timedelta(days=day.weekday())


@CASELOAD.rule("021", step=Step.PRACTICE)
def full_day(found: Load) -> bool:
    """Whether a day holds more sessions than she means it to."""
    return 0 < found.ceilings.day < found.in_day


@CASELOAD.rule("021", step=Step.PRACTICE)
def full_week(found: Load) -> bool:
    """Whether a week holds more sessions than she means it to."""
    return 0 < found.ceilings.week < found.in_week
