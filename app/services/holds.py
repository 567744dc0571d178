"""Legal holds: placed and lifted, each for good; what a case under one holds stays as it is.

That a case is held can be said while it is shut: it is counted, and no word of it is read.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any, Final

from app.domain.as_json import as_json
from app.domain.audit import AuditKind
from app.domain.entry import EntryKind
from app.domain.errors import CaseOnHold, HoldIncomplete
from app.domain.legal_hold import HOLD, LIFT, holds_of
from app.domain.local_time import counselor_place
from app.services import case_entries, entry_papers, hold_drafts

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime

    from app.domain.case import Case
    from app.domain.client import Place
    from app.domain.entry import CaseEntry, EntryDocument
    from app.domain.ids import CaseId, EntryId
    from app.domain.legal_hold import HoldLift, HoldStanding, LegalHold
    from app.ports import OpenVault
    from app.services.tools import Tools

_KINDS: Final = (EntryKind.LEGAL_HOLD, EntryKind.HOLD_LIFTED)


@dataclass(frozen=True)
class HoldPage:
    """What the page shows: the holds, the newest first, and what is unfinished, by kind."""

    case: Case
    here: Place = field(repr=False)
    now: datetime
    holds: tuple[HoldStanding, ...] = field(repr=False)
    unfinished: Mapping[EntryKind, Mapping[str, Any]] = field(repr=False)
    papers: Mapping[EntryId, tuple[EntryDocument, ...]] = field(default_factory=dict)


def standing(vault: OpenVault) -> dict[CaseId, int]:
    """Return how many holds stand in each case that has one."""
    lifted = vault.entries.counts(EntryKind.HOLD_LIFTED)
    placed = vault.entries.counts(EntryKind.LEGAL_HOLD)
    left = {case_id: count - lifted.get(case_id, 0) for case_id, count in placed.items()}
    return {case_id: count for case_id, count in left.items() if count > 0}


def latest(vault: OpenVault, case_id: CaseId) -> datetime | None:
    """Return when the last of the holds that stand in a case began; None where none stands."""
    if case_id not in standing(vault):
        return None
    found = holds_of(vault.entries.of_case(case_id, *_KINDS))
    return max(one.at for one in found if one.lift is None)


def check_free(vault: OpenVault, case_id: CaseId) -> None:
    """Raise `CaseOnHold` where a hold stands in a case (clause 147)."""
    if case_id in standing(vault):
        raise CaseOnHold


def page(vault: OpenVault, tools: Tools, case_id: CaseId) -> HoldPage:
    """Return what the page shows; raise `CaseLocked` where the case is shut."""
    case = case_entries.open_case(vault, case_id)
    entries = vault.entries.of_case(case_id, *_KINDS)
    case_entries.was_read(vault, tools.clock, case_id, AuditKind.HOLDS_READ, entries)
    return HoldPage(
        case,
        counselor_place(vault.clients.of_case(case_id).profile, vault.settings.practice().place),
        tools.clock.now(),
        holds_of(entries)[::-1],
        {kind: case_entries.unfinished(vault, case_id, kind) for kind in _KINDS},
        entry_papers.of_case(vault, case_id),
    )


def place(vault: OpenVault, tools: Tools, case_id: CaseId, made: LegalHold) -> CaseEntry:
    """Place a hold, which keeps the drafts of the case as they stand (clause 147).

    Raises `HoldIncomplete` where a rule is not met.
    """
    missing = HOLD.lacks(made)
    if missing:
        raise HoldIncomplete(missing)
    what = (EntryKind.LEGAL_HOLD, AuditKind.HOLD_PLACED)
    with vault.transaction():
        kept = replace(made, stood=hold_drafts.standing(vault, case_id))
        return case_entries.enter(vault, tools.clock, case_id, what, as_json(kept))


def lift(vault: OpenVault, tools: Tools, case_id: CaseId, made: HoldLift) -> CaseEntry:
    """Lift a hold; raise `HoldIncomplete` where a rule is not met (clause 147).

    KeyError where no such hold stands in this case: each is lifted once.
    """
    missing = LIFT.lacks(made)
    if missing:
        raise HoldIncomplete(missing)
    found = holds_of(vault.entries.of_case(case_id, *_KINDS))
    if made.hold not in {one.id for one in found if one.lift is None}:
        raise KeyError(made.hold)
    what = (EntryKind.HOLD_LIFTED, AuditKind.HOLD_LIFTED)
    return case_entries.enter(vault, tools.clock, case_id, what, as_json(made))
