"""Write a safety plan in six steps, version by version, and print the client's copy."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import partial
from typing import TYPE_CHECKING, Any

from app.domain.as_json import as_json
from app.domain.audit import AuditKind
from app.domain.entry import EntryKind
from app.domain.errors import SafetyPlanIncomplete
from app.domain.local_time import local
from app.domain.paper_day import said_day
from app.domain.practice import Practice
from app.domain.safety_plan import PLAN, client_copy, plan_of
from app.domain.screen import screen_of
from app.services import case_entries, catalogues, crises, directory
from app.services.beside import Beside, readable

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

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
    `hidden` says that damage hides a part of it.
    """

    case: Case
    here: Place = field(repr=False)
    kept: tuple[CaseEntry, ...] = field(repr=False)
    screened: str = field(repr=False)
    resources: tuple[Resource, ...] = field(repr=False)
    unfinished: Mapping[str, Any] = field(repr=False)
    hidden: bool = False


def page(vault: OpenVault, tools: Tools, case_id: CaseId, language: str) -> SafetyPage:
    """Return what the page shows beside the damage, and write that it was read.

    Raises `CaseLocked` where the case is shut.
    """
    case, beside = case_entries.open_case(vault, case_id), Beside()
    nothing: Sequence[CaseEntry] = ()
    kept = beside.part(lambda: vault.entries.of_case(case_id, EntryKind.SAFETY_PLAN), nothing)
    case_entries.was_read(vault, tools.clock, case_id, AuditKind.SAFETY_PLANS_READ, kept)
    screens = beside.part(lambda: vault.entries.of_case(case_id, EntryKind.SCREEN), nothing)
    unfinished = partial(case_entries.unfinished, vault, case_id, EntryKind.SAFETY_PLAN)
    return SafetyPage(
        case,
        case_entries.here(vault, case_id),
        tuple(reversed(kept)),
        screen_of(screens[-1].value).safety_plan if screens else "",
        directory.shown(vault, tools, language),
        beside.part(unfinished, {}),
        beside.hidden,
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
    at = local(kept[-1].at, case_entries.here(vault, case_id))
    day = said_day(at.date().isoformat(), language)
    reached = readable(vault.settings.practice, Practice()).contact
    text = catalogues.worded(vault, tools).crisis_texts[language]
    far = crises.client_abroad(vault, case_id)
    return client_copy(plan, text, (len(kept), day), reached, abroad=far)


def printed(vault: OpenVault, clock: Clock, case_id: CaseId) -> None:
    """Write that the client's copy left the vault."""
    vault.audit.record_or_hold(AuditKind.SAFETY_PLAN_PRINTED, clock.now(), case_id)
