"""A bit turns over, a file is cut, pages change places (promises 8, 9, 11, 13).

Every page of a vault's database, every bit of both headers, and the file of a recording.
"""

from __future__ import annotations

import json
import random
import shutil
import signal
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from sqlcipher3 import dbapi2

from app.domain.errors import Refusal
from app.services import health
from storage import backup, database, header
from storage.database import PAGE_BYTES
from storage.keeper import FolderKeeper
from tests.lab import practice, sounds
from tests.lab.killing import Pipe, killed
from tests.lab.places import folder
from tests.lab.result import Result
from tests.vault.fixtures import HandClock

if TYPE_CHECKING:
    from collections.abc import Iterator

_STEPS, _LONG_STEPS = 60, 400
_FLIPS, _LONG_FLIPS = 1, 2
_SWAPS = 30
_FRAMES = 24
Notice = Callable[[Path], bool]


def run(*, long: bool) -> Iterator[Result]:
    """Hurt a vault in every way."""
    with folder(in_memory=True) as base:
        place, raw_key = _vault(base, _LONG_STEPS if long else _STEPS)
        path = place / "vault.db"
        loose = _without_hmac(path, raw_key)

        def loosely(hurt: Path) -> bool:
            return _quick_check(hurt, raw_key)

        flips = _LONG_FLIPS if long else _FLIPS
        seen = len(_flips(loose, loosely, 1)[1])
        tries, missed = _flips(path, _noticed, flips)
        facts = {
            "pages": _pages(path),
            "missed": missed[:5],
            "without": "no HMAC on the pages",
            "bits_in_the_log_of_a_killed_program": _log(base),
        }
        yield Result(8, "a flipped bit in every page", tries, len(missed), seen, facts)

        tries, missed = _cuts_and_swaps(path, _noticed, every=1)
        seen = len(_cuts_and_swaps(path, lambda one: not _opens(one, raw_key), every=3)[1])
        facts = {
            "missed": missed[:5],
            "without": "the file is opened and not checked",
            "a_page_of_yesterday_is_noticed": _old_page(place, raw_key),
        }
        yield Result(9, "cut files and changed places", tries, len(missed), seen, facts)
        yield _headers(place)
        yield sounds.run(base, flips)


def _vault(base: Path, steps: int) -> tuple[Path, bytes]:
    """Make a vault with something in it; return it closed, and the key of its database."""
    place = practice.fresh(base / "vault")
    vault, _ = practice.begun(place, steps)
    raw_key = vault.raw_key()
    vault.close()
    return place, raw_key


def _noticed(path: Path) -> bool:
    """Return whether opening the vault of a database, or `verify`, says that something is wrong."""
    try:
        vault = practice.enter(path.parent)
    except Refusal:
        return True
    try:
        return bool(health.verify(vault, FolderKeeper()))
    finally:
        vault.close()


def _pages(path: Path) -> int:
    return path.stat().st_size // PAGE_BYTES


# --- bits --------------------------------------------------------------------------------------


def _flips(path: Path, noticed: Notice, each: int) -> tuple[int, list[str]]:
    """Turn over `each` random bits of every page in turn; return tries and what was missed."""
    chance = random.Random(8)
    missed = []
    for page in range(_pages(path)):
        for _ in range(each):
            bit = chance.randrange(PAGE_BYTES * 8)
            _turn(path, page * PAGE_BYTES * 8 + bit)
            if not noticed(path):
                missed.append(f"page {page + 1}, bit {bit}")
            _turn(path, page * PAGE_BYTES * 8 + bit)
    assert not noticed(path), "the file is not as it was"
    return _pages(path) * each, missed


def _turn(path: Path, bit: int) -> None:
    """Turn one bit over."""
    with path.open("rb+") as file:
        file.seek(bit // 8)
        (byte,) = file.read(1)
        file.seek(bit // 8)
        file.write(bytes([byte ^ 1 << bit % 8]))


def _without_hmac(path: Path, raw_key: bytes) -> Path:
    """Return a copy of a database whose pages carry no check of their own."""
    loose = path.with_name("loose.db")
    connection = database.connect(path, raw_key)
    try:
        key = f"\"x'{raw_key.hex()}'\""
        connection.execute(f"ATTACH DATABASE ? AS loose KEY {key}", (str(loose),))
        connection.execute("PRAGMA loose.cipher_use_hmac = OFF")
        connection.execute("SELECT sqlcipher_export('loose')").fetchall()
        connection.execute("DETACH DATABASE loose")
    finally:
        connection.close()
    return loose


def _quick_check(path: Path, raw_key: bytes) -> bool:
    """Return whether a database without HMACs is seen to be hurt."""
    connection = dbapi2.connect(str(path))
    try:
        connection.execute("PRAGMA cipher_log_level = NONE")
        connection.execute(f"PRAGMA key = \"x'{raw_key.hex()}'\"")
        connection.execute("PRAGMA cipher_use_hmac = OFF")
        return [row[0] for row in connection.execute("PRAGMA quick_check")] != ["ok"]
    except (database.Error, UnicodeDecodeError):
        return True
    finally:
        connection.close()


def _log(base: Path) -> dict[str, int]:
    """Turn over a bit in every frame of the log that a killed program left; a known limit.

    A frame that does not fit its checksum is to SQLite the end of the log. The opening notices
    where a later transaction stands behind it; the last one is as after a cut of the power.
    """
    chance = random.Random(88)
    place = practice.fresh(base / "killed")
    killed(lambda pipe: _leave_log(place, pipe), chance, 0.0)
    kept = base / "kept"
    every = range(32, (place / "vault.db-wal").stat().st_size, PAGE_BYTES + 24)
    frames = chance.sample(every, min(_FRAMES, len(every)))
    shorter = 0
    for frame in frames:
        shutil.copytree(place, kept)
        _turn(kept / "vault.db-wal", frame * 8 + chance.randrange((PAGE_BYTES + 24) * 8))
        shorter += not _noticed(kept / "vault.db") and bool(practice.reached(kept, 30)[1])
        shutil.rmtree(kept)
    return {"tries": len(frames), "end_of_the_log": shorter}


def _leave_log(place: Path, pipe: Pipe) -> None:
    vault, clock, model = practice.enter(place), HandClock(), practice.Model()
    for number in range(1, 31):
        one = practice.step(number, model)
        practice.perform(vault, clock, one)
        practice.apply(one, model)
    pipe.done(1)
    signal.pause()


# --- cuts and swaps ----------------------------------------------------------------------------


def _cuts_and_swaps(path: Path, noticed: Notice, every: int) -> tuple[int, list[str]]:
    """Cut the file at every page and inside, let pages change places and come from elsewhere."""
    whole = path.read_bytes()
    chance = random.Random(9)
    hurt = []
    for page in range(0, _pages(path), every):
        start = page * PAGE_BYTES
        inside = start + chance.randrange(1, PAGE_BYTES)
        hurt.append((f"cut before page {page + 1}", whole[:start]))
        hurt.append((f"cut inside page {page + 1}", whole[:inside]))
    pairs = [chance.sample(range(_pages(path)), 2) for _ in range(_SWAPS)]
    hurt += [_swapped(whole, *pair) for pair in pairs]
    missed = []
    for name, data in hurt:
        path.write_bytes(data)
        if not noticed(path):
            missed.append(name)
    path.write_bytes(whole)
    return len(hurt), missed


def _swapped(whole: bytes, one: int, other: int) -> tuple[str, bytes]:
    data = bytearray(whole)
    a, b = (
        slice(one * PAGE_BYTES, (one + 1) * PAGE_BYTES),
        slice(other * PAGE_BYTES, (other + 1) * PAGE_BYTES),
    )
    data[a], data[b] = whole[b], whole[a]
    return f"pages {one + 1} and {other + 1} changed places", bytes(data)


def _opens(path: Path, raw_key: bytes) -> bool:
    """Return whether a database opens, as far as opening looks."""
    try:
        database.connect(path, raw_key).close()
    except Refusal:
        return False
    return True


def _old_page(place: Path, raw_key: bytes) -> bool:
    """Return whether one page of an older state of the same file is noticed: a known limit."""
    path = place / "vault.db"
    whole = path.read_bytes()
    vault = practice.enter(place)
    practice.perform(vault, HandClock(), practice.Step("open", text="later"))
    vault.close()
    later = path.read_bytes()
    noticed = []
    for start in range(PAGE_BYTES, len(whole), PAGE_BYTES):
        page = slice(start, start + PAGE_BYTES)
        if whole[page] != later[page]:
            path.write_bytes(later[: page.start] + whole[page] + later[page.stop :])
            noticed.append(bool(backup.check(path, raw_key)))
    path.write_bytes(whole)
    return all(noticed)


# --- headers -----------------------------------------------------------------------------------


def _headers(place: Path) -> Result:
    """Turn over every bit of the header, and cut it at every byte; the copy must serve."""
    missed, tries = [], 0
    seen = 0
    path = place / header.NAME
    whole = path.read_bytes()
    good = header.read(place)[0].slots
    hurt = [(f"bit {bit}", bit) for bit in range(len(whole) * 8)]
    for name, bit in hurt:
        _turn(path, bit)
        found, from_copy = header.read(place)
        if not from_copy or found.slots != good:
            missed.append(name)
        seen += _loosely_read(path)
        _turn(path, bit)
    for cut in range(len(whole)):
        path.write_bytes(whole[:cut])
        if not header.read(place)[1]:
            missed.append(f"cut at {cut}")
    path.write_bytes(whole)
    tries = len(hurt) + len(whole)
    missed += _both_hurt(place)
    facts = {"bytes": len(whole), "missed": missed[:5], "without": "JSON is read and not checked"}
    return Result(13, "every bit of the header", tries, len(missed), seen, facts)


def _loosely_read(path: Path) -> bool:
    """Return whether a program that checks nothing would take the header."""
    try:
        json.loads(path.read_bytes())
    except ValueError:
        return False
    return True


def _both_hurt(place: Path) -> list[str]:
    """Say where a header was taken although it and its copy are hurt in the same way."""
    missed = []
    path, copy = place / header.NAME, place / header.COPY
    for bit in range(0, min(path.stat().st_size, copy.stat().st_size) * 8, 7):
        _turn(path, bit)
        _turn(copy, bit)
        try:
            header.read(place)
            missed.append(f"both, bit {bit}")
        except Refusal:
            pass
        _turn(path, bit)
        _turn(copy, bit)
    return missed
