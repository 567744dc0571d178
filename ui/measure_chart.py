"""Scores over time with what happened meanwhile, drawn; the arrow keys walk from score to score."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPen

from app.domain.measure_chart import LEFT, RIGHT, TOP, EventKind, chart
from ui import dates
from ui.measure_words import events, lines
from ui.theme import look
from ui.widgets.painted import CENTRE, Painted, announce, box, elided, smooth, words
from ui.widgets.painted import LEFT as AT_LEFT
from ui.widgets.painted import RIGHT as AT_RIGHT

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
    from PySide6.QtWidgets import QWidget

    from app.domain.measure import KeptMeasure
    from app.domain.measure_chart import Chart, Mark, Point
    from app.domain.scale import Scale
    from app.services.measures import Happening
    from ui.theme.roles import Role

HEIGHT: Final = 300
_LEAST: Final = 360
_DOT: Final = 4.5
_STEPS: Final = {
    Qt.Key.Key_Left: -1,
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_Right: 1,
    Qt.Key.Key_Down: 1,
}


class MeasureChart(Painted):
    """One scale: a line of its scores over its bands, sessions below, changes and risks across."""

    def __init__(
        self,
        scale: Scale,
        kept: Sequence[KeptMeasure],
        happenings: Sequence[Happening],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._scale, self._kept, self._events = scale, kept, events(happenings)
        self._lines, self._at = lines(kept), len(kept) - 1
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(self.tr("{0} 的变化").format(scale.name))
        self.setAccessibleDescription("\n".join(self._lines))
        self.setMinimumSize(self.sizeHint())

    def sizeHint(self) -> QSize:
        """Return the least room in which it can be read."""
        return QSize(look.px(_LEAST), look.px(HEIGHT))

    def plane(self) -> Chart:
        """Return what is drawn in the room there is."""
        unit = look.now().scale
        return chart(self._scale, self._kept, self._events, self.width() / unit, HEIGHT)

    def said(self) -> str:
        """Return the score at which the keyboard is, in words."""
        return self._lines[self._at]

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Walk from score to score."""
        step = _STEPS.get(Qt.Key(event.key()))
        to = self._at + (step or 0)
        if step is None or not 0 <= to < len(self._kept):
            super().keyPressEvent(event)
            return
        self._go(to)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Go to the score that is nearest."""
        x = event.position().x() / look.now().scale
        points = self.plane().points
        self._go(min(range(len(points)), key=lambda at: abs(points[at].x - x)))

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show which score is chosen."""
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Show none."""
        super().focusOutEvent(event)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the chart; the plane is scaled as a whole."""
        del event
        painter = smooth(self)
        if self.hasFocus():
            box(painter, QRectF(self.rect()), line="accent", radius=look.px(6), width=2)
        made, unit = self.plane(), look.now().scale
        painter.scale(unit, unit)
        self._ground(painter, made)
        for mark in made.marks:
            self._mark(painter, made, mark)
        self._scores(painter, made)
        for x, on in made.days:
            room = QRectF(x - 60, made.ground + 22, 120, 18)
            _say(painter, room, dates.short_day(on), "soft", CENTRE)

    def _go(self, to: int) -> None:
        self._at = to
        self.setToolTip(self.said())
        announce(self, self.said())
        self.update()

    def _ground(self, painter: QPainter, made: Chart) -> None:
        """Draw the bands in turn with their words, and the scores at the left."""
        for at, strip in enumerate(made.strips):
            area = QRectF(LEFT, strip.top, made.end - LEFT, strip.bottom - strip.top)
            painter.fillRect(area, look.colour("sunken" if at % 2 else "raised"))
            middle = (strip.top + strip.bottom) / 2
            room = QRectF(made.end + 8, middle - 9, RIGHT - 10, 18)
            _say(painter, room, strip.text, "soft", AT_LEFT)
        painter.setPen(QPen(look.colour("edge"), 1))
        painter.drawLine(QPointF(LEFT, made.ground), QPointF(made.end, made.ground))
        for y, score in made.levels:
            _say(painter, QRectF(0, y - 9, LEFT - 6, 18), str(score), "faint", AT_RIGHT)

    def _mark(self, painter: QPainter, made: Chart, mark: Mark) -> None:
        """Draw a session as a stroke below, a change or a risk as a line across with its word."""
        if mark.kind is EventKind.SESSION:
            painter.setPen(QPen(look.colour("edge"), 1.4))
            painter.drawLine(QPointF(mark.x, made.ground + 4), QPointF(mark.x, made.ground + 12))
            return
        grave = mark.kind is EventKind.RISK
        ink: Role = "high" if grave else "soft"
        pen = QPen(look.colour(ink), 1.2)
        pen.setStyle(Qt.PenStyle.DotLine if grave else Qt.PenStyle.DashLine)
        painter.setPen(pen)
        painter.drawLine(QPointF(mark.x, TOP - 6), QPointF(mark.x, made.ground))
        if mark.line is not None:
            left = max(0.0, min(mark.x - 42, made.width - 84))
            top = TOP - 24 - 16 * mark.line
            _say(painter, QRectF(left, top, 84, 16), mark.word, ink, CENTRE)

    def _scores(self, painter: QPainter, made: Chart) -> None:
        scored = [one for one in made.points if one.total is not None]
        painter.setPen(QPen(look.colour("accent"), 2))
        for one, after in pairwise(scored):
            painter.drawLine(QPointF(one.x, one.y), QPointF(after.x, after.y))
        for at, point in enumerate(made.points):
            self._point(painter, point, chosen=self.hasFocus() and at == self._at)

    def _point(self, painter: QPainter, point: Point, *, chosen: bool) -> None:
        """Draw a score: full where all was answered, a ring else; its number stands above."""
        whole = point.total is not None and not point.made_up
        middle = QPointF(point.x, point.y)
        if chosen:
            painter.setPen(QPen(look.colour("accent"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawEllipse(middle, _DOT + 5, _DOT + 5)
        painter.setPen(QPen(look.colour("accent"), 1.6))
        painter.setBrush(look.colour("accent" if whole else "raised"))
        painter.drawEllipse(middle, _DOT, _DOT)
        said = "–" if point.total is None else str(point.total)
        ink: Role = "high" if point.alarming else "ink"
        room = QRectF(point.x - 30, point.y - 24, 60, 16)
        _say(painter, room, f"{said} *" if point.alarming else said, ink, CENTRE, weight=500)


def _say(  # noqa: PLR0913 - a word has that many sides
    painter: QPainter,
    room: QRectF,
    text: str,
    ink: Role,
    align: Qt.AlignmentFlag,
    *,
    weight: int = 400,
) -> None:
    font = look.font(12, weight)
    font.setPixelSize(12)  # the plane is scaled as a whole
    words(painter, room, elided(font, text, room.width()), (font, ink), align)
