"""Why a vault was locked: words that a fresh process is started with, and no word of a client."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

UNSTORED = "unstored"
"""A word beside the reason: the lock could not wait until the last words were on the disk."""


@dataclass(frozen=True)
class WayChanging:
    """A change of the password, or of the recovery key, that was under way at the lock.

    `mark` is what `Door.way_mark` said before it began: where it says something else now, the
    change was made.
    """

    recovery: bool
    mark: str

    def word(self) -> str:
        """Return it as a word for the process that begins at the door."""
        return f"{'recovery' if self.recovery else 'password'}:{self.mark}"

    @staticmethod
    def among(words: str) -> WayChanging | None:
        """Return the change that is among words with spaces between, or None."""
        for one in words.split():
            kind, colon, mark = one.partition(":")
            if colon and kind in {"password", "recovery"}:
                return WayChanging(kind == "recovery", mark)
        return None


class WhyLocked(StrEnum):
    """What ended the open vault."""

    IDLE = "idle"
    HAND = "menu"
    SCREEN = "screen"
    SLEEP = "sleep"
    SWITCH = "switch"
    SHUTDOWN = "shutdown"

    @classmethod
    def of(cls, word: str) -> WhyLocked | None:
        """Return the reason that a word stands for, or None for any other word."""
        return next((one for one in cls if one.value == word), None)
