"""Round corners for a window of its own: no desktop is asked to see through it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QBitmap, QPainter

from ui.theme import look

if TYPE_CHECKING:
    from PySide6.QtCore import QSize

CORNER: Final = 6


def round_mask(size: QSize) -> QBitmap:
    """Return what is left of a window of `size` once its corners are cut off."""
    shape = QBitmap(size)
    shape.clear()
    painter = QPainter(shape)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(Qt.GlobalColor.color1)
    painter.drawRoundedRect(
        QRectF(0, 0, size.width(), size.height()), look.px(CORNER), look.px(CORNER)
    )
    painter.end()
    return shape
