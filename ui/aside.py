"""Runs one long piece of work on a thread of its own, where the vault's thread must stay free."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal

from app.domain.errors import Refusal
from ui.lent import Lent, lend

if TYPE_CHECKING:
    from collections.abc import Callable

    from ui.lent import Told


class Aside(QObject):
    """`told` says how far the work is, `done` hands over what came of it, `refused` a refusal.

    Any other error is a bug and reaches the crash guard. A lock ends the work with the process; a
    window that is closed waits for it.
    """

    told = Signal(int, int)
    done = Signal(object)
    refused = Signal(object)

    def run(self, work: Callable[[Told], Any]) -> None:
        """Run `work`, which is given a function to say how far it is."""
        from concurrent.futures import ThreadPoolExecutor  # noqa: PLC0415 - as in `ui.tasks`

        thread = ThreadPoolExecutor(max_workers=1, thread_name_prefix="aside")
        lend(thread, self, work, self._deliver, self.told.emit)
        thread.shutdown(wait=False)

    def _deliver(self, answer: Lent) -> None:
        """Say what came of it."""
        if isinstance(answer.error, Refusal):
            self.refused.emit(answer.error)
        elif answer.error is not None:
            raise answer.error
        else:
            self.done.emit(answer.value)
