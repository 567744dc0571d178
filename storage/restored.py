"""Tells a vault that was restored, or salvaged, which recordings did not come with it whole.

Whoever puts it together has no key to write into it. So the numbers lie beside it until it is first
opened, which takes them into the settings: the health page, the day and the backups say them then,
until a check finds them right. The file has no words. Somebody who can write the folder can take it
away, or put one there: the next check compares every recording, whatever it says.
"""

from __future__ import annotations

import json
from contextlib import suppress
from dataclasses import replace
from typing import TYPE_CHECKING, Any, Final

from app.domain.differs import Differs, together
from app.domain.errors import DiskFailed, DiskFull, NotWritable, VaultDamaged
from storage import beside, files, regular

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime
    from pathlib import Path

    from app.domain.complaint import Complaint
    from app.ports import OpenVault

NAME: Final = "vault.restored"
_LARGEST: Final = 1024 * 1024


def leave(folder: Path, found: Iterable[Differs]) -> None:
    """Write down beside a vault which of its recordings are gone or not as they were stored.

    A file of no recording that is known is left out. Raises `DiskFull`, `NotWritable`,
    `DiskFailed`.
    """
    named = {one.recording: one.gone for one in found if one.recording}
    if named:
        files.write_private(folder / NAME, json.dumps(sorted(named.items())).encode())


def take_over(vault: OpenVault, folder: Path, now: datetime) -> None:
    """Let an open vault know what was left beside it; a disk that takes nothing leaves it there."""
    path = folder / NAME
    if not path.exists():
        return
    with suppress(DiskFull, DiskFailed, NotWritable, VaultDamaged), files.refusing():
        known = set(vault.recordings.files().values())
        found = [one for one in _read(path) if one.recording in known]
        if found:
            _remember(vault, now, found)
        path.unlink()
        files.sync_folder(folder)


def _remember(vault: OpenVault, now: datetime, found: list[Differs]) -> None:
    """Keep it as what a check found, and as what the last backup found in the vault."""
    complaints: list[Complaint] = [one.complaint() for one in found]
    numbers = {one.recording for one in found}
    with vault.transaction():
        before = vault.settings.check_findings()
        vault.settings.remember_arrival(now, _besides(before, numbers) + complaints)
        plan = vault.settings.backup_plan()
        vault.settings.change_backup_plan(replace(plan, differs=together(found, plan.differs)))


def _besides(before: Iterable[Complaint], numbers: set[int]) -> list[Complaint]:
    """Return what was known before of anything but these recordings."""
    kinds = {Differs(0).complaint().fault, Differs(0, gone=True).complaint().fault}
    return [one for one in before if one.fault not in kinds or one.number not in numbers]


def _read(path: Path) -> list[Differs]:
    """Return what was written down; nothing of what we would not write."""
    with suppress(regular.Unread, *beside.MALFORMED), regular.Reader(path) as reader:
        if reader.size <= _LARGEST:
            return [_entry(one) for one in json.loads(reader.read(_LARGEST))]
    return []


def _entry(one: Any) -> Differs:  # noqa: ANN401
    """Return one entry; raise ValueError for anything else."""
    number, gone = one
    if type(number) is not int or type(gone) is not bool:
        raise ValueError
    return Differs(number, gone=gone)
