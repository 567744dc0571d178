"""A menu with round corners, with a compositor or without one."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QBitmap, QPainter
from PySide6.QtWidgets import QMenu

from ui.theme import look

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent
    from PySide6.QtWidgets import QWidget

_CORNER: Final = 6


class Menu(QMenu):
    """A menu cut to its round outline.

    It is cut, not see-through: where nothing composes the screen, what is see-through is black.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("round", True)  # noqa: FBT003 - Qt's own signature

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Cut the corners off."""
        super().resizeEvent(event)
        shape = QBitmap(self.size())
        shape.clear()
        painter = QPainter(shape)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(Qt.GlobalColor.color1)
        painter.drawRoundedRect(QRectF(self.rect()), look.px(_CORNER), look.px(_CORNER))
        painter.end()
        self.setMask(shape)
