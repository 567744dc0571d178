"""What is written where a rule was not waited for, and when it is owed."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from app.domain.case import ServiceMode
from app.domain.entry import CaseEntry, EntryKind
from app.domain.ids import CaseId, EntryId, SessionId
from app.domain.reasons import (
    OWED,
    IdentityTalk,
    OwedFacts,
    UrgentReasons,
    lacking,
    reasons_of,
)
from app.domain.session import Session

AT = datetime(2026, 3, 1, 9, tzinfo=UTC)
URGENT = UrgentReasons("她站在天台上 🌱", "联系了妹妹", "无")
TALK = IdentityTalk("不愿说名字", "危险时不易找到人", "来电号码")


@pytest.mark.parametrize(
    ("made", "name", "rule"),
    [
        pytest.param(URGENT, "why", "urgent.why", marks=pytest.mark.clause("097")),
        pytest.param(URGENT, "done", "urgent.done", marks=pytest.mark.clause("097")),
        pytest.param(URGENT, "consulted", "urgent.consulted", marks=pytest.mark.clause("097")),
        pytest.param(TALK, "why", "identity.anonymous", marks=pytest.mark.clause("066")),
        pytest.param(TALK, "discussed", "identity.discussed", marks=pytest.mark.clause("066")),
        pytest.param(TALK, "reach", "identity.reach", marks=pytest.mark.clause("066")),
    ],
)
def test_each_question_is_answered_in_words(made, name, rule):
    assert lacking(made) == ()
    for nothing in ("", " \n"):
        assert lacking(replace(made, **{name: nothing})) == (rule,)


def test_what_an_entry_holds_is_read_back_and_what_it_lacks_is_empty():
    raw = {"why": URGENT.why, "done": URGENT.done, "consulted": URGENT.consulted}
    assert reasons_of(EntryKind.URGENT_REASONS, raw) == URGENT
    assert reasons_of(EntryKind.IDENTITY_TALK, {"why": "甲"}) == IdentityTalk("甲")


def written(session_id, kind=EntryKind.URGENT_REASONS):
    """Return an entry of a session."""
    return CaseEntry(EntryId(1), CaseId(1), kind, AT, {}, session_id)


@pytest.mark.clause("097")
@pytest.mark.parametrize(
    ("mode", "admitted", "entries", "owed"),
    [
        (ServiceMode.CRISIS, False, (), True),
        (ServiceMode.CRISIS, True, (), False),
        (ServiceMode.CRISIS, False, (written(SessionId(1)),), False),
        (ServiceMode.CRISIS, False, (written(SessionId(2)),), True),
        (ServiceMode.CRISIS, False, (written(None),), True),
        (ServiceMode.CRISIS, False, (written(SessionId(1), EntryKind.CONTACT),), True),
        *((mode, False, (), False) for mode in ServiceMode if mode is not ServiceMode.CRISIS),
    ],
)
def test_an_emergency_in_a_case_that_was_not_let_in_owes_its_reasons(mode, admitted, entries, owed):
    session = Session(SessionId(1), CaseId(1), 1, AT, 50, mode)
    found = [one.name for one in OWED.broken(OwedFacts(session, admitted, entries))]
    assert found == (["owed.reasons"] if owed else [])
