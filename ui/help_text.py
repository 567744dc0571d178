"""A topic of the help, to be read: our typography, links between topics, marked words."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, QUrl, Signal
from PySide6.QtGui import QTextBlockFormat, QTextCharFormat, QTextCursor, QTextDocument
from PySide6.QtWidgets import QFrame, QTextBrowser, QWidget

from ui.theme import look
from ui.widgets.painted import Dressed, box, smooth
from ui.widgets.spans import patches_in

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtGui import (
        QContextMenuEvent,
        QKeyEvent,
        QPaintEvent,
        QResizeEvent,
        QTextBlock,
        QTextFragment,
        QWheelEvent,
    )

READING: Final = 42 * 16
_SIDE: Final = 56
_SIZES: Final = {1: (24, 500), 2: (18, 500), 3: (15, 500)}
_LEADINGS: Final = {0: 27, 1: 36, 2: 28, 3: 27}
_ABOVE: Final = {0: 0, 1: 0, 2: 22, 3: 14}
_BELOW: Final = {0: 10, 1: 14, 2: 8, 3: 6}
_FIXED: Final = QTextBlockFormat.LineHeightTypes.FixedHeight.value
_BOLD: Final = 600


class HelpText(Dressed, QTextBrowser):
    """Reads only; Tab goes from link to link, Enter follows one. `followed` gives its topic.

    Nothing is ever loaded from outside: an address is text, and a picture is not shown.
    """

    followed = Signal(str)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._marks: list[tuple[int, int]] = []
        self._wanted = ""
        self.setAccessibleName(name)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setOpenLinks(False)
        self.setOpenExternalLinks(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setUndoRedoEnabled(False)
        self.document().setDocumentMargin(4)
        self.anchorClicked.connect(lambda url: self.followed.emit(url.toString()))

    def show_topic(self, text: str, sought: tuple[str, ...] = (), paragraph: str = "") -> None:
        """Show a text in Markdown, `sought` words marked, and bring `paragraph` into sight."""
        self.setMarkdown(text)
        self.dress()
        self._marks = list(self._found(sought))
        self.moveCursor(QTextCursor.MoveOperation.Start)
        self.verticalScrollBar().setValue(0)
        self._wanted = paragraph
        self._bring(paragraph)
        self.viewport().update()

    def marks(self) -> list[str]:
        """Return the words that are marked, as they stand in the text."""
        whole = self.document().toPlainText()
        return [whole[start:end] for start, end in self._marks]

    def loadResource(self, kind: int, name: QUrl | str) -> object:
        """Load nothing, from nowhere."""
        del kind, name
        return None

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Show no menu of Qt's own."""
        event.accept()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scroll; what was brought into sight may leave it from now on."""
        self._wanted = ""
        super().wheelEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave Esc and Backspace to the page."""
        self._wanted = ""
        if event.key() in {Qt.Key.Key_Escape, Qt.Key.Key_Backspace}:
            event.ignore()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the lines as short as they are read well."""
        side = look.px(_SIDE if self.width() > look.px(READING + _SIDE) else 24)
        rest = self.width() - side - look.px(READING)
        margins = (side, look.px(24), max(look.px(24), rest), 0)
        found = self.viewportMargins()
        if (found.left(), found.top(), found.right(), found.bottom()) != margins:
            self.setViewportMargins(*margins)
        super().resizeEvent(event)
        # A page is filled before it has its width: only then is it known how high the text is.
        self._bring(self._wanted)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the patches of marked words first, then the text upon them."""
        painter = smooth(self.viewport())
        for start, end in self._marks:
            for patch in patches_in(self, start, end):
                box(painter, patch, fill="mark", radius=look.px(4))
        painter.end()
        super().paintEvent(event)

    def dress(self) -> None:
        """Give every heading, paragraph and link its size, leading and colour."""
        super().dress()
        document = self.document()
        document.setDefaultFont(look.font(15))
        document.setIndentWidth(look.px(22))
        pen = QTextCursor(document)
        for block in _blocks(document):
            level = block.blockFormat().headingLevel()
            shape = QTextBlockFormat()
            # What follows a list keeps the distance of a paragraph.
            listed = block.textList() is not None and block.next().textList() is not None
            shape.setLineHeight(look.px(_LEADINGS.get(level, 27)), _FIXED)
            shape.setTopMargin(look.px(_ABOVE.get(level, 0)))
            shape.setBottomMargin(look.px(4 if listed else _BELOW.get(level, 10)))
            pen.setPosition(block.position())
            pen.mergeBlockFormat(shape)
            pen.setBlockCharFormat(_dot())
            for start, end, hand in [*_hands(block, level)]:
                pen.setPosition(start)
                pen.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
                pen.setCharFormat(hand)

    def _found(self, sought: tuple[str, ...]) -> Iterator[tuple[int, int]]:
        for word in sought:
            cursor = self.document().find(word)
            while not cursor.isNull():
                yield cursor.selectionStart(), cursor.selectionEnd()
                cursor = self.document().find(word, cursor)

    def _bring(self, paragraph: str) -> None:
        """Scroll to the paragraph that reads so, a little of what stands before it above."""
        if not paragraph:
            return
        for block in _blocks(self.document()):
            if block.text().strip() == paragraph:
                self.setTextCursor(QTextCursor(block))
                top = self.document().documentLayout().blockBoundingRect(block).top()
                self.verticalScrollBar().setValue(max(0, int(top) - look.px(80)))
                return


def _blocks(document: QTextDocument) -> Iterator[QTextBlock]:
    block = document.begin()
    while block.isValid():
        yield block
        block = block.next()


def _dot() -> QTextCharFormat:
    """Return how the dot of a list is drawn: a space wider from its words than Qt has it."""
    made = QTextCharFormat()
    font = look.font(12)
    font.setWordSpacing(look.px(5))
    made.setFont(font)
    made.setForeground(look.colour("soft"))
    return made


def _hands(block: QTextBlock, level: int) -> Iterator[tuple[int, int, QTextCharFormat]]:
    """Return where each stretch of a paragraph begins and ends, and how it is written."""
    walk = block.begin()
    while not walk.atEnd():
        piece = walk.fragment()
        yield piece.position(), piece.position() + piece.length(), _hand(piece, level)
        walk += 1


def _hand(piece: QTextFragment, level: int) -> QTextCharFormat:
    """Return how a stretch is written: heading, strong, key, link or plain."""
    old = piece.charFormat()
    size, weight = _SIZES.get(level, (15, 400))
    strong = old.fontWeight() >= _BOLD or old.fontFixedPitch()
    made = QTextCharFormat()
    made.setFont(look.font(size, 500 if strong else weight))
    made.setForeground(look.colour("accent" if old.isAnchor() else "ink"))
    if old.isAnchor():
        made.setAnchor(True)
        made.setAnchorHref(old.anchorHref())
    return made
