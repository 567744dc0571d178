"""Opening a case and keeping what is known of a client, on a real vault."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QTextEdit

from app.domain.case import ServiceMode
from app.domain.client import Place, Profile, Relative
from app.domain.errors import CaseOnHold, DiskFull, FieldInvalid
from app.domain.practice import Practice
from app.services import cases, holds
from tests.gui.helpers import FULL, NASTY, click, said, the_one, write
from tests.unit.domain.test_legal_hold import WHOLE
from ui.case_list import CaseList
from ui.case_record import CaseRecord
from ui.case_sections import split_lines, split_names
from ui.intake_page import IntakeScreen
from ui.new_case import NewCase
from ui.page import ToCaseForm, ToCases, ToHold
from ui.widgets.banner import Banner
from ui.widgets.chip import ChoiceChip
from ui.widgets.field import Field
from ui.widgets.plain import PlainEdit
from ui.widgets.textbox import TextBox
from ui.widgets.zone import zone_meant, zone_of_city
from ui.workspace import Workspace

ENTER = (Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
WRONG_ID = "110105194912310021"
RIGHT_ID = "11010519491231002X"


def form_of(house, case=None):
    page = CaseRecord(house.office, case.id) if case else NewCase(house.office)
    return house.show(page, height=900)


def line_of(form, name):
    return the_one(
        lambda: [one for one in form.findChildren(QLineEdit) if one.accessibleName() == name]
    )


def field_of(form, name):
    return the_one(
        lambda: [one for one in form.findChildren(Field) if one.line.accessibleName() == name]
    )


def put(form, name, text):
    """Write a text into a line in place of what stood there."""
    line = line_of(form, name)
    line.selectAll()
    write(line, text)


def box_of(form, name):
    return the_one(
        lambda: [one for one in form.findChildren(QTextEdit) if one.accessibleName() == name]
    )


def grade(house, form):
    """Say how urgent a request is, and why."""
    chip = the_one(
        lambda: [one for one in form.findChildren(ChoiceChip) if one.accessibleName() == "一般"]
    )
    house.qtbot.mouseClick(chip, Qt.MouseButton.LeftButton)
    write(box_of(form, "分级的理由"), "睡得还好")


def stored(house, case):
    return house.do(lambda v: (v.cases.get(case.id), v.clients.of_case(case.id).profile))


def saved(house, form):
    house.qtbot.waitUntil(lambda: "已存 " in said(form))


def test_a_case_is_opened_with_the_keyboard_alone(house):
    form = form_of(house)
    house.qtbot.keyClicks(QApplication.focusWidget(), "H-031")
    house.qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    focused = QApplication.focusWidget()
    assert focused.accessibleName() == "面询"
    house.qtbot.keyClick(focused, Qt.Key.Key_Right)
    house.qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Space)
    while QApplication.focusWidget().accessibleName() != "紧急":
        house.qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
    house.qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_3)
    assert QApplication.focusWidget().accessibleName() == "分级的理由"
    write(QApplication.focusWidget(), "睡得还好")
    while QApplication.focusWidget().accessibleName() != "姓名":
        house.qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
    write(QApplication.focusWidget(), "禾木")
    with house.qtbot.waitSignal(form.wanted) as went:
        house.qtbot.keyClick(QApplication.focusWidget(), *ENTER)
    (line,) = house.do(cases.list_cases)
    assert went.args == [ToCases(line.case.id)]
    assert (line.case.code, line.case.mode, line.name) == ("H-031", ServiceMode.ONLINE, "禾木")


def test_the_tab_key_walks_the_form_from_top_to_bottom(house, find):
    form = form_of(house)
    house.qtbot.mouseClick(find(form, ChoiceChip, "网络"), Qt.MouseButton.LeftButton)
    click(house, form, "需要时填写身份证号、出生日期、住址")
    line_of(form, "代号").setFocus()
    seen = []
    while (part := QApplication.focusWidget()).accessibleName() not in seen:
        seen.append(part.accessibleName())
        house.qtbot.keyClick(part, Qt.Key.Key_Tab)
    start = seen.index("代号")
    order = [
        *("代号", "网络", "第一次预约", "个体", "紧急", "分级的理由"),
        *("姓名", "小名、别名", "电话", "微信", "邮箱", "单位", "学校"),
        *("身份证号", "出生日期", "住址"),
        *("来访者所在城市", "来访者时区", "您所在城市", "您的时区"),
        *("紧急联系人姓名", "与来访者的关系", "紧急联系人电话", "还没问"),
    ]
    assert seen[start : start + len(order)] == order


def test_a_case_without_a_code_is_refused_with_a_sentence_at_the_field(house):
    form = form_of(house)
    put(form, "姓名", "禾木")
    click(house, form, "建立个案")
    code = field_of(form, "代号")
    house.qtbot.waitUntil(lambda: "个案还没有代号" in code.error())
    assert code.line.hasFocus()
    assert line_of(form, "姓名").text() == "禾木"
    write(code.line, "H")
    assert code.error() == ""
    assert house.do(cases.list_cases) == []


def test_a_mistyped_id_marks_its_field_and_nothing_is_lost(house):
    form = form_of(house)
    put(form, "代号", "H-031")
    click(house, form, "需要时填写身份证号、出生日期、住址")
    assert line_of(form, "身份证号").hasFocus()
    put(form, "身份证号", WRONG_ID)
    click(house, form, "建立个案")
    field = field_of(form, "身份证号")
    house.qtbot.waitUntil(lambda: "校验位不对" in field.error())
    assert field.line.hasFocus()
    put(form, "身份证号", RIGHT_ID)
    grade(house, form)
    with house.qtbot.waitSignal(form.wanted):
        click(house, form, "建立个案")


@pytest.mark.clause("144")
def test_what_is_seldom_needed_is_folded_until_asked_for_or_filled(house):
    form = form_of(house)
    names = ("身份证号", "出生日期", "住址")
    assert not any(line_of(form, name).isVisible() for name in names)
    assert "与咨询无关就不问" in said(form)
    click(house, form, "需要时填写身份证号、出生日期、住址")
    assert all(line_of(form, name).isVisible() for name in names)
    filled = form_of(house, house.case(profile=FULL))
    assert line_of(filled, "身份证号").isVisible()
    assert "写督导摘要时会被认出并隐去" in said(filled)


def test_every_field_gives_back_exactly_what_was_typed(house, find):
    case = house.case("A", Profile(email="a@b"))
    form = form_of(house, case)
    click(house, form, "需要时填写身份证号、出生日期、住址")
    click(house, form, "添加相关的人")
    house.qtbot.keyClicks(line_of(form, "来访者时区"), "Europe/London")
    zones = {"来访者时区", "您的时区"}
    lines = [one for one in form.findChildren(QLineEdit) if one.accessibleName() not in zones]
    typed = {}
    for line in lines:
        text = f"{NASTY}{len(typed)}" + ("@" if line.accessibleName() == "邮箱" else "")
        typed[line.accessibleName()] = text
        put(form, line.accessibleName(), text)
    for edit in form.findChildren(PlainEdit):
        typed[edit.accessibleName()] = f"{NASTY}\n {edit.accessibleName()}"
        write(edit, typed[edit.accessibleName()])
    saved(house, form)
    again = form_of(house, case)
    shown = {one.accessibleName(): one.text() for one in again.findChildren(QLineEdit)}
    shown |= {one.edit.accessibleName(): one.text() for one in again.findChildren(TextBox)}
    assert len(typed) == 21
    assert {name: shown[name] for name in typed} == typed
    assert shown["来访者时区"] == "Europe/London"


def test_the_record_saves_itself_a_second_after_the_last_change(house, find):
    case = house.case("H-017", FULL)
    form = form_of(house, case)
    put(form, "微信", "hemu_lon")
    house.qtbot.mouseClick(find(form, ChoiceChip, "面询"), Qt.MouseButton.LeftButton)
    house.qtbot.mouseClick(find(form, ChoiceChip, "不可以让对方知道"), Qt.MouseButton.LeftButton)
    assert "正在写" in said(form)
    with house.qtbot.waitSignal(house.desk.changed):
        saved(house, form)
    kept, profile = stored(house, case)
    assert kept.mode is ServiceMode.FACE_TO_FACE
    assert profile.wechat == "hemu_lon"
    assert profile.emergency.may_know is False
    assert profile.people == FULL.people
    assert line_of(form, "来访者时区").isVisible()


def test_one_refused_field_does_not_hold_back_the_others(house):
    case = house.case("H-017", FULL)
    form = form_of(house, case)
    put(form, "身份证号", WRONG_ID)
    put(form, "来访者时区", "Europe/Nowhere")
    put(form, "代号", " ")
    put(form, "学校", "河岸中学")
    saved(house, form)
    assert "有一格还没有存" in said(form)
    assert "校验位不对" in field_of(form, "身份证号").error()
    assert "时区没有找到" in field_of(form, "来访者时区").error()
    assert "还没有代号" in field_of(form, "代号").error()
    assert line_of(form, "身份证号").text() == WRONG_ID
    kept, profile = stored(house, case)
    assert kept.code == "H-017"
    assert (profile.school, profile.id_number) == ("河岸中学", RIGHT_ID)
    assert profile.place == FULL.place


@pytest.mark.parametrize(
    ("typed", "meant"),
    [("伦敦", "Europe/London"), (" melbourne ", "Australia/Melbourne"),
     ("墨尔", "Australia/Melbourne"),
     ("杭州", "Asia/Shanghai"), ("四川成都", "Asia/Shanghai"), ("恩施", "Asia/Shanghai"),
     ("Nan Jing", "Asia/Shanghai"), ("xi'an", "Asia/Shanghai"), ("lundun", "Europe/London"),
     ("香港", "Asia/Hong_Kong"), ("杭", "杭"), ("Gotham", "Gotham"),
     ("Europe/Paris", "Europe/Paris"), ("尔", "尔"), ("", ""), ("没有这里", "没有这里")],
)  # fmt: skip
def test_a_city_in_the_field_of_a_time_zone_means_its_zone(typed, meant):
    assert zone_meant(typed) == meant


def test_the_zone_that_was_meant_is_written_when_one_goes_on(house):
    form = form_of(house, house.case("H-017", FULL))
    line = line_of(form, "您的时区")
    put(form, "您的时区", "伦敦")
    line.setFocus()
    house.qtbot.waitUntil(line.hasFocus)
    line_of(form, "您所在城市").setFocus()
    assert line.text() == "Europe/London"
    assert form.form.profile().counselor_place.time_zone == "Europe/London"


def test_leaving_saves_at_once_and_says_what_could_not_be_saved(house):
    case = house.case("H-017", FULL)
    form = form_of(house, case)
    refused = []
    house.desk.refused.connect(refused.append)
    put(form, "学校", "河岸中学")
    put(form, "身份证号", WRONG_ID)
    form.leave()
    form.leave()
    house.idle()
    assert stored(house, case)[1].school == "河岸中学"
    assert [type(one) for one in refused] == [FieldInvalid]


def test_a_full_disk_at_leaving_keeps_the_page_until_it_is_saved(house, monkeypatch):
    case = house.case("H-017", FULL)
    form = form_of(house, case)
    honest = cases.change_case

    def full(*_):
        raise DiskFull

    monkeypatch.setattr(cases, "change_case", full)
    put(form, "学校", "河岸中学")
    form.leave()
    assert form.unsaved()
    house.idle()
    assert form.unsaved()
    monkeypatch.setattr(cases, "change_case", honest)
    form._retry.setInterval(1)
    form._retry.start()
    house.qtbot.waitUntil(lambda: not form.unsaved())
    assert stored(house, case)[1].school == "河岸中学"


@pytest.mark.clause("147")
def test_a_legal_hold_lets_the_record_be_read_and_leads_to_itself(house):
    case = house.case("H-017", FULL)
    early = form_of(house, case)
    house.do(lambda vault: holds.place(vault, house.tools, case.id, WHOLE))
    put(early, "学校", "河岸中学")
    refused = []
    house.office.desk.refused.connect(refused.append)
    early.leave()
    house.idle()
    assert not early.unsaved(), "no page is kept for words that will never be taken"
    assert [type(one) for one in refused] == [CaseOnHold]
    form = form_of(house, case)
    assert not line_of(form, "学校").isEnabled()
    assert "法律保全中：来访者资料不能改（例外 3）。" in said(form)
    asked = house.show(IntakeScreen(house.office, case.id))
    house.qtbot.waitUntil(lambda: "法律保全中：接案资料不能改（例外 3）。" in said(asked))
    assert not asked.parts.isEnabled()
    went = []
    for page in (form, asked):
        page.wanted.connect(went.append)
    click(house, asked, "看法律保全")
    house.show(form)
    click(house, form, "看法律保全")
    assert went == [ToHold(case.id), ToHold(case.id)]
    assert stored(house, case)[1].school != "河岸中学"


def test_esc_goes_back(house):
    form = form_of(house)
    with house.qtbot.waitSignal(form.back):
        house.qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Escape)


def test_ctrl_enter_in_a_line_of_the_record_stores_it_and_stays(house):
    case = house.case("H-017", FULL)
    form = form_of(house, case)
    went = []
    form.wanted.connect(went.append)
    put(form, "学校", "河岸中学")
    part = line_of(form, "学校")
    part.setFocus()
    for _ in range(2):
        house.qtbot.keyClick(part, *ENTER)
    saved(house, form)
    assert stored(house, case)[1].school == "河岸中学"
    assert (went, part.text()) == ([], "河岸中学")


def test_a_full_disk_is_said_and_can_be_tried_again(house, monkeypatch):
    case = house.case("H-017", FULL)
    form = form_of(house, case)
    honest = cases.change_case

    def full(*_):
        raise DiskFull

    monkeypatch.setattr(cases, "change_case", full)
    put(form, "学校", "河岸中学")
    house.qtbot.keyClick(form, *ENTER)
    house.qtbot.waitUntil(lambda: "还没有存上" in said(form))
    assert "磁盘满了" in form.findChild(Banner).accessibleName()
    monkeypatch.setattr(cases, "change_case", honest)
    click(house, form, "重试")
    saved(house, form)
    assert stored(house, case)[1].school == "河岸中学"


def test_both_places_are_asked_for_remote_work_and_the_time_there_is_told(house, find):
    practice = Practice(place=Place("上海", "Asia/Shanghai"))

    def settle(vault):
        with vault.transaction():
            vault.settings.change_practice(practice)

    house.do(settle)
    form = form_of(house)
    assert not line_of(form, "来访者时区").isVisible()
    house.qtbot.mouseClick(find(form, ChoiceChip, "网络"), Qt.MouseButton.LeftButton)
    city = line_of(form, "来访者所在城市")
    city.setFocus()
    write(city, "伦敦")
    house.qtbot.keyClick(city, Qt.Key.Key_Tab)
    assert line_of(form, "来访者时区").text() == "Europe/London"
    assert "来访者当地现在 07:57，比您晚 7 小时。" in said(form)
    put(form, "您的时区", "America/New_York")
    assert "比您早 5 小时" in said(form)
    put(form, "您的时区", "Europe/Lisbon")
    assert "时间与您相同" in said(form)
    put(form, "来访者时区", "Europe/Lon")
    assert "来访者当地现在" not in said(form)


def test_a_time_zone_is_found_by_its_city(house, find):
    form = form_of(house)
    house.qtbot.mouseClick(find(form, ChoiceChip, "网络"), Qt.MouseButton.LeftButton)
    zone = line_of(form, "来访者时区")
    zone.setFocus()
    house.qtbot.keyClicks(zone, "sydn")
    popup = zone.completer().popup()
    house.qtbot.waitUntil(popup.isVisible)
    house.qtbot.keyClick(popup, Qt.Key.Key_Down)
    house.qtbot.keyClick(popup, Qt.Key.Key_Return)
    assert zone.text() == "Australia/Sydney"
    assert not popup.isVisible()


def workspace(house, case):
    space = house.show(Workspace(house.office))
    space.go(ToCases(case.id))
    space.go(ToCaseForm(case.id))
    house.idle()
    return space


@pytest.mark.parametrize("quick", [True, False], ids=["before it saved itself", "after"])
def test_what_was_written_over_is_taken_back_after_leaving(house, quick):
    full = replace(FULL, name=f"{FULL.name}{NASTY}")
    case = house.case(profile=full)
    space = workspace(house, case)
    put(space.page, "姓名", "写错的名字")
    put(space.page, "代号", "H-999")
    chip = the_one(
        lambda: [x for x in space.page.findChildren(ChoiceChip) if x.accessibleName() == "面询"]
    )
    house.qtbot.mouseClick(chip, Qt.MouseButton.LeftButton)
    if not quick:
        saved(house, space.page)
    house.qtbot.keyClick(space.page, Qt.Key.Key_Escape)
    house.idle()
    assert stored(house, case)[1].name == "写错的名字"
    click(house, space, "撤销")
    assert stored(house, case) == (case, full)
    rows = space.page.findChild(CaseList).rows.model().rows
    house.qtbot.waitUntil(lambda: [(r.code, r.place) for r in rows()] == [("H-017", "网络")])
    space.leave()
    house.idle()


def test_nothing_is_offered_where_nothing_was_changed(house):
    case = house.case()
    space = workspace(house, case)
    line = line_of(space.page, "姓名")
    write(line, "x")
    house.qtbot.keyClick(line, Qt.Key.Key_Backspace)
    house.qtbot.keyClick(space.page, Qt.Key.Key_Escape)
    house.idle()
    assert "改过的资料" not in said(space)
    assert stored(house, case) == (case, FULL)


def test_what_was_changed_again_since_is_not_taken_back(house):
    case = house.case()
    space = workspace(house, case)
    put(space.page, "姓名", "第一次改")
    house.qtbot.keyClick(space.page, Qt.Key.Key_Escape)
    house.idle()
    assert "改过的资料存好了。" in said(space)
    house.do(lambda v: cases.change_case(v, house.clock, case, replace(FULL, name="第二次改")))
    click(house, space, "撤销")
    assert stored(house, case)[1].name == "第二次改"
    space.leave()
    house.idle()


def test_a_person_is_removed_and_brought_back(house):
    case = house.case(
        "H-017", Profile(people=(Relative("禾苗", "妹妹", ("苗苗",)), Relative("安")))
    )
    form = form_of(house, case)
    click(house, form, "移除相关的人 1")
    saved(house, form)
    assert stored(house, case)[1].people == (Relative("安"),)
    click(house, form, "撤销移除 1")
    house.qtbot.waitUntil(lambda: "正在写" in said(form))
    saved(house, form)
    assert stored(house, case)[1].people[0] == Relative("禾苗", "妹妹", ("苗苗",))
    click(house, form, "添加相关的人")
    assert QApplication.focusWidget().accessibleName() == "相关的人 3：姓名"


def test_names_and_lines_are_told_apart():
    assert split_names("小禾、木木，阿木, Mu 、") == ("小禾", "木木", "阿木", "Mu")
    assert split_lines("a, b\n\n 河边 \n") == ("a, b", " 河边 ")
    assert zone_of_city(" 纽约 ") == "America/New_York"
    assert zone_of_city("") == ""


def test_ctrl_and_an_arrow_go_from_section_to_section(house, find):
    form = form_of(house)
    house.qtbot.mouseClick(find(form, ChoiceChip, "网络"), Qt.MouseButton.LeftButton)
    line_of(form, "代号").setFocus()

    def go(key):
        held = QApplication.focusWidget()
        house.qtbot.keyClick(held, key, Qt.KeyboardModifier.ControlModifier)
        return QApplication.focusWidget().accessibleName()

    order = ["个体", "姓名", "来访者所在城市", "紧急联系人姓名", "添加相关的人", "相关的地点"]
    assert [go(Qt.Key.Key_Down) for _ in range(7)] == [*order, order[-1]]
    assert [go(Qt.Key.Key_Up) for _ in range(3)] == order[-2:-5:-1]
    line_of(form, "来访者时区").setFocus()
    assert go(Qt.Key.Key_Down) == "紧急联系人姓名"
    box_of(form, "分级的理由").setFocus()
    assert go(Qt.Key.Key_Down) == "姓名"
    line_of(form, "学校").setFocus()
    assert go(Qt.Key.Key_Up) == "姓名"
