"""The sheet of a signed session as it is read: it is covered by the signature."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from ui import privacy
from ui.session_words import sheet_lines
from ui.widgets.card import column
from ui.widgets.keyvalue import KeyValues
from ui.widgets.label import Label

if TYPE_CHECKING:
    from app.domain.case import ServiceMode
    from app.domain.session_sheet import SessionSheet

_KEYS = 92


class SheetPaper(QWidget):
    """Name and answer of every field that was filled in."""

    def __init__(
        self, sheet: SessionSheet, mode: ServiceMode, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.lines = sheet_lines(sheet, mode)
        read = KeyValues(self.lines, key_width=_KEYS)
        privacy.veil(read)
        self.setLayout(
            column(
                Label(self.tr("会谈单"), "strong", tint="soft"),
                read,
                margins=(20, 14, 20, 12),
                spacing=8,
            )
        )
