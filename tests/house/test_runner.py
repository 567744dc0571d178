"""The runner of the checks, and the page it makes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from tests import __main__ as runner
from tests.house import guidance
from tests.house.coverage_floors import FLOORS, belongs, check

if TYPE_CHECKING:
    from pathlib import Path


def measured(file: str, lines: int, covered: int) -> dict[str, Any]:
    return {
        file: {
            "summary": {
                "covered_lines": covered,
                "missing_lines": lines - covered,
                "covered_branches": 0,
                "missing_branches": 0,
            },
            "missing_lines": list(range(covered, lines)),
            "missing_branches": [],
        }
    }


@pytest.mark.parametrize(
    ("file", "room", "inside"),
    [
        ("app/domain/note.py", "app/domain", True),
        ("app\\domain\\note.py", "app/domain", True),
        ("app/ports.py", "app/ports", True),
        ("app/ports_of_call.py", "app/ports", False),
        ("storage/keys.py", "storage/keys", True),
        ("ui/shell.py", "", True),
    ],
)
def test_what_belongs_to_a_room(file: str, room: str, *, inside: bool) -> None:
    assert belongs(file, room) is inside


def test_a_room_below_its_floor_fails_by_name() -> None:
    report = {"files": measured("app/domain/note.py", 10, 9) | measured("ui/shell.py", 90, 90)}
    reached = {line.name: line for line in check(report)}
    assert not reached["app/domain"].passes
    assert "app/domain/note.py lines [9]" in str(reached["app/domain"])
    assert reached[""].passes
    assert reached["storage/keys"].percent is None
    assert reached["storage/keys"].passes
    assert set(reached) == set(FLOORS)


def test_the_words_after_two_dashes_go_to_pytest() -> None:
    wanted, extra = runner.parse(["--only", "tests", "--", "-k", "door"])
    assert wanted.only == ["tests"]
    assert extra == ["-k", "door"]


def test_coverage_brings_the_tests_with_it() -> None:
    assert runner.chosen(["coverage"]) == ["tests", "coverage"]
    assert runner.chosen([]) == list(runner.STEPS)


def test_the_count_at_the_end(tmp_path: Path) -> None:
    (tmp_path / "tests.xml").write_text(
        '<testsuites><testsuite tests="5" failures="1" errors="1" skipped="1"/></testsuites>'
    )
    assert runner.count(tmp_path) == "2 passed, 2 failed, 1 skipped"


@pytest.mark.parametrize(("content", "code"), [(True, 0), (False, 1)])
def test_one_failed_step_fails_all_and_stops_none(
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    *,
    content: bool,
    code: int,
) -> None:
    ran = []

    def step(name: str, _folder: Path, _extra: list[str]) -> bool:
        ran.append(name)
        return content or name != "lint"

    monkeypatch.setattr(runner, "run_step", step)
    assert runner.run_steps(["format", "lint", "types"], []) == code
    assert ran == ["format", "lint", "types"]
    assert ("FAILED" in capsys.readouterr().out) is not content


def test_the_clauses_are_numbered_without_a_gap() -> None:
    clauses = guidance.read_clauses()
    assert [clause.number for clause in clauses] == [f"{n:03}" for n in range(1, 162)]
    assert all(clause.source and clause.gist for clause in clauses)


def test_the_page_names_the_tests_of_a_clause() -> None:
    clauses = guidance.read_clauses()
    page = guidance.page({"030": {"tests/unit/test_gate.py::test_b"}}, clauses)
    (row,) = [line for line in page.splitlines() if line.startswith("| 030 ")]
    assert "网络1.2" in row
    assert "`tests/unit/test_gate.py::test_b`" in row
    assert "1 with tests" in page


def test_a_mark_with_a_number_that_no_clause_has_is_found() -> None:
    assert guidance.unknown({"999": {"t"}, "001": {"t"}}, guidance.read_clauses()) == ["999"]
