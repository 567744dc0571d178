"""What is copied is gone after a lock, and the middle button never pastes it (promise 33).

The real window on a screen of its own (Xvfb): the words of a note are selected and copied, then it
is locked; another program asks for both of X11's selections before and after.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from contextlib import contextmanager
from typing import TYPE_CHECKING

from tests.house.tree import ROOT
from tests.journeys import processes
from tests.journeys.driven import driven
from tests.lab.needles import NOTE, PASSWORD
from tests.lab.places import folder
from tests.lab.result import Result

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

SHORT, LONG = 1, 5
_ASK = """
import json
from PySide6.QtGui import QClipboard, QGuiApplication
application = QGuiApplication([])
board = QGuiApplication.clipboard()
print(json.dumps([board.text(QClipboard.Mode.Clipboard), board.text(QClipboard.Mode.Selection)]))
"""


def run(*, long: bool) -> Iterator[Result]:
    """Copy and lock so many times."""
    name = "clipboard and primary selection after a lock"
    if not shutil.which("Xvfb") or not sys.platform.startswith("linux"):
        yield Result(33, name, 0, 0, skipped="Xvfb is not installed")
        return
    times = LONG if long else SHORT
    wrong: list[str] = []
    seen = 0
    with _screen() as display:
        for _ in range(times):
            with folder() as base:
                copied, left = _copied_and_left(base / "vault", display)
            seen += NOTE in copied[0]
            wrong += ["the middle button pastes"] if copied[1] else []
            wrong += [f"{len(one)} characters are left" for one in left if one]
    facts = {"wrong": wrong[:5], "without": "before the lock: the copy is there to be pasted"}
    yield Result(33, name, times, len(wrong), seen, facts)


@contextmanager
def _screen() -> Iterator[str]:
    """Start a screen that nobody sees; return its name."""
    told, tells = os.pipe()
    words = ["Xvfb", "-displayfd", str(tells), "-screen", "0", "1280x800x24", "-nolisten", "tcp"]
    server = subprocess.Popen(words, pass_fds=[tells], stderr=subprocess.DEVNULL)
    os.close(tells)
    try:
        with os.fdopen(told) as pipe:
            yield f":{pipe.readline().strip()}"
    finally:
        server.terminate()
        server.wait()


def _copied_and_left(place: Path, display: str) -> tuple[list[str], list[str]]:
    """Return both selections after copying, and after the lock."""
    x11 = {"QT_QPA_PLATFORM": "xcb", "DISPLAY": display}
    with driven("lock_driver", place, **x11) as program:
        assert program.stdin
        assert program.stdout
        program.stdin.write(json.dumps({"password": PASSWORD, "note": NOTE}) + "\n")
        program.stdin.flush()
        assert program.stdout.readline().startswith("READY"), "the window did not come up"
        program.stdin.write("copy\n")
        program.stdin.flush()
        assert program.stdout.readline() == "COPIED\n"
        copied = _selections(x11)
        program.stdin.write("lock\n")
        program.stdin.flush()
        processes.until(lambda: "--locked" in processes.arguments(program.pid))
        processes.until(lambda: processes.loaded(program.pid, "sqlcipher"))
        return copied, _selections(x11)


def _selections(x11: dict[str, str]) -> list[str]:
    """Ask for the clipboard and the primary selection, as another program does."""
    done = subprocess.run(
        [sys.executable, "-c", _ASK],
        cwd=ROOT,
        env={**os.environ, **x11},
        capture_output=True,
        check=True,
        timeout=60,
    )
    said: list[str] = json.loads(done.stdout)
    return said
