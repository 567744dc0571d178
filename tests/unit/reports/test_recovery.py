"""The recovery sheet: eight groups on one page, readable."""

from __future__ import annotations

import io

import pikepdf
import pytest
from pypdf import PdfReader

from app.domain.errors import GlyphsMissing
from app.domain.recovery_key import to_groups
from reports.recovery import RecoveryPaper
from tests.unit.reports.papers import fonts_of, squeezed, text_of

GROUPS = to_groups(bytes(range(20)))
LABELS = {
    "title": "心匣的恢复密钥",
    "warning": "谁拿到这张纸，谁就能打开保险库。",
    "vault": "保险库",
    "made": "制作日期",
    "number": "组",
    "keep": "请和身份证放在一起。\n不要拍照。",
}


def test_eight_numbered_groups_on_one_page():
    data = RecoveryPaper().render(GROUPS, "沈知远𠮷", "2026年11月22日", LABELS)
    assert len(PdfReader(io.BytesIO(data)).pages) == 1
    words = text_of(data)
    assert "".join(f"{at}{group}" for at, group in enumerate(GROUPS, start=1)) in words
    for text in (
        "沈知远𠮷",
        "2026年11月22日",
        *(LABELS[key] for key in ("title", "warning", "keep")),
    ):
        assert squeezed(text) in words
    assert all(fonts_of(data).values())
    assert data == RecoveryPaper().render(GROUPS, "沈知远𠮷", "2026年11月22日", LABELS)


def test_the_key_is_in_no_property():
    data = RecoveryPaper().render(GROUPS, "甲", "今天", LABELS)
    with pikepdf.open(io.BytesIO(data)) as pdf:
        assert {str(word) for word in pdf.trailer.Info.values()} == {LABELS["title"]}


def test_a_vault_named_with_a_picture_is_refused():
    with pytest.raises(GlyphsMissing):
        RecoveryPaper().render(GROUPS, "🗝", "今天", LABELS)


def test_letters_stand_apart_so_that_vv_is_no_w():
    data = RecoveryPaper().render(GROUPS, "甲", "今天", LABELS)
    with pikepdf.open(io.BytesIO(data)) as pdf:
        spacing = [
            float(one.operands[0])
            for one in pikepdf.parse_content_stream(pdf.pages[0])
            if str(one.operator) == "Tc"
        ]
    assert max(spacing) >= 2
