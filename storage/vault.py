"""A vault: a folder with a header, one SQLCipher file, and what belongs to them.

`FolderDoor` makes and opens vaults, `Vault` is an open one. Nothing here is shared between
threads.
"""

from __future__ import annotations

import hashlib
import os
import secrets
import shutil
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from app.domain import password as passwords
from app.domain import recovery_key
from app.domain.audit import AuditKind
from app.domain.complaint import Complaint, Fault
from app.domain.condition import Condition
from app.domain.errors import (
    DiskFailed,
    DiskFull,
    HeaderDamaged,
    NotWritable,
    NoVaultThere,
    PlaceTaken,
    RecoveryKeyMistyped,
    Refusal,
    VaultDamaged,
    VaultTooNew,
)
from app.ports import Opened
from storage import (
    arriving,
    backup,
    database,
    files,
    header,
    keys,
    media,
    migrations,
    readable_rows,
    reserve,
    restored,
    start_check,
    unwritten,
    write_log,
)
from storage.access import Access
from storage.answers import AnswerRows
from storage.appointments import AppointmentRows
from storage.audit import AuditTrail
from storage.case_form import CaseFormRow
from storage.case_keys import CaseKeys
from storage.case_locks import CaseLockRows
from storage.cases import CaseRows
from storage.clients import ClientRows
from storage.consents import ConsentRows
from storage.counter import PURPOSE as COUNT
from storage.counter import Counter
from storage.destruction import DestructionRows
from storage.entries import EntryRows
from storage.holding import Holding
from storage.notes import NoteRows
from storage.practice import PracticeRows
from storage.record_search import RecordSearch
from storage.recordings import RecordingRows
from storage.recovery_half import RecoveryHalf
from storage.reflections import ReflectionRows
from storage.salvage import Salvage, Secrets
from storage.search import NoteSearch
from storage.sessions import SessionRows
from storage.settings import SettingRows
from storage.tries import Tries
from storage.ways_in import FolderWaysIn, keyring_name, tried
from storage.word_index import WordIndex

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from pathlib import Path

    from app.domain.salvage import Salvaged
    from app.ports import Clock, Lease, Space
    from storage.reserve import Reserve

DATABASE = "vault.db"
MEDIA = media.FOLDER
_OWN_FILES = frozenset({".DS_Store", "desktop.ini", "Thumbs.db"})


class Vault:
    """An unlocked vault; implements `OpenVault`."""

    def __init__(  # noqa: PLR0913 - the parts of a vault; made in one place
        self,
        connection: Any,  # noqa: ANN401 - sqlcipher3 has no types
        key: bytearray,
        holding: Holding,
        clock: Clock,
        aside: Reserve,
        *,
        argon2: Callable[[], keys.Argon2Parameters],
    ) -> None:
        self._folder = folder = aside.folder
        self._raw_key = bytearray(keys.subkey(key, keys.RAW_KEY))
        connection = Access(
            connection, lambda: database.connect_read_only(folder / DATABASE, self.raw_key())
        )
        self._connection = connection
        self._reserve = aside
        self._complaints: tuple[Complaint, ...] = ()
        self._lent: list[Lease] = []
        self._behind = 0
        self._counter = Counter(folder, connection, bytearray(keys.subkey(key, COUNT)))
        self._holding = holding
        self._case_keys = CaseKeys(connection, keys.subkey(key, keys.WRAPPING_KEY))
        self._clock = clock
        index = WordIndex(connection)
        self.cases = CaseRows(connection, self._case_keys)
        self.case_form = CaseFormRow(connection, keys.subkey(key, "xinxia case form 1"))
        self.clients = ClientRows(connection, self._case_keys)
        self.sessions = SessionRows(connection)
        self.notes = NoteRows(connection, self._case_keys, index)
        self.entries = EntryRows(connection, self._case_keys)
        self.answers = AnswerRows(connection, keys.subkey(key, "xinxia answer marks 1"))
        self.record_words = RecordSearch(connection, self._case_keys)
        self.reflections = ReflectionRows(connection, self._case_keys)
        self.practice = PracticeRows(connection)
        self.consents = ConsentRows(connection, self._case_keys)
        self.appointments = AppointmentRows(connection, self._case_keys)
        self.recordings = RecordingRows(connection, self._case_keys, folder / MEDIA)
        self.destructions = DestructionRows(
            connection, self._case_keys, self.notes, self.recordings, folder
        )
        self.audit = AuditTrail(connection, keys.subkey(key, keys.AUDIT_KEY), clock)
        self.case_locks = CaseLockRows(
            connection,
            self._case_keys,
            (self.notes, self.recordings),
            RecoveryHalf(connection, folder),
            (folder, clock),
        )
        self.search = NoteSearch(connection, index, self.notes, self._case_keys)
        self.settings = SettingRows(connection)
        self.ways = FolderWaysIn(
            (folder, clock), self._raw_key, connection, self.case_locks, argon2
        )

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
    def clock(self) -> Clock:
        """The clock of whoever opened it."""
        return self._clock

    def secrets(self) -> Secrets:
        """Return what a salvage of this vault needs to read it page by page."""
        return Secrets(self.raw_key(), self._case_keys.wrapping(), self.audit.key())

    def readable_secrets(self, lease: Lease) -> readable_rows.Secrets:
        """Return what opens the words of every case that is not shut, for work elsewhere."""
        opened = {one: bytearray(self._case_keys.reveal(one)) for one in self._case_keys.opened()}
        return readable_rows.Secrets(
            lease,
            bytearray(self._case_keys.wrapping()),
            bytearray(self.case_form.wrapping()),
            {int(one): key for one, key in opened.items()},
        )

    @property
    def case_keys(self) -> CaseKeys:
        """The keys of the cases, for whoever writes rows in this room."""
        return self._case_keys

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

    def condition(self) -> Condition:
        """Return in what condition the vault is; damage that was met since makes it read-only."""
        read_only = bool(self._connection.read_only)
        return Condition(read_only, self._complaints, self._behind)

    def look(self) -> None:
        """Have a first look at a vault that was opened just now, and count the opening.

        Of an older database under a newer header the trail has a line.
        """
        with suppress(VaultDamaged):
            found = start_check.look(self._folder, self._connection, self.audit, self._counter)
            self._complaints = tuple(found)
            self._behind = next((one.number or 0 for one in found if one.fault is Fault.OLDER), 0)
            if self._connection.read_only:
                return
            if self._behind:
                self.audit.record_or_hold(
                    AuditKind.OLDER_FOUND, self._clock.now(), subject=self._behind
                )
            self._counter.advance()
        with suppress(Refusal):
            header.keep_copy(self._folder)

    def distrust(self) -> None:
        """Write nothing more: a check found the database damaged."""
        self._connection.distrust()

    def accept_older(self) -> None:
        """Go on with an older database, such as a backup that was put back; the trail says so."""
        with self.transaction():
            self.audit.record(
                AuditKind.OLDER_ACCEPTED, self._clock.now(), subject=self._behind or None
            )
        self._counter.accept()
        self._behind = 0
        self._complaints = tuple(one for one in self._complaints if one.fault is not Fault.OLDER)

    def make_room(self) -> None:
        """On a full disk give up the reserve and empty the log; nothing happens on any other.

        The log comes first in what takes room: emptied, it gives back more than the reserve holds.
        """
        if self._connection.read_only:
            return
        if self._reserve.give_up() or self._reserve.is_full():
            self._empty_log()

    def space(self) -> Space:
        """Return what is free; set the reserve aside again where there is room for it."""
        with files.refusing():
            if not self._connection.read_only:
                self._reserve.keep()
            return self._reserve.space()

    def forget_deleted(self) -> bool:
        """Remove files that went with their recordings, write the log back and empty it.

        What was deleted is then in no page of it any more; returns whether that was done. While a
        backup reads, the files stay, whose keys are gone: a backup is of one moment. They go when
        it is settled, at the lock, or at the next opening.
        """
        if self._connection.read_only:
            return False
        self.make_room()
        stays = self._is_lent() and bool(self.recordings.loose())
        if not stays:
            self.recordings.sweep()
        return self._empty_log() and not stays

    def lend(self, lease: Lease) -> None:
        """Know of a backup that reads this vault until its lease is ended."""
        self._lent = [one for one in self._lent if any(one.raw_key)] + [lease]

    def _is_lent(self) -> bool:
        return any(any(one.raw_key) for one in self._lent)

    def write_down_backups(self) -> None:
        """Write the lines of backups whose maker was stopped before the vault was told."""
        with suppress(database.Error, Refusal):
            if not self._connection.read_only:
                unwritten.write_down(self._folder, self.audit)

    def _empty_log(self) -> bool:
        """Write the log back and empty it; return whether that was done.

        On a failing disk it stays; it is read at the next opening. It is not begun where the
        database could not grow by what the log holds: half of it would take the last room.
        """
        with suppress(database.Error, Refusal, OSError):
            (pages,) = self._connection.execute("PRAGMA page_count").fetchone()
            grows = pages * database.PAGE_BYTES - (self._folder / DATABASE).stat().st_size
            if grows > shutil.disk_usage(self._folder).free:
                return False
            row = self._connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
            return bool(row[0] == 0)
        return False

    def learn_recovery(self, secret: bytes) -> None:
        """Keep the half of the recovery key that locks: that key has just opened this vault.

        Nothing is written into a damaged vault, and a full disk does not keep one shut.
        """
        with suppress(database.Error, Refusal):
            if not self._connection.read_only:
                self.case_locks.learn_recovery(secret)

    def check_password(self, password: str) -> None:
        """Raise `WrongPassword` or `TooManyTries` unless `password` opens this vault."""
        found, _ = header.read(self._folder)
        keys.wipe(tried(found, header.PASSWORD, password, Tries(self._folder, self._clock)))

    def close(self) -> None:
        """Write what is open, close the file, forget the keys, let go of the folder."""
        self.recordings.close()
        self._lent.clear()  # a backup that is stopped by a lock keeps no file
        try:
            self._write_last()
        finally:
            self._connection.close()
            self._case_keys.forget()
            self.case_form.forget()
            self.answers.forget()
            self.ways.forget_opening()
            keys.wipe(self._raw_key)
            self.audit.forget()
            self._counter.forget()
            self._holding.release()

    def _write_last(self) -> None:
        """Count the closing, empty the log, write what is held; nothing of a damaged vault."""
        if self._connection.read_only or not any(self._raw_key):
            return
        with suppress(database.Error, Refusal):
            self._counter.advance()
        self.forget_deleted()
        self.audit.catch_up()  # emptying the log may have made the room
        self._reserve.keep()


@dataclass(frozen=True)
class _Way:
    """How a vault is entered."""

    fresh: bool = False
    only_read: bool = False


_MARK = 16
_FRESH, _OLD, _OLD_TO_READ = _Way(fresh=True), _Way(), _Way(only_read=True)


class FolderDoor:
    """The `Door` of the real disk."""

    def __init__(
        self,
        clock: Clock,
        argon2: Callable[[], keys.Argon2Parameters] = keys.calibrate,
        reserve_bytes: int = reserve.SMALL,
    ) -> None:
        """`argon2` gives the parameters of new vaults; they are measured on this machine.

        `reserve_bytes` is what a vault sets aside of its disk at most.
        """
        self._clock = clock
        self._reserve_bytes = reserve_bytes
        self._argon2 = argon2

    def new_recovery_key(self) -> tuple[str, ...]:
        """Return a fresh recovery key as eight groups."""
        return recovery_key.to_groups(secrets.token_bytes(recovery_key.BITS // 8))

    def create(self, place: Path, password: str, recovery: Sequence[str]) -> Opened:
        """Make a vault in the empty or absent folder `place` and open it.

        Raises `WeakPassword`, `RecoveryKeyMistyped`, `PlaceTaken`, `BackupInsideVault`,
        `NotWritable`, `DiskFull`, `EncryptionMissing`. A creation that fails leaves nothing behind.
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
            vault = self._enter(place, key, holding, _FRESH)
            try:
                header.write(place, header.Header(vault_id, 1, slots))
                vault.case_locks.learn_recovery(secret)
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

    def open(self, place: Path, password: str, *, only_read: bool = False) -> Opened:
        """Open with the password; see `_open` for what it raises.

        With `only_read` no byte of the vault changes, whatever is asked of it.
        """
        return self._open(place, header.PASSWORD, password, only_read=only_read)

    def open_with_recovery(self, place: Path, typed: str, *, only_read: bool = False) -> Opened:
        """Open with the typed recovery key; `RecoveryKeyMistyped` names a wrong group.

        With `only_read` no byte of the vault changes.
        """
        secret = recovery_key.from_text(typed)
        return self._open(place, header.RECOVERY, secret, only_read=only_read)

    def keyring_name(self, place: Path) -> str:
        """Return under which name the keyring keeps what opens a vault; "" where it does not."""
        try:
            return keyring_name(header.read(place)[0])
        except (HeaderDamaged, VaultTooNew):
            return ""

    def way_mark(self, place: Path, *, recovery: bool) -> str:
        """Return what is another whenever the password, or recovery key, is; "" where unknown.

        It is made of what the header says in the clear, and tells nothing of either.
        """
        try:
            found, _ = header.read(place)
            slot = found.slot(header.RECOVERY if recovery else header.PASSWORD)
        except (HeaderDamaged, VaultTooNew, OSError):
            return ""
        return hashlib.sha256(slot.salt + slot.wrapped).hexdigest()[:_MARK]

    def open_with_keyring(self, place: Path, secret: bytes) -> Opened:
        """Open with what the system's keyring kept; `KeyringFailed` where it opens nothing."""
        return self._open(place, header.KEYRING, secret)

    def salvage(
        self,
        place: Path,
        secret: str,
        target: Path,
        told: Callable[[int, int], None] = lambda _done, _total: None,
    ) -> Salvaged:
        """Get what can be read out of a damaged vault into the new folder `target`.

        `secret` is the password, or the recovery key as typed. The vault itself is not changed.
        Raises what `open` and `storage.salvage.Salvage.run` raise.
        """
        if not self.exists(place):
            raise HeaderDamaged if (place / DATABASE).is_file() else NoVaultThere
        database.prove_encryption()
        found, _ = header.read(place)
        holding = Holding(place)
        try:
            kind, told_secret = way_of(secret)
            key = tried(found, kind, told_secret, Tries(place, self._clock))
            secrets_ = Secrets.of(key)
            keys.wipe(key)
            return Salvage(place, target, secrets_, self._clock, told).run()
        finally:
            holding.release()

    def _open(
        self, place: Path, kind: str, secret: str | bytes, *, only_read: bool = False
    ) -> Opened:
        """Open a vault; nothing that is damaged is mended here (see `WaysIn.mend`).

        Raises `NoVaultThere`, `HeaderDamaged`, `HeaderForged`, `TooManyTries`, `WrongPassword`,
        `VaultBusy`, `VaultTooNew`, `VaultDamaged`, `SchemaForeign`, `EncryptionMissing`,
        `NotWritable`. A vault that is damaged in part is opened, to be read.
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
            way = _OLD_TO_READ if only_read else _OLD
            kept = bytearray(key) if kind == header.RECOVERY else bytearray()
            try:
                opened = self._enter(place, key, holding, way)
                if kind == header.RECOVERY and isinstance(secret, bytes):
                    opened.learn_recovery(secret)
                    opened.ways.keep_opening(kept)
            finally:
                keys.wipe(kept)
        except BaseException:
            holding.release()
            raise
        return Opened(opened, from_copy, by_recovery=kind == header.RECOVERY)

    def _enter(self, place: Path, key: bytearray, holding: Holding, way: _Way) -> Vault:
        """Open the database with the vault's key, bring it up to date, forget the key.

        Only a fresh one may be without a schema; in an old vault that is a loss, not a start. A
        damaged one is opened to be read as far as it can be, and no byte of it changes.
        """
        raw_key = keys.subkey(key, keys.RAW_KEY)
        killed = (place / f"{DATABASE}-wal").exists()
        aside = reserve.Reserve(place, self._reserve_bytes)
        connection = None
        try:
            writes = way.fresh or (_sound(place, raw_key) and not way.only_read)
            connection = _opened(place, raw_key, writes=writes)
            vault = Vault(connection, key, holding, self._clock, aside, argon2=self._argon2)
            if writes:
                aside.keep()
            if not way.fresh:
                vault.look()
            if not vault.condition().read_only:
                vault.recordings.sweep()
                restored.take_over(vault, place, self._clock.now())
                vault.write_down_backups()
                files.sweep_halves(place)
                if killed:
                    vault.forget_deleted()
        except BaseException:
            if connection is not None:
                connection.close()
            raise
        finally:
            keys.wipe(key)
        return vault


def way_of(typed: str) -> tuple[str, str | bytes]:
    """Return which slot a typed secret opens, and the secret: a recovery key tells itself."""
    with suppress(RecoveryKeyMistyped):
        return header.RECOVERY, recovery_key.from_text(typed)
    return header.PASSWORD, typed


def _sound(place: Path, raw_key: bytes) -> bool:
    """Return whether the database may be written to, before anything could write to it.

    A full disk may have no room to read a log that a killed program left: it is then read where
    it is written, as it always was. What stands behind damage in such a log, the first write to
    the vault would bury.
    """
    path = place / DATABASE
    whole = not write_log.hurt(path)
    with suppress(DiskFull, DiskFailed, NotWritable):
        return start_check.sound(place, path, raw_key) and whole
    return whole


def _opened(place: Path, raw_key: bytes, *, writes: bool) -> Any:  # noqa: ANN401
    """Return a connection to the database, brought up to date, or one that only reads."""
    path = place / DATABASE
    if not writes:
        return database.connect_read_only(path, raw_key)
    connection = database.connect(path, raw_key)
    try:
        path.chmod(0o600)
        with database.speaking(connection):
            migrations.migrate(
                connection,
                lambda number: backup.before_migration(connection, place, raw_key, number),
            )
    except BaseException:
        connection.close()
        raise
    return connection


def _check_database_is_there(place: Path) -> None:
    """Raise `VaultDamaged` without a database: an empty one in its place would hide the loss.

    SQLite takes a file shorter than a page for a new one, and writes over it.
    """
    path = place / DATABASE
    if not path.is_file() or path.stat().st_size < database.PAGE_BYTES:
        raise VaultDamaged


def _check_free(place: Path) -> bool:
    """Return whether the folder is absent; raise `PlaceTaken` when there is something in it.

    Raises `BackupInsideVault` for one in the folder of another vault.
    """
    arriving.outside_vaults(place.parent)
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
    made = (DATABASE, f"{DATABASE}-wal", f"{DATABASE}-shm", "vault.lock", header.NAME, reserve.NAME)
    for name in made:
        (place / name).unlink(missing_ok=True)
    shutil.rmtree(place / MEDIA, ignore_errors=True)
