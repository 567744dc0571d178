"""Packs a vault into one portable archive: room for its manifest first, then what that lists.

The rows of the copied database say which recordings belong to it. One that is gone is left out, one
that is not as it was stored goes in as it is, since much of it may be played yet; both are said.
"""

from __future__ import annotations

import hashlib
import io
import json
import os
import tarfile
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from dataclasses import replace
from typing import TYPE_CHECKING, Any, Final

from app.domain.differs import Differs
from app.domain.errors import DiskFailed
from storage import (
    backup_media,
    database,
    files,
    generation,
    header,
    recording_list,
    regular,
    stream,
    vault,
)
from storage.generation import Part

if TYPE_CHECKING:
    from concurrent.futures import Executor, Future
    from pathlib import Path

    from app.ports import Lease
    from storage.backup_media import Sources
    from storage.meter import Meter
    from storage.recording_list import Listed

MANIFEST: Final = "xinxia-backup.json"
FORMAT: Final = "xinxia-backup"
VERSION: Final = 1
TAR_FORMAT: Final = tarfile.GNU_FORMAT
"""Says the size of any part in its own entry: whoever reads takes plain entries alone."""
_UNKNOWN: Final = "0" * 64
_PER_RECORDING: Final = 32
"""Room in the manifest to say of a recording that it is lacking: its number, and whether gone."""


def size(found: Sources) -> int:
    """Return how many bytes of recordings are to be packed."""
    total = 0
    for path in (*found.strange, *(found.folder / one.name for one in found.listed)):
        with suppress(regular.Unread):
            total += regular.size_of(path)
    return total


class Pack:
    """One archive that is being written; `copy` is the copied database, still to be proven."""

    def __init__(self, target: Path, lease: Lease, copy: Path, meter: Meter) -> None:
        self._target, self._lease, self._copy, self._meter = target, lease, copy, meter
        self._listed: dict[str, Part] = {}
        self._differs: list[Differs] = []
        self._room = 0

    def write(self) -> None:
        """Write all but the manifest; raise `VaultDamaged`, OSError of the disk written to."""
        whole = self._target.with_name(header.NAME)  # from its copy, where it is damaged
        files.write_private(whole, header.encode(header.read(self._lease.folder)[0]))
        rows = recording_list.of(self._copy, bytes(self._lease.raw_key), database.connect_read_only)
        found = backup_media.sources(self._lease)
        named = {one.name for one in rows}
        strange = [path for path in found.strange if path.name not in named]
        self._expect(rows, strange)
        self._target.unlink(missing_ok=True)
        self._target.touch(mode=0o600)
        whole_tar = tarfile.open(self._target, "w", format=TAR_FORMAT)  # noqa: SIM115 - see below
        with whole_tar as archive, ThreadPoolExecutor(1) as beside:
            archive.copybufsize = stream.BLOCK  # type: ignore[attr-defined]  # its stubs forget it
            entry = tarfile.TarInfo(MANIFEST)
            entry.size = self._room
            archive.addfile(entry, io.BytesIO(bytes(self._room)))
            for name, path in ((header.NAME, whole), (vault.DATABASE, self._copy)):
                self._add(archive, name, path, beside, own=True)
            for path in strange:
                with suppress(regular.Unread):
                    self._add(archive, f"{vault.MEDIA}/{path.name}", path, beside)
            for one in rows:
                self._add_recording(archive, one, found.folder, beside)

    def finish(self, contents: str) -> tuple[Differs, ...]:
        """Put the manifest into its room; return the recordings that the vault misses.

        One that was erased meanwhile nobody misses there; whoever restores the file is told of it,
        as of every one that its database names and that is not in it.
        """
        said = self._said(contents)
        if self._differs:
            said["lacking"] = generation.lacking_as_json(self._differs)
        with self._target.open("rb+") as file:
            file.seek(tarfile.BLOCKSIZE)
            file.write(json.dumps(said).encode().ljust(self._room))
            file.flush()
            os.fsync(file.fileno())
        still = self._still()
        return tuple(one for one in self._differs if one.recording in still)

    def _said(self, contents: str) -> dict[str, Any]:
        listed = {name: part.as_json() for name, part in self._listed.items()}
        return {"format": FORMAT, "version": VERSION, "files": listed, "contents": contents}

    def _expect(self, rows: list[Listed], strange: list[Path]) -> None:
        """Keep room for the manifest: it stands first, and what it says is known at the end."""
        names = [header.NAME, vault.DATABASE]
        names += [f"{vault.MEDIA}/{one}" for one in (*rows_names(rows), *(p.name for p in strange))]
        self._listed = {name: Part(2**63, _UNKNOWN, 2**63) for name in names}
        lacking = _PER_RECORDING * len(rows)
        whole = {**self._said(_UNKNOWN), "lacking": []}
        self._room = len(json.dumps(whole).encode()) + lacking
        self._listed = {}

    def _still(self) -> set[int]:
        """Return which recordings the vault still has: one erased meanwhile nobody misses."""
        if not self._differs:
            return set()
        return {one.id for one in backup_media.sources(self._lease).listed}

    def _add_recording(
        self, archive: tarfile.TarFile, one: Listed, folder: Path, beside: Executor
    ) -> None:
        """Add a recording; note where it is gone or not as it was stored."""
        try:
            path = one.source(folder)
            name = f"{vault.MEDIA}/{one.name}"
            digest = self._add(archive, name, path, beside)
        except regular.Unread as error:
            self._differs.append(Differs(one.id, gone=error.gone))
            return
        self._listed[name] = replace(self._listed[name], recording=one.id)
        if digest != one.digest:
            self._differs.append(Differs(one.id))

    def _add(
        self,
        archive: tarfile.TarFile,
        name: str,
        path: Path,
        beside: Executor,
        *,
        own: bool = False,
    ) -> str:
        """Add a file and return its SHA-256; raise `regular.Unread`, and then nothing is added.

        One of our `own` that was written just now must be read whole: else `DiskFailed`.
        """
        with regular.Reader(path) as reader:
            entry = tarfile.TarInfo(name)  # it tells nothing of this computer
            entry.size = reader.size
            entry.mode = 0o600
            counted = _Counted(reader, self._meter, beside)
            archive.addfile(entry, counted)
            digest = counted.digest()
            self._listed[name] = Part(reader.size, digest)
        if own and reader.given < reader.size:
            raise DiskFailed
        return digest


def rows_names(rows: list[Listed]) -> list[str]:
    """Return the names of the files of recordings."""
    return [one.name for one in rows if one.is_ours()]


class _Counted(io.RawIOBase):
    """A file that is hashed while what was read of it is written, and tells a meter how far."""

    def __init__(self, file: regular.Reader, meter: Meter, beside: Executor) -> None:
        self._file, self._meter, self._worker = file, meter, hashlib.sha256()
        self._beside = beside
        self._hashed: Future[None] | None = None

    def read(self, size: int = -1) -> bytes:
        """Return the next bytes."""
        block = self._file.read(size)
        self._rest()
        self._hashed = self._beside.submit(self._worker.update, block)
        self._meter.add(len(block))
        return block

    def digest(self) -> str:
        """Return the SHA-256 of what was read."""
        self._rest()
        return self._worker.hexdigest()

    def _rest(self) -> None:
        """Wait until all that was read is hashed."""
        if self._hashed is not None:
            self._hashed.result()
