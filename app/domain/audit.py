"""What the audit trail remembers: who, what kind, when; never content (clauses 113, 132)."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import datetime


class AuditKind(Enum):
    """What happened."""

    VAULT_CREATED = "vault created"
    # Since the opening before, `subject` passwords or recovery keys were wrong; `at` is when the
    # last of them was.
    WRONG_TRIES = "wrong passwords"
    UNLOCKED = "unlocked"
    UNLOCKED_BY_RECOVERY = "unlocked with the recovery key"
    UNLOCKED_BY_KEYRING = "unlocked with the keyring"
    LOCKED = "locked"
    PASSWORD_CHANGED = "password changed"  # noqa: S105 - the name of an act
    RECOVERY_CHANGED = "recovery key changed"
    RECOVERY_TRIED = "recovery key tried"
    KEYRING_ON = "keyring switched on"
    KEYRING_OFF = "keyring switched off"
    CASE_OPENED = "case opened"
    CASE_REMOVED = "case removed"
    DESTRUCTION_MARKED = "destruction marked"
    DESTRUCTION_UNMARKED = "destruction unmarked"
    CASE_DESTROYED = "case destroyed"
    CLIENT_CHANGED = "client changed"
    NOTE_READ = "note read"
    # Once between two readings: not every saving of a draft is an act.
    NOTE_CHANGED = "note changed"
    NOTE_STARTED = "note started"
    NOTE_SIGNED = "note signed"
    NOTE_AMENDED = "note amended"
    RECORDING_STORED = "recording stored"
    # It was not allowed to be taken, kept or heard; `subject` is the recording, if there is one.
    RECORDING_REFUSED = "recording refused"
    RECORDING_HEARD = "recording heard"
    RECORDING_DESTROYED = "recording destroyed"
    RECORD_COPIED = "record copy given"
    RECORD_PRINTED = "record printed"
    # One line for each note in what was printed; `subject` is the note.
    RECORD_HOLDS = "in a printed record"
    REFLECTION_READ = "reflection read"
    # Once while it is open, as for a note.
    REFLECTION_CHANGED = "reflection changed"
    REFLECTION_STARTED = "reflection started"
    REFLECTION_REMOVED = "reflection removed"
    CONSENT_STARTED = "consent started"
    CONSENT_READ = "consent read"
    CONSENT_CHANGED = "consent changed"
    CONSENT_STEP = "consent step"
    CONSENT_SIGNED = "consent signed"
    CONSENT_PRINTED = "consent printed"
    CONSENT_TALKED_OVER = "consent talked over again"
    DOCUMENT_READ = "document read"
    SUITABILITY_SCREENED = "suitability screened"
    SCREEN_PRINTED = "suitability screen printed"
    CONTACT_LOGGED = "contact logged"
    URGENT_REASONS_WRITTEN = "urgent reasons written"
    IDENTITY_TALKED = "identity talked over"
    INTAKE_FORM_PRINTED = "intake form printed"
    # What the file of a case holds beside its notes, read on a page; `subject` is the number of the
    # newest entry that it showed, nothing where there was none.
    SCREENS_READ = "suitability screens read"
    CONTACTS_READ = "contacts read"
    REASONS_READ = "reasons read"
    MODE_CHANGES_READ = "mode changes read"
    COURSE_READ = "course read"
    TECH_SHEETS_READ = "technical sheets read"
    QUESTIONNAIRES_READ = "questionnaires read"
    FORMULATIONS_READ = "formulations read"
    CASE_REPORTS_READ = "case reports read"
    SUPERVISION_READ = "supervision of the case read"
    GENOGRAM_READ = "genogram read"
    RECORD_COPIES_READ = "record copies read"
    MEASURES_READ = "measures read"
    IMPORTED_NOTES_READ = "imported notes read"
    QUESTIONNAIRE_TAKEN_IN = "questionnaire taken in"
    NOTE_IMPORTED = "note imported"
    # An import taken back, once for each case that it wrote into; `subject` is its number.
    IMPORT_UNDONE = "import undone"
    RELATION_WEIGHED = "other relation weighed"
    INTAKE_READ = "intake read"
    INTAKE_CHANGED = "intake changed"
    CASE_DECLINED = "case declined"
    CASE_TAKEN_UP = "declined case taken up"
    MODE_CHANGED = "way of service changed"
    SESSIONS_AGREED = "number of sessions agreed"
    PROGRESS_REVIEWED = "progress reviewed"
    CASE_FORMULATED = "case formulated"
    CASE_REPORTED = "case report written"
    SUPERVISED = "supervision of the case recorded"
    SUPERVISION_DONE = "supervision followed up"
    FORMULATION_PRINTED = "formulation printed"
    GENOGRAM_DRAWN = "genogram drawn"
    GENOGRAM_PRINTED = "genogram printed"
    TECH_PREPARED = "technical sheet made"
    MEASURE_TAKEN = "measure taken"
    MEASURE_FOLLOWED = "measure followed up"
    MEASURE_PRINTED = "measure printed"
    SCALE_PRINTED = "scale printed"
    SCALE_MADE = "scale made"
    DISCLOSURES_READ = "disclosures read"
    DISCLOSED = "disclosed"
    DISCLOSURE_FOLLOWED = "disclosure followed up"
    DISCLOSURE_PRINTED = "disclosure printed"
    ETHICS_READ = "ethical decisions read"
    ETHICS_DECIDED = "ethical decision recorded"
    ETHICS_PRINTED = "ethical decision printed"
    CATALOGUE_CHANGED = "catalogue changed"
    RISKS_READ = "risk assessments read"
    SAFETY_PLANS_READ = "safety plans read"
    RISK_ASSESSED = "risk assessed"
    SAFETY_PLANNED = "safety plan written"
    SAFETY_PLAN_PRINTED = "safety plan printed"
    CRISIS_CARD_READ = "crisis card read"
    CRISIS_LOGGED = "crisis step logged"
    CRISIS_PRINTED = "crisis paper printed"
    REFERRALS_READ = "referrals read"
    REFERRED = "referral written"
    REFERRAL_STEPPED = "referral step written"
    REFERRAL_PRINTED = "referral letter printed"
    ENDING_READ = "closing read"
    CASE_CLOSED = "case closed"
    CASE_REOPENED = "case reopened"
    ENDING_PRINTED = "closing printed"
    FOLLOW_UPS_READ = "follow-ups read"
    FOLLOW_UP_PLANNED = "follow-up planned"
    FOLLOWED_UP = "followed up"
    RETENTION_CHOSEN = "retention chosen"
    RETENTION_READ = "retention read"
    HOLD_PLACED = "legal hold placed"
    HOLD_LIFTED = "legal hold lifted"
    HOLDS_READ = "legal holds read"
    PAPER_KEPT = "paper of an entry kept"
    PAPER_READ = "paper of an entry read"
    REQUEST_RECEIVED = "client request received"
    REQUEST_ANSWERED = "client request answered"
    REQUESTS_READ = "client requests read"
    ANSWER_PRINTED = "request answer printed"
    SUMMARY_PREPARED = "summary prepared"
    SUMMARY_EXPORTED = "summary exported"
    RECOVERY_PRINTED = "recovery key printed"
    APPOINTMENT_BOOKED = "appointment booked"
    APPOINTMENT_CHANGED = "appointment changed"
    APPOINTMENT_MOVED = "appointment moved"
    APPOINTMENT_CANCELLED = "appointment cancelled"
    APPOINTMENT_MISSED = "appointment missed"
    APPOINTMENT_HELD = "appointment held"
    APPOINTMENT_REOPENED = "appointment reopened"
    APPOINTMENT_UNDONE = "appointment change undone"
    CALENDAR_EXPORTED = "calendar exported"
    WEEK_PRINTED = "week printed"
    # One line for each case in what was exported or printed.
    CALENDAR_HOLDS = "in an exported calendar"
    WEEK_HOLDS = "in a printed week"
    HOURS_PRINTED = "hours printed"
    HOURS_EXPORTED = "hours exported"
    HOURS_HOLD = "in exported hours"
    # `subject` is how many clients are in it.
    SUCCESSION_MADE = "succession package made"
    # One line for each client in a package, by its case.
    SUCCESSION_HOLDS = "in a succession package"
    SUCCESSION_KEY_CHANGED = "succession key changed"
    # `subject` is the number of the generation in its folder, or nothing for one file.
    BACKED_UP = "backed up"
    BACKUP_DRILLED = "backup drilled"
    # `subject` is how many cases are in it; one line for each of them.
    READABLE_EXPORTED = "readable export made"
    READABLE_HOLDS = "in a readable export"
    # This vault was made of such an archive; `subject` is how many cases came.
    READABLE_TAKEN_IN = "readable export taken in"
    CASE_LOCK_SET = "case lock set"
    CASE_LOCK_CHANGED = "case lock changed"
    CASE_LOCK_REMOVED = "case lock removed"
    CASE_UNLOCKED = "locked case opened"
    CASE_UNLOCKED_BY_RECOVERY = "locked case opened with the recovery key"
    CASE_REFUSED = "locked case refused"
    CASE_SHUT = "locked case shut"
    # The `subject` lines before it were held while the disk took nothing, and written at its time.
    WRITTEN_LATER = "written later"
    # The database was `subject` openings and closings older than its header said.
    OLDER_FOUND = "older database found"
    OLDER_ACCEPTED = "older database accepted"
    CHECKED = "vault checked"
    # This vault was got out of a damaged one; `subject` records of it are lost.
    SALVAGED = "vault salvaged"
    TRAIL_READ = "trail read"
    # `subject` is the record of the practice: a credential, a training, a platform.
    PRACTICE_RECORDED = "practice record kept"
    PRACTICE_REMOVED = "practice record removed"
    PRACTICE_DOCUMENT_READ = "practice document read"
    PRACTICE_PRINTED = "practice paper printed"
    STATISTICS_PRINTED = "statistics given out"
    COMPLETENESS_PRINTED = "completeness report printed"
    # `subject` is the record of the practice that holds the sample.
    SAMPLE_DRAWN = "record sample drawn"
    SAMPLE_CLOSED = "record sample gone through"
    SAMPLE_PRINTED = "record sample printed"
    SECURITY_CHECKED = "computer gone through"


@dataclass(frozen=True)
class AuditEntry:
    """One line of the trail; `subject` is the id (or count) of what `kind` speaks of, or None."""

    id: int
    at: datetime
    kind: AuditKind
    case_id: int | None
    subject: int | None
    link: bytes
