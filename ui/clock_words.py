"""Says a time by the clock of the practice, and whose clock that is where the computer's differs.

She travels, or works far from her clients: a time that is not the one on her screen's own clock
says so, everywhere alike.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QCoreApplication

from app.domain.local_time import wall
from ui import dates, translation

if TYPE_CHECKING:
    from datetime import datetime

translate = QCoreApplication.translate
_ZONE: Final = "@"


def day_and_time(at: datetime, zone: str) -> str:
    """Return a day and its time by the clock of `zone`; of this computer where none is known."""
    return _named(dates.day_and_time(wall(at, zone)), zone if _elsewhere(at, zone) else "")


def word(at: datetime, zone: str) -> str:
    """Return 14:57, or 14:57@Asia/Shanghai where the computer's clock shows another time.

    It is handed to a fresh process, which says it in whatever language it speaks: see `said`.
    """
    time = dates.clock_time(wall(at, zone))
    return f"{time}{_ZONE}{zone}" if _elsewhere(at, zone) else time


def settled(at: datetime, zone: str) -> str:
    """Say that times are told by the clock of `zone` from now on; nothing where that is ours."""
    if not zone or not _elsewhere(at, zone):
        return ""
    return translate(
        "Clock", "从此时间都按{0}时间显示，和这台电脑的钟不同。已经约好的，请看一眼对不对。"
    ).format(city(zone))


def said(word: str) -> str:
    """Return a time that `word` made, as it is read."""
    time, _, zone = word.partition(_ZONE)
    return _named(time, zone)


def _elsewhere(at: datetime, zone: str) -> bool:
    """Return whether the clock of a zone shows another time than the computer's."""
    return wall(at, zone).utcoffset() != at.astimezone().utcoffset()


def _named(time: str, zone: str) -> str:
    if not zone:
        return time
    return translate("Clock", "{1}时间 {0}").format(time, city(zone))


def city(zone: str) -> str:
    """Return by which city a time zone is called: 北京 in Chinese, Shanghai in English."""
    own = zone.rpartition("/")[2].replace("_", " ")
    if translation.locale().name().startswith("en"):
        return own
    from ui.widgets.zone import common_zones  # noqa: PLC0415 - the door rarely needs it

    return (dict(common_zones()).get(zone, "").split() or [own])[0]
