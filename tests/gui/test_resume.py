"""After a lock one comes back to what is not finished, and a line leads there from elsewhere."""

from __future__ import annotations

import threading

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from app.domain.entry import EntryKind
from app.domain.ids import CaseId, SessionId
from app.services import case_locks, unfinished
from tests.gui.test_shell import AMENDMENT_TITLE, ODD, PASSWORD, furnished, house
from tests.journeys.person import CTRL
from ui.case_waits import CaseWaits
from ui.cases import CasesScreen
from ui.contact_page import ContactScreen
from ui.course_page import CourseScreen
from ui.ending_page import EndingScreen
from ui.follow_page import FollowScreen
from ui.formulation_page import FormulationScreen
from ui.genogram_page import GenogramScreen
from ui.hold_page import HoldScreen
from ui.mode_change_page import ModeChangeScreen
from ui.new_case import NewCase
from ui.notes import NoteScreen
from ui.page import (
    Passage,
    ToCalendar,
    ToCases,
    ToContacts,
    ToCourse,
    ToEnding,
    ToFollowUp,
    ToFormulation,
    ToGenogram,
    ToHold,
    ToModeChange,
    ToNewCase,
    ToNote,
    ToPractice,
    ToReasons,
    ToReferral,
    ToReport,
    ToRequests,
    ToScreen,
    ToSupervision,
    ToTechSheet,
    ToToday,
)
from ui.practice_page import PracticeScreen
from ui.reasons_page import ReasonsScreen
from ui.referral_page import ReferralScreen
from ui.report_page import ReportScreen
from ui.request_page import RequestScreen
from ui.resume import left_at, remembered
from ui.screen_page import ScreenScreen
from ui.supervision_page import SupervisionScreen
from ui.tech_page import TechScreen
from ui.today import TodayScreen
from ui.widgets.chip import ChoiceChip
from ui.widgets.plain import PlainEdit

__all__ = ["furnished", "house"]  # fixtures
LINE = "一句话（可以空着）"


def page_of(person):
    return person.window.workspace.page


def again(house, person):
    """Lock, start anew and unlock."""
    person.press(Qt.Key.Key_L, CTRL)
    house.locked(person, "menu")
    house.restarts.clear()
    back = house.start()
    house.unlock(back)
    house.settle(back)
    return back


def reasons_of(case_id):
    return ToReasons(case_id, EntryKind.IDENTITY_TALK)


@pytest.mark.promise(5)
@pytest.mark.parametrize(
    ("place", "screen", "name", "called"),
    [
        (ToContacts, ContactScreen, LINE, "联系"),
        (ToModeChange, ModeChangeScreen, "讨论过哪些选择", "改变服务方式"),
        (ToCourse, CourseScreen, "约定几次", "约定次数"),
        (reasons_of, ReasonsScreen, "", "匿名的讨论"),
        (ToScreen, ScreenScreen, "", "适宜性评估"),
        (ToTechSheet, TechScreen, "您用的设备", "技术准备"),
        (ToHold, HoldScreen, "谁要求的", "法律保全"),
        (ToRequests, RequestScreen, "哪一天收到的", "来访者的请求"),
        (ToFormulation, FormulationScreen, "怎样理解", "个案概念化"),
        (ToReport, ReportScreen, "4. 主诉", "个案报告"),
        (ToSupervision, SupervisionScreen, "听到的", "督导记录"),
        (ToReferral, ReferralScreen, "转到哪里", "转介"),
        (ToEnding, EndingScreen, "补充一句（可以空着）", "结案"),
        (ToFollowUp, FollowScreen, "用什么方式（可以空着）", "随访"),
        (ToGenogram, GenogramScreen, "名字或称呼（可以空着）", "家谱图"),
    ],
)
def test_an_entry_that_is_not_finished_is_landed_on_and_led_back_to(
    house, place, screen, name, called
):
    to = place(CaseId(house.case_id))
    person = house.at(to)
    page = page_of(person)
    begin(person, page, name)
    typed = page.unfinished()
    assert any(typed.values())
    back = again(house, person)
    back.wait(lambda: isinstance(page_of(back), screen))
    back.wait(lambda: page_of(back).unfinished() == typed)
    back.press(Qt.Key.Key_Escape)
    back.wait(lambda: isinstance(page_of(back), CasesScreen))
    back.wait_for(f"没写完：{called}")
    back.click(f"接着写：{called}")
    back.wait(lambda: isinstance(page_of(back), screen))
    house.go(back, ToToday())
    back.wait_for(f"许清岚：{called}还没写完")
    back.click(f"接着写: 许清岚：{called}还没写完")
    back.wait(lambda: isinstance(page_of(back), screen))
    assert back.window.workspace.where() == to


def begin(person, page, name):
    """Write something into a page; where it has no line with a name, in what it begins with."""
    person.wait(lambda: page._ready)
    if isinstance(page, ScreenScreen):
        person.click("重新评估")  # there is one already
        person.wait(lambda: isinstance(QApplication.focusWidget(), ChoiceChip))
        person.press(Qt.Key.Key_1)
    elif isinstance(page, ReasonsScreen):
        person.window.activateWindow()  # the one before it may be the last that was active
        person.wait(lambda: isinstance(QApplication.focusWidget(), PlainEdit))
        person.type(ODD)
    elif isinstance(page, ModeChangeScreen | FormulationScreen | ReportScreen | SupervisionScreen):
        person.write_text(name, ODD)
    else:
        person.write(name, "12" if isinstance(page, CourseScreen) else ODD)


def test_what_was_never_begun_is_led_to_by_nobody_nor_what_is_entered(house):
    person = house.at(ToContacts(CaseId(house.case_id)))
    back = again(house, person)
    assert isinstance(page_of(back), TodayScreen)
    house.go(back, ToCases(CaseId(house.case_id)))
    house.go(back, ToContacts(CaseId(house.case_id)))
    back.wait(lambda: page_of(back)._ready)
    back.write("用哪种方式", "专用微信")
    back.write(LINE, ODD)
    page_of(back).purpose.setFocus()
    back.press(Qt.Key.Key_1)
    back.press(Qt.Key.Key_Escape)
    back.wait_for("没写完：联系")
    back.click("接着写：联系")
    back.wait(lambda: isinstance(page_of(back), ContactScreen) and page_of(back)._ready)
    back.press(Qt.Key.Key_Return, CTRL)
    house.settle(back)
    back.press(Qt.Key.Key_Escape)
    back.wait(lambda: isinstance(page_of(back), CasesScreen))
    house.settle(back)
    assert not page_of(back).findChild(CaseWaits).isVisible()
    third = again(house, back)
    assert isinstance(page_of(third), TodayScreen)
    assert not third.says("没写完")


@pytest.mark.promise(5)
def test_the_form_of_a_new_case_and_an_amendment_are_landed_on(house):
    person = house.at(ToNewCase())
    person.write("姓名", ODD)
    back = again(house, person)
    back.wait(lambda: isinstance(page_of(back), NewCase))
    house.go(back, ToNote(house.signed))
    back.click(AMENDMENT_TITLE)
    back.write_text(AMENDMENT_TITLE, ODD)
    third = again(house, back)
    third.wait(lambda: isinstance(page_of(third), NoteScreen))
    assert third.window.workspace.where() == ToNote(house.signed)


@pytest.mark.promise(5)
def test_whoever_goes_on_before_the_way_back_is_found_is_not_taken_away(house):
    person = house.at(ToCalendar())
    person.press(Qt.Key.Key_L, CTRL)
    house.locked(person, "menu")
    house.restarts.clear()
    back = house.start()
    gate, desk = threading.Event(), back.window.office.desk
    land = back.window._land

    def go_on(note):
        desk.do(desk, lambda _: gate.wait())
        land(note)

    back.window._land = go_on
    back.write("密码", PASSWORD)
    back.press(Qt.Key.Key_Return)
    back.wait(lambda: back.window.workspace is not None and page_of(back) is not None)
    back.press(Qt.Key.Key_N, CTRL)
    back.press(Qt.Key.Key_H)
    gate.set()
    house.settle(back)
    assert isinstance(page_of(back), NewCase)
    assert page_of(back).form.code() == "h"


@pytest.mark.promise(5)
@pytest.mark.parametrize("lasting", ["leaving", "locking"])
def test_a_record_of_the_practice_that_lacks_something_is_kept_and_landed_on(house, lasting):
    person = house.at(ToPractice("supervision"))
    person.click("记一次督导")
    person.write("督导师或同辈", ODD)
    person.write("分钟", "一小时")
    if lasting == "leaving":
        house.go(person, ToToday())
        person.wait_for("执业资料有一条没写完")
        person.click("接着写: 执业资料有一条没写完")
        back = person
    else:
        back = again(house, person)
    back.wait(lambda: isinstance(page_of(back), PracticeScreen))
    back.wait_for("上次没写完，接着写就好。")
    form = page_of(back).part.form
    assert form.words() == {"supervisor": ODD, "minutes": "一小时"}
    back.write("分钟", "60")
    back.click("不存，收起")
    house.settle(back)
    assert back.window.office.desk.waiting == 0
    third = again(house, back)
    assert isinstance(page_of(third), TodayScreen)
    assert not third.says("没写完")


def test_a_record_that_was_put_away_by_esc_is_there_again_and_gone_once_it_is_whole(house):
    person = house.at(ToPractice("private account"))
    person.click("登记私人账号")
    person.write("是什么", "私人微信")
    person.press(Qt.Key.Key_Escape)
    assert page_of(person).part.form is None
    person.click("登记私人账号")
    assert page_of(person).part.form.words() == {"what": "私人微信"}
    person.write("号码或账号", ODD)
    house.go(person, ToToday())
    (one,) = house_do(person, lambda vault: vault.practice.all())
    assert (one.record.channel, one.record.what) == (ODD, "私人微信")
    assert house_do(person, lambda vault: vault.settings.practice_drafts()) == {}
    assert not person.says("没写完")


def house_do(person, work):
    got = []
    person.window.office.desk.do(person.window, work, got.append)
    person.wait(lambda: bool(got))
    return got[0]


def test_the_way_back_names_no_words_and_survives_what_it_does_not_know(house):
    here = CaseId(house.case_id)
    places = (
        ToContacts(here),
        ToReasons(here, EntryKind.URGENT_REASONS, SessionId(3)),
        ToPractice("private account"),
        ToNewCase(),
        ToNote(house.signed, Passage(1, 2), signing=True),
    )

    def work(vault):
        found = []
        for place in places:
            vault.settings.remember_open_page(remembered(place))
            found.append(left_at(vault))
        for raw in (("of tomorrow", 1), ("contacts", 999), ("note",)):
            vault.settings.remember_open_page(raw)
            found.append(left_at(vault))
        vault.cases.keep_draft(here, "review", {"a": 1}, house.clock.now())
        vault.cases.keep_draft(here, "entry: urgent reasons 3", {"a": 1}, house.clock.now())
        return found, unfinished.every(vault)

    found, begun = house.look(work)
    assert found == [*places[:4], ToNote(house.signed), None, None, None]
    assert begun == (unfinished.Unfinished(here, EntryKind.URGENT_REASONS, SessionId(3)),)
    assert remembered(ToToday()) is None
    assert remembered(None) is None


@pytest.mark.promise(5)
def test_an_entry_of_a_shut_case_waits_behind_its_door(house):
    word = "只给这一个个案的话"
    place = ToContacts(CaseId(house.case_id))
    person = house.at(place)
    house_do(
        person,
        lambda vault: case_locks.set_password(
            vault, house.clock, CaseId(house.case_id), word, recovery=False
        ),
    )
    person.write(LINE, ODD)
    back = again(house, person)
    back.wait_for(f"№ {house.case_id} 加了密码")
    assert not back.says(ODD)
    back.write("这个个案的密码", word)
    back.press(Qt.Key.Key_Return)
    back.wait(lambda: back.window.workspace.where() == place)
    back.wait(lambda: page_of(back).line.text() == ODD)
