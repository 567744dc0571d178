"""The destruction of a case: what went, when, and which backups may still hold it.

The record of it holds numbers and times only, never a word of the case: it stays when all else
goes.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING, Final

from app.domain.rule import Book, Step

if TYPE_CHECKING:
    from datetime import datetime

    from app.domain.ids import CaseId


class Holding(Enum):
    """What a case holds, as a certificate counts it."""

    CLIENTS = "clients"
    SESSIONS = "sessions"
    NOTES = "notes"
    AMENDMENTS = "amendments"
    REFLECTIONS = "reflections"
    CONSENTS = "consents"
    DOCUMENTS = "documents"
    RECORDINGS = "recordings"
    APPOINTMENTS = "appointments"
    ENTRIES = "entries"
    UNFINISHED = "unfinished"
    OTHER = "other"


class Ground(Enum):
    """Why a case is destroyed; it holds no word of the case, so it stays on the record."""

    TERM_OVER = "term over"
    REQUEST = "client request"
    COLLECTED = "collected"
    MISTAKE = "mistake"


@dataclass(frozen=True)
class Proposal:
    """The first step as it is taken: on what ground, and that no duty to keep stands against it.

    `weighed` is ticked where the term is not over: the counselor looked, and nothing in law or in
    what was agreed with the client asks that it be kept.
    """

    ground: Ground | None = None
    weighed: bool = False


@dataclass(frozen=True)
class ProposalFacts:
    """A proposal; `over` says that the term is, which nobody can say of a case that is shut."""

    proposal: Proposal
    over: bool = False


PROPOSAL: Final[Book[ProposalFacts]] = Book("proposal")
"""What stands against taking the first step."""


@PROPOSAL.rule("155", step=Step.DESTRUCTION)
def ground(facts: ProposalFacts) -> bool:
    """Whether it is not said why."""
    return facts.proposal.ground is None


@PROPOSAL.rule("015", step=Step.DESTRUCTION)
def not_over(facts: ProposalFacts) -> bool:
    """Whether it is to go because its term is over, and the term is not."""
    return facts.proposal.ground is Ground.TERM_OVER and not facts.over


@PROPOSAL.rule("015", "155", step=Step.DESTRUCTION)
def weighed(facts: ProposalFacts) -> bool:
    """Whether it is to go before its time, and nobody weighed a duty to keep it."""
    early = not facts.over and facts.proposal.ground is not Ground.TERM_OVER
    return early and not facts.proposal.weighed


@dataclass(frozen=True)
class Marked:
    """The first step as it was taken: when, and on what ground; None for one from before those."""

    at: datetime
    ground: Ground | None = None


@dataclass(frozen=True)
class Counted:
    """How many of a kind there are, at least one."""

    kind: Holding
    count: int


@dataclass(frozen=True)
class Destruction:
    """The record of one destruction; the case is known by its number alone."""

    case_id: CaseId
    opened_at: datetime
    at: datetime
    held: tuple[Counted, ...]
    ground: Ground | None = None


@dataclass(frozen=True)
class BackupMade:
    """A backup that the vault knows of: when it was made, and its number in a backup folder.

    Without a number it is one file, wherever it was written to.
    """

    at: datetime
    number: int | None = None


@dataclass(frozen=True)
class Certificate:
    """A destruction with what is known of copies.

    `backups` were made while the case was there and hold it as long as they exist, `packages` are
    when succession packages with its client were made, `exports` when everything was exported with
    it. `finished` says that the log of the database
    is empty too; where it is not, it is emptied at the next lock.
    """

    destruction: Destruction
    backups: tuple[BackupMade, ...]
    finished: bool = True
    packages: tuple[datetime, ...] = ()
    exports: tuple[datetime, ...] = ()
