"""A recording that is damaged in a backup, and no longer anywhere else: the rest comes back."""

from __future__ import annotations

import errno
import os
import tarfile

import pytest

from app.domain.complaint import Complaint, Fault
from app.domain.differs import Differs
from app.domain.errors import BackupDamaged
from app.services import health
from storage import backup_unpack, header, regular, vault
from storage.holding import Holding
from storage.media import PAGE_BYTES
from storage.meter import Meter, nobody
from tests.vault.fixtures import PASSWORD
from tests.vault.test_recording_damage import (
    HURT,
    KEEPER,
    SOUND,
    back_up,
    folder,
    heard,
    home,
    hurt,
    listed,
    two,
)

__all__ = ["folder", "home", "two"]


def copy_of(home, number):
    """Return where the backup folder has a recording."""
    digest = next(one.digest for one in listed(home.lease) if one.id == number)
    return home.folder / "recordings" / f"{digest}.db"


def left_of(path):
    """Return what is left of a file that was hurt; nothing where it is no file any more."""
    return path.read_bytes() if path.is_file() and not path.is_symlink() else None


@pytest.mark.promise(11)
@pytest.mark.promise(16)
@pytest.mark.promise(19)
@pytest.mark.parametrize("how", HURT)
def test_a_copy_that_is_damaged_in_the_backup_keeps_nothing_else_back(two, home, how):
    (number, path), (other, _) = two
    back_up(home.lease, home.folder)
    back_up(home.lease, home.folder, 1)
    copy = copy_of(home, number)
    hurt(copy, how)
    absent = how not in {"flip", "cut", "zero"}
    for generation in (1, 2):
        place = home.folder.with_name(f"r{generation}")
        lacking = KEEPER.restore_from(home.folder, place, nobody, generation)
        assert lacking == (Differs(number, gone=absent),)
        assert left_of(place / "media" / path.name) == left_of(copy)
        one = home.door.open(place, PASSWORD).vault
        said = [Complaint(Fault.RECORDING_GONE if absent else Fault.RECORDING, number)]
        assert health.verify(one, KEEPER) == said
        assert heard(one, other) == SOUND[:100_000]
        one.close()
    shown = KEEPER.generations(home.folder)
    assert [(one.whole, one.missing) for one in shown] == [
        (True, int(how not in {"flip", "link"}))
    ] * 2
    assert KEEPER.drill(home.lease, home.folder, nobody)[1] == said
    assert KEEPER.verify_folder(home.lease, home.folder, nobody)[1] == said
    assert not list(home.folder.glob(".half-*"))


@pytest.mark.promise(11)
@pytest.mark.promise(16)
def test_what_a_practice_finds_damaged_is_copied_anew_though_its_size_and_time_are_the_same(
    two, home
):
    number, path = two[0]
    back_up(home.lease, home.folder)
    copy = copy_of(home, number)
    before = copy.stat()
    hurt(copy, "flip")
    os.utime(copy, ns=(before.st_atime_ns, before.st_mtime_ns))
    said = [Complaint(Fault.RECORDING, number)]
    assert KEEPER.drill(home.lease, home.folder, nobody)[1] == said
    assert left_of(copy) != left_of(path)
    assert back_up(home.lease, home.folder, 1).differs == ()
    assert left_of(copy) == left_of(path)
    assert KEEPER.drill(home.lease, home.folder, nobody)[1] == []


@pytest.mark.promise(11)
def test_a_practice_beside_a_backup_leaves_its_index_alone(two, home):
    number, _ = two[0]
    back_up(home.lease, home.folder)
    hurt(copy_of(home, number), "flip")
    index = (home.folder / "recordings" / "index.json").read_bytes()
    holding = Holding(home.folder)
    said = KEEPER.drill(home.lease, home.folder, nobody)[1]
    holding.release()
    assert said == [Complaint(Fault.RECORDING, number)]
    assert (home.folder / "recordings" / "index.json").read_bytes() == index


@pytest.mark.promise(11)
def test_what_was_set_aside_as_damaged_is_restored_where_there_is_nothing_better(two, home):
    number, path = two[0]
    back_up(home.lease, home.folder)
    copy = copy_of(home, number)
    hurt(copy, "flip")
    aside = copy.replace(copy.with_suffix(".damaged"))
    _, lacking = restored = home.restored(home.folder, "r")
    assert lacking == (Differs(number),)
    assert (restored[0].folder / "media" / path.name).read_bytes() == aside.read_bytes()
    restored[0].close()


@pytest.mark.promise(11)
@pytest.mark.promise(16)
def test_a_bad_sector_of_the_backup_disk_costs_a_page(two, home, monkeypatch):
    number, path = two[0]
    back_up(home.lease, home.folder)
    file = home.folder.with_name("b")
    KEEPER.back_up_file(home.lease, file, nobody)
    with tarfile.open(file) as archive:
        begins = archive.getmember(f"media/{path.name}").offset_data
    bad = {copy_of(home, number).stat().st_ino: PAGE_BYTES, file.stat().st_ino: begins + PAGE_BYTES}
    real = regular.Reader._bytes

    def refuses(reader, at, size):
        page = bad.get(os.fstat(reader.fileno()).st_ino)
        if page is not None and at < page + PAGE_BYTES and at + size > page:
            raise OSError(errno.EIO, "bad sector")
        return real(reader, at, size)

    monkeypatch.setattr(regular.Reader, "_bytes", refuses)
    good = path.read_bytes()
    for source, name in ((home.folder, "r"), (file, "f")):
        place = home.folder.with_name(name)
        assert KEEPER.restore_from(source, place, nobody) == (Differs(number),)
        left = (place / "media" / path.name).read_bytes()
        assert len(left) == len(good)
        same = sum(left[at : at + PAGE_BYTES] == good[at : at + PAGE_BYTES] for at in pages(good))
        assert same == len(pages(good)) - 1


def pages(data):
    return range(0, len(data), PAGE_BYTES)


@pytest.mark.promise(11)
def test_where_nothing_of_a_copy_can_be_read_there_is_no_file_of_zeros(two, home, monkeypatch):
    number, path = two[0]
    back_up(home.lease, home.folder)
    bad, real = copy_of(home, number).stat().st_ino, regular.Reader._bytes

    def refuses(reader, at, size):
        if os.fstat(reader.fileno()).st_ino == bad:
            raise OSError(errno.EIO, "dead")
        return real(reader, at, size)

    monkeypatch.setattr(regular.Reader, "_bytes", refuses)
    place = home.folder.with_name("r")
    assert KEEPER.restore_from(home.folder, place, nobody) == (Differs(number, gone=True),)
    assert not (place / "media" / path.name).exists()


def test_what_was_lacking_before_and_what_is_hurt_since_are_said_once_each(two, home):
    (number, path), (other, _) = two
    hurt(path, "flip")
    assert back_up(home.lease, home.folder).differs == (Differs(number),)
    for copy in (home.folder / "recordings").glob("*.db"):
        copy.unlink()
    lacking = KEEPER.restore_from(home.folder, home.folder.with_name("r"), nobody)
    assert lacking == (Differs(number), Differs(other, gone=True))


def test_a_file_that_no_row_names_is_said_without_a_number(two, home):
    (home.vault.folder / "media" / "5.db").write_bytes(b"whose row is lost")
    back_up(home.lease, home.folder)
    file = home.folder.with_name("b")
    KEEPER.back_up_file(home.lease, file, nobody)
    data = file.read_bytes()
    file.write_bytes(data.replace(b"whose row is lost", b"whose row is lots"))
    named = {copy_of(home, number).name for number, _ in two}
    (copy,) = [one for one in (home.folder / "recordings").glob("*.db") if one.name not in named]
    copy.unlink()
    assert KEEPER.restore_from(home.folder, home.folder.with_name("r"), nobody) == (
        Differs(0, gone=True),
    )
    assert KEEPER.restore_from(file, home.folder.with_name("f"), nobody) == (Differs(0),)
    said = [Complaint(Fault.CONTENTS)]
    assert KEEPER.verify_folder(home.lease, home.folder, nobody)[1] == said
    assert KEEPER.drill(home.lease, home.folder, nobody)[1] == said


@pytest.fixture
def packed(two, home):
    """A portable backup, and where the entries of both recordings begin, the first one first."""
    file = home.folder.with_name("b")
    KEEPER.back_up_file(home.lease, file, nobody)
    with tarfile.open(file) as archive:
        entries = [archive.getmember(f"media/{path.name}") for _, path in two]
    return file, entries


def turned(file, at):
    data = file.read_bytes()
    file.write_bytes(data[:at] + bytes([data[at] ^ 1]) + data[at + 1 :])


@pytest.mark.promise(11)
@pytest.mark.promise(16)
@pytest.mark.promise(19)
def test_a_portable_file_with_a_damaged_recording_gives_everything_else(two, home, packed):
    (number, path), (other, _) = two
    file, entries = packed
    turned(file, entries[0].offset_data + 90_000)
    one, lacking = home.restored(file, "r")
    assert lacking == (Differs(number),)
    left, good = (one.folder / "media" / path.name).read_bytes(), path.read_bytes()
    assert [at for at in range(len(good)) if left[at] != good[at]] == [90_000]
    assert health.verify(one, KEEPER) == [Complaint(Fault.RECORDING, number)]
    assert KEEPER.verify_backup(file, one) == []
    assert heard(one, other) == SOUND[:100_000]
    one.close()


def test_a_look_at_the_database_of_a_portable_file_unpacks_no_recording(packed, tmp_path):
    backup_unpack.unpack(packed[0], tmp_path / "half", Meter(nobody), recordings=False)
    found = {one.name for one in (tmp_path / "half").rglob("*") if one.is_file()}
    assert found == {vault.DATABASE, header.NAME}


@pytest.mark.promise(11)
@pytest.mark.promise(19)
def test_a_damaged_head_of_an_entry_costs_no_recording(two, home, packed):
    file, entries = packed
    for entry in entries:
        turned(file, entry.offset + 20)
    one, lacking = home.restored(file, "r")
    assert lacking == ()
    assert heard(one, two[0][0]) == SOUND
    assert health.verify(one, KEEPER) == []
    one.close()


@pytest.mark.promise(11)
@pytest.mark.promise(19)
@pytest.mark.parametrize("entry", [0, 1])
@pytest.mark.parametrize("more", [0, 512, 70_000])
def test_a_portable_file_that_was_cut_gives_what_is_left(two, home, packed, entry, more):
    """A copy onto a stick that was full, or pulled out."""
    file, entries = packed
    cut = entries[entry].offset + more
    file.write_bytes(file.read_bytes()[:cut])
    one, lacking = home.restored(file, "r")
    wanted = [Differs(two[entry][0], gone=more <= 512)]
    wanted += [Differs(two[1][0], gone=True)] if entry == 0 else []
    assert lacking == tuple(wanted)
    assert [said.number for said in health.verify(one, KEEPER)] == [
        differs.recording for differs in wanted
    ]
    if entry == 1:
        assert heard(one, two[0][0]) == SOUND
    one.close()


@pytest.mark.promise(39)
def test_a_portable_file_is_never_unpacked_to_more_than_it_is(two, packed, tmp_path):
    """A forged manifest that has every part reach to the end of the archive."""
    file, entries = packed
    data = file.read_bytes()
    size = entries[0].size
    file.write_bytes(data.replace(b"[%d," % size, b"[%d," % (size + 1)))
    assert file.read_bytes() != data
    with pytest.raises(BackupDamaged):
        KEEPER.restore_from(file, tmp_path / "bomb", nobody)
    assert not (tmp_path / "bomb").exists()
