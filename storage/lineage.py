"""Which generations of a backup folder this copy of a vault made, or was told to go on from.

A restored, salvaged or rolled-back copy has the id, the key and the plan of the vault that it came
from. What tells them apart lies beside the database and in no backup: the id of a lineage, and the
seals of the generations that it knows. Without it nothing is backed up into a folder that holds
generations before somebody chose that folder.
"""

from __future__ import annotations

import json
import secrets
from contextlib import suppress
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from app.domain.errors import DiskFull
from storage import files

if TYPE_CHECKING:
    from pathlib import Path

NAME: Final = "vault.lineage"
_KNOWN: Final = 64
_LARGEST: Final = 64 * 1024


@dataclass(frozen=True)
class Lineage:
    """The id of a lineage, and the seals of the newest generations that it knows."""

    ident: str
    known: tuple[str, ...] = ()

    def knowing(self, seal: str) -> Lineage:
        """Return the lineage once it knows one generation more."""
        others = tuple(one for one in self.known if one != seal)
        return replace(self, known=(*others, seal)[-_KNOWN:])


def read(folder: Path) -> Lineage:
    """Return the lineage of the vault in `folder`: a new one, knowing nothing, where none is."""
    with suppress(OSError, ValueError, KeyError, TypeError):
        with (folder / NAME).open("rb") as file:
            said = json.loads(file.read(_LARGEST))
        return Lineage(str(said["lineage"]), tuple(str(one) for one in said["known"]))
    return Lineage(secrets.token_hex(16))


def keep(folder: Path, lineage: Lineage) -> None:
    """Write the lineage down; raises `NotWritable`, `DiskFailed`.

    A full disk does not stop a backup onto another one: the next is then refused until the folder
    is chosen again, and loses nothing.
    """
    said = {"lineage": lineage.ident, "known": lineage.known}
    with suppress(DiskFull):
        files.write_private(folder / NAME, json.dumps(said).encode())
