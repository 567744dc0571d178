"""Give a case a password of its own, open and shut it (clauses 044, 050, 103)."""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.domain import password as passwords
from app.domain.audit import AuditKind
from app.domain.case import CaseLock
from app.domain.errors import WrongPassword
from app.services.room import with_room

if TYPE_CHECKING:
    from collections.abc import Iterator

    from app.domain.case import Case
    from app.domain.destruction import BackupMade
    from app.domain.ids import CaseId
    from app.ports import Clock, OpenVault


@dataclass(frozen=True)
class LockPage:
    """What the page of a case's password shows.

    `recovery` says that the recovery key opens it, `recovery_known` that this can be chosen,
    `asks` that the present password is asked for before a change: not where the recovery key
    opened the case. `wait` is how many seconds must pass before the next try, `stale` that a new
    recovery key opens it only after its password was given once.
    """

    case: Case
    recovery: bool
    recovery_known: bool
    asks: bool
    wait: float
    stale: bool = False


@dataclass(frozen=True)
class OlderCopies:
    """The backups known to the trail that hold the key of a case, and the practice's time zone.

    A case keeps its key when its password is set or changed. Whoever has a copy from before, and
    what opened the case in it, reads what is written afterwards, too.
    """

    backups: tuple[BackupMade, ...]
    zone: str


def older_copies(vault: OpenVault, clock: Clock, case_id: CaseId) -> OlderCopies:
    """Return which backups hold the key of a case, the oldest first."""
    made = vault.destructions.backups_that_hold(case_id, clock.now())
    return OlderCopies(made, vault.settings.practice().place.time_zone)


def page(vault: OpenVault, case_id: CaseId) -> LockPage:
    """Return how the password of a case stands."""
    case, locks = vault.cases.get(case_id), vault.case_locks
    locked = case.lock is not CaseLock.NONE
    return LockPage(
        case,
        locked and locks.recovery_opens(case_id),
        locks.recovery_known(),
        locked and not locks.opened_by_recovery(case_id),
        locks.wait_left(case_id),
        locked and case_id in locks.stale(),
    )


def set_password(
    vault: OpenVault, clock: Clock, case_id: CaseId, word: str, *, recovery: bool
) -> bool:
    """Give a case a password; return whether nothing readable of it is left in the log.

    Where that is not so (the disk is full or failing) it is done when the vault is locked. Raises
    `WeakPassword`, `CaseLockedAlready`, `RecoveryUnknown`.
    """
    passwords.check(word)

    def work() -> None:
        with vault.transaction():
            vault.case_locks.set(case_id, word, recovery=recovery)
            vault.audit.record(AuditKind.CASE_LOCK_SET, clock.now(), case_id)

    with_room(vault, work)
    return vault.forget_deleted()


def change_password(  # noqa: PLR0913 - two passwords and a choice
    vault: OpenVault, clock: Clock, case_id: CaseId, old: str, new: str, *, recovery: bool
) -> bool:
    """Change the password of an open case; see `set_password` for what is returned and raised.

    Raises `WrongPassword`, `TooManyTries` and `CaseLocked` besides.
    """
    passwords.check(new)

    def work() -> None:
        with vault.transaction():
            vault.case_locks.change(case_id, old, new, recovery=recovery)
            vault.audit.record(AuditKind.CASE_LOCK_CHANGED, clock.now(), case_id)

    with _telling_of_wrong_ones(vault, clock, case_id):
        with_room(vault, work)
    return vault.forget_deleted()


def remove_password(vault: OpenVault, clock: Clock, case_id: CaseId, old: str) -> None:
    """Take the password of an open case away; raises as `change_password` does."""

    def work() -> None:
        with vault.transaction():
            vault.case_locks.remove(case_id, old)
            vault.audit.record(AuditKind.CASE_LOCK_REMOVED, clock.now(), case_id)

    with _telling_of_wrong_ones(vault, clock, case_id):
        with_room(vault, work)
    vault.forget_deleted()


def open_case(vault: OpenVault, clock: Clock, case_id: CaseId, word: str) -> None:
    """Open a locked case for this session; raises `WrongPassword`, `TooManyTries`."""
    with _telling_of_wrong_ones(vault, clock, case_id):
        vault.case_locks.open(case_id, word)
    vault.audit.record_or_hold(AuditKind.CASE_UNLOCKED, clock.now(), case_id)


def open_with_recovery(vault: OpenVault, clock: Clock, case_id: CaseId, word: str) -> None:
    """Open a locked case with the recovery key as typed, in any spacing.

    Raises `RecoveryKeyMistyped`, `RecoveryNotChosen`, `WrongPassword`, `TooManyTries`.
    """
    with _telling_of_wrong_ones(vault, clock, case_id):
        vault.case_locks.open_with_recovery(case_id, word)
    vault.audit.record_or_hold(AuditKind.CASE_UNLOCKED_BY_RECOVERY, clock.now(), case_id)


def shut(vault: OpenVault, clock: Clock, case_id: CaseId) -> None:
    """Shut a locked case: its words cannot be read again before the password is given."""
    if vault.case_locks.stands(case_id) is CaseLock.OPEN:
        vault.case_locks.shut(case_id)
        vault.audit.record_or_hold(AuditKind.CASE_SHUT, clock.now(), case_id)


@contextmanager
def _telling_of_wrong_ones(vault: OpenVault, clock: Clock, case_id: CaseId) -> Iterator[None]:
    """Write a wrong password or key of a case into the trail, and refuse it (clause 135)."""
    try:
        yield
    except WrongPassword:
        vault.audit.record_or_hold(AuditKind.CASE_REFUSED, clock.now(), case_id)
        raise
