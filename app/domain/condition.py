"""In what condition a vault is: whole or damaged, as new as its header says or older."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from app.domain.complaint import Complaint


@dataclass(frozen=True)
class Condition:
    """What is known of an open vault.

    `read_only`: its database is damaged, so nothing is written into it any more. `complaints` is
    what was found at opening. `behind` is how many openings and closings the database is older
    than the header says; 0 is as it should be.
    """

    read_only: bool = False
    complaints: tuple[Complaint, ...] = ()
    behind: int = 0
