"""What a new password or recovery key does not do: a key stays, and older copies hold it.

These tests pin a limit that `docs/security.md`, the help and the pages tell; whoever builds a
change of the keys themselves turns them round, and those sentences with them.
"""

from __future__ import annotations

import shutil
from contextlib import contextmanager

import pytest

from app.domain.audit import AuditKind
from app.domain.case import CaseLock
from app.domain.errors import WrongPassword
from app.domain.proof import Proof
from app.domain.recovery_key import to_groups
from app.services import case_locks, ways_in
from storage import header
from tests.vault.fixtures import PASSWORD, RECOVERY_TEXT

NEW = "全新的 一句 够长的密码"
WORD, OTHER = "只有我 knows 这一句", "另外一句 quite different"
AFTER = "设了密码以后写的句子"


@contextmanager
def entered(door, place, word=PASSWORD, *, recovery=False):
    """Open a vault and close it at the end."""
    enter = door.open_with_recovery if recovery else door.open
    vault = enter(place, word).vault
    try:
        yield vault
    finally:
        vault.close()


def give_back(place, old):
    """Put a header that somebody kept in the place of today's, and of its copy."""
    for name in (header.NAME, header.COPY):
        (place / name).write_bytes(old)


@pytest.mark.promise(14)
def test_an_old_password_with_an_old_header_opens_what_was_written_since(desk, door, place, clock):
    kept = (place / header.NAME).read_bytes()
    ways_in.change_password(desk.vault, clock, Proof(RECOVERY_TEXT, recovery=True), NEW)
    desk.case("written since")
    desk.vault.close()
    with pytest.raises(WrongPassword):
        door.open(place, PASSWORD)
    clock.pass_(3600)
    give_back(place, kept)
    with entered(door, place) as vault:
        assert [one.code for one in vault.cases.all()] == ["written since"]


@pytest.mark.promise(14)
@pytest.mark.promise(25)
def test_an_old_paper_with_an_old_header_opens_what_was_written_since(desk, door, place, clock):
    kept, paper = (place / header.NAME).read_bytes(), to_groups(bytes(range(40, 60)))
    ways_in.renew_recovery(desk.vault, clock, Proof(RECOVERY_TEXT, recovery=True), paper)
    desk.case("written since")
    desk.vault.close()
    with pytest.raises(WrongPassword):
        door.open_with_recovery(place, RECOVERY_TEXT)
    clock.pass_(3600)
    give_back(place, kept)
    with entered(door, place, RECOVERY_TEXT, recovery=True) as vault:
        assert [one.code for one in vault.cases.all()] == ["written since"]


@pytest.mark.promise(26)
@pytest.mark.clause("044", "050", "103")
@pytest.mark.parametrize("known", ["", WORD], ids=["before the password", "with the old password"])
def test_a_copy_from_before_holds_the_key_of_what_is_written_afterwards(
    desk, door, place, tmp_path, known
):
    """Without a password of the case then, or with one that was changed since."""
    case = desk.case("A-01")
    if known:
        case_locks.set_password(desk.vault, desk.clock, case, known, recovery=False)
    desk.vault.close()
    copy = shutil.copytree(place, tmp_path / "copy")
    with entered(door, place) as vault:
        desk.vault = vault
        if known:
            case_locks.open_case(vault, desk.clock, case, known)
            case_locks.change_password(vault, desk.clock, case, known, OTHER, recovery=False)
        else:
            case_locks.set_password(vault, desk.clock, case, OTHER, recovery=False)
        note = desk.draft(case, AFTER)
    with entered(door, copy) as older:
        if known:
            case_locks.open_case(older, desk.clock, case, known)
        key = older._case_keys.reveal(case)
    with entered(door, place) as vault:
        assert vault.case_locks.stands(case) is CaseLock.SHUT
        vault._case_keys.hold(case, key)
        assert vault.notes.get(note).body.text() == AFTER


def test_the_page_is_told_which_backups_hold_the_key(desk, opened, clock):
    opened.audit.record(AuditKind.BACKED_UP, clock.now(), subject=1)
    case = desk.case("A-01")
    clock.pass_(60)
    opened.audit.record(AuditKind.BACKED_UP, clock.now(), subject=2)
    found = case_locks.older_copies(opened, clock, case)
    assert [(one.at, one.number) for one in found.backups] == [(clock.now(), 2)]
    assert found.zone == opened.settings.practice().place.time_zone
