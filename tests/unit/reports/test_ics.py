"""The calendar file keeps to RFC 5545: folded by octets, escaped, CRLF."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone

import pytest

from app.domain.calendar_paper import CalendarEvent
from reports.ics import EventFile

AT = datetime(2026, 5, 12, 14, tzinfo=timezone(timedelta(hours=8)))
pytestmark = pytest.mark.clause("142")


def made(code="L-07", **more):
    return EventFile().render([CalendarEvent("a@xinxia", AT, 50, code, **more)], AT)


def unfolded(data):
    return data.decode("utf-8").replace("\r\n ", "").split("\r\n")


def test_an_event_is_written_in_utc():
    assert unfolded(made()) == [
        "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Xinxia//Calendar//ZH",
        "BEGIN:VEVENT", "UID:a@xinxia", "DTSTAMP:20260512T060000Z",
        "DTSTART:20260512T060000Z", "DTEND:20260512T065000Z",
        "SEQUENCE:0", "STATUS:CONFIRMED", "CLASS:PRIVATE", "SUMMARY:L-07",
        "END:VEVENT", "END:VCALENDAR", "",
    ]  # fmt: skip


def test_a_cancelled_one_says_so():
    assert "STATUS:CANCELLED" in unfolded(made(sequence=3, cancelled=True))
    assert "SEQUENCE:3" in unfolded(made(sequence=3))


@pytest.mark.parametrize(
    ("code", "said"),
    [
        ("a,b;c\\d", "a\\,b\\;c\\\\d"),
        ("一\n二\r\n三", "一\\n二\\n三"),
        ("a\0\x1bb", "ab"),
        ("x\r\nATTENDEE:y", "x\\nATTENDEE:y"),
        ("😀䶮𬱖ㄅ\u202e", "😀䶮𬱖ㄅ\u202e"),
        ("\ud800", "?"),
    ],
    ids=ascii,
)
def test_a_code_stays_one_value(code, said):
    assert f"SUMMARY:{said}" in unfolded(made(code))


def test_no_line_is_longer_than_75_octets_nor_cut_inside_a_character():
    data = made("很长的代号😀" * 40)
    lines = data.split(b"\r\n")
    assert max(len(line) for line in lines) <= 75
    assert all(line.decode("utf-8") is not None for line in lines)
    assert "SUMMARY:" + "很长的代号😀" * 40 in unfolded(data)


def test_no_events_are_a_calendar_still():
    assert EventFile().render([], datetime(2026, 1, 1, tzinfo=UTC)).endswith(b"END:VCALENDAR\r\n")
