"""What leaves the calendar: codes and times; never a name, a place or a remark."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest

from app.domain.appointment import Booking
from app.domain.audit import AuditKind
from app.domain.calendar_paper import WeekWording
from app.domain.case import ServiceMode
from app.domain.client import Place, Profile
from app.domain.errors import NothingChosen
from app.domain.practice import Practice
from app.domain.recurrence import Rule
from app.services import appointments, calendar_exports
from reports.protect import pdf_words

AT = datetime(2026, 5, 12, 6, tzinfo=UTC)
WEEK = timedelta(weeks=1)
WORDING = WeekWording(
    "一周日程",
    "5月11日至17日",
    tuple(f"周{one}" for one in "一二三四五六日"),
    {"online": "网络", "face_to_face": "面询"},
    "当地 {0}",
    "没有预约",
    "心匣",
    "zh",
)
SECRETS = ("禾木", "十三号楼", "谈到母亲", "伦敦")
pytestmark = pytest.mark.clause("142")


@pytest.fixture
def which(desk):
    desk.clock.at = AT - timedelta(days=1)
    desk.vault.settings.change_practice(Practice(place=Place("杭州", "Asia/Shanghai")))
    case = desk.case("L-07", Profile(name="禾木", place=Place("伦敦", "Europe/London")))
    wanted = Booking(
        case, AT, ServiceMode.ONLINE, 50, "Asia/Shanghai", Rule(), "十三号楼", "谈到母亲"
    )
    return appointments.book(desk.vault, desk.clock, wanted).which


def sheet(desk, **more):
    return calendar_exports.week_sheet(desk.vault, desk.tools, date(2026, 5, 11), WORDING, **more)


def events(desk, path, weeks=3):
    calendar_exports.export_events(desk.vault, desk.tools, path, AT - WEEK, AT + weeks * WEEK)
    return path.read_bytes()


def newest(desk, most):
    return [(one.kind, one.case_id) for one in desk.vault.audit.entries(most)]


@pytest.mark.clause("113")
def test_the_trail_of_each_case_says_that_it_left_and_only_of_those_in_it(desk, which, tmp_path):
    here, away = desk.case("M-01"), desk.case("M-02")
    for case, at in ((here, AT + timedelta(hours=2)), (away, AT + 8 * WEEK)):
        appointments.book(desk.vault, desk.clock, Booking(case, at, ServiceMode.ONLINE))
    calendar_exports.print_week(desk.vault, desk.tools, tmp_path / "week.pdf", sheet(desk))
    events(desk, tmp_path / "a.ics")  # the first case is in it three times
    for case, times in ((1, 1), (here, 1), (away, 0)):
        kinds = [one.kind for one in desk.vault.audit.page(50, case_id=case)]
        assert kinds.count(AuditKind.WEEK_HOLDS) == times
        assert kinds.count(AuditKind.CALENDAR_HOLDS) == times


@pytest.mark.clause("038")
def test_a_week_holds_codes_and_both_times(desk, which):
    made = sheet(desk)
    assert [len(day.entries) for day in made.days] == [0, 1, 0, 0, 0, 0, 0]
    (entry,) = made.days[1].entries
    assert (entry.time, entry.who, entry.more) == ("14:00–14:50", "L-07", "网络  当地 07:00")
    assert not any(secret in word for secret in SECRETS for word in made.words())


def test_names_are_printed_only_where_asked(desk, which):
    assert sheet(desk, names=True).days[1].entries[0].who == "L-07  禾木"
    case = desk.case("M-01", Profile(place=Place("上海", "Asia/Shanghai")))
    wanted = Booking(case, AT, ServiceMode.CRISIS)
    appointments.book(desk.vault, desk.clock, wanted)
    entry = sheet(desk, names=True).days[1].entries[1]
    assert (entry.who, entry.more) == ("M-01", "")


def test_a_cancelled_one_is_not_printed_and_one_over_midnight_once(desk, which):
    appointments.cancel(desk.vault, desk.clock, which)
    case = desk.case("M-01")
    late = Booking(case, datetime(2026, 5, 13, 15, 30, tzinfo=UTC), ServiceMode.ONLINE, 120)
    appointments.book(desk.vault, desk.clock, late)
    assert [len(day.entries) for day in sheet(desk).days] == [0, 0, 1, 0, 0, 0, 0]


def test_a_week_is_printed_and_that_is_recorded(desk, which, tmp_path):
    path = tmp_path / "week.pdf"
    calendar_exports.print_week(desk.vault, desk.tools, path, sheet(desk))
    text = "\n".join(pdf_words(path.read_bytes()))
    assert "L-07" in text
    assert "14:00–14:50" in text
    assert not any(secret in text for secret in SECRETS)
    assert newest(desk, 2) == [(AuditKind.WEEK_HOLDS, 1), (AuditKind.WEEK_PRINTED, None)]


def test_a_file_for_another_calendar_holds_codes_and_times_alone(desk, which, tmp_path):
    data = events(desk, tmp_path / "a.ics")
    assert data.count(b"BEGIN:VEVENT") == 3
    assert b"SUMMARY:L-07\r\n" in data
    assert b"DTSTART:20260512T060000Z\r\nDTEND:20260512T065000Z\r\n" in data
    assert not any(secret.encode() in data for secret in SECRETS)
    assert newest(desk, 2) == [(AuditKind.CALENDAR_HOLDS, 1), (AuditKind.CALENDAR_EXPORTED, None)]
    keys = {line.partition(b":")[0] for line in data.splitlines()}
    assert keys == {
        *(b"BEGIN", b"END", b"VERSION", b"PRODID", b"UID", b"DTSTAMP", b"DTSTART", b"DTEND"),
        *(b"SEQUENCE", b"STATUS", b"CLASS", b"SUMMARY"),
    }


def test_an_imported_calendar_is_brought_up_to_date(desk, which, tmp_path):
    def uids(data):
        return [line for line in data.split(b"\r\n") if line.startswith(b"UID:")]

    first = events(desk, tmp_path / "a.ics")
    appointments.move(desk.vault, desk.clock, which, AT + timedelta(hours=1), 50)
    second = events(desk, tmp_path / "b.ics")
    appointments.cancel(desk.vault, desk.clock, which)
    third = events(desk, tmp_path / "c.ics")
    assert uids(first) == uids(second) == uids(third)
    assert len(set(uids(first))) == 3
    assert [data.count(b"SEQUENCE:0") for data in (first, second, third)] == [3, 2, 2]
    assert b"SEQUENCE:1\r\nSTATUS:CONFIRMED" in second
    assert b"SEQUENCE:2\r\nSTATUS:CANCELLED" in third


def test_a_single_one_keeps_its_name_too(desk, which, tmp_path):
    case = desk.case("M-01")
    appointments.book(desk.vault, desk.clock, Booking(case, AT, ServiceMode.ONLINE))
    assert events(desk, tmp_path / "a.ics").count(b"UID:") == 4


def test_nothing_is_written_for_an_empty_range(desk, tmp_path):
    with pytest.raises(NothingChosen):
        events(desk, tmp_path / "a.ics")
    assert not (tmp_path / "a.ics").exists()
    assert desk.vault.audit.entries() == []
