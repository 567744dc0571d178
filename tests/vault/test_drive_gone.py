"""A drive that is pulled in the midst of the work is said to be gone; its backups are not."""

from __future__ import annotations

import random
from datetime import timedelta

import pytest

from app.domain.errors import BackupDriveGone, BackupFolderMissing, BackupStopped, NotWritable
from storage import drive
from storage.keeper import FolderKeeper
from storage.meter import nobody
from tests.vault.fixtures import START

KEEPER = FolderKeeper()
SOUND = random.Random(1).randbytes(1_500_000)
WORKS = ("folder", "file", "restore", "restore file", "drill", "verify")


class Pulled:
    """A drive with a backup folder and a portable file on it, and the work that is done there."""

    def __init__(self, lease, base):
        self.lease, self.base = lease, base
        self.usb, self.pocket = base / "usb", base / "pocket"
        self.folder = KEEPER.adopt(lease, self.usb / "backup")
        KEEPER.back_up_folder(lease, self.folder, START, nobody)
        KEEPER.back_up_file(lease, self.usb / "one.backup", nobody)

    def work(self, name, told):
        later, new = START + timedelta(days=1), self.base / "new"
        return {
            "folder": lambda: KEEPER.back_up_folder(self.lease, self.folder, later, told),
            "file": lambda: KEEPER.back_up_file(self.lease, self.usb / "two.backup", told),
            "restore": lambda: KEEPER.restore_from(self.folder, new, told),
            "restore file": lambda: KEEPER.restore_from(self.usb / "one.backup", new, told),
            "drill": lambda: KEEPER.drill(self.lease, self.folder, told),
            "verify": lambda: KEEPER.verify_folder(self.lease, self.folder, told),
        }[name]()

    def pull(self):
        self.usb.rename(self.pocket)

    def plug_in(self):
        self.pocket.rename(self.usb)


@pytest.fixture
def pulled(desk, lease, tmp_path):
    case = desk.case("斑马")
    for _ in range(3):
        desk.recording(case, SOUND)
    return Pulled(lease, tmp_path)


@pytest.mark.promise(16)
@pytest.mark.parametrize("name", WORKS)
@pytest.mark.parametrize("late", [0.0, 0.3, 0.7])
def test_it_is_never_called_damaged(pulled, name, late):
    away = []

    def told(done, total):
        if not away and done >= late * total:
            away.append(done)
            pulled.pull()

    try:
        pulled.work(name, told)
    except BackupDriveGone:
        assert away
    else:  # an archive is open by then, and is read to its end from a drive that was renamed
        assert name == "restore file"
    pulled.plug_in()
    assert not pulled.work("verify", nobody)[1]
    (pulled.base / "new").exists() or pulled.work("restore", nobody)
    assert pulled.work("folder", nobody).differs == ()


@pytest.mark.promise(16)
def test_a_portable_file_that_is_gone_is_not_called_damaged(pulled, monkeypatch):
    def unpack(*_):
        pulled.pull()
        raise NotWritable

    monkeypatch.setattr("storage.backup_unpack.unpack", unpack)
    with pytest.raises(BackupDriveGone):
        pulled.work("restore file", nobody)


def test_what_is_asked_to_stop_or_was_never_there_is_said_as_it_is(pulled):
    def stop(*_):
        pulled.pull()
        raise BackupStopped

    with pytest.raises(BackupStopped):
        pulled.work("restore", stop)
    for name in ("restore", "restore file"):
        with pytest.raises(BackupFolderMissing) as missing:
            pulled.work(name, nobody)
        assert missing.type is not BackupDriveGone
    assert issubclass(BackupDriveGone, BackupFolderMissing)  # looked for again in five minutes


def test_a_refusal_with_the_drive_in_its_place_stays_what_it_is(tmp_path):
    with pytest.raises(NotWritable), drive.heeded(tmp_path):
        raise NotWritable
    drive.check(tmp_path)
