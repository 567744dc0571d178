"""Privacy mode: codes instead of names, and words that somebody wrote blurred until looked at.

One switch for the whole window, like the theme: parts ask here what to show, and what is read
aloud follows what is seen. It outlives a lock, since it is kept with the other choices.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QGraphicsBlurEffect, QWidget
from shiboken6 import isValid

from ui.names import as_written
from ui.theme import look

if TYPE_CHECKING:
    from collections.abc import Iterable

_RADIUS: Final = 14
_on: list[bool] = []
_LOOKS: Final = {
    QEvent.Type.Enter,
    QEvent.Type.Leave,
    QEvent.Type.FocusIn,
    QEvent.Type.FocusOut,
    QEvent.Type.Show,
}


def on() -> bool:
    """Say whether names are hidden now."""
    return bool(_on)


def switch(*, to: bool) -> None:
    """Hide names from now on, or show them; the workspace shows its page anew."""
    _on[:] = [True] if to else []


def title(name: str, code: str) -> str:
    """Return what a client is called on the screen: by name, by code where names are hidden."""
    called = as_written(name)
    return as_written(code) if _on or not called else called


def beside(name: str, code: str) -> str:
    """Return the code that stands beside a name; nothing where the code stands in its place."""
    return "" if _on or not as_written(name) else as_written(code)


class Veil(QObject):
    """Blurs a part while privacy mode is on, unless the pointer or the keyboard is in it.

    It belongs to the part and goes with it.
    """

    def __init__(self, part: QWidget, around: Iterable[QWidget] = ()) -> None:
        super().__init__(part)
        self._part = part
        self._watched = (part, *around)
        for one in self._watched:
            one.installEventFilter(self)
        self.look()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Notice that somebody looks, or looks away."""
        if event.type() in _LOOKS:
            self.look()
        return super().eventFilter(watched, event)

    def look(self) -> None:
        """Blur the part, or let it be read."""
        if not isValid(self._part):
            return
        live = [one for one in self._watched if isValid(one)]
        seen = any(one.underMouse() or one.hasFocus() for one in live)
        blurred = isinstance(self._part.graphicsEffect(), QGraphicsBlurEffect)
        if _on and not seen and not blurred:
            effect = QGraphicsBlurEffect(self._part)
            effect.setBlurRadius(look.px(_RADIUS))
            self._part.setGraphicsEffect(effect)
        elif blurred and (seen or not _on):
            self._part.setGraphicsEffect(None)  # type: ignore[arg-type]


def veil(*parts: QWidget, around: Iterable[QWidget] = ()) -> None:
    """Blur each of `parts` while privacy mode is on and nobody looks at it or `around` it."""
    for part in parts:
        Veil(part, tuple(around))


def lift(within: QWidget) -> None:
    """Let every veil in `within` follow the switch."""
    for one in within.findChildren(Veil):
        one.look()
