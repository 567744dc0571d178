"""Turns passwords into keys, wraps keys with keys, and wipes what it can.

Argon2id after RFC 9106; HKDF-SHA-256 after RFC 5869; AES-256-GCM after NIST SP 800-38D with
random 96-bit nonces. Python cannot wipe `str` and `bytes` for certain; `docs/security.md` says so.
"""

from __future__ import annotations

import secrets
import time
from dataclasses import dataclass

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives import hashes, hmac
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.kdf.argon2 import Argon2id
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from app.domain.errors import HeaderForged, MemoryShort
from app.domain.password import normalise

KEY_BYTES = 32
SALT_BYTES = 16
NONCE_BYTES = 12
TAG_BYTES = 16
FLOOR_MEMORY_KIB = 64 * 1024
FLOOR_ITERATIONS = 3
CEILING_MEMORY_KIB = 2 * 1024 * 1024
CEILING_ITERATIONS = 64
CEILING_LANES = 16
# What the vault key is made into, each for one purpose (HKDF).
RAW_KEY = "xinxia sqlcipher raw key 1"
WRAPPING_KEY = "xinxia case keys 1"
AUDIT_KEY = "xinxia audit 1"
_SHORTEST_SECONDS = 0.5
_TARGET_SECONDS = 0.7


@dataclass(frozen=True)
class Argon2Parameters:
    """Memory in KiB, passes and lanes of Argon2id."""

    memory_kib: int
    iterations: int
    lanes: int

    def check(self) -> None:
        """Raise `HeaderForged` outside the bounds: neither a downgrade nor a flood of memory."""
        good = (
            FLOOR_MEMORY_KIB <= self.memory_kib <= CEILING_MEMORY_KIB
            and FLOOR_ITERATIONS <= self.iterations <= CEILING_ITERATIONS
            and 1 <= self.lanes <= CEILING_LANES
        )
        if not good:
            raise HeaderForged


FLOOR = Argon2Parameters(FLOOR_MEMORY_KIB, FLOOR_ITERATIONS, 4)
_CANDIDATE_MEMORY_KIB = 256 * 1024
_CANDIDATE_LANES = 2


def derive(password: str, salt: bytes, parameters: Argon2Parameters) -> bytes:
    """Return the 32-byte key of a password (NFC-normalised, UTF-8, never truncated).

    Raises `HeaderForged` when the parameters are outside the bounds, `MemoryShort` where they ask
    for more than there is.
    """
    parameters.check()
    kdf = Argon2id(
        salt=salt,
        length=KEY_BYTES,
        iterations=parameters.iterations,
        lanes=parameters.lanes,
        memory_cost=parameters.memory_kib,
    )
    try:
        return kdf.derive(normalise(password).encode("utf-8", "surrogatepass"))
    except MemoryError as error:
        raise MemoryShort from error


def calibrate() -> Argon2Parameters:
    """Return parameters that take 0.5 to 1 s on this machine, never below the floor.

    One run with 256 MiB is timed; passes are added until the target. A machine too slow for that
    gets less memory, down to 64 MiB with 3 passes.
    """
    memory = _CANDIDATE_MEMORY_KIB
    while memory > FLOOR_MEMORY_KIB:
        candidate = Argon2Parameters(memory, FLOOR_ITERATIONS, _CANDIDATE_LANES)
        # The quicker of two: a machine that is busy just now must not get a weaker vault for ever.
        one = min(_seconds(candidate), _seconds(candidate))
        if one <= _TARGET_SECONDS:
            passes = max(FLOOR_ITERATIONS, round(FLOOR_ITERATIONS * _TARGET_SECONDS / one))
            return Argon2Parameters(memory, min(passes, CEILING_ITERATIONS), _CANDIDATE_LANES)
        memory //= 2
    return FLOOR


def _seconds(parameters: Argon2Parameters) -> float:
    """Return how long one derivation takes."""
    started = time.perf_counter()
    derive("calibration", bytes(SALT_BYTES), parameters)
    return time.perf_counter() - started


def random_key() -> bytearray:
    """Return 32 random bytes that can be wiped."""
    return bytearray(secrets.token_bytes(KEY_BYTES))


def subkey(key: bytes | bytearray, purpose: str, salt: bytes = b"") -> bytes:
    """Return the 32-byte key that HKDF-SHA-256 makes from `key` for one purpose."""
    return HKDF(
        algorithm=hashes.SHA256(), length=KEY_BYTES, salt=salt, info=purpose.encode("ascii")
    ).derive(bytes(key))


def seal(key: bytes | bytearray, data: bytes, context: bytes) -> bytes:
    """Return nonce and AES-256-GCM ciphertext of `data`, bound to `context`."""
    nonce = secrets.token_bytes(NONCE_BYTES)
    return nonce + AESGCM(bytes(key)).encrypt(nonce, data, context)


def unseal(key: bytes | bytearray, sealed: bytes, context: bytes) -> bytes:
    """Return what was sealed; raise `InvalidTag` for another key, context or a changed byte."""
    if len(sealed) < NONCE_BYTES:
        raise InvalidTag
    return AESGCM(bytes(key)).decrypt(sealed[:NONCE_BYTES], sealed[NONCE_BYTES:], context)


def mac(key: bytes, data: bytes) -> bytes:
    """Return HMAC-SHA-256 of `data`."""
    worker = hmac.HMAC(key, hashes.SHA256())
    worker.update(data)
    return worker.finalize()


def same(one: bytes, other: bytes) -> bool:
    """Return whether two marks are the same, in a time that tells nothing of where they differ."""
    return secrets.compare_digest(one, other)


def wipe(key: bytearray) -> None:
    """Overwrite a key in place."""
    key[:] = bytes(len(key))
