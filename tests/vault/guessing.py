"""Guessing at the real door, by a clock set by hand: the long form is for the laboratory.

`guess(place, 10_000)` takes the derivation times ten thousand (Argon2id at its floor: about half
an hour); the suite takes a few.
"""

from __future__ import annotations

from app.domain.errors import TooManyTries, WrongPassword
from app.domain.pause import pause_after
from storage.vault import FolderDoor
from tests.vault.fixtures import PASSWORD, HandClock, floor


def guess(place, times):
    """Try wrong passwords, each by a program started anew; return what a line of JSON says of it.

    A failure is a wrong password that opened, a pause that was shorter than it must be or could be
    passed by the right password, a byte of the vault that changed, or a right password that did
    not open at the end.
    """
    clock, failures = HandClock(), 0
    before = _bytes(place)
    began = clock.running
    for number in range(1, times + 1):
        failures += _opens(FolderDoor(clock, floor), place, f"wrong password {number}")
        left = FolderDoor(clock, floor).wait_left(place)
        failures += left != pause_after(number)
        if left:
            clock.pass_(left - 0.01)
            clock.at = clock.at.replace(year=2036 if number % 2 else 2016)  # and somebody sets it
            failures += _opens(FolderDoor(clock, floor), place, PASSWORD)
            clock.pass_(0.02)
    failures += _bytes(place) != before
    failures += not _opens(FolderDoor(clock, floor), place, PASSWORD)
    waited = round(clock.running - began)
    return {"promise": 22, "tries": times, "failures": failures, "waited_seconds": waited}


def _opens(door, place, word):
    try:
        door.open(place, word).vault.close()
    except (WrongPassword, TooManyTries):
        return False
    return True


def _bytes(place):
    return [
        (place / name).read_bytes() for name in ("vault.header", "vault.header.bak", "vault.db")
    ]
