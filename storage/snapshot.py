"""Copies the database of an open vault in one moment, whoever writes, and proves the copy.

The copy is made of the bytes as they lie on the disk, encrypted, while a read transaction of our
own keeps them as they are: in WAL mode a reader that began with an empty log reads the file alone,
and no checkpoint may write into the file before it ends. Writers go on, into the log. Why not the
backup interface, and why this is sound: docs/decisions/backup-snapshot.md.
"""

from __future__ import annotations

import hashlib
import os
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING, Any

from app.domain.errors import DiskFailed, DiskFull, VaultBusy, VaultDamaged
from storage import backup, contents, database
from storage.stream import BLOCK

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from app.domain.complaint import Fault
    from storage.meter import Meter

NEW = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
"""A new file, whose bytes Windows takes as they are."""
PASSES = 4
"""How often the bytes of a database are gone through: copied, and looked at in three ways."""
_TRIES = 20
_WAIT_MS = 200


def take(
    path: Path, raw_key: bytes, target: Path, meter: Meter
) -> tuple[dict[str, contents.Table], str]:
    """Copy the database at `path` to the new file `target`; return what it holds, and its SHA-256.

    Raises `VaultDamaged` unless every page passes both checks and the bytes are those of the
    source, `BackupStopped` where the meter's owner stops it. The copy is synced.
    """
    digest = copied(path, raw_key, target, meter)
    return proven(target, raw_key, meter), digest


def copied(path: Path, raw_key: bytes, target: Path, meter: Meter) -> str:
    """Copy the database as `take` does and return its SHA-256; it is still to be `proven`."""
    source = database.connect(path, raw_key)
    try:
        source.execute("PRAGMA cache_size = -2000")
        source.execute(f"PRAGMA busy_timeout = {_WAIT_MS}")
        with meter.watching(source):
            return _copy(source, path, target, (raw_key, meter))
    finally:
        source.close()


def _copy(source: Any, path: Path, target: Path, means: tuple[bytes, Meter]) -> str:  # noqa: ANN401
    """Copy the bytes while they stand still; where they never do, by the backup interface."""
    raw_key, meter = means
    for _ in range(_TRIES):
        with _still(source, path) as still:
            if still:
                return copy_file(path, target, meter)
    backup.copy_database(source, target, raw_key)
    meter.add(target.stat().st_size)
    with target.open("rb+") as file:
        os.fsync(file.fileno())
        return hashlib.file_digest(file, "sha256").hexdigest()


@contextmanager
def _still(source: Any, path: Path) -> Iterator[bool]:  # noqa: ANN401
    """Hold the file as it is, and give whether it holds everything: the log was empty.

    The vault's disk may be too full to write the log back; the copy goes to another one.
    """
    with suppress(VaultBusy, DiskFull):
        # The first writes most of the log back and lets everybody work, the second the rest.
        source.execute("PRAGMA wal_checkpoint(PASSIVE)").fetchone()
        source.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
    source.execute("BEGIN")
    try:
        source.execute("SELECT count(*) FROM sqlite_schema").fetchone()
        log = path.with_name(f"{path.name}-wal")
        yield not log.exists() or not log.stat().st_size
    finally:
        if source.in_transaction:
            source.execute("ROLLBACK")


def copy_file(source: Path, target: Path, meter: Meter) -> str:
    """Copy a file to a new one of mode 0600, sync it, compare both; return the SHA-256.

    Raises `DiskFailed` where what was written is not what is read back.
    """
    worker = hashlib.sha256()
    handle = os.open(target, NEW, 0o600)
    with (
        ThreadPoolExecutor(1) as beside,
        source.open("rb") as file,
        os.fdopen(handle, "wb", buffering=0) as out,
    ):
        while block := file.read(BLOCK):
            hashed = beside.submit(worker.update, block)
            _write(out.fileno(), block)
            hashed.result()
            meter.add(len(block))
        os.fsync(out.fileno())
    _compare(source, target, meter)
    return worker.hexdigest()


def _write(handle: int, block: bytes) -> None:
    """Write the whole of a block: a disk may take less at once."""
    left = memoryview(block)
    while left:
        left = left[os.write(handle, left) :]


def _compare(source: Path, target: Path, meter: Meter) -> None:
    """Raise `DiskFailed` unless both files hold the same bytes."""
    with source.open("rb") as one, target.open("rb") as other:
        while block := one.read(BLOCK):
            meter.beat()
            if other.read(BLOCK) != block:
                raise DiskFailed
        if other.read(1):
            raise DiskFailed


def proven(path: Path, raw_key: bytes, meter: Meter) -> dict[str, contents.Table]:
    """Return what a database that nobody writes holds; raise `VaultDamaged` for a bad page.

    The checks and the reading run side by side, each on a connection of its own.
    """
    size = path.stat().st_size
    with ThreadPoolExecutor(len(backup.CHECKS)) as pool:
        checks = [
            pool.submit(backup.check, path, raw_key, some, database.connect_read_only)
            for some in _needed(path, raw_key)
        ]
        try:
            held = read(path, raw_key, meter)
            meter.add(size)
        except BaseException:
            for one in checks:
                one.cancel()
            raise
        for one in checks:
            if one.result():
                raise VaultDamaged
            meter.add(size)
    return held


def _needed(path: Path, raw_key: bytes) -> list[tuple[tuple[str, Fault], ...]]:
    """Return what each of the checks is to look for, side by side.

    `quick_check` goes through every page but the free ones, and says of a page that it cannot
    account for that it is never used; SQLCipher checks the HMAC of each page that is read. So
    `cipher_integrity_check` finds more than that only where there are free pages.
    """
    connection = database.connect_read_only(path, raw_key)
    try:
        ((free,),) = connection.execute("PRAGMA freelist_count").fetchall()
    finally:
        connection.close()
    sealed, sound = backup.CHECKS
    return [(sealed,), (sound,)] if free else [(), (sound,)]


def read(path: Path, raw_key: bytes, meter: Meter) -> dict[str, contents.Table]:
    """Return what a closed database holds; `meter` goes on beating meanwhile."""
    connection = database.connect_read_only(path, raw_key)
    try:
        with meter.watching(connection):
            return contents.read(connection)
    finally:
        connection.close()
