"""How often an appointment comes again: once, by the week, by the month, or by its own rule."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.domain.local_time import wall
from app.domain.recurrence import LONGEST_INTERVAL, MOST_TIMES, Every, Rule, monthly
from ui.calendar_words import day_words, rule_words, weekday_word
from ui.widgets.card import column
from ui.widgets.chip import Choices
from ui.widgets.field import Field
from ui.widgets.label import Label

if TYPE_CHECKING:
    from datetime import datetime

    from app.domain.appointment import Series

_DIGITS: Final = 3
_FORTNIGHT: Final = 2


class RulePart(QWidget):
    """Asks how often. `changed` follows every key and choice, `entered` is Enter in a field."""

    changed = Signal()
    entered = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.repeat = Choices(
            (
                ("once", self.tr("不重复")),
                ("week", self.tr("每周")),
                ("fortnight", self.tr("每两周")),
                ("month", self.tr("每月")),
                ("own", self.tr("自定")),
            ),
            name=self.tr("重复"),
        )
        self.interval = Field(self.tr("每几周"))
        self.weekdays = Choices(
            [(str(one), weekday_word(one)) for one in range(7)],
            name=self.tr("在哪几天"),
            single=False,
        )
        self.count = Field(self.tr("共几次"), placeholder=self.tr("空着就一直约下去"))
        self.clock = Choices(
            (("mine", self.tr("您的时钟")), ("theirs", self.tr("来访者的时钟"))),
            name=self.tr("夏令时换钟点时，按谁的时钟不变"),
        )
        self._said = Label("", "meta", wrap=True)
        self._before: dict[str, str] = {}
        self._lay_out()
        self._connect()
        self.begin()

    def begin(self) -> None:
        """Propose that it comes once."""
        self._show("once", ())
        self.clock.choose("mine")
        self.repeat.chip("once").show()
        self._before = self._state()

    def begin_with(self, series: Series, slot: datetime, *, theirs: bool) -> None:
        """Show how a series goes on from `slot`; `theirs`: by the client's clock."""
        rule, day = series.rule, wall(slot, series.zone).weekday()
        self._show(_kind(rule, day), rule.weekdays or (day,), rule.interval)
        if rule.count:
            gone = sum(1 for _ in series.slots(series.starts_at, slot))
            self.count.set_text(str(max(1, rule.count - gone)))
        self.clock.choose("theirs" if theirs else "mine")
        # A series is ended by cancelling what is still to come, not by a rule.
        self.repeat.chip("once").hide()
        self._before = self._state()

    def altered(self) -> bool:
        """Return whether another rule is chosen than the one it began with."""
        return self._state() != self._before

    def typed(self) -> dict[str, Field]:
        """Return the parts in which one types, by what a draft calls them."""
        return {"interval": self.interval, "count": self.count}

    def chosen(self) -> dict[str, Choices]:
        """Return the parts in which one chooses, by what a draft calls them."""
        return {"repeat": self.repeat, "weekdays": self.weekdays, "clock": self.clock}

    def show_for(self, at: datetime | None, *, away: bool) -> None:
        """Show the parts of the rule that is chosen and what it means from a wall time on.

        `away`: the client's clock is another one.
        """
        kind = self._kind()
        self._own.setVisible(kind == "own")
        self.count.setVisible(kind != "once")
        self._clock_part.setVisible(kind != "once" and away)
        rule = self.rule(at) if at is not None and not self._wrong() else None
        self._said.setVisible(rule is not None)
        if rule is not None and at is not None:
            said = self.tr("{0}，从 {1} 起").format(rule_words(rule), day_words(at.date()))
            self._said.setText(said)

    def rule(self, at: datetime) -> Rule | None:
        """Return the rule that is chosen for a wall time; None for once."""
        days, count, kind = (at.weekday(),), _number(self.count), self._kind()
        if kind == "month":
            return replace(monthly(at.date()), count=count)
        if kind == "own":
            chosen = tuple(int(one) for one in self.weekdays.keys()) or days  # noqa: SIM118
            return Rule(Every.WEEK, _number(self.interval), chosen, count=count)
        weeks = {"week": 1, "fortnight": _FORTNIGHT}.get(kind)
        return Rule(Every.WEEK, weeks, days, count=count) if weeks else None

    def theirs(self) -> bool:
        """Return whether the client's clock is the one that stays."""
        return self.clock.keys() == ["theirs"]

    def refuse(self) -> bool:
        """Say at the field which number cannot be meant; return whether there is one."""
        wrong = self._wrong()
        if wrong is None:
            return False
        most = LONGEST_INTERVAL if wrong is self.interval else MOST_TIMES
        wrong.set_error(self.tr("请写 1 到 {0} 之间的一个数。").format(most))
        wrong.setFocus()
        return True

    def broken(self) -> bool:
        """Return whether a number cannot be meant."""
        return self._wrong() is not None

    def _wrong(self) -> Field | None:
        """Return the first field whose number cannot be meant."""
        kind = self._kind()
        if kind == "own" and not 1 <= _number(self.interval) <= LONGEST_INTERVAL:
            return self.interval
        counted = kind != "once" and bool(self.count.text().strip())
        return self.count if counted and not 1 <= _number(self.count) <= MOST_TIMES else None

    def _kind(self) -> str:
        return (self.repeat.keys() or ["once"])[0]

    def _state(self) -> dict[str, str]:
        typed = {key: part.text().strip() for key, part in self.typed().items()}
        return typed | {key: ",".join(part.keys()) for key, part in self.chosen().items()}

    def _show(self, kind: str, days: tuple[int, ...], interval: int = 3) -> None:
        self.repeat.choose(kind)
        self.weekdays.choose(*(str(one) for one in days if kind == "own"))
        self.interval.set_text(str(interval if kind == "own" else 3))
        self.count.set_text("")
        for part in self.typed().values():
            part.set_error("")

    def _lay_out(self) -> None:
        for part in self.typed().values():
            part.line.setMaxLength(_DIGITS)
        self._own = QWidget()
        self._own.setLayout(column(self.interval, self.weekdays, spacing=8))
        self._clock_part = QWidget()
        clock_label = Label(self.tr("换夏令时的时候，谁的钟点不变"), "strong", wrap=True)
        self._clock_part.setLayout(column(clock_label, self.clock, spacing=6))
        title = Label(self.tr("重复"), "strong")
        self.setLayout(
            column(
                title, self.repeat, self._own, self._said, self.count, self._clock_part, spacing=8
            )
        )

    def _connect(self) -> None:
        for part in self.typed().values():
            part.changed.connect(lambda _text, part=part: part.set_error(""))
            part.changed.connect(lambda _text: self.changed.emit())
            part.entered.connect(self.entered)
        for choice in self.chosen().values():
            choice.chosen.connect(lambda _keys: self.changed.emit())


def _number(part: Field) -> int:
    """Return a number that is typed; 0 for anything else."""
    typed = part.text().strip()
    return int(typed) if typed.isdecimal() else 0


def _kind(rule: Rule, day: int) -> str:
    """Return which choice shows a rule whose slot lies on a weekday."""
    if rule.every is Every.MONTH:
        return "month" if rule.interval == 1 else "own"
    if rule.weekdays not in {(), (day,)}:
        return "own"
    return {1: "week", _FORTNIGHT: "fortnight"}.get(rule.interval, "own")
