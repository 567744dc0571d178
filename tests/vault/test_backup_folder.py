"""A backup folder: each recording once, a proved generation a time, and no half one."""

from __future__ import annotations

import hashlib
import json
import os
import random
import shutil
import signal
import subprocess
import sys
import threading
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from app.domain.backup import BackupPlan, Unchecked
from app.domain.client import Place
from app.domain.complaint import Complaint, Fault
from app.domain.consent import ConsentState
from app.domain.errors import (
    BackupBusy,
    BackupDamaged,
    BackupFolderDiverged,
    BackupFolderMissing,
    BackupFolderTaken,
    BackupInsideVault,
    BackupStopped,
    DiskFailed,
    NoRoom,
    NoSuchGeneration,
    PlaceTaken,
    VaultDamaged,
    VaultReadOnly,
)
from app.domain.practice import Practice
from app.services import backups
from storage import (
    backup,
    backup_folder,
    backup_media,
    contents,
    database,
    generation,
    lineage,
    regular,
    snapshot,
    start_check,
)
from storage.holding import Holding
from storage.keeper import FolderKeeper
from storage.meter import nobody
from tests.modes import WINDOWS, fork, mode
from tests.vault.fixtures import PASSWORD, RECOVERY, RECOVERY_TEXT, START

pytestmark = pytest.mark.promise(16)
KEEPER = FolderKeeper()
ROOT = Path(__file__).parents[2]
DAY = timedelta(days=1)


@pytest.fixture
def full(desk, opened):
    """A vault with something of everything, and two recordings."""
    case = desk.case("斑马")
    desk.amend(desk.signed(case, "原文"), "补记")
    desk.consent(case, ConsentState.SIGNED)
    for name in ("7", "8"):
        (opened.folder / "media" / f"{name}.db").write_bytes(name.encode() * 100_000)
    return opened


@pytest.fixture
def folder(full, lease, tmp_path):
    """The backup folder of that vault; nothing in it yet."""
    return KEEPER.adopt(lease, tmp_path / "drive")


def back_up(lease, folder, days=0, told=nobody):
    return KEEPER.back_up_folder(lease, folder, START + days * DAY, told)


def names(folder, what="generations"):
    return sorted(one.name for one in (folder / what).iterdir())


def picture(folder):
    """Return every file below a folder with its bytes."""
    return {
        one.relative_to(folder).as_posix(): one.read_bytes()
        for one in folder.rglob("*")
        if one.is_file()
    }


# Where it lies, and whose it is.


def test_an_empty_place_becomes_the_folder_and_in_another_one_is_made(full, lease, tmp_path):
    assert KEEPER.adopt(lease, tmp_path / "new" / "place") == tmp_path / "new" / "place"
    drive = tmp_path / "drive"
    drive.mkdir()
    (drive / "论文.docx").write_bytes(b"theirs")
    (drive / "generations").mkdir()
    folder = KEEPER.adopt(lease, drive)
    assert folder == drive / "xinxia-backup"
    assert KEEPER.adopt(lease, drive) == folder
    assert KEEPER.adopt(lease, folder) == folder
    for day in range(3):
        back_up(lease, folder, day)
    assert (drive / "论文.docx").read_bytes() == b"theirs"
    assert names(drive, ".") == ["generations", "xinxia-backup", "论文.docx"]
    assert not any((drive / "generations").iterdir())


def test_what_somebody_keeps_in_the_folder_stays(lease, folder):
    theirs = {
        "留言.txt": b"a",
        "generations/notes.txt": b"b",
        "recordings/mine.db": b"c",
        "recordings/short.db": b"d",
        "generations/000009/vault.db": b"e",
        ".half-of-it/x": b"f",
    }
    back_up(lease, folder)
    for name, data in theirs.items():
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_bytes(data)
    for day in range(1, 12):
        back_up(lease, folder, day)
    kept = picture(folder)
    assert {name: kept[name] for name in theirs} == theirs


def test_the_folder_of_another_vault_is_refused_and_untouched(lease, folder, door, tmp_path):
    back_up(lease, folder)
    before = picture(folder)
    other = door.create(tmp_path / "other", PASSWORD, RECOVERY).vault
    mine = KEEPER.lease(other)
    for place in (folder, tmp_path / "drive"):
        with pytest.raises(BackupFolderTaken):
            KEEPER.adopt(mine, place)
    with pytest.raises(BackupFolderTaken):
        back_up(mine, folder)
    (folder / "xinxia-backup-folder.json").write_bytes(b"{}")  # its generations still say whose
    with pytest.raises(BackupFolderTaken):
        KEEPER.adopt(mine, folder)
    assert KEEPER.adopt(lease, folder) == folder
    assert picture(folder) == before
    other.close()


def test_a_folder_of_somebody_else_in_our_place_is_refused(lease, tmp_path):
    (tmp_path / "drive" / "xinxia-backup").mkdir(parents=True)
    (tmp_path / "drive" / "xinxia-backup" / "x").write_bytes(b"theirs")
    with pytest.raises(BackupFolderTaken):
        KEEPER.adopt(lease, tmp_path / "drive")
    with pytest.raises(BackupInsideVault):
        KEEPER.adopt(lease, lease.folder / "media")


def test_a_drive_that_is_not_there_is_said_and_not_made(lease, folder):
    away = folder.rename(folder.with_name("away"))
    for work in (
        lambda: back_up(lease, folder),
        lambda: KEEPER.generations(folder),
        lambda: KEEPER.drill(lease, folder, nobody),
        lambda: KEEPER.verify_folder(lease, folder, nobody),
    ):
        with pytest.raises(BackupFolderMissing):
            work()
    assert not folder.exists()
    folder.mkdir()  # an empty mount point is not the drive
    with pytest.raises(BackupFolderMissing):
        back_up(lease, folder)
    assert not any(folder.iterdir())
    folder.rmdir()
    away.rename(folder)
    back_up(lease, folder)


def test_two_programs_do_not_write_into_it_at_once(lease, folder):
    held = Holding(folder)
    with pytest.raises(BackupBusy):
        back_up(lease, folder)
    held.release()
    back_up(lease, folder)


# What a generation holds.


def test_a_generation_holds_everything_and_tells_what(full, lease, folder, desk):
    done = back_up(lease, folder)
    assert (done.generation.number, done.generation.recordings, done.copied) == (1, 2, 2)
    assert (done.rows["notes"], done.rows["amendments"]) == (1, 1)
    assert "sqlite_schema" not in done.rows
    (name,) = names(folder)
    assert name == "000001-20260301T093000Z"
    assert names(folder / "generations", name) == ["generation.json", "vault.db", "vault.header"]
    copy = folder / "generations" / name / "vault.db"
    assert backup.read(copy, full.raw_key()) == contents.read(full.connection)
    for one in (*folder.rglob("*"), folder):
        assert mode(one) == (0o700 if one.is_dir() else 0o600), one
    everything = b"".join(picture(folder).values())
    assert "斑马".encode() not in everything
    assert str(full.folder).encode() not in everything


def test_a_recording_is_copied_once(full, lease, folder):
    assert back_up(lease, folder).copied == 2
    before = {one: one.stat().st_ino for one in (folder / "recordings").glob("*.db")}
    (full.folder / "media" / "9.db").write_bytes(b"new" * 1000)
    read = []
    real = regular._opened

    def opened(path):
        read.append(path.name)
        return real(path)

    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(regular, "_opened", opened)
        assert back_up(lease, folder, 1).copied == 1
    assert "9.db" in read
    assert not {"7.db", "8.db"} & set(read)
    after = {one: one.stat().st_ino for one in (folder / "recordings").glob("*.db")}
    assert before.items() <= after.items()
    digest = hashlib.sha256(b"new" * 1000).hexdigest()
    assert (folder / "recordings" / f"{digest}.db").read_bytes() == b"new" * 1000


def test_a_lost_or_damaged_index_costs_only_time(lease, folder):
    back_up(lease, folder)
    index = folder / "recordings" / "index.json"
    said = json.loads(index.read_bytes())
    said["seen"]["7.db"][2] = said["seen"]["8.db"][2]
    for data in (b"", b"[]", json.dumps(said).encode()):
        index.write_bytes(data)
        back_up(lease, folder, 1)
        assert KEEPER.verify_folder(lease, folder, nobody)[1] == []
    index.unlink()
    assert back_up(lease, folder, 2).copied == 2


def test_a_copy_that_changed_is_looked_at_and_made_anew(full, lease, folder):
    back_up(lease, folder)
    digest = hashlib.sha256(b"7" * 100_000).hexdigest()
    copy = folder / "recordings" / f"{digest}.db"
    copy.write_bytes(b"x" * 100_000)
    done = back_up(lease, folder, 1)
    assert done.copied == 1
    assert copy.read_bytes() == b"7" * 100_000
    copy.unlink()
    assert back_up(lease, folder, 2).copied == 1
    os.utime(copy)  # only touched: it is hashed, and not copied again
    assert back_up(lease, folder, 3).copied == 0


def test_old_copies_are_hashed_again_a_slice_at_a_time(lease, folder, monkeypatch):
    back_up(lease, folder)
    digest = hashlib.sha256(b"7" * 100_000).hexdigest()
    copy = folder / "recordings" / f"{digest}.db"
    times = copy.stat()
    copy.write_bytes(b"7" * 99_999 + b"8")
    os.utime(copy, ns=(times.st_atime_ns, times.st_mtime_ns))  # a bit that fell on the disk
    assert back_up(lease, folder, 29).damaged == 0
    monkeypatch.setattr(backup_media, "SLICE", 0)
    assert back_up(lease, folder, 31).damaged in {0, 1}
    done = back_up(lease, folder, 62)
    again = back_up(lease, folder, 63)
    assert done.damaged + again.damaged <= 1
    assert again.copied + done.copied == 1
    assert copy.read_bytes() == b"7" * 100_000
    assert copy.with_suffix(".damaged").exists()


def test_a_recording_that_is_being_written_is_left_for_the_next_backup(full, lease, folder):
    full.connection.execute("INSERT INTO loose_media VALUES ('7', '2026-05-12T06:00:00+00:00')")
    done = back_up(lease, folder)
    assert (done.copied, done.unfinished) == (1, 1)
    unchecked = KEEPER.verify_folder(lease, folder, nobody)[2]
    assert unchecked == [Unchecked.RECORDING_CONTENT, Unchecked.UNFINISHED_RECORDING]
    full.connection.execute("DELETE FROM loose_media")
    assert back_up(lease, folder, 1).unfinished == 0


# While she writes.


@pytest.mark.promise(17)
def test_a_generation_is_of_one_moment_whoever_writes(full, lease, folder):
    full.connection.execute("PRAGMA wal_autocheckpoint = 3")
    stop, said = threading.Event(), []

    def write():
        other = database.connect(full.folder / "vault.db", full.raw_key())
        other.execute("PRAGMA wal_autocheckpoint = 3")
        number = 0
        while not stop.is_set():
            number += 1
            with database.transaction(other):
                for key in ("a", "b"):  # two rows that belong together
                    other.execute(
                        "INSERT INTO settings VALUES (?, ?) ON CONFLICT (key)"
                        " DO UPDATE SET value = excluded.value",
                        (key, json.dumps([number, "写" * random.randrange(3000)])),
                    )
            said.append(number)
        other.close()

    writer = threading.Thread(target=write)
    writer.start()
    moments = []
    try:
        for day in range(7):
            before = len(said)
            back_up(lease, folder, day)
            moments.append((before, len(said)))
    finally:
        stop.set()
        writer.join()
    last = 0
    for day, (before, after) in enumerate(moments):
        try:
            path, _ = backup_folder.find(folder, day + 1)
        except BackupDamaged:
            continue  # it was let go
        copy = database.connect_read_only(path / "vault.db", full.raw_key())
        rows = dict(copy.execute("SELECT key, value FROM settings WHERE key IN ('a', 'b')"))
        copy.close()
        one, other = (json.loads(rows[key])[0] for key in "ab")
        assert one == other
        assert max(before, last) <= one <= after + 1
        last = one
    assert last > 1


def test_where_the_file_never_stands_still_the_backup_interface_copies(
    full, lease, folder, monkeypatch
):
    monkeypatch.setattr(snapshot, "_TRIES", 0)
    back_up(lease, folder)
    assert KEEPER.verify_folder(lease, folder, nobody)[1] == []


def test_the_vault_writes_while_its_file_is_held(full, lease, folder, monkeypatch):
    """The copy holds a reader; whoever writes is not kept waiting, not for a millisecond."""
    real, written = snapshot.copy_file, []

    def copy(source, target, meter):
        if source.name == "vault.db":
            full.connection.execute("PRAGMA busy_timeout = 0")
            for key in ("k1", "k2"):
                full.connection.execute("INSERT INTO settings VALUES (?, '1')", (key,))
                full.connection.execute("PRAGMA wal_checkpoint(PASSIVE)").fetchone()
                written.append(key)
        return real(source, target, meter)

    monkeypatch.setattr(snapshot, "copy_file", copy)
    back_up(lease, folder)
    assert written == ["k1", "k2"]
    path, _ = backup_folder.find(folder, 1)
    copied = database.connect_read_only(path / "vault.db", full.raw_key())
    kept = "SELECT count(*) FROM settings WHERE key IN ('k1', 'k2')"
    assert copied.execute(kept).fetchone() == (0,)
    copied.close()
    assert KEEPER.verify(full) == []


def test_a_log_that_is_not_empty_is_no_moment(full, monkeypatch):
    other = database.connect(full.folder / "vault.db", full.raw_key())
    reader = database.connect(full.folder / "vault.db", full.raw_key())
    reader.execute("BEGIN")
    reader.execute("SELECT count(*) FROM settings").fetchone()
    full.connection.execute("INSERT INTO settings VALUES ('late', '1')")
    other.execute("PRAGMA busy_timeout = 10")
    with snapshot._still(other, full.folder / "vault.db") as still:
        assert not still
    reader.execute("ROLLBACK")
    with snapshot._still(other, full.folder / "vault.db") as still:
        assert still
        assert other.in_transaction
    assert not other.in_transaction
    other.close()
    reader.close()


# What goes, and what never does.


def test_old_generations_go_and_with_them_recordings_nobody_speaks_of(full, lease, folder):
    back_up(lease, folder)
    gone = full.folder / "media" / "7.db"
    copy = folder / "recordings" / f"{hashlib.sha256(gone.read_bytes()).hexdigest()}.db"
    gone.unlink()
    for day in range(1, 20):
        back_up(lease, folder, day)
    kept = [one.number for one in KEEPER.generations(folder)]
    assert kept[:7] == list(range(20, 13, -1))
    assert 8 <= len(kept) <= 7 + 4
    assert copy.exists() == (1 in kept)
    for day in range(20, 460, 32):
        back_up(lease, folder, day)
    assert not copy.exists()
    assert all(one.whole for one in KEEPER.generations(folder))


def test_a_backup_that_fails_lets_nothing_go(full, lease, folder, monkeypatch):
    for day in range(10):
        back_up(lease, folder, day)
    before = picture(folder)

    def fails(*_):
        raise VaultDamaged

    with monkeypatch.context() as patched:
        patched.setattr(snapshot, "take", fails)
        with pytest.raises(VaultDamaged):
            back_up(lease, folder, 400)
    assert picture(folder) == before


def test_a_damaged_vault_makes_no_generation(full, lease, folder, desk):
    back_up(lease, folder)
    desk.signed(desk.case(), "一篇很长的记录。" * 2000)
    full.connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
    path = full.folder / "vault.db"
    data = bytearray(path.read_bytes())
    data[(len(data) // 4096 - 3) * 4096 + 50] ^= 1
    path.write_bytes(data)
    before = picture(folder / "generations")
    with pytest.raises(VaultDamaged):
        back_up(lease, folder, 1)
    assert picture(folder / "generations") == before
    KEEPER.restore_from(folder, folder.parent / "r", nobody)


def test_a_bad_page_that_no_table_uses_makes_no_generation_either(full, lease, folder):
    full.connection.execute("CREATE TABLE big (x)")
    full.connection.execute("INSERT INTO big VALUES (zeroblob(100000))")
    full.connection.execute("DROP TABLE big")
    full.connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
    path = full.folder / "vault.db"
    data = bytearray(path.read_bytes())
    data[-3000] ^= 1
    path.write_bytes(data)
    with pytest.raises(VaultDamaged):
        back_up(lease, folder)
    assert names(folder) == []


@pytest.mark.parametrize("at", [0.0, 0.2, 0.5, 0.9])
def test_a_backup_can_be_stopped_and_leaves_nothing(lease, folder, at):
    back_up(lease, folder)
    before = names(folder), names(folder, "recordings")

    def told(done, total):
        if done >= at * total:
            raise BackupStopped

    with pytest.raises(BackupStopped):
        back_up(lease, folder, 1, told)
    assert (names(folder), names(folder, "recordings")) == before
    assert back_up(lease, folder, 1).generation.number == 2


def test_it_is_told_how_far_it_is(lease, folder):
    heard = []
    back_up(lease, folder, told=lambda done, total: heard.append((done, total)))
    assert heard[-1][0] == heard[-1][1] > 0
    assert all(done <= total for done, total in heard)


# What is restored.


@pytest.mark.promise(18)
@pytest.mark.promise(19)
def test_a_generation_opens_with_each_secret_alone_and_holds_everything(
    full, lease, folder, door, tmp_path
):
    back_up(lease, folder)
    wanted = contents.read(full.connection)
    mine = picture(full.folder)
    KEEPER.restore_from(folder, tmp_path / "new" / "vault", nobody)
    place = tmp_path / "new" / "vault"
    assert mode(place) == 0o700
    assert (place / "media" / "7.db").read_bytes() == b"7" * 100_000
    assert backup.read(place / "vault.db", full.raw_key()) == wanted
    for way, secret in ((door.open, PASSWORD), (door.open_with_recovery, RECOVERY_TEXT)):
        again = way(place, secret).vault
        assert again.search.find("补记").hits
        assert KEEPER.verify(again) == []
        again.close()
    assert picture(full.folder) == mine
    with pytest.raises(PlaceTaken):
        KEEPER.restore_from(folder, full.folder, nobody)


def test_an_older_generation_can_be_chosen(full, lease, folder, desk, tmp_path):
    back_up(lease, folder)
    desk.case("后来")
    back_up(lease, folder, 1)
    for number, cases in ((0, 2), (2, 2), (1, 1)):
        KEEPER.restore_from(folder, tmp_path / f"r{number}", nobody, number)
        held = backup.read(tmp_path / f"r{number}" / "vault.db", full.raw_key())
        assert held["cases"].rows == cases
    with pytest.raises(NoSuchGeneration):
        KEEPER.restore_from(folder, tmp_path / "r9", nobody, 9)
    with pytest.raises(BackupDamaged):
        KEEPER.restore_from(tmp_path, tmp_path / "r9", nobody)


def test_a_flipped_byte_of_list_header_or_database_is_refused_before_it_is_used(
    full, lease, folder, tmp_path
):
    back_up(lease, folder)
    chance, tried = random.Random(16), 0
    parts = [one for one in folder.rglob("*") if one.is_file()]
    for path in parts:
        if path.name not in {"generation.json", "vault.db", "vault.header"}:
            continue
        good = path.read_bytes()
        whole = len(good) < 3000
        places = range(0, len(good), 3) if whole else chance.sample(range(len(good)), 25)
        for at in places:
            path.write_bytes(good[:at] + bytes([good[at] ^ (1 << at % 8)]) + good[at + 1 :])
            with pytest.raises(BackupDamaged):
                KEEPER.restore_from(folder, tmp_path / "r", nobody)
            tried += 1
        path.write_bytes(good[:-1])
        with pytest.raises(BackupDamaged):
            KEEPER.restore_from(folder, tmp_path / "r", nobody)
        path.unlink()
        with pytest.raises(BackupDamaged):
            KEEPER.restore_from(folder, tmp_path / "r", nobody)
        path.write_bytes(good)
    assert tried > 350
    assert not (tmp_path / "r").exists()
    assert not list(tmp_path.glob(".*.part"))
    KEEPER.restore_from(folder, tmp_path / "r", nobody)


def test_a_forged_generation_is_noticed_with_the_key(full, lease, folder, desk):
    """Every sum is right; only the keyed digests tell."""
    back_up(lease, folder)
    first = backup_folder.find(folder, 1)[0]
    desk.case("B")
    back_up(lease, folder, 1)
    second = backup_folder.find(folder, 2)[0]
    shutil.copy(first / "vault.db", second / "vault.db")
    rewrite(second, lambda body: body["files"].update({"vault.db": described(second / "vault.db")}))
    assert KEEPER.verify_folder(lease, folder, nobody)[1] == [Complaint(Fault.CONTENTS)]
    assert KEEPER.drill(lease, folder, nobody)[1] == [Complaint(Fault.CONTENTS)]
    listing = replace(generation.read(second), contents="00" * 32)
    generation.write(second, listing, bytes(lease.raw_key))
    assert KEEPER.verify_folder(lease, folder, nobody)[1] == [Complaint(Fault.CONTENTS)]
    rewrite(first, lambda body: body.update(made_at="2030-01-01T00:00:00+00:00"))
    assert KEEPER.verify_folder(lease, folder, nobody, 1)[1] == [Complaint(Fault.CONTENTS)]


@pytest.mark.parametrize(
    "slip",
    [
        lambda body: body["files"].update({"media/../../x.db": [1, "0" * 64]}),
        lambda body: body["files"].update({"/etc/x.db": [1, "0" * 64]}),
        lambda body: body["files"].update({"media/1.db": [1, "../x"]}),
        lambda body: body["files"].update({"media/1.db": [1, "00"]}),
        lambda body: body["files"].pop("vault.header"),
        lambda body: body.update(format="another"),
        lambda body: body.update(version=2),
        lambda body: body.pop("made_at"),
        lambda body: body.update(files=[]),
    ],
)
def test_a_list_of_another_shape_is_refused(lease, folder, tmp_path, slip):
    back_up(lease, folder)
    rewrite(backup_folder.find(folder, 1)[0], slip)
    with pytest.raises(BackupDamaged):
        KEEPER.restore_from(folder, tmp_path / "r", nobody)
    assert not KEEPER.generations(folder)[0].whole
    assert not list(tmp_path.glob("*.db"))


def described(path):
    return [path.stat().st_size, hashlib.sha256(path.read_bytes()).hexdigest()]


def rewrite(path, change):
    """Change a list as one does who makes its sum right again, without the key."""
    whole = json.loads((path / "generation.json").read_bytes())
    change(whole["body"])
    del whole["sha256"]
    data = json.dumps(whole, sort_keys=True, separators=(",", ":")).encode()
    whole["sha256"] = hashlib.sha256(data).hexdigest()
    data = json.dumps(whole, sort_keys=True, separators=(",", ":")).encode()
    (path / "generation.json").write_bytes(data + b"\n")


def test_a_restore_is_practised_without_a_trace(full, lease, folder):
    back_up(lease, folder)
    before = picture(folder)
    seen = []

    def told(done, _total):
        seen.extend(one.read_bytes()[:15] for one in folder.glob(".half-*.part/vault.db") if done)

    done, complaints = KEEPER.drill(lease, folder, told)
    assert (done.number, complaints) == (1, [])
    assert b"SQLite format 3" not in seen
    assert seen
    assert picture(folder) == before


def test_a_practice_finds_what_is_wrong(full, lease, folder):
    back_up(lease, folder)
    copy = next((folder / "recordings").glob("*.db"))
    copy.write_bytes(b"y" * copy.stat().st_size)
    assert KEEPER.drill(lease, folder, nobody)[1] == [Complaint(Fault.CONTENTS)]
    assert KEEPER.verify_folder(lease, folder, nobody)[1] == [Complaint(Fault.CONTENTS)]
    database = backup_folder.find(folder, 1)[0] / "vault.db"
    database.write_bytes(b"y" * database.stat().st_size)
    with pytest.raises(BackupDamaged):
        KEEPER.drill(lease, folder, nobody)
    assert KEEPER.verify_folder(lease, folder, nobody)[1] == [Complaint(Fault.CONTENTS)]
    assert not list(folder.glob(".half-*"))


def test_a_damaged_generation_is_told_and_stays_for_a_week_of_good_ones(lease, folder):
    back_up(lease, folder)
    back_up(lease, folder, 1)
    (backup_folder.find(folder, 2)[0] / "generation.json").write_bytes(b"{}")
    shown = KEEPER.generations(folder)
    assert [(one.number, one.whole) for one in shown] == [(2, False), (1, True)]
    assert shown[0].made_at == START + DAY
    with pytest.raises(BackupDamaged):
        KEEPER.verify_folder(lease, folder, nobody)
    for day in range(2, 8):
        back_up(lease, folder, day)
    assert 2 in {one.number for one in KEEPER.generations(folder)}
    back_up(lease, folder, 8)
    assert 2 not in {one.number for one in KEEPER.generations(folder)}


def test_a_lost_header_is_taken_from_its_copy(full, lease, folder, door, tmp_path):
    shutil.copy(full.folder / "vault.header", full.folder / "vault.header.bak")
    (full.folder / "vault.header").write_bytes(b"damaged")
    back_up(lease, folder)
    KEEPER.restore_from(folder, tmp_path / "r", nobody)
    door.open_with_recovery(tmp_path / "r", RECOVERY_TEXT).vault.close()


# Full disks and killed programs.


@pytest.fixture
def small(tmp_path):
    """A disk of 4 MiB."""
    disk = tmp_path / "disk"
    disk.mkdir()
    if WINDOWS or os.geteuid() or not shutil.which("mount"):
        pytest.skip("only root mounts a small disk")
    made = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=4m", "tmpfs", disk], capture_output=True, check=False
    )
    if made.returncode:
        pytest.skip("this computer lets nobody mount")
    yield disk
    subprocess.run(["umount", "-l", disk], check=True)


@pytest.mark.promise(4)
def test_a_full_disk_leaves_the_last_generation(full, lease, small, monkeypatch, tmp_path):
    folder = KEEPER.adopt(lease, small)
    back_up(lease, folder)
    good = names(folder)
    (full.folder / "media" / "9.db").write_bytes(os.urandom(8_000_000))
    with pytest.raises(NoRoom) as refused:  # said before a byte is written
        back_up(lease, folder, 1)
    assert refused.value.needed > 8_000_000 > refused.value.free
    monkeypatch.setattr(backup_folder, "check_room", lambda *_: None)
    with pytest.raises(NoRoom):  # the disk fills up on the way
        back_up(lease, folder, 1)
    assert names(folder) == good
    assert not [one for one in names(folder, "recordings") if one.endswith(".part")]
    KEEPER.restore_from(folder, tmp_path / "r", nobody)
    (full.folder / "media" / "9.db").unlink()
    assert back_up(lease, folder, 1).generation.number == 2


def test_a_restore_and_a_practice_ask_for_room_first(full, lease, folder, small):
    (full.folder / "media" / "9.db").write_bytes(os.urandom(8_000_000))
    back_up(lease, folder)
    with pytest.raises(NoRoom):
        KEEPER.restore_from(folder, small / "r", nobody)
    assert not any(small.iterdir())
    KEEPER.back_up_file(lease, folder / "b.tar", nobody)
    with pytest.raises(NoRoom):
        KEEPER.restore_from(folder / "b.tar", small / "r", nobody)
    with pytest.raises(NoRoom):
        KEEPER.back_up_file(lease, small / "b.tar", nobody)
    assert not any(small.iterdir())


def test_a_killed_backup_loses_nothing_and_the_next_one_works(full, lease, folder, door, tmp_path):
    back_up(lease, folder)
    chance, killed = random.Random(18), 0
    for day in range(1, 9):
        (full.folder / "media" / f"{100 + day}.db").write_bytes(os.urandom(300_000))
        beats = chance.randrange(1, 9)
        child = fork()
        if not child:  # the child never comes back into pytest
            heard = []

            def told(*_, heard=heard, beats=beats):
                heard.append(1)
                if len(heard) == beats:
                    os.kill(os.getpid(), signal.SIGKILL)

            try:
                back_up(lease, folder, day, told)
            finally:
                os._exit(0)
        killed += os.WIFSIGNALED(os.waitpid(child, 0)[1])
        assert all(one.whole for one in KEEPER.generations(folder))
    assert killed >= 4
    last = back_up(lease, folder, 20)
    assert not list(folder.rglob("*.part"))
    assert KEEPER.verify_folder(lease, folder, nobody)[1] == []
    assert last.generation.recordings == 10
    KEEPER.restore_from(folder, tmp_path / "r", nobody)
    door.open_with_recovery(tmp_path / "r", RECOVERY_TEXT).vault.close()
    assert KEEPER.verify(full) == []


@pytest.mark.promise(19)
def test_on_a_clean_computer_without_d_bus_each_secret_alone_opens_it(
    full, lease, folder, tmp_path
):
    """Another process, an empty home, no session: what a new computer has."""
    back_up(lease, folder)
    KEEPER.back_up_file(lease, tmp_path / "one.backup", nobody)
    home = tmp_path / "home"
    home.mkdir()
    code = """
import sys
from pathlib import Path
from storage import keys
from storage.clock import SystemClock
from storage.keeper import FolderKeeper
from storage.meter import nobody
from storage.vault import FolderDoor
source, place, kind, secret = sys.argv[1:]
FolderKeeper().restore_from(Path(source), Path(place), nobody)
door = FolderDoor(SystemClock(), lambda: keys.FLOOR)
opened = (door.open if kind == "password" else door.open_with_recovery)(Path(place), secret).vault
print(len(opened.cases.all()), FolderKeeper().verify(opened))
opened.close()
"""
    for number, (source, kind, secret) in enumerate(
        (source, kind, secret)
        for source in (folder, tmp_path / "one.backup")
        for kind, secret in (("password", PASSWORD), ("recovery", RECOVERY_TEXT))
    ):
        place = tmp_path / f"restored{number}"
        done = subprocess.run(
            [sys.executable, "-c", code, source, place, kind, secret],
            cwd=ROOT,
            env={"HOME": str(home), "PATH": os.environ["PATH"], "LANG": "C.UTF-8"},
            capture_output=True,
            text=True,
            check=False,
        )
        assert (done.returncode, done.stdout) == (0, "1 []\n"), done.stderr
    assert not list(home.rglob("*"))


# A vault that is damaged, or has no room.


def files_of(place):
    """Return every file of a vault but those that say who holds it."""
    return {name: data for name, data in picture(place).items() if "lock" not in name}


def test_a_damaged_vault_is_left_to_its_salvage(desk, opened, door, tmp_path):
    """A backup writes the log back and empties it: what salvage could read there was lost."""
    case = desk.case()
    for number in range(30):
        desk.signed(case, f"{number} " + "正文" * 700)
    opened.forget_deleted()
    desk.signed(case, "只在日志里")
    backups.choose_folder(opened, KEEPER, tmp_path / "drive")
    hurt = tmp_path / "hurt"
    shutil.copytree(opened.folder, hurt)
    data = bytearray((hurt / "vault.db").read_bytes())
    data[len(data) // 8192 * 4096 + 100] ^= 1
    (hurt / "vault.db").write_bytes(data)
    (hurt / start_check.DAMAGED).touch()
    again = door.open_with_recovery(hurt, RECOVERY_TEXT).vault
    assert again.condition().read_only
    before = files_of(hurt)
    assert (hurt / "vault.db-wal").stat().st_size
    assert not backups.state(again, desk.clock).wanted
    lease = backups.lease(again, KEEPER)
    for act in (
        lambda: back_up(lease, tmp_path / "drive"),
        lambda: KEEPER.back_up_file(lease, tmp_path / "one.backup", nobody),
        lambda: KEEPER.adopt(lease, tmp_path / "other"),
    ):
        with pytest.raises(VaultReadOnly):
            act()
    assert files_of(hurt) == before
    assert not (tmp_path / "other").exists()
    lease.end()
    again.close()


def test_a_day_of_the_practice_keeps_its_backup(full, folder):
    """At 10:00 and, the next day, at 07:00 in Shanghai: one day in Greenwich."""
    with full.transaction():
        full.settings.change_practice(Practice(place=Place("上海", "Asia/Shanghai")))
    lease = KEEPER.lease(full)
    for at in (START.replace(hour=2), START.replace(hour=23)):
        KEEPER.back_up_folder(lease, folder, at, nobody)
    assert len(KEEPER.generations(folder)) == 2
    lease.end()


# A second copy of the vault.


def thrice(lease, folder):
    """Three generations of one day apart; the newest holds what the older ones do not."""
    for day in range(3):
        back_up(lease, folder, day)
    return picture(folder / "generations")


def copies_of(desk, folder, tmp_path):
    """Give an older copy that was restored, one that was salvaged, and one that was put back."""
    vault = desk.vault
    KEEPER.restore_from(folder, tmp_path / "restored", nobody, 1)
    KEEPER.salvaging(vault, tmp_path / "salvaged")(nobody)
    return [tmp_path / one for one in ("restored", "salvaged", "put back")]


def test_a_copy_of_the_vault_does_not_go_on_by_itself(full, desk, lease, folder, door, tmp_path):  # noqa: PLR0913, PLR0917 - parts of one story
    """Its first backup took the place of the real vault's of that day."""
    shutil.copytree(full.folder, tmp_path / "put back")
    with full.transaction():
        full.settings.change_backup_plan(BackupPlan(str(folder)))
    before = thrice(lease, folder)
    for place in copies_of(desk, folder, tmp_path):
        again = door.open_with_recovery(place, RECOVERY_TEXT).vault
        other = KEEPER.lease(again)
        for _ in range(2):
            with pytest.raises(BackupFolderDiverged):
                back_up(other, folder, 2)
        assert picture(folder / "generations") == before
        again.close()
    assert back_up(lease, folder, 3).generation.number == 4


def test_where_she_goes_on_in_the_folder_all_stays(full, lease, folder, door, tmp_path):
    before = thrice(lease, folder)
    KEEPER.restore_from(folder, tmp_path / "restored", nobody)
    again = door.open_with_recovery(tmp_path / "restored", RECOVERY_TEXT).vault
    other = KEEPER.lease(again)
    assert KEEPER.adopt(other, folder) == folder
    for day in (2, 2, *range(3, 40)):
        back_up(other, folder, day)
    now = picture(folder / "generations")
    assert {name: now.get(name) for name in before} == before
    numbers = [one.number for one in KEEPER.generations(folder)]
    assert {4, 5} <= set(numbers)  # of the day on which they parted
    assert len(numbers) < 3 + 2 + 7 + 4 + 12
    with pytest.raises(BackupFolderDiverged):
        back_up(lease, folder, 40)
    KEEPER.adopt(lease, folder)
    back_up(lease, folder, 40)
    left = picture(folder / "generations")
    assert {name: left.get(name) for name in now} == now
    again.close()


def test_a_copied_folder_takes_nothing_from_the_original_in_turn(
    full, lease, folder, door, tmp_path
):
    """The whole folder was copied, what it knows of its backups with it."""
    before = thrice(lease, folder)
    shutil.copytree(full.folder, tmp_path / "copied", ignore=lambda *_: ["vault.holder"])
    again = door.open_with_recovery(tmp_path / "copied", RECOVERY_TEXT).vault
    other = KEEPER.lease(again)
    with pytest.raises(BackupFolderDiverged):  # the notice: she says where it goes on
        back_up(other, folder, 3)
    assert picture(folder / "generations") == before
    KEEPER.adopt(other, folder)
    for day in range(3, 6):
        back_up(other, folder, day)
    KEEPER.adopt(lease, folder)
    for day in range(6, 9):
        back_up(lease, folder, day)
    for one, begin in ((other, 9), (lease, 40)):  # each goes on for long, and takes from itself
        KEEPER.adopt(one, folder)
        theirs = _of_another(folder, one)
        assert theirs
        for day in range(begin, begin + 15):
            back_up(one, folder, day)
        assert _of_another(folder, one) == theirs
    again.close()


def test_what_a_put_back_database_does_not_know_stays(full, desk, lease, folder, door, tmp_path):  # noqa: PLR0913, PLR0917 - parts of one story
    """Generation 1 was copied over the vault; the record beside it knows generation 2 as well."""
    place, case = full.folder, desk.case("A-01")
    back_up(lease, folder)
    desk.signed(case, "一整天的笔记")
    back_up(lease, folder, 1)
    before = picture(folder / "generations")
    full.close()
    KEEPER.restore_from(folder, tmp_path / "restored", nobody, 1)
    for name in ("vault.db", "vault.header"):
        shutil.copy(tmp_path / "restored" / name, place / name)
    (place / "vault.header.bak").unlink()
    again = door.open_with_recovery(place, RECOVERY_TEXT).vault
    assert not again.condition().behind  # nothing else would say so
    with pytest.raises(BackupFolderDiverged):
        back_up(lease, folder, 1)
    assert picture(folder / "generations") == before
    KEEPER.adopt(lease, folder)
    for day in (1, 1, *range(2, 40)):
        back_up(lease, folder, day)
    left = picture(folder / "generations")
    newer = {name: data for name, data in before.items() if name.startswith("000002-")}
    assert newer
    assert {name: left.get(name) for name in newer} == newer
    assert len(KEEPER.generations(folder)) < 3 + 2 + 7 + 4 + 12
    again.close()


def test_a_vault_that_holds_nothing_yet_is_backed_up_day_by_day(opened, tmp_path):
    """Its trail has no line."""
    lease = KEEPER.lease(opened)
    folder = KEEPER.adopt(lease, tmp_path / "drive")
    assert [back_up(lease, folder, day).generation.number for day in range(3)] == [1, 2, 3]
    back_up(lease, folder, 2)
    assert [one.number for one in KEEPER.generations(folder)] == [4, 2, 1]
    lease.end()


def test_an_older_database_is_not_backed_up_by_itself(full, desk, lease, folder, door, tmp_path):  # noqa: PLR0913, PLR0917 - parts of one story
    """The database alone was put back: until she goes on with it, no backup is wanted."""
    place, case = full.folder, desk.case("A-01")
    backups.choose_folder(full, KEEPER, folder)
    full.forget_deleted()
    shutil.copy(place / "vault.db", tmp_path / "old.db")
    desk.signed(case, "一整天的笔记")
    back_up(lease, folder)
    full.close()
    shutil.copy(tmp_path / "old.db", place / "vault.db")
    again = door.open_with_recovery(place, RECOVERY_TEXT).vault
    desk.clock.pass_(86400)
    assert again.condition().behind
    assert not backups.state(again, desk.clock).wanted
    again.accept_older()
    assert backups.state(again, desk.clock).wanted
    with pytest.raises(BackupFolderDiverged):
        back_up(lease, folder, 1)
    again.close()


def _lineage(lease):
    return lineage.read(lease.folder).ident


def _of_another(folder, lease):
    """Return the files of the generations that another copy of the vault made."""
    room = folder / "generations"
    others = {one.name for one in room.iterdir() if generation.read(one).lineage != _lineage(lease)}
    return {name: data for name, data in picture(room).items() if name.split("/")[0] in others}


def test_a_copy_that_took_the_place_of_the_original_parts_from_it_when_it_goes_on(
    full, lease, folder, tmp_path
):
    """Renamed and copied back, path and number say nothing; what the folder holds does."""
    back_up(lease, folder)
    here = lineage.read(full.folder)
    elsewhere = json.loads((full.folder / lineage.NAME).read_bytes())
    back_up(lease, folder, 1)
    (full.folder / lineage.NAME).write_text(json.dumps(elsewhere))  # as the other copy knows it
    with pytest.raises(BackupFolderDiverged):
        back_up(lease, folder, 2)
    before = picture(folder / "generations")
    KEEPER.adopt(lease, folder)
    assert lineage.read(full.folder).ident != here.ident
    for day in range(2, 25):
        back_up(lease, folder, day)
    left = picture(folder / "generations")
    assert {name: left.get(name) for name in before} == before
    parted = lineage.read(full.folder).ident
    KEEPER.adopt(lease, folder)
    assert lineage.read(full.folder).ident == parted  # nothing parts a second time


def test_a_renamed_vault_is_the_same(full, lease, folder):
    back_up(lease, folder)
    here = lineage.read(full.folder)
    renamed = full.folder.rename(full.folder.with_name("别的名字"))
    assert lineage.read(renamed) == here
    renamed.rename(full.folder)


def written_for(folder, change):
    """Let the record say that it was written for another folder."""
    record = folder / lineage.NAME
    said = json.loads(record.read_bytes())
    said["folder"] = change(*said["folder"])
    record.write_text(json.dumps(said))


def test_the_same_number_on_another_disk_is_another_copy(full, lease, folder):
    back_up(lease, folder)
    written_for(full.folder, lambda path, number, disk: (f"{path} elsewhere", number, disk + 1))
    with pytest.raises(BackupFolderDiverged):
        back_up(lease, folder, 1)


def test_a_disk_that_has_another_number_after_a_start_is_the_same(full, lease, folder):
    back_up(lease, folder)
    here = lineage.read(full.folder)
    written_for(full.folder, lambda path, number, disk: (path, number, disk + 1))
    assert lineage.read(full.folder) == here


def test_a_copy_at_the_path_of_the_original_goes_on_and_lets_nothing_of_it_go(
    full, lease, folder, tmp_path
):
    """On another computer, whose home has the same name; both use one disk in turn."""
    before = thrice(lease, folder)
    original = lineage.read(full.folder)
    away = full.folder.rename(tmp_path / "the other computer")
    shutil.copytree(away, full.folder, ignore=lambda *_: ["vault.holder"])
    assert lineage.read(full.folder).ident != original.ident
    for day in range(3, 40):
        back_up(lease, folder, day)
    left = picture(folder / "generations")
    assert {name: left.get(name) for name in before} == before
    assert len(KEEPER.generations(folder)) < 3 + 7 + 4 + 12  # it lets its own go
    with pytest.raises(BackupFolderDiverged):
        back_up(replace(lease, folder=away), folder, 41)
    assert picture(folder / "generations") == left


def test_a_vault_on_a_disk_that_numbers_anew_asks_when_its_path_changes(full, lease, folder):
    """A FAT stick that is mounted elsewhere: she is asked, and nothing from before goes."""
    for day in range(12):
        if day:
            written_for(full.folder, lambda path, number, disk: (f"{path}2", number + 1, disk))
            with pytest.raises(BackupFolderDiverged):
                back_up(lease, folder, day)
        KEEPER.adopt(lease, folder)
        back_up(lease, folder, day)
    assert len(KEEPER.generations(folder)) == 12


def test_a_record_that_cannot_be_read_is_none(full, lease, folder):
    back_up(lease, folder)
    (full.folder / lineage.NAME).write_bytes(b"{")
    with pytest.raises(BackupFolderDiverged):
        back_up(lease, folder, 1)


def test_a_kill_once_the_name_was_taken_parts_nobody(lease, folder, monkeypatch):
    """The vault must know of a generation before it is there."""
    back_up(lease, folder)
    real = Path.replace

    def killed(self, target):
        made = real(self, target)
        if self.parent.name == "generations":
            raise DiskFailed
        return made

    with monkeypatch.context() as patched:
        patched.setattr(Path, "replace", killed)
        with pytest.raises(DiskFailed):
            back_up(lease, folder, 1)
    assert len(KEEPER.generations(folder)) == 2
    assert back_up(lease, folder, 2).generation.number == 3
