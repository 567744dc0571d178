"""How long to wait after wrong passwords (promise 22): it grows, it ends, nothing is wiped."""

from __future__ import annotations

PAUSES = (0.0, 0.0, 1.0, 3.0, 10.0, 30.0, 60.0, 120.0, 300.0, 900.0)


def pause_after(failures: int) -> float:
    """Return the seconds to wait after `failures` wrong passwords in a row."""
    if failures <= 0:
        return 0.0
    return PAUSES[min(failures, len(PAUSES)) - 1]


def left(failures: int, elapsed: float) -> float:
    """Return the seconds that are left of the pause, `elapsed` seconds after the last failure."""
    pause = pause_after(failures)
    return min(pause, max(0.0, pause - elapsed))
