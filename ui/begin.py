"""Where the keyboard begins on a screen that holds many parts.

A focus proxy would do for a part with one place to write in. On a whole screen it is a trap: Qt
takes the Tab key into the proxy again as soon as it comes past the screen, and what lies behind
is never reached.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import shiboken6
from PySide6.QtCore import Qt

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    _Part = QWidget
else:
    _Part = object

_OTHER = Qt.FocusReason.OtherFocusReason


class Begins(_Part):
    """A mixin: the focus that is given to the screen goes to one part of it.

    It is no QWidget of its own: two Qt bases in one class crash PySide.
    """

    _begins_at: QWidget | None = None

    def begin_at(self, part: QWidget) -> None:
        """Let the keyboard begin at `part`; where the screen has the focus already, it goes on."""
        waiting = super().hasFocus()
        self._begins_at = part
        if waiting:
            part.setFocus(_OTHER)

    def beginning(self) -> QWidget | None:
        """Return the part at which the keyboard begins, if one was named."""
        part = self._begins_at
        return part if part is not None and shiboken6.isValid(part) else None

    def hasFocus(self) -> bool:
        """Say whether the focus is here, or at the part at which the keyboard begins."""
        part = self.beginning()
        return super().hasFocus() or (part is not None and part.hasFocus())

    def setFocus(self, reason: Qt.FocusReason = _OTHER) -> None:
        """Give the focus to the part at which the keyboard begins."""
        part = self.beginning()
        if part is None:
            super().setFocus(reason)
        else:
            part.setFocus(reason)
