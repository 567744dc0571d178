"""The data key of each case, and the sealing of its words under it.

A key is random, wrapped by the key-encryption key of the vault. Sealed words are bound to table,
case and row, so nothing can be moved to another place unnoticed. Destroying the wrapped key
erases every word of the case. The key of a case with a password of its own is wrapped under the
vault's key and that password together: without the password nothing of it can be unsealed.
"""

from __future__ import annotations

import json
from typing import Any

from cryptography.exceptions import InvalidTag

from app.domain.case import CaseLock
from app.domain.errors import CaseLocked, VaultDamaged
from app.domain.ids import CaseId
from storage import database, keys

# The kinds of a case's key.
VAULT, PASSWORD = "vault", "password"


class CaseKeys:
    """Unwraps case keys, seals and unseals words. Lives as long as the vault is open."""

    def __init__(self, connection: Any, wrapping: bytes) -> None:  # noqa: ANN401
        self._connection = connection
        self._wrapping = bytearray(wrapping)
        self._open: dict[int, bytearray] = {}

    def lock(self, case_id: CaseId, kind: str) -> CaseLock:
        """Return how a case of this `key_kind` stands."""
        if kind == VAULT:
            return CaseLock.NONE
        return CaseLock.OPEN if case_id in self._open else CaseLock.SHUT

    def opened(self) -> list[CaseId]:
        """Return the locked cases that are open in this session."""
        return [one for one in self._locked() if one in self._open]

    def shut(self) -> list[CaseId]:
        """Return the locked cases whose words cannot be read now."""
        return [one for one in self._locked() if one not in self._open]

    def _locked(self) -> list[CaseId]:
        """Return the cases with a password of their own."""
        rows = self._connection.execute("SELECT case_id FROM case_locks ORDER BY case_id")
        return [CaseId(row[0]) for row in rows]

    def wrap(self, case_id: CaseId) -> bytes:
        """Return the key of an open case wrapped under the vault's key alone."""
        return keys.seal(self._wrapping, bytes(self._key(case_id)), key_context(case_id))

    def wrap_with(self, case_id: CaseId, derived: bytes) -> bytes:
        """Return the key of an open case wrapped under the vault's key and a password's."""
        both = self._both(case_id, derived)
        return keys.seal(both, bytes(self._key(case_id)), locked_context(case_id))

    def unwrap_with(self, case_id: CaseId, derived: bytes) -> bytes | None:
        """Return the key of a locked case; None where the password's key is not the right one."""
        row = self._connection.execute(
            "SELECT wrapped_key FROM cases WHERE id = ?", (case_id,)
        ).fetchone()
        try:
            return keys.unseal(self._both(case_id, derived), row[0], locked_context(case_id))
        except InvalidTag:
            return None

    def hold(self, case_id: CaseId, key: bytes) -> None:
        """Keep the key of a locked case until it is dropped or the vault is locked."""
        self._open[case_id] = bytearray(key)

    def reveal(self, case_id: CaseId) -> bytes:
        """Return the key of an open case, to be sealed to the recovery key."""
        return bytes(self._key(case_id))

    def new(self, case_id: CaseId) -> bytes:
        """Make the key of a new case and return it wrapped."""
        key = keys.random_key()
        self._open[case_id] = key
        return keys.seal(self._wrapping, bytes(key), key_context(case_id))

    def seal(self, table: str, case_id: CaseId, row: int, data: bytes) -> bytes:
        """Return `data` sealed for one row of one table."""
        return keys.seal(self._key(case_id), data, row_context(table, case_id, row))

    def unseal(self, table: str, case_id: CaseId, row: int, sealed: bytes) -> bytes:
        """Return what was sealed there; raise `VaultDamaged` when it was changed or moved."""
        try:
            return keys.unseal(self._key(case_id), sealed, row_context(table, case_id, row))
        except InvalidTag as error:
            # SQLCipher lets a bad page behind a long text pass, as zeros: here it is met.
            database.distrust(self._connection)
            raise VaultDamaged from error

    def seal_json(self, table: str, case_id: CaseId, row: int, value: Any) -> bytes:  # noqa: ANN401
        """Return a JSON value sealed for one row."""
        return self.seal(table, case_id, row, json.dumps(value, separators=(",", ":")).encode())

    def unseal_json(self, table: str, case_id: CaseId, row: int, sealed: bytes) -> Any:  # noqa: ANN401
        """Return the JSON value sealed for that row."""
        return json.loads(self.unseal(table, case_id, row, sealed))

    def mac(self, case_id: CaseId, data: bytes) -> bytes:
        """Return an HMAC under a subkey of the case's key: it confirms no guess after erasure."""
        return keys.mac(keys.subkey(self._key(case_id), "xinxia digest 1"), data)

    def wrapping(self) -> bytes:
        """Return the key that wraps the keys of cases."""
        return bytes(self._wrapping)

    def forget(self) -> None:
        """Overwrite every key that is held."""
        for key in self._open.values():
            keys.wipe(key)
        self._open.clear()
        keys.wipe(self._wrapping)

    def drop(self, case_id: CaseId) -> None:
        """Overwrite the key of a case that is removed, or shut."""
        keys.wipe(self._open.pop(case_id, bytearray()))

    def _key(self, case_id: CaseId) -> bytearray:
        """Return the key of a case, unwrapped once."""
        if case_id not in self._open:
            row = self._connection.execute(
                "SELECT wrapped_key, key_kind FROM cases WHERE id = ?", (case_id,)
            ).fetchone()
            if row is None:
                raise KeyError(case_id)
            if row[1] != VAULT:
                raise CaseLocked(case_id)
            try:
                plain = keys.unseal(self._wrapping, row[0], key_context(case_id))
            except InvalidTag as error:
                raise VaultDamaged from error
            self._open[case_id] = bytearray(plain)
        return self._open[case_id]

    def _both(self, case_id: CaseId, derived: bytes) -> bytes:
        """Return the key that needs both the vault's key and that of the case's password."""
        return keys.subkey(bytes(self._wrapping) + derived, f"xinxia case password 1/{case_id:d}")


def key_context(case_id: CaseId) -> bytes:
    """Return what a wrapped case key is bound to."""
    return f"xinxia/1/case-key/{case_id:d}".encode("ascii")


def locked_context(case_id: CaseId) -> bytes:
    """Return what the wrapped key of a case with a password of its own is bound to."""
    return f"xinxia/1/case-key-with-password/{case_id:d}".encode("ascii")


def row_context(table: str, case_id: CaseId, row: int) -> bytes:
    """Return what sealed words are bound to."""
    return f"xinxia/1/{table}/{case_id:d}/{row:d}".encode("ascii")
