"""Writes files whole, private and inside their folder."""

from __future__ import annotations

import errno
import os
import re
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING

from app.domain.errors import (
    DiskFailed,
    DiskFull,
    FileTaken,
    NotWritable,
    PictureTooLarge,
    Refusal,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

_FULL = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)
_FORBIDDEN = (
    *(errno.EACCES, errno.EPERM, errno.EROFS, errno.ENOENT, errno.ENOTDIR, errno.EISDIR),
    *(errno.EEXIST, errno.ENAMETOOLONG, errno.ELOOP),
)
_MILLION = 1_000_000
_PART = re.compile(r"\.[0-9a-f]{16}\.part")


@contextmanager
def refusing() -> Iterator[None]:
    """Turn what the system says of a disk into a refusal that a person can act on."""
    try:
        yield
    except OSError as error:
        if error.errno in _FULL:
            raise DiskFull from error
        if error.errno in _FORBIDDEN:
            raise NotWritable from error
        raise DiskFailed from error


def write_private(path: Path, data: bytes) -> None:
    """Write `data` so that `path` holds either the old or the new bytes, never half.

    The temporary file lies beside it with mode 0600, is synced, then takes the place of `path`;
    the folder is synced too. Raises `DiskFull`, `NotWritable` or `DiskFailed`; the old file stays.
    """
    temporary = part_beside(path)
    with refusing():
        try:
            _write_synced(temporary, data)
            temporary.replace(path)
            sync_folder(path.parent)
        finally:
            with suppress(OSError):
                temporary.unlink(missing_ok=True)


def part_beside(path: Path) -> Path:
    """Return a new random name beside a path, for what is not finished yet."""
    return path.with_name(f".{os.urandom(8).hex()}.part")


def parts_in(folder: Path) -> Iterator[Path]:
    """Yield what has such a name in a folder and is no link; raise OSError."""
    for one in folder.glob(".*.part"):
        if _PART.fullmatch(one.name) and not one.is_symlink():
            yield one


def sweep_halves(folder: Path) -> None:
    """Remove what `write_private` left in a folder when it was killed; no other file of anybody."""
    with suppress(OSError):
        for one in parts_in(folder):
            if one.is_file():
                one.unlink(missing_ok=True)


def _take(path: Path) -> None:
    """Make a new empty file of mode 0600; raise `FileTaken` if the name is in use."""
    with refusing():
        try:
            os.close(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600))
        except FileExistsError as error:
            raise FileTaken from error


def _write_synced(path: Path, data: bytes) -> None:
    """Write a new file of mode 0600 and sync it."""
    handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(handle, "wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())


def sync_folder(folder: Path) -> None:
    """Make a rename in `folder` last, where the system can sync a folder."""
    if os.name == "nt":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def sync_tree(folder: Path) -> None:
    """Make every file and folder under `folder`, and the folder itself, last a power cut."""
    with refusing():
        for path in folder.rglob("*"):
            if path.is_file():
                with path.open("rb+") as file:
                    os.fsync(file.fileno())
            else:
                sync_folder(path)
        sync_folder(folder)


def make_private_folder(path: Path) -> None:
    """Make the folder and its parents, the folder itself of mode 0700."""
    with refusing():
        path.mkdir(mode=0o700, parents=True, exist_ok=True)
        path.chmod(0o700)


class FileShelf:
    """The `Shelf` of the real disk."""

    def write(self, path: Path, data: bytes) -> None:
        """Write a private file whole."""
        write_private(path, data)

    def write_new(self, files: Mapping[Path, bytes]) -> None:
        """Write private files, all or none; raise `FileTaken` rather than write over one.

        Each name is taken first, by a new empty file: whoever comes second is refused, on disks
        without hard links too.
        """
        taken: list[Path] = []
        try:
            for path in files:
                _take(path)
                taken.append(path)
            for path, data in files.items():
                write_private(path, data)
        except Refusal:
            self.take_back(taken)
            raise

    def take_back(self, paths: Iterable[Path]) -> None:
        """Remove files that were written a moment ago; one that is gone is no failure."""
        for path in paths:
            with suppress(OSError):
                path.unlink(missing_ok=True)

    def read(self, path: Path, limit: int) -> bytes:
        """Return a file's bytes; raise `PictureTooLarge` above `limit` bytes."""
        with refusing(), Path(path).open("rb") as file:
            data = file.read(limit + 1)
        if len(data) > limit:
            raise PictureTooLarge(limit // _MILLION)
        return data
