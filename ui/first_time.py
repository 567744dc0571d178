"""When the first appointment of a new case is: written while both are on the telephone."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, QTimer, QTimeZone, Signal
from PySide6.QtWidgets import QWidget

from app.domain.local_time import wall
from app.domain.recurrence import instant
from app.services import agenda, caseload
from ui.caseload_words import load_banner
from ui.names import as_written
from ui.widgets.banner import Banner
from ui.widgets.card import column, put
from ui.widgets.when import WhenField

if TYPE_CHECKING:
    from datetime import datetime

    from app.domain.caseload import Load
    from app.services.agenda import Line
    from ui.office import Office

_PAUSE_MS: Final = 300
_MINUTES: Final = 50


class _Hour(WhenField):
    """A moment whose hour is written: what is not said of the hour is not made up."""

    def count_from(self, at: datetime) -> None:
        """Count 明天 and 下周二 from a wall time; the field stays empty."""
        self._base, self._today = at, at.date()

    def moment(self) -> datetime | None:
        """Return the wall time that is written, or None when its hour is not to be read."""
        said = self.said()
        return said.on(self._base) if said is not None and said.clock is not None else None


class FirstTime(QWidget):
    """A time by the counselor's clock, or nothing; says below it what lies on top of that time.

    `touched` follows every key.
    """

    touched = Signal()

    def __init__(self, office: Office, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._office, self._zone = office, ""
        self.when = _Hour(self.tr("第一次预约"))
        self.when.line.setPlaceholderText(self.tr("约好了就写，如 明天下午三点；没约可以空着"))
        self._room = column()
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE_MS)
        self._pause.timeout.connect(self._look_up)
        self.setLayout(column(self.when, self._room, spacing=8))
        self.when.entered.connect(self.focusNextChild)
        self.when.changed.connect(self._typed)

    def begin(self, now: datetime, zone: str) -> None:
        """Count days from `now`; `zone` is that of the practice, or else this computer's."""
        self._zone = zone or bytes(QTimeZone.systemTimeZoneId().data()).decode("ascii", "replace")
        here = wall(now, self._zone).replace(tzinfo=None)
        self.when.count_from(here)

    def text(self) -> str:
        """Return what is typed."""
        return self.when.text()

    def show_words(self, words: str) -> None:
        """Show what was typed before."""
        self.when.set_text(words)

    def starts_at(self) -> datetime | None:
        """Return the instant that is written; None where nothing is, or nothing readable."""
        at = self.when.moment() if self.text().strip() else None
        return None if at is None else instant(at, self._zone)

    def refused(self) -> bool:
        """Say whether something is written that cannot be read; then it says so, and is gone to."""
        if not self.when.unread():
            return False
        self.when.refuse()
        self.when.line.setFocus(Qt.FocusReason.OtherFocusReason)
        return True

    def _typed(self) -> None:
        self._pause.start()
        self.touched.emit()

    def _look_up(self) -> None:
        """Have it looked up what lies at that time already."""
        at = self.starts_at()
        if at is None:
            put(self._room, None)
            return
        self._office.desk.do(
            self,
            lambda vault: (agenda.clashes(vault, at, _MINUTES), caseload.booked(vault, at)),
            lambda found: self._show(*found) if at == self.starts_at() else None,
        )

    def _show(self, found: list[Line], full: Load | None) -> None:
        """Say what lies there, and how full it becomes; it may be booked all the same."""
        put(self._room, self._clash(found[0]) if found else None)
        said = load_banner(full)
        if said is not None:
            self._room.addWidget(said)

    def _clash(self, one: Line) -> Banner:
        at = f"{wall(one.appointment.starts_at, self._zone):%H:%M}"
        said = self.tr("与 {0} {1} 的预约重叠。").format(as_written(one.person.code), at)
        return Banner("warning", said, text=self.tr("仍然可以约，日程上会标出来。"))
