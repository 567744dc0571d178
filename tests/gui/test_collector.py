"""No part of the window is collected on another thread than its own."""

from __future__ import annotations

import gc
import threading

import pytest
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from ui import collector


class Ring(QWidget):
    """A part that holds itself, so that only collecting ends it."""

    def __init__(self, died: list[int]) -> None:
        super().__init__()
        self.ring, self._died = self, died

    def __del__(self) -> None:
        self._died.append(threading.get_ident())


def allocate() -> None:
    """Make more objects than Python looks away from."""
    kept = [[number] for number in range(200_000)]
    assert kept


@pytest.fixture
def _as_before():
    was = gc.isenabled()
    yield
    gc.unfreeze()
    (gc.enable if was else gc.disable)()


@pytest.mark.usefixtures("_as_before", "qapp")
def test_what_nobody_holds_dies_on_the_windows_thread():
    gc.enable()
    parent = QObject()
    collector.Collector(parent)
    died: list[int] = []
    Ring(died)
    thread = threading.Thread(target=allocate)
    thread.start()
    thread.join()
    assert not died
    collector.sweep()
    gc.collect()
    assert died == [threading.get_ident()]


@pytest.mark.usefixtures("_as_before", "qapp")
def test_it_sweeps_by_itself(qtbot, monkeypatch):
    gc.enable()
    monkeypatch.setattr(collector, "_EVERY_MS", 1)
    parent = QObject()
    died: list[int] = []
    collector.Collector(parent)
    Ring(died)
    held = [[number] for number in range(5000)]
    qtbot.waitUntil(lambda: bool(died))
    assert held
    assert died == [threading.get_ident()]
