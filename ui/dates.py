"""Dates and times in words, as the language of the window writes them.

Every date is given by the clock it is to be read by; nothing here moves it to another zone. How
a date is put together is a pattern of Qt's, translated like any other words; the names of months
and weekdays come from Qt's own tables.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QDate

from ui import translation

if TYPE_CHECKING:
    from datetime import date, datetime

translate = QCoreApplication.translate


def day(on: date) -> str:
    """Return 2026年5月12日（周二）, Tue 12 May 2026."""
    return _said(on, translate("Dates", "yyyy年M月d日（ddd）"))


def plain_day(on: date) -> str:
    """Return 2026年5月12日, 12 May 2026."""
    return _said(on, translate("Dates", "yyyy年M月d日"))


def short_day(on: date) -> str:
    """Return 5月12日, 12 May: for lists whose year is plain."""
    return _said(on, translate("Dates", "M月d日"))


def short_weekday(on: date) -> str:
    """Return 5月12日 周二, Tue 12 May."""
    return _said(on, translate("Dates", "M月d日 ddd"))


def long_weekday(on: date) -> str:
    """Return 5月12日 星期二, Tuesday 12 May."""
    return _said(on, translate("Dates", "M月d日 dddd"))


def weekday(on: date) -> str:
    """Return 周二, Tue."""
    return _said(on, "ddd")


def month(on: date) -> str:
    """Return 2026年5月, May 2026."""
    return _said(on, translate("Dates", "yyyy年M月"))


def clock_time(at: datetime) -> str:
    """Return 15:00: hours and minutes are written alike in both languages."""
    return f"{at:%H:%M}"


def day_and_time(at: datetime) -> str:
    """Return 2026年5月12日（周二）15:00, Tue 12 May 2026 15:00."""
    gap = " " if translation.locale().name().startswith("en") else ""
    return f"{day(at)}{gap}{clock_time(at)}"


def near(at: datetime, now: datetime) -> str:
    """Return 今天 15:00, or the day, with its year only where that is another one."""
    if at.date() == now.date():
        return translate("Dates", "今天 {0}").format(clock_time(at))
    return short_day(at) if at.year == now.year else plain_day(at)


def _said(on: date, pattern: str) -> str:
    """Return a date in a pattern of Qt's."""
    return translation.locale().toString(QDate(on.year, on.month, on.day), pattern)
