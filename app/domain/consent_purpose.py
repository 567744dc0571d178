"""What a consent is about, how long it holds, and what it allows."""

from __future__ import annotations

from calendar import monthrange
from enum import Enum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import datetime

_YEAR = 12


class Purpose(Enum):
    """What a consent is about: the service, or one thing that asks for a consent of its own.

    Recording, filming and showing (112), use in supervision, in teaching and for research (018,
    115), the complete case (115), the confidentiality of a group (108), a release to somebody else
    (145), sensitive personal information (133), and the words for a child who is asked as well.
    """

    SERVICE = "service"
    AUDIO = "audio"
    VIDEO = "video"
    SHOWING = "showing"
    SUPERVISION = "supervision"
    TEACHING = "teaching"
    RESEARCH = "research"
    FULL_CASE = "full case"
    GROUP = "group"
    RELEASE = "release"
    SENSITIVE = "sensitive"
    ASSENT = "assent"

    @property
    def separate(self) -> bool:
        """Whether it stands beside the consent to the service, as a short form of its own."""
        return self is not Purpose.SERVICE


def months_after(at: datetime, months: int) -> datetime:
    """Return the same day and hour `months` later; the last of a month that is shorter."""
    count = at.month - 1 + months
    year, month = at.year + count // _YEAR, count % _YEAR + 1
    return at.replace(year=year, month=month, day=min(at.day, monthrange(year, month)[1]))


def ends_at(signed_at: datetime, months: int) -> datetime | None:
    """Return when a consent ends that holds for so many months; None: until it is withdrawn."""
    return months_after(signed_at, months) if months else None
