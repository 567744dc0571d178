"""Read the calendar: what lies in a range, what is known of one appointment, what comes next."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import timedelta
from typing import TYPE_CHECKING

from app.domain.appointment import (
    BEFORE_ITS_HOUR,
    Appointment,
    AppointmentState,
    Which,
    conflicts,
    lately,
    near,
)
from app.domain.case import CaseState, ServiceMode
from app.domain.client import Place
from app.domain.errors import VaultDamaged
from app.domain.practice import Practice
from app.domain.rank import Spelt
from app.services import cases, names
from app.services.beside import Beside, readable

if TYPE_CHECKING:
    from collections.abc import Container, Iterable
    from datetime import datetime

    from app.domain.appointment import Series
    from app.domain.case import Case
    from app.domain.client import Profile
    from app.domain.ids import CaseId, NoteId, SeriesId, SessionId
    from app.domain.session import Session
    from app.ports import Clock, OpenVault

AHEAD = timedelta(days=366)
_BEFORE = timedelta(hours=12)
_LONGEST_MOVE = timedelta(days=366)


@dataclass(frozen=True)
class Person:
    """Who stands behind an appointment, as a list shows it; of a `shut` case only its number.

    Of one that is `unread` something is damaged: what could not be read stands empty. `spelt` is
    known of those an appointment can be made with.
    """

    case_id: CaseId
    code: str = field(repr=False)
    name: str = field(repr=False)
    mode: ServiceMode
    there: Place = field(repr=False)
    shut: bool = False
    unread: bool = False
    spelt: Spelt = field(default=Spelt(()), repr=False)


@dataclass(frozen=True)
class Line:
    """An appointment with its person; `conflict` says that it lies on top of another one."""

    appointment: Appointment
    person: Person
    conflict: bool = False


@dataclass(frozen=True)
class LooseSession:
    """A session that keeps no appointment (clause 079); `note_id` once its note was looked up."""

    session: Session
    person: Person
    note_id: NoteId | None = None


@dataclass(frozen=True)
class Agenda:
    """Everything in a range, in order of time; `here` is where the counselor is.

    `hidden` says that damage hides something: there may be more, or it may lie at other times.
    """

    lines: tuple[Line, ...]
    loose: tuple[LooseSession, ...]
    here: Place = field(repr=False)
    now: datetime
    hidden: bool = False


@dataclass(frozen=True)
class Detail:
    """One appointment with its series, its changes, and what lies on top of it.

    `changes` counts all changes of time of its case, `lately` those of the last three months.
    """

    line: Line
    series: Series | None
    changes: int
    lately: int
    others: tuple[Line, ...]
    here: Place = field(repr=False)
    now: datetime = field(compare=False)

    @property
    def near(self) -> bool:
        """Whether it begins within a quarter of an hour, or began: its note may be written."""
        return near(self.line.appointment.starts_at, self.now)


def find(vault: OpenVault, which: Which) -> Appointment:
    """Return an appointment, stored or still a slot of its series; KeyError when there is none."""
    if which.id is not None:
        return vault.appointments.get(which.id)
    if which.series_id is None or which.slot is None:
        raise KeyError(which)
    stored = vault.appointments.at_slot(which.series_id, which.slot)
    if stored is not None:
        return stored
    series = vault.appointments.series(which.series_id)
    if which.slot not in series.slots(which.slot, which.slot + timedelta(minutes=1)):
        raise KeyError(which)
    return series.at(which.slot)


def appointments_between(vault: OpenVault, begin: datetime, end: datetime) -> list[Appointment]:
    """Return every appointment any of which lies between `begin` and `end`, in order of time."""
    kept = vault.appointments
    reach = begin - timedelta(days=1)
    series, taken = kept.series_between(reach, end), kept.taken(reach, end)
    return _with_slots(kept.between(begin, end), series, taken, (begin, end))


def _with_slots(
    stored: Iterable[Appointment],
    series: Iterable[Series],
    taken: Container[object],
    span: tuple[datetime, datetime],
) -> list[Appointment]:
    """Return stored appointments and the slots that have no row, as far as they lie in a span."""
    begin, end = span
    slots = [
        one.at(slot)
        for one in series
        for slot in one.slots(begin - timedelta(days=1), end)
        if (one.id, slot) not in taken
    ]
    found = [one for one in (*stored, *slots) if one.overlaps(begin, end)]
    return sorted(found, key=lambda one: (one.starts_at, one.case_id))


def between(vault: OpenVault, clock: Clock, begin: datetime, end: datetime) -> Agenda:
    """Return the calendar from `begin` to before `end`; `VaultDamaged` where it is not whole."""
    found = shown_between(vault, clock, begin, end)
    if found.hidden:
        raise VaultDamaged
    return found


def shown_between(vault: OpenVault, clock: Clock, begin: datetime, end: datetime) -> Agenda:
    """Return the calendar from `begin` to before `end`, as much of it as damage lets be read."""
    beside = Beside()
    none: list[Session] = []
    found = appointments_beside(vault, begin, end, beside)
    sessions = beside.part(lambda: vault.sessions.between(begin, end), none)
    kept = {one.session_id for one in found if one.session_id is not None}
    held = beside.part(lambda: vault.appointments.linked(begin, end), kept)
    loose = [one for one in sessions if one.id not in held]
    ids = [*(one.case_id for one in found), *(one.case_id for one in loose)]
    people = _people(vault, ids)
    on_top = conflicts(found)
    return Agenda(
        tuple(Line(one, people[one.case_id], one.which in on_top) for one in found),
        tuple(LooseSession(one, people[one.case_id]) for one in loose),
        beside.part(vault.settings.practice, Practice()).place,
        clock.now(),
        beside.hidden,
    )


def appointments_beside(
    vault: OpenVault, begin: datetime, end: datetime, beside: Beside
) -> list[Appointment]:
    """Return as `appointments_between` does what lies beside the damage, if there is any.

    A slot whose own row cannot be read stands as its series has it: rather one too many than one
    that nobody is told of.
    """
    try:
        return appointments_between(vault, begin, end)
    except VaultDamaged:
        return _one_by_one(vault, begin, end, beside)


def _one_by_one(
    vault: OpenVault, begin: datetime, end: datetime, beside: Beside
) -> list[Appointment]:
    """Read the stored appointments by their numbers, and the series with what is known of them."""
    kept, reach = vault.appointments, begin - timedelta(days=1)
    nothing: tuple[list[Appointment], bool] = ([], True)
    stored, unread = beside.part(kept.one_by_one, nothing)
    beside.hidden = beside.hidden or unread
    none: list[Series] = []
    series = beside.part(lambda: kept.series_between(reach, end), none)
    known = {(one.series_id, one.slot) for one in stored}
    empty: set[tuple[SeriesId, datetime]] = set()
    taken = beside.part(lambda: kept.taken(reach, end), empty) | known
    return _with_slots(stored, series, taken, (begin, end))


def loose_session(vault: OpenVault, session_id: SessionId) -> LooseSession:
    """Return a session with its person and, if one is written, its note; KeyError for none."""
    session = vault.sessions.get(session_id)
    notes = {fact.session_id: fact.id for fact in vault.notes.facts_of_case(session.case_id)}
    return LooseSession(session, person_beside(vault, session.case_id), notes.get(session.id))


def detail(vault: OpenVault, clock: Clock, which: Which) -> Detail:
    """Return what is known of one appointment."""
    one = find(vault, which)
    now = clock.now()
    moves = vault.appointments.moves_of_case(one.case_id)
    beside = [
        other
        for other in appointments_between(vault, one.starts_at, one.ends_at)
        if other.which != one.which and other.state.standing and one.state.standing
    ]
    people = _people(vault, (other.case_id for other in (one, *beside)))
    return Detail(
        Line(one, people[one.case_id], bool(beside)),
        vault.appointments.series(one.series_id) if one.series_id is not None else None,
        len(moves),
        lately(moves, now),
        tuple(Line(other, people[other.case_id], conflict=True) for other in beside),
        readable(vault.settings.practice, Practice()).place,
        now,
    )


def clashes(
    vault: OpenVault, begin: datetime, minutes: int, besides: Which | None = None
) -> list[Line]:
    """Return the standing appointments that a time would lie on top of."""
    end = begin + timedelta(minutes=minutes)
    found = [
        one
        for one in appointments_between(vault, begin, end)
        if one.state.standing and one.which != besides
    ]
    people = _people(vault, (one.case_id for one in found))
    return [Line(one, people[one.case_id], conflict=True) for one in found]


def next_of_case(vault: OpenVault, clock: Clock, case_id: CaseId) -> Appointment | None:
    """Return the next standing appointment of a case within a year, or None."""
    now = clock.now()
    kept = vault.appointments
    taken = kept.taken(now - _LONGEST_MOVE, now + AHEAD)
    found = [one for one in kept.of_case(case_id) if one.state.standing and one.ends_at > now]
    free = (_next_free(one, taken, now) for one in kept.series_of_case(case_id))
    found += (one for one in free if one is not None)
    return min(found, key=lambda one: one.starts_at, default=None)


def next_times(vault: OpenVault, clock: Clock) -> dict[CaseId, datetime]:
    """Return when the next standing appointment of each case begins, within a year.

    One that is under way counts until it ends. Of each series only one time is reckoned out.
    """
    now = clock.now()
    kept = vault.appointments
    taken = kept.taken(now - _LONGEST_MOVE, now + AHEAD)
    stored = (one for one in kept.between(now, now + AHEAD) if one.state.standing)
    free = (_next_free(one, taken, now) for one in kept.series_between(now, now + AHEAD))
    found: dict[CaseId, datetime] = {}
    for one in (*stored, *(one for one in free if one is not None)):
        found[one.case_id] = min(one.starts_at, found.get(one.case_id, one.starts_at))
    return found


def _next_free(series: Series, taken: Container[object], now: datetime) -> Appointment | None:
    """Return the next time of a series to which nothing happened, within a year; it may be on."""
    slots = series.slots(now - timedelta(minutes=series.minutes), now + AHEAD)
    return next((series.at(one) for one in slots if (series.id, one) not in taken), None)


def coming(vault: OpenVault, clock: Clock, ahead: timedelta) -> list[Line]:
    """Return the standing appointments that are on, or begin within `ahead`."""
    now = clock.now()
    found = [
        one
        for one in appointments_between(vault, now, now + ahead)
        if (one.state.standing or one.state is AppointmentState.HELD) and one.ends_at > now
    ]
    people = _people(vault, (one.case_id for one in found))
    return [Line(one, people[one.case_id]) for one in found]


def persons(vault: OpenVault) -> list[Person]:
    """Return everybody an appointment can be made with, by pinyin; no closed cases."""
    every = [person(vault, case.id) for case in vault.cases.all() if case.state is CaseState.OPEN]
    found = [replace(one, spelt=names.spelt(one.name, person=True)) for one in every]
    return sorted(found, key=lambda one: names.key(one.name, one.code))


def at_hand(vault: OpenVault, clock: Clock, case_id: CaseId) -> Appointment | None:
    """Return the appointment of a case that a note begun now is about, or None.

    It is the latest of the last twelve hours, or of the next quarter of an hour, that has no
    session yet and was neither missed nor cancelled.
    """
    now = clock.now()
    return max(
        (
            one
            for one in appointments_between(vault, now - _BEFORE, now + BEFORE_ITS_HOUR)
            if one.case_id == case_id
            and one.session_id is None
            and (one.state.standing or one.state is AppointmentState.HELD)
        ),
        key=lambda one: one.starts_at,
        default=None,
    )


def _people(vault: OpenVault, cases: Iterable[CaseId]) -> dict[CaseId, Person]:
    """Return the person of each case."""
    return {case_id: person_beside(vault, case_id) for case_id in set(cases)}


def person(vault: OpenVault, case_id: CaseId) -> Person:
    """Return who a case is with."""
    case = vault.cases.get(case_id)
    return person_of(case, cases.known_profile(vault, case))


def person_of(case: Case, profile: Profile) -> Person:
    """Return who a case is with, by what is known of the client already."""
    return Person(case.id, case.code, profile.name, case.mode, profile.place, case.shut)


def person_beside(vault: OpenVault, case_id: CaseId) -> Person:
    """Return who a case is with, as far as damage lets it be read; then at least its number."""
    try:
        return person(vault, case_id)
    except VaultDamaged:
        return _named(vault, case_id)


def _named(vault: OpenVault, case_id: CaseId) -> Person:
    """Return a case by its code name, or where even that cannot be read by its number."""
    try:
        case = vault.cases.get(case_id)
    except VaultDamaged:
        mode = ServiceMode.FACE_TO_FACE  # nothing follows from it: an appointment has its own
        return Person(case_id, f"#{case_id}", "", mode, Place(), unread=True)
    return Person(case_id, case.code, "", case.mode, Place(), case.shut, unread=True)
