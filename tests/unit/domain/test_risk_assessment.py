"""An assessment of danger rests on something, and a high level on a next contact within a day."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from app.domain.as_json import as_json
from app.domain.risk import RiskLevel
from app.domain.risk_assessment import RISK, RISK_CARE, Assessed, RiskAssessment, Sign, risk_of

NOW = datetime(2026, 5, 12, 6, 57, tzinfo=UTC)
DAY = timedelta(hours=24)
WHOLE = RiskAssessment(
    Sign.YES,
    Sign.NO,
    Sign.NO,
    Sign.UNCLEAR,
    "有妹妹陪着",
    RiskLevel.MIDDLE,
    "想过，没有打算",
    None,
    "周督导",
)


@pytest.mark.clause("072")
@pytest.mark.clause("121")
@pytest.mark.clause("124")
@pytest.mark.parametrize(
    ("changed", "lacks"),
    [
        ({}, set()),
        ({"consulted": ""}, set()),
        ({"protective": "无"}, set()),
        ({"ideation": None}, {"ideation"}),
        ({"plan": None}, {"plan"}),
        ({"means": None}, {"means"}),
        ({"intent": None}, {"intent"}),
        ({"protective": " \u200b"}, {"protective"}),
        ({"level": None}, {"level"}),
        ({"basis": "\n"}, {"basis"}),
        ({"level": RiskLevel.HIGH}, {"next_contact"}),
        ({"level": RiskLevel.HIGH, "next_contact": NOW + DAY}, set()),
        (
            {"level": RiskLevel.HIGH, "next_contact": NOW + DAY + timedelta(minutes=1)},
            {"within_a_day"},
        ),
        ({"next_contact": NOW + 3 * DAY}, set()),
        ({"next_contact": NOW}, {"still_to_come"}),
        ({"next_contact": NOW + timedelta(seconds=1)}, set()),
    ],
)
def test_it_rests_on_something_and_says_what_comes_next(changed, lacks):
    broken = RISK.broken(Assessed(replace(WHOLE, **changed), NOW))
    assert {one.name.removeprefix("risk.") for one in broken} == lacks


@pytest.mark.clause("124")
@pytest.mark.parametrize(
    ("changed", "looks"),
    [
        ({"intent": Sign.NO}, set()),
        ({}, {"low_and_unclear"}),
        ({"intent": Sign.NO, "plan": Sign.YES}, {"low_with_a_plan"}),
        ({"intent": Sign.YES}, {"low_with_a_plan"}),
        ({"intent": Sign.YES, "level": RiskLevel.MIDDLE}, set()),
    ],
)
def test_a_low_level_that_does_not_fit_is_pointed_at(changed, looks):
    low = replace(WHOLE, **{"level": RiskLevel.LOW, **changed})
    assert {one.removeprefix("risk_care.") for one in RISK_CARE.lacks(low)} == looks


def test_it_comes_back_as_it_was():
    nasty = replace(WHOLE, basis="😀䶮𬱖ㄅ\u202e木\u202c\u00a0&<b>", next_contact=NOW + DAY)
    assert risk_of(as_json(nasty)) == nasty
    assert risk_of(as_json(RiskAssessment())) == RiskAssessment()
