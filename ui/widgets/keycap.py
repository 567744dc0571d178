"""A key as it looks on the keyboard, 20 high, and a word for what it does."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.theme import look
from ui.widgets.painted import CENTRE, Painted, box, smooth, text_width, words

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent


class KeyCap(Painted):
    """One key, with what it does at its right."""

    def __init__(self, key: str, does: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._key, self._does = key, does
        self.setAccessibleName(f"{key} {does}".strip())
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Return the room for key and word."""
        beside = look.px(6) + text_width(look.font(12), self._does) if self._does else 0
        return QSize(self._cap() + beside, look.px(20))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the key."""
        del event
        painter = smooth(self)
        cap = QRectF(0, 0, self._cap(), self.height())
        box(painter, cap, fill="raised", line="line", radius=look.px(4))
        words(painter, cap, self._key, (look.font(12), "ink"), CENTRE)
        rest = QRectF(cap.width() + look.px(6), 0, self.width(), self.height())
        words(painter, rest, self._does, (look.font(12), "soft"))

    def _cap(self) -> int:
        return max(look.px(20), text_width(look.font(12), self._key) + look.px(10))
