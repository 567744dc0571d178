"""A scale that the counselor writes in plain lines."""

from __future__ import annotations

from dataclasses import asdict, replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.own_scale import OWN_SCALE, ScaleWords, scale_from, words_from, words_of
from app.domain.scale import Band, score

WHOLE = ScaleWords(
    name="每周状态 䶮",
    instruction="过去一周里",
    items="睡得踏实\n\n  心慌\n说过心里话",
    options="0 从不\n1. 有时\n2：经常",
    turned="1、3",
    bands="0-2 平稳\n3–4 吃力\n5 至 6 很难",
    missing="1",
    alert="2",
    source="一起定的",
)


@pytest.mark.clause("055")
@pytest.mark.parametrize(
    ("words", "lacks"),
    [
        (WHOLE, set()),
        (ScaleWords("x", items="a", options="0 a\n1 b"), set()),
        (ScaleWords(), {"named", "asks", "options"}),
        (replace(WHOLE, name="\u200b"), {"named"}),
        (replace(WHOLE, items=" \n\u3000", turned="", alert="", missing=""), {"asks"}),
        (replace(WHOLE, options="0 从不"), {"options"}),
        (replace(WHOLE, options="0 从不\n0 有时"), {"options"}),
        (replace(WHOLE, options="从不\n有时"), {"options"}),
        (replace(WHOLE, options="\n".join(f"{at} x" for at in range(12))), {"options"}),
        (replace(WHOLE, turned="4"), {"turned"}),
        (replace(WHOLE, turned="0"), {"turned"}),
        (replace(WHOLE, turned="第三题"), {"turned"}),
        (replace(WHOLE, alert="4"), {"alert"}),
        (replace(WHOLE, alert="1 2"), {"alert"}),
        (replace(WHOLE, alert="x"), {"alert"}),
        (replace(WHOLE, missing="3"), {"missing"}),
        (replace(WHOLE, missing="一"), {"missing"}),
        (replace(WHOLE, bands="轻"), {"bands"}),
        (replace(WHOLE, bands="4-2 轻"), {"bands"}),
        (replace(WHOLE, bands="0-4 轻\n4-6 中"), {"bands"}),
    ],
)
def test_what_it_lacks_is_said(words, lacks):
    assert {name.removeprefix("own_scale.") for name in OWN_SCALE.lacks(words)} == lacks


def test_it_becomes_a_scale_that_counts():
    made = scale_from(WHOLE, "own-1", 2, "zh")
    assert (made.key, made.edition, made.language, made.own) == ("own-1", "2", "zh", True)
    assert [one.text for one in made.items] == ["睡得踏实", "心慌", "说过心里话"]
    assert [one.turned for one in made.items] == [True, False, True]
    assert [(one.value, one.text) for one in made.options] == [
        (0, "从不"),
        (1, "有时"),
        (2, "经常"),
    ]
    assert made.bands == (
        Band(0, 2, 0, "平稳"), Band(3, 4, 2, "吃力"), Band(5, 6, 4, "很难"),
    )  # fmt: skip
    assert (made.alert, made.missing, made.reliable) == ("2", 1, None)
    assert score(made, (2, 0, 2)).total == 0
    assert score(made, (0, 2, None)).total == 6


def test_a_single_score_can_be_a_band_and_nothing_asked_for_is_nothing():
    made = scale_from(
        ScaleWords("x", items="a", options="0 a\n1 b", bands="1 到了"), "own-1", 1, "zh"
    )
    assert made.bands == (Band(1, 1, 0, "到了"),)
    assert (made.alert, made.missing, made.items[0].turned) == ("", 0, False)


def test_written_again_it_is_the_same_scale():
    made = scale_from(WHOLE, "own-1", 1, "zh")
    assert scale_from(words_of(made), "own-1", 1, "zh") == made
    assert words_of(scale_from(replace(WHOLE, missing=""), "own-1", 1, "zh")).missing == ""


@given(st.builds(ScaleWords, *([st.text()] * 9)))
def test_whatever_is_typed_is_kept_and_never_breaks_the_rules(words):
    assert words_from({**asdict(words), "later": "x"}) == words
    if not OWN_SCALE.lacks(words):
        scale_from(words, "own-1", 1, "zh")
