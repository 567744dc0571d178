"""A case of 1,000 notes, opened: from the word to go until its timeline is painted.

In turn with it a case of one note, which has as much of everything but its notes, and an empty page
in a bare window. Beside the time on the wall stands what the processor worked for the window's
thread alone, which another program cannot lengthen. `words read` says of how many notes the words
were unsealed to paint it.
"""

from __future__ import annotations

import tempfile
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from app.bench import corpus, pages, timing
from storage.clock import SystemClock
from storage.vault import FolderDoor

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ui.workspace import Workspace

NOTES: Final = 1_000
ROUNDS: Final = 15
LIMIT_MS: Final = 100
_LENGTH: Final = 1_500


def lines(arguments: list[str]) -> Iterator[dict[str, Any]]:
    """Yield one line; an argument: how many notes the case has."""
    count = int(arguments[0]) if arguments else NOTES
    _application, bare = pages.window()
    from PySide6.QtWidgets import QVBoxLayout  # noqa: PLC0415

    with tempfile.TemporaryDirectory() as base:
        place = Path(base) / "vault"
        large, small = pages.made_apart(__name__, place, count)
        space, end = pages.workspace(FolderDoor(SystemClock()), place, Path(base))
        yield {"notes": count, **_opening(space, QVBoxLayout(bare), large, small)}
        end()


def make(place: Path, count: int) -> list[int]:
    """Make a vault with a case of so many notes and one of a single note; return both."""
    _, vault = corpus.vault(place, count + 1, _LENGTH, count)
    found = sorted(one.id for one in vault.cases.all())
    vault.close()
    return [int(one) for one in found]


def _opening(space: Workspace, room: Any, large: Any, small: Any) -> dict[str, Any]:  # noqa: ANN401
    """Open both cases in turn, each from another page."""
    from ui import page  # noqa: PLC0415

    times: dict[Any, list[float]] = {large: [], small: []}
    works: dict[Any, list[float]] = {large: [], small: []}
    empties: list[float] = []
    for turn in range(ROUNDS + 1):
        for case_id in (large, small):
            pages.go(space, page.ToToday())
            pages.fill(space)
            taken, own = timing.wall_and_own(partial(_open, space, page.ToCases(case_id)))
            if turn:  # the first round loads what is imported late
                times[case_id].append(taken)
                works[case_id].append(own)
        empty = timing.seconds(partial(pages.swap, room))
        if turn:
            empties.append(empty)
    shown: Any = space.page
    pages.go(space, page.ToCases(large))
    pages.fill(space)
    read = len(shown._view.page.notes)  # noqa: SLF001 - what was read is nobody's business else
    return {
        **_percentiles("painted", times[large]),
        "limit ms": LIMIT_MS,
        **_percentiles("processor time of the window's thread", works[large]),
        **_percentiles("yardstick: a case of one note", times[small]),
        **_percentiles("yardstick: an empty page", empties),
        "words read, of so many notes": read,
    }


def _open(space: Workspace, place: Any) -> None:  # noqa: ANN401
    """Go to a case and wait until what the vault says of it is painted."""
    pages.go(space, place)
    pages.fill(space)


def _percentiles(what: str, times: list[float]) -> dict[str, float]:
    """Return the 50th and the 95th percentile of times, named."""
    return {
        f"{what} p50 ms": timing.milliseconds(timing.percentile(times, 0.5)),
        f"{what} p95 ms": timing.milliseconds(timing.percentile(times, 0.95)),
    }
