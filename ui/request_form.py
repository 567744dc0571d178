"""The two forms of a client's request: as it came, and as it is answered."""

from __future__ import annotations

from datetime import datetime, time
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.domain.client_request import (
    Asker,
    ClientRequest,
    Decision,
    IdentityProof,
    RequestAnswer,
    RequestKind,
    due_day,
)
from ui.begin import Begins
from ui.day_field import DayField
from ui.entry_page import pair
from ui.keeping_words import asker_words, decision_words, identity_words, kind_words
from ui.question import Question
from ui.session_words import options
from ui.widgets.button import Button
from ui.widgets.card import column, row
from ui.widgets.field import Field
from ui.widgets.textbox import TextBox

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ui.entry_page import Part


class _Form(Begins, QWidget):
    """Parts by their name, whose words are kept as typed."""

    changed = Signal()
    submitted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.questions: dict[str, Question] = {}
        self.lines: dict[str, Field | TextBox] = {}

    def words(self) -> dict[str, Any]:
        """Return what is written, as typed; nothing where nothing is."""
        found = {name: one.key() for name, one in self.questions.items()}
        found |= {name: one.text() for name, one in self.lines.items()}
        return {name: one for name, one in found.items() if one}

    def show_words(self, kept: Mapping[str, Any]) -> None:
        """Show what was written."""
        for name, question in self.questions.items():
            question.choose(kept.get(name, ""))
        for name, line in self.lines.items():
            line.set_text(kept.get(name, ""))
        self.follow()

    def days(self) -> tuple[DayField, ...]:
        """Return the fields that take a day."""
        return tuple(one for one in self.lines.values() if isinstance(one, DayField))

    def count_from(self, now: datetime) -> None:
        """Read today and tomorrow by this time."""
        for one in self.days():
            one.count_from(now)

    def follow(self) -> None:
        """Ask only for what belongs to the answers."""

    def _connect(self) -> None:
        for question in self.questions.values():
            question.chosen.connect(self._touched)
        for line in self.lines.values():
            line.changed.connect(self._touched)
            if isinstance(line, Field):
                line.entered.connect(self.submitted)

    def _touched(self, *_words: object) -> None:
        self.follow()
        self.changed.emit()


class RequestForm(_Form):
    """Asks what is asked for, by whom, how that was made sure, and by when it is answered."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.kind = Question(self.tr("请求什么"), options(kind_words()))
        self.received = DayField(self.tr("哪一天收到的"))
        self.due = DayField(self.tr("哪一天以前答复"))
        self.asker = Question(self.tr("谁提出的"), options(asker_words()))
        self.called = Field(self.tr("提出人的姓名"))
        self.identity = Question(
            self.tr("怎样核实的身份"),
            options(identity_words()),
            hint=self.tr("记录只能给来访者本人，或者有权代他提出的人。"),
        )
        self.said = TextBox(
            self.tr("请求的内容（更正必填）"), rows=3, placeholder=self.tr("照来访者的话写")
        )
        self.act = Button(self.tr("记下请求"), "primary", icon="check")
        self.act.clicked.connect(self.submitted)
        self.questions = {"kind": self.kind, "asker": self.asker, "identity": self.identity}
        self.lines = {
            "received": self.received,
            "due": self.due,
            "called": self.called,
            "said": self.said,
        }
        self.setLayout(
            column(
                self.kind,
                self.asker,
                self.called,
                self.identity,
                pair(self.received, self.due),
                self.said,
                row(self.act, None),
                spacing=18,
            )
        )
        self.begin_at(self.kind)
        self._offered = ""
        self._connect()
        self.follow()

    def follow(self) -> None:
        """Ask who it is where somebody asks for the client; offer the day of the answer."""
        others = {Asker.GUARDIAN.value, Asker.PROXY.value}
        self.called.setVisible(self.asker.key() in others)
        day = self.received.day()
        if day is None or self.due.text() not in {"", self._offered}:
            return
        said = self.due.written(datetime.combine(due_day(day), time()))
        if self.due.text() != said:
            self._offered = said
            self.due.set_text(said)

    def request(self) -> ClientRequest:
        """Return what is written."""
        kind, asker, identity = self.kind.key(), self.asker.key(), self.identity.key()
        hidden = self.called.isHidden()
        return ClientRequest(
            RequestKind(kind) if kind else None,
            _iso(self.received),
            Asker(asker) if asker else None,
            "" if hidden else self.called.text(),
            IdentityProof(identity) if identity else None,
            self.said.text(),
            _iso(self.due),
        )

    def marks(self) -> dict[str, Part]:
        """Return at which part each rule is said."""
        parts = {**self.questions, **self.lines}
        found: dict[str, Part] = {f"request.{name}": part for name, part in parts.items()}
        return {**found, "request.authority": self.identity}


class AnswerForm(_Form):
    """Asks what was decided, when it was done, and why not where it was not."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.decision = Question(self.tr("怎样答复"), options(decision_words()))
        self.done = DayField(self.tr("哪一天办好的"))
        self.said = TextBox(
            self.tr("怎样办的（可以空着）"),
            rows=2,
            placeholder=self.tr("如 当面看过第 1 到 6 次的记录"),
        )
        self.reason = TextBox(self.tr("为什么没有全部同意"), rows=2)
        self.law = Field(
            self.tr("依据哪一条"),
            hint=self.tr("如 个人信息保护法第四十七条第二款：法定保存期限未届满。"),
        )
        self.act = Button(self.tr("记下答复"), "primary", icon="check")
        self.act.clicked.connect(self.submitted)
        self.questions = {"decision": self.decision}
        self.lines = {
            "done": self.done,
            "said": self.said,
            "reason": self.reason,
            "law": self.law,
        }
        self.setLayout(
            column(
                self.decision,
                self.done,
                self.said,
                self.reason,
                self.law,
                row(self.act, None),
                spacing=18,
            )
        )
        self.begin_at(self.decision)
        self._connect()
        self.follow()

    def follow(self) -> None:
        """Ask when it was done where it was, and why not where it was not."""
        key = self.decision.key()
        self.done.setVisible(key in {Decision.GRANTED.value, Decision.PARTLY.value})
        withheld = key in {Decision.PARTLY.value, Decision.REFUSED.value}
        self.reason.setVisible(withheld)
        self.law.setVisible(withheld)

    def answer(self, request: int) -> RequestAnswer:
        """Return what is written, as the answer to that request."""
        key = self.decision.key()
        return RequestAnswer(
            request,
            Decision(key) if key else None,
            "" if self.done.isHidden() else _iso(self.done),
            self.said.text(),
            "" if self.reason.isHidden() else self.reason.text(),
            "" if self.law.isHidden() else self.law.text(),
        )

    def marks(self) -> dict[str, Part]:
        """Return at which part each rule is said."""
        parts = {**self.questions, **self.lines}
        found: dict[str, Part] = {f"answer.{name}": part for name, part in parts.items()}
        return {**found, "answer.held": self.decision}


def _iso(field: DayField) -> str:
    """Return the day that is written as an ISO day."""
    day = field.day()
    return day.isoformat() if day else ""
