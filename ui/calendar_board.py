"""The calendar as it is shown: which days, in which view, and where the cursor is."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QStackedLayout, QWidget

from app.domain.local_time import wall
from app.domain.practice import Practice
from app.domain.recurrence import instant
from app.services import agenda
from app.services.beside import readable
from app.services.changes import Noun
from ui.calendar_bar import CalendarBar
from ui.calendar_blocks import blocks
from ui.calendar_leave import Leaving
from ui.calendar_month import WEEKS, Month
from ui.calendar_pane import CalendarPane
from ui.calendar_week import WeekView
from ui.calendar_words import day_words, month_words, week_words
from ui.clause_link import refusal_banner
from ui.page import Page, ToCalendar, ToSalvage
from ui.theme import look
from ui.widgets.banner import Banner
from ui.widgets.card import column, put, row
from ui.widgets.toast import Toaster

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from app.domain.errors import Refusal
    from app.domain.ids import NoteId
    from app.ports import OpenVault
    from app.services.agenda import Agenda, Detail
    from app.services.changes import Changes
    from ui.calendar_blocks import Block
    from ui.calendar_grid import Grid
    from ui.office import Office
    from ui.page import Destination

_PANE: Final = 316
_PANE_NARROW: Final = 296
_BESIDE: Final = 760
_FOLD_BELOW: Final = 1300
_MINUTE_MS: Final = 30_000
_PAUSE_MS: Final = 150
_MORNING: Final = time(8)
_VIEWS: Final = ("day", "week", "month")
_SHOWN: Final = frozenset({Noun.APPOINTMENTS, Noun.CASES, Noun.NOTES, Noun.PRACTICE})


class CalendarBoard(Page):
    """The calendar as it is shown; what one does with it is the page's.

    `goal` says the view and the day, and what to open there. Days and times are wall times of the
    practice's place.
    """

    def __init__(
        self, office: Office, goal: ToCalendar | None = None, parent: QWidget | None = None
    ) -> None:
        super().__init__(office, parent)
        self.goal = goal or ToCalendar()
        self.view = self.goal.view if self.goal.view in _VIEWS else "week"
        self.zone = ""
        self.now = wall(office.tools().clock.now(), "").replace(tzinfo=None)
        self.day = date.fromisoformat(self.goal.day) if self.goal.day else self.now.date()
        self._guess = None if self.goal.day else self.day  # by this computer's clock
        self.detail: Detail | None = None
        self._note: NoteId | None = None
        self.inside = False
        self._looked_up: tuple[datetime, int] | None = None
        self._anew = True  # the hours are to be scrolled to what counts
        self._set_down = True  # the cursor was put on a page, and chooses what lies there
        self.week, self.month, self.pane = WeekView(), Month(), CalendarPane()
        self.toaster = Toaster(self)
        self.leaving = Leaving(office, self, self.toaster.say, self.explain)
        self.minute = QTimer(self)
        self.minute.setInterval(_MINUTE_MS)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE_MS)
        self._lay_out()
        self.connect_parts()
        self.ask()
        self.minute.start()

    def revisit(self, destination: Destination) -> bool:
        """Go to a view and a day as if for the first time; a form is built anew."""
        if not isinstance(destination, ToCalendar) or destination.case_id is not None:
            return False
        if self.unsaved() or self.pane.writing():
            return False
        self.goal = destination
        self.view = destination.view if destination.view in _VIEWS else "week"
        self.now = wall(self.office.tools().clock.now(), self.zone).replace(tzinfo=None)
        self.day = date.fromisoformat(destination.day) if destination.day else self.now.date()
        self.detail, self._note, self._looked_up = None, None, None
        for grid in (self.week.grid, self.month):
            grid.picked, grid.spot = None, datetime.min  # noqa: DTZ901 - a wall time
        self._anew = self._set_down = True
        self.bar.views.choose(self.view)
        self._turn_to(self.view)
        self.say(None)
        self.pane.show_keys()
        self.inside = False
        self.ask()
        return True

    @property
    def grid(self) -> Grid:
        """The grid that is shown."""
        return self.month if self.view == "month" else self.week.grid

    def reload(self, changes: Changes) -> None:
        """Show the calendar anew; view, cursor and choice stay."""
        if changes.nouns & _SHOWN:
            self.ask()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the pane the width that the window allows."""
        super().resizeEvent(event)
        self.fit()

    def fit(self) -> None:
        """Put grid and pane side by side; where letters are very large, one at a time."""
        alone = self.width() < look.px(_BESIDE)
        fold = self.window().width() < _FOLD_BELOW
        wide = look.px(_PANE_NARROW if fold else _PANE)
        self.pane.setMinimumWidth(0 if alone else wide)
        self.pane.setMaximumWidth(self.width() if alone else wide)
        self.pane.stand_alone(alone=alone)
        self.pane.setVisible(not alone or self.inside)
        self.left.setVisible(not alone or not self.inside)

    def go_inside(self, *, inside: bool) -> None:
        """Go into the pane, or out of it."""
        self.inside = inside
        self.fit()

    def _lay_out(self) -> None:
        self.bar = CalendarBar(self.view)
        self._banners = column(margins=(20, 0, 24, 8))
        self._damage = column(margins=(20, 0, 24, 8))
        middle = QWidget()
        self._middle = QStackedLayout(middle)
        self._middle.addWidget(self.week)
        self._middle.addWidget(self.month)
        self.left = left = QWidget()
        lines = column(self.bar, self._damage, self._banners, middle)
        lines.setStretch(3, 1)
        left.setLayout(lines)
        self.pane.setMinimumWidth(1)  # until `fit` knows the room, it must not widen the window
        whole = row(left, self.pane)
        whole.setStretch(0, 1)
        self.setLayout(whole)
        self._turn_to(self.view)

    def _turn_to(self, view: str) -> None:
        """Put the grid of a view in front."""
        front = self.month if view == "month" else self.week
        self._middle.setCurrentWidget(front)
        self.begin_at(front)

    def monday(self) -> date:
        """Return the Monday of the week that is shown."""
        return self.day - timedelta(days=self.day.weekday())

    def days(self) -> tuple[date, ...]:
        """Return the days that the view shows."""
        if self.view == "day":
            return (self.day,)
        if self.view == "week":
            return tuple(self.monday() + timedelta(days=one) for one in range(7))
        first = self.day.replace(day=1)
        first -= timedelta(days=first.weekday())
        return tuple(first + timedelta(days=one) for one in range(7 * WEEKS))

    def ask(self) -> None:
        """Have what lies in view read, by the clock of the practice."""
        days, tools = self.days(), self.office.tools

        def work(vault: OpenVault) -> tuple[Agenda, tuple[Block, ...], tuple[date, ...]]:
            zone = readable(vault.settings.practice, Practice()).place.time_zone
            begin, end = _midnight(days[0], zone), _midnight(days[-1] + timedelta(days=1), zone)
            found = agenda.shown_between(vault, tools().clock, begin, end)
            return found, blocks(found, zone), days

        self.office.desk.do(self, work, self._show)

    def _show(self, answer: tuple[Agenda, tuple[Block, ...], tuple[date, ...]]) -> None:
        """Show what was read, unless one has turned the page meanwhile."""
        found, made, days = answer
        if days != self.days():
            return
        self.zone = found.here.time_zone
        self.now = wall(found.now, self.zone).replace(tzinfo=None)
        guess, self._guess = self._guess, None
        if guess == self.day != self.now.date():
            self.day = self.now.date()
            self.ask()
            return
        grid = self.grid
        picked = grid.picked.names if grid.picked is not None else {self.goal.which}
        if self.view == "month":
            self.month.month = self.day
            grid.show_blocks(made, days, self.now)
        else:
            self.week.show_blocks(made, days, self.now, self._corner(found))
        if grid.spot.date() not in days:
            grid.spot = self.proposed()
        self._say_period()
        self._say_hidden(hidden=found.hidden)
        self.pane.say_bare(bare=not made and not found.hidden)
        chosen = next((one for one in made if one.names & picked), None)
        self._bring(chosen)
        if chosen is not None:
            grid.spot = chosen.begin
        elif self._set_down and grid.carried is None and self.goal.case_id is None:
            chosen = grid.found_at(grid.spot)
        self._set_down = False
        self._choose(chosen)
        self.arrived()

    def _choose(self, chosen: Block | None) -> None:
        """Choose what a page was shown with, or nothing; what is carried stays beside it."""
        if chosen is not None:
            self.grid.picked = chosen
            self.point(chosen)
        elif not self.pane.writing() and self.grid.carried is None:
            self.pane.show_keys()

    def _bring(self, chosen: Block | None) -> None:
        """Bring into sight what was come for; at first the chosen one, else now, else the first."""
        if self.view == "month":
            return
        if not self._anew:
            if chosen is not None and self.goal.which in chosen.names:
                self.week.bring(chosen.begin, chosen.end)
            return
        self._anew = False
        first = next((one.begin for one in self.week.grid.blocks if not one.gone), None)
        morning = datetime.combine(self.day, _MORNING)
        there = [chosen.begin] if chosen is not None else []
        there += [self.now] if self.now.date() in self.days() else []
        self.week.show_hour([*there, first or morning][0])

    def _corner(self, found: Agenda) -> str:
        """Return the place by whose clock the hours are, where it is not this computer's."""
        here = wall(found.now, "")
        there = wall(found.now, self.zone)
        if here.utcoffset() == there.utcoffset():
            return ""
        return found.here.city or self.zone.rpartition("/")[2]

    def _say_period(self) -> None:
        said = {
            "day": lambda: day_words(self.day, year=True),
            "week": lambda: week_words(self.monday()),
            "month": lambda: month_words(self.day),
        }[self.view]()
        self.bar.period.setText(said)
        self.grid.setAccessibleName(self.tr("日程表，{0}").format(said))

    def _say_hidden(self, *, hidden: bool) -> None:
        """Say above the grid that damage hides some of it, and lead to what can be done."""
        if not hidden:
            put(self._damage, None)
            return
        banner = Banner(
            "blocked",
            self.tr("保险库坏了一部分，这里的预约可能不全，改过的时间也可能不对。"),
            text=self.tr("请先复制一份整个文件夹，再把读得出来的救到新的保险库。"),
            action=self.tr("救到新的保险库"),
        )
        banner.acted.connect(lambda: self.wanted.emit(ToSalvage()))
        put(self._damage, banner)

    def tick(self) -> None:
        """Move the line of now."""
        grid = self.grid
        now = self.office.tools().clock.now()
        grid.now = self.now = wall(now, self.zone).replace(tzinfo=None)
        grid.update()

    def proposed(self) -> datetime:
        """Return the time at which a new one is proposed: the cursor, else the next full hour."""
        spot = self.grid.spot
        if self.view != "month" and spot.date() in self.days():
            return spot
        day = spot.date() if spot.date() in self.days() else self.day
        hour = self.now.replace(minute=0, second=0, microsecond=0) + timedelta(hours=1)
        if day == self.now.date() and hour.date() == day:
            return hour
        return datetime.combine(day, datetime.min.time()) + timedelta(hours=9)

    def turn(self, pages: int) -> None:
        """Go some pages further; the cursor goes along."""
        grid = self.grid
        spot = grid.spot
        if spot.date() not in self.days():  # an arrow led out of the page
            self.day = spot.date()
        elif self.view == "month":
            first = self.day.replace(day=1)
            other = first + timedelta(days=31) if pages > 0 else first - timedelta(days=1)
            self.day = other.replace(day=1)
            grid.spot = datetime.combine(self.day, spot.time())
        else:
            step = timedelta(days=1 if self.view == "day" else 7) * pages
            self.day += step
            grid.spot = spot + step
        grid.picked = None
        self._set_down = True
        self.ask()

    def follow(self, at: datetime) -> None:
        """Go to the page of a time, where something is carried to or taken back."""
        self.day = at.date()
        self.ask()

    def to_today(self) -> None:
        """Go to today and to this hour."""
        self.day = self.now.date()
        grid = self.grid
        grid.picked = None
        grid.spot = self.now.replace(minute=0, second=0, microsecond=0)
        self._anew = self._set_down = True
        self.ask()

    def show_view(self, view: str) -> None:
        """Show the day, the week or the month of the cursor."""
        spot, picked = self.grid.spot, self.grid.picked
        had = self.grid.hasFocus()
        if spot.date() in self.days():
            self.day = spot.date()
        self._anew = self._anew or self.view == "month"
        self._set_down = True
        self.view = view
        self.bar.views.choose(view)
        self._turn_to(view)
        self.grid.spot, self.grid.picked = spot, picked
        if had:
            self.grid.setFocus()
        self.ask()

    def say(self, refusal: Refusal | None) -> None:
        """Show a refusal above the grid, or take it away."""
        self.tell(refusal_banner(refusal) if refusal is not None else None)

    def tell(self, banner: Banner | None) -> None:
        """Show a banner above the grid, or take it away."""
        put(self._banners, banner)

    def explain(self, refusal: Refusal) -> None:
        """Say above the grid why something was not done; everything is where it was."""
        self.say(refusal)
        self.pane.facts.free()
        self.ask()

    def connect_parts(self) -> None:
        """Let the parts speak to each other."""
        raise NotImplementedError

    def point(self, block: Block | None) -> None:
        """Show what is chosen."""
        raise NotImplementedError

    def arrived(self) -> None:
        """Do once what one came for: everything in view is there."""
        raise NotImplementedError


def _midnight(day: date, zone: str) -> datetime:
    """Return when a day begins."""
    return instant(datetime.combine(day, datetime.min.time()), zone)
