"""Restores and checks a generation of a backup folder; no file of a backup is changed by it.

Header, database and list must be as they were written. A recording whose copy is gone or damaged
keeps nothing else back: as much of it as there is comes along, and it is said.
"""

from __future__ import annotations

import hmac
import os
import secrets
import shutil
from contextlib import suppress
from typing import TYPE_CHECKING

from app.domain.backup import Unchecked
from app.domain.complaint import Complaint, Fault
from app.domain.differs import together
from app.domain.errors import BackupDamaged, HeaderDamaged
from storage import (
    arriving,
    backup,
    backup_folder,
    backup_media,
    contents,
    database,
    drive,
    files,
    header,
    recording_list,
    regular,
    restored,
    snapshot,
    stream,
    vault,
)
from storage.meter import Meter

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from app.domain.backup import Generation
    from app.domain.differs import Differs
    from app.ports import Lease
    from storage.generation import Listing, Part

    Told = Callable[[int, int], None]
    Hurt = dict[str, bool]

_OWN = (header.NAME, vault.DATABASE)


def restore(folder: Path, number: int, place: Path, told: Told) -> tuple[Differs, ...]:
    """Put a generation (the newest for 0) together in a folder that is absent or empty.

    Each file is hashed while it is copied; the vault takes its name in one step once header and
    database agreed and all is synced. Raises `PlaceTaken`, `BackupInsideVault`, `BackupDamaged`,
    `BackupFolderMissing`, `NoRoom`, `BackupStopped`, `NotWritable`, `DiskFailed`. What fails leaves
    nothing. Returns the recordings that are not as they were stored, whenever they were hurt.
    """
    with drive.heeded(folder / backup_folder.GENERATIONS), arriving.arriving(place) as half:
        listing, hurt = _put_together(folder, number, half, Meter(told))
        now = [listing.files[name].differs(gone=gone) for name, gone in hurt.items()]
        lacking = together(listing.lacking, now)
        restored.leave(half, lacking)
    return lacking


def drill(lease: Lease, folder: Path, told: Told) -> tuple[Generation, list[Complaint]]:
    """Restore the newest generation beside the others, open it, compare it, remove it.

    It stays encrypted all the way. Returns the generation and what is wrong with it; the next
    backup copies a recording anew whose copy was found damaged. Raises what `restore` raises.
    """
    place = folder / f"{backup_folder.HALF}{secrets.token_hex(8)}.part"
    meter = Meter(told)
    generations = folder / backup_folder.GENERATIONS
    with drive.heeded(generations), files.refusing():
        try:
            listing, hurt = _put_together(folder, 0, place, meter, fresh=True)
            files.sync_tree(place)
            complaints = _wrong(place, (listing, hurt), lease, meter)
            drive.check(generations)
        finally:
            shutil.rmtree(place, ignore_errors=True)
    if hurt:
        backup_folder.doubt(folder, (listing.files[name].digest for name in hurt))
    return listing.summary(), complaints


def verify(
    lease: Lease, folder: Path, number: int, told: Told
) -> tuple[Generation, list[Complaint], list[Unchecked]]:
    """Check a generation where it lies: its list, every byte, the database and what it holds.

    Returns it, what is wrong with it, and what could not be looked into.
    """
    path, listing = backup_folder.find(folder, number)
    meter = Meter(told)
    generations = folder / backup_folder.GENERATIONS
    with drive.heeded(generations), files.refusing():
        meter.expect(sum(part.size for part in listing.files.values()))
        complaints = _wrong_bytes(path, listing, meter)
        if not complaints:
            hurt = _hurt(folder, listing, meter)
            complaints = _wrong(path, (listing, hurt), lease, meter)
        drive.check(generations)
    unchecked = [Unchecked.RECORDING_CONTENT] if listing.recordings() else []
    unchecked += [Unchecked.UNFINISHED_RECORDING] if listing.unfinished else []
    return listing.summary(), complaints, unchecked


def _put_together(
    folder: Path, number: int, half: Path, meter: Meter, *, fresh: bool = False
) -> tuple[Listing, Hurt]:
    """Write the files of a generation into a new folder, the header last.

    `fresh` forgets what the system still holds of each file in memory: the disk itself is read.
    Returns the list, and the recordings that did not come whole, with whether nothing came at all.
    """
    path, listing = backup_folder.find(folder, number)
    size = sum(part.size for part in listing.files.values())
    backup_folder.check_room(half.parent, size + backup_folder.SPARE)
    meter.expect(size)
    (half / vault.MEDIA).mkdir(mode=0o700, parents=True)
    with suppress(PermissionError):  # a disk formatted as FAT knows no modes
        half.chmod(0o700)
    hurt = {}
    for name, part in listing.recordings().items():
        source = backup_folder.source_of(folder, path, name, part)
        if not _copy_recording(source, half / name, part, (meter, fresh)):
            hurt[name] = not (half / name).exists()
    for name in reversed(_OWN):
        source = backup_folder.source_of(folder, path, name, listing.files[name])
        _copy(source, half / name, listing.files[name], (meter, fresh))
    return listing, hurt


def _copy_recording(source: Path, target: Path, part: Part, means: tuple[Meter, bool]) -> bool:
    """Copy as much of a recording as the disk gives out; return whether it is as it was stored.

    A copy that was set aside once it was found damaged comes where there is no other. Where nothing
    can be read, no file is left.
    """
    meter, fresh = means
    for one in (source, backup_media.set_aside(source)):
        with suppress(regular.Unread), regular.Reader(one) as reader:
            if fresh:
                _forget_pages(reader.fileno())
            _, digest = _copied(reader, target, meter)
            if reader.given or not reader.size:
                meter.add(max(0, part.size - reader.size))
                return digest == part.digest
            target.unlink()
    meter.add(part.size)
    return False


def _copied(source: stream.Source, target: Path, meter: Meter) -> tuple[int, str]:
    """Write what a source gives to a new file; return how many bytes it has, and their SHA-256."""
    handle = os.open(target, snapshot.NEW, 0o600)
    with os.fdopen(handle, "wb") as out:
        return stream.pour(source, meter, out)


def _copy(source: Path, target: Path, part: Part, means: tuple[Meter, bool]) -> None:
    """Copy a file; raise `BackupDamaged` where it is not what the list says."""
    meter, fresh = means
    try:
        regular.stat_of(source)  # a pipe would never answer
        file = source.open("rb")
    except (FileNotFoundError, regular.Unread) as error:
        raise BackupDamaged from error
    with file:
        if fresh:
            _forget_pages(file.fileno())
        found = _copied(file, target, meter)
    if found != (part.size, part.digest):
        raise BackupDamaged


def _forget_pages(handle: int) -> None:
    """Have a file read from its disk; a system that cannot be asked reads it as it likes."""
    advise = getattr(os, "posix_fadvise", None)
    if advise is not None:
        advise(handle, 0, 0, os.POSIX_FADV_DONTNEED)


def _wrong_bytes(path: Path, listing: Listing, meter: Meter) -> list[Complaint]:
    """Return a complaint where header or database is missing or is not what the list says."""
    for name in _OWN:
        part, found = listing.files[name], None
        if regular.is_file(path / name):  # a pipe would never answer
            with suppress(FileNotFoundError), (path / name).open("rb") as file:
                found = stream.pour(file, meter)
        if found != (part.size, part.digest):
            return [Complaint(Fault.CONTENTS)]
    return []


def _hurt(folder: Path, listing: Listing, meter: Meter) -> Hurt:
    """Return the recordings whose copies are not what the list says, with whether one is gone."""
    found = {}
    for name, part in listing.recordings().items():
        source = backup_folder.source_of(folder, folder, name, part)
        try:
            if regular.digest(source, meter, counts=True) != part.digest:
                found[name] = False
        except regular.Unread:
            found[name] = _gives_nothing(source)
    return found


def _gives_nothing(source: Path) -> bool:
    """Return whether a restore would bring no file: no copy, or a folder or a link in its place."""
    return not any(map(regular.is_file, (source, backup_media.set_aside(source))))


def _wrong(place: Path, found: tuple[Listing, Hurt], lease: Lease, meter: Meter) -> list[Complaint]:
    """Return what is wrong with a generation: header, list and database, then the recordings."""
    listing, hurt = found
    raw_key = bytes(lease.raw_key)
    complaints = backup.check(place / vault.DATABASE, raw_key, connect=database.connect_read_only)
    meter.beat()
    if complaints:
        return complaints
    held = snapshot.read(place / vault.DATABASE, raw_key, meter)
    same = hmac.compare_digest(contents.seal(held, raw_key), listing.contents)
    if not (same and listing.sealed_by(raw_key) and _is_header_of(place, lease.vault_id)):
        return [Complaint(Fault.CONTENTS)]
    return _lacking(place, listing, hurt, raw_key)


def _lacking(place: Path, listing: Listing, hurt: Hurt, raw_key: bytes) -> list[Complaint]:
    """Return the recordings that the database names and the backup does not hold as they were.

    A file that no row names and that is hurt is content of the backup that is another.
    """
    held = {name: part.digest for name, part in listing.recordings().items()}
    found, strange = [], dict(hurt)
    for one in recording_list.of(place / vault.DATABASE, raw_key, database.connect_read_only):
        name = f"{vault.MEDIA}/{one.name}"
        digest, gone = held.get(name), strange.pop(name, None)
        if digest != one.digest or gone is not None:
            found.append(recording_list.complaint(one, gone=gone or digest is None))
    return found + ([Complaint(Fault.CONTENTS)] if strange else [])


def _is_header_of(place: Path, vault_id: str) -> bool:
    try:
        return header.read(place)[0].vault_id.hex() == vault_id
    except HeaderDamaged:
        return False
