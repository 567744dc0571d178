"""How full the days are: what is booked and was held, against the counselor's own ceilings."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Final

from app.domain.appointment import AppointmentState
from app.domain.caseload import Ceilings, load
from app.domain.errors import FieldInvalid
from app.domain.local_time import wall
from app.domain.recurrence import slots
from app.services import agenda
from app.services import practice as practices

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date, datetime

    from app.domain.appointment import Appointment
    from app.domain.caseload import Load
    from app.domain.recurrence import Rule
    from app.ports import OpenVault

AHEAD: Final = timedelta(weeks=12)
"""How far ahead a series is looked at."""
_WEEK: Final = timedelta(days=8)  # and a day more, for any time zone


def choose(vault: OpenVault, ceilings: Ceilings) -> None:
    """Store the ceilings (clause 021); raise `FieldInvalid` where they cannot be meant."""
    if not ceilings.possible():
        raise FieldInvalid("ceilings")
    with vault.transaction():
        vault.settings.choose_ceilings(ceilings)


def booked(
    vault: OpenVault,
    starts_at: datetime,
    rule: Rule | None = None,
    instead: Appointment | None = None,
) -> Load | None:
    """Return how full the days would be with a time that is about to be booked.

    With a `rule` its times of the next twelve weeks are looked at. `instead` is the appointment
    that it takes the place of: with a rule, so does all of its series. None without a ceiling.
    """
    ceilings = vault.settings.ceilings()
    if not ceilings.any:
        return None
    zone = practices.zone(vault)
    wanted = [starts_at]
    if rule is not None:
        wanted = list(slots(starts_at, zone, rule, starts_at, starts_at + AHEAD)) or wanted
    taken = _taken(vault, wanted[0] - _WEEK, wanted[-1] + _WEEK, _left_out(instead, rule))
    return load(ceilings, _days(taken, zone), _days(wanted, zone))


def _left_out(instead: Appointment | None, rule: Rule | None) -> set[object]:
    """Return what of the calendar no longer counts."""
    if instead is None:
        return set()
    series = {instead.series_id} if rule is not None and instead.series_id is not None else set()
    return {instead.which, *series}


def _taken(
    vault: OpenVault, begin: datetime, end: datetime, without: set[object]
) -> list[datetime]:
    """Return when each session of a span begins: booked, held, or held without a booking."""
    found = [
        one.starts_at
        for one in agenda.appointments_between(vault, begin, end)
        if (one.state.standing or one.state is AppointmentState.HELD)
        and not without & {one.which, one.series_id}
    ]
    linked = vault.appointments.linked(begin, end)
    loose = (one for one in vault.sessions.between(begin, end) if one.id not in linked)
    return [*found, *(one.starts_at for one in loose)]


def _days(times: Iterable[datetime], zone: str) -> list[date]:
    """Return the days of the practice's calendar on which times fall."""
    return [wall(one, zone).date() for one in times]
