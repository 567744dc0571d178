"""Every rule has a sentence and a clause, and a rule that is taken out is noticed, or said."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from app.domain.appointment import often
from app.domain.caseload import Ceilings, Load
from app.domain.gate import GATE
from app.domain.year_figures import small
from app.services import gate
from tests.house import guidance, mutate
from tests.house.rules import rules
from ui import (
    caseload_words,
    completeness_words,
    consent_rules,
    entry_words,
    gate_words,
    note_care,
    practice_words,
    sample_words,
    year_figures_words,
)
from ui.calendar_words import moved_words

if TYPE_CHECKING:
    from collections.abc import Callable, Collection
    from pathlib import Path

FULL = Load(Ceilings(1, 1), date(2026, 5, 12), 2, date(2026, 5, 11), 2)
ADMISSION = ("tests/unit/domain/test_gate_admission.py",)


def sentences() -> dict[str, str]:
    """Return what the screen says of each rule, by its name."""
    books: tuple[tuple[Collection[str], Callable[[str], str]], ...] = (
        (gate_words.WORDS, lambda name: gate_words.rule_words(name).what),
        (entry_words.worded(), entry_words.rule_words),
        (practice_words.worded(), practice_words.practice_rule_words),
        (completeness_words.worded(), completeness_words.record_rule_words),
        (sample_words.worded(), sample_words.sample_rule_words),
        ((small.name,), lambda _: year_figures_words.why_merged()),
        (caseload_words.worded(), lambda name: caseload_words.load_words(name, FULL)),
        ((often.name,), lambda _: "".join(moved_words(3))),
        (note_care.worded(), lambda name: note_care.care_words(name, name)),
    )
    said = {}
    for name in rules():
        words = next((words for names, words in books if name in names), consent_rules.rule_words)
        said[name] = words(name)
    return said


def test_every_rule_has_a_sentence_on_the_screen() -> None:
    assert all(sentences().values())


def test_every_rule_of_the_gate_says_what_is_missing_its_clause_and_where_it_is_put_right() -> None:
    rooms = {one.__name__ for one in gate.RULES}
    for name, rule in GATE.rules.items():
        if rule.broken.__module__ not in rooms:
            continue
        words = gate_words.rule_words(name)
        assert all((words.what, words.thing, words.clause, words.action)), name


def test_every_rule_bears_clauses_of_the_guidance() -> None:
    known = {one.number for one in guidance.read_clauses()}
    for name, rule in rules().items():
        assert rule.clauses, name
        assert set(rule.clauses) <= known, name


@pytest.mark.parametrize(
    ("name", "files", "still"),
    [("gate.emergency", ADMISSION, ()), ("gate.emergency", (), ("104",)),
     ("gate.consent", ("tests/unit/domain/test_rule.py",), ("011", "012", "030", "152"))],
)  # fmt: skip
def test_a_rule_that_is_taken_out_is_noticed_by_the_tests_of_its_clauses_alone(
    name: str, files: tuple[str, ...], still: tuple[str, ...]
) -> None:
    (made,) = mutate.without([name], files)
    assert sorted(made.open) == list(still)
    assert all(one.startswith(files) for one in made.failed)
    assert bool(made.failed) is not bool(still)


SHAKY = """
import itertools, pytest
turns = itertools.count()

@pytest.mark.clause("104")
def test_always(): assert False

@pytest.mark.clause("104")
def test_now_and_then(): assert next(turns)
"""


def test_a_test_that_does_not_fail_by_the_rule_alone_has_noticed_nothing(tmp_path: Path) -> None:
    file = tmp_path / "test_shaky.py"
    file.write_text(SHAKY, encoding="utf-8")
    (made,) = mutate.without(["gate.emergency"], [str(file)])
    assert made.open == ("104",)
    assert made.failed == ()
    assert [one.rpartition("::")[2] for one in made.unsound] == ["test_always", "test_now_and_then"]


def test_what_was_noticed_before_is_not_taken_out_again(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    assert set(ADMISSION) < mutate.bearing(["gate.emergency"])
    monkeypatch.setattr(mutate, "bearing", lambda _: set(ADMISSION))  # to be quick
    told = tmp_path / "told.jsonl"
    assert mutate.report(["gate.emergency"], told=told)
    before = told.read_text(encoding="utf-8")
    assert mutate.report(["gate.emergency"], told=told)
    assert told.read_text(encoding="utf-8") == before
    said = capsys.readouterr().out
    assert "1 rules taken out one by one (1 of them before), 1 noticed for each clause" in said
    open_one = before.replace('"open": []', '"open": ["104"]')
    told.write_text(open_one, encoding="utf-8")
    assert mutate.report(["gate.emergency"], told=told)
    assert told.read_text(encoding="utf-8").startswith(open_one)
    assert not mutate.report(["no.such"], told=told)
