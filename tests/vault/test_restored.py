"""What a restore, or a salvage, found not whole is known to the vault that comes of it."""

from __future__ import annotations

import json

import pytest

from app.domain.complaint import Complaint, Fault
from app.domain.differs import Differs
from app.domain.errors import NotWritable
from app.services import health
from storage import files, restored
from storage.meter import nobody
from tests.vault.fixtures import PASSWORD
from tests.vault.test_backup_damage import copy_of
from tests.vault.test_recording_damage import KEEPER, back_up, folder, home, hurt, two

__all__ = ["folder", "home", "two"]
pytestmark = pytest.mark.promise(11)


def arrived(home, source, name="r"):
    """Restore a backup; return where to, and the file that waits there."""
    place = home.folder.with_name(name)
    KEEPER.restore_from(source, place, nobody)
    return place, place / restored.NAME


def known(vault):
    return health.known(vault), vault.settings.backup_plan().differs


@pytest.mark.promise(16)
@pytest.mark.parametrize("way", ["folder", "file"])
def test_a_recording_of_the_same_size_is_known_before_any_check(two, home, way):
    number, path = two[0]
    source = home.folder
    if way == "folder":
        back_up(home.lease, home.folder)
        hurt(copy_of(home, number), "flip")
    else:
        hurt(path, "flip")
        source = home.folder.with_name("b")
        KEEPER.back_up_file(home.lease, source, nobody)
    place, left = arrived(home, source)
    assert left.exists()
    one = home.door.open(place, PASSWORD).vault
    said = Complaint(Fault.RECORDING, number)
    assert said not in one.condition().complaints  # the look at its size sees nothing
    assert known(one) == ((said,), (Differs(number),))
    assert health.last(one).brought == one.clock.now()
    assert not left.exists()
    one.close()
    again = home.door.open(place, PASSWORD).vault
    assert known(again) == ((said,), (Differs(number),))
    again.close()


def test_a_check_that_finds_it_right_ends_it_and_a_whole_backup_leaves_nothing(two, home):
    number, _ = two[0]
    back_up(home.lease, home.folder)
    good = home.folder.with_name("good")
    _, left = arrived(home, home.folder, "whole")
    assert not left.exists()
    copy = copy_of(home, number)
    good.write_bytes(copy.read_bytes())
    hurt(copy, "flip")
    place, _ = arrived(home, home.folder)
    one = home.door.open(place, PASSWORD).vault
    path = next(file for file, found in one.recordings.files().items() if found == number)
    (place / "media" / path).write_bytes(good.read_bytes())
    health.finish(one, KEEPER, one.clock, [])
    last = health.last(one)
    assert (last.found, last.brought, last.at) == ((), None, one.clock.now())
    one.close()


def test_what_was_known_besides_stays_known(two, home):
    (number, path), (other, _) = two
    before = [Complaint(Fault.SIGNATURE, 1), Complaint(Fault.RECORDING_GONE, number)]
    home.vault.settings.remember_check(home.vault.clock.now(), before)
    hurt(path, "flip")
    back_up(home.lease, home.folder)
    copy_of(home, other).unlink()
    place, _ = arrived(home, home.folder)
    one = home.door.open(place, PASSWORD).vault
    assert known(one) == (
        (
            Complaint(Fault.SIGNATURE, 1),
            Complaint(Fault.RECORDING, number),
            Complaint(Fault.RECORDING_GONE, other),
        ),
        (Differs(number), Differs(other, gone=True)),
    )
    one.close()


def test_a_salvaged_vault_knows_it_too(two, home):
    number, path = two[0]
    hurt(path, "flip")
    target = home.folder.with_name("saved")
    KEEPER.salvaging(home.vault, target)(nobody)
    one = home.door.open(target, PASSWORD).vault
    assert known(one) == ((Complaint(Fault.RECORDING, number),), (Differs(number),))
    one.close()


def test_one_that_is_only_read_is_left_as_it_is(two, home):
    number, _ = two[0]
    back_up(home.lease, home.folder)
    hurt(copy_of(home, number), "flip")
    place, left = arrived(home, home.folder)
    home.door.open(place, PASSWORD, only_read=True).vault.close()
    assert left.exists()


def test_a_disk_that_takes_nothing_leaves_it_for_the_next_opening(two, home, monkeypatch):
    number, _ = two[0]
    back_up(home.lease, home.folder)
    hurt(copy_of(home, number), "flip")
    place, left = arrived(home, home.folder)

    def refuses(*_):
        raise NotWritable

    with monkeypatch.context() as full:
        full.setattr(restored, "_remember", refuses)
        home.door.open(place, PASSWORD).vault.close()
    assert left.exists()
    one = home.door.open(place, PASSWORD).vault
    assert known(one)[0] == (Complaint(Fault.RECORDING, number),)
    one.close()


@pytest.mark.promise(39)
@pytest.mark.parametrize(
    "forged",
    [
        b"",
        b"{}",
        b"[7]",
        b"[[1]]",
        b"null",
        b'[["1", false]]',
        b"[[true, false]]",
        b"[[1, 0]]",
        b"[[999, true]]",
        b"[[0, true]]",
        b"\xff\xfe",
        b"[" * 100_000,
        b" " * (1024 * 1024) + b"[[1, true]]",
    ],
)
def test_what_we_would_not_write_is_not_believed(two, home, forged):
    back_up(home.lease, home.folder)
    place, left = arrived(home, home.folder)
    left.write_bytes(forged)
    one = home.door.open(place, PASSWORD).vault
    assert known(one) == ((), ())
    assert not left.exists()
    one.close()


@pytest.mark.promise(39)
def test_a_link_or_a_folder_in_its_place_is_not_read(two, home):
    back_up(home.lease, home.folder)
    place, left = arrived(home, home.folder)
    elsewhere = home.folder.with_name("elsewhere")
    elsewhere.write_text(json.dumps([[two[0][0], True]]), encoding="ascii")
    left.symlink_to(elsewhere)
    home.door.open(place, PASSWORD).vault.close()
    assert elsewhere.exists()
    left.mkdir()
    one = home.door.open(place, PASSWORD).vault
    assert known(one) == ((), ())
    one.close()


def test_only_recordings_that_have_a_number_are_written_down(tmp_path):
    restored.leave(tmp_path, (Differs(0), Differs(0, gone=True)))
    assert not (tmp_path / restored.NAME).exists()
    files.make_private_folder(tmp_path)
    restored.leave(tmp_path, (Differs(2), Differs(0), Differs(1, gone=True)))
    assert json.loads((tmp_path / restored.NAME).read_text("ascii")) == [[1, True], [2, False]]
