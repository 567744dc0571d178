"""A screen asks for what its answers ask for, and for nothing else."""

from __future__ import annotations

from dataclasses import replace

import pytest

from app import bootstrap
from app.domain.as_json import as_json
from app.domain.screen import (
    SCREEN,
    Referral,
    Suitability,
    blank_screen,
    screen_of,
)

CATALOGUE = bootstrap.screen_catalogues()["zh"]
RISKS = {"suicide", "harm", "violence"}


def screen(*yes, result=None, **more):
    """Return a screen in which these items are so, all others are not."""
    blank = blank_screen(CATALOGUE)
    asked = tuple(replace(one, answer=one.key in yes) for one in blank.asked)
    return replace(blank, asked=asked, result=result, **more)


def missing(made):
    return {one.name.removeprefix("screen.") for one in SCREEN.broken(made)}


SUITABLE, RESERVED, UNSUITABLE = Suitability
GOING = {"rationale": "家人知情", "consulted_on": "2026-05-20"}
ENDED = {"explanation": "说明了网络的局限", "referral": Referral("市七院", "给了电话")}


@pytest.mark.clause("052")
@pytest.mark.clause("100")
def test_the_items_are_those_of_the_guidance_and_no_others():
    found = {one.key: (one.source, one.clauses) for one in CATALOGUE.items}
    both, online, question = ("052", "100"), ("052",), ("100",)
    assert found == {
        "suicide": ("网络 4.3，问 10(2)", both),
        "harm": ("网络 4.3", online),
        "violence": ("网络 4.3", online),
        "delusion": ("网络 4.3，问 10(2)", both),
        "borderline": ("网络 4.3，问 10(2)", both),
        "confusion": ("问 10(2)", question),
        "social": ("问 10(2)", question),
        "computer": ("网络 4.3", online),
    }
    assert {one.key for one in CATALOGUE.items if one.risk} == RISKS
    words = "\n".join(one.text for one in CATALOGUE.items)
    for said in (
        "自杀",
        "伤害他人",
        "暴力",
        "虐待",
        "妄想型精神分裂",
        "严重精神障碍",
        "边缘性人格",
    ):
        assert said in words
    for said in ("思维混乱", "严重的社交人格障碍", "严重心理问题", "电脑的经验"):
        assert said in words


@pytest.mark.clause("069")
@pytest.mark.clause("099")
def test_both_languages_ask_the_same_and_say_whom_it_suits():
    zh, en = (bootstrap.screen_catalogues()[one] for one in ("zh", "en"))
    assert [(one.key, one.clauses, one.risk) for one in zh.items] == [
        (one.key, one.clauses, one.risk) for one in en.items
    ]
    assert len(zh.suits) == len(en.suits) == 3
    assert "个人成长" in zh.suits[0]


@pytest.mark.clause("052")
@pytest.mark.clause("100")
def test_nothing_is_preset_and_every_item_is_answered():
    blank = blank_screen(CATALOGUE)
    assert {one.answer for one in blank.asked} == {None}
    assert "answered" in missing(blank)
    for one in blank.asked:
        rest = screen(result=SUITABLE)
        asked = tuple(replace(it, answer=None if it.key == one.key else it.answer)
                      for it in rest.asked)  # fmt: skip
        assert missing(replace(rest, asked=asked)) == {"answered"}
    assert missing(screen(result=SUITABLE)) == set()


@pytest.mark.clause("020")
@pytest.mark.clause("029")
def test_it_comes_to_something():
    assert missing(screen()) == {"result"}


@pytest.mark.clause("052")
@pytest.mark.clause("100")
@pytest.mark.parametrize("key", [one.key for one in CATALOGUE.items])
def test_a_yes_is_never_passed_over(key):
    assert missing(screen(key, result=SUITABLE)) == {"not_plainly_suitable"}
    plan = {"safety_plan"} if key in RISKS else set()
    assert missing(screen(key, result=RESERVED)) == {"rationale", "consultation"} | plan


@pytest.mark.clause("052")
@pytest.mark.parametrize(
    ("made", "lacks"),
    [
        (screen("computer", result=RESERVED, **GOING), set()),
        (screen("computer", result=RESERVED, **{**GOING, "rationale": " \n"}), {"rationale"}),
        (screen("computer", result=RESERVED, **{**GOING, "consulted_on": ""}), {"consultation"}),
        (screen("suicide", result=RESERVED, **GOING), {"safety_plan"}),
        (screen("suicide", result=RESERVED, **GOING, safety_plan=" "), {"safety_plan"}),
        (screen("suicide", result=RESERVED, **GOING, safety_plan="先打给姐姐"), set()),
        (screen(result=RESERVED), {"rationale"}),
        (screen(result=RESERVED, rationale="还要再看两次"), set()),
    ],
)
def test_going_on_asks_for_reasons_plan_and_consultation(made, lacks):
    assert missing(made) == lacks


@pytest.mark.clause("020")
@pytest.mark.clause("029")
@pytest.mark.parametrize(
    ("made", "lacks"),
    [
        (screen("suicide", result=UNSUITABLE), {"explanation", "referral", "referral_said"}),
        (screen("suicide", result=UNSUITABLE, **ENDED), set()),
        (screen(result=UNSUITABLE, **{**ENDED, "explanation": ""}), {"explanation"}),
        (screen(result=UNSUITABLE, **{**ENDED, "referral": Referral("", "说过")}), {"referral"}),
        (
            screen(result=UNSUITABLE, **{**ENDED, "referral": Referral("市七院", " ")}),
            {"referral_said"},
        ),
        (
            screen(
                result=UNSUITABLE, **{**ENDED, "referral": Referral("", "不想去", declined=True)}
            ),
            set(),
        ),
    ],
)
def test_turning_away_asks_for_an_explanation_and_another_place(made, lacks):
    assert missing(made) == lacks


def test_it_comes_back_as_it_was():
    made = screen("suicide", result=UNSUITABLE, **ENDED, rationale="😀䶮𬱖ㄅ\u202e")
    assert screen_of(as_json(made)) == made
    blank = blank_screen(CATALOGUE)
    assert screen_of(as_json(blank)) == blank
