"""A backup whose maker was stopped before the vault was told: it is made, and known."""

from __future__ import annotations

import os
from datetime import timedelta
from typing import Any, NamedTuple

import pytest

from app.domain.audit import AuditKind
from app.domain.destruction import BackupMade
from app.domain.errors import BackupStopped, DiskFailed, DiskFull, NotWritable
from app.services import backups, destruction
from storage import backup_folder, backup_media, files, lineage
from storage.keeper import FolderKeeper
from storage.meter import nobody
from tests.vault.fixtures import EARLY, PASSWORD, RECOVERY_TEXT, START

KEEPER = FolderKeeper()
CODE = "A-01"
MONTHS = timedelta(days=40)


@pytest.fixture
def case(desk):
    """A case with a recording: what lies in the folder is looked at again after a month."""
    case = desk.case(CODE)
    desk.recording(case, os.urandom(200_000))
    return case


@pytest.fixture
def folder(case, opened, clock, lease, tmp_path):
    """A backup folder with one generation, written down."""
    folder = KEEPER.adopt(lease, tmp_path / "drive")
    KEEPER.back_up_folder(lease, folder, clock.now(), nobody)
    backups.backed_up(opened, clock.now(), 1)
    clock.pass_(MONTHS.total_seconds())
    return folder


class Ground(NamedTuple):
    """What these tests stand on."""

    opened: Any
    clock: Any
    case: Any
    folder: Any
    lease: Any


@pytest.fixture
def ground(opened, clock, case, folder, lease):
    """A vault with a case and the folder with its first generation."""
    return Ground(opened, clock, case, folder, lease)


def generations(folder):
    return [(one.number, one.whole) for one in KEEPER.generations(folder)]


def named(opened, clock, case):
    """Return the numbers of the backups that the certificate of the destroyed case names."""
    destruction.mark(opened, clock, case, EARLY)
    made = destruction.destroy(opened, clock, case, (PASSWORD, CODE))
    return [one.number for one in made.backups]


def lines(opened):
    found = opened.audit.entries(99)
    return [(one.subject, one.at) for one in found if one.kind is AuditKind.BACKED_UP]


@pytest.mark.promise(16)
@pytest.mark.promise(44)
def test_a_stop_behind_its_name_takes_no_backup_away(opened, clock, case, folder, lease):
    """A lock, or the button, while the old copies are looked at again."""

    def stop(*_):
        if len(list((folder / "generations").glob("0*"))) > 1:
            raise BackupStopped

    made = KEEPER.back_up_folder(lease, folder, clock.now(), stop)
    assert (made.generation.number, made.generation.made_at) == (2, clock.now())
    backups.backed_up(opened, clock.now(), 2)
    assert opened.settings.backup_plan().last == clock.now()
    assert named(opened, clock, case) == [1, 2]


@pytest.mark.promise(4)
@pytest.mark.promise(16)
@pytest.mark.parametrize("error", [DiskFull, DiskFailed, NotWritable])
@pytest.mark.parametrize("where", ["check_old", "forget_all_but", "save"])
def test_a_disk_that_is_full_behind_its_name_neither(ground, monkeypatch, where, error):
    _, clock, _, folder, lease = ground

    def refuse(*_):
        raise error

    monkeypatch.setattr(backup_media.RecordingCopies, where, refuse)
    assert KEEPER.back_up_folder(lease, folder, clock.now(), nobody).generation.number == 2
    monkeypatch.undo()
    clock.pass_(86400)
    assert KEEPER.back_up_folder(lease, folder, clock.now(), nobody).differs == ()
    assert generations(folder) == [(3, True), (2, True), (1, True)]


@pytest.mark.promise(4)
def test_old_ones_go_though_the_look_at_the_copies_failed(
    opened, clock, folder, lease, monkeypatch
):
    """On a nearly full drive that is what makes room."""

    def refuse(*_):
        raise OSError(5, "")

    monkeypatch.setattr(backup_media.RecordingCopies, "check_old", refuse)
    for _ in range(3):
        KEEPER.back_up_folder(lease, folder, clock.now(), nobody)
    assert generations(folder) == [(4, True), (1, True)]


@pytest.mark.promise(44)
def test_a_kill_behind_its_name_hides_no_backup(ground, door, monkeypatch):
    """Or a lock: whoever waits for the answer is gone. The next opening gives it its line."""
    opened, clock, case, folder, lease = ground
    KEEPER.back_up_folder(lease, folder, begun := clock.now(), nobody)
    KEEPER.back_up_file(lease, folder.parent / "one.backup", nobody, at=begun)
    clock.pass_(3600)
    seen = destruction.prospect(opened, clock, case).backups
    assert seen == (BackupMade(START, 1), BackupMade(begun, 2), BackupMade(begun))
    assert lines(opened) == [(1, START)]
    opened.close()
    again = door.open_with_recovery(opened.folder, RECOVERY_TEXT).vault
    assert lines(again) == [(None, begun), (2, begun), (1, START)]
    assert again.settings.backup_plan().last == START  # the day's is made again
    assert again.audit.intact()
    again.close()
    again = door.open_with_recovery(opened.folder, RECOVERY_TEXT).vault
    assert len(lines(again)) == 3
    assert named(again, clock, case) == [1, 2, None]
    again.close()


@pytest.mark.promise(44)
@pytest.mark.parametrize("kind", ["folder", "file"])
def test_a_kill_at_the_moment_of_its_name_hides_it_neither(ground, monkeypatch, kind):
    opened, clock, case, folder, lease = ground

    class Killed(BaseException):
        pass

    def die(_):
        raise Killed

    real = files.sync_folder
    target = folder.parent / "one.backup"
    last = (folder / "generations", target.parent)
    monkeypatch.setattr(files, "sync_folder", lambda at: die(at) if at in last else real(at))
    work = {
        "folder": lambda: KEEPER.back_up_folder(lease, folder, clock.now(), nobody),
        "file": lambda: KEEPER.back_up_file(lease, target, nobody, at=clock.now()),
    }
    with pytest.raises(Killed):
        work[kind]()
    monkeypatch.undo()
    assert generations(folder)[0] == ((2, True) if kind == "folder" else (1, True))
    assert target.exists() == (kind == "file")
    assert named(opened, clock, case) == [1, 2 if kind == "folder" else None]


@pytest.mark.promise(44)
@pytest.mark.parametrize("hours", [-48, 1])
def test_one_made_while_the_vault_waited_for_it_is_named_whatever_the_clock_says(ground, hours):
    opened, clock, case, folder, lease = ground
    KEEPER.back_up_folder(lease, folder, clock.now(), nobody)
    clock.at += timedelta(hours=hours)
    assert named(opened, clock, case) == [1, 2]
    other = destruction.certificate(opened, opened.destructions.all()[0])
    clock.at += timedelta(hours=100)
    KEEPER.back_up_folder(lease, folder, clock.now(), nobody)
    again = destruction.certificate(opened, opened.destructions.all()[0])
    assert again == other  # the third was made without the case


def test_a_refusal_behind_its_name_is_followed_by_its_line(
    opened, clock, folder, lease, monkeypatch
):
    """The folder could not be synced: it is no backup to rely on, and still may hold a case."""
    real = files.sync_folder

    def refuse(at):
        if at == folder / backup_folder.GENERATIONS:
            raise OSError(5, "")
        real(at)

    monkeypatch.setattr(files, "sync_folder", refuse)
    with pytest.raises(DiskFailed):
        KEEPER.back_up_folder(lease, folder, clock.now(), nobody)
    backups.settle(opened)
    assert lines(opened) == [(2, clock.now()), (1, START)]
    assert opened.settings.backup_plan().last == START


def test_each_backup_has_one_line_whoever_wrote_it(opened, clock, folder, lease):
    KEEPER.back_up_folder(lease, folder, begun := clock.now(), nobody)
    backups.settle(opened)
    backups.backed_up(opened, begun, 2)
    backups.settle(opened)
    assert lines(opened) == [(2, begun), (1, START)]


@pytest.mark.promise(4)
def test_a_line_that_waits_for_room_is_not_written_twice(ground, monkeypatch):
    opened, clock, case, folder, lease = ground
    begun = clock.now()
    KEEPER.back_up_folder(lease, folder, begun, nobody)
    with monkeypatch.context() as full:
        full.setattr(opened.audit, "record", refuse_for_room)
        backups.settle(opened)
        opened.write_down_backups()
    assert opened.audit.behind()
    seen = destruction.prospect(opened, clock, case).backups
    assert seen == (BackupMade(START, 1), BackupMade(begun, 2))
    assert opened.audit.catch_up()
    assert lines(opened) == [(2, begun), (1, START)]


def refuse_for_room(*_):
    raise DiskFull


def test_the_note_goes_with_a_moved_vault_and_is_short(opened, clock, folder, lease, tmp_path):
    for _ in range(40):
        clock.pass_(60)
        mine = lineage.read(opened.folder)
        lineage.keep(opened.folder, mine.having_made(0, clock.now()))
    kept = lineage.made(opened.folder)
    assert len(kept) == 32
    assert (tmp_path / "elsewhere").mkdir() is None
    (tmp_path / "elsewhere" / lineage.NAME).write_bytes((opened.folder / lineage.NAME).read_bytes())
    assert lineage.read(tmp_path / "elsewhere").known == ()
    assert lineage.read(tmp_path / "elsewhere").made == lineage.made(tmp_path / "elsewhere") == kept


@pytest.mark.parametrize(
    "data",
    [b"", b"[]", b"[" * 200_000, b'{"made": 3}', b'{"made": [[1]]}', b'{"made": [[1, "x"]]}'],
)
def test_a_damaged_note_counts_as_none(opened, data):
    (opened.folder / lineage.NAME).write_bytes(data)
    assert lineage.made(opened.folder) == ()
    opened.write_down_backups()
    assert lines(opened) == []
