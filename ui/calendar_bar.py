"""The bar above the calendar: where one is, how much one sees, and what can be done."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, Literal

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QWidget

from ui.theme import look
from ui.widgets.button import Button, IconButton
from ui.widgets.card import column, row
from ui.widgets.label import Label
from ui.widgets.painted import text_width
from ui.widgets.segment import Segment

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

_Form = Literal["whole", "short", "two"]
_PERIOD_AT: Final = 5  # in the line: after three buttons and two gaps
_AROUND: Final = (16, 13, 20, 13)
_TIGHT: Final = (16, 6, 20, 0)  # the hours below need every line


class CalendarBar(QWidget):
    """Back and forward, today, the period; day, week or month; print and new.

    Where there is no room for all of it, the filled button shows its icon only; where that is not
    enough, the period stands above, with what turns it and the filled button.
    `turned` gives the pages to go forward.
    """

    turned = Signal(int)

    def __init__(self, view: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.period = Label("", "heading", cut=True)
        # Even with a line of its own it may still be cut: the grid below says each day again.
        self.period.setMinimumWidth(look.px(60))
        self.before = IconButton("chevron-left", self.tr("往前"))
        self.after = IconButton("chevron-right", self.tr("往后"))
        self.today = Button(self.tr("今天"), sz="s")
        self.today.setToolTip(self.tr("回到今天（T）"))
        self.views = Segment(
            (("day", self.tr("日")), ("week", self.tr("周")), ("month", self.tr("月"))),
            name=self.tr("看一天、一周还是一月"),
        )
        self.views.choose(view)
        self.out = IconButton("printer", self.tr("打印或导出"))
        self.new = Button(self.tr("新预约"), "primary", icon="plus")
        self.new.setAccessibleName(self.tr("新预约"))
        self.new.setToolTip(self.tr("新预约（N）"))
        for turning in (self.before, self.after, self.today):
            # Reached by Tab; a click leaves the keys to the grid, where T, N and PgDn work.
            turning.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.before.clicked.connect(lambda: self.turned.emit(-1))
        self.after.clicked.connect(lambda: self.turned.emit(1))
        self._line = row(
            self.before, self.after, 4, self.today, 8, self.period, 4, self.views, 6,
            self.out, 4, self.new, spacing=2,
        )  # fmt: skip
        self._line.setStretch(_PERIOD_AT, 1)
        self._above = row(spacing=2)
        self._lines = column(self._above, self._line, margins=_AROUND, spacing=2)
        self._form: _Form = "whole"
        self.setLayout(self._lines)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the period where there is room for it."""
        super().resizeEvent(event)
        self._fit()

    def event(self, event: QEvent) -> bool:
        """Look again for room when the period, or a word on a button, is another."""
        done = super().event(event)
        if event.type() == QEvent.Type.LayoutRequest:
            self._fit()
        return done

    def _fit(self) -> None:
        """Take the first form in which the period is not cut."""
        wanted = self.period.sizeHint().width() + self._others()
        form: _Form = "whole"
        if wanted > self.width():
            spared = text_width(look.font(13, 500), self.tr("新预约"))
            form = "short" if wanted - spared <= self.width() else "two"
        if form == self._form:
            return
        self._form = form
        self.new.setText("" if form == "short" else self.tr("新预约"))
        if form == "two" and self._above.isEmpty():
            self._raise()
        elif form != "two" and not self._above.isEmpty():
            self._lower()
        left, top, right, bottom = _AROUND if form == "whole" else _TIGHT
        self._lines.setContentsMargins(look.px(left), look.px(top), look.px(right), look.px(bottom))

    def _raise(self) -> None:
        """Put the period on a line of its own, with what turns it and the filled button."""
        for part in (self.before, self.after, self.period, self.new):
            self._line.removeWidget(part)
            self._above.addWidget(part)
        self._above.setStretch(2, 1)
        self._line.insertStretch(_PERIOD_AT - 2, 1)

    def _lower(self) -> None:
        """Put everything on one line again."""
        for part in (self.before, self.after, self.period, self.new):
            self._above.removeWidget(part)
        self._line.takeAt(_PERIOD_AT - 2)
        self._line.insertWidget(0, self.before)
        self._line.insertWidget(1, self.after)
        self._line.insertWidget(_PERIOD_AT, self.period, 1)
        self._line.addWidget(self.new)

    def _others(self) -> int:
        """Return the width of everything but the period, said in full, in pixels."""
        word = 0 if self.new.text() else text_width(look.font(13, 500), self.tr("新预约"))
        parts = (self.before, self.after, self.today, self.views, self.out, self.new)
        gaps = look.px(4 + 8 + 4 + 6 + 4) + self._line.spacing() * 10
        around = look.px(_AROUND[0] + _AROUND[2])
        return round(sum(one.sizeHint().width() for one in parts) + word + gaps + around)
