"""Change the password or the recovery key of an open vault, and try the recovery key on paper."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.domain import recovery_key
from app.domain.audit import AuditKind
from app.domain.errors import Refusal
from app.services import practice as practices

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from app.domain.ids import CaseId
    from app.domain.proof import Proof
    from app.ports import Clock, OpenVault


@dataclass(frozen=True)
class LastChanges:
    """Since when password and recovery key are what they are, and when the key was tried last.

    `zone` is by whose clock these days are said: the practice's.
    """

    password: datetime | None
    recovery: datetime | None
    tried: datetime | None
    zone: str = ""


def last_changes(vault: OpenVault) -> LastChanges:
    """Return what the trail says of the ways in; a vault is made with its first two."""
    made = AuditKind.VAULT_CREATED
    return LastChanges(
        vault.audit.last((made, AuditKind.PASSWORD_CHANGED)),
        vault.audit.last((made, AuditKind.RECOVERY_CHANGED)),
        vault.audit.last((AuditKind.RECOVERY_TRIED, AuditKind.UNLOCKED_BY_RECOVERY)),
        practices.zone(vault),
    )


def change_password(vault: OpenVault, clock: Clock, proof: Proof, password: str) -> None:
    """Let another password open the vault; see `WaysIn.change_password` for what is refused.

    It opens no case with a password of its own, before or after: those passwords stay as they are.
    Backups made before still open with the password of their time.
    """
    vault.make_room()
    vault.ways.change_password(proof, password)
    # The header is changed: a trail that finds no room now is written later, and says so.
    if proof.recovery and not proof.opening:  # what opened the vault is learnt already
        _learn(vault, proof.words)
    vault.audit.record_or_hold(AuditKind.PASSWORD_CHANGED, clock.now())


def renew_recovery(
    vault: OpenVault,
    clock: Clock,
    proof: Proof,
    groups: Sequence[str],
    *,
    printed: Sequence[datetime] = (),
) -> list[CaseId]:
    """Let another recovery key open the vault; see `WaysIn.change_recovery`.

    It opens the cases with a password of their own that the old one opened: all of them where the
    old one is the proof, else those that are open. Returns the others: the old one still opens
    them, the new one once their password was given. Where the disk takes nothing behind the header
    (`CaseLocks.recovery_known` is False then), the new one must be typed once besides: tried
    (`try_recovery`), or to open the vault. `printed` is when it was printed or saved as a file: a
    paper of a key that never held opens nothing, and is in no trail.
    """
    new = recovery_key.from_text("".join(groups))
    old = recovery_key.from_text(proof.words) if proof.recovery else None
    vault.make_room()
    vault.ways.change_recovery(proof, groups)
    # The header is changed: what finds no room now is made up for when the new key is typed.
    with suppress(Refusal), vault.transaction():
        vault.case_locks.renew_recovery(new, old)
    vault.audit.record_or_hold(AuditKind.RECOVERY_CHANGED, clock.now())
    for at in printed:
        vault.audit.record_or_hold(AuditKind.RECOVERY_PRINTED, at)
    return vault.case_locks.stale()


def try_recovery(vault: OpenVault, clock: Clock, typed: str) -> list[CaseId]:
    """Raise `WrongPassword`, `TooManyTries` or `RecoveryKeyMistyped` unless the key opens this.

    What an interrupted change left undone is done: the cases that are open follow the key now.
    Returns the others, which follow when their password is next given.
    """
    vault.ways.check_recovery(typed)
    _learn(vault, typed)
    vault.audit.record_or_hold(AuditKind.RECOVERY_TRIED, clock.now())
    return vault.case_locks.stale()


def _learn(vault: OpenVault, typed: str) -> None:
    """Let cases be sealed to the present recovery key, which was proved right just now.

    A full disk or a damaged vault makes no right key wrong.
    """
    with suppress(Refusal), vault.transaction():
        vault.case_locks.renew_recovery(recovery_key.from_text(typed))
