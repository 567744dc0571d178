"""Notices that nobody is there, by a clock that counts sleep."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QObject, QTimer, Signal

if TYPE_CHECKING:
    from collections.abc import Callable

_TICK: Final = 1000
_SIGNS: Final = frozenset(
    {
        QEvent.Type.KeyPress,
        QEvent.Type.MouseButtonPress,
        QEvent.Type.MouseMove,
        QEvent.Type.Wheel,
        QEvent.Type.TouchBegin,
        QEvent.Type.TouchUpdate,
        QEvent.Type.TabletPress,
        QEvent.Type.TabletMove,
        QEvent.Type.InputMethod,
    }
)


class IdleWatch(QObject):
    """Emits `idle` once nobody touched keyboard, mouse, pen or screen for `limit` seconds.

    `seconds` is a clock that counts sleep: a laptop that was shut over lunch is idle when opened.
    """

    idle = Signal()

    def __init__(
        self, seconds: Callable[[], float], limit: Callable[[], float], parent: QObject
    ) -> None:
        super().__init__(parent)
        self._seconds = seconds
        self._limit = limit
        self._last = seconds()
        self._timer = QTimer(self)
        self._timer.setInterval(_TICK)
        self._timer.timeout.connect(self.look)
        self._timer.start()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take note of every sign of a person; pass everything on.

        The limit is looked at first: the key that wakes a sleeping laptop must not count.
        """
        del watched
        if event.type() in _SIGNS:
            self.look()
            self._last = self._seconds()
        return False

    def look(self) -> None:
        """Emit `idle` if the limit has passed."""
        if self._timer.isActive() and self._seconds() - self._last >= self._limit():
            self._timer.stop()
            self.idle.emit()
