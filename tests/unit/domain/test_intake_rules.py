"""What the guidance asks at the door: each rule alone, and nothing of a case that is in order."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from app.domain.beyond_words import beyond_words
from app.domain.case import ServiceMode
from app.domain.client import EmergencyContact, Place, Profile, Relative
from app.domain.entry import EntryKind
from app.domain.errors import FieldInvalid
from app.domain.ids import CaseId
from app.domain.intake import (
    CaseType,
    Guardian,
    Identity,
    IdentityStatus,
    Intake,
    Medical,
    Member,
    Needs,
    Request,
    Tie,
    Ties,
    Triage,
    Urgency,
)
from app.domain.intake_rules import INTAKE, INTAKE_CARE, IntakeFacts
from app.domain.near import near
from app.domain.practice_profile import PracticeProfile
from app.domain.profile_check import check_intake
from app.domain.risk import RiskLevel

ON = date(2026, 5, 12)
AT = datetime(2026, 5, 12, 6, 57, tzinfo=UTC)
ASKED = Intake(
    triage=Triage(Urgency.ORDINARY, "工作压力，睡得还好", RiskLevel.LOW),
    ties=Ties(known=False),
    identity=Identity(IdentityStatus.STATED),
)
PUBLISHED = PracticeProfile(scope="成人", requirements="实名")
FACTS = IntakeFacts(
    ServiceMode.ONLINE,
    Profile(name="苏简", phone="13800000000", birth_date="1990-01-01", intake=ASKED),
    ON,
    practice=PUBLISHED,
)
OPEN_MODES = [one for one in ServiceMode if one is not ServiceMode.CRISIS]


def asked(facts: IntakeFacts = FACTS, **changed: object) -> IntakeFacts:
    """Return facts with something asked otherwise."""
    return replace(facts, profile=replace(facts.profile, intake=replace(facts.intake, **changed)))


def stops(facts: IntakeFacts) -> set[str]:
    return {one.removeprefix("intake.") for one in INTAKE.lacks(facts)}


def cares(facts: IntakeFacts) -> set[str]:
    return {one.removeprefix("intake_care.") for one in INTAKE_CARE.lacks(facts)}


def test_a_case_in_order_is_neither_stopped_nor_warned_of():
    assert stops(FACTS) == set()
    assert cares(FACTS) == set()


@pytest.mark.clause("073")
@pytest.mark.parametrize("mode", list(ServiceMode))
@pytest.mark.parametrize(
    ("triage", "lacks"),
    [
        (Triage(), {"graded", "reasons"}),
        (Triage(Urgency.COMPLEX), {"reasons"}),
        (Triage(Urgency.URGENT, " \n"), {"reasons"}),
        (Triage(None, "急"), {"graded"}),
        (Triage(Urgency.COMPLEX, "几件事一起"), set()),
    ],
)
def test_a_request_is_graded_with_reasons_before_a_case_is_opened(mode, triage, lacks):
    facts = replace(asked(triage=triage), mode=mode)
    assert stops(facts) == lacks
    assert ("ungraded" in cares(facts)) == bool(lacks)


DANGER = Triage(Urgency.URGENT, "说了计划", RiskLevel.HIGH)


@pytest.mark.clause("097")
@pytest.mark.parametrize(
    ("mode", "stopped"),
    [
        (ServiceMode.ONLINE, {"danger_afar"}),
        (ServiceMode.HOTLINE_REGULAR, {"danger_afar"}),
        (ServiceMode.HOTLINE_GENERAL, set()),
        (ServiceMode.FACE_TO_FACE, set()),
        (ServiceMode.CRISIS, {"led_on"}),
    ],
)
def test_who_is_in_danger_is_not_taken_on_from_afar(mode, stopped):
    facts = replace(asked(triage=DANGER), mode=mode)
    assert stops(facts) == stopped
    assert ("danger_known" in cares(facts)) == ("danger_afar" in stopped)
    led = replace(asked(triage=replace(DANGER, referral="急诊")), mode=mode)
    assert stops(led) == stopped - {"led_on"}


@pytest.mark.clause("097")
@pytest.mark.parametrize("risk", [None, RiskLevel.LOW, RiskLevel.MIDDLE])
@pytest.mark.parametrize("mode", list(ServiceMode))
def test_less_danger_stops_nothing(mode, risk):
    facts = replace(asked(triage=replace(DANGER, risk=risk)), mode=mode)
    assert stops(facts) == set()
    assert "danger_known" not in cares(facts)


@pytest.mark.clause("074")
@pytest.mark.parametrize("urgency", list(Urgency))
@pytest.mark.parametrize("answered", [None, AT])
def test_an_urgent_request_waits_until_it_is_answered(urgency, answered):
    facts = asked(triage=Triage(urgency, "x"), request=Request(AT, answered))
    waits = urgency is Urgency.URGENT and answered is None
    assert ("unanswered" in cares(facts)) == waits


@pytest.mark.clause("074")
def test_an_answer_does_not_come_before_the_request():
    check_intake(Intake(request=Request(AT, AT)))
    check_intake(Intake(request=Request(AT)))
    check_intake(Intake(request=Request(None, AT)))
    with pytest.raises(FieldInvalid) as refused:
        check_intake(Intake(request=Request(AT, AT - timedelta(minutes=1))))
    assert refused.value.name == "answered_at"


@pytest.mark.clause("066")
@pytest.mark.parametrize("status", [None, *IdentityStatus])
@pytest.mark.parametrize("entries", [frozenset(), frozenset({EntryKind.IDENTITY_TALK})])
def test_who_stays_anonymous_is_talked_to_about_it(status, entries):
    facts = replace(asked(identity=Identity(status)), entries=entries)
    assert ("anonymous" in cares(facts)) == (status is IdentityStatus.ANONYMOUS and not entries)


@pytest.mark.clause("066")
@pytest.mark.parametrize(
    ("risk", "status", "phone", "city", "asks"),
    [
        (RiskLevel.MIDDLE, IdentityStatus.STATED, "1", "上海", True),
        (RiskLevel.HIGH, IdentityStatus.VERIFIED, "", "上海", True),
        (RiskLevel.HIGH, IdentityStatus.VERIFIED, "1", "", True),
        (RiskLevel.HIGH, IdentityStatus.VERIFIED, "1", "上海", False),
        (RiskLevel.LOW, IdentityStatus.ANONYMOUS, "", "", False),
        (None, None, "", "", False),
    ],
)
def test_danger_asks_again_for_who_and_where(risk, status, phone, city, asks):
    made = asked(triage=Triage(Urgency.COMPLEX, "x", risk), identity=Identity(status))
    profile = replace(made.profile, phone=phone, place=Place(city))
    assert ("unnamed" in cares(replace(made, profile=profile))) == asks


@pytest.mark.clause("005")
@pytest.mark.clause("032")
@pytest.mark.parametrize("entries", [frozenset(), frozenset({EntryKind.RELATION_CHECK})])
@pytest.mark.parametrize("known", [None, False, True])
def test_whoever_knows_the_client_weighs_what_that_means(known, entries):
    found = cares(replace(asked(ties=Ties(known=known)), entries=entries))
    assert ("relation_unasked" in found) == (known is None)
    assert ("relation" in found) == (known is True and not entries)


@pytest.mark.clause("006")
def test_family_among_her_clients_is_said():
    tied = Ties(known=False, others=(Tie(CaseId(4), "丈夫"),))
    assert cares(asked(ties=tied)) == {"family"}
    assert cares(replace(FACTS, near=(CaseId(4),))) == {"perhaps_family"}
    assert cares(replace(asked(ties=tied), near=(CaseId(4),))) == {"family"}
    assert cares(replace(asked(ties=tied), near=(CaseId(5),))) == {"family", "perhaps_family"}


@pytest.mark.clause("006")
@pytest.mark.parametrize(
    ("mine", "theirs", "close"),
    [
        ({"people": (Relative("陶乐", "丈夫"),)}, {"name": "陶乐"}, True),
        ({"name": "苏简"}, {"emergency": EmergencyContact("苏简", "妻子")}, True),
        ({"name": "苏简"}, {"intake": Intake(members=(Member(" 苏简 "),))}, True),
        ({"name": "苏简"}, {"intake": Intake(guardians=(Guardian("苏简"),))}, True),
        ({"phone": "138-0000-0000"}, {"emergency": EmergencyContact(phone="13800000000")}, True),
        ({"phone": "021 5555"}, {"phone": "0215555"}, True),
        ({"phone": "110"}, {"phone": "110"}, False),
        ({"name": "苏简"}, {"name": "苏简"}, False),
        ({}, {"people": (Relative(""),)}, False),
        ({"name": "苏简"}, {"people": (Relative("苏简简"),)}, False),
    ],
)
def test_two_clients_are_close_where_one_is_named_in_the_other(mine, theirs, close):
    found = near(Profile(**mine), [(CaseId(7), Profile(**theirs)), (CaseId(8), Profile())])
    assert found == ((CaseId(7),) if close else ())


@pytest.mark.clause("137")
@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("可诊断为抑郁症，建议服用舍曲林", ("诊断为", "建议服用")),
        ("给他开了处方", ("处方",)),
        ("I diagnosed and prescribed", ("I diagnosed", "prescribed")),
        ("睡不着，医院看过", ()),
        ("we described it", ()),
    ],
)
def test_a_doctors_words_are_flagged_in_her_own_text_alone(text, found):
    assert beyond_words(text) == found
    assert ("doctors_words" in cares(asked(triage=Triage(Urgency.COMPLEX, text)))) == bool(found)
    told = asked(medical=Medical("医院", text, text), request=Request(seeks=text), earlier=text)
    assert cares(told) == set()


@pytest.mark.clause("138")
@pytest.mark.parametrize(
    ("birth", "guardians", "asks"),
    [
        ("2012-01-01", (), True),
        ("2012-01-01", (Guardian("父", "父亲"),), True),
        ("2012-01-01", (Guardian("", "父亲", "13900000000"),), True),
        ("2012-01-01", (Guardian("父", "父亲", "13900000000"),), False),
        ("2008-05-12", (), False),
        ("", (), False),
    ],
)
def test_a_minor_has_a_guardian_who_can_be_reached(birth, guardians, asks):
    made = asked(guardians=guardians)
    facts = replace(made, profile=replace(made.profile, birth_date=birth))
    assert ("guardian" in cares(facts)) == asks


@pytest.mark.clause("138")
@pytest.mark.parametrize("mode", list(ServiceMode))
@pytest.mark.parametrize("text", [False, True])
def test_who_needs_writing_is_not_taken_on_by_telephone(mode, text):
    lines = {ServiceMode.HOTLINE_GENERAL, ServiceMode.HOTLINE_REGULAR}
    facts = replace(asked(needs=Needs(text=text)), mode=mode)
    assert ("not_by_voice" in cares(facts)) == (text and mode in lines)


@pytest.mark.clause("108")
@pytest.mark.parametrize("kind", list(CaseType))
@pytest.mark.parametrize("members", [(), (Member(" "),), (Member("陶乐"),)])
def test_several_people_are_written_down(kind, members):
    missing = kind is not CaseType.INDIVIDUAL and members != (Member("陶乐"),)
    assert ("members" in cares(asked(kind=kind, members=members))) == missing


@pytest.mark.clause("061")
@pytest.mark.parametrize("empty", ["scope", "requirements"])
def test_whom_she_takes_on_is_published_first(empty):
    facts = replace(FACTS, practice=replace(PUBLISHED, **{empty: " "}))
    assert cares(facts) == {"unpublished"}
