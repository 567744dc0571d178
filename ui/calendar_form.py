"""Agrees on a time, or on another one: who, when, how long, how often, where."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, QTimeZone, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from app.domain.appointment import LONGEST_MINUTES, Booking
from app.domain.case import ServiceMode
from app.domain.local_time import wall
from app.domain.recurrence import Every, instant, monthly
from ui import privacy
from ui.calendar_rule import RulePart
from ui.calendar_words import away
from ui.case_list import mode_word
from ui.caseload_words import load_banner
from ui.clause_link import refusal_banner
from ui.names import as_written
from ui.widgets.banner import Banner
from ui.widgets.button import Button
from ui.widgets.card import clear, column, row
from ui.widgets.chip import Choices
from ui.widgets.field import Field
from ui.widgets.label import Label
from ui.widgets.offers import SpeltNames
from ui.widgets.textbox import TextBox
from ui.widgets.when import WhenField
from ui.widgets.zone import is_zone

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from PySide6.QtGui import QKeyEvent

    from app.domain.caseload import Load
    from app.domain.errors import Refusal
    from app.domain.recurrence import Rule
    from app.services.agenda import Detail, Line, Person

_MODES: Final = tuple(ServiceMode)
_LONGEST_WORDS: Final = 500
_DIGITS: Final = 4
_MINUTES: Final = 50


@dataclass(frozen=True)
class Wanted:
    """What the form asks for; `following` says that all later ones of a series change too."""

    booking: Booking = field(repr=False)
    following: bool = False


class AppointmentForm(QWidget):
    """New, or a change of `detail`. `asked` gives a `Wanted`; `timed` a start and a length."""

    asked = Signal(Wanted)
    closed = Signal()
    timed = Signal(datetime, int)
    touched = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._persons: dict[str, Person] = {}
        self._detail: Detail | None = None
        self._zone = ""
        self._mode_chosen = False
        self._banners = column(spacing=8)
        self.title = Label("", "heading")
        self._make_fields()
        self._make_rule()
        self._lay_out()
        self._connect()

    # What is shown.

    def start_new(self, at: datetime, now: datetime, zone: str, persons: Sequence[Person]) -> None:
        """Begin with an empty form at a wall time."""
        self._begin(None, zone, persons)
        self.title.setText(self.tr("新预约"))
        self.case.set_text("")
        self.when.start(at, now.date())
        self.minutes.set_text(str(_MINUTES))
        self.place.set_text("")
        self.remark.set_text("")
        self._show_rule()
        self.case.setFocus()

    def start_change(self, detail: Detail, now: datetime, zone: str) -> None:
        """Begin with what is agreed on."""
        self._begin(detail, zone, (detail.line.person,))
        one = detail.line.appointment
        self.title.setText(self.tr("改预约"))
        self.case.set_text(_called(detail.line.person))
        self.when.start(wall(one.starts_at, zone).replace(tzinfo=None), now.date())
        self.minutes.set_text(str(one.minutes))
        self.modes.choose(one.mode.value)
        self.place.set_text(one.place)
        self.remark.set_text(one.remark)
        if detail.series is not None:
            theirs = detail.series.zone == detail.line.person.there.time_zone != zone
            self.again.begin_with(detail.series, one.slot or one.starts_at, theirs=theirs)
        self._show_rule()
        self.when.setFocus()
        self.when.line.selectAll()

    def written(self) -> dict[str, str]:
        """Return what is typed and chosen, to be kept over a lock."""
        typed = {key: part.text() for key, part in self._typed().items()}
        return typed | {key: ",".join(part.keys()) for key, part in self._chosen().items()}

    def write(self, kept: Mapping[str, str]) -> None:
        """Show again what was typed and chosen."""
        for key, part in self._typed().items():
            part.set_text(kept[key])
        for key, choice in self._chosen().items():
            choice.choose(*kept[key].split(","))
        self._mode_chosen = True
        self._time_typed()

    def _typed(self) -> dict[str, Field | WhenField | TextBox]:
        """Return the parts in which one types; the case comes first, others follow from it."""
        return {
            "case": self.case,
            "when": self.when,
            "minutes": self.minutes,
            "place": self.place,
            "remark": self.remark,
            **self.again.typed(),
        }

    def _chosen(self) -> dict[str, Choices]:
        """Return the parts in which one chooses."""
        return {"mode": self.modes, "scope": self.scope, **self.again.chosen()}

    def person(self) -> Person | None:
        """Return who is chosen, or None."""
        typed = self.case.text().strip().casefold()
        found = self._persons.get(typed)
        if found is None and typed:
            near = {
                one.case_id: one
                for said, one in self._persons.items()
                if any(typed in way for way in (said, *one.spelt.full, *one.spelt.initials))
            }
            found = next(iter(near.values())) if len(near) == 1 else None
        return found

    def show_clashes(self, lines: Sequence[Line]) -> None:
        """Say what lies on top of the time that is written; it may be booked all the same."""
        self._say(None)
        if lines:
            one = lines[0]
            said = self.tr("与 {0} {1} 的预约重叠。").format(
                as_written(one.person.code), f"{wall(one.appointment.starts_at, self._zone):%H:%M}"
            )
            self._banners.addWidget(
                Banner("warning", said, text=self.tr("仍然可以存，日程上会标出来。"))
            )

    def show_load(self, full: Load | None) -> None:
        """Say below the clashes how full the days become; it may be booked all the same."""
        said = load_banner(full)
        if said is not None:
            self._banners.addWidget(said)

    def again_from(self, starts_at: datetime) -> Rule | None:
        """Return the rule by which the time that is written would come again; None for once."""
        refused = self._may_repeat() and self.again.broken()
        return None if refused else self._rule(wall(starts_at, self._zone))

    def explain(self, refusal: Refusal) -> None:
        """Say why it was not stored; everything typed stays."""
        self._say(refusal)
        self.save.setEnabled(True)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave the form with Esc."""
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)

    # The parts.

    def _make_fields(self) -> None:
        self.case = Field(self.tr("个案"), placeholder=self.tr("代号或称呼"))
        self._names = SpeltNames(self)
        self.case.complete_from(self._names)
        self.when = WhenField(self.tr("时间"), more=self._there)
        self.minutes = Field(self.tr("分钟"))
        self.minutes.line.setMaxLength(_DIGITS)
        self.lengths = Choices(
            [(one, one) for one in ("50", "60", "80", "90")], name=self.tr("常用的时长")
        )
        self.modes = Choices(
            [(one.value, mode_word(one)) for one in _MODES], name=self.tr("服务方式")
        )
        self.place = Field(self.tr("地点或会议号"), placeholder=self.tr("可以空着"))
        self.place.line.setMaxLength(_LONGEST_WORDS)
        self.remark = TextBox(
            self.tr("备注"), placeholder=self.tr("只在这里看得到，不打印，不导出"), rows=2
        )

    def _make_rule(self) -> None:
        self.again = RulePart()
        self.scope = Choices(
            (("one", self.tr("只这一次")), ("following", self.tr("这次和以后"))),
            name=self.tr("改哪几次"),
        )

    def _lay_out(self) -> None:
        self._scope_part = QWidget()
        scope_label = Label(self.tr("改哪几次"), "strong")
        self._scope_part.setLayout(column(scope_label, self.scope, spacing=6))
        self.save = Button(self.tr("存"), "primary", icon="check")
        self.save.setToolTip(self.tr("存（Ctrl+Enter）"))
        self.cancel = Button(self.tr("不改了"), "ghost")
        length = column(self.minutes, self.lengths, spacing=6)
        mode = column(Label(self.tr("服务方式"), "strong"), self.modes, spacing=6)
        self.setLayout(
            column(
                self.title, self._banners, self.case, self.when, self._scope_part, length,
                self.again, mode, self.place, self.remark,
                None, spacing=14,
            )
        )  # fmt: skip
        self.foot = QWidget()
        self.foot.setLayout(row(None, self.cancel, self.save, margins=(24, 12, 20, 12), spacing=8))

    def _connect(self) -> None:
        self.save.clicked.connect(self._ask)
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            stored = QShortcut(QKeySequence(keys), self, self._ask)
            stored.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        self.cancel.clicked.connect(self.closed)
        self.again.changed.connect(self._time_typed)
        self.again.entered.connect(self._ask)
        self.scope.chosen.connect(self._show_rule)
        self.lengths.chosen.connect(lambda keys: self.minutes.set_text(keys[0]))
        self.modes.chosen.connect(self._chose_mode)
        self.case.changed.connect(self._case_typed)
        for part in (self.when, self.minutes):
            part.changed.connect(self._time_typed)
        # Enter takes a name out of the list: it goes on to the time and books nothing yet.
        self.case.entered.connect(lambda: self.when.line.setFocus(Qt.FocusReason.TabFocusReason))
        for part in (self.when, self.minutes, self.place):
            part.entered.connect(self._ask)
        for typed in self._typed().values():
            typed.changed.connect(lambda *_: self.touched.emit())
        for choice in self._chosen().values():
            choice.chosen.connect(lambda *_: self.touched.emit())

    def _begin(self, detail: Detail | None, zone: str, persons: Sequence[Person]) -> None:
        self._detail, self._zone, self._mode_chosen = detail, zone, detail is not None
        self._persons = {
            said.casefold(): one
            for one in reversed(persons)
            for said in (one.name, one.code, _called(one))
            if said
        }
        self._names.show_names(
            {_called(one): (*one.spelt.full, *one.spelt.initials) for one in persons}
        )
        self._say(None)
        self.save.setEnabled(True)
        for part in (self.case, self.when, self.minutes):
            part.set_error("")
        self.again.begin()
        self.scope.choose("one")
        self._scope_part.setVisible(detail is not None and detail.series is not None)
        self.case.line.setReadOnly(detail is not None)
        self.cancel.setText(self.tr("不约了") if detail is None else self.tr("不改了"))

    # What is typed.

    def _case_typed(self) -> None:
        """Take the case's mode, and know its clock."""
        self.case.set_error("")
        person = self.person()
        if person is not None and not self._mode_chosen:
            self.modes.choose(person.mode.value)
        self.when.changed.emit(self.when.text())
        self._show_rule()

    def _chose_mode(self) -> None:
        self._mode_chosen = True

    def _time_typed(self) -> None:
        """Say what the rule means, and have it looked up what lies there."""
        self.lengths.choose(self.minutes.text().strip())
        self._show_rule()
        at, minutes = self.when.moment(), self._length()
        if self.minutes.text().strip():
            self._wrong_length()
        if at is not None and 1 <= minutes <= LONGEST_MINUTES:
            self.timed.emit(instant(at, self._zone), minutes)

    def _there(self, at: datetime) -> str:
        """Return the client's local time for a wall time here."""
        person = self.person()
        if person is None:
            return ""
        said = away(instant(at, self._zone), self._zone, person.there)
        return self.tr("来访者当地 {0}").format(said) if said else ""

    def _show_rule(self) -> None:
        """Show how often it comes, where that can be chosen, and what it means."""
        at = self.when.moment()
        self.again.setVisible(self._may_repeat())
        self.again.show_for(at, away=bool(self.person() and at and self._there(at)))

    def _may_repeat(self) -> bool:
        """Return whether a rule can be chosen: one of a series keeps the one it has."""
        of_series = self._detail is not None and self._detail.series is not None
        return not of_series or self.scope.keys() == ["following"]

    def _rule(self, at: datetime) -> Rule | None:
        """Return the rule that is asked for; None for once, or where a series keeps its own."""
        kept = self._detail is not None and not self.again.altered()
        return self.again.rule(at) if self._may_repeat() and not kept else None

    def _length(self) -> int:
        """Return the minutes that are typed; 0 for what is no number."""
        typed = self.minutes.text().strip()
        return int(typed) if typed.isdecimal() else 0

    def _ask(self) -> None:
        """Ask for what is written, or say what is missing; once, until the answer is there."""
        if not self.save.isEnabled() or self._missing():
            return
        person, at = self.person(), self.when.moment()
        if person is None or at is None:
            return
        self.save.setEnabled(False)
        rule = self._rule(at)
        if rule is not None and at.weekday() not in rule.weekdays:
            at += timedelta(days=min((day - at.weekday()) % 7 for day in rule.weekdays))
        theirs = rule is not None and self.again.theirs() and self._there(at)
        starts_at = instant(at, self._zone)
        zone = person.there.time_zone if theirs else self._zone or _own_zone()
        if rule is not None and theirs:
            rule = _on_their_days(rule, at, wall(starts_at, zone))
        booking = Booking(
            person.case_id,
            starts_at,
            ServiceMode((self.modes.keys() or [person.mode.value])[0]),
            self._length(),
            zone,
            rule,
            self.place.text().strip(),
            self.remark.text(),
        )
        self.asked.emit(Wanted(booking, self.scope.keys() == ["following"]))

    def _missing(self) -> bool:
        """Say at the first field that is not right what is missing there; return whether one is."""
        if self.person() is None:
            self.case.set_error(self.tr("请从列表里选一个个案。"))
            self.case.setFocus()
        elif self.when.moment() is None:
            self.when.refuse()
            self.when.setFocus()
        elif self._wrong_length():
            self.minutes.setFocus()
        else:
            return self._may_repeat() and self.again.refuse()
        return True

    def _wrong_length(self) -> bool:
        """Say at the field whether its minutes cannot be meant; return whether they cannot."""
        wrong = not 1 <= self._length() <= LONGEST_MINUTES
        said = self.tr("请写 1 到 {0} 之间的一个数。").format(LONGEST_MINUTES)
        self.minutes.set_error(said if wrong else "")
        return wrong

    def _say(self, refusal: Refusal | None) -> None:
        """Show a refusal on top, or take everything away there."""
        clear(self._banners)
        if refusal is not None:
            self._banners.addWidget(refusal_banner(refusal))


def _own_zone() -> str:
    """Return this computer's time zone by name, so that a journey does not move appointments."""
    found = bytes(QTimeZone.systemTimeZoneId().data()).decode("ascii")
    return found if is_zone(found) else ""


def _on_their_days(rule: Rule, mine: datetime, theirs: datetime) -> Rule:
    """Return a rule on the days that the client's calendar shows at that hour."""
    if rule.every is Every.MONTH:
        return replace(monthly(theirs.date(), rule.interval), count=rule.count)
    days = (theirs.date() - mine.date()).days
    return replace(rule, weekdays=tuple(sorted((one + days) % 7 for one in rule.weekdays)))


def _called(person: Person) -> str:
    """Return name and code, as the list shows them."""
    beside = as_written(privacy.beside(person.name, person.code))
    shown = as_written(privacy.title(person.name, person.code))
    return f"{as_written(person.name)}  {beside}" if beside else shown
