"""The power goes at any moment (promises 2, 14, 16).

A program is recorded with every write and every sync; then it is decided anew, many times, what of
it may be on the disk, and the vault is opened from that. The same without syncs must lose.
"""

from __future__ import annotations

import json
import random
import shutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from app.domain.errors import Refusal
from storage import database, header, write_log
from storage.keeper import FolderKeeper
from tests.lab import practice, spy
from tests.lab.disk import Disk
from tests.lab.places import folder
from tests.lab.result import Result

if TYPE_CHECKING:
    from collections.abc import Iterator

SHORT, LONG = 60, 500
OTHERS_SHORT, OTHERS_LONG = 30, 200
_STEPS = 260
_TIMES = 12
_SEEN = 20
Look = Callable[[Path, int], list[str]]


@dataclass(frozen=True)
class Recorded:
    """What was recorded: the disk before, every call, and where each thing was said to be done."""

    before: Path
    calls: list[spy.Call]

    def crash(self, at: int) -> tuple[Disk, int]:
        """Return the disk when the power goes before call `at`, and the last that was done."""
        disk, done = Disk(self.before), 0
        for call in self.calls[:at]:
            if call.kind == "said":
                done = int(call.data.split()[1])
            else:
                disk.take(call)
        return disk, done


def run(*, long: bool) -> Iterator[Result]:
    """Let the power go during writing, at a new header, during a backup."""
    if not spy.able():
        yield Result(2, "power loss", 0, 0, skipped=spy.MISSING)
        return
    with folder(in_memory=True) as base:
        yield _writing(base, LONG if long else SHORT)
        times = OTHERS_LONG if long else OTHERS_SHORT
        yield _other(base, 14, "header", times, _header_wrong)
        yield _other(base, 16, "backup", times, _backup_wrong)


def _writing(base: Path, states: int) -> Result:
    wrong = _replayed(_record(base, "write", _STEPS), states, _vault_wrong)
    seen = {}
    for level in ("NORMAL", "OFF"):
        careless = _record(base, "write", _STEPS, synchronous=level)
        seen[level] = len(_replayed(careless, _SEEN, _vault_wrong))
    facts = {"wrong": wrong[:5], "states_lost_with_synchronous": seen, "of": _SEEN}
    return Result(2, "power loss while writing", states, len(wrong), min(seen.values()), facts)


def _other(base: Path, promise: int, work: str, states: int, look: Look) -> Result:
    wrong = _replayed(_record(base, work, _TIMES), states, look)
    seen = len(_replayed(_record(base, work, _TIMES, careless="yes"), _SEEN, look))
    facts = {"wrong": wrong[:5], "without": "no file is synced"}
    return Result(promise, f"power loss, {work}", states, len(wrong), seen, facts)


def _record(base: Path, work: str, count: int, **more: str) -> Recorded:
    """Record a program at work in a new vault."""
    name = "-".join([work, *more.values()])
    before = base / name
    before.mkdir()
    place, trace = practice.fresh(before / "vault"), base / f"{name}.trace"
    kept = base / f"{name}.before"
    _copy(before, kept)
    told = {"work": work, "place": str(place), "count": str(count), **more}
    done = spy.traced(["tests.lab.worker", json.dumps(told)], trace)
    if done.returncode:
        raise RuntimeError(done.stderr.decode("utf-8", "replace"))
    every = [call for call in spy.calls(trace) if _matters(call, before)]
    trace.unlink()
    # The paths of the calls are those of the folder that was worked in; it begins as it was.
    _empty(before)
    _copy(kept, before)
    return Recorded(before, every)


def _matters(call: spy.Call, before: Path) -> bool:
    return call.kind == "said" or call.path.startswith(str(before))


def _empty(place: Path) -> None:
    shutil.rmtree(place)


def _copy(source: Path, target: Path) -> None:
    shutil.copytree(source, target)


def _replayed(recorded: Recorded, states: int, look: Look) -> list[str]:
    """Let the power go so many times; return what was wrong.

    A third of the moments are right behind a word that something is done: what is lost is lost
    there. A third are while the log is written back: pages of the database are torn there.
    """
    chance = random.Random(2)
    calls = recorded.calls
    said = [at + 1 for at, call in enumerate(calls) if call.kind == "said"]
    back = [at for at, call in enumerate(calls) if _writes_back(call) and at > said[0]] or said
    wrong = []
    for number in range(states):
        at = chance.choice((said, back, range(said[0], len(calls) + 1))[number % 3])
        disk, done = recorded.crash(at)
        with folder(in_memory=True) as place:
            disk.lay(place, chance)
            found = look(place, done)
        if found:
            wrong.append(f"at call {at}: {found[0]}")
    return wrong


def _writes_back(call: spy.Call) -> bool:
    return call.kind == "write" and Path(call.path).name == "vault.db"


def _vault_wrong(place: Path, done: int) -> list[str]:
    """Say what is wrong with a vault of which `done` steps were acknowledged."""
    if write_log.hurt(place / "vault" / "vault.db"):
        return ["what a cut of the power leaves is called damage"]
    try:
        return practice.reached(place / "vault", done)[1]
    except Refusal as refusal:
        return [type(refusal).__name__]
    except database.Error as error:
        return [str(error)]


def _header_wrong(place: Path, done: int) -> list[str]:
    """Say what is wrong with a vault whose header of generation `done` was acknowledged."""
    try:
        found = header.read(place / "vault")[0].generation
        practice.enter(place / "vault").close()
    except Refusal as refusal:
        return [type(refusal).__name__]
    return [] if found in (done, done + 1) else [f"header {found} instead of {done}"]


def _backup_wrong(place: Path, done: int) -> list[str]:
    """Say what is wrong with a backup that was made `done` times."""
    try:
        FolderKeeper().restore(place / "backup.xinxia", place / "back")
        return practice.reached(place / "back", done)[1]
    except Refusal as refusal:
        return [type(refusal).__name__]
