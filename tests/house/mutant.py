"""A pytest plugin that takes one rule out and looks which of its clauses a test still misses.

    python -m pytest -p tests.house.mutant --without-rule gate.consent --told FILE tests/...

Only tests that bear a clause of the rule run, the quick ones first, and each clause only until a
test of it fails. FILE then holds, as JSON, the clauses that no test missed, and the tests that
failed. The program itself has no such switch: the rule is taken out in this process alone.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tests.house.rules import rules

if TYPE_CHECKING:
    import pytest

    from app.domain.rule import Rule

_QUICK = ("tests/unit/domain", "tests/unit", "tests/vault", "tests/gui", "")


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add the two options."""
    parser.addoption("--without-rule", metavar="NAME", help="take this rule of the domain out")
    parser.addoption("--told", metavar="FILE", help="where to write what no test missed")


def pytest_configure(config: pytest.Config) -> None:
    """Take the rule out before any test is imported."""
    name = config.getoption("--without-rule")
    if name:
        config.pluginmanager.register(Mutant(rules()[name], Path(config.getoption("--told"))))


class Mutant:
    """One rule that never says anything, and the clauses of which no test has failed yet."""

    def __init__(self, rule: Rule[Any], told: Path) -> None:
        self._open, self._told = set(rule.clauses), told
        self._failed: list[str] = []
        self._bears: dict[str, set[str]] = {}
        # The rule is frozen for everybody else; whoever holds it holds the one that is out.
        object.__setattr__(rule, "broken", _never)

    def pytest_collection_modifyitems(self, items: list[pytest.Item]) -> None:
        """Keep the tests of its clauses, the quick ones first."""
        for item in items:
            marks = item.iter_markers("clause")
            self._bears[item.nodeid] = {str(one) for mark in marks for one in mark.args}
        items[:] = sorted((one for one in items if self._wanted(one.nodeid)), key=_slowness)

    def pytest_runtest_protocol(self, item: pytest.Item) -> bool | None:
        """Leave a test out whose clauses were missed already."""
        return None if self._wanted(item.nodeid) else True

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        """Note which clauses a failing test missed."""
        if report.failed and report.when == "call":
            self._open -= self._bears[report.nodeid]
            self._failed.append(report.nodeid)

    def pytest_sessionfinish(self) -> None:
        """Write what is left."""
        said = {"open": sorted(self._open), "failed": self._failed}
        self._told.write_text(json.dumps(said), encoding="utf-8")

    def _wanted(self, nodeid: str) -> bool:
        return bool(self._bears[nodeid] & self._open)


def _never(_facts: object) -> bool:
    """Say that nothing is missing."""
    return False


def _slowness(item: pytest.Item) -> int:
    """Return how late a test runs: by the room it stands in."""
    return next(at for at, room in enumerate(_QUICK) if item.nodeid.startswith(room))
