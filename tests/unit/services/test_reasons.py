"""The reasons of an emergency wait on the page of the day, and stand in the file once written."""

from __future__ import annotations

from datetime import timedelta

import pytest

from app.domain.audit import AuditKind
from app.domain.case import ServiceMode
from app.domain.client import Profile
from app.domain.due import DueKind
from app.domain.entry import EntryKind
from app.domain.errors import IdentityTalkIncomplete, UrgentReasonsIncomplete
from app.domain.intake import Intake, Ties
from app.domain.reasons import IdentityTalk, UrgentReasons
from app.services import case_entries, cases, gate, notes, reasons, today
from tests import admitted

WRITTEN = UrgentReasons("站在天台上 😀䶮", "打了 110，联系了妹妹", "当晚问过督导")


@pytest.fixture
def urgent(desk):
    """A case opened for an emergency, and its signed note."""
    mode = ServiceMode.CRISIS
    case = cases.open_case(desk.vault, desk.clock, "K-003", mode, Profile()).id
    note_id = desk.draft(case, "来电说站在天台上。")
    desk.clock.pass_(3600)
    with desk.without_password():
        notes.sign(desk.vault, desk.clock, note_id, "陈", "")
    return case, desk.vault.notes.get(note_id).session_id


def owed(desk, tools):
    """Return what the page of the day says is owed for emergencies."""
    found = today.today(desk.vault, tools).due
    return [one for one in found if one.kind is DueKind.URGENT_REASONS]


@pytest.mark.clause("097")
def test_they_are_due_until_they_are_written_for_that_session(desk, tools, urgent):
    case, session = urgent
    (one,) = owed(desk, tools)
    assert (one.person.case_id, one.session_id, one.number) == (case, session, 1)
    assert one.at == desk.vault.sessions.get(session).starts_at + timedelta(minutes=50)
    assert one.kind.clause == "097"
    with pytest.raises(UrgentReasonsIncomplete) as refused:
        reasons.record(desk.vault, desk.clock, case, UrgentReasons("等不了"), session)
    assert refused.value.missing == ("urgent.done", "urgent.consulted")
    assert owed(desk, tools)
    entry = reasons.record(desk.vault, desk.clock, case, WRITTEN, session)
    assert owed(desk, tools) == []
    assert reasons.page(desk.vault, desk.clock, case, EntryKind.URGENT_REASONS, session).kept == (
        entry,
    )
    kinds = [one.kind for one in desk.vault.audit.entries()]
    assert AuditKind.URGENT_REASONS_WRITTEN in kinds


@pytest.mark.clause("097")
def test_a_draft_owes_nothing_nor_does_a_case_that_was_let_in(desk, tools, urgent):
    case, _ = urgent
    desk.draft(case, "又来电。")
    assert len(owed(desk, tools)) == 1
    vault = desk.vault
    first = vault.notes.of_case(case)[0]
    session = vault.sessions.get(first.session_id)
    assert not gate.admitted(vault, session)
    other = desk.case("完备")
    admitted.admit(vault, desk.clock, desk.draft(other, "甲"))
    same = vault.sessions.of_case(other)[0]
    assert gate.admitted(vault, same)


@pytest.mark.clause("066")
def test_the_talk_with_somebody_without_a_name_opens_the_gate(desk):
    case = desk.case()
    note_id = desk.draft(case, "甲")

    def lacks():
        return "gate.who" in [one.name for one in gate.missing(desk.vault, note_id)]

    assert lacks()
    with pytest.raises(IdentityTalkIncomplete) as refused:
        reasons.record(desk.vault, desk.clock, case, IdentityTalk("不愿说"))
    assert refused.value.clause == "066"
    assert lacks()
    reasons.record(desk.vault, desk.clock, case, IdentityTalk("不愿说", "谈过", "来电号码"))
    assert not lacks()
    assert AuditKind.IDENTITY_TALKED in [one.kind for one in desk.vault.audit.entries()]


def test_what_is_half_written_of_each_session_is_kept_by_itself_and_goes_with_the_entry(
    desk, urgent
):
    case, session = urgent
    kind = EntryKind.URGENT_REASONS
    for of, words in ((session, "这次"), (None, "别的")):
        about = case_entries.draft_kind(kind, of)
        desk.vault.cases.keep_draft(case, about, {"why": words}, desk.clock.at)
    page = reasons.page(desk.vault, desk.clock, case, kind, session)
    assert page.unfinished == {"why": "这次"}
    assert page.session.id == session
    reasons.record(desk.vault, desk.clock, case, WRITTEN, session)
    assert reasons.page(desk.vault, desk.clock, case, kind, session).unfinished == {}
    assert reasons.page(desk.vault, desk.clock, case, kind, None).unfinished == {"why": "别的"}


def test_a_case_that_is_not_open_owes_nothing(desk, tools, urgent):
    assert owed(desk, tools)
    desk.vault.connection.execute("UPDATE cases SET state = 'closed' WHERE id = ?", (urgent[0],))
    assert owed(desk, tools) == []


@pytest.mark.clause("005", "032")
def test_what_the_intake_says_of_how_they_know_each_other_is_not_asked_again(desk):
    tied = Profile(intake=Intake(ties=Ties(known=True, how="同一小区")))
    case, kind = desk.case("A", tied), EntryKind.RELATION_CHECK
    page = reasons.page(desk.vault, desk.clock, case, kind, None)
    assert page.unfinished == {"bond": "同一小区"}
    other = reasons.page(desk.vault, desk.clock, case, EntryKind.IDENTITY_TALK, None)
    assert other.unfinished == {}
    desk.vault.entries.add(case, kind, desk.clock.now(), {"bond": "邻居"})
    assert reasons.page(desk.vault, desk.clock, case, kind, None).unfinished == {}
