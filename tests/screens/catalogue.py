"""The one list of screens. A new screen is one line here: a name and how it comes about.

`prepare` brings the window there and returns the part to be looked at: the window itself (None),
or a dialog of its own. Every record and every check of tests/screens goes through this list, in
this order; a screen may count on nothing but the vault that its line names.
"""

from __future__ import annotations

import os
import secrets
from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QAbstractButton, QComboBox, QFileDialog, QScrollArea

from app.domain.answer_table import table_of
from app.domain.as_json import as_json
from app.domain.case import Case, CaseState, ServiceMode
from app.domain.destruction import Counted, Ground, Holding, Marked
from app.domain.entry import CaseEntry, EntryKind
from app.domain.errors import DiskFailed
from app.domain.hour_goals import RuleSetWords
from app.domain.ids import EntryId
from app.domain.imported_note import Left, Unread
from app.domain.intake import IntakeGroup
from app.domain.measure import FollowKind
from app.domain.note_proposal import NoteFile
from app.domain.own_scale import ScaleWords
from app.domain.practice_record import PracticeKind
from app.domain.referral import Answer
from app.services import hours, samples
from app.services.destruction import Prospect
from app.services.scales import NEW
from tests.screens.practice import NAMES, NOW, PASSWORD
from tests.screens.stage import HOME
from ui.calendar_page import CalendarScreen
from ui.catalogue_section import ListPart
from ui.catalogues_page import CataloguesScreen
from ui.completeness_page import CompletenessScreen
from ui.consent_pane import DraftPane
from ui.consents import ConsentScreen
from ui.course_page import CourseScreen
from ui.crisis_page import CrisisScreen
from ui.decline_page import DeclineScreen
from ui.destroy_page import DestroyScreen
from ui.disclosure_page import DisclosureScreen
from ui.entry_page import EntryPage
from ui.exports import ReviewScreen
from ui.formulation_kept import KeptFormulationCard
from ui.formulation_page import FormulationScreen
from ui.genogram_page import GenogramScreen
from ui.hold_page import HoldScreen
from ui.hour_rules_page import HourRulesScreen
from ui.hours_page import HoursScreen
from ui.intake_page import IntakeScreen
from ui.keeping_page import KeepingScreen
from ui.measure_chart import MeasureChart
from ui.measure_kept import KeptMeasureCard
from ui.measure_page import MeasureScreen
from ui.new_case import NewCase
from ui.new_password import NewPassword
from ui.new_vault import FirstStart
from ui.note_import_page import NoteImportScreen
from ui.note_templates import NoteTemplatesScreen
from ui.notes import NoteScreen
from ui.page import (
    ToAnswers,
    ToBackup,
    ToCalendar,
    ToCaseForm,
    ToCaseKeeping,
    ToCaseLock,
    ToCases,
    ToCatalogues,
    ToCompleteness,
    ToConsent,
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
    ToExport,
    ToFollowUp,
    ToFormulation,
    ToGenogram,
    ToHealth,
    ToHelp,
    ToHold,
    ToHourRules,
    ToHours,
    ToIntake,
    ToIntakePaper,
    ToKeeping,
    ToMeasures,
    ToModeChange,
    ToNewCase,
    ToNewPassword,
    ToNewRecovery,
    ToNote,
    ToNoteImport,
    ToNoteTemplates,
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
    ToRestore,
    ToRisk,
    ToSafetyPlan,
    ToSalvage,
    ToSamples,
    ToScales,
    ToScreen,
    ToSearch,
    ToSecurity,
    ToSettings,
    ToStatistics,
    ToSuccession,
    ToSupervision,
    ToTechSheet,
    ToToday,
    ToTrail,
)
from ui.practice_page import PracticeScreen
from ui.practice_register import Register
from ui.question import Question
from ui.questionnaire_page import QuestionnaireScreen
from ui.readable_page import ReadableScreen
from ui.record_copy_page import RecordCopyScreen
from ui.referral_kept import ReferralCard
from ui.referral_page import ReferralScreen
from ui.reflection_page import ReflectionScreen
from ui.request_page import RequestScreen
from ui.restore_page import RestoreScreen
from ui.salvage_page import SalvageScreen
from ui.sample_page import SampleScreen
from ui.scales_page import ScalesScreen
from ui.screen_page import ScreenScreen
from ui.settings import SettingsScreen
from ui.unlock import DoorScreen
from ui.widgets.button import Button
from ui.widgets.card import bring_into_sight
from ui.widgets.chip import Choices

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from PySide6.QtWidgets import QWidget

    from app.domain.ids import CaseId
    from app.ports import OpenVault
    from tests.screens.stage import Stage
    from ui.page import Destination

    Prepare = Callable[[Stage], QWidget | None]

# Never a folder of this computer: it would stand in the pictures.
ELSEWHERE = str(HOME / "督导")
TODAY = "2026-03-24"


@dataclass(frozen=True)
class Screen:
    """A screen: what it is called and how one comes there."""

    name: str
    prepare: Prepare

    def __str__(self) -> str:
        return self.name


# The door.


def _door(stage: Stage) -> DoorScreen:
    stage.lock()
    door = stage.shell.centralWidget()
    assert isinstance(door, DoorScreen)
    return door


def _door_locked(stage: Stage) -> None:
    _door(stage)


def _door_recovery(stage: Stage) -> None:
    _door(stage).left_link.click()
    stage.settle()


def _door_elsewhere(stage: Stage) -> None:
    door = _door(stage)
    door.ask_place()
    door.folder.set_text(ELSEWHERE)
    stage.settle()


def _door_refused(stage: Stage) -> None:
    door = _door(stage)
    door.password.set_text("不对")
    door.submit()
    stage.settle()


def _door_restore(stage: Stage) -> None:
    _door(stage)
    stage.shell._show_restore()
    stage.settle()


# The first start.


def _first(stage: Stage, step: int, fill: Callable[[FirstStart], None] | None = None) -> None:
    stage.lock()
    real = secrets.SystemRandom
    _draw_the_same_groups()
    stage.shell.show_first_start()
    first = stage.shell.centralWidget()
    assert isinstance(first, FirstStart)
    stage.settle()
    for _ in range(step):
        first._next()  # without asking the disk: the place is one of nobody's computer
        stage.settle()
    if fill is not None:
        fill(first)
    stage.settle()
    secrets.SystemRandom = real  # type: ignore[misc]  # other tests of this process draw by chance


def _draw_the_same_groups() -> None:
    """Ask for the same two groups every time."""

    class First:
        """Draws what comes first."""

        @staticmethod
        def sample(these: Sequence[int], number: int) -> list[int]:
            return list(these)[:number]

    secrets.SystemRandom = First  # type: ignore[assignment,misc]


def _place_taken(first: FirstStart) -> None:
    from app.domain.errors import PlaceTaken  # noqa: PLC0415

    first._refused(PlaceTaken())


def _password(first: FirstStart) -> None:
    first.password_step.first.set_text("晴天下的一只旧木箱")
    first.password_step.second.set_text("晴天下")


# Pages.


def _page(stage: Stage, where: Callable[[Stage], object], which: str = "full") -> None:
    stage.unlock(which)
    stage.go(where(stage))  # type: ignore[arg-type]


def _case_shut(stage: Stage) -> None:
    _page(stage, lambda one: ToCases(one.practice.locked))


def _completeness_all(stage: Stage) -> None:
    """Every record, those that lack nothing too."""
    _page(stage, lambda _: ToCompleteness())
    page = stage.page
    assert isinstance(page, CompletenessScreen)
    every = page.which.chip("all")
    every.setFocus()
    every.click()
    stage.settle()


def _sample(stage: Stage) -> SampleScreen:
    """A sample that was drawn just now; before it, every other one is taken away."""
    _page(stage, lambda _: ToToday())

    def draw(vault: OpenVault) -> None:
        for one in vault.practice.all():
            if one.kind is PracticeKind.SAMPLE:
                vault.practice.remove(one.id)
        tools = stage.workspace.office.tools()
        days = date(2026, 1, 1), date(2026, 3, 24)
        samples.draw_notes(vault, tools, *days, 3, seed="5f1a09c2d47e8b36")

    stage.workspace.office.desk.do(stage.workspace, draw)
    stage.settle()
    stage.go(ToSamples())
    page = stage.page
    assert isinstance(page, SampleScreen)
    stage.settle(lambda: page.form is not None)
    return page


def _sample_open(stage: Stage) -> None:
    page = _sample(stage)
    assert page.form is not None
    for choice in page.form.findChildren(Choices)[1:5]:
        choice.chip("there").click()
    stage.settle()


def _sample_done(stage: Stage) -> None:
    page = _sample(stage)
    form = page.form
    assert form is not None
    for key in form.notes():
        form.which.chip(key).click()
        stage.settle()
        for choice in form.findChildren(Choices):
            if choice is not form.which and choice.isVisible():
                choice.chip("there").click()
    form.found.set_text("风险评估写得少，下个月再抽一次。")
    form.end.click()
    stage.settle(lambda: page.form is None)


def _screen_yes(stage: Stage) -> None:
    """Somebody in danger, going on, and nothing written yet; it is put back as it was."""
    _page(stage, lambda one: ToScreen(one.practice.cases[0]))
    page = stage.page
    assert isinstance(page, ScreenScreen)
    stage.settle(lambda: page.items is not None)
    if page.anew.isVisible():
        page.anew.click()
    assert page.items is not None
    page.items.show_answers(dict.fromkeys(page.items.questions, "no") | {"suicide": "yes"})
    page.outcome.result.choose("with reservations")
    page._follow()
    page.submit()
    stage.settle()


def _intake_groups(stage: Stage) -> None:
    """Every group of the intake switched on, and somebody in danger; nothing is stored."""
    _page(stage, lambda one: ToIntake(one.practice.cases[0]))
    page = stage.page
    assert isinstance(page, IntakeScreen)
    stage.settle(page.parts.isEnabled)
    page._ready = False
    for group in IntakeGroup:
        page.parts.groups.show_group(group)
    for question, answer in ((page.parts.triage.risk, "high"), (page.parts.kind, "family")):
        chip = question.chip(answer)
        assert isinstance(chip, QAbstractButton)
        chip.click()
    page.parts.members.put(("", "", ""))
    stage.settle()


def _new_case_danger(stage: Stage) -> None:
    """A new case of somebody in danger from afar, stopped."""
    _page(stage, lambda _: ToNewCase())
    page = stage.page
    assert isinstance(page, NewCase)
    stage.settle(page.form.isEnabled)
    request = page.form.request
    assert request is not None
    page.form.modes.choose("online")
    page.form.fold()
    request.triage.risk.choose("high")
    request.triage.follow(page.form.mode())
    page.form.mark_request(("intake.graded", "intake.reasons", "intake.danger_afar"))
    bring_into_sight(request.triage)
    stage.settle()


def _decline(stage: Stage) -> None:
    """What is missing before somebody is not taken on."""
    _page(stage, lambda one: ToDecline(one.practice.cases[0]))
    page = stage.page
    assert isinstance(page, DeclineScreen)
    stage.settle(lambda: page._ready)
    page.submit()
    stage.settle()


def _danger_lacking(stage: Stage, where: Callable[[CaseId], Destination]) -> None:
    """What is missing on a page about danger, where nothing was written."""
    _page(stage, lambda one: where(one.practice.cases[0]))
    page = stage.page
    assert isinstance(page, EntryPage)
    stage.settle(lambda: page._ready)
    page.submit()
    stage.settle()


def _referral_written(stage: Stage) -> None:
    """A letter that begins empty, where a signed consent lets it say something."""
    _page(stage, lambda one: ToReferral(one.practice.cases[1]))
    page = stage.page
    assert isinstance(page, ReferralScreen)
    stage.settle(lambda: page._ready)
    chip = page.parts.answer.chip(Answer.WRITTEN.value)
    assert isinstance(chip, QAbstractButton)
    chip.click()
    page._area.ensureWidgetVisible(page.parts.papers)
    stage.settle()


def _referral_kept(stage: Stage) -> None:
    """A referral whose receipt is late, its papers, and what asks for the next step."""
    _page(stage, lambda one: ToReferral(one.practice.cases[1]))
    page = stage.page
    assert isinstance(page, ReferralScreen)
    stage.settle(lambda: page._ready)
    (card,) = page.findChildren(ReferralCard)
    card.paper.click()
    card.step.click()
    stage.settle()
    page._area.verticalScrollBar().setValue(page._area.verticalScrollBar().maximum())
    stage.settle()


def _crisis_closing(stage: Stage) -> None:
    """A crisis that is to end, and what of the five is open."""
    _page(stage, lambda one: ToCrisis(one.practice.cases[2]))
    page = stage.page
    assert isinstance(page, CrisisScreen)
    stage.settle(lambda: page._ready)
    page.close_event()
    stage.settle()


def _answers_read(stage: Stage) -> QuestionnaireScreen:
    """A file with a title above its heads, and two people in it, one of them known."""
    _page(stage, lambda _: ToQuestionnaire())
    page = stage.page
    assert isinstance(page, QuestionnaireScreen)
    page._was_read(
        table_of(
            [
                ["预约登记 2026"],
                ["序号", "提交答卷时间", "1、您的姓名", "2、手机号", "3、目前的困扰", "4、邮箱"],
                ["1", "2026/3/1 8:01:02", "周素心", "13800000001", "睡不着，半夜醒来", "没有"],
                ["2", "2026/3/2 9:00:00", "李雷", "13800000002", "和同事吵架", "l@example.org"],
                ["2", "2026/3/2 9:00:00", "李雷", "13800000002", "和同事吵架", "l@example.org"],
            ],
            ["统计"],
        )
    )
    stage.settle(lambda: page.columns is not None)
    return page


def _answer_columns(stage: Stage) -> None:
    _answers_read(stage)


def _answer_rows(stage: Stage) -> None:
    page = _answers_read(stage)
    page._ask_lines()
    stage.settle(lambda: page.rows is not None)


def _old_notes_read(stage: Stage) -> NoteImportScreen:
    """A folder of a client who is known, one of somebody new, and a file that cannot be read."""
    _page(stage, lambda _: ToNoteImport())
    page = stage.page
    assert isinstance(page, NoteImportScreen)
    page._files = [
        NoteFile("2024年3月5日 第1次", "周素心", "谈到搬家以后睡得不好，半夜常常醒来。"),
        NoteFile(
            "03-04-2024", "周素心", "说起妹妹要来住一阵子。", left=(Left.PICTURE, Left.COMMENT)
        ),
        NoteFile("没写日子的", "青禾", "考试前一晚没有睡，第二天还是去了。"),
        NoteFile("2019 旧", "青禾", unread=Unread.OLD),
    ]
    page._read_some(())
    stage.settle(lambda: page.rows is not None)
    return page


def _old_notes_rows(stage: Stage) -> None:
    page = _old_notes_read(stage)
    assert page.rows is not None
    page.rows.table.choose(1)
    stage.settle()


def _course_no(stage: Stage) -> None:
    """It helps no more, and nothing is written yet."""
    _page(stage, lambda one: ToCourse(one.practice.cases[0]))
    page = stage.page
    assert isinstance(page, CourseScreen)
    page.progress.show_words({"helps": "no"})
    page._review()
    stage.settle()


def _reflections_deleting(stage: Stage) -> None:
    """A reflection that asks whether it is to be deleted."""
    _page(stage, lambda one: ToReflections(one.practice.cases[0]))
    page = stage.page
    assert isinstance(page, ReflectionScreen)
    page.boxes[0].remove.click()
    stage.settle()


def _copy_lacking(stage: Stage) -> None:
    """A copy for somebody else, to whom the client did not agree yet."""
    _page(stage, lambda one: ToRecordCopy(one.practice.cases[0]))
    page = stage.page
    assert isinstance(page, RecordCopyScreen)
    page._show_words(
        {"notes": [], "ground": "consent", "recipient": "", "purpose": "", "reference": ""}
    )
    page._chosen()
    page.submit()
    stage.settle()


def _copy_given(stage: Stage) -> None:
    """A copy that is on record, with printer and file; nothing of it is entered."""
    _page(stage, lambda one: ToRecordCopy(one.practice.cases[0]))
    page = stage.page
    assert isinstance(page, RecordCopyScreen)
    assert page._page is not None
    page.mark(())  # it may be the page of the screen before
    page.picks._take_all()
    page.ground.choose("archive")
    page._chosen()
    made = page._written()
    entry = CaseEntry(EntryId(0), page.case_id, EntryKind.RECORD_COPY, NOW, as_json(made))
    page._entered(page._page, entry, made, ())
    stage.settle()


def _formulation_compare(stage: Stage) -> None:
    """The last version beside the one before."""
    _page(stage, lambda one: ToFormulation(one.practice.cases[0]))
    page = stage.page
    assert isinstance(page, FormulationScreen)
    stage.settle(lambda: bool(page.findChildren(KeptFormulationCard)))
    card = page.findChildren(KeptFormulationCard)[0]
    card.compare.click()
    bring_into_sight(card)
    stage.settle()


def _genogram_version(stage: Stage) -> None:
    """A version that was saved, to read."""
    _page(stage, lambda one: ToGenogram(one.practice.cases[0]))
    page = stage.page
    assert isinstance(page, GenogramScreen)
    page._look_at(0)
    stage.settle()


def _measures(stage: Stage) -> MeasureScreen:
    _page(stage, lambda one: ToMeasures(one.practice.cases[0]))
    page = stage.page
    assert isinstance(page, MeasureScreen)
    return page


def _measures_answering(stage: Stage) -> None:
    """Half answered, and self-harm among it; nothing of it is entered."""
    page = _measures(stage)
    page.anew.click()
    assert page.asked is not None
    page.asked.show_words({"1": 1, "2": 2, "9": 1})
    page._follow()
    stage.settle()


def _measures_before(stage: Stage) -> None:
    """The scores over time, and what is done about the last of them."""
    page = _measures(stage)
    (drawn, *_) = page.findChildren(MeasureChart)
    bring_into_sight(drawn)
    card = page.findChildren(KeptMeasureCard)[0]
    page.past._open(card, FollowKind.FED_BACK)
    card.answers.click()
    stage.settle()


def _measures_handed(stage: Stage) -> None:
    """As the client sees it."""
    page = _measures(stage)
    page.anew.click()
    page._hand_over()
    stage.settle()


def _scales_writing(stage: Stage) -> None:
    """A scale of hers that lacks something, with its questions as they will be asked."""
    _page(stage, lambda _: ToScales())
    page = stage.page
    assert isinstance(page, ScalesScreen)
    page._open(NEW, ScaleWords(name="每周状态", items="睡得踏实", options="0 从不\n1 总是"))
    form = page.form
    assert form is not None
    form.look.click()
    form.mark(("own_scale.bands", "own_scale.turned"))
    stage.settle()


def _disclosure(stage: Stage) -> DisclosureScreen:
    _page(stage, lambda one: ToDisclosure(one.practice.cases[2]))
    page = stage.page
    assert isinstance(page, DisclosureScreen)
    return page


def _disclosure_lacking(stage: Stage) -> None:
    """A court asks, and not everything is written yet."""
    page = _disclosure(stage)
    page.basis.choose("law")
    page._took_basis("")
    page.tell.ticks[next(iter(page.tell.ticks))].setChecked(True)
    page.tell.words.set_text("2026 年 1 月至 3 月来过。")
    page.submit()
    stage.settle()


def _disclosure_after(stage: Stage) -> None:
    """What was told before, and writing what came of it."""
    page = _disclosure(stage)
    next(one for one in page.findChildren(Button) if one.text() == page.tr("补记")).click()
    stage.settle()


def _hours(stage: Stage) -> HoursScreen:
    _page(stage, lambda _: ToHours())
    page = stage.page
    assert isinstance(page, HoursScreen)
    return page


def _hours_case(stage: Stage) -> None:
    """How the sessions of one case count."""
    page = _hours(stage)
    assert page._page is not None
    page._open(next(one for one, _ in page._page.cases if one.facts is not None))
    stage.settle()


def _hours_paper(stage: Stage) -> None:
    """Asking where the table is to be written."""
    page = _hours(stage)
    page.papers.table.click()
    page.papers._place.path.set_text(str(HOME / "时数.xlsx"))
    stage.settle()


def _hours_writing(stage: Stage) -> None:
    """Hours of another place, with what is asked of them."""
    _page(stage, lambda _: ToPractice("hours"))
    page = stage.page
    assert isinstance(page, PracticeScreen)
    assert isinstance(page.part, Register)
    page.part._open(None)
    assert page.part.form is not None
    role = page.part.form.parts["role"]
    assert isinstance(role, Question)
    role.choose("counseling")
    page.part.form._touched()
    stage.settle()


def _hour_rules_writing(stage: Stage) -> None:
    """A rule set of hers with a line that cannot be read."""
    _page(stage, lambda _: ToHourRules())
    page = stage.page
    assert isinstance(page, HourRulesScreen)
    page._open(hours.NEW, RuleSetWords(goals="300 咨询 收费 面询\n三十 受督"))
    assert page.form is not None
    page.form.mark(("hour_rules.named", "hour_rules.goals"))
    stage.settle()


def _catalogue_writing(stage: Stage, *, key: str, lacks: bool = False) -> None:
    """A list or text of the program that she words; one that `lacks` something says where."""
    _page(stage, lambda _: ToCatalogues())
    page = stage.page
    assert isinstance(page, CataloguesScreen)
    assert page._page is not None
    (offer,) = (
        one for one in page._page.offers if one.shipped.key == f"{key}.{page.language.keys()[0]}"
    )
    page._open(offer)
    assert page.form is not None
    if lacks:
        first = page.form.parts["diagnosis"]
        assert isinstance(first, ListPart)
        first.box.set_text("")
        page.form.mark()
    stage.settle()


def _draft(stage: Stage) -> NoteScreen:
    _page(stage, lambda one: ToNote(one.practice.draft))
    page = stage.page
    assert isinstance(page, NoteScreen)
    return page


def _note_missing(stage: Stage) -> None:
    page = _draft(stage)
    page._ask_to_sign()
    stage.settle()


def _note_signing(stage: Stage) -> None:
    """A note that lacks nothing: with less, nobody is asked for the password."""
    _page(stage, lambda one: ToNote(one.practice.ready))
    page = stage.page
    assert isinstance(page, NoteScreen)
    page._ask_to_sign()
    stage.settle(page._sign.isVisible)
    stage.settle()


def _reasons(kind: EntryKind) -> Prepare:
    return partial(_page, where=lambda one: ToReasons(one.practice.cases[0], kind))


def _note_sheet(stage: Stage) -> None:
    page = _draft(stage)
    page.show_sheet()
    stage.settle()


def _note_sheet_grave(stage: Stage) -> None:
    page = _draft(stage)
    page.show_sheet()
    fold = page._sheet
    assert fold is not None
    assert fold.form is not None
    fold.form.identity.chip("other").click()
    fold.form.risk.chip("high").click()
    fold.form.third_person.click()
    fold.form.interrupted.line.setText("4")
    fold.form.kinds.link.click()
    stage.settle()


def _note_time(stage: Stage) -> None:
    page = _draft(stage)
    page._ask_time()
    stage.settle()


def _note_not_saved(stage: Stage) -> None:
    page = _draft(stage)
    assert page._saver is not None
    page._saver._failed(DiskFailed())
    page._saver._retry.stop()
    stage.settle()


def _amended(stage: Stage) -> None:
    _page(stage, lambda one: ToNote(one.practice.amended))
    page = stage.page
    assert isinstance(page, NoteScreen)
    bar = page._area.verticalScrollBar()
    bar.setValue(bar.maximum())
    stage.settle()


def _amending(stage: Stage) -> None:
    _page(stage, lambda one: ToNote(one.practice.signed))
    page = stage.page
    assert isinstance(page, NoteScreen)
    page._begin_amendment()
    stage.settle()


def _filling(stage: Stage) -> ConsentScreen:
    _page(stage, lambda one: ToConsent(one.practice.filling))
    page = stage.page
    assert isinstance(page, ConsentScreen)
    return page


def _consent_filling(stage: Stage) -> None:
    _filling(stage)


def _consent_pads(stage: Stage) -> None:
    pane = _draft_pane(stage)
    pane.signing.go_to_first_unsigned()
    _scroll_to(pane.signing)
    stage.settle()


def _consent_paper(stage: Stage) -> None:
    pane = _draft_pane(stage)
    pane.signing._other_way()
    _scroll_to(pane.signing)
    stage.settle()


def _draft_pane(stage: Stage) -> DraftPane:
    pane = _filling(stage)._pane
    assert isinstance(pane, DraftPane)
    stage.settle()
    return pane


def _scroll_to(part: QWidget) -> None:
    above: QWidget | None = part
    while above is not None and not isinstance(above, QScrollArea):
        above = above.parentWidget()
    if isinstance(above, QScrollArea):
        within = above.widget()
        assert within is not None
        foot = part.mapTo(within, part.rect().bottomLeft())
        above.ensureVisible(0, foot.y(), 0, 0)


def _calendar_form(stage: Stage) -> None:
    _page(stage, lambda one: ToCalendar("week", TODAY, case_id=one.practice.cases[0]))
    page = stage.page
    assert isinstance(page, CalendarScreen)
    stage.settle(lambda: not page._pause.isActive())  # then it says that the hour is not free


def _calendar_detail(stage: Stage) -> None:
    _page(stage, lambda _: ToCalendar("week", TODAY))
    page = stage.page
    assert isinstance(page, CalendarScreen)
    stage.settle(lambda: bool(page.grid.blocks))
    page.grid.picked = page.grid.blocks[0]
    page._opened(page.grid.blocks[0])
    stage.settle()


def _at_step(page: ReviewScreen, wanted: int) -> bool:
    return page._steps.currentIndex() == wanted


def _review(stage: Stage, step: int) -> None:
    stage.unlock("full")
    stage.go(ToCases())  # a review that is left is kept: begin it where it was
    stage.go(ToExport(stage.practice.cases[0]))
    page = stage.page
    assert isinstance(page, ReviewScreen)
    page._write._folder.set_text(ELSEWHERE)
    while page._steps.currentIndex() > step:
        page._back()
    while page._steps.currentIndex() < step:
        wanted = page._steps.currentIndex() + 1
        page._go_on()
        stage.settle(partial(_at_step, page, wanted))
    stage.settle()


def _keys(stage: Stage) -> None:
    _page(stage, lambda one: ToCases(one.practice.cases[0]))
    stage.workspace.show_keys()
    stage.settle()


def _salvage(stage: Stage) -> None:
    _page(stage, lambda _: ToSalvage())
    page = stage.page
    assert isinstance(page, SalvageScreen)
    page.folder.set_text(ELSEWHERE)
    stage.settle()


def _refused(stage: Stage) -> None:
    # A case of which no other screen leaves something begun: that has a line of its own.
    _page(stage, lambda one: ToCases(one.practice.cases[1]))
    stage.workspace.say(DiskFailed())
    stage.settle()


def _recovery_trial(stage: Stage) -> None:
    _page(stage, lambda _: ToSettings())
    page = stage.page
    assert isinstance(page, SettingsScreen)
    page.ways.trial.click()
    stage.settle()
    _scroll_to(page.ways)
    stage.settle()


def _keyring(stage: Stage) -> None:
    """Asked for, and refused: there is none on this computer."""
    _page(stage, lambda _: ToSettings())
    page = stage.page
    assert isinstance(page, SettingsScreen)
    part = page.ways.keyring
    assert part is not None
    part.switch.click()
    part.proof_box.password.set_text(PASSWORD)
    part.button.click()
    stage.settle()
    part.switch.click()
    _scroll_to(part)
    stage.settle()


def _door_keyring(stage: Stage) -> None:
    _door(stage)._offer_keyring(offered=True)
    stage.settle()


def _password_changed(stage: Stage) -> None:
    _page(stage, lambda _: ToNewPassword())
    page = stage.page
    assert isinstance(page, NewPassword)
    page._done()
    stage.settle()


def _new_recovery(stage: Stage) -> None:
    real = secrets.SystemRandom
    _draw_the_same_groups()
    _page(stage, lambda _: ToNewRecovery())
    secrets.SystemRandom = real  # type: ignore[misc]  # other tests of this process draw by chance


def _file_dialog(stage: Stage) -> QWidget:
    from ui import pick  # noqa: PLC0415

    _page(stage, lambda _: ToSettings())
    shown = stage.practice.folder / "文稿"
    for name in ("督导", "同意书"):
        (shown / name).mkdir(parents=True, exist_ok=True)
    (shown / "同意书-0001.pdf").write_bytes(b"%PDF")
    for one in shown.iterdir():
        os.utime(one, (NOW.timestamp(), NOW.timestamp()))
    dialog = _in(shown, lambda: pick.pick_folder(stage.page, "选择文件夹", lambda _path: None))
    stage.settle(dialog.isVisible)
    places = dialog.findChild(QComboBox, "lookInCombo")
    assert isinstance(places, QComboBox)
    for number in range(places.count()):
        said = places.itemText(number)
        places.setItemText(number, said.replace(str(stage.practice.folder), str(HOME)))
    return dialog


def _in(folder: Path, ask: Callable[[], QFileDialog]) -> QFileDialog:
    dialog = ask()
    dialog.setDirectory(str(folder))
    return dialog


def _note_template_new(stage: Stage) -> None:
    _page(stage, lambda _: ToNoteTemplates())
    page = stage.page
    assert isinstance(page, NoteTemplatesScreen)
    page._new()
    stage.settle()


def _keeping_choosing(stage: Stage) -> None:
    """A term of her own for the practice, nothing written yet; it is not kept."""
    _page(stage, lambda _: ToKeeping())
    page = stage.page
    assert isinstance(page, KeepingScreen)
    stage.settle(lambda: page._page is not None)
    page._open({"profile": "own"})
    page._keep()
    stage.settle()
    assert page.form is not None
    page.form.dirty = False


def _hold_lacking(stage: Stage) -> None:
    """What is missing of a first hold."""
    _page(stage, lambda one: ToHold(one.practice.cases[1]))
    page = stage.page
    assert isinstance(page, HoldScreen)
    stage.settle(lambda: page._page is not None)
    page.submit()
    stage.settle()


def _requests_answering(stage: Stage) -> None:
    """What is missing of an answer that is no."""
    _page(stage, lambda one: ToRequests(one.practice.cases[0]))
    page = stage.page
    assert isinstance(page, RequestScreen)
    stage.settle(lambda: page._page is not None)
    page.answer.show_words({"decision": "refused"})
    page._give()
    stage.settle()


def _destroy_marked(stage: Stage) -> None:
    """The second step; the mark is not kept: it is shown as it would be."""
    _page(stage, lambda one: ToDestroy(one.practice.cases[1]))
    page = stage.page
    assert isinstance(page, DestroyScreen)
    case, marked = stage.practice.cases[1], stage.practice.tools.clock.now()
    held = (Counted(Holding.NOTES, 3),)
    known = Case(case, "B-02", ServiceMode.ONLINE, CaseState.OPEN, marked)
    page._show((Prospect(known, "", held, Marked(marked, Ground.REQUEST), ()), "Asia/Shanghai"))
    stage.settle()


def _readable(stage: Stage) -> None:
    """The export of everything, with a good password and a case that is shut."""
    _page(stage, lambda _: ToReadable())
    page = stage.page
    assert isinstance(page, ReadableScreen)
    for field in (page.first, page.second):
        field.set_text("kq3vd-m8tzn-w2hrf-pxc74")
    stage.settle()


def _succession_open(stage: Stage) -> None:
    """The page on which a colleague opens a package; it needs no vault."""
    _door(stage)
    stage.shell._show_succession()
    stage.settle()


def _restore(stage: Stage) -> None:
    """Beside a vault whose folder is on no computer, where the name would seem to be free."""
    _page(stage, lambda _: ToRestore(ELSEWHERE))
    page = stage.page
    assert isinstance(page, RestoreScreen)
    page.panel.place.set_text(f"{HOME / NAMES['full']}-2")
    stage.settle()


def _calm(stage: Stage) -> None:
    """Take away what an earlier screen left above the page."""
    stage.workspace._hide_keys()
    if isinstance(stage.page, NoteScreen):
        stage.page.save_now()  # else it would be waited for, and said on every page that follows
        stage.settle()
    while item := stage.workspace._banner_room.takeAt(0):
        if old := item.widget():
            old.hide()
            old.deleteLater()


SCREENS: tuple[Screen, ...] = (
    Screen("door", _door_locked),
    Screen("door-recovery", _door_recovery),
    Screen("door-elsewhere", _door_elsewhere),
    Screen("door-refused", _door_refused),
    Screen("door-keyring", _door_keyring),
    Screen("succession-open", _succession_open),
    Screen("first-language", partial(_first, step=0)),
    Screen("first-place", partial(_first, step=1)),
    Screen("first-place-taken", partial(_first, step=1, fill=_place_taken)),
    Screen("first-password", partial(_first, step=2, fill=_password)),
    Screen("first-recovery", partial(_first, step=3)),
    Screen("empty-today", partial(_page, where=lambda _: ToToday(), which="empty")),
    Screen("empty-cases", partial(_page, where=lambda _: ToCases(), which="empty")),
    Screen("empty-calendar", partial(_page, where=lambda _: ToCalendar("week"), which="empty")),
    Screen("empty-search", partial(_page, where=lambda _: ToSearch(), which="empty")),
    Screen("today", partial(_page, where=lambda _: ToToday())),
    Screen("case-list", partial(_page, where=lambda _: ToCases())),
    Screen("case", partial(_page, where=lambda one: ToCases(one.practice.cases[0]))),
    Screen("case-lock", partial(_page, where=lambda one: ToCaseLock(one.practice.cases[0]))),
    Screen("case-shut", _case_shut),
    Screen("new-case", partial(_page, where=lambda _: ToNewCase())),
    Screen("case-form", partial(_page, where=lambda one: ToCaseForm(one.practice.cases[0]))),
    Screen("intake", partial(_page, where=lambda one: ToIntake(one.practice.cases[0]))),
    Screen("intake-groups", _intake_groups),
    Screen("new-case-danger", _new_case_danger),
    Screen("decline", _decline),
    Screen("risk", partial(_page, where=lambda one: ToRisk(one.practice.cases[2]))),
    Screen("risk-lacking", partial(_danger_lacking, where=ToRisk)),
    Screen("safety-plan", partial(_page, where=lambda one: ToSafetyPlan(one.practice.cases[2]))),
    Screen("safety-plan-lacking", partial(_danger_lacking, where=ToSafetyPlan)),
    Screen("crisis", partial(_page, where=lambda one: ToCrisis(one.practice.cases[2]))),
    Screen("crisis-closing", _crisis_closing),
    Screen("crisis-lacking", partial(_danger_lacking, where=ToCrisis)),
    Screen("crisis-choice", partial(_page, where=lambda _: ToCrisis())),
    Screen("directory", partial(_page, where=lambda _: ToPractice("resource"))),
    Screen("disclosure", partial(_page, where=lambda one: ToDisclosure(one.practice.cases[2]))),
    Screen("disclosure-lacking", _disclosure_lacking),
    Screen("disclosure-after", _disclosure_after),
    Screen("ethics", partial(_page, where=lambda one: ToEthics(one.practice.cases[2]))),
    Screen("suitability", partial(_page, where=lambda one: ToScreen(one.practice.cases[0]))),
    Screen("suitability-yes", _screen_yes),
    Screen("questionnaire", partial(_page, where=lambda _: ToQuestionnaire())),
    Screen("questionnaire-columns", _answer_columns),
    Screen("questionnaire-rows", _answer_rows),
    Screen("old-notes", partial(_page, where=lambda _: ToNoteImport())),
    Screen("old-notes-rows", _old_notes_rows),
    Screen("answers", partial(_page, where=lambda one: ToAnswers(one.practice.cases[2]))),
    Screen("intake-paper", partial(_page, where=lambda _: ToIntakePaper())),
    Screen(
        "intake-paper-filled",
        partial(_page, where=lambda one: ToIntakePaper(one.practice.cases[0])),
    ),
    Screen("contacts", partial(_page, where=lambda one: ToContacts(one.practice.cases[0]))),
    Screen("reflections", partial(_page, where=lambda one: ToReflections(one.practice.cases[0]))),
    Screen("reflections-deleting", _reflections_deleting),
    Screen("record-copy", partial(_page, where=lambda one: ToRecordCopy(one.practice.cases[0]))),
    Screen("record-copy-lacking", _copy_lacking),
    Screen("record-copy-given", _copy_given),
    Screen("mode-change", partial(_page, where=lambda one: ToModeChange(one.practice.cases[0]))),
    Screen("course", partial(_page, where=lambda one: ToCourse(one.practice.cases[0]))),
    Screen("course-no", _course_no),
    Screen("keeping", partial(_page, where=lambda _: ToKeeping())),
    Screen("keeping-choosing", _keeping_choosing),
    Screen("case-keeping", partial(_page, where=lambda one: ToCaseKeeping(one.practice.cases[0]))),
    Screen("hold", partial(_page, where=lambda one: ToHold(one.practice.cases[3]))),
    Screen("hold-lacking", _hold_lacking),
    Screen("recordings", partial(_page, where=lambda one: ToRecordings(one.practice.cases[0]))),
    Screen("requests", partial(_page, where=lambda one: ToRequests(one.practice.cases[0]))),
    Screen("requests-answering", _requests_answering),
    Screen("requests-new", partial(_page, where=lambda one: ToRequests(one.practice.cases[1]))),
    Screen("destroy-held", partial(_page, where=lambda one: ToDestroy(one.practice.cases[3]))),
    Screen("tech", partial(_page, where=lambda one: ToTechSheet(one.practice.cases[0]))),
    Screen("referral", partial(_page, where=lambda one: ToReferral(one.practice.cases[0]))),
    Screen("referral-lacking", partial(_danger_lacking, where=ToReferral)),
    Screen("referral-written", _referral_written),
    Screen("referral-kept", _referral_kept),
    Screen("ending", partial(_page, where=lambda one: ToEnding(one.practice.cases[0]))),
    Screen("ending-lacking", partial(_danger_lacking, where=ToEnding)),
    Screen("ending-closed", partial(_page, where=lambda one: ToEnding(one.practice.cases[-2]))),
    Screen("follow-up", partial(_page, where=lambda one: ToFollowUp(one.practice.cases[-2]))),
    Screen("case-closed", partial(_page, where=lambda one: ToCases(one.practice.cases[-2]))),
    Screen("formulation", partial(_page, where=lambda one: ToFormulation(one.practice.cases[0]))),
    Screen(
        "case-supervision", partial(_page, where=lambda one: ToSupervision(one.practice.cases[1]))
    ),
    Screen(
        "case-supervised", partial(_page, where=lambda one: ToSupervision(one.practice.cases[0]))
    ),
    Screen("case-report", partial(_page, where=lambda one: ToReport(one.practice.cases[0]))),
    Screen("formulation-compare", _formulation_compare),
    Screen("genogram", partial(_page, where=lambda one: ToGenogram(one.practice.cases[0]))),
    Screen("genogram-version", _genogram_version),
    Screen("genogram-begun", partial(_page, where=lambda one: ToGenogram(one.practice.cases[1]))),
    Screen("measures", partial(_page, where=lambda one: ToMeasures(one.practice.cases[0]))),
    Screen("measures-answering", _measures_answering),
    Screen("measures-before", _measures_before),
    Screen("measures-handed", _measures_handed),
    Screen("measures-alarm", partial(_page, where=lambda one: ToMeasures(one.practice.cases[2]))),
    Screen("scales", partial(_page, where=lambda _: ToScales())),
    Screen("scales-writing", _scales_writing),
    Screen("catalogues", partial(_page, where=lambda _: ToCatalogues())),
    Screen("catalogues-sheet", partial(_catalogue_writing, key="sheet")),
    Screen("catalogues-intake", partial(_catalogue_writing, key="intake")),
    Screen("catalogues-lacking", partial(_catalogue_writing, key="scope", lacks=True)),
    Screen("hours", partial(_page, where=lambda _: ToHours())),
    Screen("empty-hours", partial(_page, where=lambda _: ToHours(), which="empty")),
    Screen("hours-case", _hours_case),
    Screen("hours-paper", _hours_paper),
    Screen("hours-written", partial(_page, where=lambda _: ToPractice("hours"))),
    Screen("hours-writing", _hours_writing),
    Screen("hour-rules", partial(_page, where=lambda _: ToHourRules())),
    Screen("hour-rules-writing", _hour_rules_writing),
    Screen("note-writing", partial(_page, where=lambda one: ToNote(one.practice.draft))),
    Screen("note-sheet", _note_sheet),
    Screen("note-sheet-grave", _note_sheet_grave),
    Screen("note-time", _note_time),
    Screen("note-missing", _note_missing),
    Screen("note-signing", _note_signing),
    Screen("reasons-urgent", _reasons(EntryKind.URGENT_REASONS)),
    Screen("reasons-relation", _reasons(EntryKind.RELATION_CHECK)),
    Screen("reasons-identity", _reasons(EntryKind.IDENTITY_TALK)),
    Screen("note-not-saved", _note_not_saved),
    Screen("note-signed", partial(_page, where=lambda one: ToNote(one.practice.signed))),
    Screen("note-amended", _amended),
    Screen("note-amending", _amending),
    Screen("consent-filling", _consent_filling),
    Screen("consent-pads", _consent_pads),
    Screen("consent-paper", _consent_paper),
    Screen("consent-signed", partial(_page, where=lambda one: ToConsent(one.practice.agreed))),
    Screen("calendar-day", partial(_page, where=lambda _: ToCalendar("day", TODAY))),
    Screen("calendar-week", partial(_page, where=lambda _: ToCalendar("week", TODAY))),
    Screen("calendar-month", partial(_page, where=lambda _: ToCalendar("month", TODAY))),
    Screen("calendar-detail", _calendar_detail),
    Screen("calendar-form", _calendar_form),
    Screen("search-hits", partial(_page, where=lambda _: ToSearch("面包"))),
    Screen("search-none", partial(_page, where=lambda _: ToSearch("没有写过的词"))),
    Screen("review-choose", partial(_review, step=0)),
    Screen("review", partial(_review, step=1)),
    Screen("review-write", partial(_review, step=2)),
    Screen("consents", partial(_page, where=lambda one: ToConsents(one.practice.cases[0]))),
    Screen("consent-board", partial(_page, where=lambda _: ToConsentBoard())),
    Screen("consent-texts", partial(_page, where=lambda _: ToConsentTexts())),
    Screen("note-templates", partial(_page, where=lambda _: ToNoteTemplates())),
    Screen("note-template-new", _note_template_new),
    Screen("help", partial(_page, where=lambda _: ToHelp())),
    Screen(
        "help-clauses",
        partial(_page, where=lambda _: ToHelp("clauses", clauses=("104", "066"))),
    ),
    Screen("destroy", partial(_page, where=lambda one: ToDestroy(one.practice.cases[1]))),
    Screen("destroy-marked", _destroy_marked),
    Screen("succession", partial(_page, where=lambda _: ToSuccession())),
    Screen("backup", partial(_page, where=lambda _: ToBackup())),
    Screen("readable", _readable),
    Screen("restore", _restore),
    Screen("restore-door", _door_restore),
    Screen("practice", partial(_page, where=lambda _: ToPractice())),
    Screen("practice-credentials", partial(_page, where=lambda _: ToPractice("credential"))),
    Screen("practice-papers", partial(_page, where=lambda _: ToPractice("papers"))),
    Screen("computer-safety", partial(_page, where=lambda _: ToSecurity())),
    Screen("due", partial(_page, where=lambda _: ToDue())),
    Screen("due-empty", partial(_page, where=lambda _: ToDue(), which="empty")),
    Screen("completeness", partial(_page, where=lambda _: ToCompleteness())),
    Screen("completeness-all", _completeness_all),
    Screen(
        "completeness-case",
        partial(_page, where=lambda one: ToCompleteness(one.practice.cases[0])),
    ),
    Screen("completeness-empty", partial(_page, where=lambda _: ToCompleteness(), which="empty")),
    Screen("samples", partial(_page, where=lambda _: ToSamples())),
    Screen("samples-open", _sample_open),
    Screen("samples-done", _sample_done),
    Screen("statistics", partial(_page, where=lambda _: ToStatistics())),
    Screen("statistics-empty", partial(_page, where=lambda _: ToStatistics(), which="empty")),
    Screen("trail", partial(_page, where=lambda _: ToTrail())),
    Screen("trail-case", partial(_page, where=lambda one: ToTrail(one.practice.cases[0]))),
    Screen("settings", partial(_page, where=lambda _: ToSettings())),
    Screen("settings-trial", _recovery_trial),
    Screen("new-password", partial(_page, where=lambda _: ToNewPassword())),
    Screen("new-password-forgotten", partial(_page, where=lambda _: ToNewPassword(forgotten=True))),
    Screen("new-password-done", _password_changed),
    Screen("new-recovery", _new_recovery),
    Screen("settings-keyring", _keyring),
    Screen("health", partial(_page, where=lambda _: ToHealth())),
    Screen("salvage", _salvage),
    Screen("keys", _keys),
    Screen("refused", _refused),
    Screen("file-dialog", _file_dialog),
)


def show(stage: Stage, screen: Screen) -> QWidget:
    """Bring the window to a screen and return what is looked at."""
    stage.dismiss()
    if stage.which and stage._shell is not None and stage.shell.workspace is not None:
        _calm(stage)
    shown = screen.prepare(stage)
    return stage.shell if shown is None else shown
