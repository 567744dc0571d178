"""The keyring as a ticket: in at the closing, out at every opening, good for another start."""

from __future__ import annotations

import pytest

from app.domain.audit import AuditKind
from app.domain.errors import DiskFull, KeyringFailed
from app.domain.proof import Proof
from app.services import keyring
from tests.vault.fixtures import RECOVERY_TEXT

pytestmark = [pytest.mark.promise(24), pytest.mark.clause("044")]

PAPER = Proof(RECOVERY_TEXT, recovery=True)


class Ring:
    """A keyring in memory, which can be told to fail."""

    def __init__(self):
        self.kept, self.failing = {}, ""

    def keep(self, name, secret):
        self._fail()
        self.kept[name] = secret

    def take(self, name):
        self._fail()
        return self.kept.pop(name, None)

    def _fail(self):
        if self.failing:
            raise KeyringFailed(self.failing)


@pytest.fixture
def ring():
    return Ring()


@pytest.fixture
def closed(opened, ring, clock):
    """A vault that was switched on, then closed; the computer was started anew."""
    here = keyring.switch_on(opened, ring, clock, PAPER)
    keyring.deposit(opened, ring, clock, here)
    opened.close()
    clock.boot = "second boot"
    return here


def test_a_ticket_opens_once_and_is_written_down(closed, opened, door, ring, clock):
    one = keyring.unlock(door, ring, clock, opened.folder).vault
    assert ring.kept == {}
    assert one.settings.keyring()[1]
    assert keyring.settle(one, ring, clock, closed)
    assert not one.settings.keyring()[1]
    kinds = [line.kind for line in reversed(one.audit.entries())]
    assert kinds == [AuditKind.KEYRING_ON, AuditKind.UNLOCKED_BY_KEYRING]
    one.close()
    with pytest.raises(KeyringFailed) as refused:
        keyring.unlock(door, ring, clock, opened.folder)
    assert refused.value.reason == "empty"


def test_a_ticket_of_this_start_is_spent(closed, opened, door, ring, clock):
    clock.boot = "first boot"
    with pytest.raises(KeyringFailed) as refused:
        keyring.unlock(door, ring, clock, opened.folder)
    assert refused.value.reason == "spent"
    assert ring.kept == {}


@pytest.mark.promise(36)
def test_a_ticket_that_is_not_given_back_loses_its_slot(closed, opened, door, ring, clock):
    """The password opened; the keyring does not answer: what it holds must open nothing."""
    one = door.open_with_recovery(opened.folder, RECOVERY_TEXT).vault
    ring.failing = "silent"
    assert not keyring.settle(one, ring, clock, closed)
    assert one.audit.entries()[0].kind is AuditKind.KEYRING_OFF
    one.close()
    ring.failing = ""
    assert ring.kept
    with pytest.raises(KeyringFailed) as refused:
        keyring.unlock(door, ring, clock, opened.folder)
    assert refused.value.reason == "empty"
    assert not keyring.offered(door, opened.folder, closed)


def test_what_is_off_stays_off_and_can_be_switched_off_again(opened, ring, clock):
    here = keyring.switch_on(opened, ring, clock, PAPER)
    for _ in range(2):
        keyring.switch_off(opened, clock)
    assert opened.settings.keyring() == ("", False)
    keyring.deposit(opened, ring, clock, here)
    assert ring.kept == {}
    assert keyring.settle(opened, ring, clock, here)


@pytest.mark.promise(4)
def test_a_full_disk_leaves_no_ticket_about(opened, ring, clock, monkeypatch):
    here = keyring.switch_on(opened, ring, clock, PAPER)

    def full(*_, **__):
        raise DiskFull

    monkeypatch.setattr(opened.settings, "remember_keyring", full)
    keyring.deposit(opened, ring, clock, here)
    assert ring.kept == {}
