"""Stands in for records that a salvage lost, so that what belongs to them can be reached.

A case whose row is lost is there again without its code name, a session without its time, a signed
note whose amendments were found without its words. Where even the key of a case is lost, nobody can
read its rows any more: they stay in the old vault and are named.
"""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Final

from cryptography.exceptions import InvalidTag

from app.domain.as_json import as_json
from app.domain.case import CaseState, ServiceMode
from app.domain.client import Profile
from app.domain.complaint import Complaint, Fault
from app.domain.ids import CaseId
from app.domain.practice_record import Policy, PracticeKind
from storage import keys, times
from storage.case_keys import VAULT, key_context, row_context
from storage.database import next_id

if TYPE_CHECKING:
    from app.ports import Clock

_MINUTES: Final = 50
_ROUNDS: Final = 6
_WHEN: Final = ("created_at", "starts_at", "made_at", "signed_at", "updated_at", "at")


@dataclass
class StandIns:
    """Makes what is missing in a database whose rows were just put in."""

    connection: Any
    wrapping: bytes
    clock: Clock
    made: list[Complaint] = field(default_factory=list)
    lost: list[Complaint] = field(default_factory=list)

    def make(self) -> None:
        """Make or take away until no row names another that is not there."""
        self._bring_locks_back()
        self._drop_locked_for_ever()
        for _ in range(_ROUNDS):
            missing = self._missing()
            if not missing:
                break
            for table, rowid, parent, wanted in missing:
                self._mend(table, rowid, parent, wanted)
        self._add_clients()
        self.connection.execute(
            "INSERT OR REPLACE INTO case_key_copies SELECT id, wrapped_key, key_kind FROM cases"
        )
        self.connection.execute("INSERT OR REPLACE INTO case_lock_copies SELECT * FROM case_locks")
        self.connection.execute(
            "DELETE FROM case_lock_copies WHERE case_id NOT IN (SELECT case_id FROM case_locks)"
        )
        self.connection.execute(
            "DELETE FROM case_key_copies WHERE case_id NOT IN (SELECT id FROM cases)"
        )

    def _bring_locks_back(self) -> None:
        """Take how the password of a case is derived from the second copy, where the first is lost.

        A case whose own row is lost follows from it: its key has a second copy, too.
        """
        self.connection.execute("INSERT OR IGNORE INTO case_locks SELECT * FROM case_lock_copies")

    def _missing(self) -> list[tuple[str, int, str, int]]:
        """Return table, row, other table and number for each that names a missing row."""
        found = []
        for table, rowid, parent, at in self.connection.execute(
            "PRAGMA foreign_key_check"
        ).fetchall():
            if rowid is None:
                continue
            told = self.connection.execute(f'PRAGMA foreign_key_list("{table}")').fetchall()
            column = next(one[3] for one in told if one[0] == at)
            key = self._key(table)
            row = self.connection.execute(
                f'SELECT "{column}" FROM "{table}" WHERE "{key}" = ?',  # noqa: S608 - our schema
                (rowid,),
            ).fetchone()
            if row is not None:
                found.append((table, rowid, parent, row[0]))
        return found

    def _mend(self, table: str, rowid: int, parent: str, wanted: int) -> None:
        """Make the missing row, or take out the one that cannot be reached without it."""
        if self._there(parent, wanted):
            return
        makers = {
            "cases": self._case,
            "sessions": self._session,
            "notes": self._note,
            "practice_entries": self._record,
        }
        maker = makers.get(parent)
        if table == "appointments" and parent == "appointment_series":
            self.connection.execute(
                "UPDATE appointments SET series_id = NULL, slot = NULL WHERE id = ?", (rowid,)
            )
        elif maker is not None and maker(table, rowid, wanted):
            self.made.append(Complaint(Fault.RECORD, wanted, parent))
            self.lost.append(Complaint(Fault.RECORD, wanted, parent))
        else:
            self._drop(table, rowid)
            self.lost.append(Complaint(Fault.RECORD, wanted, parent))
            self.lost.append(Complaint(Fault.RECORD, rowid, table))

    def _case(self, _table: str, _rowid: int, case_id: int) -> bool:
        """Make a case again from the copy of its key; its code name is its number."""
        row = self.connection.execute(
            "SELECT wrapped_key, key_kind FROM case_key_copies WHERE case_id = ?", (case_id,)
        ).fetchone()
        if row is None or not self._opens(case_id, *row):
            return False
        key = self._opened(case_id, row[0])
        # A case with a password of its own cannot be named without it; its rows stay what they are.
        code, place = f"#{case_id}", row_context("cases", CaseId(case_id), case_id)
        words = keys.seal(key, json.dumps({"code": code}).encode(), place) if key else b""
        self.connection.execute(
            "INSERT INTO cases (id, mode, state, opened_at, wrapped_key, key_kind, sealed)"
            " VALUES (?, ?, ?, ?, ?, ?, ?)",
            (
                case_id,
                ServiceMode.ONLINE.value,
                CaseState.OPEN.value,
                times.to_text(self.clock.now()),
                row[0],
                row[1],
                words,
            ),
        )
        return True

    def _session(self, table: str, rowid: int, session_id: int) -> bool:
        """Make a session again: when the note on it was begun, or the appointment stood."""
        columns = [one[1] for one in self.connection.execute(f'PRAGMA table_info("{table}")')]
        when = next((one for one in _WHEN if one in columns), None)
        if when is None or "case_id" not in columns:
            return False
        case_id, at = self.connection.execute(
            f'SELECT case_id, "{when}" FROM "{table}" WHERE "{self._key(table)}" = ?',  # noqa: S608
            (rowid,),
        ).fetchone()
        (number,) = self.connection.execute(
            "SELECT coalesce(max(number), 0) + 1 FROM sessions WHERE case_id = ?", (case_id,)
        ).fetchone()
        self.connection.execute(
            "INSERT INTO sessions (id, case_id, number, starts_at, minutes, mode)"
            " VALUES (?, ?, ?, ?, ?, ?)",
            (session_id, case_id, number, at, _MINUTES, ServiceMode.ONLINE.value),
        )
        return True

    def _note(self, table: str, rowid: int, note_id: int) -> bool:
        """Make a signed note again whose amendments were found; no signature of it holds."""
        if table != "amendments":
            return False
        case_id, at, turn = self.connection.execute(
            "SELECT case_id, signed_at, turn FROM amendments WHERE id = ?", (rowid,)
        ).fetchone()
        key = self._key_of_case(case_id)
        if key is None:
            return False
        session_id = next_id(self.connection, "sessions")
        body = {"template": "free", "edition": "1", "parts": [["text", "", f"#{note_id}"]]}
        sealed = keys.seal(
            key, json.dumps(body).encode(), row_context("notes", CaseId(case_id), note_id)
        )
        signer = keys.seal(key, b"", row_context("notes.signer", CaseId(case_id), note_id))
        self.connection.execute(
            "INSERT INTO notes (id, case_id, session_id, state, created_at, updated_at, signed_at,"
            " turn, digest, previous, signer, sealed) VALUES (?, ?, ?, 'signed', ?, ?, ?, ?, ?, ?,"
            " ?, ?)",
            (note_id, case_id, session_id, at, at, at, turn, bytes(32), b"", signer, sealed),
        )
        return self._session("notes", note_id, session_id)

    def _record(self, _table: str, _rowid: int, number: int) -> bool:
        """Make a record of the practice again whose scans were found; its title is its number."""
        value = json.dumps(as_json(Policy(title=f"#{number}")))
        self.connection.execute(
            "INSERT INTO practice_entries (id, kind, updated_at, value) VALUES (?, ?, ?, ?)",
            (number, PracticeKind.POLICY.value, times.to_text(self.clock.now()), value),
        )
        return True

    def _add_clients(self) -> None:
        """Give a case without its client an empty form."""
        rows = self.connection.execute(
            "SELECT id FROM cases WHERE id NOT IN (SELECT case_id FROM clients) ORDER BY id"
        ).fetchall()
        for (case_id,) in rows:
            key = self._key_of_case(case_id)
            number = next_id(self.connection, "clients")
            place = row_context("clients", CaseId(case_id), number)
            blank = json.dumps(as_json(Profile())).encode()
            sealed = keys.seal(key, blank, place) if key else b""  # b"": the case is shut
            self.connection.execute(
                "INSERT INTO clients (id, case_id, sealed) VALUES (?, ?, ?)",
                (number, case_id, sealed),
            )
            self.made.append(Complaint(Fault.RECORD, number, "clients"))

    def _drop_locked_for_ever(self) -> None:
        """Take out cases whose key cannot be opened though it should be: nobody can read them.

        That of a case with a password of its own is not tried; without its salt it never opens.
        """
        rows = self.connection.execute("SELECT id, wrapped_key, key_kind FROM cases").fetchall()
        for case_id, wrapped, kind in rows:
            if not self._opens(case_id, wrapped, kind):
                self._drop("cases", case_id)
                self.lost.append(Complaint(Fault.RECORD, case_id, "cases"))

    def _key_of_case(self, case_id: int) -> bytes | None:
        """Return the key of a case that stands in the new database."""
        row = self.connection.execute(
            "SELECT wrapped_key FROM cases WHERE id = ?", (case_id,)
        ).fetchone()
        return self._opened(case_id, row[0]) if row else None

    def _opened(self, case_id: int, wrapped: bytes) -> bytes | None:
        """Return an unwrapped key, or None where the vault's key does not open it."""
        try:
            return keys.unseal(self.wrapping, wrapped, key_context(CaseId(case_id)))
        except InvalidTag:
            return None

    def _opens(self, case_id: int, wrapped: bytes, kind: str) -> bool:
        """Return whether anything opens a case: the vault's key, or its password some day."""
        if kind == VAULT:
            return self._opened(case_id, wrapped) is not None
        return self._there("case_locks", case_id)

    def _there(self, table: str, number: int) -> bool:
        """Return whether a row is there."""
        found = self.connection.execute(
            f'SELECT 1 FROM "{table}" WHERE "{self._key(table)}" = ?',  # noqa: S608 - our schema
            (number,),
        ).fetchone()
        return found is not None

    def _drop(self, table: str, rowid: int) -> None:
        """Leave a row out of the new vault; it stays in the old one."""
        self.connection.execute(
            f'DELETE FROM "{table}" WHERE "{self._key(table)}" = ?',  # noqa: S608 - our schema
            (rowid,),
        )

    def _key(self, table: str) -> str:
        """Return the column that tells a row of a table from all others."""
        told = self.connection.execute(f'PRAGMA table_info("{table}")').fetchall()
        return str(next(one[1] for one in told if one[5]))
