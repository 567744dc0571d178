"""Reads bytes on, a block at a time: hashed and counted on their way, and written where asked."""

from __future__ import annotations

import hashlib
import sys
from typing import TYPE_CHECKING, Final, Protocol

if TYPE_CHECKING:
    from typing import IO

    from storage.meter import Meter

BLOCK: Final = 1024 * 1024


class Source(Protocol):
    """What bytes are read from; none at its end."""

    def read(self, size: int, /) -> bytes:
        """Return the next bytes, `size` at most."""
        ...


def pour(
    source: Source, meter: Meter, out: IO[bytes] | None = None, most: int = sys.maxsize
) -> tuple[int, str]:
    """Return how many bytes a source gives, `most` at most, and their SHA-256 in hex.

    They are also written to `out`, a file that takes all that it is given. The meter is told of
    each block and may end it; what is raised by the source or `out` goes through.
    """
    worker, left = hashlib.sha256(), most
    while left > 0 and (block := source.read(min(left, BLOCK))):
        worker.update(block)
        if out:
            out.write(block)
        meter.add(len(block))
        left -= len(block)
    return most - left, worker.hexdigest()
