"""How much of the code the tests must reach, and whether they do."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

# Room or module (a path without .py, and all below it) -> least percentage, branches included.
FLOORS = {
    "app/domain": 100.0,
    "app/ports": 100.0,
    "app/services": 100.0,
    "storage/migrations": 100.0,
    "storage/keys": 100.0,
    "storage/files": 100.0,
    "": 90.0,
}


class Reach(NamedTuple):
    """What the tests reached of one room or module."""

    name: str
    floor: float
    percent: float | None
    gaps: tuple[str, ...]

    @property
    def passes(self) -> bool:
        """Tell whether the floor holds; a room without code yet passes."""
        return self.percent is None or self.percent >= self.floor

    def __str__(self) -> str:
        shown = "no code yet" if self.percent is None else f"{self.percent:.2f} %"
        verdict = "ok" if self.passes else "BELOW" + "".join(f"\n    {gap}" for gap in self.gaps)
        return f"{self.name or 'all':<20} {shown:>12}  floor {self.floor:.0f} %  {verdict}"


def belongs(file: str, room: str) -> bool:
    """Tell whether a file is a module, or lies below a room."""
    plain = file.replace("\\", "/").removesuffix(".py")
    return not room or plain == room or plain.startswith(room + "/")


def reach(files: Mapping[str, Any], room: str, floor: float) -> Reach:
    """Add up one room from what the tests reached; name the modules that miss something."""
    found = {file: data for file, data in files.items() if belongs(file, room)}
    sums = [data["summary"] for data in found.values()]
    done = sum(part["covered_lines"] + part["covered_branches"] for part in sums)
    whole = done + sum(part["missing_lines"] + part["missing_branches"] for part in sums)
    gaps = tuple(
        f"{file} lines {data['missing_lines']} branches {data['missing_branches']}"
        for file, data in sorted(found.items())
        if data["missing_lines"] or data["missing_branches"]
    )
    return Reach(room, floor, 100 * done / whole if whole else None, gaps)


def together(folder: Path) -> dict[str, Any]:
    """Add up what each process of a run left in `folder`; nothing where none left anything."""
    # Here, because pytest warns where one of its plugins was imported before it.
    from slipcover import merge_coverage  # noqa: PLC0415 - see above

    whole: dict[str, Any] = {}
    for told in sorted(folder.glob("reached-*.json")):
        part = json.loads(told.read_text(encoding="utf-8"))
        if whole:
            merge_coverage(whole, part)
        else:
            whole = part
    return whole


def check(report: Mapping[str, Any]) -> list[Reach]:
    """Hold what the tests reached against the floors."""
    return [reach(report["files"], room, floor) for room, floor in FLOORS.items()]
