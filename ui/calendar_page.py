"""The calendar: day, week, month; the appointment that is chosen beside it."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeySequence, QShortcut

from app.domain.errors import CaseLocked
from app.domain.recurrence import instant
from app.domain.session import SessionTime
from app.services import agenda, appointments, caseload
from app.services.changes import Noun
from ui.calendar_board import CalendarBoard
from ui.calendar_click import ClickIn
from ui.calendar_draft import CHANGE, NEW, AppointmentDrafts, which_of, which_words
from ui.calendar_loose_show import LooseSessions
from ui.calendar_words import day_words, who
from ui.note_begin import NoteBegin
from ui.page import PageKey, ToCalendar, ToCases, ToNote

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from datetime import datetime

    from app.domain.appointment import Which
    from app.domain.caseload import Load
    from app.domain.errors import Refusal
    from app.domain.ids import CaseId, NoteId
    from app.ports import CaseAppointments, OpenVault
    from app.services.agenda import Detail, Line, Person
    from ui.calendar_blocks import Block
    from ui.calendar_form import Wanted
    from ui.page import Destination

_KEEP_MS: Final = 2000


class CalendarScreen(CalendarBoard):
    """The calendar, and everything one does there."""

    def here(self) -> ToCalendar:
        """Return view and day, what is chosen, and for which case something is being written."""
        which = self.grid.picked.which if self.grid.picked is not None else None
        return ToCalendar(self.view, self.day.isoformat(), self._written_for(), which)

    def keys(self) -> tuple[PageKey, ...]:
        """Return the keys of the calendar."""
        return self.pane.page_keys()

    def leave(self) -> None:
        """Keep what is being written, new or changed, under the key of its case."""
        self._typing.stop()
        case_id, words = self._written_for(), self.pane.form.written()
        if case_id is None or self._storing:
            return
        if words == self._begun:
            self.drafts.keep(case_id, self._kind(), {})
        elif self.detail is not None:
            which = which_words(self.detail.line.appointment.which)
            self.drafts.keep(case_id, CHANGE, {**words, "which": which})
        else:
            self.drafts.keep(case_id, NEW, words)

    def unsaved(self) -> bool:
        """Say whether what is written is still on its way, or found the disk full."""
        return self._storing or self.drafts.unsaved()

    def resume(self, destination: Destination) -> bool:
        """Go on with the appointment that the vault has not taken yet, of the case one asks for."""
        case_id = self._written_for()
        return (
            isinstance(destination, ToCalendar)
            and case_id is not None
            and case_id == destination.case_id
        )

    def _written_for(self) -> CaseId | None:
        """Return for which case an appointment is being written, if one is."""
        if not self.pane.writing():
            return None
        if self.detail is not None:
            return self.detail.line.appointment.case_id
        person = self.pane.form.person()
        return person.case_id if person is not None else None

    def _kind(self) -> str:
        """Return what kind of draft the form holds."""
        return NEW if self.detail is None else CHANGE

    def _draft_refused(self, refusal: Refusal) -> None:
        """Say in the form that it is not kept; the page that was left says nothing any more."""
        if self.pane.writing() and not self._storing:
            self.pane.form.explain(refusal)

    def connect_parts(self) -> None:
        """Let the parts speak to each other."""
        self.drafts = AppointmentDrafts(self.office, self)
        self.drafts.refused.connect(self._draft_refused)
        self._storing, self._begun = False, dict[str, str]()
        self._typing = QTimer(self)
        self._typing.setSingleShot(True)
        self._typing.setInterval(_KEEP_MS)
        self._typing.timeout.connect(self.leave)
        self.pane.form.touched.connect(self._typing.start)
        self._notes = NoteBegin(self.office, self, self.tell)
        self._notes.went.connect(self.wanted)
        self._notes.refused.connect(self.pane.facts.free)
        self._loose = LooseSessions(self)
        self.click = ClickIn(self, self._go_in)
        bar = self.bar
        bar.turned.connect(self.turn)
        bar.today.clicked.connect(self.to_today)
        bar.views.chosen.connect(self.show_view)
        bar.new.clicked.connect(lambda: self._start_new(self.proposed()))
        bar.out.clicked.connect(lambda: self.leaving.offer(bar.out, self.monday()))
        for grid in (self.week.grid, self.month):
            grid.pointed.connect(self.point)
            grid.opened.connect(self._opened)
            grid.wanted.connect(self._start_new)
            grid.dropped.connect(self._dropped)
            grid.turned.connect(self.turn)
            grid.followed.connect(self.follow)
            grid.today.connect(self.to_today)
        self.pane.closed.connect(self._back_to_grid)
        # One filled button at a time: the next step.
        self.pane.taken.connect(lambda there: bar.new.set_kind("quiet" if there else "primary"))
        self.pane.facts.done.connect(self._act)
        self.pane.form.asked.connect(self._store)
        self.pane.form.timed.connect(self._time_typed)
        self.minute.timeout.connect(self.tick)
        self._pause.timeout.connect(self._look_up)
        for key, view in (("D", "day"), ("W", "week"), ("M", "month")):
            shortcut = QShortcut(QKeySequence(key), self.week, partial(self.show_view, view))
            other = QShortcut(QKeySequence(key), self.month, partial(self.show_view, view))
            for one in (shortcut, other):
                one.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)

    def arrived(self) -> None:
        """Do once what one came for."""
        goal, self.goal = self.goal, replace(self.goal, case_id=None, which=None)
        if goal.case_id is None:
            return
        if goal.day:
            self._come_back(goal.case_id)
        else:
            self._start_new(self.proposed(), goal.case_id)

    def point(self, block: Block | None) -> None:
        """Show what is chosen beside the grid, never over a form that is being written."""
        if self.pane.writing():
            return
        if block is not None and block.which is not None:
            self._ask_detail(block.which)
            return
        self.detail = None
        if block is not None and block.session_id is not None:
            self._loose.show(block.session_id)
        else:
            self.pane.show_keys()

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
            self.detail, self._note = answer
            has_note = self._note is not None
            self.pane.facts.show_detail(self.detail, self.zone, has_note=has_note)
            self.pane.show_facts()
            if then is not None:
                then()

        self.office.desk.do(self, work, show)

    def _go_in(self, block: Block) -> None:
        """Go to the buttons of an appointment or a session."""
        if block.which is not None:
            self._ask_detail(block.which, self._enter_facts)
        elif block.session_id is not None:
            self._loose.enter(block.session_id)

    def _opened(self, block: Block) -> None:
        """Go to the appointment's buttons, or a session's note; in the month, to its day."""
        if self.view == "month":
            self.grid.spot = block.begin
            self.show_view("day")
            return
        if block.which is not None:
            self._ask_detail(block.which, self._enter_facts)
        elif block.session_id is not None:
            self._loose.open(block.session_id)

    def _enter_facts(self) -> None:
        self.go_inside(inside=True)
        self.pane.facts.enter()

    def _back_to_grid(self) -> None:
        """Leave the pane."""
        self._typing.stop()
        case_id = self._written_for()
        if case_id is not None:
            self.drafts.keep(case_id, self._kind(), {})
        if self.pane.writing():
            self.pane.show_keys()
        self.go_inside(inside=False)
        self.grid.setFocus()
        self.point(self.grid.picked)

    def _act(self, key: str) -> None:
        """Do what a button of the pane says."""
        if self.detail is None:
            return
        detail, one = self.detail, self.detail.line.appointment
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
            self._start_change(detail)
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
            self._notes.begin(one.case_id, when=SessionTime(one.starts_at, one.minutes))

    def _do(self, work: Callable[[OpenVault], CaseAppointments], said: str) -> None:
        """Do something that can be taken back, and offer to."""
        self.office.desk.do(
            self,
            work,
            lambda before: self._done(said, before),
            self.explain,
            (Noun.APPOINTMENTS,),
        )

    def _done(self, said: str, before: CaseAppointments) -> None:
        self.say(None)
        self.toaster.say(said, undo=lambda: self._undo(before))

    def _undo(self, before: CaseAppointments) -> None:
        clock = self.office.tools().clock

        def then(_none: None) -> None:
            self.toaster.say(self.tr("放回去了。"))

        self.office.desk.do(
            self,
            lambda vault: appointments.undo(vault, clock, before),
            then,
            self.explain,
            (Noun.APPOINTMENTS,),
        )
        self.grid.setFocus()

    def _dropped(self, block: Block, to: datetime) -> None:
        """Move what was carried; of a series only this one."""
        if block.which is None:
            return
        which, clock, zone = block.which, self.office.tools().clock, self.zone
        minutes = round((block.end - block.begin).total_seconds() / 60)
        said = self.tr("移到 {0} {1}。").format(day_words(to.date()), f"{to:%H:%M}")
        self.grid.picked = replace(block, begin=to)

        self._do(
            lambda vault: appointments.move(vault, clock, which, instant(to, zone), minutes), said
        )

    def _start_change(self, detail: Detail, kept: Mapping[str, str] | None = None) -> None:
        """Open the form with what is agreed on, or with what was written of a change."""
        form, self.detail = self.pane.form, detail
        form.start_change(detail, self.now, self.zone)
        self._begun = form.written()
        if kept is not None:
            form.write(kept)
        self.pane.show_form()
        self.go_inside(inside=True)
        form.when.setFocus()

    def _come_back(self, case_id: CaseId) -> None:
        """Open again the form that was being written when one left."""
        tools = self.office.tools

        def work(vault: OpenVault) -> tuple[Detail, dict[str, Any]] | None:
            try:
                kept = vault.cases.draft(case_id, CHANGE)
                return (agenda.detail(vault, tools().clock, which_of(kept)), kept) if kept else None
            except (KeyError, CaseLocked):  # it went meanwhile, or nothing of it can be read
                return None

        def show(found: tuple[Detail, dict[str, Any]] | None) -> None:
            if found is None:
                self._start_new(self.proposed(), case_id)
            else:
                self._start_change(*found)

        self.office.desk.do(self, work, show)

    def _start_new(self, at: datetime, case_id: CaseId | None = None) -> None:
        """Open the form for a new one."""

        def show(found: tuple[list[Person], dict[str, str]]) -> None:
            persons, kept = found
            # Not before: what was chosen a moment ago may have been told in the meantime.
            self.detail = None
            form = self.pane.form
            form.start_new(at, self.now, self.zone, persons)
            self._begun = form.written()
            self.pane.show_form()
            self.go_inside(inside=True)
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
            try:
                kept = vault.cases.draft(case_id, NEW) if case_id is not None else {}
            except CaseLocked:
                kept = {}
            return agenda.persons(vault), kept

        self.office.desk.do(self, work, show)

    def _store(self, wanted: Wanted) -> None:
        """Store what the form asks for."""
        clock, detail, booking = self.office.tools().clock, self.detail, wanted.booking
        which = detail.line.appointment.which if detail is not None else None
        kind = self._kind()

        def work(vault: OpenVault) -> tuple[Which, CaseAppointments]:
            before = vault.appointments.remember(booking.case_id)
            with vault.transaction():
                vault.cases.keep_draft(booking.case_id, kind, {}, clock.now())
                if which is None:
                    return appointments.book(vault, clock, booking).which, before
                following = wanted.following
                now = appointments.revise(vault, clock, which, booking, following=following)
                return now, before

        self._typing.stop()
        self._storing = True
        self.drafts.forget(booking.case_id, kind)
        self.office.desk.do(self, work, self._stored, self._not_stored, (Noun.APPOINTMENTS,))

    def _not_stored(self, refusal: Refusal) -> None:
        """Say why; what is written stays, and is kept as a draft."""
        self._storing = False
        self.pane.form.explain(refusal)
        self.leave()

    def _stored(self, answer: tuple[Which, CaseAppointments]) -> None:
        """Go where the appointment is now; it can be taken back."""
        self._storing = False
        which, before = answer
        at = self.pane.form.when.moment()
        self.pane.show_keys()
        self.go_inside(inside=False)
        if at is not None:
            self.day = at.date()
            self.grid.spot = at
        self.grid.picked = None
        self.goal = replace(self.goal, which=which)
        self.grid.setFocus()
        self.toaster.say(self.tr("存好了。"), undo=lambda: self._undo(before))

    def _time_typed(self, starts_at: datetime, minutes: int) -> None:
        self._looked_up = (starts_at, minutes)
        self._pause.start()

    def _look_up(self) -> None:
        """Have it looked up what lies at the time that is written."""
        if self._looked_up is None or not self.pane.writing():
            return
        starts_at, minutes = self._looked_up
        instead = self.detail.line.appointment if self.detail is not None else None
        besides = instead.which if instead is not None else None
        rule = self.pane.form.again_from(starts_at)

        def show(found: tuple[list[Line], Load | None]) -> None:
            if self._looked_up == (starts_at, minutes) and self.pane.writing():
                self.pane.form.show_clashes(found[0])
                self.pane.form.show_load(found[1])

        self.office.desk.do(
            self,
            lambda vault: (
                agenda.clashes(vault, starts_at, minutes, besides),
                caseload.booked(vault, starts_at, rule, instead),
            ),
            show,
        )
