"""Changes of the way of service: recorded first, then they hold."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

from app.domain.as_json import as_json
from app.domain.audit import AuditKind
from app.domain.entry import EntryKind
from app.domain.errors import ModeChangeIncomplete
from app.domain.local_time import counselor_place
from app.domain.mode_change import MODE_CHANGE, ModeChange, changes_in, mode_at
from app.services import case_entries

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime

    from app.domain.case import Case, ServiceMode
    from app.domain.client import Place
    from app.domain.entry import CaseEntry
    from app.domain.ids import CaseId
    from app.ports import OpenVault
    from app.services.tools import Tools


@dataclass(frozen=True)
class ModeChangePage:
    """What the page of a change shows; `kept` are the changes before it, the newest first."""

    case: Case
    here: Place = field(repr=False)
    kept: tuple[ModeChange, ...] = field(repr=False)
    unfinished: Mapping[str, Any] = field(repr=False)
    now: datetime


def page(vault: OpenVault, tools: Tools, case_id: CaseId) -> ModeChangePage:
    """Return what the page of a change shows; raise `CaseLocked` where the case is shut."""
    case = case_entries.open_case(vault, case_id)
    now = tools.clock.now()
    profile = vault.clients.of_case(case_id).profile
    entries = vault.entries.of_case(case_id, EntryKind.MODE_CHANGE)
    case_entries.was_read(vault, tools.clock, case_id, AuditKind.MODE_CHANGES_READ, entries)
    return ModeChangePage(
        case,
        counselor_place(profile, vault.settings.practice().place),
        tuple(reversed(changes_in(entries))),
        case_entries.unfinished(vault, case_id, EntryKind.MODE_CHANGE),
        now,
    )


def record(vault: OpenVault, tools: Tools, case_id: CaseId, change: ModeChange) -> CaseEntry:
    """Record a change and let it hold; raise `ModeChangeIncomplete` (clause 071).

    What the mode was before, and how many sessions there were, is read from the vault.
    """
    case = vault.cases.get(case_id)
    known = replace(change, before=case.mode, sessions=vault.sessions.last_number(case_id))
    missing = MODE_CHANGE.lacks(known)
    if missing or known.after is None:
        raise ModeChangeIncomplete(missing)
    with vault.transaction():
        what = (EntryKind.MODE_CHANGE, AuditKind.MODE_CHANGED)
        entry = case_entries.enter(vault, tools.clock, case_id, what, as_json(known))
        vault.cases.change(case_id, case.code, known.after)
    return entry


def mode_of_session(vault: OpenVault, case: Case, at: datetime) -> ServiceMode:
    """Return the way of service of a case at a moment: before a change holds, that of before."""
    found = changes_in(vault.entries.of_case(case.id, EntryKind.MODE_CHANGE))
    return mode_at(found, at, case.mode)
