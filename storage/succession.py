"""The succession package as one encrypted file, which opens on any computer with its key alone.

A small JSON file: what it is, its version and a salt in the clear, all else sealed with AES-256-GCM
under HKDF-SHA-256 of the 160-bit key and the salt; version and salt are bound to it. The words are
padded, so that the length of the file tells nobody how many clients there are.
"""

from __future__ import annotations

import base64
import json
import secrets
from typing import Any, Final

from cryptography.exceptions import InvalidTag

from app.domain import recovery_key
from app.domain.errors import PackageDamaged, PackageKeyWrong, PackageTooNew
from app.domain.succession import SuccessionPackage, package_from_raw
from storage import keys

FORMAT: Final = "xinxia-succession"
VERSION: Final = 1
LARGEST: Final = 16 * 1024 * 1024
_PURPOSE: Final = "xinxia succession 1"
_STEP: Final = 16 * 1024
_MALFORMED = (KeyError, TypeError, ValueError, RecursionError, AttributeError)


class SuccessionFile:
    """The `Successions` of the real disk."""

    largest = LARGEST

    def new_key(self) -> bytes:
        """Return 160 fresh random bits."""
        return secrets.token_bytes(recovery_key.BITS // 8)

    def seal(self, package: SuccessionPackage, secret: bytes) -> bytes:
        """Return the file's bytes; each has a salt of its own, so no key is used twice."""
        salt = secrets.token_bytes(keys.SALT_BYTES)
        plain = json.dumps(package.to_raw(), separators=(",", ":")).encode()
        plain += b" " * (-len(plain) % _STEP)
        sealed = keys.seal(_key(secret, salt), plain, _context(VERSION, salt))
        return _file(salt, sealed)

    def open(self, data: bytes, secret: bytes) -> SuccessionPackage:
        """Return what a package holds.

        Raises `PackageDamaged`, `PackageTooNew`, `PackageKeyWrong`. A changed byte of what is
        sealed cannot be told from another key.
        """
        version, salt, sealed = _parts(data)
        try:
            plain = keys.unseal(_key(secret, salt), sealed, _context(version, salt))
        except InvalidTag as error:
            raise PackageKeyWrong from error
        try:
            raw = json.loads(plain)
        except (ValueError, RecursionError) as error:
            raise PackageDamaged from error
        return package_from_raw(raw)


def _parts(data: bytes) -> tuple[int, bytes, bytes]:
    """Return version, salt and what is sealed."""
    if len(data) > LARGEST:
        raise PackageDamaged
    try:
        said: dict[str, Any] = json.loads(data)
        if said["format"] != FORMAT or type(said["version"]) is not int:
            raise PackageDamaged
        if said["version"] > VERSION:
            raise PackageTooNew
        salt, sealed = (base64.b64decode(said[key], validate=True) for key in ("salt", "sealed"))
    except _MALFORMED as error:
        raise PackageDamaged from error
    # Written in one way only, so that every byte of the file counts.
    if len(salt) != keys.SALT_BYTES or _file(salt, sealed) != data:
        raise PackageDamaged
    return VERSION, salt, sealed


def _file(salt: bytes, sealed: bytes) -> bytes:
    """Return the bytes of a file."""
    said = {"format": FORMAT, "version": VERSION, "salt": _text(salt), "sealed": _text(sealed)}
    return json.dumps(said).encode("ascii")


def _key(secret: bytes, salt: bytes) -> bytes:
    """Return the key of one file: so many random bits need no slow derivation."""
    return keys.subkey(secret, _PURPOSE, salt)


def _context(version: int, salt: bytes) -> bytes:
    """Return what is bound to the sealed words."""
    return json.dumps([FORMAT, version, _text(salt)]).encode("ascii")


def _text(data: bytes) -> str:
    """Return bytes as base64 text."""
    return base64.b64encode(data).decode("ascii")
