"""The profiles of retention and the words of an answer, as data in both languages."""

from __future__ import annotations

import pytest

from app.bootstrap import keeping_texts
from app.domain.keeping_text import NEEDED, load_keeping_text
from resources import resource

ZH = resource("keeping/zh.toml").read_text("utf-8")


@pytest.mark.clause("015")
def test_both_languages_hold_the_same_profiles_with_their_source():
    zh, en = keeping_texts()["zh"], keeping_texts()["en"]
    for one, other in zip(zh.profiles, en.profiles, strict=True):
        same = ("key", "years", "minor_years", "law")
        assert [getattr(one, name) for name in same] == [getattr(other, name) for name in same]
        assert one.source
        assert other.source
    shenzhen = zh.profile("shenzhen")
    assert (shenzhen.years, shenzhen.law) == (10, True)
    assert zh.profile("own") is None


@pytest.mark.parametrize(
    ("part", "by"),
    [
        ('see = "查阅记录"\n', ""),
        ("[words]", '[words]\nmore = "多"'),
        ('edition = "心匣第 1 版"', ""),
        ('key = "shenzhen"', 'key = "default"'),
        ('name = "通常：十年"', 'name = " "'),
    ],
)
def test_one_that_is_not_as_it_should_be_is_refused(part, by):
    assert part in ZH
    with pytest.raises(ValueError, match=r"words|profiles"):
        load_keeping_text(ZH.replace(part, by, 1))


def test_one_without_profiles_is_refused():
    words = "\n".join(f'{name} = "字"' for name in NEEDED)
    with pytest.raises(ValueError, match="profiles"):
        load_keeping_text(f'edition = "1"\nlanguage = "zh"\n[words]\n{words}\n')
