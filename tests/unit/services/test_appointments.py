"""Booking, moving, cancelling: one, or this and all later ones; every step can be taken back."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from app.domain.appointment import AppointmentState, Booking, Which
from app.domain.audit import AuditKind
from app.domain.case import ServiceMode
from app.domain.errors import AppointmentSettled, FieldInvalid
from app.domain.recurrence import Rule
from app.domain.session import SessionTime
from app.services import agenda, appointments, notes
from tests.vault.fixtures import TEMPLATE

AT = datetime(2026, 5, 12, 6, tzinfo=UTC)  # a Tuesday, 14:00 in Shanghai
WEEK = timedelta(weeks=1)
HOUR = timedelta(hours=1)
pytestmark = pytest.mark.clause("082")


@pytest.fixture
def case(desk):
    desk.clock.at = AT - timedelta(days=1)
    return desk.case("L-07")


def booking(case, **more):
    return Booking(case, AT, ServiceMode.ONLINE, zone="Asia/Shanghai", **more)


def book(desk, case, **more):
    return appointments.book(desk.vault, desk.clock, booking(case, **more)).which


def all_of(desk, weeks=8):
    return agenda.appointments_between(desk.vault, AT - WEEK, AT + weeks * WEEK)


def times(desk, weeks=8):
    """The start of each standing appointment, as weeks and hours after the first."""
    return [(one.starts_at - AT) / HOUR / 168 for one in all_of(desk, weeks) if one.state.standing]


def slot(which, weeks):
    return replace(which, slot=which.slot + weeks * WEEK)


@pytest.mark.clause("062")
def test_one_time_is_agreed_on(desk, case):
    which = book(desk, case, place="线上", remark="带上量表")
    one = agenda.find(desk.vault, which)
    assert (one.starts_at, one.minutes, one.zone, one.state) == (
        AT, 50, "Asia/Shanghai", AppointmentState.BOOKED,
    )  # fmt: skip
    assert (one.place, one.remark) == ("线上", "带上量表")
    line = desk.vault.audit.entries()[0]
    assert (line.kind, line.case_id, line.subject) == (AuditKind.APPOINTMENT_BOOKED, case, one.id)


def test_what_cannot_be_is_not_stored(desk, case):
    for bad in (
        booking(case, minutes=0),
        replace(booking(case), rule=Rule(until=date(2026, 1, 1))),
    ):
        with pytest.raises(FieldInvalid):
            appointments.book(desk.vault, desk.clock, bad)
    with pytest.raises(KeyError):
        book(desk, 99)
    assert all_of(desk) == []
    assert desk.vault.appointments.series_of_case(case) == []


@pytest.mark.clause("081")
def test_a_series_comes_again_and_writes_no_rows_ahead(desk, case):
    which = book(desk, case, rule=Rule(), remark="每周")
    assert times(desk) == [0, 1, 2, 3, 4, 5, 6, 7]
    assert desk.vault.appointments.of_case(case) == []
    assert agenda.find(desk.vault, slot(which, 3)).remark == "每周"
    for wrong in (
        replace(which, slot=AT + HOUR),
        slot(which, -1),
        Which(),
        Which(99),
        Which(None, which.series_id),
        Which(None, 99, AT),
    ):
        with pytest.raises(KeyError):
            agenda.find(desk.vault, wrong)


def test_one_is_moved_and_counted_and_the_series_stays(desk, case):
    which = book(desk, case, rule=Rule())
    second = slot(which, 1)
    appointments.move(desk.vault, desk.clock, second, AT + WEEK + 2 * HOUR, 80)
    moved = agenda.find(desk.vault, second)
    assert (moved.state, moved.moves, moved.minutes) == (AppointmentState.MOVED, 1, 80)
    assert [one.starts_at for one in all_of(desk, 3)] == [AT, AT + WEEK + 2 * HOUR, AT + 2 * WEEK]
    appointments.move(desk.vault, desk.clock, moved.which, AT + WEEK + 3 * HOUR, 80)
    assert agenda.find(desk.vault, moved.which).moves == 2
    assert len(desk.vault.appointments.moves_of_case(case)) == 2


def test_another_length_is_no_change_of_time(desk, case):
    which = book(desk, case)
    appointments.move(desk.vault, desk.clock, which, AT, 80)
    one = agenda.find(desk.vault, which)
    assert (one.minutes, one.moves, one.state) == (80, 0, AppointmentState.BOOKED)
    assert desk.vault.appointments.moves_of_case(case) == []


def test_a_move_out_of_the_range_takes_it_away_there(desk, case):
    which = book(desk, case, rule=Rule(count=2))
    appointments.move(desk.vault, desk.clock, which, AT + 20 * WEEK, 50)
    assert times(desk) == [1]


def test_an_impossible_move_changes_nothing(desk, case):
    which = book(desk, case, rule=Rule())
    for act in (appointments.move, appointments.move_following):
        with pytest.raises(FieldInvalid):
            act(desk.vault, desk.clock, which, AT, 0)
        with pytest.raises(FieldInvalid):
            act(desk.vault, desk.clock, which, AT.replace(tzinfo=None), 50)
    assert times(desk, 2) == [0, 1]
    assert desk.vault.appointments.moves_of_case(case) == []


def test_this_and_all_later_ones_are_moved(desk, case):
    which = book(desk, case, rule=Rule())
    third, to = slot(which, 2), AT + 2 * WEEK + timedelta(days=2)
    appointments.move_following(desk.vault, desk.clock, third, to, 80)
    found = all_of(desk, 5)
    assert [one.starts_at for one in found] == [AT, AT + WEEK, to, to + WEEK, to + 2 * WEEK]
    assert [one.minutes for one in found] == [50, 50, 80, 80, 80]
    (move,) = desk.vault.appointments.moves_of_case(case)
    assert (move.from_at, move.to_at, move.following) == (AT + 2 * WEEK, to, True)


def test_what_was_settled_by_itself_stays_so(desk, case):
    which = book(desk, case, rule=Rule())
    appointments.miss(desk.vault, desk.clock, slot(which, 0))
    appointments.cancel(desk.vault, desk.clock, slot(which, 3))
    appointments.move(desk.vault, desk.clock, slot(which, 4), AT + 4 * WEEK + HOUR, 50)
    appointments.move_following(
        desk.vault, desk.clock, slot(which, 2), AT + 2 * WEEK + 5 * HOUR, 50
    )
    found = {one.starts_at: one.state for one in all_of(desk, 6)}
    later = 5 * HOUR
    assert found == {
        AT: AppointmentState.MISSED,
        AT + WEEK: AppointmentState.BOOKED,
        AT + 2 * WEEK + later: AppointmentState.BOOKED,
        AT + 3 * WEEK + later: AppointmentState.CANCELLED,
        AT + 4 * WEEK + HOUR: AppointmentState.MOVED,
        AT + 5 * WEEK + later: AppointmentState.BOOKED,
    }


def test_one_that_had_a_time_of_its_own_goes_where_its_series_goes(desk, case):
    which = book(desk, case, rule=Rule(count=3))
    second = slot(which, 1)
    appointments.move(desk.vault, desk.clock, second, AT + WEEK + HOUR, 50)
    own = agenda.find(desk.vault, second).which
    appointments.move_following(desk.vault, desk.clock, own, AT + WEEK + 2 * HOUR, 50)
    assert [one.starts_at - AT for one in all_of(desk)] == [
        timedelta(), WEEK + 2 * HOUR, 2 * WEEK + 2 * HOUR,
    ]  # fmt: skip
    assert [one.from_at - AT for one in desk.vault.appointments.moves_of_case(case)] == [
        WEEK, WEEK + HOUR,
    ]  # fmt: skip


def test_a_series_kept_at_its_time_but_longer_is_no_change(desk, case):
    which = book(desk, case, rule=Rule())
    appointments.move_following(desk.vault, desk.clock, which, AT, 90)
    assert {one.minutes for one in all_of(desk)} == {90}
    assert desk.vault.appointments.moves_of_case(case) == []


def test_a_single_one_has_no_later_ones(desk, case):
    which = book(desk, case)
    with pytest.raises(KeyError):
        appointments.cancel_following(desk.vault, desk.clock, which)
    with pytest.raises(KeyError):
        appointments.move_following(desk.vault, desk.clock, which, AT + HOUR, 50)


def test_this_and_all_later_ones_are_cancelled(desk, case):
    which = book(desk, case, rule=Rule())
    appointments.move(desk.vault, desk.clock, slot(which, 4), AT + 4 * WEEK + HOUR, 50)
    appointments.miss(desk.vault, desk.clock, slot(which, 5))
    appointments.cancel_following(desk.vault, desk.clock, slot(which, 2))
    assert times(desk) == [0, 1]
    assert [one.state.value for one in all_of(desk)] == [
        "booked", "booked", "cancelled", "cancelled", "missed",
    ]  # fmt: skip
    stored = book(desk, case, rule=Rule(count=2))
    appointments.miss(desk.vault, desk.clock, stored)
    appointments.reopen(desk.vault, desk.clock, agenda.find(desk.vault, stored).which)
    appointments.cancel_following(desk.vault, desk.clock, agenda.find(desk.vault, stored).which)
    assert times(desk) == [0, 1]


@pytest.mark.parametrize(
    ("act", "state", "kind"),
    [
        (appointments.cancel, AppointmentState.CANCELLED, AuditKind.APPOINTMENT_CANCELLED),
        (appointments.miss, AppointmentState.MISSED, AuditKind.APPOINTMENT_MISSED),
        (appointments.hold, AppointmentState.HELD, AuditKind.APPOINTMENT_HELD),
    ],
)
def test_what_became_of_it_is_settled_and_can_be_reopened(desk, case, act, state, kind):
    which = book(desk, case)
    act(desk.vault, desk.clock, which)
    assert agenda.find(desk.vault, which).state is state
    assert desk.vault.audit.entries()[0].kind is kind
    with pytest.raises(AppointmentSettled):
        act(desk.vault, desk.clock, which)
    with pytest.raises(AppointmentSettled):
        appointments.move(desk.vault, desk.clock, which, AT + HOUR, 50)
    appointments.reopen(desk.vault, desk.clock, which)
    assert agenda.find(desk.vault, which).state is AppointmentState.BOOKED
    with pytest.raises(AppointmentSettled):
        appointments.reopen(desk.vault, desk.clock, which)


def test_a_moved_one_is_reopened_as_moved(desk, case):
    which = book(desk, case)
    appointments.move(desk.vault, desk.clock, which, AT + HOUR, 50)
    appointments.cancel(desk.vault, desk.clock, which)
    appointments.reopen(desk.vault, desk.clock, which)
    assert agenda.find(desk.vault, which).state is AppointmentState.MOVED


def test_words_and_mode_change_for_one_or_for_all_later(desk, case):
    which = book(desk, case, rule=Rule(), remark="旧")
    new = booking(case, place="工作室", remark="新")
    new = replace(new, mode=ServiceMode.FACE_TO_FACE)
    appointments.change(desk.vault, desk.clock, slot(which, 1), new)
    assert [one.remark for one in all_of(desk, 3)] == ["旧", "新", "旧"]
    appointments.cancel(desk.vault, desk.clock, slot(which, 3))
    third = appointments.revise(
        desk.vault, desk.clock, slot(which, 2), replace(new, starts_at=AT + 2 * WEEK),
        following=True,
    )  # fmt: skip
    assert agenda.find(desk.vault, third).starts_at == AT + 2 * WEEK
    assert [one.remark for one in all_of(desk, 5)] == ["旧", "新", "新", "新", "新"]
    assert all_of(desk, 5)[4].mode is ServiceMode.FACE_TO_FACE
    assert all_of(desk, 5)[3].state is AppointmentState.CANCELLED
    assert desk.vault.appointments.moves_of_case(case) == []
    for act in (appointments.change, appointments.revise):
        with pytest.raises(FieldInvalid):
            act(desk.vault, desk.clock, slot(which, 0), replace(new, remark="长" * 501))


def test_time_and_words_are_revised_at_once(desk, case):
    which = book(desk, case, rule=Rule())
    new = replace(booking(case, remark="新"), starts_at=AT + HOUR)
    first = appointments.revise(desk.vault, desk.clock, which, new)
    one = agenda.find(desk.vault, first)
    assert (one.starts_at, one.remark, one.moves) == (AT + HOUR, "新", 1)
    same = appointments.revise(desk.vault, desk.clock, first, replace(new, remark="又"))
    assert (agenda.find(desk.vault, same).remark, agenda.find(desk.vault, same).moves) == ("又", 1)
    later = replace(new, starts_at=AT + WEEK + 3 * HOUR)
    appointments.revise(desk.vault, desk.clock, slot(which, 1), later, following=True)
    assert [one.starts_at - AT for one in all_of(desk, 3)] == [
        HOUR, WEEK + 3 * HOUR, 2 * WEEK + 3 * HOUR,
    ]  # fmt: skip


@pytest.mark.parametrize(
    "act",
    [
        lambda desk, which: appointments.move(desk.vault, desk.clock, which, AT + HOUR, 80),
        lambda desk, which: appointments.move_following(
            desk.vault, desk.clock, which, AT + HOUR, 80
        ),
        lambda desk, which: appointments.cancel(desk.vault, desk.clock, which),
        lambda desk, which: appointments.cancel_following(desk.vault, desk.clock, which),
        lambda desk, which: appointments.miss(desk.vault, desk.clock, which),
        lambda desk, which: appointments.hold(desk.vault, desk.clock, which),
    ],
)
def test_every_step_is_taken_back_whole(desk, case, act):
    other = desk.case("M-01")
    beside = book(desk, other, rule=Rule())
    which = book(desk, case, rule=Rule(), remark="字")
    appointments.cancel(desk.vault, desk.clock, slot(which, 2))
    before = (all_of(desk), desk.vault.appointments.moves_of_case(case))
    kept = act(desk, which)
    assert all_of(desk) != before[0]
    appointments.undo(desk.vault, desk.clock, kept)
    assert (all_of(desk), desk.vault.appointments.moves_of_case(case)) == before
    assert agenda.find(desk.vault, beside).starts_at == AT
    assert desk.vault.audit.entries()[0].kind is AuditKind.APPOINTMENT_UNDONE


@pytest.mark.clause("079")
class TestASessionKeepsItsAppointment:
    def start(self, desk, case, at=AT):
        return notes.start(desk.vault, desk.clock, case, SessionTime(at), TEMPLATE)

    def test_of_the_hour(self, desk, case):
        which = book(desk, case, rule=Rule())
        note = self.start(desk, case, AT + timedelta(minutes=5))
        one = agenda.find(desk.vault, which)
        assert (one.state, one.session_id) == (AppointmentState.HELD, note.session_id)
        with pytest.raises(AppointmentSettled):
            appointments.reopen(desk.vault, desk.clock, which)

    def test_that_was_noted_as_held_before(self, desk, case):
        which = book(desk, case)
        appointments.hold(desk.vault, desk.clock, which)
        note = self.start(desk, case)
        assert agenda.find(desk.vault, which).session_id == note.session_id

    def test_and_no_second_one_nor_one_of_somebody_else(self, desk, case):
        which = book(desk, case)
        self.start(desk, case)
        again = self.start(desk, case)
        theirs = self.start(desk, desk.case("M-01"))
        assert agenda.find(desk.vault, which).session_id not in {
            again.session_id,
            theirs.session_id,
        }

    def test_and_one_without_is_seen(self, desk, case):
        book(desk, case)
        held, loose = self.start(desk, case), self.start(desk, case, AT + 5 * HOUR)
        found = agenda.between(desk.vault, desk.clock, AT - WEEK, AT + WEEK)
        assert [one.session.id for one in found.loose] == [loose.session_id]
        assert found.lines[0].appointment.session_id == held.session_id
        assert found.loose[0].person.code == "L-07"
        known = agenda.loose_session(desk.vault, loose.session_id)
        assert (known.session, known.note_id) == (found.loose[0].session, loose.id)


# Made to come again.


def kept_rows(desk, case):
    return [
        (one.id, one.series_id, one.slot, one.starts_at, one.state)
        for one in desk.vault.appointments.of_case(case)
    ]


@pytest.mark.clause("081")
def test_a_single_one_is_made_weekly_from_itself_on_and_back(desk, case):
    which = book(desk, case, remark="先试一次")
    before = desk.vault.appointments.remember(case)
    rows = kept_rows(desk, case)
    wanted = booking(case, rule=Rule(count=3), remark="每周")
    now = appointments.revise(desk.vault, desk.clock, which, wanted)
    assert now == which
    assert times(desk) == [0, 1, 2]
    assert [one.remark for one in all_of(desk)] == ["每周"] * 3
    assert desk.vault.appointments.moves_of_case(case) == []
    appointments.undo(desk.vault, desk.clock, before)
    assert kept_rows(desk, case) == rows
    assert times(desk) == [0]
    assert desk.vault.appointments.series_of_case(case) == []


def test_a_single_one_is_moved_and_made_weekly_at_once(desk, case):
    which = book(desk, case)
    wanted = replace(booking(case, rule=Rule()), starts_at=AT + HOUR)
    appointments.revise(desk.vault, desk.clock, which, wanted)
    assert [one.starts_at - AT for one in all_of(desk, 3)] == [
        HOUR, WEEK + HOUR, 2 * WEEK + HOUR,
    ]  # fmt: skip
    assert len(desk.vault.appointments.moves_of_case(case)) == 1
    assert all_of(desk, 1)[0].moves == 1


def test_what_was_held_is_not_made_weekly(desk, case):
    which = book(desk, case)
    appointments.hold(desk.vault, desk.clock, which)
    with pytest.raises(AppointmentSettled):
        appointments.revise(desk.vault, desk.clock, which, booking(case, rule=Rule()))
    assert desk.vault.appointments.series_of_case(case) == []


@pytest.mark.clause("081")
def test_a_series_goes_on_by_another_rule_from_one_on(desk, case):
    which = book(desk, case, rule=Rule())
    appointments.cancel(desk.vault, desk.clock, slot(which, 4))  # stays cancelled
    appointments.move(desk.vault, desk.clock, slot(which, 3), AT + 3 * WEEK + HOUR, 50)
    appointments.change(
        desk.vault, desk.clock, slot(which, 5), replace(booking(case), starts_at=AT + 5 * WEEK)
    )  # a row of its own in a week that is left out now
    appointments.miss(desk.vault, desk.clock, slot(which, 1))
    appointments.miss(desk.vault, desk.clock, slot(which, 7))  # missed, in a week left out now
    before = desk.vault.appointments.remember(case)
    as_it_was = all_of(desk)
    wanted = replace(booking(case, rule=Rule(interval=2)), starts_at=AT + 2 * WEEK)
    appointments.revise(desk.vault, desk.clock, slot(which, 2), wanted, following=True)
    assert times(desk, 9) == [0, 2, 3 + 1 / 168, 6, 8]
    gone = [one.starts_at for one in all_of(desk) if one.state is AppointmentState.CANCELLED]
    assert gone == [AT + 4 * WEEK, AT + 5 * WEEK]
    alone = next(one for one in all_of(desk) if one.starts_at == AT + 3 * WEEK + HOUR)
    assert (alone.series_id, alone.state) == (None, AppointmentState.MOVED)
    appointments.undo(desk.vault, desk.clock, before)
    assert all_of(desk) == as_it_was
