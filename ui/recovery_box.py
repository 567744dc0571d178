"""The box for a recovery key at the door; loaded when it is first asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent

from app.domain import recovery_key
from app.domain.errors import RecoveryKeyMistyped
from ui.messages import message
from ui.widgets.textbox import TextBox

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

_RETURN: Final = {Qt.Key.Key_Return, Qt.Key.Key_Enter}


def wrong_group(typed: str) -> int:
    """Return the number (from 1) of the first complete group that is wrong, or 0."""
    size, kept = recovery_key.GROUP_LENGTH + 1, recovery_key.clean(typed)
    for number in range(min(recovery_key.GROUPS, len(kept) // size)):
        if not recovery_key.group_matches(kept[number * size : (number + 1) * size], number):
            return number + 1
    return 0


class RecoveryBox(TextBox):
    """Takes a recovery key in any spacing and case, and names a wrong group at once."""

    entered = Signal()

    def __init__(self, label: str, *, hint: str, parent: QWidget | None = None) -> None:
        super().__init__(label, hint=hint, rows=2, parent=parent)
        self.edit.setInputMethodHints(
            Qt.InputMethodHint.ImhSensitiveData
            | Qt.InputMethodHint.ImhNoPredictiveText
            | Qt.InputMethodHint.ImhLatinOnly
        )
        self.edit.installEventFilter(self)
        self.changed.connect(self._check)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take Enter as the end of the key; its groups need no lines of their own."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            pressed = event.key() in _RETURN
            if pressed:
                self.entered.emit()
            return pressed
        return super().eventFilter(watched, event)

    def wipe(self) -> None:
        """Empty the box; nothing remains to undo."""
        self.set_text("")
        self.set_error("")

    def _check(self, text: str) -> None:
        number = wrong_group(text)
        said = message(RecoveryKeyMistyped(number)).what if number else ""
        if said != self.error():
            self.set_error(said)
