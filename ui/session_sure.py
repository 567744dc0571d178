"""What is made sure of on the day where somebody is in danger, or why that cannot be (047, 104)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from ui.session_words import confirmed_words
from ui.widgets.card import column
from ui.widgets.field import Field
from ui.widgets.label import Label
from ui.widgets.tick import Tick

if TYPE_CHECKING:
    from app.domain.session_sheet import SessionSheet


class SureLine(QWidget):
    """A tick for who, how to reach and whom to call; without it a line for what cannot be had.

    `changed` follows every change by her, `went_on` an Enter in the line.
    """

    changed = Signal()
    went_on = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.tick = Tick(self.tr("今天都确认过"))
        self.tick.setAccessibleName(confirmed_words())
        what = self.tr("真实身份、联系方式、紧急联系人，双方所在地如上（网络 3.4）")
        told = Label(what, "meta", wrap=True)
        self.why = Field(self.tr("无法取得的，写是什么、为什么"), sz="s", show_label=False)
        self.why.line.setPlaceholderText(self.why.label.text())
        self.setLayout(column(self.tick, 2, told, 4, self.why))
        self.tick.toggled.connect(self._edited)
        self.why.changed.connect(lambda _text: self.changed.emit())
        self.why.entered.connect(self.went_on)

    def show_sheet(self, sheet: SessionSheet) -> None:
        """Show what a sheet says."""
        self.tick.setChecked(sheet.confirmed)
        self.why.set_text(sheet.unconfirmed)
        self.why.setVisible(not sheet.confirmed)

    def confirmed(self) -> bool:
        """Return whether everything is sure."""
        return self.tick.isChecked()

    def unconfirmed(self) -> str:
        """Return what cannot be had and why; nothing where everything is sure."""
        return "" if self.tick.isChecked() else self.why.text()

    def begin(self) -> None:
        """Put the keyboard on the tick."""
        self.tick.setFocus(Qt.FocusReason.TabFocusReason)

    def _edited(self) -> None:
        self.why.setVisible(not self.tick.isChecked())
        self.changed.emit()
