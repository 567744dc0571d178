"""Markdown-light: headings, bold, emphasis and lists are dressed; their marks stay in the text.

Where a text is only read its marks are drawn so small that they are not seen, and are copied still.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt
from PySide6.QtGui import (
    QFontMetricsF,
    QSyntaxHighlighter,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
)

from app.domain.light_marks import BOLD, EMPHASIS, HEADING, ITEM
from ui.theme import look

if TYPE_CHECKING:
    from PySide6.QtGui import QTextDocument

    from ui.theme.roles import Role

# Everything beyond the first plane takes two places in Qt's text.
_WIDE: Final = re.compile("[\U00010000-\U0010ffff]")
_MARKS: Final = frozenset("#*-•·.)、")
_LONGEST: Final = 4000


class LightMarks(QSyntaxHighlighter):
    """Dresses one paragraph at a time, the one that changed; it never alters a character."""

    def __init__(self, document: QTextDocument) -> None:
        super().__init__(document)
        self._layered, self._read = False, False

    def hide_marks(self) -> None:
        """Hide the marks: the text is read, not written."""
        self._read = True
        self.dress()

    def dress(self) -> None:
        """Take colours and measures as they are now."""
        self.rehighlight()
        self.hang()

    def hang(self) -> None:
        """Let the lines of an item begin behind its mark: in a text that is only read.

        Where one writes, the shape of a paragraph would be a step of its own to undo.
        """
        if not self._read:
            return
        document = self.document()
        wide = QFontMetricsF(document.defaultFont())
        cursor = QTextCursor(document)
        block = document.firstBlock()
        while block.isValid():
            if item := ITEM.match(block.text()):
                shape = QTextBlockFormat()
                room = wide.horizontalAdvance(item[0])
                shape.setLeftMargin(room)
                shape.setTextIndent(-room)
                cursor.setPosition(block.position())
                cursor.mergeBlockFormat(shape)
            block = block.next()

    def highlightBlock(self, text: str) -> None:
        """Dress a paragraph; one without marks, or longer than a note, stays as it is."""
        if len(text) > _LONGEST or _MARKS.isdisjoint(text):
            return
        # Qt counts UTF-16 units: a sign of two units is given two places here.
        flat = _WIDE.sub("□□", text)
        heading, item = HEADING.fullmatch(flat), ITEM.match(flat)
        self._layered = heading is not None
        if heading:
            self._dress(heading.start(2), heading.end(2), weight=600)
            self._mark(0, heading.end(1))
        elif item:
            self._dress(item.end(1), item.end(), tint="faint")
        for found in BOLD.finditer(flat):
            self._pair(found, weight=600)
        for found in EMPHASIS.finditer(flat):
            self._pair(found, under=True)

    def _pair(self, found: re.Match[str], *, weight: int = 0, under: bool = False) -> None:
        """Dress what stands between two marks, and dim the marks."""
        self._dress(found.start(2), found.end(2), weight=weight, under=under)
        for side in (1, 3):
            self._mark(found.start(side), found.end(side))

    def _mark(self, start: int, end: int) -> None:
        """Dim a mark; hide it from who only reads."""
        self._dress(start, end, tint="faint")
        if self._read:
            for at in range(start, end):
                unseen = QTextCharFormat(self.format(at))
                unseen.setProperty(QTextCharFormat.Property.FontPixelSize, 1)
                unseen.setForeground(Qt.GlobalColor.transparent)
                self.setFormat(at, 1, unseen)

    def _dress(
        self,
        start: int,
        end: int,
        *,
        weight: int = 0,
        under: bool = False,
        tint: Role | None = None,
    ) -> None:
        """Add to what the characters wear already."""
        # Only in a heading does one dress lie over another; else a stretch is dressed at once.
        step = 1 if self._layered else max(1, end - start)
        for at in range(start, end, step):
            worn = QTextCharFormat(self.format(at))
            if weight:
                worn.setFontWeight(weight)
            if under:
                worn.setFontUnderline(True)
                worn.setUnderlineColor(look.colour("accent"))
            if tint:
                worn.setForeground(look.colour(tint))
            self.setFormat(at, step, worn)


def continue_list(cursor: QTextCursor) -> bool:
    """Begin the next item of a list where Enter is pressed in one; say whether there was one.

    In an item without words the mark goes instead: the list ends there. Both are one step to undo.
    """
    text, at = cursor.block().text(), cursor.positionInBlock()
    found = ITEM.match(text)
    if found is None or at < found.end() or cursor.hasSelection():
        return False
    cursor.beginEditBlock()
    if text[found.end() :].strip():
        cursor.insertBlock()
        cursor.insertText(_next_mark(found))
    else:
        cursor.movePosition(cursor.MoveOperation.StartOfBlock)
        cursor.movePosition(cursor.MoveOperation.EndOfBlock, cursor.MoveMode.KeepAnchor)
        cursor.removeSelectedText()
    cursor.endEditBlock()
    return True


def _next_mark(found: re.Match[str]) -> str:
    """Return the mark of the item after this one."""
    indent, bullet, gap, number, point = found.groups()
    return f"{indent}{bullet}{gap}" if bullet else f"{indent}{int(number) + 1}{point}"
