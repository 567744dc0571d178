"""Day and week: hours down, days across; the line of now, and what is carried to another time."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QPen
from PySide6.QtWidgets import QScrollArea, QSizePolicy, QWidget

from ui.calendar_blocks import DAY_MINUTES, Block, Lane, lanes, on_day
from ui.calendar_grid import Grid
from ui.calendar_paint import paint_ground, paint_words
from ui.calendar_words import short_day, weekday_word
from ui.theme import look
from ui.widgets.card import column, scroll
from ui.widgets.painted import CENTRE, RIGHT, Painted, box, smooth, words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent

    from ui.theme.roles import Role

HOUR: Final = 56
GUTTER: Final = 58
_HEAD: Final = 48
_SNAP: Final = 15
_FIGURE: Final = 16  # the height of a figure in the gutter
_CELL: Final = 30
_KEYS: Final = {
    Qt.Key.Key_Left: timedelta(days=-1),
    Qt.Key.Key_Right: timedelta(days=1),
    Qt.Key.Key_Up: timedelta(minutes=-_CELL),
    Qt.Key.Key_Down: timedelta(minutes=_CELL),
}


class Hours(Grid):
    """The painted hours of one day or of seven. `seen` asks to scroll to a height."""

    seen = Signal(int, int)

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(self.tr("日程表"))
        self._lanes: dict[date, list[Lane]] = {}
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Return the room for a whole day."""
        return QSize(look.px(480), look.px(HOUR) * 24 + 1)

    def minimumSizeHint(self) -> QSize:
        """Need the height, and give way in width."""
        return QSize(look.px(240), self.sizeHint().height())

    def point(self, at: datetime) -> None:
        """Put the cursor on a time, and show it."""
        super().point(at)
        self._bring(at)

    def found_at(self, at: datetime) -> Block | None:
        """Return what begins in the half hour of the cursor, else what lies there."""
        end = at + timedelta(minutes=_CELL)
        here = [one for one in self.blocks if one.begin < end and one.end > at]
        return min(here, key=lambda one: (not at <= one.begin < end, one.begin), default=None)

    def stepped(self, at: datetime, key: int) -> datetime:
        """Return a day or half an hour further; up and down stay on the day."""
        wanted = at + _KEYS[Qt.Key(key)]
        upright = key in {Qt.Key.Key_Up, Qt.Key.Key_Down}
        return at if upright and wanted.date() != at.date() else wanted

    def time_at(self, where: QPointF, grip: timedelta = timedelta()) -> datetime:
        """Return the quarter of an hour at a point."""
        wide = self._width()
        number = int((where.x() - look.px(GUTTER)) // wide)
        day = self.days[max(0, min(len(self.days) - 1, number))]
        minutes = where.y() * 60 / look.px(HOUR) - grip.total_seconds() / 60
        snap = _CELL if not grip and self.carried is None and self._pressed is None else _SNAP
        whole = int(minutes // snap) * snap if snap == _CELL else round(minutes / snap) * snap
        return datetime.combine(day, datetime.min.time()) + timedelta(
            minutes=max(0, min(DAY_MINUTES - snap, whole))
        )

    def block_at(self, where: QPointF) -> Block | None:
        """Return what is painted at a point."""
        for number, day in enumerate(self.days):
            for lane in self._lanes.get(day, ()):
                if self._area(number, lane).contains(where):
                    return lane.block
        return None

    def area_of(self, block: Block) -> QRectF:
        """Return where a block is painted."""
        for number, day in enumerate(self.days):
            for lane in self._lanes.get(day, ()):
                if lane.block is block:
                    return self._area(number, lane)
        return QRectF()

    def x_of(self, number: int) -> float:
        """Return where a day begins."""
        return look.px(GUTTER) + number * self._width()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw hours, blocks, the cursor, what is carried, and now."""
        painter = smooth(self)
        painter.fillRect(event.rect(), look.colour("paper"))
        self._paint_lines(painter)
        self._paint_now(painter)
        for number, day in enumerate(self.days):
            for lane in self._lanes.get(day, ()):
                block, area = lane.block, self._area(number, lane)
                if not area.intersects(QRectF(event.rect())):
                    continue
                painter.setOpacity(0.45 if block is self.carried else 1)
                paint_ground(painter, area, block, picked=block is self.picked)
                paint_words(painter, area, block, past=block.end < self.now)
                painter.setOpacity(1)
        if self.hasFocus() and self.picked is None and self.carried is None:
            self._paint_cursor(painter)
        elif self.hasFocus() and self.picked is not None and self.carried is None:
            around = self.area_of(self.picked).adjusted(-3, -3, 3, 3)
            box(painter, around, line="accent", radius=look.px(8), width=2)
        self._paint_ghost(painter)

    def _bring(self, at: datetime) -> None:
        self.seen.emit(round(self._y(at)), look.px(HOUR))

    def _prepare(self) -> None:
        self._lanes = {day: lanes(on_day(self.blocks, day), day) for day in self.days}

    def _width(self) -> float:
        return (self.width() - look.px(GUTTER)) / max(1, len(self.days))

    def _y(self, at: datetime) -> float:
        return (at.hour * 60 + at.minute) * look.px(HOUR) / 60

    def _area(self, number: int, lane: Lane) -> QRectF:
        high = look.px(HOUR) / 60
        wide = (self._width() - look.px(8)) / lane.lanes
        left = self.x_of(number) + look.px(3) + lane.lane * wide
        tall = (lane.bottom - lane.top) * high
        return QRectF(left, lane.top * high + 1, wide - 2, tall - 2)

    def _paint_lines(self, painter: QPainter) -> None:
        high, small = look.px(HOUR), look.font(12)
        for hour in range(1, 24):
            painter.fillRect(
                QRectF(look.px(GUTTER - 6), hour * high, self.width(), 1), look.colour("hair")
            )
            if self._close_to_now(hour):
                continue  # the time of now stands there
            room = QRectF(0, hour * high - look.px(10), look.px(GUTTER - 14), look.px(20))
            words(painter, room, f"{hour}:00", (small, "faint"), RIGHT)
        for number in range(len(self.days)):
            painter.fillRect(QRectF(self.x_of(number), 0, 1, self.height()), look.colour("hair"))

    def _close_to_now(self, hour: int) -> bool:
        """Return whether the time of now leaves no room for the figure of an hour."""
        minutes = self.now.hour * 60 + self.now.minute - hour * 60
        return self.now.date() in self.days and abs(minutes) * HOUR / 60 < _FIGURE

    def _paint_cursor(self, painter: QPainter) -> None:
        """Draw the cursor; over a block only an outline around it, which cuts no word."""
        if self.spot.date() not in self.days:
            return
        number = self.days.index(self.spot.date())
        tall = look.px(HOUR) * _CELL / 60
        cell = QRectF(self.x_of(number) + 2, self._y(self.spot) + 1, self._width() - 4, tall - 2)
        areas = [self._area(number, one) for one in self._lanes[self.spot.date()]]
        under = [one for one in areas if one.intersects(cell)]
        if under:
            for one in under:
                cell = cell.united(one)
            box(painter, cell, line="accent", radius=look.px(4), width=2)
            return
        box(painter, cell, fill="wash", line="accent", radius=look.px(4), width=2)
        room = cell.adjusted(look.px(8), 0, 0, 0)
        words(painter, room, f"{self.spot:%H:%M}", (look.font(12), "accent"))

    def _paint_now(self, painter: QPainter) -> None:
        """Draw the line of now under the blocks: through a name it would read as struck out.

        The hour stands in the gutter, where nothing covers it.
        """
        if self.now.date() not in self.days:
            return
        y, left = self._y(self.now), self.x_of(self.days.index(self.now.date()))
        line = look.colour("accent")
        gutter = QRectF(0, y - look.px(10), look.px(GUTTER - 14), look.px(20))
        words(painter, gutter, f"{self.now:%H:%M}", (look.font(12, 500), "accent"), RIGHT)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(line)
        painter.drawEllipse(QPointF(look.px(GUTTER) - look.px(6), y), look.px(4), look.px(4))
        painter.setOpacity(0.3)
        painter.fillRect(QRectF(look.px(GUTTER), y - 0.5, self.width(), 1), line)
        painter.setOpacity(0.75)
        painter.fillRect(QRectF(left, y - 0.5, self._width(), 1.5), line)
        painter.setOpacity(1)

    def _paint_ghost(self, painter: QPainter) -> None:
        if self.carried is None or self.ghost is None or self.ghost.date() not in self.days:
            return
        number = self.days.index(self.ghost.date())
        long = (self.carried.end - self.carried.begin).total_seconds() / 60
        area = QRectF(
            self.x_of(number) + look.px(3),
            self._y(self.ghost) + 1,
            self._width() - look.px(10),
            long * look.px(HOUR) / 60 - 2,
        )
        clash = self.clashes()
        box(painter, area, fill="midwash" if clash else "wash", radius=look.px(4))
        painter.setPen(QPen(look.colour("mid" if clash else "accent"), 2, Qt.PenStyle.DashLine))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(area.adjusted(1, 1, -1, -1), look.px(4), look.px(4))
        said = f"{self.ghost:%H:%M} {self.carried.title}"
        head = QRectF(area.x() + look.px(9), area.y() + look.px(3), area.width(), look.px(18))
        words(painter, head, said, (look.font(13, 500), "ink"))
        if clash:
            below = head.translated(0, look.px(17))
            words(painter, below, self.tr("与另一个重叠"), (look.font(12), "mid"))


class _Heads(Painted):
    """The days above the hours."""

    def __init__(self, hours: Hours) -> None:
        super().__init__()
        self._hours, self.zone = hours, ""
        self.setFixedHeight(look.px(_HEAD))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw weekday and day; today in accent."""
        del event
        painter = smooth(self)
        painter.fillRect(self.rect(), look.colour("paper"))
        painter.fillRect(QRectF(0, self.height() - 1, self.width(), 1), look.colour("line"))
        corner = QRectF(0, 0, look.px(GUTTER - 14), self.height())
        words(painter, corner, self.zone, (look.font(12), "faint"), RIGHT)
        hours = self._hours
        for number, day in enumerate(hours.days):
            wide = hours.x_of(1) - hours.x_of(0)
            room = QRectF(hours.x_of(number), 0, wide, self.height())
            today = day == hours.now.date()
            if today:
                pill = QRectF(0, 0, min(wide - 8, look.px(92)), look.px(30))
                pill.moveCenter(room.center())
                box(painter, pill, fill="wash", radius=look.px(6))
            said = f"{weekday_word(day.weekday())}  {short_day(day)}"
            ink: Role = "accent" if today else "soft"
            words(painter, room, said, (look.font(13, 500 if today else 400), ink), CENTRE)


def _whole_hour(top: int) -> int:
    """Return the place not below `top` where the figure of an hour stands whole under the days."""
    margin = look.px(_FIGURE // 2 + 2)
    return max(0, (top + margin) // look.px(HOUR) * look.px(HOUR) - margin)


class WeekView(QWidget):
    """The days above, the hours below."""

    def __init__(self) -> None:
        super().__init__()
        self.grid = Hours()
        self._heads = _Heads(self.grid)
        self._scroll: QScrollArea = scroll(self.grid, "paper")
        self._scroll.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.grid.seen.connect(lambda y, room: self._scroll.ensureVisible(0, y, 0, room))
        heads = QWidget()
        heads.setLayout(column(self._heads, margins=(0, 0, 0, 0)))
        lines = column(heads, self._scroll)
        lines.setStretch(1, 1)
        self.setLayout(lines)
        self.setFocusProxy(self.grid)
        self._goal: datetime | None = None
        bar = self._scroll.verticalScrollBar().sizeHint().width()
        heads.layout().setContentsMargins(0, 0, bar, 0)  # type: ignore[union-attr]

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show the hour that was asked for once there is a height to show it in."""
        super().resizeEvent(event)
        QTimer.singleShot(0, self, self._go)

    def show_blocks(
        self, blocks: Sequence[Block], days: Sequence[date], now: datetime, zone: str
    ) -> None:
        """Show what lies on `days`; `zone` is said in the corner where it is not this place's."""
        self.grid.show_blocks(blocks, days, now)
        self._heads.zone = zone
        self._heads.update()

    def show_hour(self, at: datetime) -> None:
        """Scroll so that an hour stands in the upper third, with a little of what was before."""
        self._goal = at
        self._go()

    def bring(self, begin: datetime, end: datetime) -> None:
        """Scroll only if what lies between two times of a day is not wholly in sight."""
        bar, high = self._scroll.verticalScrollBar(), look.px(HOUR) / 60
        top = (begin.hour * 60 + begin.minute) * high
        low = top + (end - begin).total_seconds() / 60 * high
        if top < bar.value() or low > bar.value() + self._scroll.viewport().height():
            self.show_hour(begin)

    def _go(self) -> None:
        """Scroll to the hour that was asked for; before there is a height, it waits."""
        room = self._scroll.viewport().height()
        if self._goal is None or not self.isVisible() or room < look.px(HOUR):
            return
        top = round((self._goal.hour * 60 + self._goal.minute) * look.px(HOUR) / 60)
        bar = self._scroll.verticalScrollBar()
        if bar.maximum() < self.grid.sizeHint().height() - room:
            return  # the hours have not their height yet
        bar.setValue(_whole_hour(min(top - room // 5, bar.maximum())))
        self._goal = None
