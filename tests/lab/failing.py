"""The disk refuses one write or one sync, for every one of them (promise 3).

Each must be said at once, and the step can be done again; where the program ends instead, the
vault opens and holds what was said to be saved.
"""

from __future__ import annotations

import json
import random
import re
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from app.domain.errors import Refusal
from storage import header
from storage.keeper import FolderKeeper
from tests.lab import practice, sounds, spy
from tests.lab.failing_worker import BACKUP, BEGUN, CLOSE, ENTER, HEADER
from tests.lab.places import folder
from tests.lab.result import Result

if TYPE_CHECKING:
    from collections.abc import Iterator

_STEPS, _LONG_STEPS = 12, 40
CALLS = ("pwrite64", "fdatasync", "fsync", "write")
WAYS = (("EIO", ""), ("ENOSPC", "+"), ("EIO", "+"), ("ENOSPC", ""))
"""Which error, and whether it stays."""
_FEW = {"pwrite64": 9}
"""In the short form every ninth of so many is refused in each way: not always the same four."""
_AT_ONCE = 96
"""So many calls are refused in one traced process, which must not take for ever."""
_CARELESS = 12
_COPY = "vault.db.part"
_SAVES_NOTHING = {ENTER, "remove", CLOSE}
_MARK = 64
"""Bytes of a call that are kept: what is said is shorter."""


@dataclass
class Tally:
    """What came of the refused calls: said at once, put off without harm, or wrong."""

    refused: int = 0
    said: int = 0
    put_off: dict[str, int] = field(default_factory=dict)
    wrong: list[str] = field(default_factory=list)


def run(*, long: bool) -> Iterator[Result]:
    """Refuse every call of every kind with both errors; in the short form some in each way.

    Once, as a bad sector does, and from there on for good, as a full or dying disk does.
    """
    if not spy.able():
        yield Result(3, "a failing disk", 0, 0, skipped=spy.MISSING)
        return
    steps = _LONG_STEPS if long else _STEPS
    tally, careless = Tally(), Tally()
    with folder(in_memory=True) as base:
        prototype = _begun(base / "prototype")
        for call in CALLS:
            count = _count(base, prototype, call, steps)
            for at, (error, until) in enumerate(WAYS):
                few = range(1 + at, count + 1, _FEW.get(call, len(WAYS)))
                which = list(range(1, count + 1)) if long else list(few)
                for first in range(0, len(which), _AT_ONCE):
                    some = which[first : first + _AT_ONCE]
                    _refuse(base, (call, error + until, count, some), steps, tally)
        count = _count(base, prototype, "pwrite64", steps)
        which = random.Random(3).sample(range(1, count + 1), min(_CARELESS, count))
        _refuse(base, ("pwrite64", "EIO", count, which), steps, careless, careless=True)
    facts = {
        "said": tally.said,
        "put_off_without_harm": tally.put_off,
        "wrong": tally.wrong[:5],
        "without": "a refusal is swallowed",
    }
    wrong, seen = len(tally.wrong), len(careless.wrong)
    yield Result(3, "EIO and ENOSPC at every write", tally.refused, wrong, seen, facts)


def _begun(place: Path) -> Path:
    """Make a closed vault with a case and a recording of it."""
    vault, clock = practice.begun(practice.fresh(place), BEGUN)
    sounds.record(vault, clock, 0)
    vault.close()
    return place


def _count(base: Path, prototype: Path, call: str, steps: int) -> int:
    """Return how many calls of a kind the work makes that nobody disturbs."""
    trace = _work(base / "count", prototype, (call, "EIO", 0, [0]), steps)
    lines = trace.read_text("ascii", "replace").splitlines()
    begin = next(at for at, line in enumerate(lines) if _hexed("begin 0") in line)
    who = lines[begin].split()[0]
    mine = [line for line in lines[begin:] if line.split(maxsplit=1)[0] == who]
    spy.remove(base / "count")
    return sum(f"{call}(" in line.split("<")[0] for line in mine)


def _hexed(text: str) -> str:
    return "".join(f"\\x{one:02x}" for one in text.encode())


def _work(
    base: Path,
    prototype: Path,
    what: tuple[str, str, int, list[int]],
    steps: int,
    *,
    careless: bool = False,
) -> Path:
    """Let the program work once for each call that is to be refused; return the trace."""
    call, error, when, which = what
    base.mkdir()
    told = {
        "base": str(base),
        "prototype": str(prototype),
        "call": call,
        "when": when,
        "which": which,
        "steps": steps,
        "careless": careless,
    }
    trace = base / "trace"
    until = "+" if error.endswith("+") else ""
    refuse = (f"{call}:error={error.rstrip('+')}:when={when}{until}",) if when else ()
    words = ["tests.lab.failing_worker", json.dumps(told)]
    done = spy.traced(words, trace, *refuse, longest=_MARK)
    if done.returncode:
        raise RuntimeError(done.stderr.decode("utf-8", "replace"))
    return trace


def _refuse(
    base: Path,
    what: tuple[str, str, int, list[int]],
    steps: int,
    tally: Tally,
    *,
    careless: bool = False,
) -> None:
    """Refuse the calls of a kind one after the other, and look what came of each."""
    here = base / f"{what[0]}-{what[1]}-{careless}"
    trace = _work(here, base / "prototype", what, steps, careless=careless)
    for number, story in _stories(trace):
        _judge(story, tally, f"{what[0]} {number} {what[1]}")
        wrong = _lost(here / str(number), story)
        tally.wrong += [f"{what[0]} {number} {what[1]}: {one}" for one in wrong]
    spy.remove(here)


Story = list[spy.Call]


def _stories(trace: Path) -> Iterator[tuple[int, Story]]:
    """Yield what each child said, and what was refused to it, in order."""
    number, story = 0, Story()
    for call in spy.calls(trace):
        words = call.data.decode("ascii", "replace").split() if call.kind == "said" else []
        if words[:1] == ["begin"]:
            number, story = int(words[1]), []
        if call.refused or words:
            story.append(call)
        if words[:1] == ["end"]:
            yield number, story


def _judge(story: Story, tally: Tally, name: str) -> None:
    """Look at what followed on the call that was refused."""
    hits = [at for at, call in enumerate(story) if call.refused]
    ended = story[-1].data.split()[-1] == b"0"
    tally.refused += bool(hits)
    once = not name.endswith("+")
    if not hits or (once and len(hits) > 1) or not ended:
        tally.wrong.append(f"{name}: {len(hits)} refused, ended well: {ended}")
        return
    at = hits[0]
    task = story[at - 1].data.decode().split()
    then = next(call for call in story[at:] if not call.refused).data.decode().split()
    if then[0] == "refused":
        tally.said += 1
    elif _harmless(story[at], task, once=once):
        where = f"{_called(story[at].path)}, {task[1]}"
        tally.put_off[where] = tally.put_off.get(where, 0) + 1
    else:
        tally.wrong.append(f"{name}: nobody said so, {task} on {Path(story[at].path).name}")
    # Who opened without the index of the log works alone until the next opening: no second
    # connection can then make a backup, and that is said (promise 4).
    alone = Path(story[at].path).name == "vault.db-shm"
    if once and not alone and any(call.data.startswith(b"stuck") for call in story):
        tally.wrong.append(f"{name}: {task} could not be done again")


def _called(path: str) -> str:
    """Return a file's name; one that was made up by chance is called by what it is."""
    name = Path(path).name
    return "a file on its way" if _on_its_way(name) else name


def _on_its_way(name: str) -> bool:
    return bool(re.fullmatch(r"\.[0-9a-f]{16}\.part", name))


def _harmless(call: spy.Call, task: list[str], *, once: bool) -> bool:
    """Return whether a refusal may be kept silent: nothing that was said to be saved hangs on it.

    The log is written back into the database later, and until then it stays; the index of the log
    is memory, which the program does without; SQLite syncs the folder of a new log as well as it
    can. Of a backup under way nothing was said; when it is said to be made, it is restored here. An
    opening and a lock save no words, a removal only empties the log besides. The folder of a header
    is synced `once` more with the header's copy; where that is refused too, it must be said. What a
    backup notes beside the database is left out where the vault's disk is full: the backup is
    whole without it, and only a kill before its line is then told by nobody (44, its limit).
    """
    name = Path(call.path).name
    memory_or_later = name.endswith("-shm") or name == "vault.db" or name.startswith(_COPY)
    folder_of_log = call.kind == "sync" and name in {"vault", "room"}
    later = once or task[1] != HEADER
    noted = task[1] == BACKUP and Path(call.path).parent.name == "vault" and _on_its_way(name)
    return memory_or_later or task[1] in _SAVES_NOTHING or (folder_of_log and later) or noted


def _lost(place: Path, story: Story) -> list[str]:
    """Say what is missing in the vault behind a story."""
    said = [call.data.decode("ascii", "replace").split() for call in story if call.kind == "said"]
    finished = [words[1:] for words in said if words[0] == "done"]
    done = max((int(words[1]) for words in finished if len(words) > 1), default=BEGUN)
    generation = 2 if [HEADER] in finished else 1
    try:
        if header.read(place / "vault")[0].generation < generation:
            return ["the header is the old one"]
        wrong = practice.reached(place / "vault", done)[1]
        if [BACKUP] in finished:
            lacking = FolderKeeper().restore(place / "backup.xinxia", place / "back")
            wrong += ["the backup lacks a recording"] if lacking else []
            wrong += practice.reached(place / "back", done)[1]
    except Refusal as refusal:
        return [type(refusal).__name__]
    return wrong
