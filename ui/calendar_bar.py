"""The bar above the calendar: where one is, how much one sees, and what can be done."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ui.theme import look
from ui.widgets.button import Button, IconButton
from ui.widgets.card import row
from ui.widgets.label import Label
from ui.widgets.segment import Segment


class CalendarBar(QWidget):
    """Back and forward, today, the period; day, week or month; print and new.

    `turned` gives the pages to go forward.
    """

    turned = Signal(int)

    def __init__(self, view: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.period = Label("", "heading", cut=True)
        # It may be cut even where letters are large: the grid below says each day again.
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
        line = row(
            self.before, self.after, 4, self.today, 8, self.period, 4, self.views, 6,
            self.out, 4, self.new, margins=(16, 13, 20, 13), spacing=2,
        )  # fmt: skip
        line.setStretch(5, 1)
        self.setLayout(line)
