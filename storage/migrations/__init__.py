"""Applies numbered SQL files; the number is the database's `user_version`.

Plain SQL, never edited after a release. Statements and the new number stand in one transaction,
so a migration that fails half-way leaves version and schema as they were.
"""

from __future__ import annotations

from importlib.resources import files
from typing import TYPE_CHECKING, Any

from sqlcipher3 import dbapi2

from app.domain.errors import VaultTooNew

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator


def available() -> list[tuple[int, str]]:
    """Return (number, SQL) of every migration, in order."""
    scripts = [entry for entry in files(__name__).iterdir() if entry.name.endswith(".sql")]
    return sorted((int(entry.name[:4]), entry.read_text("utf-8")) for entry in scripts)


def version(connection: Any) -> int:  # noqa: ANN401 - sqlcipher3 has no types
    """Return the schema number of the database."""
    return int(connection.execute("PRAGMA user_version").fetchone()[0])


def migrate(
    connection: Any,  # noqa: ANN401 - sqlcipher3 has no types
    before: Callable[[int], None],
    scripts: list[tuple[int, str]] | None = None,
) -> None:
    """Bring the database to the newest schema.

    `before` is called with the present number when there is something to do on a database that
    holds something: it makes the backup. Raises `VaultTooNew`, with nothing changed, for a schema
    that this program does not know.
    """
    scripts = available() if scripts is None else scripts
    found = version(connection)
    known = scripts[-1][0]
    if found > known:
        raise VaultTooNew(found, known)
    waiting = [one for one in scripts if one[0] > found]
    if waiting and found:
        before(found)
    for number, script in waiting:
        _apply(connection, number, script)


def _apply(connection: Any, number: int, script: str) -> None:  # noqa: ANN401
    """Run one script and set its number in one transaction."""
    connection.execute("BEGIN IMMEDIATE")
    try:
        for statement in _statements(script):
            connection.execute(statement)
        connection.execute(f"PRAGMA user_version = {number:d}")
        connection.execute("COMMIT")
    except BaseException:
        # A full disk may have rolled back already.
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise


def _statements(script: str) -> Iterator[str]:
    """Yield the statements of a script, triggers whole."""
    gathered = ""
    for line in script.splitlines(keepends=True):
        gathered += line
        if dbapi2.complete_statement(gathered) and gathered.strip():
            yield gathered
            gathered = ""
    if "".join(
        line for line in gathered.splitlines() if not line.lstrip().startswith("--")
    ).strip():
        raise ValueError("a migration ends in the middle of a statement")
