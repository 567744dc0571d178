"""The fast look at a vault when it is opened: a few pages, a few milliseconds.

The full check reads every page and belongs to `storage.backup.check`.
"""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING, Any

from app.domain.complaint import Complaint, Fault
from app.domain.errors import HeaderDamaged, VaultDamaged, VaultTooNew
from storage import (
    backup,
    database,
    files,
    header,
    media,
    migrations,
    recording_list,
    schema_check,
    write_log,
)

if TYPE_CHECKING:
    from pathlib import Path

    from storage.audit import AuditTrail
    from storage.counter import Counter

DAMAGED = "vault.damaged"
"""Stands beside a vault whose full check found damage: it is looked at whole at each opening."""


def sound(folder: Path, path: Path, raw_key: bytes) -> bool:
    """Return whether a database may be written to; False: it is damaged, and can be read in part.

    It is opened so that no byte can change. Raises `VaultDamaged` where nothing of it can be read,
    `VaultTooNew`, `SchemaForeign`, `EncryptionMissing`.
    """
    connection = database.connect_read_only(path, raw_key)
    try:
        found, known = migrations.version(connection), migrations.available()[-1][0]
        if not found:
            raise VaultDamaged  # what it held is lost: an old vault is never without a schema
        if found > known:
            raise VaultTooNew(found, known)
        schema_check.check(connection)
        return _ends_can_be_read(connection) and not _known_damage(folder, path, raw_key)
    finally:
        connection.close()


def remember_damage(folder: Path) -> None:
    """Let the next openings look at every page first."""
    files.write_private(folder / DAMAGED, b"")


def look(folder: Path, connection: Any, trail: AuditTrail, counter: Counter) -> list[Complaint]:  # noqa: ANN401
    """Return what a look at header, size, trail and count finds wrong; nothing is mended."""
    found = []
    if connection.read_only and write_log.hurt(folder / "vault.db"):
        found.append(Complaint(Fault.LOG))
    if not _copy_belongs(folder):
        found.append(Complaint(Fault.COPY))
    if not _size_fits(folder, connection):
        found.append(Complaint(Fault.STRUCTURE))
    if not trail.end_intact():
        found.append(Complaint(Fault.TRAIL))
    if counter.forged():
        found.append(Complaint(Fault.COUNT))
    if behind := counter.behind():
        found.append(Complaint(Fault.OLDER, behind))
    return found + _recordings(folder, connection)


def _recordings(folder: Path, connection: Any) -> list[Complaint]:  # noqa: ANN401
    """Return which recordings are gone or have a size that cannot be theirs; no file is read.

    Nothing where their table cannot be read: that is said as damage.
    """
    try:
        return recording_list.look(folder / media.FOLDER, recording_list.read(connection))
    except VaultDamaged:
        return []


def _ends_can_be_read(connection: Any) -> bool:  # noqa: ANN401
    """Return whether the root and the last leaf of every table can be read."""
    try:
        names = connection.execute(
            "SELECT name, sql FROM sqlite_schema WHERE type = 'table' AND rootpage"
        ).fetchall()
        for name, sql in names:
            row = "*" if "WITHOUT ROWID" in sql else "max(rowid)"
            connection.execute(f'SELECT {row} FROM "{name}" LIMIT 1').fetchone()  # noqa: S608
    except VaultDamaged:
        return False
    return True


def _known_damage(folder: Path, path: Path, raw_key: bytes) -> bool:
    """Return whether a vault that was found damaged still is; one that was put right is free."""
    mark = folder / DAMAGED
    if not mark.exists():
        return False
    if backup.check(path, raw_key, connect=database.connect_read_only):
        return True
    # Where it cannot go (a disk that takes nothing, a folder of that name) each opening looks.
    with suppress(OSError):
        mark.unlink(missing_ok=True)
    return False


def _copy_belongs(folder: Path) -> bool:
    """Return whether the copy of the header, where there is one, is of the same vault."""
    try:
        first, from_copy = header.read(folder)
        alone = from_copy or not (folder / header.COPY).exists()
        return alone or header.read_copy(folder).vault_id == first.vault_id
    except (HeaderDamaged, VaultTooNew):
        return False


def _size_fits(folder: Path, connection: Any) -> bool:  # noqa: ANN401
    """Return whether the file is as long as its first page says.

    A log may hold more, and the file may end within a page: the power went while the log, which
    holds that page whole, was written back.
    """
    path = folder / "vault.db"
    log = path.with_name("vault.db-wal")
    if log.exists() and log.stat().st_size:
        return True
    size = path.stat().st_size
    (pages,) = connection.execute("PRAGMA page_count").fetchone()
    return bool(size == pages * database.PAGE_BYTES)
