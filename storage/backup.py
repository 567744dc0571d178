"""Copies a vault's database and proves that the copy opens and holds the same.

The copies are made with SQLite's backup interface: copying the file of an open database is a
known way to lose it.
"""

from __future__ import annotations

import re
from contextlib import suppress
from typing import TYPE_CHECKING, Any

from app.domain.complaint import Complaint, Fault
from app.domain.errors import Refusal, VaultDamaged
from storage import contents, database
from storage.pages import FRAME, WAL_HEADER

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

CHECKS = (("cipher_integrity_check", Fault.PAGE), ("quick_check", Fault.STRUCTURE))
_PAGES_A_STEP = 2000
_PAGE = re.compile(r"\bpage:? +(\d+)")


def before_migration(source: Any, folder: Path, raw_key: bytes, number: int) -> None:  # noqa: ANN401
    """Keep a verified copy of the open database of schema `number` in the vault's folder."""
    copy_database(source, folder / f"vault-before-{number + 1:04d}.db", raw_key)


def copy_database(source: Any, target: Path, raw_key: bytes) -> dict[str, contents.Table]:  # noqa: ANN401
    """Copy an open database to `target` and return what both hold.

    Raises `VaultDamaged` unless every page of the copy passes both checks and every table of it
    holds, row by row, what the source held while it was copied. The copy is encrypted under the
    same raw key. A file that stands there already is replaced only by a copy that was verified.
    """
    fresh = target.with_name(f"{target.name}.part")
    _remove(fresh)
    try:
        held = _copy(source, fresh, raw_key)
        _compare(fresh, raw_key, held)
    except BaseException:
        _remove(fresh)
        raise
    with suppress(PermissionError):  # a disk formatted as FAT knows no modes
        fresh.chmod(0o600)
    fresh.replace(target)
    return held


def _remove(fresh: Path) -> None:
    """Remove an unfinished copy with the log that a full disk left beside it."""
    for ending in ("", "-wal", "-shm"):
        fresh.with_name(fresh.name + ending).unlink(missing_ok=True)


def _copy(source: Any, fresh: Path, raw_key: bytes) -> dict[str, contents.Table]:  # noqa: ANN401
    """Copy the database and return what it held: both in one transaction, so of one moment."""
    copy = database.connect(fresh, raw_key)
    try:
        with database.speaking():
            source.execute("BEGIN")
            try:
                held = contents.read(source)
                source.backup(copy, pages=_PAGES_A_STEP)
            finally:
                if source.in_transaction:
                    source.execute("ROLLBACK")
            # What a full disk kept in the log of the copy would be read there when it is compared,
            # and would not lie in the file: here that is said, where closing swallows it.
            copy.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
    finally:
        copy.close()
    return held


def _compare(fresh: Path, raw_key: bytes, held: dict[str, contents.Table]) -> None:
    """Raise `VaultDamaged` unless a copy holds what its source held."""
    if read(fresh, raw_key) != held:
        raise VaultDamaged


def check(
    path: Path,
    raw_key: bytes,
    checks: Sequence[tuple[str, Fault]] = CHECKS,
    connect: Callable[[Path, bytes], Any] = database.connect,
) -> list[Complaint]:
    """Return what is wrong with a database: nothing, or what both checks found.

    `cipher_integrity_check` does not see a file cut at a page's edge, `quick_check` does; each
    runs on a connection of its own, since one bad page can poison later checks. A file that nobody
    writes is opened by `database.connect_read_only`, which leaves nothing beside it.
    """
    complaints: list[Complaint] = []
    for pragma, fault in checks:
        try:
            connection = connect(path, raw_key)
        except VaultDamaged:
            return [Complaint(Fault.UNREADABLE)]
        try:
            elsewhere = _write_log_back(connection, path)
            rows = connection.execute(f"PRAGMA {pragma}").fetchall()
            found = [_complaint(fault, str(row[0])) for row in rows if row[0] != "ok"]
            complaints += [one for one in found if one.number not in elsewhere]
        except VaultDamaged as error:
            complaints.append(Complaint(Fault.STRUCTURE, detail=str(error.__cause__)))
        finally:
            connection.close()
    return complaints


def _write_log_back(connection: Any, path: Path) -> frozenset[int]:  # noqa: ANN401
    """Put what is in the log where it belongs; return the pages that it holds where nobody may.

    A power cut while that was under way leaves torn pages in the file; the log holds them whole,
    and every reader gets them from there. `cipher_integrity_check` alone reads past the log.
    """
    if connection.read_only:
        return _logged(path.with_name(f"{path.name}-wal"))
    with suppress(database.Error, Refusal):
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
    return frozenset()


def _logged(log: Path) -> frozenset[int]:
    """Return the numbers of the pages in a log, which begins with 32 bytes, each frame with 24."""
    data = log.read_bytes() if log.is_file() else b""
    starts = range(WAL_HEADER, len(data) - database.PAGE_BYTES, FRAME + database.PAGE_BYTES)
    return frozenset(int.from_bytes(data[at : at + 4], "big") for at in starts)


def _complaint(fault: Fault, said: str) -> Complaint:
    """Return what a check said, with the page that it names."""
    page = _PAGE.search(said)
    return Complaint(fault, int(page[1]) if page else None, said)


def read(path: Path, raw_key: bytes) -> dict[str, contents.Table]:
    """Return what a database file holds; raise `VaultDamaged` when a check complains."""
    if check(path, raw_key):
        raise VaultDamaged
    connection = database.connect(path, raw_key)
    try:
        return contents.read(connection)
    finally:
        connection.close()
