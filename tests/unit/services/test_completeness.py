"""What real records lack: found, counted, told with the way there; by codes alone (119)."""

from __future__ import annotations

from datetime import timedelta

import pytest

from app.domain.audit import AuditKind
from app.domain.case import CaseState, ServiceMode
from app.domain.client import EmergencyContact, Place, Profile
from app.domain.entry import EntryKind
from app.domain.errors import VaultDamaged
from app.domain.intake import Identity, IdentityStatus, Intake, Triage, Urgency
from app.services import case_locks, completeness

KNOWN = Profile(
    name="禾木",
    phone="13800005678",
    place=Place("上海", "Asia/Shanghai"),
    emergency=EmergencyContact("禾苗", "妹妹", "13900001111"),
    intake=Intake(triage=Triage(Urgency.ORDINARY)),
)
PASSWORD = "十二个字的密码够长了吧"


def report(desk, case_id=None):
    return completeness.report(desk.vault, desk.tools, case_id)


def lacks(desk, case_id):
    return [(one.name.removeprefix("whole."), one.count) for one in record(desk, case_id).lacks]


def record(desk, case_id):
    (found,) = report(desk, case_id).records
    return found


def later(desk, **span):
    desk.clock.at += timedelta(**span)


@pytest.mark.clause("119")
def test_a_signed_note_with_all_that_the_gate_asks_leaves_what_the_gate_does_not_ask(desk):
    case_id = desk.case(profile=KNOWN)
    assert lacks(desk, case_id) == []
    desk.signed(case_id, "谈到睡眠")
    found = dict(lacks(desk, case_id))
    assert "consent" not in found
    assert "screen" not in found
    assert set(found) <= {"tech", "agreement"}
    for kind in (EntryKind.TECH_SHEET, EntryKind.AGREEMENT):
        desk.vault.entries.add(case_id, kind, desk.clock.at, {"count": 9})
    assert lacks(desk, case_id) == []


@pytest.mark.clause("119")
@pytest.mark.clause("014")
def test_what_slipped_is_found_a_day_after_the_session(desk):
    case_id = desk.case(profile=KNOWN)
    note_id = desk.draft(case_id, "没签")
    desk.vault.sessions.add(case_id, desk.clock.at, 50, ServiceMode.ONLINE)
    later(desk, hours=24)
    assert "signed" not in dict(lacks(desk, case_id))
    later(desk, hours=1)
    found = dict(lacks(desk, case_id))
    assert (found["signed"], found["written"]) == (1, 1)
    assert {"consent", "screen", "tech", "agreement"} <= set(found)
    (record,) = report(desk).records
    assert record.note_id == note_id
    assert record.sessions == 2


def test_the_records_that_lack_most_stand_first_and_one_can_be_asked_for(desk):
    whole, poor = desk.case("A", KNOWN), desk.case("B")
    found = report(desk)
    assert [one.person.case_id for one in found.records] == [poor, whole]
    assert [one.person.case_id for one in report(desk, whole).records] == [whole]
    assert report(desk, whole).of == whole
    desk.vault.cases.set_state(poor, CaseState.CLOSED)
    assert [one.open for one in report(desk).records] == [False, True]


def test_who_stays_anonymous_is_known_once_it_was_talked_over(desk):
    hidden = Intake(Intake().kind, Identity(IdentityStatus.ANONYMOUS), KNOWN.intake.triage)
    case_id = desk.case(profile=Profile(name="小木", phone="1", intake=hidden))
    desk.vault.sessions.add(case_id, desk.clock.at, 50, ServiceMode.ONLINE)
    assert "identity" in dict(lacks(desk, case_id))
    desk.vault.entries.add(case_id, EntryKind.IDENTITY_TALK, desk.clock.at, {})
    assert "identity" not in dict(lacks(desk, case_id))


@pytest.mark.clause("119")
def test_what_is_left_open_at_the_end_is_found_in_closed_cases_too(desk):
    case_id, quiet = desk.case("A", KNOWN), desk.case("B", KNOWN)
    begun = (
        (EntryKind.DISCLOSURE, {"basis": "danger", "urgent": True}),
        (EntryKind.CLIENT_REQUEST, {"kind": "see", "due": "2026-09-01"}),
        (EntryKind.REFERRAL, {"answer": "spoken", "back_by": "2026-09-01"}),
        (EntryKind.FOLLOW_PLAN, {"days": ["2026-09-01", "2026-09-08", "2999-01-01"]}),
    )
    for kind, value in begun:
        desk.vault.entries.add(case_id, kind, desk.clock.at, value)
    desk.vault.cases.set_state(case_id, CaseState.CLOSED)
    later(desk, days=365)
    found = dict(lacks(desk, case_id))
    assert found == {"told": 1, "request": 1, "receipt": 1, "closing": 1, "follow": 2}
    assert dict(lacks(desk, quiet)) == {"gone": 1}
    case_locks.set_password(desk.vault, desk.clock, case_id, PASSWORD, recovery=False)
    desk.vault.case_locks.shut(case_id)
    assert [one.name for one in record(desk, case_id).lacks] == ["whole.closing"]
    case_locks.open_case(desk.vault, desk.clock, case_id, PASSWORD)
    desk.vault.entries.add(case_id, EntryKind.ENDING, desk.clock.at, {"on": "2026-09-02"})
    desk.vault.case_locks.shut(case_id)
    assert not record(desk, case_id).lacks


@pytest.mark.clause("119")
def test_of_a_shut_case_only_what_needs_no_password_is_looked_at(desk):
    case_id = desk.case()
    desk.draft(case_id, "没签")
    case_locks.set_password(desk.vault, desk.clock, case_id, PASSWORD, recovery=False)
    desk.vault.case_locks.shut(case_id)
    later(desk, days=3)
    (record,) = report(desk).records
    assert record.part
    names = {one.name for one in record.lacks}
    assert "whole.signed" in names
    assert not names & {"whole.graded", "whole.identity", "whole.contact", "whole.place"}


def test_damage_is_said(desk, monkeypatch):
    desk.case(profile=KNOWN)

    def refuse():
        raise VaultDamaged

    monkeypatch.setattr(desk.vault.notes, "drafts", refuse)
    assert report(desk).hidden


def test_the_trail_says_that_it_was_printed(desk):
    case_id = desk.case()
    completeness.printed(desk.vault, desk.tools, case_id)
    line = desk.vault.audit.entries(1)[0]
    assert (line.kind, line.case_id) == (AuditKind.COMPLETENESS_PRINTED, case_id)
