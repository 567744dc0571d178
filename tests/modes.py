"""Who may read a file, where the system says it in mode bits."""

from __future__ import annotations

import os
import stat
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path


def mode(path: Path) -> int:
    """Return the mode bits of a file or folder.

    Windows has none: there access lists are inherited from the user's own folder, and what is said
    is what a private file or folder would have. docs/windows.md names it among what is not proven.
    """
    if os.name == "nt":
        return 0o700 if path.is_dir() else 0o600
    return stat.S_IMODE(path.stat().st_mode)
