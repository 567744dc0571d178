"""Changing the password and the recovery key: exactly one of old and new opens, never none."""

from __future__ import annotations

import functools
import os
import shutil
import signal
from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace

import pytest

from app.domain.errors import (
    DiskFailed,
    DiskFull,
    HeaderDamaged,
    OpeningTooOld,
    RecoveryKeyMistyped,
    TooManyTries,
    VaultDamaged,
    VaultReadOnly,
    WeakPassword,
    WrapUnproved,
    WrongPassword,
)
from app.domain.proof import OPENING, Proof
from app.domain.recovery_key import from_text, to_groups
from app.services import case_locks, vaults
from storage import files, header, keys, vault
from storage.header import COPY, NAME
from tests.modes import WINDOWS, fork, mode
from tests.vault import crash
from tests.vault.fixtures import PASSWORD, RECOVERY, RECOVERY_TEXT, HandClock

pytestmark = [pytest.mark.promise(14), pytest.mark.clause("044")]

NEW = "新的 一句 够长的话"
NEW_KEY = to_groups(bytes(range(20, 40)))


def opens(place, password):
    """Return whether a password opens what lies in the folder now."""
    found, _ = header.read(place)
    return header.open_slot(found, header.PASSWORD, password) is not None


def key_opens(place, groups):
    found, _ = header.read(place)
    return header.open_slot(found, header.RECOVERY, from_text("".join(groups))) is not None


PAPER = Proof(RECOVERY_TEXT, recovery=True)  # proves without the price of Argon2


def change(one):
    one.ways.change_password(PAPER, NEW)


@pytest.mark.clause("050")
def test_the_new_password_opens_and_the_old_one_no_more(place, door, opened):
    opened.ways.change_password(Proof(PASSWORD), NEW)
    opened.check_password(NEW)
    with pytest.raises(WrongPassword):
        opened.check_password(PASSWORD)
    opened.close()
    door.open(place, NEW).vault.close()
    with pytest.raises(WrongPassword):
        door.open(place, PASSWORD)
    door.open_with_recovery(place, RECOVERY_TEXT).vault.close()


@pytest.mark.promise(13)
def test_the_copy_does_not_keep_the_old_password_working(place, opened):
    change(opened)
    assert (place / COPY).read_bytes() == (place / NAME).read_bytes()
    (place / NAME).unlink()
    assert opens(place, NEW)
    assert not opens(place, PASSWORD)


def test_the_recovery_key_lets_her_set_a_password_without_the_old_one(place, opened):
    opened.ways.change_password(Proof(RECOVERY_TEXT, recovery=True), NEW)
    assert opens(place, NEW)
    assert not opens(place, PASSWORD)
    assert key_opens(place, RECOVERY)


def test_a_renewed_recovery_key_opens_and_the_old_paper_no_more(place, door, opened):
    opened.ways.change_recovery(Proof(PASSWORD), NEW_KEY)
    opened.ways.check_recovery("-".join(NEW_KEY).lower())
    with pytest.raises(WrongPassword):
        opened.ways.check_recovery(RECOVERY_TEXT)
    opened.close()
    door.open_with_recovery(place, "".join(NEW_KEY)).vault.close()
    with pytest.raises(WrongPassword):
        door.open_with_recovery(place, RECOVERY_TEXT)
    assert opens(place, PASSWORD)


def test_the_recovery_key_can_prove_her_for_its_own_renewal(place, opened):
    opened.ways.change_recovery(Proof(RECOVERY_TEXT, recovery=True), NEW_KEY)
    assert key_opens(place, NEW_KEY)
    assert not key_opens(place, RECOVERY)


@pytest.mark.promise(25)
def test_trying_the_recovery_key_changes_nothing(place, opened):
    before = [(place / name).read_bytes() for name in (NAME, COPY)]
    opened.ways.check_recovery(RECOVERY_TEXT)
    with pytest.raises(RecoveryKeyMistyped):
        opened.ways.check_recovery(RECOVERY_TEXT[:-1])
    with pytest.raises(WrongPassword):
        opened.ways.check_recovery("".join(NEW_KEY))
    assert before == [(place / name).read_bytes() for name in (NAME, COPY)]


@pytest.mark.parametrize(
    ("proof", "password", "refusal"),
    [
        (Proof("nicht dieses Wort"), NEW, WrongPassword),
        (Proof("".join(NEW_KEY), recovery=True), NEW, WrongPassword),
        (Proof(RECOVERY_TEXT[:-1], recovery=True), NEW, RecoveryKeyMistyped),
        (Proof(PASSWORD), "kurz", WeakPassword),
        (Proof(PASSWORD), "password1", WeakPassword),
        (Proof(PASSWORD), PASSWORD, WeakPassword),
    ],
)
def test_what_is_refused_changes_nothing(place, opened, proof, password, refusal):
    before = (place / NAME).read_bytes()
    with pytest.raises(refusal):
        opened.ways.change_password(proof, password)
    assert (place / NAME).read_bytes() == before
    assert opens(place, PASSWORD)


@pytest.mark.promise(22)
def test_guessing_in_the_settings_is_slowed_as_at_the_door(opened, clock):
    for _ in range(3):
        with pytest.raises(WrongPassword):
            opened.ways.change_recovery(Proof("".join(NEW_KEY), recovery=True), NEW_KEY)
    with pytest.raises(TooManyTries):
        change(opened)
    clock.pass_(1)
    opened.ways.change_recovery(PAPER, NEW_KEY)


def test_a_wrap_that_does_not_give_the_key_back_is_never_written(place, opened, monkeypatch):
    real = header.password_slot

    def spoilt(*given):
        slot = real(*given)
        return header.replace(slot, wrapped=slot.wrapped[:-1] + bytes([slot.wrapped[-1] ^ 1]))

    monkeypatch.setattr(header, "password_slot", spoilt)
    before = (place / NAME).read_bytes()
    with pytest.raises(WrapUnproved):
        change(opened)
    assert (place / NAME).read_bytes() == before


def test_another_vaults_header_is_not_changed_in_its_place(place, door, opened, tmp_path):
    other = tmp_path / "other"
    door.create(other, PASSWORD, RECOVERY).vault.close()
    for name in (NAME, COPY):
        shutil.copy(other / name, place / name)
    with pytest.raises(VaultDamaged):
        change(opened)
    assert (place / NAME).read_bytes() == (other / NAME).read_bytes()


def test_a_new_password_is_derived_for_the_machine_she_has_now(place, clock, door, opened):
    more = keys.Argon2Parameters(keys.FLOOR_MEMORY_KIB, keys.FLOOR_ITERATIONS + 1, 4)
    opened.ways._argon2 = lambda: more
    change(opened)
    assert header.read(place)[0].slot(header.PASSWORD).argon2 == more


def test_a_door_that_waited_for_the_change_does_not_put_the_old_header_back(
    place, door, monkeypatch
):
    """The header is read again under the hold: else mending would bring the old password back."""
    one = door.open_with_recovery(place, RECOVERY_TEXT).vault
    real = vault.Holding

    def changed_meanwhile(folder):
        one.ways.change_recovery(PAPER, NEW_KEY)
        one.close()
        return real(folder)

    monkeypatch.setattr(vault, "Holding", changed_meanwhile)
    with pytest.raises(WrongPassword):
        vaults.unlock_with_recovery(door, HandClock(), place, RECOVERY_TEXT)
    assert key_opens(place, NEW_KEY)
    assert not key_opens(place, RECOVERY)


# Failing disks.


@pytest.mark.promise(3)
@pytest.mark.parametrize(("code", "refusal"), [(28, DiskFull), (5, DiskFailed)])
def test_a_header_that_the_disk_does_not_take_leaves_the_old_password(
    place, opened, monkeypatch, code, refusal
):
    def fail(*_):
        raise OSError(code, "no")

    before = (place / NAME).read_bytes(), (place / COPY).read_bytes()
    with monkeypatch.context() as patched:
        patched.setattr(files, "_write_synced", fail)
        with pytest.raises(refusal):
            change(opened)
    assert before == ((place / NAME).read_bytes(), (place / COPY).read_bytes())
    assert opens(place, PASSWORD)


def test_a_header_in_force_is_not_called_refused_for_the_sake_of_its_folder(
    place, opened, monkeypatch
):
    """The file has its name, only the folder could not be synced: she must not be told that the
    old password holds, for it opens nothing any more."""

    def fail(_):
        raise OSError(5, "no")

    monkeypatch.setattr(files, "sync_folder", fail)
    change(opened)
    assert opens(place, NEW)
    assert not opens(place, PASSWORD)


def test_what_was_not_written_as_meant_is_refused_and_the_copy_opens(place, opened, monkeypatch):
    real = files.write_private

    def lying(path, data):
        real(path, data[:-10] if path.name == NAME else data)

    monkeypatch.setattr(files, "write_private", lying)
    with pytest.raises(DiskFailed):
        change(opened)
    assert opens(place, PASSWORD)
    assert not opens(place, NEW)


def test_a_copy_that_could_not_follow_is_mended_at_the_next_opening(
    place, door, opened, monkeypatch
):
    real, headers = files._write_synced, []

    def second_header_fails(path, data):
        headers.extend([path] if data.startswith(b'{"header"') else [])
        if len(headers) > 1:
            raise OSError(28, "full")
        real(path, data)

    with monkeypatch.context() as patched:
        patched.setattr(files, "_write_synced", second_header_fails)
        change(opened)
    assert ways(place / COPY) != ways(place / NAME)
    assert opens(place, NEW)
    opened.close()
    vaults.unlock(door, HandClock(), place, NEW).vault.close()
    assert ways(place / COPY) == ways(place / NAME)


def ways_of(found):
    """Return who may open, without the count of openings."""
    return replace(found, count=None, salt=b"")


def ways(path):
    return ways_of(header.decode(path.read_bytes()))


# Killed at every step, and power lost at every step.

ACTS = {"password": change, "recovery": lambda one: one.ways.change_recovery(PAPER, NEW_KEY)}
OPENED_BY = {  # what opens by password and by recovery key: before the change, and after each
    "before": {PASSWORD, RECOVERY},
    "password": {NEW, RECOVERY},
    "recovery": {PASSWORD, NEW_KEY},
}


def exactly_one(place, old, new):
    """Return whether the header in force is the new one; it must be one of the two, whole."""
    data = header.encode(header.read(place)[0])
    assert data in (old, new)
    return data == new


def what_opens(place):
    """Return which of the passwords and recovery keys open."""
    words = {one for one in (PASSWORD, NEW) if opens(place, one)}
    return words | {one for one in (RECOVERY, NEW_KEY) if key_opens(place, one)}


@pytest.fixture
def derived_once(monkeypatch):
    """One salt, so that the children inherit what was derived: the price is paid once."""
    monkeypatch.setattr(keys, "derive", functools.cache(keys.derive))
    monkeypatch.setattr(header, "secrets", SimpleNamespace(token_bytes=bytes))
    keys.derive(NEW, bytes(keys.SALT_BYTES), keys.FLOOR)


@pytest.mark.usefixtures("derived_once")
@pytest.mark.parametrize("act", ACTS)
def test_killed_at_every_step_of_the_disk_exactly_one_opens(place, door, act, tmp_path):
    kept = tmp_path / "kept"
    shutil.copytree(place, kept)
    before = ways_of(header.read(place)[0])
    changed, step = [], 1
    while killed_at(step, door, place, ACTS[act]):
        found = ways_of(header.read(place)[0])
        assert found in (before, before.with_slot(found.slot(act)))
        now = found != before
        if now not in changed:  # the first of its kind; the others are the same header
            assert what_opens(place) == OPENED_BY[act if now else "before"]
        changed.append(now)
        shutil.rmtree(place)
        shutil.copytree(kept, place)
        step += 1
    assert changed == sorted(changed)
    assert changed.count(False) > 8
    assert changed.count(True) > 4


@pytest.mark.promise(13)
def test_a_change_killed_before_its_copy_leaves_no_way_back_once_opened(place, door):
    old = ways(place / COPY)
    step = 1
    while killed_at(step, door, place, ACTS["recovery"]) and ways(place / NAME) == old:
        step += 1
    assert ways(place / COPY) == old
    vaults.unlock_with_recovery(door, HandClock(), place, "".join(NEW_KEY)).vault.close()
    assert ways(place / COPY) == ways(place / NAME) != old


def killed_at(step, door, place, act):
    """Do the act in a child that is killed before its `step`th step on the header's files."""
    child = fork()
    if not child:  # the child never comes back into pytest
        try:
            one = door.open_with_recovery(place, RECOVERY_TEXT).vault
            crash.kill_before(step)
            act(one)
            os._exit(0)
        finally:
            os._exit(1)
    status = os.waitpid(child, 0)[1]
    if os.WIFSIGNALED(status):
        assert os.WTERMSIG(status) == signal.SIGKILL
        return True
    assert os.WEXITSTATUS(status) == 0
    return False


@pytest.mark.skipif(WINDOWS, reason="a folder is not synced there")
@pytest.mark.parametrize("act", ACTS)
def test_after_any_power_loss_exactly_one_opens(place, opened, act, tmp_path, monkeypatch):
    disk = crash.Disk(place)
    old = (place / NAME).read_bytes()
    opened.check_password(PASSWORD)
    with monkeypatch.context() as patched:
        disk.record(patched)
        ACTS[act](opened)
    new = (place / NAME).read_bytes()
    seen = [exactly_one(state, old, new) for state in disk.states(tmp_path / "states")]
    assert len(seen) > 60
    assert set(seen) == {False, True}
    assert exactly_one(disk.last(tmp_path / "last"), old, new), "what was said to be done is lost"


def test_the_same_harness_sees_the_loss_of_a_write_without_sync(
    place, opened, tmp_path, monkeypatch
):
    disk = crash.Disk(place)
    with monkeypatch.context() as patched:
        disk.record(patched)
        patched.setattr(files, "write_private", crash.careless)
        ACTS["password"](opened)
    lost = 0
    for state in disk.states(tmp_path / "states"):
        try:
            header.read(state)
        except HeaderDamaged:
            lost += 1
    assert lost > 5


def test_every_header_of_the_change_is_private(place, opened):
    change(opened)
    assert {mode(Path(place / name)) for name in (NAME, COPY)} == {0o600}


@pytest.mark.promise(26)
@pytest.mark.parametrize("proof", [Proof(PASSWORD), PAPER])
def test_the_password_of_a_case_does_not_become_the_vaults(place, desk, opened, proof):
    """Else the vault's password would open the case that was locked against it."""
    desk.case()
    for code, word in (("B", "只有我 knows 这一句"), ("C", NEW)):
        case_locks.set_password(opened, desk.clock, desk.case(code), word, recovery=False)
    case_locks.shut(opened, desk.clock, opened.cases.all()[-1].id)
    before = (place / NAME).read_bytes()
    with pytest.raises(WeakPassword) as refused:
        opened.ways.change_password(proof, NEW)
    assert refused.value.reason == "case"
    assert (place / NAME).read_bytes() == before
    assert not list(place.glob("*.tries"))
    opened.ways.change_password(proof, "又一句 完全不同的话")


@pytest.mark.parametrize("proof", [Proof(PASSWORD), PAPER])
def test_the_present_password_is_no_new_one_whatever_proves_her(place, opened, proof):
    """Else she is told that the old one opens no more, and it does."""
    before = (place / NAME).read_bytes()
    with pytest.raises(WeakPassword) as refused:
        opened.ways.change_password(proof, PASSWORD)
    assert refused.value.reason == "same"
    assert (place / NAME).read_bytes() == before
    assert not list(place.glob("*.tries"))


def test_the_opening_with_the_recovery_key_proves_her_once(place, door):
    one = door.open_with_recovery(place, RECOVERY_TEXT).vault
    assert one.ways.opened_just_now()
    with pytest.raises(WeakPassword):  # a refusal leaves it: she thinks of another sentence
        one.ways.change_password(OPENING, PASSWORD)
    one.ways.change_password(OPENING, NEW)
    assert opens(place, NEW)
    with pytest.raises(OpeningTooOld):
        one.ways.change_password(OPENING, "又一句 完全不同的话")
    assert not one.ways.opened_just_now()
    one.close()


@pytest.mark.promise(5)
@pytest.mark.parametrize(
    "end",
    [
        lambda _, clock: clock.pass_(300),
        lambda _, clock: setattr(clock, "boot", "another"),
        lambda _, clock: setattr(clock, "running", clock.running - 300),
        lambda one, _: one.ways.forget_opening(),
    ],
)
def test_it_proves_nothing_once_it_is_over(place, door, clock, end):
    one = door.open_with_recovery(place, RECOVERY_TEXT).vault
    kept = one.ways._kept
    assert any(kept)
    clock.pass_(299)
    end(one, clock)
    assert not one.ways.opened_just_now()
    assert not any(kept)
    with pytest.raises(OpeningTooOld):
        one.ways.change_password(OPENING, NEW)
    assert opens(place, PASSWORD)
    one.close()


@pytest.mark.promise(5)
def test_a_lock_overwrites_what_the_opening_left_and_a_password_leaves_nothing(place, door):
    one = door.open_with_recovery(place, RECOVERY_TEXT).vault
    kept = one.ways._kept
    one.close()
    assert len(kept) == keys.KEY_BYTES
    assert not any(kept)
    one = door.open(place, PASSWORD).vault
    assert not one.ways.opened_just_now()
    with pytest.raises(OpeningTooOld):
        one.ways.change_password(OPENING, NEW)
    one.close()


def test_the_opening_proves_her_for_the_password_alone(place, opened):
    before = (place / NAME).read_bytes()
    for act in (
        lambda: opened.ways.change_recovery(OPENING, NEW_KEY),
        lambda: opened.ways.switch_keyring_on(OPENING, bytes(32)),
    ):
        with pytest.raises(RecoveryKeyMistyped):
            act()
    assert (place / NAME).read_bytes() == before


@pytest.mark.promise(26)
def test_who_has_not_proved_herself_learns_nothing_of_a_cases_password(desk, opened):
    case_locks.set_password(opened, desk.clock, desk.case(), NEW, recovery=False)
    with pytest.raises(WrongPassword):
        opened.ways.change_password(Proof("nicht dieses Wort"), NEW)


@pytest.mark.promise(5)
def test_nothing_opens_a_damaged_vault_differently(place, door, opened):
    opened.close()
    one = door.open(place, PASSWORD, only_read=True).vault
    before = {path.name: path.read_bytes() for path in place.glob("vault.header*")}
    for act in (
        lambda: one.ways.change_password(PAPER, NEW),
        lambda: one.ways.change_recovery(PAPER, NEW_KEY),
        lambda: one.ways.switch_keyring_on(PAPER, bytes(32)),
    ):
        with pytest.raises(VaultReadOnly):
            act()
    assert before == {path.name: path.read_bytes() for path in place.glob("vault.header*")}
    one.close()


def test_it_is_known_whether_the_header_was_mended(place, door, clock, opened):
    opened.close()
    (place / NAME).write_bytes(b"bad")
    reading = door.open(place, PASSWORD, only_read=True).vault
    assert not reading.ways.mended()
    reading.close()
    one = vaults.unlock(door, clock, place, PASSWORD).vault
    assert one.ways.mended()
    one.close()
