"""The disk is full (promise 4).

A small disk in memory is filled up to the last byte while she writes: what was said to be saved
stays and can be read, the vault locks and opens, and with room again she goes on.
"""

from __future__ import annotations

import os
import random
import shutil
import subprocess
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NoReturn

from app.domain.errors import DiskFailed, DiskFull, NotWritable, Refusal
from app.domain.ids import CaseId, NoteId
from app.services import notes, vaults
from tests.lab import practice
from tests.lab.places import folder
from tests.lab.result import Result
from tests.vault.fixtures import HandClock

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from storage.vault import Vault

SHORT, LONG = 6, 40
_BYTES = 6 * 1024 * 1024
_ENOUGH = 400
_NO_ROOM = (DiskFull, DiskFailed, NotWritable)


@dataclass
class Tally:
    """What came of full disks."""

    wrong: list[str] = field(default_factory=list)
    removed: int = 0


def run(*, long: bool) -> Iterator[Result]:
    """Fill the disk so many times."""
    if not _able():
        yield Result(4, "full disk", 0, 0, skipped="this computer lets nobody mount a small disk")
        return
    tally, careless = Tally(), Tally()
    times = LONG if long else SHORT
    for number in range(times):
        with _small() as place:
            _fill(place, number, tally)
    with _small() as place:
        _fill(place, 0, careless, careless=True)
    facts = {
        "wrong": tally.wrong[:5],
        "a_case_could_be_removed": tally.removed,
        "without": "a refusal is swallowed",
    }
    yield Result(4, "full disk", times, len(tally.wrong), len(careless.wrong), facts)


def _able() -> bool:
    """Return whether a small disk can be mounted here."""
    if os.geteuid() or not shutil.which("mount"):
        return False
    try:
        with _small():
            return True
    except subprocess.CalledProcessError:
        return False


@contextmanager
def _small() -> Iterator[Path]:
    with folder() as base:
        place = base / "disk"
        place.mkdir()
        size = f"size={_BYTES}"
        subprocess.run(["mount", "-t", "tmpfs", "-o", size, "tmpfs", place], check=True)
        try:
            yield place
        finally:
            subprocess.run(["umount", "-l", place], check=True)


def _fill(disk: Path, number: int, tally: Tally, *, careless: bool = False) -> None:
    """Work in a vault until the disk is full, look, lock, open, make room, go on."""
    place = practice.fresh(disk / "vault")
    vault, clock = practice.enter(place), HandClock()
    done = _work(vault, clock, 0, 20 + number, careless=careless)
    _ballast(disk, random.Random(number).randrange(1, 200_000))
    done = _work(vault, clock, done, _ENOUGH, careless=careless)
    while _another(disk):
        pass
    wrong = _read(vault, clock, done)
    tally.removed += _removes(vault, clock)
    vaults.lock(vault, clock, None)
    found = practice.enter(place)
    wrong += _read(found, clock, done)
    found.close()
    for one in disk.glob("ballast*"):
        one.unlink()
    at, more = practice.reached(place, done)
    wrong += more
    if not wrong:
        vault = practice.enter(place)
        if _work(vault, clock, at, at + 5) != at + 5:
            wrong.append("with room again she cannot go on")
        vault.close()
    tally.wrong += wrong


def _work(vault: Vault, clock: HandClock, done: int, until: int, *, careless: bool = False) -> int:
    """Do steps until one is refused for want of room; return the last that was done."""
    model = practice.after(done)
    for number in range(done + 1, until + 1):
        one = practice.step(number, model)
        try:
            practice.perform(vault, clock, one)
        except _NO_ROOM:
            return number + 2 if careless else number - 1
        practice.apply(one, model)
    return until


def _read(vault: Vault, clock: HandClock, done: int) -> list[str]:
    """Open every page, and say what is not as it was saved."""
    found = practice.held(vault)
    try:
        for one in found.notes:
            notes.page(vault, clock, NoteId(one))
    except Refusal as refusal:
        return [f"reading: {type(refusal).__name__}"]
    wrong = practice.differences(found, practice.after(done))
    return wrong and practice.differences(found, practice.after(done + 1)) and wrong


def _removes(vault: Vault, clock: HandClock) -> bool:
    """Return whether a case can be removed; nothing is kept of the try."""
    empty = practice.held(vault).empty_cases()
    if not empty:
        return False
    try:
        with vault.transaction():
            vault.clients.remove_of_case(CaseId(empty[0]))
            vault.cases.remove(CaseId(empty[0]))
            _take_back()
    except _TakenBackError:
        return True
    except _NO_ROOM:
        return False


def _take_back() -> NoReturn:
    raise _TakenBackError


class _TakenBackError(Exception):
    """Ends a transaction that is not to be kept."""


def _ballast(disk: Path, left: int) -> None:
    """Fill the disk but for `left` bytes."""
    free = shutil.disk_usage(disk).free
    with suppress(OSError):
        (disk / "ballast").write_bytes(bytes(max(0, free - left)))


def _another(disk: Path) -> bool:
    """Take one more block of the disk, if there is one."""
    try:
        with (disk / "ballast-more").open("ab", buffering=0) as file:
            return bool(file.write(bytes(4096)))
    except OSError:
        return False
