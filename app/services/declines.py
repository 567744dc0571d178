"""Not taking somebody on (clause 002): why, where else, and the case is closed."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from app.domain.as_json import as_json
from app.domain.audit import AuditKind
from app.domain.case import CaseState
from app.domain.decline import DECLINE
from app.domain.entry import EntryKind
from app.domain.errors import CaseClosed, DeclineIncomplete
from app.domain.local_time import counselor_place
from app.services import agenda, appointments, case_entries

if TYPE_CHECKING:
    from collections.abc import Mapping

    from app.domain.appointment import Appointment
    from app.domain.case import Case
    from app.domain.client import Place
    from app.domain.decline import Decline
    from app.domain.entry import CaseEntry
    from app.domain.ids import CaseId
    from app.ports import CaseAppointments, Clock, OpenVault


@dataclass(frozen=True)
class DeclinePage:
    """What the page shows; `kept` is what was written before, the newest first.

    `booked` are the times that the calendar still holds for the case, within a year.
    """

    case: Case
    here: Place = field(repr=False)
    kept: tuple[CaseEntry, ...] = field(repr=False)
    unfinished: Mapping[str, Any] = field(repr=False)
    booked: tuple[Appointment, ...] = ()


def page(vault: OpenVault, clock: Clock, case_id: CaseId) -> DeclinePage:
    """Return what the page shows, and write that it was read.

    Raises `CaseLocked` where the case is shut.
    """
    case = case_entries.open_case(vault, case_id)
    profile = vault.clients.of_case(case_id).profile
    vault.audit.record_or_hold(AuditKind.INTAKE_READ, clock.now(), case_id)
    return DeclinePage(
        case,
        counselor_place(profile, vault.settings.practice().place),
        tuple(reversed(vault.entries.of_case(case_id, EntryKind.DECLINE))),
        case_entries.unfinished(vault, case_id, EntryKind.DECLINE),
        booked(vault, clock, case_id),
    )


def booked(vault: OpenVault, clock: Clock, case_id: CaseId) -> tuple[Appointment, ...]:
    """Return the standing appointments of a case that begin from now on within a year."""
    now = clock.now()
    return tuple(
        one
        for one in agenda.appointments_between(vault, now, now + agenda.AHEAD)
        if one.case_id == case_id and one.state.standing and one.starts_at > now
    )


def cancel_booked(vault: OpenVault, clock: Clock, case_id: CaseId) -> CaseAppointments:
    """Cancel every coming appointment of a case, its series to their end.

    Returns what the case had in the calendar before, for `appointments.undo`.
    """
    before = vault.appointments.remember(case_id)
    with vault.transaction():
        while found := booked(vault, clock, case_id):
            first = found[0]
            again = first.series_id is not None
            (appointments.cancel_following if again else appointments.cancel)(
                vault, clock, first.which
            )
    return before


def record(vault: OpenVault, clock: Clock, case_id: CaseId, made: Decline) -> CaseEntry:
    """Write for good why somebody is not taken on, and close the case.

    Raises `DeclineIncomplete` where a rule is not met (clause 002), `CaseClosed` where the case is
    closed already: a second entry would stand beside the first.
    """
    missing = DECLINE.lacks(made)
    if missing:
        raise DeclineIncomplete(missing)
    what = (EntryKind.DECLINE, AuditKind.CASE_DECLINED)
    with vault.transaction():
        if vault.cases.get(case_id).state is CaseState.CLOSED:
            raise CaseClosed
        entry = case_entries.enter(vault, clock, case_id, what, as_json(made))
        vault.cases.set_state(case_id, CaseState.CLOSED)
    return entry


def take_up(vault: OpenVault, clock: Clock, case_id: CaseId) -> None:
    """Open a case again that was declined; what was written then stays in its file.

    Raises `CaseLocked` where the case is shut.
    """
    case_entries.open_case(vault, case_id)
    with vault.transaction():
        vault.cases.set_state(case_id, CaseState.OPEN)
        vault.audit.record(AuditKind.CASE_TAKEN_UP, clock.now(), case_id)
