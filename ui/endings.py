"""A polite end from outside: the signals by which a system or a terminal asks a program to go."""

from __future__ import annotations

import os
import signal
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QSocketNotifier, Signal

if TYPE_CHECKING:
    from types import FrameType

_NAMES: Final = ("SIGTERM", "SIGHUP", "SIGINT")


class Endings(QObject):
    """Emits `asked` on the window's thread when the system or a terminal asks the program to end.

    Python runs its handlers only between two of its own steps, which a window that waits for
    events does not take; so the byte that it writes into a pipe at once is waited for. Windows
    ends its sessions by messages that Qt understands; there, nothing is done.
    """

    asked = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        if os.name == "nt":
            return
        self._pipe = os.pipe()
        for end in self._pipe:
            os.set_blocking(end, False)
        signal.set_wakeup_fd(self._pipe[1], warn_on_full_buffer=False)
        for name in _NAMES:
            signal.signal(getattr(signal, name), _noted)
        self._notifier = QSocketNotifier(self._pipe[0], QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._read)

    def end(self) -> None:
        """Close the pipe, once nothing writes into it any more."""
        self._notifier.setEnabled(False)
        for end in self._pipe:
            os.close(end)

    def _read(self) -> None:
        """Empty the pipe and tell."""
        os.read(self._pipe[0], 64)
        self.asked.emit()


def _noted(_number: int, _frame: FrameType | None) -> None:
    """Do nothing: that the signal came is told by the pipe."""
