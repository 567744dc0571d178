"""The grey words of an empty text, whole: Qt 6.12 cuts its own where the empty text ends."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import (
    QAbstractTextDocumentLayout,
    QPainter,
    QPalette,
    QTextBlockFormat,
    QTextCursor,
    QTextDocument,
)

if TYPE_CHECKING:
    from PySide6.QtWidgets import QTextEdit

_FIXED = QTextBlockFormat.LineHeightTypes.FixedHeight.value


class Greyed:
    """Words that say what belongs into `edit`, set and broken as what is written there will be."""

    def __init__(self, edit: QTextEdit, text: str) -> None:
        self._edit, self.text = edit, text
        self._made = QTextDocument()
        self._made.setDocumentMargin(0)
        self._made.setPlainText(text)

    def height(self, leading: float) -> float:
        """Return the room that the words need at the present width, in pixels."""
        self._set(leading)
        return self._made.size().height() if self.text else 0.0

    def paint(self, leading: float) -> None:
        """Draw the words into the edit, in the grey of its look."""
        self._set(leading)
        view = self._edit.viewport()
        context = QAbstractTextDocumentLayout.PaintContext()
        grey = self._edit.palette().color(QPalette.ColorRole.PlaceholderText)
        context.palette.setColor(QPalette.ColorRole.Text, grey)
        painter = QPainter(view)
        painter.setClipRect(view.rect())
        self._made.documentLayout().draw(painter, context)
        painter.end()

    def _set(self, leading: float) -> None:
        self._made.setDefaultFont(self._edit.document().defaultFont())
        self._made.setTextWidth(self._edit.viewport().width())
        shape = QTextBlockFormat()
        shape.setLineHeight(leading, _FIXED)
        everything = QTextCursor(self._made)
        everything.select(QTextCursor.SelectionType.Document)
        everything.mergeBlockFormat(shape)
