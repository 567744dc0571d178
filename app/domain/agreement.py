"""How many sessions were agreed on (clause 080)."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Final

from app.domain.rule import Book, Step

if TYPE_CHECKING:
    from collections.abc import Mapping

MOST: Final = 999
"""More sessions than anybody agrees on at once."""


@dataclass(frozen=True)
class Agreement:
    """`count` sessions were agreed on, beginning after session number `after`."""

    count: int
    after: int = 0
    said: str = field(default="", repr=False)

    @property
    def limit(self) -> int:
        """The number of the last session that was agreed on."""
        return self.after + self.count


AGREEMENT: Final[Book[Agreement]] = Book("agreement")
"""What an agreement lacks before it holds."""


def agreement_of(raw: Mapping[str, Any]) -> Agreement:
    """Return the agreement that an entry holds."""
    return Agreement(**raw)


@AGREEMENT.rule("080", step=Step.COURSE)
def counted(agreement: Agreement) -> bool:
    """Whether it is not said how many."""
    return not 1 <= agreement.count <= MOST
