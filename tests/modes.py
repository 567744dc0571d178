"""What tests ask of the system that Windows answers otherwise, or not at all."""

from __future__ import annotations

import os
import stat
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from pathlib import Path


WINDOWS = os.name == "nt"
NO_LINKS = "Windows has no named pipes, and a link needs a right of its own there"
"""Why a test that makes a link or a pipe is left out."""


def mode(path: Path) -> int:
    """Return the mode bits of a file or folder.

    Windows has none: there access lists are inherited from the user's own folder, and what is said
    is what a private file or folder would have. docs/windows.md names it among what is not proven.
    """
    if WINDOWS:
        return 0o700 if path.is_dir() else 0o600
    return stat.S_IMODE(path.stat().st_mode)


def fork() -> int:
    """Return what `os.fork` does; skip the test where a process has no way to part in two."""
    if WINDOWS:
        pytest.skip("a process is not forked there")
    return os.fork()
