"""A catalogue that would lose an item is refused."""

from __future__ import annotations

import pytest

from app.domain.screen_catalogue import load_screen_catalogue

ITEM = '[[items]]\nkey = "a"\ntext = "甲"\nsource = "网络 4.3"\nclauses = ["052"]\n'
HEAD = 'key = "remote"\nedition = "1"\nlanguage = "zh"\nsuits = ["乙"]\nyes = "是"\n'
HEAD += 'no = "否"\nanswered = "{0}：{1}"\n'


def test_it_reads_items():
    made = load_screen_catalogue(f"{HEAD}{ITEM}risk = true\n")
    assert (made.edition, made.suits) == ("1", ("乙",))
    assert made.answered.format("乙", made.no) == "乙：否"
    assert made.items[0].risk
    assert not load_screen_catalogue(HEAD + ITEM).items[0].risk


@pytest.mark.parametrize(
    "text",
    [
        HEAD,
        ITEM,
        HEAD + ITEM + ITEM,
        HEAD + ITEM.replace('["052"]', "[]"),
        HEAD + ITEM.replace("甲", " "),
        HEAD.replace('edition = "1"\n', "") + ITEM,
        HEAD.replace('["乙"]', "[]") + ITEM,
    ],
)
def test_one_that_lacks_something_is_refused(text):
    with pytest.raises(ValueError, match="screen"):
        load_screen_catalogue(text)
