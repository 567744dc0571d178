"""Which answers of questionnaires were taken in, as keyed hashes in rows."""

from __future__ import annotations

import hashlib
import hmac
from typing import TYPE_CHECKING, Any

from app.domain.ids import CaseId
from app.ports import KnownAnswer
from storage import keys
from storage.database import next_id

if TYPE_CHECKING:
    from collections.abc import Sequence


class AnswerRows:
    """The `Answers` of a vault.

    A row outlives no case. What it holds tells an answer from another only to who has the vault's
    key: a case with a password of its own is recognised while it is shut, and not read.
    """

    def __init__(self, connection: Any, key: bytes) -> None:  # noqa: ANN401
        self._connection = connection
        self._key = bytearray(key)

    def known(self, answers: Sequence[tuple[str, str]]) -> list[KnownAnswer | None]:
        """Return for each mark and content of an answer whether it was taken in before.

        Of an answer that came more than once the last content counts.
        """
        rows = self._connection.execute(
            "SELECT mark, content, case_id FROM answer_marks ORDER BY id"
        )
        kept = {mark: (content, CaseId(case_id)) for mark, content, case_id in rows}
        return [self._found(kept.get(self._hash(mark)), content) for mark, content in answers]

    def keep(self, case_id: CaseId, mark: str, content: str) -> int:
        """Remember that an answer was taken into a case; the memory goes with the case."""
        number = next_id(self._connection, "answer_marks")
        self._connection.execute(
            "INSERT INTO answer_marks (id, case_id, mark, content) VALUES (?, ?, ?, ?)",
            (number, case_id, self._hash(mark), self._hash(content)),
        )
        return number

    def drop(self, numbers: Sequence[int]) -> None:
        """Forget what was remembered under these numbers."""
        self._connection.executemany(
            "DELETE FROM answer_marks WHERE id = ?", [(number,) for number in numbers]
        )

    def forget(self) -> None:
        """Overwrite the key."""
        keys.wipe(self._key)

    def _found(self, kept: tuple[bytes, CaseId] | None, content: str) -> KnownAnswer | None:
        if kept is None:
            return None
        return KnownAnswer(kept[1], same=kept[0] == self._hash(content))

    def _hash(self, words: str) -> bytes:
        """Return the keyed hash of words."""
        return hmac.new(self._key, words.encode(), hashlib.sha256).digest()
