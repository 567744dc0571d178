"""Open with the system's keyring: a ticket for the first start after the computer was started.

What is kept there is taken out by every opening, and put back only when the program is closed: a
locked vault has no key anywhere but in her head and on her paper (docs/decisions/keyring.md).
"""

from __future__ import annotations

import secrets
from contextlib import suppress
from typing import TYPE_CHECKING, Final

from app.domain.audit import AuditKind
from app.domain.errors import DiskFailed, DiskFull, KeyringFailed, NotWritable, VaultReadOnly
from app.services import vaults

if TYPE_CHECKING:
    from pathlib import Path

    from app.domain.proof import Proof
    from app.ports import Clock, Door, Keychain, Opened, OpenVault

_BYTES: Final = 32
_NO_ROOM = (DiskFull, DiskFailed, NotWritable)
_UNWRITTEN = (*_NO_ROOM, VaultReadOnly)


def offered(door: Door, place: Path, here: str) -> bool:
    """Return whether the keyring of this computer may open the vault; `here` is its name in it."""
    return bool(here) and door.keyring_name(place) == here


def unlock(door: Door, keychain: Keychain, clock: Clock, place: Path) -> Opened:
    """Open with what the keyring kept; raise `KeyringFailed` where the password must be asked."""
    name = door.keyring_name(place)
    if not name:
        raise KeyringFailed("empty")
    opened = door.open_with_keyring(place, _ticket(keychain.take(name), clock))
    vaults.record_opening(opened.vault, clock, AuditKind.UNLOCKED_BY_KEYRING)
    return opened


def switch_on(vault: OpenVault, keychain: Keychain, clock: Clock, proof: Proof) -> str:
    """Let the keyring open this vault; return the name that this computer is to remember.

    A keyring that does not give back what it was given is refused before anything changes. Raises
    `KeyringFailed` and what `WaysIn.switch_keyring_on` raises.
    """
    _try(keychain)
    secret = secrets.token_bytes(_BYTES)
    name = vault.ways.switch_keyring_on(proof, secret)
    try:
        with vault.transaction():
            vault.settings.remember_keyring(secret.hex(), out=False)
            vault.audit.record(AuditKind.KEYRING_ON, clock.now())
    except _NO_ROOM:
        with suppress(*_NO_ROOM):
            vault.ways.switch_keyring_off()
        raise
    return name


def switch_off(vault: OpenVault, clock: Clock) -> None:
    """Let nothing of a keyring open this vault; what a keyring may still hold is worth nothing."""
    vault.ways.switch_keyring_off()
    with vault.transaction():
        vault.settings.remember_keyring("", out=False)
        vault.audit.record(AuditKind.KEYRING_OFF, clock.now())


def settle(vault: OpenVault, keychain: Keychain, clock: Clock, here: str) -> bool:
    """After an opening, see to it that the keyring holds nothing; False where that had to end.

    A keyring that does not give the ticket back loses its slot: a ticket that lies about would
    open a vault that was locked. It is asked whatever the vault remembers: a copy of it that was
    restored from a backup knows nothing of a ticket that was left since, and it opens that copy.
    """
    if not here or vault.ways.keyring_name() != here:
        return True
    try:
        keychain.take(here)
    except KeyringFailed:
        with suppress(*_UNWRITTEN):  # the slot goes first, and that is what counts
            switch_off(vault, clock)
        return False
    secret, out = vault.settings.keyring()
    if out:
        with suppress(*_UNWRITTEN), vault.transaction():
            vault.settings.remember_keyring(secret, out=False)
    return True


def deposit(vault: OpenVault, keychain: Keychain, clock: Clock, here: str) -> None:
    """Before the program is closed, leave a ticket for the next start of the computer.

    Nothing holds the closing up: without a ticket the password is asked.
    """
    secret, _ = vault.settings.keyring()
    if not here or not secret or vault.ways.keyring_name() != here:
        return
    with suppress(KeyringFailed, *_NO_ROOM):
        with vault.transaction():
            vault.settings.remember_keyring(secret, out=True)
        keychain.keep(here, f"{clock.since_boot()[0]} {secret}")


def _try(keychain: Keychain) -> None:
    """Raise `KeyringFailed` unless the keyring gives back what it was given."""
    name, word = f"trial {secrets.token_hex(8)}", secrets.token_hex(_BYTES)
    keychain.keep(name, word)
    if keychain.take(name) != word:
        raise KeyringFailed("absent")


def _ticket(kept: str | None, clock: Clock) -> bytes:
    """Return the secret of a ticket; raise `KeyringFailed` for none, or one of this same start."""
    if kept is None:
        raise KeyringFailed("empty")
    boot, _, secret = kept.rpartition(" ")
    if boot == clock.since_boot()[0]:
        raise KeyringFailed("spent")
    try:
        return bytes.fromhex(secret)
    except ValueError as error:
        raise KeyringFailed("changed") from error
