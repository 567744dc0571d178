"""Several people in one session: no note is signed before each agreed on confidentiality."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from app.domain.attendance import present, roster, who_come
from app.domain.case import ServiceMode
from app.domain.client import Place, Profile
from app.domain.gate import GATE, GateFacts, Together
from app.domain.gate_group import group_agreement, unsigned
from app.domain.intake import CaseType, Intake, Member
from app.domain.note import Note, NoteBody
from app.domain.session import Session
from app.domain.session_sheet import SessionSheet

FACE, ONLINE, GENERAL, REGULAR, CRISIS = ServiceMode
AT = datetime(2026, 5, 12, 6, tzinfo=UTC)
NOTE = Note(1, 1, 1, NoteBody("free", "1", ()), AT, AT)
HOUR = timedelta(hours=1)


def people(kind, *members, name="林晓禾"):
    return Profile(
        name=name, intake=Intake(kind=kind, members=tuple(Member(one) for one in members))
    )


COUPLE = people(CaseType.COUPLE, "陈树")


def missing(profile, *together, mode=FACE, sheet=None, rule="gate.group_agreement"):
    session = Session(1, 1, 1, AT, 50, mode)
    known = GateFacts(session, NOTE, profile, sheet or SessionSheet(), (), (), Place(), together)
    return rule in GATE.lacks(known)


@pytest.mark.clause("108")
@pytest.mark.parametrize("mode", list(ServiceMode))
@pytest.mark.parametrize("kind", list(CaseType))
def test_it_is_asked_of_whoever_comes_together_where_a_consent_is_signed(mode, kind):
    asked = kind is not CaseType.INDIVIDUAL and mode in {FACE, ONLINE, REGULAR}
    assert missing(people(kind, "陈树"), mode=mode) is asked


@pytest.mark.clause("108")
@pytest.mark.parametrize(
    ("signed", "lacks"),
    [
        ((), True),
        (("林晓禾",), True),
        (("陈树",), True),
        (("林晓禾", "陈树"), False),
        ((" 陈 树 ", "林晓禾", "", "别的人"), False),
    ],
)
def test_every_one_of_them_signs(signed, lacks):
    assert missing(COUPLE, Together(signed)) is lacks


@pytest.mark.clause("108")
def test_who_comes_later_signs_too_and_may_sign_an_agreement_of_their_own():
    family = people(CaseType.FAMILY, "陈树", "陈小树")
    both, later = Together(("林晓禾", "陈树")), Together(("陈小树", "林晓禾"))
    assert missing(family, both)
    assert not missing(family, both, later)
    assert unsigned(who_come(family), [both]) == ("陈小树",)


@pytest.mark.clause("108")
def test_an_agreement_that_had_ended_is_none():
    signed = Together(("林晓禾", "陈树"))
    assert missing(COUPLE, replace(signed, until=AT))
    assert missing(COUPLE, replace(signed, until=AT - HOUR))
    assert not missing(COUPLE, replace(signed, until=AT + HOUR)), "withdrawn after the session"


@pytest.mark.clause("108")
def test_two_of_one_name_need_two_lines_of_one_agreement():
    twins = people(CaseType.GROUP, "王芳", "王芳", name="")
    once = Together(("王芳", "李雷"))
    assert missing(twins, once, once)
    assert not missing(twins, Together(("王芳", "王芳")))


@pytest.mark.clause("108")
def test_where_nobody_is_named_one_agreement_is_asked_for_all_the_same():
    nameless = people(CaseType.GROUP, " ", name="")
    assert who_come(nameless) == ()
    assert missing(nameless)
    assert not missing(nameless, Together(("甲", "乙")))


def test_the_rule_names_its_clause():
    assert group_agreement.clauses == ("108",)


@pytest.mark.clause("108")
@pytest.mark.parametrize("mode", list(ServiceMode))
@pytest.mark.parametrize("kind", list(CaseType))
def test_of_those_who_come_together_it_is_said_who_came(mode, kind):
    asked = kind is not CaseType.INDIVIDUAL and mode in {FACE, ONLINE, REGULAR}
    profile = people(kind, "陈树")
    assert missing(profile, mode=mode, rule="gate.who_came") is asked
    said = SessionSheet(came=("陈树",), absent=("林晓禾",))
    assert not missing(profile, mode=mode, sheet=said, rule="gate.who_came")


def test_where_nobody_is_named_nobody_can_be_said_to_have_come():
    nameless = people(CaseType.GROUP, " ", name="")
    assert not missing(nameless, rule="gate.who_came")


@pytest.mark.clause("108")
def test_who_stayed_away_need_not_have_signed_yet_and_who_came_must():
    family = people(CaseType.FAMILY, "陈树", "陈小树")
    signed = Together(("林晓禾", "陈树"))
    both = SessionSheet(came=("林晓禾", "陈树"), absent=("陈小树",))
    child = SessionSheet(came=("陈小树",), absent=("林晓禾", "陈树"))
    assert not missing(family, signed, sheet=both)
    assert missing(family, signed, sheet=child)
    assert missing(family, sheet=both)


def test_everybody_on_record_and_everybody_the_sheet_names_is_on_the_list():
    sheet = SessionSheet(came=("李雷", "王芳"), absent=("陈树",))
    assert roster(COUPLE, SessionSheet()) == ("林晓禾", "陈树")
    assert roster(COUPLE, sheet) == ("林晓禾", "陈树", "李雷", "王芳")
    assert roster(people(CaseType.INDIVIDUAL, "陈树"), sheet) == ()


def test_of_two_who_bear_one_name_one_can_have_come():
    assert present(("王芳", "李雷", "王芳"), ("王芳",)) == (True, False, False)
    assert present(("王芳", "李雷", "王芳"), ("王芳", "王芳")) == (True, False, True)
    twins = people(CaseType.GROUP, "王芳", name="王芳")
    assert roster(twins, SessionSheet(came=("王芳", "王芳"))) == ("王芳", "王芳")
