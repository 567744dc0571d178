"""The example: an invented practice in a vault of its own, to look around in."""

from __future__ import annotations

from typing import Final

FOLDERS: Final = {"zh": "心匣示例", "en": "Xinxia demo"}
PASSWORD: Final = "paper boat lighthouse"  # noqa: S105 - it protects nobody, and says so on the door


def named(folder: str) -> bool:
    """Return whether a folder is called as the example's is; that alone proves nothing."""
    return folder in FOLDERS.values()
