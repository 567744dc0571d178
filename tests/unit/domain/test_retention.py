"""How long a record is kept: what a choice lacks, when a term ends, how it stands."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from app.domain import retention
from app.domain.as_json import as_json
from app.domain.retention import (
    KEEPING,
    OWN,
    Keeping,
    KeepingFacts,
    RetentionProfile,
    Standing,
    keeping_of,
    least,
    standing,
    term,
)

SHENZHEN = RetentionProfile("shenzhen", "深圳", 10, 3, "", "条例 24(4)", law=True)
USUAL = RetentionProfile("default", "通常", 10, 3, "", "建议")
MINE = Keeping(OWN, 15, 5, "督导建议")


def lacks(keeping, least=0):
    return [one.removeprefix("keeping.") for one in KEEPING.lacks(KeepingFacts(keeping, least))]


@pytest.mark.clause("015")
@pytest.mark.parametrize(
    ("change", "missing"),
    [
        ({}, []),
        ({"profile": ""}, ["profile"]),
        ({"years": 0}, ["years"]),
        ({"years": 101}, ["years"]),
        ({"years": None}, ["years"]),
        ({"years": 100}, []),
        ({"minor_years": -1}, ["minor_years"]),
        ({"minor_years": 101}, ["minor_years"]),
        ({"minor_years": None}, ["minor_years"]),
        ({"minor_years": 0}, []),
        ({"why": " \u200b"}, ["why"]),
        ({"profile": "default", "why": ""}, []),
    ],
)
def test_a_choice_says_how_long_and_why(change, missing):
    assert lacks(replace(MINE, **change)) == missing


@pytest.mark.clause("015")
@pytest.mark.clause("155")
@pytest.mark.parametrize(
    ("years", "floor", "missing"),
    [(9, 10, ["law"]), (10, 10, []), (1, 0, []), (None, 10, ["years"])],
)
def test_nothing_is_shorter_than_the_law_of_the_place(years, floor, missing):
    assert lacks(replace(MINE, years=years), floor) == missing


def test_a_law_binds_where_the_practice_goes_by_it():
    both = (USUAL, SHENZHEN)
    assert least(retention.chosen(SHENZHEN), both) == 10
    assert least(retention.chosen(USUAL), both) == 0
    assert least(MINE, both) == 0


@pytest.mark.clause("015")
@pytest.mark.parametrize(
    ("last", "born", "until", "minor"),
    [
        (date(2020, 5, 12), "", date(2030, 5, 12), False),
        (date(2020, 5, 12), "1990-01-01", date(2030, 5, 12), False),
        (date(2020, 2, 29), "", date(2030, 3, 1), False),
        (date(2020, 5, 12), "2010-06-01", date(2031, 6, 1), True),
        (date(2020, 5, 12), "2003-06-01", date(2030, 5, 12), True),
        (date(2020, 5, 12), "2002-05-12", date(2030, 5, 12), False),
        (date(2020, 5, 12), "2012-02-29", date(2033, 3, 1), True),
        (date(2020, 5, 12), "小学", date(2030, 5, 12), False),
    ],
)
def test_a_term_ends_by_the_years_and_for_a_minor_after_majority(last, born, until, minor):
    found = term(Keeping(), last, born)
    assert (found.last, found.until, found.minor) == (last, until, minor)


def test_years_that_were_never_a_number_end_at_once_and_break_nothing():
    found = term(Keeping(years=None, minor_years=None), date(2020, 5, 12), "2010-06-01")
    assert found.until == date(2028, 6, 1)


@pytest.mark.clause("015")
@pytest.mark.parametrize(
    ("closed", "held", "today", "expected"),
    [
        (True, True, date(2040, 1, 1), Standing.HELD),
        (True, False, date(2030, 5, 12), Standing.DUE),
        (True, False, date(2030, 5, 11), Standing.KEPT),
        (False, False, date(2040, 1, 1), Standing.ONGOING),
    ],
)
def test_how_a_term_stands(closed, held, today, expected):
    found = term(Keeping(), date(2020, 5, 12))
    assert standing(found, today, closed=closed, held=held) is expected


def test_of_a_case_that_is_shut_nobody_can_say():
    assert standing(None, date(2040, 1, 1), closed=True, held=False) is Standing.SHUT
    assert standing(None, date(2040, 1, 1), closed=True, held=True) is Standing.HELD


def test_it_is_read_back_and_shows_no_word_in_a_log():
    assert keeping_of(as_json(MINE)) == MINE
    assert keeping_of({**as_json(MINE), "of another version": 1}) == MINE
    assert "督导" not in repr(MINE)
