"""The two forms of a follow-up: on which days one asks, and what was found."""

from __future__ import annotations

from datetime import date, timedelta
from functools import partial
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.domain.consent_purpose import months_after
from app.domain.follow_up import FollowPlan, FollowUp, Reached
from ui.day_field import DayField
from ui.ending_words import choices, day_words, reached_words
from ui.entry_page import pair
from ui.question import Question
from ui.widgets.button import Button
from ui.widgets.card import column, row
from ui.widgets.field import Field
from ui.widgets.label import Label
from ui.widgets.textbox import TextBox
from ui.widgets.tick import Tick

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import datetime

_MONTHS: Final = (1, 3, 6)
_LONG: Final = timedelta(days=1)


class PlanParts(QWidget):
    """Up to three days, the way, and that the client wants none."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        names = (self.tr("第一次"), self.tr("第二次（可以空着）"), self.tr("第三次（可以空着）"))
        self.days = [DayField(name) for name in names]
        self.way = Field(
            self.tr("用什么方式问"), placeholder=self.tr("如 电话，和来访者说好的号码")
        )
        self.declined = Tick(self.tr("来访者不愿意随访"))
        self._now: datetime | None = None
        quick = [self._quick(months) for months in _MONTHS]
        head = Label(self.tr("点一下就写进去"), "meta")
        self.setLayout(
            column(
                row(head, *quick, None, spacing=6),
                pair(self.days[0], self.days[1]),
                pair(self.days[2], self.way),
                self.declined,
                spacing=14,
            )
        )
        for part in (*self.days, self.way):
            part.changed.connect(lambda _text: self.changed.emit())
        self.declined.toggled.connect(lambda _on: self.changed.emit())

    def count_from(self, now: datetime) -> None:
        """Take the time it is, by the counselor's clock."""
        self._now = now
        for one in self.days:
            one.count_from(now)

    def made(self) -> FollowPlan:
        """Return what is written; days that cannot be read are none."""
        days = sorted({one.isoformat() for one in (part.day() for part in self.days) if one})
        return FollowPlan(tuple(days), self.way.text(), self.declined.isChecked())

    def unread(self) -> DayField | None:
        """Return the first day that cannot be read, or None."""
        return next((one for one in self.days if one.unread()), None)

    def words(self) -> dict[str, Any]:
        """Return what is written, as typed; nothing written is empty."""
        days = [one.text() for one in self.days]
        found: dict[str, Any] = {
            "days": days if any(days) else [],
            "way": self.way.text(),
            "declined": self.declined.isChecked(),
        }
        return {name: one for name, one in found.items() if one}

    def show_words(self, kept: Mapping[str, Any]) -> None:
        """Show what was written."""
        days = [*kept.get("days", ()), "", "", ""]
        for part, words in zip(self.days, days, strict=False):
            part.set_text(words)
        self.way.set_text(kept.get("way", ""))
        self.declined.setChecked(bool(kept.get("declined", False)))

    def marks(self) -> dict[str, Any]:
        """Return where each rule is put right."""
        return {
            "follow_plan.days": self.days[0],
            "follow_plan.wish": self.days[0],
            "follow_plan.way": self.way,
        }

    def _quick(self, months: int) -> Button:
        """Return what writes the day so many months from now into the first empty line."""
        words = self.tr("%n 个月后", "", months)
        made = Button(words, "quiet", sz="s")
        made.setAccessibleName(self.tr("随访：{0}").format(words))
        made.clicked.connect(partial(self._write, months))
        return made

    def _write(self, months: int) -> None:
        if self._now is None:
            return
        at = months_after(self._now, months)
        free = next((one for one in self.days if not one.text().strip()), self.days[-1])
        free.set_text(free.written(at))
        self.changed.emit()
        free.line.setFocus()


class FollowParts(QWidget):
    """What was found: of which planned day, when, whether the client was reached."""

    changed = Signal()
    submitted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._left: tuple[str, ...] = ()
        self._stands = Label("", "soft", wrap=True)
        self.day = DayField(self.tr("哪一天问的"))
        self.way = Field(self.tr("用什么方式（可以空着）"))
        self.reached = Question(self.tr("联系上了吗"), choices(reached_words()))
        self.found = TextBox(
            self.tr("现在怎样"),
            rows=3,
            hint=self.tr("来访者自己怎样说；睡眠、风险、在用什么帮助。"),
        )
        self.onward = TextBox(
            self.tr("接着怎么办（可以空着）"),
            rows=2,
            placeholder=self.tr("如 不需要、重新约一次、再转介"),
        )
        self.act = Button(self.tr("记下随访"), "primary", icon="check")
        self.act.clicked.connect(self.submitted)
        self.setLayout(
            column(
                self._stands,
                pair(self.day, self.way),
                self.reached,
                self.found,
                self.onward,
                row(self.act, None),
                spacing=16,
            )
        )
        for part in (self.day, self.way, self.found, self.onward):
            part.changed.connect(lambda _text: self.changed.emit())
        self.reached.chosen.connect(lambda _key: self.changed.emit())

    def show_page(self, left: Sequence[str], now: datetime) -> None:
        """Take the planned days that are open, and the time it is by the counselor's clock."""
        self._left = tuple(left)
        self.day.start(now, now.date())
        if not left:
            self._stands.setText(self.tr("现在没有约好的随访；没约过也可以记。"))
            return
        days = self.tr("、").join(day_words(one) for one in left)
        self._stands.setText(self.tr("约好的：{0}。记下的算作最早的那一次。").format(days))

    def made(self) -> FollowUp:
        """Return what is written; it is of the first planned day that is open."""
        reached, day = self.reached.key(), self.day.day()
        due = self._left[0] if self._left and self._counts(day) else ""
        return FollowUp(
            due,
            day.isoformat() if day else "",
            self.way.text(),
            Reached(reached) if reached else None,
            self.found.text(),
            self.onward.text(),
        )

    def _counts(self, day: date | None) -> bool:
        """Return whether what was asked on a day is of the first planned one: not weeks before."""
        early = date.fromisoformat(self._left[0]) - 14 * _LONG
        return day is not None and day >= early

    def words(self) -> dict[str, Any]:
        """Return what is written, as typed; the day alone is nothing."""
        found: dict[str, Any] = {name: part.text() for name, part in self._typed().items()}
        found["reached"] = self.reached.key()
        written = {name: one for name, one in found.items() if one}
        return written if set(written) - {"on"} else {}

    def show_words(self, kept: Mapping[str, Any]) -> None:
        """Show what was written; the day stays as it is where none was."""
        for name, part in self._typed().items():
            if part is not self.day or kept.get(name):
                part.set_text(kept.get(name, ""))
        self.reached.choose(kept.get("reached", ""))

    def marks(self) -> dict[str, Any]:
        """Return where each rule is put right."""
        return {
            "follow_up.on": self.day,
            "follow_up.reached": self.reached,
            "follow_up.found": self.found,
        }

    def _typed(self) -> dict[str, Field | TextBox]:
        return {
            "on": self.day,
            "way": self.way,
            "found": self.found,
            "onward": self.onward,
        }
