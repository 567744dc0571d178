"""The vault's header: who may open it, in a small JSON file with a copy of the last good one.

A plain checksum tells damage from a wrong password before any key is derived; the AEAD tags of
the slots bind every parameter to the key. Three copies exist: `vault.header`, `vault.header.bak`
and one in each backup (promise 13).
"""

from __future__ import annotations

import base64
import hashlib
import json
import secrets
from contextlib import suppress
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from cryptography.exceptions import InvalidTag

from app.domain.errors import DiskFailed, HeaderDamaged, Refusal, VaultTooNew
from storage import beside, files, keys

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

NAME = "vault.header"
COPY = "vault.header.bak"
FORMAT = "xinxia-vault"
VERSION = 1
_LARGEST = 64 * 1024
_LARGEST_COUNT = 2**31  # as `application_id`
PASSWORD = "password"  # noqa: S105 - the name of a slot
RECOVERY = "recovery"
KEYRING = "keyring"
# Ways in by many random bits need no slow derivation (ASVS 6.5.2): HKDF for a purpose is enough.
_PURPOSES = {RECOVERY: "xinxia recovery 1", KEYRING: "xinxia keyring 1"}


@dataclass(frozen=True)
class Slot:
    """One way in: the vault key wrapped under a key that this way leads to."""

    kind: str
    salt: bytes
    wrapped: bytes
    argon2: keys.Argon2Parameters | None = None


@dataclass(frozen=True)
class Count:
    """How many openings and closings the database had seen, with its proof (`storage.counter`)."""

    number: int
    mac: bytes


@dataclass(frozen=True)
class Header:
    """What the header file says."""

    vault_id: bytes
    generation: int
    slots: tuple[Slot, ...]
    count: Count | None = None
    salt: bytes = b""
    """The first bytes of the database, which no secret is: without them no page can be read."""

    def slot(self, kind: str) -> Slot:
        """Return the slot of a kind; raise `HeaderDamaged` when it is missing."""
        for one in self.slots:
            if one.kind == kind:
                return one
        raise HeaderDamaged

    def has(self, kind: str) -> bool:
        """Return whether there is a slot of a kind."""
        return any(one.kind == kind for one in self.slots)

    def with_slot(self, slot: Slot) -> Header:
        """Return the next generation, with `slot` in place of the one of its kind."""
        kept = self.without(slot.kind)
        return replace(kept, slots=(*kept.slots, slot))

    def without(self, kind: str) -> Header:
        """Return the next generation, without the slot of a kind."""
        kept = tuple(one for one in self.slots if one.kind != kind)
        return replace(self, generation=self.generation + 1, slots=kept)


def password_slot(
    vault_id: bytes, vault_key: bytearray, password: str, argon2: keys.Argon2Parameters
) -> Slot:
    """Return a slot that opens with the password."""
    salt = secrets.token_bytes(keys.SALT_BYTES)
    bare = Slot(PASSWORD, salt, b"", argon2)
    wrapping = keys.derive(password, salt, argon2)
    return _wrapped(bare, vault_id, vault_key, wrapping)


def random_slot(vault_id: bytes, vault_key: bytearray, kind: str, secret: bytes) -> Slot:
    """Return a slot that opens with many random bits: a recovery key's 160, or a keyring's 256."""
    salt = secrets.token_bytes(keys.SALT_BYTES)
    bare = Slot(kind, salt, b"")
    return _wrapped(bare, vault_id, vault_key, keys.subkey(secret, _PURPOSES[kind], salt))


def open_slot(header: Header, kind: str, secret: str | bytes) -> bytearray | None:
    """Return the vault key, or None when the password or random secret is not the right one.

    Raises `HeaderDamaged` without such a slot and `HeaderForged` for parameters out of bounds.
    """
    slot = header.slot(kind)
    if isinstance(secret, str):
        if slot.argon2 is None:
            raise HeaderDamaged
        wrapping = keys.derive(secret, slot.salt, slot.argon2)
    else:
        wrapping = keys.subkey(secret, _PURPOSES[kind], slot.salt)
    try:
        return bytearray(keys.unseal(wrapping, slot.wrapped, _context(slot, header.vault_id)))
    except InvalidTag:
        return None


def write(folder: Path, header: Header) -> None:
    """Write the header, and once it was read back, the copy too.

    Whatever fails before that leaves the header as it was, and the copy untouched: the copy is
    only ever written over by a header that lies on the disk whole. Raises `DiskFull`,
    `NotWritable`, `DiskFailed`.
    """
    put(folder, header)
    files.write_private(folder / COPY, encode(header))


def put(folder: Path, header: Header) -> None:
    """Write the header and read it back; the copy still holds the one before.

    A refusal means that the one before holds: where the system complains after the new one has
    taken its name, that one holds and nothing is refused.
    """
    data = encode(header)
    try:
        files.write_private(folder / NAME, data)
    except Refusal:
        if _bytes_of(folder / NAME) != data:
            raise
    if _bytes_of(folder / NAME) != data:
        raise DiskFailed


def mend(folder: Path, header: Header) -> None:
    """Make header and copy both say `header`, which has just opened the vault.

    Only what is missing, damaged or of an earlier generation is written, one after the other, so
    that a whole one lies there at every moment. What a newer program wrote stays. A disk that takes
    nothing keeps no vault shut.
    """
    for path in (folder / NAME, folder / COPY):
        with suppress(Refusal):
            if not _says(path, header):
                files.write_private(path, encode(header))


def _says(path: Path, header: Header) -> bool:
    """Return whether a header file opens as `header` does, or is of a newer program.

    The copy may be behind in the count of openings: it is written at other times.
    """
    try:
        found = _checked(path)
    except VaultTooNew:
        return True
    except HeaderDamaged:
        return False
    return replace(found, count=header.count, salt=header.salt) == header


def rewrite(folder: Path, header: Header) -> None:
    """Write a header that opens with the same secrets as the one before; the copy stays."""
    files.write_private(folder / NAME, encode(header))


def keep_copy(folder: Path) -> None:
    """Make the copy where there is none, as after a restore."""
    if not (folder / COPY).exists():
        files.write_private(folder / COPY, encode(_checked(folder / NAME)))


def read(folder: Path) -> tuple[Header, bool]:
    """Return the header and whether it came from the copy. Nothing is repaired or overwritten.

    A copy of a later generation goes before the header: the copy is written last, so an earlier
    header beside it was put back from somewhere. Raises `HeaderDamaged` when neither can be read.
    """
    try:
        found = _checked(folder / NAME)
    except HeaderDamaged:
        return _checked(folder / COPY), True
    with suppress(HeaderDamaged, VaultTooNew):
        copy = _checked(folder / COPY)
        if copy.vault_id == found.vault_id and copy.generation > found.generation:
            return copy, True
    return found, False


def read_copy(folder: Path) -> Header:
    """Return what the copy says; raise `HeaderDamaged` when it cannot be read."""
    return _checked(folder / COPY)


def encode(header: Header) -> bytes:
    """Return the header as bytes: JSON with its SHA-256 beside it."""
    said: dict[str, Any] = {
        "format": FORMAT,
        "version": VERSION,
        "vault_id": _text(header.vault_id),
        "generation": header.generation,
        "slots": [{**_slot_facts(slot), "wrapped": _text(slot.wrapped)} for slot in header.slots],
    }
    if header.count is not None:
        said["count"] = [header.count.number, _text(header.count.mac)]
    if header.salt:
        said["salt"] = _text(header.salt)
    body = _json(said)
    checksum = hashlib.sha256(body).hexdigest()
    return b'{"header":' + body + b',"sha256":"' + checksum.encode("ascii") + b'"}\n'


def decode(data: bytes) -> Header:
    """Return the header that the bytes describe; raise `HeaderDamaged` otherwise.

    Raises `VaultTooNew` for a whole header of a later version.
    """
    try:
        whole = json.loads(data)
        body = whole["header"]
        if hashlib.sha256(_json(body)).hexdigest() != whole["sha256"]:
            raise HeaderDamaged
        if body["format"] == FORMAT and type(body["version"]) is int and body["version"] > VERSION:
            raise VaultTooNew(body["version"], VERSION)
        if body["format"] != FORMAT or body["version"] != VERSION:
            raise HeaderDamaged
        slots = tuple(_slot(raw) for raw in body["slots"])
        count = _count(body["count"]) if "count" in body else None
        salt = _bytes(body.get("salt", ""))
        return Header(_bytes(body["vault_id"]), int(body["generation"]), slots, count, salt)
    except (ValueError, KeyError, TypeError, OverflowError, RecursionError) as error:
        raise HeaderDamaged from error


def _checked(path: Path) -> Header:
    """Return the header in a file that holds it to the byte; raise `HeaderDamaged` otherwise."""
    data = _bytes_of(path)
    if len(data) > _LARGEST:
        raise HeaderDamaged
    found = decode(data)
    if encode(found) != data:
        raise HeaderDamaged
    return found


def _bytes_of(path: Path) -> bytes:
    """Return what stands in a file, up to the largest header; nothing where it cannot be read."""
    try:
        return beside.bytes_of(path, _LARGEST + 1)
    except OSError:
        return b""


def _wrapped(bare: Slot, vault_id: bytes, vault_key: bytearray, wrapping: bytes) -> Slot:
    """Return the slot with the vault key sealed in it, bound to everything else it says."""
    return replace(bare, wrapped=keys.seal(wrapping, bytes(vault_key), _context(bare, vault_id)))


def _context(slot: Slot, vault_id: bytes) -> bytes:
    """Return the associated data of a slot: format, vault and all its parameters."""
    return _json([FORMAT, VERSION, _text(vault_id), _slot_facts(slot)])


def _slot_facts(slot: Slot) -> dict[str, Any]:
    """Return what a slot says besides the wrapped key."""
    facts: dict[str, Any] = {"kind": slot.kind, "salt": _text(slot.salt)}
    if slot.argon2:
        facts["argon2id"] = [slot.argon2.memory_kib, slot.argon2.iterations, slot.argon2.lanes]
    return facts


def _slot(raw: dict[str, Any]) -> Slot:
    """Return the slot that the JSON describes."""
    argon2 = None
    if "argon2id" in raw:
        memory, iterations, lanes = raw["argon2id"]
        argon2 = keys.Argon2Parameters(int(memory), int(iterations), int(lanes))
    salt = _bytes(raw["salt"])
    if len(salt) != keys.SALT_BYTES:
        raise ValueError("a salt of another length")
    return Slot(str(raw["kind"]), salt, _bytes(raw["wrapped"]), argon2)


def _count(raw: list[Any]) -> Count:
    """Return the count that the JSON describes."""
    number, mac = raw
    if type(number) is not int or not 0 <= number < _LARGEST_COUNT:
        raise ValueError("no count")
    return Count(number, _bytes(mac))


def _json(value: Sequence[Any] | dict[str, Any]) -> bytes:
    """Return canonical JSON."""
    return json.dumps(value, sort_keys=True, separators=(",", ":")).encode("ascii")


def _text(data: bytes) -> str:
    """Return bytes as base64 text."""
    return base64.b64encode(data).decode("ascii")


def _bytes(text: str) -> bytes:
    """Return the bytes of base64 text; raise ValueError for anything else."""
    return base64.b64decode(text, validate=True)
