"""The panel in which the time of a session is mended."""

from __future__ import annotations

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
from ui.widgets.when import WhenField

if TYPE_CHECKING:
    from datetime import datetime

    from PySide6.QtGui import QKeyEvent
    from PySide6.QtWidgets import QWidget

    from app.domain.client import Place
    from app.domain.errors import Refusal
    from app.domain.session import Session

_DIGITS: Final = 6


class TimePanel(Card):
    """Changes when the session was. `asked` gives the new appointment."""

    asked = Signal(SessionTime)
    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("raised", margins=(18, 14, 18, 14), spacing=12, parent=parent)
        self.when = WhenField(self.tr("什么时候开始（您当地的时间）"))
        self.minutes = Field(self.tr("分钟"), hint=self.tr("例如 50"))
        self.cancel = Button(self.tr("取消"), "ghost")
        self.cancel.clicked.connect(self.closed)
        self.done = Button(self.tr("改好了"), "quiet")
        self.done.clicked.connect(self.ask)
        for one in (self.when, self.minutes):
            one.entered.connect(self.ask)
        self.body.addWidget(Label(self.tr("这次咨询的时间"), "name"))
        line = row(self.when, self.minutes, spacing=12)
        line.setStretch(0, 3)
        line.setStretch(1, 1)
        for one in (self.when, self.minutes):  # what was understood stands below one of them
            line.setAlignment(one, Qt.AlignmentFlag.AlignTop)
        self.body.addLayout(line)
        self.body.addLayout(row(None, self.cancel, self.done, spacing=8))
        self._place: Place | None = None

    def show_time(self, session: Session, place: Place, now: datetime) -> None:
        """Show when the session was, by the clock of `place`; 昨天 is counted from `now`."""
        self._place = place
        at = local(session.starts_at, place).replace(tzinfo=None)
        self.when.start(at, local(now, place).date())
        self.minutes.set_text(str(session.minutes))
        self.minutes.set_error("")

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

    def ask(self) -> None:
        """Ask for the time that is typed, or say what cannot be read."""
        wall, minutes = self.when.moment(), self.minutes.text().strip()
        self.minutes.set_error("" if minutes.isdecimal() else self.tr("请写一个数，例如 50。"))
        if wall is None:
            self.when.refuse()
        elif minutes.isdecimal():
            self.asked.emit(SessionTime(_moment(wall, self._place), int(minutes[:_DIGITS])))


def _moment(wall: datetime, place: Place | None) -> datetime:
    """Return the moment of a wall time at a place, or where the computer is."""
    if place is None or not place.time_zone:
        return wall.astimezone()
    return wall.replace(tzinfo=ZoneInfo(place.time_zone))
