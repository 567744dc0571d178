"""Which generations of a backup folder this copy of a vault made, or was told to go on from.

A restored, salvaged or rolled-back copy has the id, the key and the plan of the vault that it came
from. What tells them apart lies beside the database and in no backup: the id of a lineage, and the
seals of the generations that it knows. Without it nothing is backed up into a folder that holds
generations before somebody chose that folder.

Whoever copies the vault's whole folder copies this, too. So it says for which folder it was made:
its path, the number that the file system gives to it, and that of the file system. A folder that
was renamed has both numbers. One that has the path alone is a copy at the path of the original (on
another computer, say), or one brought back, or on a disk that numbers anew whenever it is mounted
(FAT under Linux): it goes on, under an id of its own, so that what is there stays for good. Where
neither holds, it is the record of another copy and counts for nothing. Where even path and number
are the same, what parts the two is `parted`.
"""

from __future__ import annotations

import json
import secrets
from contextlib import suppress
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, Final

from app.domain.errors import DiskFull
from storage import beside, files, times

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime
    from pathlib import Path

NAME: Final = "vault.lineage"
_KNOWN: Final = 512
_MADE: Final = 32
_MOST: Final = 1_000_000_000  # the number of a generation: the file bears no seal


@dataclass(frozen=True)
class Lineage:
    """The id of a lineage, and the seals of the newest generations that it knows.

    `accepted` is the seal of the newest generation that was there when she chose its folder: from
    that one the vault goes on, whether its database knows what is in it or not. `made` are the last
    backups: the number in the folder, 0 for one file, and when it was begun; see `unwritten`.
    """

    ident: str
    known: tuple[str, ...] = ()
    accepted: str = ""
    made: tuple[tuple[int, str], ...] = ()

    def knowing(self, seal: str) -> Lineage:
        """Return the lineage once it knows one generation more."""
        others = tuple(one for one in self.known if one != seal)
        return replace(self, known=(*others, seal)[-_KNOWN:])

    def having_made(self, number: int, at: datetime) -> Lineage:
        """Return the lineage once a backup is about to take its name: number (0: a file), begun."""
        return replace(self, made=(*self.made, (number, times.to_text(at)))[-_MADE:])

    def accepting(self, seal: str) -> Lineage:
        """Return the lineage once she chose to go on from one generation."""
        return replace(self.knowing(seal), accepted=seal)

    def parted(self, made: Iterable[tuple[str, str]]) -> Lineage:
        """Return a new lineage where another copy of the vault goes on under this one, else this.

        `made` are lineage and seal of generations. One that bears this lineage and is not known
        here was made by a copy that took this record along: under an id of its own this vault lets
        none of that one's generations go. What is known stays known.
        """
        if any(ident == self.ident and seal not in self.known for ident, seal in made):
            return replace(self, ident=_fresh())
        return self


def read(folder: Path) -> Lineage:
    """Return the lineage of the vault in `folder`: a new one, knowing nothing, where none is."""
    with suppress(*beside.UNSAID):
        said = beside.json_of(folder / NAME)
        known = tuple(str(one) for one in said["known"])
        accepted = str(said.get("accepted", ""))
        written = Lineage(str(said["lineage"]), known, accepted, _made(said))
        return _here(written, tuple(said["folder"]), _place(folder))
    return Lineage(_fresh())


def made(folder: Path) -> tuple[tuple[int, str], ...]:
    """Return the last backups of a vault: number in the folder (0: a file) and when it was begun.

    They are as true of a vault that was moved or copied, since its database went along.
    """
    with suppress(*beside.UNSAID):
        return _made(beside.json_of(folder / NAME))
    return ()


def _made(said: dict[str, Any]) -> tuple[tuple[int, str], ...]:
    """Return the backups that a record speaks of; raises what stands in `beside.MALFORMED`."""
    found = tuple((int(number), str(at)) for number, at in said.get("made", ()))
    for number, at in found:
        times.of_anybody(at)
        if not 0 <= number <= _MOST:
            raise ValueError(number)
    return found


def _here(written: Lineage, there: tuple[str | int, ...], here: tuple[str, int, int]) -> Lineage:
    """Return what a record that was written for the folder `there` means in the folder `here`.

    The number of a file system may be another after each start of the computer: where path and
    number of the folder are the same, it is not asked.
    """
    path, number, _ = here
    if there[:2] == here[:2] or (number and there[1:] == here[1:]):
        return written
    if there[:1] == (path,):
        return replace(written, ident=_fresh())
    return Lineage(_fresh(), made=written.made)


def _fresh() -> str:
    """Return an id that no other lineage has."""
    return secrets.token_hex(16)


def _place(folder: Path) -> tuple[str, int, int]:
    """Return the path of a folder, its number on its file system, and that one's number."""
    found = folder.stat()
    return str(folder.resolve()), found.st_ino, found.st_dev


def keep(folder: Path, lineage: Lineage) -> None:
    """Write the lineage down; raises `NotWritable`, `DiskFailed`.

    A full disk does not stop a backup onto another one: the next is then refused until the folder
    is chosen again, and loses nothing.
    """
    said = {
        "lineage": lineage.ident,
        "known": lineage.known,
        "accepted": lineage.accepted,
        "made": lineage.made,
        "folder": _place(folder),
    }
    with suppress(DiskFull):
        files.write_private(folder / NAME, json.dumps(said).encode())
