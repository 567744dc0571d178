"""Pages that one goes to a few times a year; each is imported when it is asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ui.page import (
    ToAnswers,
    ToBackup,
    ToCaseKeeping,
    ToCaseLock,
    ToCatalogues,
    ToCompleteness,
    ToConsentBoard,
    ToConsents,
    ToConsentTexts,
    ToContacts,
    ToCourse,
    ToCrisis,
    ToDecline,
    ToDestroy,
    ToDisclosure,
    ToDue,
    ToEnding,
    ToEthics,
    ToFollowUp,
    ToFormulation,
    ToGenogram,
    ToHold,
    ToHourRules,
    ToHours,
    ToIntake,
    ToIntakePaper,
    ToKeeping,
    ToMeasures,
    ToModeChange,
    ToNewPassword,
    ToNewRecovery,
    ToNoteImport,
    ToNoteTemplates,
    ToOldNotes,
    ToPractice,
    ToQuestionnaire,
    ToReadable,
    ToReasons,
    ToRecordCopy,
    ToRecordings,
    ToReferral,
    ToReflections,
    ToReport,
    ToRequests,
    ToRisk,
    ToSafetyPlan,
    ToSalvage,
    ToSamples,
    ToScales,
    ToScreen,
    ToSecurity,
    ToStatistics,
    ToSuccession,
    ToSupervision,
    ToTechSheet,
    ToTrail,
)

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from ui.office import Office
    from ui.page import Destination, Page


def rare_page(office: Office, destination: Destination, parent: QWidget) -> Page | None:
    """Return the page of a destination, or None for one that is none of these."""
    match destination:
        case ToDestroy(case_id):
            from ui.destroy_page import DestroyScreen  # noqa: PLC0415 - see above

            return DestroyScreen(office, case_id, parent=parent)
        case ToCaseLock(case_id):
            from ui.case_lock_page import CaseLockScreen  # noqa: PLC0415 - see above

            return CaseLockScreen(office, case_id, parent=parent)
        case ToSuccession():
            from ui.succession_page import SuccessionScreen  # noqa: PLC0415 - see above

            return SuccessionScreen(office, parent=parent)
        case ToNoteTemplates():
            from ui.note_templates import NoteTemplatesScreen  # noqa: PLC0415 - see above

            return NoteTemplatesScreen(office, parent=parent)
        case ToSalvage():
            from ui.salvage_page import SalvageScreen  # noqa: PLC0415 - see above

            return SalvageScreen(office, parent=parent)
        case _:
            made = _consent_page(office, destination, parent)
            return made or _entry_page(office, destination, parent)


def _consent_page(office: Office, destination: Destination, parent: QWidget) -> Page | None:
    """Return the consents of a case or of all, their texts, or the practice; None otherwise."""
    match destination:
        case ToConsents(case_id):
            from ui.consent_overview import ConsentsScreen  # noqa: PLC0415 - see above

            return ConsentsScreen(office, case_id, parent=parent)
        case ToConsentBoard():
            from ui.consent_board import ConsentBoardScreen  # noqa: PLC0415 - see above

            return ConsentBoardScreen(office, parent=parent)
        case ToConsentTexts():
            from ui.consent_texts import ConsentTextsScreen  # noqa: PLC0415 - see above

            return ConsentTextsScreen(office, parent=parent)
        case ToPractice(part, at):
            from ui.practice_page import PracticeScreen  # noqa: PLC0415 - see above

            return PracticeScreen(office, part, at, parent=parent)
        case _:
            return None


def _entry_page(office: Office, destination: Destination, parent: QWidget) -> Page | None:
    """Return a page that enters something into the file of a case; else any other rare one."""
    match destination:
        case ToScreen(case_id):
            from ui.screen_page import ScreenScreen  # noqa: PLC0415 - see above

            return ScreenScreen(office, case_id, parent=parent)
        case ToContacts(case_id):
            from ui.contact_page import ContactScreen  # noqa: PLC0415 - see above

            return ContactScreen(office, case_id, parent=parent)
        case ToReasons():
            from ui.reasons_page import ReasonsScreen  # noqa: PLC0415 - see above

            about = (destination.case_id, destination.kind, destination.session_id)
            return ReasonsScreen(office, about, parent=parent)
        case ToIntake(case_id, at):
            from ui.intake_page import IntakeScreen  # noqa: PLC0415 - see above

            return IntakeScreen(office, case_id, at, parent=parent)
        case ToDecline(case_id):
            from ui.decline_page import DeclineScreen  # noqa: PLC0415 - see above

            return DeclineScreen(office, case_id, parent=parent)
        case _:
            return _keeping_page(office, destination, parent) or _going_on_page(
                office, destination, parent
            )


def _keeping_page(office: Office, destination: Destination, parent: QWidget) -> Page | None:
    """Return a page about how long records are kept and what clients ask of them; None else."""
    match destination:
        case ToKeeping():
            from ui.keeping_page import KeepingScreen  # noqa: PLC0415 - see above

            return KeepingScreen(office, parent=parent)
        case ToCaseKeeping(case_id):
            from ui.case_keeping_page import CaseKeepingScreen  # noqa: PLC0415 - see above

            return CaseKeepingScreen(office, case_id, parent=parent)
        case ToHold(case_id):
            from ui.hold_page import HoldScreen  # noqa: PLC0415 - see above

            return HoldScreen(office, case_id, parent=parent)
        case ToRecordings(case_id):
            from ui.recordings_page import RecordingsScreen  # noqa: PLC0415 - see above

            return RecordingsScreen(office, case_id, parent=parent)
        case ToRequests(case_id, at):
            from ui.request_page import RequestScreen  # noqa: PLC0415 - see above

            return RequestScreen(office, case_id, at, parent=parent)
        case _:
            return None


def _going_on_page(office: Office, destination: Destination, parent: QWidget) -> Page | None:
    """Return a page for what changes as the work goes on; else any other rare one."""
    match destination:
        case ToModeChange(case_id):
            from ui.mode_change_page import ModeChangeScreen  # noqa: PLC0415 - see above

            return ModeChangeScreen(office, case_id, parent=parent)
        case ToCourse(case_id, at):
            from ui.course_page import CourseScreen  # noqa: PLC0415 - see above

            return CourseScreen(office, case_id, at, parent=parent)
        case ToTechSheet(case_id):
            from ui.tech_page import TechScreen  # noqa: PLC0415 - see above

            return TechScreen(office, case_id, parent=parent)
        case _:
            return _answer_page(office, destination, parent)


def _answer_page(office: Office, destination: Destination, parent: QWidget) -> Page | None:
    """Return a page about questionnaires and the form on paper; else a page of safety."""
    match destination:
        case ToQuestionnaire():
            from ui.questionnaire_page import QuestionnaireScreen  # noqa: PLC0415 - see above

            return QuestionnaireScreen(office, parent=parent)
        case ToAnswers(case_id):
            from ui.answers_page import AnswersScreen  # noqa: PLC0415 - see above

            return AnswersScreen(office, case_id, parent=parent)
        case ToNoteImport():
            from ui.note_import_page import NoteImportScreen  # noqa: PLC0415 - see above

            return NoteImportScreen(office, parent=parent)
        case ToOldNotes(case_id):
            from ui.old_notes_page import OldNotesScreen  # noqa: PLC0415 - see above

            return OldNotesScreen(office, case_id, parent=parent)
        case ToIntakePaper(case_id):
            from ui.intake_paper_page import IntakePaperScreen  # noqa: PLC0415 - see above

            return IntakePaperScreen(office, case_id, parent=parent)
        case _:
            made = _apart(office, destination, parent) or _danger_page(office, destination, parent)
            made = made or _understanding_page(office, destination, parent)
            made = made or _told_page(office, destination, parent)
            made = made or _hours_page(office, destination, parent)
            made = made or _ending_page(office, destination, parent)
            made = made or _overview_page(office, destination, parent)
            return made or _safety_page(office, destination, parent)


def _apart(office: Office, destination: Destination, parent: QWidget) -> Page | None:
    """Return the private reflections of a case, or a copy of its record; None otherwise."""
    if isinstance(destination, ToRecordCopy):
        from ui.record_copy_page import RecordCopyScreen  # noqa: PLC0415 - see above

        return RecordCopyScreen(office, destination.case_id, destination.note_id, parent=parent)
    if not isinstance(destination, ToReflections):
        return None
    from ui.reflection_page import ReflectionScreen  # noqa: PLC0415 - see above

    return ReflectionScreen(office, destination, parent=parent)


def _danger_page(office: Office, destination: Destination, parent: QWidget) -> Page | None:
    """Return a page for a hard day; None for any other page."""
    match destination:
        case ToCrisis(None):
            from ui.crisis_choice import CrisisChoice  # noqa: PLC0415 - see above

            return CrisisChoice(office, parent=parent)
        case ToCrisis(case_id) if case_id is not None:
            from ui.crisis_page import CrisisScreen  # noqa: PLC0415 - see above

            return CrisisScreen(office, case_id, parent=parent)
        case ToRisk(case_id):
            from ui.risk_page import RiskScreen  # noqa: PLC0415 - see above

            return RiskScreen(office, case_id, parent=parent)
        case ToSafetyPlan(case_id):
            from ui.safety_page import SafetyScreen  # noqa: PLC0415 - see above

            return SafetyScreen(office, case_id, parent=parent)
        case _:
            return None


def _told_page(office: Office, destination: Destination, parent: QWidget) -> Page | None:
    """Return the disclosures or the ethical decisions of a case; None for any other page."""
    match destination:
        case ToDisclosure(case_id):
            from ui.disclosure_page import DisclosureScreen  # noqa: PLC0415 - see above

            return DisclosureScreen(office, case_id, parent=parent)
        case ToEthics(case_id):
            from ui.ethics_page import EthicsScreen  # noqa: PLC0415 - see above

            return EthicsScreen(office, case_id, parent=parent)
        case _:
            return None


def _ending_page(office: Office, destination: Destination, parent: QWidget) -> Page | None:
    """Return referral, closing or follow-up; None for any other page."""
    match destination:
        case ToReferral(case_id):
            from ui.referral_page import ReferralScreen  # noqa: PLC0415 - see above

            return ReferralScreen(office, case_id, parent=parent)
        case ToEnding(case_id, dropped):
            from ui.ending_page import EndingScreen  # noqa: PLC0415 - see above

            return EndingScreen(office, case_id, dropped=dropped, parent=parent)
        case ToFollowUp(case_id):
            from ui.follow_page import FollowScreen  # noqa: PLC0415 - see above

            return FollowScreen(office, case_id, parent=parent)
        case _:
            return None


def _overview_page(office: Office, destination: Destination, parent: QWidget) -> Page | None:
    """Return a page over the whole practice: what waits, what lacks, a sample, the figures."""
    match destination:
        case ToDue():
            from ui.due_page import DueScreen  # noqa: PLC0415 - see above

            return DueScreen(office, parent=parent)
        case ToCompleteness(case_id):
            from ui.completeness_page import CompletenessScreen  # noqa: PLC0415 - see above

            return CompletenessScreen(office, case_id, parent=parent)
        case ToSamples():
            from ui.sample_page import SampleScreen  # noqa: PLC0415 - see above

            return SampleScreen(office, parent=parent)
        case ToStatistics():
            from ui.year_figures_page import StatisticsScreen  # noqa: PLC0415 - see above

            return StatisticsScreen(office, parent=parent)
        case _:
            return None


def _understanding_page(  # noqa: PLR0911 - a page each
    office: Office, destination: Destination, parent: QWidget
) -> Page | None:
    """Return formulation, genogram or scales; None for any other page."""
    match destination:
        case ToFormulation(case_id):
            from ui.formulation_page import FormulationScreen  # noqa: PLC0415 - see above

            return FormulationScreen(office, case_id, parent=parent)
        case ToReport(case_id):
            from ui.report_page import ReportScreen  # noqa: PLC0415 - see above

            return ReportScreen(office, case_id, parent=parent)
        case ToSupervision(case_id):
            from ui.supervision_page import SupervisionScreen  # noqa: PLC0415 - see above

            return SupervisionScreen(office, case_id, parent=parent)
        case ToGenogram(case_id):
            from ui.genogram_page import GenogramScreen  # noqa: PLC0415 - see above

            return GenogramScreen(office, case_id, parent=parent)
        case ToMeasures(case_id):
            from ui.measure_page import MeasureScreen  # noqa: PLC0415 - see above

            return MeasureScreen(office, case_id, parent=parent)
        case ToCatalogues():
            from ui.catalogues_page import CataloguesScreen  # noqa: PLC0415 - see above

            return CataloguesScreen(office, parent=parent)
        case ToScales():
            from ui.scales_page import ScalesScreen  # noqa: PLC0415 - see above

            return ScalesScreen(office, parent=parent)
        case _:
            return None


def _hours_page(office: Office, destination: Destination, parent: QWidget) -> Page | None:
    """Return the hours or the rules that they are held against; None for any other page."""
    match destination:
        case ToHours():
            from ui.hours_page import HoursScreen  # noqa: PLC0415 - see above

            return HoursScreen(office, parent=parent)
        case ToHourRules():
            from ui.hour_rules_page import HourRulesScreen  # noqa: PLC0415 - see above

            return HourRulesScreen(office, parent=parent)
        case _:
            return None


def _safety_page(office: Office, destination: Destination, parent: QWidget) -> Page | None:
    """Return where a way into the vault is changed, or a copy is made; None for any other."""
    match destination:
        case ToNewPassword(forgotten):
            from ui.new_password import NewPassword  # noqa: PLC0415 - see above

            return NewPassword(office, forgotten=forgotten, parent=parent)
        case ToNewRecovery():
            from ui.new_recovery import NewRecovery  # noqa: PLC0415 - see above

            return NewRecovery(office, parent=parent)
        case ToSecurity():
            from ui.security_page import SecurityScreen  # noqa: PLC0415 - see above

            return SecurityScreen(office, parent=parent)
        case ToTrail(case_id):
            from ui.trail_page import TrailScreen  # noqa: PLC0415 - see above

            return TrailScreen(office, case_id, parent=parent)
        case _:
            return _copy_page(office, destination, parent)


def _copy_page(office: Office, destination: Destination, parent: QWidget) -> Page | None:
    """Return the backups, or the readable export; None for any other."""
    match destination:
        case ToBackup():
            from ui.backup_page import BackupScreen  # noqa: PLC0415 - see above

            return BackupScreen(office, parent=parent)
        case ToReadable():
            from ui.readable_page import ReadableScreen  # noqa: PLC0415 - see above

            return ReadableScreen(office, parent=parent)
        case _:
            return None
