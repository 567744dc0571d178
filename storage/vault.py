"""A vault: a folder with a header, one SQLCipher file, and what belongs to them.

`FolderDoor` makes and opens vaults, `Vault` is an open one. Nothing here is shared between
threads.
"""

from __future__ import annotations

import os
import secrets
import shutil
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING, Any

from app.domain import password as passwords
from app.domain import recovery_key
from app.domain.errors import (
    HeaderDamaged,
    NoVaultThere,
    PlaceTaken,
    Refusal,
    VaultDamaged,
    VaultTooNew,
)
from app.ports import Opened
from storage import backup, database, files, header, keys, migrations
from storage.appointments import AppointmentRows
from storage.audit import AuditTrail
from storage.case_form import CaseFormRow
from storage.case_keys import CaseKeys
from storage.cases import CaseRows
from storage.clients import ClientRows
from storage.consents import ConsentRows
from storage.holding import Holding
from storage.notes import NoteRows
from storage.search import NoteSearch
from storage.sessions import SessionRows
from storage.settings import SettingRows
from storage.tries import Tries
from storage.ways_in import RAW_KEY, FolderWaysIn, keyring_name, tried
from storage.word_index import WordIndex

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from pathlib import Path

    from app.ports import Clock

DATABASE = "vault.db"
MEDIA = "media"
_OWN_FILES = frozenset({".DS_Store", "desktop.ini", "Thumbs.db"})


class Vault:
    """An unlocked vault; implements `OpenVault`."""

    def __init__(  # noqa: PLR0913 - the parts of a vault; made in one place
        self,
        folder: Path,
        connection: Any,  # noqa: ANN401 - sqlcipher3 has no types
        key: bytearray,
        holding: Holding,
        clock: Clock,
        *,
        argon2: Callable[[], keys.Argon2Parameters],
    ) -> None:
        self._folder = folder
        self._connection = connection
        self._holding = holding
        self._raw_key = bytearray(keys.subkey(key, RAW_KEY))
        self._case_keys = CaseKeys(connection, keys.subkey(key, "xinxia case keys 1"))
        self._clock = clock
        index = WordIndex(connection)
        self.cases = CaseRows(connection, self._case_keys)
        self.case_form = CaseFormRow(connection, keys.subkey(key, "xinxia case form 1"))
        self.clients = ClientRows(connection, self._case_keys)
        self.sessions = SessionRows(connection)
        self.notes = NoteRows(connection, self._case_keys, index)
        self.consents = ConsentRows(connection, self._case_keys)
        self.appointments = AppointmentRows(connection, self._case_keys)
        self.audit = AuditTrail(connection, keys.subkey(key, "xinxia audit 1"), clock)
        self.search = NoteSearch(connection, index, self.notes)
        self.settings = SettingRows(connection)
        self.ways = FolderWaysIn(folder, clock, self._raw_key, argon2)

    @property
    def name(self) -> str:
        """The folder's name."""
        return self._folder.name

    @property
    def folder(self) -> Path:
        """Where the vault lies."""
        return self._folder

    def raw_key(self) -> bytes:
        """Return the key of the database, for checks on connections of their own."""
        return bytes(self._raw_key)

    @property
    def connection(self) -> Any:  # noqa: ANN401
        """The database, for the maintenance that lives in this room."""
        return self._connection

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """Return a context in which all writes succeed together or not at all.

        Where they do, there is room: lines of the trail that were held are written behind them.
        """
        outer = not self._connection.in_transaction
        with database.transaction(self._connection):
            yield
        if outer:
            self.audit.catch_up()

    def forget_deleted(self) -> None:
        """Write the log back and empty it: what was deleted is in no page of it any more."""
        # On a full or failing disk the log stays; it is read at the next opening.
        with suppress(database.Error, Refusal):
            self._connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()

    def check_password(self, password: str) -> None:
        """Raise `WrongPassword` or `TooManyTries` unless `password` opens this vault."""
        found, _ = header.read(self._folder)
        keys.wipe(tried(found, header.PASSWORD, password, Tries(self._folder, self._clock)))

    def close(self) -> None:
        """Write what is open, close the file, forget the keys, let go of the folder."""
        try:
            self.forget_deleted()
            self.audit.catch_up()  # emptying the log may have made the room
        finally:
            self._connection.close()
            self._case_keys.forget()
            self.case_form.forget()
            keys.wipe(self._raw_key)
            self.audit.forget()
            self._holding.release()


class FolderDoor:
    """The `Door` of the real disk."""

    def __init__(
        self,
        clock: Clock,
        argon2: Callable[[], keys.Argon2Parameters] = keys.calibrate,
    ) -> None:
        """`argon2` gives the parameters of new vaults; they are measured on this machine."""
        self._clock = clock
        self._argon2 = argon2

    def new_recovery_key(self) -> tuple[str, ...]:
        """Return a fresh recovery key as eight groups."""
        return recovery_key.to_groups(secrets.token_bytes(recovery_key.BITS // 8))

    def create(self, place: Path, password: str, recovery: Sequence[str]) -> Opened:
        """Make a vault in the empty or absent folder `place` and open it.

        Raises `WeakPassword`, `RecoveryKeyMistyped`, `PlaceTaken`, `NotWritable`, `DiskFull`,
        `EncryptionMissing`. A creation that fails leaves nothing behind.
        """
        passwords.check(password)
        secret = recovery_key.from_text("".join(recovery))
        database.prove_encryption()
        fresh = _check_free(place)
        try:
            files.make_private_folder(place)
            return self._create(place, password, secret)
        except BaseException:
            _clear(place, remove=fresh)
            raise

    def _create(self, place: Path, password: str, secret: bytes) -> Opened:
        """Make database and header; the header comes last: only with it there is a vault."""
        vault_id = secrets.token_bytes(keys.SALT_BYTES)
        key = keys.random_key()
        slots = (
            header.password_slot(vault_id, key, password, self._argon2()),
            header.random_slot(vault_id, key, header.RECOVERY, secret),
        )
        holding = Holding(place)
        try:
            files.make_private_folder(place / MEDIA)
            vault = self._enter(place, key, holding)
            try:
                header.write(place, header.Header(vault_id, 1, slots))
            except BaseException:
                vault.close()
                raise
        except BaseException:
            holding.release()
            raise
        return Opened(vault)

    def exists(self, place: Path) -> bool:
        """Return whether the folder holds a vault."""
        return (place / header.NAME).is_file() or (place / header.COPY).is_file()

    def wait_left(self, place: Path) -> float:
        """Return the seconds until the next try is allowed."""
        return Tries(place, self._clock).wait_left()

    def open(self, place: Path, password: str) -> Opened:
        """Open with the password; see `_open` for what it raises."""
        return self._open(place, header.PASSWORD, password)

    def open_with_recovery(self, place: Path, typed: str) -> Opened:
        """Open with the typed recovery key; `RecoveryKeyMistyped` names a wrong group."""
        return self._open(place, header.RECOVERY, recovery_key.from_text(typed))

    def keyring_name(self, place: Path) -> str:
        """Return under which name the keyring keeps what opens a vault; "" where it does not."""
        try:
            return keyring_name(header.read(place)[0])
        except (HeaderDamaged, VaultTooNew):
            return ""

    def open_with_keyring(self, place: Path, secret: bytes) -> Opened:
        """Open with what the system's keyring kept; `KeyringFailed` where it opens nothing."""
        return self._open(place, header.KEYRING, secret)

    def _open(self, place: Path, kind: str, secret: str | bytes) -> Opened:
        """Open a vault; nothing that is damaged is mended here (see `WaysIn.mend`).

        Raises `NoVaultThere`, `HeaderDamaged`, `HeaderForged`, `TooManyTries`, `WrongPassword`,
        `VaultBusy`, `VaultTooNew`, `VaultDamaged`, `EncryptionMissing`, `NotWritable`.
        """
        if not self.exists(place):
            # A database without its header is a loss that a backup can mend, not an empty folder.
            raise HeaderDamaged if (place / DATABASE).is_file() else NoVaultThere
        database.prove_encryption()
        header.read(place)  # what cannot be read is refused before anything is touched
        holding = Holding(place)
        try:
            # Read under the hold: who held it before may have changed the password just now.
            found, from_copy = header.read(place)
            key = tried(found, kind, secret, Tries(place, self._clock))
            _check_database_is_there(place)
            opened = self._enter(place, key, holding, fresh=False)
        except BaseException:
            holding.release()
            raise
        return Opened(opened, from_copy, by_recovery=kind == header.RECOVERY)

    def _enter(self, place: Path, key: bytearray, holding: Holding, *, fresh: bool = True) -> Vault:
        """Open the database with the vault's key, bring it up to date, forget the key.

        Only a `fresh` one may be without a schema; in an old vault that is a loss, not a start.
        """
        raw_key = keys.subkey(key, RAW_KEY)
        connection = database.connect(place / DATABASE, raw_key)
        try:
            (place / DATABASE).chmod(0o600)
            if not fresh:
                _check_schema_is_there(connection)
            with database.speaking():
                migrations.migrate(
                    connection, lambda number: backup.before_migration(place, raw_key, number)
                )
            vault = Vault(place, connection, key, holding, self._clock, argon2=self._argon2)
        except BaseException:
            connection.close()
            raise
        finally:
            keys.wipe(key)
        return vault


def _check_database_is_there(place: Path) -> None:
    """Raise `VaultDamaged` without a database: an empty one in its place would hide the loss.

    SQLite takes a file shorter than a page for a new one, and writes over it.
    """
    path = place / DATABASE
    if not path.is_file() or path.stat().st_size < database.PAGE_BYTES:
        raise VaultDamaged


def _check_schema_is_there(connection: Any) -> None:  # noqa: ANN401
    """Raise `VaultDamaged` for a database without a schema: what it held is lost."""
    if not migrations.version(connection):
        raise VaultDamaged


def _check_free(place: Path) -> bool:
    """Return whether the folder is absent; raise `PlaceTaken` when there is something in it."""
    with files.refusing():
        if not place.exists():
            return True
        if not place.is_dir() or any(one.name not in _OWN_FILES for one in place.iterdir()):
            raise PlaceTaken
        if not os.access(place, os.W_OK):
            raise PermissionError(13, "not writable")
    return False


def _clear(place: Path, *, remove: bool) -> None:
    """Remove what a failed creation left; the folder too when it was made for it."""
    if remove:
        shutil.rmtree(place, ignore_errors=True)
        return
    for name in (DATABASE, f"{DATABASE}-wal", f"{DATABASE}-shm", "vault.lock", header.NAME):
        (place / name).unlink(missing_ok=True)
    shutil.rmtree(place / MEDIA, ignore_errors=True)
