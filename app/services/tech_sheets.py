"""The technical sheets of a case: one is made before the first remote session (clause 051)."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Final

from app.domain.as_json import as_json
from app.domain.audit import AuditKind
from app.domain.case import CaseState
from app.domain.entry import EntryKind
from app.domain.errors import TechSheetIncomplete
from app.domain.local_time import counselor_place
from app.domain.tech_sheet import TECH, TECH_CARE, tech_facts, tech_of
from app.services import case_entries

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import datetime

    from app.domain.case import Case
    from app.domain.client import Place
    from app.domain.entry import CaseEntry
    from app.domain.ids import CaseId
    from app.domain.rule import Rule
    from app.domain.tech_sheet import TechFacts, TechSheet
    from app.ports import OpenVault
    from app.services.tools import Tools

_KINDS: Final = (EntryKind.TECH_SHEET, EntryKind.MODE_CHANGE)


@dataclass(frozen=True)
class TechPage:
    """What the page shows: `kept` has the newest first, `platform` is the practice's usual one."""

    case: Case
    here: Place = field(repr=False)
    platform: str = field(repr=False)
    kept: tuple[tuple[datetime, TechSheet], ...] = field(repr=False)
    unfinished: Mapping[str, Any] = field(repr=False)
    now: datetime
    waits: tuple[Rule[TechFacts], ...] = ()


def page(vault: OpenVault, tools: Tools, case_id: CaseId) -> TechPage:
    """Return what the page shows; raise `CaseLocked` where the case is shut."""
    case = case_entries.open_case(vault, case_id)
    entries = vault.entries.of_case(case_id, *_KINDS)
    practice, now = vault.settings.practice(), tools.clock.now()
    shown = [one for one in entries if one.kind is EntryKind.TECH_SHEET]
    case_entries.was_read(vault, tools.clock, case_id, AuditKind.TECH_SHEETS_READ, shown)
    return TechPage(
        case,
        counselor_place(vault.clients.of_case(case_id).profile, practice.place),
        practice.platform,
        kept(entries),
        case_entries.unfinished(vault, case_id, EntryKind.TECH_SHEET),
        now,
        waiting(case, vault.sessions.last_number(case_id), entries),
    )


def kept(entries: Sequence[CaseEntry]) -> tuple[tuple[datetime, TechSheet], ...]:
    """Return the sheets among entries, the newest first, each with when it was made."""
    found = [one for one in entries if one.kind is EntryKind.TECH_SHEET]
    return tuple((one.at, tech_of(one.value)) for one in reversed(found))


def waiting(case: Case, sessions: int, entries: Sequence[CaseEntry]) -> tuple[Rule[TechFacts], ...]:
    """Return what is to be seen to in an open case, given its entries (clause 051)."""
    if case.state is CaseState.CLOSED:
        return ()
    return TECH_CARE.broken(tech_facts(case.mode, sessions, entries))


def record(vault: OpenVault, tools: Tools, case_id: CaseId, made: TechSheet) -> CaseEntry:
    """Store a sheet for good; raise `TechSheetIncomplete` where a rule is not met (clause 051)."""
    missing = TECH.lacks(made)
    if missing:
        raise TechSheetIncomplete(missing)
    what = (EntryKind.TECH_SHEET, AuditKind.TECH_PREPARED)
    return case_entries.enter(vault, tools.clock, case_id, what, as_json(made))
