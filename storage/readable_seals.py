"""What the digest of a signature has to be, by what stands in the rows: to check it, or to make it.

A digest is keyed under its case's own key, which leaves no vault. So whoever writes rows into
another vault makes it anew there, of what was checked where it came from.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from app.domain import consent_seal
from app.domain.errors import NoteEmpty
from app.domain.ids import AmendmentId, ConsentId, NoteId
from app.domain.note import amendment_bytes, signed_bytes
from storage.consents import ConsentRows
from storage.entries import EntryRows
from storage.notes import NoteRows
from storage.sessions import SessionRows
from storage.word_index import WordIndex

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from storage.case_keys import CaseKeys

NOTES, AMENDMENTS, CONSENTS = "notes", "amendments", "consents"


class Seals:
    """The digests of one database, read on whatever thread its connection belongs to."""

    def __init__(self, connection: Any, case_keys: CaseKeys) -> None:  # noqa: ANN401
        self.notes = NoteRows(connection, case_keys, WordIndex(connection))
        self._sessions = SessionRows(connection)
        self._entries = EntryRows(connection, case_keys)
        self._consents = ConsentRows(connection, case_keys)

    def is_right(self, table: str, number: int) -> bool:
        """Return whether what was signed is as it was signed."""
        makers: Mapping[str, Callable[[int], tuple[bytes, bytes]]] = {
            NOTES: self._note,
            AMENDMENTS: self._amendment,
            CONSENTS: self._consent,
        }
        try:
            kept, due = makers[table](number)
        except (NoteEmpty, ValueError, KeyError):
            return False
        return kept == due

    def note(self, number: int, previous: bytes) -> bytes:
        """Return the digest of a signed note that follows `previous`."""
        note = self.notes.get(NoteId(number))
        assert note.seal is not None  # noqa: S101 - for mypy: it is asked of signed ones
        session = self._sessions.get(note.session_id)
        about = (session, self._entries.sheet(session))
        covered = signed_bytes(note.body, about, note.seal.signer, note.seal.at, previous)
        return self.notes.mac(note.case_id, covered)

    def amendment(self, number: int, previous: bytes) -> bytes:
        """Return the digest of an amendment that follows `previous`."""
        one = self.notes.amendment(AmendmentId(number))
        seal = replace(one.seal, previous=previous)
        covered = amendment_bytes(one.text, one.note_id, seal.signer, seal.at, seal.previous)
        return self.notes.mac(one.case_id, covered)

    def consent(self, number: int) -> bytes:
        """Return the digest of a signed consent with its documents."""
        rows = self._consents
        consent = rows.get(ConsentId(number))
        documents = [(one, rows.document_bytes(one.id)) for one in rows.documents(consent.id)]
        covered = consent_seal.signed_bytes(consent, rows.wording(consent.id), documents)
        return rows.mac(consent.case_id, covered)

    def _note(self, number: int) -> tuple[bytes, bytes]:
        seal = self.notes.get(NoteId(number)).seal
        return (seal.digest, self.note(number, seal.previous)) if seal else (b"", b"unsigned")

    def _amendment(self, number: int) -> tuple[bytes, bytes]:
        seal = self.notes.amendment(AmendmentId(number)).seal
        return seal.digest, self.amendment(number, seal.previous)

    def _consent(self, number: int) -> tuple[bytes, bytes]:
        one = self._consents.get(ConsentId(number))
        whole = consent_seal.ends_rightly(one)
        return one.digest, self.consent(number) if whole else b"ends otherwise"
