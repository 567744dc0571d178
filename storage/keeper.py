"""Backs up, restores and verifies a vault as one portable file.

The file is a tar of what is encrypted already (header, database, media) and a manifest of sizes
and SHA-256. It opens on another computer with the password or the recovery key alone.
"""

from __future__ import annotations

import hashlib
import io
import json
import os
import shutil
import tarfile
from pathlib import Path, PurePosixPath
from typing import IO, TYPE_CHECKING

from app.domain.errors import BackupDamaged, PlaceTaken, VaultDamaged
from storage import backup, files, header, vault

if TYPE_CHECKING:
    from app.ports import OpenVault

MANIFEST = "xinxia-backup.json"
FORMAT = "xinxia-backup"
VERSION = 1
_BLOCK = 1024 * 1024
_LARGEST_MANIFEST = 16 * 1024 * 1024
_MALFORMED = (KeyError, ValueError, TypeError, AttributeError, OverflowError, RecursionError)


class FolderKeeper:
    """The `Keeper` of the real disk."""

    def verify(self, opened: OpenVault) -> list[str]:
        """Return what is wrong with an open vault in plain words; nothing when all is well."""
        one = _real(opened)
        complaints = backup.check(one.folder / vault.DATABASE, one.raw_key())
        try:
            intact = one.audit.intact()
        except VaultDamaged:
            intact = False
        if not intact:
            complaints.append("the audit trail does not follow from line to line")
        return complaints

    def back_up(self, opened: OpenVault, target: Path) -> dict[str, int]:
        """Write a verified backup and return the number of rows of each table.

        Raises `DiskFull`, `NotWritable`, `DiskFailed`, `VaultDamaged`, `BackupDamaged`. A file
        that stands at `target` is replaced only by a backup that was read back.
        """
        one = _real(opened)
        fresh = target.with_name(f".{target.name}.part")
        snapshot = target.with_name(f".{target.name}.db")
        with files.refusing():
            try:
                backup.copy_database(one.connection, snapshot, one.raw_key())
                rows = backup.counts(snapshot, one.raw_key())
                _pack(fresh, one.folder, snapshot)
                _check(fresh)
                fresh.replace(target)
                files.sync_folder(target.parent)
            finally:
                fresh.unlink(missing_ok=True)
                for leftover in target.parent.glob(f"{snapshot.name}*"):
                    leftover.unlink(missing_ok=True)
        return rows

    def restore(self, source: Path, place: Path) -> None:
        """Unpack a backup into a folder that is absent or empty.

        Raises `PlaceTaken`, `BackupDamaged`, `DiskFull`, `NotWritable`. What fails leaves nothing.
        """
        with files.refusing():
            if place.exists() and any(place.iterdir()):
                raise PlaceTaken
            _check(source)
            half = place.with_name(f".{place.name}.part")
            try:
                _unpack(source, half)
                if place.exists():
                    place.rmdir()
                half.replace(place)
            finally:
                shutil.rmtree(half, ignore_errors=True)


def _real(opened: OpenVault) -> vault.Vault:
    """Return the open vault as this room knows it."""
    if not isinstance(opened, vault.Vault):
        raise TypeError("only a vault on disk can be backed up")
    return opened


def _pack(target: Path, folder: Path, snapshot: Path) -> None:
    """Write the archive: the manifest first, then what it lists."""
    parts = {header.NAME: folder / header.NAME, vault.DATABASE: snapshot}
    for one in sorted((folder / vault.MEDIA).glob("*.db")):
        parts[f"{vault.MEDIA}/{one.name}"] = one
    listed = {name: [path.stat().st_size, _digest(path)] for name, path in parts.items()}
    manifest = json.dumps({"format": FORMAT, "version": VERSION, "files": listed}).encode()
    target.unlink(missing_ok=True)
    target.touch(mode=0o600)
    with tarfile.open(target, "w") as archive:
        entry = tarfile.TarInfo(MANIFEST)
        entry.size = len(manifest)
        archive.addfile(entry, io.BytesIO(manifest))
        for name, path in parts.items():
            with path.open("rb") as file:
                archive.addfile(_entry(name, path), file)
    with target.open("rb+") as file:
        os.fsync(file.fileno())


def _entry(name: str, path: Path) -> tarfile.TarInfo:
    """Return an archive entry that tells nothing of this computer."""
    entry = tarfile.TarInfo(name)
    entry.size = path.stat().st_size
    entry.mode = 0o600
    return entry


def _digest(path: Path) -> str:
    """Return the SHA-256 of a file."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _check(source: Path) -> dict[str, list[object]]:
    """Return what the manifest lists; raise `BackupDamaged` unless every part agrees with it."""
    try:
        with tarfile.open(source, "r:") as archive:
            listed = _manifest(archive)
            _check_members(archive, listed)
            for name, (size, digest) in listed.items():
                member = archive.getmember(name)
                file = archive.extractfile(member)
                if file is None or member.size != size or _stream_digest(file) != digest:
                    raise BackupDamaged
    except (tarfile.TarError, *_MALFORMED) as error:
        raise BackupDamaged from error
    return listed


def _check_members(archive: tarfile.TarFile, listed: dict[str, list[object]]) -> None:
    """Raise `BackupDamaged` unless the archive holds each listed file once, and nothing else."""
    members = archive.getmembers()
    names = sorted(one.name for one in members)
    if names != sorted([MANIFEST, *listed]) or not all(one.isreg() for one in members):
        raise BackupDamaged


def _manifest(archive: tarfile.TarFile) -> dict[str, list[object]]:
    """Return the files that the manifest lists; only names that we write ourselves are taken."""
    member = archive.getmember(MANIFEST)
    file = archive.extractfile(member)
    if file is None or member.size > _LARGEST_MANIFEST:
        raise BackupDamaged
    said = json.loads(file.read())
    if said["format"] != FORMAT or said["version"] != VERSION:
        raise BackupDamaged
    listed: dict[str, list[object]] = said["files"]
    if not {header.NAME, vault.DATABASE} <= set(listed) or not all(map(_is_ours, listed)):
        raise BackupDamaged
    return listed


def _is_ours(name: str) -> bool:
    """Return whether an archive entry is one of ours, so that nothing is written elsewhere."""
    if name in (header.NAME, vault.DATABASE):
        return True
    path = PurePosixPath(name)
    return str(path.parent) == vault.MEDIA and path.suffix == ".db" and path.stem.isalnum()


def _stream_digest(file: IO[bytes]) -> str:
    """Return the SHA-256 of a stream read in blocks."""
    worker = hashlib.sha256()
    while block := file.read(_BLOCK):
        worker.update(block)
    return worker.hexdigest()


def _unpack(source: Path, place: Path) -> None:
    """Write the parts of a checked archive into a new folder."""
    shutil.rmtree(place, ignore_errors=True)
    files.make_private_folder(place)
    files.make_private_folder(place / vault.MEDIA)
    with tarfile.open(source, "r:") as archive:
        for name in _manifest(archive):
            file = archive.extractfile(name)
            if file is None:
                raise BackupDamaged
            target = place / name
            target.touch(mode=0o600)
            with target.open("wb") as out:
                shutil.copyfileobj(file, out, _BLOCK)
