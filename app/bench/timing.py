"""Interleaved timing and percentiles."""

from __future__ import annotations

import statistics
import time
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

ROUNDS = 5


def seconds(work: Callable[[], object]) -> float:
    """Return how long `work` takes."""
    started = time.perf_counter()
    work()
    return time.perf_counter() - started


def wall_and_own(work: Callable[[], object]) -> tuple[float, float]:
    """Return how long `work` takes, and how long of it the processor worked for this thread.

    The second leaves out what other programs and threads took; and what this one waited for.
    """
    began = time.thread_time()
    taken = seconds(work)
    return taken, time.thread_time() - began


def paired(
    ours: Callable[[], object], yardstick: Callable[[], object], rounds: int = ROUNDS
) -> tuple[float, float]:
    """Return the medians of both in seconds, run in turn after one warm-up of each."""
    ours()
    yardstick()
    times: list[tuple[float, float]] = [(seconds(ours), seconds(yardstick)) for _ in range(rounds)]
    return statistics.median(a for a, _ in times), statistics.median(b for _, b in times)


def percentile(values: Sequence[float], share: float) -> float:
    """Return the value below which `share` (0 to 1) of the values lie, by nearest rank."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(share * len(ordered)))]


def milliseconds(value: float) -> float:
    """Return seconds as milliseconds with three decimals."""
    return round(value * 1000, 3)
