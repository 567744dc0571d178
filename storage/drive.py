"""Tells a drive that went away in the middle of the work from a backup that is damaged.

Whoever reads "this backup is damaged" of the only one she has may give it up. So what failed is
asked once more for what was there at its beginning.
"""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from app.domain.errors import BackupDriveGone, BackupStopped, Refusal

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@contextmanager
def heeded(path: Path) -> Iterator[None]:
    """Raise `BackupDriveGone` for any refusal where a path was there before and is not any more."""
    before = _is_there(path)
    try:
        yield
    except BackupStopped:
        raise
    except Refusal as error:
        if before and not _is_there(path):
            raise BackupDriveGone from error
        raise


def check(path: Path, refusal: type[Refusal] = BackupDriveGone) -> None:
    """Raise a refusal unless a path is there: what was found missing on it is no damage."""
    if not _is_there(path):
        raise refusal


def _is_there(path: Path) -> bool:
    """Return whether anything is found at a path; a drive that answers with an error is gone."""
    try:
        path.stat()
    except OSError:
        return False
    return True
