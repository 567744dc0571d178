"""Settle where and when backups are made, and write down how each one went."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Final

from app.domain import differs as differing
from app.domain.audit import AuditKind
from app.domain.complaint import Fault
from app.domain.local_time import wall
from app.services import cases

if TYPE_CHECKING:
    from collections.abc import Iterable

    from app.domain.backup import BackupPlan, Every
    from app.domain.complaint import Complaint
    from app.domain.differs import Differs
    from app.ports import Clock, Keeper, Lease, OpenVault


_COPIES: Final = frozenset({Fault.RECORDING, Fault.RECORDING_GONE})


@dataclass(frozen=True)
class BackupState:
    """How backups stand: the plan, whether one is wanted by itself, whether she is reminded."""

    plan: BackupPlan
    wanted: bool
    overdue: bool
    now: datetime
    zone: str


def state(vault: OpenVault, clock: Clock) -> BackupState:
    """Return how backups stand now."""
    now, plan = clock.now(), vault.settings.backup_plan()
    zone = vault.settings.practice().place.time_zone
    local = wall(now, zone)
    midnight = local.replace(hour=0, minute=0, second=0, microsecond=0)
    # A damaged vault is left as it is: a backup writes its log back, which salvage may still need.
    # Of an older database she first says whether she goes on with it.
    condition = vault.condition()
    sound = not condition.read_only and not condition.behind
    wanted = sound and plan.wants_one(now, midnight.astimezone(UTC))
    return BackupState(plan, wanted, overdue(vault, clock), now, zone)


def overdue(vault: OpenVault, clock: Clock) -> bool:
    """Return whether she is to be reminded; the example is never in need of a backup."""
    if vault.settings.example_mark() is not None:
        return False
    first = cases.first_opened(vault)
    return vault.settings.backup_plan().overdue(clock.now(), first)


def choose_folder(vault: OpenVault, keeper: Keeper, place: Path) -> BackupPlan:
    """Make a place the backup folder of this vault; see `Keeper.adopt` for what is refused."""
    lease = keeper.lease(vault)
    try:
        folder = keeper.adopt(lease, place)
    finally:
        lease.end()
    return _change(vault, vault.settings.backup_plan().into(str(folder)))


def choose_times(vault: OpenVault, every: Every, remind_days: int) -> BackupPlan:
    """Settle when a backup is made by itself, and after how many days she is reminded."""
    plan = vault.settings.backup_plan()
    return _change(vault, replace(plan, every=every, remind_days=remind_days))


def lease(vault: OpenVault, keeper: Keeper) -> Lease:
    """Return what a backup on another thread needs; whoever asks ends it.

    On a full disk the reserve is given up: the log must be written back before it is copied.
    """
    vault.make_room()
    return keeper.lease(vault)


def settle(vault: OpenVault) -> None:
    """Clear away what could not be while a backup read: the log kept what was deleted meanwhile.

    A case that got a password, or was destroyed, just then is so in the backup as it was before;
    the vault itself must not wait for the next lock. A generation that took its name before its
    maker was refused gets its line.
    """
    vault.write_down_backups()
    vault.forget_deleted()


def backed_up(
    vault: OpenVault,
    at: datetime,
    number: int | None = None,
    found: tuple[Differs, ...] = (),
    *,
    folder: Path | None = None,
) -> BackupPlan:
    """Write down that a backup begun `at` was verified: generation `number`, or one file.

    `folder` is where the generation lies, the backup folder itself where it is not said. Neither a
    file nor a generation in another folder counts as one in the backup folder. `found` are the
    recordings of the vault that are gone or not as they were stored; they stay known until a backup
    finds them whole. What the backup folder keeps of them a backup elsewhere does not know. The
    line carries `at`: what was destroyed while the backup was made may still be in it.
    """
    if not vault.audit.has(AuditKind.BACKED_UP, at, number):  # see `Vault.write_down_backups`
        vault.audit.record_or_hold(AuditKind.BACKED_UP, at, subject=number)
    plan = vault.settings.backup_plan()
    if number is not None and (folder is None or folder == Path(plan.folder)):
        return _change(vault, replace(plan, last=at, differs=found))
    return _change(vault, replace(plan, elsewhere=at, differs=differing.since(plan.differs, found)))


def parted(vault: OpenVault, clock: Clock) -> BackupPlan:
    """Write down that the folder goes on from another copy of this vault: the day says so."""
    return _change(vault, replace(vault.settings.backup_plan(), parted=clock.now()))


def drilled(vault: OpenVault, clock: Clock, number: int) -> BackupPlan:
    """Write down that restoring generation `number` was practised, and that all was well."""
    now = clock.now()
    vault.audit.record_or_hold(AuditKind.BACKUP_DRILLED, now, subject=number)
    return _change(vault, replace(vault.settings.backup_plan(), drilled=now))


def not_kept(vault: OpenVault, complaints: Iterable[Complaint]) -> BackupPlan:
    """Write down what a practice found of the copies: a good one that is gone is not promised."""
    lost = [one.number or 0 for one in complaints if one.fault in _COPIES]
    plan = vault.settings.backup_plan()
    return _change(vault, replace(plan, differs=differing.without(plan.differs, lost)))


def _change(vault: OpenVault, plan: BackupPlan) -> BackupPlan:
    with vault.transaction():
        vault.settings.change_backup_plan(plan)
    return plan
