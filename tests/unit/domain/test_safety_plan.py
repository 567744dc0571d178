"""A safety plan has six steps; the client's copy is in large print and names nobody."""

from __future__ import annotations

from dataclasses import fields, replace

import pytest

from app import bootstrap
from app.domain.as_json import as_json
from app.domain.safety_plan import PLAN, STEPS, SafetyPlan, client_copy, plan_of

WHOLE = SafetyPlan(
    "整夜睡不着，不回消息",
    "出门走一圈\n洗热水澡",
    "去楼下的书店",
    "妹妹 13900001111",
    "12356，市精神卫生中心急诊",
    "药交给妹妹保管",
)


@pytest.mark.clause("124")
@pytest.mark.parametrize("name", STEPS)
def test_a_step_that_is_empty_is_refused(name):
    assert PLAN.lacks(WHOLE) == ()
    assert PLAN.lacks(replace(WHOLE, **{name: " \u200b\n"})) == (f"safety.{name}",)


def test_it_has_the_six_steps_and_no_other():
    assert tuple(one.name for one in fields(SafetyPlan)) == STEPS
    assert len(PLAN.rules) == len(STEPS) == 6
    assert plan_of(as_json(WHOLE)) == WHOLE
    assert plan_of({}) == SafetyPlan()


@pytest.mark.clause("124")
@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_clients_copy_is_large_and_says_every_step_in_its_order(language):
    text = bootstrap.crisis_texts()[language]
    sheet = client_copy(WHOLE, text, (3, "2026年5月12日"), "专用微信 xl-1")
    assert sheet.large
    assert sheet.language == language
    assert [one.heading for one in sheet.parts] == [
        *(text.words[name] for name in STEPS),
        text.words["plan_now"],
    ]
    assert sheet.parts[1].lines == ("出门走一圈", "洗热水澡")
    assert "12356" in sheet.parts[-1].lines[0]
    assert "xl-1" in sheet.parts[-1].lines[1]
    assert "3" in sheet.foot
    assert "2026年5月12日" in sheet.foot
    bare = client_copy(WHOLE, text, (1, "x"), " ")
    assert bare.parts[-1].lines == sheet.parts[-1].lines[:1]
    far = client_copy(WHOLE, text, (1, "x"), " ", abroad=True)
    assert far.parts[-1].lines == (*text.words["plan_abroad"].splitlines(), *bare.parts[-1].lines)
