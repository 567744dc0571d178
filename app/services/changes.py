"""What a piece of work altered, so that views know what to reload."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum


class Noun(Enum):
    """What can be altered."""

    CASES = "cases"
    NOTES = "notes"
    CONSENTS = "consents"
    PRACTICE = "practice"
    APPOINTMENTS = "appointments"
    BACKUPS = "backups"
    COMPUTER = "computer"
    CHECKS = "checks"


@dataclass(frozen=True)
class Changes:
    """The nouns that a piece of work altered."""

    nouns: frozenset[Noun]

    @classmethod
    def of(cls, *nouns: Noun) -> Changes:
        """Return the changes of these nouns."""
        return cls(frozenset(nouns))
