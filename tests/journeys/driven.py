"""A driver: the program in a process of its own that is told what to do, and killed at the end."""

from __future__ import annotations

import contextlib
import os
import signal
import subprocess
import sys
from typing import TYPE_CHECKING

from tests.house.tree import ROOT

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@contextlib.contextmanager
def driven(
    driver: str, vault: Path, *words: str, **environment: str
) -> Iterator[subprocess.Popen[str]]:
    """Run the module `driver` on a vault, with other words behind it.

    Whatever became of it is killed, and what it left.
    """
    running = subprocess.Popen(
        [sys.executable, "-m", f"tests.journeys.{driver}", str(vault), *words],
        cwd=ROOT,
        env={
            **os.environ,
            "QT_QPA_PLATFORM": "offscreen",
            "PYTHONPATH": str(ROOT),
            **environment,
        },
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
    )
    try:
        yield running
    finally:
        with contextlib.suppress(ProcessLookupError):
            os.killpg(running.pid, signal.SIGKILL)
        running.communicate()
