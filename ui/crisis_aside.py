"""What stands beside the crisis card: whom to call, what waits, and where to go on."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.domain.crisis_card import abroad
from app.domain.rule import Step
from ui.danger_waits import DangerWaits
from ui.page import ToContacts, ToPractice, ToRisk, ToSafetyPlan
from ui.widgets.button import Button
from ui.widgets.card import Card, clear, column, row
from ui.widgets.label import Label

if TYPE_CHECKING:
    from PySide6.QtWidgets import QVBoxLayout

    from app.domain.ids import CaseId
    from app.domain.practice_record import Resource
    from app.services.crises import CrisisPage


class CrisisAside(QWidget):
    """Whom to call stands first; `wanted` asks for a page."""

    wanted = Signal(object)

    def __init__(self, case_id: CaseId, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._case_id = case_id
        self._calls = column(spacing=6)
        self.duties = DangerWaits(self.tr("这一级还要做的"), Step.CRISIS)
        self.duties.wanted.connect(self.wanted)
        self.ways, ways = QWidget(), column(spacing=4)
        for words, place in (
            (self.tr("风险评估"), ToRisk(case_id)),
            (self.tr("安全计划"), ToSafetyPlan(case_id)),
            (self.tr("记一次联系"), ToContacts(case_id)),
            (self.tr("资源目录"), ToPractice("resource")),
        ):
            made = Button(words, "link")
            made.clicked.connect(partial(self.wanted.emit, place))
            ways.addLayout(row(made, None))
        self.ways.setLayout(ways)
        self.setLayout(column(self._calls, self.duties, self.ways, spacing=20))

    def show_page(self, page: CrisisPage) -> None:
        """Show whom to call, and what the level asks for."""
        clear(self._calls)
        card = Card(margins=(16, 12, 16, 14), spacing=8)
        card.body.addWidget(Label(self.tr("打给谁"), "name"))
        if abroad(page.card):
            told = self.tr(
                "来访者不在中国大陆：大陆的号码在那里可能打不通，先问清当地的报警和急救电话。"
            )
            card.body.addWidget(Label(told, "soft", tint="mid", wrap=True))
        for one in page.card.resources:
            card.body.addLayout(self._call(one))
        if not all(one.verified_on for one in page.card.resources):
            told = self.tr("有的还没有核对过：核对以后在资源目录里写上日期。")
            card.body.addWidget(Label(told, "meta", wrap=True))
        self._calls.addWidget(card)
        self.duties.show_rules(self._case_id, page.duties)

    def _call(self, one: Resource) -> QVBoxLayout:
        """Return a number, large enough to be dialled from, and whose it is."""
        number = Label(one.phone or one.place, "strong", wrap=True)
        number.setAccessibleName(f"{one.called}: {one.phone or one.place}")
        rest = [one.called, one.hours, one.note]
        return column(number, Label(" · ".join(filter(None, rest)), "meta", wrap=True), spacing=0)
