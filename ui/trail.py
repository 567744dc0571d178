"""Where one has been, and where one came back from."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Callable

    from ui.page import Destination

MOST: Final = 50


class Trail:
    """The pages behind and before the present one, as a browser keeps them."""

    def __init__(self) -> None:
        self._past: list[Destination] = []
        self._future: list[Destination] = []

    def leave(self, here: Destination | None) -> None:
        """Remember `here`, which is left for somewhere new; what lay ahead is forgotten."""
        if here is not None:
            self._past = [*self._past[1 - MOST :], here]
        self._future.clear()

    def behind(self) -> Destination | None:
        """Return where one came from, or None at the beginning; nothing is left for it."""
        return self._past[-1] if self._past else None

    def forget(self, gone: Callable[[Destination], bool]) -> None:
        """Forget every place that is no longer there."""
        self._past = [one for one in self._past if not gone(one)]
        self._future = [one for one in self._future if not gone(one)]

    def back(self, here: Destination | None) -> Destination | None:
        """Return where one came from, or None at the beginning; `here` then lies ahead."""
        return _turn(self._past, self._future, here)

    def forward(self, here: Destination | None) -> Destination | None:
        """Return where one came back from, or None at the end; `here` then lies behind."""
        return _turn(self._future, self._past, here)


def _turn(
    source: list[Destination], other: list[Destination], here: Destination | None
) -> Destination | None:
    """Take the last place of `source`; put `here` onto `other`."""
    if not source:
        return None
    if here is not None:
        other.append(here)
    return source.pop()
