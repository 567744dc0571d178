"""The recordings of a backup folder: each is copied once, under the name of its SHA-256.

A recording is immutable and encrypted. Which ones were seen, how large and how old, stands in an
index, so that a daily backup does not read them again; a copy is hashed again when its own size or
time changed, when a restore is practised, and a slice of the oldest copies at each backup, so that
each is looked at about once a month. A lost or damaged index costs time, nothing else.

What a recording is, the vault's database says: a file that has another digest, or is gone, never
takes the place of a good copy, which then belongs to the new generation as it did to the old ones.
"""

from __future__ import annotations

import hashlib
import json
import secrets
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from threading import Lock
from typing import TYPE_CHECKING, Any

from app.domain.differs import Differs
from storage import (
    beside,
    database,
    files,
    media,
    recording_copy,
    recording_list,
    regular,
    times,
    vault,
)
from storage.generation import Part

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from app.ports import Lease
    from storage.meter import Meter
    from storage.recording_list import Listed

FOLDER = "recordings"
INDEX = "index.json"
HALF = ".copy-"
AGAIN = timedelta(days=30)
_LARGEST_INDEX = 64 * 1024 * 1024
SLICE = 512 * 1024 * 1024
"""How many bytes of old copies a backup hashes again, at most."""
_DIGITS = 64


class RecordingCopies:
    """The recordings that lie in a backup folder."""

    def __init__(self, folder: Path, now: datetime) -> None:
        self._folder, self._now = folder / FOLDER, now
        self._seen: dict[str, list[Any]] = {}
        self._checked: dict[str, list[Any]] = {}
        self.copied = self.damaged = 0
        self._counting = Lock()
        self._load()

    def place(self, digest: str) -> Path:
        """Return where the copy of a recording lies."""
        return self._folder / f"{digest}.db"

    def missing(self, sources: Sources) -> int:
        """Return how many bytes are still to be copied."""
        total = sum(self._to_copy(one) for one in sources.strange)
        for one in sources.listed:
            with suppress(regular.Unread):
                source = one.source(sources.folder)
                total += 0 if self._holds(one.digest) else self._to_copy(source)
        return total

    def keep(self, one: Listed, folder: Path, meter: Meter) -> Kept:
        """Return a recording as it lies here, copied now if it was not.

        Where the file in `folder` is not as it was stored, the copy from before is what belongs to
        the new generation; without one the file is kept as it is: much of it may be played yet.
        Several threads may do so at once, each for recordings of its own. Raises what
        `recording_copy.copy` raises, but for `regular.Unread`: that is said.
        """
        try:
            return self._keep(one, one.source(folder), meter)
        except regular.Unread as error:
            held = self._held(one.digest)
            return Kept(held, Differs(one.id, gone=error.gone, kept=held is not None))

    def keep_strange(self, source: Path, meter: Meter) -> Part | None:
        """Return a file that no row names, copied now if it was not; None where it is no file."""
        try:
            return self._known(source) or self._copy(source, meter)
        except regular.Unread:
            return None

    def _keep(self, one: Listed, source: Path, meter: Meter) -> Kept:
        """Return a recording as it lies here; raise `regular.Unread` for its file in the vault."""
        known, held = self._known(source), self._held(one.digest)
        if held is None:
            part = known or self._copy(source, meter)
            return Kept(part, None if part.digest == one.digest else Differs(one.id))
        if known != held:
            stat = regular.stat_of(source)
            if regular.digest(source, meter) != one.digest:
                return Kept(held, Differs(one.id, kept=True))
            self._seen[source.name] = [stat.st_size, stat.st_mtime_ns, one.digest]
        return Kept(held)

    def _copy(self, source: Path, meter: Meter) -> Part:
        """Copy a file under the name of its digest; raise what `recording_copy.copy` raises."""
        stat = regular.stat_of(source)
        half = self._folder / f"{HALF}{secrets.token_hex(8)}.part"
        try:
            made = recording_copy.copy(source, half, meter)
            half.replace(self.place(made.digest))
        except BaseException:
            with suppress(OSError):
                half.unlink(missing_ok=True)
            raise
        with self._counting:
            self.copied += 1
        self._seen[source.name] = [stat.st_size, stat.st_mtime_ns, made.digest]
        self._remember(made.digest)
        return Part(made.size, made.digest)

    def check_old(self, meter: Meter, most: int = SLICE) -> None:
        """Hash the copies again that were not looked at for a month, the oldest first.

        One that is not what it was is set aside: the next backup copies the recording anew.
        """
        late = sorted(self._checked, key=lambda digest: str(self._checked[digest][2]))
        for digest in late:
            size, _, at = self._checked[digest]
            if datetime.fromisoformat(at) + AGAIN > self._now or size > most:
                return
            most -= size
            self._look_again(digest, meter)

    def forget_all_but(self, digests: frozenset[str]) -> None:
        """Remove the copies that no generation speaks of; nothing of anybody else's."""
        for path in self._folder.glob("*.db"):
            if _is_digest(path.stem) and path.stem not in digests:
                path.unlink(missing_ok=True)
                self._checked.pop(path.stem, None)
        self._seen = {name: one for name, one in self._seen.items() if one[2] in digests}

    def save(self) -> None:
        """Write the index and make the folder last a power cut."""
        said = {"seen": self._seen, "checked": self._checked}
        whole = {**said, "sha256": hashlib.sha256(_json(said)).hexdigest()}
        files.write_private(self._folder / INDEX, _json(whole))

    def doubt(self, digests: Iterable[str]) -> None:
        """Have copies hashed again by the next backup, whatever their size and time say."""
        for digest in digests:
            self._checked.pop(digest, None)

    def sweep(self) -> None:
        """Make the folder where there is none, and remove what a stopped backup left."""
        self._folder.mkdir(mode=0o700, exist_ok=True)
        for half in self._folder.glob(f"{HALF}*.part"):
            half.unlink(missing_ok=True)

    def _known(self, source: Path) -> Part | None:
        """Return the copy of a recording that was seen as it is now and whose copy is as it was.

        Raises `regular.Unread`.
        """
        stat = regular.stat_of(source)
        size, time, digest = self._seen.get(source.name, (0, 0, ""))
        if not digest or (size, time) != (stat.st_size, stat.st_mtime_ns):
            return None
        return self._held(digest)

    def _to_copy(self, source: Path) -> int:
        """Return how many bytes of a file are still to be copied."""
        with suppress(regular.Unread):
            if self._known(source) is None:
                return regular.size_of(source)
        return 0

    def _held(self, digest: str) -> Part | None:
        """Return the copy that lies here under a digest and hashes to it, or None."""
        if not self._as_it_was(digest):
            return None
        return Part(self.place(digest).stat().st_size, digest)

    def _holds(self, digest: str) -> bool:
        """Return whether there is such a copy, by its size and time alone."""
        checked = self._checked.get(digest)
        path = self.place(digest)
        return checked is not None and path.is_file() and path.stat().st_size == checked[0]

    def _as_it_was(self, digest: str) -> bool:
        """Return whether a copy is untouched since it was hashed, or hashes to its name again."""
        path = self.place(digest)
        try:
            stat = path.lstat()
        except OSError:
            return False
        checked = self._checked.get(digest)
        if checked is not None and checked[:2] == [stat.st_size, stat.st_mtime_ns]:
            return True
        if _digest(path) != digest:
            return False
        self._remember(digest)
        return True

    def _look_again(self, digest: str, meter: Meter) -> None:
        path = self.place(digest)
        if _digest(path, meter) == digest:
            self._remember(digest)
        else:
            self._set_aside(digest)
            self._checked.pop(digest, None)

    def _set_aside(self, digest: str) -> None:
        """Keep a copy that is not what it was under another name: it may be the only one."""
        path = self.place(digest)
        if path.is_file():
            self.damaged += 1
            path.replace(set_aside(path))

    def _remember(self, digest: str) -> None:
        """Note that a copy was hashed just now."""
        stat = self.place(digest).stat()
        self._checked[digest] = [stat.st_size, stat.st_mtime_ns, self._now.isoformat()]

    def _load(self) -> None:
        """Read the index; a damaged one counts as none."""
        with suppress(*beside.UNSAID):
            whole = beside.json_of(self._folder / INDEX, _LARGEST_INDEX)
            said = {"seen": whole["seen"], "checked": whole["checked"]}
            if hashlib.sha256(_json(said)).hexdigest() == whole["sha256"]:
                seen = {name: _seen(one) for name, one in said["seen"].items()}
                checked = {name: _checked(name, one) for name, one in said["checked"].items()}
                self._seen, self._checked = seen, checked


@dataclass(frozen=True)
class Kept:
    """What came of keeping a recording: its part of the generation, and how its file differs."""

    part: Part | None
    differs: Differs | None = None


@dataclass(frozen=True)
class Sources:
    """The recordings of a vault: what its rows list, files that no row names, files unfinished.

    What is being written, or is about to be removed, stands among the loose files of the vault.
    """

    folder: Path = field(repr=False)
    listed: tuple[Listed, ...]
    strange: tuple[Path, ...]
    unfinished: tuple[str, ...]


def sources(lease: Lease) -> Sources:
    """Return the recordings of a vault as they are now; raise `VaultDamaged`."""
    folder = lease.folder / vault.MEDIA
    # In this order: a file that is announced, or finished, in between is never taken for a strange
    # one.
    paths = media.files_in(folder)
    connection = database.connect(lease.folder / vault.DATABASE, bytes(lease.raw_key))
    try:
        loose = recording_list.loose(connection)
        listed = tuple(recording_list.read(connection))
    finally:
        connection.close()
    named = {one.name for one in listed}
    found = {path.name: path for path in paths if path.name not in named}
    strange = tuple(path for name, path in found.items() if name not in loose)
    return Sources(folder, listed, strange, tuple(sorted(set(found) & loose)))


def set_aside(copy: Path) -> Path:
    """Return where a copy goes that is found damaged: it may be the only one there is."""
    return copy.with_suffix(".damaged")


def _digest(path: Path, meter: Meter | None = None) -> str:
    """Return the SHA-256 of a copy, "" where it cannot be read: then it counts as none."""
    try:
        return regular.digest(path, meter)
    except regular.Unread:
        return ""


def _seen(said: Any) -> list[Any]:  # noqa: ANN401 - JSON of anybody, whatever its sum says
    """Return size, time and digest of a recording as it was seen; raises one of `UNSAID`."""
    size, time, digest = said
    if type(size) is not int or type(time) is not int or not _is_digest(digest):
        raise ValueError
    return [size, time, digest]


def _checked(digest: str, said: Any) -> list[Any]:  # noqa: ANN401
    """Return size, time and when a copy was hashed; raises one of `UNSAID`.

    A copy is named by its digest: nothing elsewhere is ever looked at, or set aside, by its entry.
    """
    size, time, at = said
    if type(size) is not int or type(time) is not int or not _is_digest(digest):
        raise ValueError
    times.to_text(times.from_text(at) + AGAIN)  # a time with a zone, and not the end of all days
    return [size, time, at]


def _is_digest(stem: object) -> bool:
    if not isinstance(stem, str) or len(stem) != _DIGITS:
        return False
    return all(one in "0123456789abcdef" for one in stem)


def _json(value: dict[str, Any]) -> bytes:
    return json.dumps(value, sort_keys=True, separators=(",", ":")).encode("ascii")
