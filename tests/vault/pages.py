"""Decrypts SQLCipher's pages without SQLCipher: what lies in a database and its log, unused too.

The format is that of SQLCipher 4 with a raw key: AES-256-CBC, HMAC-SHA-512 over ciphertext, IV and
page number; the key of the HMAC by PBKDF2-HMAC-SHA-512 with two rounds from the raw key and the
salt (the first 16 bytes of the file) with every byte XOR 0x3a.
"""

from __future__ import annotations

import hashlib
import hmac
from typing import TYPE_CHECKING

from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

SALT = 16
IV = 16
MAC = 64
_WAL_HEADER = 32
_FRAME_HEADER = 24


class PageDamagedError(Exception):
    """A page is not as SQLCipher wrote it."""


class Pages:
    """The pages of one database under one raw key."""

    def __init__(self, database: Path, raw_key: bytes, page_bytes: int = 4096) -> None:
        self._data = database.read_bytes()
        self._wal = database.with_name(database.name + "-wal")
        self._key, self._size = raw_key, page_bytes
        salt = bytes(byte ^ 0x3A for byte in self._data[:SALT])
        self._mac_key = hashlib.pbkdf2_hmac("sha512", raw_key, salt, 2, 32)

    def of_database(self) -> Iterator[bytes]:
        """Yield every page of the file in clear, free ones too."""
        for at in range(0, len(self._data), self._size):
            yield self.clear(self._data[at : at + self._size], at // self._size + 1)

    def of_log(self, wal: bytes | None = None) -> Iterator[bytes]:
        """Yield every page in the log in clear, whether it counts or not."""
        data = wal if wal is not None else self._wal.read_bytes() if self._wal.exists() else b""
        step = _FRAME_HEADER + self._size
        for at in range(_WAL_HEADER, len(data) - step + 1, step):
            number = int.from_bytes(data[at : at + 4], "big")
            yield self.clear(data[at + _FRAME_HEADER : at + step], number)

    def clear(self, page: bytes, number: int) -> bytes:
        """Return a page in clear; raise `PageDamagedError` when its check fails."""
        first = SALT if number == 1 else 0
        end = self._size - IV - MAC
        sealed, iv = page[first:end], page[end : end + IV]
        said = hmac.digest(self._mac_key, sealed + iv + number.to_bytes(4, "little"), "sha512")
        if not hmac.compare_digest(said, page[end + IV :]):
            raise PageDamagedError(number)
        worker = Cipher(algorithms.AES(self._key), modes.CBC(iv)).decryptor()
        return worker.update(sealed) + worker.finalize()
