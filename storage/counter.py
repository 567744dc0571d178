"""Counts openings and closings in the database and in the header, to notice an older database.

SQLCipher proves each page, not that it is the newest: whoever puts yesterday's `vault.db` in the
place of today's is not noticed by it (promise 9). So the database counts each opening and each
clean close, and the header says, under a key of the vault, how far the count had come. The
database is committed and synced first, the header written afterwards: it may lag behind, after a
crash between the two, and never leads. A header that leads means that the database is older. In
the database the count is its `application_id`, a number of the first page that SQLite leaves to
programs: no row changes by an opening.
"""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from app.domain.errors import DiskFailed, DiskFull, HeaderDamaged, NotWritable, VaultTooNew
from storage import database, header, keys

if TYPE_CHECKING:
    from pathlib import Path

PURPOSE = "xinxia count 1"
_UNWRITTEN = (DiskFull, DiskFailed, NotWritable, HeaderDamaged, VaultTooNew)


@dataclass
class Counter:
    """The count of one open vault."""

    folder: Path
    connection: Any
    key: bytearray

    def behind(self) -> int:
        """Return how far the database is behind what its header says; 0 when it is not."""
        return max(0, self._said() - self._counted())

    def forged(self) -> bool:
        """Return whether the header's count was not written by this program with this vault."""
        found = self._header()
        return found is not None and found.count is not None and not self._proved(found)

    def advance(self) -> None:
        """Count one more: first in the database, then in the header.

        An older database that nobody has spoken of yet keeps its count: it is noticed again. A
        disk that takes nothing leaves both as they are.
        """
        if self.behind() or self.forged():
            return
        with suppress(*_UNWRITTEN):
            self._count(self._counted() + 1)

    def accept(self) -> None:
        """Go on with the older database: from now on its count leads."""
        self._count(max(self._said(), self._counted()) + 1)

    def forget(self) -> None:
        """Overwrite the key."""
        keys.wipe(self.key)

    def _count(self, number: int) -> None:
        """Store a count in both places, in the order that never gives a false alarm."""
        with database.transaction(self.connection):
            self.connection.execute(f"PRAGMA application_id = {number:d}")
        found = self._header()
        if found is not None:
            count = header.Count(number, self._mac(found.vault_id, number))
            with (self.folder / "vault.db").open("rb") as file:
                salt = file.read(keys.SALT_BYTES)
            header.rewrite(self.folder, replace(found, count=count, salt=salt))

    def _counted(self) -> int:
        """Return the count of the database."""
        return int(self.connection.execute("PRAGMA application_id").fetchone()[0])

    def _said(self) -> int:
        """Return the count that the header proves; 0 where it proves none."""
        found = self._header()
        if found is None or found.count is None or not self._proved(found):
            return 0
        return found.count.number

    def _header(self) -> header.Header | None:
        """Return the header, never its copy, which is older; None where it cannot be read."""
        try:
            found, from_copy = header.read(self.folder)
        except (HeaderDamaged, VaultTooNew):
            return None
        return None if from_copy else found

    def _proved(self, found: header.Header) -> bool:
        """Return whether the count of a header bears our mark."""
        count = found.count
        return count is not None and keys.same(count.mac, self._mac(found.vault_id, count.number))

    def _mac(self, vault_id: bytes, number: int) -> bytes:
        """Return the mark of a count in this vault."""
        return keys.mac(bytes(self.key), vault_id + number.to_bytes(8, "big"))
