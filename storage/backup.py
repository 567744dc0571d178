"""Copies a vault's database and proves that the copy opens.

The copies are made with SQLite's backup interface: copying the file of an open database is a
known way to lose it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from app.domain.errors import VaultDamaged
from storage import database

if TYPE_CHECKING:
    from pathlib import Path

_PAGES_A_STEP = 2000


def before_migration(folder: Path, raw_key: bytes, number: int) -> None:
    """Keep a verified copy of the database of schema `number` in the vault's folder."""
    target = folder / f"vault-before-{number + 1:04d}.db"
    source = database.connect(folder / "vault.db", raw_key)
    try:
        copy_database(source, target, raw_key)
    finally:
        source.close()


def copy_database(source: Any, target: Path, raw_key: bytes) -> None:  # noqa: ANN401
    """Copy an open database to `target`; raise `VaultDamaged` unless the copy is whole.

    The copy is encrypted under the same raw key. A file that stands there already is replaced
    only by a copy that was verified.
    """
    fresh = target.with_name(f"{target.name}.part")
    fresh.unlink(missing_ok=True)
    copy = database.connect(fresh, raw_key)
    try:
        with database.speaking():
            source.backup(copy, pages=_PAGES_A_STEP)
    finally:
        copy.close()
    if counts(fresh, raw_key) != _counts(source):
        fresh.unlink()
        raise VaultDamaged
    fresh.chmod(0o600)
    fresh.replace(target)


def check(path: Path, raw_key: bytes) -> list[str]:
    """Return what is wrong with a database: nothing, or the lines of both checks.

    `cipher_integrity_check` does not see a file cut at a page's edge, `quick_check` does; each
    runs on a connection of its own, since one bad page can poison later checks.
    """
    complaints: list[str] = []
    for pragma in ("cipher_integrity_check", "quick_check"):
        try:
            connection = database.connect(path, raw_key)
        except VaultDamaged:
            return ["the database does not open"]
        try:
            rows = connection.execute(f"PRAGMA {pragma}").fetchall()
            complaints += [str(row[0]) for row in rows if row[0] != "ok"]
        except VaultDamaged as error:
            complaints.append(str(error.__cause__))
        finally:
            connection.close()
    return complaints


def counts(path: Path, raw_key: bytes) -> dict[str, int]:
    """Return the number of rows of each table; raise `VaultDamaged` when a check complains."""
    if check(path, raw_key):
        raise VaultDamaged
    connection = database.connect(path, raw_key)
    try:
        return _counts(connection)
    finally:
        connection.close()


def _counts(connection: Any) -> dict[str, int]:  # noqa: ANN401
    """Return the number of rows of each plain table."""
    names = connection.execute(
        "SELECT name FROM sqlite_schema WHERE type = 'table' AND sql NOT LIKE 'CREATE VIRTUAL%'"
        " ORDER BY name"
    ).fetchall()
    return {
        name: int(connection.execute(f'SELECT count(*) FROM "{name}"').fetchone()[0])  # noqa: S608
        for (name,) in names
    }
