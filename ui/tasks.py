"""Lends work to the vault's thread and brings answers back.

One thread owns the vault; the window never holds it. Answers arrive on the window's thread, and
only while the widget that asked still lives.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Any, TypeVar

import shiboken6
from PySide6.QtCore import QObject, Signal

from app.domain.errors import CaseLocked, Refusal
from app.services.changes import Changes, Noun
from ui.lent import Lent, lend, lend_last

if TYPE_CHECKING:
    from collections.abc import Callable
    from concurrent.futures import ThreadPoolExecutor

    from app.ports import Opened, OpenVault

T = TypeVar("T")


@dataclass(frozen=True)
class _Asked:
    """Who asked for a piece of work, and what is to be done with its answer."""

    owner: QObject
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

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._made: ThreadPoolExecutor | None = None
        self._vault: OpenVault | None = None
        self._waiting = 0
        self._ending = False

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

        self._ending = False
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

        self._ending = True  # who is told of a change now would ask a vault that is locked
        return lend_last(self._thread, last)

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
        asked = _Asked(owner, then, refused, Changes.of(*changes) if changes else None)
        lend(self._thread, self, lambda _: work(), partial(self._deliver, asked))

    def _deliver(self, asked: _Asked, answer: Lent) -> None:
        """Hand an answer to whoever asked, on the window's thread."""
        self._waiting -= 1
        try:
            self._hand_over(asked, answer)
        finally:
            if not self._waiting:
                self.idle.emit()

    def _hand_over(self, asked: _Asked, answer: Lent) -> None:
        """Call the right function of an asker that still lives."""
        alive = shiboken6.isValid(asked.owner)
        if answer.error is None:
            if alive and asked.then:
                asked.then(answer.value)
            if asked.changes and not self._ending:
                self.changed.emit(asked.changes)
        elif not isinstance(answer.error, Refusal):
            raise answer.error
        elif alive and asked.refused:
            asked.refused(answer.error)
        else:
            self.refused.emit(answer.error)
        if alive and isinstance(answer.error, CaseLocked):
            self.met_shut.emit(asked.owner, answer.error.case_id)
