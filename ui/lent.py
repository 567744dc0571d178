"""Keeps on the window's thread what another thread works with, and lets go of it there.

A closure may hold the last reference to a part of the window. Whoever drops that ends the part, and
Qt does not survive it on another thread. So the other thread is given a number alone: what it works
with, what came of it and why it failed lie here, and the window's thread drops all of it.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, partial
from typing import TYPE_CHECKING, Any, Self

import shiboken6
from PySide6.QtCore import QObject, Qt, Signal

if TYPE_CHECKING:
    from collections.abc import Callable
    from concurrent.futures import Executor, Future
    from types import TracebackType

    Told = Callable[[int, int], None]


@dataclass
class Lent:
    """A piece of work, who waits for it, and what came of it once it `ended`.

    As a context it is where the work is done: what the work raises stays in `error`, as in a
    future, and whoever takes the answer raises it again on the window's thread.
    """

    owner: QObject
    work: Callable[[Told], Any]
    answer: Callable[[Lent], None]
    hear: Told | None = None
    ended: bool = False
    value: Any = None
    error: BaseException | None = None

    def __enter__(self) -> Self:
        """Begin."""
        return self

    def __exit__(
        self, _kind: object, error: BaseException | None, _trace: TracebackType | None
    ) -> bool:
        """Keep what was raised, for the window's thread."""
        self.error, self.ended = error, True
        return True


def lend(
    thread: Executor,
    owner: QObject,
    work: Callable[[Told], Any],
    answer: Callable[[Lent], None],
    hear: Told | None = None,
) -> Future[None]:
    """Run `work` on a thread; `answer` is called on the window's, while `owner` lives.

    `work` is given a function to say how far it is, which `hear` is told on the window's thread.
    What `work` raises is in the answer. Work that was cancelled is dropped without one. Call this
    on the window's thread.
    """
    number = _post().keep(Lent(owner, work, answer, hear))
    future = thread.submit(_carry_out, number)
    future.add_done_callback(partial(_say_done, number))
    return future


def lend_last(thread: Executor, work: Callable[[], None]) -> Callable[[float | None], bool]:
    """Run `work` on a thread; what is returned waits for it, so many seconds or without end.

    It says whether the work was done, and raises what the work raised. Call both on the window's
    thread: the work is let go there, and where a wait was given up it is kept.
    """
    post = _post()
    number = post.keep(Lent(post, lambda _: work(), lambda _: None))
    future = thread.submit(_carry_out, number)

    def wait(seconds: float | None) -> bool:
        from concurrent import futures  # noqa: PLC0415 - loaded with the thread

        if not futures.wait([future], seconds).done:
            return False
        ended = post.take(number)
        if ended is not None and ended.error is not None:
            raise ended.error
        return True

    return wait


def _carry_out(number: int) -> None:
    """Do a piece of work on the thread it was lent to; nothing of it stays there."""
    lent = _post().lent[number]
    with lent:
        lent.value = lent.work(partial(_say_told, number))
    # The trace of an error holds this frame, and this frame must not hold the error.
    del lent


def _say_done(number: int, _: Future[None]) -> None:
    """Tell the window's thread that a piece of work is done."""
    _post().done.emit(number)


def _say_told(number: int, done: int, total: int) -> None:
    """Tell the window's thread how far a piece of work is."""
    _post().told.emit(number, done, total)


class _Post(QObject):
    """Holds what is lent, and carries numbers to the window's thread.

    It lives as long as the process: a thread that says its last word may be the last to hold it.
    """

    done = Signal(int)
    told = Signal(int, int, int)

    def __init__(self) -> None:
        super().__init__()
        self.lent: dict[int, Lent] = {}
        self._number = 0
        self.done.connect(self._deliver, Qt.ConnectionType.QueuedConnection)
        self.told.connect(self._hear, Qt.ConnectionType.QueuedConnection)

    def keep(self, lent: Lent) -> int:
        """Hold a piece of work until it is taken, and return its number."""
        self._number += 1
        self.lent[self._number] = lent
        return self._number

    def take(self, number: int) -> Lent | None:
        """Give a piece of work away, if nobody took it."""
        return self.lent.pop(number, None)

    def _deliver(self, number: int) -> None:
        """Hand over what came of a piece of work."""
        lent = self.take(number)
        if lent is not None and lent.ended and shiboken6.isValid(lent.owner):
            lent.answer(lent)

    def _hear(self, number: int, done: int, total: int) -> None:
        """Hand on how far a piece of work is."""
        lent = self.lent.get(number)
        if lent is not None and lent.hear is not None and shiboken6.isValid(lent.owner):
            lent.hear(done, total)


@cache
def _post() -> _Post:
    """Return the one post; whoever lends first makes it, on the window's thread."""
    return _Post()
