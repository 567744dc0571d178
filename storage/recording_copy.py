"""Copies the file of one recording, as much of it as the disk gives out."""

from __future__ import annotations

import os
from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.domain.errors import DiskFailed
from storage import regular, snapshot, stream

if TYPE_CHECKING:
    from pathlib import Path

    from storage.meter import Meter


@dataclass(frozen=True)
class Copied:
    """What a copy came to: its bytes, and their SHA-256 in hex."""

    size: int
    digest: str


def copy(source: Path, target: Path, meter: Meter) -> Copied:
    """Copy a recording to a new file of mode 0600, sync it and read it back.

    Where the disk does not give out a part, that part is zeros: the rest of a recording can still
    be played, and the digest tells. Raises `regular.Unread` where nothing of it can be read, and
    then leaves no file; `DiskFailed` where what was written is not what is read back; OSError of
    the disk that is written to.
    """
    with regular.Reader(source) as reader:
        handle = os.open(target, snapshot.NEW, 0o600)
        with os.fdopen(handle, "wb") as out:
            size, digest = stream.pour(reader, meter, out)
            out.flush()
            os.fsync(out.fileno())
    if reader.size and not reader.given:
        target.unlink()
        raise regular.Unread
    _prove(target, digest, meter)
    return Copied(size, digest)


def _prove(target: Path, digest: str, meter: Meter) -> None:
    """Raise `DiskFailed` unless a file is read back as it was written."""
    try:
        if regular.digest(target, meter) == digest:
            return
    except regular.Unread as error:
        raise DiskFailed from error
    raise DiskFailed
