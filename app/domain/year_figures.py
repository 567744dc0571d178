"""The figures of a year, as they may be shown: without names, and without small cells (119, 134).

A cell that fewer than five cases stand behind is not said. Were it left out, the total and the
other cells would tell it, and so would the choice of a second cell that is left out for its sake.
So it shares one number with the cells beside it; a test tries every small table.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from app.domain.rule import Book, Step

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

LEAST: Final = 5
"""How many cases have to stand behind a number that is shown (clause 134)."""
_BANDS: Final = ((14, "under 14"), (18, "14-17"), (25, "18-24"), (35, "25-34"), (45, "35-44"),
                 (60, "45-59"))  # fmt: skip
_OLDEST: Final = "60 and over"
UNKNOWN: Final = "unknown"
"""Stands where a case does not say it, or cannot be read."""
AGES: Final = (*(word for _, word in _BANDS), _OLDEST, UNKNOWN)
"""The age bands, the youngest first, as keys."""


@dataclass(frozen=True)
class Cell:
    """A number of a table: `count` of something, and the numbers of the cases `behind` it."""

    key: str
    count: int
    behind: frozenset[int]


STATISTICS: Final[Book[Cell]] = Book("statistics")
"""What keeps a number from being shown."""


@STATISTICS.rule("134", step=Step.PRACTICE)
def small(cell: Cell) -> bool:
    """Whether fewer than five cases stand behind a number, though some do."""
    return 0 < len(cell.behind) < LEAST


@dataclass(frozen=True)
class Tally:
    """A table as it was counted."""

    key: str
    cells: tuple[Cell, ...]


@dataclass(frozen=True)
class ShownTally:
    """A table as it may be shown: the keys that share a number, and the number.

    Where so few cases stand behind the whole table that nothing may be said, every number and the
    total are None.
    """

    key: str
    groups: tuple[tuple[tuple[str, ...], int | None], ...]
    total: int | None

    @property
    def hides(self) -> bool:
        """Whether anything is not told as it was counted."""
        return any(len(keys) > 1 or count is None for keys, count in self.groups)


@dataclass(frozen=True)
class YearFigures:
    """The tables of a year; the cases behind them that damage or a password hides are `unread`.

    Their number is not said where it is small: it is only known whether there are any.
    """

    year: int
    tables: tuple[ShownTally, ...]
    unread: bool = False


def counted(key: str, found: Mapping[str, Iterable[int]], order: Iterable[str] = ()) -> Tally:
    """Return a table: for each key the case of every single thing that is counted under it.

    Keys in `order` come first and stand even where nothing is under them.
    """
    keys = dict.fromkeys((*order, *found))
    under = {one: list(found.get(one, ())) for one in keys}
    return Tally(key, tuple(Cell(one, len(all_), frozenset(all_)) for one, all_ in under.items()))


def published(tally: Tally) -> ShownTally:
    """Return a table as it may be shown (clause 134): small cells share a number with their next.

    The cells are gone through in their fixed order, never by size: from which cells share a number
    nobody can tell which of them was the small one. A 0 before or after everything stays a 0.
    """
    groups: list[list[int]] = []
    waiting: list[int] = []
    for at, one in enumerate(tally.cells):
        if not waiting and not one.count:
            groups.append([at])
            continue
        waiting.append(at)
        if not small.broken(_together(tally, waiting)):
            groups.append(waiting)
            waiting = []
    zeros = _trailing_zeros(tally, waiting)
    rest = waiting[: len(waiting) - len(zeros)]
    if rest:
        _put_with_last(tally, groups, rest)
    made = [_together(tally, one) for one in (*groups, *([at] for at in zeros))]
    untold = any(small.broken(one) for one in made)
    keys = [tuple(tally.cells[at].key for at in one) for one in (*groups, *([at] for at in zeros))]
    told = tuple(
        (key, None if small.broken(one) else one.count) for key, one in zip(keys, made, strict=True)
    )
    return ShownTally(tally.key, told, None if untold else sum(one.count for one in made))


def _trailing_zeros(tally: Tally, waiting: list[int]) -> list[int]:
    """Return which of the cells at the end of a table, that wait for a number, are 0."""
    last = max((at for at in waiting if tally.cells[at].count), default=-1)
    return [at for at in waiting if at > last]


def _put_with_last(tally: Tally, groups: list[list[int]], rest: list[int]) -> None:
    """Put small cells at the end of a table with the number before them, and what lies between."""
    while groups and not tally.cells[groups[-1][-1]].count:
        rest[:0] = groups.pop()
    groups.append([*(groups.pop() if groups else []), *rest])


def _together(tally: Tally, places: list[int]) -> Cell:
    """Return several cells of a table as one."""
    cells = [tally.cells[at] for at in places]
    behind = frozenset[int]().union(*(one.behind for one in cells))
    return Cell("", sum(one.count for one in cells), behind)


def age_band(years: int | None) -> str:
    """Return the band of an age in whole years; `UNKNOWN` where none is known."""
    if years is None or years < 0:
        return UNKNOWN
    return next((word for below, word in _BANDS if years < below), _OLDEST)
