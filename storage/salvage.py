"""Gets every undamaged record out of a damaged vault, into a new one beside it.

Nothing of the old vault is changed, and nothing is repaired by deleting. The new vault opens with
the same password and the same recovery key. Signed rows come over byte by byte, with their digests;
the index of words is made anew.
"""

from __future__ import annotations

import struct
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any, Final

from cryptography.exceptions import InvalidTag

from app.domain.audit import AuditKind
from app.domain.complaint import Complaint, Fault
from app.domain.errors import VaultDamaged
from app.domain.ids import NoteId
from app.domain.salvage import Salvaged
from storage import (
    arriving,
    backup,
    database,
    files,
    header,
    keys,
    migrations,
    restored,
    salvaged_recordings,
)
from storage.audit import AuditTrail
from storage.case_keys import VAULT, CaseKeys, key_context, row_context
from storage.meter import nobody
from storage.notes import NoteRows
from storage.pages import Pages
from storage.shapes import shapes
from storage.stand_ins import StandIns
from storage.word_index import WordIndex
from storage.wreck import Wreck, named

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from app.ports import Clock, Told
    from storage.wreck import Shape

_VERSION_AT: Final = 60
_NUMBERS: Final = ("id", "note_id", "session_id")
"""A row's words are sealed under the first of these numbers that it has."""
_FORM, _DRAFTS, _CASES, _SETTINGS = "case_form", "case_drafts", "cases", "settings"
_WRAPPED: Final = keys.NONCE_BYTES + keys.KEY_BYTES + keys.TAG_BYTES


@dataclass
class Secrets:
    """What opens a vault's database and the words in it."""

    raw: bytes
    wrapping: bytes
    audit: bytes

    @classmethod
    def of(cls, key: bytearray) -> Secrets:
        """Return what follows from the vault's key."""
        return cls(
            *(keys.subkey(key, one) for one in (keys.RAW_KEY, keys.WRAPPING_KEY, keys.AUDIT_KEY))
        )


@dataclass
class Salvage:
    """One salvage: from the vault in `folder` into the new folder `target`."""

    folder: Path
    target: Path
    secrets: Secrets
    clock: Clock
    told: Told = nobody
    _wreck: Wreck = field(init=False)

    def run(self) -> Salvaged:
        """Bring out what can be read, check it, and give it its name in one step.

        Raises `PlaceTaken`, `BackupInsideVault`, `DiskFull`, `NotWritable`, `HeaderDamaged`,
        `VaultDamaged` where not one table was found. What fails leaves nothing behind.
        """
        with arriving.arriving(self.target) as half:
            found = self._read()
            files.make_private_folder(half)
            return self._write(half, found)

    def survey(self) -> list[Complaint]:
        """Return the records that are known to be lost, without writing anything."""
        self._read()
        return self._lost()

    def _read(self) -> list[tuple[int, str]]:
        """Read the wreck; return the migrations that it was made by."""
        found, _ = header.read(self.folder)
        pages = Pages(self.folder / "vault.db", self.secrets.raw, found.salt)
        first = pages.get(1)
        newest = migrations.available()[-1][0]
        version = struct.unpack_from(">I", first, _VERSION_AT)[0] if first else newest
        scripts = [one for one in migrations.available() if one[0] <= version]
        self._wreck = Wreck(pages, shapes(scripts), self._proves)
        self._wreck.read(self.told)
        if not any(one.rows for one in self._wreck.tables.values()):
            raise VaultDamaged
        return scripts

    def _proves(self, table: str, row: Mapping[str, Any]) -> bool:
        """Return whether the words of a row are sealed for that table, case and row."""
        if table == _FORM:  # it is of no case; no other row has a key of its own of that length
            return row["id"] == 1 and len(row["wrapped_key"]) == _WRAPPED
        case_id = row.get("case_id", row.get("id"))
        own = row if table == _CASES else None
        key = self._case_key(case_id, own)
        if key is None:
            return False
        place, number = table, next(row[one] for one in _NUMBERS if one in row)
        if table == _DRAFTS:
            place, number = f"{table}/{row['kind']}", case_id
        try:
            keys.unseal(key, row["sealed"], row_context(place, case_id, number))
        except InvalidTag:
            return False
        return True

    def _case_key(self, case_id: Any, own: Mapping[str, Any] | None) -> bytes | None:  # noqa: ANN401
        """Return the key of a case from its `own` row, or from wherever a copy was found."""
        for wrapped in self._wrapped_keys(case_id, own):
            try:
                return keys.unseal(self.secrets.wrapping, wrapped, key_context(case_id))
            except InvalidTag:
                continue
        return None

    def _wrapped_keys(self, case_id: Any, own: Mapping[str, Any] | None) -> Iterator[bytes]:  # noqa: ANN401
        """Yield the copies of the wrapped key of a case."""
        if own is not None:
            yield own["wrapped_key"]
        for shape in self._wreck.shapes:
            if shape.name in {"case_key_copies", _CASES}:
                row = self._wreck.tables[shape.name].rows.get(case_id)
                if row is not None:
                    yield named(shape, row)["wrapped_key"]

    def _lost(self) -> list[Complaint]:
        """Return every record that is known to have been there and was not found."""
        indexed = self._wreck.indexed()
        lost = []
        for name, found in sorted(self._wreck.tables.items()):
            if not found.broken:
                continue
            if name == _SETTINGS:  # they have names and no numbers
                lost.append(Complaint(Fault.RECORD, None, name))
                continue
            expected = found.lost | indexed.get(name, set())
            if name == "audit":  # its numbers have no gaps
                expected |= set(range(1, max(found.rows, default=0)))
            have = {one for one in found.rows if isinstance(one, int)}
            lost += [Complaint(Fault.RECORD, one, name) for one in sorted(expected - have)]
        return lost

    def _write(self, half: Path, scripts: list[tuple[int, str]]) -> Salvaged:
        """Make the new vault in a folder that has no name yet."""
        connection = database.connect(half / "vault.db", self.secrets.raw)
        try:
            migrations.migrate(connection, lambda _: None, scripts)
            stand_ins = self._fill(connection)
            migrations.migrate(connection, lambda _: None)
            unread = self._make_index(connection)
            hurt = salvaged_recordings.copy(connection, self.folder, half)
            lost = {
                (one.detail, one.number): one
                for one in [*hurt, *self._lost(), *stand_ins.lost, *unread]
            }
            with database.transaction(connection):
                trail = AuditTrail(connection, self.secrets.audit, self.clock)
                trail.record(AuditKind.SALVAGED, self.clock.now(), subject=len(lost))
            connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
            rows = _counts(connection, [one.name for one in self._wreck.shapes])
        finally:
            connection.close()
        if backup.check(half / "vault.db", self.secrets.raw):
            raise VaultDamaged
        restored.leave(half, salvaged_recordings.differing(hurt))
        self._write_header(half)
        bad = tuple(sorted(self._wreck.pages.bad))
        made = tuple(stand_ins.made)
        return Salvaged(
            rows, tuple(lost[one] for one in sorted(lost)), made, bad, self._wreck.unclaimed
        )

    def _fill(self, connection: Any) -> StandIns:  # noqa: ANN401
        """Put every row that was found into the new tables, then what they need to be reached.

        Without the triggers: they let nothing signed come in, since nobody signs it now.
        """
        connection.execute("PRAGMA foreign_keys = OFF")
        with database.transaction(connection):
            triggers = connection.execute(
                "SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'"
            ).fetchall()
            for name, _ in triggers:
                connection.execute(f'DROP TRIGGER "{name}"')
            twice = [one for shape in self._wreck.shapes for one in self._put(connection, shape)]
            self._keep_numbers(connection)
            stand_ins = StandIns(connection, self.secrets.wrapping, self.clock, lost=twice)
            stand_ins.make()
            for _, sql in triggers:
                connection.execute(sql)
        connection.execute("PRAGMA foreign_keys = ON")
        return stand_ins

    def _put(self, connection: Any, shape: Shape) -> list[Complaint]:  # noqa: ANN401
        """Put the rows of one table in; return those that do not fit beside another.

        An old page may hold a row that was replaced since. Of unfinished work the newest stays, and
        what it replaced is not missed.
        """
        places = ", ".join("?" * len(shape.columns))
        rows = list(self._wreck.tables[shape.name].rows.values())
        if shape.rowless:
            rows.sort(key=repr)
        elif shape.name == _DRAFTS:
            rows.sort(reverse=True)
        left = [
            row
            for row in rows
            if not connection.execute(
                f'INSERT OR IGNORE INTO "{shape.name}" VALUES ({places})',  # noqa: S608
                row,
            ).rowcount
        ]
        if shape.name == _DRAFTS or shape.key is None:
            return []
        return [Complaint(Fault.RECORD, named(shape, row)[shape.key], shape.name) for row in left]

    def _keep_numbers(self, connection: Any) -> None:  # noqa: ANN401
        """Let no number be given twice: each is bound into what was sealed under it."""
        for name, seq in self._wreck.numbers().items():
            done = connection.execute(
                "UPDATE sqlite_sequence SET seq = max(seq, ?) WHERE name = ?", (seq, name)
            )
            if not done.rowcount:
                connection.execute("INSERT INTO sqlite_sequence VALUES (?, ?)", (name, seq))

    def _make_index(self, connection: Any) -> list[Complaint]:  # noqa: ANN401
        """Put the words of every note and amendment into the new index; return what has none.

        A case with a password of its own is in no index.
        """
        case_keys = CaseKeys(connection, self.secrets.wrapping)
        notes = NoteRows(connection, case_keys, WordIndex(connection))
        rows = connection.execute(
            "SELECT notes.id FROM notes JOIN cases ON cases.id = case_id"
            " WHERE key_kind = ? ORDER BY notes.id",
            (VAULT,),
        ).fetchall()
        unread = []
        with database.transaction(connection):
            for (number,) in rows:
                try:
                    notes.index(notes.get(NoteId(number)))
                except VaultDamaged:
                    connection.read_only = connection.damaged = False
                    unread.append(Complaint(Fault.RECORD, number, "notes"))
        case_keys.forget()
        return unread

    def _write_header(self, half: Path) -> None:
        """Write the header, last: with it this is a vault."""
        found, _ = header.read(self.folder)
        header.write(half, replace(found, count=None, salt=b""))


def _counts(connection: Any, names: list[str]) -> dict[str, int]:  # noqa: ANN401
    """Return how many rows each table holds."""
    return {
        name: connection.execute(f'SELECT count(*) FROM "{name}"').fetchone()[0]  # noqa: S608
        for name in names
    }
