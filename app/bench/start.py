"""Bare start to the painted door, beside a ten-line PySide6 window."""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Any

from app.bench import timing
from app.domain.preferences import Preferences
from storage.preferences import JsonPreferences

if TYPE_CHECKING:
    from collections.abc import Iterator

# Both end right after the first paint: start-up is timed, not the taking down of a process.
_UNTIL_PAINTED = """
import os, sys
from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication
class Painted(QObject):
    def eventFilter(self, watched, event):
        if event.type() == QEvent.Type.Paint and watched.isWidgetType():
            QTimer.singleShot(0, lambda: os._exit(0))
        return False
real = QApplication.exec
def watched(*_):
    keep = Painted()
    QApplication.instance().installEventFilter(keep)
    return real()
QApplication.exec = watched
"""
_TEN_LINES = (
    _UNTIL_PAINTED
    + """
from PySide6.QtWidgets import QLineEdit, QPushButton, QVBoxLayout, QWidget
app = QApplication(sys.argv)
window = QWidget()
layout = QVBoxLayout(window)
layout.addWidget(QLineEdit())
layout.addWidget(QPushButton("Open"))
window.resize(1280, 800)
window.show()
sys.exit(app.exec())
"""
)
_OURS = (
    _UNTIL_PAINTED
    + """
from app.__main__ import main
sys.exit(main([]))
"""
)
ROUNDS = 9


def lines(_arguments: list[str]) -> Iterator[dict[str, Any]]:
    """Yield one line: whole processes from start to the first paint."""
    with tempfile.TemporaryDirectory() as base:
        home = Path(base)
        environment = {
            **os.environ,
            "HOME": base,
            "XDG_CONFIG_HOME": str(home / ".config"),
            "XDG_STATE_HOME": str(home / ".state"),
        }
        environment.setdefault("QT_QPA_PLATFORM", "offscreen")
        # A second start finds compiled modules; the warm-up run writes them.
        environment.pop("PYTHONDONTWRITEBYTECODE", None)
        place = home / "vault"
        place.mkdir()
        (place / "vault.header").write_bytes(b"{}")
        JsonPreferences(home / ".config" / "xinxia" / "preferences.json").save(
            Preferences(language="zh", vault=str(place))
        )
        ours, yardstick = _in_turn(environment)
    yield {
        "start to painted door ms": timing.milliseconds(ours),
        "ten-line PySide6 window ms": timing.milliseconds(yardstick),
        "ratio": round(ours / yardstick, 2),
        "platform": environment["QT_QPA_PLATFORM"],
        "rounds": ROUNDS,
    }


def _in_turn(environment: dict[str, str]) -> tuple[float, float]:
    """Return both medians, run in turn after one warm-up of each."""
    pairs = [
        (_whole(_OURS, environment), _whole(_TEN_LINES, environment)) for _ in range(ROUNDS + 1)
    ]
    counted = pairs[1:]
    return statistics.median(a for a, _ in counted), statistics.median(b for _, b in counted)


def bare_window(environment: dict[str, str]) -> float:
    """Return how long a ten-line PySide6 window takes from its start until it is painted."""
    return _whole(_TEN_LINES, environment)


def _whole(code: str, environment: dict[str, str]) -> float:
    """Return how long a whole Python process takes that runs `code`."""
    command = [sys.executable, "-c", code]
    return timing.seconds(
        lambda: subprocess.run(command, env=environment, check=True, capture_output=True)
    )
