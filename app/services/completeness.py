"""What the records of a practice lack (完整性报告): each case looked at by the rules (119)."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass
from datetime import timedelta
from functools import partial
from typing import TYPE_CHECKING, Final

from app.domain import due
from app.domain.audit import AuditKind
from app.domain.case import CaseState
from app.domain.completeness import WRITE_WITHIN, KnownClient, OpenEnds, RecordFacts, lacks
from app.domain.consent_purpose import Purpose
from app.domain.due import DueKind
from app.domain.entry import EntryKind
from app.domain.intake import IdentityStatus
from app.domain.practice import Practice
from app.services import agenda, courses_due, open_ends, reasons, risks
from app.services.cases import known_cases
from app.services.standings import Standings

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime

    from app.domain.case import Case
    from app.domain.client import Profile
    from app.domain.completeness import Lack
    from app.domain.consent import ConsentState
    from app.domain.ids import CaseId, ConsentId, NoteId
    from app.domain.session import Session
    from app.ports import Clock, DraftFacts, OpenVault
    from app.services.agenda import Person
    from app.services.tools import Tools

_BACK: Final = timedelta(days=366)
_KINDS: Final = (
    EntryKind.SCREEN,
    EntryKind.TECH_SHEET,
    EntryKind.AGREEMENT,
    EntryKind.IDENTITY_TALK,
)


@dataclass(frozen=True)
class CaseRecord:
    """A case and what its record lacks; `note_id` is its oldest note that waits to be signed.

    Of one that is `shut` or damaged (`unread`) only what lies outside its words was looked at.
    """

    person: Person
    open: bool
    lacks: tuple[Lack, ...]
    sessions: int = 0
    note_id: NoteId | None = None

    @property
    def part(self) -> bool:
        """Whether only a part of the record could be looked at."""
        return self.person.shut or self.person.unread


@dataclass(frozen=True)
class Completeness:
    """The report: the records that lack most first; `of` says of which case it is, None of all.

    `hidden` says that damage hides something of it.
    """

    at: datetime
    zone: str
    records: tuple[CaseRecord, ...]
    of: CaseId | None = None
    hidden: bool = False


def report(vault: OpenVault, tools: Tools, case_id: CaseId | None = None) -> Completeness:
    """Return what the record of a case lacks, or of every case (clause 119)."""
    now = tools.clock.now()
    known, unread = known_cases(vault)
    cases = {one.id: one for one in known if case_id in {None, one.id}}
    states = _states(vault, cases)
    states.unread.update(one for one in unread if case_id in {None, one})
    zone = states.part(vault.settings.practice, Practice()).place.time_zone
    gathered = _gather(vault, tools.clock, states)
    records = [_record(vault, one, states, gathered) for one in cases.values()]
    states.met(one.person for one in records)
    records.sort(key=lambda one: (-len(one.lacks), one.person.code, one.person.case_id))
    hidden = states.hidden or bool(states.unread)
    return Completeness(now, zone, tuple(records), case_id, hidden)


def printed(vault: OpenVault, tools: Tools, case_id: CaseId | None = None) -> None:
    """Write into the trail that the report was printed or saved."""
    vault.audit.record_or_hold(AuditKind.COMPLETENESS_PRINTED, tools.clock.now(), case_id)


def _states(vault: OpenVault, cases: Mapping[CaseId, Case]) -> Standings:
    """Return how consent stands in cases, closed ones too."""
    states = Standings(cases=cases)
    found: dict[CaseId, tuple[tuple[ConsentId, ConsentState], ...]] = defaultdict(tuple)
    none: list[tuple[CaseId, ConsentId, ConsentState]] = []
    for case_id, consent_id, state in states.part(
        lambda: vault.consents.states(Purpose.SERVICE), none
    ):
        found[case_id] = (*found[case_id], (consent_id, state))
    states.consents = found
    return states


@dataclass(frozen=True)
class _Gathered:
    """What a few questions told of all cases at once."""

    last: Mapping[CaseId, Session]
    drafts: Mapping[CaseId, list[DraftFacts]]
    unwritten: Mapping[CaseId, int]
    no_result: Mapping[CaseId, int]
    made: Mapping[EntryKind, Mapping[CaseId, datetime]]
    review: frozenset[CaseId]
    duties: frozenset[CaseId]
    reasons: Mapping[CaseId, int]
    ends: Mapping[CaseId, OpenEnds]


def _gather(vault: OpenVault, clock: Clock, states: Standings) -> _Gathered:
    """Ask what can be asked of all cases at once."""
    now = clock.now()
    before = now - WRITE_WITHIN
    drafts: dict[CaseId, list[DraftFacts]] = defaultdict(list)
    nothing: list[DraftFacts] = []
    for one in states.part(vault.notes.drafts, nothing):
        if one.ended_at <= before:
            drafts[one.case_id].append(one)
    kept = agenda.appointments_beside(vault, now - _BACK, now, states)
    past = Counter(one.case_id for one in kept if one.state.standing and one.ends_at <= now)
    never: dict[CaseId, datetime] = {}
    made = {kind: states.part(partial(vault.entries.latest, kind), never) for kind in _KINDS}
    nobody: dict[CaseId, Session] = {}
    none: dict[CaseId, int] = {}
    last = states.part(vault.sessions.last, nobody)
    unwritten = states.part(lambda: vault.sessions.unwritten(before), none)
    whole, states.cases = (
        states.cases,
        {one.id: one for one in states.cases.values() if one.state is CaseState.OPEN},
    )
    waits = [one.case_id for one in courses_due.due(vault, states) if one.kind is DueKind.REVIEW]
    duties = frozenset(one.case_id for one in risks.due(vault, now, states, last))
    owed = Counter(one.case_id for one in reasons.owed(vault, states))
    states.cases = whole
    ends = open_ends.of_cases(vault, clock, whole, states)
    return _Gathered(last, drafts, unwritten, past, made, frozenset(waits), duties, owed, ends)


def _record(vault: OpenVault, case: Case, states: Standings, known: _Gathered) -> CaseRecord:
    """Return what the record of one case lacks."""
    profile = None if case.shut else states.profile(vault, case)
    held = known.last.get(case.id)
    drafts = known.drafts.get(case.id, [])
    facts = RecordFacts(
        mode=case.mode,
        standing=states.of(case.id),
        sessions=0 if held is None else held.number,
        unsigned=len(drafts),
        unwritten=known.unwritten.get(case.id, 0),
        no_result=known.no_result.get(case.id, 0),
        screened=case.id in known.made[EntryKind.SCREEN],
        prepared=case.id in known.made[EntryKind.TECH_SHEET],
        agreed=case.id in known.made[EntryKind.AGREEMENT],
        review=case.id in known.review,
        duties=case.id in known.duties,
        reasons=known.reasons.get(case.id, 0),
        client=_client(profile, talked=case.id in known.made[EntryKind.IDENTITY_TALK]),
        ends=known.ends.get(case.id, OpenEnds()),
    )
    person = (
        agenda.person_beside(vault, case.id) if profile is None else agenda.person_of(case, profile)
    )
    note_id = drafts[0].id if drafts else None
    is_open = case.state is CaseState.OPEN
    return CaseRecord(person, is_open, lacks(facts), facts.sessions, note_id)


def _client(profile: Profile | None, *, talked: bool) -> KnownClient | None:
    """Return what is on record of a client, in yes and no."""
    if profile is None:
        return None
    nameless = profile.intake.identity.status is IdentityStatus.ANONYMOUS
    return KnownClient(
        profile.intake.triage.urgency is not None,
        talked or (due.identity_known(profile) and not nameless),
        due.places_known(profile),
        due.contact_known(profile),
    )
