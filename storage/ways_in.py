"""Changes what opens a vault: its password, its recovery key, its slot for the system's keyring.

The vault key stays; only its wrapping changes. A new slot must give the key back before anything
is written; then the header is replaced whole, read back, and its copy follows (promise 14). So at
every moment exactly one of the old and the new way opens, whatever ends the program.
"""

from __future__ import annotations

import hmac
from contextlib import suppress
from typing import TYPE_CHECKING, Any

from app.domain import password as passwords
from app.domain import recovery_key
from app.domain.errors import (
    KeyringFailed,
    OpeningTooOld,
    Refusal,
    VaultDamaged,
    VaultReadOnly,
    WeakPassword,
    WrapUnproved,
)
from app.domain.proof import OPENING_STANDS
from storage import files, header, keys
from storage.tries import Tries

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import datetime
    from pathlib import Path

    from app.domain.proof import Proof
    from app.ports import Clock
    from storage.case_locks import CaseLockRows


class FolderWaysIn:
    """The `WaysIn` of an open vault.

    It holds no key: every change asks for a proof, unwraps the vault key with it, and forgets it.
    But for a few minutes after the recovery key opened the vault, so that the same forty characters
    are not asked twice: until the new password is set, its page is left, or the vault is locked.
    """

    def __init__(
        self,
        where: tuple[Path, Clock],
        raw_key: bytearray,
        connection: Any,  # noqa: ANN401 - sqlcipher3 has no types
        locks: CaseLockRows,
        argon2: Callable[[], keys.Argon2Parameters],
    ) -> None:
        """`raw_key` is that of the open database: no other vault's header is taken for this one."""
        self._folder, self._clock = where
        self._raw_key = raw_key
        self._connection = connection
        self._locks = locks
        self._argon2 = argon2
        self._kept = bytearray()
        self._kept_at = ("", 0.0)

    def keep_opening(self, key: bytearray) -> None:
        """Keep the vault key that the recovery key has just unwrapped, as a proof: `OPENING`."""
        self._kept, self._kept_at = bytearray(key), self._clock.since_boot()

    def opened_just_now(self) -> bool:
        """Return whether the opening with the recovery key still stands for it."""
        boot, now = self._clock.since_boot()
        since = now - self._kept_at[1] if boot == self._kept_at[0] else -1.0
        if not 0 <= since < OPENING_STANDS.total_seconds():
            self.forget_opening()
        return bool(self._kept)

    def forget_opening(self) -> None:
        """Overwrite the key that was kept."""
        keys.wipe(self._kept)
        self._kept = bytearray()

    def change_password(self, proof: Proof, password: str) -> None:
        """Let `password` open the vault in place of the present one.

        Raises `WeakPassword` (also where it is the present one, or that of a case: who knows the
        vault's would be in there), `VaultReadOnly`, `WrongPassword`, `TooManyTries`,
        `RecoveryKeyMistyped`, `OpeningTooOld`, `WrapUnproved`, `DiskFull`, `NotWritable`,
        `DiskFailed`; the present one then still opens.
        """
        self._check_writable()
        passwords.check(password)
        if not proof.recovery and _same(proof.words, password):
            raise WeakPassword("same")
        found, key = self._opening() if proof.opening else self._proved(proof)
        try:
            # Both are asked of nobody who has not proved herself.
            if proof.recovery and _opens(found, password):
                raise WeakPassword("same")
            if self._locks.opens_any(password):
                raise WeakPassword("case")
            slot = header.password_slot(found.vault_id, key, password, self._argon2())
            self._replace(found, slot, password, key)
            self.forget_opening()
        finally:
            keys.wipe(key)

    def change_recovery(self, proof: Proof, groups: Sequence[str]) -> None:
        """Let the recovery key of these groups open the vault in place of the present one.

        Raises what `change_password` raises, but `WeakPassword`.
        """
        self._check_writable()
        secret = recovery_key.from_text("".join(groups))
        found, key = self._proved(proof)
        try:
            slot = header.random_slot(found.vault_id, key, header.RECOVERY, secret)
            self._replace(found, slot, secret, key)
        finally:
            keys.wipe(key)

    def check_recovery(self, typed: str) -> None:
        """Raise `WrongPassword`, `TooManyTries` or `RecoveryKeyMistyped` unless the key opens."""
        secret = recovery_key.from_text(typed)
        keys.wipe(self._opened(header.read(self._folder)[0], header.RECOVERY, secret))

    def mend(self) -> None:
        """Make header and copy both say what has opened this vault; see `header.mend`."""
        header.mend(self._folder, header.read(self._folder)[0])

    def wrong_tries(self) -> tuple[int, datetime | None]:
        """Return how many wrong tries the trail does not tell of yet, and when the last was."""
        return Tries(self._folder, self._clock).unsaid()

    def wrong_tries_told(self) -> None:
        """Forget them: the trail tells of them now. A disk that refuses has them told again."""
        with suppress(Refusal):
            Tries(self._folder, self._clock).told()

    def mended(self) -> bool:
        """Return whether the header opens the vault again; False while only its copy does."""
        return not header.read(self._folder)[1]

    def keyring_name(self) -> str:
        """Return under which name the keyring keeps this vault's secret; "" when switched off."""
        found, _ = header.read(self._folder)
        return keyring_name(found)

    def switch_keyring_on(self, proof: Proof, secret: bytes) -> str:
        """Let `secret` open the vault, too; return under which name a keyring is to keep it."""
        self._check_writable()
        found, key = self._proved(proof)
        try:
            slot = header.random_slot(found.vault_id, key, header.KEYRING, secret)
            self._replace(found, slot, secret, key)
        finally:
            keys.wipe(key)
        return found.vault_id.hex()

    def switch_keyring_off(self) -> None:
        """Let nothing of a keyring open the vault any more; that needs no proof."""
        found, _ = header.read(self._folder)
        if found.has(header.KEYRING):
            self._write(found.without(header.KEYRING))

    def _check_writable(self) -> None:
        """Raise `VaultReadOnly` in a damaged vault: no byte of it changes, its header's neither."""
        if self._connection.read_only:
            raise VaultReadOnly

    def _opening(self) -> tuple[header.Header, bytearray]:
        """Return header and vault key as the opening left them, or raise `OpeningTooOld`."""
        if not self.opened_just_now():
            raise OpeningTooOld
        return header.read(self._folder)[0], bytearray(self._kept)

    def _proved(self, proof: Proof) -> tuple[header.Header, bytearray]:
        """Return header and vault key, or raise after counting a wrong proof."""
        found, _ = header.read(self._folder)
        if proof.recovery:
            secret = recovery_key.from_text(proof.words)
            return found, self._opened(found, header.RECOVERY, secret)
        return found, self._opened(found, header.PASSWORD, proof.words)

    def _opened(self, found: header.Header, kind: str, secret: str | bytes) -> bytearray:
        """Return the vault key; it must be the one that this vault was opened with."""
        key = tried(found, kind, secret, Tries(self._folder, self._clock))
        if not hmac.compare_digest(keys.subkey(key, keys.RAW_KEY), bytes(self._raw_key)):
            keys.wipe(key)
            raise VaultDamaged
        return key

    def _replace(
        self, found: header.Header, slot: header.Slot, secret: str | bytes, key: bytearray
    ) -> None:
        """Put a slot in place of the one of its kind, once it has given the key back."""
        made = found.with_slot(slot)
        proved = header.open_slot(made, slot.kind, secret)
        if proved != key:
            raise WrapUnproved
        keys.wipe(proved)
        self._write(made)

    def _write(self, made: header.Header) -> None:
        """Put a header in force; a copy that the disk does not take is mended when next opened."""
        header.put(self._folder, made)
        with suppress(Refusal):
            files.write_private(self._folder / header.COPY, header.encode(made))


def tried(found: header.Header, kind: str, secret: str | bytes, tries: Tries) -> bytearray:
    """Return the vault key, or raise after counting the failure; a pause comes before the try."""
    if kind == header.KEYRING:  # nobody guesses 256 bits: what is wrong there counts for nothing
        tries.check()
        return _kept(header.open_slot(found, kind, secret))
    return tries.of(lambda: header.open_slot(found, kind, secret))


def _kept(key: bytearray | None) -> bytearray:
    """Return the vault key that a keyring's secret gave, or raise `KeyringFailed`."""
    if key is None:
        raise KeyringFailed("changed")
    return key


def keyring_name(found: header.Header) -> str:
    """Return under which name a keyring keeps the secret of a vault; "" when it has none."""
    return found.vault_id.hex() if found.has(header.KEYRING) else ""


def _opens(found: header.Header, password: str) -> bool:
    """Return whether a password opens the vault now, at the price of one Argon2id."""
    key = header.open_slot(found, header.PASSWORD, password)
    if key is None:
        return False
    keys.wipe(key)
    return True


def _same(one: str, other: str) -> bool:
    """Compare two passwords as the key derivation does."""
    return passwords.normalise(one) == passwords.normalise(other)
