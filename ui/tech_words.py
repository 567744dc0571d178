"""A technical sheet in words: on its page, in the timeline and on paper."""

from __future__ import annotations

from datetime import date, datetime, time
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from ui import dates

if TYPE_CHECKING:
    from app.domain.tech_sheet import TechSheet

translate = QCoreApplication.translate


def tried_words(one: TechSheet) -> str:
    """Return when the connection was tried out, or that it was not."""
    if not one.tried_on:
        return translate("TechSheet", "还没有试通话")
    day = datetime.combine(date.fromisoformat(one.tried_on), time())
    return translate("TechSheet", "{0} 试通话").format(dates.plain_day(day))


def tech_lines(one: TechSheet) -> tuple[tuple[str, str], ...]:
    """Return what a sheet says, a pair of name and words a line; what is empty is left out."""
    every = (
        (translate("TechSheet", "试通话"), tried_words(one)),
        (translate("TechSheet", "平台"), one.platform),
        (translate("TechSheet", "咨询师的设备"), one.mine),
        (translate("TechSheet", "来访者的设备"), one.theirs),
        (translate("TechSheet", "遇到的问题"), one.problems),
        (translate("TechSheet", "怎样解决的"), one.done),
    )
    return tuple((name, words) for name, words in every if words.strip())
