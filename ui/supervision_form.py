"""The form of a supervision of a case: when and with whom, what was brought, what was heard."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.domain.case_supervision import CaseSupervision, lines_of
from app.domain.practice_record import SupervisionForm, SupervisionMedium
from ui.day_field import DayField
from ui.ending_words import day_words
from ui.entry_page import pair
from ui.number_field import NumberField
from ui.practice_words import choice_words
from ui.question import Question
from ui.widgets.button import Button
from ui.widgets.card import clear, column, put, row
from ui.widgets.field import Field
from ui.widgets.textbox import TextBox
from ui.widgets.tick import Tick

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import datetime
    from enum import Enum

    from app.domain.summary_use import SummaryGiven
    from ui.entry_page import Part

_MOST_KNOWN: Final = 4
_MOST_GIVEN: Final = 3


class SupervisionParts(QWidget):
    """What is asked about a supervision, each question in the order in which it happened."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.day = DayField(self.tr("哪一天"))
        self.minutes = NumberField(self.tr("分钟"))
        self.form = Question(self.tr("形式"), _choices(SupervisionForm))
        self.medium = Question(self.tr("方式"), _choices(SupervisionMedium))
        self.supervisor = Field(self.tr("督导师或同辈"))
        self._known = row(spacing=6)
        self._given = column()
        self.shown: Question | None = None
        self.questions = TextBox(self.tr("带去的问题"), rows=2)
        self.feedback = TextBox(
            self.tr("听到的"), rows=4, hint=self.tr("督导怎样看，您自己怎样想。")
        )
        self.todo = TextBox(
            self.tr("接下来做什么"), rows=3, hint=self.tr("一行一件；写下一次记录时会摆在上面。")
        )
        self.counted = Tick(self.tr("同时计入督导时数（只记代码）"))
        self.counted.setChecked(True)
        self.setLayout(
            column(
                pair(self.day, self.minutes),
                self.form,
                self.medium,
                column(self.supervisor, self._known, spacing=6),
                self._given,
                self.questions,
                self.feedback,
                self.todo,
                self.counted,
                spacing=16,
            )
        )
        for part in (self.day, self.minutes, self.supervisor):
            part.changed.connect(lambda _text: self.changed.emit())
        for box in (self.questions, self.feedback, self.todo):
            box.changed.connect(lambda _text: self.changed.emit())
        for question in (self.form, self.medium):
            question.chosen.connect(lambda _key: self.changed.emit())
        self.counted.toggled.connect(lambda _on: self.changed.emit())

    def show_page(self, now: datetime, known: Sequence[str], given: Sequence[SummaryGiven]) -> None:
        """Take the time it is, whom the register names, and which summaries left."""
        self.day.start(now, now.date())
        clear(self._known)
        for name in known[:_MOST_KNOWN]:
            made = Button(name, "quiet", sz="s")
            made.setAccessibleName(self.tr("督导师：{0}").format(name))
            made.clicked.connect(partial(self._name, name))
            self._known.addWidget(made)
        self._known.addStretch(1)
        self._offer(given)

    def made(self) -> CaseSupervision:
        """Return what is written; a day or number that cannot be read is none."""
        form, medium, day = self.form.key(), self.medium.key(), self.day.day()
        return CaseSupervision(
            SupervisionForm(form) if form else None,
            SupervisionMedium(medium) if medium else None,
            day.isoformat() if day else "",
            self.minutes.value(),
            self.supervisor.text().strip(),
            self.shown.key() if self.shown else "",
            self.questions.text().strip(),
            self.feedback.text().strip(),
            lines_of(self.todo.text()),
            self.counted.isChecked(),
        )

    def unread(self) -> NumberField | None:
        """Return the number that cannot be read, or None."""
        said = self.minutes.text().strip()
        return self.minutes if said and self.minutes.value() is None else None

    def words(self) -> dict[str, Any]:
        """Return what is written, as typed; the day alone is nothing."""
        found: dict[str, Any] = {name: part.text() for name, part in self._typed().items()}
        found |= {name: one.key() for name, one in self._chosen().items()}
        written = {name: one for name, one in found.items() if one}
        if not self.counted.isChecked():
            written["uncounted"] = True
        return written if set(written) - {"day"} else {}

    def show_words(self, kept: Mapping[str, Any]) -> None:
        """Show what was written; the day stays as it is where none was."""
        for name, part in self._typed().items():
            if part is not self.day or kept.get(name):
                part.set_text(str(kept.get(name, "")))
        for name, question in self._chosen().items():
            question.choose(str(kept.get(name, "")))
        self.counted.setChecked(not kept.get("uncounted", False))

    def marks(self) -> dict[str, Part]:
        """Return where each rule is put right."""
        return {
            "supervised.day": self.day,
            "supervised.form": self.form,
            "supervised.medium": self.medium,
            "supervised.minutes": self.minutes,
            "supervised.supervisor": self.supervisor,
            "supervised.feedback": self.feedback,
        }

    def _offer(self, given: Sequence[SummaryGiven]) -> None:
        """Ask which summary was brought, where one left."""
        self.shown = None
        if not given:
            put(self._given, None)
            return
        left = [(one.number, f"{one.number} · {day_words(one.made_on)}") for one in given]
        options = [("", self.tr("没有带")), *left[:_MOST_GIVEN]]
        self.shown = Question(self.tr("带去的摘要"), options)
        self.shown.chosen.connect(lambda _key: self.changed.emit())
        put(self._given, self.shown)

    def _name(self, name: str) -> None:
        self.supervisor.set_text(name)
        self.changed.emit()
        self.supervisor.line.setFocus()

    def _typed(self) -> dict[str, Field | TextBox]:
        return {
            "day": self.day,
            "minutes": self.minutes,
            "supervisor": self.supervisor,
            "questions": self.questions,
            "feedback": self.feedback,
            "actions": self.todo,
        }

    def _chosen(self) -> dict[str, Question]:
        found = {"form": self.form, "medium": self.medium}
        return {**found, "shown": self.shown} if self.shown else found


def _choices(kind: type[Enum]) -> list[tuple[str, str]]:
    words = choice_words()
    return [(one.value, words[one]) for one in kind]
