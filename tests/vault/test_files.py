"""Files: whole or not at all, private, and what the disk refuses is said."""

from __future__ import annotations

import errno
import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.errors import DiskFailed, DiskFull, FileTaken, NotWritable, PictureTooLarge
from storage import files
from tests.modes import WINDOWS, mode


@pytest.fixture(autouse=True)
def _open_handed():
    before = os.umask(0)
    yield
    os.umask(before)


def test_a_file_is_private_and_whole(tmp_path):
    files.write_private(tmp_path / "a", b"one")
    files.write_private(tmp_path / "a", b"two")
    assert (tmp_path / "a").read_bytes() == b"two"
    assert mode(tmp_path / "a") == 0o600
    assert [one.name for one in tmp_path.iterdir()] == ["a"]


def test_a_folder_is_private(tmp_path):
    files.make_private_folder(tmp_path / "a" / "b")
    files.make_private_folder(tmp_path / "a" / "b")
    assert mode(tmp_path / "a" / "b") == 0o700


@pytest.mark.promise(3)
@pytest.mark.parametrize("step", ["fsync", "rename"])
def test_a_write_that_fails_leaves_the_old_file(tmp_path, monkeypatch, step):
    files.write_private(tmp_path / "a", b"old")

    def fail(*_):
        raise OSError(errno.EIO, "the disk failed")

    if step == "fsync":
        monkeypatch.setattr(os, "fsync", fail)
    else:
        monkeypatch.setattr(Path, "replace", fail)
    with pytest.raises(DiskFailed):
        files.write_private(tmp_path / "a", b"new")
    assert (tmp_path / "a").read_bytes() == b"old"
    assert [one.name for one in tmp_path.iterdir()] == ["a"]


@pytest.mark.promise(3)
@pytest.mark.parametrize(
    ("number", "refusal"),
    [
        *((number, DiskFull) for number in (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)),
        *((number, NotWritable) for number in (errno.EACCES, errno.EROFS, errno.ENAMETOOLONG)),
        *((number, DiskFailed) for number in (errno.EIO, errno.EBADF)),
    ],
)
def test_what_the_system_says_becomes_a_refusal(number, refusal):
    with pytest.raises(refusal), files.refusing():
        raise OSError(number, "said")


def test_places_that_take_no_file(tmp_path):
    (tmp_path / "file").write_bytes(b"")
    for place in ("file/a", "absent/a", "长" * 300, "."):
        with pytest.raises(NotWritable):
            files.write_private(tmp_path / place, b"x")
    with pytest.raises(NotWritable):
        files.make_private_folder(tmp_path / "file")
    if not WINDOWS:
        with pytest.raises(NotWritable):
            files.make_private_folder(Path("/proc/1/nothing"))


def test_a_link_is_replaced_and_not_followed(tmp_path):
    (tmp_path / "elsewhere").write_bytes(b"theirs")
    (tmp_path / "a").symlink_to(tmp_path / "elsewhere")
    files.write_private(tmp_path / "a", b"ours")
    assert (tmp_path / "elsewhere").read_bytes() == b"theirs"


def test_windows_syncs_no_folder(tmp_path, monkeypatch):
    def fail(*_):
        raise AssertionError

    monkeypatch.setattr(os, "fsync", fail)
    monkeypatch.setattr(files.os, "name", "nt")
    files.sync_folder(tmp_path)


def test_the_shelf_reads_up_to_its_limit(tmp_path):
    shelf = files.FileShelf()
    shelf.write(tmp_path / "a", b"x" * 2_000_000)
    assert len(shelf.read(tmp_path / "a", 2_000_000)) == 2_000_000
    with pytest.raises(PictureTooLarge) as refused:
        shelf.read(tmp_path / "a", 1_999_999)
    assert refused.value.limit == 1
    with pytest.raises(NotWritable):
        shelf.read(tmp_path / "absent", 1)


@given(st.binary(max_size=1000))
def test_bytes_come_back_as_they_were(tmp_path_factory, data):
    path = tmp_path_factory.mktemp("shelf") / "a"
    files.FileShelf().write(path, data)
    assert files.FileShelf().read(path, 1000) == data


def test_new_files_are_private_and_whole(tmp_path):
    files.FileShelf().write_new({tmp_path / "a": b"one", tmp_path / "b": b"two"})
    assert {one.name: one.read_bytes() for one in tmp_path.iterdir()} == {"a": b"one", "b": b"two"}
    assert mode(tmp_path / "a") == 0o600


def test_a_new_file_never_takes_the_place_of_another(tmp_path):
    (tmp_path / "b").write_bytes(b"somebody's")
    with pytest.raises(FileTaken):
        files.FileShelf().write_new({tmp_path / "a": b"one", tmp_path / "b": b"two"})
    assert {one.name: one.read_bytes() for one in tmp_path.iterdir()} == {"b": b"somebody's"}


def test_new_files_are_written_all_or_none(tmp_path, monkeypatch):
    write = files.write_private

    def full(path, data):
        if path.name == "b":
            raise DiskFull
        write(path, data)

    monkeypatch.setattr(files, "write_private", full)
    with pytest.raises(DiskFull):
        files.FileShelf().write_new({tmp_path / "a": b"one", tmp_path / "b": b"two"})
    assert list(tmp_path.iterdir()) == []


def test_halves_go_and_what_only_bears_their_name_stays(tmp_path):
    half, folder, other = (tmp_path / f".{name}.part" for name in ("0a" * 8, "0b" * 8, "film"))
    half.write_bytes(b"half")
    folder.mkdir()
    other.write_bytes(b"somebody's")
    files.sweep_halves(tmp_path)
    assert set(tmp_path.iterdir()) == {folder, other}
