"""Appointments as rows: exact, sealed where they hold words, put back whole by an undo."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta, timezone

import pytest

from app.domain.appointment import Appointment, AppointmentState, Booking, Move
from app.domain.case import ServiceMode
from app.domain.recurrence import Rule, monthly
from storage import database
from tests.vault.test_rows import STRANGE

AT = datetime(2026, 5, 12, 6, 0, 0, 123456, tzinfo=UTC)
DAY = timedelta(days=1)


@pytest.fixture
def case(desk):
    return desk.case()


def single(case, at=AT, **more):
    return Appointment(case, at, 50, "Asia/Shanghai", ServiceMode.ONLINE, **more)


def weekly(case, rule=None, **more):
    return Booking(
        case, AT, ServiceMode.CRISIS, 80, "Europe/London", rule or Rule(interval=2), **more
    )


@pytest.mark.parametrize("text", STRANGE, ids=ascii)
def test_strange_words_come_back_exactly(desk, case, text):
    kept = desk.vault.appointments
    one = kept.add(single(case, place=text, remark="x" + text))
    assert (kept.get(one.id).place, kept.get(one.id).remark) == (text, "x" + text)
    series = kept.add_series(weekly(case, place=text, remark="x" + text))
    assert kept.series(series.id) == series


@pytest.mark.promise(26)
def test_words_are_nowhere_in_plain(desk, case):
    word = "斑马条纹的秘密"
    desk.vault.appointments.add(single(case, place=word, remark=word))
    desk.vault.appointments.add_series(weekly(case, place=word, remark=word))
    for table in ("appointments", "appointment_series"):
        for row in desk.vault.connection.execute(f"SELECT * FROM {table}"):
            assert word not in str(row)
            assert not any(word.encode() in one for one in row if isinstance(one, bytes))


def test_everything_of_one_comes_back(desk, case):
    kept = desk.vault.appointments
    session = desk.vault.sessions.add(case, AT, 50, ServiceMode.ONLINE)
    series = kept.add_series(weekly(case))
    one = kept.add(
        single(
            case,
            AT.astimezone(timezone(timedelta(hours=8))),
            state=AppointmentState.HELD,
            series_id=series.id,
            slot=AT,
            moves=3,
            session_id=session.id,
        )
    )
    assert kept.get(one.id) == one
    assert one.starts_at == AT
    assert kept.at_slot(series.id, AT) == one
    assert kept.at_slot(series.id, AT + DAY) is None
    assert kept.linked(AT, AT + DAY) == {session.id}
    assert kept.linked(AT + DAY, AT + 2 * DAY) == set()
    assert kept.taken(AT, AT + DAY) == {(series.id, AT)}
    assert kept.taken(AT - DAY, AT) == set()


def test_what_is_not_there(desk, case):
    kept = desk.vault.appointments
    for read in (kept.get, kept.series):
        with pytest.raises(KeyError):
            read(99)
    with pytest.raises(ValueError, match="rule"):
        kept.add_series(replace(weekly(case), rule=None))
    with pytest.raises(ValueError, match="stored"):
        kept.change(single(case))
    assert kept.of_case(case) == kept.series_of_case(case) == kept.moves_of_case(case) == []


def test_a_range_takes_what_reaches_into_it(desk, case):
    kept = desk.vault.appointments
    early = kept.add(single(case, AT - timedelta(minutes=40)))
    kept.add(single(case, AT - timedelta(minutes=50)))
    late = kept.add(single(case, AT + timedelta(minutes=59)))
    kept.add(single(case, AT + timedelta(hours=1)))
    assert kept.between(AT, AT + timedelta(hours=1)) == [early, late]


def test_series_run_until_their_last_time(desk, case):
    kept = desk.vault.appointments
    for_ever = kept.add_series(weekly(case))
    ended = kept.add_series(weekly(case, Rule(until=date(2026, 6, 2))))
    far = AT + 60 * DAY
    assert kept.series_between(AT, AT + DAY) == [for_ever, ended]
    assert kept.series_between(far, far + DAY) == [for_ever]
    assert kept.series_between(AT - 9 * DAY, AT) == []
    kept.change_series(replace(for_ever, rule=monthly(date(2026, 5, 12)), remark="新"))
    assert kept.series_of_case(case)[0].rule.nth == 2
    kept.change_series(for_ever.until_before(AT + 20 * DAY))
    assert kept.series_between(far, far + DAY) == []


@pytest.mark.clause("082")
def test_a_change_of_time_is_final(desk, case):
    kept = desk.vault.appointments
    move = Move(case, AT, AT + DAY, AT - DAY, following=True)
    kept.record_move(move)
    assert kept.moves_of_case(case) == [move]
    with pytest.raises(database.Error, match="final"):
        desk.vault.connection.execute("UPDATE appointment_moves SET at = 'x'")


@pytest.mark.parametrize(
    "change",
    [
        "state = 'lost'",
        "minutes = 0",
        "slot = 'x'",
        "session_id = 1",
        "session_id = 99, state = 'held'",
        "case_id = 99",
    ],
)
def test_the_schema_refuses_what_cannot_be(desk, case, change):
    desk.vault.sessions.add(case, AT, 50, ServiceMode.ONLINE)
    desk.vault.appointments.add(single(case))
    with pytest.raises(database.Error, match="constraint"):
        desk.vault.connection.execute(f"UPDATE appointments SET {change}")


@pytest.mark.clause("079")
def test_a_session_keeps_one_appointment_and_a_slot_has_one_row(desk, case):
    kept = desk.vault.appointments
    session = desk.vault.sessions.add(case, AT, 50, ServiceMode.ONLINE).id
    held = single(case, state=AppointmentState.HELD, session_id=session)
    kept.add(held)
    with pytest.raises(database.Error, match="UNIQUE"):
        kept.add(held)
    series = kept.add_series(weekly(case))
    kept.add(single(case, series_id=series.id, slot=AT))
    with pytest.raises(database.Error, match="UNIQUE"):
        kept.add(single(case, series_id=series.id, slot=AT))


def test_what_a_case_had_is_put_back_as_it_was(desk, case):
    kept = desk.vault.appointments
    other = desk.case("B")
    kept.add(single(other))
    series = kept.add_series(weekly(case, remark="字"))
    one = kept.add(single(case, series_id=series.id, slot=AT))
    before = kept.remember(case)
    assert "字" not in repr(before)
    with desk.vault.transaction():
        kept.change(replace(one, state=AppointmentState.CANCELLED))
        kept.add_series(weekly(case))
        kept.record_move(Move(case, AT, AT, AT))
        kept.restore(before)
    assert kept.remember(case) == before
    assert kept.of_case(case) == [one]
    assert kept.series_of_case(case) == [series]
    assert len(kept.of_case(other)) == 1


def test_sessions_of_a_range(desk, case):
    found = [desk.vault.sessions.add(case, AT + at * DAY, 50, ServiceMode.ONLINE) for at in (1, 0)]
    desk.vault.sessions.add(case, AT + 2 * DAY, 50, ServiceMode.ONLINE)
    assert desk.vault.sessions.between(AT, AT + 2 * DAY) == [found[1], found[0]]


def test_where_the_calendar_was(desk):
    assert desk.vault.settings.calendar_place() is None
    desk.vault.settings.remember_calendar_place(("week", "2026-05-12", 3))
    assert desk.vault.settings.calendar_place() == ("week", "2026-05-12", 3)
    desk.vault.settings.remember_calendar_place(None)
    assert desk.vault.settings.calendar_place() is None
