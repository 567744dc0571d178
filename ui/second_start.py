"""One vault, one window: the first hears that it is rung for and comes up, the second goes.

Wayland lets a window come up only with a token that the desktop gave the program that was started;
X11 and Windows may show a sign in the task bar instead. What came of it is answered.
"""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QFileSystemWatcher, QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import QApplication, QWidget

if TYPE_CHECKING:
    from app.ports import Doorbell

TOKEN: Final = "XDG_ACTIVATION_TOKEN"  # noqa: S105 - the name of a variable
_COMES_UP_MS: Final = 400
_LOOK_MS: Final = 50
_PATIENCE_MS: Final = 2000


class FirstWindow(QObject):
    """Stands before one vault, and comes up when a second start rings."""

    def __init__(self, bell: Doorbell, window: QWidget) -> None:
        """Take a bell that is free or was taken for this window; `stands` says whether it is."""
        super().__init__(window)
        self._bell, self._window = bell, window
        self._watcher: QFileSystemWatcher | None = None
        self.stands = bell.take()

    @property
    def bell(self) -> Doorbell:
        """The bell it listens to."""
        return self._bell

    def listen(self) -> None:
        """Hear the bell from now on, and whoever rang before."""
        if self.stands and self._watcher is None:
            self._watcher = QFileSystemWatcher([str(self._bell.call)], self)
            self._watcher.fileChanged.connect(self._look)
            self._look()

    def leave(self) -> None:
        """Be the one window no more."""
        self.stands = False
        self._bell.release()
        if self._watcher is not None:
            self._watcher.deleteLater()
            self._watcher = None

    def _look(self) -> None:
        """Come up if somebody rings, and a moment later say whether that went well."""
        token = self._bell.rung() if self.stands else None
        if token is None:
            return
        if token:
            os.environ[TOKEN] = token
        window = self._window
        window.setWindowState(window.windowState() & ~Qt.WindowState.WindowMinimized)
        window.show()
        window.raise_()
        window.activateWindow()
        QTimer.singleShot(_COMES_UP_MS, self, self._answer)

    def _answer(self) -> None:
        shown = QApplication.activeWindow() is not None
        if not shown:
            QApplication.alert(self._window)
        self._bell.answer(shown=shown)


class SecondStart(QObject):
    """Rings once, and emits `answered` with whether the first window came up."""

    answered = Signal(bool)

    def __init__(self, bell: Doorbell, parent: QObject) -> None:
        super().__init__(parent)
        self._bell, self._left = bell, _PATIENCE_MS
        bell.ring(os.environ.get(TOKEN, ""))
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._look)
        self._timer.start(_LOOK_MS)

    def _look(self) -> None:
        """Look for an answer until patience ends."""
        self._left -= _LOOK_MS
        shown = self._bell.answered()
        if shown is not None or self._left <= 0:
            self._timer.stop()
            self.answered.emit(shown is True)
