"""The way to the example, under the first step of an empty page."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ui.widgets.button import Button
from ui.widgets.card import column, row
from ui.widgets.label import Label


class FirstPage(QWidget):
    """What an empty page says first, and below it, where one is `offered`, the example."""

    asked = Signal()

    def __init__(self, first: QWidget, *, offered: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        lines = column(None, first)
        if offered:
            link = Button(self.tr("打开示例"), "link")
            link.clicked.connect(self.asked)
            lines.addSpacing(12)
            lines.addLayout(row(None, Label(self.tr("想先看看？"), "soft"), link, None, spacing=7))
        lines.addStretch(1)
        self.setLayout(lines)
