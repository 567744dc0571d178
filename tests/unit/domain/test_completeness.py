"""What a record lacks, rule by rule: each with the clause that asks for the thing."""

from __future__ import annotations

from dataclasses import replace

import pytest

from app.domain.case import ServiceMode
from app.domain.completeness import RECORD, KnownClient, OpenEnds, RecordFacts, lacks
from app.domain.due import Standing

WHOLE = RecordFacts(
    mode=ServiceMode.ONLINE,
    standing=Standing.SIGNED,
    sessions=3,
    screened=True,
    prepared=True,
    agreed=True,
    client=KnownClient(),
)
TABLE = [
    ("graded", "073", {"client": KnownClient(graded=False)}),
    ("identity", "066", {"client": KnownClient(identity=False)}),
    ("place", "038", {"client": KnownClient(place=False)}),
    ("contact", "104", {"client": KnownClient(contact=False)}),
    ("consent", "030", {"standing": Standing.NONE}),
    ("consent", "042", {"standing": Standing.UNDERWAY}),
    ("consent_ended", "030", {"standing": Standing.ENDED}),
    ("screen", "029", {"screened": False}),
    ("screen", "020", {"screened": False, "mode": ServiceMode.HOTLINE_REGULAR}),
    ("tech", "051", {"prepared": False}),
    ("agreement", "080", {"agreed": False}),
    ("review", "035", {"review": True}),
    ("danger", "124", {"duties": True}),
    ("reasons", "097", {"reasons": 2}),
    ("written", "123", {"unwritten": 1}),
    ("signed", "014", {"unsigned": 4}),
    ("result", "079", {"no_result": 1}),
    ("told", "110", {"ends": OpenEnds(told=1)}),
    ("told", "160", {"ends": OpenEnds(told=2)}),
    ("request", "133", {"ends": OpenEnds(requests=1)}),
    ("gone", "072", {"ends": OpenEnds(gone=True)}),
    ("gone", "126", {"ends": OpenEnds(gone=True)}),
    ("receipt", "126", {"ends": OpenEnds(receipts=1)}),
    ("closing", "035", {"ends": OpenEnds(unwritten=True)}),
    ("follow", "126", {"ends": OpenEnds(asks=1)}),
]


def names(facts):
    return [one.name.removeprefix("whole.") for one in lacks(facts)]


def lacking(changed):
    return names(replace(WHOLE, **changed))


@pytest.mark.clause("119")
@pytest.mark.parametrize(("name", "clause", "changed"), TABLE)
def test_a_thing_that_lacks_is_named(name, clause, changed):
    assert lacking(changed) == [name]
    assert clause in RECORD.rules[f"whole.{name}"].clauses


@pytest.mark.clause("119")
def test_a_whole_record_lacks_nothing_and_every_rule_was_tried():
    assert names(WHOLE) == []
    assert {f"whole.{one[0]}" for one in TABLE} == set(RECORD.rules)


@pytest.mark.parametrize(
    ("name", "changed"),
    [
        pytest.param(name, changed, marks=pytest.mark.clause(clause))
        for name, clause, changed in TABLE
    ],
)
def test_it_is_missed_under_the_clause_that_asks_for_the_thing_too(name, changed):
    assert lacking(changed) == [name]


@pytest.mark.parametrize(
    "changed",
    [
        {"mode": ServiceMode.FACE_TO_FACE, "screened": False, "prepared": False,
         "client": KnownClient(identity=False, place=False, contact=False)},
        {"sessions": 0, "standing": Standing.NONE, "screened": False, "prepared": False,
         "agreed": False, "client": KnownClient(identity=False, place=False, contact=False)},
        {"mode": ServiceMode.HOTLINE_GENERAL, "standing": Standing.NONE, "screened": False,
         "prepared": False, "agreed": False, "client": KnownClient(graded=False)},
        {"mode": ServiceMode.CRISIS, "standing": Standing.NONE, "screened": False,
         "prepared": False, "agreed": False},
        {"client": None},
    ],
)  # fmt: skip
def test_what_nobody_asks_for_does_not_lack(changed):
    assert lacking(changed) == []


def test_what_can_be_counted_is_counted():
    ends = OpenEnds(gone=True, receipts=5, asks=6, told=7, requests=8)
    found = lacks(replace(WHOLE, unsigned=4, reasons=2, review=True, ends=ends))
    assert [(one.name, one.count) for one in found] == [
        ("whole.review", 1), ("whole.reasons", 2), ("whole.signed", 4), ("whole.told", 7),
        ("whole.request", 8), ("whole.gone", 1), ("whole.receipt", 5), ("whole.follow", 6),
    ]  # fmt: skip
