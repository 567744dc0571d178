"""The trail: whatever is done to a line shows, and no line holds a word."""

from __future__ import annotations

from datetime import timedelta

import pytest

from app.domain.audit import AuditKind
from app.domain.complaint import Complaint, Fault
from app.domain.consent import ConsentState
from app.services import notes
from storage.keeper import FolderKeeper

pytestmark = pytest.mark.clause("113", "132")
TAMPER = [
    "UPDATE audit SET at = '2020-01-01T00:00:00.000000+00:00' WHERE id = 3",
    "UPDATE audit SET kind = 'locked' WHERE id = 3",
    "UPDATE audit SET case_id = 2 WHERE id = 3",
    "UPDATE audit SET case_id = NULL WHERE id = 3",
    "UPDATE audit SET subject = 9 WHERE id = 3",
    "UPDATE audit SET link = zeroblob(32) WHERE id = 3",
    "UPDATE audit SET link = (SELECT link FROM audit WHERE id = 2) WHERE id = 3",
    "DELETE FROM audit WHERE id = 1",
    "DELETE FROM audit WHERE id = 3",
    "DELETE FROM audit WHERE id = (SELECT max(id) FROM audit)",
    "DELETE FROM audit WHERE id > 2",
    "DELETE FROM audit",
    "UPDATE audit SET id = id + 100 WHERE id > 3",
    "UPDATE audit SET id = 1000 - id",
    "INSERT INTO audit SELECT id + 100, at, kind, case_id, subject, link FROM audit WHERE id = 3",
    "INSERT INTO audit (at, kind, link) VALUES ('2026-03-01', 'locked', zeroblob(32))",
]


@pytest.fixture
def trail(desk):
    case = desk.case()
    for text in ("一", "二"):
        desk.signed(case, text)
    assert desk.vault.audit.intact()
    for name in ("audit_is_final", "audit_stays"):
        desk.vault.connection.execute(f"DROP TRIGGER {name}")
    return desk.vault


@pytest.mark.parametrize("statement", TAMPER)
def test_whatever_is_done_to_a_line_breaks_the_chain(trail, statement):
    trail.connection.execute(statement)
    assert not trail.audit.intact()
    assert FolderKeeper().verify(trail) == [Complaint(Fault.TRAIL)]


def test_two_lines_that_change_places_break_the_chain(trail):
    for old, new in ((2, 999), (3, 2), (999, 3)):
        trail.connection.execute("UPDATE audit SET id = ? WHERE id = ?", (new, old))
    assert not trail.audit.intact()


def test_a_lost_end_shows_for_ever(trail, clock):
    """New lines after the lost ones do not cover the gap."""
    trail.connection.execute("DELETE FROM audit WHERE id > 3")
    for _ in range(10):
        trail.audit.record(AuditKind.LOCKED, clock.at)
    assert not trail.audit.intact()


def test_an_empty_trail_is_whole(opened):
    """A vault made without its service has no line yet."""
    opened.connection.execute("DROP TRIGGER audit_stays")
    assert opened.audit.intact()


def test_every_line_is_an_id_a_kind_and_a_time(desk, clock):
    canary = "ZEBRA斑马"
    case = desk.case(canary)
    note = desk.signed(case, canary)
    clock.pass_(60)
    desk.amend(note, canary)
    notes.page(desk.vault, clock, note)
    desk.consent(case, ConsentState.SIGNED)
    rows = desk.vault.connection.execute("SELECT at, kind, case_id, subject FROM audit").fetchall()
    kinds = {kind.value for kind in AuditKind}
    assert all(kind in kinds and len(at) == 32 for at, kind, _, _ in rows)
    assert all(one is None or isinstance(one, int) for row in rows for one in row[2:])
    lines = desk.vault.audit.entries()
    assert [line.id for line in lines] == sorted((line.id for line in lines), reverse=True)
    assert lines[-1].kind is AuditKind.CASE_OPENED
    assert lines[-1].case_id == case
    assert lines[0].at == clock.at
    assert len(desk.vault.audit.entries(limit=2)) == 2


def test_a_line_that_is_rolled_back_leaves_no_gap(desk, clock):
    audit = desk.vault.audit
    audit.record(AuditKind.LOCKED, clock.at)
    desk.vault.connection.execute("BEGIN")
    audit.record(AuditKind.LOCKED, clock.at)
    desk.vault.connection.execute("ROLLBACK")
    audit.record(AuditKind.LOCKED, clock.at - timedelta(days=400))
    assert audit.intact()
    assert len(audit.entries()) == 2


def test_a_vault_with_another_key_does_not_follow(trail, place):
    trail.audit._key[0] ^= 1
    assert not trail.audit.intact()
    trail.audit._key[0] ^= 1
    assert trail.audit.intact()
