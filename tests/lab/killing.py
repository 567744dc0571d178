"""Runs work in a child process and kills it at a moment of nobody's choice."""

from __future__ import annotations

import os
import select
import signal
import traceback
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable
    from random import Random

_PATIENCE = 60
_BYTES = 4


class Pipe:
    """Where the child says what is done."""

    def __init__(self, end: int) -> None:
        self._end = end

    def done(self, number: int) -> None:
        """Say that this is done: from here on it must not be lost."""
        os.write(self._end, number.to_bytes(_BYTES, "big"))


class ChildFailed(Exception):  # noqa: N818 - it tells what the child did
    """The child failed before it was killed."""


def killed(work: Callable[[Pipe], None], chance: Random, longest: float) -> int:
    """Start `work` in a child, kill it at most `longest` seconds after its first word.

    Returns the last number that it said was done, 0 for none. Work that ends by itself is as good.
    """
    reading, writing = os.pipe()
    child = os.fork()
    if not child:  # the child never comes back
        code = 1
        try:
            os.close(reading)
            work(Pipe(writing))
            code = 0
        except BaseException:
            traceback.print_exc()
            raise
        finally:
            os._exit(code)
    os.close(writing)
    try:
        if not select.select([reading], [], [], _PATIENCE)[0]:
            raise TimeoutError("the child says nothing")
        select.select([], [], [], chance.uniform(0, longest))
        os.kill(child, signal.SIGKILL)
    finally:
        _, status = os.waitpid(child, 0)
        said = _everything(reading)
        os.close(reading)
    if os.WIFEXITED(status) and os.WEXITSTATUS(status):
        raise ChildFailed
    whole = len(said) // _BYTES * _BYTES
    return int.from_bytes(said[whole - _BYTES : whole], "big") if whole else 0


def _everything(end: int) -> bytes:
    said = b""
    while block := os.read(end, 65536):
        said += block
    return said
