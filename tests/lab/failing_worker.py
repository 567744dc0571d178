"""A program at work on a disk that refuses one write: `python -m tests.lab.failing_worker JSON`.

strace counts the calls of each process by itself and refuses always the same one. So for every
write there is a child, which first makes so many empty calls that the one that is refused is its
write number k. What it does is said by `writev`, which is not counted.
"""

from __future__ import annotations

import json
import os
import shutil
import sys
import traceback
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from app.domain.errors import Refusal
from storage import header
from storage.keeper import FolderKeeper
from tests.lab import practice
from tests.vault.fixtures import HandClock

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from storage.vault import Vault

BEGUN = 27
"""Steps that are done before: a case with a note has a recording, and the next steps are of many
kinds (open, remove, the form, begin, save, leave)."""
HEADER, BACKUP, CLOSE, ENTER = "header", "backup", "close", "enter"


def say(*word: object) -> None:
    """Say something in a call of its own kind."""
    os.writev(1, [(" ".join(map(str, word)) + "\n").encode("ascii")])


def work(place: Path, steps: int, *, careless: bool, die: bool) -> None:
    """Open, do steps, write the header anew, back up, close; say how each went."""
    held: list[Vault] = []
    for name, task in _tasks(place, steps, held):
        say("try", name)
        if not (_tried(name, task, careless=careless, die=die) or _tried(name, task)):
            say("stuck", name)
            break
    if held:
        held[0].close()


def _tried(
    name: str, task: Callable[[], object], *, careless: bool = False, die: bool = False
) -> bool:
    """Do one thing, say how it went, and return whether it was done."""
    try:
        task()
    except Refusal as refusal:
        if not careless:
            say("refused", name, type(refusal).__name__)
            if die:  # as if it were killed by who saw the message
                os._exit(0)
            return False
    say("done", name)
    return True


def _tasks(
    place: Path, steps: int, held: list[Vault]
) -> Iterator[tuple[str, Callable[[], object]]]:
    """Yield what is done, each with the name under which it is spoken of."""
    yield ENTER, lambda: held.append(practice.enter(place))
    vault, clock, model = held[0], HandClock(), practice.after(BEGUN)
    for number in range(BEGUN + 1, BEGUN + steps + 1):
        one = practice.step(number, model)
        yield f"{one.kind} {number}", partial(practice.perform, vault, clock, one)
        practice.apply(one, model)
    found = header.read(place)[0]
    newer = header.Header(found.vault_id, found.generation + 1, found.slots)
    yield HEADER, lambda: header.write(place, newer)
    target = place.parent / "backup.xinxia"
    yield BACKUP, lambda: FolderKeeper().back_up(vault, target, replace=True)
    yield CLOSE, vault.close


def main(told: dict[str, Any]) -> int:
    """Make a child for every write that is to be refused."""
    os.environ["PYTHONHASHSEED"] = "0"
    base, prototype = Path(told["base"]), Path(told["prototype"])
    scratch = os.open(base / "scratch", os.O_RDWR | os.O_CREAT, 0o600)
    empty: dict[str, Callable[[], object]] = {
        "pwrite64": lambda: os.pwrite(scratch, b"", 0),
        "write": lambda: os.write(scratch, b""),
        "fdatasync": lambda: os.fdatasync(scratch),
        "fsync": lambda: os.fsync(scratch),
    }
    for refused in told["which"]:
        place = base / f"{refused}" / "vault"
        shutil.copytree(prototype, place)
        child = os.fork()
        if not child:
            code = 1
            try:
                for _ in range(told["when"] - refused):
                    empty[told["call"]]()
                say("begin", refused)
                die = refused % 2 == 0
                work(place, told["steps"], careless=told.get("careless", False), die=die)
                code = 0
            except BaseException:  # the child never comes back: it says here what it met
                traceback.print_exc()
                raise
            finally:
                os._exit(code)
        _, status = os.waitpid(child, 0)
        say("end", refused, os.waitstatus_to_exitcode(status))
    return 0


if __name__ == "__main__":
    sys.exit(main(json.loads(sys.argv[1])))
