"""The times of the day: rows, the line of now, and the card of what comes next."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QCoreApplication, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.domain.appointment import AppointmentState, near
from app.domain.due import Standing
from app.domain.local_time import wall
from ui.calendar_words import away
from ui.case_list import mode_word
from ui.case_lock_words import called
from ui.privacy import veil
from ui.theme import look
from ui.theme.focus import RING, RING_OUT
from ui.today_words import consent_state, row_state
from ui.widgets.button import Button
from ui.widgets.card import Card, column, row, rule
from ui.widgets.chip import StateChip
from ui.widgets.flow import Flow
from ui.widgets.label import Label
from ui.widgets.painted import Painted, smooth, words
from ui.widgets.picture import Picture

if TYPE_CHECKING:
    from datetime import datetime

    from PySide6.QtGui import QKeyEvent, QMouseEvent, QPaintEvent
    from PySide6.QtWidgets import QHBoxLayout

    from app.domain.case import ServiceMode
    from app.services.today import DayRow, Ready
    from ui.widgets.label import Look, Tint

translate = QCoreApplication.translate
TIME: Final = 64
OUT: Final = 16
_KEYS: Final = {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space}
_GONE: Final = frozenset({AppointmentState.MISSED, AppointmentState.CANCELLED})


class NowLine(Painted):
    """Where in the day one is: the time, a dot, a thin line."""

    def __init__(self, at: str) -> None:
        super().__init__()
        self._at = at
        self.setAccessibleName(self.tr("现在 {0}").format(at))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def say(self, at: str) -> None:
        """Show another time."""
        self._at = at
        self.setAccessibleName(self.tr("现在 {0}").format(at))
        self.update()

    def sizeHint(self) -> QSize:
        """Return the room for one small line."""
        return QSize(look.px(240), look.px(24))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw time, dot and line."""
        del event
        painter = smooth(self)
        area = QRectF(self.rect())
        words(painter, area, self._at, (look.font(12, 500), "accent"))
        left, middle, side = look.px(TIME + 8), self.height() / 2, look.px(6)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(look.colour("accent"))
        painter.drawEllipse(QRectF(left, middle - side / 2, side, side))
        thin = QColor(look.colour("accent"))
        thin.setAlphaF(0.55)
        painter.fillRect(QRectF(left + side + 2, round(middle), area.right(), 1), thin)


class DayRowView(QWidget):
    """One time of the day; a click or Enter opens it."""

    opened = Signal()

    def __init__(self, one: DayRow, now: datetime, zone: str) -> None:
        super().__init__()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setProperty(RING, True)  # noqa: FBT003 - Qt's own signature
        self.setProperty(RING_OUT, look.px(OUT))  # as far as a card reaches
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        past = one.over <= now or (one.appointment is not None and one.appointment.state in _GONE)
        lines = row(times(one, zone, past=past), 8, _who(one, now, zone, past=past))
        lines.setStretch(2, 1)
        self.setLayout(column(15, lines, 15))
        self.setAccessibleName(spoken(one, now, zone))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open with Enter or Space."""
        if event.key() in _KEYS:
            self.opened.emit()
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Open with a click."""
        if event.button() == Qt.MouseButton.LeftButton:
            self.opened.emit()


def spoken(one: DayRow, now: datetime, zone: str) -> str:
    """Return a time of the day as a screen reader should say it."""
    begin, end = wall(one.starts_at, zone), wall(one.over, zone)
    parts = (
        f"{begin:%H:%M}–{end:%H:%M}",
        called(one.person),
        mode_word(_mode(one)),
        where(one, zone),
        row_state(one, now)[0],
    )
    return ", ".join(part for part in parts if part)


def times(one: DayRow, zone: str, *, past: bool = False) -> QWidget:
    """Return begin and end, under each other."""
    begin, end = wall(one.starts_at, zone), wall(one.over, zone)
    holder = QWidget()
    holder.setFixedWidth(look.px(TIME))
    tint: Tint = "soft" if past else ""
    holder.setLayout(
        column(Label(f"{begin:%H:%M}", "name", tint=tint), Label(f"{end:%H:%M}", "meta"), None)
    )
    return holder


def where(one: DayRow, zone: str) -> str:
    """Return the client's local time where it is another, else the place that was agreed on."""
    there = away(one.starts_at, zone, one.person.there, city=False)
    city = one.person.there.city
    if there:
        said = translate("Today", "来访者当地 {0}").format(there)
        return translate("Today", "{0}，{1}").format(said, city) if city else said
    place = one.appointment.place if one.appointment is not None else ""
    if place or not city:
        return place
    if not _mode(one).remote:
        return city
    return translate("Today", "双方同一时间，{0}").format(city)


def _mode(one: DayRow) -> ServiceMode:
    """Return how the client comes this time."""
    return one.appointment.mode if one.appointment is not None else one.person.mode


def _who(one: DayRow, now: datetime, zone: str, *, past: bool) -> QWidget:
    """Return name, way of service, state, and both times."""
    holder = QWidget()
    word, tone, icon = row_state(one, now)
    chip = StateChip(word, tone, icon) if word else None
    holder.setLayout(column(_name(one, "name", "", chip, past=past), 2, _where_line(one, zone)))
    return holder


def _where_line(one: DayRow, zone: str) -> Label:
    return Label(where(one, zone), "soft", cut=True)


def _name(
    one: DayRow, kind: Look, more: str, chip: StateChip | None, *, past: bool = False
) -> QHBoxLayout:
    """Return the line of the name with the chip at its right end."""
    tint: Tint = "soft" if past else ""
    mode = mode_word(_mode(one))
    line = row(
        Label(called(one.person), kind, tint=tint, cut=True),
        Label(f"{mode} · {more}" if more else mode, "meta" if past else "soft"),
        None,
        spacing=8,
    )
    if chip is not None:
        line.addWidget(chip)
    return line


class NextCard(Card):
    """What comes next: who, what is ready, what was agreed on last time, and two ways to go on.

    `write` begins the note (or goes on with it), `case` opens the case, `last` the last note;
    `first_button` is the one of them that is meant now.
    """

    write = Signal()
    case = Signal()
    last = Signal()

    def __init__(self, one: DayRow, ready: Ready, now: datetime, zone: str) -> None:
        super().__init__(margins=(OUT - 1, 15, OUT - 1, 15), spacing=0)
        self.setAccessibleName(spoken(one, now, zone))
        word, tone, icon = row_state(one, now)
        chip = StateChip(word, tone, icon) if word else None
        who = QWidget()
        number = self.tr("第 {0} 次咨询").format(one.number or ready.number)
        below = look.large()  # beside name and number there is no room for it then
        name = _name(one, "heading", number, None if below else chip)
        state = (row(chip, None, margins=(0, 4, 0, 0)),) if below and chip is not None else ()
        who.setLayout(column(name, 2, _where_line(one, zone), *state))
        top = row(times(one, zone), 8, who)
        top.setStretch(2, 1)
        self.body.addLayout(top)
        self.body.addSpacing(look.px(14))
        self.body.addWidget(rule())
        self.body.addSpacing(look.px(14))
        self.body.addWidget(self._checks(ready))
        self.body.addSpacing(look.px(12))
        self.body.addLayout(self._foot(one, ready, now))

    def _checks(self, ready: Ready) -> QWidget:
        holder = QWidget()
        flow = Flow(holder, gap=14)
        signed = ready.standing is Standing.SIGNED
        said = self.tr("同意书有效") if signed else consent_state(ready.standing)[0]
        flow.addWidget(_check(said, good=signed))
        if ready.shut:
            shut = QWidget()
            rest = Label(self.tr("加了密码，打开个案后才看得到其余"), "soft")
            shut.setLayout(row(Picture("lock", "soft", 16), rest, spacing=6))
            flow.addWidget(shut)
        for known, yes, no in (
            (ready.identity, self.tr("身份已登记"), self.tr("身份还没登记")),
            (ready.places, self.tr("所在地已登记"), self.tr("所在地还没登记")),
            (ready.contact, self.tr("紧急联系人已登记"), self.tr("没有紧急联系人")),
            (ready.last_signed, self.tr("上次记录已签署"), self.tr("上次记录未签署")),
        ):
            if known is not None:
                flow.addWidget(_check(yes if known else no, good=known))
        return holder

    def _foot(self, one: DayRow, ready: Ready, now: datetime) -> QHBoxLayout:
        # A note keeps the appointment of its hour: long before it there is nothing to write yet.
        may = one.note_id is not None or near(one.starts_at, now)
        self.case_button = Button(self.tr("打开个案"), "quiet" if may else "primary")
        self.first_button = self._write_button(one) if may else self.case_button
        self.case_button.clicked.connect(self.case)
        line = row(spacing=8)
        if ready.agreed or ready.plan:
            agreed = self.tr("上次约定：{0}").format(ready.agreed)
            words = agreed if ready.agreed else self.tr("上次的计划：{0}").format(ready.plan)
            said = Label(words, "soft", cut=True)
            line.addWidget(said, 1)
            veil(said)
        else:
            line.addStretch(1)
        if ready.last_note is not None:
            last = Button(self.tr("看上次记录"))
            last.clicked.connect(self.last)
            line.addWidget(last)
        line.addWidget(self.case_button)
        if may:
            line.addWidget(self.first_button)
        return line

    def _write_button(self, one: DayRow) -> Button:
        said = self.tr("写记录") if one.note_id is None else self.tr("接着写")
        made = Button(said, "primary", icon="pen-line")
        made.clicked.connect(self.write)
        return made


def _check(said: str, *, good: bool) -> QWidget:
    """Return one thing that is ready, or is not: an icon and a word, never a colour alone."""
    holder = QWidget()
    picture = Picture("circle-check", "low", 16) if good else Picture("circle-alert", "mid", 16)
    holder.setLayout(row(picture, Label(said, "soft" if good else "body"), spacing=6))
    return holder
