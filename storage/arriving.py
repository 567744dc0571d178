"""Lets what is made take its place in one step: first beside it, and never inside a vault.

Each work has a room of its own there, of a random name, and holds it by a lock of the system. Two
programs that make the same place never write into one room; what a killed one left goes with the
next work beside it, because nobody holds it any more.
"""

from __future__ import annotations

import os
import shutil
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING, Final

from app.domain.errors import BackupInsideVault, FileTaken, NotWritable, PlaceTaken
from storage import files, header, holding, regular

if TYPE_CHECKING:
    from collections.abc import Iterator

HELD: Final = "held"
ROOM: Final = "room"


@contextmanager
def arriving(place: Path) -> Iterator[Path]:
    """Give a folder to fill, which takes the name `place` in one step once all of it is synced.

    `place` is absent or empty and in no vault, else `PlaceTaken` or `BackupInsideVault` is raised;
    of two that fill the same place the later is refused so. A disk's refusals are those of
    `files.refusing`. What fails leaves nothing.
    """
    with files.refusing():
        outside_vaults(place.parent)
        if _taken(place):
            raise PlaceTaken
        place.parent.mkdir(parents=True, exist_ok=True)
        with room_beside(place) as room:
            yield room
            files.sync_tree(room)
            _name(room, place)
            files.sync_folder(place.parent)


@contextmanager
def room_beside(target: Path) -> Iterator[Path]:
    """Give an empty private folder of one's own beside `target`; what is left in it goes after all.

    Raises OSError of the disk.
    """
    _sweep(target.parent)
    around = files.part_beside(target)
    around.mkdir(mode=0o700)
    try:
        with holding.open_private(around / HELD) as held:
            holding.take(held)  # where the disk knows no locks nobody sweeps, either
            room = around / ROOM
            try:
                # Made under the lock: a room that nobody holds is one that somebody left.
                room.mkdir(mode=0o700)
                yield room
            finally:
                shutil.rmtree(room, ignore_errors=True)
    finally:
        shutil.rmtree(around, ignore_errors=True)


def outside_vaults(place: Path) -> None:
    """Raise `BackupInsideVault` where a place is a vault's folder, or lies in one, or would.

    Whoever deletes, moves or copies that vault would not know what lies in it; and into the folder
    of a damaged one nothing must be written.
    """
    found = Path(os.path.realpath(place))  # `resolve` raises for links that lead in a circle
    for one in (found, *found.parents):
        if regular.is_file(one / header.NAME) or regular.is_file(one / header.COPY):
            raise BackupInsideVault


def check_target(target: Path, *, replace: bool) -> None:
    """Raise `BackupInsideVault` or `FileTaken` where one file must not be written.

    A file that stands there may go with `replace`; for a folder `NotWritable` is raised.
    """
    outside_vaults(target)
    if target.is_dir():
        raise NotWritable
    if not replace and (target.exists() or target.is_symlink()):
        raise FileTaken


def _taken(place: Path) -> bool:
    """Return whether something is in a place already."""
    return place.exists() and any(place.iterdir())


def _name(room: Path, place: Path) -> None:
    """Give a room the name of its place; raise `PlaceTaken` where somebody came first."""
    try:
        if place.exists():
            place.rmdir()
        room.replace(place)
    except OSError as error:
        with suppress(OSError):
            if _taken(place):
                raise PlaceTaken from error
        raise


def _sweep(folder: Path) -> None:
    """Remove what killed works left in a folder; nothing that is held, nor anybody else's."""
    with suppress(OSError):
        for one in files.parts_in(folder):
            if (one / ROOM).is_dir():
                _remove_unheld(one)


def _remove_unheld(around: Path) -> None:
    """Remove a room that nobody holds, with what is around it."""
    if not regular.is_file(around / HELD):
        return
    with holding.open_private(around / HELD) as held:
        if not holding.take(held):
            return
        shutil.rmtree(around / ROOM, ignore_errors=True)
    shutil.rmtree(around, ignore_errors=True)
