"""What a salvage brought out of a damaged vault, and what it could not."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from app.domain.complaint import Complaint


@dataclass(frozen=True)
class Salvaged:
    """How many rows of each table stand in the new vault, and which are lost.

    `lost` names each lost record by table and number, `bad_pages` the damaged pages. `stand_ins`
    are records made so that others can be reached: a case or a session without its own words.
    `unclaimed` counts rows that belong to no table for certain; they stay in the old vault.
    """

    rows: Mapping[str, int] = field(default_factory=dict)
    lost: tuple[Complaint, ...] = ()
    stand_ins: tuple[Complaint, ...] = ()
    bad_pages: tuple[int, ...] = ()
    unclaimed: int = 0
