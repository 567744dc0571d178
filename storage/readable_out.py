"""Writes a readable export: one encrypted archive, from its first byte on, nothing beside it.

It is written under another name, read back whole, and only then takes its own. Whatever stops it
leaves nothing; nothing of it is ever plain on a disk.
"""

from __future__ import annotations

import json
import os
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Final

from app.domain import readable
from app.domain.errors import DiskFailed, RecordingDamaged, RecordingMissing, VaultReadOnly
from app.domain.ids import RecordingId
from app.domain.readable import Exported, Left
from storage import (
    aes_zip,
    arriving,
    backup_folder,
    drive,
    files,
    readable_rows,
    readable_tables,
    vault,
)
from storage.meter import Meter
from storage.readable_rows import line
from storage.readable_tables import AUDIT, CASES, RECORDINGS, REFLECTIONS, TABLES, How
from storage.recordings import RecordingRows

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from app.domain.readable import Order
    from app.ports import ReadablePages, Told
    from storage.media import MediaReader
    from storage.readable_rows import Plain, Rows, Secrets
    from storage.readable_tables import Table

MANIFEST: Final = "manifest.json"
SCHEMA: Final = "schema.json"
_WITHDRAWN: Final = "withdrawn"
_PURPOSES: Final = {"audio": "audio", "video": "video"}
_OF_PRACTICE: Final = (readable_tables.SETTINGS, "practice_entries", "practice_documents")


@dataclass
class Export:
    """One export of the vault in `folder` to the new file `target`."""

    folder: Path
    target: Path
    order: Order
    secrets: Secrets
    pages: ReadablePages
    at: str
    _left: list[Left] = field(init=False, default_factory=list)
    _gone: set[int] = field(init=False, default_factory=set)
    _counts: dict[str, int] = field(init=False, default_factory=dict)
    _listed: dict[str, dict[str, Any]] = field(init=False, default_factory=dict)

    def run(self, told: Told, *, replace: bool = False) -> Exported:
        """Write the archive, read it back, and give it its name; then the keys are overwritten.

        Raises `FileTaken` where something stands at `target`, unless a file there may be replaced,
        `BackupInsideVault`, `NoRoom`, `DiskFull`, `NotWritable`, `DiskFailed`, `BackupStopped`,
        `VaultReadOnly` and `VaultDamaged` for a vault that cannot be read whole.
        """
        try:
            readable.check(self.order.password)
            if self.secrets.lease.read_only:
                raise VaultReadOnly
            with drive.heeded(self.target.parent), files.refusing():
                arriving.check_target(self.target, replace=replace)
                return self._run(told, replace=replace)
        finally:
            self.secrets.end()

    def _run(self, told: Told, *, replace: bool) -> Exported:
        database = self.folder / vault.DATABASE
        part = files.part_beside(self.target)
        try:
            with readable_rows.reading(database, self.secrets) as rows:
                size = self._size(rows, database.stat().st_size)
                backup_folder.check_room(self.target.parent, size + backup_folder.SPARE)
                meter = Meter(told, 2 * size)
                cases = rows.cases()
                self._write(part, rows, meter)
            self._read_back(part, meter)
            arriving.check_target(self.target, replace=replace)
            written = part.stat().st_size
            part.replace(self.target)
            files.sync_folder(self.target.parent)
        finally:
            with suppress(OSError):
                part.unlink(missing_ok=True)
        left = tuple(self._left)
        return Exported(tuple(cases), dict(self._counts), len(self._listed), written, left)

    def _size(self, rows: Rows, database: int) -> int:
        """Return how many bytes are about to be written, at most."""
        (recordings,) = rows.connection.execute(
            "SELECT coalesce(sum(size), 0) FROM recordings"
        ).fetchone()
        return database + (recordings if self.order.recordings else 0)

    def _write(self, part: Path, rows: Rows, meter: Meter) -> None:
        """Write every file of the archive: what it holds of files comes first, its list last."""
        with os.fdopen(_new(part), "w+b") as out:
            archive = _Archive(aes_zip.Writer(out, self.order.password), self._listed, meter)
            self._left += rows.left()
            self._recordings(archive, rows)
            for table in TABLES:
                if any(one.how in {How.FILE, How.SEALED_FILE} for one in table.columns):
                    for row, data in rows.bytes_of(table):
                        archive.put(row["file"], data, pack=False)
            if not self.order.reflections:
                self._leave(rows, REFLECTIONS, "not chosen")
            for table in TABLES:
                self._table(archive, rows, table)
            self._read_by_people(archive, rows)
            archive.put(SCHEMA, _json(schema()))
            archive.put(MANIFEST, _json(self._manifest(rows)), listed=False)
            archive.finish()
            out.flush()
            os.fsync(out.fileno())

    def _recordings(self, archive: _Archive, rows: Rows) -> None:
        """Write the recordings; one that is withdrawn, gone or damaged is left out, and named."""
        table = next(one for one in TABLES if one.name == RECORDINGS)
        if not self.order.recordings:
            self._leave(rows, RECORDINGS, "not chosen")
            return
        store = RecordingRows(rows.connection, rows.keys, self.folder / vault.MEDIA)
        ended = withdrawn(rows)
        for row in rows.of(table):
            number = row["id"]
            if (row["case_id"], _PURPOSES[row["kind"]]) in ended:
                self._lose(number, _WITHDRAWN)
                continue
            name = readable_tables.file_name(RECORDINGS, number, row["media_type"])
            try:
                reader = store.reader(RecordingId(number))
                try:
                    archive.pour(name, reader)
                finally:
                    reader.close()
            except (RecordingDamaged, RecordingMissing) as error:
                self._lose(number, "gone" if isinstance(error, RecordingMissing) else "damaged")

    def _leave(self, rows: Rows, name: str, why: str) -> None:
        """Leave a whole table out, and say how many rows it has."""
        table = next(one for one in TABLES if one.name == name)
        count = sum(1 for _ in rows.of(table))
        if count:
            self._left.append(Left(name, count, why))

    def _lose(self, number: int, why: str) -> None:
        self._gone.add(number)
        self._left.append(Left("recording", number, why))

    def _table(self, archive: _Archive, rows: Rows, table: Table) -> None:
        """Write the rows of a table, a line of JSON each."""
        with archive.file(readable_tables.data_name(table.name)) as out:
            count = 0
            for row in self._rows(rows, table):
                out.write(line(row))
                archive.meter.beat()
                count += 1
        self._counts[table.name] = count

    def _rows(self, rows: Rows, table: Table, case_id: int | None = None) -> Iterator[Plain]:
        """Yield the rows of a table that are exported."""
        if table.name == REFLECTIONS and not self.order.reflections:
            return
        if table.name == RECORDINGS and not self.order.recordings:
            return
        for row in rows.of(table, case_id):
            if table.name != RECORDINGS:
                yield row
            elif row["id"] not in self._gone:
                yield row | {
                    "file": readable_tables.file_name(RECORDINGS, row["id"], row["media_type"])
                }

    def _read_by_people(self, archive: _Archive, rows: Rows) -> None:
        """Write the pages: one a case, one of the practice, the trail, and the first."""
        begins = []
        for case_id in rows.cases():
            said = {
                one.name: list(self._rows(rows, one, case_id))
                for one in TABLES
                if one.owner or one.name == readable_tables.STEPS
            }
            archive.put(f"cases/{case_id:06d}.html", self.pages.case(said))
            begins.append((said[CASES][0], len(said["sessions"])))
        named = {one.name: one for one in TABLES}
        own = {name: list(self._rows(rows, named[name])) for name in _OF_PRACTICE}
        archive.put("practice.html", self.pages.practice(own))
        archive.put("trail.html", self.pages.trail(self._rows(rows, named[AUDIT])))
        archive.put("index.html", self.pages.index(self.at, begins, tuple(self._left)))
        archive.put("README.txt", self.pages.read_me())

    def _manifest(self, rows: Rows) -> dict[str, Any]:
        """Return what says what the archive holds, and what it does not."""
        return {
            "format": readable.FORMAT,
            "version": readable.VERSION,
            "made_at": self.at,
            "cases": rows.cases(),
            "cases_with_a_password": list(rows.locked),
            "left_out": [[one.what, one.number, one.why] for one in self._left],
            "rows": self._counts,
            "numbers": rows.numbers(),
            "files": self._listed,
        }

    def _read_back(self, part: Path, meter: Meter) -> None:
        """Read every byte of what was written; raise `ExportDamaged` where one is not right."""
        with part.open("rb") as source:
            archive = aes_zip.Reader(source, self.order.password)
            for name, said in self._listed.items():
                reader = archive.open(name, said["size"])
                while piece := reader.next():
                    meter.add(len(piece))
                if reader.digest != said["sha256"]:
                    raise DiskFailed


class _Archive:
    """An archive that is being written, and the list of what is in it."""

    def __init__(
        self, writer: aes_zip.Writer, listed: dict[str, dict[str, Any]], meter: Meter
    ) -> None:
        self._writer, self._listed, self.meter = writer, listed, meter
        self.finish = writer.finish

    @contextmanager
    def file(
        self, name: str, size: int = 0, *, pack: bool = True, listed: bool = True
    ) -> Iterator[aes_zip.FileWriter]:
        """Give what takes the bytes of a file; it is listed once it is whole."""
        with self._writer.file(name, size, pack=pack) as out:
            yield out
        self.meter.add(out.size)
        if listed:
            self._listed[name] = {"size": out.size, "sha256": out.digest}

    def put(self, name: str, data: bytes, *, pack: bool = True, listed: bool = True) -> None:
        """Write a whole file."""
        with self.file(name, len(data), pack=pack, listed=listed) as out:
            out.write(data)

    def pour(self, name: str, reader: MediaReader) -> None:
        """Write a recording piece by piece; one that cannot be read whole leaves nothing."""
        with self.file(name, reader.size, pack=False) as out:
            for start in range(0, reader.size, aes_zip.BLOCK):
                out.write(reader.read_at(start, aes_zip.BLOCK))
                self.meter.beat()


def schema() -> dict[str, Any]:
    """Return what the tables and columns of an export are, as `schema.json` says it."""
    return {
        "format": readable.FORMAT,
        "version": readable.VERSION,
        "described_in": "docs/export-format.md",
        "tables": {
            one.name: {
                "file": readable_tables.data_name(one.name),
                "columns": {
                    column.title: column.how.value
                    for column in one.columns
                    if column.how is not How.KEY
                },
            }
            for one in TABLES
        },
        "left_out": dict(readable_tables.LEFT_OUT),
        "settings_left_out": dict(readable_tables.OF_THIS_VAULT),
    }


def withdrawn(rows: Rows) -> set[tuple[int, str]]:
    """Return the cases in which a consent to recordings of a kind was withdrawn last."""
    found = rows.connection.execute(
        "SELECT case_id, purpose, state FROM consents WHERE purpose IN (?, ?)"
        " AND state IN ('signed', 'withdrawn') ORDER BY id",
        tuple(_PURPOSES.values()),
    )
    last = {(case_id, purpose): state for case_id, purpose, state in found}
    return {one for one, state in last.items() if state == _WITHDRAWN}


def _json(value: Mapping[str, Any]) -> bytes:
    return json.dumps(value, ensure_ascii=False, indent=1).encode("utf-8") + b"\n"


def _new(path: Path) -> int:
    """Return a new private file that is written and read."""
    binary = getattr(os, "O_BINARY", 0)
    return os.open(path, os.O_RDWR | os.O_CREAT | os.O_EXCL | binary, 0o600)
