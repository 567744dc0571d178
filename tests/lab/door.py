"""From the key that locks to the painted door (promise 37).

`bench door` with a limit: half a second at the 95th percentile over 100,000 notes. The short form
shares its processors with other checks and has a small vault: its limit says only that nothing
waits.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.bench import door, timing
from tests.lab.result import Result

if TYPE_CHECKING:
    from collections.abc import Iterator

_SHORT, _LONG = (100, 3), (door.NOTES, door.ROUNDS)
_LIMIT, _LIMIT_SHARED = 0.5, 2.0
_P95 = 0.95


def run(*, long: bool) -> Iterator[Result]:
    """Lock so many times; a failure is a 95th percentile beyond the limit."""
    notes, rounds = _LONG if long else _SHORT
    limit = _LIMIT if long else _LIMIT_SHARED
    ours, yardstick = door.measured(notes, rounds)
    slow, _ = door.measured(_SHORT[0], 1, slow=limit)
    p95 = timing.percentile(ours, _P95)
    facts = {
        "notes": notes,
        "p95_ms": timing.milliseconds(p95),
        "median_ms": timing.milliseconds(timing.percentile(ours, 0.5)),
        "ten_line_window_ms": timing.milliseconds(timing.percentile(yardstick, 0.5)),
        "limit_ms": timing.milliseconds(limit),
        "without": "somebody waits for as long as the limit before the key is heard",
    }
    seen = sum(one > limit for one in slow)
    yield Result(37, "from the key to the painted door", rounds, int(p95 > limit), seen, facts)
