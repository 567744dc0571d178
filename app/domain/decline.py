"""Why somebody is not taken on (不接案): a reason that judges nobody, and another place to go.

Who somebody is, is never a reason (clause 002): there is none of that kind to choose.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum
from typing import TYPE_CHECKING, Any, Final

from app.domain.rule import Book, Step
from app.domain.screen import Referral

if TYPE_CHECKING:
    from collections.abc import Mapping


class DeclineReason(Enum):
    """The neutral reasons for not taking somebody on."""

    COMPETENCE = "competence"
    MEDIUM = "medium"
    SCOPE = "scope"
    INTERESTS = "interests"
    OTHER = "other"


@dataclass(frozen=True)
class Decline:
    """Why somebody is not taken on, `more` of it in words, and what was said of another place."""

    reason: DeclineReason | None = None
    more: str = field(default="", repr=False)
    referral: Referral = field(default_factory=Referral, repr=False)


DECLINE: Final[Book[Decline]] = Book("decline")
"""What is missing before somebody is not taken on."""


def decline_of(raw: Mapping[str, Any]) -> Decline:
    """Return what an entry holds; what is missing is empty."""
    reason = raw.get("reason")
    return Decline(
        DeclineReason(reason) if reason else None,
        raw.get("more", ""),
        Referral(**raw.get("referral", {})),
    )


@DECLINE.rule("002", step=Step.INTAKE)
def reason(made: Decline) -> bool:
    """Whether no reason is given."""
    return made.reason is None


@DECLINE.rule("002", step=Step.INTAKE)
def more(made: Decline) -> bool:
    """Whether there is another reason, and nobody says which."""
    return made.reason is DeclineReason.OTHER and not made.more.strip()


@DECLINE.rule("002", step=Step.INTAKE)
def elsewhere(made: Decline) -> bool:
    """Whether no other place is named, nor that the client wants none."""
    return not (made.referral.declined or made.referral.to.strip())


@DECLINE.rule("002", step=Step.INTAKE)
def said(made: Decline) -> bool:
    """Whether it is not written down what was said to the client."""
    return not made.referral.said.strip()
