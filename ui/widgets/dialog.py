"""A dialog: for the few questions that may not wait. A page is nearly always better."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QWidget

from ui.theme import look
from ui.widgets.button import Button, Kind
from ui.widgets.card import column, row
from ui.widgets.label import Label
from ui.widgets.painted import hide_unless

if TYPE_CHECKING:
    from PySide6.QtGui import QShowEvent


class Dialog(QDialog):
    """Title, text, parts, and two buttons. Use `open()` and `accepted`, never `exec()`."""

    def __init__(  # noqa: PLR0913 - by keyword
        self,
        title: str,
        text: str = "",
        *,
        accept: str,
        reject: str = "",
        danger: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setAccessibleName(title)
        self.setAccessibleDescription(text)
        self.setModal(True)
        self.setMinimumWidth(look.px(440))
        self.content = column(spacing=12)
        kind: Kind = "danger" if danger else "primary"
        self.accept_button = Button(accept, kind)
        self.accept_button.clicked.connect(self.accept)
        self.reject_button = Button(reject or self.tr("取消"), "quiet")
        self.reject_button.clicked.connect(self.reject)
        words = Label(text, "soft", wrap=True)
        hide_unless(text, words)
        self.setLayout(
            column(
                Label(title, "heading", wrap=True),
                8,
                words,
                12,
                self.content,
                None,
                24,
                row(None, self.reject_button, self.accept_button, spacing=8),
                margins=(24, 24, 24, 20),
            )
        )
        safe = self.reject_button if danger else self.accept_button
        safe.setFocus(Qt.FocusReason.OtherFocusReason)

    def showEvent(self, event: QShowEvent) -> None:
        """Be as high as the words need at this width."""
        wide = max(self.width(), self.minimumWidth())
        self.resize(wide, self.heightForWidth(wide))
        super().showEvent(event)

    def add(self, part: QWidget) -> None:
        """Show `part` between the text and the buttons."""
        self.content.addWidget(part)
