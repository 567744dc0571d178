"""An answer on the sheet of a session, in words, with 「无」 beside it (clause 123)."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from ui.widgets.button import Button
from ui.widgets.card import row
from ui.widgets.painted import hide_unless
from ui.widgets.textbox import TextBox


class AnswerLine(QWidget):
    """A text that grows while it is written; one press says that there is nothing to say."""

    changed = Signal()

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.box = TextBox(name, rows=1)
        hide_unless(False, self.box.label)  # noqa: FBT003 - the name stands at the left
        self.none = Button(self.tr("无"), "quiet", sz="s")
        self.none.setAccessibleName(self.tr("{0}：无").format(name))
        self.none.clicked.connect(self._say_none)
        self.box.changed.connect(lambda _text: self._written())
        line = row(self.box, self.none, spacing=8)
        line.setStretch(0, 1)
        line.setAlignment(self.none, Qt.AlignmentFlag.AlignTop)
        self.setLayout(line)

    def text(self) -> str:
        """Return what is written."""
        return self.box.text()

    def set_text(self, text: str) -> None:
        """Write `text`; nothing is emitted."""
        self.box.set_text(text)
        self._show_button()

    def _say_none(self) -> None:
        self.box.set_text(self.tr("无"))
        self.box.edit.setFocus(Qt.FocusReason.TabFocusReason)
        self._written()

    def _written(self) -> None:
        self._show_button()
        self.changed.emit()

    def _show_button(self) -> None:
        """Offer it only where nothing is written: it must never take words away."""
        self.none.setEnabled(not self.box.text())
