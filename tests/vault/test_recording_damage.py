"""A recording that is gone, damaged or no file: it is named, and never costs anything else."""

from __future__ import annotations

import errno
import json
import os
import random
import tarfile
import threading
from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from app.domain.audit import AuditKind
from app.domain.complaint import Complaint, Fault
from app.domain.differs import Differs
from app.domain.errors import BackupStopped, DiskFailed
from app.services import health
from storage import (
    backup_media,
    backup_pack,
    recording_copy,
    recording_list,
    regular,
    snapshot,
    stream,
    vault,
)
from storage.keeper import FolderKeeper
from storage.media import CHUNK_BYTES, PAGE_BYTES
from storage.meter import Meter, nobody
from tests.modes import NO_LINKS, WINDOWS
from tests.vault.fixtures import PASSWORD, RECOVERY_TEXT, START

if TYPE_CHECKING:
    from pathlib import Path

    from app.ports import Lease

KEEPER = FolderKeeper()
DAY = timedelta(days=1)
SOUND = random.Random(1).randbytes(300_000)
HURT = ("gone", "zero", "flip", "cut", "folder", "pipe", "link")


@pytest.fixture
def two(desk, opened):
    """The files of two recordings of a vault, and their numbers."""
    case = desk.case("斑马")
    numbers = [desk.recording(case, SOUND), desk.recording(case, SOUND[:100_000])]
    names = {number: name for name, number in opened.recordings.files().items()}
    return [(number, opened.folder / "media" / names[number]) for number in numbers]


@pytest.fixture
def folder(two, lease, tmp_path):
    return KEEPER.adopt(lease, tmp_path / "drive")


@dataclass
class Home:
    """A vault with two recordings, what opens it, and where backups of it go."""

    vault: vault.Vault
    door: vault.FolderDoor
    lease: Lease
    folder: Path

    def restored(self, source, name):
        """Restore a backup and open it; return the vault, and what the restore says is lacking."""
        lacking = KEEPER.restore_from(source, self.folder.with_name(name), nobody)
        return self.door.open(self.folder.with_name(name), PASSWORD).vault, lacking

    def salvaged(self, name):
        """Salvage the vault, which is closed for it; return the new one, and what is lost."""
        self.vault.close()
        place = self.folder.with_name(name)
        lost = self.door.salvage(self.vault.folder, PASSWORD, place).lost
        return self.door.open(place, PASSWORD).vault, lost


@pytest.fixture
def home(opened, door, lease, folder):
    return Home(opened, door, lease, folder)


def hurt(path, how):
    """Damage the file of a recording; return whether it is gone."""
    if WINDOWS and how in {"pipe", "link"}:
        pytest.skip(NO_LINKS)
    data = path.read_bytes()
    if how == "flip":
        path.write_bytes(data[:90_000] + bytes([data[90_000] ^ 1]) + data[90_001:])
    elif how == "cut":
        path.write_bytes(data[:-PAGE_BYTES])
    elif how == "zero":
        path.write_bytes(b"")
    else:
        path.unlink()
    if how == "folder":
        path.mkdir()
    elif how == "pipe":
        os.mkfifo(path)
    elif how == "link":
        kept = path.with_suffix(".kept")
        kept.write_bytes(data)
        path.symlink_to(kept)
    return how == "gone"


def back_up(lease, folder, days=0):
    return KEEPER.back_up_folder(lease, folder, START + days * DAY, nobody)


def copies(folder):
    return {one.name: one.read_bytes() for one in (folder / "recordings").glob("*.db")}


def heard(one, number):
    """Return every byte of a recording."""
    reader = one.recordings.reader(number)
    try:
        return reader.read_at(0, reader.size)
    finally:
        reader.close()


@pytest.mark.promise(11)
@pytest.mark.promise(16)
@pytest.mark.parametrize("how", HURT)
def test_a_good_copy_belongs_to_every_later_backup(two, home, how):
    (number, path), (other, _) = two
    assert back_up(home.lease, home.folder).differs == ()
    before = copies(home.folder)
    gone = hurt(path, how)
    for day in range(1, 40):
        made = back_up(home.lease, home.folder, day)
        assert made.differs == (Differs(number, gone=gone, kept=True),)
        assert made.generation.recordings == 2
        assert before.items() <= copies(home.folder).items()
    assert KEEPER.verify_folder(home.lease, home.folder, nobody)[1] == []
    assert KEEPER.drill(home.lease, home.folder, nobody)[1] == []
    one, lacking = home.restored(home.folder, "r")
    assert lacking == ()
    assert [heard(one, number), heard(one, other)] == [SOUND, SOUND[:100_000]]
    assert health.verify(one, KEEPER) == []
    one.close()


@pytest.mark.promise(11)
@pytest.mark.promise(16)
@pytest.mark.parametrize("how", HURT)
def test_without_a_good_copy_the_rest_is_backed_up_and_this_one_said(two, home, how):
    (number, path), (other, _) = two
    gone = hurt(path, how)
    for day in range(2):
        assert back_up(home.lease, home.folder, day).differs == (Differs(number, gone=gone),)
    absent = how in {"gone", "folder", "pipe", "link"}
    said = [Complaint(Fault.RECORDING_GONE if absent else Fault.RECORDING, number)]
    assert KEEPER.verify_folder(home.lease, home.folder, nobody)[1] == said
    assert KEEPER.drill(home.lease, home.folder, nobody)[1] == said
    one, lacking = home.restored(home.folder, "r")
    assert lacking == (Differs(number, gone=gone),)
    assert health.verify(one, KEEPER) == said
    assert heard(one, other) == SOUND[:100_000]
    one.close()


def test_a_recording_that_is_put_back_is_whole_again_and_its_damaged_copy_goes(two, lease, folder):
    (_, path), _ = two
    good = path.read_bytes()
    hurt(path, "flip")
    assert back_up(lease, folder).differs
    assert len(copies(folder)) == 2
    path.write_bytes(good)
    assert back_up(lease, folder).differs == ()
    assert good in copies(folder).values()
    assert len(copies(folder)) == 2


def test_a_damaged_copy_never_stands_for_a_good_one(two, lease, folder):
    (number, path), _ = two
    back_up(lease, folder)
    name = next(one.digest for one in listed(lease) if one.id == number)
    copy = folder / "recordings" / f"{name}.db"
    hurt(copy, "flip")
    assert back_up(lease, folder, 1).differs == ()
    assert copy.read_bytes() == path.read_bytes()
    hurt(copy, "link")
    assert back_up(lease, folder, 2).differs == ()
    assert not copy.is_symlink()
    assert copy.read_bytes() == path.read_bytes()


def listed(lease):
    return recording_list.of(lease.folder / "vault.db", bytes(lease.raw_key))


@pytest.mark.promise(11)
@pytest.mark.promise(16)
@pytest.mark.parametrize("how", HURT)
def test_a_portable_backup_says_what_it_lacks_and_so_does_its_restore(two, home, how):
    (number, path), (other, _) = two
    gone = hurt(path, how)
    target = home.folder.with_name("one.backup")
    made = KEEPER.back_up_file(home.lease, target, nobody)
    assert made.differs == (Differs(number, gone=gone),)
    assert made.rows["recordings"] == 2
    one, lacking = home.restored(target, "r")
    assert lacking == made.differs
    assert KEEPER.verify_backup(target, one) == []
    assert [said.number for said in health.verify(one, KEEPER)] == [number]
    assert heard(one, other) == SOUND[:100_000]
    one.close()


def test_the_manifest_of_a_whole_backup_speaks_of_no_recording(two, lease, tmp_path):
    KEEPER.back_up_file(lease, tmp_path / "one.backup", nobody)
    with tarfile.open(tmp_path / "one.backup") as archive:
        said = json.loads(archive.extractfile(backup_pack.MANIFEST).read())
    assert set(said) == {"format", "version", "files", "contents"}


@pytest.mark.promise(10)
@pytest.mark.promise(11)
@pytest.mark.parametrize("how", HURT)
def test_a_check_in_the_window_names_it(two, opened, clock, how):
    (number, path), _ = two
    run = health.begin(opened, KEEPER).recordings
    told = []
    assert run.run(lambda done, total: told.append((done, total))) == []
    size = sum(one.stat().st_size for _, one in two)
    assert told[-1] == (size, size)
    fault = Fault.RECORDING_GONE if hurt(path, how) else Fault.RECORDING
    assert run.run(nobody) == [Complaint(fault, number)]
    assert health.finish(opened, KEEPER, clock, [Complaint(fault, number)]) == [
        Complaint(fault, number)
    ]
    assert not opened.condition().read_only


def test_a_check_of_recordings_stops_when_it_is_told_to(two, opened):
    hurt(two[0][1], "flip")
    run = health.begin(opened, KEEPER).recordings
    blocks = []

    def told(done, _total):
        blocks.append(done)
        run.stop()

    assert run.run(told) == []
    assert run.stopped()
    assert len(blocks) == 1


def test_a_recording_that_is_erased_during_a_check_is_missed_by_nobody(two, opened):
    (number, path), _ = two

    def erase(*_):
        if path.exists():
            opened.recordings.erase(number)
            opened.recordings.sweep()

    assert health.begin(opened, KEEPER).recordings.run(erase) == []
    assert not path.exists()


def test_a_recording_that_is_erased_during_a_backup_is_missed_by_nobody(two, home, monkeypatch):
    number, erased = two[0][0], threading.Event()
    take, keep = snapshot.take, backup_media.RecordingCopies.keep

    def taken(*means):
        found = take(*means)
        home.vault.recordings.erase(number)
        home.vault.recordings.sweep()
        erased.set()
        return found

    def late(*means):
        erased.wait(20)
        return keep(*means)

    monkeypatch.setattr(snapshot, "take", taken)
    monkeypatch.setattr(backup_media.RecordingCopies, "keep", late)
    made = back_up(home.lease, home.folder)
    assert made.differs == ()
    assert made.generation.recordings == 1


def test_a_recording_that_is_stored_during_a_backup_is_in_it(two, home, desk, monkeypatch):
    take = snapshot.take

    def taken(*means):
        desk.recording(desk.case("later"), SOUND)
        return take(*means)

    monkeypatch.setattr(snapshot, "take", taken)
    made = back_up(home.lease, home.folder)
    assert (made.differs, made.unfinished, made.generation.recordings) == ((), 0, 3)
    assert KEEPER.verify_folder(home.lease, home.folder, nobody)[1] == []


@pytest.mark.promise(11)
@pytest.mark.parametrize("how", [one for one in HURT if one != "flip"])
def test_an_opening_notices_what_is_gone_or_of_another_size(two, opened, place, door, how):
    (number, path), _ = two
    opened.close()
    fault = Fault.RECORDING_GONE if hurt(path, how) else Fault.RECORDING
    again = door.open_with_recovery(place, RECOVERY_TEXT).vault
    assert again.condition().complaints == (Complaint(fault, number),)
    assert not again.condition().read_only
    again.close()


@pytest.mark.parametrize(
    "sizes",
    [[0], [1], [CHUNK_BYTES], [CHUNK_BYTES + 1], [CHUNK_BYTES * 40], [10] * 30, [40_000] * 9],
)
def test_no_recording_is_ever_of_another_size_than_it_may_be(desk, opened, sizes):
    writer = opened.recordings.begin(START)
    for size in sizes:
        writer.write(bytes(size))
        writer.flush()
    writer.finish()
    facts, file = writer.facts, opened.folder / "media" / f"{writer.name}.db"
    one = recording_list.Listed(1, file.name, facts.file_digest.hex(), facts.size, facts.chunks)
    size = file.stat().st_size
    assert one.could_be(size)
    assert not one.could_be(size - 1)
    if len(sizes) == 1:
        assert not one.could_be(size - PAGE_BYTES)
        assert one.could_be(size + PAGE_BYTES) == (sizes == [CHUNK_BYTES + 1])


@pytest.mark.promise(11)
@pytest.mark.parametrize("how", HURT)
def test_a_salvage_names_it_and_brings_out_the_rest(two, home, how):
    (number, path), (other, _) = two
    strange = path.with_name("5.db")
    strange.write_bytes(b"whose row is lost")
    fault = Fault.RECORDING_GONE if hurt(path, how) else Fault.RECORDING
    one, lost = home.salvaged("s")
    assert lost == (Complaint(fault, number, "recordings"),)
    assert (one.folder / "media" / "5.db").read_bytes() == strange.read_bytes()
    assert heard(one, other) == SOUND[:100_000]
    lines = {said.kind: said.subject for said in one.audit.entries(5)}
    assert lines[AuditKind.SALVAGED] == 1
    one.close()


@pytest.fixture
def sick(two, monkeypatch):
    """A disk that does not give out one page of the first recording, as a bad sector does."""
    path = two[0][1]
    real = regular._opened

    class Disk:
        def __init__(self, file):
            self._file = file

        def read(self, size):
            at = self._file.tell()
            if at < 2 * PAGE_BYTES and at + size > PAGE_BYTES:
                raise OSError(errno.EIO, "bad sector")
            return self._file.read(size)

        def __getattr__(self, name):
            return getattr(self._file, name)

        def __enter__(self):
            return self

        def __exit__(self, *_):
            self._file.close()

    monkeypatch.setattr(
        regular, "_opened", lambda one: Disk(real(one)) if one == path else real(one)
    )
    return path


@pytest.mark.promise(11)
def test_a_bad_sector_costs_a_page_of_the_recording_and_nothing_else(sick, two, home):
    number, other = two[0][0], two[1][0]
    data = sick.read_bytes()
    left = data[:PAGE_BYTES] + bytes(PAGE_BYTES) + data[2 * PAGE_BYTES :]
    file = home.folder.with_name("b")
    assert back_up(home.lease, home.folder).differs == (Differs(number),)
    assert KEEPER.back_up_file(home.lease, file, nobody).differs == (Differs(number),)
    said = [Complaint(Fault.RECORDING, number)]
    assert health.begin(home.vault, KEEPER).recordings.run(nobody) == said
    assert health.verify(home.vault, KEEPER) == said
    saved = [home.salvaged("s")[0], home.restored(home.folder, "r")[0], home.restored(file, "f")[0]]
    for one in saved:
        assert (one.folder / "media" / sick.name).read_bytes() == left
        assert heard(one, other) == SOUND[:100_000]
        one.close()


def test_where_a_folder_of_recordings_is_no_folder_everything_else_is_kept(two, home):
    media = home.vault.folder / "media"
    media.rename(home.folder.with_name("elsewhere"))
    media.write_bytes(b"not a folder")
    numbers = [number for number, _ in two]
    assert [one.recording for one in back_up(home.lease, home.folder).differs] == numbers
    made = KEEPER.back_up_file(home.lease, home.folder.with_name("b"), nobody)
    assert [one.recording for one in made.differs] == numbers
    one, lost = home.salvaged("s")
    assert [said.number for said in lost] == numbers
    one.close()


def test_after_many_refusals_the_disk_is_asked_no_more(tmp_path, monkeypatch):
    path = tmp_path / "x.db"
    path.write_bytes(bytes([7]) * 80 * regular.PIECE)
    asked = []

    def refuses(_self, at, _size):
        asked.append(at)
        raise OSError(errno.EIO, "dead")

    monkeypatch.setattr(regular.Reader, "_bytes", refuses)
    with regular.Reader(path) as reader:
        assert reader.read() == bytes(80 * regular.PIECE)
        assert reader.given == 0
    assert len(asked) == 65


def test_a_name_that_is_not_ours_leads_nowhere(tmp_path):
    one = recording_list.Listed(3, "../vault.db", "", 1, 1)
    with pytest.raises(regular.Unread) as found:
        one.source(tmp_path)
    assert found.value.gone
    assert recording_list.look(tmp_path, [one]) == [Complaint(Fault.RECORDING_GONE, 3)]


def test_a_digest_can_be_stopped_between_two_blocks(tmp_path):
    path = tmp_path / "x.db"
    path.write_bytes(bytes(3 * stream.BLOCK))

    def stop(*_):
        raise BackupStopped

    with pytest.raises(BackupStopped):
        regular.digest(path, Meter(stop))


@pytest.mark.promise(11)
def test_a_recording_of_which_nothing_can_be_read_leaves_no_file_of_zeros(
    two, home, tmp_path, monkeypatch
):
    number, path = two[0]
    real = regular.Reader._bytes
    bad = path.stat().st_ino

    def refuses(reader, at, size):
        if os.fstat(reader._file.fileno()).st_ino == bad:
            raise OSError(errno.EIO, "dead")
        return real(reader, at, size)

    monkeypatch.setattr(regular.Reader, "_bytes", refuses)
    assert back_up(home.lease, home.folder).differs == (Differs(number),)
    assert len(copies(home.folder)) == 1
    with pytest.raises(regular.Unread):
        recording_copy.copy(path, tmp_path / "copy", Meter(nobody))
    assert not (tmp_path / "copy").exists()


@pytest.mark.promise(3)
@pytest.mark.promise(16)
def test_a_copy_that_is_read_back_otherwise_is_no_copy(two, home, monkeypatch):
    monkeypatch.setattr(recording_copy.regular, "digest", lambda *_: "0" * 64)
    with pytest.raises(DiskFailed):
        recording_copy.copy(two[0][1], home.folder / "copy", Meter(nobody))

    def refuses(*_):
        raise regular.Unread

    monkeypatch.setattr(recording_copy.regular, "digest", refuses)
    with pytest.raises(DiskFailed):
        back_up(home.lease, home.folder)
    assert not list((home.folder / "generations").iterdir())
    assert not copies(home.folder)
