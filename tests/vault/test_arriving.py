"""What is made takes its place in one step: two at once never meet, and never inside a vault."""

from __future__ import annotations

import os
import shutil

import pytest

from app.domain.complaint import Complaint, Fault
from app.domain.errors import (
    BackupDamaged,
    BackupInsideVault,
    BackupStopped,
    FileTaken,
    NoSuchGeneration,
    NotWritable,
    PlaceTaken,
    Refusal,
)
from storage import arriving, holding
from storage.keeper import FolderKeeper
from storage.meter import nobody
from tests.modes import NO_LINKS, WINDOWS, mode
from tests.vault.fixtures import PASSWORD, RECOVERY, RECOVERY_TEXT, START

KEEPER = FolderKeeper()
SOUND = bytes(range(256)) * 8000


def parts(folder):
    """Return what lies in a folder under the name of something on its way."""
    return sorted(one.name for one in folder.glob(".*.part"))


def interrupted(work):
    """Return a `told` that does other work once, in the midst of what tells it; and what came."""
    came = []

    def told(done, _total):
        if done and not came:
            came.append(None)
            try:
                came[0] = work()
            except Refusal as refusal:
                came[0] = refusal

    return told, came


def stopping(_done, _total):
    """Stop at the first word of how far it is."""
    raise BackupStopped


@pytest.fixture(params=["folder", "file"])
def source(request, desk, lease, tmp_path):
    """A backup in a folder, or as one file, of a vault with a recording."""
    desk.recording(desk.case("A-01"), SOUND)
    if request.param == "file":
        KEEPER.back_up_file(lease, tmp_path / "b.backup", nobody)
        return tmp_path / "b.backup"
    folder = KEEPER.adopt(lease, tmp_path / "usb")
    KEEPER.back_up_folder(lease, folder, START, nobody)
    return folder


@pytest.mark.promise(16)
@pytest.mark.promise(18)
def test_two_restores_to_one_place_give_one_whole_vault(source, door, tmp_path):
    """She starts it, sees nothing, and starts it again."""
    place = tmp_path / "new"
    told, came = interrupted(lambda: KEEPER.restore_from(source, place, nobody))
    with pytest.raises(PlaceTaken):
        KEEPER.restore_from(source, place, told)
    assert came == [()]
    assert parts(tmp_path) == []
    again = door.open_with_recovery(place, RECOVERY_TEXT).vault
    assert KEEPER.verify(again) == []
    again.close()


@pytest.mark.promise(18)
def test_a_second_restore_that_is_stopped_takes_nothing_from_the_first(source, door, tmp_path):
    place = tmp_path / "new"
    told, came = interrupted(lambda: KEEPER.restore_from(source, place, stopping))
    assert KEEPER.restore_from(source, place, told) == ()
    assert isinstance(came[0], BackupStopped)
    assert parts(tmp_path) == []
    again = door.open_with_recovery(place, RECOVERY_TEXT).vault
    assert KEEPER.verify(again) == []
    again.close()


@pytest.mark.promise(16)
@pytest.mark.parametrize("replace", [True, False])
def test_two_backups_to_one_file_leave_one_whole_backup(desk, lease, door, tmp_path, replace):
    """Of two programs that may replace it the later one stays; else it is refused."""
    desk.recording(desk.case("A-01"), SOUND)
    target = tmp_path / "b.backup"
    work = lambda: KEEPER.back_up_file(lease, target, nobody, replace=replace)  # noqa: E731
    told, came = interrupted(work)
    if replace:
        KEEPER.back_up_file(lease, target, told, replace=True)
    else:
        with pytest.raises(FileTaken):
            KEEPER.back_up_file(lease, target, told)
    assert came[0].differs == ()
    assert parts(tmp_path) == []
    assert KEEPER.restore_from(target, tmp_path / "new", nobody) == ()
    again = door.open_with_recovery(tmp_path / "new", RECOVERY_TEXT).vault
    assert KEEPER.verify(again) == []
    again.close()


def test_whoever_comes_second_is_refused_and_nothing_of_the_first_is_touched(tmp_path):
    place = tmp_path / "deep" / "new"
    late, first = arriving.arriving(place), arriving.arriving(place)
    room = late.__enter__()
    (room / "late").write_bytes(b"late")
    with first as other:
        assert room.is_dir()  # the first's sweep let the room that is held
        (other / "first").write_bytes(b"first")
    with pytest.raises(PlaceTaken):
        late.__exit__(None, None, None)
    assert [one.name for one in place.rglob("*")] == ["first"]
    assert [one.name for one in (tmp_path / "deep").iterdir()] == ["new"]


def test_a_place_that_becomes_a_file_meanwhile_stays_one(tmp_path):
    place = tmp_path / "new"
    with pytest.raises(NotWritable), arriving.arriving(place):
        place.write_bytes(b"theirs")
    assert place.read_bytes() == b"theirs"
    assert parts(tmp_path) == []


def test_an_empty_folder_is_a_place_and_a_room_is_private(tmp_path):
    (tmp_path / "new").mkdir()
    with arriving.arriving(tmp_path / "new") as room:
        modes = [mode(one) for one in (room, room.parent)]
        (room / "a").write_bytes(b"a")
    assert modes == [0o700, 0o700]
    assert (tmp_path / "new" / "a").read_bytes() == b"a"


def left_by_a_kill(folder, digits="0a"):
    """Make what a killed work leaves."""
    around = folder / f".{digits * 8}.part"
    (around / "room" / "media").mkdir(parents=True)
    (around / "held").touch()
    return around


def test_what_a_killed_work_left_goes_and_nothing_of_anybody_else(tmp_path, monkeypatch):
    ours, held = left_by_a_kill(tmp_path), left_by_a_kill(tmp_path, "0b")
    unheld = left_by_a_kill(tmp_path, "0c")
    (unheld / "held").unlink()
    (tmp_path / ".film.part").mkdir()
    (tmp_path / f".{'0d' * 8}.part").write_bytes(b"a file on its way")
    elsewhere = left_by_a_kill(tmp_path / "elsewhere")
    (tmp_path / f".{'0e' * 8}.part").symlink_to(elsewhere)
    before = set(parts(tmp_path))
    with holding.open_private(held / "held") as file:
        assert holding.take(file)
        with arriving.room_beside(tmp_path / "new"):
            pass
    assert set(parts(tmp_path)) == before - {ours.name}
    assert elsewhere.is_dir()
    monkeypatch.setattr(holding, "take", lambda _file: False)  # a disk that knows no locks
    with arriving.arriving(tmp_path / "new") as room:
        (room / "a").touch()
    assert set(parts(tmp_path)) == before - {ours.name}


@pytest.fixture(params=["vault.header", "vault.header.bak"])
def other(request, opened, place, tmp_path):
    """Another vault, of which one of the two headers is left; and a link to it."""
    found = shutil.copytree(place, tmp_path / "other")
    gone = {"vault.header": "vault.header.bak", "vault.header.bak": "vault.header"}[request.param]
    (found / gone).unlink()
    (tmp_path / "way").symlink_to(found)
    return found


PLACES = [
    pytest.param(f"{way}/{where}", id=f"{way}/{where}", marks=marks)
    for way, marks in (("other", ()), ("way", pytest.mark.skipif(WINDOWS, reason=NO_LINKS)))
    for where in ("sub", "media/sub", "sub/deep/er")
]


@pytest.mark.parametrize("where", PLACES)
def test_nothing_is_restored_into_a_vault(source, other, tmp_path, where):
    before = sorted(other.rglob("*"))
    with pytest.raises(BackupInsideVault):
        KEEPER.restore_from(source, tmp_path / where, nobody)
    assert sorted(other.rglob("*")) == before


@pytest.mark.promise(11)
@pytest.mark.parametrize("where", PLACES)
def test_a_salvage_writes_nothing_into_the_damaged_vault(opened, other, door, tmp_path, where):
    """Neither from the open one nor at the door; its disk may be the one that is dying."""
    before = sorted(other.rglob("*"))
    with pytest.raises(BackupInsideVault):
        KEEPER.salvaging(opened, tmp_path / where)
    with pytest.raises(BackupInsideVault):
        door.salvage(other, PASSWORD, tmp_path / where)
    ours = {other / name for name in ("vault.lock", "vault.tries", "vault.holder")}
    assert set(other.rglob("*")) - ours == set(before) - ours


@pytest.mark.parametrize("where", ["", "media", "media/drive", "drive"])
def test_no_backup_goes_into_the_folder_of_any_vault(opened, lease, place, tmp_path, where):
    """Whoever then throws the old vault away throws her backups away."""
    shutil.copytree(place, tmp_path / "old")
    before = sorted((tmp_path / "old").rglob("*"))
    with pytest.raises(BackupInsideVault):
        KEEPER.adopt(lease, tmp_path / "old" / where)
    with pytest.raises(BackupInsideVault):
        KEEPER.back_up_file(lease, tmp_path / "old" / where / "b.backup", nobody)
    assert sorted((tmp_path / "old").rglob("*")) == before


@pytest.mark.parametrize("where", ["new", "media/new"])
def test_no_vault_is_made_in_the_folder_of_another(opened, door, place, where):
    before = sorted(place.rglob("*"))
    with pytest.raises(BackupInsideVault):
        door.create(place / where, PASSWORD, RECOVERY)
    assert sorted(place.rglob("*")) == before


def test_links_in_a_circle_lead_into_no_vault(tmp_path):
    (tmp_path / "a").symlink_to(tmp_path / "b")
    (tmp_path / "b").symlink_to(tmp_path / "a")
    arriving.outside_vaults(tmp_path / "a" / "x")


# What she names is what she named before


@pytest.mark.promise(16)
@pytest.mark.promise(19)
def test_the_drive_that_took_the_backup_gives_it_back(desk, lease, door, tmp_path):
    """On the new computer she names the drive, which holds other things, as she did before."""
    drive = tmp_path / "usb"
    drive.mkdir()
    (drive / "photo").write_bytes(b"x")
    desk.case("A-01")
    folder = KEEPER.adopt(lease, drive)
    assert folder == drive / "xinxia-backup"
    for day in (1, 2):
        KEEPER.back_up_folder(lease, folder, START.replace(day=day), nobody)
    assert KEEPER.is_folder(drive)
    assert [one.number for one in KEEPER.generations(drive)] == [2, 1]
    found = KEEPER.lease_of(drive, RECOVERY_TEXT, 1)
    assert KEEPER.verify_folder(found, drive, nobody, 1)[1] == []
    found.end()
    assert KEEPER.restore_from(drive, tmp_path / "new", nobody) == ()
    door.open_with_recovery(tmp_path / "new", RECOVERY_TEXT).vault.close()
    (drive / "generations").mkdir()  # what lies in the place itself is what she means
    assert KEEPER.generations(drive) == []


def test_a_file_holds_one_backup_and_no_seventh(opened, tmp_path):
    KEEPER.back_up(opened, tmp_path / "b.backup")
    with pytest.raises(NoSuchGeneration):
        KEEPER.restore_from(tmp_path / "b.backup", tmp_path / "new", nobody, 7)
    assert not (tmp_path / "new").exists()


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="the system has no named pipes")
def test_a_pipe_is_no_backup_and_is_not_waited_for(tmp_path):
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "way").symlink_to(tmp_path / "pipe")
    for name in ("pipe", "way"):
        with pytest.raises(BackupDamaged):
            KEEPER.restore_from(tmp_path / name, tmp_path / "new", nobody)
    assert not (tmp_path / "new").exists()


@pytest.mark.promise(39)
@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="the system has no named pipes")
@pytest.mark.parametrize("name", ["vault.db", "vault.header"])
def test_a_pipe_in_a_generation_is_not_waited_for(opened, lease, tmp_path, name):
    folder = KEEPER.adopt(lease, tmp_path / "usb")
    KEEPER.back_up_folder(lease, folder, START, nobody)
    (hurt,) = folder.glob(f"generations/*/{name}")
    hurt.unlink()
    os.mkfifo(hurt)
    with pytest.raises(BackupDamaged):
        KEEPER.restore_from(folder, tmp_path / "new", nobody)
    assert KEEPER.verify_folder(lease, folder, nobody)[1] == [Complaint(Fault.CONTENTS)]
    assert [one.whole for one in KEEPER.generations(folder)] == [False]
