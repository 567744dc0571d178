"""When a session counts as formal: its note is not signed before these rules are met (clause 030).

The rules stand in `GATE` in the order in which a counselor meets them. Which of them ask anything
depends on the way of service; that of an emergency (危机处置) asks for its reasons afterwards.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from app.domain.case import FORMAL_AFAR
from app.domain.consent import ConsentState
from app.domain.rule import Book

if TYPE_CHECKING:
    from datetime import datetime

    from app.domain.client import Place, Profile
    from app.domain.consent import Consent, ConsentTemplate
    from app.domain.entry import CaseEntry
    from app.domain.note import Note
    from app.domain.session import Session
    from app.domain.session_sheet import SessionSheet


_ENDS = (ConsentState.WITHDRAWN, ConsentState.EXPIRED)


@dataclass(frozen=True)
class Agreed:
    """A consent that was signed: when, until when, and whether for work from afar.

    `until` is None while it holds; it ends by being withdrawn or by running out (clause 042).
    `guardian` where somebody who answers for a minor signed too (138).
    """

    at: datetime
    until: datetime | None = None
    remote: bool = False
    guardian: bool = False

    def holds(self, session: Session) -> bool:
        """Return whether it allows a session: it had not ended when that began, and fits its mode.

        What was agreed on face to face says nothing of the risks of work from afar (036, 038-041).
        A session is not undone by a withdrawal that came after it: its note can still be signed.
        """
        ended = self.until is not None and self.until <= session.starts_at
        return not ended and (self.remote or not session.mode.remote)


def agreed(consent: Consent, wording: ConsentTemplate) -> Agreed | None:
    """Return what a consent came to; None where it was never signed."""
    when = dict(consent.standing)
    if ConsentState.SIGNED not in when:
        return None
    ends = [when[one] for one in _ENDS if one in when]
    ends += [] if consent.ends_at is None else [consent.ends_at]
    until = min(ends, default=None)
    guardian = consent.draft.minor and wording.minor is not None
    return Agreed(when[ConsentState.SIGNED], until, wording.remote, guardian)


@dataclass(frozen=True)
class Together:
    """A group agreement that was signed: who signed it, and until when it holds (clause 108)."""

    members: tuple[str, ...] = field(repr=False)
    until: datetime | None = None

    def holds(self, session: Session) -> bool:
        """Return whether it had not ended when a session began."""
        return self.until is None or self.until > session.starts_at


def agreed_together(consent: Consent, wording: ConsentTemplate) -> Together | None:
    """Return what a group agreement came to; None where it was never signed."""
    found = agreed(consent, wording)
    return None if found is None else Together(consent.draft.members, found.until)


@dataclass(frozen=True)
class GateFacts:
    """What is known of a session when its note is to be signed.

    `agreed` are the signed consents to counselling of the case, also those that have ended;
    `together` its signed group agreements, `entries` all of its entries in order; `here` is where
    the counselor works for this client, `competence` what she wrote she is competent in.
    """

    session: Session
    note: Note = field(repr=False)
    profile: Profile = field(repr=False)
    sheet: SessionSheet = field(repr=False)
    agreed: tuple[Agreed, ...]
    entries: tuple[CaseEntry, ...] = field(repr=False)
    here: Place = field(repr=False)
    together: tuple[Together, ...] = ()
    competence: str = field(default="", repr=False)

    @property
    def afar(self) -> bool:
        """Whether the session was formal counselling from afar."""
        return self.session.mode in FORMAL_AFAR


GATE: Book[GateFacts] = Book("gate")
"""What is missing before a session note can be signed."""
