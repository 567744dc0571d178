"""Keeps some of the disk aside, so that on a full one a person can still delete and lock.

SQLite cannot even delete on a full disk: what is deleted goes through the log first, and the log
grows (promise 4). The file `reserve` is given up then, and made again when there is room. It
holds nothing of anybody and is in no backup.
"""

from __future__ import annotations

import os
import secrets
import shutil
from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.ports import Space
from storage import files

if TYPE_CHECKING:
    from pathlib import Path

NAME = "reserve"
BYTES = 64 * 1024 * 1024
SMALL = 256 * 1024
"""What a door sets aside when nobody says otherwise: enough to delete, and in nobody's way."""

_PART_OF_DISK = 16
_BLOCK = 64 * 1024
_LOW = 4  # less than so many reserves free is said, calmly, before it is too late
_FULL = 4  # less than this part of a reserve free counts as full


@dataclass(frozen=True)
class Reserve:
    """The reserve of one vault: at most `wanted` bytes, and at most a sixteenth of the disk."""

    folder: Path
    wanted: int = BYTES

    @property
    def path(self) -> Path:
        """Where it lies."""
        return self.folder / NAME

    def size(self) -> int:
        """Return how large it should be here, in bytes: whole blocks of 64 KiB, one at least."""
        part = shutil.disk_usage(self.folder).total // _PART_OF_DISK
        return max(_BLOCK, min(self.wanted, part) // _BLOCK * _BLOCK)

    def held(self) -> int:
        """Return how many bytes are set aside now."""
        try:
            return self.path.stat().st_size
        except OSError:
            return 0

    def space(self) -> Space:
        """Return what is free beside the reserve, what is set aside, and whether that is little."""
        free, size = shutil.disk_usage(self.folder).free, self.size()
        return Space(free, self.held(), low=free < _LOW * size, full=free < size // _FULL)

    def is_full(self) -> bool:
        """Return whether there is next to nothing free; a disk that does not say is not full."""
        with suppress(OSError):
            return self.space().full
        return False

    def keep(self) -> bool:
        """Set the reserve aside where there is room beside it; return whether it is there.

        A disk that refuses is no hindrance: the vault works without, and tries again later.
        """
        with suppress(OSError):
            size = self.size()
            if self.held() == size:
                return True
            if shutil.disk_usage(self.folder).free + self.held() - size < size // _FULL:
                return self.held() > 0
            self._make(size)
            return True
        return False

    def give_up(self) -> bool:
        """Let go of the reserve where the disk is full; return whether there was one to give."""
        with suppress(OSError):
            if self.held() and self.space().full:
                self.path.unlink()
                files.sync_folder(self.folder)
                return True
        return False

    def _make(self, size: int) -> None:
        """Write the file so that its blocks are really there; half of one is taken away again."""
        half = self.folder / f".{NAME}.part"
        half.unlink(missing_ok=True)
        try:
            handle = os.open(half, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
            try:
                _fill(handle, size)
                os.fsync(handle)
            finally:
                os.close(handle)
            half.replace(self.path)
        except OSError:
            half.unlink(missing_ok=True)
            raise


def _fill(handle: int, size: int) -> None:
    """Have the system set `size` bytes aside; where it cannot, write them.

    Random bytes: a file system that compresses would keep no room for zeros.
    """
    allocate = getattr(os, "posix_fallocate", None)
    if allocate is not None:
        allocate(handle, 0, size)
        return
    block = secrets.token_bytes(_BLOCK)
    for _ in range(size // _BLOCK):
        os.write(handle, block)
