"""Says how far work on gigabytes is, in thousandths: a signal holds no number of that size."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from app.ports import Told

WHOLE: Final = 1000


class Thousandths:
    """Is told in bytes, on whatever thread; passes it on when it is another thousandth."""

    def __init__(self, told: Told) -> None:
        self._told, self._last = told, -1

    def __call__(self, done: int, total: int, /) -> None:
        """Pass on what is news."""
        now = WHOLE * done // total if total else 0
        if now != self._last:
            self._last = now
            self._told(now, WHOLE)
