"""Backs up, restores and verifies a vault as one portable file.

The file is a tar of what is encrypted already (header, database, media) and a manifest of sizes
and SHA-256. It opens on another computer with the password or the recovery key alone.
"""

from __future__ import annotations

import hashlib
import hmac
import io
import json
import os
import shutil
import tarfile
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import IO, TYPE_CHECKING

from app.domain.complaint import Complaint, Fault
from app.domain.errors import (
    BackupDamaged,
    BackupInsideVault,
    FileTaken,
    NotWritable,
    PlaceTaken,
    VaultDamaged,
)
from storage import backup, contents, database, files, header, salvage, start_check, vault
from storage.page_check import PageCheck

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from app.domain.salvage import Salvaged
    from app.ports import OpenVault

MANIFEST = "xinxia-backup.json"
FORMAT = "xinxia-backup"
VERSION = 1
_BLOCK = 1024 * 1024
_LARGEST_MANIFEST = 16 * 1024 * 1024
_MALFORMED = (KeyError, ValueError, TypeError, AttributeError, OverflowError, RecursionError)


class FolderKeeper:
    """The `Keeper` of the real disk."""

    def verify(self, opened: OpenVault) -> list[Complaint]:
        """Return what is wrong with an open vault; nothing when all is well."""
        one = _real(opened)
        reads = database.connect_read_only if one.condition().read_only else database.connect
        complaints = backup.check(one.folder / vault.DATABASE, one.raw_key(), reads)
        try:
            intact = one.audit.intact()
        except VaultDamaged:
            intact = False
        if not intact:
            complaints.append(Complaint(Fault.TRAIL))
        complaints += _complaints_of_recordings(one)
        seen = {one.fault for one in complaints}
        return complaints + [one for one in opened.condition().complaints if one.fault not in seen]

    def lost_records(self, opened: OpenVault) -> list[Complaint]:
        """Return the records of a damaged vault that are known to be lost, by table and number."""
        one = _real(opened)
        nowhere = one.folder / "nowhere"
        return salvage.Salvage(one.folder, nowhere, one.secrets(), one.clock).survey()

    def salvaging(
        self, opened: OpenVault, target: Path
    ) -> Callable[[Callable[[int, int], None]], Salvaged]:
        """Return the work that gets what can be read out of a damaged vault into a new folder.

        It may run on any one thread, and is given a function to say how far it is. Raises
        `BackupInsideVault`; the work raises what `storage.salvage.Salvage.run` raises.
        """
        one = _real(opened)
        if target.resolve().is_relative_to(one.folder.resolve()):
            raise BackupInsideVault
        secrets, folder, clock = one.secrets(), one.folder, one.clock
        return lambda told: salvage.Salvage(folder, target, secrets, clock, told).run()

    def page_check(self, opened: OpenVault) -> PageCheck:
        """Return a check of every page, to be run away from the thread of the vault."""
        one = _real(opened)
        survey = salvage.Salvage(one.folder, one.folder / "nowhere", one.secrets(), one.clock)
        return PageCheck(
            one.folder / vault.DATABASE, one.raw_key(), survey, alone=one.condition().read_only
        )

    def remember_damage(self, opened: OpenVault) -> None:
        """Let the vault be opened to be read alone, until a check of every page finds it whole."""
        start_check.remember_damage(_real(opened).folder)

    def verify_backup(self, source: Path, opened: OpenVault) -> list[Complaint]:
        """Return what is wrong with a backup; `opened` is the vault restored from it.

        The database is unpacked once more, since opening a vault may bring it up to date, and every
        table is compared with what was written down when the backup was made. Raises
        `BackupDamaged`, `DiskFull`, `NotWritable`.
        """
        one = _real(opened)
        half = one.folder / ".verify.part"
        with files.refusing():
            try:
                said = _unpack(source, half)
                complaints = backup.check(half / vault.DATABASE, one.raw_key())
                if not complaints:
                    held = backup.read(half / vault.DATABASE, one.raw_key())
                    if not hmac.compare_digest(contents.seal(held, one.raw_key()), said.contents):
                        complaints.append(Complaint(Fault.CONTENTS))
            finally:
                shutil.rmtree(half, ignore_errors=True)
        return complaints

    def back_up(self, opened: OpenVault, target: Path, *, replace: bool = False) -> dict[str, int]:
        """Write a verified backup and return the number of rows of each table.

        Raises `FileTaken` where something stands at `target`, unless a file there may be replaced:
        it is then, and only by a backup that was read back. Raises `BackupInsideVault`,
        `DiskFull`, `NotWritable`, `DiskFailed`, `VaultDamaged`, `BackupDamaged`.
        """
        one = _real(opened)
        work = target.with_name(f".{target.name}.part")
        with files.refusing():
            _check_target(target, one.folder, replace=replace)
            try:
                _clear(work)
                work.mkdir(mode=0o700)
                held = backup.copy_database(one.connection, work / vault.DATABASE, one.raw_key())
                sealed = contents.seal(held, one.raw_key())
                _pack(work / MANIFEST, one, work / vault.DATABASE, sealed)
                _check(work / MANIFEST)
                _check_target(target, one.folder, replace=replace)
                (work / MANIFEST).replace(target)
                files.sync_folder(target.parent)
            finally:
                _clear(work)
        return {name: held[name].rows for name in held if name != contents.SCHEMA}

    def restore(self, source: Path, place: Path) -> None:
        """Unpack a backup into a folder that is absent or empty.

        The vault is put together and synced in a folder of another name, its header last, and takes
        its name in one step: a restore that is interrupted never looks like a vault. Raises
        `PlaceTaken`, `BackupDamaged`, `DiskFull`, `NotWritable`. What fails leaves nothing.
        """
        with files.refusing():
            if place.exists() and any(place.iterdir()):
                raise PlaceTaken
            _check(source)
            half = place.with_name(f".{place.name}.part")
            try:
                _unpack(source, half)
                files.sync_tree(half)
                if place.exists():
                    place.rmdir()
                half.replace(place)
                files.sync_folder(place.parent)
            finally:
                shutil.rmtree(half, ignore_errors=True)


@dataclass(frozen=True)
class _Manifest:
    """What an archive says of itself: its files with size and SHA-256, and what they hold."""

    files: dict[str, list[object]]
    contents: str


def _check_target(target: Path, folder: Path, *, replace: bool) -> None:
    """Raise `BackupInsideVault` or `FileTaken` where a backup must not be written."""
    if target.resolve().is_relative_to(folder.resolve()):
        raise BackupInsideVault
    if target.is_dir():
        raise NotWritable
    if not replace and (target.exists() or target.is_symlink()):
        raise FileTaken


def _clear(work: Path) -> None:
    """Remove what an earlier backup left half done; nothing of anybody else's."""
    if work.is_dir() and not work.is_symlink():
        shutil.rmtree(work, ignore_errors=True)


def _real(opened: OpenVault) -> vault.Vault:
    """Return the open vault as this room knows it."""
    if not isinstance(opened, vault.Vault):
        raise TypeError("only a vault on disk can be backed up")
    return opened


def _complaints_of_recordings(one: vault.Vault) -> list[Complaint]:
    """Return what is wrong with recordings; nothing more where their table cannot be read."""
    try:
        return one.recordings.complaints()
    except VaultDamaged:
        return []


def _pack(target: Path, one: vault.Vault, snapshot: Path, sealed: str) -> None:
    """Write the archive: the manifest first, then what it lists.

    Of the recordings those that the vault knows, as far as they are there: one that is gone keeps
    nobody from a backup of the rest, and `verify` misses it.
    """
    parts = {header.NAME: one.folder / header.NAME, vault.DATABASE: snapshot}
    for name in one.recordings.files():
        path = one.folder / vault.MEDIA / name
        if path.is_file():
            parts[f"{vault.MEDIA}/{name}"] = path
    listed = {name: [path.stat().st_size, _digest(path)] for name, path in parts.items()}
    said = {"format": FORMAT, "version": VERSION, "files": listed, "contents": sealed}
    manifest = json.dumps(said).encode()
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


def _check(source: Path) -> None:
    """Read the whole archive; raise `BackupDamaged` unless every part agrees with it."""
    with _reading(source) as archive:
        listed = _manifest(archive).files
        _check_members(archive, listed)
        for name, (size, digest) in listed.items():
            member = archive.getmember(name)
            file = archive.extractfile(member)
            if file is None or member.size != size or _stream_digest(file) != digest:
                raise BackupDamaged


@contextmanager
def _reading(source: Path) -> Iterator[tarfile.TarFile]:
    """Open an archive; whatever is wrong with it raises `BackupDamaged`."""
    try:
        with tarfile.open(source, "r:") as archive:
            yield archive
    except (tarfile.TarError, *_MALFORMED) as error:
        raise BackupDamaged from error


def _check_members(archive: tarfile.TarFile, listed: dict[str, list[object]]) -> None:
    """Raise `BackupDamaged` unless the archive holds each listed file once, and nothing else."""
    members = archive.getmembers()
    names = sorted(one.name for one in members)
    if names != sorted([MANIFEST, *listed]) or not all(one.isreg() for one in members):
        raise BackupDamaged


def _manifest(archive: tarfile.TarFile) -> _Manifest:
    """Return what the manifest says; only names that we write ourselves are taken."""
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
    sealed = said["contents"]
    if len(bytes.fromhex(sealed)) != hashlib.sha256().digest_size:
        raise BackupDamaged
    return _Manifest(listed, sealed)


def _is_ours(name: str) -> bool:
    """Return whether an archive entry is one of ours, so that nothing is written elsewhere."""
    if name in (header.NAME, vault.DATABASE):
        return True
    path = PurePosixPath(name)
    return str(path.parent) == vault.MEDIA and path.suffix == ".db" and path.stem.isalnum()


def _stream_digest(file: IO[bytes], out: IO[bytes] | None = None) -> str:
    """Return the SHA-256 of a stream read in blocks, which are also written to `out`."""
    worker = hashlib.sha256()
    while block := file.read(_BLOCK):
        worker.update(block)
        if out:
            out.write(block)
    return worker.hexdigest()


def _unpack(source: Path, place: Path) -> _Manifest:
    """Write the parts of a checked archive into a new folder, the header last."""
    _clear(place)
    files.make_private_folder(place)
    files.make_private_folder(place / vault.MEDIA)
    with _reading(source) as archive:
        said = _manifest(archive)
        for name in sorted(said.files, key=lambda name: name == header.NAME):
            _unpack_part(archive, place, name, said.files[name][1])
    return said


def _unpack_part(archive: tarfile.TarFile, place: Path, name: str, digest: object) -> None:
    """Write one part; raise `BackupDamaged` where it changed since the archive was checked."""
    file = archive.extractfile(name)
    if file is None:
        raise BackupDamaged
    target = place / name
    target.touch(mode=0o600)
    with target.open("wb") as out:
        written = _stream_digest(file, out)
    if written != digest:
        raise BackupDamaged
