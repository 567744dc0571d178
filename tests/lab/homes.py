"""A home of its own for whatever the laboratory starts."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

FOLDERS = {
    "HOME": "",
    "XDG_CONFIG_HOME": ".config",
    "XDG_DATA_HOME": ".local/share",
    "XDG_STATE_HOME": ".local/state",
    "XDG_CACHE_HOME": ".cache",
    "XDG_RUNTIME_DIR": "run",
    "TMPDIR": "tmp",
}


def home(folder: Path) -> dict[str, str]:
    """Make an empty home in a folder and return what the environment says of it."""
    said = {}
    for variable, name in FOLDERS.items():
        place = folder / name
        place.mkdir(mode=0o700, parents=True, exist_ok=True)
        said[variable] = str(place)
    return {**said, "QT_QPA_PLATFORM": "offscreen", "ORT_DISABLE_TELEMETRY": "1"}
