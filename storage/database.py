"""One SQLCipher connection: the only place that writes a key into a statement.

Every start proves that SQLCipher is what answers: with another libsqlite3 loaded in its place the
same calls would silently write plain text (promise 28).
"""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from sqlcipher3 import dbapi2

from app.domain.errors import (
    DiskFailed,
    DiskFull,
    EncryptionMissing,
    NotWritable,
    Refusal,
    VaultBusy,
    VaultDamaged,
)

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

PLAIN_MAGIC = b"SQLite format 3"
PAGE_BYTES = 4096
BUSY_MILLISECONDS = 2000
CACHE_KIB = 128 * 1024
Error = dbapi2.DatabaseError
Row = tuple[Any, ...]

_SAFE = (
    "PRAGMA foreign_keys = ON",
    # Without it REPLACE deletes a row and fires no trigger: a way around "signed is final".
    "PRAGMA recursive_triggers = ON",
    "PRAGMA trusted_schema = OFF",
    "PRAGMA cell_size_check = ON",
    "PRAGMA secure_delete = ON",
    "PRAGMA synchronous = FULL",
    "PRAGMA temp_store = MEMORY",
    f"PRAGMA busy_timeout = {BUSY_MILLISECONDS}",
    f"PRAGMA cache_size = -{CACHE_KIB}",
)
_READING = (
    "PRAGMA trusted_schema = OFF",
    "PRAGMA cell_size_check = ON",
    "PRAGMA temp_store = MEMORY",
    "PRAGMA cache_size = -8000",
)
_SIGNS: tuple[tuple[str, type[Refusal]], ...] = (
    ("disk is full", DiskFull),
    ("readonly", NotWritable),
    ("unable to open", NotWritable),
    ("disk i/o", DiskFailed),
    ("not a database", VaultDamaged),
    ("malformed", VaultDamaged),
    ("hmac", VaultDamaged),
    ("vtable constructor failed", VaultDamaged),
)


class _Cursor(dbapi2.Cursor):  # type: ignore[misc]  # sqlcipher3 has no types
    """A cursor that speaks in refusals: reading a damaged page is no bug of ours."""

    def execute(self, *statement: Any) -> Any:  # noqa: ANN401
        """Run one statement."""
        with speaking():
            return super().execute(*statement)

    def fetchone(self) -> Any:  # noqa: ANN401
        """Return the next row or None."""
        with speaking():
            return super().fetchone()

    def fetchall(self) -> Any:  # noqa: ANN401
        """Return the rows that are left."""
        with speaking():
            return super().fetchall()

    def __next__(self) -> Any:  # noqa: ANN401
        """Return the next row."""
        with speaking():
            return super().__next__()


class _Connection(dbapi2.Connection):  # type: ignore[misc]  # sqlcipher3 has no types
    """A connection whose cursors speak in refusals."""

    def cursor(self, factory: Any = _Cursor) -> Any:  # noqa: ANN401
        """Return a new cursor."""
        return super().cursor(factory)


def prove_encryption() -> None:
    """Raise `EncryptionMissing` unless SQLCipher answers; nothing is written."""
    probe = dbapi2.connect(":memory:")
    try:
        row = probe.execute("PRAGMA cipher_version").fetchone()
    finally:
        probe.close()
    if not row or not row[0]:
        raise EncryptionMissing


def connect(path: Path, raw_key: bytes) -> Any:  # noqa: ANN401 - sqlcipher3 has no types
    """Return a connection to the database, created when absent, opened with a raw key.

    Raises `EncryptionMissing` before anything is written when SQLCipher is not there or the file
    is plain text, `VaultDamaged` when the key does not open it. A full disk keeps nothing shut:
    where it has no room for the index of the log, that lies in memory (promise 4), and until this
    connection ends no other can read the database.
    """
    prove_encryption()
    there = path.exists()
    if there and _is_plain(path):
        raise EncryptionMissing
    try:
        return _connect(path, raw_key)
    except (DiskFailed, DiskFull):
        if not there:
            raise
        return _connect(path, raw_key, alone=True)


def connect_frozen(path: Path, raw_key: bytes) -> Any:  # noqa: ANN401 - sqlcipher3 has no types
    """Return a connection that reads a file which nobody writes, and makes no file beside it.

    Only for a database that was closed or copied whole: no lock is taken and no log is read.
    Raises `EncryptionMissing`, and `VaultDamaged` when the key does not open it.
    """
    prove_encryption()
    if _is_plain(path):
        raise EncryptionMissing
    where = f"{path.absolute().as_uri()}?immutable=1&mode=ro"
    with speaking():
        connection = dbapi2.connect(where, uri=True, factory=_Connection, isolation_level=None)
        try:
            _unlock(connection, raw_key)
            for statement in _READING:
                connection.execute(statement)
        except BaseException:
            connection.close()
            raise
    return connection


def _connect(path: Path, raw_key: bytes, *, alone: bool = False) -> Any:  # noqa: ANN401
    """Return a connection; one that works alone makes no file beside the database to read it."""
    with speaking():
        connection = dbapi2.connect(str(path), factory=_Connection, isolation_level=None)
        try:
            _prepare(connection, raw_key, alone=alone)
        except BaseException:
            connection.close()
            raise
    return connection


def _prepare(connection: Any, raw_key: bytes, *, alone: bool) -> None:  # noqa: ANN401
    """Give the key, check that it is right, and set how this connection works."""
    _unlock(connection, raw_key, alone=alone)
    for statement in _SAFE:
        connection.execute(statement)
    connection.execute("PRAGMA journal_mode = WAL")


def _unlock(connection: Any, raw_key: bytes, *, alone: bool = False) -> None:  # noqa: ANN401
    """Give the key and check that it is right."""
    connection.execute("PRAGMA cipher_log_level = NONE")
    # The pragma takes no parameters; hex of 32 bytes can hold no quote.
    connection.execute(f"PRAGMA key = \"x'{raw_key.hex()}'\"")
    if alone:
        connection.execute("PRAGMA locking_mode = EXCLUSIVE")
    connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()


def _is_plain(path: Path) -> bool:
    """Return whether the file begins as an unencrypted SQLite database does."""
    with path.open("rb") as file:
        return file.read(len(PLAIN_MAGIC)) == PLAIN_MAGIC


@contextmanager
def speaking() -> Iterator[None]:
    """Turn what SQLite says into a refusal where a person can act on it."""
    try:
        yield
    except dbapi2.DatabaseError as error:
        text = str(error).casefold()
        if "locked" in text:
            raise VaultBusy("") from error
        for sign, refusal in _SIGNS:
            if sign in text:
                raise refusal from error
        raise


@contextmanager
def transaction(connection: Any) -> Iterator[None]:  # noqa: ANN401
    """All writes inside succeed together or none does; one inside another joins it."""
    with speaking():
        if connection.in_transaction:
            yield
            return
        connection.execute("BEGIN IMMEDIATE")
        try:
            yield
            connection.execute("COMMIT")
        except BaseException:
            if connection.in_transaction:
                connection.execute("ROLLBACK")
            raise


def next_id(connection: Any, table: str) -> int:  # noqa: ANN401
    """Return the id that the next row of `table` gets: ids are bound into what is sealed."""
    row = connection.execute("SELECT seq FROM sqlite_sequence WHERE name = ?", (table,)).fetchone()
    return int(row[0]) + 1 if row else 1
