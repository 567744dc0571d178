"""What stands in an English text: English words, the letters of the whole export."""

from __future__ import annotations

from datetime import date

import pytest

from app.deid.engine import rewrite
from app.deid.english import in_english, is_english
from app.deid.pseudonym import with_roles
from app.deid.register import Register, RegisteredPerson
from tests.unit.deid.test_pseudonym import QUIET, lexicon, table

REGISTER = Register(
    name="祁望舒",
    aliases=("Wendy",),
    people=(RegisteredPerson("龚远", "丈夫"), RegisteredPerson("Marcus", "同事")),
    places=("桐庐县",),
)


@pytest.mark.parametrize(
    ("text", "english"),
    [
        ("Wendy slept badly again.", True),
        ("Wendy met 龚远 at the station and went home.", True),
        ("来访者说 Wendy 是她的英文名。", False),
        ("", False),
        ("2026-03-01 10:00", False),
        ("OK，好的。", False),
        ("CBT、ACT 都试过", False),
    ],
)
def test_what_is_hardly_chinese_is_english(text, english):
    assert is_english(text) is english


@pytest.mark.parametrize(
    ("said", "english"),
    [
        ("来访者", "client"),
        ("求助者", "caller"),
        ("母亲", "mother"),
        ("同事B", "colleague B"),
        ("人物AC", "person AC"),
        ("某县区D", "county D"),
        ("[电话]", "[phone]"),
        ("首次咨询后第2周", "week 2 after the first session"),
        ("首次咨询前第11周", "week 11 before the first session"),
        ("30—34岁", "age 30–34"),
        ("高龄", "very old"),
        ("合唱队的人C", "person C"),
        ("coach", "coach"),
    ],
)
def test_each_replacement_has_its_english_word_and_keeps_its_letter(said, english):
    assert in_english(said) == english


def test_every_word_that_stands_for_a_role_of_the_lists_has_an_english_one():
    relations = {"父亲", "母亲", "丈夫", "妻子", "表姐", "室友", "督导师", "外甥女", "小姨"}
    assert relations <= lexicon().roles
    assert not [one for one in relations if in_english(one) == "person"]


@pytest.mark.clause("114")
def test_one_person_is_one_through_both_languages_of_a_case():
    using = table(reference=date(2026, 3, 1))
    texts = ("Marcus说桐庐很冷。", "Wendy told her husband 龚远 that Marcus called from 桐庐.")
    first, second = (
        rewrite(one, with_roles(one, using.assign(one, QUIET.find([one], REGISTER)[0])))
        for one in texts
    )
    letter = first.partition("说")[0].removeprefix("同事")
    place = first.partition("某县区")[2][0]
    assert second == f"client told her husband that colleague {letter} called from county {place}."
