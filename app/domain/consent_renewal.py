"""When a consent that was signed is to be asked for anew, or talked over again (clause 159)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from app.domain.case import CONSENT_MODES
from app.domain.consent_purpose import months_after
from app.domain.rule import Book, Step

if TYPE_CHECKING:
    from datetime import datetime

    from app.domain.case import ServiceMode

MONTHS: Final = 6
"""How long a consent stands before its exceptions are gone through again, unless set otherwise."""


@dataclass(frozen=True)
class RenewalFacts:
    """What was signed and what holds now.

    `edition` is the one that was signed, `newest` that of the same text now ("" where it is no
    longer there); `signed_for` and `mode` the way of service then and now; `confirmed` when the
    consent was signed or last talked over; `months` after how many of them it is gone through.
    """

    edition: str
    newest: str
    signed_for: ServiceMode | None
    mode: ServiceMode
    confirmed: datetime
    now: datetime
    months: int = MONTHS

    @property
    def asked(self) -> bool:
        """Whether consent is signed at all for the way of service: a call is consent (011)."""
        return self.mode in CONSENT_MODES


RENEWAL: Book[RenewalFacts] = Book("renewal")
"""Why a signed consent is not enough any more."""


@RENEWAL.rule("042", "159", step=Step.CONSENT)
def newer_text(facts: RenewalFacts) -> bool:
    """Return whether a newer edition of the text has come (网络2.4)."""
    return facts.asked and facts.newest not in ("", facts.edition)


@RENEWAL.rule("071", "159", step=Step.CONSENT)
def other_mode(facts: RenewalFacts) -> bool:
    """Return whether the way of service is another than the one consented to (问4·1)."""
    return facts.asked and facts.signed_for not in {None, facts.mode}


@RENEWAL.rule("159", step=Step.CONSENT)
def long_ago(facts: RenewalFacts) -> bool:
    """Return whether the exceptions were not gone through for months (持续知情同意)."""
    return facts.asked and facts.now >= months_after(facts.confirmed, facts.months)


NEEDS_SIGNATURE: Final = frozenset({newer_text.name, other_mode.name})
"""The reasons for which a new form is signed; for the third talking it over is enough."""
