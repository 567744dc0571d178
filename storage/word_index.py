"""Keeps the full-text index in step with the notes.

The index is contentless: words leave it by the 'delete' command with the old text, and with
'secure-delete' nothing of them stays.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from storage.words import spread

if TYPE_CHECKING:
    from collections.abc import Callable

    from app.domain.ids import AmendmentId, CaseId, NoteId


class WordIndex:
    """Keeps the index in step with the notes."""

    def __init__(self, connection: Any) -> None:  # noqa: ANN401
        self._connection = connection

    def put_in(
        self, case_id: CaseId, note_id: NoteId, amendment_id: AmendmentId | None, text: str
    ) -> None:
        """Add a text."""
        row = self._connection.execute(
            "INSERT INTO indexed (case_id, note_id, amendment_id) VALUES (?, ?, ?) RETURNING id",
            (case_id, note_id, amendment_id),
        ).fetchall()[0]
        self._connection.execute(
            "INSERT INTO words (rowid, body) VALUES (?, ?)", (row[0], spread(text))
        )

    def take_out(self, note_id: NoteId, old_text: Callable[[], str]) -> None:
        """Remove the text of a draft, if it is in; `old_text` is asked only then."""
        row = self._connection.execute(
            "SELECT id FROM indexed WHERE note_id = ? AND amendment_id IS NULL", (note_id,)
        ).fetchone()
        if row is None:
            return
        self._connection.execute(
            "INSERT INTO words (words, rowid, body) VALUES ('delete', ?, ?)",
            (row[0], spread(old_text())),
        )
        self._connection.execute("DELETE FROM indexed WHERE id = ?", (row[0],))

    def forget(self, row: int, old_text: str) -> None:
        """Remove one row of the index, whose text was this."""
        self._connection.execute(
            "INSERT INTO words (words, rowid, body) VALUES ('delete', ?, ?)",
            (row, spread(old_text)),
        )
        self._connection.execute("DELETE FROM indexed WHERE id = ?", (row,))

    def holds(self, note_id: NoteId) -> bool:
        """Return whether the note's own text is in the index."""
        row = self._connection.execute(
            "SELECT 1 FROM indexed WHERE note_id = ? AND amendment_id IS NULL", (note_id,)
        ).fetchone()
        return row is not None
