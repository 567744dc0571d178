"""The window comes back where it stood, as large as it was, on the screens there are now."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from ui.window_place import TITLE_BAR, WindowPlace, put_back

LEFT, RIGHT = QRect(0, 0, 1920, 1040), QRect(1920, 100, 2560, 1400)
STATE = Qt.WindowState


class Screen:
    """A screen as far as a place asks for it."""

    def __init__(self, area):
        self.area = area

    def availableGeometry(self):
        return self.area


@pytest.fixture
def desktop(monkeypatch):
    """Two screens, the larger at the right."""
    screens = [LEFT, RIGHT]
    monkeypatch.setattr(QGuiApplication, "screens", lambda: [Screen(one) for one in screens])
    return screens


@pytest.fixture
def window(qtbot):
    window = QWidget()
    qtbot.addWidget(window)
    return window


@pytest.mark.parametrize(
    "told",
    ["", "1 2 3", "a b c d normal shown", "1 2 0 4 normal shown", "1 2 3 4 sideways shown",
     "1 2 3 4 normal", "0 0 1 1 normal shown more"],
)  # fmt: skip
def test_what_tells_no_place_gives_none(told):
    assert WindowPlace.read(told) is None


@pytest.mark.parametrize("state", ["normal", "maximised", "full"])
@pytest.mark.parametrize("hidden", [True, False])
def test_a_place_is_told_and_read_again(state, hidden):
    place = WindowPlace(QRect(-1900, 31, 1400, 900), state, hidden)
    assert WindowPlace.read(place.text()) == place


@pytest.mark.parametrize(
    ("area", "found"),
    [
        (QRect(30, 31, 1400, 900), QRect(30, 31, 1400, 900)),
        (QRect(2000, 120, 2400, 1300), QRect(2000, 120, 2400, 1300)),
        (QRect(-500, 200, 1400, 900), QRect(0, 140, 1400, 900)),
        (QRect(4400, 500, 1400, 900), QRect(3080, 500, 1400, 900)),
        (QRect(9000, 9000, 1400, 900), QRect(520, 140, 1400, 900)),
        (QRect(10, -300, 1400, 900), QRect(10, TITLE_BAR, 1400, 900)),
        (QRect(100, 100, 5000, 3000), QRect(1920, 140, 2560, 1360)),
        (QRect(1, 20, 1920, 1000), QRect(0, 20, 1920, 1000)),
    ],
    ids=["in sight", "on the second", "beyond the left", "beyond the right", "a screen is gone",
         "its title above", "larger than all", "its frame beyond"],
)  # fmt: skip
def test_all_of_it_is_in_sight(area, found):
    assert WindowPlace(area).within([LEFT, RIGHT]).area == found


@pytest.mark.parametrize(
    ("told", "state"),
    [
        ("2000 150 1400 900 normal shown", STATE.WindowNoState),
        ("2000 150 1400 900 maximised shown", STATE.WindowMaximized),
        ("2000 150 1400 900 full shown", STATE.WindowFullScreen),
    ],
)
def test_it_is_put_back_on_the_second_screen_as_it_was(desktop, window, told, state):
    put_back(window, told)
    assert window.geometry() == QRect(2000, 150, 1400, 900)
    assert window.windowState() == state
    if state == STATE.WindowNoState:
        assert WindowPlace.of(window).text() == told


def test_it_stays_minimised_after_a_lock_and_never_at_a_start(desktop, window):
    told = "20 50 1400 900 maximised hidden"
    put_back(window, told)
    assert window.windowState() == STATE.WindowMaximized
    put_back(window, told, hide=True)
    assert window.windowState() == STATE.WindowMaximized | STATE.WindowMinimized
    assert WindowPlace.of(window).hidden


def test_without_a_place_it_has_the_usual_size_and_room_for_its_title(window):
    put_back(window, "")
    room = window.screen().availableSize()
    assert window.width() == min(1280, room.width())
    assert window.height() == min(800, room.height() - TITLE_BAR)


def test_a_window_that_fills_another_screen_comes_back_to_that_screen(window, monkeypatch):
    window.setGeometry(20, 30, 400, 300)
    window.setWindowState(STATE.WindowMaximized)

    class Far:
        def geometry(self):
            return RIGHT

    monkeypatch.setattr(QWidget, "screen", lambda _self: Far())
    assert RIGHT.contains(WindowPlace.of(window).area)
