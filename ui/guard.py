"""Watches for every reason to lock: minutes without anybody, and what the system says."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication, QWidget

from app.domain.lock import WhyLocked
from ui.hotkey import LockKey
from ui.idle import IdleWatch

if TYPE_CHECKING:
    from app.ports import SystemSigns
    from ui.office import Office


class Guard(QObject):
    """Emits `wanted` with the reason for which what is open should be locked.

    The minutes are counted whether the system says anything or not.
    """

    wanted = Signal(WhyLocked)

    def __init__(self, office: Office, window: QWidget) -> None:
        super().__init__(window)
        self._office, self._window = office, window
        self._signs: SystemSigns | None = None
        self._limit = 0.0
        self._key: LockKey | None = None
        self.watch: IdleWatch | None = None

    def listen(self) -> None:
        """Hear what the system says from now on; once is enough."""
        if self._signs is None and self._office.signs is not None:
            self._signs = self._office.signs(self._window)
            self._signs.listen(self.wanted.emit)

    def begin(self) -> None:
        """Guard an open vault: count the minutes, and let the computer wait before it sleeps."""
        self.read_limit()
        clock, application = self._office.tools().clock, QApplication.instance()
        watch = IdleWatch(lambda: clock.since_boot()[1], lambda: self._limit, self)
        watch.idle.connect(lambda: self.wanted.emit(WhyLocked.IDLE))
        key = LockKey(self)
        key.pressed.connect(lambda: self.wanted.emit(WhyLocked.HAND))
        if application is not None:
            application.installEventFilter(watch)
            application.installEventFilter(key)
        self.watch, self._key = watch, key
        self.listen()
        if self._signs is not None:
            self._signs.delay_sleep()

    def end(self) -> None:
        """Count no more: nothing is open."""
        for part in (self.watch, self._key):
            if part is not None:
                part.deleteLater()
        self.watch, self._key = None, None

    def read_limit(self) -> None:
        """Read how long nobody may be there: once, and again when a choice was changed."""
        self._limit = self._office.preferences.load().idle_seconds()
