"""Cases as rows."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from app.domain.case import Case, CaseLock, CaseState, ServiceMode, shut_code
from app.domain.errors import VaultDamaged
from app.domain.ids import CaseId
from storage import times
from storage.database import Row, next_id

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime

    from storage.case_keys import CaseKeys

_COLUMNS = "id, mode, state, opened_at, sealed, key_kind"


class CaseRows:
    """The `Cases` of a vault."""

    def __init__(self, connection: Any, case_keys: CaseKeys) -> None:  # noqa: ANN401
        self._connection = connection
        self._keys = case_keys

    def add(self, code: str, mode: ServiceMode, opened_at: datetime) -> Case:
        """Store a new case with a data key of its own."""
        case_id = CaseId(next_id(self._connection, "cases"))
        wrapped = self._keys.new(case_id)
        sealed = self._keys.seal_json("cases", case_id, case_id, {"code": code})
        self._connection.execute(
            "INSERT INTO cases (id, mode, state, opened_at, wrapped_key, sealed)"
            " VALUES (?, ?, ?, ?, ?, ?)",
            (case_id, mode.value, CaseState.OPEN.value, times.to_text(opened_at), wrapped, sealed),
        )
        return self.get(case_id)

    def get(self, case_id: CaseId) -> Case:
        """Return the case; KeyError when there is none."""
        row = self._connection.execute(
            f"SELECT {_COLUMNS} FROM cases WHERE id = ?",  # noqa: S608 - a constant
            (case_id,),
        ).fetchone()
        if row is None:
            raise KeyError(case_id)
        return self._case(row)

    def all(self) -> list[Case]:
        """Return every case, newest first."""
        rows = self._connection.execute(
            f"SELECT {_COLUMNS} FROM cases ORDER BY id DESC"  # noqa: S608 - a constant
        )
        return [self._case(row) for row in rows]

    def first_opened(self) -> datetime | None:
        """Return when the first case was opened, None where there is none; no word is read."""
        row = self._connection.execute("SELECT min(opened_at) FROM cases").fetchone()
        return None if row[0] is None else times.from_text(row[0])

    def one_by_one(self) -> tuple[list[Case], list[CaseId]]:
        """Return the cases that can be read, newest first, and the numbers of those that cannot.

        What was destroyed in the midst of damage is among the latter: nothing there tells them
        apart. Raises `VaultDamaged` where not even the numbers are known.
        """
        found, unread = [], []
        for number in reversed(range(1, next_id(self._connection, "cases"))):
            try:
                found.append(self.get(CaseId(number)))
            except KeyError:
                continue
            except VaultDamaged:
                unread.append(CaseId(number))
        return found, unread

    def change(self, case_id: CaseId, code: str, mode: ServiceMode) -> None:
        """Change code name and mode."""
        sealed = self._keys.seal_json("cases", case_id, case_id, {"code": code})
        self._connection.execute(
            "UPDATE cases SET mode = ?, sealed = ? WHERE id = ?", (mode.value, sealed, case_id)
        )

    def set_state(self, case_id: CaseId, state: CaseState) -> None:
        """Say whether a case is being worked on."""
        self._connection.execute("UPDATE cases SET state = ? WHERE id = ?", (state.value, case_id))

    def only_form(self, case_id: CaseId) -> bool:
        """Return whether a case holds nothing but its form: no other row names it."""
        # Asked of the schema, so that a table which comes later is not forgotten here.
        tables = self._connection.execute(
            'SELECT one.name, key."from"'
            " FROM sqlite_schema AS one, pragma_foreign_key_list(one.name) AS key"
            " WHERE one.type = 'table' AND key.\"table\" = 'cases' AND one.name <> 'clients'"
        ).fetchall()
        return not any(
            self._connection.execute(
                f'SELECT 1 FROM "{table}" WHERE "{column}" = ? LIMIT 1',  # noqa: S608 - our schema
                (case_id,),
            ).fetchone()
            for table, column in tables
        )

    def remove(self, case_id: CaseId) -> None:
        """Remove a case to which no other row belongs any more, and its key."""
        self._connection.execute("DELETE FROM cases WHERE id = ?", (case_id,))
        self._keys.drop(case_id)

    def keep_draft(
        self, case_id: CaseId, kind: str, value: Mapping[str, Any], at: datetime
    ) -> None:
        """Keep unfinished work of a kind in place of the last; an empty value keeps nothing."""
        self._connection.execute(
            "DELETE FROM case_drafts WHERE case_id = ? AND kind = ?", (case_id, kind)
        )
        if value:
            sealed = self._keys.seal_json(f"case_drafts/{kind}", case_id, case_id, value)
            self._connection.execute(
                "INSERT INTO case_drafts (case_id, kind, updated_at, sealed) VALUES (?, ?, ?, ?)",
                (case_id, kind, times.to_text(at), sealed),
            )

    def draft(self, case_id: CaseId, kind: str) -> dict[str, Any]:
        """Return the unfinished work of a kind, or nothing."""
        row = self._connection.execute(
            "SELECT sealed FROM case_drafts WHERE case_id = ? AND kind = ?", (case_id, kind)
        ).fetchone()
        if row is None:
            return {}
        kept: dict[str, Any] = self._keys.unseal_json(
            f"case_drafts/{kind}", case_id, case_id, row[0]
        )
        return kept

    def begun(self) -> list[tuple[CaseId, str]]:
        """Return of which kinds unfinished work is kept, by case; no key of a case is needed."""
        rows = self._connection.execute("SELECT case_id, kind FROM case_drafts ORDER BY 1, 2")
        return [(CaseId(row[0]), row[1]) for row in rows]

    def _case(self, row: Row) -> Case:
        """Return the case that a row holds."""
        case_id = CaseId(row[0])
        lock = self._keys.lock(case_id, row[5])
        if lock is CaseLock.SHUT:
            code = shut_code(case_id)
        elif not row[4]:
            code = f"#{case_id}"  # what a salvage could not name, the case being shut
        else:
            code = self._keys.unseal_json("cases", case_id, case_id, row[4])["code"]
        return Case(
            case_id, code, ServiceMode(row[1]), CaseState(row[2]), times.from_text(row[3]), lock
        )
