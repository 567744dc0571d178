"""Assess danger over time; say what a level asks for, of one case and of all."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import timedelta
from functools import partial
from typing import TYPE_CHECKING, Any, Final

from app.domain.as_json import as_json
from app.domain.audit import AuditKind
from app.domain.entry import EntryKind
from app.domain.errors import RiskIncomplete
from app.domain.risk_assessment import RISK, Assessed
from app.domain.risk_course import DUTY, KINDS, RiskStanding, Told, points, standing
from app.services import case_entries
from app.services.beside import Beside, readable

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from datetime import datetime

    from app.domain.case import Case
    from app.domain.client import Place
    from app.domain.entry import CaseEntry
    from app.domain.ids import CaseId, SessionId
    from app.domain.risk_assessment import RiskAssessment
    from app.domain.risk_course import RiskPoint
    from app.domain.rule import Rule
    from app.domain.session import Session
    from app.domain.session_sheet import SessionSheet
    from app.ports import Clock, OpenVault
    from app.services.standings import Standings

_AFTER: Final = timedelta(hours=2)
"""For how long after a session an assessment counts as made in it."""


@dataclass(frozen=True)
class RiskPage:
    """What the page of the risk shows; `kept` are the assessments, the newest first.

    `duties` are the rules that are not met, none where damage hides how the case stands; `hidden`
    says that something that belongs here cannot be read.
    """

    case: Case
    here: Place = field(repr=False)
    now: datetime
    kept: tuple[CaseEntry, ...] = field(repr=False)
    points: tuple[RiskPoint, ...]
    standing: RiskStanding
    duties: tuple[Rule[RiskStanding], ...]
    unfinished: Mapping[str, Any] = field(repr=False)
    hidden: bool = False


@dataclass(frozen=True)
class RiskDue:
    """What a level asks for in a case: names of rules, and for when the next contact was."""

    case_id: CaseId
    duties: tuple[str, ...]
    next_contact: datetime | None = None


@dataclass(frozen=True)
class Signs:
    """All in a case that says something of danger: entries, sessions, and the sheet of the last.

    `hidden` says that a part of it cannot be read: then nobody knows how grave it is.
    """

    entries: Sequence[CaseEntry] = field(repr=False)
    sessions: Sequence[Session]
    sheet: SessionSheet | None = field(repr=False)
    hidden: bool = False

    @property
    def held(self) -> Session | None:
        """The last session."""
        return self.sessions[-1] if self.sessions else None

    def standing(self, now: datetime) -> RiskStanding:
        """Return how the case stands."""
        held = self.held
        told = _told(held, self.sheet)
        return standing(self.entries, told, now, None if held is None else held.starts_at)

    def duties(self, now: datetime) -> tuple[Rule[RiskStanding], ...]:
        """Return what the level asks for and is not done; nothing where a part is hidden."""
        return () if self.hidden else DUTY.broken(self.standing(now))


def page(vault: OpenVault, clock: Clock, case_id: CaseId) -> RiskPage:
    """Return what the page shows beside the damage, and write that it was read.

    Raises `CaseLocked` where the case is shut.
    """
    case, now = case_entries.open_case(vault, case_id), clock.now()
    found = signs(vault, case_id)
    beside = Beside(found.hidden)
    told = [
        _told(one, beside.part(partial(vault.entries.sheet, one), None))
        for one in found.sessions[:-1]
    ]
    told.append(_told(found.held, found.sheet))
    case_entries.was_read(vault, clock, case_id, AuditKind.RISKS_READ, found.entries)
    return RiskPage(
        case,
        case_entries.here(vault, case_id),
        now,
        tuple(one for one in reversed(found.entries) if one.kind is EntryKind.RISK),
        points(found.entries, filter(None, told)),
        found.standing(now),
        found.duties(now),
        readable(lambda: case_entries.unfinished(vault, case_id, EntryKind.RISK), {}),
        beside.hidden,
    )


def record(vault: OpenVault, clock: Clock, case_id: CaseId, risk: RiskAssessment) -> CaseEntry:
    """Store an assessment for good; it belongs to the session that is on, or was just held.

    Raises `RiskIncomplete` where a rule is not met (clauses 072, 121, 124).
    """
    now = clock.now()
    missing = RISK.lacks(Assessed(risk, now))
    if missing:
        raise RiskIncomplete(missing)
    what = (EntryKind.RISK, AuditKind.RISK_ASSESSED)
    session = _session_at(vault, case_id, now)
    return case_entries.enter(vault, clock, case_id, what, as_json(risk), session_id=session)


def of_case(
    vault: OpenVault, clock: Clock, case_id: CaseId, known: Sequence[CaseEntry] = ()
) -> RiskStanding | None:
    """Return how a case stands, None where damage hides a part of it; it has to be open.

    `known` is what was read of its file already.
    """
    found = signs(vault, case_id, known)
    return None if found.hidden else found.standing(clock.now())


def signs(vault: OpenVault, case_id: CaseId, known: Sequence[CaseEntry] = ()) -> Signs:
    """Return what a case says of danger, each part read once beside the damage.

    The case has to be open. `known` is what was read of its file already: that is not read again.
    """
    beside = Beside()
    nobody: Sequence[Session] = ()
    entries: Sequence[CaseEntry] = [one for one in known if one.kind in KINDS]
    if not known:
        entries = beside.part(lambda: vault.entries.of_case(case_id, *KINDS), entries)
    sessions = beside.part(lambda: vault.sessions.of_case(case_id), nobody)
    sheet = beside.part(lambda: vault.entries.sheet(sessions[-1]), None) if sessions else None
    return Signs(entries, sessions, sheet, beside.hidden)


def due(
    vault: OpenVault, now: datetime, states: Standings, last: Mapping[CaseId, Session]
) -> Iterator[RiskDue]:
    """Yield what danger asks for in the open cases (072, 098, 124); of shut ones nothing is known.

    `last` are the last sessions of cases. Only of cases in which something was written about danger
    more than one sheet is read.
    """
    never: dict[CaseId, datetime] = {}
    written = set(states.part(lambda: vault.entries.latest(EntryKind.RISK), never))
    written |= set(states.part(lambda: vault.entries.latest(EntryKind.CRISIS), never))
    for case in states.cases.values():
        if case.shut:
            continue
        known, held = case.id in written, last.get(case.id)
        found = states.beside(case.id, lambda: _due(vault, case.id, held, now, known), None)  # noqa: B023 - called at once
        if found is not None:
            yield found


def _due(
    vault: OpenVault,
    case_id: CaseId,
    held: Session | None,
    now: datetime,
    known: bool,  # noqa: FBT001 - whether anything but a sheet says something
) -> RiskDue | None:
    """Return what danger asks for in one case, or None."""
    sheet = None if held is None else vault.entries.sheet(held)
    if not known and _told(held, sheet) is None:
        return None
    sessions = () if held is None else (held,)
    found = Signs(vault.entries.of_case(case_id, *KINDS), sessions, sheet).standing(now)
    duties = DUTY.lacks(found)
    return RiskDue(case_id, duties, found.next_contact) if duties else None


def _told(session: Session | None, sheet: SessionSheet | None) -> Told | None:
    """Return what the sheet of a session says of the danger; None where it says nothing."""
    if session is None or sheet is None or sheet.risk is None:
        return None
    return Told(session.id, session.number, session.starts_at, sheet.risk)


def _session_at(vault: OpenVault, case_id: CaseId, now: datetime) -> SessionId | None:
    """Return the session that is on, or was just held."""
    for one in reversed(vault.sessions.of_case(case_id)):
        if one.starts_at <= now <= one.starts_at + timedelta(minutes=one.minutes) + _AFTER:
            return one.id
    return None
