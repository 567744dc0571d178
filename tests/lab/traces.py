"""Nothing is written where nobody expects it, and no word of a client outside (promises 29, 31).

The story of the window and the commands without one, with marked words; every file opened for
writing is held against docs/written-paths.md, and every file that can be reached is searched.
"""

from __future__ import annotations

import os
import re
from typing import TYPE_CHECKING

from tests.journeys import tracing
from tests.journeys.canary_driver import MARK
from tests.lab import spy
from tests.lab.places import folder
from tests.lab.result import Result

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_HERS = ("同意书",)
"""What she saves in clear because she asked for it so."""


def run(*, long: bool) -> Iterator[Result]:
    """Tell the story; the long form tells it three times, in homes of their own."""
    if not spy.able():
        yield Result(29, "written paths", 0, 0, skipped=spy.MISSING)
        return
    paths: set[str] = set()
    unknown: set[str] = set()
    found: list[str] = []
    searched = said = called = 0
    for number in range(3 if long else 1):
        with folder() as base:
            home = base / f"home{number}"
            runs = [tracing.story(home)]
            runs += tracing.commands(home, runs[0].desk)
            looked = [one for one in _reachable(home, base) if not one.name.startswith(_HERS)]
            searched += len(looked)
            found += list(tracing.holding(looked)) + _names(home)
            for one in runs:
                paths |= set(one.short())
                unknown |= set(one.unknown())
                called += len(one.called)
            said += sum(bool(tracing.seen(one.said.encode())) for one in runs[:-1])
            seen = len(tracing.holding([_left_behind(home)]))
    facts = {"wrong": sorted(unknown)[:5], "without": "a path that is not on the page"}
    seen_path = len([one for one in ["HOME/recently-used.xbel"] if not _known(one)])
    yield Result(29, "written paths", len(paths), len(unknown), seen_path, facts)
    facts = {"wrong": found[:5], "called": called, "without": "one file with a word, laid there"}
    yield Result(29, "files with a word in them", searched, len(found) + called, seen, facts)
    yield Result(31, "words in what is said and logged", len(runs), said, seen, {})


def _known(path: str) -> bool:
    return any(re.fullmatch(line, path) for line in tracing.inventory())


def _reachable(home: Path, base: Path) -> list[Path]:
    """Return every file that was left in the home, and in what everybody shares."""
    return [one for one in tracing.files(home) if one.is_relative_to(base)]


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
