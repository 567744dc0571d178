"""Files that the program reads: themes, icons, fonts, templates, word lists. A leaf."""

from __future__ import annotations

from pathlib import Path
from typing import Final

_HERE: Final = Path(__file__).parent


def resource(name: str) -> Path:
    """Return the resource `name`, a path with forward slashes below this package."""
    return _HERE / name
