"""The drawing of a genogram: walked with the arrow keys, chosen with a click."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPainterPath, QPen, QPolygonF
from PySide6.QtWidgets import QFrame, QGraphicsItem, QGraphicsScene, QGraphicsView

from app.domain.bond_line import Ink
from app.domain.genogram import Sex
from app.domain.genogram_figure import CELL, SIGN, WORDS
from ui.theme import look
from ui.widgets.painted import elided

if TYPE_CHECKING:
    from collections.abc import Iterable

    from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QResizeEvent, QWheelEvent
    from PySide6.QtWidgets import QStyleOptionGraphicsItem, QWidget

    from app.domain.bond_line import Point, Stroke
    from app.domain.genogram_figure import Figure, Sign, Words
    from ui.theme.roles import Role

_INKS: Final[dict[Ink, Role]] = {
    Ink.FAMILY: "soft",
    Ink.CLOSE: "low",
    Ink.FAR: "mid",
    Ink.CONFLICT: "high",
}
_DASHES: Final = {
    "": Qt.PenStyle.SolidLine,
    "dash": Qt.PenStyle.DashLine,
    "dot": Qt.PenStyle.DotLine,
}
_ARROWS: Final = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}
_STEP: Final = 1.2
_LEAST, _MOST = 0.25, 3.0
_CENTRE = int(Qt.AlignmentFlag.AlignCenter)


class _Lines(QGraphicsItem):
    """Every line of the drawing."""

    def __init__(self, figure: Figure) -> None:
        super().__init__()
        self._area = QRectF(0, 0, figure.width, figure.height)
        self._strokes = figure.strokes

    def boundingRect(self) -> QRectF:
        """Return the whole plane."""
        return self._area

    def paint(
        self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None
    ) -> None:
        """Draw the lines."""
        del option, widget
        for one in self._strokes:
            painter.setPen(_pen(one))
            painter.drawPolyline(QPolygonF([QPointF(*point) for point in one.points]))


class _SignItem(QGraphicsItem):
    """A person: the sign, the age in it, two lines of words under it."""

    def __init__(self, sign: Sign, words: Words | None, *, chosen: bool, held: bool) -> None:
        super().__init__()
        self._sign, self._words = sign, words
        self._chosen, self._held = chosen, held
        self.setPos(*sign.at)
        self.setZValue(1)

    def boundingRect(self) -> QRectF:
        """Return the room of sign and words."""
        half = SIGN / 2 + 8
        return QRectF(-CELL / 2, -half, CELL, SIGN / 2 + half + WORDS)

    def paint(
        self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None
    ) -> None:
        """Draw the person."""
        del option, widget
        half = SIGN / 2
        if self._chosen:
            painter.setPen(QPen(look.colour("accent"), 2.4 if self._held else 1.4))
            painter.setBrush(look.colour("wash"))
            painter.drawRoundedRect(QRectF(-half - 6, -half - 6, SIGN + 12, SIGN + 12), 8, 8)
        painter.setPen(QPen(look.colour("ink"), 1.5))
        painter.setBrush(look.colour("raised"))
        for reach in (half, half - 4) if self._sign.index else (half,):
            painter.drawPath(_outline(self._sign.sex, reach))
        if self._sign.died:
            self._cross(painter)
        if self._sign.age:
            self._say(painter, QRectF(-half, -half, SIGN, SIGN), self._sign.age, (13, 500), "ink")
        if self._words is not None:
            room = QRectF(-CELL / 2 + 6, half + 8, CELL - 12, 18)
            self._say(painter, room, self._words.name, (13, 500), "ink")
            self._say(painter, room.translated(0, 18), self._words.more, (12, 400), "soft")

    def _cross(self, painter: QPainter) -> None:
        reach = SIGN / 2 if self._sign.sex is Sex.MAN else SIGN * 0.35
        painter.drawLine(QPointF(-reach, -reach), QPointF(reach, reach))
        painter.drawLine(QPointF(-reach, reach), QPointF(reach, -reach))
        if self._sign.age:
            painter.fillRect(QRectF(-11, -9, 22, 18), look.colour("raised"))

    def _say(
        self, painter: QPainter, room: QRectF, text: str, size: tuple[int, int], ink: Role
    ) -> None:
        ground = room.top() > 0
        font = look.font(*size)
        font.setPixelSize(size[0])  # the view is scaled as a whole
        said = elided(font, text, room.width())
        painter.setFont(font)
        if ground:  # lines that pass behind the words do not cut through them
            painter.fillRect(painter.boundingRect(room, _CENTRE, said), look.colour("paper"))
        painter.setPen(look.colour(ink))
        painter.drawText(room, _CENTRE, said)


class GenogramView(QGraphicsView):
    """Shows a figure; `chosen` tells that somebody was chosen, `pressed` which key acts on them."""

    chosen = Signal(int)
    pressed = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._scene = QGraphicsScene(self)
        self._figure: Figure | None = None
        self._at, self._fitted = 0, True
        self.setScene(self._scene)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setRenderHint(QPainter.RenderHint.Antialiasing)
        self.setDragMode(QGraphicsView.DragMode.ScrollHandDrag)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(self.tr("家谱图"))
        self.viewport().setCursor(Qt.CursorShape.ArrowCursor)
        self.setMinimumHeight(look.px(280))

    def show_figure(self, figure: Figure, at: int) -> None:
        """Show a drawing with one person chosen; what is looked at stays where it is."""
        self._figure, self._at = figure, at
        self._scene.clear()
        self._scene.setBackgroundBrush(look.colour("paper"))
        self._scene.addItem(_Lines(figure))
        words = {one.person: one for one in figure.words}
        for sign in figure.signs:
            chosen = sign.person == at
            item = _SignItem(
                sign, words.get(sign.person), chosen=chosen, held=chosen and self.hasFocus()
            )
            self._scene.addItem(item)
        self._scene.setSceneRect(0, 0, figure.width, figure.height)
        if self._fitted:
            self.fit()
        self._bring(at)

    def fit(self) -> None:
        """Show all of it, no larger than it is."""
        self._fitted = True
        if self._figure is None:
            return
        room = self.viewport().size()
        wide, high = room.width() / self._figure.width, room.height() / self._figure.height
        self._zoom(min(look.now().scale, max(_LEAST, min(wide, high))))

    def larger(self, by: int = 1) -> None:
        """Show it larger, or with -1 smaller."""
        self._fitted = False
        self._zoom(self.transform().m11() * (_STEP if by > 0 else 1 / _STEP))
        self._bring(self._at)

    def say(self, sentence: str) -> None:
        """Say who is chosen to those who do not see it."""
        self.setAccessibleDescription(sentence)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Walk with the arrows; letters and Delete act on who is chosen."""
        key = Qt.Key(event.key())
        if key in _ARROWS:
            self._walk(*_ARROWS[key])
        elif event.modifiers() & Qt.KeyboardModifier.ControlModifier and key in {
            Qt.Key.Key_Plus, Qt.Key.Key_Equal, Qt.Key.Key_Minus, Qt.Key.Key_0,
        }:  # fmt: skip
            self._zoomed(key)
        elif (word := _word_of(key)) and not event.modifiers():
            self.pressed.emit(word)
        else:
            event.ignore()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose the person that is clicked; elsewhere the drawing is dragged."""
        number = self._under(event.position().toPoint())
        if number and event.button() == Qt.MouseButton.LeftButton:
            self.setFocus(Qt.FocusReason.MouseFocusReason)
            self.chosen.emit(number)
        else:
            super().mousePressEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Go to the words of the person."""
        if self._under(event.position().toPoint()):
            self.pressed.emit("edit")

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scroll; with Ctrl, show it larger or smaller."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.larger(event.angleDelta().y())
        else:
            super().wheelEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show all of it where that was asked for."""
        super().resizeEvent(event)
        if self._fitted:
            self.fit()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show who the keys act on."""
        super().focusInEvent(event)
        self._again()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Show that the keys went."""
        super().focusOutEvent(event)
        self._again()

    def place_of(self, number: int) -> QPointF:
        """Return the middle of somebody's sign in the viewport."""
        assert self._figure is not None  # noqa: S101 - for mypy: asked of a drawing alone
        (sign,) = (one for one in self._figure.signs if one.person == number)
        return QPointF(self.mapFromScene(QPointF(*sign.at)))

    def _again(self) -> None:
        if self._figure is not None:
            self.show_figure(self._figure, self._at)

    def _zoomed(self, key: Qt.Key) -> None:
        if key == Qt.Key.Key_0:
            self.fit()
        else:
            self.larger(-1 if key == Qt.Key.Key_Minus else 1)

    def _zoom(self, scale: float) -> None:
        wanted = min(_MOST, max(_LEAST, scale))
        self.resetTransform()
        self.scale(wanted, wanted)

    def _bring(self, number: int) -> None:
        signs = self._figure.signs if self._figure is not None else ()
        for one in signs:
            if one.person == number:
                side = CELL
                self.ensureVisible(one.at[0] - side / 2, one.at[1] - side / 2, side, side, 4, 4)

    def _under(self, point: object) -> int:
        """Return who is under the pointer, 0 for nobody."""
        if self._figure is None:
            return 0
        at = self.mapToScene(point)  # type: ignore[call-overload]
        near = [
            one.person
            for one in self._figure.signs
            if abs(one.at[0] - at.x()) < CELL / 2 - 4
            and -SIGN / 2 - 6 < at.y() - one.at[1] < SIGN / 2 + WORDS
        ]
        return near[0] if near else 0

    def _walk(self, across: int, down: int) -> None:
        """Choose the next person in a direction: in the row, or the nearest in the row beyond."""
        signs = self._figure.signs if self._figure is not None else ()
        here = next((one.at for one in signs if one.person == self._at), None)
        if here is None:
            return
        found = _next(signs, here, across, down)
        if found:
            self.chosen.emit(found)


def _next(signs: Iterable[Sign], here: Point, across: int, down: int) -> int:
    """Return who comes next in a direction, 0 for nobody."""
    ways = [(one.at[0] - here[0], one.at[1] - here[1], one.person) for one in signs]
    if across:
        row = [(dx * across, number) for dx, dy, number in ways if dy == 0 and dx * across > 0]
        return min(row)[1] if row else 0
    beyond = [(dy * down, abs(dx), number) for dx, dy, number in ways if dy * down > 0]
    return min(beyond)[2] if beyond else 0


def _word_of(key: Qt.Key) -> str:
    """Return what a key asks to be done with who is chosen."""
    return {
        Qt.Key.Key_P: "parents",
        Qt.Key.Key_M: "partner",
        Qt.Key.Key_C: "child",
        Qt.Key.Key_S: "sibling",
        Qt.Key.Key_B: "bond",
        Qt.Key.Key_Delete: "remove",
        Qt.Key.Key_Backspace: "remove",
        Qt.Key.Key_Return: "edit",
        Qt.Key.Key_Enter: "edit",
    }.get(key, "")


def _pen(stroke: Stroke) -> QPen:
    wide = 1.5 if stroke.ink is Ink.FAMILY else 1.8
    return QPen(look.colour(_INKS[stroke.ink]), wide, _DASHES[stroke.dash])


def _outline(sex: Sex, reach: float) -> QPainterPath:
    """Return a square, a circle or a diamond."""
    path = QPainterPath()
    if sex is Sex.MAN:
        path.addRect(-reach, -reach, 2 * reach, 2 * reach)
    elif sex is Sex.WOMAN:
        path.addEllipse(QPointF(0, 0), reach, reach)
    else:
        corners = [QPointF(0, -reach), QPointF(reach, 0), QPointF(0, reach), QPointF(-reach, 0)]
        path.addPolygon(QPolygonF([*corners, corners[0]]))
    return path
