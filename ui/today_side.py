"""Beside the day: what waits, and the week as pills."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QLocale, QRectF, QSize, Qt, Signal
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui import translation
from ui.calendar_words import weekday_word
from ui.page import ToDue
from ui.theme import look
from ui.theme.roles import TONE_INK
from ui.today_places import due_place
from ui.today_words import due_words, group_counts
from ui.widgets.button import Button
from ui.widgets.card import clear, column, row, rule
from ui.widgets.label import Label
from ui.widgets.painted import CENTRE, Painted, box, smooth, words
from ui.widgets.picture import Picture

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from PySide6.QtGui import QPaintEvent

    from app.services.due_things import Due
    from app.services.today import WeekDay
    from ui.page import Destination
    from ui.theme.roles import Role

_FIRST: Final = 6
_WIDE, _HIGH, _PITCH = 24, 5, 9
_WORD: Final = 24
_MOST: Final = 10


class DueList(QWidget):
    """What waits, the most urgent first; the first few, then all. `wanted` goes there."""

    wanted = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._due: tuple[Due, ...] = ()
        self._all = False
        self._now: datetime | None = None
        self._zone = ""
        self._rows = column()
        self._title = Label(self.tr("该办的"), "name")
        self._count = Label("", "soft")
        self._groups, self._put_off = Label("", "meta", wrap=True), Label("", "meta", wrap=True)
        self.whole = Button(self.tr("全部待办"), "link")
        self.whole.clicked.connect(lambda: self.wanted.emit(ToDue()))
        head = row(self._title, self._count, None, self.whole, spacing=8)
        self.setLayout(column(head, 2, self._groups, 6, self._rows, 4, self._put_off))

    def show_due(self, due: Sequence[Due], now: datetime, zone: str, *, put_off: int = 0) -> None:
        """Show what waits; `put_off` is how much was put off and is not among it."""
        self._due, self._now, self._zone = tuple(due), now, zone
        self._groups.setText(group_counts(due) if len(due) > 1 else "")
        self._groups.setVisible(len(due) > 1)
        self._put_off.setText(self.tr("另有 %n 件放到以后", "", put_off) if put_off else "")
        self._put_off.setVisible(bool(put_off))
        self._count.setText(str(len(due)) if due else "")
        self._fill()

    def _fill(self) -> None:
        clear(self._rows)
        shown = self._due if self._all else self._due[:_FIRST]
        for at, one in enumerate(shown):
            if at:
                self._rows.addWidget(rule())
            self._rows.addWidget(self._row(one))
        if not shown:
            said = Label(self.tr("都办好了。"), "soft")
            self._rows.addLayout(row(Picture("circle-check", "low", 16), said, None, spacing=8))
        rest = len(self._due) - len(shown)
        if rest:
            more = Button(self.tr("还有 {0} 件").format(rest), "link")
            more.clicked.connect(self._show_all)
            self._rows.addSpacing(look.px(8))
            self._rows.addWidget(more)

    def _show_all(self) -> None:
        self._all = True
        self._fill()
        buttons = [one for one in self.findChildren(Button) if not one.isHidden()]
        buttons[_FIRST].setFocus(Qt.FocusReason.TabFocusReason)

    def _row(self, one: Due) -> QWidget:
        if self._now is None:
            raise RuntimeError("a row is made of what was shown")
        said = due_words(one, self._now, self._zone)
        place = due_place(one, self._zone)
        button = Button(said.action, sz="s")
        button.setAccessibleName(f"{said.action}: {said.what}")
        button.setAccessibleDescription(said.why)
        button.clicked.connect(lambda: self._go(place))
        middle = QWidget()
        middle.setLayout(
            column(Label(said.what, "strong", wrap=True), Label(said.why, "meta", wrap=True))
        )
        line = row(
            column(2, Picture(said.icon, TONE_INK[said.tone], 18), None), middle, button,
            margins=(0, 12, 0, 12), spacing=12,
        )  # fmt: skip
        line.setStretch(1, 1)
        line.setAlignment(button, Qt.AlignmentFlag.AlignVCenter)
        holder = QWidget()
        holder.setLayout(line)
        return holder

    def _go(self, place: Destination) -> None:
        self.wanted.emit(place)


class WeekPills(Painted):
    """The week: a pill for each session, filled when it is done, today in accent."""

    def __init__(self) -> None:
        super().__init__()
        self._days: tuple[WeekDay, ...] = ()
        self._today = 0
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_week(self, days: Sequence[WeekDay], today: int) -> None:
        """Show seven days, of which `today` (0 is Monday) is the present one."""
        self._days, self._today = tuple(days), today
        said = [
            self.tr("{0} 已完成 {1} 次，还有 {2} 次").format(weekday_word(at), one.done, one.ahead)
            for at, one in enumerate(days)
            if one.done or one.ahead
        ]
        self.setAccessibleName(self.tr("这一周：{0}").format(self.tr("；").join(said)))
        self.dress()

    def sizeHint(self) -> QSize:
        """Return the room for the fullest day and the words below."""
        most = max((one.done + one.ahead for one in self._days), default=1)
        high = max(4, min(most, _MOST)) * _PITCH
        return QSize(look.px(7 * 36), look.px(high + _WORD))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw seven columns."""
        del event
        painter = smooth(self)
        pitch = min(look.px(54), self.width() / 7)
        floor = self.height() - look.px(_WORD)
        for at, one in enumerate(self._days):
            left, here = at * pitch, at == self._today
            ink: Role = "accent" if here else "edge"
            for step in range(min(one.done + one.ahead, _MOST)):
                top = floor - (step + 1) * look.px(_PITCH) + look.px(_PITCH - _HIGH)
                pill = QRectF(left, top, look.px(_WIDE), look.px(_HIGH))
                filled = step < one.done
                box(painter, pill, fill=ink if filled else None, line=ink, radius=look.px(2.5))
            word = QRectF(left, floor, look.px(_WIDE), look.px(_WORD))
            tint: Role = "accent" if here else "soft"
            hand = look.font(12, 500 if here else 400), tint
            words(painter, word, _letter(at), hand, CENTRE)


def _letter(number: int) -> str:
    """Return a weekday in one letter; 0 is Monday."""
    narrow = QLocale.FormatType.NarrowFormat
    return translation.locale().standaloneDayName(number + 1, narrow)
