"""What waits for the counselor (该办的): which kinds of thing, how urgent, and why."""

from __future__ import annotations

from datetime import date, timedelta
from enum import Enum
from typing import TYPE_CHECKING

from app.domain.consent import ConsentState

if TYPE_CHECKING:
    from collections.abc import Iterable

    from app.domain.case import ServiceMode
    from app.domain.client import Place, Profile

SIGN_WITHIN = timedelta(hours=24)
"""How long after a session its note may wait for the signature (clause 014)."""


LONGEST = 30
"""By how many days something that waits may be put off at most."""


class DueGroup(Enum):
    """Under what things that wait stand, the most urgent first."""

    DANGER = "danger"
    RECORD = "record"
    CONSENT = "consent"
    COURSE = "course"
    SAFETY = "safety"
    PRACTICE = "practice"


class DueKind(Enum):
    """What can be due, the most urgent first."""

    CONTACT_OVERDUE = "contact overdue"
    URGENT_REQUEST = "urgent request"
    RISK_DUTIES = "risk duties"
    SELF_HARM_SAID = "self-harm said"
    CONSENT_ENDED = "consent_ended"
    NO_CONTACT = "no_contact"
    URGENT_REASONS = "urgent reasons"
    SCREEN_AGAIN = "screen again"
    NOTE_UNSIGNED = "note_unsigned"
    NO_RESULT = "no_result"
    CONSENT_BLANKS = "consent_blanks"
    CONSENT_STEP = "consent_step"
    DISCLOSURE_OWED = "disclosure owed"
    REQUEST_OPEN = "request open"
    FOLLOW_UP = "follow-up"
    RECEIPT = "receipt"
    GONE = "gone"
    FEEDBACK = "feedback"
    AGREED_OVER = "agreed number over"
    REVIEW = "review"
    CONSENT_RENEWAL = "consent_renewal"
    CHECK_FOUND = "check found"
    BACKUP_FOLDER = "backup folder"
    BACKUP = "backup"
    COMPUTER = "computer"
    PRACTICE = "practice"
    ENTRY_BEGUN = "entry begun"
    PRACTICE_BEGUN = "practice begun"
    CASE_FORM = "case_form"

    @property
    def group(self) -> DueGroup:
        """Under what it stands where everything that waits is shown."""
        return _GROUPS[self]

    @property
    def can_wait(self) -> bool:
        """Whether it may be put off: what is about danger never is (clauses 072, 124)."""
        return self.group is not DueGroup.DANGER

    @property
    def clause(self) -> str:
        """The clause of requirements.md that asks for it, or nothing."""
        return _CLAUSES.get(self, "")


_GROUPS = {
    DueKind.CONTACT_OVERDUE: DueGroup.DANGER,
    DueKind.URGENT_REQUEST: DueGroup.DANGER,
    DueKind.RISK_DUTIES: DueGroup.DANGER,
    DueKind.SELF_HARM_SAID: DueGroup.DANGER,
    DueKind.NO_CONTACT: DueGroup.DANGER,
    DueKind.URGENT_REASONS: DueGroup.DANGER,
    DueKind.CONSENT_ENDED: DueGroup.CONSENT,
    DueKind.SCREEN_AGAIN: DueGroup.COURSE,
    DueKind.NOTE_UNSIGNED: DueGroup.RECORD,
    DueKind.NO_RESULT: DueGroup.RECORD,
    DueKind.CONSENT_BLANKS: DueGroup.CONSENT,
    DueKind.CONSENT_STEP: DueGroup.CONSENT,
    DueKind.DISCLOSURE_OWED: DueGroup.RECORD,
    DueKind.REQUEST_OPEN: DueGroup.RECORD,
    DueKind.FOLLOW_UP: DueGroup.COURSE,
    DueKind.RECEIPT: DueGroup.COURSE,
    DueKind.GONE: DueGroup.COURSE,
    DueKind.FEEDBACK: DueGroup.COURSE,
    DueKind.AGREED_OVER: DueGroup.COURSE,
    DueKind.REVIEW: DueGroup.COURSE,
    DueKind.CONSENT_RENEWAL: DueGroup.CONSENT,
    DueKind.CHECK_FOUND: DueGroup.SAFETY,
    DueKind.BACKUP_FOLDER: DueGroup.SAFETY,
    DueKind.BACKUP: DueGroup.SAFETY,
    DueKind.COMPUTER: DueGroup.SAFETY,
    DueKind.PRACTICE: DueGroup.PRACTICE,
    DueKind.ENTRY_BEGUN: DueGroup.RECORD,
    DueKind.PRACTICE_BEGUN: DueGroup.PRACTICE,
    DueKind.CASE_FORM: DueGroup.RECORD,
}

_CLAUSES = {
    DueKind.CONTACT_OVERDUE: "072",
    DueKind.URGENT_REQUEST: "074",
    DueKind.RISK_DUTIES: "124",
    DueKind.SELF_HARM_SAID: "055",
    DueKind.CONSENT_ENDED: "030",
    DueKind.NO_CONTACT: "104",
    DueKind.URGENT_REASONS: "097",
    DueKind.SCREEN_AGAIN: "071",
    DueKind.NOTE_UNSIGNED: "014",
    DueKind.NO_RESULT: "079",
    DueKind.CONSENT_BLANKS: "042",
    DueKind.CONSENT_STEP: "042",
    DueKind.DISCLOSURE_OWED: "160",
    DueKind.REQUEST_OPEN: "133",
    DueKind.FOLLOW_UP: "126",
    DueKind.RECEIPT: "126",
    DueKind.GONE: "072",
    DueKind.FEEDBACK: "055",
    DueKind.AGREED_OVER: "080",
    DueKind.REVIEW: "035",
    DueKind.CONSENT_RENEWAL: "159",
    DueKind.COMPUTER: "049",
    DueKind.PRACTICE: "019",
}


def put_off_until(said: str, today: date, kind: DueKind) -> date | None:
    """Return until when something is put off by an ISO day; None where it waits now."""
    if not kind.can_wait or not said:
        return None
    until = date.fromisoformat(said)
    return until if until > today else None


class Standing(Enum):
    """How consent stands in a case, over all its consents."""

    NONE = "none"
    UNDERWAY = "underway"
    SIGNED = "signed"
    ENDED = "ended"


def standing(states: Iterable[ConsentState]) -> Standing:
    """Return how consent stands: one that is signed counts, then one on its way (clause 042)."""
    found = set(states)
    if ConsentState.SIGNED in found:
        return Standing.SIGNED
    if not all(one.final for one in found):
        return Standing.UNDERWAY
    return Standing.ENDED if found else Standing.NONE


def identity_known(profile: Profile) -> bool:
    """Return whether name and a way to reach the client are on record (clause 104)."""
    reached = (profile.phone, profile.wechat, profile.email)
    return bool(profile.name.strip()) and any(one.strip() for one in reached)


def place_known(place: Place) -> bool:
    """Return whether a place says both its city and its time zone (clauses 038, 104)."""
    return bool(place.city.strip() and place.time_zone)


def places_known(profile: Profile) -> bool:
    """Return whether the client's city and time zone are on record (clause 104)."""
    return place_known(profile.place)


def contact_known(profile: Profile) -> bool:
    """Return whether somebody can be called in an emergency (clause 104)."""
    return bool(profile.emergency.name.strip() and profile.emergency.phone.strip())


def contact_missing(mode: ServiceMode, profile: Profile) -> bool:
    """Return whether work from afar lacks its emergency contact (clause 104)."""
    return mode.remote and not contact_known(profile)
