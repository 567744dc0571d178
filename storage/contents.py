"""Says what a database holds, table by table, so that two databases can be compared.

Rows are read in the order of their keys, so the same rows give the same digest whatever pages
they lie on. The schema counts as a table: a trigger that is gone is a difference.
"""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from storage import keys

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from storage.database import Row

SCHEMA = "sqlite_schema"


@dataclass(frozen=True)
class Table:
    """How many rows a table holds, and the SHA-256 of all of them in key order."""

    rows: int
    digest: str


def read(connection: Any) -> dict[str, Table]:  # noqa: ANN401 - sqlcipher3 has no types
    """Return what every plain table of an open database holds, and its schema.

    Call it inside a transaction where others may write. The tables behind a search index are plain
    tables and are read too. Raises `VaultDamaged` when a page cannot be read.
    """
    schema = "SELECT type, name, tbl_name, sql FROM sqlite_schema ORDER BY type, name"
    found = {SCHEMA: _table(connection.execute(schema))}
    names = connection.execute(
        "SELECT name FROM sqlite_schema WHERE type = 'table' AND sql NOT LIKE 'CREATE VIRTUAL%'"
        " ORDER BY name"
    ).fetchall()
    for (name,) in names:
        order = _key(connection, name)
        rows = connection.execute(f'SELECT * FROM "{name}" ORDER BY {order}')  # noqa: S608
        found[name] = _table(rows)
    return found


def seal(tables: Mapping[str, Table], raw_key: bytes) -> str:
    """Return one keyed digest of all tables, in hex.

    Keyed, because it lies in the clear beside a backup: it must confirm nobody's guess of what the
    vault holds.
    """
    said = {name: [one.rows, one.digest] for name, one in tables.items()}
    plain = json.dumps(said, sort_keys=True, separators=(",", ":")).encode()
    return keys.mac(keys.subkey(raw_key, "xinxia backup contents 1"), plain).hex()


def _key(connection: Any, name: str) -> str:  # noqa: ANN401
    """Return what a table's rows are ordered by: its primary key, or its row number."""
    columns = connection.execute(f'PRAGMA table_info("{name}")').fetchall()
    own = sorted((column[5], column[1]) for column in columns if column[5])
    return ", ".join(f'"{column}"' for _, column in own) or "rowid"


def _table(rows: Iterable[Row]) -> Table:
    """Return number and digest of rows; kinds and lengths are counted in, so nothing can slide."""
    worker = hashlib.sha256()
    count = 0
    for row in rows:
        blobs = [value for value in row if isinstance(value, bytes)]
        plain = [len(value) if isinstance(value, bytes) else (value,) for value in row]
        worker.update(repr(plain).encode("utf-8", "surrogatepass"))
        for blob in blobs:
            worker.update(blob)
        count += 1
    return Table(count, worker.hexdigest())
