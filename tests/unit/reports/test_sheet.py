"""A plain sheet: all words are real text, a key stands large, a long list goes on."""

from __future__ import annotations

import io
from dataclasses import replace

import pytest
from pypdf import PdfReader

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
    found = text(replace(SHEET, subtitle="", parts=(part,) * 20))
    assert "1 / 10" in found
    assert found.count("13800005678") % 20 == 0


@pytest.mark.parametrize("large", [False, True])
@pytest.mark.parametrize("before", range(17, 23))
def test_no_heading_stands_alone_at_the_foot_of_a_page(before, large):
    parts = (SheetPart(lines=("一句话。",) * (before if large else before * 7 // 4)),)
    for number in range(9):
        parts += (SheetPart(f"第{number}步", lines=("打电话给她，" * 12,)),)
    data = PlainSheet().render(replace(SHEET, parts=parts, large=large))
    for page in PdfReader(io.BytesIO(data)).pages:
        assert not page.extract_text().rstrip().endswith("步")


def test_short_sections_do_not_take_their_signature_to_a_page_of_its_own():
    parts = tuple(SheetPart(f"第{number}节", lines=("写了一句。",)) for number in range(13))
    signed = SheetPart("签字", (("咨询师", "____"), ("来访者", "____")))
    assert "1 / 1" in text(replace(SHEET, parts=(*parts, signed)))


def test_an_answer_longer_than_a_page_is_printed_whole():
    said = "".join(f"第{number:04}句。" for number in range(600))
    found = text(
        replace(SHEET, parts=(SheetPart("请求", (("请求的内容", said), ("日期", "今天"))),))
    )
    joined = found.replace("\n", "").replace(" ", "")
    assert all(f"第{number:04}句。"[:5] in joined for number in range(0, 600, 50))
    assert "今天" in joined


def test_a_narrow_column_leaves_its_room_to_a_wide_one():
    long = "确认了来访者的身份，远程时写了怎样确认，中断过的写了怎样处理（网络 1.2）"
    rows = (("", "有", "缺", "不适用"), *((long, "3", "0", "0") for _ in range(26)))
    assert "1 / 1" in text(replace(SHEET, parts=(SheetPart("各项", rows),)))
