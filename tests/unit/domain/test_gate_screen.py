"""Remote work is not signed without a screen, nor after one that spoke against it."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from app.domain import gate_screen
from app.domain.as_json import as_json
from app.domain.case import ServiceMode
from app.domain.client import Place, Profile
from app.domain.entry import CaseEntry, EntryKind
from app.domain.gate import GATE, Agreed, GateFacts
from app.domain.mode_change import ModeChange
from app.domain.note import Note, NoteBody
from app.domain.screen import Screen, Suitability
from app.domain.session import Session
from app.domain.session_sheet import SessionSheet

FACE, ONLINE, GENERAL, REGULAR, CRISIS = ServiceMode
AT = datetime(2026, 5, 12, 6, tzinfo=UTC)
NOTE = Note(1, 1, 1, NoteBody("free", "1", ()), AT, AT)
HOUR, DAY = timedelta(hours=1), timedelta(days=1)
RULES = {one.name for one in (gate_screen.screen, gate_screen.suitable, gate_screen.consent_anew)}


def made(result, at=AT - DAY):
    value = as_json(Screen("remote", "1", "zh", (), result))
    return CaseEntry(1, 1, EntryKind.SCREEN, at, value)


def changed(effective, at=AT - DAY):
    value = as_json(ModeChange(FACE, ONLINE, "甲", "乙", effective))
    return CaseEntry(2, 1, EntryKind.MODE_CHANGE, at, value)


def missing(mode, *entries, agreed=()):
    session = Session(1, 1, 1, AT, 50, mode)
    facts = GateFacts(session, NOTE, Profile(), SessionSheet(), agreed, entries, Place())
    return {one.name for one in GATE.broken(facts)} & RULES


FINE, POOR = made(Suitability.SUITABLE), made(Suitability.UNSUITABLE)


@pytest.mark.clause("020")
@pytest.mark.clause("029")
@pytest.mark.parametrize("mode", list(ServiceMode))
def test_remote_work_begins_with_a_screen(mode):
    asked = mode in {ONLINE, REGULAR}
    assert missing(mode) == ({"gate.screen"} if asked else set())
    assert missing(mode, FINE) == set()
    assert missing(mode, made(Suitability.RESERVED)) == set()


@pytest.mark.clause("071")
def test_a_change_of_mode_asks_for_another_screen():
    assert missing(ONLINE, FINE, changed(AT - HOUR)) == {"gate.screen"}
    assert missing(ONLINE, FINE, changed(AT - HOUR), FINE) == set()
    assert missing(ONLINE, FINE, changed(AT + DAY)) == set()


@pytest.mark.clause("029")
@pytest.mark.clause("052")
@pytest.mark.clause("100")
@pytest.mark.parametrize("mode", list(ServiceMode))
def test_a_session_after_a_screen_that_spoke_against_it_is_none(mode):
    asked = mode in {ONLINE, REGULAR}
    assert missing(mode, POOR) == ({"gate.suitable"} if asked else set())
    # Found in this very session, and explained there: it is signed like any other.
    assert missing(mode, made(Suitability.UNSUITABLE, AT + HOUR)) == set()
    assert missing(mode, POOR, made(Suitability.RESERVED, AT - HOUR)) == set()
    assert missing(mode, FINE, made(Suitability.UNSUITABLE, AT - HOUR)) == (
        {"gate.suitable"} if asked else set()
    )
    # She took it up again: with reservations, and all that this asks for.
    assert missing(mode, POOR, made(Suitability.RESERVED, AT + HOUR)) == set()
    assert missing(mode, POOR, made(Suitability.UNSUITABLE, AT + HOUR)) == (
        {"gate.suitable"} if asked else set()
    )


@pytest.mark.clause("071")
@pytest.mark.parametrize("mode", list(ServiceMode))
def test_a_change_of_mode_asks_for_another_consent(mode):
    asked = {"gate.consent_anew"} if mode in {FACE, ONLINE, REGULAR} else set()
    old, new = Agreed(AT - 2 * DAY, remote=True), Agreed(AT - HOUR, remote=True)
    change = changed(AT - HOUR)
    assert missing(mode, change, FINE, agreed=(old,)) == asked
    assert missing(mode, change, FINE, agreed=(old, new)) == set()
    assert missing(mode, change, FINE) == set()  # gate.consent says it
    assert missing(mode, FINE, agreed=(old,)) == set()
    assert missing(mode, FINE, changed(AT + DAY), agreed=(old,)) == set()
