"""Markdown-light: headings, bold, emphasis and lists are dressed; their marks stay in the text."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from PySide6.QtGui import QSyntaxHighlighter, QTextCharFormat

from ui.theme import look

if TYPE_CHECKING:
    from PySide6.QtGui import QTextCursor, QTextDocument

    from ui.theme.roles import Role

_HEADING: Final = re.compile(r"(#{1,3} +)(\S.*)")
_ITEM: Final = re.compile(r"([ \t\u3000]*)(?:([-*•·])( +)|(\d{1,3})([.)] +|、))")
_BOLD: Final = re.compile(r"(\*\*)(?=\S)([^*]+?)(?<=\S)(\*\*)")
_EMPHASIS: Final = re.compile(
    r"(?<![*A-Za-z0-9])(\*)(?=[^\s*])([^*]+?)(?<=[^\s*])(\*)(?![*A-Za-z0-9])"
)
# Everything beyond the first plane takes two places in Qt's text.
_WIDE: Final = re.compile("[\U00010000-\U0010ffff]")
_MARKS: Final = frozenset("#*-•·.)、")
_LONGEST: Final = 4000


class LightMarks(QSyntaxHighlighter):
    """Dresses one paragraph at a time, the one that changed; it never alters a character."""

    def __init__(self, document: QTextDocument) -> None:
        super().__init__(document)
        self._layered = False

    def highlightBlock(self, text: str) -> None:
        """Dress a paragraph; one without marks, or longer than a note, stays as it is."""
        if len(text) > _LONGEST or _MARKS.isdisjoint(text):
            return
        # Qt counts UTF-16 units: a sign of two units is given two places here.
        flat = _WIDE.sub("□□", text)
        heading, item = _HEADING.fullmatch(flat), _ITEM.match(flat)
        self._layered = heading is not None
        if heading:
            self._dress(heading.start(2), heading.end(2), weight=600)
            self._dress(0, heading.end(1), tint="faint")
        elif item:
            self._dress(item.end(1), item.end(), tint="faint")
        for found in _BOLD.finditer(flat):
            self._pair(found, weight=600)
        for found in _EMPHASIS.finditer(flat):
            self._pair(found, under=True)

    def _pair(self, found: re.Match[str], *, weight: int = 0, under: bool = False) -> None:
        """Dress what stands between two marks, and dim the marks."""
        self._dress(found.start(2), found.end(2), weight=weight, under=under)
        for side in (1, 3):
            self._dress(found.start(side), found.end(side), tint="faint")

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
    found = _ITEM.match(text)
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
