"""The page of an intake saves as one writes; what is sensitive waits, and declining closes."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QMenu, QTextEdit, QWidget

from app.domain.appointment import Booking
from app.domain.case import CaseState, ServiceMode
from app.domain.client import Profile
from app.domain.decline import Decline, DeclineReason
from app.domain.entry import EntryKind
from app.domain.intake import (
    CaseType,
    Guardian,
    IdentityStatus,
    Intake,
    IntakeGroup,
    Medical,
    Member,
    Request,
    Tie,
    Ties,
    Triage,
    Urgency,
)
from app.domain.recurrence import Rule
from app.domain.risk import RiskLevel
from app.domain.screen import Referral
from app.services import agenda, appointments, cases, declines, intakes
from tests.gui.helpers import FULL, NASTY, NOW, click, said, the_one
from tests.gui.test_case_form import put, write
from ui.cases import CasesScreen
from ui.decline_page import DeclineScreen
from ui.intake_page import IntakeScreen
from ui.intake_ways import intake_way
from ui.new_case import NewCase
from ui.page import ToCalendar, ToCases, ToDecline, ToIntake, ToModeChange, ToReasons
from ui.rare_pages import rare_page
from ui.resume import remembered
from ui.widgets.banner import Banner
from ui.widgets.button import Button
from ui.widgets.chip import ChoiceChip
from ui.widgets.label import Label
from ui.widgets.tick import Tick


def shown(house, case):
    page = house.show(IntakeScreen(house.office, case.id), height=2000)
    page.went = []
    page.wanted.connect(page.went.append)
    return page


def kept(house, case):
    return house.do(lambda vault: vault.clients.of_case(case.id).profile.intake)


def choose(house, page, word, number=0):
    chips = [one for one in page.findChildren(ChoiceChip) if one.accessibleName() == word]
    house.qtbot.mouseClick(chips[number], Qt.MouseButton.LeftButton)


def text(page, name):
    return the_one(
        lambda: [one for one in page.findChildren(QTextEdit) if one.accessibleName() == name]
    )


def visible(page, name):
    parts = (*page.findChildren(QLineEdit), *page.findChildren(QTextEdit))
    return any(one.isVisible() for one in parts if one.accessibleName() == name)


def stored(house, page):
    house.qtbot.waitUntil(lambda: "已存 " in said(page))
    house.idle()


def press(house, page, name):
    def found():
        return [
            one
            for one in page.findChildren(Button)
            if name in (one.accessibleName(), one.text()) and one.isVisible()
        ]

    house.qtbot.waitUntil(lambda: len(found()) == 1)
    house.qtbot.mouseClick(found()[0], Qt.MouseButton.LeftButton)


@pytest.mark.clause("066", "073")
def test_what_is_asked_is_stored_as_it_is_written(house):
    case = house.case(profile=FULL)
    page = shown(house, case)
    choose(house, page, "复杂")
    write(text(page, "分级的理由"), NASTY)
    choose(house, page, "中")
    put(page, "怎样找到您的", "朋友介绍")
    write(text(page, "来访者想谈什么"), "睡不着")
    choose(house, page, "实名已核")
    put(page, "怎样核对的", "视频里看过证件")
    stored(house, page)
    asked = kept(house, case)
    assert asked.triage == Triage(Urgency.COMPLEX, NASTY, RiskLevel.MIDDLE)
    assert asked.request == Request(None, None, "朋友介绍", "睡不着")
    assert (asked.identity.status, asked.identity.how) == (
        IdentityStatus.VERIFIED,
        "视频里看过证件",
    )
    assert house.do(lambda vault: vault.clients.of_case(case.id).profile.name) == FULL.name


@pytest.mark.promise(4)
def test_what_is_left_at_once_is_stored_too(house):
    case = house.case(profile=FULL)
    page = shown(house, case)
    put(page, "怎样找到您的", "平台")
    page.leave()
    assert page.unsaved()
    house.qtbot.waitUntil(lambda: not page.unsaved())
    assert kept(house, case).request.source == "平台"


@pytest.mark.clause("074")
def test_the_first_answer_is_one_press_and_never_before_the_request(house):
    case = house.case(profile=FULL)
    page = shown(house, case)
    choose(house, page, "紧急")
    house.clock.time = NOW.replace(hour=8, minute=0)
    assert "还没有答复" in said(page)
    press(house, page, "现在答复了")
    stored(house, page)
    answered = kept(house, case).request.answered_at
    assert answered == house.clock.time
    assert "1 小时后首次答复" in said(page)
    put(page, "请求的时间", "2026年5月12日 14:50")
    put(page, "首次答复的时间", "2026年5月1日 10:00")
    page.submit()
    house.qtbot.waitUntil(lambda: "答复不能早于请求" in said(page))
    assert kept(house, case).request.answered_at == answered


@pytest.mark.clause("007", "034", "137", "138", "144")
def test_what_is_sensitive_is_not_asked_until_it_is_switched_on(house):
    case = house.case(profile=FULL)
    page = shown(house, case)
    names = ("医院诊断（来访者提供）", "来访者自述用药", "以前做过的咨询", "监护人 1：姓名")
    assert not any(visible(page, one) for one in names)
    for word in ("就医与用药", "监护人"):
        press(house, page, "添加资料")
        house.qtbot.waitUntil(lambda: isinstance(QApplication.activePopupWidget(), QMenu))
        menu = QApplication.activePopupWidget()
        (action,) = [one for one in menu.actions() if one.text() == word]
        menu.setActiveAction(action)
        house.qtbot.keyClick(menu, Qt.Key.Key_Return)
    assert visible(page, "来访者自述用药")
    put(page, "医院诊断（来访者提供）", "双相情感障碍")
    put(page, "监护人 1：姓名", "䶮父")
    put(page, "监护人 1：电话", "13900139000")
    custody = the_one(
        lambda: [
            one for one in page.findChildren(Tick) if one.accessibleName() == "监护人 1：有监护权"
        ]
    )
    custody.click()
    stored(house, page)
    asked = kept(house, case)
    assert asked.medical == Medical("", "双相情感障碍")
    assert asked.guardians == (Guardian("䶮父", "", "13900139000", custody=True),)
    assert asked.shown == (IntakeGroup.GUARDIANS, IntakeGroup.MEDICAL)
    again = shown(house, case)
    assert visible(again, "来访者自述用药")
    assert not visible(again, "以前做过的咨询")
    press(house, again, "移除监护人 1")
    stored(house, again)
    assert kept(house, case).guardians == ()
    press(house, again, "撤销移除监护人 1")
    house.qtbot.waitUntil(lambda: kept(house, case).guardians != ())


@pytest.mark.clause("108")
def test_several_people_are_asked_for_their_names(house):
    case = house.case(profile=FULL)
    page = shown(house, case)
    assert not page.parts.members.add.isVisible()
    choose(house, page, "家庭")
    press(house, page, "添加成员")
    put(page, "成员 1：姓名", "禾苗")
    put(page, "成员 1：关系", "妹妹")
    stored(house, page)
    asked = kept(house, case)
    assert (asked.kind, asked.members) == (CaseType.FAMILY, (Member("禾苗", "妹妹"),))


def in_sight(page, part):
    area = page._area.viewport()  # what she sees of the page
    top = part.mapTo(page, part.rect().topLeft()).y() - area.mapTo(page, area.rect().topLeft()).y()
    return top >= 0 and top + part.height() <= area.height()


@pytest.mark.clause("108")
def test_who_comes_is_where_one_is_led_to_and_the_panel_stays_in_sight(house):
    case = house.case(profile=replace(FULL, intake=Intake(kind=CaseType.FAMILY)))
    rules = house.do(lambda vault: intakes.page(vault, house.clock, case.id)).cares
    (one,) = [rule for rule in rules if rule.name == "intake_care.members"]
    way = intake_way(one, case.id)
    assert remembered(way) == ("intake", case.id)
    holder = QWidget()
    house.qtbot.addWidget(holder)
    page = rare_page(house.office, way, holder)
    page.setParent(None)
    house.show(page, width=1280, height=700)
    house.qtbot.waitUntil(page.parts.members.add.hasFocus)
    house.qtbot.waitUntil(lambda: in_sight(page, page.parts.members.add))
    panel = the_one(lambda: [one for one in page.findChildren(Label) if one.text() == "要看的"])
    house.qtbot.waitUntil(lambda: in_sight(page, panel))
    page.parts.groups.show_group(IntakeGroup.MEDICAL)
    line = page.parts.groups.hospital.line
    house.qtbot.waitUntil(lambda: line.hasFocus() and in_sight(page, line))


@pytest.mark.clause("005", "006", "032")
def test_who_knows_whom_is_asked_and_weighed(house):
    case = house.case(profile=FULL)
    other = house.case("H-018", Profile(name="禾苗"))
    page = shown(house, case)
    assert "请问一句：您和来访者是否相识" in said(page)
    choose(house, page, "相识")
    assert QApplication.focusWidget().accessibleName() == "怎样认识的"
    put(page, "怎样认识的", "同一小区")
    press(house, page, "是的，记下禾苗 (H-018)")
    put(page, "禾苗 (H-018)：是来访者的什么人", "妹妹")
    stored(house, page)
    tied = Ties(known=True, how="同一小区", others=(Tie(other.id, "妹妹"),))
    assert kept(house, case).ties == tied
    assert "请写下对关系的评估" in said(page)
    press(house, page, "去写：您和来访者相识：请写下对关系的评估（热线 1.4，网络 1.4）。")
    assert page.went == [ToReasons(case.id, EntryKind.RELATION_CHECK)]
    press(house, page, "移除禾苗 (H-018)")
    put(page, "在您这里咨询的亲属或伴侣", "没有这个人")
    press(house, page, "添加这位亲属或伴侣")
    assert "没有这位来访者" in said(page)
    put(page, "在您这里咨询的亲属或伴侣", "禾苗 (H-018)")
    press(house, page, "添加这位亲属或伴侣")
    house.qtbot.waitUntil(lambda: kept(house, case).ties.others == (Tie(other.id),))


@pytest.mark.clause("097")
def test_danger_in_an_online_case_leads_to_the_way_of_an_emergency(house):
    case = house.case(profile=FULL, mode=ServiceMode.ONLINE)
    page = shown(house, case)
    choose(house, page, "高")
    house.qtbot.waitUntil(lambda: "不适合网络接案" in said(page))
    press(house, page, "改为危机处置")
    assert page.went == [ToModeChange(case.id)]
    stored(house, page)
    assert kept(house, case).triage.risk is RiskLevel.HIGH


@pytest.mark.clause("073", "097")
def test_a_new_case_in_danger_is_opened_as_an_emergency_with_its_referral(house):
    form = house.show(NewCase(house.office, quiet_ms=1), height=1600)
    went = []
    form.wanted.connect(went.append)
    put(form, "代号", "K-001")
    choose(house, form, "网络")
    click(house, form, "建立个案")
    house.qtbot.waitUntil(lambda: "请选一级：紧急、复杂，或者一般（问 4·2）。" in said(form))
    assert "请写下为什么定为这一级" in said(form)
    choose(house, form, "紧急")
    write(text(form, "分级的理由"), "说了计划")
    choose(house, form, "高")
    click(house, form, "建立个案")
    house.qtbot.waitUntil(lambda: "风险高，不在网上接案" in said(form))
    assert house.do(cases.list_cases) == []
    press(house, form, "改为危机处置")
    click(house, form, "建立个案")
    house.qtbot.waitUntil(lambda: "请写下转介到哪里、怎样护送过去" in said(form))
    put(form, "转介到哪里", "精神卫生中心急诊")
    click(house, form, "建立个案")
    house.qtbot.waitUntil(lambda: bool(went))
    (line,) = house.do(cases.list_cases)
    assert line.case.mode is ServiceMode.CRISIS
    wanted = Triage(Urgency.URGENT, "说了计划", RiskLevel.HIGH, "精神卫生中心急诊")
    assert kept(house, line.case).triage == wanted


@pytest.mark.clause("074")
def test_an_urgent_case_leads_the_list_and_says_how_long_it_waits(house):
    house.case("A-001", Profile(name="安"))
    asked = Intake(triage=Triage(Urgency.URGENT, "x"))
    late = house.case("Z-009", Profile(name="周", intake=asked))
    house.clock.time = NOW.replace(hour=9, minute=0)
    screen = house.show(CasesScreen(house.office))
    went = []
    screen.wanted.connect(went.append)
    rows = screen.list.rows
    house.qtbot.waitUntil(lambda: rows.model().rowCount() == 2)
    first = rows.model().data(rows.model().index(0, 0), Qt.ItemDataRole.AccessibleTextRole)
    assert "紧急" in first
    assert "已等 2 小时，还没有答复" in first
    screen.list.choose(late.id)
    screen.list.chosen.emit(late.id)
    house.qtbot.waitUntil(lambda: "紧急的请求还没有答复" in said(screen))
    press(house, screen, "去看：紧急的请求还没有答复：请及时回应（问 4·2(1)）。")
    assert went == [ToIntake(late.id)]


@pytest.mark.clause("002")
def test_declining_names_a_neutral_reason_and_another_place_and_closes(house):
    case = house.case(profile=FULL)
    first = shown(house, case)
    press(house, first, "不接案…")
    assert first.went == [ToDecline(case.id)]
    page = house.show(DeclineScreen(house.office, case.id))
    went = []
    page.wanted.connect(went.append)
    click(house, page, "记下并关闭个案")
    assert "请选一个理由（热线 1.1）。" in said(page)
    choose(house, page, "其他")
    click(house, page, "记下并关闭个案")
    assert "选了其他，请写一句是什么" in said(page)
    put(page, "是什么理由", NASTY)
    press(house, page, "写进转介：精神专科医院")
    press(house, page, "写进转介：同行推荐")
    write(text(page, "怎样向来访者说的"), "说了三处")
    click(house, page, "记下并关闭个案")
    house.qtbot.waitUntil(lambda: "已记下，个案已经关闭。" in said(page))
    house.idle()
    found = house.do(lambda vault: vault.entries.of_case(case.id, EntryKind.DECLINE))
    assert [one.value["more"] for one in found] == [NASTY]
    assert found[0].value["referral"]["to"] == "精神专科医院、同行推荐"
    assert house.do(lambda vault: vault.cases.get(case.id)).state is CaseState.CLOSED
    assert "请写一句" not in said(page)
    assert not page.asked.isVisible(), "nothing to decline twice"
    assert NASTY in said(page), "her own words, as they were kept"
    page.submit()
    house.idle()
    assert len(house.do(lambda vault: vault.entries.of_case(case.id, EntryKind.DECLINE))) == 1
    assert "日历里还约着" not in said(page)
    press(house, page, "回到个案列表")
    assert went == [ToCases()]
    again = shown(house, case)
    assert "这个个案没有接，已经关闭。" in said(again)
    again.findChild(Banner).action.click()
    house.idle()
    assert house.do(lambda vault: vault.cases.get(case.id)).state is CaseState.OPEN


@pytest.mark.clause("002")
def test_the_line_behind_a_reason_is_named_by_the_reason(house):
    page = house.show(DeclineScreen(house.office, house.case(profile=FULL).id))
    house.idle()
    for reason, words in (("其他", "是什么理由"), ("超出服务范围", "补充一句（可以空着）")):
        choose(house, page, reason)
        assert page.more.label.text() == page.more.line.accessibleName() == words


@pytest.mark.clause("002")
def test_what_is_still_booked_for_a_declined_case_is_named_and_cancelled(house):
    case, other = house.case(profile=FULL), house.case("H-018", Profile(name="禾苗"))
    weekly = Booking(case.id, NOW + timedelta(days=2), case.mode, rule=Rule())
    once = replace(weekly, starts_at=NOW + timedelta(days=1), rule=None)
    for one in (weekly, once, replace(once, case_id=other.id)):
        house.do(lambda vault, one=one: appointments.book(vault, house.clock, one))
    made = Decline(DeclineReason.SCOPE, "", Referral("市一医院", "给了电话"))
    house.do(lambda vault: declines.record(vault, house.clock, case.id, made))
    page = house.show(DeclineScreen(house.office, case.id))
    went, undone = [], []
    page.wanted.connect(went.append)
    page.undoable.connect(lambda _said, back: undone.append(back))
    house.qtbot.waitUntil(lambda: "日历里还约着这个个案" in said(page))
    assert "5月13日" in said(page)
    assert "还有以后的" in said(page)
    press(house, page, "去日历看")
    assert went == [ToCalendar("week", "2026-05-13")]
    press(house, page, "取消这些预约")
    house.qtbot.waitUntil(lambda: "日历里还约着" not in said(page))
    house.idle()
    left = house.do(lambda vault: agenda.next_times(vault, house.clock))
    assert list(left) == [other.id]
    undone[0]()
    house.qtbot.waitUntil(lambda: "日历里还约着这个个案" in said(page))


@pytest.mark.clause("061")
def test_whom_she_takes_on_stands_beside_it(house):
    case = house.case(profile=FULL)
    page = shown(house, case)
    assert "《服务说明》里还没有写服务范围" in said(page)
    assert house.do(lambda vault: intakes.page(vault, house.clock, case.id)).cares
