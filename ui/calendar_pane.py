"""What is known of the appointment that is chosen, and what can be done with it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QSizePolicy, QStackedLayout, QWidget

from app.domain.appointment import MOVED, AppointmentState
from app.domain.local_time import wall
from ui import privacy
from ui.calendar_form import AppointmentForm
from ui.calendar_loose import LooseFacts
from ui.calendar_words import (
    SIGNS,
    away,
    clock_change,
    day_words,
    moved_words,
    rule_words,
    span,
    state_word,
    who,
)
from ui.case_list import MODE_ICONS, mode_word
from ui.clause_link import refusal_banner
from ui.names import as_written
from ui.page import PageKey
from ui.widgets.banner import Banner
from ui.widgets.button import Button
from ui.widgets.card import clear, column, ground, row, rule, scroll
from ui.widgets.chip import StateChip
from ui.widgets.flow import Flow, Halves
from ui.widgets.keyvalue import KeyValues
from ui.widgets.label import Label

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent
    from PySide6.QtWidgets import QVBoxLayout

    from app.domain.appointment import Series
    from app.domain.errors import Refusal
    from app.domain.recurrence import Rule
    from app.services.agenda import Detail

_KEYS: Final = 52
_LEADS: Final = frozenset({"open", "change"})


class Facts(QWidget):
    """One appointment: who, when on both sides, how often, how it stands, what to do.

    `done` says what was asked: write, open, change, miss, hold, cancel, cancel_following, reopen,
    follow (all later ones go to this time as well), case.
    """

    done = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lines = column(spacing=12)
        self._banners = column(spacing=8)
        self.setLayout(column(self._banners, self._lines, None))
        self._main: Button | None = None
        self._holder = QWidget(self)
        self._shown: tuple[Detail, str, bool] | None = None
        self._asked = False  # by a button that had the focus, and lost it while it waits

    def show_detail(self, detail: Detail, zone: str, *, has_note: bool) -> None:
        """Show an appointment; the focus stays where it was."""
        if (detail, zone, has_note) == self._shown:
            self.free()
            return
        self._shown = (detail, zone, has_note)
        had = self._asked or self._holds_focus()
        self._asked = False
        clear(self._lines)
        self.say(None)
        person = detail.line.person
        name = Label(who(person), "heading", cut=True)
        code = Label(as_written(privacy.beside(person.name, person.code)), "meta")
        self._lines.addLayout(row(name, code, None, spacing=8))
        self._lines.addWidget(self._chips(detail))
        self._lines.addWidget(self._values(detail, zone))
        for banner in self._warnings(detail, zone):
            self._lines.addWidget(banner)
        self._lines.addWidget(self._buttons(detail, has_note=has_note))
        if had and self._main is not None:
            self._main.setFocus()

    def enter(self) -> None:
        """Put the focus on the first thing to do."""
        if self._main is not None:
            self._main.setFocus(Qt.FocusReason.TabFocusReason)

    def say(self, refusal: Refusal | None) -> None:
        """Show a refusal on top, or take it away."""
        clear(self._banners)
        if refusal is not None:
            self._banners.addWidget(refusal_banner(refusal))

    def _ask(self, key: str) -> None:
        """Ask once; what changes something is not asked again before the answer."""
        self._asked = key not in {"write", *_LEADS} and self._holds_focus()
        self._holder.setEnabled(key in _LEADS)
        self.done.emit(key)

    def free(self) -> None:
        """Let everything be asked again: it was refused."""
        self._holder.setEnabled(True)
        if self._asked and self._main is not None:
            self._main.setFocus()
        self._asked = False

    def _holds_focus(self) -> bool:
        return any(one.hasFocus() for one in self.findChildren(Button))

    def _chips(self, detail: Detail) -> QWidget:
        one = detail.line.appointment
        icon, tone = SIGNS[one.state]
        holder = QWidget()
        flow = Flow(holder, gap=6)
        flow.addWidget(StateChip(state_word(one.state), tone, icon))
        flow.addWidget(StateChip(mode_word(one.mode), "plain", MODE_ICONS[one.mode]))
        if detail.line.conflict:
            flow.addWidget(StateChip(self.tr("重叠"), "mid", "circle-alert"))
        return holder

    def _values(self, detail: Detail, zone: str) -> KeyValues:
        one, person = detail.line.appointment, detail.line.person
        day = wall(one.starts_at, zone).date()
        rows = [
            (self.tr("日期"), day_words(day, year=True)),
            (self.tr("时间"), self.tr("{0}，%n 分钟", "", one.minutes).format(span(one, zone))),
        ]
        there = away(one.starts_at, zone, person.there)
        if there:
            rows.append((self.tr("来访者"), self.tr("当地 {0}").format(there)))
        if detail.series is not None:
            rows.append((self.tr("重复"), rule_words(_with_day(detail.series))))
        if one.slot is not None and one.slot != one.starts_at:
            before = wall(one.slot, zone)
            rows.append((self.tr("原定"), f"{day_words(before.date())} {before:%H:%M}"))
        rows.append((self.tr("改期"), self._changes(detail)))
        rows += [
            (key, said)
            for key, said in ((self.tr("地点"), one.place), (self.tr("备注"), one.remark))
            if said
        ]
        return KeyValues(rows, key_width=_KEYS)

    def _changes(self, detail: Detail) -> str:
        """Say how often this one was moved, and how often any of the case (clause 082)."""
        if not detail.changes:
            return self.tr("没有改过")
        moves = detail.line.appointment.moves
        this = self.tr("这一次改过 %n 次", "", moves) if moves else self.tr("这一次没有改过")
        every = self.tr("这个个案共改过 {0} 次，其中近三个月 {1} 次")
        return f"{this}\n{every.format(detail.changes, detail.lately)}"

    def _warnings(self, detail: Detail, zone: str) -> list[Banner]:
        made = []
        if detail.line.person.shut:
            made.append(
                Banner(
                    "info",
                    self.tr("这个个案加了密码"),
                    text=self.tr("打开它以后，才看得到地点和备注，也才能改这个预约。"),
                    icon="lock",
                )
            )
        for other in detail.others:
            said = self.tr("与 {0} {1} 的预约重叠").format(
                as_written(other.person.code), f"{wall(other.appointment.starts_at, zone):%H:%M}"
            )
            made.append(Banner("warning", said, icon="circle-alert"))
        if MOVED.broken(detail.lately):
            made.append(
                Banner(
                    "warning",
                    moved_words(detail.lately)[0],
                    text=moved_words(detail.lately)[1],
                    icon="repeat",
                )
            )
        one, series = detail.line.appointment, detail.series
        if series is not None and one.state.standing:
            slot = one.slot or one.starts_at  # what was moved by itself says nothing of the rest
            shift = clock_change(series, slot, zone, detail.line.person.there)
            if shift:
                text = self.tr("夏令时的缘故。提前告诉来访者，免得错过。")
                made.append(Banner("info", shift, text=text, icon="globe"))
        return made

    def _buttons(self, detail: Detail, *, has_note: bool) -> QWidget:
        """Return what can be done: one filled button, then quiet ones."""
        one = detail.line.appointment
        self._holder = holder = QWidget()
        flow = Halves(holder)
        self._main = None
        keys = self._acts(detail, has_note=has_note)
        for number, (key, word, icon) in enumerate(keys):
            first = number == 0 and key in {"write", "open"}
            button = Button(word, "primary" if first else "quiet", icon=icon, sz="s")
            button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
            button.clicked.connect(lambda _=False, key=key: self._ask(key))
            flow.addWidget(button)
            self._main = self._main or button
        open_case = Button(self.tr("打开个案"), "link")
        open_case.clicked.connect(lambda: self.done.emit("case"))
        whole = QWidget()
        whole.setLayout(column(holder, open_case, spacing=10))
        if one.state is AppointmentState.HELD and one.session_id is None and not has_note:
            holder.setAccessibleDescription(self.tr("还没有写记录"))
        return whole

    def _acts(self, detail: Detail, *, has_note: bool) -> list[tuple[str, str, str]]:
        one = detail.line.appointment
        if detail.line.person.shut:
            return []
        change = ("change", self.tr("改预约"), "pencil")
        if one.state.standing:
            # A note is about what was said: it is offered when the session is about to begin.
            near = detail.near
            acts = [("write", self.tr("写记录"), "pen-line"), change] if near else [change]
            if one.series_id is not None and one.slot != one.starts_at:
                acts.append(("follow", self.tr("以后都改到这时"), "repeat"))
            if near:
                acts.append(("miss", self.tr("没有来"), "circle-alert"))
            if detail.series is not None:
                acts.append(("cancel", self.tr("取消这一次"), "ban"))
                acts.append(("cancel_following", self.tr("取消这次和以后"), "ban"))
            else:
                acts.append(("cancel", self.tr("取消预约"), "ban"))
            return acts
        if has_note:
            return [("open", self.tr("打开记录"), "file-text")]
        reopen = ("reopen", self.tr("恢复为已约"), "undo-2")
        if one.state is AppointmentState.HELD:
            return [("write", self.tr("写记录"), "pen-line"), reopen]
        return [reopen]


class CalendarPane(QWidget):
    """Right of the calendar: what is chosen, or the form, or what the keys do.

    `taken` says whether the next step stands here, or whether there is none.
    """

    closed = Signal()
    taken = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setProperty("ground", "raised")
        self.setProperty("pane", "right")
        self.facts, self.form, self.loose = Facts(), AppointmentForm(), LooseFacts()
        self._hint = self._keys()
        self._back = Button(self.tr("日程"), "ghost", icon="arrow-left", sz="s")
        self._back.setAccessibleName(self.tr("回到日程表"))
        self._back.clicked.connect(self.closed)
        self._bar, parts, self._alone = QWidget(), QWidget(), False
        self._bar.setLayout(row(self._back, None, margins=(16, 12, 16, 0)))
        self._bar.setVisible(False)
        lines = column(self._bar, parts)
        lines.setStretch(1, 1)
        self.setLayout(lines)
        self._stack = QStackedLayout(parts)
        loose = _page(self.loose)
        for part in (_page(self._hint), _page(self.facts), self._form_part(), loose):
            self._stack.addWidget(part)
        self.form.closed.connect(self.closed)
        self._stack.currentChanged.connect(self._offer_back)

    def stand_alone(self, *, alone: bool) -> None:
        """Offer the way back to the calendar where the pane takes its place."""
        self._alone = alone
        self._offer_back()

    def _offer_back(self) -> None:
        """Show the way back; the form has one of its own."""
        self._bar.setVisible(self._alone and not self.writing())

    def _form_part(self) -> QWidget:
        """Return the form; what stores it stays in sight below."""
        whole = QWidget()
        foot = column(rule(), self.form.foot)
        lines = column(_page(self.form), foot)
        lines.setStretch(0, 1)
        whole.setLayout(lines)
        return whole

    def say_bare(self, *, bare: bool) -> None:
        """Say whether there is an appointment to choose, or the first is to be made."""
        self._first.setText(self.tr("这里还没有预约") if bare else self.tr("还没有选预约"))
        self._more.setText(
            self.tr("点一个空格，或按「新预约」，写下一次。")
            if bare
            else self.tr("点一个预约，这里会有它的时间、双方当地的钟点和改期的次数。")
        )

    def show_keys(self) -> None:
        """Show what can be done here: nothing is chosen."""
        self._stack.setCurrentIndex(0)
        self.taken.emit(False)  # noqa: FBT003 - a signal

    def show_facts(self) -> None:
        """Show the appointment that is chosen."""
        self._stack.setCurrentIndex(1)
        self.taken.emit(True)  # noqa: FBT003 - a signal

    def show_loose(self) -> None:
        """Show the session without an appointment that is chosen."""
        self._stack.setCurrentIndex(3)
        self.taken.emit(True)  # noqa: FBT003 - a signal

    def show_form(self) -> None:
        """Show the form."""
        self._stack.setCurrentIndex(2)
        self.taken.emit(True)  # noqa: FBT003 - a signal

    def writing(self) -> bool:
        """Return whether the form is shown."""
        return self._stack.currentIndex() == 2  # noqa: PLR2004 - the third part

    def reading(self) -> bool:
        """Return whether an appointment is shown."""
        return self._stack.currentIndex() == 1

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go back to the calendar with Esc."""
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)

    def page_keys(self) -> tuple[PageKey, ...]:
        """Return the keys of the calendar, for here and for F1."""
        return (
            PageKey("N", self.tr("在光标处新建预约")),
            PageKey("←↑↓→", self.tr("移动光标")),
            PageKey("Enter", self.tr("打开，或新建")),
            PageKey("Shift ←↑↓→", self.tr("拿起预约去改期，Enter 放下，Esc 放回")),
            PageKey("T", self.tr("回到今天")),
            PageKey("PgUp PgDn", self.tr("前后翻页")),
            PageKey("D W M", self.tr("日、周、月")),
        )

    def _keys(self) -> QWidget:
        part = QWidget()
        self._first, self._more = Label("", "name"), Label("", "soft", wrap=True)
        self.say_bare(bare=False)
        lines: QVBoxLayout = column(
            self._first,
            self._more,
            Label(self.tr("键盘"), "strong", tint="soft"),
            KeyValues(tuple((one.keys, one.does) for one in self.page_keys()), key_width=84),
            None,
            spacing=12,
        )  # fmt: skip
        part.setLayout(lines)
        return part


def _with_day(series: Series) -> Rule:
    """Return the rule of a series with its weekday said."""
    rule = series.rule
    day = wall(series.starts_at, series.zone).weekday()
    return rule if rule.weekdays else replace(rule, weekdays=(day,))


def _page(part: QWidget) -> QWidget:
    """Return a part in a page that scrolls."""
    inside = ground("raised")
    inside.setLayout(column(part, margins=(24, 20, 20, 20)))
    return scroll(inside, "raised")
