"""The keys of an emergency where no shortcut reaches.

Ctrl+L behind a dialog, a menu, a list that hangs below a line; Ctrl+E in a line or a text, which
on Linux takes it for the end of the line (Qt, QKeySequence::MoveToEndOfLine).
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent


class LockKey(QObject):
    """Emits `pressed` for Ctrl+L, whatever part gets the key; leaves Ctrl+E to the crisis card.

    Install it on the application. Where the shortcut of the window is not shadowed, it takes the
    key before anything else does, and nothing comes here.
    """

    pressed = Signal()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take Ctrl+L, keep Ctrl+E from what is written in; pass everything else on."""
        del watched
        if event.type() == QEvent.Type.KeyPress and _is(event, Qt.Key.Key_L):
            self.pressed.emit()
            return True
        if event.type() == QEvent.Type.ShortcutOverride and _is(event, Qt.Key.Key_E):
            event.ignore()  # nobody wants it for itself: the shortcut of the window is next
            return True
        return False


def _is(event: QEvent, key: Qt.Key) -> bool:
    """Return whether a key is pressed together with Ctrl alone."""
    control = Qt.KeyboardModifier.ControlModifier
    return isinstance(event, QKeyEvent) and event.key() == key and event.modifiers() == control
