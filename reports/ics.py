"""Events for another calendar (RFC 5545): a time and a code, nothing else (clause 142).

Each appointment is an event of its own in UTC: what another calendar makes of rules, exceptions
and zones differs, and a wrong hour costs a session.
"""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from app.domain.calendar_paper import CalendarEvent

_LONGEST: Final = 75  # octets of a line, RFC 5545 3.1
_ESCAPED: Final = str.maketrans(
    {"\\": "\\\\", ";": "\\;", ",": "\\,", "\n": "\\n"}
    | dict.fromkeys((*range(10), *range(11, 32), 127))
)


class EventFile:
    """The `EventWriter`."""

    def render(self, events: Sequence[CalendarEvent], made_at: datetime) -> bytes:
        """Return the file's bytes."""
        lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Xinxia//Calendar//ZH"]
        for event in events:
            lines += _event(event, made_at)
        lines.append("END:VCALENDAR")
        return b"".join(part + b"\r\n" for line in lines for part in _folded(line))


def _event(event: CalendarEvent, made_at: datetime) -> Iterator[str]:
    """Yield the lines of an event."""
    yield "BEGIN:VEVENT"
    yield f"UID:{event.uid}"
    yield f"DTSTAMP:{_utc(made_at)}"
    yield f"DTSTART:{_utc(event.starts_at)}"
    yield f"DTEND:{_utc(event.starts_at + timedelta(minutes=event.minutes))}"
    yield f"SEQUENCE:{event.sequence}"
    yield f"STATUS:{'CANCELLED' if event.cancelled else 'CONFIRMED'}"
    yield "CLASS:PRIVATE"
    yield f"SUMMARY:{event.code.translate(_ESCAPED)}"
    yield "END:VEVENT"


def _utc(at: datetime) -> str:
    """Return a time as the format writes UTC."""
    return f"{at.astimezone(UTC):%Y%m%dT%H%M%SZ}"


def _folded(line: str) -> Iterator[bytes]:
    """Yield a line in pieces of at most 75 octets that cut no character; the rest is indented."""
    piece = b""
    for char in line:
        octets = char.encode("utf-8", "replace")
        if len(piece) + len(octets) > _LONGEST:
            yield piece
            piece = b" "
        piece += octets
    yield piece
