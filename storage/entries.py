"""The entries of a case's file, and the sheets of its sessions, as rows."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from app.domain.entry import FORMS, CaseEntry, EntryDocument, EntryKind
from app.domain.errors import NoteAlreadySigned
from app.domain.ids import CaseId, EntryDocumentId, EntryId, SessionId
from app.domain.session_sheet import SessionSheet, sheet_from_mapping, sheet_to_mapping
from storage import times
from storage.database import next_id

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import datetime

    from app.domain.session import Session
    from storage.case_keys import CaseKeys
    from storage.database import Row

_COLUMNS = "id, case_id, kind, at, sealed, session_id"
_SHEET = "session_sheets"
_PAPER = "entry_documents"
_PAPERS = "id, case_id, entry_id, media_type, size, at"
_FORM = "entry form"  # no field of an entry is called so


def read_value(raw: Mapping[str, Any]) -> tuple[dict[str, Any], str]:
    """Return what an entry says, and the edition of the form it was entered in, or nothing."""
    value = dict(raw)
    return value, str(value.pop(_FORM, ""))


class EntryRows:
    """The `Entries` of a vault."""

    def __init__(self, connection: Any, case_keys: CaseKeys) -> None:  # noqa: ANN401
        self._connection = connection
        self._keys = case_keys

    def add(
        self,
        case_id: CaseId,
        kind: EntryKind,
        at: datetime,
        value: Mapping[str, Any],
        session_id: SessionId | None = None,
    ) -> CaseEntry:
        """Store an entry for good."""
        new = EntryId(next_id(self._connection, "entries"))
        self._connection.execute(
            "INSERT INTO entries (id, case_id, kind, at, sealed, session_id)"
            " VALUES (?, ?, ?, ?, ?, ?)",
            (
                new,
                case_id,
                kind.value,
                times.to_text(at),
                self._keys.seal_json("entries", case_id, new, {**value, _FORM: FORMS}),
                session_id,
            ),
        )
        return CaseEntry(new, case_id, kind, at, value, session_id, FORMS)

    def of_case(self, case_id: CaseId, *kinds: EntryKind) -> list[CaseEntry]:
        """Return the entries of a case, of these kinds or of all, in the order they were made."""
        wanted = sorted(one.value for one in kinds or EntryKind)
        rows = self._connection.execute(
            f"SELECT {_COLUMNS} FROM entries WHERE case_id = ?"  # noqa: S608
            f" AND kind IN ({', '.join('?' * len(wanted))}) ORDER BY id",
            (case_id, *wanted),
        )
        return [self._entry(row) for row in rows]

    def latest(self, kind: EntryKind) -> dict[CaseId, datetime]:
        """Return when the last entry of a kind was made in each case that has one."""
        rows = self._connection.execute(
            "SELECT case_id, at FROM entries WHERE kind = ? ORDER BY id", (kind.value,)
        )
        return {CaseId(row[0]): times.from_text(row[1]) for row in rows}

    def counts(self, kind: EntryKind) -> dict[CaseId, int]:
        """Return how many entries of a kind each case has that has one; no word is read."""
        rows = self._connection.execute(
            "SELECT case_id, count(*) FROM entries WHERE kind = ? GROUP BY case_id", (kind.value,)
        )
        return {CaseId(row[0]): row[1] for row in rows}

    def made(self, kind: EntryKind) -> list[tuple[CaseId, datetime]]:
        """Return of which case each entry of a kind is and when it was made; no word is read."""
        rows = self._connection.execute(
            "SELECT case_id, at FROM entries WHERE kind = ? ORDER BY id", (kind.value,)
        )
        return [(CaseId(row[0]), times.from_text(row[1])) for row in rows]

    def add_document(
        self, of: tuple[CaseId, EntryId], media_type: str, data: bytes, at: datetime
    ) -> EntryDocument:
        """Store a paper that belongs to an entry of a case, sealed, for good."""
        case_id, entry_id = of
        new = EntryDocumentId(next_id(self._connection, _PAPER))
        self._connection.execute(
            f"INSERT INTO entry_documents ({_PAPERS}, sealed) VALUES (?, ?, ?, ?, ?, ?, ?)",  # noqa: S608
            (
                new,
                case_id,
                entry_id,
                media_type,
                len(data),
                times.to_text(at),
                self._keys.seal(_PAPER, case_id, new, data),
            ),
        )
        return EntryDocument(new, case_id, entry_id, media_type, len(data), at)

    def documents(self, case_id: CaseId) -> list[EntryDocument]:
        """Return what papers the entries of a case have, in the order they were added."""
        rows = self._connection.execute(
            f"SELECT {_PAPERS} FROM entry_documents WHERE case_id = ? ORDER BY id",  # noqa: S608
            (case_id,),
        )
        return [
            EntryDocument(
                EntryDocumentId(row[0]),
                CaseId(row[1]),
                EntryId(row[2]),
                row[3],
                row[4],
                times.from_text(row[5]),
            )
            for row in rows
        ]

    def document_bytes(self, document_id: EntryDocumentId) -> bytes:
        """Return the bytes of a paper; KeyError when there is none."""
        row = self._connection.execute(
            "SELECT case_id, sealed FROM entry_documents WHERE id = ?", (document_id,)
        ).fetchone()
        if row is None:
            raise KeyError(document_id)
        return self._keys.unseal(_PAPER, CaseId(row[0]), document_id, row[1])

    def take_back(self, entries: Sequence[EntryId]) -> frozenset[CaseId]:
        """Delete imported notes, no other entry; return the cases that had one of them."""
        gone: set[CaseId] = set()
        for number in entries:
            gone.update(
                CaseId(row[0])
                for row in self._connection.execute(
                    "DELETE FROM entries WHERE id = ? AND kind = ? RETURNING case_id",
                    (number, EntryKind.IMPORTED.value),
                ).fetchall()
            )
        return frozenset(gone)

    def sheet(self, session: Session) -> SessionSheet:
        """Return the sheet of a session; an empty one where none was kept."""
        row = self._connection.execute(
            "SELECT sealed FROM session_sheets WHERE session_id = ?", (session.id,)
        ).fetchone()
        if row is None:
            return SessionSheet()
        return sheet_from_mapping(
            self._keys.unseal_json(_SHEET, session.case_id, session.id, row[0])
        )

    def save_sheet(self, session: Session, sheet: SessionSheet, at: datetime) -> None:
        """Keep the sheet of a session; raise `NoteAlreadySigned` where a signature covers it."""
        signed = self._connection.execute(
            "SELECT 1 FROM notes WHERE session_id = ? AND state = 'signed'", (session.id,)
        ).fetchone()
        if signed:
            raise NoteAlreadySigned
        raw = sheet_to_mapping(sheet)
        self._connection.execute(
            "INSERT INTO session_sheets (session_id, case_id, updated_at, sealed)"
            " VALUES (?, ?, ?, ?) ON CONFLICT (session_id)"
            " DO UPDATE SET updated_at = excluded.updated_at, sealed = excluded.sealed",
            (
                session.id,
                session.case_id,
                times.to_text(at),
                self._keys.seal_json(_SHEET, session.case_id, session.id, raw),
            ),
        )

    def _entry(self, row: Row) -> CaseEntry:
        """Return the entry that a row holds."""
        entry_id, case_id = EntryId(row[0]), CaseId(row[1])
        raw = self._keys.unseal_json("entries", case_id, entry_id, row[4])
        value, form = read_value(raw)
        return CaseEntry(
            entry_id,
            case_id,
            EntryKind(row[2]),
            times.from_text(row[3]),
            value,
            None if row[5] is None else SessionId(row[5]),
            form,
        )
