"""Logs without names, catches crashes, and keeps the process private.

`logging.handlers` is not used: it imports sockets and pickle, a twentieth of a second of start-up
for code that this program must never run.
"""

from __future__ import annotations

import contextlib
import ctypes
import logging
import os
import sys
import threading
import traceback
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

_LOG = logging.getLogger("xinxia")
_LARGEST = 512 * 1024
_PR_SET_DUMPABLE = 4
_NO_TELEMETRY = "ORT_DISABLE_TELEMETRY"


def keep_private() -> None:
    """Make new files private, forbid core dumps and other programs looking in (promise 32).

    From 1.31 on, onnxruntime writes a device identity into the home folder and calls its maker
    at the first import; this variable forbids both, if it is set before.
    """
    os.umask(0o077)
    os.environ[_NO_TELEMETRY] = "1"
    if sys.platform == "win32":
        return
    import resource  # noqa: PLC0415 - not there on Windows

    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(_PR_SET_DUMPABLE, 0, 0, 0, 0)


def start_log(folder: Path) -> None:
    """Write the log to a private file, at most twice about 512 KiB; without a place, nowhere."""
    _LOG.setLevel(logging.INFO)
    _LOG.propagate = False
    with contextlib.suppress(OSError):
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        path = folder / "xinxia.log"
        if path.exists() and path.stat().st_size > _LARGEST:
            path.replace(path.with_suffix(".old"))
        handler = logging.FileHandler(path, encoding="utf-8", delay=True)
        handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(message)s"))
        _LOG.addHandler(handler)


def describe(error: BaseException) -> str:
    """Return where an error arose and of what kind it is, without its words.

    The words of an exception may quote what a client said; file, line and kind never do.
    """
    lines = []
    one: BaseException | None = error
    while one is not None:
        lines.append(type(one).__name__)
        lines += [
            f"  {frame.filename.rpartition('xinxia')[2]}:{frame.lineno} {frame.name}"
            for frame in traceback.extract_tb(one.__traceback__)
        ]
        one = one.__cause__
    return "\n".join(lines)


def guard() -> None:
    """Log errors that nobody caught, by kind and place only, and print nothing of them.

    That holds for the window's thread, for every other one, and for objects that fail to die.
    """
    sys.excepthook = lambda _kind, error, _trace: _caught(error)
    threading.excepthook = lambda found: _caught(found.exc_value)
    sys.unraisablehook = lambda found: _caught(found.exc_value)


def _caught(error: BaseException | None) -> None:
    """Log an error and say on the terminal that there was one."""
    if error is None:
        return
    _LOG.error("unexpected error\n%s", describe(error))
    # A program without a console has no such stream on Windows.
    if sys.stderr is not None:
        sys.stderr.write(f"xinxia: unexpected error ({type(error).__name__}), see the log\n")
