"""Files that the program reads: themes, icons, fonts, templates, word lists. A leaf."""

from __future__ import annotations

from importlib.resources import files
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from importlib.resources.abc import Traversable


def resource(name: str) -> Traversable:
    """Return the resource `name`, a path with forward slashes below this package."""
    found = files(__name__)
    for part in name.split("/"):
        found = found / part
    return found
