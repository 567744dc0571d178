"""Draws a sample of signed notes: of which days, and how many."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Signal

from app.domain.record_sample import SIZES
from ui.begin import Begins
from ui.day_field import DayField
from ui.widgets.button import Button
from ui.widgets.card import Card, column, row
from ui.widgets.chip import Choices
from ui.widgets.label import Label

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

_BACK: Final = timedelta(days=90)
_USUAL: Final = str(SIZES[1])


class DrawCard(Begins, Card):
    """Asks of which days and how many; `drawn` gives the first day, the last, and the number."""

    drawn = Signal(object, object, int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("raised", margins=(20, 18, 20, 18), spacing=14, parent=parent)
        self.first, self.last = DayField(self.tr("从哪一天")), DayField(self.tr("到哪一天"))
        self.count = Choices(
            [(str(one), self.tr("{0} 篇").format(one)) for one in SIZES], name=self.tr("抽几篇")
        )
        self.count.choose(_USUAL)
        self.act = Button(self.tr("抽取"), "primary", icon="scan-line")
        self.act.clicked.connect(self._draw)
        self.said = Label("", "soft", wrap=True, tint="high")
        self.said.hide()
        for one in (self.first, self.last):
            one.entered.connect(self._draw)
            one.changed.connect(self.said.hide)
        days = row(self.first, self.last, spacing=16)
        self.body.addWidget(Label(self.tr("抽一次"), "strong"))
        self.body.addLayout(days)
        self.body.addLayout(column(Label(self.tr("抽几篇"), "soft"), 6, self.count))
        self.body.addWidget(self.said)
        self.body.addLayout(row(self.act, None))
        self.begin_at(self.act)

    def start(self, today: date) -> None:
        """Propose the three months up to `today`; what was typed stays."""
        if self.first.text():
            return
        for field, day in ((self.first, today - _BACK), (self.last, today)):
            field.start(datetime.combine(day, datetime.min.time()), today)

    def refuse(self, words: str) -> None:
        """Say why nothing was drawn."""
        self.said.setText(words)
        self.said.show()

    def _draw(self) -> None:
        begin, end = self.first.day(), self.last.day()
        for field, day in ((self.first, begin), (self.last, end)):
            if day is None:
                field.refuse()
                field.setFocus()
                return
        if begin is not None and end is not None:
            if begin > end:
                self.refuse(self.tr("第一天在最后一天后面，请对调。"))
                return
            self.drawn.emit(begin, end, int(self.count.keys()[0]))
