"""A client who does not come any more (脱落): noticed, so that nobody is lost out of sight.

The guidance asks to stay in touch with who is followed up (clauses 072, 126). Noticing changes
nothing: it is the counselor who writes, plans, or closes the case as dropped.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Final

from app.domain.contact import Began, contact_of
from app.domain.entry import EntryKind
from app.domain.follow_up import Reached, follow_up_of
from app.domain.rule import Book, Step

if TYPE_CHECKING:
    from collections.abc import Iterable

    from app.domain.entry import CaseEntry

USUAL_WEEKS: Final = 4
"""After so many weeks without a session or an appointment, unless she says otherwise."""
MOST_WEEKS: Final = 52
MISSED: Final = 2
"""So many times missed one after the other are noticed."""
PAUSE: Final = timedelta(days=7)
"""So long after an attempt to reach the client nothing is said again."""


@dataclass(frozen=True)
class Presence:
    """How it stands with an open case: when there was the last sign of the client.

    `seen` is the last session or contact that the client began, or the opening of the case;
    `sought` when the counselor last tried to reach them; `missed` how often they stayed away since
    the last session.
    """

    seen: datetime
    now: datetime
    weeks: int = USUAL_WEEKS
    booked: bool = False
    missed: int = 0
    sought: datetime | None = None

    @property
    def paused(self) -> bool:
        """Whether somebody tried to reach them so lately that one waits for an answer."""
        return self.sought is not None and self.now - self.sought < PAUSE


DROPPED: Final[Book[Presence]] = Book("dropped")
"""What is noticed."""


@DROPPED.rule("072", "126", step=Step.FOLLOW)
def missed(found: Presence) -> bool:
    """Whether the client stayed away twice, one time after the other."""
    return not found.paused and found.missed >= MISSED


@DROPPED.rule("072", "126", step=Step.FOLLOW)
def silent(found: Presence) -> bool:
    """Whether there was no session for weeks, and none is booked."""
    quiet = found.now - found.seen >= timedelta(weeks=found.weeks)
    return bool(found.weeks) and quiet and not found.booked and not found.paused


def signs_in(entries: Iterable[CaseEntry]) -> tuple[datetime | None, datetime | None]:
    """Return when the client was last heard of by contacts, and when they were last sought."""
    heard: list[datetime] = []
    tried: list[datetime] = []
    for one in entries:
        if one.kind is EntryKind.CONTACT:
            made = contact_of(one.value)
            (heard if made.began is Began.CLIENT else tried).append(made.at or one.at)
        elif one.kind is EntryKind.FOLLOW_UP:
            reached = follow_up_of(one.value).reached is Reached.YES
            (heard if reached else tried).append(one.at)
    return max(heard, default=None), max(tried, default=None)
