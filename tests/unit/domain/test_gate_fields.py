"""Which of several things is missing that one rule asks for."""

from __future__ import annotations

from dataclasses import replace

import pytest

from app.domain.client import Place, Profile
from app.domain.gate_fields import (
    CLIENT_ZONE,
    NAME,
    OWN_ZONE,
    REACH,
    TALK,
    lacking,
    who_lacks,
    zones_lack,
)
from app.domain.intake import Identity, IdentityStatus, Intake
from app.domain.risk import RiskLevel
from tests.unit.domain.test_gate_sheet import WHOLE, facts


@pytest.mark.clause("104")
@pytest.mark.parametrize(
    ("profile", "lacks"),
    [
        (Profile(), {NAME, REACH}),
        (Profile(intake=Intake(identity=Identity(IdentityStatus.ANONYMOUS))), {TALK}),
        (Profile(name="林晓禾"), {REACH}),
        (Profile(phone="13900000017"), {NAME}),
        (Profile(name="\u200b", wechat="hemu"), {NAME}),
        (Profile(name="林晓禾", email="hemu@example.invalid"), set()),
    ],
)
def test_name_and_contact_are_missing_one_by_one(profile, lacks):
    assert who_lacks(profile) == lacks


@pytest.mark.clause("121", "123")
def test_only_what_is_open_is_named():
    assert not lacking(facts(sheet=WHOLE))
    said = replace(WHOLE, risk=None, referral=" ")
    assert lacking(facts(sheet=said)) == {"risk", "referral"}
    assert lacking(facts(sheet=said, profile=Profile(name="林晓禾"))) == {"risk", "referral", REACH}
    assert not lacking(facts(sheet=replace(said, risk=RiskLevel.LOW, referral="无")))


@pytest.mark.clause("038", "104")
@pytest.mark.parametrize(
    ("profile", "lacks"),
    [
        (Profile(), set()),
        (Profile(place=Place("伦敦", "")), {CLIENT_ZONE}),
        (Profile(place=Place("伦敦", "Europe/London")), set()),
        (Profile(counselor_place=Place("杭州", " ")), {OWN_ZONE}),
        (Profile(place=Place("", "Europe/London"), counselor_place=Place("杭州", "")), {OWN_ZONE}),
    ],
)
def test_of_a_place_that_has_its_city_the_time_zone_is_named(profile, lacks):
    assert zones_lack(profile) == lacks
