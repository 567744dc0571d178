"""Folders that are gone when an experiment is over."""

from __future__ import annotations

import tempfile
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator


@contextmanager
def folder() -> Iterator[Path]:
    """Return an empty folder that goes with everything in it."""
    with tempfile.TemporaryDirectory(prefix="xinxia-lab-", ignore_cleanup_errors=True) as name:
        yield Path(name)
