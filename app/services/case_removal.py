"""Remove a case that was opened by mistake and holds nothing, and bring it back."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from app.domain.audit import AuditKind
from app.domain.errors import CaseNotEmpty
from app.services.room import with_room

if TYPE_CHECKING:
    from app.domain.case import Case
    from app.domain.client import Profile
    from app.domain.ids import CaseId
    from app.ports import Clock, OpenVault


@dataclass(frozen=True)
class Removed:
    """What a removed case held: enough to open it again."""

    case: Case
    profile: Profile = field(repr=False)


def remove(vault: OpenVault, clock: Clock, case_id: CaseId) -> Removed:
    """Remove a case that holds nothing but its form; raise `CaseNotEmpty` for any other.

    Its key goes with it. What was recorded of anybody is destroyed by another way, with its own
    two steps and certificate; the trail keeps that this case was opened and removed. It works on a
    full disk, where deleting is what makes room.
    """

    def work() -> Removed:
        with vault.transaction():
            if not vault.cases.only_form(case_id):
                raise CaseNotEmpty
            removed = Removed(vault.cases.get(case_id), vault.clients.of_case(case_id).profile)
            vault.clients.remove_of_case(case_id)
            vault.cases.remove(case_id)
            vault.audit.record(AuditKind.CASE_REMOVED, clock.now(), case_id)
        return removed

    removed = with_room(vault, work)
    vault.forget_deleted()
    return removed


def bring_back(vault: OpenVault, clock: Clock, removed: Removed) -> Case:
    """Open a removed case again as it was; it gets a new id and a new key."""
    before = removed.case
    with vault.transaction():
        case = vault.cases.add(before.code, before.mode, before.opened_at)
        vault.clients.add(case.id, removed.profile)
        vault.audit.record(AuditKind.CASE_OPENED, clock.now(), case.id)
    return case
