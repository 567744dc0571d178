"""Privacy mode: codes instead of names, and words that somebody wrote blurred until looked at.

One switch for the whole window, like the theme: parts ask here what to show, and what is read
aloud follows what is seen. It outlives a lock, since it is kept with the other choices.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtGui import QCursor
from PySide6.QtWidgets import QGraphicsBlurEffect, QWidget
from shiboken6 import isValid

from ui.names import as_written
from ui.theme import look

if TYPE_CHECKING:
    from collections.abc import Iterable

_RADIUS: Final = 14
MOMENT_MS: Final = 300
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
    """Blurs a part while privacy mode is on, until somebody asks to read it.

    Asked by the keyboard, at once; by a pointer that was moved onto it, after a moment. A pointer
    that lay there when the page came asks for nothing. It belongs to the part and goes with it.
    """

    def __init__(self, part: QWidget, around: Iterable[QWidget] = ()) -> None:
        super().__init__(part)
        self._part = part
        self._watched = (part, *around)
        self._pointed, self._lay = False, QCursor.pos()
        self._moment = QTimer(self)
        self._moment.setInterval(MOMENT_MS)
        self._moment.timeout.connect(self._pointer_stays)
        for one in self._watched:
            one.installEventFilter(self)
        self.look()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Notice that somebody looks, or looks away."""
        if event.type() in _LOOKS:
            if event.type() in {QEvent.Type.Enter, QEvent.Type.Show}:
                self._lay = QCursor.pos()
            self.look()
        return super().eventFilter(watched, event)

    def look(self) -> None:
        """Blur the part, or let it be read."""
        if not isValid(self._part):
            return
        live = [one for one in self._watched if isValid(one)]
        under = any(one.underMouse() for one in live)
        self._pointed = self._pointed and under and on()
        self._wait(under=under)
        seen = self._pointed or any(one.hasFocus() for one in live)
        blurred = isinstance(self._part.graphicsEffect(), QGraphicsBlurEffect)
        if _on and not seen and not blurred:
            effect = QGraphicsBlurEffect(self._part)
            effect.setBlurRadius(look.px(_RADIUS))
            self._part.setGraphicsEffect(effect)
        elif blurred and (seen or not _on):
            self._part.setGraphicsEffect(None)  # type: ignore[arg-type]

    def _wait(self, *, under: bool) -> None:
        """Watch a pointer that is over the part and has not asked yet."""
        if not (under and on()) or self._pointed:
            self._moment.stop()
        elif not self._moment.isActive():
            self._moment.start()

    def _pointer_stays(self) -> None:
        """Let the part be read once the pointer was moved on it; one that only lies there waits."""
        if QCursor.pos() != self._lay:
            self._pointed = True
        self.look()


def veil(*parts: QWidget, around: Iterable[QWidget] = ()) -> None:
    """Blur each of `parts` while privacy mode is on and nobody looks at it or `around` it."""
    for part in parts:
        Veil(part, tuple(around))


def lift(within: QWidget) -> None:
    """Let every veil in `within` follow the switch."""
    for one in within.findChildren(Veil):
        one.look()
