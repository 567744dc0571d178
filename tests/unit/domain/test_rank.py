"""What was typed finds a name by characters, by pinyin, by initials; exact before loose."""

from __future__ import annotations

import pytest

from app.domain.rank import WORST, Spelt, rank
from app.services import names

LIN = names.spelt("林晓禾", "H-017", person=True)
XIE = names.spelt("解缙", "X-2", person=True)
LV = names.spelt("吕绿", person=True)


@pytest.mark.parametrize(
    "typed", ["林晓禾", "林", "晓禾", "lxh", "lx", "linxiaohe", "linx", "xiaohe", "h-017", "017",
              "LIN", "林 017", "林：017", "h-017: lin", "lnxh", ""],
)  # fmt: skip
def test_it_is_found(typed):
    assert rank(typed, LIN) is not None


@pytest.mark.parametrize("typed", ["周", "zxh", "林 周", "hxl", "018"])
def test_it_is_not_found(typed):
    assert rank(typed, LIN) is None


def test_a_surname_is_typed_as_it_sounds():
    assert rank("xiejin", XIE) is not None
    assert rank("jiejin", XIE) is None
    assert rank("lvlv", LV) == rank("lüLü", LV) == rank("lulu", LV)


def test_exact_comes_before_the_beginning_before_the_middle_before_scattered_letters():
    found = [rank(typed, LIN) for typed in ("林晓禾", "林", "lxh", "linxiaohe", "禾", "lx", "linx",
                                            "xiaohe", "lnxh")]  # fmt: skip
    assert found == sorted(found)
    assert len(set(found)) == WORST
    assert rank("x", Spelt(("a",), ("xa",))) == 6
