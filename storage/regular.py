"""Reads regular files only, and goes on where the disk does not give out a part of one.

A folder, a pipe or a link that stands under the name of a recording is not read: a pipe would never
answer, and a link may lead to what is nobody's to copy.
"""

from __future__ import annotations

import hashlib
import os
import stat
from typing import IO, TYPE_CHECKING, Final

from storage import beside
from storage.meter import Meter, nobody
from storage.stream import BLOCK

if TYPE_CHECKING:
    from pathlib import Path
    from types import TracebackType

PIECE: Final = 64 * 1024
"""What is given up at once where a block cannot be read: a page of a recording."""
_MOST: Final = 64
"""After so many pieces nothing more is asked of a disk that takes seconds for each refusal."""
_NO_LINK: Final = getattr(os, "O_NOFOLLOW", 0)


class Unread(Exception):  # noqa: N818 - called as the refusals are
    """A file cannot be read; `gone`: nothing stands under its name."""

    def __init__(self, *, gone: bool = False) -> None:
        """See the class."""
        self.gone = gone
        super().__init__(gone)


class Reader:
    """A regular file, read from its beginning or a chosen place; what cannot be read is zeros.

    `size` is what it had when it was opened, and as much is given out. `failed` counts the pieces
    that are zeros, `given` the bytes that are not.
    """

    def __init__(self, path: Path) -> None:
        """Open the file; raise `Unread`."""
        self._file = _opened(path)
        self.size = os.fstat(self._file.fileno()).st_size
        self.failed = self.given = self._at = 0

    def __enter__(self) -> Reader:
        """Return the reader."""
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Close the file."""
        self._file.close()

    def fileno(self) -> int:
        """Return the handle of the file."""
        return self._file.fileno()

    def seek(self, at: int) -> None:
        """Go on reading from a place; behind the end there is nothing."""
        self._at = at

    def read(self, size: int = -1) -> bytes:
        """Return the next bytes, nothing at the end."""
        left = max(0, self.size - self._at)
        size = left if size < 0 else min(size, left)
        try:
            block = self._bytes(self._at, size)
        except OSError:
            ends = range(self._at, self._at + size, PIECE)
            block = b"".join(self._piece(at, min(PIECE, self._at + size - at)) for at in ends)
        self._at += size
        return block

    def _piece(self, at: int, size: int) -> bytes:
        """Return a piece, zeros where the disk does not give it out."""
        if self.failed < _MOST:
            try:
                return self._bytes(at, size)
            except OSError:
                self.failed += 1
        return bytes(size)

    def _bytes(self, at: int, size: int) -> bytes:
        """Return bytes from a place; a file that was cut meanwhile is filled up. Raises OSError."""
        self._file.seek(at)
        found = bytearray()
        while len(found) < size and (block := self._file.read(size - len(found))):
            found += block
        self.given += len(found)
        return bytes(found).ljust(size, b"\0")


def digest(path: Path, meter: Meter | None = None, *, counts: bool = False) -> str:
    """Return the SHA-256 of a file in hex; raise `Unread` where any byte of it cannot be read.

    A meter is asked after each block whether to go on, and told of its bytes where it `counts`.
    """
    asked, worker = meter or Meter(nobody), hashlib.sha256()
    with _opened(path) as file:
        while block := _next(file):
            worker.update(block)
            asked.add(len(block) if counts else 0)
    return worker.hexdigest()


def size_of(path: Path) -> int:
    """Return the size of a regular file; raise `Unread`."""
    return stat_of(path).st_size


def is_file(path: Path) -> bool:
    """Return whether a regular file stands there, rather than a link to one."""
    try:
        stat_of(path)
    except Unread:
        return False
    return True


def stat_of(path: Path) -> os.stat_result:
    """Return what the system says of a regular file; raise `Unread`."""
    try:
        found = path.lstat()
    except FileNotFoundError as error:
        raise Unread(gone=True) from error
    except OSError as error:
        raise Unread from error
    if not stat.S_ISREG(found.st_mode):
        raise Unread
    return found


def _opened(path: Path) -> IO[bytes]:
    """Open a regular file that is no link, without waiting for anybody; raise `Unread`."""
    size_of(path)  # Windows knows no flag that tells a link
    try:
        handle = beside.handle_of(path, _NO_LINK)
    except FileNotFoundError as error:
        raise Unread(gone=True) from error
    except OSError as error:
        raise Unread from error
    return os.fdopen(handle, "rb", buffering=0)


def _next(file: IO[bytes]) -> bytes:
    """Return the next block; raise `Unread`."""
    try:
        return file.read(BLOCK)
    except OSError as error:
        raise Unread from error
