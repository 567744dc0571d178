"""A span: one stretch of a text that could identify somebody, and what is decided about it."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum


class Kind(StrEnum):
    """What a span says about a person."""

    PERSON = "PERSON"
    ORG = "ORG"
    LOCATION = "LOCATION"
    DATE = "DATE"
    PHONE = "PHONE"
    EMAIL = "EMAIL"
    ID_NUMBER = "ID_NUMBER"
    ACCOUNT = "ACCOUNT"
    BANK = "BANK"
    PLATE = "PLATE"
    ADDRESS = "ADDRESS"
    URL = "URL"
    AGE_BIRTH = "AGE_BIRTH"
    QUASI = "QUASI"


class Layer(StrEnum):
    """Which layer found a span; the review tells the counselor."""

    REGISTER = "register"
    REGISTER_CHECK = "register-check"
    """A register name that is also an ordinary word, or a loose form of one: look twice."""
    IDENTIFIER = "identifier"
    RULE = "rule"
    MODEL = "model"
    PROPAGATED = "propagated"
    POINTED = "pointed"
    """A detail that may tell who somebody is: asked about, never hidden by itself."""


class Decision(StrEnum):
    """What the counselor says about a span in the review."""

    OPEN = "open"
    HIDE = "hide"
    KEEP = "keep"


@dataclass(frozen=True, slots=True)
class Span:
    """Characters `start` to `end` (exclusive) of the original text.

    `entity` says who or what is meant, so that one person keeps one pseudonym; `role` is the
    relation of the register, if the register knows it. Both are words of the client: no log.
    """

    start: int
    end: int
    type: Kind
    layer: Layer
    confidence: float = 1.0
    replacement: str = ""
    entity: str = field(default="", repr=False)
    role: str = field(default="", repr=False)

    @property
    def length(self) -> int:
        """Return the number of characters covered."""
        return self.end - self.start

    def overlaps(self, other: Span) -> bool:
        """Return whether the two share a character."""
        return self.start < other.end and other.start < self.end

    def contains(self, other: Span) -> bool:
        """Return whether `other` lies wholly inside."""
        return self.start <= other.start and other.end <= self.end


@dataclass(frozen=True, slots=True)
class Decided:
    """A span together with the counselor's decision."""

    span: Span
    decision: Decision = Decision.OPEN
