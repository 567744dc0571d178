"""The bar above the calendar: where one is, how much one sees, and what can be done."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QWidget

from ui.theme import look
from ui.widgets.button import Button, IconButton
from ui.widgets.card import column, row
from ui.widgets.label import Label
from ui.widgets.segment import Segment

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

_PERIOD_AT = 5  # in the line: after three buttons and two gaps


class CalendarBar(QWidget):
    """Back and forward, today, the period; day, week or month; print and new.

    The period stands below where there is no room for all of it beside the buttons.
    `turned` gives the pages to go forward.
    """

    turned = Signal(int)

    def __init__(self, view: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.period = Label("", "heading", cut=True)
        # On a line of its own it may still be cut: the grid below says each day again.
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
        self.new.setToolTip(self.tr("新预约（N）"))
        self.before.clicked.connect(lambda: self.turned.emit(-1))
        self.after.clicked.connect(lambda: self.turned.emit(1))
        self._line = row(
            self.before, self.after, 4, self.today, 8, self.period, 4, self.views, 6,
            self.out, 4, self.new, spacing=2,
        )  # fmt: skip
        self._line.setStretch(_PERIOD_AT, 1)
        self._lines = column(self._line, margins=(16, 13, 20, 13), spacing=6)
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
        """Put the period beside the buttons, or below them where it would be cut."""
        wanted = self.period.sizeHint().width()
        below = self._others() + wanted > self.width()
        if below == (self._lines.count() > 1):
            return
        if below:
            self._line.removeWidget(self.period)
            self._line.insertStretch(_PERIOD_AT, 1)
            self._lines.addWidget(self.period)
        else:
            self._lines.removeWidget(self.period)
            self._line.takeAt(_PERIOD_AT)
            self._line.insertWidget(_PERIOD_AT, self.period, 1)

    def _others(self) -> int:
        """Return the width of everything but the period, in pixels."""
        around = self._lines.contentsMargins()
        each = [one for at in range(self._line.count()) if (one := self._line.itemAt(at))]
        taken = [one.sizeHint().width() for one in each if one.widget() is not self.period]
        gaps = self._line.spacing() * (len(each) - 1)
        return sum(taken) + gaps + around.left() + around.right()
