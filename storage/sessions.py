"""Sessions as rows."""

from __future__ import annotations

from collections import Counter
from datetime import timedelta
from typing import TYPE_CHECKING, Any

from app.domain.case import ServiceMode
from app.domain.ids import CaseId, SessionId
from app.domain.session import Session
from storage import times

if TYPE_CHECKING:
    from datetime import datetime

    from storage.database import Row

_COLUMNS = "id, case_id, number, starts_at, minutes, mode"


class SessionRows:
    """The `Sessions` of a vault."""

    def __init__(self, connection: Any) -> None:  # noqa: ANN401
        self._connection = connection

    def add(self, case_id: CaseId, starts_at: datetime, minutes: int, mode: ServiceMode) -> Session:
        """Store a session under the next number of its case."""
        row = self._connection.execute(
            "INSERT INTO sessions (case_id, number, starts_at, minutes, mode) SELECT"
            " ?, coalesce(max(number), 0) + 1, ?, ?, ? FROM sessions WHERE case_id = ?"
            " RETURNING id, case_id, number, starts_at, minutes, mode",
            (case_id, times.to_text(starts_at), minutes, mode.value, case_id),
        ).fetchall()[0]
        return _session(row)

    def get(self, session_id: SessionId) -> Session:
        """Return the session; KeyError when there is none."""
        row = self._connection.execute(
            f"SELECT {_COLUMNS} FROM sessions WHERE id = ?",  # noqa: S608 - a constant
            (session_id,),
        ).fetchone()
        if row is None:
            raise KeyError(session_id)
        return _session(row)

    def of_case(self, case_id: CaseId) -> list[Session]:
        """Return the sessions of a case in order of number."""
        rows = self._connection.execute(
            f"SELECT {_COLUMNS} FROM sessions WHERE case_id = ? ORDER BY number",  # noqa: S608
            (case_id,),
        )
        return [_session(row) for row in rows]

    def first(self) -> datetime | None:
        """Return when the first session of all cases began, None where there is none."""
        row = self._connection.execute("SELECT MIN(starts_at) FROM sessions").fetchone()
        return None if row[0] is None else times.from_text(row[0])

    def last(self) -> dict[CaseId, Session]:
        """Return the last session of each case that has one."""
        rows = self._connection.execute(
            f"SELECT {_COLUMNS} FROM sessions WHERE (case_id, number) IN"  # noqa: S608
            " (SELECT case_id, max(number) FROM sessions GROUP BY case_id)"
        )
        return {CaseId(row[1]): _session(row) for row in rows}

    def unwritten(self, before: datetime) -> dict[CaseId, int]:
        """Return how many sessions that were over by then have no note, by case."""
        rows = self._connection.execute(
            "SELECT case_id, starts_at, minutes FROM sessions WHERE starts_at < ? AND NOT EXISTS"
            " (SELECT 1 FROM notes WHERE session_id = sessions.id)",
            (times.to_text(before),),
        )
        over = (
            row[0] for row in rows if times.from_text(row[1]) + timedelta(minutes=row[2]) <= before
        )
        return dict(Counter(CaseId(one) for one in over))

    def last_number(self, case_id: CaseId) -> int:
        """Return the number of the last session of a case, 0 before the first."""
        row = self._connection.execute(
            "SELECT coalesce(max(number), 0) FROM sessions WHERE case_id = ?", (case_id,)
        ).fetchone()
        return int(row[0])

    def in_mode(self, mode: ServiceMode) -> list[Session]:
        """Return the sessions of all cases that were held in a way of service, oldest first."""
        rows = self._connection.execute(
            f"SELECT {_COLUMNS} FROM sessions WHERE mode = ?"  # noqa: S608 - a constant
            " ORDER BY starts_at, id",
            (mode.value,),
        )
        return [_session(row) for row in rows]

    def change(self, session_id: SessionId, starts_at: datetime, minutes: int) -> None:
        """Change when a session was and how long it took."""
        self._connection.execute(
            "UPDATE sessions SET starts_at = ?, minutes = ? WHERE id = ?",
            (times.to_text(starts_at), minutes, session_id),
        )

    def between(self, begin: datetime, end: datetime) -> list[Session]:
        """Return the sessions that began from `begin` to before `end`, in order of time."""
        rows = self._connection.execute(
            f"SELECT {_COLUMNS} FROM sessions"  # noqa: S608 - a constant
            " WHERE starts_at >= ? AND starts_at < ? ORDER BY starts_at, id",
            (times.to_text(begin), times.to_text(end)),
        )
        return [_session(row) for row in rows]


def _session(row: Row) -> Session:
    """Return the session that a row holds."""
    return Session(
        SessionId(row[0]),
        CaseId(row[1]),
        row[2],
        times.from_text(row[3]),
        row[4],
        ServiceMode(row[5]),
    )
