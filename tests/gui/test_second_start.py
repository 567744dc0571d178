"""A second start brings the first window up, or says in one sentence where it is."""

from __future__ import annotations

import os

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget

from storage import header
from storage.doorbell import FolderDoorbell
from ui import second_start
from ui.second_start import TOKEN, FirstWindow, SecondStart


@pytest.fixture
def place(tmp_path):
    """A folder that holds a vault, as far as a doorbell looks."""
    place = tmp_path / "vault"
    place.mkdir()
    (place / header.NAME).write_bytes(b"{}")
    return place


@pytest.fixture
def first(qtbot, place):
    """The window that came first, minimised."""
    window = QWidget()
    qtbot.addWidget(window)
    window.showMinimized()
    stands = FirstWindow(FolderDoorbell(place), window)
    yield stands, window
    stands.leave()


def ring(qtbot, place):
    """Start a second time; return whether the first window came up."""
    parent = QWidget()
    qtbot.addWidget(parent)
    bell = FolderDoorbell(place)
    assert not bell.take()
    second, answers = SecondStart(bell, parent), []
    second.answered.connect(answers.append)
    qtbot.waitUntil(lambda: bool(answers))
    return answers[0]


@pytest.mark.promise(6)
def test_the_first_window_comes_up(qtbot, place, first, monkeypatch):
    monkeypatch.setenv(TOKEN, "")
    stands, window = first
    stands.listen()
    stands.listen()
    assert window.isMinimized()
    assert ring(qtbot, place) is True
    assert not window.isMinimized()
    assert QApplication.activeWindow() is window
    other = QWidget()
    qtbot.addWidget(other)
    other.show()
    other.activateWindow()
    qtbot.waitUntil(other.isActiveWindow)
    assert ring(qtbot, place) is True, "more than once"
    assert window.isActiveWindow()


@pytest.mark.promise(6)
def test_who_rang_before_anybody_listened_is_heard(qtbot, place, first):
    stands, _ = first
    bell, answers = FolderDoorbell(place), []
    second = SecondStart(bell, stands)
    second.answered.connect(answers.append)
    stands.listen()
    qtbot.waitUntil(lambda: bool(answers))
    assert answers == [True]


def test_the_leave_of_the_desktop_goes_along(qtbot, place, first, monkeypatch):
    stands, _ = first
    monkeypatch.setenv(TOKEN, "from the desktop")
    bell = FolderDoorbell(place)
    SecondStart(bell, stands)
    monkeypatch.setenv(TOKEN, "")
    stands.listen()
    assert os.environ[TOKEN] == "from the desktop"


@pytest.mark.promise(6)
def test_a_desktop_that_lets_no_window_come_up_is_told_truly(qtbot, place, first, monkeypatch):
    stands, window = first
    alerted = []
    monkeypatch.setattr(QApplication, "activeWindow", staticmethod(lambda: None))
    monkeypatch.setattr(QApplication, "alert", staticmethod(alerted.append))
    stands.listen()
    assert ring(qtbot, place) is False
    assert alerted == [window]


@pytest.mark.promise(6)
def test_a_window_that_does_not_answer_is_not_waited_for_long(qtbot, place, first, monkeypatch):
    assert second_start._PATIENCE_MS <= 2000
    monkeypatch.setattr(second_start, "_PATIENCE_MS", 200)
    assert ring(qtbot, place) is False


def test_a_window_that_left_is_the_first_no_more(qtbot, place, first):
    stands, window = first
    stands.listen()
    stands.leave()
    assert not stands.stands
    bell = FolderDoorbell(place)
    assert bell.take()
    bell.ring("")
    stands._look()
    assert bell.answered() is None
    bell.release()
    assert window.windowState() & Qt.WindowState.WindowMinimized
