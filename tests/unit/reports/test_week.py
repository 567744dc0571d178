"""A week on paper: real text, no box for a rare name, several pages when it is full."""

from __future__ import annotations

from dataclasses import replace

import pytest

from app.domain.calendar_paper import WeekDay, WeekEntry, WeekSheet
from app.domain.errors import GlyphsMissing
from reports.protect import pdf_words
from reports.week import WeekPaper

ENTRY = WeekEntry("14:00–14:50", "L-07", "网络  当地 07:00")
SHEET = WeekSheet(
    "一周日程",
    "2026年5月11日至17日",
    (WeekDay("周一 5月11日", ()), WeekDay("周二 5月12日", (ENTRY, ENTRY))),
    "没有预约",
    "心匣 只有代号",
    "zh",
)


def text(sheet):
    return "\n".join(pdf_words(WeekPaper().render(sheet)))


def test_everything_is_there_to_be_read():
    found = text(SHEET)
    for word in SHEET.words():
        assert word.replace(" ", "") in found.replace(" ", "")


def test_the_same_week_gives_the_same_bytes():
    assert WeekPaper().render(SHEET) == WeekPaper().render(SHEET)


def test_rare_codes_are_set_or_refused():
    rare = replace(ENTRY, who="䶮𬱖")
    assert "䶮𬱖" in text(replace(SHEET, days=(WeekDay("周一", (rare,)),)))
    with pytest.raises(GlyphsMissing):
        WeekPaper().render(replace(SHEET, title="督导🙂"))


def test_a_full_week_goes_on_on_the_next_page():
    days = tuple(WeekDay(f"周{one}", (ENTRY,) * 12) for one in "一二三四五六日")
    found = text(replace(SHEET, days=days))
    assert "1 / 4" in found
    assert found.count("L-07") % 84 == 0
