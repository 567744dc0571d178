"""The pre-intake form: each question says why, what pries waits to be switched on."""

from __future__ import annotations

import pytest

from app import bootstrap
from app.domain.client import EmergencyContact, Place, Profile
from app.domain.intake import (
    Guardian,
    Intake,
    IntakeGroup,
    Medical,
    Needs,
    Request,
    Ties,
)
from app.domain.intake_paper import intake_form, load_intake_text
from app.domain.practice import Practice

pytestmark = pytest.mark.clause("062")
PRACTICE = Practice(name="晴天心理", counselor="林晓岚", contact=" ")
KNOWN = Profile(
    name="韩梅梅",
    phone="138",
    wechat="hmm",
    place=Place("成都"),
    emergency=EmergencyContact("李雷", "丈夫", "139", may_know=True),
    intake=Intake(
        ties=Ties(known=False),
        request=Request(seeks="睡不着\n整夜", expects="能睡", source="朋友"),
        medical=Medical("三院", "失眠", "无"),
        guardians=(Guardian("韩父", "父亲", "137"), Guardian("韩母", "母亲")),
        earlier="没有",
        needs=Needs("四川话", other="坡道"),
        culture="素食",
    ),
)


@pytest.fixture(params=["zh", "en"])
def text(request):
    return bootstrap.intake_texts()[request.param]


def answers(form):
    return {one.question.key: one for _, part in form.parts for one in part}


def test_both_languages_ask_the_same_and_each_question_says_why():
    zh, en = (bootstrap.intake_texts()[language] for language in ("zh", "en"))
    asked = [
        [(one.group, [(q.key, q.lines, [key for key, _ in q.choices]) for q in one.questions])
         for one in text.groups]
        for text in (zh, en)
    ]  # fmt: skip
    assert asked[0] == asked[1]
    keys = [q.key for one in zh.groups for q in one.questions]
    assert len(set(keys)) == len(keys)
    assert all(q.why.strip() for text in (zh, en) for one in text.groups for q in one.questions)
    assert {one.group for one in zh.groups} == {None, *IntakeGroup}


@pytest.mark.clause("144")
def test_what_pries_is_asked_only_when_it_is_switched_on(text):
    usual = answers(intake_form(text, PRACTICE))
    assert not {"hospital", "medication", "guardian", "earlier", "culture"} & set(usual)
    medical = answers(intake_form(text, PRACTICE, [IntakeGroup.MEDICAL]))
    assert set(medical) - set(usual) == {"hospital", "medication"}
    filled = intake_form(text, PRACTICE, (), KNOWN)
    assert "失眠" not in " ".join(filled.words())


def test_the_empty_form_holds_no_answer(text):
    form = intake_form(text, PRACTICE, tuple(IntakeGroup))
    assert form.subtitle == "晴天心理 · 林晓岚"
    assert not any(one.words or one.chosen for one in answers(form).values())
    assert not form.large


def test_the_filled_form_holds_what_is_known(text):
    form = intake_form(text, PRACTICE, tuple(IntakeGroup), KNOWN, large=True)
    found = answers(form)
    assert {key: one.words for key, one in found.items() if one.words} == {
        "name": "韩梅梅",
        "phone": "138 · hmm",
        "city": "成都",
        "seeks": "睡不着\n整夜",
        "expects": "能睡",
        "emergency": "李雷 · 丈夫 · 139",
        "source": "朋友",
        "guardian": "韩父 · 父亲 · 137\n韩母 · 母亲",
        "hospital": "三院 · 失眠",
        "medication": "无",
        "earlier": "没有",
        "language": "四川话",
        "needs": "坡道",
        "culture": "素食",
    }
    chosen = {key: one.chosen for key, one in found.items() if one.chosen}
    assert chosen == {"may_know": "yes", "known": "no"}
    assert form.large
    assert "睡不着\n整夜" in form.words()


@pytest.mark.parametrize(
    ("profile", "chosen"),
    [
        (Profile(), {}),
        (Profile(emergency=EmergencyContact("李雷")), {}),
        (Profile(emergency=EmergencyContact("李雷", may_know=False)), {"may_know": "no"}),
        (Profile(emergency=EmergencyContact(may_know=True)), {}),
        (Profile(intake=Intake(ties=Ties(known=True))), {"known": "yes"}),
    ],
)
def test_what_nobody_said_is_not_ticked(text, profile, chosen):
    form = intake_form(text, PRACTICE, (), profile)
    assert {key: one.chosen for key, one in answers(form).items() if one.chosen} == chosen


FULL = """
edition = "1"
language = "zh"
title = "t"
lead = "l"
urgent = "u"
foot = "f"
[[groups]]
heading = "h"
[[groups.fields]]
key = "name"
label = "n"
why = "w"
"""


@pytest.mark.parametrize(
    "text",
    [
        "",
        FULL.replace('why = "w"', ""),
        FULL.replace('lead = "l"', ""),
        FULL.split("[[groups]]", maxsplit=1)[0],
        FULL.split("[[groups.fields]]", maxsplit=1)[0],
        FULL + "lines = 0",
        FULL + 'lines = "2"',
        FULL.replace('heading = "h"', 'heading = "h"\nkey = "unknown"'),
    ],
)
def test_a_form_that_lacks_something_is_refused(text):
    assert load_intake_text(FULL).title == "t"
    with pytest.raises(ValueError, match=r"lacks|unknown"):
        load_intake_text(text)
