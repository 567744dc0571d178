"""What is settled about backups, and what is written down of each."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from app.domain.audit import AuditKind
from app.domain.backup import BackupPlan, Every
from app.domain.client import Place
from app.domain.complaint import Complaint, Fault
from app.domain.differs import Differs
from app.domain.errors import BackupInsideVault
from app.domain.practice import Practice
from app.services import backups
from storage.keeper import FolderKeeper
from storage.meter import nobody
from tests.vault.fixtures import RECOVERY_TEXT, START

KEEPER = FolderKeeper()
DAY = timedelta(days=1)


def test_before_anything_is_chosen_nothing_is_wanted(opened, clock):
    found = backups.state(opened, clock)
    assert found.plan == BackupPlan()
    assert (found.wanted, found.overdue, found.now, found.zone) == (False, False, START, "")


def test_a_folder_is_chosen_and_kept_inside_the_vault(opened, clock, tmp_path):
    plan = backups.choose_folder(opened, KEEPER, tmp_path / "drive")
    assert plan.folder == str(tmp_path / "drive")
    assert opened.settings.backup_plan() == plan
    assert backups.state(opened, clock).wanted
    with pytest.raises(BackupInsideVault):
        backups.choose_folder(opened, KEEPER, opened.folder)
    assert opened.settings.backup_plan() == plan
    assert backups.choose_times(opened, Every.NEVER, 30).folder == plan.folder
    assert not backups.state(opened, clock).wanted


def test_the_day_is_hers_and_not_that_of_greenwich(opened, clock, tmp_path):
    backups.choose_folder(opened, KEEPER, tmp_path / "drive")
    with opened.transaction():
        opened.settings.change_practice(Practice(place=Place("上海", "Asia/Shanghai")))
    clock.at = datetime(2026, 3, 1, 15, 59, tzinfo=UTC)  # 23:59 in Shanghai
    backups.backed_up(opened, clock.at, 1)
    assert not backups.state(opened, clock).wanted
    clock.at += timedelta(minutes=2)
    assert backups.state(opened, clock).wanted
    assert backups.state(opened, clock).zone == "Asia/Shanghai"


def test_what_was_made_and_practised_is_written_down(opened, clock):
    backups.backed_up(opened, START - DAY, 7)
    backups.backed_up(opened, START)
    plan = backups.drilled(opened, clock, 7)
    assert (
        plan
        == opened.settings.backup_plan()
        == BackupPlan(last=START - DAY, drilled=START, elsewhere=START)
    )
    lines = [(one.kind, one.subject) for one in opened.audit.entries(3)]
    assert lines == [
        (AuditKind.BACKUP_DRILLED, 7),
        (AuditKind.BACKED_UP, None),
        (AuditKind.BACKED_UP, 7),
    ]


def test_she_is_reminded_once_there_is_something_to_lose(opened, clock, desk):
    clock.at += 30 * DAY
    assert not backups.overdue(opened, clock)
    desk.case()
    assert not backups.overdue(opened, clock)
    clock.at += 4 * DAY
    assert backups.overdue(opened, clock)
    backups.backed_up(opened, clock.at)
    assert not backups.overdue(opened, clock)
    clock.at += 8 * DAY
    assert backups.overdue(opened, clock)
    opened.settings.mark_example("00", 1)
    assert not backups.overdue(opened, clock)


def test_a_backup_elsewhere_is_none_in_the_folder(opened, clock, desk, tmp_path):
    """A file on the laptop's own disk each morning, and the drive never gets one."""
    desk.case()
    backups.backed_up(opened, clock.at)  # before a folder is chosen it counts
    clock.at += 4 * DAY
    assert not backups.overdue(opened, clock)
    plan = backups.choose_folder(opened, KEEPER, tmp_path / "drive")
    assert (plan.last, plan.elsewhere, plan.latest) == (None, START, START)
    assert plan.counted is None
    for _ in range(2):
        backups.backed_up(opened, clock.at)
        backups.backed_up(opened, clock.at, 7, folder=tmp_path / "another")
        found = backups.state(opened, clock)
        assert (found.wanted, found.overdue) == (True, True)
        assert found.plan.latest == clock.at
        clock.at += DAY
    backups.backed_up(opened, clock.at, 1, folder=tmp_path / "drive")
    found = backups.state(opened, clock)
    assert (found.wanted, found.overdue, found.plan.last) == (False, False, clock.at)
    assert found.plan == opened.settings.backup_plan()
    again = backups.choose_folder(opened, KEEPER, tmp_path / "drive")
    assert again == found.plan  # the same one: what lies in it still counts
    assert backups.choose_folder(opened, KEEPER, tmp_path / "new drive").last is None
    assert backups.state(opened, clock).wanted


def test_the_key_is_lent_and_wiped(opened):
    lease = backups.lease(opened, KEEPER)
    assert bytes(lease.raw_key) == opened.raw_key()
    assert lease.raw_key.hex() not in repr(lease)
    lease.end()
    assert bytes(lease.raw_key) == bytes(32)


def test_a_restored_vault_knows_its_folder(opened, clock, door, tmp_path):
    plan = backups.choose_folder(opened, KEEPER, tmp_path / "drive")
    lease = backups.lease(opened, KEEPER)
    KEEPER.back_up_folder(lease, tmp_path / "drive", clock.now(), nobody)
    KEEPER.restore_from(tmp_path / "drive", tmp_path / "r", nobody)
    again = door.open_with_recovery(tmp_path / "r", RECOVERY_TEXT).vault
    assert again.settings.backup_plan() == plan
    again.close()


def test_the_line_of_a_backup_carries_the_time_of_its_beginning(opened, clock, desk):
    """What was destroyed while it was made may be in it."""
    begun = clock.at
    clock.at += timedelta(minutes=3)
    backups.backed_up(opened, begun, 1)
    assert opened.audit.entries(1)[0].at == begun


def test_recordings_that_differ_stay_known_until_a_backup_finds_them_whole(opened, clock):
    found = (Differs(3, kept=True), Differs(4, gone=True))
    assert backups.backed_up(opened, START, 1, found).differs == found
    assert opened.settings.backup_plan().differs == found
    backups.drilled(opened, clock, 1)
    assert opened.settings.backup_plan().differs == found
    lost = [Complaint(Fault.RECORDING, 3), Complaint(Fault.CONTENTS, 4)]
    assert backups.not_kept(opened, lost).differs == (Differs(3), Differs(4, gone=True))
    backups.backed_up(opened, START, 1, found)
    by_file = backups.backed_up(opened, START, found=(Differs(3), Differs(5)))
    assert by_file.differs == (Differs(3, kept=True), Differs(5))
    assert backups.backed_up(opened, START, 2).differs == ()
