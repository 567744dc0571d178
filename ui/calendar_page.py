"""The calendar: day, week, month; the appointment that is chosen beside it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta
from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QStackedLayout, QWidget

from app.domain.recurrence import instant, wall
from app.domain.session import Appointment as When
from app.services import agenda, appointments, notes
from app.services.changes import Noun
from ui.calendar_blocks import blocks
from ui.calendar_leave import Leaving
from ui.calendar_month import WEEKS, Month
from ui.calendar_pane import CalendarPane
from ui.calendar_week import WeekView
from ui.calendar_words import day_words, month_words, week_words, who
from ui.messages import message
from ui.page import Page, ToCalendar, ToCases, ToNote
from ui.theme import look
from ui.widgets.banner import Banner
from ui.widgets.button import Button, IconButton
from ui.widgets.card import column, row
from ui.widgets.label import Label
from ui.widgets.segment import Segment
from ui.widgets.toast import Toaster

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QResizeEvent

    from app.domain.appointment import Which
    from app.domain.errors import Refusal
    from app.domain.ids import CaseId, NoteId
    from app.ports import CaseAppointments, Clock, OpenVault
    from app.services.agenda import Agenda, Detail, Line, Person
    from app.services.changes import Changes
    from ui.calendar_blocks import Block
    from ui.calendar_form import Wanted
    from ui.calendar_grid import Grid
    from ui.office import Office

_PANE: Final = 316
_PANE_NARROW: Final = 296
_FOLD_BELOW: Final = 1300
_MINUTE_MS: Final = 30_000
_PAUSE_MS: Final = 150
_VIEWS: Final = ("day", "week", "month")
_DRAFT: Final = "appointment"
_SHOWN: Final = frozenset({Noun.APPOINTMENTS, Noun.CASES, Noun.NOTES, Noun.PRACTICE})


class CalendarScreen(Page):
    """The calendar. `goal` says the view and the day, and what to open there."""

    def __init__(
        self, office: Office, goal: ToCalendar | None = None, parent: QWidget | None = None
    ) -> None:
        super().__init__(office, parent)
        self._goal = goal or ToCalendar()
        self._view = self._goal.view if self._goal.view in _VIEWS else "week"
        self._zone = ""
        self._now = wall(office.tools().clock.now(), "").replace(tzinfo=None)
        self._day = date.fromisoformat(self._goal.day) if self._goal.day else self._now.date()
        self._detail: Detail | None = None
        self._note: NoteId | None = None
        self._looked_up: tuple[datetime, int] | None = None
        self.week, self.month, self.pane = WeekView(), Month(), CalendarPane()
        self.toaster = Toaster(self)
        self.leaving = Leaving(office, self, self.toaster.say, self._explain)
        self._minute = QTimer(self)
        self._minute.setInterval(_MINUTE_MS)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE_MS)
        self._lay_out()
        self._connect()
        self._ask()
        self._minute.start()

    @property
    def grid(self) -> Grid:
        """The grid that is shown."""
        return self.month if self._view == "month" else self.week.grid

    def here(self) -> ToCalendar:
        """Return view and day, and what is chosen."""
        which = self.grid.picked.which if self.grid.picked is not None else None
        writing = self._written_for()
        case_id = writing.case_id if writing is not None else None
        return ToCalendar(self._view, self._day.isoformat(), case_id, which)

    def leave(self) -> None:
        """Keep the new appointment that is being written, under the key of its case."""
        person, tools = self._written_for(), self.office.tools
        if person is not None:
            case_id, words = person.case_id, self.pane.form.written()
            self._keep_draft(lambda vault: _keep(vault, tools().clock, case_id, words))

    def _written_for(self) -> Person | None:
        """Return for whom a new appointment is being written, if one is."""
        new = self.pane.writing() and self._detail is None
        return self.pane.form.person() if new else None

    def _keep_draft(self, work: Callable[[OpenVault], None]) -> None:
        self.office.desk.do(self, work)

    def reload(self, changes: Changes) -> None:
        """Show the calendar anew; view, cursor and choice stay."""
        if changes.nouns & _SHOWN:
            self._ask()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the pane the width that the window allows."""
        super().resizeEvent(event)
        narrow = self.window().width() < _FOLD_BELOW
        self.pane.setFixedWidth(look.px(_PANE_NARROW if narrow else _PANE))

    # What is shown.

    def _lay_out(self) -> None:
        self.period = Label("", "heading", cut=True)
        self.before = IconButton("chevron-left", self.tr("往前"))
        self.after = IconButton("chevron-right", self.tr("往后"))
        self.today = Button(self.tr("今天"), sz="s")
        self.today.setToolTip(self.tr("回到今天（T）"))
        self.views = Segment(
            (("day", self.tr("日")), ("week", self.tr("周")), ("month", self.tr("月"))),
            name=self.tr("看一天、一周还是一月"),
        )
        self.views.choose(self._view)
        self.out = Button(self.tr("打印或导出"), "ghost", icon="printer")
        self.new = Button(self.tr("新预约"), "primary", icon="plus")
        self.new.setToolTip(self.tr("新预约（N）"))
        bar = row(
            self.before, self.after, 4, self.today, 10, self.period, None, self.views, 8,
            self.out, self.new, margins=(20, 13, 24, 13), spacing=4,
        )  # fmt: skip
        bar.setStretch(5, 1)
        self._banners = column(margins=(20, 0, 24, 8))
        middle = QWidget()
        self._middle = QStackedLayout(middle)
        self._middle.addWidget(self.week)
        self._middle.addWidget(self.month)
        left = QWidget()
        lines = column(bar, self._banners, middle)
        lines.setStretch(2, 1)
        left.setLayout(lines)
        whole = row(left, self.pane)
        whole.setStretch(0, 1)
        self.setLayout(whole)
        self.setFocusProxy(self.week)

    def _connect(self) -> None:
        self.before.clicked.connect(partial(self._turn, -1))
        self.after.clicked.connect(partial(self._turn, 1))
        self.today.clicked.connect(self._to_today)
        self.views.chosen.connect(self._show_view)
        self.new.clicked.connect(lambda: self._start_new(self._proposed()))
        self.out.clicked.connect(lambda: self.leaving.offer(self.out, self._monday()))
        for grid in (self.week.grid, self.month):
            grid.pointed.connect(self._pointed)
            grid.opened.connect(self._opened)
            grid.wanted.connect(self._start_new)
            grid.dropped.connect(self._dropped)
            grid.turned.connect(self._turn)
            grid.today.connect(self._to_today)
        self.pane.closed.connect(self._back_to_grid)
        self.pane.facts.done.connect(self._act)
        self.pane.form.asked.connect(self._store)
        self.pane.form.timed.connect(self._time_typed)
        self._minute.timeout.connect(self._tick)
        self._pause.timeout.connect(self._look_up)
        for key, view in (("D", "day"), ("W", "week"), ("M", "month")):
            shortcut = QShortcut(QKeySequence(key), self.week, partial(self._show_view, view))
            other = QShortcut(QKeySequence(key), self.month, partial(self._show_view, view))
            for one in (shortcut, other):
                one.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        QShortcut(QKeySequence("Ctrl+N"), self, lambda: self._start_new(self._proposed()))

    def _monday(self) -> date:
        return self._day - timedelta(days=self._day.weekday())

    def _days(self) -> tuple[date, ...]:
        """Return the days that the view shows."""
        if self._view == "day":
            return (self._day,)
        if self._view == "week":
            return tuple(self._monday() + timedelta(days=one) for one in range(7))
        first = self._day.replace(day=1)
        first -= timedelta(days=first.weekday())
        return tuple(first + timedelta(days=one) for one in range(7 * WEEKS))

    def _ask(self) -> None:
        """Have what lies in view read, by the clock of the practice."""
        days, tools = self._days(), self.office.tools

        def work(vault: OpenVault) -> tuple[Agenda, tuple[date, ...]]:
            zone = vault.settings.practice().place.time_zone
            begin, end = _midnight(days[0], zone), _midnight(days[-1] + timedelta(days=1), zone)
            return agenda.between(vault, tools().clock, begin, end), days

        self.office.desk.do(self, work, self._show)

    def _show(self, answer: tuple[Agenda, tuple[date, ...]]) -> None:
        """Show what was read, unless one has turned the page meanwhile."""
        found, days = answer
        if days != self._days():
            return
        self._zone = found.here.time_zone
        self._now = wall(found.now, self._zone).replace(tzinfo=None)
        made = blocks(found, self._zone)
        grid = self.grid
        picked = grid.picked.which if grid.picked is not None else self._goal.which
        if self._view == "month":
            self.month.month = self._day
            grid.show_blocks(made, days, self._now)
        else:
            self.week.show_blocks(made, days, self._now, self._corner(found))
        if grid.spot.date() not in days:
            grid.spot = self._proposed()
        self._say_period()
        chosen = next((one for one in made if picked is not None and one.which == picked), None)
        if chosen is not None:
            grid.picked, grid.spot = chosen, chosen.begin
            self._pointed(chosen)
        elif not self.pane.writing():
            self.pane.show_keys()
        self._follow_goal()

    def _follow_goal(self) -> None:
        """Do once what one came for."""
        goal, self._goal = self._goal, replace(self._goal, case_id=None, which=None)
        if goal.case_id is not None:
            self._start_new(self._proposed(), goal.case_id)

    def _corner(self, found: Agenda) -> str:
        """Return the place by whose clock the hours are, where it is not this computer's."""
        here = wall(found.now, "")
        there = wall(found.now, self._zone)
        if here.utcoffset() == there.utcoffset():
            return ""
        return found.here.city or self._zone.rpartition("/")[2]

    def _say_period(self) -> None:
        said = {
            "day": lambda: day_words(self._day, year=True),
            "week": lambda: week_words(self._monday()),
            "month": lambda: month_words(self._day),
        }[self._view]()
        self.period.setText(said)
        self.grid.setAccessibleName(self.tr("日程表，{0}").format(said))

    def _tick(self) -> None:
        """Move the line of now."""
        grid = self.grid
        now = self.office.tools().clock.now()
        grid.now = self._now = wall(now, self._zone).replace(tzinfo=None)
        grid.update()

    # Where one is.

    def _proposed(self) -> datetime:
        """Return the time at which a new one is proposed: the cursor, else the next full hour."""
        spot = self.grid.spot
        if self._view != "month" and spot.date() in self._days():
            return spot
        day = spot.date() if spot.date() in self._days() else self._day
        hour = self._now.replace(minute=0, second=0, microsecond=0) + timedelta(hours=1)
        if day == self._now.date() and hour.date() == day:
            return hour
        return datetime.combine(day, datetime.min.time()) + timedelta(hours=9)

    def _turn(self, pages: int) -> None:
        """Go some pages further; the cursor goes along."""
        grid = self.grid
        spot = grid.spot
        if spot.date() not in self._days():  # an arrow led out of the page
            self._day = spot.date()
        elif self._view == "month":
            first = self._day.replace(day=1)
            other = first + timedelta(days=31) if pages > 0 else first - timedelta(days=1)
            self._day = other.replace(day=1)
            grid.spot = datetime.combine(self._day, spot.time())
        else:
            step = timedelta(days=1 if self._view == "day" else 7) * pages
            self._day += step
            grid.spot = spot + step
        grid.picked = None
        self._ask()

    def _to_today(self) -> None:
        self._day = self._now.date()
        grid = self.grid
        grid.picked = None
        grid.spot = self._now.replace(minute=0, second=0, microsecond=0)
        self._ask()

    def _show_view(self, view: str) -> None:
        """Show the day, the week or the month of the cursor."""
        spot, picked = self.grid.spot, self.grid.picked
        had = self.grid.hasFocus()
        if spot.date() in self._days():
            self._day = spot.date()
        self._view = view
        self.views.choose(view)
        self._middle.setCurrentIndex(1 if view == "month" else 0)
        self.grid.spot, self.grid.picked = spot, picked
        self.setFocusProxy(self.month if view == "month" else self.week)
        if had:
            self.grid.setFocus()
        self._ask()

    # One appointment.

    def _pointed(self, block: Block | None) -> None:
        """Show what is chosen beside the grid, never over a form that is being written."""
        if self.pane.writing():
            return
        if block is None or block.which is None:
            self._detail = None
            self.pane.show_keys()
        else:
            self._ask_detail(block.which)

    def _ask_detail(self, which: Which, then: Callable[[], None] | None = None) -> None:
        tools = self.office.tools

        def work(vault: OpenVault) -> tuple[Detail, NoteId | None] | None:
            try:
                found = agenda.detail(vault, tools().clock, which)
            except KeyError:  # it went while the page still showed it
                return None
            one = found.line.appointment
            written = {fact.session_id: fact.id for fact in vault.notes.facts_of_case(one.case_id)}
            return found, written.get(one.session_id) if one.session_id else None

        def show(answer: tuple[Detail, NoteId | None] | None) -> None:
            picked = self.grid.picked
            if answer is None or self.pane.writing() or picked is None or picked.which != which:
                return
            self._detail, self._note = answer
            has_note = self._note is not None
            self.pane.facts.show_detail(self._detail, self._zone, has_note=has_note)
            self.pane.show_facts()
            if then is not None:
                then()

        self.office.desk.do(self, work, show)

    def _opened(self, block: Block) -> None:
        """Go to the appointment's buttons; in the month, to its day."""
        if block.which is None:
            return
        if self._view == "month":
            self.grid.spot = block.begin
            self._show_view("day")
            return
        self._ask_detail(block.which, self.pane.facts.enter)

    def _back_to_grid(self) -> None:
        """Leave the pane."""
        person, clock = self._written_for(), self.office.tools().clock
        if person is not None:
            case_id = person.case_id
            self._keep_draft(lambda vault: _keep(vault, clock, case_id, {}))
        if self.pane.writing():
            self.pane.show_keys()
        self.grid.setFocus()
        self._pointed(self.grid.picked)

    def _act(self, key: str) -> None:
        """Do what a button of the pane says."""
        if self._detail is None:
            return
        detail, one = self._detail, self._detail.line.appointment
        clock = self.office.tools().clock
        settle = {
            "miss": (appointments.miss, self.tr("记下了：没有来。")),
            "cancel": (appointments.cancel, self.tr("取消了这一次。")),
            "cancel_following": (appointments.cancel_following, self.tr("取消了这次和以后。")),
            "reopen": (appointments.reopen, self.tr("恢复为已约。")),
        }
        if key in settle:
            act, said = settle[key]
            self._do(lambda vault: act(vault, clock, one.which), said)
        elif key == "follow":
            self._do(
                lambda vault: appointments.move_following(
                    vault, clock, one.which, one.starts_at, one.minutes
                ),
                self.tr("以后每次都改到这个时间。"),
            )
        elif key == "change":
            self.pane.form.start_change(detail, self._now, self._zone)
            self.pane.show_form()
            self.pane.form.when.setFocus()
        else:
            self._leave_for(key, detail)

    def _leave_for(self, key: str, detail: Detail) -> None:
        """Go to the case, to the note, or begin the note."""
        one = detail.line.appointment
        if key == "case":
            self.wanted.emit(ToCases(one.case_id))
        elif key == "open" and self._note is not None:
            self.wanted.emit(ToNote(self._note))
        elif key == "write":
            tools = self.office.tools
            self.office.desk.do(
                self,
                lambda vault: notes.start(
                    vault, tools().clock, one.case_id, When(one.starts_at, one.minutes),
                    tools().note_templates["structured"],
                ),
                lambda note: self.wanted.emit(ToNote(note.id)),
                self._explain,
                (Noun.NOTES, Noun.APPOINTMENTS),
            )  # fmt: skip

    def _do(self, work: Callable[[OpenVault], CaseAppointments], said: str) -> None:
        """Do something that can be taken back, and offer to."""
        self.office.desk.do(
            self,
            work,
            lambda before: self._done(said, before),
            self._explain,
            (Noun.APPOINTMENTS,),
        )

    def _done(self, said: str, before: CaseAppointments) -> None:
        self._say(None)
        self.toaster.say(said, undo=lambda: self._undo(before))

    def _undo(self, before: CaseAppointments) -> None:
        clock = self.office.tools().clock

        def then(_none: None) -> None:
            self.toaster.say(self.tr("放回去了。"))

        self.office.desk.do(
            self,
            lambda vault: appointments.undo(vault, clock, before),
            then,
            self._explain,
            (Noun.APPOINTMENTS,),
        )
        self.grid.setFocus()

    def _dropped(self, block: Block, to: datetime) -> None:
        """Move what was carried; of a series only this one."""
        if block.which is None:
            return
        which, clock, zone = block.which, self.office.tools().clock, self._zone
        minutes = round((block.end - block.begin).total_seconds() / 60)
        said = self.tr("移到 {0} {1}。").format(day_words(to.date()), f"{to:%H:%M}")
        self.grid.picked = replace(block, begin=to)

        self._do(
            lambda vault: appointments.move(vault, clock, which, instant(to, zone), minutes), said
        )

    # The form.

    def _start_new(self, at: datetime, case_id: CaseId | None = None) -> None:
        """Open the form for a new one."""
        self._detail = None

        def show(found: tuple[list[Person], dict[str, str]]) -> None:
            persons, kept = found
            form = self.pane.form
            form.start_new(at, self._now, self._zone, persons)
            self.pane.show_form()
            known = next((one for one in persons if one.case_id == case_id), None)
            if kept:
                form.write(kept)
                form.when.setFocus()
            elif known is not None:
                form.case.set_text(who(known))
                form.when.setFocus()
                form.when.line.selectAll()
            else:
                form.case.setFocus()

        def work(vault: OpenVault) -> tuple[list[Person], dict[str, str]]:
            kept = vault.cases.draft(case_id, _DRAFT) if case_id is not None else {}
            return agenda.persons(vault), kept

        self.office.desk.do(self, work, show)

    def _store(self, wanted: Wanted) -> None:
        """Store what the form asks for."""
        clock, detail, booking = self.office.tools().clock, self._detail, wanted.booking
        if detail is None:

            def book(vault: OpenVault) -> Which:
                made = appointments.book(vault, clock, booking).which
                _keep(vault, clock, booking.case_id, {})
                return made

            self.office.desk.do(
                self, book, self._stored, self.pane.form.explain, (Noun.APPOINTMENTS,)
            )
            return
        which = detail.line.appointment.which

        def change(vault: OpenVault) -> Which:
            return appointments.revise(vault, clock, which, booking, following=wanted.following)

        self.office.desk.do(
            self, change, self._stored, self.pane.form.explain, (Noun.APPOINTMENTS,)
        )

    def _stored(self, which: Which) -> None:
        """Go where the appointment is now."""
        at = self.pane.form.when.moment()
        self.pane.show_keys()
        if at is not None:
            self._day = at.date()
            self.grid.spot = at
        self.grid.picked = None
        self._goal = replace(self._goal, which=which)
        self.grid.setFocus()
        self.toaster.say(self.tr("存好了。"))

    def _time_typed(self, starts_at: datetime, minutes: int) -> None:
        self._looked_up = (starts_at, minutes)
        self._pause.start()

    def _look_up(self) -> None:
        """Have it looked up what lies at the time that is written."""
        if self._looked_up is None or not self.pane.writing():
            return
        starts_at, minutes = self._looked_up
        besides = self._detail.line.appointment.which if self._detail is not None else None

        def show(found: list[Line]) -> None:
            if self._looked_up == (starts_at, minutes) and self.pane.writing():
                self.pane.form.show_clashes(found)

        self.office.desk.do(
            self, lambda vault: agenda.clashes(vault, starts_at, minutes, besides), show
        )

    def _explain(self, refusal: Refusal) -> None:
        """Say above the grid why something was not done; everything is where it was."""
        self._say(refusal)
        self._ask()

    def _say(self, refusal: Refusal | None) -> None:
        while item := self._banners.takeAt(0):
            if old := item.widget():
                old.hide()
                old.deleteLater()
        if refusal is not None:
            said = message(refusal)
            self._banners.addWidget(Banner("refusal", said.what, text=said.why))


def _keep(vault: OpenVault, clock: Clock, case_id: CaseId, words: dict[str, str]) -> None:
    """Keep what is being written for a case; no words take it away."""
    with vault.transaction():
        vault.cases.keep_draft(case_id, _DRAFT, words, clock.now())


def _midnight(day: date, zone: str) -> datetime:
    """Return when a day begins."""
    return instant(datetime.combine(day, datetime.min.time()), zone)
