"""Creating, unlocking and locking, each with its line in the trail."""

from __future__ import annotations

from datetime import timedelta

import pytest

from app.domain.audit import AuditKind
from app.domain.errors import (
    DiskFailed,
    DiskFull,
    RecoveryKeyMistyped,
    VaultDamaged,
    WrongPassword,
)
from app.domain.proof import Proof
from app.services import vaults
from tests.vault.fixtures import PASSWORD, RECOVERY, RECOVERY_TEXT, START


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


def wrong(place, door, clock, times, word="not the right one"):
    for _ in range(times):
        clock.pass_(3600)
        with pytest.raises(WrongPassword):
            vaults.unlock(door, clock, place, word)
    clock.pass_(3600)


def told(vault):
    """Return what the trail says of coming in, the oldest first."""
    return [(one.kind, one.at, one.subject) for one in reversed(vault.audit.entries())]


@pytest.mark.clause("135", "132")
@pytest.mark.promise(22)
def test_the_next_opening_says_how_many_passwords_were_wrong_and_when_the_last(place, door, clock):
    wrong(place, door, clock, 3)
    last, now = START + timedelta(hours=3), START + timedelta(hours=4)
    one = vaults.unlock_with_recovery(door, clock, place, RECOVERY_TEXT).vault
    said = [(AuditKind.WRONG_TRIES, last, 3), (AuditKind.UNLOCKED_BY_RECOVERY, now, None)]
    assert told(one) == said
    one.close()
    one = vaults.unlock_with_recovery(door, clock, place, RECOVERY_TEXT).vault
    assert told(one) == [*said, said[-1]]  # once: they are told
    assert not (place / "vault.tries").exists()
    with pytest.raises(WrongPassword):  # signing a note, say: the day after tells of it
        one.check_password("not the right one")
    one.check_password(PASSWORD)
    one.close()
    one = vaults.unlock_with_recovery(door, clock, place, RECOVERY_TEXT).vault
    assert told(one)[-2] == (AuditKind.WRONG_TRIES, now, 1)
    assert one.audit.intact()
    one.close()


@pytest.mark.clause("135")
def test_what_opens_without_a_password_tells_of_them_and_ends_no_pause(place, door, clock):
    one = door.open_with_recovery(place, RECOVERY_TEXT).vault
    one.ways.switch_keyring_on(Proof(RECOVERY_TEXT, recovery=True), bytes(32))
    one.close()
    wrong(place, door, clock, 5)
    one = door.open_with_keyring(place, bytes(32)).vault
    vaults.record_opening(one, clock, AuditKind.UNLOCKED_BY_KEYRING)
    assert told(one)[-2][::2] == (AuditKind.WRONG_TRIES, 5)
    assert one.ways.wrong_tries() == (0, None)
    assert door.wait_left(place) == 0  # it was over, and does not begin anew
    with pytest.raises(WrongPassword) as refused:
        one.check_password("not the right one")
    assert refused.value.wait_seconds > 10  # the sixth in a row
    one.close()


@pytest.mark.clause("135")
def test_a_damaged_vault_keeps_them_to_be_told(place, door, clock):
    wrong(place, door, clock, 2)
    one = door.open_with_recovery(place, RECOVERY_TEXT, only_read=True).vault
    vaults.record_opening(one, clock, AuditKind.UNLOCKED_BY_RECOVERY)
    one.close()
    one = vaults.unlock_with_recovery(door, clock, place, RECOVERY_TEXT).vault
    assert told(one)[0][::2] == (AuditKind.WRONG_TRIES, 2)
    one.close()


@pytest.mark.clause("135")
def test_a_clock_that_went_back_puts_none_into_the_time_to_come(place, door, clock):
    wrong(place, door, clock, 1)
    clock.at = START
    one = vaults.unlock_with_recovery(door, clock, place, RECOVERY_TEXT).vault
    assert told(one)[0] == (AuditKind.WRONG_TRIES, START, 1)
    one.close()


def test_a_mistyped_key_leaves_no_line(place, door, clock):
    with pytest.raises(RecoveryKeyMistyped):
        vaults.unlock_with_recovery(door, clock, place, "x")
    opened = door.open_with_recovery(place, RECOVERY_TEXT).vault
    assert kinds(opened) == []
    opened.close()
