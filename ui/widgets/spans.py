"""A text to read, in which spans are marked as rounded patches and can be clicked."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Literal

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QPen, QTextBlockFormat, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QFrame, QTextEdit, QWidget

from ui.theme import look
from ui.theme.focus import RING
from ui.widgets.painted import Dressed, box, smooth

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QTextBlock, QTextLine

    from ui.theme.roles import Role

SpanState = Literal["hidden", "kept", "replaced"]

_SIZE: Final = 15
_LEADING: Final = 27
_HIGH: Final = 22
_BEYOND: Final = 1.5
_FIXED: Final = QTextBlockFormat.LineHeightTypes.FixedHeight.value
_GROUND: Final[dict[SpanState, Role]] = {"hidden": "mark", "replaced": "wash"}


@dataclass(frozen=True, slots=True)
class Span:
    """Characters `start` to `end` of the text, and how they are marked."""

    start: int
    end: int
    state: SpanState = "hidden"


@dataclass(frozen=True, slots=True)
class Head:
    """Characters `start` to `end` are a heading; `first` of the first rank."""

    start: int
    end: int
    first: bool = False


class SpanView(Dressed, QTextEdit):
    """Reads only; `clicked` tells the index of the span under the mouse."""

    clicked = Signal(int)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._spans: tuple[Span, ...] = ()
        self._current = -1
        self._words = ""
        self._heads: tuple[Head, ...] = ()
        self.setReadOnly(True)
        self.setAccessibleName(name)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTextInteractionFlags(Qt.TextInteractionFlag.NoTextInteraction)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setProperty(RING, True)  # noqa: FBT003 - Qt's own signature
        self.viewport().setMouseTracking(True)
        self.document().setUndoRedoEnabled(False)
        self.document().setDocumentMargin(4)
        self.dress()

    def show_text(self, text: str, spans: Sequence[Span], heads: Sequence[Head] = ()) -> None:
        """Show `text` with `spans` marked; `heads` says where headings begin and end."""
        self._words, self._spans, self._heads = text, tuple(spans), tuple(heads)
        self._current = min(self._current, len(self._spans) - 1)
        self.setPlainText(text)
        self.dress()

    def set_spans(self, spans: Sequence[Span]) -> None:
        """Mark other spans in the same text."""
        self._spans = tuple(spans)
        self.dress()

    def spans(self) -> tuple[Span, ...]:
        """Return the spans marked."""
        return self._spans

    def current(self) -> int:
        """Return the index of the span in the frame, or -1."""
        return self._current

    def set_current(self, index: int) -> None:
        """Frame the span `index` and bring it into sight; -1 frames none."""
        self._current = index if 0 <= index < len(self._spans) else -1
        if self._current >= 0:
            self._bring(self._spans[self._current])
        self.viewport().update()

    def span_at(self, where: QPointF) -> int:
        """Return the index of the span at `where` in the viewport, or -1."""
        for index, span in enumerate(self._spans):
            if any(patch.contains(where) for patch in self.patches(span)):
                return index
        return -1

    def patches(self, span: Span) -> list[QRectF]:
        """Return the boxes that `span` fills, one a line, in the viewport."""
        return patches_in(self, span.start, span.end)

    def dress(self) -> None:
        """Set font, leading and the colour of replaced words."""
        super().dress()
        if not hasattr(self, "_words"):
            return
        self.document().setDefaultFont(look.font(_SIZE))
        shape = QTextBlockFormat()
        shape.setLineHeight(look.px(_LEADING), _FIXED)
        shape.setBottomMargin(look.px(12))
        pen = QTextCursor(self.document())
        pen.select(QTextCursor.SelectionType.Document)
        pen.setBlockFormat(shape)
        pen.setCharFormat(QTextCharFormat())
        self._close_blanks()
        self._set_heads(pen)
        for span in self._spans:
            if span.state == "replaced":
                pen.setPosition(span.start)
                pen.setPosition(span.end, QTextCursor.MoveMode.KeepAnchor)
                pen.setCharFormat(_written_in(look.colour("accent")))

    def _close_blanks(self) -> None:
        """Let the margin of a paragraph stand for the blank lines after it."""
        closed = QTextBlockFormat()
        closed.setLineHeight(1, _FIXED)
        closed.setBottomMargin(0)
        block = self.document().begin()
        while block.isValid():
            if block.length() == 1:
                QTextCursor(block).setBlockFormat(closed)
            block = block.next()

    def _set_heads(self, pen: QTextCursor) -> None:
        """Set headings apart: nearer to what follows than to what comes before."""
        shape = QTextBlockFormat()
        shape.setLineHeight(look.px(_LEADING), _FIXED)
        shape.setTopMargin(look.px(6))
        for head in self._heads:
            strong = QTextCharFormat()
            strong.setFont(look.font(_SIZE if head.first else 13, 500))
            strong.setForeground(look.colour("ink" if head.first else "soft"))
            pen.setPosition(head.start)
            pen.setPosition(head.end, QTextCursor.MoveMode.KeepAnchor)
            pen.setBlockFormat(shape)
            pen.setCharFormat(strong)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take the press, so that the release comes here."""
        event.accept()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Tell which span was clicked."""
        event.accept()
        index = self.span_at(event.position())
        if index >= 0 and event.button() == Qt.MouseButton.LeftButton:
            self.clicked.emit(index)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Show a hand over a span."""
        super().mouseMoveEvent(event)
        over = self.span_at(event.position()) >= 0
        shape = Qt.CursorShape.PointingHandCursor if over else Qt.CursorShape.ArrowCursor
        self.viewport().setCursor(shape)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Scroll with the usual keys; Enter takes the current span."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and self._current >= 0:
            self.clicked.emit(self._current)
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the patches first, then the text upon them."""
        painter = smooth(self.viewport())
        seen = QRectF(event.rect())
        for index, span in enumerate(self._spans):
            for patch in self.patches(span):
                if patch.intersects(seen):
                    self._patch(painter, patch, span, current=index == self._current)
        painter.end()
        super().paintEvent(event)

    def _patch(self, painter: QPainter, patch: QRectF, span: Span, *, current: bool) -> None:
        ground = _GROUND.get(span.state)
        frame: Role | None = "accent" if current else None
        box(painter, patch, fill=ground, line=frame, radius=look.px(4), width=2)
        if span.state == "kept":
            dots = QPen(look.colour("edge"), look.px(1.5), Qt.PenStyle.DotLine)
            painter.setPen(dots)
            level = patch.bottom() - 1
            painter.drawLine(QPointF(patch.left() + 1, level), QPointF(patch.right() - 1, level))

    def _bring(self, span: Span) -> None:
        cursor = self.textCursor()
        cursor.setPosition(span.start)
        self.setTextCursor(cursor)
        self.ensureCursorVisible()


def patches_in(text: QTextEdit, start: int, end: int) -> list[QRectF]:
    """Return the boxes that the characters `start` to `end` fill, one a line, in the viewport."""
    found: list[QRectF] = []
    block = text.document().findBlock(start)
    while block.isValid() and block.position() < end:
        found += _in_block(text, block, start, end)
        block = block.next()
    return found


def _in_block(text: QTextEdit, block: QTextBlock, start: int, end: int) -> list[QRectF]:
    layout = block.layout()
    first = max(start - block.position(), 0)
    last = min(end - block.position(), block.length() - 1)
    shift = QPointF(-text.horizontalScrollBar().value(), -text.verticalScrollBar().value())
    corner = text.document().documentLayout().blockBoundingRect(block).topLeft() + shift
    found = []
    for number in range(layout.lineCount()):
        line = layout.lineAt(number)
        begin, finish = line.textStart(), line.textStart() + line.textLength()
        if first < finish and last > begin:
            found.append(_patch_of(line, max(first, begin), min(last, finish), corner))
    return found


def _patch_of(line: QTextLine, begin: int, end: int, corner: QPointF) -> QRectF:
    left, right = _x(line, begin), _x(line, end)
    high = look.px(_HIGH)
    middle = corner.y() + line.y() + line.ascent() / 2 + line.descent() / 2
    return QRectF(corner.x() + left - _BEYOND, middle - high / 2, right - left + 2 * _BEYOND, high)


def _x(line: QTextLine, place: int) -> float:
    found = line.cursorToX(place)  # a pair in PySide, a number in its stubs
    return float(found[0] if isinstance(found, tuple) else found)  # type: ignore[arg-type]


def _written_in(colour: QColor) -> QTextCharFormat:
    made = QTextCharFormat()
    made.setForeground(colour)
    return made
