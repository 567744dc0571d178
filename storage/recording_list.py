"""What the database says of the files of recordings: names and digests, without any key of a case.

A backup, a salvage and a check compare the files with it: a folder that lies there says nothing of
a recording that is gone from it.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from app.domain.complaint import Complaint, Fault
from storage import database, media, regular

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

_BESIDE: Final = 64
"""The longest row that may find room on a leaf beside a whole chunk."""
_CHILDREN: Final = 4000
"""An inner page of such a file leads to at least so many others."""


@dataclass(frozen=True)
class Listed:
    """A recording as its row has it: `name` of its file, SHA-256 of that, bytes and rows in it."""

    id: int
    name: str
    digest: str
    size: int
    chunks: int

    def is_ours(self) -> bool:
        """Return whether the name is one of ours: no row of a damaged vault leads elsewhere."""
        return media.is_name(self.name.removesuffix(".db"))

    def source(self, folder: Path) -> Path:
        """Return where its file lies in the folder of recordings.

        Raises `regular.Unread` for a name that is not ours.
        """
        if not self.is_ours():
            raise regular.Unread(gone=True)
        return folder / self.name

    def could_be(self, size: int) -> bool:
        """Return whether a file of so many bytes can hold it: a look that reads nothing."""
        pages, rest = divmod(size, media.PAGE_BYTES)
        least, most = self._fewest_leaves(), max(1, self.chunks)
        return not rest and least + _inner(least, 1) < pages <= 1 + most + _inner(most, most)

    def _fewest_leaves(self) -> int:
        """Return how many leaves the rows take at least; a short one may share another's."""
        full, rest = divmod(self.size, media.CHUNK_BYTES)
        if self.chunks == full + bool(rest):
            return max(1, full + (rest > _BESIDE))
        return max(1, -(-self.size // media.PAGE_BYTES))


def read(connection: Any) -> list[Listed]:  # noqa: ANN401 - sqlcipher3 has no types
    """Return every recording; raise `VaultDamaged`."""
    rows = connection.execute(
        "SELECT id, name, file_digest, size, chunks FROM recordings ORDER BY id"
    ).fetchall()
    return [Listed(one[0], f"{one[1]}.db", one[2].hex(), one[3], one[4]) for one in rows]


def loose(connection: Any) -> frozenset[str]:  # noqa: ANN401
    """Return the names of files that belong to no recording, not yet or not any more."""
    return frozenset(
        f"{row[0]}.db" for row in connection.execute("SELECT name FROM loose_media").fetchall()
    )


def of(
    path: Path, raw_key: bytes, connect: Callable[[Path, bytes], Any] = database.connect
) -> list[Listed]:
    """Return every recording of a database, on a connection of its own; raise `VaultDamaged`."""
    connection = connect(path, raw_key)
    try:
        return read(connection)
    finally:
        connection.close()


def look(folder: Path, listed: list[Listed]) -> list[Complaint]:
    """Return which files are gone, or cannot be what they were by their size; nothing is read."""
    found = []
    for one in listed:
        try:
            fits = one.could_be(regular.size_of(one.source(folder)))
        except regular.Unread as error:
            found.append(complaint(one, gone=error.gone))
        else:
            found += [] if fits else [complaint(one, gone=False)]
    return found


def complaint(one: Listed, *, gone: bool) -> Complaint:
    """Return what is said of a recording whose file is `gone`, or is not as it was stored."""
    return Complaint(Fault.RECORDING_GONE if gone else Fault.RECORDING, one.id)


def _inner(leaves: int, most: int) -> int:
    """Return how many inner pages lead to so many leaves."""
    if leaves == 1:
        return 0
    return 1 + (-(-most // _CHILDREN) if most > _CHILDREN else 0)
