"""Copying one recording: what is copied is what stays, and what cannot be is said."""

from __future__ import annotations

import errno
import hashlib
import os
import random

import pytest

from app.domain.errors import BackupStopped, DiskFailed
from storage import recording_copy, regular, stream
from storage.meter import Meter, nobody
from tests.modes import NO_LINKS, WINDOWS, mode
from tests.small_disk import mounted

pytestmark = pytest.mark.promise(16)
SOUND = random.Random(4).randbytes(3 * stream.BLOCK + 5)


@pytest.fixture
def source(tmp_path):
    path = tmp_path / "source.db"
    path.write_bytes(SOUND)
    return path


def test_a_copy_is_private_whole_and_told(source, tmp_path):
    target, told = tmp_path / "copy", []
    meter = Meter(lambda done, _: told.append(done), len(SOUND))
    made = recording_copy.copy(source, target, meter)
    assert (made.size, made.digest) == (len(SOUND), hashlib.sha256(SOUND).hexdigest())
    assert target.read_bytes() == SOUND
    assert mode(target) == 0o600
    assert told[-1] == len(SOUND)


def test_an_empty_recording_is_copied_as_it_is(tmp_path):
    (tmp_path / "source.db").touch()
    made = recording_copy.copy(tmp_path / "source.db", tmp_path / "copy", Meter(nobody))
    assert made == recording_copy.Copied(0, hashlib.sha256().hexdigest())
    assert (tmp_path / "copy").read_bytes() == b""


@pytest.mark.parametrize("way", ["gone", "folder", "pipe", "link"])
def test_what_is_no_file_leaves_no_copy(source, tmp_path, way):
    if WINDOWS and way in {"pipe", "link"}:
        pytest.skip(NO_LINKS)
    path = tmp_path / way
    if way == "folder":
        path.mkdir()
    elif way == "pipe":
        os.mkfifo(path)
    elif way == "link":
        path.symlink_to(source)
    with pytest.raises(regular.Unread) as found:
        recording_copy.copy(path, tmp_path / "copy", Meter(nobody))
    assert found.value.gone == (way == "gone")
    assert not (tmp_path / "copy").exists()


@pytest.mark.promise(3)
@pytest.mark.parametrize("way", ["another byte", "cut", "gone", "a link"])
def test_a_copy_that_does_not_stay_as_it_was_written_is_no_copy(source, tmp_path, way):
    """The first byte lies there already while the last is read."""
    if WINDOWS and way in {"gone", "a link"}:
        pytest.skip("nobody takes a file away there while it is written")
    target = tmp_path / "copy"

    def spoil(done, total):
        if done < total or not target.exists():
            return
        if way == "another byte":
            with target.open("rb+") as file:
                file.write(bytes([SOUND[0] ^ 1]))
        elif way == "cut":
            os.truncate(target, stream.BLOCK)
        else:
            target.unlink()
        if way == "a link":
            target.symlink_to(source)

    with pytest.raises(DiskFailed):
        recording_copy.copy(source, target, Meter(spoil, len(SOUND)))


def test_a_recording_that_is_cut_meanwhile_is_filled_up_and_its_digest_tells(source, tmp_path):
    def cut(*_):
        os.truncate(source, stream.BLOCK)

    made = recording_copy.copy(source, tmp_path / "copy", Meter(cut))
    left = SOUND[: stream.BLOCK].ljust(len(SOUND), b"\0")
    assert (tmp_path / "copy").read_bytes() == left
    assert made == recording_copy.Copied(len(SOUND), hashlib.sha256(left).hexdigest())


def test_nothing_is_written_over(source, tmp_path):
    (tmp_path / "copy").write_bytes(b"somebody's")
    with pytest.raises(FileExistsError):
        recording_copy.copy(source, tmp_path / "copy", Meter(nobody))
    assert (tmp_path / "copy").read_bytes() == b"somebody's"


def test_it_stops_when_it_is_told_to(source, tmp_path):
    def stop(*_):
        raise BackupStopped

    with pytest.raises(BackupStopped):
        recording_copy.copy(source, tmp_path / "copy", Meter(stop))


@pytest.mark.promise(3)
def test_a_full_disk_is_said_by_the_system(source, tmp_path):
    with mounted(tmp_path / "small", 2) as small, pytest.raises(OSError, match="space") as found:
        recording_copy.copy(source, small / "copy", Meter(nobody))
    assert found.value.errno == errno.ENOSPC
