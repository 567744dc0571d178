"""Ctrl+L where no shortcut reaches: behind a dialog, a menu, a list that hangs below a line."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent


class LockKey(QObject):
    """Emits `pressed` for Ctrl+L, whatever part of the program gets the key.

    Install it on the application. Where the shortcut of the window is not shadowed, it takes the
    key before anything else does, and nothing comes here.
    """

    pressed = Signal()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take Ctrl+L; pass everything else on."""
        del watched
        if (
            event.type() == QEvent.Type.KeyPress
            and isinstance(event, QKeyEvent)
            and event.key() == Qt.Key.Key_L
            and event.modifiers() == Qt.KeyboardModifier.ControlModifier
        ):
            self.pressed.emit()
            return True
        return False
