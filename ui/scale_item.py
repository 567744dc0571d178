"""One question of a scale, answered with one hand: a digit answers and goes on, arrows walk."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent

from ui.question import Question

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget

_STEPS: Final = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
_TAKE_BACK: Final = {Qt.Key.Key_Backspace, Qt.Key.Key_Delete}
_DIGITS: Final = range(Qt.Key.Key_0, Qt.Key.Key_9 + 1)
_LAST_DIGIT: Final = 9


class ScaleItemRow(Question):
    """A question whose answers stand under it, each with its value before it, or its place.

    `walked` asks for the question before (-1) or after (1). Backspace leaves it open again. The
    digit is the value of an answer where every value is one digit, else its place.
    """

    walked = Signal(int)

    def __init__(
        self,
        words: str,
        options: Sequence[tuple[int, str]],
        *,
        counted: bool = True,
        parent: QWidget | None = None,
    ) -> None:
        pairs = [
            (str(value), f"{value if counted else value + 1}  {text}") for value, text in options
        ]
        super().__init__(words, pairs, parent=parent)
        keys = [key for key, _ in pairs]
        plain = counted and all(0 <= value <= _LAST_DIGIT for value, _ in options)
        self._by_digit = (
            {int(key): key for key in keys} if plain else dict(enumerate(keys, start=1))
        )
        for key in keys:
            self.chip(key).installEventFilter(self)

    def answer(self) -> int | None:
        """Return the value that was chosen; None: it is open."""
        return int(self.key()) if self.key() else None

    def show_answer(self, value: int | None) -> None:
        """Show an answer, or none; emits nothing."""
        self.choose("" if value is None else str(value))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take the keys that answer and walk before an answer does."""
        if event.type() is QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            plain = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
            if plain == Qt.KeyboardModifier.NoModifier and self._took_key(event.key()):
                return True
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave what no answer took to the page."""
        event.ignore()

    def _took_key(self, key: int) -> bool:
        """Do what a key asks for; False: it asks for nothing here."""
        step = _STEPS.get(Qt.Key(key))
        if step is not None:
            self.walked.emit(step)
            return True
        if key in _TAKE_BACK:
            self.choose("")
            self.chosen.emit("")
            return True
        answer = self._by_digit.get(key - Qt.Key.Key_0) if key in _DIGITS else None
        if answer is None:
            return False
        self.choose(answer)
        self.set_error("")
        self.chosen.emit(answer)
        self.walked.emit(1)
        return True
