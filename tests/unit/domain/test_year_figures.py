"""Small cells are not said, and cannot be reckoned back from what is (clause 134)."""

from __future__ import annotations

from collections import defaultdict
from itertools import product

import pytest

from app.domain.year_figures import (
    AGES,
    LEAST,
    UNKNOWN,
    Cell,
    Tally,
    age_band,
    counted,
    published,
    small,
)

NAMES = "abcdef"


def people(*counts):
    """Return a table that counts cases: behind each number stand as many of them."""
    cells, first = [], 0
    for at, one in enumerate(counts):
        cells.append(Cell(NAMES[at], one, frozenset(range(first, first + one))))
        first += one
    return Tally("t", tuple(cells))


def said(*counts):
    found = published(people(*counts))
    return [("".join(keys), one) for keys, one in found.groups], found.total


@pytest.mark.clause("134")
@pytest.mark.parametrize(
    ("cases", "hidden"), [(0, False), (1, True), (4, True), (LEAST, False), (9, False)]
)
def test_a_cell_is_small_that_fewer_than_five_cases_stand_behind(cases, hidden):
    assert small.broken(Cell("a", 40, frozenset(range(cases)))) is hidden


@pytest.mark.clause("134")
@pytest.mark.parametrize(
    ("counts", "shown", "total"),
    [
        ((6, 9), [("a", 6), ("b", 9)], 15),
        ((0, 6, 9, 0), [("a", 0), ("b", 6), ("c", 9), ("d", 0)], 15),
        ((3, 9, 20), [("ab", 12), ("c", 20)], 32),
        ((3, 0, 9, 20), [("abc", 12), ("d", 20)], 32),
        ((20, 9, 3), [("a", 20), ("bc", 12)], 32),
        ((20, 0, 3), [("abc", 23)], 23),
        ((20, 3, 0, 0), [("ab", 23), ("c", 0), ("d", 0)], 23),
        ((1, 1, 20, 30), [("abc", 22), ("d", 30)], 52),
        ((1, 2, 1), [("abc", None)], None),
        ((0, 3, 0), [("ab", None), ("c", 0)], None),
        ((), [], 0),
        ((0, 0), [("a", 0), ("b", 0)], 0),
    ],
)
def test_what_is_said_of_a_table(counts, shown, total):
    assert said(*counts) == (shown, total)


@pytest.mark.clause("134")
@pytest.mark.parametrize(("size", "top"), [(2, 14), (3, 10), (4, 8), (5, 6)])
def test_what_is_not_said_cannot_be_reckoned_back(size, top):
    """Whoever knows the method and everything that is shown is left with several numbers each.

    Tables at the edge of what is tried have companions beyond it, so they are not judged.
    """
    behind = defaultdict(list)
    for counts in product(range(top), repeat=size):
        shown, total = said(*counts)
        behind[tuple(shown), total].append(counts)
    for (shown, total), tables in behind.items():
        for name, number in shown:
            if number is not None and (len(name) == 1 or number >= top):
                continue
            for one in name:
                left = {table[NAMES.index(one)] for table in tables}
                assert len(left) > 2, (shown, total, tables)


@pytest.mark.clause("134")
def test_many_sessions_of_few_people_are_a_small_cell():
    told = published(counted("mode", {"online": [1] * 30, "here": [*range(2, 9), 2, 3]}))
    assert told.groups == ((("online", "here"), 39),)
    assert told.total == 39
    assert told.hides


def test_a_table_counts_in_its_order_and_each_case_once():
    made = counted("mode", {"b": [1, 1, 2], "c": [3]}, ("a", "b"))
    assert [(one.key, one.count, sorted(one.behind)) for one in made.cells] == [
        ("a", 0, []), ("b", 3, [1, 2]), ("c", 1, [3]),
    ]  # fmt: skip
    assert not published(counted("mode", {})).hides


@pytest.mark.parametrize(
    ("years", "band"),
    [(None, UNKNOWN), (-1, UNKNOWN), (0, "under 14"), (13, "under 14"), (14, "14-17"),
     (17, "14-17"), (18, "18-24"), (59, "45-59"), (60, "60 and over"), (99, "60 and over")],
)  # fmt: skip
def test_ages_are_told_in_bands(years, band):
    assert age_band(years) == band
    assert band in AGES
