"""The audit trail as an append-only hash chain of ids, kinds and times."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from app.domain.audit import AuditEntry, AuditKind
from storage import database, keys, times

if TYPE_CHECKING:
    from datetime import datetime

_COLUMNS = "id, at, kind, case_id, subject, link"


class AuditTrail:
    """The `Audit` of a vault. Each link is an HMAC over the line and the link before it."""

    def __init__(self, connection: Any, key: bytes) -> None:  # noqa: ANN401
        self._connection = connection
        self._key = bytearray(key)

    def record(
        self,
        kind: AuditKind,
        at: datetime,
        case_id: int | None = None,
        subject: int | None = None,
    ) -> None:
        """Add a line."""
        row = self._connection.execute("SELECT link FROM audit ORDER BY id DESC LIMIT 1").fetchone()
        before = bytes(row[0]) if row else b""
        # The number comes from the sequence: where the last line was taken away, a gap stays.
        number = database.next_id(self._connection, "audit")
        line = (number, times.to_text(at), kind.value, case_id, subject)
        self._connection.execute(
            f"INSERT INTO audit ({_COLUMNS}) VALUES (?, ?, ?, ?, ?, ?)",  # noqa: S608
            (*line, self._link(before, line)),
        )

    def entries(self, limit: int = 1000) -> list[AuditEntry]:
        """Return the newest lines, newest first."""
        rows = self._connection.execute(
            f"SELECT {_COLUMNS} FROM audit ORDER BY id DESC LIMIT ?",  # noqa: S608 - a constant
            (limit,),
        )
        return [
            AuditEntry(
                row[0], times.from_text(row[1]), AuditKind(row[2]), row[3], row[4], bytes(row[5])
            )
            for row in rows
        ]

    def intact(self) -> bool:
        """Return whether every line follows from the one before it, from number one to the last."""
        before = b""
        expected = 1
        for row in self._connection.execute(f"SELECT {_COLUMNS} FROM audit ORDER BY id"):  # noqa: S608
            if row[0] != expected or self._link(before, row[:5]) != row[5]:
                return False
            before = bytes(row[5])
            expected += 1
        return database.next_id(self._connection, "audit") == expected

    def forget(self) -> None:
        """Overwrite the key."""
        keys.wipe(self._key)

    def _link(self, before: bytes, line: tuple[Any, ...]) -> bytes:
        """Return the HMAC of a line and the link before it."""
        data = json.dumps(list(line), separators=(",", ":")).encode("ascii")
        return keys.mac(bytes(self._key), before + data)
