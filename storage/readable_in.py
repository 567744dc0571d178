"""Makes a new vault of a readable export: every row under its number, every file in its place.

Somebody else may have made the archive: nothing in it is believed before it is checked, no name in
it becomes a path, and no more is read of a file than its list says. All rows come in one
transaction, into a folder that takes its name only when all of it is whole.
"""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Final

from app.domain import readable
from app.domain.audit import AuditKind
from app.domain.errors import ExportDamaged, ExportTooNew
from app.domain.ids import CaseId, NoteId
from app.domain.readable import Left, TakenIn
from storage import (
    aes_zip,
    arriving,
    backup_folder,
    database,
    drive,
    files,
    readable_tables,
    times,
)
from storage.meter import Meter
from storage.readable_out import MANIFEST
from storage.readable_rows import RIGHT
from storage.readable_seals import AMENDMENTS, CONSENTS, NOTES, Seals
from storage.readable_tables import AUDIT, CASES, FORM, RECORDINGS, SETTINGS, TABLES, How
from storage.vault import Vault

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime
    from pathlib import Path

    from app.ports import Clock, Door, NewVault, Told
    from storage.media import MediaWriter
    from storage.readable_tables import Column, Table

MOST_LISTED: Final = 256 * 1024 * 1024
LONGEST: Final = 256 * 1024 * 1024
"""The most bytes of the manifest, and of one row."""
_BROKEN: Final = (
    *(ValueError, KeyError, TypeError, AttributeError, IndexError, OverflowError),
    *(RecursionError, database.Error),
)
Plain = dict[str, Any]


@dataclass
class _Archive:
    """An archive and what its manifest says, checked as far as it can be without reading all."""

    reader: aes_zip.Reader
    said: Plain
    listed: dict[str, tuple[int, str]]
    meter: Meter = field(repr=False)

    def pieces(self, name: str) -> Iterator[bytes]:
        """Yield a file; `ExportDamaged` unless it is as the manifest says."""
        size, digest = self.listed[name]
        made = self.reader.open(name, size)
        while piece := made.next():
            self.meter.add(len(piece))
            yield piece
        self._check(made, size, digest)

    def rows(self, table: Table) -> Iterator[Plain]:
        """Yield the rows of a table; none where the archive does not have it."""
        name = readable_tables.data_name(table.name)
        if name not in self.listed:
            return
        size, digest = self.listed[name]
        made = self.reader.open(name, size)
        for one in made.lines(LONGEST):
            self.meter.add(len(one))
            row = json.loads(one)
            if not isinstance(row, dict):
                raise ExportDamaged
            yield row
        self._check(made, size, digest)

    @staticmethod
    def _check(made: aes_zip.FileReader, size: int, digest: str) -> None:
        if made.size != size or made.digest != digest:
            raise ExportDamaged


@dataclass
class TakingIn:
    """One archive that becomes one vault."""

    source: Path
    password: str = field(repr=False)
    door: Door
    clock: Clock

    def run(self, new: NewVault, told: Told) -> TakenIn:
        """Make the vault; see `app.ports.Archivist.take_in` for what it raises."""
        with drive.heeded(self.source), files.refusing(), self.source.open("rb") as source:
            archive = _opened(source, self.password, told)
            with arriving.arriving(new.place) as half:
                total = sum(size for size, _ in archive.listed.values())
                backup_folder.check_room(half, total + backup_folder.SPARE)
                made = self.door.create(half, new.password, new.recovery).vault
                assert isinstance(made, Vault)  # noqa: S101 - for mypy: it is the door of the disk
                try:
                    return _Filling(made, archive, self.clock.now()).run()
                finally:
                    made.close()


class _Filling:
    """Fills a fresh vault with what an archive holds."""

    def __init__(self, made: Vault, archive: _Archive, at: datetime) -> None:
        self._vault, self._archive, self._at = made, archive, at
        self._connection, self._keys = made.connection, made.case_keys
        self._right: dict[str, dict[int, bool]] = {}
        self._signed: list[tuple[int, int, str, int, bytes, bytes]] = []
        self._consents: list[tuple[int, bytes]] = []
        self._unproven: set[int] = set()
        self._writers: dict[int, MediaWriter] = {}

    def run(self) -> TakenIn:
        """Put everything in; raise `ExportDamaged` for what is not as an export is."""
        try:
            return self._run()
        except _BROKEN as error:
            raise ExportDamaged from error

    def _run(self) -> TakenIn:
        self._take_recordings()
        counts = {}
        with self._vault.transaction():
            triggers = self._drop_triggers()
            for table in TABLES:
                counts[table.name] = self._put_all(table)
            self._keep_numbers()
            self._sign_anew()
            for sql in triggers:
                self._connection.execute(sql)
            self._index()
            self._prove()
            trail, count = self._vault.audit, len(self._archive.said["cases"])
            trail.record(AuditKind.READABLE_TAKEN_IN, self._at, subject=count)
        if counts != self._archive.said["rows"]:
            raise ExportDamaged
        said = self._archive.said
        left = tuple(
            Left(str(what), int(number), str(why)) for what, number, why in said["left_out"]
        )
        locked = tuple(int(one) for one in said["cases_with_a_password"])
        return TakenIn(counts, left, locked, tuple(sorted(self._unproven)))

    def _take_recordings(self) -> None:
        """Store the bytes of each recording, under a key of its own."""
        table = next(one for one in TABLES if one.name == RECORDINGS)
        for row in self._archive.rows(table):
            writer = self._vault.recordings.begin(self._at)
            for piece in self._archive.pieces(row["file"]):
                writer.write(piece)
            writer.finish()
            self._writers[row["id"]] = writer

    def _drop_triggers(self) -> list[str]:
        """Take the triggers away that let nothing signed come in, since nobody signs it now.

        Those stay that make the second copy of a case's key.
        """
        found: list[tuple[str, str]] = self._connection.execute(
            "SELECT name, sql FROM sqlite_schema WHERE type = 'trigger' AND sql LIKE '% BEFORE %'"
        ).fetchall()
        for name, _ in found:
            self._connection.execute(f'DROP TRIGGER "{name}"')
        return [sql for _, sql in found]

    def _put_all(self, table: Table) -> int:
        """Put the rows of a table in; return how many came."""
        count = 0
        for row in self._archive.rows(table):
            if table.name == SETTINGS and row["key"] in readable_tables.OF_THIS_VAULT:
                raise ExportDamaged  # no export of ours holds one
            if table.name == AUDIT:
                self._put_line(row)
            elif table.name == FORM:
                self._vault.case_form.put(row["content"], row["updated_at"])
            else:
                self._put(table, row)
            count += 1
        return count

    def _put(self, table: Table, row: Plain) -> None:
        """Put one row in, its words sealed under the new key of its case."""
        values = {
            column.name: self._value(table, column, row)
            for column in table.columns
            if column.how is not How.KEY
        }
        if table.name == CASES:
            values["wrapped_key"] = self._keys.new(CaseId(row["id"]))
            values["sealed"] = self._seal(table, table.columns[-1], row)
        if table.name == RECORDINGS:
            values |= self._stored(row)
        names = ", ".join(f'"{one}"' for one in values)
        places = ", ".join("?" * len(values))
        self._connection.execute(
            f'INSERT INTO "{table.name}" ({names}) VALUES ({places})',  # noqa: S608 - our names
            tuple(values.values()),
        )
        if table.name == RECORDINGS:
            self._vault.recordings.settle(self._writers[row["id"]])
        self._note_seal(table.name, row, values)

    def _stored(self, row: Plain) -> Plain:
        """Return what the vault knows of the file of a recording."""
        writer = self._writers[row["id"]]
        facts = writer.facts
        if facts is None or facts.size != row["size"]:
            raise ExportDamaged
        sealed = self._keys.seal(
            "recordings.key", CaseId(row["case_id"]), row["id"], bytes(writer.key)
        )
        return {
            "name": writer.name,
            "chunks": facts.chunks,
            "digest": facts.digest,
            "file_digest": facts.file_digest,
            "wrapped_key": sealed,
        }

    def _value(self, table: Table, column: Column, row: Plain) -> Any:  # noqa: ANN401
        """Return what a column is to hold; the words of a case wait for its key."""
        if column.title not in row or (table.name == CASES and column.name == "sealed"):
            return b""
        value = row[column.title]
        if value is None or column.how is How.PLAIN:
            return value
        if column.how is How.JSON:
            return json.dumps(value, ensure_ascii=table.name != "practice_entries")
        if column.how is How.HEX:
            return bytes.fromhex(value)
        if column.how is How.FILE:
            return b"".join(self._archive.pieces(value))
        return self._seal(table, column, row)

    def _seal(self, table: Table, column: Column, row: Plain) -> bytes:
        """Return words, or the bytes of a file, sealed for their row."""
        case_id, number = CaseId(row[table.owner]), int(row[table.bound])
        if column.title not in row:
            return b""
        place, value = column.sealed_for, row[column.title]
        if table.name == readable_tables.DRAFTS:
            place = f"{place}/{row['kind']}"
        if column.how is How.SEALED_JSON:
            return self._keys.seal_json(place, case_id, number, value)
        if column.how is How.SEALED_FILE:
            data = b"".join(self._archive.pieces(value))
        else:
            data = value.encode("utf-8", "surrogatepass")
        return self._keys.seal(place, case_id, number, data)

    def _note_seal(self, name: str, row: Plain, values: Plain) -> None:
        """Remember what was signed: its digest is made anew where it was right."""
        if values.get("digest") is None or name not in {NOTES, AMENDMENTS, CONSENTS}:
            return
        if row.get(RIGHT) is not True:
            self._unproven.add(row["case_id"])
        elif name == CONSENTS:
            self._consents.append((row["id"], values["digest"]))
        if name != CONSENTS:
            old = (values["digest"], values["previous"])
            self._signed.append((row["case_id"], row["turn"], name, row["id"], *old))
            self._right.setdefault(name, {})[row["id"]] = row.get(RIGHT) is True

    def _put_line(self, row: Plain) -> None:
        """Write a line of the trail, linked to the one before it under the key of this vault."""
        self._number(AUDIT, int(row["id"]) - 1)
        kind, at = AuditKind(row["kind"]), times.from_text(row["at"])
        self._vault.audit.record(kind, at, row["case_id"], row["subject"])

    def _keep_numbers(self) -> None:
        """Let no number be given twice: each is bound into what was sealed under it."""
        known = {one.name for one in TABLES}
        for name, number in self._archive.said["numbers"].items():
            if name not in known:
                raise ExportDamaged
            self._number(name, int(number))

    def _number(self, name: str, number: int) -> None:
        """Let the last number of a table be no smaller than this."""
        done = self._connection.execute(
            "UPDATE sqlite_sequence SET seq = max(seq, ?) WHERE name = ?", (number, name)
        )
        if not done.rowcount:
            self._connection.execute("INSERT INTO sqlite_sequence VALUES (?, ?)", (name, number))

    def _sign_anew(self) -> None:
        """Make the digest of each signature that was right; one that was not stays as it was."""
        seals = Seals(self._connection, self._keys)
        made: dict[tuple[int, bytes], bytes] = {}
        for case_id, _, name, number, old, before in sorted(self._signed):
            previous = made.get((case_id, before), before)
            if not self._right[name][number]:
                continue
            maker = seals.note if name == NOTES else seals.amendment
            digest = maker(number, previous)
            made[case_id, old] = digest
            self._connection.execute(
                f"UPDATE {name} SET digest = ?, previous = ? WHERE id = ?",  # noqa: S608
                (digest, previous, number),
            )
        for number, _ in self._consents:
            self._connection.execute(
                "UPDATE consents SET digest = ? WHERE id = ?", (seals.consent(number), number)
            )

    def _index(self) -> None:
        """Put the words of every note into the index."""
        found = self._connection.execute("SELECT id FROM notes ORDER BY id").fetchall()
        for (number,) in found:
            self._vault.notes.index(self._vault.notes.get(NoteId(number)))

    def _prove(self) -> None:
        """Read what came as the program reads it; whatever does not read is no export of ours."""
        one = self._vault
        for case in one.cases.all():
            one.clients.of_case(case.id)
            one.sessions.of_case(case.id)
            one.consents.of_case(case.id)
            one.entries.of_case(case.id)
            one.recordings.of_case(case.id)
            one.appointments.of_case(case.id)
        one.practice.all()
        one.settings.practice()


def _opened(source: Any, password: str, told: Told) -> _Archive:  # noqa: ANN401 - an open file
    """Return an archive whose manifest was read.

    Raises `WrongPassword`, `ExportDamaged`, `ExportTooNew`.
    """
    reader = aes_zip.Reader(source, password)
    try:
        said = json.loads(reader.read(MANIFEST, MOST_LISTED))
        if said["format"] != readable.FORMAT:
            raise ExportDamaged
        if said["version"] > readable.VERSION:
            raise ExportTooNew
        listed = {
            str(name): (int(one["size"]), str(one["sha256"])) for name, one in said["files"].items()
        }
    except _BROKEN as error:
        raise ExportDamaged from error
    if set(listed) | {MANIFEST} != set(reader.files):
        raise ExportDamaged
    needed = {name: _needed(name, size) for name, (size, _) in listed.items()}
    return _Archive(reader, said, listed, Meter(told, sum(needed.values())))


def _needed(name: str, size: int) -> int:
    """Return how many bytes of a file are read: the pages are for people."""
    if size < 0:
        raise ExportDamaged
    return size if name.startswith(("data/", "files/")) else 0
