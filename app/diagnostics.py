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
import traceback
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path
    from types import TracebackType

_LOG = logging.getLogger("xinxia")
_LARGEST = 512 * 1024
_PR_SET_DUMPABLE = 4


def keep_private() -> None:
    """Make new files private, forbid core dumps and other programs looking in (promise 32)."""
    os.umask(0o077)
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
    """Log errors that nobody caught, by kind and place only, and print nothing of them."""

    def caught(
        _kind: type[BaseException], error: BaseException, _trace: TracebackType | None
    ) -> None:
        _LOG.error("unexpected error\n%s", describe(error))
        sys.stderr.write(f"xinxia: unexpected error ({type(error).__name__}), see the log\n")

    sys.excepthook = caught
