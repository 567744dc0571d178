"""What is not de-identified leaves on a ground alone; each rule that is taken out is missed."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest

from app.domain.as_json import as_json
from app.domain.ids import NoteId
from app.domain.record_copy import RECORD_COPY, CopyFacts, Ground, RecordCopy, copy_of

OWN = RecordCopy(((NoteId(1), 0),), Ground.CLIENT)
OTHERS = RecordCopy(((NoteId(1), 2),), Ground.CONSENT, "周敏医师", "转诊")
LAW = RecordCopy(((NoteId(1), 0),), Ground.LAW, "法院", "案件审理", "（2026）浙 01 号")


def lacks(copy, *, released=False):
    return RECORD_COPY.lacks(CopyFacts(copy, released))


@pytest.mark.parametrize("copy", [OWN, LAW, replace(OWN, ground=Ground.ARCHIVE)])
def test_what_is_whole_can_be_given(copy):
    assert lacks(copy) == ()


@pytest.mark.clause("151")
@pytest.mark.parametrize("copy", [OWN, OTHERS, LAW])
def test_nothing_is_given_that_was_not_chosen(copy):
    assert "copy.chosen" in lacks(replace(copy, notes=()), released=True)


def test_notes_from_before_the_program_alone_are_something_to_give():
    assert lacks(replace(OWN, notes=(), earlier=True)) == ()


@pytest.mark.clause("013")
@pytest.mark.clause("143")
def test_without_a_ground_nothing_is_given():
    assert lacks(replace(OWN, ground=None)) == ("copy.ground",)


@pytest.mark.clause("143")
@pytest.mark.clause("145")
def test_to_others_only_while_a_consent_to_disclosure_is_in_force():
    assert lacks(OTHERS) == ("copy.released",)
    assert lacks(OTHERS, released=True) == ()


@pytest.mark.clause("146")
def test_what_the_law_demands_names_its_document():
    assert lacks(replace(LAW, reference=" ")) == ("copy.reference",)


@pytest.mark.clause("013")
@pytest.mark.parametrize("copy", [OTHERS, LAW])
@pytest.mark.parametrize("field", ["recipient", "purpose"])
def test_to_others_it_says_to_whom_and_what_for(copy, field):
    assert lacks(replace(copy, **{field: "  "}), released=True) == (f"copy.{field}",)


@pytest.mark.parametrize("copy", [OTHERS, LAW, RecordCopy()])
def test_it_comes_back_as_it_was(copy):
    assert copy_of(json.loads(json.dumps(as_json(copy)))) == copy
