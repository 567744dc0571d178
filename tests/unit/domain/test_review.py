"""The review before something leaves: decisions are values, and the result hides what it says."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.errors import SpansUndecided
from app.domain.review import Decision, MarkedSpan, Passage, Review

TEXT = "小明和小红在上海。小明走了。"


def span(start, end, replacement="[某]", decision=Decision.HIDE):
    return MarkedSpan(start, end, "PERSON", "register", 1.0, replacement, decision)


def review():
    spans = (span(0, 2, "[来访者]"), span(3, 5, "[同伴]", Decision.OPEN), span(9, 11, "[来访者]"))
    return Review(
        (Passage(1, "第 3 次咨询", TEXT, spans), Passage(2, "第 4 次咨询", "小明", (span(0, 2),)))
    )


def test_hidden_and_open_places_are_replaced_and_kept_ones_stay():
    assert review().passages[0].result() == "[来访者]和[同伴]在上海。[来访者]走了。"
    kept = review().decide(0, 0, Decision.KEEP)
    assert kept.passages[0].result() == "小明和[同伴]在上海。[来访者]走了。"


def test_places_in_the_result_hold_the_replacements():
    one = review().decide(0, 1, Decision.KEEP).passages[0]
    found = [(index, one.result()[start:end]) for index, start, end in one.result_places()]
    assert found == [(0, "[来访者]"), (2, "[来访者]")]


def test_one_decision_may_settle_all_alike():
    decided = review().decide(0, 0, Decision.KEEP, alike=True)
    kept = [[mark.decision is Decision.KEEP for mark in one.spans] for one in decided.passages]
    assert kept == [[True, False, True], [True]]
    assert review().passages[0].spans[0].decision is Decision.HIDE


def test_a_mark_of_her_own_pushes_aside_what_it_overlaps():
    added = review().add(0, span(4, 8, "[某处]"))
    assert [(s.start, s.end) for s in added.passages[0].spans] == [(0, 2), (4, 8), (9, 11)]
    assert added.passages[0].result() == "[来访者]和小[某处]。[来访者]走了。"


@pytest.mark.clause("157")
def test_nothing_leaves_while_a_place_is_open():
    assert review().undecided == 1
    with pytest.raises(SpansUndecided) as refused:
        review().check_decided()
    assert refused.value.count == 1
    review().decide(0, 1, Decision.HIDE).check_decided()


def test_what_is_hidden_is_counted():
    assert review().hidden() == {"PERSON": 3}


@given(st.lists(st.tuples(st.integers(0, 12), st.integers(1, 4)), max_size=8))
def test_marks_never_overlap_and_the_words_between_stay(marks):
    one = Review((Passage(1, "", TEXT, ()),))
    for start, length in marks:
        one = one.add(0, span(start, min(start + length, len(TEXT)), "█"))
    spans = one.passages[0].spans
    assert all(a.end <= b.start for a, b in pairwise(spans))
    left = [char for at, char in enumerate(TEXT) if not any(s.start <= at < s.end for s in spans)]
    assert one.passages[0].result().replace("█", "") == "".join(left)
