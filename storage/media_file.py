"""Reads the file that is to become a recording: once, in blocks, and only a regular file.

A recorder may still be writing it, or another program take its place: its size and its time are
compared before and after, so that half a recording is never kept as a whole one.
"""

from __future__ import annotations

import os
import stat
from typing import IO, TYPE_CHECKING, Final

from app.domain.errors import RecordingChanged, RecordingUnread

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

BLOCK: Final = 1024 * 1024
"""How many bytes are read at once."""
_NO_WAIT: Final = getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)


class OpenedFile:
    """The `MediaFile` of the real disk."""

    def __init__(self, file: IO[bytes]) -> None:
        """Take an open file."""
        self._file = file
        self._begun = os.fstat(file.fileno())

    @property
    def size(self) -> int:
        """How many bytes it had when it was opened."""
        return self._begun.st_size

    def head(self, size: int) -> bytes:
        """Return up to `size` bytes from the beginning; raise `RecordingUnread`."""
        try:
            found = self._file.read(size)
            self._file.seek(0)
        except OSError as error:
            raise RecordingUnread from error
        return found

    def blocks(self) -> Iterator[bytes]:
        """Yield all of it; raise `RecordingUnread`, or `RecordingChanged` at the end."""
        given = 0
        while block := self._read():
            given += len(block)
            yield block
        now = os.fstat(self._file.fileno())
        same = (now.st_size, now.st_mtime_ns) == (self.size, self._begun.st_mtime_ns)
        if given != self.size or not same:
            raise RecordingChanged

    def close(self) -> None:
        """Let go of it."""
        self._file.close()

    def _read(self) -> bytes:
        """Return the next block."""
        try:
            return self._file.read(BLOCK)
        except OSError as error:
            raise RecordingUnread from error


class DiskMedia:
    """The `MediaFiles` of the real disk."""

    def open(self, path: Path) -> OpenedFile:
        """Open a file; raise `RecordingUnread` for what is none: a folder, a pipe, a device."""
        try:
            handle = os.open(path, os.O_RDONLY | _NO_WAIT)
        except OSError as error:
            raise RecordingUnread from error
        if not stat.S_ISREG(os.fstat(handle).st_mode):
            os.close(handle)
            raise RecordingUnread
        return OpenedFile(os.fdopen(handle, "rb", buffering=0))
