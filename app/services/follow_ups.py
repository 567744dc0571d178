"""Plan when one asks how somebody fares afterwards (随访), and write down what was found."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from app.domain.as_json import as_json
from app.domain.audit import AuditKind
from app.domain.entry import EntryKind
from app.domain.errors import FollowUpIncomplete
from app.domain.follow_up import (
    FOLLOW_CARE,
    FOLLOW_PLAN,
    FOLLOW_UP,
    follow_plan_of,
    open_days,
)
from app.domain.local_time import counselor_place, local
from app.services import case_entries

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import date, datetime

    from app.domain.case import Case
    from app.domain.client import Place
    from app.domain.entry import CaseEntry
    from app.domain.follow_up import FollowPlan, FollowUp
    from app.domain.ids import CaseId
    from app.ports import OpenVault
    from app.services.tools import Tools

KINDS = (EntryKind.FOLLOW_PLAN, EntryKind.FOLLOW_UP)


@dataclass(frozen=True)
class FollowPage:
    """What the page shows: the planned days that are open, and what was written, newest first."""

    case: Case
    here: Place = field(repr=False)
    now: datetime
    left: tuple[str, ...]
    kept: tuple[CaseEntry, ...] = field(repr=False)
    unfinished: Mapping[EntryKind, Mapping[str, Any]] = field(repr=False)

    @property
    def today(self) -> date:
        """The day it is for the counselor."""
        return local(self.now, self.here).date()


def page(vault: OpenVault, tools: Tools, case_id: CaseId) -> FollowPage:
    """Return what the page shows, and write that it was read.

    Raises `CaseLocked` where the case is shut.
    """
    case = case_entries.open_case(vault, case_id)
    kept = vault.entries.of_case(case_id, *KINDS)
    case_entries.was_read(vault, tools.clock, case_id, AuditKind.FOLLOW_UPS_READ, kept)
    profile = vault.clients.of_case(case_id).profile
    return FollowPage(
        case,
        counselor_place(profile, vault.settings.practice().place),
        tools.clock.now(),
        open_days(kept),
        tuple(reversed(kept)),
        {one: case_entries.unfinished(vault, case_id, one) for one in KINDS},
    )


def plan(vault: OpenVault, tools: Tools, case_id: CaseId, made: FollowPlan) -> CaseEntry:
    """Store a plan for good; raise `FollowUpIncomplete` where a rule is not met (126)."""
    missing = FOLLOW_PLAN.lacks(made)
    if missing:
        raise FollowUpIncomplete(missing)
    what = (EntryKind.FOLLOW_PLAN, AuditKind.FOLLOW_UP_PLANNED)
    return case_entries.enter(vault, tools.clock, case_id, what, as_json(made))


def record(vault: OpenVault, tools: Tools, case_id: CaseId, made: FollowUp) -> CaseEntry:
    """Store what was found for good; raise `FollowUpIncomplete` where a rule is not met (126)."""
    missing = FOLLOW_UP.lacks(made)
    if missing:
        raise FollowUpIncomplete(missing)
    what = (EntryKind.FOLLOW_UP, AuditKind.FOLLOWED_UP)
    return case_entries.enter(vault, tools.clock, case_id, what, as_json(made))


def last_plan(entries: Iterable[CaseEntry]) -> FollowPlan | None:
    """Return the plan that holds among entries in their order; None where there is none."""
    plans = [one for one in entries if one.kind is EntryKind.FOLLOW_PLAN]
    return follow_plan_of(plans[-1].value) if plans else None


def waiting(entries: Iterable[CaseEntry], today: date) -> tuple[str, ...]:
    """Return the planned days that have come and on which nobody asked (clause 126)."""
    left = open_days(entries)
    if not FOLLOW_CARE.broken((left, today)):
        return ()
    return tuple(one for one in left if one <= today.isoformat())
