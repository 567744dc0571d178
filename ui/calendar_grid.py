"""What day, week and month have in common: a cursor, a choice, and carrying one elsewhere."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPointF, Qt, Signal
from PySide6.QtWidgets import QApplication

from ui.calendar_words import day_words
from ui.widgets.painted import Painted, announce

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent

    from ui.calendar_blocks import Block

_ENTER: Final = {Qt.Key.Key_Return, Qt.Key.Key_Enter}
_ARROWS: Final = {Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down}
_PAGE: Final = timedelta(weeks=1)


class Grid(Painted):
    """A painted calendar. Times are wall times of the counselor, without zone.

    `pointed`: the cursor or the choice is another (a block or None); `clicked`: a block was clicked
    and not carried; `opened`: a block;
    `wanted`: a new appointment at a time; `dropped`: a block was carried to a time; `turned`:
    pages forward; `followed`: to the page of a time; `today`: back to now.
    """

    pointed = Signal(object)
    clicked = Signal()
    opened = Signal(object)
    wanted = Signal(object)
    dropped = Signal(object, object)
    turned = Signal(int)
    followed = Signal(object)
    today = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.blocks: tuple[Block, ...] = ()
        self.days: tuple[date, ...] = ()
        self.now = datetime.min  # noqa: DTZ901 - a wall time
        self.spot = datetime.min  # noqa: DTZ901 - a wall time
        self.picked: Block | None = None
        self.carried: Block | None = None
        self.ghost: datetime | None = None
        self._pressed: tuple[QPointF, Block] | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)

    def show_blocks(self, blocks: Sequence[Block], days: Sequence[date], now: datetime) -> None:
        """Show what lies on `days`; the choice stays where it still exists.

        What is carried stays in the hand if it is as it was and lies in sight.
        """
        self.blocks, self.days, self.now = tuple(blocks), tuple(days), now
        if self.picked is not None:
            self.picked = self._same(self.picked)
        if not self._still_carried():
            self.carried = self.ghost = self._pressed = None
        self._prepare()
        self.update()

    def point(self, at: datetime) -> None:
        """Put the cursor on a time; what lies there is chosen."""
        self.spot = at
        self._pick(self.found_at(at))

    def found_at(self, at: datetime) -> Block | None:
        """Return what lies at a time of the cursor."""
        raise NotImplementedError

    def stepped(self, at: datetime, key: int) -> datetime:
        """Return where an arrow leads from a time."""
        raise NotImplementedError

    def time_at(self, where: QPointF, grip: timedelta = timedelta()) -> datetime:
        """Return the time at a point; `grip` is how far into a carried block it was taken."""
        raise NotImplementedError

    def block_at(self, where: QPointF) -> Block | None:
        """Return what is painted at a point."""
        raise NotImplementedError

    def _prepare(self) -> None:
        """Lay out what is to be painted."""

    def _same(self, block: Block) -> Block | None:
        """Return a block as it is shown now, if it is."""
        return next((one for one in self.blocks if one.names & block.names), None)

    def _still_carried(self) -> bool:
        """Say whether what is carried is as it was; where it came from may be another page."""
        if self.carried is None or not self._within(self.ghost, self.days):
            return False
        now = self._same(self.carried)
        if now is None:
            return not self._within(self.carried.begin, self.days)
        still = now == self.carried
        self.carried = now
        return still

    def _bring(self, at: datetime) -> None:
        """Scroll to a time of the days that are shown; where all is in sight nothing is to do."""

    @staticmethod
    def _within(at: datetime | None, days: Sequence[date]) -> bool:
        """Say whether a time lies on one of these days."""
        return at is not None and bool(days) and days[0] <= at.date() <= days[-1]

    # The keyboard.

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move, open, carry and drop; every other key goes on."""
        key = event.key()
        if key in _ARROWS:
            self._arrow(event)
        elif key in _ENTER:
            self._enter()
        elif key == Qt.Key.Key_Escape and self.carried is not None:
            self._take_back(self.carried)
        elif act := self._other_keys().get(key):
            act()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show the cursor."""
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Leave what was carried where it was."""
        super().focusOutEvent(event)
        self._let_go()

    def _other_keys(self) -> dict[int, Callable[[], None]]:
        return {
            Qt.Key.Key_PageUp: lambda: self._page(-1),
            Qt.Key.Key_PageDown: lambda: self._page(1),
            Qt.Key.Key_N: lambda: self.wanted.emit(self.spot),
            Qt.Key.Key_T: self.today.emit,
            Qt.Key.Key_Home: lambda: self.point(self._on(self.days[0])),
            Qt.Key.Key_End: lambda: self.point(self._on(self.days[-1])),
        }

    def _on(self, day: date) -> datetime:
        return datetime.combine(day, self.spot.time())

    def _arrow(self, event: QKeyEvent) -> None:
        """Move the cursor; with Shift carry what is chosen along."""
        if event.modifiers() & Qt.KeyboardModifier.ShiftModifier and self.carried is None:
            self._take(self.picked)
        if self.carried is not None and self.ghost is not None:
            self._carry_by_keys(self.stepped(self.ghost, event.key()))
            return
        if event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            return
        wanted = self.stepped(self.spot, event.key())
        if self._within(wanted, self.days):
            self.point(wanted)
        else:
            self.spot = wanted
            self.turned.emit(-1 if wanted.date() < self.days[0] else 1)

    def _page(self, by: int) -> None:
        """Turn pages; what is carried goes along a week a page."""
        if self.carried is not None and self.ghost is not None:
            self._carry_by_keys(self.ghost + by * _PAGE)
        else:
            self.turned.emit(by)

    def _carry_by_keys(self, to: datetime) -> None:
        """Carry to a time, and keep it in sight: where it leaves the page, the page follows."""
        self._carry(to)
        if self._within(to, self.days):
            self._bring(to)
        else:
            self.followed.emit(to)

    def _take_back(self, block: Block) -> None:
        """Leave what was carried where it was, and go back there."""
        self._let_go()
        self.spot = block.begin
        if self._within(block.begin, self.days):
            self._pick(block)
            self._bring(block.begin)
        else:
            self.picked = block
            self.followed.emit(block.begin)

    def _enter(self) -> None:
        if self.carried is not None:
            self._drop()
        elif self.picked is not None:
            self.opened.emit(self.picked)
        else:
            self.wanted.emit(self.spot)

    # The mouse.

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose what is there, or put the cursor there."""
        if event.button() != Qt.MouseButton.LeftButton:
            super().mousePressEvent(event)
            return
        where = event.position()
        found = self.block_at(where)
        self._pressed = (where, found) if found is not None else None
        self.spot = found.begin if found is not None else self.time_at(where)
        self._pick(found)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Carry what was pressed, once the hand has really moved."""
        if self._pressed is None:
            over = self.block_at(event.position()) is not None
            self.setCursor(
                Qt.CursorShape.PointingHandCursor if over else Qt.CursorShape.ArrowCursor
            )
            return
        start, block = self._pressed
        far = (event.position() - start).manhattanLength() >= QApplication.startDragDistance()
        if self.carried is None and far:
            self._take(block)
        if self.carried is not None:
            grip = self.time_at(start) - block.begin
            self._carry(self.time_at(event.position(), grip))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Drop what is carried."""
        super().mouseReleaseEvent(event)
        pressed, self._pressed = self._pressed, None
        if self.carried is not None:
            self._drop()
        elif pressed is not None:
            self.clicked.emit()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Open what is there, or make a new appointment there."""
        found = self.block_at(event.position())
        if found is not None:
            self.opened.emit(found)
        else:
            self.wanted.emit(self.time_at(event.position()))

    # What both do.

    def _pick(self, block: Block | None) -> None:
        self.picked = block
        said = block.spoken() if block is not None else self.tr("没有预约")
        where = f"{day_words(self.spot.date())} {self.spot:%H:%M}"
        self.setAccessibleDescription(f"{where} {said}")
        announce(self, f"{where} {said}")
        self.pointed.emit(block)
        self.update()

    def _take(self, block: Block | None) -> None:
        """Take a block into the hand; only what still stands can be moved."""
        if block is not None and block.standing:
            self.carried, self.ghost = block, block.begin

    def _carry(self, to: datetime) -> None:
        self.ghost = to
        announce(self, self.tr("移到 {0}").format(f"{day_words(to.date())} {to:%H:%M}"))
        self.update()

    def _drop(self) -> None:
        block, to = self.carried, self.ghost
        self._let_go()
        if block is not None and to is not None and to != block.begin:
            self.spot = to
            self.dropped.emit(block, to)

    def _let_go(self) -> None:
        self.carried = self.ghost = self._pressed = None
        self.update()

    def clashes(self) -> bool:
        """Return whether what is carried would lie on top of another one."""
        if self.carried is None or self.ghost is None:
            return False
        end = self.ghost + (self.carried.end - self.carried.begin)
        return any(
            one.standing and one is not self.carried and one.begin < end and one.end > self.ghost
            for one in self.blocks
        )
