"""What the file of a case holds beside its notes: dated entries, each final when it is made.

A screen, a contact between sessions or a review is never changed; a new one stands beside it, so
that it can be proved later what was known when (clauses 132, 155).
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime

    from app.domain.ids import CaseId, EntryDocumentId, EntryId, SessionId


class EntryKind(Enum):
    """What an entry is about."""

    SCREEN = "screen"
    CONTACT = "contact"
    MODE_CHANGE = "mode change"
    REVIEW = "review"
    AGREEMENT = "agreement"
    RELATION_CHECK = "relation check"
    IDENTITY_TALK = "identity talk"
    URGENT_REASONS = "urgent reasons"
    CONSENT_TALK = "consent talk"
    QUESTIONNAIRE = "questionnaire"
    DECLINE = "decline"
    RECORD_COPY = "record copy"
    FORMULATION = "formulation"
    GENOGRAM = "genogram"
    TECH_SHEET = "technical sheet"
    MEASURE = "measure"
    MEASURE_FOLLOW = "measure follow"
    RISK = "risk assessment"
    SAFETY_PLAN = "safety plan"
    CRISIS = "crisis step"
    DISCLOSURE = "disclosure"
    DISCLOSURE_FOLLOW = "disclosure followed up"
    ETHICS = "ethical decision"
    REFERRAL = "referral"
    REFERRAL_STEP = "referral step"
    ENDING = "closing"
    REOPENING = "reopening"
    FOLLOW_PLAN = "follow-up plan"
    FOLLOW_UP = "follow-up"
    RETENTION = "retention"
    LEGAL_HOLD = "legal hold"
    HOLD_LIFTED = "legal hold lifted"
    CLIENT_REQUEST = "client request"
    REQUEST_ANSWER = "request answer"
    IMPORTED = "imported note"
    SUMMARY = "summary given out"
    CASE_REPORT = "case report"
    SUPERVISION = "supervision of the case"
    SUPERVISION_DONE = "supervision followed up"


FORMS: Final = "2026-11"
"""The edition of what the program asks by itself: a review, a technical sheet, a safety plan.

It is raised when a question of a form is added, taken away or says something else.
"""


@dataclass(frozen=True)
class CaseEntry:
    """An entry of a case; `value` is what its kind makes of it, as JSON takes it.

    `session_id` names the session it belongs to, where it belongs to one. `form` is the edition of
    the program's forms it was entered in, nothing for one from before they had any; what is
    answered from a list or a text of its own names the edition of that in `value`, too.
    """

    id: EntryId
    case_id: CaseId
    kind: EntryKind
    at: datetime
    value: Mapping[str, Any] = field(repr=False)
    session_id: SessionId | None = None
    form: str = ""


@dataclass(frozen=True)
class EntryDocument:
    """A scan, photo or PDF that belongs to an entry; `size` is in bytes, which never change."""

    id: EntryDocumentId
    case_id: CaseId
    entry_id: EntryId
    media_type: str
    size: int
    at: datetime
