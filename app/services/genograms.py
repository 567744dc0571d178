"""The genogram of a case: each save is a version of its own."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from app.domain.as_json import as_json
from app.domain.audit import AuditKind
from app.domain.entry import EntryKind
from app.domain.genogram import genogram_of
from app.services import case_entries

if TYPE_CHECKING:
    from datetime import datetime

    from app.domain.case import Case
    from app.domain.entry import CaseEntry
    from app.domain.genogram import Genogram
    from app.domain.ids import CaseId
    from app.domain.practice import Practice
    from app.ports import OpenVault
    from app.services.tools import Tools


@dataclass(frozen=True)
class GenogramPage:
    """What the page of the genogram shows: `kept` newest first, and what is drawn and not saved."""

    case: Case
    practice: Practice = field(repr=False)
    kept: tuple[tuple[datetime, Genogram], ...] = field(repr=False)
    unfinished: Genogram | None = field(repr=False)


def page(vault: OpenVault, tools: Tools, case_id: CaseId) -> GenogramPage:
    """Return what the page of the genogram shows; raise `CaseLocked` where the case is shut."""
    case = case_entries.open_case(vault, case_id)
    found = vault.entries.of_case(case_id, EntryKind.GENOGRAM)
    draft = case_entries.unfinished(vault, case_id, EntryKind.GENOGRAM)
    case_entries.was_read(vault, tools.clock, case_id, AuditKind.GENOGRAM_READ, found)
    return GenogramPage(
        case,
        vault.settings.practice(),
        tuple((one.at, genogram_of(one.value)) for one in found[::-1]),
        genogram_of(draft) if draft else None,
    )


def record(vault: OpenVault, tools: Tools, case_id: CaseId, family: Genogram) -> CaseEntry:
    """Store a version for good."""
    what = (EntryKind.GENOGRAM, AuditKind.GENOGRAM_DRAWN)
    return case_entries.enter(vault, tools.clock, case_id, what, as_json(family))


def printed(vault: OpenVault, tools: Tools, case_id: CaseId) -> None:
    """Write that the genogram was printed or exported."""
    vault.audit.record_or_hold(AuditKind.GENOGRAM_PRINTED, tools.clock.now(), case_id)
