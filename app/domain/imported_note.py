"""A note that was written before the program and brought in from a file.

It is an entry of the case, final when it is made, dated by the day of the note and not of the
import. No signature is asked for it and nothing is due on it: the reasons stand in
docs/decisions/imported-notes.md.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time
from enum import Enum
from typing import TYPE_CHECKING, Any, Final
from zoneinfo import ZoneInfo

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import tzinfo

    from app.domain.ids import CaseId, EntryId

LONGEST: Final = 1_000_000
"""The most letters of one imported note."""
_NOON: Final = time(12)


class Left(Enum):
    """What of a document does not come along with its words."""

    PICTURE = "picture"
    BOX = "text box"
    NOTE = "footnote"
    COMMENT = "comment"


class Unread(Enum):
    """Why a file gives no note."""

    GONE = "gone"
    LOCKED = "locked"
    OLD = "old"
    DAMAGED = "damaged"
    LARGE = "large"
    CODE = "code"
    EMPTY = "empty"
    TABLE = "table"


@dataclass(frozen=True)
class ImportedNote:
    """What the file of a case keeps: `day` and `imported` in ISO, `at` the hour, "" if unknown.

    `turn` is the session as the file called it, `source` the name of the file.
    """

    text: str = field(repr=False)
    day: str
    at: str = ""
    turn: str = field(default="", repr=False)
    source: str = field(default="", repr=False)
    imported: str = ""
    left: tuple[str, ...] = ()


@dataclass(frozen=True)
class NoteImport:
    """One import, to be taken back as one step: ids alone, no word.

    `marks` are the numbers under which its notes are known again.
    """

    number: int
    at: datetime
    entries: tuple[EntryId, ...] = ()
    cases: tuple[CaseId, ...] = ()
    marks: tuple[int, ...] = ()


def imported_of(raw: Mapping[str, Any]) -> ImportedNote:
    """Return the note that an entry holds."""
    return ImportedNote(**{**raw, "left": tuple(raw.get("left", ()))})


def moment(day: date, at: time | None, zone: str, here: tzinfo | None) -> datetime:
    """Return when a note was written by the counselor's clock, in UTC.

    Noon where no hour is known: so it stays on its day wherever it is read. `here` is the clock of
    the computer, for a practice that says no `zone`.
    """
    clock = ZoneInfo(zone) if zone else here
    return datetime.combine(day, at or _NOON, clock).astimezone(UTC)
