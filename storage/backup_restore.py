"""Restores and checks a generation of a backup folder; nothing of the folder is changed by it."""

from __future__ import annotations

import hashlib
import hmac
import os
import secrets
import shutil
from contextlib import suppress
from typing import TYPE_CHECKING

from app.domain.backup import Unchecked
from app.domain.complaint import Complaint, Fault
from app.domain.errors import BackupDamaged, HeaderDamaged
from storage import (
    backup,
    backup_folder,
    contents,
    database,
    files,
    header,
    recording_list,
    snapshot,
    vault,
)
from storage.meter import Meter

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from app.domain.backup import Generation
    from app.ports import Lease
    from storage.generation import Listing, Part

    Told = Callable[[int, int], None]


def restore(folder: Path, number: int, place: Path, told: Told) -> Listing:
    """Put a generation (the newest for 0) together in a folder that is absent or empty.

    Each file is hashed while it is copied; the vault takes its name in one step once every byte
    agreed and is synced. Raises `PlaceTaken`, `BackupDamaged`, `BackupFolderMissing`, `NoRoom`,
    `BackupStopped`, `NotWritable`, `DiskFailed`. What fails leaves nothing. Returns its list.
    """
    with files.arriving(place) as half:
        place.parent.mkdir(parents=True, exist_ok=True)
        return _put_together(folder, number, half, Meter(told))


def drill(lease: Lease, folder: Path, told: Told) -> tuple[Generation, list[Complaint]]:
    """Restore the newest generation beside the others, open it, compare it, remove it.

    It stays encrypted all the way. Returns the generation and what is wrong with it; raises what
    `restore` raises.
    """
    place = folder / f"{backup_folder.HALF}{secrets.token_hex(8)}.part"
    meter = Meter(told)
    with files.refusing():
        try:
            listing = _put_together(folder, 0, place, meter, fresh=True)
            files.sync_tree(place)
            complaints = _wrong(place, listing, lease, meter)
        finally:
            shutil.rmtree(place, ignore_errors=True)
    return listing.summary(), complaints


def verify(
    lease: Lease, folder: Path, number: int, told: Told
) -> tuple[Generation, list[Complaint], list[Unchecked]]:
    """Check a generation where it lies: its list, every byte, the database and what it holds.

    Returns it, what is wrong with it, and what could not be looked into.
    """
    path, listing = backup_folder.find(folder, number)
    meter = Meter(told)
    with files.refusing():
        complaints = _wrong_bytes(folder, path, listing, meter)
        if not complaints:
            complaints = _wrong(path, listing, lease, meter)
    unchecked = [Unchecked.RECORDING_CONTENT] if listing.recordings() else []
    unchecked += [Unchecked.UNFINISHED_RECORDING] if listing.unfinished else []
    return listing.summary(), complaints, unchecked


def _put_together(
    folder: Path, number: int, half: Path, meter: Meter, *, fresh: bool = False
) -> Listing:
    """Write the files of a generation into a new folder, the header last.

    `fresh` forgets what the system still holds of each file in memory: the disk itself is read.
    """
    path, listing = backup_folder.find(folder, number)
    size = sum(part.size for part in listing.files.values())
    backup_folder.check_room(half.parent, size + backup_folder.SPARE)
    meter.expect(size)
    (half / vault.MEDIA).mkdir(mode=0o700, parents=True)
    with suppress(PermissionError):  # a disk formatted as FAT knows no modes
        half.chmod(0o700)
    for name in sorted(listing.files, key=lambda name: name == header.NAME):
        part = listing.files[name]
        source = backup_folder.source_of(folder, path, name, part)
        _copy(source, half / name, part, (meter, fresh))
    return listing


def _copy(source: Path, target: Path, part: Part, means: tuple[Meter, bool]) -> None:
    """Copy a file; raise `BackupDamaged` where it is not what the list says."""
    meter, fresh = means
    worker = hashlib.sha256()
    try:
        file = source.open("rb")
    except FileNotFoundError as error:
        raise BackupDamaged from error
    handle = os.open(target, snapshot.NEW, 0o600)
    with file, os.fdopen(handle, "wb") as out:
        if fresh:
            _forget_pages(file.fileno())
        while block := file.read(snapshot.BLOCK):
            worker.update(block)
            out.write(block)
            meter.add(len(block))
    if target.stat().st_size != part.size or worker.hexdigest() != part.digest:
        raise BackupDamaged


def _forget_pages(handle: int) -> None:
    """Have a file read from its disk; a system that cannot be asked reads it as it likes."""
    advise = getattr(os, "posix_fadvise", None)
    if advise is not None:
        advise(handle, 0, 0, os.POSIX_FADV_DONTNEED)


def _wrong_bytes(folder: Path, path: Path, listing: Listing, meter: Meter) -> list[Complaint]:
    """Return a complaint where a file is missing or is not what the list says."""
    meter.expect(sum(part.size for part in listing.files.values()))
    for name, part in listing.files.items():
        source = backup_folder.source_of(folder, path, name, part)
        worker, size = hashlib.sha256(), 0
        with suppress(FileNotFoundError), source.open("rb") as file:
            while block := file.read(snapshot.BLOCK):
                worker.update(block)
                size += len(block)
                meter.add(len(block))
        if (size, worker.hexdigest()) != (part.size, part.digest):
            return [Complaint(Fault.CONTENTS)]
    return []


def _wrong(place: Path, listing: Listing, lease: Lease, meter: Meter) -> list[Complaint]:
    """Return what is wrong with header, list and database of a generation that was put together."""
    raw_key = bytes(lease.raw_key)
    complaints = backup.check(place / vault.DATABASE, raw_key, connect=database.connect_read_only)
    meter.beat()
    if complaints:
        return complaints
    held = snapshot.read(place / vault.DATABASE, raw_key, meter)
    same = hmac.compare_digest(contents.seal(held, raw_key), listing.contents)
    if not (same and listing.sealed_by(raw_key) and _is_header_of(place, lease.vault_id)):
        return [Complaint(Fault.CONTENTS)]
    return _lacking(place, listing, raw_key)


def _lacking(place: Path, listing: Listing, raw_key: bytes) -> list[Complaint]:
    """Return the recordings that the database names and the list does not hold as they were."""
    held = {name: part.digest for name, part in listing.recordings().items()}
    found = []
    for one in recording_list.of(place / vault.DATABASE, raw_key, database.connect_read_only):
        digest = held.get(f"{vault.MEDIA}/{one.name}")
        if digest != one.digest:
            found.append(recording_list.complaint(one, gone=digest is None))
    return found


def _is_header_of(place: Path, vault_id: str) -> bool:
    try:
        return header.read(place)[0].vault_id.hex() == vault_id
    except HeaderDamaged:
        return False
