"""Agree on times: book, move, cancel, note that somebody did not come, keep the session."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

from app.domain.appointment import Appointment, AppointmentState, Booking, Move, Which, meant
from app.domain.audit import AuditKind
from app.domain.errors import AppointmentSettled, FieldInvalid
from app.domain.local_time import wall
from app.domain.session import SessionTime
from app.services import agenda

if TYPE_CHECKING:
    from datetime import datetime

    from app.domain.appointment import Series
    from app.domain.ids import SeriesId
    from app.domain.session import Session
    from app.ports import CaseAppointments, Clock, OpenVault

_KINDS = {
    AppointmentState.MISSED: AuditKind.APPOINTMENT_MISSED,
    AppointmentState.CANCELLED: AuditKind.APPOINTMENT_CANCELLED,
    AppointmentState.BOOKED: AuditKind.APPOINTMENT_REOPENED,
}


def book(vault: OpenVault, clock: Clock, booking: Booking) -> Appointment:
    """Agree on a time, or on a series of them; return the (first) appointment.

    Raises `FieldInvalid`; a time that lies on top of another is allowed and shown as such.
    """
    booking.check()
    with vault.transaction():
        vault.cases.get(booking.case_id)
        if booking.rule is None:
            made = vault.appointments.add(_single(booking))
        else:
            made = _first(vault.appointments.add_series(booking))
        vault.audit.record(AuditKind.APPOINTMENT_BOOKED, clock.now(), booking.case_id, made.id)
    return made


def change(vault: OpenVault, clock: Clock, which: Which, booking: Booking) -> Appointment:
    """Change mode, place and remark of one appointment; its time is changed by `move`."""
    booking.check()
    one = agenda.find(vault, which)
    wanted = replace(one, mode=booking.mode, place=booking.place, remark=booking.remark)
    with vault.transaction():
        kept = _store(vault, wanted)
        vault.audit.record(AuditKind.APPOINTMENT_CHANGED, clock.now(), one.case_id, kept.id)
    return kept


def move(
    vault: OpenVault, clock: Clock, which: Which, starts_at: datetime, minutes: int
) -> CaseAppointments:
    """Move one appointment; return what the case had before, for an undo.

    Raises `AppointmentSettled` for one that took place, was missed or cancelled, `FieldInvalid`
    for an impossible time.
    """
    one = _standing(vault, which)
    _check(starts_at, minutes)
    before = vault.appointments.remember(one.case_id)
    moved = starts_at != one.starts_at
    with vault.transaction():
        kept = _store(
            vault,
            replace(
                one,
                starts_at=starts_at,
                minutes=minutes,
                state=AppointmentState.MOVED if moved else one.state,
                moves=one.moves + moved,
            ),
        )
        if moved:
            _record_move(vault, clock, (one, starts_at), following=False)
        vault.audit.record(AuditKind.APPOINTMENT_MOVED, clock.now(), one.case_id, kept.id)
    return before


def move_following(
    vault: OpenVault, clock: Clock, which: Which, starts_at: datetime, minutes: int
) -> CaseAppointments:
    """Move an appointment and all later ones of its series; return what the case had before.

    What was cancelled or moved by itself among the later ones stays so.
    """
    one = _standing(vault, which)
    _check(starts_at, minutes)
    series, slot = _series_at(vault, one)
    before = vault.appointments.remember(one.case_id)
    with vault.transaction():
        vault.appointments.change_series(series.until_before(slot))
        if one.id is not None:
            # It goes where the series goes; a time of its own would only hide that.
            vault.appointments.change(replace(one, starts_at=slot, state=AppointmentState.BOOKED))
        _go_on(vault, series, slot, series.moved(slot, starts_at, minutes))
        if starts_at != one.starts_at:
            _record_move(vault, clock, (one, starts_at), following=True)
        vault.audit.record(AuditKind.APPOINTMENT_MOVED, clock.now(), one.case_id, one.id)
    return before


def revise(
    vault: OpenVault, clock: Clock, which: Which, booking: Booking, *, following: bool = False
) -> Which:
    """Change time, mode and words at once, of one or of all later ones; return where it is now.

    With a rule it comes again by that one from here on, whether it was single or of a series.
    """
    booking.check()
    one = agenda.find(vault, which)
    with vault.transaction():
        if booking.rule is not None:
            return _repeat(vault, clock, which, booking)
        if following:
            move_following(vault, clock, which, booking.starts_at, booking.minutes)
            return _reword(vault, vault.appointments.series_of_case(one.case_id)[-1], booking)
        if (booking.starts_at, booking.minutes) != (one.starts_at, one.minutes):
            move(vault, clock, which, booking.starts_at, booking.minutes)
        return change(vault, clock, which, booking).which


def cancel(vault: OpenVault, clock: Clock, which: Which) -> CaseAppointments:
    """Cancel one appointment; return what the case had before."""
    return _settle(vault, clock, which, AppointmentState.CANCELLED)


def cancel_following(vault: OpenVault, clock: Clock, which: Which) -> CaseAppointments:
    """Cancel an appointment and all later ones of its series; return what the case had before."""
    one = _standing(vault, which)
    series, slot = _series_at(vault, one)
    before = vault.appointments.remember(one.case_id)
    with vault.transaction():
        vault.appointments.change_series(series.until_before(slot))
        for later in _rows_of_series(vault, series.id):
            if later.slot is not None and later.slot >= slot and later.state.standing:
                vault.appointments.change(replace(later, state=AppointmentState.CANCELLED))
        if one.id is None:
            _store(vault, replace(one, state=AppointmentState.CANCELLED))
        vault.audit.record(AuditKind.APPOINTMENT_CANCELLED, clock.now(), one.case_id, one.id)
    return before


def miss(vault: OpenVault, clock: Clock, which: Which) -> CaseAppointments:
    """Note that the client did not come; return what the case had before."""
    return _settle(vault, clock, which, AppointmentState.MISSED)


def hold(vault: OpenVault, clock: Clock, which: Which) -> CaseAppointments:
    """Note that an appointment took place; its session may follow with the note."""
    one = _standing(vault, which)
    before = vault.appointments.remember(one.case_id)
    with vault.transaction():
        kept = _store(vault, replace(one, state=AppointmentState.HELD))
        vault.audit.record(AuditKind.APPOINTMENT_HELD, clock.now(), one.case_id, kept.id)
    return before


def reopen(vault: OpenVault, clock: Clock, which: Which) -> CaseAppointments:
    """Take back that one was missed, cancelled or held; one with a session stays as it is."""
    one = agenda.find(vault, which)
    if one.session_id is not None or one.state.standing:
        raise AppointmentSettled
    before = vault.appointments.remember(one.case_id)
    state = AppointmentState.MOVED if one.moves else AppointmentState.BOOKED
    with vault.transaction():
        kept = _store(vault, replace(one, state=state))
        vault.audit.record(AuditKind.APPOINTMENT_REOPENED, clock.now(), one.case_id, kept.id)
    return before


def undo(vault: OpenVault, clock: Clock, before: CaseAppointments) -> None:
    """Put back what a case had in the calendar before the last change."""
    with vault.transaction():
        vault.appointments.restore(before)
        vault.audit.record(AuditKind.APPOINTMENT_UNDONE, clock.now(), before.case_id)


def keep(vault: OpenVault, session: Session, now: datetime) -> Appointment | None:
    """Link a session to the appointment it keeps and return that one; None when there is none.

    It is the nearest of the case that was agreed on for within an hour, or was already noted as
    held without a session (clause 079).
    """
    around = timedelta(hours=2)
    found = agenda.appointments_between(
        vault, session.starts_at - around, session.starts_at + around
    )
    mine = [one for one in found if one.case_id == session.case_id]
    bare = [
        replace(one, state=AppointmentState.BOOKED)
        for one in mine
        if one.state is AppointmentState.HELD and one.session_id is None
    ]
    one = meant([*mine, *bare], session.starts_at)
    if one is None:
        return None
    with vault.transaction():
        kept = _store(vault, replace(one, state=AppointmentState.HELD, session_id=session.id))
        vault.audit.record(AuditKind.APPOINTMENT_HELD, now, one.case_id, kept.id)
    return kept


def _single(booking: Booking) -> Appointment:
    """Return a booking as an appointment of its own."""
    return Appointment(
        booking.case_id,
        booking.starts_at,
        booking.minutes,
        booking.zone,
        booking.mode,
        place=booking.place,
        remark=booking.remark,
    )


def _first(series: Series) -> Appointment:
    """Return the first appointment of a series; `FieldInvalid` when its rule has none."""
    for slot in series.slots(series.starts_at, series.starts_at + agenda.AHEAD):
        return series.at(slot)
    raise FieldInvalid("rule")


def _check(starts_at: datetime, minutes: int) -> None:
    """Raise `FieldInvalid` for an impossible time."""
    SessionTime(starts_at, minutes).check()


def _standing(vault: OpenVault, which: Which) -> Appointment:
    """Return an appointment that is still to come about; `AppointmentSettled` for any other."""
    one = agenda.find(vault, which)
    if not one.state.standing:
        raise AppointmentSettled
    return one


def _series_at(vault: OpenVault, one: Appointment) -> tuple[Series, datetime]:
    """Return the series of an appointment and its slot there; KeyError for a single one."""
    if one.series_id is None or one.slot is None:
        raise KeyError(one.which)
    return vault.appointments.series(one.series_id), one.slot


def _store(vault: OpenVault, one: Appointment) -> Appointment:
    """Store an appointment: anew, or over its row."""
    if one.id is None:
        return vault.appointments.add(one)
    vault.appointments.change(one)
    return one


def _settle(
    vault: OpenVault, clock: Clock, which: Which, state: AppointmentState
) -> CaseAppointments:
    """Note what became of a standing appointment; return what the case had before."""
    one = _standing(vault, which)
    before = vault.appointments.remember(one.case_id)
    with vault.transaction():
        kept = _store(vault, replace(one, state=state))
        vault.audit.record(_KINDS[state], clock.now(), one.case_id, kept.id)
    return before


def _repeat(vault: OpenVault, clock: Clock, which: Which, booking: Booking) -> Which:
    """Let an appointment come again by a rule from here on; return it, now the first of a series.

    Raises `AppointmentSettled`, `FieldInvalid` for a rule without a time.
    """
    one = _standing(vault, which)
    old = _series_at(vault, one) if one.series_id is not None else None
    if (booking.starts_at, booking.minutes) != (one.starts_at, one.minutes):
        move(vault, clock, which, booking.starts_at, booking.minutes)
    kept = change(vault, clock, which, booking)
    new = vault.appointments.add_series(booking)
    vault.appointments.change(
        replace(kept, series_id=new.id, slot=_first(new).slot, zone=booking.zone)
    )
    if old is not None:
        series, slot = old
        vault.appointments.change_series(series.until_before(slot))
        _settle_later(vault, series, slot, new)
    return Which(kept.id)


def _settle_later(vault: OpenVault, old: Series, slot: datetime, new: Series) -> None:
    """See to the later rows of a series that goes on by another rule.

    On a day that the new rule has too, a row goes along. Where it has none, what was moved by
    itself stays agreed on as a single one; anything else that stood is cancelled.
    """
    rows = [one for one in _rows_of_series(vault, old.id) if one.slot and one.slot > slot]
    far = max((one.slot for one in rows if one.slot), default=slot) + timedelta(days=1)
    days = {wall(one, new.zone).date(): one for one in new.slots(new.starts_at, far)}
    for row in rows:
        after = days.get(wall(row.slot or slot, new.zone).date())
        if after is not None:
            _rehome(vault, row, new, after)
        elif row.state.standing and row.starts_at != row.slot:
            vault.appointments.change(replace(row, series_id=None, slot=None))
        elif row.state.standing:
            vault.appointments.change(replace(row, state=AppointmentState.CANCELLED))


def _record_move(
    vault: OpenVault, clock: Clock, what: tuple[Appointment, datetime], *, following: bool
) -> None:
    """Count a change of time (clause 082)."""
    one, to_at = what
    vault.appointments.record_move(Move(one.case_id, one.starts_at, to_at, clock.now(), following))


def _rows_of_series(vault: OpenVault, series_id: SeriesId) -> list[Appointment]:
    """Return what is stored of a series, in order of time."""
    case_id = vault.appointments.series(series_id).case_id
    return [one for one in vault.appointments.of_case(case_id) if one.series_id == series_id]


def _go_on(vault: OpenVault, old: Series, slot: datetime, wanted: Series) -> Series:
    """Store how a series goes on from `slot`; give it the later rows of the old one.

    The n-th slot of the old series becomes the n-th of the new one.
    """
    new = vault.appointments.add_series(
        Booking(
            wanted.case_id, wanted.starts_at, wanted.mode, wanted.minutes, wanted.zone,
            wanted.rule, wanted.place, wanted.remark,
        )
    )  # fmt: skip
    rows = {
        one.slot: one for one in _rows_of_series(vault, old.id) if one.slot and one.slot >= slot
    }
    if rows:
        far = max(rows) + timedelta(days=1)
        pairs = zip(
            old.slots(slot, far), new.slots(new.starts_at, far + agenda.AHEAD), strict=False
        )
        for before, after in pairs:
            if before in rows:
                _rehome(vault, rows[before], new, after)
    return new


def _rehome(vault: OpenVault, row: Appointment, new: Series, slot: datetime) -> None:
    """Give a row of an old series to the new one; an unmoved one goes along with it."""
    along = row.starts_at == row.slot
    vault.appointments.change(
        replace(
            row,
            series_id=new.id,
            slot=slot,
            starts_at=slot if along and row.state is not AppointmentState.HELD else row.starts_at,
            minutes=new.minutes if along else row.minutes,
        )
    )


def _reword(vault: OpenVault, series: Series, booking: Booking) -> Which:
    """Give a series and its stored rows other words and mode; return its first appointment."""
    mode, place, remark = booking.mode, booking.place, booking.remark
    vault.appointments.change_series(replace(series, mode=mode, place=place, remark=remark))
    for row in _rows_of_series(vault, series.id):
        vault.appointments.change(replace(row, mode=mode, place=place, remark=remark))
    return agenda.find(vault, _first(series).which).which
