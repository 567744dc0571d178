"""How the trail is read: in groups of acts, and followed link by link (clause 113)."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import Final

from app.domain.audit import AuditKind as Kind


class Act(Enum):
    """What an act of the trail is, in the order in which one looks for it."""

    READ = "read"
    WRITTEN = "written"
    GIVEN_OUT = "given out"
    CALENDAR = "calendar"
    OPENED = "opened"
    KEPT = "kept"


_READ: Final = frozenset(
    {
        Kind.NOTE_READ,
        Kind.REFLECTION_READ,
        Kind.CONSENT_READ,
        Kind.DOCUMENT_READ,
        Kind.TRAIL_READ,
        Kind.INTAKE_READ,
        Kind.CRISIS_CARD_READ,
        Kind.RISKS_READ,
        Kind.DISCLOSURES_READ,
        Kind.ETHICS_READ,
        Kind.SAFETY_PLANS_READ,
        Kind.SCREENS_READ,
        Kind.CONTACTS_READ,
        Kind.REASONS_READ,
        Kind.MODE_CHANGES_READ,
        Kind.COURSE_READ,
        Kind.TECH_SHEETS_READ,
        Kind.QUESTIONNAIRES_READ,
        Kind.IMPORTED_NOTES_READ,
        Kind.FORMULATIONS_READ,
        Kind.CASE_REPORTS_READ,
        Kind.SUPERVISION_READ,
        Kind.GENOGRAM_READ,
        Kind.RECORD_COPIES_READ,
        Kind.MEASURES_READ,
        Kind.REFERRALS_READ,
        Kind.ENDING_READ,
        Kind.FOLLOW_UPS_READ,
        Kind.RETENTION_READ,
        Kind.HOLDS_READ,
        Kind.PAPER_READ,
        Kind.REQUESTS_READ,
        Kind.PRACTICE_DOCUMENT_READ,
    }
)
_GIVEN_OUT: Final = frozenset(
    {
        Kind.CONSENT_PRINTED,
        Kind.SCREEN_PRINTED,
        Kind.RECORD_COPIED,
        Kind.RECORD_PRINTED,
        Kind.RECORD_HOLDS,
        Kind.FORMULATION_PRINTED,
        Kind.GENOGRAM_PRINTED,
        Kind.MEASURE_PRINTED,
        Kind.SCALE_PRINTED,
        Kind.SAFETY_PLAN_PRINTED,
        Kind.DISCLOSED,
        Kind.DISCLOSURE_PRINTED,
        Kind.ETHICS_PRINTED,
        Kind.CRISIS_PRINTED,
        Kind.REFERRAL_PRINTED,
        Kind.ENDING_PRINTED,
        Kind.ANSWER_PRINTED,
        Kind.PRACTICE_PRINTED,
        Kind.STATISTICS_PRINTED,
        Kind.COMPLETENESS_PRINTED,
        Kind.SAMPLE_PRINTED,
        Kind.INTAKE_FORM_PRINTED,
        Kind.SUMMARY_PREPARED,
        Kind.SUMMARY_EXPORTED,
        Kind.RECOVERY_PRINTED,
        Kind.CALENDAR_EXPORTED,
        Kind.WEEK_PRINTED,
        Kind.CALENDAR_HOLDS,
        Kind.WEEK_HOLDS,
        Kind.HOURS_PRINTED,
        Kind.HOURS_EXPORTED,
        Kind.HOURS_HOLD,
        Kind.SUCCESSION_MADE,
        Kind.SUCCESSION_HOLDS,
        Kind.READABLE_EXPORTED,
        Kind.READABLE_HOLDS,
    }
)
_CALENDAR: Final = frozenset(
    {
        Kind.APPOINTMENT_BOOKED,
        Kind.APPOINTMENT_CHANGED,
        Kind.APPOINTMENT_MOVED,
        Kind.APPOINTMENT_CANCELLED,
        Kind.APPOINTMENT_MISSED,
        Kind.APPOINTMENT_HELD,
        Kind.APPOINTMENT_REOPENED,
        Kind.APPOINTMENT_UNDONE,
    }
)
_OPENED: Final = frozenset(
    {
        Kind.VAULT_CREATED,
        Kind.WRONG_TRIES,
        Kind.UNLOCKED,
        Kind.UNLOCKED_BY_RECOVERY,
        Kind.UNLOCKED_BY_KEYRING,
        Kind.LOCKED,
        Kind.PASSWORD_CHANGED,
        Kind.RECOVERY_CHANGED,
        Kind.RECOVERY_TRIED,
        Kind.KEYRING_ON,
        Kind.KEYRING_OFF,
        Kind.CASE_LOCK_SET,
        Kind.CASE_LOCK_CHANGED,
        Kind.CASE_LOCK_REMOVED,
        Kind.CASE_UNLOCKED,
        Kind.CASE_UNLOCKED_BY_RECOVERY,
        Kind.CASE_REFUSED,
        Kind.CASE_SHUT,
        Kind.SUCCESSION_KEY_CHANGED,
    }
)
_WRITTEN: Final = frozenset(
    {
        Kind.CASE_OPENED,
        Kind.CASE_REMOVED,
        Kind.DESTRUCTION_MARKED,
        Kind.DESTRUCTION_UNMARKED,
        Kind.CASE_DESTROYED,
        Kind.CLIENT_CHANGED,
        Kind.NOTE_STARTED,
        Kind.NOTE_CHANGED,
        Kind.NOTE_SIGNED,
        Kind.NOTE_AMENDED,
        Kind.REFLECTION_STARTED,
        Kind.REFLECTION_CHANGED,
        Kind.REFLECTION_REMOVED,
        Kind.CONSENT_STARTED,
        Kind.CONSENT_CHANGED,
        Kind.CONSENT_STEP,
        Kind.CONSENT_SIGNED,
        Kind.SUITABILITY_SCREENED,
        Kind.CONTACT_LOGGED,
        Kind.URGENT_REASONS_WRITTEN,
        Kind.IDENTITY_TALKED,
        Kind.QUESTIONNAIRE_TAKEN_IN,
        Kind.NOTE_IMPORTED,
        Kind.IMPORT_UNDONE,
        Kind.RELATION_WEIGHED,
        Kind.INTAKE_CHANGED,
        Kind.CASE_DECLINED,
        Kind.CASE_TAKEN_UP,
        Kind.MODE_CHANGED,
        Kind.SESSIONS_AGREED,
        Kind.PROGRESS_REVIEWED,
        Kind.CASE_FORMULATED,
        Kind.CASE_REPORTED,
        Kind.SUPERVISED,
        Kind.SUPERVISION_DONE,
        Kind.GENOGRAM_DRAWN,
        Kind.TECH_PREPARED,
        Kind.MEASURE_TAKEN,
        Kind.MEASURE_FOLLOWED,
        Kind.SCALE_MADE,
        Kind.CATALOGUE_CHANGED,
        Kind.RISK_ASSESSED,
        Kind.DISCLOSURE_FOLLOWED,
        Kind.ETHICS_DECIDED,
        Kind.SAFETY_PLANNED,
        Kind.CRISIS_LOGGED,
        Kind.REFERRED,
        Kind.REFERRAL_STEPPED,
        Kind.CASE_CLOSED,
        Kind.CASE_REOPENED,
        Kind.FOLLOW_UP_PLANNED,
        Kind.FOLLOWED_UP,
        Kind.RETENTION_CHOSEN,
        Kind.HOLD_PLACED,
        Kind.HOLD_LIFTED,
        Kind.REQUEST_RECEIVED,
        Kind.REQUEST_ANSWERED,
        Kind.PRACTICE_RECORDED,
        Kind.PRACTICE_REMOVED,
        Kind.SAMPLE_DRAWN,
        Kind.SAMPLE_CLOSED,
    }
)
_NAMED: Final = {
    Act.READ: _READ,
    Act.WRITTEN: _WRITTEN,
    Act.GIVEN_OUT: _GIVEN_OUT,
    Act.CALENDAR: _CALENDAR,
    Act.OPENED: _OPENED,
}


def kinds(act: Act) -> frozenset[Kind]:
    """Return the kinds of a group; whatever is in no other was done to keep the vault whole."""
    return _NAMED.get(act) or frozenset(Kind).difference(*_NAMED.values())


@dataclass(frozen=True)
class ChainMark:
    """How far the chain was followed: up to line `number`, whose link is `link`.

    `whole` is False from the first line on that does not follow; `ended` says that all was seen.
    """

    number: int = 0
    link: bytes = b""
    whole: bool = True
    ended: bool = False
