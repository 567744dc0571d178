"""The full check: every row of every report read, nothing called damaged that is not."""

from __future__ import annotations

import shutil
import threading
import time

import pytest

from app.domain.audit import AuditKind
from app.domain.complaint import Complaint, Fault
from app.domain.errors import DiskFull, VaultReadOnly
from app.services import health
from storage import backup, keeper, page_check
from storage.meter import nobody
from tests.vault.fixtures import PASSWORD, RECOVERY_TEXT, Desk
from tests.vault.test_salvage import flip, practice

__all__ = ["practice"]
KEEPER = keeper.FolderKeeper()


@pytest.fixture
def ours(practice, tmp_path):
    return shutil.copytree(practice, tmp_path / "ours")


def check(vault):
    """Run a whole check as the window does, the pages on a thread of their own."""
    whole = health.begin(vault, KEEPER)
    found = []
    thread = threading.Thread(target=lambda: found.extend(whole.pages.run()))
    thread.start()
    thread.join()
    found += whole.recordings.run(nobody)
    for piece in whole.pieces:
        found += piece(vault)
    return found


@pytest.mark.promise(10)
def test_five_bad_pages_are_five_in_the_report(ours, door):
    count = (ours / "vault.db").stat().st_size // 4096
    bad = [count - 1, count - 9, count - 17, count - 25, count - 33]
    flip(ours, *bad)
    one = door.open(ours, PASSWORD).vault
    found = check(one)
    assert sorted(c.number for c in found if c.fault is Fault.PAGE) == sorted(bad)
    lost = {(c.detail, c.number) for c in found if c.fault is Fault.RECORD}
    assert lost
    one.close()


@pytest.mark.promise(10)
@pytest.mark.promise(11)
def test_what_is_found_damaged_is_written_to_no_more_now_and_later(ours, door, clock, tools):
    flip(ours, (ours / "vault.db").stat().st_size // 4096)
    one = door.open(ours, PASSWORD).vault
    assert not one.condition().read_only
    whole = health.finish(one, KEEPER, clock, check(one))
    assert Fault.PAGE in {c.fault for c in whole}
    assert one.condition().read_only
    with pytest.raises(VaultReadOnly):
        Desk(one, clock, tools).case("N-1")
    assert health.last(one).at is None
    one.close()
    again = door.open(ours, PASSWORD).vault
    assert again.condition().read_only
    assert not health.due(again, clock)
    again.close()


@pytest.mark.promise(10)
def test_a_whole_vault_is_found_whole_and_the_day_is_kept(ours, door, clock):
    one = door.open(ours, PASSWORD).vault
    assert health.due(one, clock)
    assert health.last(one).at is None
    assert health.finish(one, KEEPER, clock, check(one)) == []
    assert health.last(one).at == clock.now()
    line = one.audit.entries(limit=1)[0]
    assert (line.kind, line.subject) == (AuditKind.CHECKED, 0)
    assert not health.due(one, clock)
    clock.pass_(29 * 86400)
    assert not health.due(one, clock)
    clock.pass_(86400)
    assert health.due(one, clock)
    clock.pass_(-60 * 86400)
    assert health.due(one, clock)
    one.close()


def test_a_full_disk_forgets_the_day_and_says_what_was_found(ours, door, clock, monkeypatch):
    one = door.open(ours, PASSWORD).vault

    def full(*_):
        raise DiskFull

    monkeypatch.setattr(one.settings, "remember_check", full)
    assert health.finish(one, KEEPER, clock, [Complaint(Fault.TRAIL)]) == [Complaint(Fault.TRAIL)]
    assert health.last(one).at is None
    monkeypatch.setattr(KEEPER, "remember_damage", full, raising=False)
    assert health.finish(one, KEEPER, clock, [Complaint(Fault.PAGE, 3)])
    one.close()


def test_a_check_beside_somebody_who_writes_finds_nothing(ours, door, clock, tools):
    one = door.open(ours, PASSWORD).vault
    desk = Desk(one, clock, tools)
    note = desk.draft(1, "开始")
    whole = health.begin(one, KEEPER)
    found = []
    thread = threading.Thread(target=lambda: found.extend(whole.pages.run()))
    thread.start()
    number = 0
    while thread.is_alive():
        number += 1
        desk.save(note, f"{number} " + "边查边写" * 500)
    thread.join()
    assert number
    assert found == []
    one.close()


def test_a_page_that_was_being_written_just_then_is_not_called_damaged(ours, door, monkeypatch):
    one = door.open(ours, PASSWORD).vault
    answers = [[Complaint(Fault.PAGE, 7), Complaint(Fault.PAGE, 9)], [Complaint(Fault.PAGE, 9)]]
    monkeypatch.setattr(backup, "check", lambda *_, **__: answers.pop(0))
    found = KEEPER.page_check(one).run()
    assert [c for c in found if c.fault is Fault.PAGE] == [Complaint(Fault.PAGE, 9)]
    one.close()


def test_a_check_that_is_stopped_ends_soon_and_says_nothing(ours, door):
    flip(ours, (ours / "vault.db").stat().st_size // 4096)
    one = door.open_with_recovery(ours, RECOVERY_TEXT).vault
    run = KEEPER.page_check(one)
    run.stop()
    assert run.run() == []
    assert run.stopped()
    one.close()


def test_stopping_in_the_middle_interrupts_what_runs(ours, door, monkeypatch):
    one = door.open_with_recovery(ours, RECOVERY_TEXT).vault
    run = KEEPER.page_check(one)
    real = backup.check

    def long(path, raw_key, connect):
        connection = connect(path, raw_key)
        try:
            connection.execute(
                "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n)"
                " SELECT max(i) FROM n"
            ).fetchall()
        finally:
            connection.close()
        return real(path, raw_key)

    monkeypatch.setattr(page_check.backup, "check", long)
    found = []
    thread = threading.Thread(target=lambda: found.append(run.run()))
    thread.start()
    began = time.monotonic()
    run.stop()
    thread.join(timeout=10)
    assert not thread.is_alive()
    assert time.monotonic() - began < 5
    assert found == [[]]
    one.close()


def test_a_bug_is_no_damage(ours, door, monkeypatch):
    one = door.open_with_recovery(ours, RECOVERY_TEXT).vault

    def broken(*_, **__):
        raise backup.database.Error("a bug")

    monkeypatch.setattr(page_check.backup, "check", broken)
    with pytest.raises(backup.database.Error):
        KEEPER.page_check(one).run()
    one.close()


def test_what_nobody_can_read_is_said_without_records(ours, door, monkeypatch):
    one = door.open(ours, PASSWORD).vault
    size = (ours / "vault.db").stat().st_size
    (ours / "vault.db").write_bytes(bytes(size))
    assert KEEPER.page_check(one).run() == [Complaint(Fault.UNREADABLE)]
    one._connection._inner.close()
    one._holding.release()
