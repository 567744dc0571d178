"""Write a safety plan in six steps, version by version, and print the client's copy."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from app.domain.as_json import as_json
from app.domain.audit import AuditKind
from app.domain.directory import said_day
from app.domain.entry import EntryKind
from app.domain.errors import SafetyPlanIncomplete
from app.domain.local_time import counselor_place, local
from app.domain.safety_plan import PLAN, client_copy, plan_of
from app.domain.screen import screen_of
from app.services import case_entries, catalogues, directory

if TYPE_CHECKING:
    from collections.abc import Mapping

    from app.domain.case import Case
    from app.domain.client import Place
    from app.domain.entry import CaseEntry
    from app.domain.ids import CaseId
    from app.domain.practice_record import Resource
    from app.domain.safety_plan import SafetyPlan
    from app.domain.sheet import Sheet
    from app.ports import Clock, OpenVault
    from app.services.tools import Tools


@dataclass(frozen=True)
class SafetyPage:
    """What the page of the plan shows; `kept` are its versions, the newest first.

    `screened` is what the last suitability screen says of a plan, `resources` whom to call.
    """

    case: Case
    here: Place = field(repr=False)
    kept: tuple[CaseEntry, ...] = field(repr=False)
    screened: str = field(repr=False)
    resources: tuple[Resource, ...] = field(repr=False)
    unfinished: Mapping[str, Any] = field(repr=False)


def page(vault: OpenVault, tools: Tools, case_id: CaseId, language: str) -> SafetyPage:
    """Return what the page shows, and write that it was read.

    Raises `CaseLocked` where the case is shut.
    """
    case = case_entries.open_case(vault, case_id)
    kept = vault.entries.of_case(case_id, EntryKind.SAFETY_PLAN)
    case_entries.was_read(vault, tools.clock, case_id, AuditKind.SAFETY_PLANS_READ, kept)
    screens = vault.entries.of_case(case_id, EntryKind.SCREEN)
    return SafetyPage(
        case,
        counselor_place(vault.clients.of_case(case_id).profile, vault.settings.practice().place),
        tuple(reversed(kept)),
        screen_of(screens[-1].value).safety_plan if screens else "",
        directory.shown(vault, tools, language),
        case_entries.unfinished(vault, case_id, EntryKind.SAFETY_PLAN),
    )


def record(vault: OpenVault, clock: Clock, case_id: CaseId, plan: SafetyPlan) -> CaseEntry:
    """Store a version for good; raise `SafetyPlanIncomplete` where a step is empty (124)."""
    missing = PLAN.lacks(plan)
    if missing:
        raise SafetyPlanIncomplete(missing)
    what = (EntryKind.SAFETY_PLAN, AuditKind.SAFETY_PLANNED)
    return case_entries.enter(vault, clock, case_id, what, as_json(plan))


def copy(vault: OpenVault, tools: Tools, case_id: CaseId, language: str) -> Sheet:
    """Return the client's copy of the last version.

    Raises `SafetyPlanIncomplete` where there is none, or where one of its steps is empty.
    """
    kept = vault.entries.of_case(case_id, EntryKind.SAFETY_PLAN)
    plan = plan_of(kept[-1].value if kept else {})
    missing = PLAN.lacks(plan)
    if missing:
        raise SafetyPlanIncomplete(missing)
    practice = vault.settings.practice()
    here = counselor_place(vault.clients.of_case(case_id).profile, practice.place)
    day = said_day(local(kept[-1].at, here).date().isoformat(), language)
    text = catalogues.worded(vault, tools).crisis_texts[language]
    return client_copy(plan, text, (len(kept), day), practice.contact)


def printed(vault: OpenVault, clock: Clock, case_id: CaseId) -> None:
    """Write that the client's copy left the vault."""
    vault.audit.record_or_hold(AuditKind.SAFETY_PLAN_PRINTED, clock.now(), case_id)
