"""What a session lacks to be a formal one, for each way of service: consent, who, where."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from app.domain import gate_admission
from app.domain.case import ServiceMode
from app.domain.client import EmergencyContact, Place, Profile
from app.domain.consent import Consent, ConsentDraft, ConsentState, ConsentTemplate
from app.domain.entry import CaseEntry, EntryKind
from app.domain.gate import GATE, Agreed, GateFacts, agreed
from app.domain.ids import CaseId, ConsentId, EntryId, NoteId, SessionId
from app.domain.intake import Identity, IdentityStatus, Intake
from app.domain.note import Note, NoteBody
from app.domain.session import Session
from app.domain.session_sheet import SessionSheet
from app.services import gate

BEGAN = datetime(2026, 3, 1, 9, tzinfo=UTC)
HOUR = timedelta(hours=1)
LONDON, HANGZHOU = Place("伦敦", "Europe/London"), Place("杭州", "Asia/Shanghai")
KNOWN = Profile(
    name="禾木",
    wechat="hemu",
    place=LONDON,
    emergency=EmergencyContact("禾苗", "妹妹", "13900001111"),
)
REMOTE, NEAR = Agreed(BEGAN - HOUR, remote=True), Agreed(BEGAN - HOUR)
ONLINE, REGULAR = ServiceMode.ONLINE, ServiceMode.HOTLINE_REGULAR
GENERAL, FACE, CRISIS = (
    ServiceMode.HOTLINE_GENERAL,
    ServiceMode.FACE_TO_FACE,
    ServiceMode.CRISIS,
)
AFAR = (ONLINE, REGULAR)
TALK = CaseEntry(
    EntryId(1), CaseId(1), EntryKind.IDENTITY_TALK, BEGAN, {"why": "不愿实名，讨论过风险"}
)


def facts(mode=ONLINE, **other):
    """Return what is known of a session that lacks nothing, but for what is said."""
    session = Session(SessionId(1), CaseId(1), 1, BEGAN, 50, mode)
    note = Note(NoteId(1), CaseId(1), session.id, NoteBody("free", "1", ()), BEGAN, BEGAN)
    whole = GateFacts(session, note, KNOWN, SessionSheet(), (REMOTE,), (), HANGZHOU)
    return replace(whole, **other)


def missing(known):
    """Return the names of the rules of admission that are not met."""
    rules = gate.gate_admission.__name__
    return [one.name for one in GATE.broken(known) if one.broken.__module__ == rules]


def test_a_session_that_lacks_nothing_is_a_formal_one():
    assert [missing(facts(mode)) for mode in ServiceMode] == [[]] * len(ServiceMode)


NAMELESS = replace(KNOWN, intake=Intake(identity=Identity(IdentityStatus.ANONYMOUS)))
NOTHING = {"profile": Profile(), "agreed": (), "here": Place()}


@pytest.mark.parametrize(
    ("mode", "lacks"),
    [
        (FACE, ["gate.consent"]),
        (GENERAL, []),
        (CRISIS, []),
        *(
            (
                mode,
                [
                    "gate.consent",
                    "gate.who",
                    "gate.client_place",
                    "gate.counselor_place",
                    "gate.emergency",
                ],
            )
            for mode in AFAR
        ),
    ],
)
@pytest.mark.clause("030", "104", "152")
def test_what_is_asked_depends_on_the_way_of_service(mode, lacks):
    assert missing(facts(mode, **NOTHING)) == lacks


WITHDRAWN = replace(REMOTE, until=BEGAN - timedelta(minutes=1))


@pytest.mark.parametrize(
    ("mode", "given", "lacks"),
    [
        pytest.param(ONLINE, (), True, marks=pytest.mark.clause("030")),
        pytest.param(FACE, (), True, marks=pytest.mark.clause("152")),
        pytest.param(FACE, (NEAR,), False, marks=pytest.mark.clause("152")),
        pytest.param(FACE, (REMOTE,), False, marks=pytest.mark.clause("152")),
        pytest.param(ONLINE, (NEAR,), True, marks=pytest.mark.clause("030")),
        pytest.param(REGULAR, (NEAR,), True, marks=pytest.mark.clause("012")),
        pytest.param(REGULAR, (), True, marks=pytest.mark.clause("012", "011")),
        pytest.param(REGULAR, (REMOTE,), False, marks=pytest.mark.clause("012")),
        pytest.param(GENERAL, (), False, marks=pytest.mark.clause("011")),
        pytest.param(CRISIS, (), False, marks=pytest.mark.clause("030")),
        pytest.param(ONLINE, (WITHDRAWN,), True, marks=pytest.mark.clause("030")),
        pytest.param(ONLINE, (WITHDRAWN, REMOTE), False, marks=pytest.mark.clause("030")),
    ],
)
def test_consent_must_hold_for_the_way_of_service(mode, given, lacks):
    assert ("gate.consent" in missing(facts(mode, agreed=given))) is lacks


@pytest.mark.clause("030")
@pytest.mark.parametrize(("ended", "lacks"), [(-1, True), (0, True), (1, False)])
def test_a_withdrawal_closes_what_comes_after_it_and_nothing_before(ended, lacks):
    until = replace(REMOTE, until=BEGAN + timedelta(minutes=ended))
    assert ("gate.consent" in missing(facts(agreed=(until,)))) is lacks


@pytest.mark.parametrize("mode", AFAR)
@pytest.mark.parametrize(
    ("profile", "entries", "lacks"),
    [
        pytest.param(Profile(name="禾木"), (), True, marks=pytest.mark.clause("104")),
        pytest.param(Profile(phone="1"), (), True, marks=pytest.mark.clause("104", "066")),
        pytest.param(Profile(name=" ", phone="1"), (), True, marks=pytest.mark.clause("104")),
        pytest.param(Profile(name="禾", email="h@x"), (), False, marks=pytest.mark.clause("104")),
        pytest.param(Profile(), (), True, marks=pytest.mark.clause("066")),
        pytest.param(Profile(), (TALK,), False, marks=pytest.mark.clause("066")),
        pytest.param(NAMELESS, (), True, marks=pytest.mark.clause("066")),
        pytest.param(NAMELESS, (TALK,), False, marks=pytest.mark.clause("066")),
    ],
)
def test_one_knows_who_the_client_is_or_why_not(mode, profile, entries, lacks):
    known = facts(mode, profile=profile, entries=entries)
    assert ("gate.who" in missing(known)) is lacks


@pytest.mark.clause("066")
def test_only_the_talk_about_it_stands_for_a_name():
    others = (replace(TALK, kind=one) for one in EntryKind if one is not EntryKind.IDENTITY_TALK)
    # This rule alone: others read what an entry of their kind holds.
    assert gate_admission.who.broken(facts(profile=Profile(), entries=tuple(others)))


@pytest.mark.clause("038", "104")
@pytest.mark.parametrize("mode", AFAR)
@pytest.mark.parametrize(
    ("place", "lacks"),
    [(Place(), True), (Place("伦敦"), True), (Place("", "Europe/London"), True), (LONDON, False)],
)
def test_both_places_are_known_from_the_case_or_from_the_sheet(mode, place, lacks):
    theirs = facts(mode, profile=replace(KNOWN, place=place))
    assert ("gate.client_place" in missing(theirs)) is lacks
    assert ("gate.counselor_place" in missing(facts(mode, here=place))) is lacks
    bare = facts(mode, profile=replace(KNOWN, place=Place()), here=Place())
    sheet = SessionSheet(client_place=place)
    assert ("gate.client_place" in missing(replace(bare, sheet=sheet))) is lacks
    sheet = SessionSheet(counselor_place=place)
    assert ("gate.counselor_place" in missing(replace(bare, sheet=sheet))) is lacks


@pytest.mark.clause("104")
@pytest.mark.parametrize("mode", AFAR)
@pytest.mark.parametrize(
    ("someone", "lacks"),
    [
        (EmergencyContact(), True),
        (EmergencyContact("禾苗"), True),
        (EmergencyContact(phone="139"), True),
        (EmergencyContact("禾苗", "", "139"), False),
    ],
)
def test_somebody_can_be_called(mode, someone, lacks):
    profile = replace(KNOWN, emergency=someone)
    assert ("gate.emergency" in missing(facts(mode, profile=profile))) is lacks


@pytest.mark.parametrize(
    ("states", "found"),
    [
        ((ConsentState.DRAFT, ConsentState.PROVIDED), None),
        ((ConsentState.SIGNED,), Agreed(BEGAN, remote=True)),
        ((ConsentState.SIGNED, ConsentState.WITHDRAWN), Agreed(BEGAN, BEGAN + HOUR, remote=True)),
        ((ConsentState.SIGNED, ConsentState.EXPIRED), Agreed(BEGAN, BEGAN + HOUR, remote=True)),
    ],
)
def test_what_was_agreed_is_read_from_the_steps_of_a_consent(states, found):
    assert agreed(*consent(states)) == found


def test_a_consent_of_some_months_holds_as_long_as_it_was_given_for():
    given = consent((ConsentState.SIGNED,), ends_at=BEGAN + 3 * HOUR)
    assert agreed(*given) == Agreed(BEGAN, BEGAN + 3 * HOUR, remote=True)
    given = consent((ConsentState.SIGNED, ConsentState.WITHDRAWN), ends_at=BEGAN + 3 * HOUR)
    assert agreed(*given) == Agreed(BEGAN, BEGAN + HOUR, remote=True)


def consent(states, **other):
    """Return a consent that went through these steps, an hour each, and its text."""
    steps = tuple((state, BEGAN + at * HOUR) for at, state in enumerate(states))
    draft = ConsentDraft("online.zh", "1", {}, ())
    made = Consent(ConsentId(1), CaseId(1), draft, states[-1], steps, **other)
    wording = ConsentTemplate(
        "online.zh", "1", "zh", "", (), (), (), (), {}, {}, (), {}, remote=True
    )
    return made, wording
