"""Why a vault was locked: words that a fresh process is started with, and no word of a client."""

from __future__ import annotations

from enum import StrEnum

UNSTORED = "unstored"
"""A word beside the reason: the lock could not wait until the last words were on the disk."""


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
