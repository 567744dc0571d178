"""Says inside the window that an appointment is near: by code, quietly (clause 142)."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QWidget

from app.services import agenda
from app.services.changes import Changes, Noun
from ui.names import as_written
from ui.widgets.banner import Banner
from ui.widgets.card import column
from ui.widgets.painted import announce

if TYPE_CHECKING:
    from datetime import datetime

    from app.domain.appointment import Which
    from app.services.agenda import Line
    from ui.office import Office

_LOOK_MS: Final = 20_000
_FETCH_AFTER: Final = timedelta(minutes=30)
_AHEAD: Final = timedelta(hours=12)


class Reminder(QWidget):
    """A strip above the page; hidden while nothing is near. `asked` opens the appointment.

    The coming hours are read at times and after each change; the clock is looked at between.
    """

    asked = Signal(object)

    def __init__(self, office: Office, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._office = office
        self._lines: list[Line] = []
        self._fetched: datetime | None = None
        self._done: set[tuple[Which, datetime]] = set()
        self._shown: Line | None = None
        self._banner: Banner | None = None
        self._room = column(margins=(12, 8, 12, 0))
        self.setLayout(self._room)
        self.hide()
        self._timer = QTimer(self)
        self._timer.setInterval(_LOOK_MS)
        self._timer.timeout.connect(self.look)
        self._timer.start()
        office.desk.changed.connect(self._changed)
        QTimer.singleShot(0, self, self.look)

    def look(self) -> None:
        """Look at the clock; have the coming hours read where they are old."""
        now = self._office.tools().clock.now()
        if self._fetched is None or now - self._fetched >= _FETCH_AFTER or now < self._fetched:
            self._fetch(now)
        else:
            self._show_due(now)

    def text(self) -> str:
        """Return what is said, or nothing."""
        return self._banner.accessibleName() if self._banner is not None else ""

    def _fetch(self, now: datetime) -> None:
        clock = self._office.tools().clock
        self._fetched = now
        self._office.desk.do(self, lambda vault: agenda.coming(vault, clock, _AHEAD), self._read)

    def _read(self, lines: list[Line]) -> None:
        self._lines = lines
        self._show_due(self._office.tools().clock.now())

    def _changed(self, changes: Changes) -> None:
        if changes.nouns & {Noun.APPOINTMENTS, Noun.CASES}:
            self._fetch(self._office.tools().clock.now())

    def _show_due(self, now: datetime) -> None:
        """Show the nearest one that is within the minutes she chose and was not put away.

        While a session is on nothing is said: both are with each other alone (clause 084).
        """
        if any(one.appointment.starts_at <= now < one.appointment.ends_at for one in self._lines):
            self._clear()
            return
        minutes = self._minutes()
        due = [
            one
            for one in self._lines
            if now < one.appointment.starts_at <= now + timedelta(minutes=minutes)
            and (one.appointment.which, one.appointment.starts_at) not in self._done
        ]
        if not due:
            self._clear()
            return
        first = due[0]
        left = -int((now - first.appointment.starts_at).total_seconds() // 60)
        said = self.tr("{0} 分钟后：{1} 的咨询").format(left, as_written(first.person.code))
        if self._banner is not None and self._shown == first:
            self._banner.say(said)
            return
        self._clear()
        self._shown = first
        self._banner = Banner(
            "info", said, icon="clock", clause=self.tr("看日程"), action=self.tr("知道了")
        )
        self._banner.clause_asked.connect(lambda: self._answer(first, go=True))
        self._banner.acted.connect(lambda: self._answer(first, go=False))
        self._room.addWidget(self._banner)
        self.show()
        announce(self, said)

    def _minutes(self) -> int:
        return max(0, self._office.preferences.load().remind_minutes)

    def _answer(self, line: Line, *, go: bool) -> None:
        one = line.appointment
        self._done.add((one.which, one.starts_at))
        self._show_due(self._office.tools().clock.now())
        if go:
            self.asked.emit(one.which)

    def _clear(self) -> None:
        if self._banner is not None:
            self._banner.hide()
            self._banner.deleteLater()
        self._banner, self._shown = None, None
        self.hide()
