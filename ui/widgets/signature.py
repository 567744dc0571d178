"""A place to sign by hand: mouse, pen or finger."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainterPath, QPen, QTabletEvent, QTouchEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.theme import look
from ui.theme.focus import RING
from ui.widgets.painted import Painted, announce, box, smooth, words

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent

Stroke = tuple[tuple[float, float], ...]

RATIO: Final = 3.0  # the writing box is three times as wide as it is high
_NEAR: Final = 0.004
_CLEAR: Final = {Qt.Key.Key_Delete, Qt.Key.Key_Backspace}


class SignaturePad(Painted):
    """`strokes()` are in a box 3 wide and 1 high, whatever the size on the screen."""

    changed = Signal()
    another_way = Signal()

    def __init__(self, label: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._label = label
        self._strokes: list[list[tuple[float, float]]] = []
        self._down = False
        self.setAttribute(Qt.WidgetAttribute.WA_AcceptTouchEvents)
        self.setAttribute(Qt.WidgetAttribute.WA_StaticContents)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setProperty(RING, True)  # noqa: FBT003 - Qt's own signature
        self.setCursor(Qt.CursorShape.CrossCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(label)
        self._describe()

    def strokes(self) -> tuple[Stroke, ...]:
        """Return what was written: strokes of (x, y), x in 0..3 and y in 0..1."""
        return tuple(tuple(stroke) for stroke in self._strokes)

    def set_strokes(self, strokes: tuple[Stroke, ...]) -> None:
        """Show strokes that were kept."""
        self._strokes = [list(stroke) for stroke in strokes]
        self._told()

    def is_empty(self) -> bool:
        """Say whether nothing was written."""
        return not self._strokes

    def clear(self) -> None:
        """Wipe the pad."""
        if self._strokes:
            self._strokes = []
            announce(self, self.tr("签名已清除"))
            self._told()

    def sizeHint(self) -> QSize:
        """Return a pad 118 high."""
        return QSize(look.px(354), look.px(118))

    def minimumSizeHint(self) -> QSize:
        """Stay large enough to sign on."""
        return QSize(look.px(240), look.px(118))

    def event(self, event: QEvent) -> bool:
        """Take touches; everything else as usual."""
        if isinstance(event, QTouchEvent):
            return self._touched(event)
        return super().event(event)

    def tabletEvent(self, event: QTabletEvent) -> None:
        """Write with a pen."""
        kind, where = event.type(), event.position()
        if kind == QEvent.Type.TabletPress:
            self._begin(where)
        elif kind == QEvent.Type.TabletMove:
            self._go_on(where)
        else:
            self._end()
        event.accept()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Begin a stroke."""
        if event.button() == Qt.MouseButton.LeftButton:
            self._begin(event.position())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Go on with the stroke."""
        self._go_on(event.position())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """End the stroke."""
        if event.button() == Qt.MouseButton.LeftButton:
            self._end()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Clear with Delete; Enter asks for a way to sign without drawing."""
        if event.key() in _CLEAR:
            self.clear()
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.another_way.emit()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw frame, base line, label and strokes."""
        del event
        painter = smooth(self)
        area = QRectF(self.rect())
        box(painter, area, fill="raised" if self.isEnabled() else "sunken", line="edge")
        inset, foot = look.px(18), look.px(30)
        dashes = QPen(look.colour("line"), 1, Qt.PenStyle.CustomDashLine)
        dashes.setDashPattern([4, 3])
        painter.setPen(dashes)
        level = self.height() - foot + 0.5
        painter.drawLine(QPointF(inset, level), QPointF(self.width() - inset, level))
        under = QRectF(inset, level, self.width() - 2 * inset, foot - look.px(4))
        words(painter, under, self._label, (look.font(12), "faint"))
        self._ink(painter)

    def _ink(self, painter: QPainter) -> None:
        pen = QPen(look.colour("ink"), look.px(2.4))
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for stroke in self._strokes:
            painter.drawPath(_curve([self._shown(*point) for point in stroke]))

    def _field(self) -> QRectF:
        """Return the largest box of 3:1 in the middle of the pad."""
        high = min(float(self.height()), self.width() / RATIO)
        wide = high * RATIO
        return QRectF((self.width() - wide) / 2, (self.height() - high) / 2, wide, high)

    def _shown(self, x: float, y: float) -> QPointF:
        field = self._field()
        return QPointF(field.x() + x * field.height(), field.y() + y * field.height())

    def _kept(self, where: QPointF) -> tuple[float, float]:
        field = self._field()
        x, y = (where.x() - field.x()) / field.height(), (where.y() - field.y()) / field.height()
        return round(min(max(x, 0.0), RATIO), 4), round(min(max(y, 0.0), 1.0), 4)

    def _begin(self, where: QPointF) -> None:
        if self.isEnabled():
            self._down = True
            self._strokes.append([self._kept(where)])
            self.update()

    def _go_on(self, where: QPointF) -> None:
        if not self._down:
            return
        point, last = self._kept(where), self._strokes[-1][-1]
        if abs(point[0] - last[0]) + abs(point[1] - last[1]) > _NEAR:
            self._strokes[-1].append(point)
            self.update()

    def _end(self) -> None:
        if self._down:
            self._down = False
            self._told()

    def _touched(self, event: QTouchEvent) -> bool:
        kind, where = event.type(), event.points()[0].position()
        if kind == QEvent.Type.TouchBegin:
            self._begin(where)
        elif kind == QEvent.Type.TouchUpdate:
            self._go_on(where)
        else:
            self._end()
        event.accept()
        return True

    def _told(self) -> None:
        self._describe()
        self.update()
        self.changed.emit()

    def _describe(self) -> None:
        state = self.tr("还没有签") if self.is_empty() else self.tr("已签")
        keys = self.tr("按 Delete 清除；不便手写时按 Enter 换一种方式。")
        self.setAccessibleDescription(self.tr("{0}。{1}").format(state, keys))


def _curve(points: list[QPointF]) -> QPainterPath:
    """Return a smooth path through `points`; one point is a dot."""
    path = QPainterPath(points[0])
    if len(points) == 1:
        path.lineTo(points[0] + QPointF(0.1, 0))
        return path
    for here, then in pairwise(points[1:]):
        path.quadTo(here, (here + then) / 2)
    path.lineTo(points[-1])
    return path
