"""Creating, unlocking and locking, each with its line in the trail."""

from __future__ import annotations

import pytest

from app.domain.audit import AuditKind
from app.domain.errors import DiskFailed, DiskFull, RecoveryKeyMistyped, VaultDamaged
from app.services import vaults
from tests.vault.fixtures import PASSWORD, RECOVERY, RECOVERY_TEXT


def kinds(vault):
    return [line.kind for line in reversed(vault.audit.entries())]


@pytest.mark.clause("132")
def test_every_coming_and_going_is_written_down(tmp_path, door, clock):
    place = tmp_path / "v"
    vaults.lock(vaults.create(door, clock, place, PASSWORD, RECOVERY).vault, clock, None)
    vaults.lock(vaults.unlock(door, clock, place, PASSWORD).vault, clock, None)
    vault = vaults.unlock_with_recovery(door, clock, place, RECOVERY_TEXT).vault
    assert kinds(vault) == [
        AuditKind.VAULT_CREATED,
        AuditKind.LOCKED,
        AuditKind.UNLOCKED,
        AuditKind.LOCKED,
        AuditKind.UNLOCKED_BY_RECOVERY,
    ]
    assert vault.audit.intact()
    vault.close()


@pytest.mark.promise(5)
@pytest.mark.clause("044")
def test_a_lock_keeps_the_draft_and_what_was_open(desk, door, clock):
    note = desk.draft(desk.case(), "写到一半 😀")
    vaults.lock(desk.vault, clock, note)
    again = vaults.unlock_with_recovery(door, clock, desk.vault.folder, RECOVERY_TEXT).vault
    assert again.settings.open_note() == note
    assert again.notes.get(note).body.text() == "写到一半 😀"
    assert len(again.search.find("一半").hits) == 1
    again.close()


@pytest.mark.promise(5)
def test_a_lock_that_cannot_write_still_locks(desk, clock, monkeypatch):
    def full(*_):
        raise DiskFull

    monkeypatch.setattr(desk.vault.settings, "remember_open_note", full)
    vaults.lock(desk.vault, clock, None)
    assert not (desk.vault.folder / "vault.holder").exists()
    assert not any(desk.vault._raw_key)


def test_an_unlock_that_cannot_be_written_down_closes_again(place, door, clock, monkeypatch):
    def damaged(*_, **__):
        raise VaultDamaged

    monkeypatch.setattr("storage.audit.AuditTrail.record", damaged)
    with pytest.raises(VaultDamaged):
        vaults.unlock_with_recovery(door, clock, place, RECOVERY_TEXT)
    monkeypatch.undo()
    door.open_with_recovery(place, RECOVERY_TEXT).vault.close()


@pytest.mark.promise(4)
@pytest.mark.parametrize("refusal", [DiskFull, DiskFailed])
def test_a_disk_that_takes_nothing_does_not_keep_the_vault_shut(
    place, door, clock, monkeypatch, refusal
):
    def refusing(*_, **__):
        raise refusal

    monkeypatch.setattr("storage.audit.AuditTrail.record", refusing)
    vaults.unlock_with_recovery(door, clock, place, RECOVERY_TEXT).vault.close()


def test_a_mistyped_key_leaves_no_line(place, door, clock):
    with pytest.raises(RecoveryKeyMistyped):
        vaults.unlock_with_recovery(door, clock, place, "x")
    opened = door.open_with_recovery(place, RECOVERY_TEXT).vault
    assert kinds(opened) == []
    opened.close()
