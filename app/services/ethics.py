"""Ethical decisions of a case: each kept for good, so that it can be followed later (161)."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from app.domain.as_json import as_json
from app.domain.audit import AuditKind
from app.domain.entry import EntryKind
from app.domain.errors import EthicsIncomplete
from app.domain.ethics import ETHICS
from app.domain.local_time import counselor_place
from app.services import case_entries

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime

    from app.domain.case import Case
    from app.domain.client import Place
    from app.domain.entry import CaseEntry
    from app.domain.ethics import EthicalDecision
    from app.domain.ids import CaseId, EntryId
    from app.ports import OpenVault
    from app.services.tools import Tools


@dataclass(frozen=True)
class EthicsPage:
    """What the page shows; `kept` has the newest first."""

    case: Case
    here: Place = field(repr=False)
    now: datetime
    kept: tuple[CaseEntry, ...] = field(repr=False)
    unfinished: Mapping[str, Any] = field(repr=False)


def page(vault: OpenVault, tools: Tools, case_id: CaseId) -> EthicsPage:
    """Return what the page shows; raise `CaseLocked` where the case is shut."""
    case = case_entries.open_case(vault, case_id)
    entries = vault.entries.of_case(case_id, EntryKind.ETHICS)
    case_entries.was_read(vault, tools.clock, case_id, AuditKind.ETHICS_READ, entries)
    profile = vault.clients.of_case(case_id).profile
    return EthicsPage(
        case,
        counselor_place(profile, vault.settings.practice().place),
        tools.clock.now(),
        tuple(reversed(entries)),
        case_entries.unfinished(vault, case_id, EntryKind.ETHICS),
    )


def record(vault: OpenVault, tools: Tools, case_id: CaseId, made: EthicalDecision) -> CaseEntry:
    """Put a decision on record; raise `EthicsIncomplete` where a rule is not met (clause 161)."""
    missing = ETHICS.lacks(made)
    if missing:
        raise EthicsIncomplete(missing)
    what = (EntryKind.ETHICS, AuditKind.ETHICS_DECIDED)
    return case_entries.enter(vault, tools.clock, case_id, what, as_json(made))


def printed(vault: OpenVault, tools: Tools, case_id: CaseId, entry_id: EntryId) -> None:
    """Write that a decision was printed or saved as a file."""
    now = tools.clock.now()
    vault.audit.record_or_hold(AuditKind.ETHICS_PRINTED, now, case_id, entry_id)
