"""Finds words beside the notes: in sheets, formulations, genograms and imported notes.

They are in no index, each is read.

Their words lie under the key of their case alone. So a case with a password of its own is read
while it is open and never otherwise, and nothing of it has to leave an index when it is shut,
destroyed or salvaged.
"""

from __future__ import annotations

from itertools import chain, islice
from typing import TYPE_CHECKING, Any, Final

from app.domain.formulation import formulation_of
from app.domain.genogram import genogram_of
from app.domain.ids import CaseId, EntryId, NoteId, SessionId
from app.domain.imported_note import imported_of
from app.domain.record_words import RecordPart, formulation_words, genogram_words, sheet_words
from app.domain.session_sheet import sheet_from_mapping
from app.ports import Hit
from storage import times
from storage.entries import read_value
from storage.words import locate

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from storage.case_keys import CaseKeys

_AROUND: Final = 32
_SHEETS: Final = (
    "SELECT session_sheets.session_id, session_sheets.case_id, session_sheets.sealed,"
    " sessions.starts_at, notes.id FROM session_sheets"
    " JOIN sessions ON sessions.id = session_sheets.session_id"
    " JOIN notes ON notes.session_id = session_sheets.session_id"
    " ORDER BY session_sheets.session_id DESC"
)
_ENTRIES: Final = (
    "SELECT id, case_id, sealed, at, kind FROM entries"
    " WHERE kind IN ('formulation', 'genogram', 'imported note') ORDER BY id DESC"
)
_READ: Final[dict[RecordPart, Callable[[Mapping[str, Any]], str]]] = {
    RecordPart.FORMULATION: lambda raw: formulation_words(formulation_of(raw)),
    RecordPart.GENOGRAM: lambda raw: genogram_words(genogram_of(raw)),
    RecordPart.IMPORTED: lambda raw: imported_of(raw).text,
}


class RecordSearch:
    """The `RecordWords` of a vault."""

    def __init__(self, connection: Any, case_keys: CaseKeys) -> None:  # noqa: ANN401
        self._connection = connection
        self._keys = case_keys

    def find(self, words: str, most: int) -> list[Hit]:
        """Return at most so many places that hold all `words`, the newest of each kind first.

        Of a formulation and of a genogram it is the last version that holds them, of the imported
        notes each one. Those of a case that is shut are not looked at.
        """
        return list(islice(chain(self._in_entries(words), self._in_sheets(words)), most))

    def _in_entries(self, words: str) -> Iterator[Hit]:
        """Yield hits in formulations and genograms, one of each for a case, and in old notes."""
        found: set[tuple[CaseId, str]] = set()
        shut = set(self._keys.shut())
        for row in self._connection.execute(_ENTRIES).fetchall():
            entry, case_id, kind = EntryId(row[0]), CaseId(row[1]), row[4]
            if case_id in shut or (case_id, kind) in found:
                continue
            raw, _ = read_value(self._keys.unseal_json("entries", case_id, entry, row[2]))
            part = RecordPart(kind)
            hit = _placed(_READ[part](raw), words, (case_id, NoteId(0), row[3], part))
            if hit is not None:
                if part is not RecordPart.IMPORTED:
                    found.add((case_id, kind))
                yield hit

    def _in_sheets(self, words: str) -> Iterator[Hit]:
        """Yield hits in the sheets of sessions, with the note that each belongs to."""
        shut = set(self._keys.shut())
        for row in self._connection.execute(_SHEETS).fetchall():
            session, case_id = SessionId(row[0]), CaseId(row[1])
            if case_id in shut:
                continue
            raw = self._keys.unseal_json("session_sheets", case_id, session, row[2])
            text = sheet_words(sheet_from_mapping(raw))
            hit = _placed(text, words, (case_id, NoteId(row[4]), row[3], RecordPart.SHEET))
            if hit is not None:
                yield hit


def _placed(text: str, words: str, about: tuple[CaseId, NoteId, str, RecordPart]) -> Hit | None:
    """Return where words stand in a text, with what is around it; None where they do not."""
    place = locate(text, words)
    if place is None:
        return None
    case_id, note_id, at, part = about
    start, end = place
    left = max(0, start - _AROUND)
    snippet = text[left : end + _AROUND]
    moment = times.from_text(at)
    return Hit(case_id, note_id, None, moment, start, end, snippet, left, part=part)
