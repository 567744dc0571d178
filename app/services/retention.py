"""How long records are kept: chosen for the practice and for a case; what is due (clause 015)."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Final

from app.domain import retention
from app.domain.as_json import as_json
from app.domain.audit import AuditKind
from app.domain.case import CaseState
from app.domain.entry import EntryKind
from app.domain.errors import KeepingIncomplete
from app.domain.local_time import counselor_place, wall
from app.domain.retention import KEEPING, KeepingFacts, Standing, keeping_of
from app.services import agenda, case_entries, holds
from app.services.cases import known_cases, known_profile

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime

    from app.domain.case import Case
    from app.domain.client import Place
    from app.domain.destruction import Destruction, Marked
    from app.domain.entry import CaseEntry
    from app.domain.ids import CaseId
    from app.domain.keeping_text import KeepingText
    from app.domain.retention import Keeping, Term
    from app.ports import OpenVault
    from app.services.agenda import Person
    from app.services.tools import Tools

_OF_THE_FILE: Final = frozenset(
    {
        EntryKind.RETENTION,
        EntryKind.LEGAL_HOLD,
        EntryKind.HOLD_LIFTED,
        EntryKind.CLIENT_REQUEST,
        EntryKind.REQUEST_ANSWER,
    }
)
"""What is done about the file itself and is no contact: no term begins anew by it."""
_ORDER: Final = tuple(Standing)


@dataclass(frozen=True)
class Line:
    """A case in the overview; `term` is None where it is shut, `marked` where it is not."""

    person: Person = field(repr=False)
    keeping: Keeping = field(repr=False)
    term: Term | None
    standing: Standing
    marked: Marked | None = None
    own: bool = False


@dataclass(frozen=True)
class Overview:
    """What the page shows: every case, what is due first, and what was destroyed, newest first.

    `hidden` are the numbers of cases that damage hides.
    """

    keeping: Keeping = field(repr=False)
    text: KeepingText
    lines: tuple[Line, ...] = field(repr=False)
    gone: tuple[Destruction, ...]
    zone: str
    hidden: tuple[CaseId, ...] = ()


@dataclass(frozen=True)
class KeepingPage:
    """What the page of a case shows: what holds, since when, and what was chosen before."""

    case: Case
    here: Place = field(repr=False)
    keeping: Keeping = field(repr=False)
    usual: Keeping = field(repr=False)
    text: KeepingText
    term: Term | None
    standing: Standing
    kept: tuple[tuple[datetime, Keeping], ...] = field(repr=False)
    unfinished: Mapping[str, Any] = field(repr=False)


def overview(vault: OpenVault, tools: Tools, language: str) -> Overview:
    """Return what is kept until when; what is due stands first (clause 015)."""
    known, hidden = known_cases(vault)
    facts = _Facts.of(vault)
    now = tools.clock.now()
    marks = vault.destructions.marks()
    found = [_line(vault, facts, case, now, marks.get(case.id)) for case in known]
    vault.audit.record_or_hold(AuditKind.RETENTION_READ, now)
    return Overview(
        facts.usual,
        tools.keeping_texts[language],
        tuple(sorted(found, key=_place)),
        tuple(vault.destructions.all()),
        facts.zone,
        tuple(sorted(hidden)),
    )


def choose(vault: OpenVault, tools: Tools, keeping: Keeping) -> None:
    """Store how long the practice keeps its records; raise `KeepingIncomplete` (clause 015)."""
    missing = KEEPING.lacks(KeepingFacts(keeping))
    if missing:
        raise KeepingIncomplete(missing)
    with vault.transaction():
        vault.settings.choose_keeping(keeping)
        vault.audit.record(AuditKind.RETENTION_CHOSEN, tools.clock.now())


def page(vault: OpenVault, tools: Tools, case_id: CaseId, language: str) -> KeepingPage:
    """Return what the page of a case shows; raise `CaseLocked` where the case is shut."""
    case = case_entries.open_case(vault, case_id)
    facts, now = _Facts.of(vault), tools.clock.now()
    entries = vault.entries.of_case(case_id, EntryKind.RETENTION)
    case_entries.was_read(vault, tools.clock, case_id, AuditKind.RETENTION_READ, entries)
    shown = _line(vault, facts, case, now, None)
    return KeepingPage(
        case,
        counselor_place(vault.clients.of_case(case_id).profile, vault.settings.practice().place),
        shown.keeping,
        facts.usual,
        tools.keeping_texts[language],
        shown.term,
        shown.standing,
        tuple((one.at, keeping_of(one.value)) for one in reversed(entries)),
        case_entries.unfinished(vault, case_id, EntryKind.RETENTION),
    )


def least(vault: OpenVault, tools: Tools) -> int:
    """Return the years that the law of the place asks for, by what the practice chose."""
    text = next(iter(tools.keeping_texts.values()))
    return retention.least(vault.settings.keeping(), text.profiles)


def choose_for(vault: OpenVault, tools: Tools, case_id: CaseId, keeping: Keeping) -> CaseEntry:
    """Store how long one case is kept; raise `KeepingIncomplete` (clauses 015, 155)."""
    missing = KEEPING.lacks(KeepingFacts(keeping, least(vault, tools)))
    if missing:
        raise KeepingIncomplete(missing)
    what = (EntryKind.RETENTION, AuditKind.RETENTION_CHOSEN)
    return case_entries.enter(vault, tools.clock, case_id, what, as_json(keeping))


def term_of(vault: OpenVault, case: Case) -> Term | None:
    """Return the term of a case; None where it is shut."""
    return _term(vault, _Facts.of(vault), case)


def is_over(vault: OpenVault, case: Case, term: Term | None, now: datetime) -> bool:
    """Return whether the term of a case is over; of one that is shut nobody can say so."""
    today = wall(now, vault.settings.practice().place.time_zone).date()
    closed = case.state is CaseState.CLOSED
    return retention.standing(term, today, closed=closed, held=False) is Standing.DUE


@dataclass(frozen=True)
class _Facts:
    """What is read once for every case."""

    usual: Keeping = field(repr=False)
    zone: str
    last: Mapping[CaseId, datetime]
    held: Mapping[CaseId, int]

    @classmethod
    def of(cls, vault: OpenVault) -> _Facts:
        """Read it."""
        last = {one: session.starts_at for one, session in vault.sessions.last().items()}
        for kind in EntryKind:
            if kind in _OF_THE_FILE:
                continue
            for case_id, at in vault.entries.latest(kind).items():
                last[case_id] = max(at, last.get(case_id, at))
        zone = vault.settings.practice().place.time_zone
        return cls(vault.settings.keeping(), zone, last, holds.standing(vault))


def _keeping(vault: OpenVault, facts: _Facts, case: Case) -> tuple[Keeping, bool]:
    """Return what holds for a case, and whether it was chosen for it alone."""
    if case.shut:
        return facts.usual, False
    found = vault.entries.of_case(case.id, EntryKind.RETENTION)
    return (keeping_of(found[-1].value), True) if found else (facts.usual, False)


def _term(vault: OpenVault, facts: _Facts, case: Case) -> Term | None:
    if case.shut:
        return None
    keeping, _ = _keeping(vault, facts, case)
    last = wall(facts.last.get(case.id, case.opened_at), facts.zone).date()
    return retention.term(keeping, last, known_profile(vault, case).birth_date)


def _line(
    vault: OpenVault, facts: _Facts, case: Case, now: datetime, marked: Marked | None
) -> Line:
    """Return how a case stands."""
    keeping, own = _keeping(vault, facts, case)
    term = _term(vault, facts, case)
    standing = retention.standing(
        term,
        wall(now, facts.zone).date(),
        closed=case.state is CaseState.CLOSED,
        held=case.id in facts.held,
    )
    return Line(agenda.person_beside(vault, case.id), keeping, term, standing, marked, own)


def _place(line: Line) -> tuple[bool, int, str, int]:
    """Return where a line stands: what is due first, then what is held, then by the day."""
    until = line.term.until.isoformat() if line.term is not None else ""
    first = line.standing is not Standing.DUE
    return first, _ORDER.index(line.standing), until, line.person.case_id
