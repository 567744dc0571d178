"""Writes and reads ZIP archives under AES-256, as 7-Zip, WinRAR, Bandizip and Keka open them.

The form is WinZip's AE-2 (docs/decisions/readable-export.md): each file is encrypted by itself in
counter mode under keys that PBKDF2 makes of the password and a salt of its own, and ends with an
HMAC-SHA1 of 80 bits. Names and sizes lie in the clear: no name here tells of anybody. Nothing is
written in plain, on the way there or beside it.
"""

from __future__ import annotations

import hashlib
import hmac
import os
import struct
import zipfile
import zlib
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Final

from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes

from app.domain.errors import ExportDamaged, WrongPassword

if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import IO

BLOCK: Final = 1024 * 1024
SALT: Final = 16
CHECK: Final = 2
MAC: Final = 10
ROUNDS: Final = 1000
"""What the format prescribes, and little: the password has to be strong by itself."""
MOST_FILES: Final = 1_000_000
_KEY: Final = 32
_AES: Final = 16
_METHOD: Final = 99
_EXTRA: Final = 0x9901
_ZIP64: Final = 0x0001
_EXTRA_FORM: Final = struct.Struct("<HHH2sBH")
_LOCAL: Final = struct.Struct("<4sHHHHHLLLHH")
_CENTRAL: Final = struct.Struct("<4sBBHHHHHLLLHHHHHLL")
_END: Final = struct.Struct("<4sHHHHLLH")
_END64: Final = struct.Struct("<4sQHHLLQQQQ")
_LOCATOR: Final = struct.Struct("<4sLQL")
_FLAGS: Final = 0x0801
"""Encrypted, and its name in UTF-8."""
_VERSION: Final = 51
_NO_DAY: Final = 0x21
"""The first of January 1980: when something was written is nobody's business."""
_LARGE: Final = 0xFFFF_FFFF
"""Says that a number stands elsewhere, where it has room."""
_MANY: Final = 0xF000
_ALMOST: Final = 0xF000_0000
"""From so many files, or bytes, on the numbers are written where they have room (ZIP64)."""


def derive(password: str, salt: bytes) -> tuple[bytes, bytes, bytes]:
    """Return the key of the cipher, that of the MAC, and what tells a wrong password at once."""
    made = hashlib.pbkdf2_hmac("sha1", password.encode("utf-8"), salt, ROUNDS, 2 * _KEY + CHECK)
    return made[:_KEY], made[_KEY : 2 * _KEY], made[2 * _KEY :]


class _Stream:
    """AES in counter mode, the counter little-endian and begun at one, as the format has it."""

    def __init__(self, key: bytes) -> None:
        # Of each block a number that is never used again is encrypted: that is counter mode.
        self._aes = Cipher(algorithms.AES(key), modes.ECB()).encryptor()  # noqa: S305
        self._next, self._left = 1, b""

    def apply(self, data: bytes) -> bytes:
        """Return the next bytes encrypted, or decrypted: it is the same."""
        lacking = len(data) - len(self._left)
        if lacking > 0:
            blocks = -(-lacking // _AES)
            numbers = range(self._next, self._next + blocks)
            self._next += blocks
            self._left += self._aes.update(
                b"".join(one.to_bytes(_AES, "little") for one in numbers)
            )
        pad, self._left = self._left[: len(data)], self._left[len(data) :]
        mixed = int.from_bytes(data, "little") ^ int.from_bytes(pad, "little")
        return mixed.to_bytes(len(data), "little")


@dataclass
class _Entry:
    """A file of the archive, as its directory names it."""

    name: bytes
    at: int
    method: int
    large: bool
    packed: int = 0
    size: int = 0


class Writer:
    """Writes an archive from its first byte to its last; what is written is never plain."""

    def __init__(self, out: IO[bytes], password: str) -> None:
        """`out` is a file that can be sought in, empty so far."""
        self._out, self._password = out, password
        self._entries: list[_Entry] = []

    @contextmanager
    def file(self, name: str, size: int = 0, *, pack: bool = True) -> Iterator[FileWriter]:
        """Give what takes the bytes of the next file; `size` is how many at most, where it is much.

        With `pack` they are made smaller first, which pays for text and not for sound.
        """
        method = zipfile.ZIP_DEFLATED if pack else zipfile.ZIP_STORED
        entry = _Entry(name.encode("utf-8"), self._out.tell(), method, size >= _ALMOST)
        self._out.write(_local(entry))
        made = FileWriter(self._out, self._password, entry, pack=pack)
        try:
            yield made
        except BaseException:  # what was begun of it is taken back
            self._out.seek(entry.at)
            self._out.truncate()
            raise
        made.finish()
        end = self._out.tell()
        self._out.seek(entry.at)
        self._out.write(_local(entry))
        self._out.seek(end)
        self._entries.append(entry)

    def finish(self) -> None:
        """Write the directory: without it there is no archive."""
        begin = self._out.tell()
        for one in self._entries:
            self._out.write(_central(one))
        end, count = self._out.tell(), len(self._entries)
        size = end - begin
        large = max(begin, size) >= _ALMOST or count >= _MANY
        if large:
            self._out.write(
                _END64.pack(
                    *(b"PK\x06\x06", _END64.size - 12, _VERSION, _VERSION, 0, 0),
                    *(count, count, size, begin),
                )
            )
            self._out.write(_LOCATOR.pack(b"PK\x06\x07", 0, end, 1))
        said = (0xFFFF, _LARGE, _LARGE) if large else (count, size, begin)
        self._out.write(_END.pack(b"PK\x05\x06", 0, 0, said[0], *said, 0))


class FileWriter:
    """Takes the bytes of one file; afterwards `size` and `digest` tell of them."""

    def __init__(self, out: IO[bytes], password: str, entry: _Entry, *, pack: bool) -> None:
        self._out, self._entry = out, entry
        salt = os.urandom(SALT)
        key, mac, check = derive(password, salt)
        self._stream, self._mac = _Stream(key), hmac.new(mac, digestmod=hashlib.sha1)
        self._plain = hashlib.sha256()
        self._packer = zlib.compressobj(6, zlib.DEFLATED, -zlib.MAX_WBITS) if pack else None
        self._out.write(salt + check)
        entry.packed = SALT + CHECK + MAC

    @property
    def size(self) -> int:
        """How many bytes it took."""
        return self._entry.size

    @property
    def digest(self) -> str:
        """The SHA-256 of what it took, in hex."""
        return self._plain.hexdigest()

    def write(self, data: bytes) -> int:
        """Take the next bytes, and return how many."""
        self._plain.update(data)
        self._entry.size += len(data)
        self._put(data if self._packer is None else self._packer.compress(data))
        return len(data)

    def finish(self) -> None:
        """Write what is left, and the MAC."""
        if self._packer is not None:
            self._put(self._packer.flush())
        self._out.write(self._mac.digest()[:MAC])

    def _put(self, data: bytes) -> None:
        for start in range(0, len(data), BLOCK):
            sealed = self._stream.apply(data[start : start + BLOCK])
            self._mac.update(sealed)
            self._out.write(sealed)
            self._entry.packed += len(sealed)


def _extra(entry: _Entry) -> bytes:
    """Return what says that a file is under AES-256, and how it was packed before."""
    return _EXTRA_FORM.pack(_EXTRA, 7, 2, b"AE", 3, entry.method)


def _local(entry: _Entry) -> bytes:
    """Return what stands before a file."""
    extra, sizes = _extra(entry), (entry.packed, entry.size)
    if entry.large:
        extra += struct.pack("<HHQQ", _ZIP64, 16, entry.size, entry.packed)
        sizes = (_LARGE, _LARGE)
    head = (b"PK\x03\x04", _VERSION, _FLAGS, _METHOD, 0, _NO_DAY, 0)
    return _LOCAL.pack(*head, *sizes, len(entry.name), len(extra)) + entry.name + extra


def _central(entry: _Entry) -> bytes:
    """Return what the directory says of a file."""
    said, more = [], b""
    for value in (entry.size, entry.packed, entry.at):
        more += struct.pack("<Q", value) if value >= _ALMOST else b""
        said.append(_LARGE if value >= _ALMOST else value)
    extra = _extra(entry) + (struct.pack("<HH", _ZIP64, len(more)) + more if more else b"")
    head = (b"PK\x01\x02", _VERSION, 0, _VERSION, _FLAGS, _METHOD, 0, _NO_DAY, 0)
    lengths = (len(entry.name), len(extra), 0, 0, 0, 0)
    return _CENTRAL.pack(*head, said[1], said[0], *lengths, said[2]) + entry.name + extra


@dataclass
class Reader:
    """Reads an archive that somebody else may have made: nothing in it is believed.

    `files` are the names in it, each once. Raises `ExportDamaged` for whatever is no such archive.
    """

    source: IO[bytes]
    password: str = field(repr=False)
    files: dict[str, zipfile.ZipInfo] = field(init=False, repr=False)

    def __post_init__(self) -> None:
        """Read the directory."""
        with refusing():
            with zipfile.ZipFile(self.source) as directory:
                found = directory.infolist()
            self.files = {one.filename: one for one in found}
        if len(self.files) != len(found) or len(found) > MOST_FILES:
            raise ExportDamaged

    def open(self, name: str, most: int) -> FileReader:
        """Return a reader of a file of `most` bytes at most; `WrongPassword` for another one."""
        with refusing():
            entry = self.files[name]
            return FileReader(self.source, self.password, entry, most)

    def read(self, name: str, most: int) -> bytes:
        """Return the whole of a file of `most` bytes at most."""
        made = self.open(name, most)
        pieces = iter(made.next, b"")
        return b"".join(pieces)


class FileReader:
    """Gives the bytes of one file, piece by piece; only its end says that all of them are right."""

    def __init__(self, source: IO[bytes], password: str, entry: zipfile.ZipInfo, most: int) -> None:
        method = _method(entry)
        source.seek(entry.header_offset)
        head = _LOCAL.unpack(source.read(_LOCAL.size))
        if head[0] != b"PK\x03\x04":
            raise ExportDamaged
        self._at = entry.header_offset + _LOCAL.size + head[9] + head[10]
        source.seek(self._at)
        salt, check = source.read(SALT), source.read(CHECK)
        key, mac, right = derive(password, salt)
        if not hmac.compare_digest(check, right):
            raise WrongPassword
        self._source, self._left = source, entry.compress_size - SALT - CHECK - MAC
        if self._left < 0:
            raise ExportDamaged
        self._at += SALT + CHECK
        self._stream, self._mac = _Stream(key), hmac.new(mac, digestmod=hashlib.sha1)
        self._inflate: Any = zlib.decompressobj(-zlib.MAX_WBITS) if method else None
        self._most, self._given, self._ended = most, 0, False
        self._plain = hashlib.sha256()

    @property
    def digest(self) -> str:
        """The SHA-256 of what was given, in hex."""
        return self._plain.hexdigest()

    @property
    def size(self) -> int:
        """How many bytes were given."""
        return self._given

    def next(self) -> bytes:
        """Return the next bytes, a block at most; none at the end, which was checked then."""
        while not self._ended:
            with refusing():
                piece = self._piece()
            if piece:
                self._given += len(piece)
                if self._given > self._most:
                    raise ExportDamaged
                self._plain.update(piece)
                return piece
        return b""

    def lines(self, longest: int) -> Iterator[bytes]:
        """Yield the lines, without their ends; `ExportDamaged` for one that is too long."""
        rest = b""
        while piece := self.next():
            *whole, rest = (rest + piece).split(b"\n")
            yield from whole
            if len(rest) > longest:
                raise ExportDamaged
        if rest:
            yield rest

    def _piece(self) -> bytes:
        """Return some bytes, or none and perhaps the end."""
        if self._inflate is not None and self._inflate.unconsumed_tail:
            return bytes(self._inflate.decompress(self._inflate.unconsumed_tail, BLOCK))
        if not self._left:
            return self._rest()
        self._source.seek(self._at)
        sealed = self._source.read(min(self._left, BLOCK))
        if not sealed:
            raise ExportDamaged
        self._at += len(sealed)
        self._left -= len(sealed)
        self._mac.update(sealed)
        plain = self._stream.apply(sealed)
        return plain if self._inflate is None else bytes(self._inflate.decompress(plain, BLOCK))

    def _rest(self) -> bytes:
        """Return what was still packed; then check the MAC."""
        if self._inflate is not None and not self._inflate.eof:
            more = bytes(self._inflate.decompress(b"", BLOCK))
            if more:
                return more
            raise ExportDamaged
        self._source.seek(self._at)
        if not hmac.compare_digest(self._source.read(MAC), self._mac.digest()[:MAC]):
            raise ExportDamaged
        self._ended = True
        return b""


def _method(entry: zipfile.ZipInfo) -> int:
    """Return how a file was packed; `ExportDamaged` for one that is not under AES-256 AE-2."""
    if entry.compress_type != _METHOD:
        raise ExportDamaged
    extra, at = entry.extra, 0
    while at + 4 <= len(extra):
        kind, length = struct.unpack_from("<HH", extra, at)
        if kind == _EXTRA and length == 7 and at + 11 <= len(extra):  # noqa: PLR2004 - its length
            _, _, version, who, strength, method = _EXTRA_FORM.unpack_from(extra, at)
            known = method in {zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED}
            if (version in {1, 2}, who, strength, known) == (True, b"AE", 3, True):
                return int(method)
        at += 4 + length
    raise ExportDamaged


@contextmanager
def refusing() -> Iterator[None]:
    """Turn what the modules say of a broken archive into `ExportDamaged`."""
    try:
        yield
    except (
        *(zipfile.BadZipFile, zipfile.LargeZipFile, zlib.error, struct.error),
        *(KeyError, ValueError, NotImplementedError, EOFError, OverflowError),
    ) as error:
        raise ExportDamaged from error
