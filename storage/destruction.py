"""Destroys a case: every row that belongs to it, its words in the index, its key.

None of it asks for the key of a case with a password of its own: a forgotten one keeps no case.
Which rows those are is asked of the schema, by its foreign keys, so that a table which comes later
is not forgotten here.
"""

from __future__ import annotations

import json
from collections import Counter
from contextlib import suppress
from typing import TYPE_CHECKING, Any, Final

from app.domain.audit import AuditKind
from app.domain.destruction import BackupMade, Counted, Destruction, Ground, Holding, Marked
from app.domain.errors import Refusal
from app.domain.ids import CaseId, RecordingId
from storage import database, times, unwritten
from storage.tries import CASE_NAMES

if TYPE_CHECKING:
    from datetime import datetime
    from pathlib import Path

    from storage.case_keys import CaseKeys
    from storage.notes import NoteRows
    from storage.recordings import RecordingRows

_KINDS: Final[dict[str, Holding | None]] = {
    "clients": Holding.CLIENTS,
    "sessions": Holding.SESSIONS,
    "notes": Holding.NOTES,
    "amendments": Holding.AMENDMENTS,
    "consents": Holding.CONSENTS,
    "documents": Holding.DOCUMENTS,
    "recordings": Holding.RECORDINGS,
    "appointments": Holding.APPOINTMENTS,
    "entries": Holding.ENTRIES,
    "entry_documents": Holding.DOCUMENTS,
    "session_sheets": None,
    "answer_marks": None,
    "reflections": Holding.REFLECTIONS,
    "appointment_series": Holding.APPOINTMENTS,
    "amendment_drafts": Holding.UNFINISHED,
    "case_drafts": Holding.UNFINISHED,
    # Parts of what is counted already, and what the program keeps for itself.
    "consent_steps": None,
    "appointment_moves": None,
    "indexed": None,
    "destruction_marks": None,
    "case_locks": None,
}


class DestructionRows:
    """The `Destructions` of a vault."""

    def __init__(
        self,
        connection: Any,  # noqa: ANN401 - sqlcipher3 has no types
        case_keys: CaseKeys,
        notes: NoteRows,
        recordings: RecordingRows,
        folder: Path,
    ) -> None:
        self._connection = connection
        self._keys = case_keys
        self._notes = notes
        self._recordings = recordings
        self._folder = folder

    def mark(self, case_id: CaseId, at: datetime, ground: Ground) -> None:
        """Keep that a case is to be destroyed, since when and why."""
        self._connection.execute(
            "INSERT INTO destruction_marks (case_id, at, ground) VALUES (?, ?, ?)"
            " ON CONFLICT (case_id) DO NOTHING",
            (case_id, times.to_text(at), ground.value),
        )

    def unmark(self, case_id: CaseId) -> None:
        """Keep it no longer."""
        self._connection.execute("DELETE FROM destruction_marks WHERE case_id = ?", (case_id,))

    def marked(self, case_id: CaseId) -> Marked | None:
        """Return since when a case is marked and why, or None."""
        row = self._connection.execute(
            "SELECT at, ground FROM destruction_marks WHERE case_id = ?", (case_id,)
        ).fetchone()
        return Marked(times.from_text(row[0]), _ground(row[1])) if row else None

    def marks(self) -> dict[CaseId, Marked]:
        """Return every mark by its case."""
        rows = self._connection.execute("SELECT case_id, at, ground FROM destruction_marks")
        return {CaseId(row[0]): Marked(times.from_text(row[1]), _ground(row[2])) for row in rows}

    def held(self, case_id: CaseId) -> tuple[Counted, ...]:
        """Return how much of each kind a case holds."""
        counts: Counter[Holding] = Counter()
        for table, where in self._belonging():
            kind = _KINDS.get(table, Holding.OTHER)
            if kind is not None:
                counts[kind] += self._connection.execute(
                    f'SELECT count(*) FROM "{table}" WHERE {where}',  # noqa: S608 - our schema
                    {"case": case_id},
                ).fetchone()[0]
        return tuple(Counted(kind, counts[kind]) for kind in Holding if counts[kind])

    def destroy(self, case_id: CaseId, at: datetime) -> Destruction:
        """Destroy a case and return the record of it; KeyError when there is none.

        Call it inside a transaction; afterwards `Vault.forget_deleted` removes the files of its
        recordings and empties the log.
        """
        row = self._connection.execute(
            "SELECT opened_at FROM cases WHERE id = ?", (case_id,)
        ).fetchone()
        if row is None:
            raise KeyError(case_id)
        held, mark = self.held(case_id), self.marked(case_id)
        ground = mark.ground if mark is not None else None
        self._connection.execute(
            "INSERT INTO destructions (case_id, at, opened_at, held, ground)"
            " VALUES (?, ?, ?, ?, ?)",
            (
                case_id,
                times.to_text(at),
                row[0],
                json.dumps({one.kind.value: one.count for one in held}),
                ground.value if ground is not None else "",
            ),
        )
        self._connection.execute("INSERT INTO destruction (case_id) VALUES (?)", (case_id,))
        self._notes.leave_index(case_id)  # where the case is locked, it holds none of its words
        self._erase_recordings(case_id)
        for table, where in self._belonging():
            self._connection.execute(
                f'DELETE FROM "{table}" WHERE {where}',  # noqa: S608 - our schema
                {"case": case_id},
            )
        self._connection.execute("DELETE FROM cases WHERE id = ?", (case_id,))
        self._connection.execute("DELETE FROM destruction WHERE case_id = ?", (case_id,))
        self._keys.drop(case_id)
        return Destruction(case_id, times.from_text(row[0]), at, held, ground)

    def wipe(self) -> bool:
        """Remove what still holds deleted rows: the log, and copies made before an update.

        Return whether both are gone; what is not goes when the vault is locked.
        """
        with suppress(database.Error, Refusal, OSError):
            for one in (*self._folder.glob("vault-before-*.db*"), *self._counts_of_nobody()):
                one.unlink(missing_ok=True)
            row = self._connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
            return tuple(row[:2]) == (0, 0)
        return False

    def all(self) -> list[Destruction]:
        """Return every destruction, the newest first."""
        rows = self._connection.execute(
            "SELECT case_id, opened_at, at, held, ground FROM destructions ORDER BY id DESC"
        )
        return [_destruction(row) for row in rows]

    def backups_that_hold(self, case_id: CaseId, until: datetime) -> tuple[BackupMade, ...]:
        """Return the backups that the trail knows, written down while a case was there.

        What came first is asked of the order of the lines: a clock that was wrong once hides no
        backup. One that was begun `until` the destruction and written down behind it counts, too.
        One that was thinned out of its folder since then no longer exists; the trail does not know.
        One that has no line yet counts: see `unwritten`.
        """
        rows = self._connection.execute(
            "SELECT at, subject FROM audit WHERE kind = :made AND id > coalesce("
            "(SELECT min(id) FROM audit WHERE case_id = :case AND kind = :opened), 0) AND"
            " (at <= :until OR NOT EXISTS (SELECT 1 FROM audit AS later WHERE"
            " later.case_id = :case AND later.kind = :gone AND later.id < audit.id)) ORDER BY id",
            {
                "made": AuditKind.BACKED_UP.value,
                "opened": AuditKind.CASE_OPENED.value,
                "gone": AuditKind.CASE_DESTROYED.value,
                "case": case_id,
                "until": times.to_text(until),
            },
        )
        told = tuple(BackupMade(times.from_text(row[0]), row[1]) for row in rows)
        return told + tuple(
            one
            for one in unwritten.of(self._connection, self._folder)
            if one.at <= until or not self._is_gone(case_id)
        )

    def _is_gone(self, case_id: CaseId) -> bool:
        row = self._connection.execute("SELECT 1 FROM cases WHERE id = ?", (case_id,)).fetchone()
        return row is None

    def packages_that_hold(self, case_id: CaseId) -> tuple[datetime, ...]:
        """Return when succession packages were made in which the client of a case is."""
        return self._when(AuditKind.SUCCESSION_HOLDS, case_id)

    def exports_that_hold(self, case_id: CaseId) -> tuple[datetime, ...]:
        """Return when everything was exported readably, with a case in it."""
        return self._when(AuditKind.READABLE_HOLDS, case_id)

    def _when(self, kind: AuditKind, case_id: CaseId) -> tuple[datetime, ...]:
        """Return at what times the trail has a kind of line of a case, the first one first."""
        rows = self._connection.execute(
            "SELECT at FROM audit WHERE kind = ? AND case_id = ? ORDER BY id",
            (kind.value, case_id),
        )
        return tuple(times.from_text(row[0]) for row in rows)

    def _counts_of_nobody(self) -> list[Path]:
        """Return the counts of wrong passwords of cases that are not there."""
        cases = self._connection.execute("SELECT id FROM cases").fetchall()
        own = {CASE_NAMES.replace("*", f"{case_id:d}") for (case_id,) in cases}
        return [one for one in self._folder.glob(CASE_NAMES) if one.name not in own]

    def _erase_recordings(self, case_id: CaseId) -> None:
        """Destroy the keys of a case's recordings and announce that their files are to go."""
        rows = self._connection.execute(
            "SELECT id FROM recordings WHERE case_id = ?", (case_id,)
        ).fetchall()
        for (recording_id,) in rows:
            self._recordings.erase(RecordingId(recording_id))

    def _belonging(self) -> list[tuple[str, str]]:
        """Return every table with rows of a case and how to find them, leaves first."""
        links = self._connection.execute(
            'SELECT one.name, key."from", key."table", coalesce(key."to", \'id\')'
            " FROM sqlite_schema AS one, pragma_foreign_key_list(one.name) AS key"
            " WHERE one.type = 'table'"
        ).fetchall()
        found: dict[str, str] = {}
        above = ["cases"]
        while above:
            parent = above.pop()
            for table, column, target, key in links:
                if target == parent and table != parent:
                    found[table] = _owned(table, column, (target, key), links, found)
                    above.append(table)
        return sorted(found.items(), key=lambda one: -_depth(one[0], links))


def _owned(
    table: str,
    column: str,
    to: tuple[str, str],
    links: list[database.Row],
    found: dict[str, str],
) -> str:
    """Return the condition for rows of a case: by its number where the table has it."""
    direct = [link[1] for link in links if link[0] == table and link[2] == "cases"]
    if direct:
        return f'"{direct[0]}" = :case'
    parent, key = to
    return f'"{column}" IN (SELECT "{key}" FROM "{parent}" WHERE {found[parent]})'  # noqa: S608


def _depth(table: str, links: list[database.Row]) -> int:
    """Return how many tables stand between a table and one that refers to nothing."""
    targets = {link[2] for link in links if link[0] == table and link[2] != table}
    return 1 + max((_depth(one, links) for one in targets), default=0)


def _destruction(row: database.Row) -> Destruction:
    """Return the destruction that a row holds; one from before the counts holds none."""
    counts = json.loads(row[3])
    held = tuple(Counted(kind, counts[kind.value]) for kind in Holding if kind.value in counts)
    return Destruction(
        CaseId(row[0]),
        times.from_text(row[1] or row[2]),
        times.from_text(row[2]),
        held,
        _ground(row[4]),
    )


def _ground(raw: str) -> Ground | None:
    """Return the ground that a row names; one from before there were any names none."""
    return Ground(raw) if raw else None
