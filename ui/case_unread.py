"""Stands in place of a case that could not be read: why, and a way to try again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ui.messages import message
from ui.widgets.banner import Banner
from ui.widgets.card import clear, column
from ui.widgets.painted import announce

if TYPE_CHECKING:
    from app.domain.errors import Refusal


class UnreadCase(QWidget):
    """A refusal with a button; `again` asks for another try."""

    again = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lines = column(margins=(24, 24, 24, 24))
        self.setLayout(column(self._lines, None))

    def say(self, refusal: Refusal) -> None:
        """Say why it was not read."""
        clear(self._lines)
        what, why = self.tr("这个个案没有读出来。"), message(refusal).line
        banner = Banner("refusal", what, text=why, action=self.tr("再试一次"))
        banner.acted.connect(self.again)
        self._lines.addWidget(banner)
        announce(self, f"{what} {why}")
