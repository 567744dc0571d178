"""What holds for every test: a home of its own, no network, no unread warning, no open window."""

from __future__ import annotations

import gc
import itertools
import logging
import os
import socket
import sys
import tempfile
from typing import TYPE_CHECKING, NoReturn

import pytest
from hypothesis import HealthCheck, settings
from pytestqt.qtbot import QtBot

from storage import keys
from tests import made
from ui.collector import sweep

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

pytest_plugins = ["pytester"]
# Here, before any test module imports it: its assertions are read like those of a test.
pytest.register_assert_rewrite("tests.journeys.story")

# The Wine lane shows real windows: there Qt has no clipboard without a screen.
os.environ["QT_QPA_PLATFORM"] = os.environ.get("XINXIA_TEST_PLATFORM", "offscreen")
os.environ["QT_LOGGING_RULES"] = "qt.qpa.fonts.warning=false"
os.environ["ORT_DISABLE_TELEMETRY"] = "1"
os.environ["PYTHON_KEYRING_BACKEND"] = "keyring.backends.fail.Keyring"

# A machine that does much at once is slow, and not wrong: what is waited for may take its time.
for _waiting in (QtBot.waitUntil, QtBot.waitSignal):
    _waiting.__kwdefaults__ = {**(_waiting.__kwdefaults__ or {}), "timeout": 30_000}
settings.register_profile("house", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("house")

HOME_FOLDERS = {
    "HOME": "",
    "USERPROFILE": "",
    "APPDATA": "AppData/Roaming",
    "LOCALAPPDATA": "AppData/Local",
    # Windows is asked for its folders by calls, not by its surroundings, but for these.
    "WIN_PD_OVERRIDE_APPDATA": "AppData/Roaming",
    "WIN_PD_OVERRIDE_LOCAL_APPDATA": "AppData/Local",
    "WIN_PD_OVERRIDE_PERSONAL": "",
    "XDG_CONFIG_HOME": ".config",
    "XDG_DATA_HOME": ".local/share",
    "XDG_STATE_HOME": ".local/state",
    "XDG_CACHE_HOME": ".cache",
    "XDG_RUNTIME_DIR": "run",
    "TMPDIR": "tmp",
}
# Every folder of a home, each behind the one that it lies in.
_MADE = (
    *("AppData", "AppData/Roaming", "AppData/Local", ".config"),
    *(".local", ".local/share", ".local/state", ".cache", "run", "tmp"),
)
_HOME_NUMBERS = itertools.count()


def pytest_configure(config: pytest.Config) -> None:
    """Have failures said at once: a run that is cut off says them too."""
    if not hasattr(config, "workerinput"):
        config.pluginmanager.register(SaysFailures(config))


class SaysFailures:
    """Writes a line for each failure when it happens; all of it stands at the end."""

    def __init__(self, config: pytest.Config) -> None:
        self._config = config

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        """Write the line of a test that failed."""
        terminal = self._config.pluginmanager.get_plugin("terminalreporter")
        if report.failed and terminal is not None:
            why = report.longreprtext.strip().splitlines()[-1:]
            terminal.write_line(" ".join((f"\n{report.when} failed: {report.nodeid}", *why)))


@pytest.fixture(autouse=True)
def home(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A home of the test's own, empty and private, with its temp folder inside."""
    # Not by mktemp(), which looks through all that lies there for the next free number; and in a
    # folder of their own, that tmp_path does not look through them either.
    homes = tmp_path_factory.getbasetemp() / "homes"
    homes.mkdir(mode=0o700, exist_ok=True)
    home = homes / str(next(_HOME_NUMBERS))
    home.mkdir(mode=0o700)
    for folder in _MADE:
        os.mkdir(f"{home}/{folder}", 0o700)  # noqa: PTH102 - ten of them for every test
    for variable, folder in HOME_FOLDERS.items():
        monkeypatch.setenv(variable, f"{home}/{folder}".rstrip("/"))
    monkeypatch.setattr(tempfile, "tempdir", None)
    return home


@pytest.fixture(autouse=True)
def _no_network(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever opens a connection fails the test."""

    def refuse(_self: socket.socket, address: object) -> NoReturn:
        pytest.fail(f"a socket was opened to {address!r}")

    monkeypatch.setattr(socket.socket, "connect", refuse)
    monkeypatch.setattr(socket.socket, "connect_ex", refuse)


@pytest.fixture(autouse=True)
def derived_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Derive the same key from the same password and salt once for all tests."""
    monkeypatch.setattr(keys, "derive", made.derive)


@pytest.fixture
def expect_log() -> list[str]:
    """Parts of the warnings that a test expects: `expect_log.append("pause")`.

    Each of them must appear, and no other warning may.
    """
    return []


@pytest.fixture(autouse=True)
def _no_unread_warning(expect_log: list[str], monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A log record from WARNING up that the test did not expect fails it."""
    seen: list[str] = []
    handle: Callable[[logging.Logger, logging.LogRecord], None] = logging.Logger.handle

    def listen(self: logging.Logger, record: logging.LogRecord) -> None:
        if record.levelno >= logging.WARNING:
            seen.append(f"{record.name} {record.levelname}: {record.getMessage()}")
        handle(self, record)

    monkeypatch.setattr(logging.Logger, "handle", listen)
    yield
    unread = [line for line in seen if not any(part in line for part in expect_log)]
    missed = [part for part in expect_log if not any(part in line for line in seen)]
    assert not unread, f"logged and not expected: {unread}"
    assert not missed, f"expected and not logged: {missed}"


@pytest.fixture(autouse=True)
def _no_open_window() -> Iterator[None]:
    """A window that the test leaves open fails it."""
    yield
    widgets = sys.modules.get("PySide6.QtWidgets")
    if widgets is None or widgets.QApplication.instance() is None:
        return
    left = [window for window in widgets.QApplication.topLevelWidgets() if window.isVisible()]
    for window in left:
        window.close()
    assert not left, f"left open: {left}"


@pytest.fixture(autouse=True)
def _nothing_left_on_the_clipboard() -> Iterator[None]:
    """Clear what a test copied, as the program does before it ends.

    The clipboard without a screen lives in a static of Qt, which is taken down after Python is:
    what was made in Python and still lies there crashes the process at its very end.
    """
    yield
    gui = sys.modules.get("PySide6.QtGui")
    # What speaks without a window has an application of the core alone, which has no clipboard.
    if gui is not None and isinstance(gui.QGuiApplication.instance(), gui.QGuiApplication):
        gui.QGuiApplication.clipboard().clear()


@pytest.fixture(autouse=True)
def _collected() -> Iterator[None]:
    """Collect on this thread only, as the program does: a part of the window dies on no other."""
    gc.disable()
    yield
    sweep()
