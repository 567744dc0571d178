"""Finds the rows of a case in a damaged table, one by one."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from app.domain.errors import VaultDamaged
from storage.database import next_id

if TYPE_CHECKING:
    from collections.abc import Sequence

    from app.domain.ids import CaseId


def numbers_of_case(connection: Any, table: str, case_id: CaseId) -> Sequence[int]:  # noqa: ANN401
    """Return the numbers of the rows of a case: by the index, which lies on pages of its own.

    Where that is damaged too, every number that the table ever gave: whoever reads them must look
    whose they are. Raises `VaultDamaged` where not even those are known.
    """
    try:
        rows = connection.execute(
            f'SELECT id FROM "{table}" INDEXED BY "{table}_of_case" WHERE case_id = ? ORDER BY id',  # noqa: S608
            (case_id,),
        ).fetchall()
        return [int(row[0]) for row in rows]
    except VaultDamaged:
        return range(1, next_id(connection, table))
