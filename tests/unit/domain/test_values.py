"""Values of the domain: their repr shows no word of a client, and small rules hold."""

from __future__ import annotations

from dataclasses import fields, is_dataclass
from datetime import UTC, datetime
from inspect import getmembers, isclass

import pytest

from app import ports
from app.domain import client as client_module
from app.domain import consent as consent_module
from app.domain import errors
from app.domain import note as note_module
from app.domain.audit import AuditEntry, AuditKind
from app.domain.case import Case, CaseState, ServiceMode, clean_code
from app.domain.client import Client, EmergencyContact, Place, Profile, Relative
from app.domain.consent import (
    AccessRow,
    Consent,
    ConsentDraft,
    ConsentForm,
    ConsentState,
    FormSection,
    Signature,
)
from app.domain.note import Amendment, Note, NoteBody, NotePart, Seal
from app.domain.practice import Practice
from app.domain.preferences import Preferences
from app.domain.review import MarkedSpan, Passage, Review
from app.domain.session import Session
from app.domain.summary import DeidentifiedSummary, SummaryPassage
from app.services.cases import CaseLine
from app.services.changes import Changes, Noun
from app.services.search import Found

Z = "ZEBRA斑马"
AT = datetime(2026, 3, 1, tzinfo=UTC)
PLACE = Place(Z, Z)
PROFILE = Profile(
    **dict.fromkeys(("name", "phone", "id_number", "wechat", "email", "address"), Z),
    **dict.fromkeys(("employer", "school", "birth_date"), Z),
    aliases=(Z,),
    place=PLACE,
    emergency=EmergencyContact(Z, Z, Z),
    people=(Relative(Z, Z, (Z,)),),
)
BODY = NoteBody("t", "1", (NotePart("k", "题", Z),))
SEAL = Seal(Z, AT, b"", b"")
NOTE = Note(1, 1, 1, BODY, AT, AT, SEAL)
CASE = Case(1, Z, ServiceMode.ONLINE, CaseState.OPEN, AT)
HIT = ports.Hit(1, 1, None, AT, 0, 1, Z, 0)
CONSENT_DRAFT = ConsentDraft("t", "1", {"name": Z}, (AccessRow("督导", "可", "可"),))
SECTION = FormSection("k", "题", (Z,))
CONTENT = [
    PROFILE,
    PLACE,
    PROFILE.emergency,
    PROFILE.people[0],
    Client(1, 1, PROFILE),
    CASE,
    BODY,
    BODY.parts[0],
    NOTE,
    SEAL,
    Amendment(1, 1, 1, Z, SEAL),
    Practice(*([Z] * 8), place=PLACE),
    CONSENT_DRAFT,
    Consent(1, 1, CONSENT_DRAFT, ConsentState.DRAFT, (), archive=Z),
    SECTION,
    ConsentForm("t", "1", "zh", "1", "题", Z, (Z,), (SECTION,), (), (Z,), (Z,), {}),
    Signature("来访者", (((0.125, 0.25),),), AT),
    HIT,
    ports.Hits((HIT,), more=False),
    Found(HIT, Z),
    CaseLine(CASE, Z, 1, 1, None),
    MarkedSpan(0, 1, "PERSON", "x", 1.0, Z),
    Passage(1, "第 1 次", Z, ()),
    Review((Passage(1, "第 1 次", Z, ()),)),
    SummaryPassage("第 1 次", (Z,)),
]


@pytest.mark.promise(31)
@pytest.mark.clause("113")
@pytest.mark.parametrize("value", CONTENT, ids=lambda value: type(value).__name__)
def test_a_repr_shows_no_words(value):
    assert Z not in repr(value)
    assert "斑马" not in f"{value}"
    assert "0.125" not in repr(value)


@pytest.mark.parametrize(
    "module", [client_module, note_module, consent_module], ids=lambda m: m.__name__
)
def test_values_cannot_be_changed(module):
    made = [kind for _, kind in getmembers(module, isclass) if kind.__module__ == module.__name__]
    assert all(kind.__dataclass_params__.frozen for kind in made if is_dataclass(kind))


def test_a_refusal_says_its_kind_and_the_guidance_its_clause():
    assert str(errors.DiskFull()) == "DiskFull"
    assert str(errors.WeakPassword("short")) == "WeakPassword"
    for _, kind in getmembers(errors, isclass):
        if issubclass(kind, errors.GuidanceRefusal) and kind is not errors.GuidanceRefusal:
            assert kind.clause.isdigit()


@pytest.mark.parametrize("code", ["", " ", "\u3000\n"])
def test_a_case_needs_a_code_name(code):
    with pytest.raises(errors.CodeNameMissing):
        clean_code(code)


def test_a_code_name_loses_only_outer_space():
    assert clean_code(" 䶮 😀\u3000") == "䶮 😀"


def test_only_face_to_face_is_not_remote():
    assert [mode for mode in ServiceMode if not mode.remote] == [ServiceMode.FACE_TO_FACE]


@pytest.mark.clause("044")
@pytest.mark.parametrize(
    ("minutes", "seconds"), [(0, 60), (1, 60), (5, 300), (15, 900), (999, 900), (-3, 60)]
)
def test_the_idle_lock_cannot_be_switched_off(minutes, seconds):
    assert Preferences(idle_minutes=minutes).idle_seconds() == seconds


def test_a_summary_lists_every_line_that_leaves():
    passage = SummaryPassage("第 3 次咨询", ("一", "二"))
    summary = DeidentifiedSummary("1", "zh", "题", "督导", "某督导", "日", (passage,), {}, {})
    assert summary.words() == ("1", "题", "督导", "某督导", "日", "第 3 次咨询", "一", "二")


@pytest.mark.clause("114")
def test_a_summary_has_no_field_for_a_person():
    names = {one.name for one in fields(DeidentifiedSummary)}
    assert not names & {"client", "name", "profile", "birth_date", "address", "case"}


@pytest.mark.clause("113")
def test_the_trail_has_no_field_for_words():
    assert {one.name for one in fields(AuditEntry)} == {
        "id",
        "at",
        "kind",
        "case_id",
        "subject",
        "link",
    }
    assert AuditEntry(1, AT, AuditKind.LOCKED, None, None, b"").kind is AuditKind.LOCKED


def test_changes_name_their_nouns():
    assert Changes.of(Noun.CASES, Noun.CASES, Noun.NOTES).nouns == {Noun.CASES, Noun.NOTES}


def test_a_session_is_a_value():
    assert Session(1, 1, 1, AT, 50, ServiceMode.ONLINE) == Session(
        1, 1, 1, AT, 50, ServiceMode.ONLINE
    )
