"""Says whether the log of a killed program lost what was saved in it.

To SQLite the first frame that does not fit its checksum is the end of the log: whatever stands
behind it is dropped without a word, and written over at the next write. After a kill or a cut of
the power that is right, since nobody was told that the last transaction is saved. What else may
stand behind such an end in good order, and what may not, follows from how SQLite writes
(https://www.sqlite.org/fileformat.html, section 4; `sqlite3WalFrames` of its source):

* Frames of an earlier round of the log bear another salt.
* A transaction is synced before the next begins, so that only the frames of the last one can be
  there or not, whatever their order, and its end is marked in its last frame alone.
* A transaction that was rolled back leaves frames of this salt; those written over them do not lead
  to the next of them, for the checksum of a frame follows from that of the frame before.

So the end of a transaction at or behind the bad frame, and right behind it a frame whose checksum
follows from it, were written only after all before them was safe: something hurt the log since.
A bad frame of the very last transaction cannot be told from a cut of the power. Nothing is written.
"""

from __future__ import annotations

import struct
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from storage.pages import FRAME, SIZE, WAL_HEADER

if TYPE_CHECKING:
    from pathlib import Path

_STEP: Final = FRAME + SIZE
_SECTOR: Final = 512
_MASK: Final = 0xFFFFFFFF
_HEADER_SUMMED: Final = 24
_FRAME_SUMMED: Final = 8
Sum = tuple[int, int]


def hurt(path: Path) -> bool:
    """Return whether the log beside a database is damaged where something is saved behind it.

    A log that cannot be read at all is left to SQLite, which says so.
    """
    log = path.with_name(f"{path.name}-wal")
    try:
        return log.is_file() and _Log(log.read_bytes()).hurt()
    except OSError:
        return False


@dataclass(frozen=True)
class _Log:
    """The bytes of a log, frame by frame."""

    data: bytes

    def hurt(self) -> bool:
        """Return whether transactions stand behind the first frame that does not fit."""
        bad = self._first_bad()
        if bad is None:
            return False
        salt = self._salt(0) if bad < 0 else self.data[16:24]
        ends = False
        for at in range(max(bad, 0), self._count):
            linked = at > 0 and self._salt(at) == salt and self._follows(at, self._said(at - 1))
            if ends and linked:
                return True
            ends = self._salt(at) == salt and self._ends(at) and (linked or self._whole_head(at))
        return False

    @property
    def _count(self) -> int:
        """How many whole frames there are."""
        return max(0, (len(self.data) - WAL_HEADER) // _STEP)

    def _first_bad(self) -> int | None:
        """Return the first frame that SQLite does not take, -1 for the head, None where all fit."""
        if not self._count:
            return None
        said = struct.unpack(">II", self.data[_HEADER_SUMMED:WAL_HEADER])
        if self._summed(self.data[:_HEADER_SUMMED], (0, 0)) != said:
            return -1
        salt = self.data[16:24]
        for at in range(self._count):
            if self._salt(at) != salt or not self._follows(at, said):
                return at
            said = self._said(at)
        return None

    def _start(self, at: int) -> int:
        """Return where a frame begins."""
        return WAL_HEADER + at * _STEP

    def _salt(self, at: int) -> bytes:
        """Return the salt that a frame bears: that of its round of the log."""
        start = self._start(at)
        return self.data[start + 8 : start + 16]

    def _said(self, at: int) -> Sum:
        """Return the checksum that a frame bears."""
        start = self._start(at)
        one, other = struct.unpack(">II", self.data[start + 16 : start + FRAME])
        return one, other

    def _ends(self, at: int) -> bool:
        """Return whether a frame is marked as the end of a transaction."""
        start = self._start(at)
        return self.data[start + 4 : start + 8] != bytes(4)

    def _whole_head(self, at: int) -> bool:
        """Return whether a frame's head lies in one sector: it is then of one write, or another."""
        return self._start(at) % _SECTOR <= _SECTOR - FRAME

    def _follows(self, at: int, before: Sum) -> bool:
        """Return whether the checksum of a frame follows from the one before."""
        start = self._start(at)
        found = self._summed(self.data[start : start + _FRAME_SUMMED], before)
        body = self.data[start + FRAME : start + _STEP]
        return self._summed(body, found) == self._said(at)

    @staticmethod
    def _summed(data: bytes, before: Sum) -> Sum:
        """Return the checksum of SQLite over `data`, going on from `before`.

        As machines with the low byte first write it; a log of any other is left to SQLite.
        """
        one, other = before
        for first, second in struct.iter_unpack("<II", data):
            one = (one + first + other) & _MASK
            other = (other + second + one) & _MASK
        return one, other
