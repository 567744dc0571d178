"""The questions of one scale, to be answered on the screen or copied from paper."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from ui.begin import Begins
from ui.scale_item import ScaleItemRow
from ui.widgets.card import Card, bring_into_sight, column, rule
from ui.widgets.label import Label

if TYPE_CHECKING:
    from collections.abc import Mapping

    from app.domain.scale import Scale

_KEYS = Qt.FocusReason.TabFocusReason


class MeasureForm(Begins, QWidget):
    """The questions with their answers; nothing is preset. `ended` tells that one went past all."""

    changed = Signal()
    ended = Signal()

    def __init__(self, scale: Scale, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.scale = scale
        options = [(one.value, one.text) for one in scale.options]
        self.rows = [
            ScaleItemRow(f"{at}. {item.text}", options) for at, item in enumerate(scale.items, 1)
        ]
        self.closing: ScaleItemRow | None = None
        if scale.closing:
            answers = list(enumerate(scale.closing_options))
            self.closing = ScaleItemRow(scale.closing, answers, counted=False)
        card = Card(margins=(18, 6, 18, 6), spacing=0)
        for at, one in enumerate(self._every()):
            if at:
                card.body.addWidget(rule())
            one.chosen.connect(lambda _key: self.changed.emit())
            one.walked.connect(partial(self._walk, at))
            card.body.addLayout(column(one, margins=(0, 10, 0, 10)))
        lines = column(spacing=10)
        if scale.instruction:
            lines.addWidget(Label(scale.instruction, "strong", wrap=True))
        lines.addWidget(card)
        self.setLayout(lines)
        self.begin_at(self.rows[0])

    def answers(self) -> tuple[int | None, ...]:
        """Return the answers, one for each item; None is open."""
        return tuple(one.answer() for one in self.rows)

    def closing_answer(self) -> int | None:
        """Return the number of the answer to the last question."""
        return self.closing.answer() if self.closing is not None else None

    def words(self) -> dict[str, Any]:
        """Return what was answered; nothing where nothing was."""
        pairs = zip(self.scale.items, self.answers(), strict=True)
        found: dict[str, Any] = {item.key: one for item, one in pairs if one is not None}
        if self.closing_answer() is not None:
            found["closing"] = self.closing_answer()
        return found

    def show_words(self, kept: Mapping[str, Any]) -> None:
        """Show what was answered."""
        values = {one.value for one in self.scale.options}
        for item, one in zip(self.scale.items, self.rows, strict=True):
            value = kept.get(item.key)
            one.show_answer(value if value in values else None)
        if self.closing is not None:
            self.closing.show_answer(kept.get("closing"))

    def first_open(self) -> QWidget:
        """Return the first question without an answer, or else the first."""
        return next((one for one in self._every() if one.answer() is None), self.rows[0])

    def set_error(self, error: str) -> None:
        """Say at the first question what is wrong; "" takes it back."""
        self.rows[0].set_error(error)

    def _every(self) -> list[ScaleItemRow]:
        return [*self.rows, *([self.closing] if self.closing is not None else [])]

    def _walk(self, at: int, step: int) -> None:
        """Go to a neighbour; past the last one, tell so."""
        every, to = self._every(), at + step
        if to == len(every):
            self.ended.emit()
        elif to >= 0:
            every[to].setFocus(_KEYS)
            bring_into_sight(every[to])
