"""The audit trail as an append-only hash chain of ids, kinds and times."""

from __future__ import annotations

import json
from contextlib import suppress
from typing import TYPE_CHECKING, Any, Final

from app.domain.audit import AuditEntry, AuditKind
from app.domain.errors import DiskFailed, DiskFull, NotWritable, VaultReadOnly
from app.domain.trail import ChainMark
from storage import database, keys, times

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from app.ports import Clock

_COLUMNS = "id, at, kind, case_id, subject, link"
_NO_ROOM = (DiskFull, DiskFailed, NotWritable, VaultReadOnly)
_TAIL = 50
LINE: Final = "SELECT 1 FROM audit WHERE kind = ? AND at = ? AND subject IS ? LIMIT 1"
"""Whether something was written down that happened at a time to a subject."""


class AuditTrail:
    """The `Audit` of a vault. Each link is an HMAC over the line and the link before it.

    Reading must work where the disk takes nothing (promise 4): the line of a reading is then held
    in memory, and written with the time it happened as soon as anything can be written again.
    Behind such lines stands one that says so, and how many they are.
    """

    def __init__(self, connection: Any, key: bytes, clock: Clock) -> None:  # noqa: ANN401
        self._connection = connection
        self._key = bytearray(key)
        self._clock = clock
        self._held: list[tuple[AuditKind, datetime, int | None, int | None]] = []

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

    def record_or_hold(
        self,
        kind: AuditKind,
        at: datetime,
        case_id: int | None = None,
        subject: int | None = None,
    ) -> None:
        """Add a line in a transaction of its own; hold it where the disk takes nothing.

        Only for what changes nothing here, such as reading, or a paper that left the house already:
        whatever is written has its line beside it, or is not done.
        """
        line = (kind, at, case_id, subject)
        if self.catch_up():
            with suppress(*_NO_ROOM), database.transaction(self._connection):
                self.record(*line)
                return
        self._held.append(line)

    def catch_up(self) -> bool:
        """Write the lines that are held; return whether none is held any more."""
        if not self._held:
            return True
        with suppress(*_NO_ROOM):
            with database.transaction(self._connection):
                for line in self._held:
                    self.record(*line)
                late = len(self._held)
                self.record(AuditKind.WRITTEN_LATER, self._clock.now(), subject=late)
            self._held.clear()
        return not self._held

    def behind(self) -> bool:
        """Return whether a line is held because the disk took nothing.

        In a damaged vault, where nothing is written, no line waits: it goes with the program.
        """
        return bool(self._held) and not self._connection.read_only

    def has(self, kind: AuditKind, at: datetime, subject: int | None) -> bool:
        """Return whether there is such a line, or one is held, of that very time."""
        if (kind, at, None, subject) in self._held:
            return True
        row = self._connection.execute(LINE, (kind.value, times.to_text(at), subject)).fetchone()
        return row is not None

    def last(self, kinds: Sequence[AuditKind]) -> datetime | None:
        """Return when one of these happened last, or None."""
        marks = ", ".join("?" * len(kinds))
        row = self._connection.execute(
            f"SELECT at FROM audit WHERE kind IN ({marks}) ORDER BY id DESC LIMIT 1",  # noqa: S608
            tuple(kind.value for kind in kinds),
        ).fetchone()
        return times.from_text(row[0]) if row else None

    def count(self, kinds: Sequence[AuditKind], since: datetime) -> int:
        """Return how many lines of these kinds there are since then."""
        marks = ", ".join("?" * len(kinds))
        row = self._connection.execute(
            f"SELECT count(*) FROM audit WHERE kind IN ({marks}) AND at >= ?",  # noqa: S608
            (*(kind.value for kind in kinds), times.to_text(since)),
        ).fetchone()
        return int(row[0])

    def total(self, kind: AuditKind, since: datetime) -> int:
        """Return the sum of what the lines of a kind count since then."""
        row = self._connection.execute(
            "SELECT total(subject) FROM audit WHERE kind = ? AND at >= ?",
            (kind.value, times.to_text(since)),
        ).fetchone()
        return int(row[0])

    def entries(self, limit: int = 1000) -> list[AuditEntry]:
        """Return the newest lines, newest first."""
        return self.page(limit)

    def page(
        self,
        most: int,
        before: int | None = None,
        case_id: int | None = None,
        kinds: Sequence[AuditKind] = (),
    ) -> list[AuditEntry]:
        """Return at most so many lines before number `before`, newest first.

        Of one case, or of some kinds, where that is asked for.
        """
        marks = ", ".join("?" * len(kinds))
        wanted = {
            "id < ?": () if before is None else (before,),
            "case_id = ?": () if case_id is None else (case_id,),
            f"kind IN ({marks})": tuple(kind.value for kind in kinds),
        }
        said = " AND ".join(part for part, values in wanted.items() if values) or "TRUE"
        values = [value for some in wanted.values() for value in some]
        rows = self._connection.execute(
            f"SELECT {_COLUMNS} FROM audit WHERE {said} ORDER BY id DESC LIMIT ?",  # noqa: S608
            (*values, most),
        )
        return [
            AuditEntry(
                row[0], times.from_text(row[1]), AuditKind(row[2]), row[3], row[4], bytes(row[5])
            )
            for row in rows
        ]

    def latest(self, subject: int, kinds: Sequence[AuditKind]) -> AuditKind | None:
        """Return which of these happened last to a record, or None."""
        marks = ", ".join("?" * len(kinds))
        row = self._connection.execute(
            f"SELECT kind FROM audit WHERE kind IN ({marks}) AND subject = ?"  # noqa: S608
            " ORDER BY id DESC LIMIT 1",
            (*(kind.value for kind in kinds), subject),
        ).fetchone()
        return AuditKind(row[0]) if row else None

    def follow(self, mark: ChainMark, most: int) -> ChainMark:
        """Follow the chain from `mark` over at most so many lines, and return how far."""
        number, link = mark.number, mark.link
        rows = self._connection.execute(
            f"SELECT {_COLUMNS} FROM audit WHERE id > ? ORDER BY id LIMIT ?",  # noqa: S608
            (number, most),
        ).fetchall()
        for row in rows:
            if row[0] != number + 1 or self._link(link, row[:5]) != row[5]:
                return ChainMark(number, link, whole=False, ended=True)
            number, link = row[0], bytes(row[5])
        ended = len(rows) < most
        whole = not ended or database.next_id(self._connection, "audit") == number + 1
        return ChainMark(number, link, whole=whole, ended=ended)

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

    def end_intact(self) -> bool:
        """Return whether the last lines follow from each other and none behind them is missing."""
        rows = self._connection.execute(
            f"SELECT {_COLUMNS} FROM audit ORDER BY id DESC LIMIT ?",  # noqa: S608 - a constant
            (_TAIL + 1,),
        ).fetchall()[::-1]
        first_of_all = len(rows) <= _TAIL
        before = b"" if first_of_all or not rows else bytes(rows.pop(0)[5])
        for row in rows:
            if self._link(before, row[:5]) != row[5]:
                return False
            before = bytes(row[5])
        last = rows[-1][0] if rows else 0
        return database.next_id(self._connection, "audit") == int(last) + 1

    def key(self) -> bytes:
        """Return the key of the links, so that a salvaged trail goes on."""
        return bytes(self._key)

    def forget(self) -> None:
        """Overwrite the key."""
        keys.wipe(self._key)

    def _link(self, before: bytes, line: tuple[Any, ...]) -> bytes:
        """Return the HMAC of a line and the link before it."""
        data = json.dumps(list(line), separators=(",", ":")).encode("ascii")
        return keys.mac(bytes(self._key), before + data)
