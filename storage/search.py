"""Finds words in notes and amendments: by the index, and by reading what is not in it.

Drafts that are being written and unfinished amendments are read as they are stored: there are few
of them, and what is not in the index cannot fall out of step with it. So are cases with a password
of their own, whose words never enter the index: while they are open. Those that are shut are
counted, not searched.
"""

from __future__ import annotations

from dataclasses import replace
from itertools import chain
from typing import TYPE_CHECKING, Any

from app.domain.errors import CaseLocked, VaultDamaged
from app.domain.ids import AmendmentId, NoteId
from app.ports import Hit, Hits
from storage import times
from storage.database import next_id
from storage.words import expression, locate

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime

    from app.domain.note import Note
    from storage.case_keys import CaseKeys
    from storage.notes import NoteRows
    from storage.word_index import WordIndex

_AROUND = 32
_STEP = 64
_UNLOCKED = "case_id NOT IN (SELECT case_id FROM case_locks)"


class NoteSearch:
    """The `Search` of a vault."""

    def __init__(
        self,
        connection: Any,  # noqa: ANN401 - sqlcipher3 has no types
        index: WordIndex,
        notes: NoteRows,
        case_keys: CaseKeys,
    ) -> None:
        self._connection = connection
        self._index = index
        self._notes = notes
        self._keys = case_keys
        self._unread: set[NoteId] = set()

    def find(self, words: str, limit: int = 50, offset: int = 0) -> Hits:
        """Return notes that hold `words`: what is being written first, then newest first.

        The locked cases that are open come before those that the index answers for.
        """
        wanted = expression(words)
        if not wanted:
            return Hits((), more=False)
        hits: list[Hit] = []
        self._unread = set()
        for hit in self._all(wanted, words):
            hits.append(hit)
            if len(hits) > offset + limit:
                break
        return Hits(
            tuple(hits[offset : offset + limit]),
            len(hits) > offset + limit,
            self._unsearched(),
            tuple(sorted(self._unread)),
        )

    def count(self, words: str) -> int:
        """Return how many notes and amendments hold `words`, by the index and what is read."""
        wanted = expression(words)
        if not wanted:
            return 0
        try:
            found = self._connection.execute(
                "SELECT count(*) FROM words WHERE words MATCH ?", (wanted,)
            ).fetchone()[0]
            read = chain(self._written(words), self._opened(words))
            return int(found) + sum(1 for _ in read)
        except VaultDamaged:
            return sum(1 for _ in self._all(wanted, words))

    def settle(self, note_id: NoteId) -> None:
        """Bring the index up to date with a draft whose editor was left.

        The words of a case with a password of its own are not asked for: it may be shut by now.
        """
        if self._index.holds(note_id) or self._in_locked_case(note_id):
            return
        note = self._notes.get(note_id)
        self._index.put_in(note.case_id, note_id, None, note.body.text())

    def _all(self, wanted: str, words: str) -> Iterator[Hit]:
        """Yield every hit; where the index or a list is damaged, every note is read for itself."""
        seen = set()
        try:
            for hit in self._by_index(wanted, words):
                seen.add((hit.note_id, hit.amendment_id, hit.unfinished))
                yield hit
        except VaultDamaged:
            for hit in self._one_by_one(words):
                if (hit.note_id, hit.amendment_id, hit.unfinished) not in seen:
                    yield hit

    def _one_by_one(self, words: str) -> Iterator[Hit]:
        """Yield hits in every note that can be read, the newest first; the others are named."""
        for number in range(next_id(self._connection, "notes") - 1, 0, -1):
            note_id = NoteId(number)
            try:
                hits = list(self._hits_of(self._notes.get(note_id), words))
            except (KeyError, CaseLocked):
                continue
            except VaultDamaged:
                self._unread.add(note_id)
                continue
            yield from hits

    def _by_index(self, wanted: str, words: str) -> Iterator[Hit]:
        """Yield every hit, as the index finds it; raise `VaultDamaged` where it cannot be read."""
        yield from self._written(words)
        yield from self._opened(words)
        start = 0
        while True:
            rows = self._connection.execute(
                "SELECT rowid FROM words WHERE words MATCH ? ORDER BY rowid DESC LIMIT ? OFFSET ?",
                (wanted, _STEP, start),
            ).fetchall()
            for row in rows:
                hit = self._indexed_hit(row[0], words)
                if hit:
                    yield hit
            if len(rows) < _STEP:
                return
            start += _STEP

    def _written(self, words: str) -> Iterator[Hit]:
        """Yield hits in what is being written."""
        yield from self._unfinished(words)
        yield from self._drafts(words)

    def _in_locked_case(self, note_id: NoteId) -> bool:
        """Return whether a note belongs to a case with a password of its own."""
        row = self._connection.execute(
            "SELECT 1 FROM notes JOIN case_locks USING (case_id) WHERE notes.id = ?", (note_id,)
        ).fetchone()
        return row is not None

    def _unsearched(self) -> int:
        """Return how many cases are shut."""
        try:
            locked = self._connection.execute("SELECT count(*) FROM case_locks").fetchone()[0]
        except VaultDamaged:
            return 0  # the condition of the vault says it
        return int(locked) - len(self._keys.opened())

    def _opened(self, words: str) -> Iterator[Hit]:
        """Yield hits in the locked cases that are open, the newest note of each first."""
        for case_id in self._keys.opened():
            for note in reversed(self._notes.of_case(case_id)):
                yield from self._hits_of(note, words)

    def _hits_of(self, note: Note, words: str) -> Iterator[Hit]:
        """Yield hits in a note and in what was added to it, and what is being added."""
        if note.seal is not None:
            unfinished = self._notes.amendment_draft(note.id)
            place = locate(unfinished, words)
            if place is not None:
                yield replace(self._placed(note, None, unfinished, place), unfinished=True)
            for one in reversed(self._notes.amendments(note.id)):
                place = locate(one.text, words)
                if place is not None:
                    yield self._placed(note, one.id, one.text, place)
        text = note.body.text()
        place = locate(text, words)
        if place is not None:
            yield self._placed(note, None, text, place)

    def _unfinished(self, words: str) -> Iterator[Hit]:
        """Yield hits in amendments that are not finished, the newest note first."""
        rows = self._connection.execute(
            f"SELECT note_id FROM amendment_drafts WHERE {_UNLOCKED}"  # noqa: S608 - a constant
            " ORDER BY note_id DESC"
        ).fetchall()
        for row in rows:
            note_id = NoteId(row[0])
            text = self._notes.amendment_draft(note_id)
            place = locate(text, words)
            if place is not None:
                hit = self._placed(self._notes.get(note_id), None, text, place)
                yield replace(hit, unfinished=True)

    def _drafts(self, words: str) -> Iterator[Hit]:
        """Yield hits in drafts that are not in the index because they are being written."""
        rows = self._connection.execute(
            f"SELECT id FROM notes WHERE state = 'draft' AND {_UNLOCKED} AND id NOT IN"  # noqa: S608
            " (SELECT note_id FROM indexed WHERE amendment_id IS NULL AND note_id IN"
            " (SELECT id FROM notes WHERE state = 'draft')) ORDER BY id DESC"
        ).fetchall()
        for row in rows:
            hit = self._hit(NoteId(row[0]), None, words)
            if hit:
                yield hit

    def _indexed_hit(self, entry: int, words: str) -> Hit | None:
        """Return the hit of an index entry, or None where only punctuation-blind words match."""
        row = self._connection.execute(
            "SELECT note_id, amendment_id FROM indexed WHERE id = ?", (entry,)
        ).fetchone()
        amendment = None if row[1] is None else AmendmentId(row[1])
        return self._hit(NoteId(row[0]), amendment, words)

    def _hit(self, note_id: NoteId, amendment_id: AmendmentId | None, words: str) -> Hit | None:
        """Return where the words stand in a note or an amendment of it."""
        note = self._notes.get(note_id)
        if amendment_id is None:
            text = note.body.text()
        else:
            text = self._notes.amendment(amendment_id).text
        place = locate(text, words)
        if place is None:
            return None
        return self._placed(note, amendment_id, text, place)

    def _placed(
        self, note: Note, amendment_id: AmendmentId | None, text: str, place: tuple[int, int]
    ) -> Hit:
        """Return the hit at a place of a text that belongs to a note, with what is around it."""
        start, end = place
        left = max(0, start - _AROUND)
        return Hit(
            note.case_id,
            note.id,
            amendment_id,
            self._session_at(note.id),
            start,
            end,
            text[left : end + _AROUND],
            left,
        )

    def _session_at(self, note_id: NoteId) -> datetime:
        """Return when the session of a note began."""
        row = self._connection.execute(
            "SELECT starts_at FROM sessions JOIN notes ON notes.session_id = sessions.id"
            " WHERE notes.id = ?",
            (note_id,),
        ).fetchone()
        return times.from_text(row[0])
