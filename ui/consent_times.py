"""Dates and times of a consent in words, by both parties' clocks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from app.domain.local_time import local
from ui import dates

if TYPE_CHECKING:
    from datetime import datetime

    from app.domain.client import Place

translate = QCoreApplication.translate


def both_times(at: datetime, mine: Place, theirs: Place, there: str) -> str:
    """Return when it is for the counselor and, where the clocks differ, for the client."""
    here = local(at, mine)
    said = dates.day_and_time(here)
    if not theirs.time_zone:
        return said
    away = local(at, theirs)
    if away.utcoffset() == here.utcoffset():
        return said
    day = "" if away.date() == here.date() else f"{dates.weekday(away)} "
    return translate("ConsentTimes", "{0}，{1} {2}{3}").format(
        said, there, day, dates.clock_time(away)
    )
