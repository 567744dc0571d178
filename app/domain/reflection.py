"""Private reflections (咨询师札记): the counselor's own thoughts about a case or a session.

They are no part of the record: they are not signed, they leave the vault on no paper and in no
file, and each can be deleted by itself.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import datetime

    from app.domain.ids import CaseId, ReflectionId, SessionId


@dataclass(frozen=True)
class Reflection:
    """What the counselor thought, of a session or, without one, of the case as a whole."""

    id: ReflectionId
    case_id: CaseId
    session_id: SessionId | None
    created_at: datetime
    updated_at: datetime
    text: str = field(repr=False)
