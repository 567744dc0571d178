"""The bytes of a recording as Qt reads them: decrypted piece by piece, and never on the disk.

Qt asks for them on threads of its own, which may not wait for the vault's thread; the reader has a
connection and a lock of its own. A piece that fails its check must end the playing: bytes that do
not come, while the end is not there either, leave Qt waiting for ever.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QIODevice, Signal

from app.domain.errors import Refusal

if TYPE_CHECKING:
    from PySide6.QtCore import QObject

    from app.ports import RecordingReader


class Playing(QIODevice):
    """A recording to be played; `spoiled` says that a piece of it could not be read."""

    spoiled = Signal()

    def __init__(self, reader: RecordingReader, parent: QObject) -> None:
        super().__init__(parent)
        self._reader = reader
        self._spoiled = False
        self.open(QIODevice.OpenModeFlag.ReadOnly | QIODevice.OpenModeFlag.Unbuffered)

    @property
    def damaged(self) -> bool:
        """Whether a piece of it could not be read."""
        return self._spoiled

    def isSequential(self) -> bool:
        """Return False: any place of it can be gone to."""
        return False

    def size(self) -> int:
        """Return how many bytes it has."""
        return self._reader.size

    def atEnd(self) -> bool:
        """Return whether nothing more comes: at the end, and behind a piece that is damaged."""
        return self._spoiled or self.pos() >= self.size()

    def bytesAvailable(self) -> int:
        """Return how many bytes are still to come."""
        return 0 if self._spoiled else max(0, self.size() - self.pos())

    def readData(self, most: int, /) -> bytes:
        """Return the next bytes, `most` at most; none behind a piece that is damaged."""
        if self._spoiled:
            return b""
        try:
            return self._reader.read_at(self.pos(), most)
        except Refusal:
            self._spoiled = True
            self.spoiled.emit()
            return b""

    def writeData(self, data: bytes | bytearray | memoryview[int], size: int, /) -> int:
        """Take nothing: a recording never changes."""
        del data, size
        return -1
