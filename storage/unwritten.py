"""The backups that have their name, but no line in the trail: whoever made them was stopped.

A backup is noted beside the database (see `storage.lineage`) before it takes its name, and gets its
line once its maker answers the vault. A kill or a lock in between takes the answer away; the note
stays, and a case that is destroyed is named in it as in any other.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from app.domain.audit import AuditKind
from app.domain.destruction import BackupMade
from storage import lineage, times
from storage.audit import LINE

if TYPE_CHECKING:
    from pathlib import Path

    from app.ports import Audit


def of(connection: Any, folder: Path) -> tuple[BackupMade, ...]:  # noqa: ANN401 - no types
    """Return the backups that were noted beside a vault and of which its trail has no line."""
    return tuple(one for one in _noted(folder) if not _has_line(connection, one))


def write_down(folder: Path, audit: Audit) -> None:
    """Give each of them its line, with the time at which it was begun."""
    for one in _noted(folder):
        if not audit.has(AuditKind.BACKED_UP, one.at, one.number):
            audit.record_or_hold(AuditKind.BACKED_UP, one.at, subject=one.number)


def _noted(folder: Path) -> list[BackupMade]:
    made = lineage.made(folder)
    return [BackupMade(times.of_anybody(at), number or None) for number, at in made]


def _has_line(connection: Any, one: BackupMade) -> bool:  # noqa: ANN401 - no types
    row = connection.execute(LINE, (AuditKind.BACKED_UP.value, times.to_text(one.at), one.number))
    return row.fetchone() is not None
