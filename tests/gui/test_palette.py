"""Ctrl+K reaches every case, page and action by keyboard, and leaves no trace; privacy mode."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QPoint, Qt
from PySide6.QtGui import QCursor
from PySide6.QtWidgets import QApplication, QGraphicsBlurEffect, QLineEdit, QTextEdit, QWidget

import ui.page
from app.domain.case import ServiceMode
from app.domain.client import Profile
from app.domain.review import MarkedSpan, Passage, Review
from app.services import consents, note_templates
from storage.preferences import JsonPreferences
from tests.gui.helpers import FULL, NASTY, said
from ui import privacy
from ui.case_list import CaseList
from ui.case_pane import CasePane
from ui.command_places import PLACES
from ui.consent_form import FactFields
from ui.document_view import DocumentView
from ui.help_topics import topics
from ui.names import as_written
from ui.page import (
    Destination,
    ToAnswers,
    ToCalendar,
    ToCaseForm,
    ToCaseKeeping,
    ToCaseLock,
    ToCases,
    ToConsent,
    ToConsents,
    ToConsentTexts,
    ToContacts,
    ToCourse,
    ToCrisis,
    ToDecline,
    ToDestroy,
    ToDisclosure,
    ToEnding,
    ToEthics,
    ToExport,
    ToFollowUp,
    ToFormulation,
    ToGenogram,
    ToHelp,
    ToHold,
    ToIntake,
    ToIntakePaper,
    ToMeasures,
    ToModeChange,
    ToNote,
    ToNoteImport,
    ToNoteTemplates,
    ToOldNotes,
    ToPractice,
    ToQuestionnaire,
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
    ToScreen,
    ToSearch,
    ToSettings,
    ToSupervision,
    ToTechSheet,
    ToToday,
    ToTrail,
)
from ui.palette import Palette
from ui.review_decide import DecidePage
from ui.review_list import PlaceList
from ui.widgets.label import Label
from ui.widgets.spans import SpanView
from ui.workspace import Workspace

CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def at(house, tmp_path):
    """The workspace of a vault with three cases."""
    house.lin = house.case("H-017", replace(FULL, name="林晓禾"))
    house.xie = house.case("X-2", Profile(name="解缙"))
    house.odd = house.case(NASTY, Profile(), ServiceMode.FACE_TO_FACE)
    store = JsonPreferences(tmp_path / "choices" / "preferences.json")
    house.office = replace(house.office, preferences=store)
    space = house.show(Workspace(house.office))
    space.go(ToToday())
    house.idle()
    yield space
    privacy.switch(to=False)
    space.leave()
    house.idle()


def opened(house, space):
    house.qtbot.keyClick(space, Qt.Key.Key_K, CTRL)
    house.idle()
    made = space.commander.palette
    house.qtbot.waitUntil(made.line.hasFocus)
    return made


def titles(made):
    return [one.title for one in made.list.found.rows()]


def choose(house, space, typed):
    made = opened(house, space)
    made.line.setText(typed)
    house.qtbot.keyClick(made.line, Qt.Key.Key_Return)
    house.idle()


@pytest.mark.parametrize(
    ("typed", "first"),
    [("林", "林晓禾"), ("lxh", "林晓禾"), ("linxiao", "林晓禾"), ("h-017", "林晓禾"),
     ("xj", "解缙"), ("xiejin", "解缙"), ("设置", "设置"), ("lock", "锁定"),
     ("health", "健康检查"), ("check", "健康检查"), ("体检", "健康检查"),
     ("检查", "健康检查"), ("suoding", "锁定"), ("😀", as_written(NASTY))],
)  # fmt: skip
def test_what_is_typed_finds_it(house, at, typed, first):
    made = opened(house, at)
    made.line.setText(typed)
    assert titles(made)[0] == first
    assert made.list.current().title == first


@pytest.mark.parametrize(
    ("typed", "name", "below"),
    [("zhao", "赵一", "查找记录"), ("zhaoyi", "赵一", ""), ("jr", "蒋然", "今日"),
     ("an", "安宁", "电脑安全"), ("suo", "索小树", "锁定"), ("ouyang", "欧阳林", "")],
)  # fmt: skip
def test_a_client_whose_pinyin_is_typed_stands_above_the_commands(house, at, typed, name, below):
    house.case("Z-1", Profile(name=name))
    made = opened(house, at)
    made.line.setText(typed)
    assert titles(made)[0] == name
    assert below in {*titles(made), ""}


@pytest.mark.parametrize(
    ("typed", "goal"),
    [("lxh", lambda house: ToCases(house.lin.id)),
     ("督导 lxh", lambda house: ToExport(house.lin.id)),
     ("form 解缙", lambda house: ToCaseForm(house.xie.id)),
     ("bianjiziliao xiejin", lambda house: ToCaseForm(house.xie.id)),
     ("bianjiziliao:h-017", lambda house: ToCaseForm(house.lin.id)),
     ("预约 解缙", lambda house: ToCalendar(case_id=house.xie.id)),
     ("settings", lambda house: ToSettings()), ("jinri", lambda house: ToToday())],
)  # fmt: skip
def test_enter_goes_there(house, at, typed, goal):
    went = []
    at.commander.went.connect(went.append)
    choose(house, at, typed)
    assert went == [goal(house)]
    assert at.commander.palette is None


@pytest.mark.parametrize("typed", ["帮助", "help", "bangzhu", "bz"])
def test_the_word_for_help_finds_the_help_before_its_topics_and_the_keys(house, at, typed):
    made = opened(house, at)
    assert not [one for one in made.list.found.rows() if one.topic], "they wait for a word"
    made.line.setText(typed)
    assert titles(made)[0] == "帮助"
    house.qtbot.keyClick(made.line, Qt.Key.Key_Return)
    house.idle()
    assert at.where() == ToHelp("today"), "the help of this page"


@pytest.mark.parametrize("inside", [False, True])
def test_the_word_for_the_example_finds_what_is_done_before_what_is_said(house, at, inside):
    at.commander.in_example = inside
    made = opened(house, at)
    made.line.setText("示例")
    done = ["离开示例", "删除示例"] if inside else ["打开示例"]
    offered = [one for one in done if one in titles(made)]
    assert titles(made)[: len(offered) + 1] == [*offered, "示例"]
    assert bool(offered) is inside, "this program has no example to open"


@pytest.mark.parametrize("typed", ["查找", "锁定", "设置"])
def test_a_page_stands_before_the_topic_that_has_its_very_name(house, at, typed):
    made = opened(house, at)
    made.line.setText(typed)
    first = next(iter(made.list.found.rows()))
    assert not first.topic
    assert first.title.startswith(typed)
    assert typed in [one.title for one in made.list.found.rows() if one.topic]


@pytest.mark.parametrize("typed", ["备份与恢复", "bfyhf", "beifenyu", "帮助 备份"])
def test_a_topic_of_the_help_is_found_by_its_name(house, at, typed):
    choose(house, at, typed)
    assert at.where() == ToHelp("backup")


def test_every_topic_of_the_help_is_reached_by_its_own_name(house, at):
    made = opened(house, at)
    for one in topics("zh"):
        made.line.setText(f"{one.title} 帮助")
        assert next(row.topic for row in made.list.found.rows()) == one.key


def test_a_note_is_begun_from_anywhere(house, at):
    choose(house, at, "写记录 lxh")
    house.qtbot.waitUntil(lambda: isinstance(at.where(), ToNote))
    (note,) = house.do(lambda vault: vault.notes.of_case(house.lin.id))
    assert at.where().note_id == note.id


def test_a_note_begun_from_here_takes_the_form_she_usually_takes(house, at):
    house.do(lambda vault: note_templates.choose_usual(vault, "soap"))
    choose(house, at, "写记录 lxh")
    house.qtbot.waitUntil(lambda: isinstance(at.where(), ToNote))
    (note,) = house.do(lambda vault: vault.notes.of_case(house.lin.id))
    assert note.body.template == "soap"


def test_the_keys_walk_and_esc_gives_the_focus_back(house, at):
    at.go(ToSettings())
    house.idle()
    before = QApplication.focusWidget()
    made = opened(house, at)
    count = made.list.found.rowCount()
    house.qtbot.keyClick(made.line, Qt.Key.Key_Up)
    assert made.list.currentIndex().row() == count - 1
    house.qtbot.keyClick(made.line, Qt.Key.Key_Down)
    house.qtbot.keyClick(made.line, Qt.Key.Key_PageDown)
    assert made.list.currentIndex().row() == min(9, count - 1)
    house.qtbot.keyClick(made.line, Qt.Key.Key_Escape)
    assert at.commander.palette is None
    assert QApplication.focusWidget() is before


def test_a_page_that_fills_itself_does_not_take_the_keys(house, at):
    made = opened(house, at)
    at.rail.item("cases").setFocus()
    house.qtbot.waitUntil(made.line.hasFocus)
    house.qtbot.keyClick(made.line, Qt.Key.Key_Escape)
    at.rail.item("cases").setFocus()
    assert at.rail.item("cases").hasFocus()


def test_the_cases_seen_last_come_first_and_those_of_the_open_one_before(house, at):
    at.go(ToCases(house.lin.id))
    at.go(ToCases(house.xie.id))
    at.go(ToToday())
    house.idle()
    assert titles(opened(house, at))[:3] == ["解缙", "林晓禾", "今日"]
    at.commander.close()
    at.go(ToCases(house.lin.id))
    assert titles(opened(house, at))[0] == "写记录：林晓禾"


def test_a_word_that_is_no_case_is_looked_for_in_the_notes(house, at):
    made = opened(house, at)
    made.line.setText("雨声")
    assert titles(made) == ["在记录里找“雨声”"]
    house.qtbot.keyClick(made.line, Qt.Key.Key_Return)
    house.idle()
    assert at.commander.palette is None
    assert at.where() == ToSearch("雨声")


@pytest.mark.parametrize("by_key", [True, False])
def test_wherever_one_goes_the_palette_does_not_stay(house, at, by_key):
    made = opened(house, at)
    made.line.setText("桂")
    if by_key:
        house.qtbot.keyClick(made.line, Qt.Key.Key_F, CTRL)
    else:
        at.go(ToSettings())
    house.idle()
    assert at.commander.palette is None
    assert at.where() == (ToSearch("桂") if by_key else ToSettings())
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert not at.findChildren(Palette)


def test_actions_are_asked_of_the_window(house, at):
    asked = []
    at.lock.connect(lambda: asked.append("lock"))
    at.language.connect(asked.append)
    for typed in ("suoding", "English", "深色外观", "anjian"):
        choose(house, at, typed)
    assert asked == ["lock", "en"]
    assert at._keys is not None
    assert house.office.preferences.load().theme == "dark"


def texts(within):
    """Return everything that is shown or said aloud."""
    parts = [one for one in within.findChildren(QWidget) if one.isVisible()]
    rows = [str(row) for one in within.findChildren(CaseList) for row in one.rows._rows.rows()]
    return "\n".join([*(one.accessibleName() for one in parts), said(within), *rows])


@pytest.mark.clause("129")
def test_privacy_mode_shows_codes_everywhere_and_is_kept(house, at):
    for goal in (ToCases(house.lin.id), ToToday(), ToCases(house.lin.id)):
        at.go(goal)
        house.idle()
    house.qtbot.waitUntil(lambda: "林晓禾" in texts(at))
    house.qtbot.keyClick(at, Qt.Key.Key_P, CTRL | SHIFT)
    house.idle()
    house.qtbot.waitUntil(lambda: "H-017" in texts(at))
    assert "林晓禾" not in texts(at)
    assert at.rail.item("privacy").accessibleName() == "隐私模式，已打开"
    assert house.office.preferences.load().privacy
    assert "林晓禾" not in str([one.spoken() for one in opened(house, at).list.found.rows()])
    at.commander.close()
    again = Workspace(house.office)
    house.qtbot.addWidget(again)
    assert privacy.on(), "it outlives a lock"
    house.qtbot.keyClick(at, Qt.Key.Key_P, CTRL | SHIFT)
    house.idle()
    house.qtbot.waitUntil(lambda: "林晓禾" in texts(at))


def test_a_note_is_blurred_until_it_is_looked_at(house, at):
    note = house.note(house.lin, "谈到睡眠。")
    privacy.switch(to=True)
    at.go(ToNote(note.id))
    house.qtbot.waitUntil(lambda: bool(at.page.findChildren(QTextEdit)))
    (edit,) = [one for one in at.page.findChildren(QTextEdit) if one.isVisible()] or [None]
    at.setFocus()
    edit.clearFocus()
    house.qtbot.waitUntil(lambda: isinstance(edit.graphicsEffect(), QGraphicsBlurEffect))
    edit.setFocus()
    house.qtbot.waitUntil(lambda: edit.graphicsEffect() is None)


def test_the_fields_of_a_form_are_blurred_too(house, at):
    privacy.switch(to=True)
    at.go(ToCaseForm(house.lin.id))
    house.idle()
    fields = [
        one for one in at.page.findChildren(QLineEdit) if one.isVisible() and not one.hasFocus()
    ]
    assert fields
    house.qtbot.waitUntil(
        lambda: all(isinstance(one.graphicsEffect(), QGraphicsBlurEffect) for one in fields)
    )


def blurred(part):
    return isinstance(part.graphicsEffect(), QGraphicsBlurEffect)


def test_a_consent_is_blurred_until_one_reads_in_it(house, at):
    made = house.do(
        lambda vault: consents.start(
            vault, house.tools, house.lin.id, house.tools.consent_templates["online.zh"]
        )
    )
    privacy.switch(to=True)
    at.go(ToConsent(made.id))
    house.qtbot.waitUntil(lambda: bool(at.page.findChildren(FactFields)))
    house.idle()
    at.setFocus()
    (view,) = at.page.findChildren(DocumentView)
    written = [one for one in at.page.findChildren(QLineEdit) if one.isVisible()]
    assert written
    house.qtbot.waitUntil(lambda: all(map(blurred, (view, *written))))
    written[0].setFocus()
    house.qtbot.waitUntil(lambda: not blurred(written[0]))
    assert blurred(view)
    privacy.switch(to=False)
    privacy.lift(at)
    assert not any(map(blurred, (view, *written)))


def test_a_review_is_blurred_until_one_decides_in_it(house, at):
    QCursor.setPos(QPoint(9000, 9000))  # an earlier test may have left it where a part will be
    page = house.show(DecidePage())
    parts = [*page.findChildren(SpanView), *page.findChildren(PlaceList)]
    place = MarkedSpan(0, 3, "PERSON", "register", 1.0, "[来访者]")
    page.show_review(Review((Passage(1, "第 1 次", "林晓禾说睡不好。", (place,)),)))
    privacy.switch(to=True)
    page.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    page.setFocus()
    privacy.lift(page)
    house.qtbot.waitUntil(lambda: all(map(blurred, parts)))
    parts[-1].setFocus()
    house.qtbot.waitUntil(lambda: not any(map(blurred, parts)))


OF_A_CASE = {
    "case": ToCases, "form": ToCaseForm, "summary": ToExport, "book": ToCalendar,
    "intake": ToIntake, "decline": ToDecline,
    "contact": ToContacts, "screen": ToScreen, "course": ToCourse, "mode": ToModeChange,
    "tech": ToTechSheet,
    "referral": ToReferral, "follow": ToFollowUp, "ending": ToEnding,
    "requests": ToRequests, "keep_case": ToCaseKeeping, "hold": ToHold,
    "recordings": ToRecordings,
    "reflections": ToReflections, "copy": ToRecordCopy,
    "formulation": ToFormulation, "report": ToReport, "supervision": ToSupervision,
    "genogram": ToGenogram, "measures": ToMeasures,
    "risk": ToRisk, "safety": ToSafetyPlan, "crisis": ToCrisis,
    "disclosure": ToDisclosure, "ethics": ToEthics,
    "consent": ToConsent, "consents": ToConsents, "lock_case": ToCaseLock, "trail_case": ToTrail,
    "write": ToNote,
}  # fmt: skip
ASKED = {"help": ToHelp}
NOT_HERE = {
    ToOldNotes: "reached from the timeline and the search of a case that holds some; few do",
    ToAnswers: "reached from the timeline of a case that holds answers; few do",
    ToDestroy: "nobody is led to the end of a case by a slip in typing",
    ToReasons: "reached from what asks for the reasons: it says which",
    ToSalvage: "offered where a vault is damaged, by what found the damage",
}


def test_every_destination_has_a_command_or_a_reason(house, at):
    at.go(ToCases(house.lin.id))
    house.idle()
    keys = {one.key for one in opened(house, at).list.found.rows()} | set(PLACES)
    reached = {way for key, way in {**PLACES, **OF_A_CASE, **ASKED}.items() if key in keys}
    every = {one for one in vars(ui.page).values() if isinstance(one, type)}
    places = {one for one in every if issubclass(one, Destination)} - {Destination}
    assert {one.__name__ for one in places - reached} == {one.__name__ for one in NOT_HERE}


@pytest.mark.parametrize(
    ("typed", "goal"),
    [
        ("记录模板", ToNoteTemplates()),
        ("moban", ToNoteTemplates()),
        ("同意书文本", ToConsentTexts()),
        ("导入问卷", ToQuestionnaire()),
        ("wenjuanxing", ToQuestionnaire()),
        ("以前的笔记", ToNoteImport()),
        ("预约登记表", ToIntakePaper()),
        ("自我照顾", ToPractice("self-check")),
        ("self-care", ToPractice("self-check")),
    ],
)
def test_pages_that_are_rarely_asked_for_are_reached_by_typing(house, at, typed, goal):
    choose(house, at, typed)
    assert at.where() == goal


def test_what_this_program_cannot_do_is_not_offered(house, at):
    shown = titles(opened(house, at))
    assert "职业遗嘱" not in shown
    assert "从备份恢复" not in shown
    assert "打开示例" not in shown


def test_what_can_be_done_with_the_open_case_stands_above_what_is_said_about_it(house, at):
    at.go(ToCases(house.lin.id))
    house.idle()
    made = opened(house, at)
    made.line.setText("写记录")
    assert titles(made)[0] == "写记录：林晓禾"
    assert "写记录" in titles(made), "the topic of the help comes below"
    made.line.setText("PHQ")
    assert titles(made)[0] == "量表：林晓禾", "a scale is asked for by its own name"
    made.line.setText("lxh")
    assert titles(made)[0] == "林晓禾", "who is asked for by name is not a doing"


@pytest.mark.parametrize("kind", ["consent", "note"])
def test_on_a_consent_or_note_the_acts_of_its_case_stand_first(house, at, kind):
    if kind == "consent":
        case_id, tools = house.xie.id, house.office.tools()
        made = house.do(lambda vault: consents.start_with(vault, tools, case_id, "in_person.zh"))
        at.go(ToConsent(made.id))
    else:
        at.go(ToNote(house.note(house.xie).id))
    house.idle()
    made = opened(house, at)
    assert {"写记录：解缙", "新预约：解缙"} <= set(titles(made))
    assert "写记录：林晓禾" not in titles(made)


@pytest.mark.parametrize("typed", ["写记录", "记录", "jilu", "write", "xie"])
def test_the_doing_alone_offers_the_cases_to_choose_from(house, at, typed):
    made = opened(house, at)
    made.line.setText(typed)
    assert {"写记录：林晓禾", "写记录：解缙"} <= set(titles(made))
    if typed != "xie":
        assert made.list.current().key == "write"


def test_the_window_is_shown_around_and_the_calendar_offers_to_print(house, at):
    choose(house, at, "导览")
    assert at._tour is not None
    at._end_tour()
    choose(house, at, "导出日程")
    house.qtbot.waitUntil(lambda: QApplication.activePopupWidget() is not None)
    assert isinstance(at.where(), ToCalendar)
    QApplication.activePopupWidget().close()


def rows_of(pane):
    return [one for one in pane.findChildren(Label) if ": " in one.accessibleName()]


@pytest.mark.clause("129")
def test_a_pointer_that_lies_in_the_pane_of_a_case_shows_nothing(house, at):
    QCursor.setPos(QPoint(9000, 9000))
    privacy.switch(to=True)
    at.go(ToCases(house.lin.id))
    house.idle()
    (pane,) = at.page.findChildren(CasePane)
    house.qtbot.waitUntil(lambda: bool(rows_of(pane)))
    first, second = rows_of(pane)[:2]
    over = first.mapToGlobal(first.rect().center())
    QCursor.setPos(over)
    house.qtbot.waitUntil(first.underMouse)
    (veil,) = first.findChildren(privacy.Veil)
    veil._lay = over  # as where the page came under a pointer that lay there
    for _ in range(2):
        with house.qtbot.waitSignal(veil._moment.timeout):
            pass
        assert blurred(first), "it did not move"
    QCursor.setPos(over + QPoint(3, 0))
    house.qtbot.waitUntil(lambda: not blurred(first))
    assert blurred(second), "each row is looked at by itself"
    QCursor.setPos(QPoint(9000, 9000))
    house.qtbot.waitUntil(lambda: blurred(first))
    second.setFocus(Qt.FocusReason.TabFocusReason)
    house.qtbot.waitUntil(lambda: not blurred(second))
    assert blurred(first)
