"""The day before her: who comes, what is ready for it, what waits, and the week."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from functools import partial
from typing import TYPE_CHECKING, TypeVar

from app.domain import due
from app.domain.appointment import AppointmentState
from app.domain.audit import AuditKind
from app.domain.backup import BackupPlan
from app.domain.caseload import Ceilings, Load
from app.domain.client import Profile
from app.domain.consent import empty_places
from app.domain.due import DueKind, Standing
from app.domain.entry import EntryKind
from app.domain.errors import VaultDamaged
from app.domain.local_time import wall
from app.domain.practice import Practice
from app.domain.recurrence import instant
from app.domain.risk_course import overdue
from app.services import (
    agenda,
    backups,
    case_forms,
    computer_safety,
    consent_renewals,
    courses_due,
    health,
    practice,
    reasons,
    risks,
    unfinished,
    urgent_requests,
)
from app.services.standings import standings

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from datetime import date

    from app.domain.appointment import Appointment, Which
    from app.domain.client import Place
    from app.domain.complaint import Complaint
    from app.domain.consent import ConsentState
    from app.domain.ids import CaseId, ConsentId, NoteId, SessionId
    from app.domain.session import Session
    from app.domain.urgent_request import UrgentRequest
    from app.ports import NoteFacts, OpenVault
    from app.services.agenda import Agenda, Line, Person
    from app.services.consent_renewals import Renewal
    from app.services.standings import Standings
    from app.services.tools import Tools

T = TypeVar("T")
# The parts of a structured note that hold what was agreed on, and what is planned next.
_AGREED, _PLAN = "homework", "plan"
_BACK = timedelta(days=30)
_DAY = timedelta(days=1)
_OPENINGS = (AuditKind.UNLOCKED, AuditKind.UNLOCKED_BY_RECOVERY, AuditKind.UNLOCKED_BY_KEYRING)
WEEK_DAYS = 7
_SAME_PAGE = {
    EntryKind.SCREEN: DueKind.SCREEN_AGAIN,
    EntryKind.AGREEMENT: DueKind.AGREED_OVER,
    EntryKind.REVIEW: DueKind.REVIEW,
    EntryKind.URGENT_REASONS: DueKind.URGENT_REASONS,
}


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
class Due:
    """Something that waits: where it is to be done, and for how long it has waited."""

    kind: DueKind
    person: Person | None = None
    number: int = 0
    at: datetime | None = None
    note_id: NoteId | None = None
    consent_id: ConsentId | None = None
    which: Which | None = None
    blanks: int = 0
    state: ConsentState | None = None
    reasons: tuple[str, ...] = ()
    session_id: SessionId | None = None
    entry: EntryKind | None = None


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
    waits = tuple(_due(vault, tools, now, states))
    week = tuple(_week(found, monday, zone))
    return Today(
        now,
        here,
        rows,
        upcoming,
        ready,
        tuple(one for one in found.lines if _stands(one, end, after)),
        waits,
        week,
        len(states.cases),
        tuple(sorted(states.unread)),
        states.hidden,
        found.hidden,
        states.part(lambda: _wrong(vault), None),
        _load(states.part(vault.settings.ceilings, Ceilings()), week, wall(now, zone).date()),
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


def _due(vault: OpenVault, tools: Tools, now: datetime, states: Standings) -> list[Due]:
    """Return what waits, the most urgent first, of one kind the oldest first."""
    people: dict[CaseId, Person] = {}

    def who(case_id: CaseId) -> Person:
        if case_id not in people:
            people[case_id] = _person(vault, states, case_id)
        return people[case_id]

    found = [
        *_dangers(vault, now, states, who),
        *(_request(one, who) for one in urgent_requests.due(vault, tools.clock, states)),
        *_contacts(vault, who, states),
        *_notes(vault, who, states),
        *_results(vault, now, who, states),
        *_consents(vault, states, who),
        *_renewals(vault, tools, states, who),
        *(Due(one.kind, who(one.case_id), one.number) for one in courses_due.due(vault, states)),
        *(_urgent(one, who) for one in reasons.owed(vault, states)),
        *_chores(vault, tools, now, states),
    ]
    found += _begun(vault, who, states, found)
    states.met(people.values())
    order = {kind: at for at, kind in enumerate(DueKind)}
    return sorted(found, key=lambda one: order[one.kind])


def _person(vault: OpenVault, states: Standings, case_id: CaseId) -> Person:
    """Return who a case is with; of an open one by what was read already."""
    case = states.cases.get(case_id)
    profile = None if case is None else states.profile(vault, case)
    if case is None or profile is None:
        return agenda.person_beside(vault, case_id)
    return agenda.person_of(case, profile)


def _begun(
    vault: OpenVault, who: Callable[[CaseId], Person], states: Standings, found: list[Due]
) -> list[Due]:
    """Return the entries that are begun; not where a line in `found` leads to the same page.

    Of shut cases nothing is said.
    """
    nothing: tuple[unfinished.Unfinished, ...] = ()
    led = {(one.kind, one.person.case_id, one.session_id) for one in found if one.person}
    made = []
    for one in states.part(lambda: unfinished.every(vault), nothing):
        case, same = states.cases.get(one.case_id), _SAME_PAGE.get(one.kind)
        if case is None or case.shut or (same, one.case_id, one.session_id) in led:
            continue
        person = who(one.case_id)
        made.append(Due(DueKind.ENTRY_BEGUN, person, session_id=one.session_id, entry=one.kind))
    return made


def _request(one: UrgentRequest, who: Callable[[CaseId], Person]) -> Due:
    """Return an urgent request that waits (074), with what it has come to."""
    come_to = () if one.answered_at is None else ("answered",)
    return Due(DueKind.URGENT_REQUEST, who(one.case_id), at=one.at, reasons=come_to)


def _dangers(
    vault: OpenVault, now: datetime, states: Standings, who: Callable[[CaseId], Person]
) -> Iterator[Due]:
    """Yield what danger asks for: a contact that is overdue (072), or anything else (124)."""
    nobody: dict[CaseId, Session] = {}
    last = states.part(vault.sessions.last, nobody)
    for one in risks.due(vault, now, states, last):
        late = overdue.name in one.duties
        kind = DueKind.CONTACT_OVERDUE if late else DueKind.RISK_DUTIES
        yield Due(kind, who(one.case_id), at=one.next_contact, reasons=one.duties)


def _urgent(one: Session, who: Callable[[CaseId], Person]) -> Due:
    """Return the reasons that an emergency session owes, and when that was over (097)."""
    ended = one.starts_at + timedelta(minutes=one.minutes)
    kind = DueKind.URGENT_REASONS
    return Due(kind, who(one.case_id), one.number, ended, session_id=one.id)


def _chores(vault: OpenVault, tools: Tools, now: datetime, states: Standings) -> Iterator[Due]:
    """Yield what waits that belongs to no case."""
    kept = vault.settings
    plan = states.part(kept.backup_plan, BackupPlan())
    sound: tuple[Complaint, ...] = ()
    if found := states.part(lambda: health.known(vault), sound):
        yield Due(DueKind.CHECK_FOUND, reasons=tuple(one.fault.name for one in found))
    if plan.parted is not None:
        yield Due(DueKind.BACKUP_FOLDER)
    elif states.part(lambda: backups.overdue(vault, tools.clock), instead=False):
        reasons = ("elsewhere",) if plan.latest != plan.counted else ()
        yield Due(DueKind.BACKUP, at=plan.counted, reasons=reasons)
    if states.part(lambda: computer_safety.due(vault, now), instead=False):
        yield Due(DueKind.COMPUTER, at=kept.computer_safety().checked_at)
    nothing: tuple[str, ...] = ()
    waits = states.part(lambda: practice.waits(vault, now), nothing) if states.cases else nothing
    if waits:
        yield Due(DueKind.PRACTICE, reasons=waits)
    for kind in states.part(lambda: practice.begun(vault), nothing):
        yield Due(DueKind.PRACTICE_BEGUN, reasons=(kind,))
    if states.part(lambda: case_forms.unfinished(vault), None) is not None:
        yield Due(DueKind.CASE_FORM)


def _contacts(
    vault: OpenVault, who: Callable[[CaseId], Person], states: Standings
) -> Iterator[Due]:
    """Yield the remote cases without an emergency contact (clause 104); shut ones are not known."""
    for case in states.cases.values():
        if case.mode.remote and not case.shut:
            profile = states.profile(vault, case)
            if profile is not None and due.contact_missing(case.mode, profile):
                yield Due(DueKind.NO_CONTACT, who(case.id))


def _notes(vault: OpenVault, who: Callable[[CaseId], Person], states: Standings) -> Iterator[Due]:
    """Yield the notes that are not signed (clause 014); where damage hides it, name the cases."""
    try:
        drafts = vault.notes.drafts()
    except VaultDamaged:
        drafts = []
        states.hidden = True
        for case_id in states.cases:
            nothing: list[NoteFacts] = []
            states.beside(case_id, partial(_facts, vault, case_id), nothing)
    for one in drafts:
        yield Due(DueKind.NOTE_UNSIGNED, who(one.case_id), one.number, one.ended_at, note_id=one.id)


def _results(
    vault: OpenVault, now: datetime, who: Callable[[CaseId], Person], states: Standings
) -> Iterator[Due]:
    """Yield the appointments that are over without a word of what became of them (clause 079)."""
    kept = agenda.appointments_beside(vault, now - _BACK, now, states)
    past = [one for one in kept if one.state.standing and one.ends_at <= now]
    for one in past:
        yield Due(DueKind.NO_RESULT, who(one.case_id), at=one.starts_at, which=one.which)


def consents_due(vault: OpenVault, tools: Tools, states: Standings) -> Iterator[Due]:
    """Yield every consent to the service that waits for something (030, 042, 159)."""
    who = partial(_person, vault, states)
    yield from _consents(vault, states, who)
    yield from _renewals(vault, tools, states, who)


def _consents(
    vault: OpenVault, states: Standings, who: Callable[[CaseId], Person]
) -> Iterator[Due]:
    """Yield the consents that wait for a step, have blanks, or no longer hold (042, 030)."""
    for case_id, kept in states.consents.items():
        if states.of(case_id) is Standing.ENDED:
            consent_id, state = kept[-1]
            yield Due(DueKind.CONSENT_ENDED, who(case_id), consent_id=consent_id, state=state)
        for consent_id, state in kept:
            if not state.final:
                known, person = (consent_id, state), who(case_id)
                step = Due(DueKind.CONSENT_STEP, person, consent_id=consent_id, state=state)
                yield states.beside(case_id, partial(_open_consent, vault, known, person), step)


def _renewals(
    vault: OpenVault, tools: Tools, states: Standings, who: Callable[[CaseId], Person]
) -> Iterator[Due]:
    """Yield the signed consents that are to be asked for anew, or talked over again (159)."""
    modes = {case_id: case.mode for case_id, case in states.cases.items()}
    underway = {
        case_id
        for case_id, kept in states.consents.items()
        if not all(state.final for _, state in kept)
    }
    nothing: tuple[Renewal, ...] = ()
    found = states.part(lambda: consent_renewals.renewals(vault, tools, modes, underway), nothing)
    for one in found:
        kept = one.consent
        yield Due(
            DueKind.CONSENT_RENEWAL,
            who(kept.case_id),
            at=kept.at,
            consent_id=kept.id,
            reasons=one.reasons,
        )


def _open_consent(vault: OpenVault, known: tuple[ConsentId, ConsentState], person: Person) -> Due:
    """Return what a consent on its way waits for; of a case that is shut, by its state alone."""
    consent_id, state = known
    if person.shut:
        return Due(DueKind.CONSENT_STEP, person, consent_id=consent_id, state=state)
    consent = vault.consents.get(consent_id)
    template = vault.consents.wording(consent_id)
    blanks = len(empty_places(template, consent.draft))
    kind = DueKind.CONSENT_BLANKS if blanks else DueKind.CONSENT_STEP
    return Due(kind, person, consent_id=consent_id, blanks=blanks, state=consent.state)


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
