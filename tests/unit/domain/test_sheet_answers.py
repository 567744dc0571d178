"""What a sheet still lacks: by way of service, and by what the note itself answers."""

from __future__ import annotations

from dataclasses import replace

import pytest

from app.domain.case import ServiceMode
from app.domain.client import Place
from app.domain.note import NoteBody, NotePart
from app.domain.risk import RiskLevel
from app.domain.session_sheet import IdentityCheck, SessionSheet
from app.domain.sheet_answers import (
    SECTIONS,
    answered,
    gaps,
    grave,
    has_section,
    section_titles,
)

ONLINE, FACE = ServiceMode.ONLINE, ServiceMode.FACE_TO_FACE
FREE = NoteBody("free", "1", (NotePart("text", "正文", "谈到睡眠"),))
ALL = ("identity", "mood", "risk", "problem", "complaint", "danger", "work", "referral")
WHOLE = SessionSheet(
    identity=IdentityCheck.FACE,
    mood="平稳",
    risk=RiskLevel.LOW,
    problem="睡眠",
    complaint="睡不好",
    danger="无",
    work="倾听",
    referral="无",
)


def structured(**texts):
    """Return a note with a section for everything that the sheet could ask."""
    parts = tuple(NotePart(key, key, texts.get(key, "")) for key in SECTIONS.values())
    return NoteBody("structured", "1", parts)


@pytest.mark.parametrize(
    ("mode", "lacks"),
    [
        (ONLINE, ALL),
        (ServiceMode.HOTLINE_REGULAR, ALL),
        (ServiceMode.HOTLINE_GENERAL, ALL[1:]),
        (FACE, ALL[1:]),
        (ServiceMode.CRISIS, ()),
    ],
)
def test_what_is_asked_depends_on_the_way_of_service(mode, lacks):
    assert gaps(mode, FREE, SessionSheet()) == lacks
    assert gaps(mode, FREE, WHOLE) == ()


def test_a_section_of_the_note_answers_what_the_sheet_would_ask():
    only = replace(SessionSheet(), identity=IdentityCheck.FACE, risk=RiskLevel.LOW)
    said = dict.fromkeys(SECTIONS.values(), "无")
    assert gaps(ONLINE, structured(**said), only) == ()
    assert gaps(ONLINE, structured(**said | {"risk": "\u3000\u200b"}), only) == ("danger",)
    assert gaps(ONLINE, structured(), replace(WHOLE, mood="")) == ("mood",)
    assert has_section(structured(), "danger")
    assert not has_section(FREE, "danger")
    assert not has_section(structured(), "identity")


@pytest.mark.parametrize("blank", ["", " ", "\u3000", "\u200b\n"])
def test_what_nobody_would_see_is_no_answer(blank):
    assert not answered(FREE, replace(WHOLE, complaint=blank), "complaint")
    assert answered(FREE, replace(WHOLE, complaint=blank + "无"), "complaint")


@pytest.mark.parametrize(
    ("said", "lacks"),
    [
        ({"identity": None}, ("identity",)),
        ({"identity": IdentityCheck.OTHER}, ("identity",)),
        ({"identity": IdentityCheck.OTHER, "identity_how": "学校老师当面介绍"}, ()),
        ({"third_person": True}, ("third_person_who",)),
        ({"third_person": True, "third_person_who": "母亲，来访者请她留下"}, ()),
    ],
)
def test_identity_and_company_are_said_where_one_sees_neither(said, lacks):
    assert gaps(ONLINE, FREE, replace(WHOLE, **said)) == lacks
    assert gaps(FACE, FREE, replace(WHOLE, **said)) == ()


@pytest.mark.parametrize("risk", [RiskLevel.MIDDLE, RiskLevel.HIGH])
def test_a_grave_risk_asks_for_both_places_and_a_confirmation_of_today(risk):
    sheet = replace(WHOLE, risk=risk)
    assert grave(sheet)
    assert not grave(WHOLE)
    assert gaps(ONLINE, FREE, sheet) == ("client_place", "counselor_place", "confirmed")
    there = replace(
        sheet, client_place=Place("大理"), counselor_place=Place("杭州"), confirmed=True
    )
    assert gaps(ONLINE, FREE, there) == ()
    assert gaps(FACE, FREE, sheet) == ()


@pytest.mark.clause("047", "066", "104")
@pytest.mark.parametrize("risk", [RiskLevel.MIDDLE, RiskLevel.HIGH])
@pytest.mark.parametrize(
    ("why", "open_still"), [("无法取得：不愿说，已劝三次", False), ("\u3000", True)]
)
def test_what_cannot_be_had_in_danger_is_said_with_its_reason(risk, why, open_still):
    sheet = replace(WHOLE, risk=risk, unconfirmed=why)
    assert ("confirmed" in gaps(ONLINE, FREE, sheet)) is open_still


def test_a_section_of_the_note_is_called_as_the_note_calls_it():
    parts = (NotePart("state", "Emotional state", ""), NotePart("more", "More", ""))
    assert section_titles(NoteBody("structured", "1", parts)) == {"mood": "Emotional state"}
    assert section_titles(FREE) == {}
