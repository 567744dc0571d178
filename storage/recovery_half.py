"""Lets the recovery key open a locked case, without being at hand when the case is locked.

HPKE (RFC 9180: X25519, HKDF-SHA-256, AES-256-GCM) seals the case's key to a public half. The
private half is made anew from the recovery key each time that is typed and is stored nowhere, so
the vault's password never reaches it. The public half lies in the database: nobody without the
vault's key can put another in its place.

A new recovery key has new halves. Whoever makes one calls `CaseLocks.renew_recovery` in the same
step as the header is written. The trap: without the old recovery key only the cases that are open
can be sealed to the new one. The others stay with the old one until their password is next given,
which seals them anew; `CaseLocks.stale` names them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey
from cryptography.hazmat.primitives.hpke import AEAD, KDF, KEM, Suite

from app.domain.errors import HeaderDamaged, RecoveryUnknown
from storage import header, keys

if TYPE_CHECKING:
    from pathlib import Path

    from app.domain.ids import CaseId

_SUITE = Suite(KEM.X25519, KDF.HKDF_SHA256, AEAD.AES_256_GCM)


class RecoveryHalf:
    """The public half of the recovery key of the vault in a folder."""

    def __init__(self, connection: Any, folder: Path) -> None:  # noqa: ANN401
        self._connection = connection
        self._folder = folder

    @property
    def slot(self) -> bytes:
        """The salt of the present recovery key's slot.

        No bytes where the header cannot be read: that keeps no case shut.
        """
        try:
            found, _ = header.read(self._folder)
            return found.slot(header.RECOVERY).salt
        except HeaderDamaged:
            return b""

    def known(self) -> bool:
        """Return whether the half of the present recovery key is here."""
        return self._public() is not None

    def learn(self, secret: bytes) -> None:
        """Store the public half of the present recovery key, which has just been typed."""
        public = _private(secret).public_key().public_bytes_raw()
        if self._public() != public:
            self._connection.execute("DELETE FROM recovery_half")
            self._connection.execute(
                "INSERT INTO recovery_half (id, slot, public) VALUES (1, ?, ?)",
                (self.slot, public),
            )

    def seal(self, case_id: CaseId, key: bytes) -> bytes:
        """Return a case's key sealed to the recovery key; raise `RecoveryUnknown` without it."""
        public = self._public()
        if public is None:
            raise RecoveryUnknown
        half = X25519PublicKey.from_public_bytes(public)
        return _SUITE.encrypt(key, half, info=_context(case_id))

    def _public(self) -> bytes | None:
        """Return the half that belongs to the header's slot, or None."""
        row = self._connection.execute(
            "SELECT public FROM recovery_half WHERE slot = ?", (self.slot,)
        ).fetchone()
        return None if row is None else bytes(row[0])


def unseal(secret: bytes, case_id: CaseId, sealed: bytes) -> bytes | None:
    """Return the case's key, or None where this is not the recovery key it was sealed to."""
    try:
        return _SUITE.decrypt(sealed, _private(secret), info=_context(case_id))
    except InvalidTag:
        return None


def _private(secret: bytes) -> X25519PrivateKey:
    """Return the private half of a recovery key; its 160 random bits need no slow derivation."""
    return X25519PrivateKey.from_private_bytes(keys.subkey(secret, "xinxia recovery half 1"))


def _context(case_id: CaseId) -> bytes:
    """Return what a sealed case key is bound to."""
    return f"xinxia/1/case-key-for-recovery/{case_id:d}".encode("ascii")
