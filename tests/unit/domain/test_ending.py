"""The end of the work: what a closing says, what it may not pass over, and its paper."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from app import bootstrap
from app.domain.as_json import as_json
from app.domain.case import Case, CaseState, ServiceMode
from app.domain.ending import (
    ENDING,
    REOPENING,
    Closure,
    Counted,
    Ending,
    EndingKind,
    Fees,
    Loose,
    Reopening,
    closed_on,
    ending_of,
)
from app.domain.ending_paper import closing_sheet
from app.domain.ending_text import load_ending_text
from app.domain.entry import CaseEntry, EntryKind
from app.domain.follow_up import FollowPlan
from app.domain.ids import CaseId, EntryId

AT = datetime(2026, 5, 12, tzinfo=UTC)
TEXTS = bootstrap.ending_texts()
WHOLE = Ending(
    EndingKind.REACHED,
    "2026-05-12",
    "",
    "最后两次谈了结束",
    "睡不着",
    "十二次，认知行为",
    "睡眠目标达成，社交部分达成",
    "PHQ-9 14 → 5",
    "觉得有用",
    "搬家时可能反复",
    "低",
    "保持作息",
    "没有录音",
    Fees.PAID,
    edition="心匣第 1 版",
    counted=Counted(12, 600, 1, "2026-01-05", "2026-05-05"),
)


def lacks(*, loose=Loose(), danger=False, sought=False, referred=False, **changed):  # noqa: B008
    made = Closure(replace(WHOLE, **changed), loose, danger, sought, referred)
    return {one.removeprefix("ending.") for one in ENDING.lacks(made)}


@pytest.mark.clause("035")
@pytest.mark.parametrize(
    ("changed", "missing"),
    [
        ({}, set()),
        ({"kind": None}, {"kind"}),
        ({"on": ""}, {"day"}),
        ({"talked": " "}, {"talked"}),
        ({"results": ""}, {"results"}),
        ({"kind": EndingKind.COUNSELOR}, {"why"}),
        ({"kind": EndingKind.CLIENT}, {"why"}),
        ({"kind": EndingKind.OTHER, "why": "搬走了"}, set()),
        ({"kind": EndingKind.AGREED}, set()),
        ({"kind": EndingKind.REFERRED}, {"referred"}),
        ({"kind": EndingKind.REFERRED, "referred": True}, set()),
    ],
)
def test_it_ends_with_care(changed, missing):
    assert lacks(**changed) == missing


@pytest.mark.clause("035")
@pytest.mark.clause("072")
@pytest.mark.parametrize(
    ("changed", "missing"),
    [
        ({"risk": ""}, {"risk"}),
        ({"talked": ""}, {"talked"}),
        ({"danger": True}, set()),
        ({"danger": True, "advice": ""}, {"advice"}),
        ({"advice": ""}, set()),
        ({"kind": EndingKind.DROPPED}, set()),
        ({"kind": EndingKind.DROPPED, "danger": True}, {"sought"}),
        ({"kind": EndingKind.DROPPED, "danger": True, "sought": True}, set()),
    ],
)
def test_nobody_in_danger_is_closed_over(changed, missing):
    assert lacks(**changed) == missing


@pytest.mark.clause("123")
def test_the_risk_at_the_end_is_written_down():
    assert lacks(risk="\u3000") == {"risk"}


@pytest.mark.clause("126")
def test_an_end_by_referral_has_its_referral():
    assert lacks(kind=EndingKind.REFERRED) == {"referred"}


@pytest.mark.clause("014")
@pytest.mark.clause("119")
@pytest.mark.parametrize(
    ("changed", "missing"),
    [
        ({"problem": ""}, {"problem"}),
        ({"course": ""}, {"course"}),
        ({"results": ""}, {"results"}),
        ({"fees": None}, {"fees"}),
        ({"fees": Fees.OPEN}, {"fees_how"}),
        ({"fees": Fees.OPEN, "fees_how": "下月付"}, set()),
        ({"fees": Fees.NONE}, set()),
        ({"loose": Loose(unsigned=1)}, {"settled"}),
        ({"loose": Loose(booked=1)}, {"settled"}),
        ({"loose": Loose(begun=1)}, {"settled"}),
        ({"loose": Loose(receipts=1), "settled": " "}, {"settled"}),
        ({"loose": Loose(1, 1, 1, 1), "settled": "今晚签"}, set()),
    ],
)
def test_it_is_complete_and_says_what_becomes_of_what_is_not_finished(changed, missing):
    assert lacks(**changed) == missing


@pytest.mark.clause("098")
def test_a_case_is_not_closed_over_a_crisis_that_goes_on():
    assert lacks(loose=Loose(crisis=True), settled="以后再说") == {"crisis"}


@pytest.mark.clause("132")
def test_it_is_opened_again_for_a_reason():
    assert REOPENING.lacks(Reopening(" ")) == ("reopening.reason",)
    assert REOPENING.lacks(Reopening("又来了")) == ()


def test_it_comes_back_as_it_was_and_shows_no_word_in_a_log():
    made = replace(WHOLE, loose=Loose(1, 2, 3, 4), settled="今晚签")
    assert ending_of(as_json(made)) == made
    assert ending_of({}) == Ending()
    assert "睡不着" not in repr(made)


def entry(kind, value, at=AT):
    return CaseEntry(EntryId(1), CaseId(1), kind, at, value)


def test_a_closed_case_says_since_when_it_is_closed():
    open_one = Case(CaseId(1), "A", ServiceMode.ONLINE, CaseState.OPEN, AT)
    shut = replace(open_one, state=CaseState.CLOSED)
    first = entry(EntryKind.ENDING, as_json(WHOLE))
    again = entry(EntryKind.ENDING, as_json(replace(WHOLE, on="2026-07-01")))
    other = entry(EntryKind.SCREEN, {})
    assert closed_on(open_one, [first]) is None
    assert closed_on(shut, [other]) is None
    assert closed_on(shut, [first, other, again]) == date(2026, 7, 1)
    assert closed_on(shut, [entry(EntryKind.DECLINE, {})]) == AT.date()


@pytest.mark.clause("035")
@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_summary_says_everything_under_the_code_name(language):
    text = TEXTS[language]
    made = replace(
        WHOLE,
        why="约好的",
        loose=Loose(unsigned=2),
        settled="今晚签",
        fees=Fees.OPEN,
        fees_how="下月",
    )
    plan = FollowPlan(("2026-06-12",), "电话")
    words = "\n".join(closing_sheet(made, "H-017", plan, text, "沈知远").words())
    for one in ("H-017", "约好的", "十二次", "搬家时", "今晚签", "下月", "电话", "沈知远"):
        assert one in words
    assert text.words["loose_unsigned"].format(2) in words
    assert text.words["sessions_of"].format(12, 600, 1) in words
    bare = replace(Ending(on="2026-05-12"), counted=Counted(missed=2))
    said = "\n".join(closing_sheet(bare, "H-017", None, text, "沈").words())
    assert text.words["follow_none"] in said
    assert text.words["none_held"].format(2) in said
    assert text.words["problem"] not in said
    gone = closing_sheet(bare, "H-017", FollowPlan(declined=True), text, "沈")
    assert text.words["follow_declined"] in gone.words()


def test_words_that_are_missing_are_named():
    with pytest.raises(ValueError, match="the words of an ending lack"):
        load_ending_text('edition = "1"\nlanguage = "zh"\n[words]\nletter = "信"')
