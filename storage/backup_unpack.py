"""Unpacks and checks one portable archive: only names and parts that we write ourselves are taken.

Manifest, header and database must be as they were written. A recording that is damaged, or was cut
off with the end of the archive, keeps nothing else back: as much of it as there is comes along, and
it is said.
"""

from __future__ import annotations

import hashlib
import json
import shutil
import tarfile
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol, Self

from app.domain.differs import together
from app.domain.errors import BackupDamaged
from storage import backup_pack, files, generation, header, regular, stream, vault

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path
    from typing import IO

    from app.domain.differs import Differs
    from storage.generation import Part
    from storage.meter import Meter

_READERS = 2
"""How many threads read a finished archive again."""
_LARGEST_MANIFEST = 16 * 1024 * 1024
_MOST_ENTRIES = _LARGEST_MANIFEST // 128
"""What a manifest of that size can list; what is known of each entry is kept in memory."""
_OWN = frozenset({header.NAME, vault.DATABASE})


@dataclass(frozen=True)
class Manifest:
    """What an archive says of itself: its files, and the keyed digest of what they hold."""

    files: dict[str, Part]
    contents: str
    lacking: tuple[Differs, ...] = ()


class Entry(tarfile.TarInfo):
    """An entry of an archive: a plain file.

    We write no other. Those of other kinds say how many bytes are to be read into memory behind
    them, or lead from one to the next without end: they are refused before that.
    """

    @classmethod
    def frombuf(cls, buf: bytes | bytearray, encoding: str, errors: str) -> Self:
        """Return the entry that a block describes; raise `BackupDamaged` for no plain file.

        Raises `tarfile.TarError` for a block that is damaged.
        """
        found = super().frombuf(buf, encoding, errors)
        if found.type not in (tarfile.REGTYPE, tarfile.AREGTYPE) or found.size < 0:
            raise BackupDamaged
        return found


class _File(stream.Source, Protocol):
    """What a part is read from."""

    def seek(self, at: int, /) -> object: ...


def check(source: Path, meter: Meter) -> None:
    """Read the whole archive; raise `BackupDamaged` unless every part agrees with it."""
    with _reading(source) as archive:
        members = _members(archive)
        listed = _manifest(archive, members).files
        if set(members) != {backup_pack.MANIFEST, *listed}:
            raise BackupDamaged

    def look(name: str) -> bool:
        part, at = listed[name], members[name].offset_data
        with source.open("rb") as file:
            size, digest = _read_part(file, (at, members[name].size), meter)
        return (size, digest) == (part.size, part.digest)

    with ThreadPoolExecutor(_READERS) as readers:
        if not all(readers.map(look, listed)):
            raise BackupDamaged


def unpack(
    source: Path, place: Path, meter: Meter, *, recordings: bool = True
) -> tuple[Manifest, tuple[Differs, ...]]:
    """Write the parts of an archive into a new folder, each hashed on its way, the header last.

    Without its `recordings` where nobody looks at them. Returns its manifest, and the recordings
    that are not as they were stored, whenever they were hurt. Raises `BackupDamaged`, OSError of
    the disk that is written to.
    """
    _make_anew(place)
    with _reading(source) as archive, regular.Reader(source.resolve()) as file:
        members = _members(archive)
        said = _manifest(archive, members)
        places = _places(said, members)
        hurt = []
        wanted = said.files if recordings else _OWN
        for name in sorted(wanted, key=lambda name: name == header.NAME):
            part = said.files[name]
            if not _unpack_part(file, places[name], (place / name, part), meter):
                if name in _OWN:
                    raise BackupDamaged
                hurt.append(part.differs(gone=not (place / name).exists()))
    return said, together(said.lacking, hurt)


def _unpack_part(file: regular.Reader, at: int, described: tuple[Path, Part], meter: Meter) -> bool:
    """Write one part, and return whether it is what the manifest says.

    Where nothing of it can be read, no file is left.
    """
    target, part = described
    given = file.given
    target.touch(mode=0o600)
    with target.open("wb") as out:
        found = _read_part(file, (at, part.size), meter, out)
    if file.given == given and part.size:
        target.unlink()
    return found == (part.size, part.digest)


@contextmanager
def _reading(source: Path) -> Iterator[tarfile.TarFile]:
    """Open an archive; whatever is wrong with it raises `BackupDamaged`."""
    try:
        regular.stat_of(source.resolve())  # a pipe would never answer
        with tarfile.open(source, "r:", tarinfo=Entry) as archive:
            yield archive
    except (tarfile.TarError, regular.Unread, *generation.MALFORMED) as error:
        raise BackupDamaged from error


def _members(archive: tarfile.TarFile) -> dict[str, tarfile.TarInfo]:
    """Return the entries of an archive, as far as they can be read.

    Raises `BackupDamaged` for one that is no plain file, or that comes twice, and for more than a
    manifest can list: no damage looks so.
    """
    found: dict[str, tarfile.TarInfo] = {}
    with suppress(tarfile.TarError, OSError):
        while (one := archive.next()) is not None:
            if one.name in found or len(found) > _MOST_ENTRIES:
                raise BackupDamaged
            found[one.name] = one
    return found


def _manifest(archive: tarfile.TarFile, members: dict[str, tarfile.TarInfo]) -> Manifest:
    """Return what the manifest says; only names that we write ourselves are taken.

    Raises `BackupDamaged` too where header or database have no entry, or where there is an entry
    that the manifest does not list.
    """
    member = members[backup_pack.MANIFEST]
    file: IO[bytes] | None = archive.extractfile(member)
    if file is None or member.size > _LARGEST_MANIFEST:
        raise BackupDamaged
    said = json.loads(file.read())
    if said["format"] != backup_pack.FORMAT or said["version"] != backup_pack.VERSION:
        raise BackupDamaged
    listed = {name: generation.part_from(part) for name, part in said["files"].items()}
    if not set(members) >= _OWN or not {backup_pack.MANIFEST, *listed} >= set(members):
        raise BackupDamaged
    if not set(listed) >= _OWN or not all(map(generation.is_ours, listed)):
        raise BackupDamaged
    sealed = said["contents"]
    if len(bytes.fromhex(sealed)) != hashlib.sha256().digest_size:
        raise BackupDamaged
    return Manifest(listed, sealed, generation.lacking_from(said.get("lacking", [])))


def _places(said: Manifest, members: dict[str, tarfile.TarInfo]) -> dict[str, int]:
    """Return where each part begins.

    Behind an entry whose head cannot be read, a part begins where it was written: the manifest
    lists them in their order. Its digest tells whether it does. Parts never share bytes: what is
    unpacked is no larger than the archive. Raises `BackupDamaged` where an entry has another size
    than the manifest says: no damage looks so.
    """
    found, end = {}, 0
    for name, part in said.files.items():
        entry = members.get(name)
        if entry is not None and entry.size != part.size:
            raise BackupDamaged
        found[name] = end + tarfile.BLOCKSIZE if entry is None else entry.offset_data
        behind = found[name] + -(-part.size // tarfile.BLOCKSIZE) * tarfile.BLOCKSIZE
        end = max(end, behind)
    return found


def _read_part(
    file: _File, place: tuple[int, int], meter: Meter, out: IO[bytes] | None = None
) -> tuple[int, str]:
    """Return how many bytes a part has, and their SHA-256; they are also written to `out`.

    The archive's own file is read: `extractfile` hands large parts out in small pieces.
    """
    at, size = place
    file.seek(at)
    return stream.pour(file, meter, out, size)


def _make_anew(place: Path) -> None:
    """Make the folder of a vault; what an earlier restore left half done goes."""
    if place.is_dir() and not place.is_symlink():
        shutil.rmtree(place, ignore_errors=True)
    files.make_private_folder(place)
    files.make_private_folder(place / vault.MEDIA)
