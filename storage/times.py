"""Times as the database keeps them: ISO 8601 in UTC with microseconds, sortable as text."""

from __future__ import annotations

from datetime import UTC, datetime


def to_text(at: datetime) -> str:
    """Return an aware time as text; raise ValueError for a naive one."""
    if at.tzinfo is None:
        raise ValueError("a time needs a zone")
    return at.astimezone(UTC).isoformat(timespec="microseconds")


def from_text(text: str) -> datetime:
    """Return the aware UTC time that the text says."""
    return datetime.fromisoformat(text)
