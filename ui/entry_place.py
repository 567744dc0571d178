"""The page on which an entry of a case is made, gone on with and read."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from app.domain.entry import EntryKind
from ui.page import (
    ToAnswers,
    ToCaseKeeping,
    ToCases,
    ToContacts,
    ToCourse,
    ToCrisis,
    ToDecline,
    ToDisclosure,
    ToEnding,
    ToEthics,
    ToExport,
    ToFollowUp,
    ToFormulation,
    ToGenogram,
    ToHold,
    ToMeasures,
    ToModeChange,
    ToOldNotes,
    ToReasons,
    ToRecordCopy,
    ToReferral,
    ToReport,
    ToRequests,
    ToRisk,
    ToSafetyPlan,
    ToScreen,
    ToSupervision,
    ToTechSheet,
)

if TYPE_CHECKING:
    from app.domain.ids import CaseId, SessionId
    from ui.page import Destination

_REASONS: Final = frozenset(
    {EntryKind.URGENT_REASONS, EntryKind.IDENTITY_TALK, EntryKind.RELATION_CHECK}
)


def entry_place(
    case_id: CaseId, kind: EntryKind, session_id: SessionId | None = None
) -> Destination:
    """Return the page of a kind of entry; that of its case where the kind has none."""
    if kind in _REASONS:
        return ToReasons(case_id, kind, session_id)
    return {
        EntryKind.QUESTIONNAIRE: ToAnswers,
        EntryKind.CONTACT: ToContacts,
        EntryKind.SCREEN: ToScreen,
        EntryKind.MODE_CHANGE: ToModeChange,
        EntryKind.AGREEMENT: ToCourse,
        EntryKind.REVIEW: ToCourse,
        EntryKind.DECLINE: ToDecline,
        EntryKind.RECORD_COPY: ToRecordCopy,
        EntryKind.FORMULATION: ToFormulation,
        EntryKind.CASE_REPORT: ToReport,
        EntryKind.SUPERVISION: ToSupervision,
        EntryKind.SUPERVISION_DONE: ToSupervision,
        EntryKind.SUMMARY: ToExport,
        EntryKind.GENOGRAM: ToGenogram,
        EntryKind.TECH_SHEET: ToTechSheet,
        EntryKind.MEASURE: ToMeasures,
        EntryKind.MEASURE_FOLLOW: ToMeasures,
        EntryKind.DISCLOSURE: ToDisclosure,
        EntryKind.DISCLOSURE_FOLLOW: ToDisclosure,
        EntryKind.ETHICS: ToEthics,
        EntryKind.RISK: ToRisk,
        EntryKind.SAFETY_PLAN: ToSafetyPlan,
        EntryKind.CRISIS: ToCrisis,
        EntryKind.REFERRAL: ToReferral,
        EntryKind.REFERRAL_STEP: ToReferral,
        EntryKind.ENDING: ToEnding,
        EntryKind.REOPENING: ToEnding,
        EntryKind.FOLLOW_PLAN: ToFollowUp,
        EntryKind.FOLLOW_UP: ToFollowUp,
        EntryKind.RETENTION: ToCaseKeeping,
        EntryKind.LEGAL_HOLD: ToHold,
        EntryKind.HOLD_LIFTED: ToHold,
        EntryKind.CLIENT_REQUEST: ToRequests,
        EntryKind.REQUEST_ANSWER: ToRequests,
        EntryKind.IMPORTED: ToOldNotes,
    }.get(kind, ToCases)(case_id)
