"""A pytest plugin that takes rules out, one at a time, and looks which clauses no test misses.

    python -m pytest -p tests.house.mutant --without-rule gate.consent --told FILE -s tests

The tests are imported once. For each rule this process makes a copy of itself, which takes the rule
out, runs the tests that bear a clause of it, the quick ones first, and each clause only until it is
missed. A test that fails runs again with the rule in its place, and once more without: only one
that passes with it, and fails again, has missed the rule. FILE takes a line of JSON for each rule
as soon as it is known. The program itself has no such switch: the rule is out in the copy alone.
"""

from __future__ import annotations

import gc
import json
import os
import signal
import sys
import tempfile
import time
import traceback
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, NoReturn

from _pytest.runner import runtestprotocol

from tests.house.rules import rules

if TYPE_CHECKING:
    from collections.abc import Sequence

    import pytest

    from app.domain.rule import Rule

_QUICK = ("tests/unit/domain", "tests/unit", "tests/vault", "tests/gui", "")
_LIMIT: Final = 1200
"""For how many seconds the tests of a rule may run; a rule by which they hang is not noticed."""


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add the options."""
    parser.addoption(
        "--without-rule", action="append", metavar="NAME", help="take this rule of the domain out"
    )
    parser.addoption("--told", metavar="FILE", help="where to write what no test missed")
    parser.addoption("--at-once", type=int, default=1, help="how many rules are out at a time")


def pytest_configure(config: pytest.Config) -> None:
    """Take the tests into our own hands."""
    names = config.getoption("--without-rule")
    if names:
        known, told = rules(), Path(config.getoption("--told"))
        chosen = [known[name] for name in names]
        config.pluginmanager.register(Copies(chosen, told, config.getoption("--at-once")))


class Copies:
    """Runs the tests of each rule in a copy of this process, so many of them at once."""

    def __init__(self, chosen: Sequence[Rule[Any]], told: Path, at_once: int) -> None:
        self._waiting, self._told, self._at_once = list(chosen), told, at_once
        self._running: dict[int, tuple[Rule[Any], Path, float]] = {}
        self._bears: dict[str, frozenset[str]] = {}

    def pytest_collection_modifyitems(self, items: list[pytest.Item]) -> None:
        """Keep the tests of the clauses, the quick ones first."""
        asked = {clause for rule in self._waiting for clause in rule.clauses}
        for item in items:
            marks = item.iter_markers("clause")
            named = frozenset(str(one) for mark in marks for one in mark.args)
            self._bears[item.nodeid] = named & asked
        items[:] = sorted((one for one in items if self._bears[one.nodeid]), key=_slowness)

    def pytest_runtestloop(self, session: pytest.Session) -> bool | None:
        """Take the rules out; where the tests could not be read, let pytest end as it does."""
        if session.testsfailed:
            return None
        gc.freeze()
        with tempfile.TemporaryDirectory(prefix="xinxia-mutant-") as name:
            while self._waiting or self._running:
                while self._waiting and len(self._running) < self._at_once:
                    self._start(self._waiting.pop(0), session.items, Path(name))
                self._end(*os.wait())
        return True

    def _start(self, rule: Rule[Any], items: Sequence[pytest.Item], within: Path) -> None:
        """Make a copy of this process that takes a rule out."""
        folder = within / rule.name
        folder.mkdir()
        sys.stdout.flush()
        copy = os.fork()
        if not copy:
            _copy(Mutant(rule, items, self._bears), folder)
        self._running[copy] = (rule, folder, time.monotonic())

    def _end(self, copy: int, status: int) -> None:
        """Write what a copy found; one that died or hung has noticed nothing."""
        rule, folder, began = self._running.pop(copy)
        said = folder / "said.json"
        found: dict[str, Any] = {"open": sorted(rule.clauses), "failed": [], "unsound": []}
        why = "" if said.exists() else f"it ended with {os.waitstatus_to_exitcode(status)}"
        found |= json.loads(said.read_text(encoding="utf-8")) if not why else {}
        bear = {one: sum(one in bears for bears in self._bears.values()) for one in rule.clauses}
        seconds = round(time.monotonic() - began, 1)
        line = {"name": rule.name, "clauses": sorted(rule.clauses), **found, "bear": bear}
        line |= {"seconds": seconds, "why": why}
        with self._told.open("a", encoding="utf-8") as file:
            file.write(json.dumps(line) + "\n")
        print(sentence(line), flush=True)


def sentence(found: dict[str, Any]) -> str:
    """Return the line of a rule that was taken out."""
    if not found["open"]:
        tests = ", ".join(found["failed"])
        return f"{found['name']}: noticed by {tests}"
    left = [f"{one} ({found['bear'][one]} tests bear it)" for one in found["open"]]
    unsound = "".join(
        f"; proves nothing, for it does not fail by the rule alone: {one}"
        for one in found["unsound"]
    )
    why = f"; {found['why']}" if found["why"] else ""
    return f"{found['name']}: NOT noticed for {', '.join(left)}{unsound}{why}"


def _copy(mutant: Mutant, folder: Path) -> NoReturn:
    """Look in this copy of the process what no test misses; write it and end."""
    nowhere = os.open(os.devnull, os.O_RDWR)
    why = os.open(folder / "why.txt", os.O_WRONLY | os.O_CREAT)
    for stream, place in ((0, nowhere), (1, nowhere), (2, why)):
        os.dup2(place, stream)
    os.environ["PYTEST_DEBUG_TEMPROOT"] = str(folder)
    signal.alarm(_LIMIT)
    code = 1
    try:
        said = json.dumps(mutant.run())
        (folder / "said.json").write_text(said, encoding="utf-8")
        code = 0
    finally:  # whatever it was: nothing of a copy may go on as the process it is of
        if code:
            traceback.print_exc()
        os._exit(code)


class Mutant:
    """One rule that never says anything, and the clauses of which no test has failed yet."""

    def __init__(
        self, rule: Rule[Any], items: Sequence[pytest.Item], bears: dict[str, frozenset[str]]
    ) -> None:
        self._rule, self._broken = rule, rule.broken
        self._items, self._bears = list(items), bears
        self._open = set(rule.clauses)
        self._failed: list[str] = []
        self._unsound: list[str] = []

    def run(self) -> dict[str, list[str]]:
        """Run the tests of the clauses until each is missed; return what came of it."""
        item = self._next()
        while item is not None:
            after = self._next()
            self._judge(item, after)
            # What was missed meanwhile may have been all that the next one bears.
            item = after if after is None or self._wanted(after) else self._next()
        return {"open": sorted(self._open), "failed": self._failed, "unsound": self._unsound}

    def _next(self) -> pytest.Item | None:
        """Return the next test that bears a clause nobody missed yet."""
        while self._items:
            one = self._items.pop(0)
            if self._wanted(one):
                return one
        return None

    def _judge(self, item: pytest.Item, after: pytest.Item | None) -> None:
        """Run a test without the rule; where it fails, with it, and once more without.

        It must pass with the rule, and fail again: what fails now and then has noticed nothing.
        """
        if not self._misses(item, after):
            return
        if _fails(item, None) or not self._misses(item, None):
            self._unsound.append(item.nodeid)
            return
        self._open -= self._bears[item.nodeid]
        self._failed.append(item.nodeid)

    def _misses(self, item: pytest.Item, after: pytest.Item | None) -> bool:
        """Run a test without the rule; tell whether it fails."""
        # The rule is frozen for everybody else; whoever holds it holds the one that is out.
        object.__setattr__(self._rule, "broken", _never)
        try:
            return _fails(item, after)
        finally:
            object.__setattr__(self._rule, "broken", self._broken)

    def _wanted(self, item: pytest.Item) -> bool:
        return bool(self._bears[item.nodeid] & self._open)


def _fails(item: pytest.Item, after: pytest.Item | None) -> bool:
    """Run a test; tell whether it failed, and not only what it needs beforehand."""
    item._initrequest()  # type: ignore[attr-defined]  # as pytest-rerunfailures does
    reports = runtestprotocol(item, log=False, nextitem=after)
    return any(one.failed and one.when == "call" for one in reports)


def _never(_facts: object) -> bool:
    """Say that nothing is missing."""
    return False


def _slowness(item: pytest.Item) -> int:
    """Return how late a test runs: by the room it stands in."""
    return next(at for at, room in enumerate(_QUICK) if item.nodeid.startswith(room))
