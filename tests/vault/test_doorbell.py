"""One vault, one window: the doorbell beside the lock."""

from __future__ import annotations

import os

import pytest

from storage import header
from storage.doorbell import CALL, WINDOW, FolderDoorbell
from tests.modes import WINDOWS, mode


@pytest.fixture
def place(tmp_path):
    """A folder that holds a vault, as far as a doorbell looks."""
    place = tmp_path / "vault"
    place.mkdir()
    (place / header.NAME).write_bytes(b"{}")
    return place


@pytest.fixture
def bell():
    """Make doorbells, and let go of them at the end."""
    made = []

    def make(path):
        made.append(FolderDoorbell(path))
        return made[-1]

    yield make
    for one in made:
        one.release()


@pytest.mark.promise(6)
@pytest.mark.parametrize("name", [header.NAME, header.COPY])
def test_the_first_takes_it_and_the_second_does_not_by_any_path(place, tmp_path, name, bell):
    (place / header.NAME).rename(place / name)
    other = place if WINDOWS else tmp_path / "link"
    if not WINDOWS:
        other.symlink_to(place)
    first = bell(place)
    assert first.take()
    assert first.take(), "it has it already"
    for path in (place, other, place / ".." / "vault"):
        assert not bell(path).take()
    first.release()
    first.release()
    assert bell(other).take()


@pytest.mark.promise(6)
def test_what_is_rung_is_heard_and_answered(place, tmp_path, bell):
    other = place if WINDOWS else tmp_path / "link"
    if not WINDOWS:
        other.symlink_to(place)
    first, second = bell(place), bell(other)
    assert first.take()
    assert (first.rung(), second.answered()) == (None, None)
    second.ring("xdg-17")
    assert second.answered() is None
    assert first.rung() == "xdg-17"
    first.answer(shown=True)
    assert second.answered() is True
    assert first.rung() is None
    second.ring("")
    assert second.answered() is None
    assert first.rung() == ""
    first.answer(shown=False)
    assert second.answered() is False


@pytest.mark.promise(6)
@pytest.mark.parametrize("written", [b"", b"{", b"[]", b"\xff", b'{"ring": 0}', b'"' * 600])
def test_what_nobody_rang_is_not_heard(place, written, bell):
    first = bell(place)
    assert first.take()
    (place / CALL).write_bytes(written)
    assert (first.rung(), first.answered()) == (None, None)


@pytest.mark.promise(6)
def test_who_rings_while_the_first_takes_its_place_is_heard(place, bell):
    second = bell(place)
    second.ring("early")
    first = bell(place)
    assert first.take()
    assert first.rung() == "early"


def test_a_token_that_is_none_is_not_handed_on(place, bell):
    first = bell(place)
    assert first.take()
    (place / CALL).write_bytes(b'{"ring": "1", "token": "a\\nb"}')
    assert first.rung() == ""


@pytest.mark.promise(32)
def test_its_files_are_private_and_hold_no_word(place, bell):
    first = bell(place)
    assert first.take()
    first.ring("xdg-17")
    for name in (WINDOW, CALL):
        assert mode(place / name) == 0o600
    assert (place / WINDOW).read_bytes() == b""
    assert first.call == place / CALL
    assert first.place == place


def test_where_there_is_no_vault_nothing_is_made(tmp_path, bell):
    first = bell(tmp_path / "none")
    assert first.take()
    first.ring("")
    assert first.answered() is None
    assert not (tmp_path / "none").exists()


@pytest.mark.parametrize("failing", ["open", "stat"])
def test_where_the_folder_takes_no_file_every_start_is_a_first_one(
    place, monkeypatch, failing, bell
):
    def refuse(*_, **__):
        raise PermissionError(13, "no")

    if failing == "open":
        monkeypatch.setattr(os, "open", refuse)
    else:
        monkeypatch.setattr(type(place), "is_file", refuse)
    assert bell(place).take()
    assert bell(place).take()
