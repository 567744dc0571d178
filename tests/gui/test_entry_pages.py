"""Screen, contacts, change of mode, agreement and review, as a person fills them in."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit

from app.domain.agreement import AGREEMENT
from app.domain.case import ServiceMode
from app.domain.contact import CONTACT, CONTACT_CARE, Began, Purpose, contact_of
from app.domain.course import COURSE
from app.domain.entry import EntryKind
from app.domain.ids import NoteId
from app.domain.mode_change import MODE_CHANGE, mode_change_of
from app.domain.practice import Practice
from app.domain.progress_review import REVIEW, Onward, StillHelps, review_of
from app.domain.screen import SCREEN, Referral, Suitability, blank_screen, screen_of
from app.domain.tech_sheet import TECH, TECH_CARE, TechSheet, tech_of
from app.services import screens
from app.services.screens import KeptScreen
from storage.files import FileShelf
from tests import admitted
from tests.gui.helpers import (
    FULL,
    NASTY,
    NOW,
    SHANGHAI,
    button,
    buttons,
    click,
    said,
    the_one,
    write,
)
from ui import privacy, screen_words
from ui.case_record import CaseRecord
from ui.cases import CasesScreen
from ui.contact_page import ContactScreen
from ui.course_page import CourseScreen
from ui.entry_words import rule_words, worded
from ui.mode_change_page import ModeChangeScreen
from ui.page import (
    ToCases,
    ToConsent,
    ToContacts,
    ToCourse,
    ToModeChange,
    ToNote,
    ToReferral,
    ToScreen,
    ToTechSheet,
)
from ui.screen_kept import KeptScreenCard
from ui.screen_page import ScreenScreen
from ui.tech_page import TechScreen
from ui.widgets.banner import Banner
from ui.widgets.chip import ChoiceChip
from ui.widgets.plain import PlainEdit

CONTROL, PLAIN = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.NoModifier
YES, NO = Qt.Key.Key_1, Qt.Key.Key_2
ITEMS = 8


@pytest.fixture
def desk_with_channel(house):
    def work(vault):
        with vault.transaction():
            vault.settings.change_practice(
                Practice(counselor="沈知远", contact="专用微信", place=SHANGHAI)
            )

    house.do(work)
    return house


def opened(house, kind, case):
    page = kind(house.office, case.id)
    page.went = []
    page.wanted.connect(page.went.append)
    page.back.connect(lambda: page.went.append("back"))
    return house.show(page)


def press(house, *keys, mods=PLAIN):
    for key in keys:
        house.qtbot.keyClick(QApplication.focusWidget(), key, mods)


def record(house, page):
    """Ask by the keyboard to enter what is written."""
    press(house, Qt.Key.Key_Return, mods=CONTROL)
    house.idle()
    return page


def entered(house, case, kind):
    return house.do(lambda vault: [one.value for one in vault.entries.of_case(case.id, kind)])


def part(page, name):
    """Return the line or box with this name."""
    return the_one(
        lambda: [
            one
            for kind in (QLineEdit, PlainEdit)
            for one in page.findChildren(kind)
            if one.accessibleName() == name and one.isVisible()
        ]
    )


def put(page, name, text):
    one = part(page, name)
    one.setFocus()
    one.selectAll()
    write(one, text)


def tick(house, page, name):
    one = the_one(
        lambda: [it for it in page.findChildren(ChoiceChip) if it.text() == name and it.isVisible()]
    )
    house.qtbot.mouseClick(one, Qt.MouseButton.LeftButton)


def reds(page):
    return [one for one in page.findChildren(Banner) if one.property("card") == "high"]


class TestScreen:
    @pytest.mark.clause("020")
    @pytest.mark.clause("029")
    def test_ten_keys_for_a_client_whom_it_suits(self, house):
        case = house.case()
        page = opened(house, ScreenScreen, case)
        press(house, *([NO] * ITEMS), Qt.Key.Key_1)
        assert not reds(page)
        record(house, page)
        (value,) = entered(house, case, EntryKind.SCREEN)
        kept = screen_of(value)
        assert (kept.result, kept.any_yes) == (Suitability.SUITABLE, False)
        house.qtbot.waitUntil(lambda: "评估已记下：适宜。" in said(page))
        assert len(page.findChildren(KeptScreenCard)) == 1
        assert page.items.answers() == {}
        button(page, "回到个案").click()
        assert page.went == [ToCases(case.id)]

    def test_enter_leads_on_to_the_consent_that_is_still_missing(self, house):
        case = house.case()
        page = opened(house, ScreenScreen, case)
        press(house, *([NO] * ITEMS), Qt.Key.Key_1)
        record(house, page)
        house.qtbot.waitUntil(lambda: button(page, "去签同意书").hasFocus())
        press(house, Qt.Key.Key_Return)
        house.idle()
        (consent,) = house.do(lambda vault: vault.consents.of_case(case.id))
        assert page.went == [ToConsent(consent.id)]
        assert consent.draft.template.startswith("online.")

    def test_where_the_consent_was_signed_one_goes_back_to_the_case(self, house):
        case = house.case()
        house.do(lambda vault: admitted.agree(vault, house.clock, case.id))
        page = opened(house, ScreenScreen, case)
        press(house, *([NO] * ITEMS), Qt.Key.Key_1)
        record(house, page)
        house.qtbot.waitUntil(lambda: button(page, "回到个案").hasFocus())
        assert not buttons(page, "去签同意书")

    @pytest.mark.clause("052")
    @pytest.mark.clause("100")
    def test_a_yes_warns_in_red_and_asks_for_reasons_plan_and_consultation(self, house):
        case = house.case()
        page = opened(house, ScreenScreen, case)
        press(house, YES, *([NO] * (ITEMS - 1)))
        house.qtbot.waitUntil(lambda: len(reds(page)) == 1)
        press(house, Qt.Key.Key_1)  # 适宜, which cannot be chosen any more
        assert page.outcome.result.key() == ""
        assert QApplication.focusWidget().text() == "有保留地继续", "the keyboard passes by"
        press(house, Qt.Key.Key_2)
        record(house, page)
        for words in (
            "为什么可以继续（网络 4.3）",
            "要有安全计划（网络 4.3）",
            "讨论的日期，已经谈过",
        ):
            assert words in said(page)
        assert QApplication.focusWidget() is page.outcome.rationale.edit
        assert entered(house, case, EntryKind.SCREEN) == []
        put(page, "为什么可以继续", NASTY)
        put(page, "安全计划", "先打给妹妹")
        put(page, "和同行或督导讨论的日期", "不知道哪天")
        record(house, page)
        assert "没有读懂这一天" in said(page)
        put(page, "和同行或督导讨论的日期", "5/20")
        put(page, "和谁讨论", "周督导")
        record(house, page)
        kept = screen_of(entered(house, case, EntryKind.SCREEN)[0])
        assert (kept.rationale, kept.safety_plan) == (NASTY, "先打给妹妹")
        assert (kept.consulted_on, kept.consulted_with) == ("2026-05-20", "周督导")
        assert [one.key for one in kept.asked if one.answer] == ["suicide"]

    @pytest.mark.clause("020")
    @pytest.mark.clause("029")
    def test_not_suitable_asks_for_explanation_and_referral_and_leads_on(self, house):
        case = house.case()
        page = opened(house, ScreenScreen, case)
        press(house, *([NO] * ITEMS))
        tick(house, page, "不适宜")
        record(house, page)
        for words in ("怎样向来访者解释的（网络 1.1", "介绍到哪里", "关于转介说了什么（网络 1.1"):
            assert words in said(page)
        put(page, "怎样向来访者解释的", "说明了局限")
        page.outcome.declined.click()
        assert not page.outcome.to.isEnabled()
        put(page, "关于转介说了什么", "不想去医院")
        record(house, page)
        kept = screen_of(entered(house, case, EntryKind.SCREEN)[0])
        assert kept.referral == Referral("", "不想去医院", declined=True)
        house.qtbot.waitUntil(lambda: "改变服务方式" in said(page))
        click(house, page, "改变服务方式")
        click(house, page, "写转介")
        assert page.went == [ToModeChange(case.id), ToReferral(case.id)]

    def test_what_was_answered_is_shown_and_asked_again_only_when_she_says_so(self, house):
        case = house.case()
        page = opened(house, ScreenScreen, case)
        page.came_from(ToNote(NoteId(1), signing=True))
        press(house, *([NO] * ITEMS), Qt.Key.Key_1)
        record(house, page)
        house.qtbot.waitUntil(lambda: button(page, "回去签署").hasFocus())
        assert not page.items.isVisible()
        assert not page.act.isVisible()
        every = "\n".join(f"{one.text}：否" for one in house.tools.screens["zh"].items)
        assert every in said(page), "each question with its answer"
        told = page.keys()
        assert [one.keys for one in told] == ["Esc"]
        press(house, Qt.Key.Key_Return)
        assert page.went == ["back"]
        record(house, page)
        assert len(entered(house, case, EntryKind.SCREEN)) == 1
        later = opened(house, ScreenScreen, case)
        house.qtbot.waitUntil(later.anew.hasFocus)
        assert not later.items.isVisible()
        press(house, Qt.Key.Key_Return)
        assert later.items.isVisible()
        assert later.items.answers() == {}
        press(house, YES, *([NO] * (ITEMS - 1)))
        tick(house, later, "不适宜")
        put(later, "怎样向来访者解释的", "说明了局限")
        put(later, "关于转介说了什么", "给了电话")
        put(later, "转介到", "市一医院")
        record(house, later)
        house.qtbot.waitUntil(lambda: button(later, "改变服务方式").hasFocus())
        assert len(entered(house, case, EntryKind.SCREEN)) == 2
        click(house, later, "回到个案")
        assert later.went == [ToCases(case.id)]

    def test_an_answer_takes_its_error_away_and_nothing_below_moves(self, house):
        page = opened(house, ScreenScreen, house.case())
        record(house, page)
        first, *_, last = page.items.questions.values()
        house.qtbot.waitUntil(lambda: first._words.isVisible() and last._words.isVisible())
        house.idle()
        before = last.mapTo(page.items, last.rect().topLeft())
        press(house, NO)
        house.idle()
        page.grab()
        assert not first._words.isVisible()
        assert last._words.isVisible()
        assert last.mapTo(page.items, last.rect().topLeft()) == before

    @pytest.mark.clause("155")
    def test_what_is_unfinished_is_there_again_and_an_old_one_is_said(self, house):
        case = house.case()
        page = opened(house, ScreenScreen, case)
        press(house, YES, NO)
        tick(house, page, "不适宜")
        put(page, "转介到", NASTY)
        page.escape()
        assert page.went == ["back"]
        page.leave()
        house.qtbot.waitUntil(lambda: not page.unsaved())
        again = opened(house, ScreenScreen, case)
        assert again.items.answers() == {"suicide": "yes", "harm": "no"}
        assert again.outcome.result.key() == "not suitable"
        assert again.outcome.to.text() == NASTY
        assert len(reds(again)) == 1
        press(house, *([NO] * (ITEMS - 2)))
        put(again, "怎样向来访者解释的", "说明了局限")
        put(again, "关于转介说了什么", "给了电话")
        record(house, again)
        again.leave()
        house.qtbot.waitUntil(lambda: not again.unsaved())
        third = opened(house, ScreenScreen, case)
        assert third.items.answers() == {}
        assert "上一次评估是 2026年5月12日：不适宜。" in said(third)

    @pytest.mark.clause("099")
    @pytest.mark.clause("069")
    def test_whom_it_suits_stands_beside_it(self, house):
        page = opened(house, ScreenScreen, house.case())
        assert "适合网络咨询的（问 10(1)）" in said(page)
        assert "探索个人成长" in said(page)
        page.resize(700, 860)
        house.idle()
        assert "探索个人成长" in said(page)

    @pytest.mark.clause("052")
    def test_it_is_printed_filled_and_empty(self, house, tmp_path):
        house.tools = replace(house.tools, shelf=FileShelf())
        house.do(lambda vault: vault.settings.change_practice(Practice(counselor="沈知远")))
        case = house.case()
        page = opened(house, ScreenScreen, case)
        press(house, *([NO] * ITEMS), Qt.Key.Key_1)
        record(house, page)
        (card,) = page.findChildren(KeptScreenCard)
        click(house, card, "打印或存为 PDF：2026年5月12日")
        for number, panel in enumerate((card, page)):
            house.qtbot.waitUntil(lambda at=panel: len(panels(at)) == 1)
            (one,) = panels(panel)
            target = tmp_path / f"{number}.pdf"
            house.qtbot.mouseClick(one.file, Qt.MouseButton.LeftButton)
            assert (one.secret is None) is (panel is page), "an empty one needs no password"
            if one.secret is not None:
                one.secret.bare.setChecked(True)
            one._place.save.emit(target)
            house.qtbot.waitUntil(target.exists)
            assert target.read_bytes().startswith(b"%PDF")
            house.idle()
            one.hide()
        printed = house.do(lambda vault: vault.audit.entries(2))
        assert [one.kind.value for one in printed] == ["suitability screen printed"] * 2
        assert [one.subject for one in printed] == [None, 1]

    @pytest.mark.parametrize(("asked", "window"), [("zh", "en"), ("en", "zh")])
    def test_a_screen_is_read_in_the_language_in_which_it_was_asked(self, house, asked, window):
        """What was asked was asked in one language; nobody puts another's answers behind it."""
        catalogue, other = house.tools.screens[asked], house.tools.screens[window]
        made = replace(
            blank_screen(catalogue),
            asked=tuple(replace(one, answer=False) for one in blank_screen(catalogue).asked),
            result=Suitability.SUITABLE,
        )
        house.do(lambda vault: vault.settings.change_practice(Practice(counselor="沈知远")))
        case = house.case()
        page = house.do(lambda vault: screens.page(vault, house.tools, case.id, window))
        card = KeptScreenCard(house.office, page, KeptScreen(1, NOW, made), whole=True)
        house.show(card)
        for one in catalogue.items:
            assert f"{one.text}{'：否' if asked == 'zh' else ': no'}" in said(card)
        paper = screen_words.sheet(page, made, NOW, catalogue)
        assert {row[-1] for row in paper.parts[1].rows} == {catalogue.no}
        assert catalogue.no != other.no


def panels(within):
    from ui.paper_panel import PaperPanel  # noqa: PLC0415 - one use

    return [one for one in within.findChildren(PaperPanel) if one.isVisible()]


class TestContacts:
    @pytest.mark.clause("095")
    @pytest.mark.clause("096")
    def test_three_keys_log_a_contact(self, desk_with_channel):
        house = desk_with_channel
        case = house.case()
        cases = CasesScreen(house.office, case.id)
        went = []
        cases.wanted.connect(went.append)
        house.show(cases)
        house.qtbot.keyClick(cases, Qt.Key.Key_J, CONTROL)
        assert went == [ToContacts(case.id)]
        page = opened(house, ContactScreen, case)
        press(house, Qt.Key.Key_2)
        record(house, page)
        (value,) = entered(house, case, EntryKind.CONTACT)
        kept = contact_of(value)
        assert (kept.at, kept.channel) == (NOW, "专用微信")
        assert (kept.purpose, kept.began) == (Purpose.RESCHEDULING, Began.CLIENT)
        house.qtbot.waitUntil(lambda: "联系已记下。" in said(page))
        assert "来访者先联系 · 专用微信" in said(page)
        button(page, "回到个案").click()
        assert page.went == [ToCases(case.id)]

    @pytest.mark.clause("079")
    @pytest.mark.clause("094")
    @pytest.mark.clause("095")
    def test_anything_else_warns_and_asks_what(self, desk_with_channel):
        house = desk_with_channel
        case = house.case()
        page = opened(house, ContactScreen, case)
        press(house, Qt.Key.Key_5)
        assert any("只为安排咨询。别的事" in one.accessibleName()
                   for one in page.findChildren(Banner))  # fmt: skip
        record(house, page)
        assert "请写一句是什么事（问 9·1(2)）" in said(page)
        put(page, "一句话（可以空着）", NASTY)
        put(page, "什么时候", "随便写的")
        record(house, page)
        assert "没有读懂这个时间" in said(page)
        put(page, "什么时候", "昨天 9:00")
        press(house, Qt.Key.Key_Return)
        house.idle()
        kept = contact_of(entered(house, case, EntryKind.CONTACT)[0])
        assert (kept.purpose, kept.line) == (Purpose.OTHER, NASTY)
        assert kept.at == NOW.replace(hour=1, minute=0) - timedelta(days=1)

    def test_what_is_missing_is_said_where_it_is_and_kept(self, house):
        case = house.case()
        page = opened(house, ContactScreen, case)
        put(page, "一句话（可以空着）", "问了时间")
        record(house, page)
        for words in ("请写下用的哪种方式", "请选一个事由"):
            assert words in said(page)
        page.leave()
        house.qtbot.waitUntil(lambda: not page.unsaved())
        again = opened(house, ContactScreen, case)
        assert again.line.text() == "问了时间"


class TestModeChange:
    @pytest.mark.clause("071")
    def test_it_is_discussed_decided_and_dated(self, house):
        case = house.case()
        page = opened(house, ModeChangeScreen, case)
        record(house, page)
        for words in ("要和现在的不同", "讨论过哪些选择（问", "来访者的决定（问", "从哪一天起（问"):
            assert words in said(page)
        press(house, Qt.Key.Key_2)  # 网络, as it is now
        assert page.after.key() == ""
        press(house, Qt.Key.Key_1)
        put(page, "讨论过哪些选择", "面询，或等一等")
        put(page, "来访者的决定", NASTY)
        put(page, "从哪一天起", "胡写")
        record(house, page)
        assert "没有读懂这一天" in said(page)
        put(page, "从哪一天起", "明天")
        page.leave()
        house.qtbot.waitUntil(lambda: not page.unsaved())
        again = opened(house, ModeChangeScreen, case)
        assert again.decision.text() == NASTY
        part(again, "从哪一天起").setFocus()
        press(house, Qt.Key.Key_Return)
        house.idle()
        kept = mode_change_of(entered(house, case, EntryKind.MODE_CHANGE)[0])
        assert (kept.before, kept.after) == (ServiceMode.ONLINE, ServiceMode.FACE_TO_FACE)
        assert (kept.decision, kept.effective) == (NASTY, NOW.replace(hour=16, minute=0))
        assert house.do(lambda vault: vault.cases.get(case.id)).mode is ServiceMode.FACE_TO_FACE
        house.qtbot.waitUntil(lambda: "按新的方式重新签知情同意书" in said(again))
        assert "2026年5月13日 起：网络 → 面询" in said(again)

    @pytest.mark.clause("071")
    def test_going_online_leads_to_another_screen(self, house):
        case = house.case(mode=ServiceMode.FACE_TO_FACE)
        page = opened(house, ModeChangeScreen, case)
        press(house, Qt.Key.Key_2)
        put(page, "讨论过哪些选择", "网络，或等一等")
        put(page, "来访者的决定", "网络")
        put(page, "从哪一天起", "今天")
        record(house, page)
        house.qtbot.waitUntil(lambda: "重新做适宜性评估" in said(page))
        click(house, page, "适宜性评估")
        assert page.went == [ToScreen(case.id)]

    @pytest.mark.clause("071")
    def test_the_form_of_a_case_that_has_begun_leads_there(self, house):
        case = house.case()
        fresh = house.show(CaseRecord(house.office, case.id))
        assert fresh.form.modes.isEnabled()
        house.note(case)
        record_page = CaseRecord(house.office, case.id)
        went = []
        record_page.wanted.connect(went.append)
        house.show(record_page)
        assert not record_page.form.modes.isEnabled()
        click(house, record_page, "改变服务方式")
        assert went == [ToModeChange(case.id)]


class TestCourse:
    @pytest.mark.clause("080")
    def test_a_number_is_agreed_on_and_warns_in_the_head_of_the_case(self, house):
        case = house.case()
        page = opened(house, CourseScreen, case)
        put(page, "约定几次", "许多")
        record(house, page)
        assert "请写下约定几次" in said(page)
        put(page, "约定几次", "1")
        assert "第 1 次到第 1 次" in said(page)
        record(house, page)
        house.qtbot.waitUntil(lambda: "到现在 0 次，约定到第 1 次。" in said(page))
        house.note(case)
        head = house.show(CasesScreen(house.office, case.id))
        house.qtbot.waitUntil(lambda: "约定的次数到了" in said(head))
        went = []
        head.wanted.connect(went.append)
        click(house, head, "去看：约定的次数到了：要继续，请再约定一次（问 5(5)）。")
        assert went == [ToCourse(case.id)]

    @pytest.mark.clause("035")
    @pytest.mark.clause("106")
    def test_a_no_asks_for_the_way_on_and_leads_there(self, house):
        case = house.case()
        for hours in range(6):
            house.note(case, starts_at=NOW - timedelta(hours=hours))
        page = opened(house, CourseScreen, case)
        assert "该复核了：网络咨询是否仍有效" in page.findChildren(Banner)[0].accessibleName()
        press(house, Qt.Key.Key_2)
        record(house, page)
        for words in ("改面询、转介或结案（网络 1.7", "怎样讨论的（网络 1.7）"):
            assert words in said(page)
        tick(house, page, "改面询")
        put(page, "和来访者是怎样讨论的", NASTY)
        page.progress.boundaries.click()
        page.leave()
        house.qtbot.waitUntil(lambda: not page.unsaved())
        page = opened(house, CourseScreen, case)
        assert page.progress.discussion.text() == NASTY
        button(page, "记下复核").click()
        house.idle()
        kept = review_of(entered(house, case, EntryKind.REVIEW)[0])
        assert (kept.helps, kept.onward, kept.sessions) == (StillHelps.NO, Onward.IN_PERSON, 6)
        assert (kept.discussion, kept.boundaries) == (NASTY, True)
        house.qtbot.waitUntil(lambda: "复核已记下。" in said(page))
        assert "第 6 次后复核：否" in said(page)
        click(house, page, "改变服务方式")
        assert page.went == [ToModeChange(case.id)]

    @pytest.mark.clause("035")
    def test_she_says_how_often(self, house):
        case = house.case()
        page = opened(house, CourseScreen, case)
        put(page, "每几次复核一次", "0")
        click(house, page, "改成这个数")
        assert "请写 1 到 99 之间的数。" in said(page)
        put(page, "每几次复核一次", "4")
        press(house, Qt.Key.Key_Return)
        house.idle()
        assert house.do(lambda vault: vault.settings.review_every()) == 4


class TestCasePage:
    def test_entries_stand_in_the_timeline_and_open(self, desk_with_channel):
        house = desk_with_channel
        case = house.case()
        page = opened(house, ContactScreen, case)
        press(house, Qt.Key.Key_4)
        record(house, page)
        page = opened(house, ScreenScreen, case)
        press(house, *([NO] * ITEMS), Qt.Key.Key_1)
        record(house, page)
        page = opened(house, CourseScreen, case)
        put(page, "约定几次", "8")
        record(house, page)
        page.progress.helps.setFocus()
        press(house, Qt.Key.Key_1)
        click(house, page, "记下复核")
        house.idle()
        page = opened(house, ModeChangeScreen, case)
        press(house, Qt.Key.Key_1)
        for name in ("讨论过哪些选择", "来访者的决定", "从哪一天起"):
            put(page, name, "今天")
        record(house, page)
        screen = CasesScreen(house.office, case.id)
        went = []
        screen.wanted.connect(went.append)
        house.show(screen)
        timeline = screen.sheet.timeline
        house.qtbot.waitUntil(lambda: timeline.built() == 6)
        for words in (
            "联系：危机",
            "适宜性评估",
            "约定 8 次",
            "复核：网络咨询是否仍有效",
            "改为面询",
        ):
            assert words in said(timeline)
        for key, place in (
            (("contact", 1), ToContacts(case.id)),
            (("entry", 2), ToScreen(case.id)),
            (("entry", 3), ToCourse(case.id)),
            (("entry", 4), ToCourse(case.id)),
            (("entry", 5), ToModeChange(case.id)),
        ):
            timeline._items[key].opened.emit()
            assert went[-1] == place
        screen.sheet.head.kind.emit("contact")
        assert timeline.built() == 1

    def test_privacy_mode_blurs_what_was_written(self, house):
        case = house.case(profile=FULL)
        page = opened(house, ContactScreen, case)
        for name in ("一句话（可以空着）", "用哪种方式"):
            put(page, name, "专用微信")
        tick(house, page, "预约")
        record(house, page)
        try:
            privacy.switch(to=True)
            again = opened(house, ContactScreen, case)
            blurred = [one for one in again.findChildren(QLineEdit) if one.graphicsEffect()]
            assert blurred
        finally:
            privacy.switch(to=False)


class TestTechSheet:
    @pytest.mark.clause("051")
    def test_the_case_reminds_of_it_until_it_was_tried_out(self, house):
        case = house.case()
        shown = house.show(CasesScreen(house.office, case.id))
        reminder = rule_words("tech_care.untried")
        house.qtbot.waitUntil(lambda: reminder in said(shown))
        went = []
        shown.wanted.connect(went.append)
        click(house, shown, f"去看：{reminder}")
        assert went == [ToTechSheet(case.id)]
        page = opened(house, TechScreen, case)
        assert reminder in said(page)
        record(house, page)
        assert "请写下用哪个平台或软件（网络 4.2(3)）" in said(page)
        put(page, "平台或软件", "腾讯会议")
        put(page, "来访者用的设备", NASTY)
        put(page, "试通话是哪一天（可以空着）", "胡写")
        record(house, page)
        assert "没有读懂这一天" in said(page)
        put(page, "试通话是哪一天（可以空着）", "昨天")
        put(page, "遇到的问题", "听不到声音")
        put(page, "怎样解决的", "换了耳机")
        page.leave()
        house.qtbot.waitUntil(lambda: not page.unsaved())
        again = opened(house, TechScreen, case)
        assert again.theirs.text() == NASTY
        part(again, "您用的设备").setFocus()
        press(house, Qt.Key.Key_Return)
        house.idle()
        (kept,) = entered(house, case, EntryKind.TECH_SHEET)
        day = (NOW - timedelta(days=1)).date().isoformat()
        assert tech_of(kept) == TechSheet("腾讯会议", "", NASTY, day, "听不到声音", "换了耳机")
        house.qtbot.waitUntil(lambda: "技术准备已记下。" in said(again))
        assert reminder not in said(again)
        assert "2026年5月11日 试通话" in said(again)
        assert (again.platform.text(), again.problems.text()) == ("腾讯会议", "")
        click(house, again, "回到个案")
        assert again.went == [ToCases(case.id)]
        shown = house.show(CasesScreen(house.office, case.id))
        house.qtbot.waitUntil(lambda: "换了耳机" in said(shown) or "听不到声音" in said(shown))
        assert reminder not in said(shown)


def test_every_rule_of_these_books_has_a_sentence_with_its_clause(house):
    del house  # for the language
    books = (SCREEN, CONTACT, CONTACT_CARE, MODE_CHANGE, AGREEMENT, REVIEW, COURSE, TECH, TECH_CARE)
    names = {name for book in books for name in book.rules}
    assert names <= worded()
    assert all("（" in rule_words(name) for name in names)
