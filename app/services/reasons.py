"""The reasons of an emergency, and the talk with a client who stays anonymous."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

from app.domain.as_json import as_json
from app.domain.audit import AuditKind
from app.domain.case import ServiceMode
from app.domain.entry import EntryKind
from app.domain.errors import (
    IdentityTalkIncomplete,
    RelationCheckIncomplete,
    UrgentReasonsIncomplete,
)
from app.domain.local_time import counselor_place
from app.domain.reasons import OF_KIND, OWED, OwedFacts, lacking
from app.services import case_entries, gate

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from app.domain.case import Case
    from app.domain.client import Place
    from app.domain.entry import CaseEntry
    from app.domain.errors import EntryIncomplete
    from app.domain.ids import CaseId, SessionId
    from app.domain.reasons import Reasons
    from app.domain.session import Session
    from app.ports import Clock, OpenVault
    from app.services.standings import Standings

_ACTS = {
    EntryKind.URGENT_REASONS: AuditKind.URGENT_REASONS_WRITTEN,
    EntryKind.IDENTITY_TALK: AuditKind.IDENTITY_TALKED,
    EntryKind.RELATION_CHECK: AuditKind.RELATION_WEIGHED,
}
_REFUSALS: Mapping[EntryKind, type[EntryIncomplete]] = {
    EntryKind.URGENT_REASONS: UrgentReasonsIncomplete,
    EntryKind.IDENTITY_TALK: IdentityTalkIncomplete,
    EntryKind.RELATION_CHECK: RelationCheckIncomplete,
}


@dataclass(frozen=True)
class ReasonsPage:
    """What the page of the reasons shows; `kept` is what was written before, the newest first."""

    case: Case
    session: Session | None
    here: Place = field(repr=False)
    kept: tuple[CaseEntry, ...] = field(repr=False)
    unfinished: Mapping[str, Any] = field(repr=False)


def page(
    vault: OpenVault, clock: Clock, case_id: CaseId, kind: EntryKind, session_id: SessionId | None
) -> ReasonsPage:
    """Return what the page of the reasons shows, and write that it was read.

    Raises `CaseLocked` where the case is shut.
    """
    case = case_entries.open_case(vault, case_id)
    profile = vault.clients.of_case(case_id).profile
    entries = vault.entries.of_case(case_id, kind)
    case_entries.was_read(vault, clock, case_id, AuditKind.REASONS_READ, entries)
    begun = case_entries.unfinished(vault, case_id, kind, session_id)
    known = profile.intake.ties.how
    if kind is EntryKind.RELATION_CHECK and known.strip() and not entries and not begun:
        begun = {"bond": known}  # what stands in the intake is not asked a second time
    return ReasonsPage(
        case,
        vault.sessions.get(session_id) if session_id is not None else None,
        counselor_place(profile, vault.settings.practice().place),
        tuple(reversed(entries)),
        begun,
    )


def record(
    vault: OpenVault,
    clock: Clock,
    case_id: CaseId,
    made: Reasons,
    session_id: SessionId | None = None,
) -> CaseEntry:
    """Store reasons for good, in place of what was kept while they were written.

    Where a rule is not met it raises `UrgentReasonsIncomplete` (097), `IdentityTalkIncomplete`
    (066) or `RelationCheckIncomplete` (005).
    """
    kind = next(kind for kind, made_of in OF_KIND.items() if isinstance(made, made_of))
    missing = lacking(made)
    if missing:
        raise _REFUSALS[kind](missing)
    value = as_json(made)
    return case_entries.enter(
        vault, clock, case_id, (kind, _ACTS[kind]), value, session_id=session_id
    )


def owed(vault: OpenVault, states: Standings) -> Iterator[Session]:
    """Yield the emergency sessions that owe their reasons (097); of shut cases nothing is known."""
    nothing: list[Session] = []
    for session in states.part(lambda: vault.sessions.in_mode(ServiceMode.CRISIS), nothing):
        case = states.cases.get(session.case_id)
        if case is None or case.shut:
            continue
        if states.beside(case.id, lambda: _owes(vault, session), instead=False):  # noqa: B023 - called at once
            yield session


def _owes(vault: OpenVault, session: Session) -> bool:
    """Return whether the reasons of an emergency session are still to be written."""
    facts = vault.notes.facts_of_case(session.case_id)
    if not any(one.signed and one.session_id == session.id for one in facts):
        return False
    entries = vault.entries.of_case(session.case_id, EntryKind.URGENT_REASONS)
    known = OwedFacts(session, admitted=False, entries=entries)
    if not OWED.broken(known):
        return False
    # Asked last: it reads most, and only of a session of which nothing is written.
    return bool(OWED.broken(replace(known, admitted=gate.admitted(vault, session))))
