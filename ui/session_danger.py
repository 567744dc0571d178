"""Where a session sheet says that there is danger: whom to call, and what comes next, one click."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ui.page import ToCrisis, ToRisk
from ui.widgets.button import Button
from ui.widgets.card import column, row
from ui.widgets.label import Label


class SessionDanger(QWidget):
    """Leads to the crisis card and to the assessment (clause 122); `wanted` names which."""

    wanted = Signal(type)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        told = self.tr("有风险：紧急联系人和热线在危机卡上（规范二(一)c）。")
        self.crisis = Button(self.tr("打开危机卡（Ctrl+E）"), "quiet", icon="phone-call", sz="s")
        self.risk = Button(self.tr("风险评估"), "quiet", icon="gauge", sz="s")
        self.crisis.clicked.connect(partial(self.wanted.emit, ToCrisis))
        self.risk.clicked.connect(partial(self.wanted.emit, ToRisk))
        words = Label(told, "soft", tint="high", wrap=True)
        self.setLayout(column(words, row(self.crisis, self.risk, None, spacing=8), spacing=6))
