"""The formulations of a case: each save is a version of its own."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from app.domain.as_json import as_json
from app.domain.audit import AuditKind
from app.domain.entry import EntryKind
from app.domain.errors import FormulationIncomplete
from app.domain.formulation import FORMULATION, formulation_of
from app.domain.formulation_scheme import schemes_in
from app.services import case_entries, catalogues

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime

    from app.domain.case import Case
    from app.domain.entry import CaseEntry
    from app.domain.formulation import Formulation, Scheme
    from app.domain.ids import CaseId, EntryId
    from app.domain.practice import Practice
    from app.ports import OpenVault
    from app.services.tools import Tools


@dataclass(frozen=True)
class KeptFormulation:
    """A version as it stands in the file."""

    id: EntryId
    at: datetime
    made: Formulation = field(repr=False)


@dataclass(frozen=True)
class FormulationPage:
    """What the page of the formulation shows; `kept` has the newest first, `unfinished` raw words.

    `drawn` is when the genogram was last saved, None where there is none.
    """

    case: Case
    practice: Practice = field(repr=False)
    schemes: tuple[Scheme, ...]
    kept: tuple[KeptFormulation, ...] = field(repr=False)
    unfinished: Mapping[str, Any] = field(repr=False)
    drawn: datetime | None = None


def page(vault: OpenVault, tools: Tools, case_id: CaseId, language: str) -> FormulationPage:
    """Return what the page of the formulation shows; the schemes are those of `language`.

    Raises `CaseLocked` where the case is shut.
    """
    case = case_entries.open_case(vault, case_id)
    found = vault.entries.of_case(case_id, EntryKind.FORMULATION)
    drawings = vault.entries.of_case(case_id, EntryKind.GENOGRAM)
    case_entries.was_read(vault, tools.clock, case_id, AuditKind.FORMULATIONS_READ, found)
    return FormulationPage(
        case,
        vault.settings.practice(),
        schemes_in(catalogues.worded(vault, tools).formulation_schemes, language),
        tuple(KeptFormulation(one.id, one.at, formulation_of(one.value)) for one in found[::-1]),
        case_entries.unfinished(vault, case_id, EntryKind.FORMULATION),
        drawings[-1].at if drawings else None,
    )


def record(vault: OpenVault, tools: Tools, case_id: CaseId, made: Formulation) -> CaseEntry:
    """Store a version for good; raise `FormulationIncomplete` where nothing is written."""
    missing = FORMULATION.lacks(made)
    if missing:
        raise FormulationIncomplete(missing)
    what = (EntryKind.FORMULATION, AuditKind.CASE_FORMULATED)
    return case_entries.enter(vault, tools.clock, case_id, what, as_json(made))


def printed(vault: OpenVault, tools: Tools, case_id: CaseId, entry_id: EntryId) -> None:
    """Write that a version was printed or exported."""
    vault.audit.record_or_hold(AuditKind.FORMULATION_PRINTED, tools.clock.now(), case_id, entry_id)
