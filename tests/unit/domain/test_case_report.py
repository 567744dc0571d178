"""The case report: sixteen sections, what each paper holds, what makes it the complete case."""

from __future__ import annotations

import pytest

from app import bootstrap
from app.domain.as_json import as_json
from app.domain.case_report import (
    HOLDS,
    SECTIONS,
    CaseReport,
    Paper,
    is_complete,
    is_empty,
    report_of,
    report_words,
)


def test_there_are_sixteen_sections_in_both_languages():
    assert len(SECTIONS) == len(set(SECTIONS)) == 16
    for wording in bootstrap.tools().summary_wordings.values():
        assert tuple(one["key"] for one in wording.sections) == SECTIONS
        assert all(one["title"] and one["hint"] for one in wording.sections)
        assert set(wording.papers) == {one.value for one in Paper}
        assert wording.section("complaint") == wording.sections[3]["title"]


def test_both_languages_say_the_same_things():
    zh, en = (bootstrap.tools().summary_wordings[one] for one in ("zh", "en"))
    assert set(zh.lines) == set(en.lines)
    assert set(zh.labels) == set(en.labels) - {"colon"}


def test_the_short_papers_begin_with_what_is_asked():
    assert HOLDS[Paper.REPORT] == SECTIONS
    assert HOLDS[Paper.BRIEF][:2] == ("questions", "formulation")
    assert all(set(keys) <= set(SECTIONS) for keys in HOLDS.values())


@pytest.mark.clause("115")
@pytest.mark.clause("157")
@pytest.mark.parametrize(
    ("paper", "complete"),
    [(Paper.REPORT, True), (Paper.BRIEF, False), (Paper.HANDOUT, False), (Paper.NOTES, False)],
)
def test_a_whole_life_with_the_whole_work_is_the_complete_case(paper, complete):
    assert is_complete(HOLDS[paper]) is complete


def test_a_report_is_read_back_and_its_words_come_in_order():
    made = CaseReport({"questions": "怎么办", "complaint": "睡不着", "ethics": " "}, "zh")
    assert report_of(as_json(made) | {"later": 1}) == made
    assert report_words(made) == "睡不着\n怎么办"
    assert not is_empty(made)
    assert is_empty(CaseReport({"ethics": " \n"}))
    assert is_empty(CaseReport())
    assert "睡不着" not in repr(made)
