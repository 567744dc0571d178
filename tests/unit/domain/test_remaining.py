"""What is left after a review, and what it comes to together."""

from __future__ import annotations

from dataclasses import replace

import pytest

from app.domain.remaining import Remaining, Risk, Trait, remaining
from app.domain.review import OWN, Decision, MarkedSpan, Passage, Review

KEEP, HIDE, OPEN = Decision.KEEP, Decision.HIDE, Decision.OPEN


def left(text: str, *marks: tuple[str, str, Decision]) -> Remaining:
    """What is left of a text in which each (word, kind) is decided."""
    spans = tuple(
        MarkedSpan(text.index(word), text.index(word) + len(word), kind, "model", 1.0, "[略]", what)
        for word, kind, what in marks
    )
    return remaining(Review((Passage(1, "第 1 次咨询", text, spans),)))


@pytest.mark.clause("156")
@pytest.mark.clause("157")
@pytest.mark.parametrize(
    ("text", "marks", "traits", "risk"),
    [
        ("她睡不着。", (), (), Risk.LOW),
        ("林晓禾睡不着。", (("林晓禾", "PERSON", HIDE),), (), Risk.LOW),
        ("林晓禾睡不着。", (("林晓禾", "PERSON", KEEP),), (Trait.NAME,), Risk.HIGH),
        ("电话 139。", (("139", "PHONE", KEEP),), (Trait.NUMBER,), Risk.HIGH),
        ("在绍兴。", (("绍兴", "LOCATION", KEEP),), (Trait.PLACE,), Risk.LOW),
        ("她34岁。", (), (Trait.AGE,), Risk.LOW),
        ("她34岁，是教师。", (), (Trait.AGE, Trait.WORK), Risk.MIDDLE),
        ("她左脸有块胎记。", (("左脸有块胎记", "QUASI", OPEN),), (Trait.DETAIL,), Risk.MIDDLE),
        ("她左脸有块胎记。", (("左脸有块胎记", "QUASI", HIDE),), (), Risk.LOW),
        (
            "绍兴人，左脸有块胎记。",
            (("绍兴", "LOCATION", KEEP), ("左脸有块胎记", OWN, KEEP)),
            (Trait.PLACE, Trait.DETAIL),
            Risk.HIGH,
        ),
        (
            "三月五日，绍兴，34岁，离异的教师。",
            (("三月五日", "DATE", KEEP), ("绍兴", "LOCATION", KEEP)),
            (Trait.PLACE, Trait.DATE, Trait.AGE, Trait.WORK, Trait.FAMILY),
            Risk.HIGH,
        ),
    ],
)
def test_what_is_left_is_named_and_weighed_together(text, marks, traits, risk):
    assert left(text, *marks) == Remaining(traits, risk)


def test_her_own_words_stand_in_one_place_or_in_all_alike():
    text = "绍兴，又是绍兴。"
    spans = (
        MarkedSpan(0, 2, "LOCATION", "model", 1.0, "某市A"),
        MarkedSpan(5, 7, "LOCATION", "model", 1.0, "某市A", OPEN),
    )
    review = Review((Passage(1, "第 1 次咨询", text, spans),))
    assert review.reword(0, 0, "一座小城").passages[0].result() == "一座小城，又是某市A。"
    alike = review.reword(0, 0, "一座小城", alike=True)
    assert alike.passages[0].result() == "一座小城，又是一座小城。"
    assert alike.undecided == 0
    assert all(one.reworded for one in alike.passages[0].spans)


def test_what_waits_is_hidden_when_nobody_is_there_to_decide():
    spans = (MarkedSpan(0, 2, "QUASI", "pointed", 0.6, "[略]", OPEN),)
    review = Review((Passage(1, "第 1 次咨询", "绍兴。", spans),))
    assert review.undecided == 1
    assert review.settled().undecided == 0
    kept = replace(spans[0], decision=KEEP)
    assert Review((Passage(1, "", "绍兴。", (kept,)),)).settled().passages[0].spans == (kept,)
