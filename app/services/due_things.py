"""What is due over the whole practice (待办): one list of sources, one list of what waits.

To have another kind of thing wait: a line in `DueKind` of `app.domain.due` (its place there is how
urgent it is), with its group and its clause; a function here that yields a `Due` for each, put into
`SOURCES`; its icon, words and button in `ui.today_words` and its page in `ui.today_places`. The
pages 今日 and 待办, their counts and the putting off take it up by themselves. What is about danger
is never put off.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from functools import partial
from typing import TYPE_CHECKING, Final

from app.domain import due
from app.domain.backup import BackupPlan
from app.domain.consent import empty_places
from app.domain.due import DueKind, Standing
from app.domain.entry import EntryKind
from app.domain.errors import VaultDamaged
from app.domain.local_time import wall
from app.domain.measure import RISK_LOOKS, waiting
from app.domain.practice import Practice
from app.domain.risk_course import overdue
from app.services import (
    agenda,
    backups,
    case_forms,
    client_requests,
    computer_safety,
    consent_renewals,
    courses_due,
    disclosures,
    endings_due,
    health,
    practice,
    reasons,
    risks,
    unfinished,
    urgent_requests,
)
from app.services.standings import standings

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
    from datetime import date, datetime

    from app.domain.appointment import Which
    from app.domain.client_request import RequestStanding
    from app.domain.complaint import Complaint
    from app.domain.consent import ConsentState
    from app.domain.entry import CaseEntry
    from app.domain.ids import CaseId, ConsentId, NoteId, SessionId
    from app.domain.session import Session
    from app.domain.urgent_request import UrgentRequest
    from app.ports import NoteFacts, OpenVault
    from app.services.agenda import Person
    from app.services.consent_renewals import Renewal
    from app.services.standings import Standings
    from app.services.tools import Tools

_BACK = timedelta(days=30)
_DAY = timedelta(days=1)
_MEASURED = (EntryKind.MEASURE, EntryKind.MEASURE_FOLLOW, *RISK_LOOKS)
_OF_MEASURES = {
    "measure_care.self_harm": DueKind.SELF_HARM_SAID,
    "measure_care.feedback": DueKind.FEEDBACK,
}
_SAME_PAGE = {
    EntryKind.SCREEN: DueKind.SCREEN_AGAIN,
    EntryKind.AGREEMENT: DueKind.AGREED_OVER,
    EntryKind.REVIEW: DueKind.REVIEW,
    EntryKind.URGENT_REASONS: DueKind.URGENT_REASONS,
}


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
class Asked:
    """What a source is asked with; `who` returns the person of a case, read once."""

    vault: OpenVault
    tools: Tools
    now: datetime
    states: Standings
    who: Callable[[CaseId], Person]


@dataclass(frozen=True)
class PutOff:
    """Something that was put off, until a day."""

    due: Due
    until: date


@dataclass(frozen=True)
class Waiting:
    """Everything that is due: what waits now, the most urgent first, and what was put off."""

    now: tuple[Due, ...]
    later: tuple[PutOff, ...] = ()


@dataclass(frozen=True)
class DueBoard:
    """What the page 待办 shows; damage hides something of the cases in `unread`, or `hidden`."""

    at: datetime
    zone: str
    waiting: Waiting
    unread: tuple[CaseId, ...] = ()
    hidden: bool = False


def board(vault: OpenVault, tools: Tools) -> DueBoard:
    """Return everything that waits, and what was put off."""
    now, states = tools.clock.now(), standings(vault)
    zone = states.part(vault.settings.practice, Practice()).place.time_zone
    waiting = split(vault, every(vault, tools, now, states), now, states)
    return DueBoard(now, zone, waiting, tuple(sorted(states.unread)), states.hidden)


def every(vault: OpenVault, tools: Tools, now: datetime, states: Standings) -> list[Due]:
    """Return what waits, the most urgent first, of one kind the oldest first."""
    people: dict[CaseId, Person] = {}

    def who(case_id: CaseId) -> Person:
        if case_id not in people:
            people[case_id] = _person(vault, states, case_id)
        return people[case_id]

    on = Asked(vault, tools, now, states, who)
    found = [one for source in SOURCES for one in source(on)]
    found += _begun(vault, who, states, found)
    states.met(people.values())
    order = {kind: at for at, kind in enumerate(DueKind)}
    return sorted(found, key=lambda one: order[one.kind])


def split(vault: OpenVault, found: Sequence[Due], now: datetime, states: Standings) -> Waiting:
    """Return what waits now, and what was put off until a day that has not come.

    What is about danger waits now, whatever was put off (clauses 072, 124).
    """
    nothing: Mapping[str, str] = {}
    kept = states.part(vault.settings.put_off, nothing)
    today = _today(vault, now, states)
    here: list[Due] = []
    later: list[PutOff] = []
    for one in found:
        until = due.put_off_until(kept.get(key(one), ""), today, one.kind)
        if until is None:
            here.append(one)
        else:
            later.append(PutOff(one, until))
    return Waiting(tuple(here), tuple(sorted(later, key=lambda one: one.until)))


def put_off(vault: OpenVault, tools: Tools, one: Due, days: int) -> None:
    """Put something off by so many days, at most `due.LONGEST`; 0 brings it back.

    What is about danger stays. What was put off and is over, or gone, is forgotten.
    """
    now = tools.clock.now()
    today = wall(now, practice.zone(vault)).date()
    kept = {
        name: day
        for name, day in vault.settings.put_off().items()
        if day > today.isoformat() and name != key(one)
    }
    if days and one.kind.can_wait:
        kept[key(one)] = (today + min(days, due.LONGEST) * _DAY).isoformat()
    with vault.transaction():
        vault.settings.change_put_off(kept)


def key(one: Due) -> str:
    """Return by what a thing is known again: its kind and the numbers of what it is about."""
    which = one.which
    slot = "" if which is None or which.slot is None else which.slot.isoformat()
    parts = (
        one.kind.value,
        None if one.person is None else one.person.case_id,
        one.note_id,
        one.consent_id,
        one.session_id,
        None if one.entry is None else one.entry.value,
        None if which is None else which.id,
        None if which is None else which.series_id,
        slot,
    )
    return "/".join("" if part is None else str(part) for part in parts)


def _today(vault: OpenVault, now: datetime, states: Standings) -> date:
    zone = states.part(vault.settings.practice, Practice()).place.time_zone
    return wall(now, zone).date()


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


def _facts(vault: OpenVault, case_id: CaseId) -> list[NoteFacts]:
    """Return what is known of the notes of a case."""
    return vault.notes.facts_of_case(case_id)


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


def _told(on: Asked) -> Iterator[Due]:
    """Yield the disclosures of which something is still to be written down (110, 160)."""
    for one in disclosures.due(on.vault, on.tools.clock):
        reasons = tuple(it.value for it in one.owed)
        yield Due(DueKind.DISCLOSURE_OWED, on.who(one.case_id), at=one.at, reasons=reasons)


def _asked(on: Asked) -> Iterator[Due]:
    """Yield the clients' requests that nobody answered (133), of each case the one due first."""
    never: dict[CaseId, datetime] = {}
    begun = on.states.part(partial(on.vault.entries.latest, EntryKind.CLIENT_REQUEST), never)
    for case_id in begun:
        case = on.states.cases.get(case_id)
        if case is None:
            continue
        nothing: tuple[RequestStanding, ...] = ()
        found = on.states.beside(case_id, partial(client_requests.waiting, on.vault, case), nothing)
        for one in found[:1]:
            yield Due(DueKind.REQUEST_OPEN, on.who(case_id), at=one.at, reasons=(one.request.due,))


def _ended(on: Asked) -> Iterator[Due]:
    """Yield receipts and follow-ups that are late, and clients who are gone (072, 126)."""
    kinds = {
        "referral_care.receipt_late": DueKind.RECEIPT,
        "follow_care.ask": DueKind.FOLLOW_UP,
    }
    nothing: tuple[endings_due.EndingDue, ...] = ()
    read = partial(endings_due.due, on.vault, on.tools, on.states.cases)
    for one in on.states.part(read, nothing):
        kind = kinds.get(one.rule, DueKind.GONE)
        yield Due(kind, on.who(one.case_id), reasons=(one.rule, one.since.isoformat()))


def _measures(on: Asked) -> Iterator[Due]:
    """Yield the open cases in which an answer on self-harm, or a feedback, waits (055)."""
    never: dict[CaseId, datetime] = {}
    measured = on.states.part(partial(on.vault.entries.latest, EntryKind.MEASURE), never)
    for case_id, at in measured.items():
        case = on.states.cases.get(case_id)
        if case is None or case.shut:
            continue
        nothing: Sequence[CaseEntry] = ()
        read = partial(on.vault.entries.of_case, case_id, *_MEASURED)
        for rule in waiting(on.states.beside(case_id, read, nothing)):
            yield Due(_OF_MEASURES[rule], on.who(case_id), at=at, reasons=(rule,))


SOURCES: Final[tuple[Callable[[Asked], Iterable[Due]], ...]] = (
    lambda on: _dangers(on.vault, on.now, on.states, on.who),
    lambda on: (
        _request(one, on.who) for one in urgent_requests.due(on.vault, on.tools.clock, on.states)
    ),
    lambda on: _contacts(on.vault, on.who, on.states),
    lambda on: _notes(on.vault, on.who, on.states),
    lambda on: _results(on.vault, on.now, on.who, on.states),
    lambda on: _consents(on.vault, on.states, on.who),
    lambda on: _renewals(on.vault, on.tools, on.states, on.who),
    lambda on: (
        Due(one.kind, on.who(one.case_id), one.number)
        for one in courses_due.due(on.vault, on.states)
    ),
    lambda on: (_urgent(one, on.who) for one in reasons.owed(on.vault, on.states)),
    _told,
    _asked,
    _ended,
    _measures,
    lambda on: _chores(on.vault, on.tools, on.now, on.states),
)
"""Everything that can wait, each asked once; a source more is a line more."""
