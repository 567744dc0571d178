"""What is kept of a client comes back as it was, from this version and from others."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from app.domain.as_json import as_json
from app.domain.client import EmergencyContact, Place, Profile, Relative, profile_from_mapping
from app.domain.ids import CaseId
from app.domain.intake import (
    CaseType,
    Guardian,
    Identity,
    IdentityStatus,
    Intake,
    IntakeGroup,
    Medical,
    Member,
    Needs,
    Request,
    Tie,
    Ties,
    Triage,
    Urgency,
)
from app.domain.risk import RiskLevel

AT = datetime(2026, 3, 2, 21, 40, tzinfo=UTC)
ASKED = Intake(
    kind=CaseType.FAMILY,
    identity=Identity(IdentityStatus.VERIFIED, "视频里看过证件"),
    triage=Triage(Urgency.URGENT, "说不想活了 😀", RiskLevel.HIGH, "精神卫生中心急诊"),
    request=Request(AT, AT, "朋友介绍", "睡不着\n整夜醒着", "能睡着"),
    ties=Ties(known=True, how="同一小区", others=(Tie(CaseId(3), "母亲"),)),
    medical=Medical("市精神卫生中心", "双相情感障碍", "碳酸锂"),
    earlier="大学时六次",
    needs=Needs("粤语", text=True, large_print=True, other="听力不好\u202e"),
    culture="不在周五",
    guardians=(Guardian("䶮父", "父亲", "13900139000", custody=True),),
    members=(Member("𬱖", "妹妹", "13700137000"), Member("ㄅ")),
    shown=(IntakeGroup.NEEDS, IntakeGroup.CULTURE),
)
FULL = Profile(
    name="䶮𬱖 ㄅ",
    aliases=("小䶮", "😀"),
    phone="13800138000",
    place=Place("上海", "Asia/Shanghai"),
    counselor_place=Place("Zürich", "Europe/Zurich"),
    emergency=EmergencyContact("张三", "父亲", "110", may_know=True),
    people=(Relative("李四", "同事", ("老李",)), Relative("王五")),
    places=("人民公园",),
    organisations=("某公司",),
    intake=ASKED,
)


def test_a_profile_survives_its_mapping():
    assert profile_from_mapping(as_json(FULL)) == FULL
    assert profile_from_mapping({}) == Profile()


def test_what_a_newer_version_added_is_left_alone():
    raw = as_json(FULL)
    raw["star_sign"] = "x"
    raw["place"]["district"] = "x"
    raw["emergency"]["distance"] = "x"
    raw["people"][0]["height"] = "x"
    raw["intake"]["weather"] = "x"
    for part in ("identity", "triage", "request", "ties", "medical", "needs"):
        raw["intake"][part]["weather"] = "x"
    for part in ("guardians", "members"):
        raw["intake"][part][0]["weather"] = "x"
    assert profile_from_mapping(raw) == FULL


@pytest.mark.clause("144")
@pytest.mark.parametrize(
    ("intake", "shown"),
    [
        (Intake(), ()),
        (Intake(shown=(IntakeGroup.CULTURE, IntakeGroup.NEEDS)), ("NEEDS", "CULTURE")),
        (Intake(medical=Medical(medication="x")), ("MEDICAL",)),
        (Intake(earlier="x"), ("EARLIER",)),
        (Intake(culture="x", guardians=(Guardian(),)), ("GUARDIANS", "CULTURE")),
        (Intake(needs=Needs(text=True)), ("NEEDS",)),
    ],
)
def test_a_group_is_hidden_until_it_is_switched_on_or_holds_something(intake, shown):
    assert tuple(one.name for one in intake.open_groups()) == shown


def test_a_case_of_one_person_has_nobody_to_agree_with():
    assert [one.several for one in CaseType] == [False, True, True, True]
