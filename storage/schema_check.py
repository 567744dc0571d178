"""Compares the schema of a database with the one that our own migrations make (promise 41).

A view, a trigger or a table of somebody else's in our place could turn reading into something
else. What is expected is made fresh in memory: the migrations are the only truth.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Any

from sqlcipher3 import dbapi2

from app.domain.errors import SchemaForeign
from storage import migrations

_SCHEMA = "SELECT type, name, tbl_name, sql FROM sqlite_schema"
Entries = frozenset[tuple[Any, ...]]


def check(connection: Any) -> None:  # noqa: ANN401 - sqlcipher3 has no types
    """Raise `SchemaForeign` unless a database is built as its number says that we build it."""
    known = tuple(one for one in migrations.available() if one[0] <= migrations.version(connection))
    if frozenset(connection.execute(_SCHEMA).fetchall()) != expected(known):
        raise SchemaForeign


@lru_cache(maxsize=4)
def expected(scripts: tuple[tuple[int, str], ...]) -> Entries:
    """Return every entry of the schema that these migrations make."""
    fresh = dbapi2.connect(":memory:", isolation_level=None)
    try:
        migrations.migrate(fresh, lambda _: None, list(scripts))
        return frozenset(fresh.execute(_SCHEMA).fetchall())
    finally:
        fresh.close()
