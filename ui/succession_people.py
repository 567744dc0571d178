"""Who is in the succession package: a line each, with two ticks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ui import privacy
from ui.widgets.button import Button
from ui.widgets.card import Card, column, row, rule
from ui.widgets.flow import Flow
from ui.widgets.label import Label
from ui.widgets.tick import Tick

if TYPE_CHECKING:
    from app.domain.ids import CaseId
    from app.domain.succession import SuccessionPlan
    from app.services.succession import Candidate


class PersonLine(QWidget):
    """One client: in the package or not, with or without the emergency contact."""

    changed = Signal()

    def __init__(self, one: Candidate, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.case_id = one.case_id
        title = privacy.title(one.name, one.code)
        self.tick = Tick(title)
        self.emergency = Tick(self.tr("带上紧急联系人"))
        self.emergency.setAccessibleName(self.tr("带上紧急联系人：{0}").format(title))
        self._can = one.has_emergency
        if not one.has_emergency:
            self.emergency.setText(self.tr("没有紧急联系人"))
        about = [self.tr("有电话") if one.phone else self.tr("没有电话")]
        about.append(
            self.tr("以后三个月有 %n 次预约", "", one.coming) if one.coming else self.tr("没有预约")
        )
        second = QWidget()
        flow = Flow(second, gap=16)
        flow.addWidget(Label(self.tr("，").join(about), "soft"))
        flow.addWidget(self.emergency)
        under = row(26, second)
        under.setStretch(1, 1)
        self.setLayout(column(self.tick, under, spacing=2))
        self.tick.toggled.connect(self._show_state)
        self.tick.toggled.connect(self.changed)
        self.emergency.toggled.connect(self.changed)
        self._show_state()

    def _show_state(self) -> None:
        """Let an emergency contact go along with its client only."""
        self.emergency.setEnabled(self._can and self.tick.isChecked())


class PeopleCard(Card):
    """All clients, in the order of their names."""

    changed = Signal()

    def __init__(
        self, people: tuple[Candidate, ...], plan: SuccessionPlan, parent: QWidget | None = None
    ) -> None:
        super().__init__(margins=(18, 14, 18, 14), spacing=10, parent=parent)
        self.lines = [PersonLine(one) for one in people]
        self.all = Button(self.tr("全部勾选"), "link")
        self.all.clicked.connect(self._tick_all)
        for at, line in enumerate(self.lines):
            if at:
                self.body.addWidget(rule())
            line.tick.setChecked(line.case_id in plan.people)
            line.emergency.setChecked(line.case_id in plan.emergencies)
            line.changed.connect(self.changed)
            self.body.addWidget(line)
        self.body.addLayout(row(self.all, None))

    def stops(self) -> list[QWidget]:
        """Return what one can act on, in its order."""
        parts: list[QWidget] = []
        for line in self.lines:
            parts += [line.tick, line.emergency]
        return [*parts, self.all]

    def people(self) -> frozenset[CaseId]:
        """Return who is ticked."""
        return frozenset(one.case_id for one in self.lines if one.tick.isChecked())

    def emergencies(self) -> frozenset[CaseId]:
        """Return of whom the emergency contact goes along."""
        return frozenset(
            one.case_id for one in self.lines if one.tick.isChecked() and one.emergency.isChecked()
        )

    def _tick_all(self) -> None:
        for line in self.lines:
            line.tick.setChecked(True)
