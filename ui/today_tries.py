"""The line of the day that says somebody gave wrong passwords since she was last here."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from ui.page import ToTrail
from ui.today_words import wrong_tries
from ui.widgets.button import Button
from ui.widgets.card import row
from ui.widgets.label import Label
from ui.widgets.picture import Picture

if TYPE_CHECKING:
    from app.services.today import WrongTries


class TriesLine(QWidget):
    """Says how many there were and when the last was; `wanted` leads to the trail.

    It blames nobody: her own slips are among them, and she knows them by their time.
    """

    wanted = Signal(object)

    def __init__(self, found: WrongTries, zone: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        trail = Button(self.tr("看留痕"), "link")
        trail.clicked.connect(lambda: self.wanted.emit(ToTrail()))
        sign = Picture("key-round", "soft", 15)
        said = Label(wrong_tries(found, zone), "soft", wrap=True)
        line = row(sign, said, trail, margins=(0, 8, 0, 0), spacing=8)
        line.setStretch(1, 1)
        for part in (sign, trail):
            line.setAlignment(part, Qt.AlignmentFlag.AlignVCenter)
        self.setLayout(line)
