"""The records of the practice and the scans that belong to them, as rows.

They are of no client: the vault's own encryption covers them, and no case's key is needed.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from app.domain.as_json import as_json
from app.domain.ids import PracticeDocumentId, PracticeEntryId
from app.domain.practice_record import (
    PracticeDocument,
    PracticeEntry,
    PracticeKind,
    kind_of,
    record_of,
)
from app.ports import RemovedPracticeEntry
from storage import times
from storage.database import next_id

if TYPE_CHECKING:
    from datetime import datetime

    from app.domain.practice_record import PracticeRecord
    from storage.database import Row

_ENTRY = "id, kind, updated_at, value"
_DOCUMENT = "id, entry_id, media_type, size, at"


class PracticeRows:
    """The `PracticeEntries` of a vault."""

    def __init__(self, connection: Any) -> None:  # noqa: ANN401
        self._connection = connection

    def add(self, record: PracticeRecord, at: datetime) -> PracticeEntry:
        """Store a new record."""
        new = PracticeEntry(
            PracticeEntryId(next_id(self._connection, "practice_entries")), at, record
        )
        self._insert(new)
        return new

    def change(self, entry: PracticeEntry) -> None:
        """Store the changed record."""
        self._connection.execute(
            "UPDATE practice_entries SET kind = ?, updated_at = ?, value = ? WHERE id = ?",
            (*_written(entry), entry.id),
        )

    def get(self, entry_id: PracticeEntryId) -> PracticeEntry:
        """Return the record; KeyError when there is none."""
        row = self._connection.execute(
            f"SELECT {_ENTRY} FROM practice_entries WHERE id = ?",  # noqa: S608
            (entry_id,),
        ).fetchone()
        if row is None:
            raise KeyError(entry_id)
        return _entry(row)

    def all(self) -> list[PracticeEntry]:
        """Return every record in the order they were made."""
        rows = self._connection.execute(
            f"SELECT {_ENTRY} FROM practice_entries ORDER BY id"  # noqa: S608
        )
        return [_entry(row) for row in rows]

    def remove(self, entry_id: PracticeEntryId) -> RemovedPracticeEntry:
        """Remove a record with its documents; what is returned puts it back."""
        entry = self.get(entry_id)
        documents = tuple(
            (one, self.document_bytes(one.id))
            for one in self.documents()
            if one.entry_id == entry_id
        )
        self._connection.execute("DELETE FROM practice_documents WHERE entry_id = ?", (entry_id,))
        self._connection.execute("DELETE FROM practice_entries WHERE id = ?", (entry_id,))
        return RemovedPracticeEntry(entry, documents)

    def restore(self, removed: RemovedPracticeEntry) -> None:
        """Put a removed record and its documents back as they were."""
        self._insert(removed.entry)
        for document, data in removed.documents:
            self._insert_document(document, data)

    def documents(self) -> list[PracticeDocument]:
        """Return what documents there are, of every record, in the order they were added."""
        rows = self._connection.execute(
            f"SELECT {_DOCUMENT} FROM practice_documents ORDER BY id"  # noqa: S608
        )
        return [_document(row) for row in rows]

    def add_document(
        self, entry_id: PracticeEntryId, media_type: str, data: bytes, at: datetime
    ) -> PracticeDocument:
        """Store a scan or a file of a record."""
        new = PracticeDocumentId(next_id(self._connection, "practice_documents"))
        made = PracticeDocument(new, entry_id, media_type, len(data), at)
        self._insert_document(made, data)
        return made

    def document_bytes(self, document_id: PracticeDocumentId) -> bytes:
        """Return the bytes of a document; KeyError when there is none."""
        row = self._connection.execute(
            "SELECT data FROM practice_documents WHERE id = ?", (document_id,)
        ).fetchone()
        if row is None:
            raise KeyError(document_id)
        return bytes(row[0])

    def remove_document(self, document_id: PracticeDocumentId) -> None:
        """Remove a document; the record stays."""
        self._connection.execute("DELETE FROM practice_documents WHERE id = ?", (document_id,))

    def restore_document(self, document: PracticeDocument, data: bytes) -> None:
        """Put a removed document back as it was."""
        self._insert_document(document, data)

    def _insert(self, entry: PracticeEntry) -> None:
        self._connection.execute(
            "INSERT INTO practice_entries (kind, updated_at, value, id) VALUES (?, ?, ?, ?)",
            (*_written(entry), entry.id),
        )

    def _insert_document(self, document: PracticeDocument, data: bytes) -> None:
        self._connection.execute(
            f"INSERT INTO practice_documents ({_DOCUMENT}, data) VALUES (?, ?, ?, ?, ?, ?)",  # noqa: S608
            (
                document.id,
                document.entry_id,
                document.media_type,
                document.size,
                times.to_text(document.at),
                data,
            ),
        )


def _written(entry: PracticeEntry) -> tuple[str, str, str]:
    """Return kind, time and JSON of a record."""
    value = json.dumps(as_json(entry.record), ensure_ascii=False)
    return kind_of(entry.record).value, times.to_text(entry.updated_at), value


def _entry(row: Row) -> PracticeEntry:
    """Return the record that a row holds."""
    record = record_of(PracticeKind(row[1]), json.loads(row[3]))
    return PracticeEntry(PracticeEntryId(row[0]), times.from_text(row[2]), record)


def _document(row: Row) -> PracticeDocument:
    """Return the document that a row holds."""
    return PracticeDocument(
        PracticeDocumentId(row[0]),
        PracticeEntryId(row[1]),
        row[2],
        row[3],
        times.from_text(row[4]),
    )
