"""The day before her: who comes, what is ready for it, what waits, and the week."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, TypeVar

from app.domain import due
from app.domain.appointment import AppointmentState
from app.domain.audit import AuditKind
from app.domain.caseload import Ceilings, Load
from app.domain.client import Profile
from app.domain.local_time import wall
from app.domain.practice import Practice
from app.domain.recurrence import instant
from app.services import agenda, due_things
from app.services.standings import standings

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

    from app.domain.appointment import Appointment
    from app.domain.client import Place
    from app.domain.due import Standing
    from app.domain.ids import CaseId, NoteId, SessionId
    from app.ports import NoteFacts, OpenVault
    from app.services.agenda import Agenda, Line, Person
    from app.services.due_things import Due
    from app.services.standings import Standings
    from app.services.tools import Tools

T = TypeVar("T")
# The parts of a structured note that hold what was agreed on, and what is planned next.
_AGREED, _PLAN = "homework", "plan"
_DAY = timedelta(days=1)
_OPENINGS = (AuditKind.UNLOCKED, AuditKind.UNLOCKED_BY_RECOVERY, AuditKind.UNLOCKED_BY_KEYRING)
WEEK_DAYS = 7


@dataclass(frozen=True)
class DayRow:
    """One time of the day: an appointment, or a session that kept none.

    `number` is that of the session it became; `note_id` its note, `signed` whether that is final.
    """

    person: Person
    starts_at: datetime
    minutes: int
    appointment: Appointment | None
    standing: Standing
    number: int = 0
    note_id: NoteId | None = None
    signed: bool = False

    @property
    def over(self) -> datetime:
        """When it ends."""
        return self.starts_at + timedelta(minutes=self.minutes)


@dataclass(frozen=True)
class Ready:
    """What is ready for the next appointment; the three of remote work are None face to face.

    `last_signed` is None before the first note. `agreed` is what was agreed on last time, `plan`
    what was planned for this one. Of a `shut` case nothing is known that was written: neither the
    three nor these two.
    """

    number: int
    standing: Standing
    identity: bool | None
    places: bool | None
    contact: bool | None
    last_signed: bool | None
    last_note: NoteId | None
    agreed: str = field(repr=False)
    plan: str = field(repr=False)
    shut: bool = False


@dataclass(frozen=True)
class WeekDay:
    """How many sessions of a day are done, and how many are to come."""

    done: int = 0
    ahead: int = 0


@dataclass(frozen=True)
class WrongTries:
    """How many passwords were wrong before this opening, since the one before, and when last."""

    count: int
    last: datetime


@dataclass(frozen=True)
class Today:
    """Everything the page of the day shows; `upcoming` is which row comes next, or None.

    Of the cases in `unread` something is damaged and is not shown; `hidden` says that damage hides
    something of which no case is known, `gaps` that it may hide times: there may be more `rows`.
    `load` is how full day and week are, where the counselor set a ceiling (clause 021).
    `put_off` is how much was put off and is not among `due`.
    `wrong` is None where nobody mistyped a password before this opening.
    """

    now: datetime
    here: Place = field(repr=False)
    rows: tuple[DayRow, ...]
    upcoming: int | None
    ready: Ready | None
    tomorrow: tuple[Line, ...]
    due: tuple[Due, ...]
    week: tuple[WeekDay, ...]
    cases: int
    unread: tuple[CaseId, ...] = ()
    hidden: bool = False
    gaps: bool = False
    wrong: WrongTries | None = None
    load: Load | None = None
    put_off: int = 0


def today(vault: OpenVault, tools: Tools) -> Today:
    """Return the day; what is shown of a note's words is written to the trail as read."""
    now = tools.clock.now()
    states = standings(vault)
    here = states.part(vault.settings.practice, Practice()).place
    zone = here.time_zone
    begin = _midnight(now, zone)
    monday = _midnight(now - wall(now, zone).weekday() * _DAY, zone)
    end = _midnight(begin + timedelta(hours=36), zone)
    after = _midnight(end + timedelta(hours=36), zone)
    week_end = _midnight(monday + WEEK_DAYS * _DAY + timedelta(hours=2), zone)
    found = agenda.shown_between(vault, tools.clock, monday, max(after, week_end))
    states.hidden = states.hidden or found.hidden
    states.met(one.person for one in found.lines)
    states.met(one.person for one in found.loose)
    rows = _rows(vault, found, (begin, end), states)
    upcoming = _upcoming(rows, now)
    ready = None if upcoming is None else _ready(vault, tools, rows[upcoming], states)
    waiting = due_things.split(vault, due_things.every(vault, tools, now, states), now, states)
    week = tuple(_week(found, monday, zone))
    return Today(
        now,
        here,
        rows,
        upcoming,
        ready,
        tuple(one for one in found.lines if _stands(one, end, after)),
        waiting.now,
        week,
        len(states.cases),
        tuple(sorted(states.unread)),
        states.hidden,
        found.hidden,
        states.part(lambda: _wrong(vault), None),
        _load(states.part(vault.settings.ceilings, Ceilings()), week, wall(now, zone).date()),
        len(waiting.later),
    )


def _load(ceilings: Ceilings, week: Sequence[WeekDay], day: date) -> Load | None:
    """Return how full a day and its week are; None without a ceiling."""
    held = [one.done + one.ahead for one in week]
    monday = day - timedelta(days=day.weekday())
    known = Load(ceilings, day, held[day.weekday()], monday, sum(held))
    return known if ceilings.any else None


def _wrong(vault: OpenVault) -> WrongTries | None:
    """Return what the trail says right before this opening of passwords that were wrong."""
    lines = vault.audit.page(2, kinds=(*_OPENINGS, AuditKind.WRONG_TRIES))
    before = [one for one in lines[1:] if one.kind is AuditKind.WRONG_TRIES]
    return WrongTries(before[0].subject or 0, before[0].at) if before else None


def _midnight(at: datetime, zone: str) -> datetime:
    """Return when the day of `at` begins by the clock of `zone`."""
    return instant(datetime.combine(wall(at, zone).date(), datetime.min.time()), zone)


def _stands(line: Line, begin: datetime, end: datetime) -> bool:
    """Return whether an appointment of these hours is still to come about."""
    one = line.appointment
    return one.state.standing and begin <= one.starts_at < end


def _rows(
    vault: OpenVault, found: Agenda, day: tuple[datetime, datetime], states: Standings
) -> tuple[DayRow, ...]:
    """Return the times of the day in their order."""
    lines = [one for one in found.lines if day[0] <= one.appointment.starts_at < day[1]]
    loose = [one for one in found.loose if day[0] <= one.session.starts_at < day[1]]
    made = [
        _with_note(
            vault,
            states,
            DayRow(
                one.person,
                one.appointment.starts_at,
                one.appointment.minutes,
                one.appointment,
                states.of(one.person.case_id),
            ),
            one.appointment.session_id,
        )
        for one in lines
    ]
    made += [
        _with_note(
            vault,
            states,
            DayRow(
                one.person,
                one.session.starts_at,
                one.session.minutes,
                None,
                states.of(one.person.case_id),
            ),
            one.session.id,
        )
        for one in loose
    ]
    return tuple(sorted(made, key=lambda one: one.starts_at))


def _with_note(
    vault: OpenVault, states: Standings, row: DayRow, session_id: SessionId | None
) -> DayRow:
    """Return a time of the day with the session it became, and that session's note."""
    if session_id is None:
        return row
    case_id, at = row.person.case_id, session_id
    number = states.beside(case_id, lambda: vault.sessions.get(at).number, row.number)
    row = replace(row, number=number)
    nothing: list[NoteFacts] = []
    for one in states.beside(case_id, lambda: _facts(vault, case_id), nothing):
        if one.session_id == session_id:
            return replace(row, note_id=one.id, signed=one.signed)
    return row


def _facts(vault: OpenVault, case_id: CaseId) -> list[NoteFacts]:
    """Return what is known of the notes of a case."""
    return vault.notes.facts_of_case(case_id)


def _upcoming(rows: tuple[DayRow, ...], now: datetime) -> int | None:
    """Return which row comes next, or is on now."""
    for at, one in enumerate(rows):
        stands = one.appointment is not None and one.appointment.state.standing
        if stands and one.over > now:
            return at
    return None


def _ready(vault: OpenVault, tools: Tools, row: DayRow, states: Standings) -> Ready | None:
    """Return what is ready for an appointment; None where damage hides any of it."""
    return states.beside(row.person.case_id, lambda: _ready_now(vault, tools, row), None)


def _ready_now(vault: OpenVault, tools: Tools, row: DayRow) -> Ready:
    """Return what is ready for an appointment, and what was agreed on before it."""
    case_id = row.person.case_id
    shut = row.person.shut
    profile = Profile() if shut else vault.clients.of_case(case_id).profile
    remote = row.person.mode.remote and not shut
    facts = _facts(vault, case_id)
    last = facts[-1] if facts else None
    agreed, plan = "", ""
    if last is not None and not shut:
        agreed, plan = _last_words(vault, tools, case_id, last.id)
    return Ready(
        vault.sessions.last_number(case_id) + 1,
        row.standing,
        due.identity_known(profile) if remote else None,
        due.places_known(profile) if remote else None,
        due.contact_known(profile) if remote else None,
        last.signed if last is not None else None,
        last.id if last is not None else None,
        agreed,
        plan,
        shut,
    )


def _last_words(
    vault: OpenVault, tools: Tools, case_id: CaseId, note_id: NoteId
) -> tuple[str, str]:
    """Return what a note says was agreed on and planned, each on one line.

    That it was read goes to the trail, where it says something of either.
    """
    parts = vault.notes.get(note_id).body.parts
    agreed, plan = (
        " ".join(" ".join(one.text for one in parts if one.key == key).split())
        for key in (_AGREED, _PLAN)
    )
    if agreed or plan:
        vault.audit.record_or_hold(AuditKind.NOTE_READ, tools.clock.now(), case_id, note_id)
    return agreed, plan


def _week(found: Agenda, monday: datetime, zone: str) -> Iterator[WeekDay]:
    """Yield the seven days: what was held, and what still stands or is on just now."""
    first = wall(monday, zone).date()
    done, ahead = [0] * WEEK_DAYS, [0] * WEEK_DAYS
    for session in found.loose:
        one = session.session
        over = one.starts_at + timedelta(minutes=one.minutes) <= found.now
        _count(done if over else ahead, (wall(one.starts_at, zone).date() - first).days)
    for line in found.lines:
        kept = line.appointment
        at = (wall(kept.starts_at, zone).date() - first).days
        if kept.state is AppointmentState.HELD:
            _count(done if kept.ends_at <= found.now else ahead, at)
        elif kept.state.standing:
            _count(ahead, at)
    for one_done, one_ahead in zip(done, ahead, strict=True):
        yield WeekDay(one_done, one_ahead)


def _count(days: list[int], at: int) -> None:
    """Count one more on a day of the week; the range reaches beyond it."""
    if 0 <= at < WEEK_DAYS:
        days[at] += 1
