"""Runs one long piece of work on a thread of its own, where the vault's thread must stay free."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import shiboken6
from PySide6.QtCore import QObject, Qt, Signal

from app.domain.errors import Refusal

if TYPE_CHECKING:
    from collections.abc import Callable
    from concurrent.futures import Future

    Told = Callable[[int, int], None]


class Aside(QObject):
    """`told` says how far the work is, `done` hands over what came of it, `refused` a refusal.

    Any other error is a bug and reaches the crash guard. A lock ends the work with the process; a
    window that is closed waits for it.
    """

    told = Signal(int, int)
    done = Signal(object)
    refused = Signal(object)
    _answered = Signal(object, object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._answered.connect(self._deliver, Qt.ConnectionType.QueuedConnection)

    def run(self, work: Callable[[Told], Any]) -> None:
        """Run `work`, which is given a function to say how far it is."""
        from concurrent.futures import ThreadPoolExecutor  # noqa: PLC0415 - as in `ui.tasks`

        thread = ThreadPoolExecutor(max_workers=1, thread_name_prefix="aside")
        thread.submit(work, self._tell).add_done_callback(self._answer)
        thread.shutdown(wait=False)

    def _answer(self, future: Future[Any]) -> None:
        """Carry what came of it to the window's thread."""
        error = future.exception()
        if shiboken6.isValid(self):
            self._answered.emit(None if error else future.result(), error)

    def _tell(self, done: int, total: int) -> None:
        if shiboken6.isValid(self):
            self.told.emit(done, total)

    def _deliver(self, value: object, error: BaseException | None) -> None:
        if isinstance(error, Refusal):
            self.refused.emit(error)
        elif error is not None:
            raise error
        else:
            self.done.emit(value)
