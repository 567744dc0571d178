"""How much danger there was over time: three lines, a mark for each time, and the same in words."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPen
from PySide6.QtWidgets import QSizePolicy

from app.domain.local_time import local
from app.domain.risk import RiskLevel
from ui import dates
from ui.session_words import risk_words
from ui.theme import look
from ui.widgets.painted import Painted, elided, smooth, text_width, words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QPainter, QPaintEvent

    from app.domain.client import Place
    from app.domain.risk_course import RiskPoint
    from ui.theme.roles import Role

_HIGH: Final = 132
_FOOT: Final = 22
_TOP: Final = 14
_MARK: Final = 4.5
_LINES: Final = (RiskLevel.HIGH, RiskLevel.MIDDLE, RiskLevel.LOW)
_INK: Final[dict[RiskLevel, Role]] = {
    RiskLevel.LOW: "low",
    RiskLevel.MIDDLE: "mid",
    RiskLevel.HIGH: "high",
}


class RiskChart(Painted):
    """The levels from left to right in equal steps, so that a hard week is not one black spot.

    An assessment is a full mark, what a session sheet says a ring; its accessible name says all.
    """

    def __init__(self, points: Sequence[RiskPoint], here: Place) -> None:
        super().__init__()
        self._points, self._here = tuple(points), here
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(
            self.tr("风险变化：{0}").format(self.tr("；").join(self.sentences()))
        )

    def sentences(self) -> list[str]:
        """Return every time in words, the first one first."""
        return [self._sentence(one) for one in self._points]

    def sizeHint(self) -> QSize:
        """Return room for three lines and the days below."""
        return QSize(look.px(320), look.px(_HIGH))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the lines, the marks, and the first and the last day."""
        del event
        painter, named = smooth(self), risk_words()
        font = look.font(12)
        left = max(text_width(font, one) for one in named.values()) + look.px(12)
        for level in _LINES:
            y = self._height_of(level)
            painter.setPen(QPen(look.colour("line"), 1))
            painter.drawLine(QPointF(left, y), QPointF(self.width(), y))
            room = QRectF(0, y - look.px(9), left, look.px(18))
            words(painter, room, named[level], (font, "soft"))
        places = self._places(left)
        painter.setPen(QPen(look.colour("soft"), look.px(1.5)))
        for before, after in pairwise(places):
            painter.drawLine(before, after)
        for one, place in zip(self._points, places, strict=True):
            self._mark(painter, one, place)
        self._days(painter, left)

    def _places(self, left: float) -> list[QPointF]:
        """Return where each mark stands."""
        edge = look.px(12)
        room = self.width() - left - 2 * edge
        gaps = max(1, len(self._points) - 1)
        return [
            QPointF(left + edge + room * at / gaps, self._height_of(one.level))
            for at, one in enumerate(self._points)
        ]

    def _mark(self, painter: QPainter, one: RiskPoint, place: QPointF) -> None:
        ink, size = look.colour(_INK[one.level]), look.px(_MARK)
        painter.setPen(QPen(ink, look.px(2)))
        painter.setBrush(look.colour("raised") if one.number else ink)
        painter.drawEllipse(place, size, size)
        painter.setBrush(Qt.BrushStyle.NoBrush)

    def _days(self, painter: QPainter, left: float) -> None:
        font, y = look.font(12), self.height() - look.px(_FOOT - 4)
        half = (self.width() - left) / 2
        first, last = self._day(self._points[0]), self._day(self._points[-1])
        room = QRectF(left, y, half, look.px(18))
        words(painter, room, elided(font, first, half), (font, "soft"))
        if last != first:
            wide = min(half, text_width(font, last) + 1)
            room = QRectF(self.width() - wide, y, wide, look.px(18))
            words(painter, room, elided(font, last, half), (font, "soft"))

    def _height_of(self, level: RiskLevel) -> float:
        top, bottom = look.px(_TOP), self.height() - look.px(_FOOT + 8)
        return top + (bottom - top) * _LINES.index(level) / (len(_LINES) - 1)

    def _day(self, one: RiskPoint) -> str:
        return dates.plain_day(local(one.at, self._here).date())

    def _sentence(self, one: RiskPoint) -> str:
        level = risk_words()[one.level]
        if one.number:
            said = self.tr("{0} 第 {1} 次会谈写的是{2}")
            return said.format(self._day(one), one.number, level)
        return self.tr("{0} 评估为{1}").format(self._day(one), level)
