"""A question to which several answers can be chosen, none of them preset."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ui.begin import Begins
from ui.widgets.card import column, row
from ui.widgets.chip import Choices
from ui.widgets.label import Label
from ui.widgets.painted import announce
from ui.widgets.picture import Picture

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence


class Several(Begins, QWidget):
    """Words, answers to choose any number of, and what is wrong below them."""

    changed = Signal()

    def __init__(
        self,
        words: str,
        options: Sequence[tuple[str, str]],
        *,
        hint: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._choices = Choices(options, name=words, single=False)
        self._choices.chosen.connect(self._took)
        self._words = Label("", "meta", wrap=True)
        self._words.set_tint("high")
        self._wrong = QWidget()
        line = row(Picture("circle-alert", "high", 13), self._words, spacing=6)
        line.setStretch(1, 1)
        self._wrong.setLayout(line)
        self._wrong.hide()
        under = [Label(hint, "meta", wrap=True)] if hint else []
        asked = Label(words, "strong", wrap=True)
        self.setLayout(column(asked, *under, self._choices, self._wrong, spacing=6))
        self.begin_at(self._choices.chip(options[0][0]))

    def keys(self) -> list[str]:
        """Return what is chosen, in the order shown."""
        return self._choices.keys()

    def choose(self, keys: Iterable[str]) -> None:
        """Choose these and no others; emits nothing."""
        self._choices.choose(*keys)

    def chip(self, key: str) -> QWidget:
        """Return the part of an answer."""
        return self._choices.chip(key)

    def offer(self, key: str, *, offered: bool) -> None:
        """Show an answer, or do not."""
        self._choices.chip(key).setVisible(offered)

    def set_error(self, error: str) -> None:
        """Say what is wrong; "" takes it back."""
        self._words.setText(error)
        self._wrong.setVisible(bool(error))
        if error:
            announce(self._choices, error)

    def _took(self, _keys: list[str]) -> None:
        self.set_error("")
        self.changed.emit()
