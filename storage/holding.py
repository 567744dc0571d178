"""One vault, one program: a locked file says who holds it."""

from __future__ import annotations

import json
import os
from contextlib import suppress
from typing import IO, TYPE_CHECKING

from app.domain.errors import DiskFull, VaultBusy
from storage import beside, files

if TYPE_CHECKING:
    from pathlib import Path

NAME = "vault.lock"
HOLDER_NAME = "vault.holder"


class Holding:
    """Holds a vault for this process until `release` or the end of the process.

    The lock is the system's, so a killed program leaves none behind. Who holds it stands in a
    file of its own: on Windows a locked file cannot be read by others.
    """

    def __init__(self, folder: Path) -> None:
        """Take hold; raise `VaultBusy` naming process and computer when another has it."""
        self._folder = folder
        with files.refusing():
            self._file: IO[bytes] | None = open_private(folder / NAME)
        if not take(self._file):
            self._file.close()
            self._file = None
            raise VaultBusy(_holder(folder))
        import platform  # noqa: PLC0415 - the door takes a lock of its own without it

        who = {"process": os.getpid(), "computer": platform.node()}
        try:
            # A full disk does not keep a vault shut; only the name of its holder is then missing.
            with suppress(DiskFull):
                files.write_private(folder / HOLDER_NAME, json.dumps(who).encode())
        except BaseException:
            self.release()
            raise

    def release(self) -> None:
        """Let go."""
        if self._file is None:
            return
        with suppress(OSError):
            (self._folder / HOLDER_NAME).unlink(missing_ok=True)
        self._file.close()
        self._file = None


def open_private(path: Path) -> IO[bytes]:
    """Open the lock file for appending, made with mode 0600 when absent."""
    return os.fdopen(os.open(path, os.O_RDWR | os.O_CREAT | os.O_APPEND, 0o600), "ab")


def _holder(folder: Path) -> str:
    """Return who holds the vault in words, or nothing when that is not known."""
    try:
        who = beside.json_of(folder / HOLDER_NAME)
        return f"{who['computer']}, {int(who['process'])}"
    except beside.UNSAID:
        return ""


def take(file: IO[bytes]) -> bool:
    """Return whether the file could be locked; the lock lasts until it is closed."""
    if os.name == "nt":
        return _take_on_windows(file)
    import fcntl  # noqa: PLC0415 - not there on Windows

    try:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    return True


def _take_on_windows(file: IO[bytes]) -> bool:
    """Return whether the first byte could be locked with the Windows C library."""
    import msvcrt  # noqa: PLC0415 - only there on Windows

    try:
        file.seek(0)
        msvcrt.locking(  # type: ignore[attr-defined,unused-ignore]
            file.fileno(),
            msvcrt.LK_NBLCK,  # type: ignore[attr-defined,unused-ignore]
            1,
        )
    except OSError:
        return False
    return True
