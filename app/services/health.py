"""Say whether a vault is whole: its pages, its trail, and what was signed in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.domain.complaint import Complaint, Fault
from app.domain.errors import VaultDamaged
from app.services import consent_proof, notes

if TYPE_CHECKING:
    from app.domain.ids import CaseId
    from app.ports import Keeper, OpenVault


def verify(vault: OpenVault, keeper: Keeper) -> list[Complaint]:
    """Return what is wrong with an open vault, nothing when all is well; nothing is mended.

    Signatures are looked at only where every page can be read: they would all seem wrong. Those in
    a case that is shut cannot be checked without its key; `unchecked` names them.
    """
    complaints = keeper.verify(vault)
    if complaints:
        return complaints
    notes_altered = [
        Complaint(Fault.SIGNATURE, case.id)
        for case in vault.cases.all()
        if not case.shut and not _signatures_hold(vault, case.id)
    ]
    altered = consent_proof.altered_cases(vault)
    return notes_altered + [Complaint(Fault.CONSENT, one) for one in altered]


def unchecked(vault: OpenVault) -> list[CaseId]:
    """Return the cases whose signatures were not checked: they are shut, nobody says damaged.

    That no signed note or consent of theirs is missing, and every page of theirs, is checked.
    """
    return vault.case_locks.shut_cases()


def _signatures_hold(vault: OpenVault, case_id: CaseId) -> bool:
    """Return whether the notes signed in a case can be opened and are as they were signed."""
    try:
        return notes.signatures_are_right(vault, case_id)
    except VaultDamaged:
        return False
