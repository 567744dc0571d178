"""Say whether a vault is whole: its pages, recordings, trail, and what was signed in it.

`verify` does it in one go, for the command line. `Checkup` does the same in pieces: the pages and
the recordings away from the vault's thread, then the trail, then case by case, so that work goes on
meanwhile.
"""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass, field
from datetime import timedelta
from typing import TYPE_CHECKING

from app.domain.audit import AuditKind
from app.domain.complaint import Complaint, Fault
from app.domain.errors import (
    CaseLocked,
    DiskFailed,
    DiskFull,
    NotWritable,
    VaultDamaged,
    VaultReadOnly,
)
from app.services import consent_proof, notes
from app.services import practice as practices

if TYPE_CHECKING:
    from collections.abc import Callable, Collection
    from datetime import datetime

    from app.domain.ids import CaseId
    from app.ports import Clock, Keeper, OpenVault, PageCheck, RecordingCheck

EVERY = timedelta(days=30)
_UNREAD = frozenset({Fault.UNREADABLE, Fault.PAGE, Fault.STRUCTURE, Fault.TRAIL})
_DAMAGE = frozenset({Fault.UNREADABLE, Fault.PAGE, Fault.STRUCTURE, Fault.RECORD})
_RECORDINGS = frozenset({Fault.RECORDING, Fault.RECORDING_GONE})
_OF_CASES = frozenset({Fault.SIGNATURE, Fault.CONSENT})
_NOT_WRITTEN = (DiskFull, DiskFailed, NotWritable, VaultReadOnly, VaultDamaged)


def verify(vault: OpenVault, keeper: Keeper) -> list[Complaint]:
    """Return what is wrong with an open vault, nothing when all is well; nothing is mended.

    Signatures are looked at only where every page can be read: they would all seem wrong. Those in
    a case that is shut cannot be checked without its key; `unchecked` names them.
    """
    complaints = keeper.verify(vault)
    if any(one.fault in _UNREAD for one in complaints):
        return complaints
    for case in vault.cases.all():
        complaints += _notes_of(vault, case.id)
    return complaints + _consents(vault)


def unchecked(vault: OpenVault) -> list[CaseId]:
    """Return the cases whose signatures were not checked: they are shut, nobody says damaged.

    That no signed consent of theirs is missing, and every page of theirs, is checked.
    """
    try:
        return vault.case_locks.shut_cases()
    except VaultDamaged:
        return []  # the pages say it


@dataclass(frozen=True)
class Checkup:
    """A check of an open vault in pieces.

    First `pages`, then `recordings`, on any thread, then each of `pieces`.
    """

    pages: PageCheck
    recordings: RecordingCheck
    pieces: tuple[Callable[[OpenVault], list[Complaint]], ...] = field(default=())


def begin(vault: OpenVault, keeper: Keeper) -> Checkup:
    """Return the pieces of a check of this vault."""
    try:
        cases = [case.id for case in vault.cases.all()]
    except VaultDamaged:
        cases = []  # the pages will say it
    of_cases = tuple(_piece(case_id) for case_id in cases)
    beside = keeper.page_check(vault), keeper.recording_check(vault)
    return Checkup(*beside, (_trail, *of_cases, _consents))


def finish(
    vault: OpenVault, keeper: Keeper, clock: Clock, complaints: list[Complaint]
) -> list[Complaint]:
    """Remember that the vault was checked, and what was found wrong, until a check finds it right.

    Where the vault is damaged, nothing is written into it any more.

    Returns everything that is wrong, with what was seen at opening; every recording was compared
    since then.
    """
    seen = {one.fault for one in complaints} | _RECORDINGS
    whole = complaints + [one for one in vault.condition().complaints if one.fault not in seen]
    if any(one.fault in _DAMAGE for one in complaints):
        vault.distrust()
        with suppress(*_NOT_WRITTEN):
            keeper.remember_damage(vault)
        return whole
    with suppress(*_NOT_WRITTEN), vault.transaction():
        vault.settings.remember_check(clock.now(), complaints)
        vault.audit.record(AuditKind.CHECKED, clock.now(), subject=len(whole))
    return whole


def due(vault: OpenVault, clock: Clock) -> bool:
    """Return whether a check is due: a month after the last, or after the vault was made."""
    return not vault.condition().read_only and _is_old(vault.settings.last_check(), clock.now())


@dataclass(frozen=True)
class LastCheck:
    """When the vault was last checked whole, None for never, and what is known wrong since.

    `brought` is when a vault was first opened that was restored, or salvaged, with recordings that
    are not whole, and that no check looked at since. Both are said by the clock of `zone`.
    """

    at: datetime | None = None
    found: tuple[Complaint, ...] = ()
    brought: datetime | None = None
    zone: str = ""


def last(vault: OpenVault) -> LastCheck:
    """Return when the vault was last checked and how that ended; never where it cannot be read."""
    try:
        settings = vault.settings
        return LastCheck(
            settings.last_check(), known(vault), settings.came_hurt(), practices.zone(vault)
        )
    except VaultDamaged:
        return LastCheck()


def known(vault: OpenVault) -> tuple[Complaint, ...]:
    """Return what the last check, or a restore, found wrong, without what was erased since.

    Raises `VaultDamaged`.
    """
    found = vault.settings.check_findings()
    if not found:
        return ()
    recordings = set(vault.recordings.files().values())
    cases = {case.id for case in vault.cases.all()}
    return tuple(one for one in found if _stands(one, recordings, cases))


def _stands(one: Complaint, recordings: Collection[int], cases: Collection[int]) -> bool:
    """Return whether what a complaint speaks of is still there."""
    if one.number and one.fault in _RECORDINGS:
        return one.number in recordings
    return one.fault not in _OF_CASES or one.number in cases


def _is_old(at: datetime | None, now: datetime) -> bool:
    """Return whether a moment is a month ago; a clock that went back makes a check due."""
    return at is None or now - at >= EVERY or now < at


def _trail(vault: OpenVault) -> list[Complaint]:
    """Return whether the trail follows from line to line."""
    try:
        return [] if vault.audit.intact() else [Complaint(Fault.TRAIL)]
    except VaultDamaged:
        return [Complaint(Fault.TRAIL)]


def _piece(case_id: CaseId) -> Callable[[OpenVault], list[Complaint]]:
    """Return the piece that looks at the notes of one case."""
    return lambda vault: _notes_of(vault, case_id)


def _notes_of(vault: OpenVault, case_id: CaseId) -> list[Complaint]:
    """Return whether the notes signed in a case can be opened and are as they were signed.

    Of a case that is shut nobody can say so: `unchecked` names it.
    """
    try:
        whole = notes.signatures_are_right(vault, case_id)
    except VaultDamaged:
        whole = False
    except CaseLocked:
        whole = True
    return [] if whole else [Complaint(Fault.SIGNATURE, case_id)]


def _consents(vault: OpenVault) -> list[Complaint]:
    """Return the cases of which a signed consent is gone or changed."""
    try:
        return [Complaint(Fault.CONSENT, one) for one in consent_proof.altered_cases(vault)]
    except VaultDamaged:
        return []
