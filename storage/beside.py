"""Reads the small files that lie beside a database, in a vault and in a backup folder.

Whoever can write the folder can put anything under such a name. What is no regular file is not
read (a pipe would never answer), and what is no JSON of ours, however deep it is nested, counts as
not said. The door reads some of them: nothing heavy is loaded here.
"""

from __future__ import annotations

import errno
import json
import os
import stat
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from pathlib import Path

MALFORMED: Final = (
    *(KeyError, ValueError, TypeError, AttributeError),
    *(OverflowError, RecursionError),
)
"""What reading JSON of anybody, and taking it for ours, raises."""
UNSAID: Final = (OSError, *MALFORMED)
"""What `json_of`, and taking what it returns for ours, raises where a file says nothing."""
LARGEST: Final = 64 * 1024
_FLAGS: Final = (
    os.O_RDONLY
    | getattr(os, "O_NONBLOCK", 0)
    | getattr(os, "O_CLOEXEC", 0)
    | getattr(os, "O_BINARY", 0)
)


def bytes_of(path: Path, most: int = LARGEST) -> bytes:
    """Return the first `most` bytes of a regular file; raise OSError for anything else."""
    handle = handle_of(path)
    try:
        found = b""
        while len(found) < most and (more := os.read(handle, most - len(found))):
            found += more
        return found
    finally:
        os.close(handle)


def handle_of(path: Path, flags: int = 0) -> int:
    """Open a regular file to read, without waiting for anybody; raise OSError for anything else."""
    handle = os.open(path, _FLAGS | flags)
    if not stat.S_ISREG(os.fstat(handle).st_mode):
        os.close(handle)
        raise OSError(errno.EINVAL, os.strerror(errno.EINVAL))
    return handle


def json_of(path: Path, most: int = LARGEST) -> Any:  # noqa: ANN401 - JSON of anybody
    """Return what the JSON in a file says; raises what stands in `UNSAID`.

    A file of more than `most` bytes is cut off there and is no JSON.
    """
    return json.loads(bytes_of(path, most))
