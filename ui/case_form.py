"""What the form of a new case and the record of one share: bar, fields, times, refusals."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPoint, Qt, QTimer, QTimeZone
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from app.domain.client import Place
from app.domain.errors import CodeNameMissing, FieldInvalid
from app.domain.local_time import counselor_place, local
from app.domain.prefill import hours_ahead
from ui import dates
from ui.case_list import hours_words
from ui.clause_link import refusal_banner
from ui.page import Page, PageKey
from ui.theme import look
from ui.widgets.card import bring_into_sight, clear, column
from ui.widgets.label import Label
from ui.widgets.painted import announce
from ui.widgets.picture import Picture
from ui.widgets.topbar import TopBar
from ui.widgets.zone import is_zone

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from datetime import datetime

    from PySide6.QtGui import QKeyEvent

    from app.domain.errors import Refusal
    from app.ports import Clock
    from ui.case_body import CaseBody
    from ui.office import Office

_TICK_MS: Final = 20_000


class CasePaper(Page):
    """A page with the form of a case on it; Esc goes back, Ctrl+Enter is `submit`.

    Whoever derives from it keeps shut what cannot be written before the vault has answered.
    """

    def __init__(
        self, office: Office, title: str, body: CaseBody, parent: QWidget | None = None
    ) -> None:
        super().__init__(office, parent)
        self._practice = Place()
        self._clock: Clock | None = None
        self._bar = TopBar(title)
        self._banners = column()
        self._area, self._above, self.form = body.area, body.above, body.form
        self._state = Label("", "soft")
        self._tick = Picture("check", "low", 14)
        self._tick.hide()
        self._bar.add_action(self._tick)
        self._bar.add_action(self._state)
        self._minute = QTimer(self)
        self._minute.setInterval(_TICK_MS)
        self._minute.timeout.connect(self._show_times)
        self._lay_out()
        self._bar.back.connect(self.back)
        self.form.changed.connect(self._show_times)
        self.form.changed.connect(self._changed)
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            QShortcut(QKeySequence(keys), self, self.submit)
        for keys, by in (("Ctrl+Down", 1), ("Ctrl+Up", -1)):
            QShortcut(QKeySequence(keys), self, partial(self._go_section, by))

    def submit(self) -> None:
        """Do what Ctrl+Enter asks for."""
        raise NotImplementedError

    def keys(self) -> tuple[PageKey, ...]:
        """Return the keys of the form."""
        return (
            PageKey("Ctrl+↑ Ctrl+↓", self.tr("上一节、下一节")),
            PageKey("Esc", self.tr("返回，写的字会存好")),
        )

    def _go_section(self, by: int) -> None:
        """Go to the beginning of the section below (1) or above (-1) where one writes."""
        held = QApplication.focusWidget()
        if held is None or not self.form.isAncestorOf(held):
            return
        here = held.mapTo(self.form, QPoint()).y()
        every = [(one.mapTo(self.form, QPoint()).y(), one) for one in self.form.beginnings()]
        onward = [one for y, one in (every if by > 0 else reversed(every)) if (y - here) * by > 0]
        if onward:
            onward[0].setFocus(Qt.FocusReason.TabFocusReason)
            self._area.ensureWidgetVisible(onward[0], 0, look.px(48))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go back with Esc; what was typed is kept as at every leaving."""
        if event.key() == Qt.Key.Key_Escape:
            self.back.emit()
        else:
            super().keyPressEvent(event)

    def _changed(self) -> None:
        """Take note of something typed or chosen."""
        raise NotImplementedError

    def _lay_out(self) -> None:
        """Put the bar above, and under it the form in a column of reading width."""
        lines: QVBoxLayout = column(self._bar, column(self._banners), self._area)
        lines.setStretch(2, 1)
        self.setLayout(lines)

    def _begin(self, practice: Place, clock: Clock, first: str) -> None:
        """Let one write, in the field `first`."""
        self._practice, self._clock = practice, clock
        self.form.setEnabled(True)
        self.begin_at(self.form.fields[first])
        self.form.fields[first].line.setFocus()
        bring_into_sight(self.form.fields[first])
        self._show_times()
        self._minute.start()

    def _show_times(self) -> None:
        """Say what time it is over there."""
        theirs = Place("", self.form.fields["zone"].text().strip())
        if self._clock is None or not theirs.time_zone or not is_zone(theirs.time_zone):
            self.form.here_and_there.setText("")
            return
        now = self._clock.now()
        said = [self.tr("来访者当地现在 {0}").format(dates.clock_time(local(now, theirs)))]
        mine = self._own_zone()
        if is_zone(mine):
            said.append(hours_words(hours_ahead(Place("", mine), theirs, now)))
        self.form.here_and_there.setText(self.tr("，").join(said) + self.tr("。"))

    def _own_zone(self) -> str:
        """Return the counselor's zone: as written here, as of the practice, as of this computer."""
        typed = self.form.fields["own_zone"].text().strip()
        system = bytes(QTimeZone.systemTimeZoneId().data()).decode("ascii", "replace")
        return typed or self._practice.time_zone or system

    def _clock_words(self, at: datetime) -> str:
        """Return a time of day by the counselor's clock; a zone half typed is none."""
        here = counselor_place(self.form.profile(), self._practice)
        return dates.clock_time(local(at, here if is_zone(here.time_zone) else self._practice))

    def _say(self, text: str, *, aloud: bool = False, done: bool = False) -> None:
        """Show how saving stands, with a tick when all is `done`."""
        self._tick.setVisible(done)
        self._state.setText(text)
        if aloud:
            announce(self._state, text)

    def _explain(
        self, refusals: Iterable[Refusal], again: Callable[[], None] | None = None
    ) -> None:
        """Show refusals that belong to no field above the form; `again` is what 重试 does."""
        clear(self._banners)
        for refusal in refusals:
            if isinstance(refusal, (CodeNameMissing, FieldInvalid)):
                continue
            banner = refusal_banner(refusal, action=self.tr("重试"))
            banner.acted.connect(again or self.submit)
            self._banners.addWidget(banner)
