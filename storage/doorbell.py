"""One vault, one window: a second start finds the first by a locked file and rings for it.

What is rung and answered is a line in a file beside the lock: no socket, and no word of anybody.
"""

from __future__ import annotations

import json
import os
from contextlib import suppress
from typing import IO, TYPE_CHECKING, Any

from storage import beside, holding

if TYPE_CHECKING:
    from pathlib import Path

WINDOW = "vault.window"
CALL = "vault.call"
_HEADERS = ("vault.header", "vault.header.bak")
"""As `storage.header` names them, which is not asked: it loads the ciphers before the door."""
_LONGEST = 512
_WRITING = os.O_WRONLY | os.O_CREAT | getattr(os, "O_NONBLOCK", 0)
"""A pipe of that name, which nobody reads, keeps no window waiting."""


class FolderDoorbell:
    """The doorbell of the vault in a folder; implements `Doorbell`.

    The lock is the system's: a killed program leaves none behind, and two paths to the same folder
    lead to the same lock. Where the folder takes no file, every start is a first one.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._file: IO[bytes] | None = None
        self._rung = ""

    @property
    def place(self) -> Path:
        """The folder of the vault."""
        return self._folder

    @property
    def call(self) -> Path:
        """The file that changes when somebody rings."""
        return self._folder / CALL

    def take(self) -> bool:
        """Be the one window of this vault; return False where another one is."""
        if self._file is not None or not _is_vault(self._folder):
            return True
        try:
            file = holding.open_private(self._folder / WINDOW)
        except OSError:
            return True
        if not holding.take(file):
            file.close()
            return False
        self._file = file
        # Made where it is missing, and otherwise left: somebody may have rung just now.
        with suppress(OSError):
            os.close(os.open(self.call, _WRITING, 0o600))
        return True

    def release(self) -> None:
        """Be the one window no more."""
        if self._file is not None:
            self._file.close()
            self._file = None

    def ring(self, token: str) -> None:
        """Ask the first window to come up; `token` is the desktop's leave to do so, if it gave one.

        What cannot be written rings nobody.
        """
        self._rung = os.urandom(8).hex()
        self._write({"ring": self._rung, "token": token})

    def rung(self) -> str | None:
        """Return the token of whoever rings and has no answer yet; None where nobody rings."""
        told = self._read()
        if not told.get("ring"):
            return None
        self._rung, token = str(told["ring"]), str(told.get("token", ""))
        return token if token.isascii() and token.isprintable() else ""

    def answer(self, *, shown: bool) -> None:
        """Tell whoever rang whether the window came up."""
        self._write({"answer": self._rung, "shown": shown})

    def answered(self) -> bool | None:
        """Return whether the window came up; None as long as nobody has answered."""
        told = self._read()
        return told.get("shown") is True if told.get("answer") == self._rung else None

    def _write(self, told: dict[str, Any]) -> None:
        """Write in place: who watches a file watches this one, not another of the same name."""
        with suppress(OSError):
            handle = os.open(self.call, _WRITING | os.O_TRUNC, 0o600)
            with os.fdopen(handle, "wb") as file:
                file.write(json.dumps(told).encode())

    def _read(self) -> dict[str, Any]:
        """Return what stands there; nothing while it is being written."""
        try:
            told = beside.json_of(self.call, _LONGEST)
        except beside.UNSAID:
            return {}
        return told if isinstance(told, dict) else {}


def _is_vault(folder: Path) -> bool:
    """Return whether a vault lies there; a folder that may not be looked into is none."""
    try:
        return any((folder / name).is_file() for name in _HEADERS)
    except OSError:
        return False
