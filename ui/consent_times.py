"""Dates and times of a consent in words, by both parties' clocks."""

from __future__ import annotations

from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from PySide6.QtCore import QCoreApplication

if TYPE_CHECKING:
    from datetime import datetime

    from app.domain.client import Place

translate = QCoreApplication.translate


def local(at: datetime, place: Place) -> datetime:
    """Return `at` by the clock of `place`, or of this computer where no zone is known."""
    return at.astimezone(ZoneInfo(place.time_zone) if place.time_zone else None)


def long_time(at: datetime) -> str:
    """Return date, weekday and time."""
    return translate("ConsentTimes", "{0}年{1}月{2}日（{3}）{4}").format(
        at.year, at.month, at.day, weekday(at), f"{at:%H:%M}"
    )


def short_time(at: datetime, now: datetime) -> str:
    """Return the day, or 今天 with the time; the year only where it is another one."""
    if at.date() == now.date():
        return translate("ConsentTimes", "今天 {0}").format(f"{at:%H:%M}")
    if at.year == now.year:
        return translate("ConsentTimes", "{0}月{1}日").format(at.month, at.day)
    return translate("ConsentTimes", "{0}年{1}月{2}日").format(at.year, at.month, at.day)


def weekday(at: datetime) -> str:
    """Return the day of the week."""
    names = (
        translate("ConsentTimes", "周一"),
        translate("ConsentTimes", "周二"),
        translate("ConsentTimes", "周三"),
        translate("ConsentTimes", "周四"),
        translate("ConsentTimes", "周五"),
        translate("ConsentTimes", "周六"),
        translate("ConsentTimes", "周日"),
    )
    return names[at.weekday()]


def both_times(at: datetime, mine: Place, theirs: Place, there: str) -> str:
    """Return when it is for the counselor and, where the clocks differ, for the client."""
    here = local(at, mine)
    said = long_time(here)
    if not theirs.time_zone:
        return said
    away = local(at, theirs)
    if away.utcoffset() == here.utcoffset():
        return said
    day = "" if away.date() == here.date() else f"{weekday(away)} "
    return translate("ConsentTimes", "{0}，{1} {2}{3}").format(said, there, day, f"{away:%H:%M}")
