"""Samples of notes: drawn by a seed alone, looked through by a list from a file (119)."""

from __future__ import annotations

from dataclasses import replace

import pytest

from app import bootstrap
from app.domain.as_json import as_json
from app.domain.record_sample import (
    SAMPLE,
    RecordSample,
    SampleFacts,
    Verdict,
    counts,
    draw,
    load_sample_list,
    sample_from_mapping,
)
from tests.house import guidance

WHOLE = RecordSample(
    notes=(4, 9),
    answers={"4": {"risk": "there", "plan": "lacks"}, "9": {"risk": "there", "plan": "not asked"}},
    found="计划写得少，下个月再抽一次。",
)
FACTS = SampleFacts(WHOLE, (4, 9), ("risk", "plan"))
ITEM = '[[items]]\nkey = "a"\ntext = "b"\nsource = "c"\nclauses = ["123"]\n'


@pytest.mark.clause("119")
def test_the_same_seed_draws_the_same_notes_in_whatever_order_they_come():
    drawn = draw("9f2c", range(1, 200), 5)
    assert drawn == draw("9f2c", reversed(range(1, 200)), 5)
    assert drawn == tuple(sorted(drawn))
    assert len(set(drawn)) == 5
    assert drawn != draw("9f2d", range(1, 200), 5)
    assert draw("9f2c", (7, 7, 3), 5) == (3, 7)


def test_every_note_is_drawn_as_often_as_another():
    times = [one for seed in range(600) for one in draw(str(seed), range(10), 2)]
    assert all(80 < times.count(one) < 160 for one in range(10))


@pytest.mark.clause("119")
@pytest.mark.parametrize(
    ("changed", "missing"),
    [
        (WHOLE, []),
        (replace(WHOLE, answers={"4": WHOLE.answers["4"]}), ["sample.answered"]),
        (replace(WHOLE, found=" \n"), ["sample.found"]),
        (RecordSample(), ["sample.answered", "sample.found"]),
    ],
)
def test_a_sample_is_ended_once_everything_was_looked_for(changed, missing):
    assert list(SAMPLE.lacks(replace(FACTS, sample=changed))) == missing


def test_answers_are_kept_and_counted():
    again = sample_from_mapping({**as_json(WHOLE), "newer": 1})
    assert again == WHOLE
    assert again.verdict(4, "plan") is Verdict.LACKS
    assert again.verdict(5, "plan") is None
    changed = replace(WHOLE, answers=WHOLE.with_verdict(4, "plan", Verdict.THERE))
    assert changed.verdict(4, "plan") is Verdict.THERE
    assert changed.verdict(9, "plan") is Verdict.NOT_ASKED
    assert counts(changed, (4, 9), "plan") == {
        Verdict.THERE: 1, Verdict.LACKS: 0, Verdict.NOT_ASKED: 1,
    }  # fmt: skip


@pytest.mark.clause("119")
def test_both_lists_ask_the_same_and_name_clauses_of_the_guidance():
    lists = bootstrap.sample_lists()
    asked = [[(one.key, one.clauses) for one in lists[name].items] for name in ("zh", "en")]
    assert asked[0] == asked[1]
    assert lists["zh"].edition == lists["en"].edition
    known = {one.number for one in guidance.read_clauses()}
    assert {clause for _, clauses in asked[0] for clause in clauses} <= known


@pytest.mark.parametrize(
    "text",
    [
        'edition = "1"\nlanguage = "zh"\n',
        'edition = "1"\nlanguage = "zh"\n' + ITEM + ITEM,
        'edition = "1"\nlanguage = "zh"\n' + ITEM.replace('["123"]', "[]"),
        'language = "zh"\n' + ITEM,
    ],
)
def test_a_list_that_lacks_something_is_refused(text):
    with pytest.raises(ValueError, match="list"):
        load_sample_list(text)
