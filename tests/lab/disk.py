"""A disk that forgets: what may be on it after the power went.

Certain is what was synced. Of everything written since, each write may be there or not, whole or
in pieces of 512 bytes; of the names made, changed and taken away since their folder was synced, a
first part is there. A file system may do better than this; none may do worse.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import random

    from tests.lab.spy import Call

SECTOR = 512
_TORN = 0.3
_THERE = 0.5


@dataclass
class File:
    """What is certainly in a file, and the calls on it since."""

    certain: bytearray = field(default_factory=bytearray)
    since: list[Call] = field(default_factory=list)

    def sync(self) -> None:
        """Make everything certain."""
        for call in self.since:
            _put(self.certain, call, call.data, call.at)
        self.since.clear()

    def perhaps(self, chance: random.Random) -> bytes:
        """Return what may be in it after the power went."""
        data = bytearray(self.certain)
        for call in self.since:
            if chance.random() < _THERE:
                continue
            if call.kind == "write" and chance.random() < _TORN:
                for at, piece in _sectors(call):
                    if chance.random() < _THERE:
                        _put(data, call, piece, at)
            else:
                _put(data, call, call.data, call.at)
        return bytes(data)


@dataclass(frozen=True)
class _Renaming:
    """A name that was made (`file`), taken away (no file), or changed from `before`.

    A file that got another name is there with it: no file system keeps half of a renaming.
    """

    path: str
    file: File | None = None
    before: str = ""


class Disk:
    """The files below one folder, as calls come in."""

    def __init__(self, folder: Path) -> None:
        """Take what lies in `folder` as certain."""
        self._folder = folder
        self._now: dict[str, File] = {}
        for one in folder.rglob("*"):
            if one.is_file():
                self._now[str(one)] = File(bytearray(one.read_bytes()))
        self._certain = dict(self._now)
        self._since: list[_Renaming] = []

    def take(self, call: Call) -> None:
        """Take in one call."""
        if call.refused or not call.path.startswith(str(self._folder)):
            return
        match call.kind:
            case "create" if call.path not in self._now:
                self._now[call.path] = File()
                self._since.append(_Renaming(call.path, self._now[call.path]))
            case "write" | "truncate" if call.path in self._now:
                self._now[call.path].since.append(call)
            case "rename":
                file = self._now.pop(call.path, None)
                if file is not None:
                    self._now[call.to] = file
                    self._since.append(_Renaming(call.to, file, call.path))
            case "unlink":
                self._now.pop(call.path, None)
                self._since.append(_Renaming(call.path))
            case "sync":
                self._sync(call.path)
            case _:
                pass

    def _sync(self, path: str) -> None:
        if path in self._now:
            self._now[path].sync()
            return
        mine = [one for one in self._since if str(Path(one.path).parent) == path]
        for one in mine:
            _rename(self._certain, one)
        self._since = [one for one in self._since if one not in mine]

    def lay(self, place: Path, chance: random.Random) -> None:
        """Write into the empty folder `place` what may be left after the power went now."""
        names = dict(self._certain)
        for one in self._since[: chance.randint(0, len(self._since))]:
            _rename(names, one)
        for path, file in names.items():
            if path.endswith("-shm"):  # shared memory: nobody reads it after a start
                continue
            target = place / Path(path).relative_to(self._folder)
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(file.perhaps(chance))


def _rename(names: dict[str, File], one: _Renaming) -> None:
    if one.before:
        names.pop(one.before, None)
    if one.file is None:
        names.pop(one.path, None)
    else:
        names[one.path] = one.file


def _put(data: bytearray, call: Call, piece: bytes, at: int) -> None:
    if call.kind == "truncate":
        del data[at:]
        data.extend(bytes(at - len(data)))
        return
    if at > len(data):
        data.extend(bytes(at - len(data)))
    data[at : at + len(piece)] = piece


def _sectors(call: Call) -> list[tuple[int, bytes]]:
    """Return a write in the pieces that a disk writes at once."""
    end = call.at + len(call.data)
    edges = [call.at, *range((call.at // SECTOR + 1) * SECTOR, end, SECTOR), end]
    return [(start, call.data[start - call.at : stop - call.at]) for start, stop in pairwise(edges)]
