"""A question with a few answers, none of them preset; a digit chooses and goes on."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from ui.begin import Begins
from ui.widgets.card import beside, column, row
from ui.widgets.chip import Choices
from ui.widgets.label import Label
from ui.widgets.painted import announce
from ui.widgets.picture import Picture

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QKeyEvent

_DIGITS: Final = range(Qt.Key.Key_1, Qt.Key.Key_9 + 1)


class Question(Begins, QWidget):
    """Words, answers to choose from, and what is wrong below them.

    With `across` the answers stand at the right of the words; `hint` stands under those.
    """

    chosen = Signal(str)

    def __init__(
        self,
        words: str,
        options: Sequence[tuple[str, str]],
        *,
        hint: str = "",
        across: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._keys = [key for key, _ in options]
        self._choices = Choices(options, name=words)
        self._choices.chosen.connect(self._took)
        self._sign, self._words = Picture("circle-alert", "high", 13), Label("", "meta", wrap=True)
        self._words.set_tint("high")
        for one in (self._sign, self._words):
            keeping = one.sizePolicy()
            keeping.setRetainSizeWhenHidden(True)
            one.setSizePolicy(keeping)
        self._wrong = QWidget()
        line = row(self._sign, self._words, spacing=6)
        line.setStretch(1, 1)
        self._wrong.setLayout(line)
        self._wrong.hide()
        asked = Label(words, "body" if across else "strong", wrap=True)
        under = [Label(hint, "meta", wrap=True)] if hint else []
        if across:
            said = beside(column(asked, *under), self._choices)
            self.setLayout(column(said, self._wrong, spacing=4))
        else:
            self.setLayout(column(asked, *under, self._choices, self._wrong, spacing=6))
        self.begin_at(self._choices.chip(self._keys[0]))

    def key(self) -> str:
        """Return the answer, or nothing."""
        return next(iter(self._choices.keys()), "")

    def choose(self, key: str) -> None:
        """Give an answer, or none; emits nothing."""
        self._choices.choose(*([key] if key in self._keys else []))
        self.begin_at(self._choices.chip(key if key in self._keys else self._keys[0]))

    def chip(self, key: str) -> QWidget:
        """Return the part of an answer."""
        return self._choices.chip(key)

    def allow(self, key: str, *, allowed: bool) -> None:
        """Let an answer be chosen, or not."""
        self._choices.chip(key).setEnabled(allowed)

    def set_error(self, error: str) -> None:
        """Say what is wrong; "" takes it back, with its room."""
        self._words.setText(error)
        self._show_wrong(bool(error))
        self._wrong.setVisible(bool(error))
        if error:
            announce(self._choices, error)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Choose by a digit, and go on to what follows."""
        at = event.key() - Qt.Key.Key_1 if event.key() in _DIGITS else len(self._keys)
        if at >= len(self._keys) or not self._choices.chip(self._keys[at]).isEnabled():
            super().keyPressEvent(event)
            return
        self._choices.choose(self._keys[at])
        self._took([self._keys[at]])
        # From the answer that holds: the Tab key stops there and at no other of them.
        self._choices.chip(self._keys[at]).setFocus(Qt.FocusReason.TabFocusReason)
        self.focusNextChild()

    def _took(self, keys: list[str]) -> None:
        # The line goes and its room stays: what is below must not move under the pointer.
        self._show_wrong(False)  # noqa: FBT003 - as Qt's own setVisible
        self.chosen.emit(keys[0])

    def _show_wrong(self, shown: bool) -> None:  # noqa: FBT001 - as Qt's own setVisible
        self._sign.setVisible(shown)
        self._words.setVisible(shown)
