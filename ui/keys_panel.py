"""The keys of a page, at the right edge of the window: F1 opens it, F1 or Esc closes it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from ui.theme import look
from ui.widgets.button import Button, IconButton
from ui.widgets.card import column, row, rule, scroll
from ui.widgets.keycap import KeyCap
from ui.widgets.label import Label

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QKeyEvent

    from ui.page import PageKey

WIDE: Final = 320
_CLOSING: Final = {Qt.Key.Key_Escape, Qt.Key.Key_F1}


class KeysPanel(QWidget):
    """Lies over the page and changes nothing of it. `closed` asks to take it away.

    `asked` asks for the help of this page, in words.

    It takes the focus, so that a screen reader reads it and Esc reaches it.
    """

    closed = Signal()
    asked = Signal()

    def __init__(
        self, here: Sequence[PageKey], everywhere: Sequence[PageKey], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setProperty("pane", "right")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setFixedWidth(look.px(WIDE))
        self.setAccessibleName(self.tr("按键"))
        said = [f"{one.keys} {one.does}" for one in (*here, *everywhere)]
        self.setAccessibleDescription("\n".join(said))
        close = IconButton("x", self.tr("关闭按键"))
        close.clicked.connect(self.closed)
        head = row(Label(self.tr("按键"), "name"), None, close)
        lists = QWidget()
        parts: list[QWidget | QGridLayout | int | None] = []
        if here:
            parts += [Label(self.tr("这一页"), "meta"), 10, _table(here), 18, rule(), 16]
        parts += [Label(self.tr("哪里都可以"), "meta"), 10, _table(everywhere), None]
        lists.setLayout(column(*parts, margins=(22, 4, 22, 20)))
        area = scroll(lists, "raised")
        more = Button(self.tr("这一页的说明"), "quiet", icon="book-open")
        more.clicked.connect(self.asked)
        foot = row(more, None, margins=(22, 12, 22, 20))
        lines = column(row(head, margins=(22, 18, 14, 12)), area, foot)
        lines.setStretch(1, 1)
        # The hair line at the left edge belongs to the panel, not to what lies in it.
        lines.setContentsMargins(1, 0, 0, 0)
        self.setLayout(lines)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Close with the key that opened it, or with Esc."""
        if event.key() in _CLOSING:
            self.closed.emit()
        else:
            super().keyPressEvent(event)


def _table(keys: Sequence[PageKey]) -> QGridLayout:
    """Return what the keys do, each with its keys at the right."""
    grid = QGridLayout()
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setHorizontalSpacing(look.px(12))
    grid.setVerticalSpacing(look.px(9))
    grid.setColumnStretch(0, 1)
    for number, one in enumerate(keys):
        grid.addWidget(Label(one.does, "soft", wrap=True), number, 0)
        caps = row(*(KeyCap(key) for key in one.keys.split(" ")), spacing=4)
        grid.addLayout(caps, number, 1, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop)
    return grid
