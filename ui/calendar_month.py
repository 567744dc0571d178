"""A month: six weeks of days with their appointments; carried to another day, the hour stays."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtWidgets import QSizePolicy

from ui.calendar_blocks import Block, on_day
from ui.calendar_grid import Grid
from ui.calendar_paint import paint_ground
from ui.calendar_words import short_day, weekday_word
from ui.theme import look
from ui.widgets.painted import CENTRE, box, elided, smooth, words

if TYPE_CHECKING:
    from PySide6.QtGui import QPainter, QPaintEvent

    from ui.theme.roles import Role

WEEKS: Final = 6
_HEAD: Final = 32
_NUMBER: Final = 26
_ROW: Final = 20
_KEYS: Final = {
    Qt.Key.Key_Left: timedelta(days=-1),
    Qt.Key.Key_Right: timedelta(days=1),
    Qt.Key.Key_Up: timedelta(weeks=-1),
    Qt.Key.Key_Down: timedelta(weeks=1),
}


class Month(Grid):
    """The painted month; `month` is the one whose days are in ink."""

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(self.tr("月历"))
        self.month = date.min
        self._by_day: dict[date, list[Block]] = {}
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def sizeHint(self) -> QSize:
        """Return the room for six weeks of three lines."""
        return QSize(look.px(480), look.px(_HEAD + WEEKS * (_NUMBER + 3 * _ROW)))

    def minimumSizeHint(self) -> QSize:
        """Need the numbers and a line."""
        return QSize(look.px(240), look.px(_HEAD + WEEKS * (_NUMBER + _ROW)))

    def found_at(self, at: datetime) -> Block | None:
        """Return the first of a day."""
        of_day = self._by_day.get(at.date(), [])
        return of_day[0] if of_day else None

    def stepped(self, at: datetime, key: int) -> datetime:
        """Return a day or a week further."""
        return at + _KEYS[Qt.Key(key)]

    def time_at(self, where: QPointF, grip: timedelta = timedelta()) -> datetime:
        """Return the day at a point, at the hour of what is carried, else at nine."""
        del grip
        number = int(where.x() // self._width())
        week = int((where.y() - look.px(_HEAD)) // self._height())
        day = self.days[max(0, min(6, number)) + 7 * max(0, min(WEEKS - 1, week))]
        at = self.carried.begin.time() if self.carried is not None else self.spot.time()
        return datetime.combine(day, at)

    def block_at(self, where: QPointF) -> Block | None:
        """Return what is painted at a point."""
        for number, day in enumerate(self.days):
            for block, area in self._rows(number, day)[0]:
                if area.contains(where):
                    return block
        return None

    def area_of(self, block: Block) -> QRectF:
        """Return where a block is painted; an empty area where there was no room for it."""
        for number, day in enumerate(self.days):
            for one, area in self._rows(number, day)[0]:
                if one is block:
                    return area
        return QRectF()

    def cell(self, number: int) -> QRectF:
        """Return the area of the `number`-th day."""
        week, day = divmod(number, 7)
        high, wide = self._height(), self._width()
        return QRectF(day * wide, look.px(_HEAD) + week * high, wide, high)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the days and what lies on them."""
        del event
        painter = smooth(self)
        painter.fillRect(self.rect(), look.colour("paper"))
        for weekday in range(7):
            room = QRectF(weekday * self._width(), 0, self._width(), look.px(_HEAD))
            words(painter, room, weekday_word(weekday), (look.font(12), "faint"), CENTRE)
        for number, day in enumerate(self.days):
            self._paint_day(painter, number, day)

    def _prepare(self) -> None:
        self._by_day = {}
        for block in self.blocks:
            self._by_day.setdefault(block.begin.date(), []).append(block)
        for day in self.days:
            over_midnight = [one for one in on_day(self.blocks, day) if one.begin.date() < day]
            if over_midnight and day == self.days[0]:
                self._by_day.setdefault(day, []).extend(over_midnight)

    def _width(self) -> float:
        return self.width() / 7

    def _height(self) -> float:
        return (self.height() - look.px(_HEAD)) / WEEKS

    def _rows(self, number: int, day: date) -> tuple[list[tuple[Block, QRectF]], int]:
        """Return what has room on a day, with its areas, and how many have none."""
        of_day, cell = self._by_day.get(day, []), self.cell(number)
        room = max(1, int((cell.height() - look.px(_NUMBER) - 2) // look.px(_ROW)))
        shown = of_day if len(of_day) <= room else of_day[: max(1, room - 1)]
        top, high = cell.y() + look.px(_NUMBER), look.px(_ROW)
        wide = cell.width() - look.px(8)
        rows = [
            (one, QRectF(cell.x() + look.px(4), top + at * high, wide, high - 2))
            for at, one in enumerate(shown)
        ]
        return rows, len(of_day) - len(shown)

    def _paint_day(self, painter: QPainter, number: int, day: date) -> None:
        cell = self.cell(number)
        painter.fillRect(QRectF(cell.x(), cell.y(), cell.width(), 1), look.colour("hair"))
        painter.fillRect(QRectF(cell.x(), cell.y(), 1, cell.height()), look.colour("hair"))
        carried_here = self.ghost is not None and self.ghost.date() == day
        if carried_here:
            box(painter, cell.adjusted(2, 2, -2, -2), fill="wash", line="accent", width=2)
        elif self.hasFocus() and self.carried is None and self.spot.date() == day:
            box(painter, cell.adjusted(2, 2, -2, -2), line="accent", width=2)
        self._paint_number(painter, cell, day)
        rows, left = self._rows(number, day)
        for block, area in rows:
            self._paint_row(painter, area, block)
        if left:
            below = rows[-1][1].translated(look.px(6), look.px(_ROW))
            said = self.tr("还有 {0} 个").format(left)
            words(painter, below, said, (look.font(12), "soft"))

    def _paint_number(self, painter: QPainter, cell: QRectF, day: date) -> None:
        today = day == self.now.date()
        ink: Role = "accent" if today else "ink" if day.month == self.month.month else "faint"
        room = QRectF(cell.x() + look.px(9), cell.y() + look.px(3), cell.width(), look.px(22))
        if today:
            wide = look.px(28 if day.day > 1 else 62)
            pill = QRectF(cell.x() + look.px(4), cell.y() + look.px(3), wide, look.px(21))
            box(painter, pill, fill="wash", radius=look.px(4))
        words(painter, room, short_day(day), (look.font(13, 500 if today else 400), ink))

    def _paint_row(self, painter: QPainter, area: QRectF, block: Block) -> None:
        painter.setOpacity(0.45 if block is self.carried else 1)
        paint_ground(painter, area, block, picked=block is self.picked)
        font = look.font(12)
        font.setStrikeOut(block.gone)
        past = block.end < self.now
        ink: Role = "faint" if block.gone else "soft" if past else "ink"
        room = area.adjusted(look.px(8), 0, -look.px(10 if block.conflict else 2), 0)
        said = f"{block.begin:%H:%M} {block.title}"
        words(painter, room, elided(font, said, room.width()), (font, ink))
        painter.setOpacity(1)
