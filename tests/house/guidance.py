"""Which test proves which clause: read from the marks, written to docs/guidance.md."""

from __future__ import annotations

import contextlib
import io
import tomllib
from typing import TYPE_CHECKING, Any, NamedTuple

import pytest

from tests.house import promises
from tests.house.tree import ROOT

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

CLAUSES = ROOT / "resources" / "guidance" / "clauses.toml"
PAGE = ROOT / "docs" / "guidance.md"
SUPPORT = {"yes": "●", "part": "◐", "no": "○"}
HEAD = """\
# 伦理条款与测试 / The clauses of the guidance and the tests that prove them

<!-- Made by `python -m tests --clauses --write` from the marks of the tests; do not edit. -->

● 程序可以做到 / the program can see to it · ◐ 只能记录或提醒 / it can only record or remind ·
○ 程序做不到 / no program can

`python -m tests --clauses --mutate` 把领域里的规则逐条拿掉,列出没有测试发现的条款 /
takes every rule of the domain out, one by one, and lists each of its clauses whose tests still pass
(exit code 1 then); rule names after `--` choose some.

"""


class Clause(NamedTuple):
    """One clause of the guidance."""

    number: str
    document: str
    source: str
    gist: str
    support: str


class MarkCollector:
    """A pytest plugin: notes which tests bear which clause, and which promise."""

    def __init__(self) -> None:
        self.tests: dict[str, dict[str, set[str]]] = {"clause": {}, "promise": {}}

    def pytest_collection_modifyitems(self, items: Sequence[pytest.Item]) -> None:
        for item in items:
            test = item.nodeid.split("[")[0]
            for kind, found in self.tests.items():
                for mark in item.iter_markers(kind):
                    for number in mark.args:
                        found.setdefault(str(number), set()).add(test)


def read_clauses() -> list[Clause]:
    """Return the clauses in the order of their numbers."""
    data: dict[str, Any] = tomllib.loads(CLAUSES.read_text(encoding="utf-8"))
    return [Clause(**row) for row in data["clause"]]


def collect_marks() -> Mapping[str, Mapping[str, set[str]]] | None:
    """Collect the marks of all tests, by kind, without running any; None where collecting fails."""
    collector = MarkCollector()
    said = io.StringIO()
    with contextlib.redirect_stdout(said):
        code = pytest.main(
            ["--collect-only", "-q", "-p", "no:cacheprovider", str(ROOT / "tests")],
            plugins=[collector],
        )
    if code not in {pytest.ExitCode.OK, pytest.ExitCode.NO_TESTS_COLLECTED}:
        print(said.getvalue())
        return None
    return collector.tests


def unknown(tests: Mapping[str, set[str]], clauses: Sequence[Clause]) -> list[str]:
    """Return the numbers that tests bear and the guidance does not."""
    return sorted(set(tests) - {clause.number for clause in clauses})


def page(tests: Mapping[str, set[str]], clauses: Sequence[Clause]) -> str:
    """Return docs/guidance.md: a row for each clause, with its tests."""
    rows = ["| # | 条款 / clause | 要点 / gist | | 测试 / tests |", "|---|---|---|---|---|"]
    for clause in clauses:
        proofs = "<br>".join(f"`{test}`" for test in sorted(tests.get(clause.number, ())))
        rows.append(
            f"| {clause.number} | {clause.source} | {clause.gist} "
            f"| {SUPPORT[clause.support]} | {proofs} |"
        )
    proved = sum(clause.number in tests for clause in clauses)
    foot = f"{len(clauses)} 条,{proved} 条有测试 / {len(clauses)} clauses, {proved} with tests"
    return HEAD + "\n".join(rows) + f"\n\n{foot}\n"


def report(*, write: bool, show: bool) -> bool:
    """Show the table, write the page or compare with it; tell whether all is well."""
    marks = collect_marks()
    if marks is None:
        return False
    tests = marks["clause"]
    kept = promises.report(marks["promise"], write=write)
    clauses = read_clauses()
    fresh = page(tests, clauses)
    strangers = unknown(tests, clauses)
    if show:
        print(fresh)
    if strangers:
        print(f"no such clause: {', '.join(strangers)}")
    if write:
        PAGE.write_text(fresh, encoding="utf-8")
    current = PAGE.exists() and PAGE.read_text(encoding="utf-8") == fresh
    if not current:
        print("docs/guidance.md is stale: python -m tests --clauses --write")
    return current and kept and not strangers
