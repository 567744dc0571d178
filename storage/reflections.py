"""Private reflections as rows: sealed under the key of their case, in no index of words."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from app.domain.ids import CaseId, ReflectionId, SessionId
from app.domain.reflection import Reflection
from storage import times
from storage.database import next_id
from storage.words import locate

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime

    from storage.case_keys import CaseKeys
    from storage.database import Row

_TABLE = "reflections"
_COLUMNS = "id, case_id, session_id, created_at, updated_at, sealed"


class ReflectionRows:
    """The `Reflections` of a vault."""

    def __init__(self, connection: Any, case_keys: CaseKeys) -> None:  # noqa: ANN401
        self._connection = connection
        self._keys = case_keys

    def add(
        self, case_id: CaseId, session_id: SessionId | None, text: str, at: datetime
    ) -> Reflection:
        """Store a new one, of a session or of the case as a whole."""
        new = ReflectionId(next_id(self._connection, _TABLE))
        when = times.to_text(at)
        self._connection.execute(
            "INSERT INTO reflections (id, case_id, session_id, created_at, updated_at, sealed)"
            " VALUES (?, ?, ?, ?, ?, ?)",
            (new, case_id, session_id, when, when, self._sealed(case_id, new, text)),
        )
        return Reflection(new, case_id, session_id, at, at, text)

    def change(self, reflection_id: ReflectionId, text: str, at: datetime) -> None:
        """Keep other words in place of those before; KeyError when there is none."""
        row = self._connection.execute(
            "SELECT case_id FROM reflections WHERE id = ?", (reflection_id,)
        ).fetchone()
        if row is None:
            raise KeyError(reflection_id)
        self._connection.execute(
            "UPDATE reflections SET sealed = ?, updated_at = ? WHERE id = ?",
            (self._sealed(CaseId(row[0]), reflection_id, text), times.to_text(at), reflection_id),
        )

    def get(self, reflection_id: ReflectionId) -> Reflection:
        """Return one with its words; KeyError when there is none."""
        row = self._connection.execute(
            f"SELECT {_COLUMNS} FROM reflections WHERE id = ?",  # noqa: S608 - a constant
            (reflection_id,),
        ).fetchone()
        if row is None:
            raise KeyError(reflection_id)
        return self._reflection(row)

    def of_case(self, case_id: CaseId) -> list[Reflection]:
        """Return those of a case with their words, the newest first."""
        rows = self._connection.execute(
            f"SELECT {_COLUMNS} FROM reflections WHERE case_id = ?"  # noqa: S608 - a constant
            " ORDER BY id DESC",
            (case_id,),
        )
        return [self._reflection(row) for row in rows]

    def remove(self, reflection_id: ReflectionId) -> None:
        """Take one away; what is not there stays away."""
        self._connection.execute("DELETE FROM reflections WHERE id = ?", (reflection_id,))

    def find(self, words: str, most: int) -> list[tuple[Reflection, tuple[int, int]]]:
        """Return at most so many that hold all `words`, the newest first, and where the first is.

        They stand in no index: each is read. Those of a case that is shut are not.
        """
        found: list[tuple[Reflection, tuple[int, int]]] = []
        for one in self._readable():
            place = locate(one.text, words)
            if place is not None:
                found.append((one, place))
            if len(found) >= most:
                break
        return found

    def _readable(self) -> Iterator[Reflection]:
        """Yield every one whose case is not shut, the newest first."""
        shut = set(self._keys.shut())
        rows = self._connection.execute(
            f"SELECT {_COLUMNS} FROM reflections ORDER BY id DESC"  # noqa: S608 - a constant
        )
        yield from (self._reflection(row) for row in rows if row[1] not in shut)

    def _sealed(self, case_id: CaseId, number: ReflectionId, text: str) -> bytes:
        """Return words sealed for their row; a lone surrogate from a paste is kept."""
        return self._keys.seal(_TABLE, case_id, number, text.encode("utf-8", "surrogatepass"))

    def _reflection(self, row: Row) -> Reflection:
        """Return the reflection that a row holds."""
        number, case_id = ReflectionId(row[0]), CaseId(row[1])
        words = self._keys.unseal(_TABLE, case_id, number, row[5])
        return Reflection(
            number,
            case_id,
            None if row[2] is None else SessionId(row[2]),
            times.from_text(row[3]),
            times.from_text(row[4]),
            words.decode("utf-8", "surrogatepass"),
        )
