"""A contact outside the sessions (非会谈联系): short, for the arrangements of the work alone."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from enum import Enum
from typing import TYPE_CHECKING, Any, Final

from app.domain.rule import Book, Step

if TYPE_CHECKING:
    from collections.abc import Mapping


class Purpose(Enum):
    """What a contact was about; the guidance knows the first four (clauses 094, 095)."""

    BOOKING = "booking"
    RESCHEDULING = "rescheduling"
    INTERRUPTION = "interruption"
    CRISIS = "crisis"
    OTHER = "other"


class Began(Enum):
    """Who sought the contact."""

    CLIENT = "client"
    COUNSELOR = "counselor"


@dataclass(frozen=True)
class Contact:
    """One contact: `at` is when it was, aware; `line` what was said, in a line."""

    at: datetime | None
    channel: str = field(default="", repr=False)
    purpose: Purpose | None = None
    began: Began | None = None
    line: str = field(default="", repr=False)


CONTACT: Final[Book[Contact]] = Book("contact")
"""What a contact lacks before it is logged."""
CONTACT_CARE: Final[Book[Contact]] = Book("contact_care")
"""What is to be looked at in a contact; it never stops one."""


def contact_of(raw: Mapping[str, Any]) -> Contact:
    """Return the contact that an entry holds."""
    return Contact(
        datetime.fromisoformat(raw["at"]) if raw["at"] else None,
        raw["channel"],
        Purpose(raw["purpose"]) if raw["purpose"] else None,
        Began(raw["began"]) if raw["began"] else None,
        raw["line"],
    )


@CONTACT.rule("079", step=Step.NOTE)
def when(contact: Contact) -> bool:
    """Whether it is not known when it was."""
    return contact.at is None


@CONTACT.rule("096", step=Step.NOTE)
def channel(contact: Contact) -> bool:
    """Whether it is not known by which way it came."""
    return not contact.channel.strip()


@CONTACT.rule("095", step=Step.NOTE)
def purpose(contact: Contact) -> bool:
    """Whether it is not known what it was about."""
    return contact.purpose is None


@CONTACT.rule("095", step=Step.NOTE)
def began(contact: Contact) -> bool:
    """Whether it is not known who sought it."""
    return contact.began is None


@CONTACT.rule("095", step=Step.NOTE)
def what_else(contact: Contact) -> bool:
    """Whether it was about something else, and nobody says what."""
    return contact.purpose is Purpose.OTHER and not contact.line.strip()


@CONTACT_CARE.rule("079", "094", "095", step=Step.NOTE)
def beyond_arrangements(contact: Contact) -> bool:
    """Whether it went beyond arranging the sessions."""
    return contact.purpose is Purpose.OTHER
