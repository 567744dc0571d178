"""Reads the pages of a damaged database one by one, without SQLite.

SQLite reads nothing where the first page or a root is bad, though all else may be whole. The
format is that of SQLCipher 4: AES-256-CBC, then HMAC-SHA512 over ciphertext, vector and page
number, 80 bytes at the end of each page; the salt of the HMAC's key begins the file. The log holds
newer pages (https://www.sqlite.org/fileformat.html, sections 1 and 4). Nothing is written.
"""

from __future__ import annotations

import hashlib
import hmac
import mmap
import struct
from typing import TYPE_CHECKING

from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

SIZE = 4096
SALT = 16
USABLE = SIZE - 80
_IV, _MAC = 16, 64
_MASK = 0x3A
WAL_HEADER, FRAME = 32, 24


def _bytes_of(path: Path) -> bytes | mmap.mmap:
    """Return the bytes of a file, which may be larger than the memory."""
    if not path.exists() or not path.stat().st_size:
        return b""
    with path.open("rb") as file:
        return mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)


class Pages:
    """The newest good state of every page, by number; 1 is the first."""

    def __init__(self, path: Path, raw_key: bytes, other_salt: bytes = b"") -> None:
        """`other_salt` is tried where the first bytes of the file are not the salt any more."""
        self._key = raw_key
        self._data = _bytes_of(path)
        log = path.with_name(f"{path.name}-wal")
        self._log = log.read_bytes() if log.exists() else b""
        self._mac_key = self._find_mac_key(other_salt)
        self._newer = dict(self._logged())
        self._ranks = {number: rank for rank, number in enumerate(self._newer, 1)}
        self.bad: set[int] = set()
        self.count = max(-(-len(self._data) // SIZE), *self._newer, 0)
        """How many pages there are, the last perhaps not whole."""

    def get(self, number: int) -> bytes | None:
        """Return a page in clear, or None where no state of it passes its check."""
        raw = self._newer.get(number) or self._raw(number)
        clear = self._open(number, raw)
        if clear is None:
            self.bad.add(number)
        return clear

    def rank(self, number: int) -> int:
        """Return how new the state of a page is: pages of the log are newer than all others."""
        return self._ranks.get(number, 0)

    def _raw(self, number: int) -> bytes:
        """Return the bytes of a page in the database itself."""
        return self._data[(number - 1) * SIZE : number * SIZE]

    def _find_mac_key(self, other_salt: bytes) -> bytes:
        """Return the key of the check: from the salt under which any page passes."""
        salts = [salt for salt in (self._data[:SALT], other_salt) if len(salt) == SALT]
        keys = [self._derived(salt) for salt in salts]
        for key in keys:
            for number in range(1, len(self._data) // SIZE + 1):
                if self._passes(number, self._raw(number), key):
                    return key
        return keys[0] if keys else b""

    def _derived(self, salt: bytes) -> bytes:
        """Return the key of the check for a salt, as SQLCipher derives it."""
        masked = bytes(byte ^ _MASK for byte in salt)
        return hashlib.pbkdf2_hmac("sha512", self._key, masked, 2, 32)

    @staticmethod
    def _passes(number: int, raw: bytes, key: bytes) -> bool:
        """Return whether a page passes its check under a key."""
        if len(raw) != SIZE:
            return False
        start = SALT if number == 1 else 0
        worker = hmac.new(key, raw[start : SIZE - _MAC], "sha512")
        worker.update(struct.pack("<I", number))
        return hmac.compare_digest(worker.digest(), raw[SIZE - _MAC :])

    def _open(self, number: int, raw: bytes) -> bytes | None:
        """Return a page in clear, or None where it does not pass."""
        if not self._passes(number, raw, self._mac_key):
            return None
        start = SALT if number == 1 else 0
        vector = raw[USABLE : USABLE + _IV]
        worker = Cipher(algorithms.AES(self._key), modes.CBC(vector)).decryptor()
        return bytes(start) + worker.update(raw[start:USABLE]) + worker.finalize()

    def _logged(self) -> Iterator[tuple[int, bytes]]:
        """Yield number and bytes of each page of the log that passes and was committed, in order.

        SQLite ends at the first frame whose sum is wrong; behind it may stand more that was said to
        be saved. Frames of an older log bear another salt, those behind the last commit none.
        """
        frames = list(self._frames())
        last = max((at for at, (_, commit, _) in enumerate(frames) if commit), default=-1)
        for number, _, raw in frames[: last + 1]:
            yield number, raw

    def _frames(self) -> Iterator[tuple[int, bool, bytes]]:
        """Yield number, end of a transaction, and bytes of the frames that pass."""
        places = range(WAL_HEADER, len(self._log) - FRAME - SIZE + 1, FRAME + SIZE)
        salts = self._log[16:24]
        if not any(self._log[at + 8 : at + 16] == salts for at in places):
            salts = self._log[WAL_HEADER + 8 : WAL_HEADER + 16]  # the head itself is hurt
        for at in places:
            number, commit = struct.unpack(">II", self._log[at : at + 8])
            raw = self._log[at + FRAME : at + FRAME + SIZE]
            ours = self._log[at + 8 : at + 16] == salts
            if ours and self._passes(number, raw, self._mac_key):
                yield number, bool(commit), raw
