"""Wrong passwords, forged headers, clocks that jump, two programs at once (promises 6, 7, 21, 22).

Argon2id costs a tenth of a second even at its floor: every twentieth try is made with it, the
others with a quick derivation in its place. Header, slots, tags, pause and files are real.
"""

from __future__ import annotations

import fcntl
import hashlib
import os
import random
import resource
import signal
import time
from contextlib import contextmanager
from dataclasses import replace
from datetime import timedelta
from functools import partial
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING

from app.domain.errors import Refusal, TooManyTries, VaultBusy, WrongPassword
from app.domain.ids import CaseId
from storage import header, keys
from storage.tries import Tries
from storage.vault import FolderDoor, Vault
from tests.lab import practice
from tests.lab.places import folder
from tests.lab.result import Result
from tests.vault.fixtures import PASSWORD, RECOVERY_TEXT, HandClock, floor

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

TRIES, LONG_TRIES = 200, 10_000
_REAL = 20
_FREE = 2
_STARTS, _LONG_STARTS = 12, 60
_JUMPS, _LONG_JUMPS = 200, 2000
_DAY = 86_400.0
_MOST_MIB = 200
_MOST_SECONDS = 2.0


def run(*, long: bool) -> Iterator[Result]:
    """Guess, forge, set the clock, start twice."""
    yield _guessing(LONG_TRIES if long else TRIES)
    yield _forged()
    yield _jumping(_LONG_JUMPS if long else _JUMPS)
    yield _twice(_LONG_STARTS if long else _STARTS)


# --- guessing ----------------------------------------------------------------------------------


def _guessing(times: int) -> Result:
    with folder(in_memory=True) as base:
        place = practice.fresh(base / "vault")
        wrong = _guess(place, times)
        with _replaced(Tries, "_write", lambda *_: None):
            seen = len(_guess(practice.fresh(base / "loose"), TRIES // 4))
    facts = {
        "wrong": wrong[:5],
        "with_argon2id_at_its_floor": times // _REAL,
        "without": "tries are not written down",
    }
    return Result(22, "wrong passwords", times, len(wrong), seen, facts)


def _guess(place: Path, times: int) -> list[str]:
    """Guess so many times, with restarts and set clocks between; say what did not hold."""
    clock, chance = HandClock(), random.Random(22)
    before, wrong, pause = _digests(place), [], 0.0
    handles = _handles()
    for number in range(times):
        with _derivation(real=number % _REAL == 0):
            _meddle(clock, chance)
            wrong += [f"try {number}: {one}" for one in _one_guess(place, clock, pause, number)]
            pause = FolderDoor(clock).wait_left(place)
    clock.pass_(FolderDoor(clock).wait_left(place) + 1e-3)
    if _digests(place) != before:
        wrong.append("the vault was changed by guessing")
    if _refused(place, clock, PASSWORD, Refusal):
        wrong.append("the right password does not open")
    if _handles() > handles:
        wrong.append("files stay open")
    return wrong


def _one_guess(place: Path, clock: HandClock, pause: float, number: int) -> Iterator[str]:
    """Wait as long as it takes and guess once; say what did not hold."""
    if FolderDoor(clock).wait_left(place) + 1e-6 < pause:
        yield "the pause became shorter"
    # The right one must not even be tried while the pause lasts.
    if pause and not _refused(place, clock, PASSWORD, TooManyTries):
        yield "the pause is not kept"
    clock.pass_(FolderDoor(clock).wait_left(place) + 1e-3)
    if not _refused(place, clock, f"错的 {number}", WrongPassword):
        yield "a wrong password was not called one"
    if number >= _FREE and not FolderDoor(clock).wait_left(place):
        yield "no pause follows"


def _handles() -> int:
    """Return how many files this process has open."""
    return sum(1 for _ in Path("/proc/self/fd").iterdir())


def _meddle(clock: HandClock, chance: random.Random) -> None:
    """Set the clock by a day or by ten years, or start the computer anew; or nothing."""
    event = chance.randrange(4)
    if event == 0:
        clock.at -= timedelta(days=1)
    elif event == 1:
        clock.at += timedelta(days=3652) if clock.at.year < 3000 else -timedelta(days=300_000)
    elif event == 2:
        clock.boot, clock.running = f"boot {chance.random()}", 1.0


def _refused(place: Path, clock: HandClock, password: str, expected: type[Refusal]) -> bool:
    """Try a password; return whether it was refused as expected. A new door, as after a start."""
    try:
        FolderDoor(clock, floor).open(place, password).vault.close()
    except expected:
        return True
    except Refusal:
        return False
    return False


def _digests(place: Path) -> dict[str, str]:
    """Return what the files of a vault hold that guessing must not touch."""
    return {
        name: hashlib.sha256((place / name).read_bytes()).hexdigest()
        for name in ("vault.db", header.NAME, header.COPY)
    }


@contextmanager
def _derivation(*, real: bool) -> Iterator[None]:
    """Put something quick in the place of Argon2id; the right password stays the right one."""
    slow = keys.derive
    known: dict[tuple[str, bytes], bytes] = _KNOWN

    def quick(password: str, salt: bytes, parameters: keys.Argon2Parameters) -> bytes:
        if password != PASSWORD:
            return hashlib.sha256(password.encode() + salt).digest()
        if (password, salt) not in known:
            known[password, salt] = slow(password, salt, parameters)
        return known[password, salt]

    with _replaced(keys, "derive", slow if real else quick):
        yield


_KNOWN: dict[tuple[str, bytes], bytes] = {}


@contextmanager
def _replaced(owner: object, name: str, value: object) -> Iterator[None]:
    """Put something in the place of a part, and the part back."""
    before = getattr(owner, name)
    setattr(owner, name, value)
    try:
        yield
    finally:
        setattr(owner, name, before)


# --- forged headers ----------------------------------------------------------------------------

_NUMBERS = (-1, 0, 1, 8, 65_535, 65_536, 2**21, 2**21 + 1, 2**31, 2**32, 2**42, 2**63, 2**64)


def _forged() -> Result:
    with folder(in_memory=True) as base:
        place = practice.fresh(base / "vault")
        tries, wrong = _forge(place, _NUMBERS)
        with _replaced(keys.Argon2Parameters, "check", lambda _self: None):
            seen = len(_forge(place, (8, 1))[1])
    facts = {"wrong": wrong[:5], "without": "the parameters are not checked"}
    return Result(21, "forged parameters of a header", tries, len(wrong), seen, facts)


def _forge(place: Path, numbers: tuple[int, ...]) -> tuple[int, list[str]]:
    """Open with every forged memory, number of passes and of lanes."""
    good = header.read(place)[0]
    slot, recovery = good.slot(header.PASSWORD), good.slot(header.RECOVERY)
    wrong, tries = [], 0
    for name in ("memory_kib", "iterations", "lanes"):
        for number in numbers:
            argon2 = replace(floor(), **{name: number})
            if argon2 == floor() or _allowed(argon2):
                continue
            forged = replace(slot, argon2=argon2)
            header.write(place, header.Header(good.vault_id, 2, (forged, recovery)))
            tries += 1
            wrong += [f"{name} {number}: {one}" for one in _opening(place)]
    header.write(place, good)
    return tries, wrong


def _allowed(argon2: keys.Argon2Parameters) -> bool:
    """Return whether a vault could have been made with these: then the tag refuses, after work."""
    return (
        keys.FLOOR_MEMORY_KIB <= argon2.memory_kib <= keys.CEILING_MEMORY_KIB
        and keys.FLOOR_ITERATIONS <= argon2.iterations <= keys.CEILING_ITERATIONS
        and 1 <= argon2.lanes <= keys.CEILING_LANES
    )


def _opening(place: Path) -> list[str]:
    """Open with the right password; say what was not refused at once and cheaply."""
    began, before = time.monotonic(), resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    try:
        FolderDoor(HandClock(), floor).open(place, PASSWORD).vault.close()
        wrong = ["it opens"]
    except (WrongPassword, TooManyTries) as refusal:
        wrong = [f"called {type(refusal).__name__}"]
    except Refusal:
        wrong = []
    except (ValueError, OverflowError, MemoryError, TypeError) as error:
        wrong = [f"no refusal but {type(error).__name__}"]
    (place / "vault.tries").unlink(missing_ok=True)
    grown = (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) / 1024
    if grown > _MOST_MIB or time.monotonic() - began > _MOST_SECONDS:
        wrong.append(f"{grown:.0f} MiB, {time.monotonic() - began:.1f} s")
    return wrong


# --- clocks that jump --------------------------------------------------------------------------


def _jumping(steps: int) -> Result:
    """Work while the clock goes back a day and forward ten years; nothing may change places."""
    with folder(in_memory=True) as base:
        place = practice.fresh(base / "vault")
        vault, clock, model = practice.enter(place), HandClock(), practice.Model()
        chance = random.Random(7)
        for number in range(1, steps + 1):
            _meddle(clock, chance)
            one = practice.step(number, model)
            practice.perform(vault, clock, one)
            practice.apply(one, model)
        order, by_clock = _orders(vault, model)
        vault.close()
        wrong = practice.reached(place, steps)[1] + order
    facts = {"wrong": wrong[:5], "without": "the clock says what came first"}
    return Result(7, "clocks that jump", steps, len(wrong), by_clock, facts)


def _orders(vault: Vault, model: practice.Model) -> tuple[list[str], int]:
    """Say where notes lost their order; count the neighbours whose order a clock would turn."""
    wrong, turned = [], 0
    for case in model.cases:
        found = vault.notes.facts_of_case(CaseId(case))
        ids = [one.id for one in found]
        if ids != sorted(ids):
            wrong.append(f"the notes of case {case} changed places")
        times = [vault.notes.get(one).created_at for one in ids]
        turned += sum(later < earlier for earlier, later in pairwise(times))
    lines = [one.id for one in vault.audit.entries(10**6)]
    if lines != sorted(lines, reverse=True):
        wrong.append("the trail changed its order")
    return wrong, turned


# --- two programs ------------------------------------------------------------------------------


def _twice(starts: int) -> Result:
    """Start a second program on a vault that is held, by other paths too; then kill the first."""
    with folder(in_memory=True) as base:
        place = practice.fresh(base / "vault")
        wrong = _second_starts(base, place, starts)
        with _replaced(fcntl, "flock", lambda *_: None):
            seen = len(_second_starts(base, place, 2))
    facts = {"wrong": wrong[:5], "without": "nobody locks the folder"}
    return Result(6, "two programs on one vault", starts, len(wrong), seen, facts)


def _second_starts(base: Path, place: Path, starts: int) -> list[str]:
    wrong: list[str] = []
    link = base / "link"
    if not link.is_symlink():
        link.symlink_to(place, target_is_directory=True)
    for number in range(starts):
        path = (place, link, base / "." / "vault")[number % 3]
        wrong += _held_by_another(place, partial(_second, path))
        try:
            practice.enter(place).close()
        except Refusal as refusal:
            wrong.append(f"after the first was killed: {type(refusal).__name__}")
    return wrong


def _held_by_another(place: Path, then: Callable[[], list[str]]) -> list[str]:
    """Let a child hold the vault and write, do something, kill the child."""
    reading, writing = os.pipe()
    child = os.fork()
    if not child:
        try:
            vault = practice.enter(place)
            practice.perform(vault, HandClock(), practice.Step("open", text="canary"))
            os.write(writing, b"!")
            signal.pause()
        finally:
            os._exit(0)
    os.close(writing)
    try:
        os.read(reading, 1)
        return then()
    finally:
        os.close(reading)
        os.kill(child, 9)
        os.waitpid(child, 0)


def _second(path: Path) -> list[str]:
    """Open what another holds."""
    try:
        FolderDoor(HandClock(), floor).open_with_recovery(path, RECOVERY_TEXT).vault.close()
    except VaultBusy as refusal:
        return [] if refusal.holder else ["nobody is named"]
    except Refusal as refusal:
        return [type(refusal).__name__]
    return ["two programs write"]
