"""What the program does before its door is painted, and what it must not do until then."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import sysconfig
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from PySide6.QtCore import QEvent, QLocale, QObject
from PySide6.QtWidgets import QApplication, QMainWindow, QStyle, QWidget

from ui import translation
from ui.first_paint import FirstPaint
from ui.theme import style

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

ROOT = Path(__file__).resolve().parents[2]

# Loaded at the door, all of them needed to paint it and to take the first key of a password. Who
# adds a line here makes everybody wait for it: import it where it is used instead, if it can wait.
DOOR = """
app app.__main__ app.bootstrap app.diagnostics app.restart
app.domain app.domain.errors app.domain.example app.domain.ids app.domain.lock
app.domain.preferences
app.services app.services.changes
resources
storage storage.beside storage.doorbell storage.files storage.holding storage.places
storage.preferences
ui ui.begin ui.choices ui.clipboard ui.collector ui.endings ui.first_paint ui.guard ui.hotkey
ui.idle ui.lent ui.office ui.second_start ui.shell ui.tasks ui.translation ui.unlock ui.unread
ui.window_place
ui.theme ui.theme.focus ui.theme.fonts ui.theme.held ui.theme.icons ui.theme.look ui.theme.roles
ui.theme.style
ui.widgets ui.widgets.button ui.widgets.card ui.widgets.field ui.widgets.label
ui.widgets.labelled ui.widgets.mask ui.widgets.menu ui.widgets.painted ui.widgets.password
ui.widgets.picture ui.widgets.segment
"""
ABROAD = {"PySide6", "shiboken6", "shibokensupport", "platformdirs"}
STANDARD = {
    *("asyncio", "concurrent", "email", "hashlib", "hmac", "http", "multiprocessing", "platform"),
    *("secrets", "socket", "sqlite3", "ssl", "subprocess", "tomllib", "urllib.request", "zoneinfo"),
}

_UNTIL_PAINTED = """
import gc, json, linecache, os, sys
from PySide6.QtCore import QEvent, QLocale, QObject
from PySide6.QtWidgets import QApplication
heard = []
class Painted(QObject):
    def eventFilter(self, watched, event):
        heard.append(event.type().name)
        if event.type() != QEvent.Type.Paint or not watched.isWidgetType():
            return False
        print(json.dumps({
            "modules": sorted(sys.modules),
            "read": sorted(linecache.cache),
            "collected": _collections() - before,
            "heard": heard,
            "focus": type(QApplication.focusWidget()).__name__,
        }))
        sys.stdout.flush()
        os._exit(0)
real = QApplication.exec
def watched(*_):
    keep = Painted()
    QApplication.instance().installEventFilter(keep)
    return real()
QApplication.exec = watched
from app.__main__ import main
def _collections():
    return sum(one["collections"] for one in gc.get_stats())
before = _collections()
main([])
"""


@pytest.fixture(scope="module")
def painted(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """Return what a whole process had done when the first part of its door was painted."""
    home = tmp_path_factory.mktemp("home")
    vault, chosen = home / "vault", home / ".config" / "xinxia"
    vault.mkdir()
    chosen.mkdir(parents=True)
    (vault / "vault.header").write_bytes(b"{}")
    (chosen / "preferences.json").write_text(json.dumps({"language": "zh", "vault": str(vault)}))
    environment = {
        **os.environ,
        "HOME": str(home),
        "XDG_CONFIG_HOME": str(home / ".config"),
        "XDG_STATE_HOME": str(home / ".state"),
        "PYTHONPATH": str(ROOT),
    }
    command = [sys.executable, "-c", _UNTIL_PAINTED]
    ran = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, check=True)
    return dict(json.loads(ran.stdout))


def _of(modules: list[str], *tops: str) -> set[str]:
    return {name for name in modules if name.partition(".")[0] in tops}


def test_the_door_loads_the_modules_it_is_made_of_and_no_more(
    painted: dict[str, Any],
) -> None:
    ours = _of(painted["modules"], "app", "ui", "storage", "reports", "resources")

    assert ours == set(DOOR.split())


def test_the_door_loads_no_package_but_qt_and_where_files_lie(
    painted: dict[str, Any],
) -> None:
    site = Path(sysconfig.get_path("purelib"))
    tops = {name.partition(".")[0] for name in painted["modules"]}
    packages = {one for one in tops if not one.startswith("_") and (site / one).is_dir()}

    assert packages <= ABROAD
    assert not STANDARD & set(painted["modules"])


def test_qt_is_kept_from_reading_our_sources(painted: dict[str, Any]) -> None:
    ours = [Path(name).relative_to(ROOT) for name in painted["read"] if name.startswith(f"{ROOT}/")]

    assert not [one for one in ours if one.parts[0] == "ui" and one.name != "unread.py"]


def test_nothing_is_collected_before_the_door_is_painted(painted: dict[str, Any]) -> None:
    assert painted["collected"] <= 5  # before the program has its say; some twenty without it


def test_the_words_of_qt_come_after_the_first_painting(painted: dict[str, Any]) -> None:
    assert "LanguageChange" not in painted["heard"]


def test_the_password_takes_keys_at_the_first_painting(painted: dict[str, Any]) -> None:
    assert painted["focus"] == "SecretLine"


def test_the_window_lays_its_screen_out_at_once(qtbot: QtBot, qapp: QApplication) -> None:
    style.apply(qapp, "light")
    window, screen = QMainWindow(), QWidget()
    qtbot.addWidget(window)
    window.setCentralWidget(screen)
    hint = QStyle.StyleHint.SH_Widget_Animation_Duration

    assert screen.style().styleHint(hint, None, screen) == 0
    assert window.style().styleHint(hint, None, window) > 0


class _Watcher(QObject):
    def __init__(self, part: QWidget) -> None:
        super().__init__()
        self.painted = 0
        part.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        del watched
        self.painted += event.type() == QEvent.Type.Paint
        return False


def test_a_first_painting_is_told_once_and_when_it_is_over(qtbot: QtBot) -> None:
    told: list[int] = []
    part = QWidget()
    qtbot.addWidget(part)
    watcher = _Watcher(part)
    first = FirstPaint(part)
    first.painted.connect(lambda: told.append(watcher.painted))
    assert told == []

    part.show()
    qtbot.waitUntil(lambda: bool(told))
    part.repaint()
    qtbot.waitUntil(lambda: watcher.painted > told[0])

    assert len(told) == 1
    assert told[0] >= 1


def test_the_words_of_qt_are_installed_apart(qapp: QApplication) -> None:
    before = QLocale()
    try:
        translation.install_own(qapp, "en")
        assert QLocale() == before
        translation.install_rest(qapp, "zh")  # another language was chosen meanwhile
        assert QLocale() == before

        translation.install_rest(qapp, "en")

        assert QLocale().name() == "en_GB"
    finally:
        translation.install(qapp, "zh")
        QLocale.setDefault(before)
