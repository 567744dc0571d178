"""The tagger of names on the shipped model: pinned, the same in a batch, and worth having."""

from __future__ import annotations

import numpy as np
import pytest

from app import bootstrap
from app.deid.candidate import PERSON, either, runs
from app.deid.clues import WIDTH, Clues
from app.deid.engine import Deidentifier
from app.deid.name_tagger import NAMES_SHA256, NameTagger
from app.deid.reading import NAME_CLASSES, read
from app.deid.register import Register
from app.domain.errors import ModelMissing
from tests.unit.deid.support import LISTS, SilentTagger, lexicon

MODEL = (LISTS / "names.onnx").read_bytes()
MISSED = (
    ("她说昨天和门时光吵架了。", "门时光"),
    ("到的有单琰强夫妇和老黎。", "单琰强"),
    ("抄送帅团圆和曹总。", "帅团圆"),
    ("薇园女士是否愿意参加？", "薇园女士"),
)
"""Mentions that LAC alone does not tell from words."""


@pytest.fixture(scope="module")
def names(lac):
    return NameTagger(lac, lexicon(), MODEL, NAMES_SHA256)


def test_another_model_is_refused(lac):
    with pytest.raises(ModelMissing):
        NameTagger(lac, lexicon(), MODEL + b"x", NAMES_SHA256)


def test_a_batch_answers_as_one_by_one(names):
    sentences = ["她叫祁望舒。", "", "他在杭州。", "我和龚远吵架了", "她叫祁望舒。"]
    together = names.tag(sentences)
    for sentence, answer in zip(sentences, together, strict=True):
        (alone,) = names.tag([sentence])
        if not sentence:
            assert answer.names == ()
            continue
        assert np.shape(answer.names) == (NAME_CLASSES, len(sentence))
        assert np.allclose(np.sum(answer.names, axis=0), 1, atol=1e-4)
        assert np.allclose(answer.names, alone.names, atol=1e-4)


def test_a_name_is_told_and_a_word_is_not(names):
    (reading,) = read(["她叫祁望舒，今天很安静。"], names)
    person = either(reading, PERSON)
    assert min(person[2:5]) > 0.8
    assert max(person[8:10]) < 0.2
    assert list(runs(reading, PERSON, 0.5)) == [(2, 5)]


def test_two_names_side_by_side_are_two(names):
    (reading,) = read(["到的有：祁望舒龚远"], names)
    found = [reading.text[a:b] for a, b in runs(reading, PERSON, 0.5)]
    assert found[-1] == "龚远"


@pytest.mark.parametrize(("text", "name"), MISSED)
def test_what_a_model_of_news_misses_is_found(text, name):
    (spans,) = bootstrap.deidentifier().find([text], Register())
    hidden = {at for span in spans for at in range(span.start, span.end)}
    at = text.index(name)
    assert hidden.issuperset(range(at, at + len(name)))


def test_a_phrase_is_no_institution():
    text = "怎样在不站队的情况下谈和家人的边界？"
    assert bootstrap.deidentifier().find([text], Register()) == [[]]


def test_without_the_tagger_a_reading_says_nothing_of_names():
    (reading,) = read(["祁望舒"], SilentTagger())
    assert not np.any(reading.names)
    assert list(runs(reading, PERSON, 0.1)) == []
    assert Deidentifier(SilentTagger(), lexicon()).find(["今天下雨。"], Register()) == [[]]


def test_clues_say_what_the_lists_know_of_a_character():
    rows = Clues(lexicon()).of("王老师说说话A1 ")
    assert rows.shape == (9, WIDTH)
    assert rows[0, 0] == 1.0, "a surname of the commonest class"
    assert rows[1, 7] == 1.0, "小, 老, 阿"
    assert rows[6, 2] == rows[6, 3] == rows[7, 4] == rows[8, 6] == 1.0
    assert rows[3, 13] == rows[4, 12] == 1.0, "a character that repeats"
    assert Clues(lexicon()).of("").shape == (0, WIDTH)
