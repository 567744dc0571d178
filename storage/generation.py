"""One generation of a backup folder: a header, a database, and the list of what belongs to it.

The list carries a plain SHA-256 of itself, so that damage is seen without any key, and a keyed
digest, so that with the key a forged one is. It is written last.
"""

from __future__ import annotations

import hashlib
import hmac
import json
import re
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, Any, Final

from app.domain.backup import Generation
from app.domain.differs import Differs
from app.domain.errors import BackupDamaged
from storage import beside, files, header, keys, times, vault

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path

LIST = "generation.json"
FORMAT = "xinxia-generation"
VERSION = 1
_LARGEST = 16 * 1024 * 1024  # as JSON it takes some twenty times that of memory
MALFORMED = beside.MALFORMED
_NAMED: Final = re.compile(r"[0-9]{6,9}-[0-9]{8}T[0-9]{6}Z")


@dataclass(frozen=True)
class Part:
    """A file of a backup: how many bytes it has, their SHA-256, and which recording it is.

    The number is for whoever restores without a key; 0 says that it is none, or that nobody knows.
    """

    size: int
    digest: str
    recording: int = 0

    def as_json(self) -> list[object]:
        """Return it as a list has it."""
        return [self.size, self.digest, *([self.recording] if self.recording else [])]

    def differs(self, *, gone: bool) -> Differs:
        """Return what is said where the backup has not the bytes that it lists."""
        return Differs(self.recording, gone=gone)


def part_from(said: Any) -> Part:  # noqa: ANN401 - JSON of anybody
    """Return a file of a backup from JSON; raises what stands in `MALFORMED`."""
    size, digest, *recording = said
    return Part(int(size), str(digest), *map(int, recording))


@dataclass(frozen=True)
class Listing:
    """What a generation says of itself.

    `contents` is the keyed digest of all tables, `unfinished` the recordings that were left out,
    `lineage` which copy of the vault made it (see `storage.lineage`), "" where nobody said so,
    `trail` the last link of the trail in it (see `storage.ancestry`), and `lacking` the recordings
    that it does not hold as they were stored, nor did the vault any more.
    """

    vault_id: str
    number: int
    made_at: datetime
    files: Mapping[str, Part]
    contents: str
    unfinished: tuple[str, ...] = ()
    seal: str = ""
    lineage: str = ""
    trail: str = ""
    lacking: tuple[Differs, ...] = ()

    def recordings(self) -> dict[str, Part]:
        """Return the recordings that belong to it."""
        own = (header.NAME, vault.DATABASE)
        return {name: part for name, part in self.files.items() if name not in own}

    def summary(self, *, whole: bool = True, lost: Iterable[str] = ()) -> Generation:
        """Return what is told of it; see `Generation` for what is `whole` and `lost`."""
        size = sum(part.size for part in self.files.values())
        own = self.recordings()
        numbers = tuple(sorted(own[name].recording for name in lost if name in own))
        held, missing = len(own), len(numbers)
        return Generation(self.number, self.made_at, size, held, whole, missing, numbers)

    def sealed_by(self, raw_key: bytes) -> bool:
        """Return whether the keyed digest is that of this key: nobody else wrote the list."""
        return hmac.compare_digest(self.seal, _seal(_body(self), raw_key))


def folder_name(number: int, made_at: datetime) -> str:
    """Return the name of a generation's folder: its number and its time, nothing of anybody."""
    return f"{number:06}-{made_at.astimezone(UTC):%Y%m%dT%H%M%SZ}"


def made_at(name: str) -> datetime | None:
    """Return when a generation was made as the name of its folder says; None for any other name."""
    with suppress(*MALFORMED):
        if _NAMED.fullmatch(name):
            return times.of_anybody(name.partition("-")[2])
    return None


def write(folder: Path, listing: Listing, raw_key: bytes) -> None:
    """Write the list of a generation, sealed, and sync it."""
    body = _body(listing)
    whole = {"body": body, "seal": _seal(body, raw_key)}
    whole["sha256"] = hashlib.sha256(_json(whole)).hexdigest()
    files.write_private(folder / LIST, _json(whole) + b"\n")


def read(folder: Path) -> Listing:
    """Return the list of a generation; raise `BackupDamaged` for one that is not as written."""
    try:
        data = beside.bytes_of(folder / LIST, _LARGEST)
    except OSError as error:
        raise BackupDamaged from error
    try:
        whole = json.loads(data)
        claimed = whole.pop("sha256")
        written = {**whole, "sha256": claimed}
        if hashlib.sha256(_json(whole)).hexdigest() != claimed or _json(written) + b"\n" != data:
            raise BackupDamaged
        return _listing(whole["body"], whole["seal"])
    except MALFORMED as error:
        raise BackupDamaged from error


def _listing(body: dict[str, Any], seal: str) -> Listing:
    """Return the list that JSON describes; only names that we write ourselves are taken."""
    parts = {name: part_from(said) for name, said in body["files"].items()}
    if body["format"] != FORMAT or body["version"] != VERSION:
        raise BackupDamaged
    if not {header.NAME, vault.DATABASE} <= set(parts) or not all(map(is_ours, parts)):
        raise BackupDamaged
    if not all(
        len(bytes.fromhex(one.digest)) == hashlib.sha256().digest_size for one in parts.values()
    ):
        raise BackupDamaged
    return Listing(
        str(body["vault"]),
        int(body["number"]),
        times.of_anybody(body["made_at"]),
        parts,
        str(body["contents"]),
        tuple(body["unfinished"]),
        seal,
        str(body.get("lineage", "")),
        str(body.get("trail", "")),
        lacking_from(body.get("lacking", [])),
    )


def lacking_as_json(found: Iterable[Differs]) -> list[list[object]]:
    """Return which recordings a backup lacks as JSON has it."""
    return [[one.recording, one.gone] for one in found]


def lacking_from(said: Iterable[tuple[Any, Any]]) -> tuple[Differs, ...]:
    """Return which recordings a backup lacks from JSON; raises what stands in `MALFORMED`."""
    return tuple(Differs(int(recording), gone=bool(gone)) for recording, gone in said)


def is_ours(name: str) -> bool:
    """Return whether a name in a list is one of ours, so that nothing is written elsewhere."""
    if name in (header.NAME, vault.DATABASE):
        return True
    path = PurePosixPath(name)
    return str(path.parent) == vault.MEDIA and path.suffix == ".db" and path.stem.isalnum()


def referenced(listings: Iterable[Listing]) -> frozenset[str]:
    """Return the digests of all recordings that generations speak of."""
    return frozenset(part.digest for one in listings for part in one.recordings().values())


def _body(listing: Listing) -> dict[str, Any]:
    """Return the list as JSON has it."""
    said: dict[str, Any] = {
        "format": FORMAT,
        "version": VERSION,
        "vault": listing.vault_id,
        "number": listing.number,
        "made_at": listing.made_at.isoformat(),
        "files": {name: part.as_json() for name, part in listing.files.items()},
        "contents": listing.contents,
        "unfinished": list(listing.unfinished),
    }
    optional = {
        "lineage": listing.lineage,
        "trail": listing.trail,
        "lacking": lacking_as_json(listing.lacking),
    }
    return said | {name: value for name, value in optional.items() if value}


def _seal(body: dict[str, Any], raw_key: bytes) -> str:
    return keys.mac(keys.subkey(raw_key, "xinxia backup list 1"), _json(body)).hex()


def _json(value: dict[str, Any]) -> bytes:
    """Return canonical JSON."""
    return json.dumps(value, sort_keys=True, separators=(",", ":")).encode("ascii")
