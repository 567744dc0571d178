"""The data key of each case, and the sealing of its words under it.

A key is random, wrapped by the key-encryption key of the vault. Sealed words are bound to table,
case and row, so nothing can be moved to another place unnoticed. Destroying the wrapped key
erases every word of the case.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from cryptography.exceptions import InvalidTag

from app.domain.errors import VaultDamaged
from storage import database, keys

if TYPE_CHECKING:
    from app.domain.ids import CaseId


class CaseKeys:
    """Unwraps case keys, seals and unseals words. Lives as long as the vault is open."""

    def __init__(self, connection: Any, wrapping: bytes) -> None:  # noqa: ANN401
        self._connection = connection
        self._wrapping = bytearray(wrapping)
        self._open: dict[int, bytearray] = {}

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
        """Overwrite the key of a case that is removed."""
        keys.wipe(self._open.pop(case_id, bytearray()))

    def _key(self, case_id: CaseId) -> bytearray:
        """Return the key of a case, unwrapped once."""
        if case_id not in self._open:
            row = self._connection.execute(
                "SELECT wrapped_key FROM cases WHERE id = ?", (case_id,)
            ).fetchone()
            if row is None:
                raise KeyError(case_id)
            try:
                plain = keys.unseal(self._wrapping, row[0], key_context(case_id))
            except InvalidTag as error:
                raise VaultDamaged from error
            self._open[case_id] = bytearray(plain)
        return self._open[case_id]


def key_context(case_id: CaseId) -> bytes:
    """Return what a wrapped case key is bound to."""
    return f"xinxia/1/case-key/{case_id:d}".encode("ascii")


def row_context(table: str, case_id: CaseId, row: int) -> bytes:
    """Return what sealed words are bound to."""
    return f"xinxia/1/{table}/{case_id:d}/{row:d}".encode("ascii")
