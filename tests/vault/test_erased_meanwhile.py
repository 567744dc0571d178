"""A recording that is destroyed while a backup reads: the backup is of one moment (promise 17)."""

from __future__ import annotations

import random
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import pytest

from app.domain.differs import Differs
from app.services import backups, destruction
from storage import backup_media, recording_list
from storage.keeper import FolderKeeper
from storage.meter import nobody
from tests.vault.fixtures import EARLY, PASSWORD, RECOVERY_TEXT, START

if TYPE_CHECKING:
    from pathlib import Path

    from app.ports import Lease
    from storage.vault import FolderDoor

KEEPER = FolderKeeper()
CODE = "A-01"
SOUND = random.Random(1).randbytes(200_000)


@pytest.fixture
def case(desk):
    """A case with a recording, marked to be destroyed."""
    case = desk.case(CODE)
    desk.recording(case, SOUND)
    destruction.mark(desk.vault, desk.clock, case, EARLY)
    return case


@pytest.fixture(params=["folder", "file"])
def backup(request, case, lease, tmp_path):
    """A way to make a backup, and where it then lies."""
    if request.param == "file":
        target = tmp_path / "one.backup"
        return lambda: KEEPER.back_up_file(lease, target, nobody), target
    folder = KEEPER.adopt(lease, tmp_path / "drive")
    return lambda: KEEPER.back_up_folder(lease, folder, START, nobody), folder


@pytest.fixture
def after_the_copy(monkeypatch):
    """Do something once the rows of the copied database were read, before recordings are."""

    def then(work):
        real = recording_list.of
        calls = []

        def of(*means):
            found = real(*means)
            if not calls:
                calls.append(work())
            return found

        monkeypatch.setattr(recording_list, "of", of)
        # In a folder, recordings are copied beside the database: here none is before it.
        sources = backup_media.sources

        def late(lease):
            found = sources(lease)
            return found if calls else replace(found, listed=(), strange=())

        monkeypatch.setattr(backup_media, "sources", late)
        return calls

    return then


def media(opened):
    return [one.name for one in (opened.folder / "media").iterdir()]


@dataclass
class Restoring:
    """Restores what was made under a lease."""

    lease: Lease
    door: FolderDoor
    place: Path

    def of(self, source):
        """Return what a restore said is lacking, then what the opened vault complains of."""
        said = KEEPER.restore_from(source, self.place, nobody)
        again = self.door.open_with_recovery(self.place, RECOVERY_TEXT).vault
        complaints = KEEPER.verify(again)
        differs = again.settings.backup_plan().differs
        again.close()
        return said, complaints, differs


@pytest.fixture
def restored(lease, door, tmp_path):
    """The hands for a restore."""
    return Restoring(lease, door, tmp_path / "r")


@pytest.mark.promise(17)
@pytest.mark.promise(44)
def test_what_was_destroyed_meanwhile_is_whole_in_it(desk, case, backup, after_the_copy, restored):
    (make, source), opened, clock = backup, desk.vault, desk.clock
    done = after_the_copy(lambda: destruction.destroy(opened, clock, case, (PASSWORD, CODE)))
    assert make().differs == ()
    (certificate,) = done
    assert not certificate.finished  # the page says that something goes later
    assert len(media(opened)) == 1
    backups.settle(opened)
    assert len(media(opened)) == 1
    restored.lease.end()
    backups.settle(opened)
    assert media(opened) == []
    assert restored.of(source) == ((), [], ())


def test_a_lock_waits_for_no_backup(opened, clock, case, lease):
    made = destruction.destroy(opened, clock, case, (PASSWORD, CODE))
    assert (made.finished, len(media(opened))) == (False, 1)
    opened.close()
    assert media(opened) == []


def test_without_a_backup_nothing_waits(opened, clock, case):
    lease = backups.lease(opened, KEEPER)
    other = backups.lease(opened, KEEPER)
    lease.end()
    other.end()
    assert destruction.destroy(opened, clock, case, (PASSWORD, CODE)).finished
    assert media(opened) == []


def test_a_backup_that_lends_from_a_vault_with_nothing_to_go_is_in_nobodys_way(opened, desk, lease):
    desk.recording(desk.case("B-02"), SOUND)
    assert opened.forget_deleted()


@pytest.mark.promise(17)
def test_what_went_all_the_same_is_said_where_it_is_restored(
    opened, case, backup, after_the_copy, restored
):
    """By a lock, say: the vault misses nothing, but the backup's own rows name a file."""
    make, source = backup

    def erase():
        number = next(iter(opened.recordings.files().values()))
        opened.recordings.erase(number)
        opened.recordings.sweep()
        return number

    done = after_the_copy(erase)
    assert make().differs == ()
    said, complaints, known = restored.of(source)
    assert said == known == (Differs(done[0], gone=True),)
    assert len(complaints) == 1
