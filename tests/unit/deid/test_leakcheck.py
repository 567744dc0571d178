from __future__ import annotations

import pytest

from app.deid.leakcheck import register_hits
from app.deid.register import Register, RegisteredPerson
from tests.unit.deid.support import lexicon

REGISTER = Register(
    name="祁望舒", phone="13900001111", birth_date="1988-03-17", employer="栖屿信息有限公司",
    people=(RegisteredPerson("龚开心", "丈夫", ("开心",)),),
)  # fmt: skip


@pytest.mark.clause("157")
@pytest.mark.parametrize(
    "line",
    [
        "祁望舒", "作者：Qi Wangshu", "qiwangshu.pdf", "电话 1 3 9 0 0 0 0 1 1 1 1",
        "139.0000.1111",
        "１３９００００１１１１", "祁 望舒", "她生于1988年3月17日", "栖屿信息有限公司",
        "祁望舒.docx",
    ],
)  # fmt: skip
def test_what_still_stands_is_found(line):
    hits = register_hits(["第一行", line], REGISTER, lexicon())
    assert hits
    assert {hit.line for hit in hits} == {1}


def test_a_name_cut_by_a_line_break_is_found():
    hits = register_hits(["来的是祁", "望舒。"], REGISTER, lexicon())
    assert (0, "祁\n望舒") in [(hit.line, hit.surface) for hit in hits]


def test_a_word_that_is_a_name_warns():
    assert [hit.check for hit in register_hits(["他很开心"], REGISTER, lexicon())] == [True]


def test_a_clean_page_passes():
    lines = ["来访者说母亲第3周来过", "30—34岁", "人物A", "2023年9月2日"]
    assert register_hits(lines, REGISTER, lexicon()) == []
