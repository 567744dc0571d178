"""One recording as a file: a SQLCipher database of its own, written once and read at random.

The format is described in `docs/recording-store.md`. SQLCipher's page check tells a page that was
changed or put elsewhere, the key a file that was put in the place of another, and the length and
the digests in the vault a file that was cut or replaced by an older copy of itself.
"""

from __future__ import annotations

import hashlib
import os
import secrets
from dataclasses import dataclass
from threading import Lock
from typing import TYPE_CHECKING, Any

from app.domain.errors import RecordingDamaged, RecordingMissing, VaultDamaged
from storage import database, files, keys, regular

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

PAGE_BYTES = 64 * 1024
CHUNK_BYTES = 65_408
"""The longest row that fits on a leaf of such a page with nothing spilled; a multiple of 64."""
COMMIT_BYTES = 16 * 1024 * 1024
NAME_LENGTH = 32
FOLDER = "media"
"""Where the files of recordings lie in the folder of a vault."""
_SCHEMA = "CREATE TABLE chunks (at INTEGER PRIMARY KEY, data BLOB NOT NULL) STRICT"
_BESIDE = ("", "-journal", "-wal", "-shm")
_BLOCK = 1024 * 1024


@dataclass(frozen=True)
class Facts:
    """What the vault knows of a finished file, besides its key."""

    size: int
    chunks: int
    digest: bytes
    file_digest: bytes


def is_name(name: str) -> bool:
    """Return whether a recording's file can be called so, without its ending."""
    return len(name) == NAME_LENGTH and set(name) <= set("0123456789abcdef")


def file_of(folder: Path, name: str) -> Path:
    """Return where a recording's file lies; raise `RecordingDamaged` for a name that is not ours.

    A name is 32 hexadecimal digits, so no row of a damaged vault can point elsewhere.
    """
    if not is_name(name):
        raise RecordingDamaged
    return folder / f"{name}.db"


def files_in(folder: Path) -> list[Path]:
    """Return the files of a folder that can be recordings, in order of their names.

    A link to a file is none; nothing where the folder cannot be listed.
    """
    try:
        paths = sorted(path for path in folder.iterdir() if path.suffix == ".db")
    except OSError:
        return []
    return [path for path in paths if regular.is_file(path)]


def remove(folder: Path, name: str) -> None:
    """Remove a recording's file and what SQLite keeps beside it; raise OSError."""
    path = file_of(folder, name)
    for end in _BESIDE:
        path.with_name(path.name + end).unlink(missing_ok=True)


def digest_of_file(path: Path) -> bytes:
    """Return the SHA-256 of a file as it lies on the disk; raise OSError."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").digest()


def keyed(raw_key: bytes | bytearray, plain_digest: bytes) -> bytes:
    """Return what the vault keeps of a SHA-256: without the key it confirms no guess."""
    return keys.mac(keys.subkey(raw_key, "xinxia recording digest 1"), plain_digest)


class MediaWriter:
    """Writes a new file; implements `RecordingWriter`. One thread at a time."""

    def __init__(self, folder: Path) -> None:
        """Make the file, its name and its key; raise `DiskFull`, `NotWritable`, `DiskFailed`."""
        self.name = secrets.token_hex(NAME_LENGTH // 2)
        self.key = keys.random_key()
        self.facts: Facts | None = None
        self.abandoned = False
        self._path = file_of(folder, self.name)
        self._pending = bytearray()
        self._digest = hashlib.sha256()
        self._size = self._chunks = self._uncommitted = 0
        self._connection: Any = None

    def write(self, data: bytes) -> None:
        """Take the next bytes. Raises `DiskFull`, `DiskFailed`, `NotWritable`."""
        self._pending += data
        whole = len(self._pending) - len(self._pending) % CHUNK_BYTES
        for start in range(0, whole, CHUNK_BYTES):
            self._add(bytes(self._pending[start : start + CHUNK_BYTES]))
        del self._pending[:whole]

    def flush(self) -> None:
        """Make what was taken so far last a power cut; a short row may come of it."""
        if self._pending:
            self._add(bytes(self._pending))
            self._pending.clear()
        self._commit()

    def finish(self) -> None:
        """Close the file and take its digests."""
        self._open()
        self.flush()
        self._close()
        with files.refusing():
            files.sync_folder(self._path.parent)
            whole = digest_of_file(self._path)
        digest = keyed(self.key, self._digest.digest())
        self.facts = Facts(self._size, self._chunks, digest, whole)

    def abandon(self) -> None:
        """Close and remove what was written, and forget the key."""
        self.abandoned = True
        self._close()
        keys.wipe(self.key)
        with files.refusing():
            remove(self._path.parent, self.name)

    def _open(self) -> Any:  # noqa: ANN401
        """Return the connection; the file is made with the first byte."""
        if self._connection is None:
            with files.refusing():
                os.close(os.open(self._path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600))
            self._connection = database.connect_large(
                self._path, bytes(self.key), PAGE_BYTES, fixed=False
            )
            self._connection.execute(_SCHEMA)
        return self._connection

    def _add(self, chunk: bytes) -> None:
        """Add a row; commit when enough has come together."""
        connection = self._open()
        if not connection.in_transaction:
            connection.execute("BEGIN IMMEDIATE")
        connection.execute("INSERT INTO chunks (at, data) VALUES (?, ?)", (self._size, chunk))
        self._digest.update(chunk)
        self._size += len(chunk)
        self._chunks += 1
        self._uncommitted += len(chunk)
        if self._uncommitted >= COMMIT_BYTES:
            self._commit()

    def _commit(self) -> None:
        """Commit, with a sync of the disk."""
        if self._connection is not None and self._connection.in_transaction:
            self._connection.execute("COMMIT")
        self._uncommitted = 0

    def _close(self) -> None:
        """Let go of the file."""
        if self._connection is not None:
            self._connection.close()
            self._connection = None


class MediaReader:
    """Reads a finished file; implements `RecordingReader`.

    It has a connection and a lock of its own, so that the threads of a player may call it; it never
    touches the vault's connection.
    """

    def __init__(self, path: Path, raw_key: bytes, facts: Facts) -> None:
        """Open the file; raise `RecordingMissing`, or `RecordingDamaged` unless it is whole."""
        self.path, self._facts = path, facts
        self._key = bytearray(raw_key)
        self._lock = Lock()
        self._connection: Any = None
        self._closed = self._checked = False
        with self._lock:
            self._open()

    @property
    def size(self) -> int:
        """How many bytes the recording has."""
        return self._facts.size

    def read_at(self, offset: int, size: int) -> bytes:
        """Return up to `size` bytes from `offset`, fewer at the end only.

        Raises `RecordingDamaged` before a wrong byte is returned, `RecordingMissing` once closed.
        """
        if offset < 0 or size < 0:
            raise ValueError("nothing lies before the beginning")
        end = min(offset + size, self.size)
        if offset >= end:
            return b""
        with self._lock:
            return b"".join(self._pieces(offset, end))

    def digest(self) -> bytes:
        """Return the keyed digest of every byte, and check the number of rows.

        Raises `RecordingDamaged`.
        """
        worker = hashlib.sha256()
        for start in range(0, self.size, _BLOCK):
            worker.update(self.read_at(start, _BLOCK))
        with self._lock:
            if self._rows("SELECT count(*) FROM chunks")[0][0] != self._facts.chunks:
                raise RecordingDamaged
            return keyed(self._key, worker.digest())

    def close(self) -> None:
        """Let go of the file and forget the key."""
        with self._lock:
            self._closed = True
            self._let_go()
            keys.wipe(self._key)

    def _pieces(self, offset: int, end: int) -> Iterator[bytes]:
        """Yield what lies from `offset` to `end`; every byte of it, or `RecordingDamaged`."""
        reached = offset
        while reached < end:
            # Row by row: asking for the next one as well would read a page that is not needed.
            rows = self._rows(
                "SELECT at, data FROM chunks WHERE at <= ? ORDER BY at DESC LIMIT 1", (reached,)
            )
            if not rows or reached - rows[0][0] >= len(rows[0][1]):
                raise RecordingDamaged
            at, data = rows[0]
            yield data[reached - at : end - at]
            reached = at + len(data)

    def _rows(self, statement: str, values: tuple[int, ...] = ()) -> list[database.Row]:
        """Return rows; a page that fails its check raises `RecordingDamaged`."""
        connection = self._open()
        try:
            rows: list[database.Row] = connection.execute(statement, values).fetchall()
        except VaultDamaged as error:
            # One bad page poisons what the same connection reads later.
            self._let_go()
            raise RecordingDamaged from error
        return rows

    def _open(self) -> Any:  # noqa: ANN401
        """Return the connection, opened anew after a failure, checked the first time."""
        if self._closed:
            raise RecordingMissing
        if self._connection is None:
            self._check_file()
            try:
                self._connect()
            except VaultDamaged as error:
                raise RecordingDamaged from error
        return self._connection

    def _connect(self) -> None:
        """Open the file; raise `VaultDamaged` or `RecordingDamaged`."""
        self._connection = database.connect_large(
            self.path, bytes(self._key), PAGE_BYTES, fixed=True
        )
        if self._checked:
            return
        self._checked = True
        try:
            self._check_length()
        except VaultDamaged:
            # The last page is damaged. That costs what lies on it, which is refused when it is
            # asked for, and not the hour before.
            self._let_go()
            self._connect()
        except RecordingDamaged:
            self._let_go()
            raise

    def _check_file(self) -> None:
        """Raise `RecordingMissing` without a file, `RecordingDamaged` for one without a page.

        SQLite would take that for a new database.
        """
        if not self.path.is_file():
            raise RecordingMissing
        if self.path.stat().st_size < PAGE_BYTES:
            raise RecordingDamaged

    def _check_length(self) -> None:
        """Raise `RecordingDamaged` unless file and rows end where the vault says they do."""
        connection = self._connection
        pages = connection.execute("PRAGMA page_count").fetchone()[0]
        if pages * PAGE_BYTES != self.path.stat().st_size:
            raise RecordingDamaged
        last = connection.execute(
            "SELECT at, length(data) FROM chunks ORDER BY at DESC LIMIT 1"
        ).fetchone()
        if (sum(last) if last else 0) != self.size:
            raise RecordingDamaged

    def _let_go(self) -> None:
        """Close the connection."""
        if self._connection is not None:
            self._connection.close()
            self._connection = None
