"""Crashes of small files: a kill before each step of writing them, and the power lost at each step.

Both look at the same steps, those that `storage.files` asks of the system: make a file, write,
sync it, rename, sync the folder, remove. After a power loss a file that was not synced holds
nothing, a part or all of what was written, and any of the names given since the folder was synced
may be there or not.
"""

from __future__ import annotations

import itertools
import os
import signal
from pathlib import Path

_HALF = 2


class _Written:
    """A file whose writing is told in two halves."""

    def __init__(self, file, told):
        self._file, self._told = file, told

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self._file.close()

    def write(self, data):
        """Write half, tell, write the rest."""
        half = len(data) // _HALF
        self._told(data[:half])
        self._file.write(data[:half])
        self._file.flush()
        self._told(data[half:])
        self._file.write(data[half:])
        self._file.flush()

    def flush(self):
        """Do what was done already."""

    def fileno(self):
        """Return the handle."""
        return self._file.fileno()


def kill_before(step):
    """From now on, kill this process before its `step`th step of writing any file."""
    left = itertools.count(step, -1)

    def tick(*_):
        if next(left) <= 1:
            os.kill(os.getpid(), signal.SIGKILL)

    for owner, name in (
        (os, "open"),
        (os, "fsync"),
        (Path, "replace"),
        (Path, "unlink"),
    ):
        setattr(owner, name, _ticking(getattr(owner, name), tick))
    real = os.fdopen
    os.fdopen = lambda *given, **more: _Written(real(*given, **more), tick)


def _ticking(real, tick):
    def stepped(*given, **more):
        tick()
        return real(*given, **more)

    return stepped


def careless(path, data):
    """Write a file whole as a careless program does: nothing is synced."""
    part = path.with_name(f".{os.urandom(4).hex()}.part")
    with os.fdopen(os.open(part, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
        file.write(data)
        file.flush()
    part.replace(path)


class Disk:
    """Records what is asked of a folder, and makes what a power loss may leave of it."""

    def __init__(self, folder):
        self._folder = Path(folder)
        self._steps = []
        self._handles = {}
        self._start = {
            one.name: one.read_bytes()
            for one in self._folder.iterdir()
            if one.is_file() and one.name.startswith("vault.h")
        }

    def record(self, patched):
        """Record from now on, until `patched` is undone."""
        for owner, name, hook in (
            (os, "open", self._opening),
            (os, "fsync", self._syncing),
            (os, "fdopen", self._writing),
            (Path, "replace", self._replacing),
            (Path, "unlink", self._removing),
        ):
            patched.setattr(owner, name, hook(getattr(owner, name)))

    def _opening(self, real):
        def opening(path, flags, *mode):
            handle = real(path, flags, *mode)
            self._handles[handle] = Path(path)
            if flags & os.O_CREAT:
                self._steps.append(("make", Path(path).name))
            return handle

        return opening

    def _syncing(self, real):
        def syncing(handle):
            path = self._handles.get(handle)
            if path == self._folder:
                self._steps.append(("sync_folder",))
            elif path is not None:
                self._steps.append(("sync", path.name))
            real(handle)

        return syncing

    def _writing(self, real):
        def writing(handle, *given, **more):
            name = self._handles[handle].name
            file = real(handle, *given, **more)
            return _Written(file, lambda data: self._steps.append(("write", name, bytes(data))))

        return writing

    def _replacing(self, real):
        def replacing(path, target):
            self._steps.append(("rename", path.name, Path(target).name))
            return real(path, target)

        return replacing

    def _removing(self, real):
        def removing(path, **more):
            if path.exists():
                self._steps.append(("remove", path.name))
            return real(path, **more)

        return removing

    def states(self, place):
        """Give a folder for each state that a power loss at any step may leave."""
        number = itertools.count()
        for length in range(len(self._steps) + 1):
            for names in _after(self._start, self._steps[:length]):
                yield _folder(place / str(next(number)), names)

    def last(self, place):
        """Return the folder as it is after a power loss when all was said to be done."""
        (names,) = _after(self._start, self._steps)
        return _folder(place, names)


class _File:
    """What a file holds, and whether that would survive."""

    def __init__(self, data, *, synced):
        self.data, self.synced = data, synced

    def possible(self):
        """Return what a power loss may leave of it."""
        if self.synced:
            return (self.data,)
        return (b"", self.data[: len(self.data) // _HALF], self.data)


class _Folder:
    """The names of a folder: as they are, as they last, and what changed in between."""

    def __init__(self, start):
        self.names = {name: _File(data, synced=True) for name, data in start.items()}
        self.durable, self.pending = dict(self.names), []

    def make(self, name):
        self.names[name] = _File(b"", synced=False)
        self.pending.append(("make", name, self.names[name]))

    def write(self, name, data):
        self.names[name].data += data
        self.names[name].synced = False

    def sync(self, name):
        self.names[name].synced = True

    def rename(self, name, to):
        self.names[to] = self.names.pop(name)
        self.pending.append(("rename", name, to, self.names[to]))

    def remove(self, name):
        del self.names[name]
        self.pending.append(("remove", name))

    def sync_folder(self):
        self.durable, self.pending = dict(self.names), []


def _after(start, steps):
    """Return every set of names and bytes that a power loss after these steps may leave."""
    told = _Folder(start)
    for kind, *given in steps:
        getattr(told, kind)(*given)
    found = {}
    for kept in itertools.product((False, True), repeat=len(told.pending)):
        folder = dict(told.durable)
        for change in itertools.compress(told.pending, kept):
            _apply(folder, change)
        for contents in itertools.product(*(one.possible() for one in folder.values())):
            state = dict(zip(folder, contents, strict=True))
            found[tuple(sorted(state.items()))] = state
    return list(found.values())


def _apply(folder, change):
    kind, name, *rest = change
    if kind == "make":
        folder[name] = rest[0]
    elif kind == "rename":
        folder.pop(name, None)
        folder[rest[0]] = rest[-1]
    else:
        folder.pop(name, None)


def _folder(place, names):
    place.mkdir(parents=True)
    for name, data in names.items():
        (place / name).write_bytes(data)
    return place
