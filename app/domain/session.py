"""An appointment that took place."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.domain.errors import FieldInvalid

if TYPE_CHECKING:
    from datetime import datetime

    from app.domain.case import ServiceMode
    from app.domain.ids import CaseId, SessionId

LONGEST_MINUTES = 24 * 60


@dataclass(frozen=True)
class Session:
    """The `number`-th session of a case; `starts_at` is aware, `minutes` its length."""

    id: SessionId
    case_id: CaseId
    number: int
    starts_at: datetime
    minutes: int
    mode: ServiceMode


@dataclass(frozen=True)
class SessionTime:
    """When a session was: `starts_at` aware, `minutes` its length."""

    starts_at: datetime
    minutes: int = 50

    def check(self) -> None:
        """Raise `FieldInvalid` unless the start is aware and the length 1 minute to a day."""
        if self.starts_at.tzinfo is None:
            raise FieldInvalid("starts_at")
        if not 1 <= self.minutes <= LONGEST_MINUTES:
            raise FieldInvalid("minutes")
