"""Backs up, restores and verifies a vault, as one portable file or in a backup folder.

What is done with a folder lies in `backup_folder` and `backup_restore`. The portable file is a tar
of what is encrypted already (header, database, media) and a manifest of sizes and SHA-256. Both
open on another computer with the password or the recovery key alone.
"""

from __future__ import annotations

import hmac
import shutil
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from typing import TYPE_CHECKING

from app.domain import backup as rules
from app.domain.complaint import Complaint, Fault
from app.domain.errors import (
    BackupFolderMissing,
    NoSuchGeneration,
    VaultDamaged,
    VaultReadOnly,
    WrongPassword,
)
from app.ports import Lease
from storage import (
    arriving,
    backup,
    backup_folder,
    backup_media,
    backup_pack,
    backup_restore,
    backup_unpack,
    contents,
    database,
    drive,
    files,
    header,
    keys,
    lineage,
    restored,
    salvage,
    snapshot,
    start_check,
    vault,
)
from storage.meter import Meter, nobody
from storage.page_check import PageCheck
from storage.recording_check import RecordingCheck

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime
    from pathlib import Path

    from app.domain.backup import BackedUp, Generation, Packed, Unchecked
    from app.domain.differs import Differs
    from app.domain.salvage import Salvaged
    from app.ports import OpenVault, Told

MANIFEST = backup_pack.MANIFEST


class FolderKeeper:
    """The `Keeper` of the real disk."""

    def verify(self, opened: OpenVault) -> list[Complaint]:
        """Return what is wrong with an open vault; nothing when all is well."""
        one = _real(opened)
        reads = database.connect_read_only if one.condition().read_only else database.connect
        complaints = backup.check(one.folder / vault.DATABASE, one.raw_key(), connect=reads)
        try:
            intact = one.audit.intact()
        except VaultDamaged:
            intact = False
        if not intact:
            complaints.append(Complaint(Fault.TRAIL))
        complaints += _complaints_of_recordings(one)
        # The files of recordings were all read just now: what was seen at the opening is older.
        seen = {one.fault for one in complaints} | {Fault.RECORDING, Fault.RECORDING_GONE}
        return complaints + [one for one in opened.condition().complaints if one.fault not in seen]

    def salvaging(
        self, opened: OpenVault, target: Path
    ) -> Callable[[Callable[[int, int], None]], Salvaged]:
        """Return the work that gets what can be read out of a damaged vault into a new folder.

        It may run on any one thread, and is given a function to say how far it is. Raises
        `BackupInsideVault`; the work raises what `storage.salvage.Salvage.run` raises.
        """
        one = _real(opened)
        arriving.outside_vaults(target.parent)
        secrets, folder, clock = one.secrets(), one.folder, one.clock
        return lambda told: salvage.Salvage(folder, target, secrets, clock, told).run()

    def page_check(self, opened: OpenVault) -> PageCheck:
        """Return a check of every page, to be run away from the thread of the vault."""
        one = _real(opened)
        survey = salvage.Salvage(one.folder, one.folder / "nowhere", one.secrets(), one.clock)
        return PageCheck(
            one.folder / vault.DATABASE, one.raw_key(), survey, alone=one.condition().read_only
        )

    def recording_check(self, opened: OpenVault) -> RecordingCheck:
        """Return a check of the file of every recording, to be run away from the vault's thread."""
        one = _real(opened)
        return RecordingCheck(
            one.folder / vault.DATABASE,
            one.folder / vault.MEDIA,
            one.raw_key(),
            alone=one.condition().read_only,
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
        with drive.heeded(source), files.refusing():
            try:
                said, _ = backup_unpack.unpack(source, half, Meter(nobody), recordings=False)
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
        lease = self.lease(opened)
        try:
            at = _real(opened).clock.now()
            return self.back_up_file(lease, target, nobody, replace=replace, at=at).rows
        finally:
            lease.end()

    def lease(self, opened: OpenVault) -> Lease:
        """Return what work on another thread needs of an open vault."""
        one = _real(opened)
        vault_id = header.read(one.folder)[0].vault_id.hex()
        zone = ""
        with suppress(VaultDamaged):  # a damaged vault lends its key as well, to look at backups
            zone = one.settings.practice().place.time_zone
        read_only = one.condition().read_only
        lease = Lease(one.folder, vault_id, bytearray(one.raw_key()), read_only, zone)
        one.lend(lease)
        return lease

    def back_up_file(
        self,
        lease: Lease,
        target: Path,
        told: Told,
        *,
        replace: bool = False,
        at: datetime | None = None,
    ) -> Packed:
        """Write a verified backup to one file, away from the vault's thread; see `back_up`.

        A recording that cannot be read is left out, and said. The vault knows of the file before it
        is there where it is told `at`, when it was begun: so it does if this is killed. Raises
        `NoRoom` before anything is written where the disk has too little, `BackupStopped`,
        `VaultReadOnly` for a damaged vault, whose log may hold what salvage needs.
        """
        if lease.read_only:
            raise VaultReadOnly
        raw_key = bytes(lease.raw_key)
        with drive.heeded(target.parent), files.refusing():
            arriving.check_target(target, replace=replace)
            meter = _measured(lease, target, told)
            with arriving.room_beside(target) as work:
                copy = work / vault.DATABASE
                source = lease.folder / vault.DATABASE
                snapshot.copied(source, raw_key, copy, meter)
                with ThreadPoolExecutor(1) as beside:
                    proof = beside.submit(snapshot.proven, copy, raw_key, meter)
                    try:
                        pack = backup_pack.Pack(work / MANIFEST, lease, copy, meter)
                        pack.write()
                    except BaseException:
                        meter.stop()
                        raise
                    held = proof.result()
                differs = pack.finish(contents.seal(held, raw_key))
                backup_unpack.check(work / MANIFEST, meter)
                arriving.check_target(target, replace=replace)
                if at is not None:
                    lineage.keep(lease.folder, lineage.read(lease.folder).having_made(0, at))
                (work / MANIFEST).replace(target)
                files.sync_folder(target.parent)
        rows = {name: held[name].rows for name in held if name != contents.SCHEMA}
        return rules.Packed(rows, differs)

    def lease_of(self, folder: Path, password: str, number: int = 0) -> Lease:
        """Return what is needed to read a generation, opened by password or recovery key alone."""
        path, listing = backup_folder.find(backup_folder.settled(folder), number)
        key = header.open_slot(header.read(path)[0], *vault.way_of(password))
        if key is None:
            raise WrongPassword
        try:
            return Lease(path, listing.vault_id, bytearray(keys.subkey(key, keys.RAW_KEY)))
        finally:
            keys.wipe(key)

    def adopt(self, lease: Lease, place: Path) -> Path:
        """Make a chosen place the backup folder of a vault; see `backup_folder.adopt`."""
        return backup_folder.adopt(place, lease)

    def back_up_folder(self, lease: Lease, folder: Path, now: datetime, told: Told) -> BackedUp:
        """Add a verified generation to a backup folder; see `backup_folder.back_up`."""
        return backup_folder.back_up(lease, folder, now, told)

    def generations(self, folder: Path) -> list[Generation]:
        """Return the generations of a backup folder, the newest first."""
        return backup_folder.generations(backup_folder.settled(folder))

    def is_folder(self, path: Path) -> bool:
        """Return whether a path holds generations, rather than a vault or one file."""
        return (backup_folder.settled(path) / backup_folder.GENERATIONS).is_dir()

    def restore_from(
        self, source: Path, place: Path, told: Told, number: int = 0
    ) -> tuple[Differs, ...]:
        """Restore a file or a generation; return the recordings that did not come whole.

        A file holds one backup: any `number` but 0 raises `NoSuchGeneration`.
        """
        drive.check(source, BackupFolderMissing)
        if source.is_dir():
            return backup_restore.restore(backup_folder.settled(source), number, place, told)
        if number:
            raise NoSuchGeneration(number)
        return self.restore(source, place, told)

    def drill(self, lease: Lease, folder: Path, told: Told) -> tuple[Generation, list[Complaint]]:
        """Restore the newest generation for practice, compare and remove it."""
        return backup_restore.drill(lease, folder, told)

    def verify_folder(
        self, lease: Lease, folder: Path, told: Told, number: int = 0
    ) -> tuple[Generation, list[Complaint], list[Unchecked]]:
        """Check a generation where it lies; say what is wrong, and what could not be checked."""
        return backup_restore.verify(lease, backup_folder.settled(folder), number, told)

    def restore(self, source: Path, place: Path, told: Told = nobody) -> tuple[Differs, ...]:
        """Unpack a backup into a folder that is absent or empty.

        The vault is put together and synced in a folder of another name, its header last, and takes
        its name in one step: a restore that is interrupted never looks like a vault. Raises
        `PlaceTaken`, `BackupInsideVault`, `BackupDamaged`, `DiskFull`, `NotWritable`. What fails
        leaves nothing. Returns the recordings that are not as they were stored, whenever they were
        hurt.
        """
        with drive.heeded(source), arriving.arriving(place) as half:
            size = source.stat().st_size
            backup_folder.check_room(half, size)
            lacking = backup_unpack.unpack(source, half, Meter(told, size))[1]
            restored.leave(half, lacking)
        return lacking


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


def _measured(lease: Lease, target: Path, told: Told) -> Meter:
    """Return a meter for what is to be done; raise `NoRoom` where the disk has too little."""
    database = (lease.folder / vault.DATABASE).stat().st_size
    recordings = backup_pack.size(backup_media.sources(lease))
    # The database lies there twice until the archive is whole.
    backup_folder.check_room(_there(target.parent), 2 * database + recordings + backup_folder.SPARE)
    return Meter(told, (snapshot.PASSES + 2) * database + 2 * recordings)


def _there(folder: Path) -> Path:
    """Return the folder, or the nearest one above it that exists."""
    while not folder.exists() and folder != folder.parent:
        folder = folder.parent
    return folder
