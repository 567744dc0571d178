"""The recordings of a backup folder: each is copied once, under the name of its SHA-256.

A recording is immutable and encrypted. Which ones were seen, how large and how old, stands in an
index, so that a daily backup does not read them again; a copy is hashed again when its own size or
time changed, when a restore is practised, and a slice of the oldest copies at each backup, so that
each is looked at about once a month. A lost or damaged index costs time, nothing else.
"""

from __future__ import annotations

import hashlib
import json
import secrets
from contextlib import suppress
from datetime import datetime, timedelta
from threading import Lock
from typing import TYPE_CHECKING, Any

from storage import database, files, snapshot, vault
from storage.generation import Part

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from app.ports import Lease
    from storage.meter import Meter

FOLDER = "recordings"
INDEX = "index.json"
HALF = ".copy-"
AGAIN = timedelta(days=30)
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

    def missing(self, sources: Iterable[Path]) -> int:
        """Return how many bytes are still to be copied."""
        return sum(one.stat().st_size for one in sources if self._known(one) is None)

    def keep(self, source: Path, meter: Meter) -> Part:
        """Return a recording that lies here, copied now if it was not; see `snapshot.copy_file`.

        Several threads may do so at once, each for recordings of its own.
        """
        known = self._known(source)
        if known is not None:
            return known
        stat = source.stat()
        half = self._folder / f"{HALF}{secrets.token_hex(8)}.part"
        try:
            digest = snapshot.copy_file(source, half, meter)
            half.replace(self.place(digest))
        except BaseException:
            with suppress(OSError):
                half.unlink(missing_ok=True)
            raise
        with self._counting:
            self.copied += 1
        self._seen[source.name] = [stat.st_size, stat.st_mtime_ns, digest]
        self._remember(digest)
        return Part(stat.st_size, digest)

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

    def sweep(self) -> None:
        """Make the folder where there is none, and remove what a stopped backup left."""
        self._folder.mkdir(mode=0o700, exist_ok=True)
        for half in self._folder.glob(f"{HALF}*.part"):
            half.unlink(missing_ok=True)

    def _known(self, source: Path) -> Part | None:
        """Return the copy of a recording that was seen as it is now and whose copy is as it was."""
        stat = source.stat()
        size, time, digest = self._seen.get(source.name, (0, 0, ""))
        if (size, time) != (stat.st_size, stat.st_mtime_ns) or not self._as_it_was(digest, size):
            return None
        return Part(size, digest)

    def _as_it_was(self, digest: str, size: int) -> bool:
        """Return whether a copy is untouched since it was hashed, or hashes to its name again."""
        path = self.place(digest)
        if not path.is_file() or path.stat().st_size != size:
            return False
        checked = self._checked.get(digest)
        if checked is not None and checked[:2] == [size, path.stat().st_mtime_ns]:
            return True
        if digest_of(path) != digest:
            return False
        self._remember(digest)
        return True

    def _look_again(self, digest: str, meter: Meter) -> None:
        path = self.place(digest)
        if path.is_file() and digest_of(path, meter) == digest:
            self._remember(digest)
        else:
            self._set_aside(digest)
            self._checked.pop(digest, None)

    def _set_aside(self, digest: str) -> None:
        """Keep a copy that is not what it was under another name: it may be the only one."""
        path = self.place(digest)
        if path.is_file():
            self.damaged += 1
            path.replace(path.with_suffix(".damaged"))

    def _remember(self, digest: str) -> None:
        """Note that a copy was hashed just now."""
        stat = self.place(digest).stat()
        self._checked[digest] = [stat.st_size, stat.st_mtime_ns, self._now.isoformat()]

    def _load(self) -> None:
        """Read the index; a damaged one counts as none."""
        with suppress(OSError, ValueError, KeyError, TypeError, AttributeError):
            whole = json.loads((self._folder / INDEX).read_bytes())
            said = {"seen": whole["seen"], "checked": whole["checked"]}
            if hashlib.sha256(_json(said)).hexdigest() == whole["sha256"]:
                self._seen, self._checked = said["seen"], said["checked"]


def digest_of(path: Path, meter: Meter | None = None) -> str:
    """Return the SHA-256 of a file, telling a meter after each block."""
    worker = hashlib.sha256()
    with path.open("rb") as file:
        while block := file.read(snapshot.BLOCK):
            worker.update(block)
            if meter is not None:
                meter.beat()
    return worker.hexdigest()


def finished(lease: Lease) -> tuple[list[Path], list[Path]]:
    """Return the recordings of a vault that are whole, and those that are being written.

    What is being written, or is about to be removed, stands among the loose files of the vault.
    """
    connection = database.connect(lease.folder / vault.DATABASE, bytes(lease.raw_key))
    try:
        rows = connection.execute("SELECT name FROM loose_media").fetchall()
    finally:
        connection.close()
    loose = {f"{row[0]}.db" for row in rows}
    found = sorted((lease.folder / vault.MEDIA).glob("*.db"))
    return [one for one in found if one.name not in loose], [
        one for one in found if one.name in loose
    ]


def _is_digest(stem: str) -> bool:
    return len(stem) == _DIGITS and all(one in "0123456789abcdef" for one in stem)


def _json(value: dict[str, Any]) -> bytes:
    return json.dumps(value, sort_keys=True, separators=(",", ":")).encode("ascii")
