"""Cases with a password of their own (咨询记录文档密码, clauses 044, 050, 103).

Only the wrap of the case's key changes: not a signed row is written anew. The key stays in memory
from the moment the password is given until the case is shut or the vault is locked.
"""

from __future__ import annotations

import secrets
from contextlib import suppress
from typing import TYPE_CHECKING, Any

from app.domain import password as passwords
from app.domain import recovery_key
from app.domain.case import CaseLock
from app.domain.errors import (
    CaseLocked,
    CaseLockedAlready,
    CaseLockMissing,
    RecoveryNotChosen,
    Refusal,
    VaultDamaged,
    WeakPassword,
)
from app.domain.ids import CaseId
from storage import case_keys, header, keys, recovery_half
from storage.tries import Tries

if TYPE_CHECKING:
    from pathlib import Path

    from app.ports import Clock
    from storage.case_keys import CaseKeys
    from storage.notes import NoteRows
    from storage.recordings import RecordingRows
    from storage.recovery_half import RecoveryHalf


class CaseLockRows:
    """The `CaseLocks` of a vault."""

    def __init__(
        self,
        connection: Any,  # noqa: ANN401 - sqlcipher3 has no types
        case_keys: CaseKeys,
        texts: tuple[NoteRows, RecordingRows],
        half: RecoveryHalf,
        where: tuple[Path, Clock],
    ) -> None:
        self._connection = connection
        self._keys = case_keys
        self._notes, self._recordings = texts
        self._half = half
        self._folder, self._clock = where
        self._by_recovery: set[CaseId] = set()

    def stands(self, case_id: CaseId) -> CaseLock:
        """Return whether a case has a password, and whether it was given; KeyError: no case."""
        row = self._connection.execute(
            "SELECT key_kind FROM cases WHERE id = ?", (case_id,)
        ).fetchone()
        if row is None:
            raise KeyError(case_id)
        return self._keys.lock(case_id, row[0])

    def shut_cases(self) -> list[CaseId]:
        """Return the cases whose words cannot be read now."""
        return self._keys.shut()

    def recovery_opens(self, case_id: CaseId) -> bool:
        """Return whether the recovery key opens a locked case, too."""
        return self._row(case_id)[1] is not None

    def recovery_known(self) -> bool:
        """Return whether the recovery key can be chosen as a second way in."""
        return self._half.known()

    def opened_by_recovery(self, case_id: CaseId) -> bool:
        """Return whether the recovery key opened a case in this session."""
        return case_id in self._by_recovery

    def wait_left(self, case_id: CaseId) -> float:
        """Return the seconds until the next try at a case is allowed."""
        return self._tries(case_id).wait_left()

    def open(self, case_id: CaseId, password: str) -> None:
        """Open a locked case for this session; seal it to a recovery key that came since.

        Raises `CaseLockMissing`, `TooManyTries`, `WrongPassword`.
        """
        self._keys.hold(case_id, self._prove(case_id, password))
        self._follow(case_id)

    def open_with_recovery(self, case_id: CaseId, typed: str) -> None:
        """Open a locked case with the recovery key as typed; an earlier one opens what it opened.

        Raises `CaseLockMissing`, `RecoveryKeyMistyped`, `RecoveryNotChosen`, `TooManyTries`,
        `WrongPassword`.
        """
        secret = recovery_key.from_text(typed)
        sealed = self._row(case_id)[1]
        if sealed is None:
            raise RecoveryNotChosen
        key = self._tries(case_id).of(lambda: recovery_half.unseal(secret, case_id, sealed))
        self._keys.hold(case_id, key)
        self._by_recovery.add(case_id)
        self._follow(case_id)

    def shut(self, case_id: CaseId) -> None:
        """Forget the key of a locked case, and those of its recordings that are being read.

        What is not locked stays as it is.
        """
        if self.stands(case_id) is CaseLock.OPEN:
            self._recordings.close_readers_of(case_id)
            self._keys.drop(case_id)
            self._by_recovery.discard(case_id)

    def set(self, case_id: CaseId, password: str, *, recovery: bool) -> None:
        """Give a case a password; its words leave the index. Call it in a transaction.

        `recovery` lets the recovery key open it, too. Raises `CaseLockedAlready`, `RecoveryUnknown`
        and `WeakPassword` for the password of the vault: whoever knows that one would be in.
        """
        if self.stands(case_id) is not CaseLock.NONE:
            raise CaseLockedAlready
        self._lock(case_id, password, recovery=recovery)

    def change(self, case_id: CaseId, old: str, new: str, *, recovery: bool) -> None:
        """Change the password of an open case; call it in a transaction.

        `old` is not asked for where the recovery key opened the case. Raises as `set` and `open`
        do, and `CaseLocked` for a case that is shut; `WeakPassword` for the present one besides,
        unless it is kept to change whether the recovery key opens the case.
        """
        self._check(case_id, old)
        if recovery == self.recovery_opens(case_id) and self._is_present(case_id, old, new):
            raise WeakPassword("same")
        self._connection.execute("DELETE FROM case_locks WHERE case_id = ?", (case_id,))
        self._lock(case_id, new, recovery=recovery)

    def remove(self, case_id: CaseId, old: str) -> None:
        """Take the password of an open case away; call it in a transaction.

        Its words go back into the index. Raises as `change` does.
        """
        self._check(case_id, old)
        wrapped = self._keys.wrap(case_id)
        self._connection.execute("DELETE FROM case_locks WHERE case_id = ?", (case_id,))
        self._rewrap(case_id, wrapped, case_keys.VAULT)
        self._notes.enter_index(case_id)

    def learn_recovery(self, secret: bytes) -> None:
        """Store the half of the recovery key that locks: that key was typed just now."""
        self._half.learn(secret)

    def renew_recovery(self, secret: bytes, old: bytes | None = None) -> None:
        """Seal to a new recovery key what the old one opens.

        Call it in a transaction, after the header with the new slot was written. Without the `old`
        secret only the cases that are open can be sealed anew; `stale` names the others.
        """
        self._half.learn(secret)
        for case_id in self.stale():
            sealed = self._row(case_id)[1] or b""
            key = recovery_half.unseal(old, case_id, sealed) if old else None
            if key is not None or self.stands(case_id) is CaseLock.OPEN:
                self._seal_to_recovery(case_id, key)

    def stale(self) -> list[CaseId]:
        """Return the cases that an earlier recovery key opens, and the present one does not yet."""
        slot = self._half.slot
        if not slot:
            return []
        rows = self._connection.execute(
            "SELECT case_id FROM case_locks WHERE recovery_slot <> ? ORDER BY case_id", (slot,)
        )
        return [CaseId(row[0]) for row in rows.fetchall()]

    def opens_any(self, password: str) -> bool:
        """Return whether a password is that of a case, at the price of one Argon2id a case.

        It is not counted: it is asked only of who proved that the vault is hers (`FolderWaysIn`).
        """
        rows = self._connection.execute("SELECT case_id FROM case_locks ORDER BY case_id")
        return any(self._opens(CaseId(row[0]), password) is not None for row in rows.fetchall())

    def _lock(self, case_id: CaseId, password: str, *, recovery: bool) -> None:
        """Wrap the key of an open case under a password; only the wrap is new."""
        found, _ = header.read(self._folder)
        own = header.open_slot(found, header.PASSWORD, password)
        if own is not None:
            keys.wipe(own)
            raise WeakPassword("vault")
        # As slow as the vault's own password: that was measured on her machine.
        slow = found.slot(header.PASSWORD).argon2 or keys.FLOOR
        salt = secrets.token_bytes(keys.SALT_BYTES)
        wrapped = self._keys.wrap_with(case_id, keys.derive(password, salt, slow))
        self._notes.leave_index(case_id)
        self._rewrap(case_id, wrapped, case_keys.PASSWORD)
        self._connection.execute(
            "INSERT INTO case_locks (case_id, salt, memory_kib, iterations, lanes)"
            " VALUES (?, ?, ?, ?, ?)",
            (case_id, salt, slow.memory_kib, slow.iterations, slow.lanes),
        )
        if recovery:
            self._seal_to_recovery(case_id)

    def _follow(self, case_id: CaseId) -> None:
        """Seal a case that was just opened to a recovery key that came since its last seal."""
        with suppress(Refusal):  # a full disk does not keep a case shut
            if case_id in self.stale() and self._half.known():
                self._seal_to_recovery(case_id)

    def _rewrap(self, case_id: CaseId, wrapped: bytes, kind: str) -> None:
        """Store the key of a case in its new wrap."""
        self._connection.execute(
            "UPDATE cases SET wrapped_key = ?, key_kind = ? WHERE id = ?", (wrapped, kind, case_id)
        )

    def _seal_to_recovery(self, case_id: CaseId, key: bytes | None = None) -> None:
        """Let the present recovery key open a case that is open, or whose key is given."""
        sealed = self._half.seal(case_id, key or self._keys.reveal(case_id))
        self._connection.execute(
            "UPDATE case_locks SET recovery = ?, recovery_slot = ? WHERE case_id = ?",
            (sealed, self._half.slot, case_id),
        )

    def _check(self, case_id: CaseId, password: str) -> None:
        """Raise unless a case is open, and its password right where that opened it."""
        if self.stands(case_id) is CaseLock.SHUT:
            raise CaseLocked(case_id)
        if not self.opened_by_recovery(case_id):
            self._prove(case_id, password)

    def _prove(self, case_id: CaseId, password: str) -> bytes:
        """Return the key that a password opens, or raise after counting the failure."""
        self._row(case_id)  # without a lock nothing is counted
        return self._tries(case_id).of(lambda: self._opens(case_id, password))

    def _opens(self, case_id: CaseId, password: str) -> bytes | None:
        """Return the key that a password opens, or None."""
        derivation = self._row(case_id)[0]
        slow = keys.Argon2Parameters(*derivation[1:])
        derived = keys.derive(password, derivation[0], slow)
        return self._keys.unwrap_with(case_id, derived)

    def _is_present(self, case_id: CaseId, old: str, new: str) -> bool:
        """Return whether a case has the password `new` already, once `_check` has let one in.

        Where the recovery key did, nobody told the present one: it costs an Argon2id to try.
        """
        if self.opened_by_recovery(case_id):
            return self._opens(case_id, new) is not None
        return passwords.normalise(old) == passwords.normalise(new)

    def _row(self, case_id: CaseId) -> tuple[tuple[Any, ...], bytes | None]:
        """Return how a password is derived, and what the recovery key opens."""
        row = self._connection.execute(
            "SELECT salt, memory_kib, iterations, lanes, recovery"
            " FROM case_locks WHERE case_id = ?",
            (case_id,),
        ).fetchone()
        if row is None:
            if self.stands(case_id) is not CaseLock.NONE:
                raise VaultDamaged  # a locked case without what its password is derived by
            raise CaseLockMissing
        return tuple(row[:4]), row[4]

    def _tries(self, case_id: CaseId) -> Tries:
        """Return the count of wrong passwords of a case."""
        return Tries.of_case(self._folder, self._clock, case_id)
