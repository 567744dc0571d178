"""今日: who comes, what is ready, what waits, and the week; the page she lands on."""

from __future__ import annotations

from datetime import timedelta
from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QBoxLayout, QStackedLayout, QWidget

from app.domain.appointment import BEFORE_ITS_HOUR, AppointmentState
from app.domain.caseload import CASELOAD
from app.domain.local_time import wall
from app.domain.session import SessionTime
from app.services import today
from app.services.changes import Noun
from ui import dates
from ui.case_list import mode_word
from ui.case_lock_words import called
from ui.caseload_words import load_line
from ui.look_around import FirstPage
from ui.note_begin import NoteBegin
from ui.page import (
    Page,
    PageKey,
    ToCalendar,
    ToCases,
    ToNewCase,
    ToNote,
    ToSalvage,
    ToToday,
)
from ui.theme import look
from ui.today_rows import OUT, TIME, DayRowView, NextCard, NowLine
from ui.today_side import DueList, WeekPills
from ui.today_tries import TriesLine
from ui.today_words import brief
from ui.widgets.banner import Banner
from ui.widgets.button import Button
from ui.widgets.card import clear, column, put, row, rule, scroll
from ui.widgets.empty import Empty
from ui.widgets.label import Label

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from PySide6.QtGui import QResizeEvent

    from app.services.changes import Changes
    from app.services.today import DayRow, Today, WrongTries
    from ui.office import Office
    from ui.page import Destination

_SIDE, _SIDE_MOST = 380, 520
_MAIN: Final = 1080
_GAP: Final = 56
_LEAST: Final = 1000
_LOOK_MS: Final = 20_000
_MOST_NUMBERS: Final = 20
_NOTHING: Final = frozenset({AppointmentState.MISSED, AppointmentState.CANCELLED})
_SHOWN: Final = frozenset(Noun)


class TodayScreen(Page):
    """The day before her. It reads the vault when it is shown and after a change, never by itself.

    The line of now moves with the clock; when a session is over or the day ends, all is read anew.
    """

    def __init__(self, office: Office, parent: QWidget | None = None) -> None:
        super().__init__(office, parent)
        self._shown: Today | None = None
        self._line: NowLine | None = None
        self.title = Label("", "title")
        self.brief = Label("", "soft")
        self._tries = column()
        self._banners = column(spacing=8)
        self._rows = column()
        self._next: NextCard | None = None
        self.due, self.pills = DueList(), WeekPills()
        self._done = Label("", "meta")
        self._load = Label("", "meta", wrap=True)
        self._tomorrow = QWidget()
        self._tomorrow_line = row(spacing=8)
        self._lay_out()
        self._connect()
        self._ask()

    def here(self) -> ToToday:
        """Return where one is."""
        return ToToday()

    def revisit(self, destination: Destination) -> bool:
        """Read the day anew; what stood here stands until then."""
        if not isinstance(destination, ToToday):
            return False
        put(self._banners, None)
        self._ask()
        return True

    def keys(self) -> tuple[PageKey, ...]:
        """Return the keys of the day."""
        return (
            PageKey("Enter", self.tr("打开这一次")),
            PageKey("Ctrl+Enter", self.tr("写下一次的记录（还早时打开个案）")),
        )

    def reload(self, changes: Changes) -> None:
        """Read the day anew."""
        if changes.nouns & _SHOWN:
            self._ask()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put what waits below the day where there is no room beside it."""
        super().resizeEvent(event)
        beside = self.width() >= look.px(_LEAST)
        way = QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom
        self._columns.setDirection(way)
        share = min(look.px(_SIDE_MOST), self.width() * 3 // 10)
        wide = max(look.px(_SIDE), share if beside else self.width() - look.px(64))
        self._side.setFixedWidth(wide)
        # Below the day, what waits begins where the words of the day do, and close to them.
        inward = 0 if beside else look.px(OUT)
        self._side.setContentsMargins(inward, 0, 0, 0)
        self._columns.setSpacing(look.px(_GAP if beside else OUT))
        self._columns.setStretch(1, 100 if beside else 0)
        self._columns.setStretch(0, 0)
        self._columns.setStretch(3, 0 if beside else 1)
        margin = look.px(_GAP if beside else 32)
        left = margin - look.px(OUT)  # the words keep the margin, a card reaches beyond them
        self._columns.setContentsMargins(left, look.px(40), margin, look.px(40))

    # What stands on the page.

    def _lay_out(self) -> None:
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setProperty("ground", "paper")
        main, self._side = QWidget(), QWidget()
        main.setMaximumWidth(look.px(_MAIN))
        self._tomorrow.setLayout(self._tomorrow_line)
        main.setLayout(
            column(
                column(self.title, 2, self.brief, self._tries, margins=(OUT, 0, OUT, 0)),
                16,
                self._banners,
                self._rows,
                column(self._tomorrow, margins=(OUT, 15, OUT, 0)),
                None,
            )
        )
        self._side.setLayout(
            column(
                6,
                self.due,
                32,
                row(Label(self.tr("这一周"), "name"), None, self._done),
                12,
                self.pills,
                10,
                self._load,
                None,
            )
        )
        inside = QWidget()
        self._columns = row(None, main, self._side, None, spacing=_GAP)
        self._columns.setStretch(1, 100)
        inside.setLayout(self._columns)
        self.first = Empty(
            "sun",
            self.tr("您的一天会在这里"),
            self.tr(
                "今天有谁来、什么还没办好，打开就看得到。\n"
                "从第一个个案开始：写上代号和分级就能建立，其余以后再说。"
            ),
            action=self.tr("新建第一个个案"),
            action_icon="plus",
            kind="primary",
            boxed=False,
        )
        blank = QWidget()
        self._whole = QStackedLayout(self)
        nobody = FirstPage(self.first, offered=self.office.example is not None)
        nobody.wanted.connect(self.wanted)
        for part in (blank, scroll(inside, "paper"), nobody):
            self._whole.addWidget(part)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(self.tr("今日"))

    def _connect(self) -> None:
        self._notes = NoteBegin(self.office, self, partial(put, self._banners))
        self._notes.went.connect(self.wanted)
        self._notes.refused.connect(self._let_write)
        self.due.wanted.connect(self.wanted)
        self.first.acted.connect(lambda: self.wanted.emit(ToNewCase()))
        for key in ("Ctrl+Return", "Ctrl+Enter"):
            QShortcut(QKeySequence(key), self, self._write_next)
        self._clock = QTimer(self)
        self._clock.setInterval(_LOOK_MS)
        self._clock.timeout.connect(self.look)
        self._clock.start()

    # What the vault says.

    def _ask(self) -> None:
        tools = self.office.tools
        self.office.desk.do(self, lambda vault: today.today(vault, tools()), self._show)

    def look(self) -> None:
        """Look at the clock: move the line of now; read anew when something is over."""
        shown = self._shown
        if shown is None:
            return
        now, zone = self.office.tools().clock.now(), shown.here.time_zone
        passed = any(shown.now < edge <= now for one in shown.rows for edge in _edges(one))
        if passed or wall(now, zone).date() != wall(shown.now, zone).date():
            self._ask()
            return
        self.brief.setText(self._brief(shown, now))
        if self._line is not None:
            self._line.say(f"{wall(now, zone):%H:%M}")

    def _show(self, found: Today) -> None:
        """Show a day; the focus stays on what has the same name."""
        held = (one for one in self.findChildren(QWidget) if one.hasFocus())
        name = next((one.accessibleName() for one in held), "")
        self._shown = found
        if not (found.cases or found.rows or found.unread or found.hidden):
            self._show_first(found)
            return
        self._whole.setCurrentIndex(1)
        zone = found.here.time_zone
        self.title.setText(dates.long_weekday(wall(found.now, zone)))
        self.brief.setText(self._brief(found, found.now))
        self._fill_rows(found, zone)
        self._fill_tomorrow(found, zone)
        self.due.show_due(found.due, found.now, zone, put_off=found.put_off)
        self._fill_week(found, zone)
        put(self._tries, None if found.wrong is None else self._tried(found.wrong, zone))
        self._say_unread(found.unread, hidden=found.hidden)
        # Once Qt has shown the new parts: before, none of them takes the keys.
        QTimer.singleShot(0, self, partial(self._focus_again, name))

    def _tried(self, found: WrongTries, zone: str) -> TriesLine:
        line = TriesLine(found, zone)
        line.wanted.connect(self.wanted)
        return line

    def _say_unread(self, cases: Sequence[int], *, hidden: bool) -> None:
        """Name the cases of which something is damaged, and lead to what can be done."""
        if not cases and not hidden:
            return
        some = self.tr("有的个案坏了一部分，这一页没有写全。个案编号：{0}。").format(
            " ".join([*map(str, cases[:_MOST_NUMBERS]), *(["…"] if cases[_MOST_NUMBERS:] else [])])
        )
        banner = Banner(
            "blocked",
            some if cases else self.tr("保险库坏了一部分，这一页没有写全。"),
            text=self.tr("请先复制一份整个文件夹，再把读得出来的救到新的保险库。"),
            action=self.tr("救到新的保险库"),
        )
        banner.acted.connect(lambda: self.wanted.emit(ToSalvage()))
        put(self._banners, banner)

    def _show_first(self, found: Today) -> None:
        """Show the first steps of a new practice; a form that waits is gone on with."""
        if found.due:
            self.first.action.setText(self.tr("接着填第一个个案"))
        had = self.hasFocus()
        self._whole.setCurrentIndex(2)
        self.begin_at(self.first.action)
        if had:
            self.first.action.setFocus()

    def _focus_again(self, name: str) -> None:
        """Give the focus back to the part of a name; at first, to what comes next."""
        within = self.hasFocus() or bool(name)
        same = next(
            (
                one
                for one in self.findChildren(QWidget)
                if name and one.accessibleName() == name and one.focusPolicy() and one.isVisible()
            ),
            None,
        )
        rows = [one for one in self.findChildren(DayRowView) if one.isVisible()]
        first: QWidget | None = self._next.first_button if self._next is not None else None
        if first is None:
            first = next(
                (one for one in (*rows, *self.due.findChildren(Button)) if one.isVisible()), None
            )
        if first is not None:
            self.begin_at(first)
        target = same or first
        if within and target is not None:
            target.setFocus(Qt.FocusReason.OtherFocusReason)

    def _brief(self, found: Today, now: datetime) -> str:
        """Return how many there are, how many are done, and when the next one is.

        One that is on is not done, though its note was begun.
        """
        kept = [one for one in found.rows if one.appointment is None or not _gone(one)]
        done = sum(one.number > 0 and one.over <= now for one in kept)
        running = (one.starts_at for one in kept if one.number and one.starts_at <= now < one.over)
        coming = None if found.upcoming is None else found.rows[found.upcoming].starts_at
        at = next(running, coming)
        zone = found.here.time_zone
        here = None if at is None else wall(at, zone)
        return brief(len(kept), done, here, wall(now, zone), gaps=found.gaps)

    def _fill_rows(self, found: Today, zone: str) -> None:
        clear(self._rows)
        self._forget_rows()
        for at, one in enumerate(found.rows):
            last = at + 1 == len(found.rows)
            if at == found.upcoming or (one.starts_at > found.now and self._line is None):
                self._add_now(found, zone)
            if at == found.upcoming:
                self._add_next(found, one, zone)
                continue
            view = DayRowView(one, found.now, zone)
            view.opened.connect(lambda one=one: self._open(one, zone))
            self._rows.addLayout(column(view, margins=(OUT, 0, OUT, 0)))
            if not last and at + 1 != found.upcoming:
                self._rows.addLayout(column(rule(), margins=(OUT, 0, OUT, 0)))
        if self._line is None and found.rows:
            self._add_now(found, zone)

    def _forget_rows(self) -> None:
        self._line, self._next = None, None

    def _add_now(self, found: Today, zone: str) -> None:
        if self._line is None:
            self._line = NowLine(f"{wall(found.now, zone):%H:%M}")
            self._rows.addLayout(column(4, self._line, 6, margins=(OUT, 0, OUT, 0)))

    def _add_next(self, found: Today, one: DayRow, zone: str) -> None:
        if found.ready is None:  # damage hides what is ready; the time itself stands
            view = DayRowView(one, found.now, zone)
            view.opened.connect(lambda: self._open(one, zone))
            self._rows.addLayout(column(view, margins=(OUT, 0, OUT, 0)))
            return
        ready = found.ready
        card = self._next = NextCard(one, ready, found.now, zone)
        card.write.connect(lambda: self._write(one))
        card.case.connect(lambda: self.wanted.emit(ToCases(one.person.case_id)))
        if ready.last_note is not None:
            note_id = ready.last_note
            card.last.connect(lambda: self.wanted.emit(ToNote(note_id)))
        self._rows.addWidget(card)

    def _fill_tomorrow(self, found: Today, zone: str) -> None:
        clear(self._tomorrow_line)
        self._tomorrow.setVisible(bool(found.tomorrow))
        if not found.tomorrow:
            return
        tomorrow = Label(self.tr("明天"), "soft")
        tomorrow.setMinimumWidth(look.px(TIME))  # its times begin where the names of today do
        self._tomorrow_line.addWidget(tomorrow)
        for number, line in enumerate(found.tomorrow[:3]):
            at = wall(line.appointment.starts_at, zone)
            self._tomorrow_line.addSpacing(look.px(20) if number else 0)
            self._tomorrow_line.addLayout(
                row(
                    Label(f"{at:%H:%M}", "soft"),
                    Label(called(line.person), "strong"),
                    Label(mode_word(line.appointment.mode), "soft"),
                    spacing=8,
                )
            )
        if len(found.tomorrow) > 3:  # noqa: PLR2004 - as many as fit
            more = self.tr("共 {0} 次").format(len(found.tomorrow))
            self._tomorrow_line.addSpacing(look.px(20))
            self._tomorrow_line.addWidget(Label(more, "meta"))
        self._tomorrow_line.addStretch(1)

    def _fill_week(self, found: Today, zone: str) -> None:
        self.pills.show_week(found.week, wall(found.now, zone).weekday())
        done = sum(one.done for one in found.week)
        every = done + sum(one.ahead for one in found.week)
        self._done.setText(self.tr("%n 次，已完成 {0} 次", "", every).format(done) if every else "")
        over = found.load is not None and bool(CASELOAD.broken(found.load))
        self._load.setText("" if found.load is None else load_line(found.load))
        self._load.set_tint("mid" if over else "soft")
        self._load.setVisible(found.load is not None)

    # What can be done.

    def _open(self, one: DayRow, zone: str) -> None:
        """Go to the note of a session, to the appointment in the calendar, or to the case."""
        if one.note_id is not None:
            self.wanted.emit(ToNote(one.note_id))
        elif one.appointment is not None:
            day = wall(one.starts_at, zone).date().isoformat()
            self.wanted.emit(ToCalendar("day", day, which=one.appointment.which))
        else:
            self.wanted.emit(ToCases(one.person.case_id))

    def _write_next(self) -> None:
        if self._next is not None and self._next.first_button.isEnabled():
            self._next.first_button.click()

    def _write(self, one: DayRow) -> None:
        """Go on with the note of a session, or begin it."""
        if one.note_id is not None:
            self.wanted.emit(ToNote(one.note_id))
            return
        if self._next is not None:
            self._next.first_button.setEnabled(False)
        self._notes.begin(one.person.case_id, when=SessionTime(one.starts_at, one.minutes))

    def _let_write(self) -> None:
        """Let the button be pressed again: no note was begun."""
        if self._next is not None:
            self._next.first_button.setEnabled(True)


def _edges(one: DayRow) -> tuple[datetime, ...]:
    """Return when something of the day changes: a note may be begun, a session begins, is over."""
    over = one.over + timedelta(seconds=1)
    return one.starts_at - BEFORE_ITS_HOUR, one.starts_at, over


def _gone(one: DayRow) -> bool:
    """Return whether an appointment came to nothing."""
    return one.appointment is not None and one.appointment.state in _NOTHING
