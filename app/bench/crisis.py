"""The crisis card over 500 cases and 20,000 notes: until the first paint, and until its words.

With a case open one key shows it; elsewhere a second key chooses the case. Beside it an empty page
in a bare window. A card that was painted and says nothing yet helps nobody: the words count, too.
"""

from __future__ import annotations

import tempfile
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from app.bench import pages, timing
from storage.clock import SystemClock
from storage.vault import FolderDoor

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtWidgets import QWidget

    from ui.workspace import Workspace

ROUNDS: Final = 9


def lines(arguments: list[str]) -> Iterator[dict[str, Any]]:
    """Yield one line; an argument: how many notes."""
    count = int(arguments[0]) if arguments else pages.NOTES
    _application, bare = pages.window()
    with tempfile.TemporaryDirectory() as base:
        place = Path(base) / "vault"
        cases, _notes = pages.made_apart(pages.__name__, place, count)
        space, end = pages.workspace(FolderDoor(SystemClock()), place, Path(base))
        yield {"cases": len(cases), "notes": count, **_opening(space, bare, cases)}
        end()


def _opening(space: Workspace, bare: QWidget, cases: list[Any]) -> dict[str, Any]:
    """Time both ways to the card, in turn with a switch of an empty page."""
    from PySide6.QtWidgets import QVBoxLayout  # noqa: PLC0415

    from ui import page  # noqa: PLC0415

    room = QVBoxLayout(bare)
    ways = {"choice of the case": page.ToCrisis(), "crisis card": page.ToCrisis(cases[0])}
    paints: dict[str, list[float]] = {name: [] for name in ways}
    words: dict[str, list[float]] = {name: [] for name in ways}
    empties: list[float] = []
    for turn in range(ROUNDS + 1):
        for name, place in ways.items():
            pages.go(space, page.ToToday())
            pages.fill(space)
            first = timing.seconds(partial(pages.go, space, place))
            whole = first + timing.seconds(partial(pages.fill, space))
            empty = timing.seconds(partial(pages.swap, room))
            if turn:  # the first round loads what is imported late
                paints[name].append(first)
                words[name].append(whole)
                empties.append(empty)
    return {
        **{f"{name}: first paint p50 ms": _half(paints[name]) for name in ways},
        **{f"{name}: its words p50 ms": _half(words[name]) for name in ways},
        "yardstick: empty page p50 ms": _half(empties),
    }


def _half(found: list[float]) -> float:
    return timing.milliseconds(timing.percentile(found, 0.5))
