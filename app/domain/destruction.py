"""The destruction of a case: what went, when, and which backups may still hold it.

The record of it holds numbers and times only, never a word of the case: it stays when all else
goes.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING

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
    when succession packages with its client were made. `finished` says that the log of the database
    is empty too; where it is not, it is emptied at the next lock.
    """

    destruction: Destruction
    backups: tuple[BackupMade, ...]
    finished: bool = True
    packages: tuple[datetime, ...] = ()
