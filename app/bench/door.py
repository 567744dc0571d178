"""From the key that locks to the painted door, over a vault of 100,000 notes.

The real program in a process of its own: it opens the vault, shows the workspace, gets the key,
saves, closes and starts anew; the first paint of the new process ends the time. The clock is one
for all processes of a computer. Beside it stands how long a ten-line window takes from its start.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from app.bench import corpus, start, timing
from app.domain.preferences import Preferences
from storage.preferences import JsonPreferences

if TYPE_CHECKING:
    from collections.abc import Iterator

NOTES: Final = 100_000
LENGTH: Final = 300
ROUNDS: Final = 20
_PATIENCE: Final = 120
_P95: Final = 0.95

# Python reads it at every start, so that it is there before and after the lock; it touches nothing
# of the program but when Qt begins to wait for events.
_WATCH: Final = """
import os, sys, time
if sys.argv[:1] == ["-m"] and "app" in sys.orig_argv:
    from PySide6.QtCore import QEvent, QObject, Qt, QTimer
    from PySide6.QtWidgets import QApplication, QLineEdit
    def say(word):
        os.write(1, f"{word} {time.monotonic_ns()}\\n".encode())
    class Painted(QObject):
        def eventFilter(self, watched, event):
            if event.type() == QEvent.Type.Paint and watched.isWidgetType():
                say("painted")
                os._exit(0)
            return False
    class Hand(QTimer):
        def __init__(self):
            super().__init__(interval=50)
            self.timeout.connect(self.look)
            self.typed = False
            self.idle = 0
        def look(self):
            from PySide6.QtTest import QTest
            (window,) = [one for one in QApplication.topLevelWidgets() if one.isVisible()][:1]
            if not self.typed:
                lines = [one for one in window.findChildren(QLineEdit) if one.isVisible()]
                if lines:
                    lines[0].insert(os.environ["XINXIA_BENCH_WORD"])
                    QTest.keyClick(lines[0], Qt.Key.Key_Return)
                    self.typed = True
                return
            inside = [one for one in window.findChildren(QObject)
                      if type(one).__name__ == "Workspace" and one.isVisible()]
            self.idle = self.idle + 1 if inside else 0
            if self.idle > 10:
                self.stop()
                say("pressed")
                time.sleep(float(os.environ.get("XINXIA_BENCH_SLOW", "0")))
                QTest.keyClick(inside[0], Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    real = QApplication.exec
    def watched(*_):
        if "--locked" in sys.argv:
            keep = Painted()
            QApplication.instance().installEventFilter(keep)
        else:
            keep = Hand()
            keep.start()
        return real()
    QApplication.exec = watched
"""


def lines(arguments: list[str]) -> Iterator[dict[str, Any]]:
    """Yield one line; the first argument is the number of notes, the second of rounds."""
    notes = int(arguments[0]) if arguments else NOTES
    rounds = int(arguments[1]) if arguments[1:] else ROUNDS
    ours, yardstick = measured(notes, rounds)
    yield {
        "notes": notes,
        "key to painted door, 95th percentile ms": timing.milliseconds(
            timing.percentile(ours, _P95)
        ),
        "median ms": timing.milliseconds(timing.percentile(ours, 0.5)),
        "ten-line PySide6 window ms": timing.milliseconds(timing.percentile(yardstick, 0.5)),
        "rounds": rounds,
    }


def measured(notes: int, rounds: int, *, slow: float = 0) -> tuple[list[float], list[float]]:
    """Return the seconds of every lock, and of every ten-line window, in turn.

    `slow` seconds are waited with the key in the hand: to prove that waiting is seen.
    """
    with tempfile.TemporaryDirectory() as base:
        home = Path(base)
        place = home / "vault"
        _make(place, notes)
        (home / "watch").mkdir()
        (home / "watch" / "sitecustomize.py").write_text(_WATCH, encoding="utf-8")
        JsonPreferences(home / ".config" / "xinxia" / "preferences.json").save(
            Preferences(language="zh", vault=str(place))
        )
        environment = _environment(home, slow)
        pairs = [(_lock(environment), start.bare_window(environment)) for _ in range(rounds + 1)]
    return [one for one, _ in pairs[1:]], [other for _, other in pairs[1:]]


def _make(place: Path, notes: int) -> None:
    """Have another process make the vault, so that nothing of it is in the memory of this one."""
    code = (
        "import sys; from pathlib import Path; from app.bench.corpus import vault;"
        f"vault(Path(sys.argv[1]), {notes:d}, {LENGTH:d})[1].close()"
    )
    subprocess.run([sys.executable, "-c", code, str(place)], check=True)  # noqa: S603 - our own


def _environment(home: Path, slow: float) -> dict[str, str]:
    """Return what the program is told: a home of its own, and who watches."""
    root = str(Path(__file__).parents[2])
    environment = {
        **os.environ,
        "HOME": str(home),
        "XDG_CONFIG_HOME": str(home / ".config"),
        "XDG_STATE_HOME": str(home / ".state"),
        "PYTHONPATH": os.pathsep.join([str(home / "watch"), root]),
        "XINXIA_BENCH_WORD": corpus.PASSWORD,
        "XINXIA_BENCH_SLOW": str(slow),
    }
    environment.setdefault("QT_QPA_PLATFORM", "offscreen")
    # A second start finds compiled modules; the warm-up run writes them.
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    return environment


def _lock(environment: dict[str, str]) -> float:
    """Start the program, open, lock; return the seconds from the key to the painted door."""
    command = [sys.executable, "-m", "app"]
    done = subprocess.run(  # noqa: S603 - our own program
        command, env=environment, check=True, capture_output=True, timeout=_PATIENCE
    )
    said = dict(line.split() for line in done.stdout.decode("ascii").splitlines())
    return (int(said["painted"]) - int(said["pressed"])) / 1e9
