"""Reads every page of a database and of its log in clear, free ones too, with the raw key alone.

What an attacker does who knows the vault's password: SQLCipher's pages are AES-256-CBC, 80 bytes of
each reserved for the vector and the HMAC; a frame of the log has 24 bytes of its own before a page.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes

from storage import database

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

SIZE = database.PAGE_BYTES
_RESERVED, _VECTOR, _SALT = 80, 16, 16
_LOG_HEAD, _FRAME_HEAD = 32, 24


def plain_pages(path: Path, raw_key: bytes) -> bytes:
    """Return every page of a database file in clear, and every frame of the log beside it."""
    return b"".join((*_of_file(path, raw_key), *_of_log(path, raw_key)))


def _of_file(path: Path, raw_key: bytes) -> Iterator[bytes]:
    raw = path.read_bytes()
    for start in range(0, len(raw), SIZE):
        yield _clear(raw[start : start + SIZE], raw_key, first=not start)


def _of_log(path: Path, raw_key: bytes) -> Iterator[bytes]:
    log = path.with_name(f"{path.name}-wal")
    raw = log.read_bytes() if log.exists() else b""
    for start in range(_LOG_HEAD, len(raw), _FRAME_HEAD + SIZE):
        number = int.from_bytes(raw[start : start + 4], "big")
        page = raw[start + _FRAME_HEAD : start + _FRAME_HEAD + SIZE]
        yield _clear(page, raw_key, first=number == 1)


def _clear(page: bytes, raw_key: bytes, *, first: bool) -> bytes:
    vector = page[SIZE - _RESERVED : SIZE - _RESERVED + _VECTOR]
    reader = Cipher(algorithms.AES(raw_key), modes.CBC(vector)).decryptor()
    return reader.update(page[_SALT if first else 0 : SIZE - _RESERVED]) + reader.finalize()
