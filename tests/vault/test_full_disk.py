"""A full disk: what was saved stays, what was not is said, and the old file is never lost."""

from __future__ import annotations

import os
import shutil
import subprocess

import pytest

from app.domain.errors import DiskFull
from app.services import notes, vaults
from storage import files, keeper, vault
from tests.vault.fixtures import PASSWORD, RECOVERY, RECOVERY_TEXT, Desk, body

pytestmark = [pytest.mark.promise(3), pytest.mark.promise(4)]
MIB = 1024 * 1024


@pytest.fixture
def small(tmp_path):
    """A disk of 3 MiB."""
    folder = tmp_path / "disk"
    folder.mkdir()
    if os.geteuid() or not shutil.which("mount"):
        pytest.skip("only root mounts a small disk")
    mounted = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=3m", "tmpfs", folder], capture_output=True, check=False
    )
    if mounted.returncode:
        pytest.skip("this computer lets nobody mount")
    yield folder
    subprocess.run(["umount", "-l", folder], check=True)


def fill_up(folder):
    """Write until not a byte fits; return the file to take away again."""
    with (folder / "ballast").open("wb", buffering=0) as file:
        for size in (65536, 4096, 1):
            try:
                while True:
                    file.write(bytes(size))
            except OSError:
                continue
    return folder / "ballast"


def test_saving_on_a_full_disk_is_refused_and_nothing_saved_is_lost(small, door, clock, tools):
    opened = door.create(small / "vault", PASSWORD, RECOVERY).vault
    desk = Desk(opened, clock, tools)
    note = desk.draft(desk.case(), "最后保存的")
    ballast = fill_up(small)
    refused = 0
    for _ in range(40):
        try:
            desk.save(note, "写不下 " * 20_000)
        except DiskFull:
            refused += 1
    assert refused
    kept = opened.notes.get(note).body
    assert kept in (body("最后保存的"), body("写不下 " * 20_000))
    vaults.lock(opened, clock, note)
    ballast.unlink()
    again = door.open_with_recovery(small / "vault", RECOVERY_TEXT).vault
    assert again.notes.get(note).body == kept
    assert keeper.FolderKeeper().verify(again) == []
    notes.save_draft(again, clock, note, body("又能写了"))
    assert again.notes.get(note).body == body("又能写了")
    again.close()


def test_a_file_on_a_full_disk_stays_as_it_was(small):
    files.write_private(small / "a", b"old" * 1000)
    fill_up(small)
    with pytest.raises(DiskFull):
        files.write_private(small / "a", b"new" * 100_000)
    assert (small / "a").read_bytes() == b"old" * 1000
    assert {one.name for one in small.iterdir()} == {"a", "ballast"}


def test_a_vault_is_not_made_on_a_full_disk(small, door):
    (small / "v").mkdir()
    ballast = fill_up(small)
    with pytest.raises(DiskFull):
        door.create(small / "v", PASSWORD, RECOVERY)
    assert list((small / "v").iterdir()) == []
    ballast.unlink()
    door.create(small / "v", PASSWORD, RECOVERY).vault.close()


@pytest.mark.promise(16)
def test_a_backup_onto_a_full_disk_leaves_the_last_one(small, desk, opened):
    guard = keeper.FolderKeeper()
    desk.draft(desk.case(), "第一次")
    guard.back_up(opened, small / "b.tar")
    good = (small / "b.tar").read_bytes()
    fill_up(small)
    with pytest.raises(DiskFull):
        guard.back_up(opened, small / "b.tar", replace=True)
    assert (small / "b.tar").read_bytes() == good
    assert {one.name for one in small.iterdir()} == {"b.tar", "ballast"}


def write_until_full(opened):
    for _ in range(2000):
        with opened.transaction():
            opened.connection.execute(
                "INSERT INTO settings VALUES (hex(randomblob(9)), hex(randomblob(9000)))"
            )


def test_a_lock_closes_the_vault_even_when_the_disk_takes_nothing(small, door, clock):
    opened = vaults.create(door, clock, small / "v", PASSWORD, RECOVERY).vault
    fill_up(small)
    with pytest.raises(DiskFull):
        write_until_full(opened)
    vaults.lock(opened, clock, None)
    with pytest.raises(vault.database.Error):
        opened.cases.all()
    assert not (small / "v" / "vault.holder").exists()
