"""Prints the schema of a fresh vault: `python -m tests.vault.dump > tests/vault/schema.sql`."""

from __future__ import annotations

import sys

from sqlcipher3 import dbapi2

from storage import migrations


def schema(connection) -> str:
    """Return every statement that makes the schema, and its number."""
    rows = connection.execute(
        "SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite_%'"
        " AND name NOT GLOB 'words_*' ORDER BY type DESC, name"
    )
    lines = [f"{sql};\n" for (sql,) in rows]
    return "".join(lines) + f"PRAGMA user_version = {migrations.version(connection)};\n"


def fresh() -> str:
    """Return the schema that the migrations make from nothing."""
    connection = dbapi2.connect(":memory:", isolation_level=None)
    try:
        migrations.migrate(connection, lambda _: None)
        return schema(connection)
    finally:
        connection.close()


if __name__ == "__main__":
    sys.stdout.write(fresh())
