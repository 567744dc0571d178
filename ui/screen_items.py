"""The items of a suitability screen, one question each, and the warning that a yes brings."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.domain.screen import AskedItem
from ui.question import Question
from ui.widgets.banner import Banner
from ui.widgets.card import Card, column, put, rule
from ui.widgets.painted import announce

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from app.domain.screen import ScreenCatalogue

_YES: Final = "yes"
_NO: Final = "no"
_ANSWERS: Final = {_YES: True, _NO: False}


class ScreenItems(QWidget):
    """Yes or no for each item; nothing is preset."""

    changed = Signal()

    def __init__(self, catalogue: ScreenCatalogue, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._catalogue, self._said = catalogue, 0
        self.questions: dict[str, Question] = {}
        self._warning = column()
        card = Card(margins=(18, 6, 18, 6), spacing=0)
        for one in catalogue.items:
            if self.questions:
                card.body.addWidget(rule())
            made = self._question(one.text, one.source, risk=one.risk)
            made.chosen.connect(self._answered)
            self.questions[one.key] = made
            card.body.addLayout(column(made, margins=(0, 10, 0, 10)))
        self.setLayout(column(card, self._warning))

    def asked(self) -> tuple[AskedItem, ...]:
        """Return the items with their answers."""
        return tuple(
            AskedItem(
                one.key,
                one.text,
                one.source,
                one.risk,
                _ANSWERS.get(self.questions[one.key].key()),
            )
            for one in self._catalogue.items
        )

    def answers(self) -> dict[str, str]:
        """Return the answers that were given, by item."""
        return {key: one.key() for key, one in self.questions.items() if one.key()}

    def show_answers(self, answers: Mapping[str, str]) -> None:
        """Show answers; items that are not among them are open."""
        for key, one in self.questions.items():
            one.choose(answers.get(key, ""))
        self._warn()

    def first_open(self) -> Question:
        """Return the first item without an answer, or else the first."""
        every = list(self.questions.values())
        return next((one for one in every if not one.key()), every[0])

    def set_error(self, error: str) -> None:
        """Say at the items that are open what is wrong; "" takes it back from all."""
        for one in self.questions.values():
            one.set_error(error if not one.key() else "")

    def setFocus(self, *_reason: object) -> None:
        """Go to the first item without an answer."""
        self.first_open().setFocus()

    def _question(self, text: str, source: str, *, risk: bool) -> Question:
        """Return one item, with where the guidance says it."""
        words = self.tr("{0}（人身危险）").format(text) if risk else text
        answers = ((_YES, self.tr("是")), (_NO, self.tr("否")))
        return Question(words, answers, hint=source, across=True)

    def _answered(self, _key: str) -> None:
        self._warn()
        self.changed.emit()

    def _warn(self) -> None:
        """Say in red what a yes asks for."""
        found = [one for one in self.asked() if one.answer]
        if len(found) == self._said:
            return
        self._said = len(found)
        put(self._warning, self._red(found) if found else None)

    def _red(self, found: Sequence[AskedItem]) -> QWidget:
        """Return the warning."""
        danger = any(one.risk for one in found)
        needs = (
            self.tr("继续须写明理由、安全计划，和同行或督导讨论；否则解释并转介（网络 4.3）。")
            if danger
            else self.tr("继续须写明理由，和同行或督导讨论；否则解释并转介（网络 4.3）。")
        )
        made = Banner("blocked", self.tr("有 %n 项不适合网络咨询。", "", len(found)), text=needs)
        announce(made, made.accessibleName())
        holder = QWidget()
        holder.setLayout(column(12, made))
        return holder
