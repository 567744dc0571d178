"""A backup folder: the generations of one vault, and its recordings, each copied once.

The folder belongs to the vault whose id stands in its marker. Everything of ours lies under names
of our own; whatever else somebody keeps there is never touched. A generation takes its name last,
in one step, so that an interrupted one never looks whole.
"""

from __future__ import annotations

import json
import secrets
import shutil
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Final

from app.domain import backup as rules
from app.domain.errors import (
    BackupBusy,
    BackupDamaged,
    BackupFolderDiverged,
    BackupFolderMissing,
    BackupFolderTaken,
    DiskFull,
    NoRoom,
    NoSuchGeneration,
    Refusal,
    VaultBusy,
    VaultReadOnly,
)
from app.domain.local_time import wall
from storage import (
    ancestry,
    arriving,
    backup_fill,
    backup_media,
    beside,
    drive,
    files,
    generation,
    header,
    lineage,
    snapshot,
    times,
    vault,
)
from storage.holding import Holding
from storage.meter import Meter

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from pathlib import Path

    from app.domain.backup import BackedUp, Generation
    from app.ports import Lease
    from storage.backup_media import Sources
    from storage.generation import Listing, Part
    from storage.lineage import Lineage

MARKER: Final = "xinxia-backup-folder.json"
NAME: Final = "xinxia-backup"
FORMAT: Final = "xinxia-backup-folder"
GENERATIONS: Final = "generations"
HALF: Final = ".half-"
SPARE: Final = 1024 * 1024


def adopt(place: Path, lease: Lease) -> Path:
    """Make the chosen place the backup folder of a vault, and return the folder.

    A place that is empty or not there yet becomes the folder itself; in one that holds other
    things a folder of ours is made. Generations of another copy of this vault, from which a
    restored one goes on, are kept for good. Raises `BackupFolderTaken` for the folder of another
    vault, `BackupInsideVault`, `NotWritable`, `DiskFull`, `VaultReadOnly`.
    """
    if lease.read_only:
        raise VaultReadOnly
    arriving.outside_vaults(place)
    with files.refusing():
        folder = _chosen(place)
        owner = owner_of(folder)
        if owner is not None and owner != lease.vault_id:
            raise BackupFolderTaken
        if owner is None and folder.exists() and any(folder.iterdir()):
            raise BackupFolderTaken
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        said = {"format": FORMAT, "version": 1, "vault": lease.vault_id}
        files.write_private(folder / MARKER, json.dumps(said).encode())
        made = [listing for _, listing in _listings(folder) if listing]
        mine = lineage.read(lease.folder).parted((one.lineage, one.seal) for one in made)
        lineage.keep(lease.folder, mine.accepting(made[0].seal) if made else mine)
    return folder


def settled(place: Path) -> Path:
    """Return where the generations lie of the place that somebody names: in it, or in ours there.

    She names the drive that she chose, also where `adopt` made a folder of ours on it. Raises
    `NotWritable` or `DiskFailed` where it cannot be looked into.
    """
    ours = place / NAME
    with files.refusing():
        beside = (ours / GENERATIONS).is_dir() and not (place / GENERATIONS).is_dir()
    return ours if beside else place


def owner_of(folder: Path) -> str | None:
    """Return the id of the vault that a folder belongs to, in hex, or None."""
    with suppress(*beside.UNSAID):
        said = beside.json_of(folder / MARKER)
        if said["format"] == FORMAT and isinstance(said["vault"], str):
            return str(said["vault"])
    # The marker is lost or damaged: whoever made the newest generation that can be read.
    return next((listing.vault_id for _, listing in _listings(folder) if listing), None)


def generations(folder: Path) -> list[Generation]:
    """Return the generations of a folder, the newest first; one that is not whole says so.

    Raises `BackupFolderMissing` where there is no such folder.
    """
    with files.refusing():
        if not folder.is_dir():
            raise BackupFolderMissing
        return [
            _broken(path) if listing is None else _seen(folder, path, listing)
            for path, listing in _listings(folder)
        ]


def back_up(
    lease: Lease, folder: Path, now: datetime, told: Callable[[int, int], None]
) -> BackedUp:
    """Add a verified generation to a backup folder, then let old ones go.

    Raises `BackupFolderMissing` (`BackupDriveGone` where it went in the midst of it),
    `BackupFolderTaken`, `BackupBusy`, `NoRoom`, `VaultDamaged`, `BackupStopped`, `NotWritable`,
    `DiskFailed`; `BackupFolderDiverged` where the newest one is unknown to this copy of the vault
    or holds what its database, which was put back from before, does not know; `VaultReadOnly` for a
    damaged vault, whose log may hold what salvage needs. Whatever it raises, the generations that
    were there are there. Once it has its name it is made: what tidies up behind it raises nothing.
    """
    if lease.read_only:
        raise VaultReadOnly
    with drive.heeded(folder / MARKER), _held(folder, lease):
        mine, known = _own_lineage(lease, folder)
        copies = backup_media.RecordingCopies(folder, now)
        _sweep(folder, copies)
        meter = Meter(told)
        recordings = backup_fill.recordings_of(lease)
        needed = _expect(lease, copies.missing, recordings, meter)
        with _roomy(folder, needed), _half(folder) as half:
            work = backup_fill.Work(lease, half, copies, meter)
            listing, rows, differs = backup_fill.fill(work, recordings, (now, _next(folder)), mine)
            files.sync_tree(half)
            # Known before it is there: a kill between the two makes it nobody else's, and leaves it
            # in the account of what holds a case.
            known_now = mine.knowing(generation.read(half).seal)
            lineage.keep(lease.folder, known_now.having_made(listing.number, now))
            half.replace(half.with_name(generation.folder_name(listing.number, now)))
            files.sync_folder(half.parent)
        ours = _Ours(mine.ident, known | {listing.trail})
        _at_leisure(lambda: copies.check_old(meter))
        _at_leisure(lambda: _rotate(folder, copies, lease.zone, ours))
        _at_leisure(copies.save)
    done = listing.summary()
    unfinished = len(listing.unfinished)
    return rules.BackedUp(done, rows, copies.copied, unfinished, copies.damaged, differs)


def find(folder: Path, number: int) -> tuple[Path, Listing]:
    """Return the folder and the list of a generation, the newest for 0.

    Raises `BackupFolderMissing`, `NoSuchGeneration`, and `BackupDamaged` where its list is not as
    it was written.
    """
    with files.refusing():
        if not folder.is_dir():
            raise BackupFolderMissing
        for path in _paths(folder):
            if not number or _number(path) == number:
                return path, generation.read(path)
    if number:
        raise NoSuchGeneration(number)
    raise BackupDamaged


def source_of(folder: Path, path: Path, name: str, part: Part) -> Path:
    """Return where a file of a generation lies."""
    if name in (header.NAME, vault.DATABASE):
        return path / name
    return folder / backup_media.FOLDER / f"{part.digest}.db"


def doubt(folder: Path, digests: Iterable[str]) -> None:
    """Have the next backup hash copies that were found damaged, and copy them anew.

    Where that cannot be noted, the monthly look finds them.
    """
    with suppress(Refusal):
        holding = Holding(folder)
        try:
            with files.refusing():
                # Nothing is looked at here, so no time is written down.
                copies = backup_media.RecordingCopies(folder, datetime.min.replace(tzinfo=UTC))
                copies.doubt(digests)
                copies.save()
        finally:
            holding.release()


def sweep_halves(folder: Path) -> None:
    """Remove what an interrupted backup or practice left; nothing of anybody else's."""
    for half in folder.glob(f"{HALF}*.part"):
        shutil.rmtree(half, ignore_errors=True)


def _at_leisure(work: Callable[[], None]) -> None:
    """Do what the next backup does as well: where it is stopped or refused, this one is made.

    The generation has its name, and whoever destroys a case is to be told of it.
    """
    with suppress(Refusal), files.refusing():
        work()


def _expect(lease: Lease, missing: Callable[[Sources], int], found: Sources, meter: Meter) -> int:
    """Tell the meter what is to be done, and return how many bytes are to be written."""
    with files.refusing():
        database = (lease.folder / vault.DATABASE).stat().st_size
        recordings = missing(found)
    meter.expect(snapshot.PASSES * database + recordings)
    return database + recordings + SPARE


@contextmanager
def _held(folder: Path, lease: Lease) -> Iterator[None]:
    """Hold the folder, once it was seen to be there and to belong to the vault."""
    with files.refusing():
        if not folder.is_dir() or not (folder / MARKER).is_file():
            raise BackupFolderMissing
        if owner_of(folder) != lease.vault_id:
            raise BackupFolderTaken
    try:
        holding = Holding(folder)
    except VaultBusy as error:
        raise BackupBusy from error
    try:
        yield
    finally:
        holding.release()


@contextmanager
def _roomy(folder: Path, needed: int) -> Iterator[None]:
    """Raise `NoRoom` where the disk has too little, before anything is written or after all."""
    check_room(folder, needed)
    try:
        with files.refusing():
            yield
    except DiskFull as error:
        raise NoRoom(needed, shutil.disk_usage(folder).free) from error


def check_room(folder: Path, needed: int) -> None:
    """Raise `NoRoom` unless the disk has `needed` bytes left."""
    with files.refusing():
        free = shutil.disk_usage(folder).free
    if free < needed:
        raise NoRoom(needed, free)


@contextmanager
def _half(folder: Path) -> Iterator[Path]:
    """Make a folder that no one takes for a generation; what fails leaves none."""
    half = folder / GENERATIONS / f"{HALF}{secrets.token_hex(8)}.part"
    half.mkdir(mode=0o700)
    try:
        yield half
    except BaseException:
        shutil.rmtree(half, ignore_errors=True)
        raise


def _sweep(folder: Path, copies: backup_media.RecordingCopies) -> None:
    """Make the rooms of the folder, and remove what an interrupted backup left."""
    with files.refusing():
        (folder / GENERATIONS).mkdir(mode=0o700, exist_ok=True)
        copies.sweep()
        sweep_halves(folder / GENERATIONS)
        sweep_halves(folder)


@dataclass(frozen=True)
class _Ours:
    """What makes a generation one of ours: who made it, and that our database knows its trail."""

    ident: str
    trails: frozenset[str]

    def made(self, listing: Listing) -> bool:
        """Return whether a generation is ours to let go."""
        return listing.lineage == self.ident and listing.trail in self.trails


def _rotate(folder: Path, copies: backup_media.RecordingCopies, zone: str, ours: _Ours) -> None:
    """Let the generations go that nobody keeps, then the recordings that none speaks of.

    One whose list is damaged goes when a week of whole ones is newer; until then no recording
    goes: it may be the one that it spoke of. What another copy of the vault made stays for good,
    so does one that holds what our database does not know, since it was put back from before, and
    so does every one of our own of a day on which another was made.
    """
    found = list(_listings(folder))
    whole = {listing.number: listing for _, listing in found if listing is not None}
    others = {one.number for one in whole.values() if not ours.made(one)}
    days = {wall(whole[one].made_at, zone).date() for one in others}
    own = [one.summary() for one in whole.values() if one.number not in others]
    keep = rules.to_keep(own, zone) | others
    keep |= {one.number for one in own if wall(one.made_at, zone).date() in days}
    left: list[Path] = []
    for path, listing in found:
        number = _number(path)
        newer = sum(one > number for one in whole)
        if number in keep or (listing is None and (others or newer < rules.DAYS)):
            left.append(path)
        else:
            away = path.with_name(f"{HALF}{secrets.token_hex(8)}.part")
            path.replace(away)
            shutil.rmtree(away, ignore_errors=True)
    if all(_number(path) in whole for path in left):
        copies.forget_all_but(generation.referenced(whole[one] for one in keep))


def _listings(folder: Path) -> Iterator[tuple[Path, Listing | None]]:
    """Yield the folders of generations with their lists, the newest first; None for a bad list."""
    for path in _paths(folder):
        try:
            yield path, generation.read(path)
        except BackupDamaged:
            yield path, None


def _paths(folder: Path) -> list[Path]:
    """Return the folders of generations, the newest first."""
    room = folder / GENERATIONS
    found = [one for one in room.iterdir() if generation.made_at(one.name)] if room.is_dir() else []
    return sorted(found, key=_number, reverse=True)


def _own_lineage(lease: Lease, folder: Path) -> tuple[Lineage, frozenset[str]]:
    """Return the lineage of a vault, and which trails of generations its database goes on from.

    Raises `BackupFolderDiverged` unless it goes on from the newest of all.
    """
    with files.refusing():
        mine = lineage.read(lease.folder)
        made = [listing for _, listing in _listings(folder) if listing]
    source = lease.folder / vault.DATABASE
    known = ancestry.within(source, bytes(lease.raw_key), (one.trail for one in made))
    for newest in made[:1]:
        if newest.seal not in mine.known:
            raise BackupFolderDiverged
        if newest.trail not in known and newest.seal != mine.accepted:
            raise BackupFolderDiverged
    return mine, known


def _next(folder: Path) -> int:
    """Return the number that the next generation gets."""
    return max(map(_number, _paths(folder)), default=0) + 1


def _number(path: Path) -> int:
    return int(path.name.partition("-")[0])


def _broken(path: Path) -> Generation:
    """Return what is told of a generation whose list cannot be read."""
    made_at = times.of_anybody(path.name.partition("-")[2])  # `_paths` gives no other names
    return rules.Generation(_number(path), made_at, 0, whole=False)


def _seen(folder: Path, path: Path, listing: Listing) -> Generation:
    """Return what is told of a generation, by the sizes of its files alone."""
    recordings = listing.recordings()
    lost = [
        name
        for name, part in listing.files.items()
        if not _is_there(source_of(folder, path, name, part), part)
    ]
    whole = all(name in recordings for name in lost)
    return listing.summary(whole=whole, lost=lost)


def _is_there(source: Path, part: Part) -> bool:
    """Return whether a file of a generation lies there in its size."""
    return source.is_file() and source.stat().st_size == part.size


def _chosen(place: Path) -> Path:
    """Return the folder itself, or the one of ours in a place that holds other things."""
    known = owner_of(place) is not None
    if known or not place.exists() or not any(place.iterdir()):
        return place
    return place / NAME
