"""A plain sheet: all words are real text, a key stands large, a long list goes on."""

from __future__ import annotations

from dataclasses import replace

import pytest

from app.domain.errors import GlyphsMissing
from app.domain.recovery_key import to_groups
from app.domain.sheet import Sheet, SheetPart
from reports.protect import pdf_words
from reports.sheet import PlainSheet

GROUPS = to_groups(bytes(range(20)))
SHEET = Sheet(
    "个案销毁证明",
    "由心匣生成",
    (
        SheetPart("", (("个案编号", "7"), ("销毁时间", "2026年5月12日 14:57"))),
        SheetPart("怎样销毁", lines=("密钥已删除。", "留痕保留编号。")),
        SheetPart("钥匙", keys=GROUPS),
    ),
    "个案编号 7",
)


def text(sheet):
    return "\n".join(pdf_words(PlainSheet().render(sheet)))


def test_everything_is_there_to_be_read():
    found = text(SHEET).replace(" ", "")
    for word in SHEET.words():
        assert word.replace(" ", "") in found
    assert PlainSheet().render(SHEET) == PlainSheet().render(SHEET)


def test_rare_names_are_set_or_refused():
    rare = replace(SHEET, parts=(SheetPart("䶮𬱖", (("电话", "1"),)),))
    assert "䶮𬱖" in text(rare)
    with pytest.raises(GlyphsMissing):
        PlainSheet().render(replace(SHEET, parts=(SheetPart("🙂"),)))


@pytest.mark.parametrize(("rows", "pages"), [(20, 1), (31, 1), (60, 2)])
def test_a_sheet_a_little_too_long_for_one_page_is_set_closer(rows, pages):
    part = SheetPart("结果", tuple((f"第 {at} 行", "是") for at in range(rows)))
    assert f"1 / {pages}" in text(replace(SHEET, subtitle="", parts=(part,)))


def test_a_long_list_goes_on_on_the_next_page():
    part = SheetPart("禾木", (("电话", "13800005678"), ("预约", "\n".join(["周二"] * 14))))
    found = text(replace(SHEET, subtitle="", parts=(part,) * 9))
    assert "1 / 5" in found
    assert found.count("13800005678") % 9 == 0
