"""The technical sheet: what it lacks, and when it is reminded of."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from app.domain.as_json import as_json
from app.domain.case import FORMAL_AFAR, ServiceMode
from app.domain.entry import CaseEntry, EntryKind
from app.domain.ids import CaseId, EntryId
from app.domain.mode_change import ModeChange
from app.domain.tech_sheet import TECH, TECH_CARE, TechFacts, TechSheet, tech_facts, tech_of

FACE, ONLINE = ServiceMode.FACE_TO_FACE, ServiceMode.ONLINE
AT = datetime(2026, 5, 12, tzinfo=UTC)
WHOLE = TechSheet("腾讯会议", "笔记本电脑", "手机", "2026-05-10", "没有声音", "换了耳机")


def waits(**known):
    found = TECH_CARE.lacks(TechFacts(**{"mode": ONLINE, "sheet": WHOLE, **known}))
    return [one.removeprefix("tech_care.") for one in found]


def entry(number, kind, value):
    return CaseEntry(EntryId(number), CaseId(1), kind, AT, as_json(value))


@pytest.mark.clause("051")
@pytest.mark.parametrize(("platform", "lacks"), [("电话", ()), ("", True), (" \u3000\u200b", True)])
def test_a_sheet_says_by_which_platform(platform, lacks):
    made = TechSheet(platform)
    assert TECH.lacks(made) == (("tech.platform",) if lacks else ())


@pytest.mark.clause("051")
@pytest.mark.parametrize("mode", ServiceMode)
@pytest.mark.parametrize(
    ("held", "sheet", "reminds"),
    [
        (0, None, True),
        (0, replace(WHOLE, tried_on=""), True),
        (0, WHOLE, False),
        (1, None, False),
        (7, replace(WHOLE, tried_on=""), False),
    ],
)
def test_a_trial_call_is_reminded_of_before_the_first_session_from_afar(mode, held, sheet, reminds):
    expected = ["untried"] if reminds and mode in FORMAL_AFAR else []
    assert waits(mode=mode, held=held, sheet=sheet) == expected


@pytest.mark.clause("051")
@pytest.mark.parametrize(
    ("problems", "done", "reminds"),
    [("没有声音", " ", True), ("没有声音", "换了耳机", False), ("\n", "", False)],
)
def test_a_problem_without_what_was_done_is_reminded_of(problems, done, reminds):
    sheet = replace(WHOLE, problems=problems, done=done)
    assert waits(sheet=sheet, held=4) == ["unsolved"] * reminds
    assert waits(sheet=sheet, mode=FACE) == []


@pytest.mark.clause("051")
def test_another_way_of_service_is_tried_out_anew():
    first = entry(1, EntryKind.TECH_SHEET, TechSheet("电话"))
    again = entry(3, EntryKind.TECH_SHEET, WHOLE)
    change = entry(2, EntryKind.MODE_CHANGE, ModeChange(FACE, ONLINE, "", "", AT, sessions=5))
    assert tech_facts(ONLINE, 0, ()) == TechFacts(ONLINE)
    assert tech_facts(ONLINE, 2, (first,)) == TechFacts(ONLINE, 2, TechSheet("电话"))
    assert tech_facts(ONLINE, 5, (first, change)) == TechFacts(ONLINE)
    assert tech_facts(ONLINE, 6, (first, change, again)) == TechFacts(ONLINE, 1, WHOLE)


def test_it_is_read_back_and_shows_no_word_in_a_log():
    assert tech_of(as_json(WHOLE)) == WHOLE
    assert "腾讯" not in repr(WHOLE)
