"""Lends work to the vault's thread and brings answers back.

One thread owns the vault; the window never holds it. Answers arrive on the window's thread, and
only while the widget that asked still lives.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, TypeVar

import shiboken6
from PySide6.QtCore import QObject, Qt, Signal

from app.domain.errors import CaseLocked, Refusal
from app.services.changes import Changes, Noun

if TYPE_CHECKING:
    from collections.abc import Callable
    from concurrent.futures import Future, ThreadPoolExecutor

    from app.ports import Opened, OpenVault

T = TypeVar("T")


@dataclass(frozen=True)
class _Answer:
    """What came of a piece of work, on its way to the window's thread."""

    owner: QObject
    value: Any
    error: BaseException | None
    then: Callable[[Any], None] | None
    refused: Callable[[Refusal], None] | None
    changes: Changes | None


class Desk(QObject):
    """Takes work for the vault's thread.

    `changed` tells every screen what a piece of work altered; `refused` says a refusal that the
    asker did not handle. `met_shut` tells who asked for words of which case that is shut.
    """

    changed = Signal(Changes)
    refused = Signal(Refusal)
    met_shut = Signal(QObject, int)
    idle = Signal()
    _answered = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._made: ThreadPoolExecutor | None = None
        self._vault: OpenVault | None = None
        self._waiting = 0
        self._answered.connect(self._deliver, Qt.ConnectionType.QueuedConnection)

    @property
    def _thread(self) -> ThreadPoolExecutor:
        """The one thread; the door is painted before it is made."""
        if self._made is None:
            from concurrent.futures import ThreadPoolExecutor  # noqa: PLC0415 - 40 ms at start-up

            self._made = ThreadPoolExecutor(max_workers=1, thread_name_prefix="vault")
        return self._made

    @property
    def waiting(self) -> int:
        """How many answers are still to come."""
        return self._waiting

    def do(
        self,
        owner: QObject,
        work: Callable[[OpenVault], T],
        then: Callable[[T], None] | None = None,
        refused: Callable[[Refusal], None] | None = None,
        changes: tuple[Noun, ...] = (),
    ) -> None:
        """Run `work` with the open vault on its thread.

        `then` gets the result, `refused` a refusal; without it the desk's own signal says it. Any
        other error is a bug and reaches the crash guard. `changes` names the nouns altered.
        """

        def with_vault() -> T:
            if self._vault is None:
                raise RuntimeError("the vault is locked")
            return work(self._vault)

        self._submit(owner, with_vault, then, refused, changes)

    def open(
        self,
        owner: QObject,
        work: Callable[[], Opened],
        then: Callable[[Opened], None],
        refused: Callable[[Refusal], None],
    ) -> None:
        """Run `work`, which opens a vault, and keep that vault on its thread."""

        def opening() -> Opened:
            opened = work()
            self._vault = opened.vault
            return opened

        self._submit(owner, opening, then, refused, ())

    def outside(
        self,
        owner: QObject,
        work: Callable[[], T],
        then: Callable[[T], None] | None = None,
        refused: Callable[[Refusal], None] | None = None,
    ) -> None:
        """Run work that needs no vault on the same thread, in turn."""
        self._submit(owner, work, then, refused, ())

    def close(self, work: Callable[[OpenVault], None]) -> None:
        """Run the last piece of work and wait for it: what was lent before is done first."""
        self.closing(work)(None)

    def closing(self, work: Callable[[OpenVault], None]) -> Callable[[float | None], bool]:
        """Lend the last piece of work, which comes after everything that was lent before.

        What is returned waits for it, so many seconds or without end; it says whether the work was
        done, and raises what the work raised.
        """

        def last() -> None:
            vault, self._vault = self._vault, None
            if vault is not None:
                work(vault)

        future = self._thread.submit(last)

        def wait(seconds: float | None) -> bool:
            from concurrent import futures  # noqa: PLC0415 - loaded with the thread

            done = bool(futures.wait([future], seconds).done)
            if done:
                future.result()
            return done

        return wait

    def end(self) -> None:
        """Let the thread end."""
        self._thread.shutdown(wait=True)

    def _submit(
        self,
        owner: QObject,
        work: Callable[[], T],
        then: Callable[[T], None] | None,
        refused: Callable[[Refusal], None] | None,
        changes: tuple[Noun, ...],
    ) -> None:
        """Lend a piece of work and see to its answer."""
        self._waiting += 1
        altered = Changes.of(*changes) if changes else None

        def done(future: Future[T]) -> None:
            error = future.exception()
            value = None if error else future.result()
            self._answered.emit(_Answer(owner, value, error, then, refused, altered))

        self._thread.submit(work).add_done_callback(done)

    def _deliver(self, answer: _Answer) -> None:
        """Hand an answer to whoever asked, on the window's thread."""
        self._waiting -= 1
        try:
            self._hand_over(answer)
        finally:
            if not self._waiting:
                self.idle.emit()

    def _hand_over(self, answer: _Answer) -> None:
        """Call the right function of an asker that still lives."""
        alive = shiboken6.isValid(answer.owner)
        if answer.error is None:
            if alive and answer.then:
                answer.then(answer.value)
            if answer.changes:
                self.changed.emit(answer.changes)
        elif not isinstance(answer.error, Refusal):
            raise answer.error
        elif alive and answer.refused:
            answer.refused(answer.error)
        else:
            self.refused.emit(answer.error)
        if alive and isinstance(answer.error, CaseLocked):
            self.met_shut.emit(answer.owner, answer.error.case_id)
