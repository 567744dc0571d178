"""Tells how far long work is, from several threads, and lets whoever is told stop it."""

from __future__ import annotations

from contextlib import contextmanager
from threading import Lock
from typing import TYPE_CHECKING, Any

from app.domain.errors import BackupStopped
from storage import database

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

_STEPS = 500
"""After so many steps of SQLite's machine somebody is asked whether to go on."""


def nobody(_done: int, _total: int) -> None:
    """Be told, and let the work go on."""


class Meter:
    """Counts bytes of `total`; `told(done, total)` hears of it and may raise `BackupStopped`."""

    def __init__(self, told: Callable[[int, int], None], total: int = 0) -> None:
        self._told, self._total, self._done = told, total, 0
        self._lock = Lock()
        self._over = False

    def expect(self, more: int) -> None:
        """Raise the total by `more` bytes."""
        with self._lock:
            self._total += more

    def add(self, done: int) -> None:
        """Count `done` bytes, and ask whether to go on."""
        with self._lock:
            self._done += done
        self.beat()

    def beat(self) -> None:
        """Ask whether to go on."""
        if self._over:
            raise BackupStopped
        self._told(min(self._done, self._total), self._total)

    def stop(self) -> None:
        """End what else is under way: a part of the work failed."""
        self._over = True

    @contextmanager
    def watching(self, connection: Any) -> Iterator[None]:  # noqa: ANN401 - sqlcipher3 has no types
        """Let statements of a connection be stopped while they run."""
        connection.set_progress_handler(self._stopping, _STEPS)
        try:
            yield
        except database.Error:
            self.beat()  # it was stopped, rather than broken
            raise
        finally:
            connection.set_progress_handler(None, 0)

    def _stopping(self) -> int:
        """Return 1 where the work is to stop: what SQLite wants to hear."""
        try:
            self.beat()
        except BackupStopped:
            return 1
        return 0
