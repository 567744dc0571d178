"""Recordings as rows, each with a file of its own in `media`.

A file is announced in `loose_media` before it is made and stays so until its row is committed; when
a recording is erased its file is announced again in the transaction that destroys its key. So a
program that is killed leaves nothing that the next opening does not know.
"""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING, Any
from weakref import WeakSet

from app.domain.complaint import Complaint, Fault
from app.domain.errors import (
    DiskFailed,
    NotWritable,
    RecordingDamaged,
    RecordingMissing,
    Refusal,
    VaultDamaged,
)
from app.domain.ids import CaseId, RecordingId, SessionId
from app.domain.recording import NewRecording, Notice, NoticeKind, Recording, RecordingKind
from storage import database, files, keys, media, regular, times
from storage.media import Facts, MediaReader, MediaWriter

if TYPE_CHECKING:
    from datetime import datetime
    from pathlib import Path

    from app.ports import RecordingWriter
    from storage.case_keys import CaseKeys

_COLUMNS = "id, case_id, session_id, kind, media_type, made_at, stored_at, size, sealed"
_DAMAGED = (RecordingDamaged, VaultDamaged, DiskFailed, NotWritable)
_TABLE = "recordings"
_KEY = "recordings.key"


def _words(new: NewRecording) -> dict[str, Any]:
    """Return what is sealed of a recording."""
    told = new.notice
    if told is None:
        return {"title": new.title}
    notice = [told.kind.value, times.to_text(told.at), told.wording]
    return {"title": new.title, "notice": notice}


def _notice(kept: list[str] | None) -> Notice | None:
    """Return the notice that was kept, if any."""
    if kept is None:
        return None
    return Notice(NoticeKind(kept[0]), times.from_text(kept[1]), kept[2])


class RecordingRows:
    """The `Recordings` of a vault."""

    def __init__(self, connection: Any, case_keys: CaseKeys, folder: Path) -> None:  # noqa: ANN401
        """`folder` is where the files lie."""
        self._connection = connection
        self._keys = case_keys
        self._folder = folder
        self._writers: dict[str, MediaWriter] = {}
        self._readers: WeakSet[MediaReader] = WeakSet()

    def begin(self, at: datetime) -> MediaWriter:
        """Return the writer of a new recording; its file is announced first."""
        writer = MediaWriter(self._folder)
        with database.transaction(self._connection):
            self._loosen(writer.name, at)
        self._writers[writer.name] = writer
        return writer

    def keep(self, writer: RecordingWriter, new: NewRecording, at: datetime) -> Recording:
        """Store what a finished writer took. Its key is known to the vault alone from here on.

        Raises KeyError when there is no such case.
        """
        if not isinstance(writer, MediaWriter) or writer.facts is None:
            raise TypeError("only what a finished writer of ours took is kept")
        with database.transaction(self._connection):
            recording_id = self._insert(writer, writer.facts, new, at)
            self._connection.execute("DELETE FROM loose_media WHERE name = ?", (writer.name,))
        self._writers.pop(writer.name, None)
        keys.wipe(writer.key)
        return self.get(recording_id)

    def get(self, recording_id: RecordingId) -> Recording:
        """Return the recording; KeyError when there is none."""
        return self._recording(self._row(recording_id, _COLUMNS))

    def of_case(self, case_id: CaseId) -> list[Recording]:
        """Return the recordings of a case, oldest first."""
        rows = self._connection.execute(
            f"SELECT {_COLUMNS} FROM recordings WHERE case_id = ? ORDER BY id",  # noqa: S608
            (case_id,),
        ).fetchall()
        return [self._recording(row) for row in rows]

    def reader(self, recording_id: RecordingId) -> MediaReader:
        """Return a reader with a connection of its own.

        Raises `RecordingMissing` without the file and `RecordingDamaged` when it is not whole.
        """
        case_id, name, wrapped, facts = self._file(recording_id)
        raw = self._keys.unseal(_KEY, case_id, recording_id, wrapped)
        reader = MediaReader(media.file_of(self._folder, name), raw, facts)
        self._readers.add(reader)
        return reader

    def erase(self, recording_id: RecordingId) -> None:
        """Destroy key and row; the file is announced as loose, and goes with the next `sweep`."""
        name, at = self._row(recording_id, "name, stored_at")
        self.close_readers(name)
        with database.transaction(self._connection):
            self._loosen(name, times.from_text(at))
            self._connection.execute("DELETE FROM recordings WHERE id = ?", (recording_id,))

    def sweep(self) -> None:
        """Remove the files that belong to no recording any more, but not one being written.

        What cannot be removed now stays announced for the next time.
        """
        for name in self.loose():
            with suppress(OSError, Refusal):
                media.remove(self._folder, name)
                files.sync_folder(self._folder)
                with database.transaction(self._connection):
                    self._connection.execute("DELETE FROM loose_media WHERE name = ?", (name,))

    def loose(self) -> list[str]:
        """Return the files that are to go: of no recording any more, and not being written."""
        with suppress(Refusal, database.Error):
            rows = self._connection.execute("SELECT name FROM loose_media").fetchall()
            return [row[0] for row in rows if not self._being_written(row[0])]
        return []

    def files(self) -> dict[str, RecordingId]:
        """Return the names of the files, and of which recordings they are."""
        rows = self._connection.execute("SELECT name, id FROM recordings ORDER BY id").fetchall()
        return {f"{row[0]}.db": RecordingId(row[1]) for row in rows}

    def verify(self, recording_id: RecordingId) -> None:
        """Read and compare every byte, encrypted and decrypted.

        Raises `RecordingMissing` or `RecordingDamaged`.
        """
        _, name, _, facts = self._file(recording_id)
        self._verify_file(media.file_of(self._folder, name), facts)
        reader = self.reader(recording_id)
        try:
            if reader.digest() != facts.digest:
                raise RecordingDamaged
        finally:
            reader.close()

    def complaints(self) -> list[Complaint]:
        """Return what is wrong with any recording; every byte of all of them is read.

        Any other refusal means that the case's key cannot be had now: its file was compared then,
        encrypted as it is, and its sound is not.
        """
        found = []
        for recording_id in self.files().values():
            with suppress(Refusal):
                try:
                    self.verify(recording_id)
                except RecordingMissing:
                    found.append(Complaint(Fault.RECORDING_GONE, recording_id))
                except _DAMAGED:
                    found.append(Complaint(Fault.RECORDING, recording_id))
        return found

    def close_readers(self, name: str = "") -> None:
        """Close the readers of a file, or all: it is let go of, its key forgotten."""
        for reader in list(self._readers):
            if not name or reader.path.stem == name:
                reader.close()

    def close_readers_of(self, case_id: CaseId) -> None:
        """Close the readers of a case that is being shut."""
        rows = self._connection.execute(
            "SELECT name FROM recordings WHERE case_id = ?", (case_id,)
        ).fetchall()
        for (name,) in rows:
            self.close_readers(name)

    def close(self) -> None:
        """Close readers, and abandon what is still being written."""
        self.close_readers()
        for writer in self._writers.values():
            with suppress(Refusal):
                writer.abandon()
        self._writers.clear()

    def _being_written(self, name: str) -> bool:
        """Return whether a file is one that this program is writing just now."""
        writer = self._writers.get(name)
        return writer is not None and not writer.abandoned

    def _loosen(self, name: str, at: datetime) -> None:
        """Announce a file that belongs to no recording."""
        self._connection.execute(
            "INSERT INTO loose_media (name, at) VALUES (?, ?)", (name, times.to_text(at))
        )

    def settle(self, writer: MediaWriter) -> None:
        """Know that the row of a finished writer is stored: its file is loose no more."""
        self._connection.execute("DELETE FROM loose_media WHERE name = ?", (writer.name,))
        self._writers.pop(writer.name, None)
        keys.wipe(writer.key)

    def _insert(
        self, writer: MediaWriter, facts: Facts, new: NewRecording, at: datetime
    ) -> RecordingId:
        """Store the row and return its id."""
        case_id = new.case_id
        recording_id = RecordingId(database.next_id(self._connection, _TABLE))
        self._connection.execute(
            f"INSERT INTO recordings ({_COLUMNS}, name, chunks, digest, file_digest, wrapped_key)"  # noqa: S608
            " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (
                recording_id,
                case_id,
                new.session_id,
                new.kind.value,
                new.media_type,
                times.to_text(new.made_at),
                times.to_text(at),
                facts.size,
                self._keys.seal_json(_TABLE, case_id, recording_id, _words(new)),
                writer.name,
                facts.chunks,
                facts.digest,
                facts.file_digest,
                self._keys.seal(_KEY, case_id, recording_id, bytes(writer.key)),
            ),
        )
        return recording_id

    def _row(self, recording_id: RecordingId, columns: str) -> database.Row:
        """Return columns of a recording; KeyError when there is none."""
        row: database.Row | None = self._connection.execute(
            f"SELECT {columns} FROM recordings WHERE id = ?",  # noqa: S608 - constants
            (recording_id,),
        ).fetchone()
        if row is None:
            raise KeyError(recording_id)
        return row

    def _file(self, recording_id: RecordingId) -> tuple[CaseId, str, bytes, Facts]:
        """Return case, name, wrapped key and facts of a recording's file."""
        row = self._row(
            recording_id, "case_id, name, wrapped_key, size, chunks, digest, file_digest"
        )
        return CaseId(row[0]), row[1], row[2], Facts(*row[3:])

    def _recording(self, row: database.Row) -> Recording:
        """Return the recording that a row holds."""
        recording_id, case_id = RecordingId(row[0]), CaseId(row[1])
        words = self._keys.unseal_json(_TABLE, case_id, recording_id, row[8])
        return Recording(
            recording_id,
            case_id,
            None if row[2] is None else SessionId(row[2]),
            RecordingKind(row[3]),
            row[4],
            times.from_text(row[5]),
            times.from_text(row[6]),
            row[7],
            words["title"],
            _notice(words.get("notice")),
        )

    @staticmethod
    def _verify_file(path: Path, facts: Facts) -> None:
        """Raise unless the file lies on the disk bit by bit as it was finished."""
        try:
            same = regular.digest(path) == facts.file_digest.hex()
        except regular.Unread as error:
            raise (RecordingMissing if error.gone else RecordingDamaged) from error
        if not same:
            raise RecordingDamaged
