"""A section of a note: a title, a hint, and a text that grows while it is written."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QMouseEvent, QTextCursor
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.theme import look
from ui.widgets.card import Card, row
from ui.widgets.label import Label
from ui.widgets.plain import PlainEdit

WIDTH: Final = 42 * 15 + 2 * 20 + 8  # 42 characters of 15 px inside margins and frame


class WritingSection(Card):
    """No box at rest; the one being written in is framed in accent."""

    edited = Signal(str)
    focused = Signal(bool)

    def __init__(
        self,
        title: str,
        *,
        hint: str = "",
        placeholder: str = "",
        rows: int = 1,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__("rest", margins=(18, 12, 18, 14), spacing=4, parent=parent)
        self._title = Label(title, "strong", tint="soft")
        self._hint = Label(hint, "meta", cut=True)
        self.edit = PlainEdit(rows=rows, marks=True)
        self.edit.setAccessibleName(title)
        self.edit.setAccessibleDescription(hint)
        self.edit.setPlaceholderText(placeholder)
        self._title.setBuddy(self.edit)
        self.setFocusProxy(self.edit)
        self.setMaximumWidth(look.px(WIDTH))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.body.addLayout(row(self._title, None, self._hint, spacing=8))
        self.body.addWidget(self.edit)
        self.edit.edited.connect(self.edited)
        self.edit.focused.connect(self._mark)

    def text(self) -> str:
        """Return what is written."""
        return self.edit.text()

    def set_text(self, text: str) -> None:
        """Write `text`; nothing remains to undo, and nothing is emitted."""
        self.edit.set_text(text)

    def set_read_only(self, *, read_only: bool) -> None:
        """Let the text be read and not changed: the note is signed."""
        self.edit.setReadOnly(read_only)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Write in this section when its title or its margin is clicked: it is all one sheet."""
        super().mousePressEvent(event)
        if event.button() == Qt.MouseButton.LeftButton:
            above = event.position().y() < self.edit.y()
            move = QTextCursor.MoveOperation
            self.edit.moveCursor(move.Start if above else move.End)
            self.edit.setFocus(Qt.FocusReason.MouseFocusReason)

    def _mark(self, written: bool) -> None:  # noqa: FBT001 - connected to a signal
        self.set_surface("focus" if written else "rest")
        self._title.set_tint("accent" if written else "soft")
        self.focused.emit(written)
