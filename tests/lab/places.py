"""Folders that are gone when an experiment is over."""

from __future__ import annotations

import tempfile
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator


_MEMORY = Path("/dev/shm")


@contextmanager
def folder(*, in_memory: bool = False) -> Iterator[Path]:
    """Return an empty folder that goes with everything in it.

    Where an experiment decides itself what is on the disk, it may lie in memory: syncs are quick.
    """
    base = _MEMORY if in_memory and _MEMORY.is_dir() else None
    with tempfile.TemporaryDirectory(
        prefix="xinxia-lab-", dir=base, ignore_cleanup_errors=True
    ) as name:
        yield Path(name)
