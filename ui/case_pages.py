"""Where the buttons and the menu of a case's head lead: to the pages of the open case."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ui.page import (
    Destination,
    ToCaseForm,
    ToCaseKeeping,
    ToCaseLock,
    ToConsents,
    ToContacts,
    ToCourse,
    ToCrisis,
    ToDestroy,
    ToDisclosure,
    ToEnding,
    ToEthics,
    ToExport,
    ToFollowUp,
    ToFormulation,
    ToGenogram,
    ToHold,
    ToIntake,
    ToIntakePaper,
    ToMeasures,
    ToModeChange,
    ToRecordCopy,
    ToRecordings,
    ToReferral,
    ToReflections,
    ToReport,
    ToRequests,
    ToRisk,
    ToSafetyPlan,
    ToScreen,
    ToSupervision,
    ToTechSheet,
    ToTrail,
)

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtCore import SignalInstance

    from app.domain.ids import CaseId
    from ui.case_head import CaseHead


def pages_of(
    head: CaseHead,
) -> tuple[tuple[SignalInstance, Callable[[CaseId], Destination]], ...]:
    """Return what the head asks for, each with the page that is meant."""
    return (
        (head.consents, ToConsents),
        (head.summary, ToExport),
        (head.edit, ToCaseForm),
        (head.destruction, ToDestroy),
        (head.password, ToCaseLock),
        (head.trail, ToTrail),
        (head.contact, ToContacts),
        (head.intake, ToIntake),
        (head.suitability, ToScreen),
        (head.mode_change, ToModeChange),
        (head.paper, ToIntakePaper),
        (head.course, ToCourse),
        (head.tech, ToTechSheet),
        (head.formulation, ToFormulation),
        (head.report, ToReport),
        (head.supervision, ToSupervision),
        (head.genogram, ToGenogram),
        (head.measures, ToMeasures),
        (head.crisis, ToCrisis),
        (head.risk, ToRisk),
        (head.safety, ToSafetyPlan),
        (head.disclosure, ToDisclosure),
        (head.ethics, ToEthics),
        (head.referral, ToReferral),
        (head.follow, ToFollowUp),
        (head.ending, ToEnding),
        (head.requests, ToRequests),
        (head.keeping, ToCaseKeeping),
        (head.hold, ToHold),
        (head.recordings, ToRecordings),
        (head.copy, ToRecordCopy),
        (head.reflections, ToReflections),
    )
