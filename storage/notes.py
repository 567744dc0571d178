"""Notes and amendments as rows."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Any

from app.domain.errors import NoteAlreadySigned, NoteNotSigned, VaultDamaged
from app.domain.ids import AmendmentId, CaseId, NoteId, SessionId
from app.domain.note import Amendment, Note, NoteBody, NotePart, Seal
from app.ports import DraftFacts, NoteCounts, NoteFacts, SignedFacts
from storage import reading, times
from storage.database import Row, next_id

if TYPE_CHECKING:
    from datetime import datetime

    from storage.case_keys import CaseKeys
    from storage.word_index import WordIndex

_COLUMNS = (
    "notes.id, notes.case_id, session_id, created_at, updated_at,"
    " signed_at, digest, previous, signer, sealed"
)


_AMENDMENT = "id, case_id, signed_at, digest, previous, signer, sealed, note_id"


class NoteRows:
    """The `Notes` of a vault. What is signed or changed here is told to the index."""

    def __init__(self, connection: Any, case_keys: CaseKeys, index: WordIndex) -> None:  # noqa: ANN401
        self._connection = connection
        self._keys = case_keys
        self._index = index

    def add(self, case_id: CaseId, session_id: SessionId, body: NoteBody, at: datetime) -> Note:
        """Store a new draft."""
        note_id = NoteId(next_id(self._connection, "notes"))
        when = times.to_text(at)
        self._connection.execute(
            "INSERT INTO notes (id, case_id, session_id, state, created_at, updated_at, sealed)"
            " VALUES (?, ?, ?, 'draft', ?, ?, ?)",
            (note_id, case_id, session_id, when, when, self._sealed(case_id, note_id, body)),
        )
        return Note(note_id, case_id, session_id, body, at, at)

    def get(self, note_id: NoteId) -> Note:
        """Return the note with its words; KeyError when there is none."""
        row = self._connection.execute(
            f"SELECT {_COLUMNS} FROM notes WHERE id = ?",  # noqa: S608 - a constant
            (note_id,),
        ).fetchone()
        if row is None:
            raise KeyError(note_id)
        return self._note(row)

    def of_case(self, case_id: CaseId) -> list[Note]:
        """Return the notes of a case with their words, oldest session first."""
        rows = self._connection.execute(
            f"SELECT {_COLUMNS} FROM notes JOIN sessions ON sessions.id = session_id"  # noqa: S608
            " WHERE notes.case_id = ? ORDER BY number, notes.id",
            (case_id,),
        )
        return [self._note(row) for row in rows]

    def one_by_one(self, case_id: CaseId) -> tuple[list[Note], list[NoteId]]:
        """Return the notes of a case that can be read, and the numbers of those that cannot."""
        found, unread = [], []
        for number in reading.numbers_of_case(self._connection, "notes", case_id):
            try:
                note = self.get(NoteId(number))
            except KeyError:
                continue
            except VaultDamaged:
                unread.append(NoteId(number))
                continue
            if note.case_id == case_id:
                found.append(note)
        return found, unread

    def facts_of_case(self, case_id: CaseId) -> list[NoteFacts]:
        """Return what is known of a case's notes without their words, oldest session first."""
        rows = self._connection.execute(
            "SELECT notes.id, session_id, notes.state, updated_at, signed_at FROM notes"
            " JOIN sessions ON sessions.id = session_id"
            " WHERE notes.case_id = ? ORDER BY number, notes.id",
            (case_id,),
        )
        return [
            NoteFacts(
                NoteId(row[0]),
                SessionId(row[1]),
                row[2] == "signed",
                times.from_text(row[3]),
                times.from_text(row[4]) if row[4] else None,
            )
            for row in rows
        ]

    def drafts(self) -> list[DraftFacts]:
        """Return what is known of every unsigned note, the oldest session first."""
        rows = self._connection.execute(
            "SELECT notes.id, notes.case_id, number, starts_at, minutes FROM notes"
            " JOIN sessions ON sessions.id = session_id"
            " WHERE notes.state = 'draft' ORDER BY starts_at, notes.id"
        )
        return [
            DraftFacts(
                NoteId(row[0]),
                CaseId(row[1]),
                row[2],
                times.from_text(row[3]) + timedelta(minutes=row[4]),
            )
            for row in rows
        ]

    def signed(self, begin: datetime, end: datetime) -> list[SignedFacts]:
        """Return what is known of the signed notes of the sessions from `begin` to before `end`."""
        rows = self._connection.execute(
            "SELECT notes.id, notes.case_id, number, starts_at FROM notes"
            " JOIN sessions ON sessions.id = session_id WHERE notes.state = 'signed'"
            " AND starts_at >= ? AND starts_at < ? ORDER BY starts_at, notes.id",
            (times.to_text(begin), times.to_text(end)),
        )
        return [
            SignedFacts(NoteId(row[0]), CaseId(row[1]), row[2], times.from_text(row[3]))
            for row in rows
        ]

    def counts(self) -> dict[CaseId, NoteCounts]:
        """Return how many notes each case has; a case without notes is not in it."""
        # The first an index answers alone. Of itself SQLite would read every note for the second:
        # told which index to take, it reads the drafts.
        all_ = self._connection.execute("SELECT case_id, count(*) FROM notes GROUP BY case_id")
        total = dict(all_.fetchall())
        open_ = self._connection.execute(
            "SELECT case_id, count(*) FROM notes INDEXED BY drafts"
            " WHERE state = 'draft' GROUP BY case_id"
        )
        drafts = dict(open_.fetchall())
        return {CaseId(one): NoteCounts(total[one], drafts.get(one, 0)) for one in total}

    def save_draft(self, note_id: NoteId, body: NoteBody, at: datetime) -> None:
        """Replace the words of a draft; raise `NoteAlreadySigned` for a signed note."""
        row = self._connection.execute(
            "SELECT case_id, state FROM notes WHERE id = ?", (note_id,)
        ).fetchone()
        if row is None:
            raise KeyError(note_id)
        if row[1] == "signed":
            raise NoteAlreadySigned
        case_id = CaseId(row[0])

        def old_text() -> str:
            return self.get(note_id).body.text()

        self._index.take_out(note_id, old_text)
        self._connection.execute(
            "UPDATE notes SET sealed = ?, updated_at = ? WHERE id = ?",
            (self._sealed(case_id, note_id, body), times.to_text(at), note_id),
        )

    def sign(self, note_id: NoteId, seal: Seal) -> None:
        """Make the stored words final; raise `NoteAlreadySigned` when they are."""
        note = self.get(note_id)
        if note.seal:
            raise NoteAlreadySigned
        self._index.take_out(note_id, note.body.text)
        self._connection.execute(
            "UPDATE notes SET state = 'signed', signed_at = ?, digest = ?, previous = ?,"
            " signer = ?, turn = ? WHERE id = ?",
            (
                times.to_text(seal.at),
                seal.digest,
                seal.previous,
                self._keys.seal("notes.signer", note.case_id, note_id, _encoded(seal.signer)),
                self._next_turn(note.case_id),
                note_id,
            ),
        )
        self._index.put_in(note.case_id, note_id, None, note.body.text())

    def amend(self, note_id: NoteId, text: str, seal: Seal) -> Amendment:
        """Store an amendment under a signed note; raise `NoteNotSigned` for a draft."""
        note = self.get(note_id)
        if note.seal is None:
            raise NoteNotSigned
        new = AmendmentId(next_id(self._connection, "amendments"))
        self._connection.execute(
            "INSERT INTO amendments"
            " (id, case_id, note_id, signed_at, turn, digest, previous, signer, sealed)"
            " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (
                new,
                note.case_id,
                note_id,
                times.to_text(seal.at),
                self._next_turn(note.case_id),
                seal.digest,
                seal.previous,
                self._keys.seal("amendments.signer", note.case_id, new, _encoded(seal.signer)),
                self._keys.seal("amendments", note.case_id, new, _encoded(text)),
            ),
        )
        self._index.put_in(note.case_id, note_id, new, text)
        self._connection.execute("DELETE FROM amendment_drafts WHERE note_id = ?", (note_id,))
        return Amendment(new, note.case_id, note_id, text, seal)

    def save_amendment_draft(self, note_id: NoteId, text: str, at: datetime) -> None:
        """Keep what is being written under a signed note; an empty text keeps nothing."""
        self._connection.execute("DELETE FROM amendment_drafts WHERE note_id = ?", (note_id,))
        if not text:
            return
        case_id = self.get(note_id).case_id
        self._connection.execute(
            "INSERT INTO amendment_drafts (note_id, case_id, updated_at, sealed)"
            " VALUES (?, ?, ?, ?)",
            (
                note_id,
                case_id,
                times.to_text(at),
                self._keys.seal("amendment_drafts", case_id, note_id, _encoded(text)),
            ),
        )

    def amendment_draft(self, note_id: NoteId) -> str:
        """Return what is being written under a signed note, or nothing."""
        row = self._connection.execute(
            "SELECT case_id, sealed FROM amendment_drafts WHERE note_id = ?", (note_id,)
        ).fetchone()
        if row is None:
            return ""
        return _decoded(self._keys.unseal("amendment_drafts", CaseId(row[0]), note_id, row[1]))

    def amendments(self, note_id: NoteId) -> list[Amendment]:
        """Return the amendments of a note in order."""
        rows = self._connection.execute(
            f"SELECT {_AMENDMENT} FROM amendments WHERE note_id = ? ORDER BY id",  # noqa: S608
            (note_id,),
        )
        return [self._amendment(row) for row in rows]

    def amendment(self, amendment_id: AmendmentId) -> Amendment:
        """Return one amendment; KeyError when there is none."""
        row = self._connection.execute(
            f"SELECT {_AMENDMENT} FROM amendments WHERE id = ?",  # noqa: S608 - a constant
            (amendment_id,),
        ).fetchone()
        if row is None:
            raise KeyError(amendment_id)
        return self._amendment(row)

    def leave_index(self, case_id: CaseId) -> None:
        """Take every word of a case out of the index."""
        texts = []
        for entry, note_id, amendment_id in self._index.of_case(case_id):
            if amendment_id is None:
                text = self.get(note_id).body.text()
            else:
                text = self.amendment(amendment_id).text
            self._index.drop(entry, text)
            texts.append(text)
        self._index.forget(texts)

    def enter_index(self, case_id: CaseId) -> None:
        """Put the words of a case into the index, which holds none of them."""
        for note in self.of_case(case_id):
            self.index(note)

    def index(self, note: Note) -> None:
        """Put a note and what was added to it into the index; all is read before any is put in."""
        amendments = self.amendments(note.id)
        self._index.put_in(note.case_id, note.id, None, note.body.text())
        for one in amendments:
            self._index.put_in(note.case_id, note.id, one.id, one.text)

    def last_digest(self, case_id: CaseId) -> bytes:
        """Return the digest signed last in this case, or no bytes."""
        return self._last_signed(case_id)[1]

    def mac(self, case_id: CaseId, data: bytes) -> bytes:
        """Return HMAC-SHA-256 of `data` under a subkey of the case's key."""
        return self._keys.mac(case_id, data)

    def _last_signed(self, case_id: CaseId) -> tuple[int, bytes]:
        """Return turn and digest of what was signed last in a case; a clock may go backwards."""
        row = self._connection.execute(
            "SELECT turn, digest FROM (SELECT turn, digest FROM notes"
            " WHERE case_id = ?1 AND state = 'signed'"
            " UNION ALL SELECT turn, digest FROM amendments WHERE case_id = ?1)"
            " ORDER BY turn DESC LIMIT 1",
            (case_id,),
        ).fetchone()
        return (row[0], bytes(row[1])) if row else (0, b"")

    def _next_turn(self, case_id: CaseId) -> int:
        """Return the turn of what is signed next in a case."""
        return self._last_signed(case_id)[0] + 1

    def _sealed(self, case_id: CaseId, note_id: NoteId, body: NoteBody) -> bytes:
        """Return the words of a note sealed for its row."""
        value = {
            "template": body.template,
            "edition": body.edition,
            "parts": [[part.key, part.title, part.text] for part in body.parts],
        }
        return self._keys.seal_json("notes", case_id, note_id, value)

    def _note(self, row: Row) -> Note:
        """Return the note that a row holds."""
        note_id, case_id = NoteId(row[0]), CaseId(row[1])
        raw = self._keys.unseal_json("notes", case_id, note_id, row[9])
        body = NoteBody(
            raw["template"], raw["edition"], tuple(NotePart(*part) for part in raw["parts"])
        )
        seal = None
        if row[5]:
            signer = _decoded(self._keys.unseal("notes.signer", case_id, note_id, row[8]))
            seal = Seal(signer, times.from_text(row[5]), bytes(row[6]), bytes(row[7]))
        return Note(
            note_id,
            case_id,
            SessionId(row[2]),
            body,
            times.from_text(row[3]),
            times.from_text(row[4]),
            seal,
        )

    def _amendment(self, row: Row) -> Amendment:
        """Return the amendment that a row holds."""
        own, case_id = AmendmentId(row[0]), CaseId(row[1])
        signer = _decoded(self._keys.unseal("amendments.signer", case_id, own, row[5]))
        text = _decoded(self._keys.unseal("amendments", case_id, own, row[6]))
        seal = Seal(signer, times.from_text(row[2]), bytes(row[3]), bytes(row[4]))
        return Amendment(own, case_id, NoteId(row[7]), text, seal)


def _encoded(text: str) -> bytes:
    """Return text as bytes; a lone surrogate from a paste is kept."""
    return text.encode("utf-8", "surrogatepass")


def _decoded(data: bytes) -> str:
    """Return the text of such bytes."""
    return data.decode("utf-8", "surrogatepass")
