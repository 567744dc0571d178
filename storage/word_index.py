"""Keeps the full-text index in step with the notes.

The index is contentless: words leave it by the 'delete' command with the old text, and with
'secure-delete' nothing of them stays.
"""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING, Any

from app.domain.ids import AmendmentId, NoteId
from storage.words import spread

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from app.domain.ids import CaseId

_SEGMENT = 37  # the bits of a leaf's number that say its page


class WordIndex:
    """Keeps the index in step with the notes."""

    def __init__(self, connection: Any) -> None:  # noqa: ANN401
        self._connection = connection

    def put_in(
        self, case_id: CaseId, note_id: NoteId, amendment_id: AmendmentId | None, text: str
    ) -> None:
        """Add a text, unless its case has a password of its own: such words stay out."""
        locked = self._connection.execute(
            "SELECT 1 FROM case_locks WHERE case_id = ?", (case_id,)
        ).fetchone()
        if locked is not None:
            return
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
        self.forget(row[0], old_text())

    def of_case(self, case_id: CaseId) -> list[tuple[int, NoteId, AmendmentId | None]]:
        """Return the entries of a case: their number, note and amendment."""
        return [
            (row[0], NoteId(row[1]), None if row[2] is None else AmendmentId(row[2]))
            for row in self._connection.execute(
                "SELECT id, note_id, amendment_id FROM indexed WHERE case_id = ?", (case_id,)
            ).fetchall()
        ]

    def forget_branches(self, texts: Iterable[str]) -> None:
        """Take the words of removed texts out of the branches of the index, too.

        'secure-delete' clears the leaves. Above them FTS5 leaves the beginning of a word that once
        stood first on a leaf; it is replaced by the word that stands first there now.
        """
        # What was removed waits in memory until it is flushed; the leaves are read below.
        self._connection.execute("INSERT INTO words (words) VALUES ('flush')")
        gone = sorted({token.encode() for text in texts for token in spread(text).split()})
        branches = self._connection.execute("SELECT segid, term, pgno FROM words_idx").fetchall()
        for segment, branch, page in branches:
            beginning = bytes(branch[1:])  # after the number of the index: it has no other
            at = bisect_left(gone, beginning)
            if beginning and at < len(gone) and gone[at].startswith(beginning):
                self._connection.execute(
                    "UPDATE words_idx SET term = ? WHERE segid = ? AND term = ?",
                    (self._first_word(segment, page >> 1), segment, branch),
                )

    def _first_word(self, segment: int, page: int) -> bytes:
        """Return the first word on a leaf, with the number of its index before it.

        A leaf begins with two 16-bit numbers, the second being the length of its content. Behind
        that stands where the first word is: its length and its bytes, whole.
        """
        block = bytes(
            self._connection.execute(
                "SELECT block FROM words_data WHERE id = ?", ((segment << _SEGMENT) + page,)
            ).fetchone()[0]
        )
        start, _ = _number(block, int.from_bytes(block[2:4], "big"))
        length, start = _number(block, start)
        return block[start : start + length]

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


def _number(block: bytes, at: int) -> tuple[int, int]:
    """Return the number that SQLite wrote at a place, in groups of 7 bits, and what follows it."""
    value = 0
    while True:
        value = value << 7 | block[at] & 0x7F
        at += 1
        if block[at - 1] < 0x80:  # noqa: PLR2004 - the bit that says that there is more
            return value, at
