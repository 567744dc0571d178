"""The ways from an empty page besides its first step: records from before, and the example."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ui.page import ToExample, ToNoteImport
from ui.widgets.button import Button
from ui.widgets.card import column, row
from ui.widgets.label import Label

if TYPE_CHECKING:
    from PySide6.QtWidgets import QHBoxLayout

    from ui.page import Destination


class FirstPage(QWidget):
    """What an empty page says first; below it her earlier notes, and the example where `offered`.

    `wanted` goes where a link leads.
    """

    wanted = Signal(object)

    def __init__(self, first: QWidget, *, offered: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        lines = column(None, first)
        lines.addSpacing(12)
        lines.addLayout(
            self._way(self.tr("以前的记录在别处？"), self.tr("导入以前的记录"), ToNoteImport())
        )
        if offered:
            lines.addSpacing(4)
            lines.addLayout(self._way(self.tr("想先看看？"), self.tr("打开示例"), ToExample()))
        lines.addStretch(1)
        self.setLayout(lines)

    def _way(self, asked: str, said: str, there: Destination) -> QHBoxLayout:
        """Return a question with the link that answers it."""
        link = Button(said, "link")
        link.clicked.connect(lambda: self.wanted.emit(there))
        return row(None, Label(asked, "soft"), link, None, spacing=7)
