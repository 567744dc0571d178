"""What the sheet of a session must say before its note is signed, and what it should say."""

from __future__ import annotations

from dataclasses import replace

import pytest

from app.domain.as_json import as_json
from app.domain.case import ServiceMode
from app.domain.client import Place
from app.domain.entry import CaseEntry, EntryKind
from app.domain.gate import GATE
from app.domain.gate_sheet import CAUTION, FIELDS
from app.domain.ids import CaseId, EntryId, SessionId
from app.domain.intake import Intake, Triage, Urgency
from app.domain.note import NotePart
from app.domain.risk import RiskLevel
from app.domain.session_sheet import IdentityCheck, Opening, SessionSheet, Surroundings
from tests.admitted import filled
from tests.unit.domain.test_gate_admission import AFAR, BEGAN, facts
from tests.unit.domain.test_risk_assessment import NOW as AT
from tests.unit.domain.test_risk_assessment import WHOLE as ASSESSMENT

FACE, GENERAL, CRISIS = (
    ServiceMode.FACE_TO_FACE,
    ServiceMode.HOTLINE_GENERAL,
    ServiceMode.CRISIS,
)
WELL = frozenset(Surroundings)
WHOLE = replace(
    filled(SessionSheet()), mine=WELL, theirs=WELL, opening=frozenset(Opening), remedy="线下评估"
)


TRIED = CaseEntry(
    EntryId(9),
    CaseId(1),
    EntryKind.TECH_SHEET,
    BEGAN,
    {"platform": "电话", "tried_on": "2026-02-27"},
)


def broken(mode=ServiceMode.ONLINE, **said):
    """Return the names of the rules of the sheet that are not met."""
    known = facts(mode, sheet=replace(WHOLE, **said))
    return [one.name for one in GATE.broken(known) if one.name in FIELDS]


def warned(mode=ServiceMode.ONLINE, number=1, entries=(TRIED,), **said):
    """Return the names of the cautions."""
    known = facts(mode, sheet=replace(WHOLE, **said), entries=entries)
    known = replace(known, session=replace(known.session, number=number))
    return [one.name.removeprefix("caution.") for one in CAUTION.broken(known)]


def test_a_whole_sheet_lacks_nothing_and_warns_of_nothing():
    assert [broken(mode) for mode in ServiceMode] == [[]] * len(ServiceMode)
    assert [warned(mode) for mode in ServiceMode] == [[]] * len(ServiceMode)
    assert set(FIELDS) <= set(GATE.rules)


@pytest.mark.clause("030", "105")
@pytest.mark.parametrize("mode", AFAR)
@pytest.mark.parametrize(
    ("identity", "how", "lacks"),
    [
        (None, "", True),
        (None, "看见了", True),
        (IdentityCheck.OTHER, "\u3000", True),
        (IdentityCheck.OTHER, "老师当面介绍", False),
        *((one, "", False) for one in IdentityCheck if one is not IdentityCheck.OTHER),
    ],
)
def test_from_afar_it_is_said_how_identity_was_checked(mode, identity, how, lacks):
    said = {"identity": identity, "identity_how": how}
    assert broken(mode, **said) == ["gate.identity_checked"] * lacks
    assert [broken(one, **said) for one in (FACE, GENERAL, CRISIS)] == [[], [], []]


@pytest.mark.clause("077")
@pytest.mark.parametrize("mode", AFAR)
@pytest.mark.parametrize(
    ("there", "who", "lacks"),
    [(True, " ", True), (True, "母亲，来访者请她留下", False), (False, "", False)],
)
def test_somebody_else_is_explained(mode, there, who, lacks):
    said = {"third_person": there, "third_person_who": who}
    assert broken(mode, **said) == ["gate.third_person"] * lacks
    assert broken(CRISIS, **said) == []


@pytest.mark.clause("121")
@pytest.mark.parametrize("said", [{"mood": ""}, {"risk": None}, {"problem": "\u200b"}])
@pytest.mark.parametrize("mode", [*AFAR, FACE, GENERAL])
def test_three_fields_are_filled_in_every_note_but_that_of_an_emergency(mode, said):
    assert broken(mode, **said) == ["gate.three_fields"]
    assert broken(CRISIS, **said) == []


@pytest.mark.clause("123")
@pytest.mark.parametrize("name", ["complaint", "danger", "work", "referral"])
@pytest.mark.parametrize("mode", [*AFAR, FACE, GENERAL])
def test_four_answers_stand_in_every_note_but_that_of_an_emergency(mode, name):
    assert broken(mode, **{name: " "}) == ["gate.four_answers"]
    assert broken(mode, **{name: "无"}) == []
    assert broken(CRISIS, **{name: ""}) == []


@pytest.mark.clause("047", "104")
@pytest.mark.parametrize("mode", AFAR)
@pytest.mark.parametrize(
    ("risk", "said", "lacks"),
    [
        (RiskLevel.LOW, {"confirmed": False}, False),
        (RiskLevel.MIDDLE, {"confirmed": False}, True),
        (RiskLevel.HIGH, {"confirmed": False}, True),
        (RiskLevel.HIGH, {}, False),
        (RiskLevel.HIGH, {"client_place": Place("", "Europe/London")}, True),
        (RiskLevel.MIDDLE, {"counselor_place": Place()}, True),
        (RiskLevel.HIGH, {"confirmed": False, "unconfirmed": "身份：不愿说"}, False),
        (RiskLevel.HIGH, {"confirmed": False, "unconfirmed": " "}, True),
        (RiskLevel.LOW, {"counselor_place": Place()}, False),
    ],
)
def test_a_grave_risk_is_confirmed_for_the_day(mode, risk, said, lacks):
    assert broken(mode, risk=risk, **said) == ["gate.risk_confirmed"] * lacks
    assert broken(CRISIS, risk=risk, **said) == []


@pytest.mark.clause("031", "077")
@pytest.mark.parametrize("side", ["mine", "theirs"])
@pytest.mark.parametrize("lost", Surroundings)
def test_surroundings_that_are_not_good_on_both_sides_are_worth_a_word(side, lost):
    for mode in AFAR:
        assert warned(mode, **{side: WELL - {lost}}) == ["surroundings"]
    assert warned(FACE, **{side: WELL - {lost}}) == []


@pytest.mark.clause("092")
def test_a_first_session_without_the_word_on_recording_is_worth_a_word():
    said = {"opening": frozenset(Opening) - {Opening.NO_RECORDING}}
    assert [warned(mode, **said) for mode in AFAR] == [["no_recording"]] * len(AFAR)
    assert warned(number=2, **said) == warned(FACE, **said) == []


@pytest.mark.clause("054", "067")
def test_a_first_assessment_from_afar_without_a_remedy_is_worth_a_word():
    assert [warned(mode, remedy=" ") for mode in AFAR] == [["remedy"]] * len(AFAR)
    assert warned(number=2, remedy="") == warned(FACE, remedy="") == []


@pytest.mark.clause("051")
def test_a_first_session_from_afar_that_nobody_tried_out_is_worth_a_word():
    unsure = replace(TRIED, value={"platform": "电话"})
    for entries in ((), (unsure,)):
        assert [warned(mode, entries=entries) for mode in AFAR] == [["untried"]] * len(AFAR)
        assert warned(number=2, entries=entries) == warned(FACE, entries=entries) == []
    assert warned(entries=(TRIED, unsure)) == []


@pytest.mark.clause("019", "075")
@pytest.mark.parametrize(
    ("problem", "competence", "warns"),
    [
        ("丧失与哀伤", "情绪、人际", True),
        ("丧失与哀伤", "哀伤辅导，青少年", False),
        ("情绪", "情绪困扰、家庭", False),
        ("创伤与应激", "", False),
        ("", "情绪", False),
        ("睡眠", "眠", True),
        ("Grief and loss", "anxiety, LOSS", False),
        ("Trauma", "anxiety; ｇｒｉｅｆ", True),
        ("说到和母亲的电话、搬家、还有一直睡不好的那些夜晚", "人际", False),
    ],
)
def test_a_problem_outside_what_she_is_competent_in_is_worth_a_word(problem, competence, warns):
    for mode in ServiceMode:
        known = facts(mode, sheet=replace(WHOLE, problem=problem), entries=(TRIED,))
        known = replace(known, competence=competence)
        found = [one.name for one in CAUTION.broken(known)]
        assert found == ["caution.competence"] * warns


@pytest.mark.clause("075")
@pytest.mark.parametrize("urgency", Urgency)
def test_a_complex_case_is_worth_a_word_at_its_first_session(urgency):
    intake = Intake(triage=Triage(urgency, "多年反复"))
    known = facts(FACE, sheet=WHOLE)
    known = replace(known, profile=replace(known.profile, intake=intake))
    expected = ["caution.complex_case"] if urgency is Urgency.COMPLEX else []
    for number, said in ((1, expected), (2, [])):
        there = replace(known, session=replace(known.session, number=number))
        assert [one.name for one in CAUTION.broken(there)] == said
    emergency = replace(known, session=replace(known.session, mode=CRISIS))
    assert CAUTION.broken(emergency) == ()


@pytest.mark.clause("138", "153")
@pytest.mark.parametrize(
    ("born", "guardian", "warns"),
    [
        ("2012-05-01", False, True),
        ("2012-05-01", True, False),
        ("2008-03-02", False, True),
        ("2008-03-01", False, False),
        ("", False, False),
    ],
)
def test_a_minor_on_a_consent_that_no_guardian_signed_is_worth_a_word(born, guardian, warns):
    for mode in ServiceMode:
        known = facts(mode, sheet=WHOLE, entries=(TRIED,))
        given = replace(known.agreed[0], guardian=guardian)
        known = replace(known, agreed=(given,), profile=replace(known.profile, birth_date=born))
        said = [one.name for one in CAUTION.broken(known)]
        assert said == ["caution.guardian"] * (warns and mode not in {GENERAL, CRISIS})
        assert CAUTION.broken(replace(known, agreed=())) == (), "no consent is another rule"


@pytest.mark.clause("137")
@pytest.mark.parametrize(
    ("text", "flagged"),
    [
        ("判断可诊断为焦虑障碍", True),
        ("建议服用褪黑素", True),
        ("问起处方能不能停", True),
        ("来访者说医院看过，吃着药", False),
        ("", False),
    ],
)
def test_a_doctors_words_in_a_note_are_worth_a_thought(text, flagged):
    known = facts(ServiceMode.FACE_TO_FACE, sheet=WHOLE)
    body = replace(known.note.body, parts=(NotePart("free", "", text),))
    noted = replace(known, note=replace(known.note, body=body))
    assert ("caution.doctors_words" in CAUTION.lacks(noted)) is flagged


def assessed(level, session=None):
    """Return what is known of a session with an assessment of this level among its entries."""
    known = facts(ServiceMode.ONLINE, sheet=replace(WHOLE, risk=RiskLevel.MIDDLE))
    about = known.session.id if session is None else session
    value = as_json(replace(ASSESSMENT, level=level))
    made = CaseEntry(EntryId(99), known.session.case_id, EntryKind.RISK, AT, value, about)
    return replace(known, entries=(*known.entries, made))


@pytest.mark.clause("122")
@pytest.mark.clause("124")
@pytest.mark.parametrize(
    ("risk", "said"),
    [(None, False), (RiskLevel.LOW, False), (RiskLevel.MIDDLE, True), (RiskLevel.HIGH, True)],
)
def test_danger_on_the_sheet_that_nobody_assessed_is_pointed_at(risk, said):
    assert ("risk_assessed" in warned(risk=risk)) is said
    for level in RiskLevel:
        assert "caution.risk_assessed" not in CAUTION.lacks(assessed(level))
    assert "caution.risk_assessed" in CAUTION.lacks(assessed(RiskLevel.HIGH, SessionId(98)))


@pytest.mark.clause("124")
@pytest.mark.parametrize("level", list(RiskLevel))
def test_two_levels_of_one_session_are_pointed_at(level):
    differs = level is not RiskLevel.MIDDLE
    assert ("caution.risk_agrees" in CAUTION.lacks(assessed(level))) is differs
    assert "caution.risk_agrees" not in CAUTION.lacks(assessed(level, SessionId(98)))
    known = assessed(level)
    open_yet = replace(known, sheet=replace(known.sheet, risk=None))
    assert "caution.risk_agrees" not in CAUTION.lacks(open_yet)
