"""When a session counts as formal: its note is not signed before these rules are met (clause 030).

The rules stand in `GATE` in the order in which a counselor meets them. Which of them ask anything
depends on the way of service; that of an emergency (危机处置) asks for its reasons afterwards.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from app.domain.rule import Book

if TYPE_CHECKING:
    from app.domain.client import Profile
    from app.domain.consent import ConsentState
    from app.domain.entry import CaseEntry
    from app.domain.note import Note
    from app.domain.session import Session
    from app.domain.session_sheet import SessionSheet


@dataclass(frozen=True)
class GateFacts:
    """What is known of a session when its note is to be signed.

    `consents` are the states of all consents to the service of the case, `entries` all of its
    entries in order.
    """

    session: Session
    note: Note = field(repr=False)
    profile: Profile = field(repr=False)
    sheet: SessionSheet = field(repr=False)
    consents: tuple[ConsentState, ...]
    entries: tuple[CaseEntry, ...] = field(repr=False)


GATE: Book[GateFacts] = Book("gate")
"""What is missing before a session note can be signed."""
