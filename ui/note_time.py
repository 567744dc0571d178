"""The panel in which the time of a session is mended."""

from __future__ import annotations

import re
from datetime import datetime
from typing import TYPE_CHECKING, Final
from zoneinfo import ZoneInfo

from PySide6.QtCore import Qt, Signal

from app.domain.local_time import local
from app.domain.session import SessionTime
from ui.messages import message
from ui.widgets.button import Button
from ui.widgets.card import Card, row
from ui.widgets.field import Field
from ui.widgets.label import Label

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QKeyEvent
    from PySide6.QtWidgets import QWidget

    from app.domain.client import Place
    from app.domain.errors import Refusal
    from app.domain.session import Session

_DATE: Final = re.compile(r"\s*(\d{4})\D(\d{1,2})\D(\d{1,2})\D?\s*")
# 15:30, with a full-width colon, or 15 时 30 分.
_TIME: Final = re.compile(r"\s*(\d{1,2})\s*[:\uff1a\u65f6\u70b9]\s*(\d{1,2})\u5206?\s*")
_DIGITS: Final = 6


class TimePanel(Card):
    """Changes when the session was. `asked` gives the new appointment."""

    asked = Signal(SessionTime)
    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("raised", margins=(18, 14, 18, 14), spacing=12, parent=parent)
        self.day = Field(self.tr("日期"), hint=self.tr("例如 2026-05-12"))
        self.start = Field(self.tr("开始"), hint=self.tr("您当地的时间，例如 14:00"))
        self.minutes = Field(self.tr("分钟"), hint=self.tr("例如 50"))
        self.cancel = Button(self.tr("取消"), "ghost")
        self.cancel.clicked.connect(self.closed)
        self.done = Button(self.tr("改好了"), "quiet")
        self.done.clicked.connect(self.ask)
        for one in self._fields():
            one.entered.connect(self.ask)
        self.body.addWidget(Label(self.tr("这次咨询的时间"), "name"))
        self.body.addLayout(row(*self._fields(), spacing=12))
        self.body.addLayout(row(None, self.cancel, self.done, spacing=8))
        self._place: Place | None = None

    def show_time(self, session: Session, place: Place) -> None:
        """Show when the session was, by the clock of `place`."""
        self._place = place
        at = local(session.starts_at, place)
        self.day.set_text(f"{at:%Y-%m-%d}")
        self.start.set_text(f"{at:%H:%M}")
        self.minutes.set_text(str(session.minutes))
        for one in self._fields():
            one.set_error("")

    def refuse(self, refusal: Refusal) -> None:
        """Say why the time was not taken."""
        words = message(refusal)
        self.minutes.set_error(words.line)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Close with Esc and change nothing."""
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)

    def _fields(self) -> tuple[Field, Field, Field]:
        return self.day, self.start, self.minutes

    def ask(self) -> None:
        """Ask for the time that is typed, or say what cannot be read."""
        day, start = _numbers(_DATE, self.day.text()), _numbers(_TIME, self.start.text())
        minutes = self.minutes.text().strip()
        self.minutes.set_error("" if minutes.isdecimal() else self.tr("请写一个数，例如 50。"))
        at = _moment(day, start, self._place)
        self.start.set_error("" if start and (at or not day) else self.tr("请写成 14:00 这样。"))
        self.day.set_error("" if day and (at or not start) else self.tr("请写成 2026-05-12 这样。"))
        if at and minutes.isdecimal():
            self.asked.emit(SessionTime(at, int(minutes[:_DIGITS])))


def _numbers(pattern: re.Pattern[str], text: str) -> tuple[int, ...]:
    """Return the numbers that `pattern` finds in the whole of `text`, or none."""
    found = pattern.fullmatch(text)
    return tuple(int(number) for number in found.groups()) if found else ()


def _moment(day: Sequence[int], start: Sequence[int], place: Place | None) -> datetime | None:
    """Return the moment at `place`, or None where the calendar or the clock has no such one."""
    if not day or not start or place is None:
        return None
    try:
        wall = datetime(day[0], day[1], day[2], start[0], start[1])  # noqa: DTZ001 - zone below
    except ValueError:
        return None
    if not place.time_zone:
        return wall.astimezone()
    return wall.replace(tzinfo=ZoneInfo(place.time_zone))
