"""Asks a few things of the disk, for the test of the recorder: `python -m tests.lab.spied DIR`."""

from __future__ import annotations

import os
import sys
from pathlib import Path


def main(folder: Path) -> int:
    """Write, sync, cut, rename, remove."""
    folder.mkdir()
    handle = os.open(folder / "a", os.O_RDWR | os.O_CREAT, 0o600)
    os.pwrite(handle, b"he\0llo", 7)
    os.write(handle, b"abc")
    os.write(handle, b"def")
    os.fsync(handle)
    os.write(1, b"done 1\n")
    os.ftruncate(handle, 5)
    (folder / "a").rename(folder / "b")
    (folder / "b").unlink()
    return 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
