"""Scales: the files, the score with open and turned answers, bands, and reliable change."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app import bootstrap
from app.domain.as_json import as_json
from app.domain.scale import (
    Scale,
    ScaleItem,
    ScaleOption,
    Score,
    band,
    changed,
    reliable_points,
    scale_of,
    score,
)
from app.domain.scale_file import load_scale
from resources import resource

SHIPPED = {(one.key, one.language): one for one in bootstrap.scales()}
PHQ9, GAD7 = SHIPPED["phq9", "zh"], SHIPPED["gad7", "zh"]
TEXT = resource("scales/phq9.zh.toml").read_text("utf-8")


def test_the_same_scales_are_there_in_both_languages_and_each_says_whose_it_is():
    assert {key for key, _ in SHIPPED} == {"phq9", "gad7", "phq2", "gad2"}
    for key in ("phq9", "gad7", "phq2", "gad2"):
        zh, en = SHIPPED[key, "zh"], SHIPPED[key, "en"]
        assert [one.key for one in zh.items] == [one.key for one in en.items]
        assert (
            [one.value for one in zh.options] == [one.value for one in en.options] == [0, 1, 2, 3]
        )
        for name in ("edition", "alert", "missing", "source"):
            assert getattr(zh, name) == getattr(en, name)
        assert [(one.least, one.most, one.grade) for one in zh.bands] == [
            (one.least, one.most, one.grade) for one in en.bands
        ]
        assert "Pfizer" in zh.licence
        assert "No permission required" in en.licence
    assert (len(PHQ9.items), PHQ9.most, len(GAD7.items), GAD7.most) == (9, 27, 7, 21)


def test_the_wording_is_the_standard_one():
    assert PHQ9.items[0].text == "做事时提不起劲或没有兴趣"
    assert PHQ9.items[8].text == "有不如死掉或用某种方式伤害自己的念头"
    assert SHIPPED["phq9", "en"].items[8].text == (
        "Thoughts that you would be better off dead or of hurting yourself in some way"
    )
    assert GAD7.items[6].text == "感到似乎将有可怕的事情发生而害怕"
    assert [one.text for one in PHQ9.options] == [
        "完全不会",
        "好几天",
        "一半以上的天数",
        "几乎每天",
    ]
    assert [one.text for one in SHIPPED["phq2", "zh"].items] == [one.text for one in PHQ9.items[:2]]


@pytest.mark.parametrize(
    ("total", "text"),
    [(0, "极轻或没有"), (4, "极轻或没有"), (5, "轻度"), (9, "轻度"), (10, "中度"), (14, "中度"),
     (15, "中重度"), (19, "中重度"), (20, "重度"), (27, "重度")],
)  # fmt: skip
def test_the_bands_of_the_phq9_are_those_of_its_source(total, text):
    found = band(PHQ9, total)
    assert found is not None
    assert found.text == text


@pytest.mark.clause("055")
@pytest.mark.parametrize(
    ("scale", "answers", "made"),
    [
        (PHQ9, (1,) * 9, Score(9)),
        (PHQ9, (0,) * 9, Score(0)),
        (PHQ9, (3,) * 9, Score(27)),
        (PHQ9, (1, 1, 1, 1, 1, 1, 1, 1, None), Score(9, 1)),
        (PHQ9, (1, 1, 1, 1, 1, 1, 0, None, None), Score(8, 2)),  # 6 * 9 / 7 = 7.71
        (PHQ9, (3, 3, 3, 3, 2, 2, 2, 2, None), Score(23, 1)),  # 22.5 goes up
        (PHQ9, (1, 1, 1, 1, 1, 1, None, None, None), Score(None, 3)),
        (PHQ9, (None,) * 9, Score(None, 9)),
        (GAD7, (1, 1, 1, 1, 1, 1, None), Score(None, 1)),
        (SHIPPED["phq2", "en"], (3, None), Score(None, 1)),
    ],
)
def test_open_answers_are_made_up_for_only_as_far_as_the_source_says(scale, answers, made):
    assert score(scale, answers) == made
    assert score(scale, answers).made_up is (made.total is not None and made.open > 0)


def test_a_turned_item_counts_the_other_way_round():
    options = tuple(ScaleOption(value, str(value)) for value in (1, 2, 3, 4, 5))
    made = Scale("x", "1", "zh", "x", "x", "", options,
                 (ScaleItem("1", "a"), ScaleItem("2", "b", turned=True)))  # fmt: skip
    assert score(made, (5, 1)).total == 10
    assert score(made, (1, 5)).total == 2
    assert (made.least, made.most) == (2, 10)
    assert band(made, 10) is None
    assert band(PHQ9, None) is None


def test_a_change_is_reliable_where_it_is_larger_than_the_error_of_two_measures():
    points = reliable_points(PHQ9)
    assert points == pytest.approx(1.96 * 2**0.5 * 6.1 * (1 - 0.89) ** 0.5)
    assert [changed(PHQ9, 15, 15 - by) for by in (5, 6)] == [False, True]
    assert [changed(GAD7, 10, 10 + by) for by in (3, 4)] == [False, True]
    assert reliable_points(SHIPPED["phq2", "zh"]) is None
    assert changed(SHIPPED["phq2", "zh"], 0, 6) is None


@given(st.lists(st.sampled_from([0, 1, 2, 3, None]), min_size=9, max_size=9))
def test_a_score_lies_between_the_ends_and_has_a_band(answers):
    found = score(PHQ9, answers)
    assert found.open == answers.count(None)
    if found.total is not None:
        assert 0 <= found.total <= 27
        assert band(PHQ9, found.total) is not None


def test_a_scale_survives_json_and_unknown_keys():
    for one in SHIPPED.values():
        assert scale_of(as_json(one)) == one
    assert scale_of({**as_json(PHQ9), "later": 1}) == PHQ9


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        ('key = "phq9"', "", "a scale lacks: key"),
        ('licence = "', 'license = "', "a scale lacks: licence"),
        ("bands = [", "no_bands = [", "the scale phq9 (zh) is refused: it lacks bands"),
        ('key = "9", ', "", "one of its items lacks key"),
        ("value = 3", 'value = "3"', "one of its options lacks value"),
        ("value = 3", "value = 2", "two of its items or options are the same"),
        ('alert = "9"', 'alert = "10"', "its alert names an item that it does not have"),
        ("missing = 2", "missing = 9", "more open answers than it can"),
        ("least = 5, ", "least = 6, ", "its bands leave a score out"),
        ("sd = 6.1", "sd = -6.1", "its reliability or standard deviation cannot be"),
        ("closing = ", "opening = ", "nobody knows what opening is"),
        ("closing_options = [", "#", "its last question and the answers to it"),
        ("sd = 6.1", "sd = 6.1\ntwice = 1", "a part of it is not as it should be"),
        ("order = 1", "order = ", "a scale cannot be read"),
        ("missing_source = ", "# ", "makes up for open answers and names no source"),
    ],
)  # fmt: skip
def test_a_broken_file_is_refused_in_one_sentence(old, new, says):
    assert load_scale(TEXT) == PHQ9
    assert old in TEXT
    with pytest.raises(ValueError, match=re.escape(says)) as refused:
        load_scale(TEXT.replace(old, new, 1))
    said = str(refused.value)
    assert said.count("\n") == 0 or "cannot be read" in said


def test_an_item_that_is_a_word_is_refused():
    with pytest.raises(ValueError, match="one of its items lacks key"):
        load_scale(TEXT.replace("items = [", 'items = ["a", ', 1))


def test_its_line_tells_editions_apart():
    assert replace(PHQ9, edition="2").line != PHQ9.line == SHIPPED["phq9", "en"].line
