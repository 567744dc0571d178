"""Decisions go along when a review is found anew; nothing hidden comes to light."""

from __future__ import annotations

import pytest

from app.domain.carry import LEFT_OUT, carry
from app.domain.review import OWN, Decision, MarkedSpan, Passage, Review, from_mapping, to_mapping

TEXT = "石头说妈妈在云雀屋上班"
HIDE, KEEP = Decision.HIDE, Decision.KEEP


def mark(start, end, layer="model", decision=HIDE, instead="人物A"):
    return MarkedSpan(start, end, "PERSON", layer, 1.0, instead, decision)


def review_of(*marks, known=""):
    return Review((Passage(1, "一", TEXT, marks),), known)


def carried(kept, found):
    got = carry(review_of(*kept, known="old"), review_of(*found, known="new"))
    assert got.review.known == "new"
    return got.review.passages[0], got.fresh


@pytest.mark.parametrize("layer", ["model", "register", "register-check"])
def test_a_place_found_as_before_is_decided_as_before(layer):
    passage, fresh = carried([mark(0, 2, layer, KEEP)], [mark(0, 2, layer)])
    assert passage.result() == TEXT
    assert fresh == 0


def test_what_she_kept_stays_kept_when_the_register_forgot_it():
    passage, fresh = carried([mark(0, 2, "register", KEEP)], [mark(0, 2, "model")])
    assert (passage.result(), fresh) == (TEXT, 0)


@pytest.mark.clause("157")
@pytest.mark.parametrize("layer", ["register", "register-check"])
@pytest.mark.parametrize("before", ["model", "rule", OWN])
def test_what_she_kept_is_hidden_once_the_register_knows_it(layer, before):
    passage, fresh = carried([mark(0, 2, before, KEEP)], [mark(0, 2, layer)])
    assert (passage.result(), fresh) == ("人物A" + TEXT[2:], 1)


def test_a_place_that_was_hidden_already_is_not_news():
    passage, fresh = carried([mark(0, 2)], [mark(0, 2, "register", instead="来访者")])
    assert (passage.result(), fresh) == ("来访者" + TEXT[2:], 0)


def test_a_new_place_is_hidden_and_counted():
    passage, fresh = carried([mark(0, 2, decision=KEEP)], [mark(0, 2), mark(6, 9, "register")])
    assert (passage.result(), fresh) == (TEXT.replace("云雀屋", "人物A"), 1)


@pytest.mark.clause("157")
def test_what_was_hidden_stays_hidden_when_it_is_no_longer_found():
    passage, fresh = carried([mark(0, 2)], [])
    assert (passage.result(), fresh) == (LEFT_OUT + TEXT[2:], 0)


def test_a_place_that_falls_apart_keeps_the_new_names_of_its_parts():
    found = [mark(0, 1, instead="父亲"), mark(1, 2, instead="母亲")]
    passage, fresh = carried([mark(0, 2)], found)
    assert (passage.result(), fresh) == ("父亲母亲" + TEXT[2:], 0)


def test_her_own_words_go_along_as_she_marked_them():
    passage, fresh = carried([mark(9, 11, OWN, instead="[她的]")], [mark(0, 2)])
    assert (passage.result(), fresh) == ("人物A" + TEXT[2:9] + "[她的]", 1)


@pytest.mark.clause("157")
def test_an_own_word_over_a_new_place_hides_both():
    passage, fresh = carried([mark(1, 4, OWN, instead="[略]")], [mark(0, 2)])
    assert (passage.result(), fresh) == ("[略]" + TEXT[4:], 1)


def test_hiding_inside_what_is_hidden_changes_nothing():
    review = review_of(mark(0, 4))
    assert review.hide(0, mark(1, 3)) is review


def test_hiding_over_what_is_kept_hides_just_that():
    review = review_of(mark(0, 4, decision=KEEP), known="sign").hide(0, mark(1, 3, instead="…"))
    assert review.passages[0].result() == f"{TEXT[0]}…{TEXT[3:]}"
    assert review.known == "sign"


def test_the_sign_of_the_register_is_kept_with_the_review():
    review = review_of(mark(0, 2), known="sign")
    assert from_mapping(to_mapping(review)) == review
    old = {"passages": to_mapping(review)["passages"]}
    assert from_mapping(old).known == ""


def test_a_note_that_is_new_or_says_other_words_is_found_as_it_is():
    kept = Review((Passage(1, "一", TEXT, (mark(0, 2, decision=KEEP),)),))
    other = Passage(1, "一", TEXT + "。", (mark(0, 2),))
    found = Review((other, Passage(2, "二", TEXT, (mark(0, 2),))))
    assert carry(kept, found).review == found
    assert carry(kept, found).fresh == 0
