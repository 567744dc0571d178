"""How sessions count: paid, in a stable setting, by what, under whose supervision."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Signal

from app.domain.hours import HourFacts
from app.domain.practice_record import SupervisionMedium, SupervisorRank, YesNo
from ui.begin import Begins
from ui.hours_words import word
from ui.question import Question
from ui.widgets.button import Button
from ui.widgets.card import Card, row
from ui.widgets.field import Field
from ui.widgets.label import Label

if TYPE_CHECKING:
    from collections.abc import Iterable
    from enum import Enum

    from PySide6.QtWidgets import QWidget

_AS_EVERY: Final = "-"
_AFAR: Final = (SupervisionMedium.VIDEO, SupervisionMedium.VOICE, SupervisionMedium.TEXT)


class FactsForm(Begins, Card):
    """Of every case, or of one (`of_case`): there each answer may be as with every case.

    `kept` asks to store what is written, `closed` to put the form away.
    """

    kept = Signal()
    closed = Signal()

    def __init__(
        self, title: str, facts: HourFacts, *, of_case: bool, parent: QWidget | None = None
    ) -> None:
        super().__init__("raised", margins=(20, 18, 20, 18), spacing=14, parent=parent)
        self._before = facts
        self._of_case = of_case
        self.medium = self._pick(self.tr("远程会谈用什么"), _AFAR, facts.medium)
        self.paid = self._pick(self.tr("收费"), YesNo, facts.paid)
        self.strict = self._pick(self.tr("设置稳定（固定的时间、地点和费用）"), YesNo, facts.strict)
        self.rank = self._pick(self.tr("在谁的督导下"), SupervisorRank, facts.rank)
        self.institution = Field(self.tr("机构"), placeholder=self.tr("独立执业可以空着"))
        self.institution.set_text(facts.institution)
        keep = Button(self.tr("存好"), "primary", icon="check")
        keep.clicked.connect(self.kept)
        close = Button(self.tr("收起"), "ghost")
        close.clicked.connect(self.closed)
        self.error = Label("", "soft", wrap=True, tint="high")
        self.error.hide()
        self.body.addWidget(Label(title, "strong"))
        for part in (self.medium, self.paid, self.strict, self.rank, self.institution):
            self.body.addWidget(part)
        self.body.addWidget(self.error)
        self.body.addLayout(row(None, close, keep, spacing=8))
        self.begin_at(self.medium)

    def facts(self) -> HourFacts:
        """Return what is written."""
        medium, paid, strict, rank = (
            one.key() for one in (self.medium, self.paid, self.strict, self.rank)
        )
        return HourFacts(
            SupervisionMedium(medium) if medium not in {"", _AS_EVERY} else None,
            YesNo(paid) if paid not in {"", _AS_EVERY} else None,
            YesNo(strict) if strict not in {"", _AS_EVERY} else None,
            SupervisorRank(rank) if rank not in {"", _AS_EVERY} else None,
            self.institution.text(),
        )

    @property
    def dirty(self) -> bool:
        """Whether something else is written than stood there."""
        return self.facts() != self._before

    def refuse(self, words: str) -> None:
        """Say why it was not stored; what is written stays."""
        self.error.setText(words)
        self.error.show()

    def _pick(self, label: str, choices: Iterable[Enum], chosen: Enum | None) -> Question:
        options = [(one.value, word(one)) for one in choices]
        none = self.tr("和其他个案一样") if self._of_case else self.tr("不一定")
        made = Question(label, [*options, (_AS_EVERY, none)])
        made.choose(_AS_EVERY if chosen is None else str(chosen.value))
        return made
