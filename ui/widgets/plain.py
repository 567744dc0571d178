"""Writing in plain text: evenly leaded, pasted without formats, never dragged away."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QFontMetricsF, QKeySequence, QTextBlockFormat, QTextCursor
from PySide6.QtWidgets import QFrame, QScrollArea, QSizePolicy, QTextEdit, QWidget

from ui import clipboard
from ui.theme import look
from ui.widgets.greyed import Greyed
from ui.widgets.light_marks import LightMarks, continue_list
from ui.widgets.menu import Menu
from ui.widgets.painted import Dressed, ask_room

if TYPE_CHECKING:
    from PySide6.QtGui import (
        QContextMenuEvent,
        QFocusEvent,
        QInputMethodEvent,
        QKeyEvent,
        QMouseEvent,
        QPaintEvent,
        QResizeEvent,
        QWheelEvent,
    )

_PARAGRAPH = "\u2029"
_FIXED = QTextBlockFormat.LineHeightTypes.FixedHeight.value


class PlainEdit(Dressed, QTextEdit):
    """A text that grows with its content, `rows` lines at least.

    `edited` follows every change; while an input method composes, nothing is emitted. With
    `marks`, headings, bold, emphasis and lists are dressed and a list goes on with Enter.
    """

    edited = Signal(str)
    focused = Signal(bool)

    def __init__(
        self,
        *,
        size: int = 15,
        leading: int = 24,
        rows: int = 1,
        marks: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._marks = LightMarks(self.document()) if marks else None
        self._size, self._leading, self._rows = size, leading, rows
        self._copying, self._composing, self._told = False, False, ""
        self._greyed = Greyed(self, "")
        self._wrote = False  # something was written, and the page has not followed the caret yet
        self.setAcceptRichText(False)
        self.setTabChangesFocus(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.document().setDocumentMargin(0)
        self.dress()
        self.document().documentLayout().documentSizeChanged.connect(self._grow)
        self.textChanged.connect(self._changed)
        self.cursorPositionChanged.connect(self._keep_in_sight)

    def text(self) -> str:
        """Return what is written, to the character.

        Qt's plain text makes spaces of no-break spaces and line ends of line separators (U+2028);
        its raw text keeps them. A paragraph separator (U+2029) means the end of a line to Qt and
        cannot be told from one: it becomes a line feed, as do CR and CR LF.
        """
        return _lines(self.document().toRawText())

    def set_text(self, text: str) -> None:
        """Write `text`; nothing remains to undo, and nothing is emitted."""
        quiet = self.blockSignals(True)  # noqa: FBT003 - Qt's own signature
        self.document().setUndoRedoEnabled(False)
        self.setPlainText(text)
        self._lead()
        if self._marks is not None:
            self._marks.hang()
        self.document().setUndoRedoEnabled(True)
        self._told = self.text()
        self.blockSignals(quiet)
        self.updateGeometry()

    def setPlaceholderText(self, text: str) -> None:
        """Say in grey what belongs here, while nothing is written."""
        self._greyed = Greyed(self, text)
        self.updateGeometry()
        self.viewport().update()

    def placeholderText(self) -> str:
        """Return what is said in grey while nothing is written."""
        return self._greyed.text

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw what is written, or in grey what belongs here."""
        super().paintEvent(event)
        if self._greyed.text and not self._composing and self.document().isEmpty():
            self._greyed.paint(self._line_height())

    def hide_marks(self) -> None:
        """Dress the text for reading: its marks are not shown, its lists hang."""
        if self._marks is not None:
            self._marks.hide_marks()

    def wipe(self) -> None:
        """Empty the text and its history."""
        self.set_text("")

    def is_composing(self) -> bool:
        """Say whether an input method is still composing a word."""
        return self._composing

    def dress(self) -> None:
        """Take font and leading at the present scale."""
        super().dress()
        if hasattr(self, "_leading"):
            self.document().setDefaultFont(look.font(self._size))
            self._lead()
            if self._marks is not None:
                self._marks.dress()

    def copy(self) -> None:
        """Copy the selection, because the counselor asked for it."""
        self._copying = True
        super().copy()
        self._copying = False

    def cut(self) -> None:
        """Cut the selection, because the counselor asked for it."""
        self._copying = True
        super().cut()
        self._copying = False

    def createMimeDataFromSelection(self) -> QMimeData:
        """Give the selection away to a copy or a cut only, and as plain text."""
        data = QMimeData()
        if self._copying:
            data.setText(_lines(self.textCursor().selectedText()))
            clipboard.mark(data)
        return data

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Paste the words and leave their formats behind."""
        if source.hasText():
            self.textCursor().insertText(source.text().replace("\r\n", "\n"))

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        """Take text only."""
        return source.hasText()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Type; copy and cut go through our own doors."""
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy()
        elif event.matches(QKeySequence.StandardKey.Cut):
            self.cut()
        elif event.matches(QKeySequence.StandardKey.InsertParagraphSeparator) and self._writable():
            # In an empty line with a height of its own, Qt resets the format and breaks nothing.
            self._break_line()
        else:
            super().keyPressEvent(event)

    def _break_line(self) -> None:
        """Begin a new line, or the next item of a list."""
        cursor = self.textCursor()
        if self._marks is None or not continue_list(cursor):
            cursor.insertBlock()
        self.setTextCursor(cursor)
        self.ensureCursorVisible()

    def _writable(self) -> bool:
        return not self.isReadOnly()

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        """Remember whether a word is being composed."""
        self._composing = bool(event.preeditString())
        super().inputMethodEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Begin a new selection, even inside the old one: nothing can be dragged."""
        held = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
        if event.button() == Qt.MouseButton.LeftButton and not held:
            self.setTextCursor(self.cursorForPosition(event.position().toPoint()))
        super().mousePressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Offer what can be done here."""
        self.offers().popup(event.globalPos())

    def offers(self) -> Menu:
        """Return the menu; it is gone once closed."""
        menu = Menu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        marked, open_ = self.textCursor().hasSelection(), not self.isReadOnly()
        history = self.document()
        menu.addAction(self.tr("撤销"), self.undo).setEnabled(open_ and history.isUndoAvailable())
        menu.addAction(self.tr("重做"), self.redo).setEnabled(open_ and history.isRedoAvailable())
        menu.addSeparator()
        menu.addAction(self.tr("剪切"), self.cut).setEnabled(open_ and marked)
        menu.addAction(self.tr("复制"), self.copy).setEnabled(marked)
        menu.addAction(self.tr("粘贴"), self.paste).setEnabled(open_ and self.canPaste())
        menu.addAction(self.tr("全选"), self.selectAll)
        return menu

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to the page: the text is never longer than itself."""
        event.ignore()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Tell that writing begins here."""
        super().focusInEvent(event)
        self.focused.emit(True)  # noqa: FBT003 - the signal's own argument

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Tell that writing ended here."""
        super().focusOutEvent(event)
        self.focused.emit(False)  # noqa: FBT003 - the signal's own argument

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Take the height that the new width needs; after a paste the caret comes into sight.

        A layout that is just giving out widths does not ask again for heights: it is told after. So
        is the page, which has no room for the caret before the text has its height.
        """
        super().resizeEvent(event)
        if self._wrote:
            self._wrote = False
            QTimer.singleShot(0, self, self._keep_in_sight)
        if self.sizeHint().height() != self.height():
            QTimer.singleShot(0, self, self._grow)

    def sizeHint(self) -> QSize:
        """Return the room for what is written."""
        around = self.height() - self.viewport().height()
        least = look.px(self._leading * self._rows)
        grey = self._greyed.height(self._line_height()) if self._greyed.text else 0
        tall = max(least, round(self.document().size().height()), round(grey))
        return QSize(look.px(self._size * 20), tall + around)

    def minimumSizeHint(self) -> QSize:
        """Need the height and a few words of width."""
        return QSize(look.px(self._size * 8), self.sizeHint().height())

    def _line_height(self) -> float:
        return max(look.px(self._leading), QFontMetricsF(look.font(self._size)).height())

    def _lead(self) -> None:
        leading = self._line_height()
        shape = QTextBlockFormat()
        shape.setLineHeight(leading, _FIXED)
        if self.document().firstBlock().blockFormat().lineHeight() == leading:
            return
        everything = QTextCursor(self.document())
        everything.select(QTextCursor.SelectionType.Document)
        everything.mergeBlockFormat(shape)

    def _changed(self) -> None:
        """Tell what is written now, unless only its looks changed."""
        text = self._told if self._composing else self.text()
        if text != self._told:
            self._told, self._wrote = text, True
            self.edited.emit(text)

    def _grow(self) -> None:
        ask_room(self)

    def _keep_in_sight(self) -> None:
        page = self.parentWidget()
        while page is not None and not isinstance(page, QScrollArea):
            page = page.parentWidget()
        if page is not None and self.hasFocus():
            inside = page.widget() or page
            spot = self.viewport().mapTo(inside, self.cursorRect().center())
            page.ensureVisible(spot.x(), spot.y(), 0, look.px(48))


def _lines(raw: str) -> str:
    """Return Qt's raw text with line feeds between its paragraphs."""
    return raw.replace(_PARAGRAPH, "\n")
