"""Create, unlock and lock a vault."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

from app.domain.audit import AuditKind
from app.domain.errors import DiskFailed, DiskFull, NotWritable, VaultReadOnly

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime
    from pathlib import Path

    from app.domain.ids import CaseId, NoteId
    from app.ports import Clock, Door, Opened, OpenVault


def create(  # noqa: PLR0913 - what a vault is made of
    door: Door,
    clock: Clock,
    place: Path,
    password: str,
    recovery: Sequence[str],
    *,
    printed: Sequence[datetime] = (),
) -> Opened:
    """Make a vault and open it; see `Door.create` for what is refused.

    `printed` is when its recovery key was printed or saved as a file, before there was a trail.
    """
    opened = door.create(place, password, recovery)
    with opened.vault.transaction():
        opened.vault.audit.record(AuditKind.VAULT_CREATED, clock.now())
        for at in printed:
            opened.vault.audit.record(AuditKind.RECOVERY_PRINTED, at)
    return opened


def unlock(door: Door, clock: Clock, place: Path, password: str) -> Opened:
    """Open with the password; see `Door.open` for what is refused."""
    opened = door.open(place, password)
    record_opening(opened.vault, clock, AuditKind.UNLOCKED)
    return opened


def unlock_with_recovery(door: Door, clock: Clock, place: Path, typed: str) -> Opened:
    """Open with the recovery key as typed."""
    opened = door.open_with_recovery(place, typed)
    record_opening(opened.vault, clock, AuditKind.UNLOCKED_BY_RECOVERY)
    return opened


def lock(
    vault: OpenVault,
    clock: Clock,
    writing: NoteId | None,
    calendar: tuple[str, str, CaseId | None] | None = None,
    page: Sequence[str | int | None] | None = None,
) -> None:
    """Remember what was being written, or where in the calendar one was; write the trail, close.

    `page` is where something else is unfinished, as `Settings.remember_open_page` takes it.
    Nothing may veto a lock: a disk that takes no more words does not keep the vault open, nor
    does a damaged database, into which nothing is written.
    """
    vault.make_room()
    try:
        with suppress(DiskFull, DiskFailed, NotWritable, VaultReadOnly), vault.transaction():
            if writing is not None:
                vault.search.settle(writing)
            vault.settings.remember_open_note(writing)
            vault.settings.remember_calendar_place(calendar)
            vault.settings.remember_open_page(page)
            vault.audit.record(AuditKind.LOCKED, clock.now())
    finally:
        vault.close()


def record_opening(vault: OpenVault, clock: Clock, kind: AuditKind) -> None:
    """Mend the header or its copy, and write a line of the trail; close again when that fails.

    Before it comes how many passwords were wrong since the opening before (clause 135). A full disk
    does not keep it shut: she must get in to read, to copy and to make room.
    """
    try:
        if not vault.condition().read_only:
            vault.ways.mend()
        _tell_wrong_tries(vault, clock)
        vault.audit.record_or_hold(kind, clock.now())
    except BaseException:
        vault.close()
        raise


def _tell_wrong_tries(vault: OpenVault, clock: Clock) -> None:
    """Write how many passwords were wrong since the opening before, as of the last of them.

    In a damaged vault, where nothing is written, they stay to be told.
    """
    count, last = vault.ways.wrong_tries()
    if count and not vault.condition().read_only:
        now = clock.now()
        at = now if last is None else min(last, now)
        vault.audit.record_or_hold(AuditKind.WRONG_TRIES, at, subject=count)
        vault.ways.wrong_tries_told()
