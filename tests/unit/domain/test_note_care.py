"""What a counselor writes beyond her work is noticed; what others said or she denies is not."""

from __future__ import annotations

import pytest

from app import bootstrap
from app.domain.note import NoteBody, NotePart
from app.domain.note_care import NOTE_CARE, CareFacts, care_facts
from app.domain.scope_words import load_scope_words
from app.domain.session_sheet import SessionSheet
from resources import resource

WORDS = bootstrap.scope_words()


def lacks(text):
    return NOTE_CARE.lacks(CareFacts((text,), WORDS))


@pytest.mark.clause("137")
@pytest.mark.parametrize(
    "text",
    [
        "诊断为抑郁症。",
        "综合来看，确诊为焦虑",
        "初步诊断：适应障碍",
        "谈到睡眠。诊断是双相",
        "我把她诊断为抑郁",
        "My diagnosis is depression.",
        "Diagnosed with an anxiety disorder.",
        "「我睡不着」。诊断为失眠",
        "她没有哭，诊断为抑郁",
    ],
)
def test_a_diagnosis_of_her_own_is_noticed(text):
    assert lacks(text) == ("care.diagnosis",)


@pytest.mark.clause("137")
@pytest.mark.parametrize(
    "text",
    [
        "建议服用褪黑素，再去医院看看",
        "我告诉来访者，建议停药",
        "开了处方",
        "Recommended taking melatonin.",
        "I think it is time to stop the medication",
    ],
)
def test_advice_on_medication_is_noticed(text):
    assert lacks(text) == ("care.medicine",)


@pytest.mark.clause("137")
@pytest.mark.parametrize(
    "text",
    [
        "医院诊断为抑郁症",
        "来访者说去年诊断为双相",
        "来访者自述用药：处方舍曲林",
        "她念给我听：「诊断为焦虑，建议服用」",
        "“处方”两个字她看了很久",
        "诊断为抑郁症（某医院，2024）",
        "处方由精神科医生开，我不改",
        "没有建议服用任何药物",
        "不诊断为任何病",
        "来访者带来处方",
        "Her doctor prescribed sertraline",
        "She was diagnosed with depression in 2020",
        "I did not prescribe anything",
        "建议去医院就诊",
        "",
        "\ud800😀䶮𬱖ㄅ\u202e",
    ],
)
def test_what_others_said_what_is_quoted_and_what_is_denied_is_let_be(text):
    assert lacks(text) == ()


@pytest.mark.clause("137")
def test_the_clients_words_are_not_looked_at_and_the_sheet_is():
    said = "诊断为抑郁症"
    theirs = NoteBody("soap", "1", (NotePart("subjective", "主观", said),))
    assert NOTE_CARE.lacks(care_facts(theirs, SessionSheet(complaint=said), WORDS)) == ()
    mine = NoteBody("soap", "1", (NotePart("assessment", "评估", said),))
    assert NOTE_CARE.lacks(care_facts(mine, None, WORDS)) == ("care.diagnosis",)
    sheet = SessionSheet(work="建议服用褪黑素")
    assert NOTE_CARE.lacks(care_facts(theirs, sheet, WORDS)) == ("care.medicine",)


def test_the_words_that_were_found_are_named():
    assert CareFacts(("建议服用褪黑素",), WORDS).said("care.medicine") == "建议服用"


@pytest.mark.parametrize(
    ("before", "after"),
    [('edition = "1"', ""), ("negations", "denials"), ("medicine =", "pills ="), ('"诊断为"', "7")],
)
def test_a_spoilt_list_is_refused(before, after):
    text = resource("care/scope.zh.toml").read_text("utf-8")
    at = text.index(before, text.index("edition"))
    spoilt = text[:at] + text[at:].replace(before, after, 1)
    with pytest.raises(ValueError, match="a list of words"):
        load_scope_words(spoilt)


def test_without_a_nearness_no_denial_counts():
    text = resource("care/scope.zh.toml").read_text("utf-8").replace("near = 6", "near = 0")
    words = (load_scope_words(text),)
    assert NOTE_CARE.lacks(CareFacts(("没有建议服用任何药物",), words)) == ("care.medicine",)
