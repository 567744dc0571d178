"""Nothing is written where nobody expects it, and no word of a client outside (promises 29, 31).

The story of the window and the commands without one, with marked words; every file opened for
writing is held against docs/written-paths.md, and every file that can be reached is searched.
"""

from __future__ import annotations

import os
import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from tests.journeys import tracing
from tests.journeys.canary_driver import MARK
from tests.lab import spy
from tests.lab.places import folder
from tests.lab.result import Result

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_HERS = ("同意书", "calendar.ics")
"""What she saves in clear because she asked for it so."""


def run(*, long: bool) -> Iterator[Result]:
    """Tell the story; the long form tells it three times, in homes of their own."""
    if not spy.able():
        yield Result(29, "written paths", 0, 0, skipped=spy.MISSING)
        return
    tally = _Tally()
    for _ in range(3 if long else 1):
        with folder() as base:
            _tell(base / "home", tally)
    wrong = sorted(tally.unknown)
    facts = {"wrong": wrong[:5], "without": "a path that is not on the page"}
    foreign = int(not _known("HOME/.local/share/recently-used.xbel"))
    yield Result(29, "written paths", len(tally.paths), len(wrong), foreign, facts)
    found = tally.found + tally.called
    facts = {"wrong": found[:5], "without": "one file with a word, laid there"}
    yield Result(29, "words in files", tally.searched, len(found), tally.seen, facts)
    facts = {"wrong": tally.said[:5], "without": "one line with a word"}
    line = len(tracing.seen(f"ValueError: {MARK}".encode()))
    yield Result(31, "words in what is said", tally.runs, len(tally.said), line, facts)


@dataclass
class _Tally:
    """What came of the stories: paths, strange ones, files with words, calls outside."""

    runs: int = 0
    searched: int = 0
    seen: int = 0
    paths: set[str] = field(default_factory=set)
    unknown: set[str] = field(default_factory=set)
    found: list[str] = field(default_factory=list)
    called: list[str] = field(default_factory=list)
    said: list[str] = field(default_factory=list)


def _tell(home: Path, tally: _Tally) -> None:
    """Tell the story once in a home of its own, and look at everything it left."""
    runs = [tracing.story(home)]
    done = tracing.commands(home, runs[0].desk)
    runs += [tracing.case_file(home, runs[0].desk)]
    runs += [tracing.beside(home, runs[0].desk), *done]  # it locks the case that they export
    looked = [one for one in tracing.files(home) if not one.name.startswith(_HERS)]
    tally.runs += len(runs) - 1
    tally.searched += len(looked)
    tally.found += [*tracing.holding(looked), *_names(home)]
    for one in runs:
        tally.paths |= set(one.short())
        tally.unknown |= set(one.unknown())
        tally.called += one.called
    # The last one is asked for a text, which it says.
    tally.said += [one.said[-200:] for one in runs[:-1] if tracing.seen(one.said.encode())]
    tally.seen += len(tracing.holding([_left_behind(home)]))


def _known(path: str) -> bool:
    return any(re.fullmatch(line, path) for line in tracing.inventory())


def _names(home: Path) -> list[str]:
    """Return what carries a word in its name and got that name from the program."""
    return [
        str(one)
        for one in home.rglob("*")
        if tracing.seen(os.fsencode(one.name)) and not one.name.startswith((*_HERS, "给督导的"))
    ]


def _left_behind(home: Path) -> Path:
    """Lay a file there as a careless program leaves it."""
    path = home / ".cache" / "thumbnail"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(b"\0" * 1000 + MARK.encode("utf-16le"))
    return path
