"""Times as the database keeps them: ISO 8601 in UTC with microseconds, sortable as text."""

from __future__ import annotations

from datetime import MAXYEAR, MINYEAR, UTC, datetime


def to_text(at: datetime) -> str:
    """Return an aware time as text; raise ValueError for a naive one."""
    if at.tzinfo is None:
        raise ValueError("a time needs a zone")
    return at.astimezone(UTC).isoformat(timespec="microseconds")


def from_text(text: str) -> datetime:
    """Return the aware UTC time that the text says."""
    return datetime.fromisoformat(text)


def of_anybody(text: str) -> datetime:
    """Return the UTC time that a text of a file without a seal says.

    Raises ValueError, or OverflowError, for one without a zone, and at either end of the calendar,
    where another zone has no such day.
    """
    at = from_text(to_text(from_text(text)))
    if not MINYEAR < at.year < MAXYEAR:
        raise ValueError("a time that not every zone has")
    return at
