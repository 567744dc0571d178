"""Every rule has a sentence and a clause, and a rule that is taken out is noticed, or said."""

from __future__ import annotations

import pytest

from app.domain.gate import GATE
from app.services import gate
from tests.house import guidance, mutate
from tests.house.rules import rules
from ui import consent_rules, entry_words, gate_words, note_care, practice_words

ADMISSION = ("tests/unit/domain/test_gate_admission.py",)


def sentences() -> dict[str, str]:
    """Return what the screen says of each rule, by its name."""
    said = {}
    for name in rules():
        if name in gate_words.WORDS:
            said[name] = gate_words.rule_words(name).what
        elif name in entry_words.worded():
            said[name] = entry_words.rule_words(name)
        elif name in practice_words.worded():
            said[name] = practice_words.practice_rule_words(name)
        elif name in note_care.worded():
            said[name] = note_care.care_words(name, name)
        else:
            said[name] = consent_rules.rule_words(name)
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
    made = mutate.without(name, files)
    assert sorted(made.open) == list(still)
    assert all(one.startswith(files) for one in made.failed)
    assert bool(made.failed) is not bool(still)
