"""Fills one generation of a backup folder: header, database, recordings, and the list of them."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from app.domain.differs import lacking
from storage import (
    ancestry,
    backup_media,
    contents,
    files,
    generation,
    header,
    media,
    recording_list,
    snapshot,
    vault,
)
from storage.database import connect_read_only
from storage.generation import Listing, Part

if TYPE_CHECKING:
    from datetime import datetime
    from pathlib import Path

    from app.domain.differs import Differs
    from app.ports import Lease
    from storage.backup_media import Kept, RecordingCopies, Sources
    from storage.lineage import Lineage
    from storage.meter import Meter
    from storage.recording_list import Listed

_BESIDE: Final = 2
"""How many recordings are copied at once, beside the database."""


def recordings_of(lease: Lease) -> Sources:
    """Return the recordings of a vault as they are now; raise `VaultDamaged`."""
    with files.refusing():
        return backup_media.sources(lease)


@dataclass(frozen=True)
class Work:
    """What a generation is written with."""

    lease: Lease
    half: Path
    copies: RecordingCopies
    meter: Meter

    def keep(self, one: Listed) -> Kept:
        """Have a recording in the folder."""
        return self.copies.keep(one, self.lease.folder / vault.MEDIA, self.meter)

    def keep_strange(self, path: Path) -> Part | None:
        """Have a file in the folder that no row names."""
        return self.copies.keep_strange(path, self.meter)


def fill(
    work: Work, found: Sources, named: tuple[datetime, int], mine: Lineage
) -> tuple[Listing, dict[str, int], tuple[Differs, ...]]:
    """Write a generation; the recordings are copied beside the database, its list is last."""
    lease, half, meter = work.lease, work.half, work.meter
    raw_key = bytes(lease.raw_key)
    with ThreadPoolExecutor(_BESIDE) as beside:
        asked = {one: beside.submit(work.keep, one) for one in found.listed}
        strange = {path.name: beside.submit(work.keep_strange, path) for path in found.strange}
        try:
            with files.refusing():
                parts = _write_header(lease.folder, half)
                database = half / vault.DATABASE
                source = lease.folder / vault.DATABASE
                held, digest = snapshot.take(source, raw_key, database, meter)
        except BaseException:
            meter.stop()
            raise
        with files.refusing():
            parts[vault.DATABASE] = Part(database.stat().st_size, digest)
            try:
                kept = {one: future.result() for one, future in asked.items()}
                others = {name: future.result() for name, future in strange.items()}
            except BaseException:
                beside.shutdown(wait=False, cancel_futures=True)
                raise
    with files.refusing():
        found_wrong = _match(work, kept, parts)
    taken = {name: part for name, part in others.items() if part is not None}
    parts |= {f"{vault.MEDIA}/{name}": part for name, part in taken.items()}
    names = tuple(one for one in found.unfinished if f"{vault.MEDIA}/{one}" not in parts)
    now, number = named
    seal = contents.seal(held, raw_key)
    trail = ancestry.head(database, raw_key)
    ends = (mine.ident, trail, lacking(found_wrong))
    listing = Listing(lease.vault_id, number, now, parts, seal, names, "", *ends)
    generation.write(half, listing, raw_key)
    rows = {name: held[name].rows for name in held if name != contents.SCHEMA}
    return listing, rows, _missed(lease, found_wrong)


def _match(work: Work, kept: dict[Listed, Kept], parts: dict[str, Part]) -> tuple[Differs, ...]:
    """Add the recordings that the copied database names; return which are not as it says.

    One that was stored while the others were copied is copied now.
    """
    raw_key = bytes(work.lease.raw_key)
    differs = []
    for one in recording_list.of(work.half / vault.DATABASE, raw_key, connect_read_only):
        came = kept[one] if one in kept else work.keep(one)
        if came.part is not None and one.is_ours():
            parts[f"{vault.MEDIA}/{one.name}"] = replace(came.part, recording=one.id)
        differs += [came.differs] if came.differs is not None else []
    return tuple(differs)


def _missed(lease: Lease, differs: tuple[Differs, ...]) -> tuple[Differs, ...]:
    """Return what the vault misses: one that was erased meanwhile, nobody misses there."""
    still = {one.id for one in recordings_of(lease).listed} if differs else set()
    return tuple(one for one in differs if one.recording in still)


def _write_header(folder: Path, half: Path) -> dict[str, Part]:
    """Write the header, from its copy where it is damaged; return it as a part."""
    data = header.encode(header.read(folder)[0])
    files.write_private(half / header.NAME, data)
    return {header.NAME: Part(len(data), media.digest_of_file(half / header.NAME).hex())}
