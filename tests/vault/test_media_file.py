"""The file that is to become a recording: read whole, or refused."""

from __future__ import annotations

import os

import pytest

from app.domain.errors import RecordingChanged, RecordingUnread
from storage.media_file import BLOCK, DiskMedia
from tests.modes import WINDOWS

DATA = bytes(range(256)) * 5000


@pytest.fixture
def path(tmp_path):
    """A file of more than one block."""
    made = tmp_path / "sound.wav"
    made.write_bytes(DATA)
    return made


def test_it_is_given_out_whole_after_its_head_was_looked_at(path):
    file = DiskMedia().open(path)
    assert file.size == len(DATA) > BLOCK
    assert file.head(300) == DATA[:300]
    assert b"".join(file.blocks()) == DATA
    file.close()


@pytest.mark.promise(39)
@pytest.mark.parametrize("how", ["grown", "cut", "rewritten"])
def test_a_file_that_changes_meanwhile_is_not_taken(path, how):
    file = DiskMedia().open(path)
    blocks = file.blocks()
    next(blocks)
    if how == "grown":
        with path.open("ab") as other:
            other.write(b"more")
    elif how == "cut":
        os.truncate(path, 1000)
    else:
        os.utime(path, ns=(1, 1))
    with pytest.raises(RecordingChanged):
        list(blocks)
    file.close()


@pytest.mark.promise(39)
def test_what_is_no_file_is_refused_at_once(tmp_path):
    pipe = tmp_path / "pipe.wav"
    if not WINDOWS:
        os.mkfifo(pipe)
    for one in (tmp_path / "gone.wav", tmp_path, pipe):
        with pytest.raises(RecordingUnread):
            DiskMedia().open(one)


def test_a_device_that_was_pulled_out_is_said(path, monkeypatch):
    class Gone:
        def read(self, size):
            raise OSError(5, "Input/output error")

        def close(self):
            opened.close()

    file = DiskMedia().open(path)
    opened, file._file = file._file, Gone()
    with pytest.raises(RecordingUnread):
        file.head(10)
    with pytest.raises(RecordingUnread):
        list(file.blocks())
    file.close()
