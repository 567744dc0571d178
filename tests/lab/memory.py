"""After a lock nothing secret is in the memory of the process (promise 36).

The real window with somebody at it, in a process of its own; the same search of the same process
before the lock must find every secret in every encoding.
"""

from __future__ import annotations

import json
import os
import sys
from typing import TYPE_CHECKING

from tests.journeys import processes
from tests.journeys.driven import driven
from tests.lab.needles import NOTE, PASSWORD, needles
from tests.lab.places import folder
from tests.lab.result import Result

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

SHORT, LONG = 2, 20


def run(*, long: bool) -> Iterator[Result]:
    """Lock so many times, and look at once and when the door is ready."""
    times = LONG if long else SHORT
    if not sys.platform.startswith("linux"):
        yield Result(36, "memory after a lock", 0, 0, skipped="reads /proc/PID/mem")
        return
    if not processes.readable(os.getppid()):
        yield Result(36, "memory after a lock", 0, 0, skipped="no other memory can be read")
        return
    wrong: list[str] = []
    seen = []
    for _ in range(times):
        with folder() as base:
            live, found = _scan(base / "vault")
        wrong += found
        seen.append(sum(1 for name, count in live.items() if count and "KEY" not in name))
    facts = {
        "scans": 2 * times,
        "wrong": wrong[:5],
        "without": "before the lock: needles that are seen",
    }
    yield Result(36, "memory after a lock", times, len(wrong), min(seen), facts)


def _scan(place: Path) -> tuple[dict[str, int], list[str]]:
    """Return what is in the memory of an open program, and what is still there after its lock."""
    with driven("lock_driver", place) as program:
        assert program.stdin
        assert program.stdout
        program.stdin.write(json.dumps({"password": PASSWORD, "note": NOTE}) + "\n")
        program.stdin.flush()
        key = program.stdout.readline().split()[1]
        wanted, pid = needles(key), program.pid
        live = processes.hits(pid, wanted)
        program.stdin.write("lock\n")
        program.stdin.flush()
        processes.until(
            lambda: "--locked" in processes.arguments(pid) or program.poll() is not None
        )
        found = processes.hits(pid, wanted)
        processes.until(lambda: processes.loaded(pid, "sqlcipher"))
        later = processes.hits(pid, wanted)
    left = [f"{name}, at once" for name, count in found.items() if count]
    return live, left + [f"{name}, at the door" for name, count in later.items() if count]
