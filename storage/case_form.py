"""The unfinished form of a new case: one row, sealed under a key that goes with it."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from cryptography.exceptions import InvalidTag

from app.domain.as_json import as_json
from app.domain.case import ServiceMode
from app.domain.case_form import CaseForm
from app.domain.client import profile_from_mapping
from app.domain.errors import VaultDamaged
from storage import keys, times

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime

_KEY, _WORDS = b"xinxia/1/case-form/key", b"xinxia/1/case-form/words"


class CaseFormRow:
    """The `CaseForms` of a vault.

    There is no case yet whose key could seal the words, so each keeping has a random key of its
    own, wrapped by a subkey of the vault's: with the row its key goes too.
    """

    def __init__(self, connection: Any, wrapping: bytes) -> None:  # noqa: ANN401
        self._connection = connection
        self._wrapping = bytearray(wrapping)

    def keep(self, form: CaseForm, at: datetime) -> None:
        """Keep the form in place of the last; call it in a transaction."""
        words = {"code": form.code, "mode": form.mode.value, "profile": as_json(form.profile)}
        self.put({**words, "first": form.first}, times.to_text(at))

    def put(self, words: Mapping[str, Any], at: str) -> None:
        """Keep a form in place of the last, as `words` said it, from a time as rows have it."""
        key = keys.random_key()
        wrapped = keys.seal(self._wrapping, bytes(key), _KEY)
        sealed = keys.seal(key, json.dumps(words, separators=(",", ":")).encode(), _WORDS)
        keys.wipe(key)
        self.drop()
        self._connection.execute(
            "INSERT INTO case_form (id, updated_at, wrapped_key, sealed) VALUES (1, ?, ?, ?)",
            (at, wrapped, sealed),
        )

    def get(self) -> CaseForm | None:
        """Return the form; raise `VaultDamaged` when what was sealed has been changed."""
        raw = self.words()
        if raw is None:
            return None
        profile = profile_from_mapping(raw["profile"])
        return CaseForm(raw["code"], ServiceMode(raw["mode"]), profile, raw.get("first", ""))

    def words(self) -> dict[str, Any] | None:
        """Return what was filled in, as JSON has it, or None; raise `VaultDamaged` as `get`."""
        row = self._connection.execute("SELECT wrapped_key, sealed FROM case_form").fetchone()
        if row is None:
            return None
        try:
            key = bytearray(keys.unseal(self._wrapping, row[0], _KEY))
            raw: dict[str, Any] = json.loads(keys.unseal(key, row[1], _WORDS))
        except InvalidTag as error:
            raise VaultDamaged from error
        keys.wipe(key)
        return raw

    def wrapping(self) -> bytes:
        """Return the key that wraps the key of the form."""
        return bytes(self._wrapping)

    def drop(self) -> None:
        """Keep nothing any more."""
        self._connection.execute("DELETE FROM case_form")

    def forget(self) -> None:
        """Overwrite the key."""
        keys.wipe(self._wrapping)
