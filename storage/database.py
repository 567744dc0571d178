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
    VaultReadOnly,
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
_LARGE = ("PRAGMA journal_mode = DELETE", "PRAGMA cache_size = -4096")
# What is asked for again, since SQLite says nothing of a pragma that it does not know.
_PROVED = {
    "foreign_keys": 1,
    "recursive_triggers": 1,
    "trusted_schema": 0,
    "cell_size_check": 1,
    "secure_delete": 1,
    "synchronous": 2,
}
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
        with speaking(self.connection):
            return super().execute(*statement)

    def fetchone(self) -> Any:  # noqa: ANN401
        """Return the next row or None."""
        with speaking(self.connection):
            return super().fetchone()

    def fetchall(self) -> Any:  # noqa: ANN401
        """Return the rows that are left."""
        with speaking(self.connection):
            return super().fetchall()

    def __next__(self) -> Any:  # noqa: ANN401
        """Return the next row."""
        with speaking(self.connection):
            return super().__next__()


class _Connection(dbapi2.Connection):  # type: ignore[misc]  # sqlcipher3 has no types
    """A connection whose cursors speak in refusals.

    `read_only` is set at the first sign of damage, which `damaged` tells, and where the file was
    opened only to be read: no transaction begins any more. `made` are files that opening made and
    closing takes away.
    """

    read_only = False
    damaged = False
    made: tuple[Path, ...] = ()

    def close(self) -> None:
        """Close the file; take away what stands beside it only because it was read."""
        super().close()
        for one in self.made:
            one.unlink(missing_ok=True)

    def distrust(self) -> None:
        """Write no more, and read on elsewhere."""
        self.read_only = self.damaged = True

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


def connect_read_only(path: Path, raw_key: bytes) -> Any:  # noqa: ANN401
    """Return a connection that cannot change a byte of a database that nobody else has open.

    Its log is read too, where there is one. Raises as `connect` does.
    """
    prove_encryption()
    if _is_plain(path):
        raise EncryptionMissing
    log, index = (path.with_name(f"{path.name}-{end}") for end in ("wal", "shm"))
    logged = log.is_file() and log.stat().st_size > 0
    made = () if index.exists() or not logged else (index,)
    uri = f"{path.absolute().as_uri()}?{'mode=ro' if logged else 'immutable=1'}"
    with speaking():
        connection = dbapi2.connect(uri, factory=_Connection, isolation_level=None, uri=True)
        connection.read_only, connection.made = True, made
        try:
            _key(connection, raw_key)
            connection.execute("PRAGMA query_only = ON")
            _make_safe(connection)
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
    _key(connection, raw_key, alone=alone)
    _make_safe(connection)
    connection.execute("PRAGMA journal_mode = WAL")


def _key(connection: Any, raw_key: bytes, *, alone: bool = False) -> None:  # noqa: ANN401
    """Give the key, and read what the database holds to see that it is the right one."""
    _give_key(connection, raw_key)
    if alone:
        connection.execute("PRAGMA locking_mode = EXCLUSIVE")
    connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()


def _make_safe(connection: Any) -> None:  # noqa: ANN401
    """Set what every connection needs; raise `EncryptionMissing` where a library ignores it."""
    for statement in _SAFE:
        connection.execute(statement)
    for name, value in _PROVED.items():
        if connection.execute(f"PRAGMA {name}").fetchone() != (value,):
            raise EncryptionMissing


def connect_large(path: Path, raw_key: bytes, page_bytes: int, *, fixed: bool) -> Any:  # noqa: ANN401
    """Return a connection to a database of large pages, which any one thread at a time may use.

    A `fixed` one is read only, and nothing is written beside it; any other must be there as an
    empty file. It is written with a rollback journal, since pages are only ever added: in a log
    every byte would be written twice. Raises what `connect` raises; a file that is not there when
    it should be read raises `NotWritable`.
    """
    prove_encryption()
    where = f"{path.absolute().as_uri()}?mode={'ro&immutable=1' if fixed else 'rw'}"
    with speaking():
        connection = dbapi2.connect(
            where, factory=_Connection, isolation_level=None, uri=True, check_same_thread=False
        )
        try:
            _give_key(connection, raw_key)
            connection.execute(f"PRAGMA cipher_page_size = {page_bytes:d}")
            for statement in (*_SAFE, *_LARGE):
                connection.execute(statement)
            connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()
        except BaseException:
            connection.close()
            raise
    return connection


def _give_key(connection: Any, raw_key: bytes) -> None:  # noqa: ANN401
    """Silence SQLCipher and give it the key."""
    connection.execute("PRAGMA cipher_log_level = NONE")
    # The pragma takes no parameters; hex of 32 bytes can hold no quote.
    connection.execute(f"PRAGMA key = \"x'{raw_key.hex()}'\"")
    # Before anything of the schema is believed (promise 41).
    connection.execute("PRAGMA trusted_schema = OFF")


def _is_plain(path: Path) -> bool:
    """Return whether the file begins as an unencrypted SQLite database does."""
    with path.open("rb") as file:
        return file.read(len(PLAIN_MAGIC)) == PLAIN_MAGIC


def distrust(connection: Any) -> None:  # noqa: ANN401
    """Write to a connection no more: it met damage, and damage spreads by writing."""
    if hasattr(connection, "distrust"):
        connection.distrust()


@contextmanager
def speaking(connection: Any = None) -> Iterator[None]:  # noqa: ANN401
    """Turn what SQLite says into a refusal where a person can act on it.

    A connection that met damage is written to no more.
    """
    try:
        yield
    except dbapi2.DatabaseError as error:
        text = str(error).casefold()
        if "locked" in text:
            raise VaultBusy("") from error
        for sign, refusal in _SIGNS:
            if sign in text:
                if refusal is VaultDamaged:
                    distrust(connection)
                raise refusal from error
        raise


@contextmanager
def transaction(connection: Any) -> Iterator[None]:  # noqa: ANN401
    """All writes inside succeed together or none does; one inside another joins it.

    Raises `VaultReadOnly` where the database is damaged.
    """
    with speaking():
        if connection.in_transaction:
            yield
            return
        if getattr(connection, "read_only", False):
            raise VaultReadOnly
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
