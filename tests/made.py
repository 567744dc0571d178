"""A vault that is made once for many tests: each opens a copy of its own, which costs no Argon2.

The vault and its keys are real. What a password is derived into is worked out once for the same
password, salt and parameters, and remembered within the process: it cannot come out otherwise.
"""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from app.services import vaults
from storage import keys
from storage.vault import FolderDoor

if TYPE_CHECKING:
    from pathlib import Path

    from app.ports import Clock, Opened

PASSWORD = "晴天下的一只旧木箱"
derive = cache(keys.derive)


@dataclass(frozen=True)
class MadeVault:
    """A closed vault without a case, and its recovery key; nobody opens it, everybody copies it."""

    place: Path
    recovery: tuple[str, ...]

    def open_copy(self, door: FolderDoor, place: Path) -> Opened:
        """Copy it to `place` and open the copy with the recovery key."""
        shutil.copytree(self.place, place)
        return door.open_with_recovery(place, "-".join(self.recovery))


def make(place: Path, clock: Clock) -> MadeVault:
    """Make a vault as the program does, and close it."""
    door = FolderDoor(clock, lambda: keys.FLOOR)
    recovery = tuple(door.new_recovery_key())
    vaults.create(door, clock, place, PASSWORD, recovery).vault.close()
    return MadeVault(place, recovery)
