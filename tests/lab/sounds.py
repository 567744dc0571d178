"""A recording with a turned bit, cut, gone, or no file at all (promise 11).

Each must be named by a check, by both kinds of backup and by a salvage, everything else must come
through, and a backup folder that has the recording from before must give it back whole.
"""

from __future__ import annotations

import os
import random
from functools import partial
from typing import TYPE_CHECKING

from app.domain.recording import NewRecording, RecordingKind
from app.services import health
from storage import recording_list
from storage.keeper import FolderKeeper
from storage.media import PAGE_BYTES
from storage.meter import nobody
from storage.vault import FolderDoor
from tests.lab import practice, spy
from tests.lab.result import Result
from tests.vault.fixtures import PASSWORD, HandClock, floor

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from app.domain.complaint import Complaint
    from storage.vault import Vault

_SIZE = 3 * PAGE_BYTES
_STEPS = 12
_KEEPER = FolderKeeper()


def run(base: Path, flips: int) -> Result:
    """Hurt one of two recordings in every way; `flips` bits in each page of it."""
    place = practice.fresh(base / "sounds")
    hurt = _furnish(place)
    wrong: list[str] = []
    whole, seen, tries = hurt.read_bytes(), 0, 0
    drive = base / "sounds-drive"
    _backed_up(place, drive)
    for name, harm in _harms(whole, flips):
        _clear(hurt)
        harm(hurt)
        tries += 1
        seen += not _looked(place)
        wrong += [f"{name}: {one}" for one in _unnamed(base, place, drive)]
        wrong += [f"{name}: not given back"] if _given_back(base, drive, hurt) != whole else []
    facts = {"missed": wrong[:5], "without": "names and sizes are looked at and no digest"}
    return Result(11, "recordings that are hurt", tries, len(wrong), seen, facts)


def _furnish(place: Path) -> Path:
    """Put notes and two recordings into a vault; return the file of the first."""
    vault, clock = practice.begun(place, _STEPS)
    for number in range(2):
        record(vault, clock, number)
    names = {number: name for name, number in vault.recordings.files().items()}
    vault.close()
    return place / "media" / names[min(names)]


def record(vault: Vault, clock: HandClock, number: int, size: int = _SIZE) -> None:
    """Store a recording of a case, one with a note if there is: no step removes such a case.

    Its sound follows from its number.
    """
    counts = vault.notes.counts()
    case = next((one for one in counts if counts[one].notes), vault.cases.all()[0].id)
    writer = vault.recordings.begin(clock.now())
    writer.write(random.Random(number).randbytes(size))
    writer.finish()
    new = NewRecording(case, RecordingKind.AUDIO, "audio/wav", clock.now())
    vault.recordings.keep(writer, new, clock.now())


def _harms(whole: bytes, flips: int) -> Iterator[tuple[str, Callable[[Path], object]]]:
    """Yield every way to hurt a file, by name."""
    chance = random.Random(11)
    for page in range(len(whole) // PAGE_BYTES):
        for _ in range(flips):
            bit = chance.randrange(PAGE_BYTES * 8) + page * PAGE_BYTES * 8
            data = bytearray(whole)
            data[bit // 8] ^= 1 << bit % 8
            yield f"bit {bit}", partial(_write, bytes(data))
    for size in (0, 1, PAGE_BYTES, len(whole) - PAGE_BYTES, len(whole) - 1):
        yield f"cut to {size}", partial(_write, whole[:size])
    yield "gone", lambda _path: None
    yield "a folder", lambda path: path.mkdir()
    yield "a pipe", os.mkfifo
    yield "a link", lambda path: path.symlink_to("/etc/hostname")


def _write(data: bytes, path: Path) -> None:
    path.write_bytes(data)


def _clear(path: Path) -> None:
    """Remove whatever stands under a name."""
    if path.is_dir() and not path.is_symlink():
        path.rmdir()
    else:
        path.unlink(missing_ok=True)


def _looked(place: Path) -> bool:
    """Return whether a look at names and sizes alone notices."""
    vault = practice.enter(place)
    try:
        return bool(recording_list.look(place / "media", recording_list.read(vault.connection)))
    finally:
        vault.close()


def _backed_up(place: Path, drive: Path) -> list[int]:
    """Add a generation; return the recordings that it calls hurt and has whole."""
    vault = practice.enter(place)
    lease = _KEEPER.lease(vault)
    try:
        folder = _KEEPER.adopt(lease, drive)
        made = _KEEPER.back_up_folder(lease, folder, HandClock().now(), nobody)
        return [one.recording for one in made.differs if one.kept]
    finally:
        lease.end()
        vault.close()


def _unnamed(base: Path, place: Path, drive: Path) -> list[str]:
    """Say who did not name the first recording, and it alone."""
    found = {"folder": _backed_up(place, drive)}
    vault = practice.enter(place)
    try:
        found["check"] = _numbers(health.begin(vault, _KEEPER).recordings.run(nobody))
        found["file"] = _file(vault, base / "sounds.backup")
    finally:
        vault.close()
    saved = base / "sounds-saved"
    door = FolderDoor(HandClock(), floor)
    found["salvage"] = _numbers(door.salvage(place, PASSWORD, saved).lost)
    wrong = [name for name, numbers in found.items() if numbers != [1]]
    wrong += practice.reached(saved, _STEPS, pages=False)[1]
    spy.remove(saved)
    return wrong


def _file(vault: Vault, target: Path) -> list[int]:
    """Write a portable backup; return the recordings that it lacks."""
    lease = _KEEPER.lease(vault)
    try:
        made = _KEEPER.back_up_file(lease, target, nobody, replace=True)
    finally:
        lease.end()
    return [one.recording for one in made.differs]


def _numbers(complaints: list[Complaint] | tuple[Complaint, ...]) -> list[int]:
    return [one.number or 0 for one in complaints]


def _given_back(base: Path, drive: Path, hurt: Path) -> bytes:
    """Return the hurt recording as the newest generation has it."""
    back = base / "sounds-back"
    _KEEPER.restore_from(drive, back, nobody)
    data = (back / "media" / hurt.name).read_bytes()
    spy.remove(back)
    return data
