"""A program of its own at work in a vault, to be recorded: `python -m tests.lab.worker JSON`.

It says on standard output what is done, after the service came back: from then on it must not be
lost. The protections can be taken away, to prove that the laboratory sees a loss.
"""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path

from storage import header
from storage.keeper import FolderKeeper
from tests.lab import practice
from tests.vault.fixtures import PASSWORD, HandClock, floor


def say(word: str, number: int = 0) -> None:
    """Say something in one write."""
    os.write(1, f"{word} {number}\n".encode("ascii"))


def write(place: Path, steps: int, synchronous: str) -> None:
    """Do steps in a vault and close it."""
    vault, clock, model = practice.enter(place), HandClock(), practice.Model()
    if synchronous:
        vault.connection.execute(f"PRAGMA synchronous = {synchronous}")
    for number in range(1, steps + 1):
        one = practice.step(number, model)
        practice.perform(vault, clock, one)
        practice.apply(one, model)
        say("done", number)
    vault.close()


def rewrite_header(place: Path, times: int) -> None:
    """Change between two ways in, as a change of password does."""
    found = header.read(place)[0]
    key = header.open_slot(found, header.PASSWORD, PASSWORD)
    assert key is not None
    recovery = found.slot(header.RECOVERY)
    slots = [header.password_slot(found.vault_id, key, PASSWORD, floor()) for _ in range(2)]
    for generation in range(2, times + 2):
        slot = slots[generation % 2]
        header.write(place, header.Header(found.vault_id, generation, (slot, recovery)))
        say("done", generation)


def back_up(place: Path, times: int) -> None:
    """Make a backup over the last one, after a step more each time."""
    vault, clock, model = practice.enter(place), HandClock(), practice.Model()
    for number in range(1, times + 1):
        one = practice.step(number, model)
        practice.perform(vault, clock, one)
        practice.apply(one, model)
        FolderKeeper().back_up(vault, place.parent / "backup.xinxia", replace=True)
        say("done", number)
    vault.close()


def _unsynced(fd: object) -> None:
    """Take the place of a sync."""


def main(told: dict[str, str]) -> int:
    """Do what was told."""
    place, count = Path(told["place"]), int(told["count"])
    if told.get("careless"):
        os.fsync = _unsynced
    match told["work"]:
        case "write":
            write(place, count, told.get("synchronous", ""))
        case "header":
            rewrite_header(place, count)
        case _:
            back_up(place, count)
    return 0


if __name__ == "__main__":
    sys.exit(main(json.loads(sys.argv[1])))
