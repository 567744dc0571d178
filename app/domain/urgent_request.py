"""A request for help that is graded as urgent (紧急, clause 074): since when it waits."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.domain.case import CaseState
from app.domain.intake import Urgency

if TYPE_CHECKING:
    from datetime import datetime

    from app.domain.case import Case
    from app.domain.client import Profile
    from app.domain.ids import CaseId


@dataclass(frozen=True)
class UrgentRequest:
    """An urgent case: when help was sought, and when that was answered, None: not yet."""

    case_id: CaseId
    at: datetime
    answered_at: datetime | None = None


def urgent(case: Case, profile: Profile) -> UrgentRequest | None:
    """Return the request of an open case that is graded as urgent; None for any other.

    Where nobody wrote down when help was sought, it is when the case was opened.
    """
    asked = profile.intake
    if case.state is CaseState.CLOSED or asked.triage.urgency is not Urgency.URGENT:
        return None
    return UrgentRequest(case.id, asked.request.at or case.opened_at, asked.request.answered_at)
