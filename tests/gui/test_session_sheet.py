"""The sheet of a session: filled by keyboard, left, locked, signed, read."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QGraphicsBlurEffect, QLineEdit

from app.domain.case import ServiceMode
from app.domain.client import Place, Profile
from app.domain.intake import CaseType, Intake, Member
from app.domain.practice import Practice
from app.domain.risk import RiskLevel
from app.domain.session import SessionTime
from app.domain.session_sheet import IdentityCheck, Opening, SessionSheet, Surroundings
from app.services import cases, notes
from tests import admitted
from tests.gui.helpers import LONDON, NASTY, PASSWORD, House, click, said, write
from ui import privacy
from ui.notes import NoteScreen
from ui.session_fold import SheetFold
from ui.session_paper import SheetPaper
from ui.session_words import sheet_lines
from ui.widgets.chip import ChoiceChip
from ui.widgets.picture import Picture
from ui.widgets.plain import PlainEdit
from ui.widgets.tick import Tick

CTRL, NONE = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.NoModifier
KEY = Qt.Key
START = datetime(2026, 5, 12, 6, 0, tzinfo=UTC)
NASTY_NAME = "䶮 🌱"
HANGZHOU = Place("杭州", "Asia/Shanghai")
PLACES = {"client_place": LONDON, "counselor_place": HANGZHOU, "channel": "视频会议"}
FOUND_WELL = {"mine": frozenset(Surroundings), "theirs": frozenset(Surroundings)}


class Desktop(House):
    """A vault, and notes of its cases on the screen."""

    def __init__(self, qtbot, folder, made):
        super().__init__(qtbot, folder, made)
        self.screens = []

    def begun(self, template="structured", mode=ServiceMode.ONLINE, profile=None):
        """Begin a note in a new case."""
        known = profile or Profile(name="林晓禾", place=LONDON, counselor_place=HANGZHOU)

        def work(vault):
            with vault.transaction():
                practice = Practice(counselor="沈知远", platform="视频会议")
                vault.settings.change_practice(practice)
            case = cases.open_case(vault, self.clock, "禾木", mode, known)
            form = self.tools.note_templates[template]
            return notes.start(vault, self.clock, case.id, SessionTime(START), form).id

        return self.do(work)

    def again(self, note_id, template="structured"):
        """Begin the next note of the same case."""

        def work(vault):
            case_id = vault.notes.get(note_id).case_id
            form = self.tools.note_templates[template]
            return notes.start(vault, self.clock, case_id, SessionTime(START), form).id

        return self.do(work)

    def kept(self, note_id):
        def work(vault):
            return vault.entries.sheet(vault.sessions.get(vault.notes.get(note_id).session_id))

        return self.do(work)

    def open(self, note_id, quiet_ms=20):
        screen = NoteScreen(self.office, note_id, quiet_ms=quiet_ms)
        self.screens.append(screen)
        self.show(screen, 1280, 800)
        self.qtbot.waitUntil(lambda: bool(screen.findChildren(PlainEdit)))
        if screen.writing() is not None:
            self.qtbot.waitUntil(lambda: isinstance(screen.focusWidget(), PlainEdit))
        return screen

    def opened(self, note_id, quiet_ms=20):
        """Open a note, and its sheet by the key for it."""
        screen = self.open(note_id, quiet_ms)
        press(KEY.Key_J, CTRL)
        return screen

    def leave(self, screen):
        self.screens.remove(screen)
        screen.leave()
        self.idle()
        screen.close()

    def saved(self, screen):
        self.qtbot.waitUntil(lambda: "已存 14:57" in said(screen))
        self.idle()

    def end(self):
        for screen in self.screens:
            screen.leave()
        super().end()


@pytest.fixture
def house(qtbot, tmp_path, made_vault):
    house = Desktop(qtbot, tmp_path / "vault", made_vault)
    yield house
    house.end()


def press(key, held=NONE):
    """Press a key where the keyboard is."""
    QTest.keyClick(QApplication.focusWidget(), key, held)


def here():
    """Return what the part that has the keyboard is called aloud."""
    return QApplication.focusWidget().accessibleName()


def chip(screen, group, text):
    (found,) = (
        one
        for one in screen.findChildren(ChoiceChip)
        if (one.accessibleDescription(), one.text()) == (group, text)
    )
    return found


def line(screen, name):
    (found,) = (one for one in screen.findChildren(QLineEdit) if one.accessibleName() == name)
    return found


def answer(screen, name):
    (found,) = (one for one in screen.findChildren(PlainEdit) if one.accessibleName() == name)
    return found


def marked(screen):
    """Return what the marks say that are seen on the sheet."""
    return {
        one.accessibleName()
        for one in screen.findChildren(Picture)
        if one.isVisible() and one.accessibleName()
    }


def sheet(screen):
    (found,) = screen.findChildren(SheetFold)
    return found


@pytest.mark.clause("030", "031", "077", "092", "105", "120", "121")
def test_the_usual_session_takes_six_keys(house):
    note_id = house.begun()
    screen = house.open(note_id)
    assert "还差：身份核实、危机等级" in said(screen)
    press(KEY.Key_J, CTRL)
    assert here() == "视频面容"
    press(KEY.Key_Return)
    assert here() == "两边都好"
    press(KEY.Key_Return)
    assert here() == "都做了"
    press(KEY.Key_Return)
    assert here() == "低"
    press(KEY.Key_Space)
    press(KEY.Key_Return)
    assert not sheet(screen).opened
    assert "填好了" in said(screen)
    assert isinstance(QApplication.focusWidget(), PlainEdit)
    house.saved(screen)
    assert house.kept(note_id) == SessionSheet(
        **PLACES,
        **FOUND_WELL,
        identity=IdentityCheck.FACE,
        opening=frozenset(Opening),
        risk=RiskLevel.LOW,
        edition="1",
    )


def test_enter_alone_never_says_how_grave_the_risk_is(house):
    note_id = house.begun()
    screen = house.opened(note_id)
    for _ in range(8):
        press(KEY.Key_Return)
    assert here() == "低"
    assert sheet(screen).sheet().risk is None


def fill_by_keyboard(words):
    """Fill what a note in free writing is asked for, from the first key to the last."""
    press(KEY.Key_Right)
    press(KEY.Key_Return)  # 约定口令
    press(KEY.Key_Return)  # 两边都好
    press(KEY.Key_Return)  # 都做了
    for _ in range(2):
        press(KEY.Key_Left)
    press(KEY.Key_Return)  # 情绪状态：起伏大
    press(KEY.Key_Right)
    press(KEY.Key_Space)  # 危机等级：中
    press(KEY.Key_Return)
    assert here().startswith("今天确认过")
    press(KEY.Key_Space)
    press(KEY.Key_Tab)
    press(KEY.Key_Left)
    press(KEY.Key_Return)  # 问题类型：其他
    write(QApplication.focusWidget(), words["problem"])
    press(KEY.Key_Return)
    assert here() == "主诉"
    write(QApplication.focusWidget(), words["complaint"])
    for name in ("风险评估", "干预措施", "转介建议"):
        press(KEY.Key_Tab)
        while here() != f"{name}：无":
            press(KEY.Key_Tab)
        press(KEY.Key_Space)
        assert here() == name
    press(KEY.Key_Tab)
    QTest.keyClicks(QApplication.focusWidget(), "4x5m")
    press(KEY.Key_Return)
    write(QApplication.focusWidget(), words["handling"])


GROUP = Profile(
    name="林晓禾",
    place=LONDON,
    counselor_place=HANGZHOU,
    intake=Intake(kind=CaseType.GROUP, members=(Member("陈树"), Member(NASTY_NAME))),
)


@pytest.mark.clause("108")
def test_of_a_group_it_is_said_who_came_and_nobody_is_asked_to_be_alone(house):
    note_id = house.begun(mode=ServiceMode.FACE_TO_FACE, profile=GROUP)
    screen = house.open(note_id)
    assert "还差：谁来了、危机等级" in said(screen)
    press(KEY.Key_J, CTRL)
    assert here() == "都来了"
    chips = {one.text() for one in screen.findChildren(ChoiceChip)}
    assert ("没有外人" in chips, "独处" in chips) == (True, False)
    assert "成员以外的人" in said(screen)
    press(KEY.Key_Return)
    assert here() == "都好"
    house.qtbot.mouseClick(chip(screen, "谁来了", "陈树"), Qt.MouseButton.LeftButton)
    write(line(screen, "没来的人说了什么"), "请了假")
    house.saved(screen)
    kept = house.kept(note_id)
    assert (kept.came, kept.absent) == (("林晓禾", NASTY_NAME), ("陈树",))
    assert kept.absence == "请了假"
    house.leave(screen)
    again = house.opened(note_id)
    assert chip(again, "谁来了", "林晓禾").isChecked()
    assert not chip(again, "谁来了", "陈树").isChecked()
    for one in ("林晓禾", NASTY_NAME):
        house.qtbot.mouseClick(chip(again, "谁来了", one), Qt.MouseButton.LeftButton)
    found = sheet(again).sheet()
    assert (found.came, found.absent, found.absence) == ((), (), ""), "nobody came: not said yet"


@pytest.mark.clause("108")
def test_who_came_to_a_group_is_read_on_the_signed_sheet(qtbot):
    told = SessionSheet(
        came=("林晓禾", "陈树"), absent=("王芳",), absence="请假", mine=frozenset(Surroundings)
    )
    paper = SheetPaper(told, ServiceMode.FACE_TO_FACE)
    qtbot.addWidget(paper)
    assert paper.lines == [
        ("谁来了", "林晓禾、陈树"),
        ("谁没来", "王芳 · 请假"),
        ("环境", "没有外人、安静"),
    ]
    online = dict(sheet_lines(replace(told, theirs=told.mine), ServiceMode.ONLINE))
    assert online["您这边"] == "独处、安静、网络畅通"
    assert online["来访者那边"] == "没有外人、安静、网络畅通"


def test_who_comes_alone_is_not_asked_who_came(house):
    screen = house.opened(house.begun())
    assert "都来了" not in said(screen)
    assert chip(screen, "您这边", "独处").isVisible()


@pytest.mark.clause("040", "047", "064", "083", "123", "131")
def test_a_sheet_filled_by_keyboard_is_there_again(house):
    note_id = house.begun("free")
    screen = house.opened(note_id)
    words = {"problem": f"论文{NASTY}", "complaint": f"「睡不好」\n\n {NASTY} ",
             "handling": "改打电话 😀"}  # fmt: skip
    fill_by_keyboard(words)
    expected = SessionSheet(
        **PLACES,
        **FOUND_WELL,
        **words,
        identity=IdentityCheck.WORD,
        opening=frozenset(Opening),
        mood="起伏大",
        risk=RiskLevel.MIDDLE,
        confirmed=True,
        danger="无",
        work="无",
        referral="无",
        interrupted=45,
        edition="1",
    )
    assert sheet(screen).sheet() == expected
    house.leave(screen)
    assert house.kept(note_id) == expected
    again = house.open(note_id)
    assert "填好了" in said(again)
    press(KEY.Key_J, CTRL)
    assert answer(again, "主诉").text() == words["complaint"]
    assert line(again, "问题类型").text() == words["problem"]
    assert sheet(again).sheet() == expected


@pytest.mark.clause("077")
def test_somebody_else_in_the_room_is_explained(house):
    note_id = house.begun()
    screen = house.opened(note_id)
    (tick,) = (one for one in screen.findChildren(Tick) if one.accessibleName() == "有第三人在场")
    tick.setFocus()
    press(KEY.Key_Space)
    assert "还差：身份核实、第三人在场、危机等级" in said(screen)
    press(KEY.Key_Tab)
    write(QApplication.focusWidget(), "母亲，来访者请她留下")
    assert sheet(screen).sheet().third_person_who == "母亲，来访者请她留下"
    assert "还差：身份核实、危机等级" in said(screen)


@pytest.mark.clause("047", "066", "104")
def test_what_cannot_be_had_in_danger_is_said_with_its_reason(house):
    note_id = house.begun()
    screen = house.opened(note_id)
    chip(screen, "危机等级", "高").click()
    assert "今天的确认" in said(screen)
    why = line(screen, "无法取得的，写是什么、为什么")
    assert why.isVisible()
    write(why, "身份：不愿说")
    assert "今天的确认" not in said(screen)
    kept = sheet(screen).sheet()
    assert (kept.confirmed, kept.unconfirmed) == (False, "身份：不愿说")
    paper = SheetPaper(kept, ServiceMode.ONLINE)
    house.qtbot.addWidget(paper)
    assert ("今天的确认", "无法取得：身份：不愿说") in paper.lines
    chip(screen, "危机等级", "低").click()
    assert sheet(screen).sheet().unconfirmed == "", "nobody signs words that are not shown"


def test_a_proposal_that_nobody_touched_is_not_kept(house):
    note_id = house.begun()
    screen = house.opened(note_id)
    assert line(screen, "来访者所在城市").text() == "伦敦"
    write(answer(screen, "主诉"), "睡不好")
    house.saved(screen)
    house.leave(screen)
    assert house.kept(note_id).empty


def test_what_was_chosen_can_be_taken_back(house):
    note_id = house.begun()
    screen = house.opened(note_id)
    press(KEY.Key_Space)
    assert sheet(screen).sheet().identity is IdentityCheck.FACE
    press(KEY.Key_Delete)
    assert sheet(screen).sheet().identity is None
    high = chip(screen, "危机等级", "高")
    for expected in (RiskLevel.HIGH, None, RiskLevel.HIGH):
        house.qtbot.mouseClick(high, Qt.MouseButton.LeftButton)
        assert sheet(screen).sheet().risk is expected
    house.qtbot.mouseClick(chip(screen, "危机等级", "低"), Qt.MouseButton.LeftButton)
    assert sheet(screen).sheet().risk is RiskLevel.LOW


def test_words_of_an_answer_that_was_taken_back_are_not_kept(house):
    note_id = house.begun()
    screen = house.opened(note_id)
    chip(screen, "身份核实", "其他方式").click()
    write(line(screen, "怎样核实的"), "老师介绍")
    assert sheet(screen).sheet().identity_how == "老师介绍"
    chip(screen, "身份核实", "视频面容").click()
    assert sheet(screen).sheet().identity_how == ""
    chip(screen, "身份核实", "其他方式").click()
    assert line(screen, "怎样核实的").text() == "老师介绍"


@pytest.mark.clause("064")
def test_a_client_who_travels_is_written_where_they_are(house):
    note_id = house.begun()
    screen = house.opened(note_id)
    city = line(screen, "来访者所在城市")
    city.setFocus()
    city.selectAll()
    write(city, "巴黎")
    press(KEY.Key_Return)
    assert line(screen, "来访者时区").text() == "Europe/Paris"
    assert sheet(screen).sheet().client_place == Place("巴黎", "Europe/Paris")


@pytest.mark.clause("121")
def test_the_kinds_of_problem_are_changed_where_they_are_used(house):
    note_id = house.begun("free")
    screen = house.opened(note_id)
    chip(screen, "问题类型", "学业").click()
    click(house, screen, "改问题类型的单子")
    answer(screen, "问题类型，一行一个").set_text("论文\n签证\n\n论文")
    click(house, screen, "改好了")
    house.idle()
    assert sheet(screen).sheet().problem == "学业"
    assert line(screen, "问题类型").text() == "学业"
    house.leave(screen)
    after = house.opened(house.again(note_id, "free"))
    group = [
        one.text()
        for one in after.findChildren(ChoiceChip)
        if one.accessibleDescription() == "问题类型"
    ]
    assert group == ["学业", "论文", "签证", "其他"]
    assert sheet(after).form.shown().problem == ""


def test_leaving_the_list_of_kinds_changes_nothing(house):
    screen = house.opened(house.begun("free"))
    for text, word in (("", "改好了"), ("别的", "不改了")):
        click(house, screen, "改问题类型的单子")
        answer(screen, "问题类型，一行一个").set_text(text)
        click(house, screen, word)
        assert chip(screen, "问题类型", "学业").isVisible()


@pytest.mark.parametrize(
    ("mode", "asked", "unasked"),
    [
        (ServiceMode.FACE_TO_FACE, ["环境", "地点", "都好"], ["身份核实", "渠道", "技术中断"]),
        (ServiceMode.CRISIS, ["身份核实", "危机处置不等这张单子，能填的先填"], ["填好了"]),
    ],
)
def test_the_form_asks_what_its_way_of_service_asks(house, mode, asked, unasked):
    screen = house.opened(house.begun(mode=mode))
    words = said(screen)
    assert all(one in words for one in asked)
    assert not any(one in words for one in unasked)
    if mode is ServiceMode.FACE_TO_FACE:
        click(house, screen, "都好")
        assert sheet(screen).sheet().mine == {Surroundings.ALONE, Surroundings.QUIET}


def test_another_template_keeps_the_sheet_open_and_every_word_of_it(house):
    screen = house.opened(house.begun("free"))
    chip(screen, "危机等级", "低").click()
    write(answer(screen, "主诉"), "睡不好")
    click(house, screen, "模板")
    menu = QApplication.activePopupWidget()
    (action,) = (one for one in menu.actions() if one.text() == "结构化记录")
    menu.setActiveAction(action)
    QTest.keyClick(menu, KEY.Key_Return)
    house.qtbot.waitUntil(lambda: "换了模板，写的字都在。" in said(screen))
    house.idle()
    assert sheet(screen).opened
    kept = sheet(screen).form
    assert kept.answers.keys() == {"complaint"}, "the others have a section now"
    assert kept.answers["complaint"].text() == "睡不好"
    assert kept.shown().risk is RiskLevel.LOW


def test_the_sheet_opens_and_folds_by_key_and_by_pointer(house):
    screen = house.open(house.begun())
    left = Qt.MouseButton.LeftButton
    fold = sheet(screen)
    house.qtbot.mouseClick(fold, left, pos=fold.rect().center())
    assert fold.opened
    house.qtbot.mouseClick(fold, left, pos=fold.rect().bottomLeft() + QPoint(6, -4))
    assert fold.opened
    press(KEY.Key_J, CTRL)
    assert not fold.opened
    fold.turn.click()
    assert fold.opened
    screen.escape()
    assert not fold.opened
    assert isinstance(QApplication.focusWidget(), PlainEdit)
    screen.show_sheet()
    assert here() == "视频面容"


@pytest.mark.clause("132")
def test_a_signed_note_shows_its_sheet_and_lets_nobody_change_it(house):
    note_id = house.begun("free")
    house.do(lambda vault: admitted.admit(vault, house.clock, note_id))
    screen = house.opened(note_id)
    chip(screen, "身份核实", "约定口令").click()
    chip(screen, "危机等级", "高").click()
    write(answer(screen, "正文"), "谈到睡眠。")
    click(house, screen, "签署")
    house.qtbot.waitUntil(line(screen, "密码").isVisible)
    line(screen, "密码").setText(PASSWORD)
    QTest.keyClick(line(screen, "密码"), KEY.Key_Return)
    house.qtbot.waitUntil(lambda: bool(screen.findChildren(SheetPaper)))
    house.idle()
    words = said(screen)
    for one in ("约定口令", "来访者在\n伦敦\n", "杭州 · 北京时间", "视频会议", "高"):
        assert one in words
    assert not [one for one in screen.findChildren(SheetFold) if one.isVisible()]
    assert house.kept(note_id).identity is IdentityCheck.WORD


WAYS = (
    ("去选怎样核实的", "视频面容"),
    ("去写是谁", "第三人在场"),
    ("去填这几项", "平稳"),
    ("去写这几项", "主诉"),
)


@pytest.mark.clause("030", "077", "121", "123")
def test_each_rule_leads_to_its_field_and_what_was_typed_stays(house):
    note_id = house.begun("free")
    house.do(lambda vault: admitted.agree(vault, house.clock, vault.notes.get(note_id).case_id))
    screen = house.open(note_id)
    write(answer(screen, "正文"), f"谈到睡眠。{NASTY}")
    press(KEY.Key_J, CTRL)
    (tick,) = (one for one in screen.findChildren(Tick) if one.accessibleName() == "有第三人在场")
    tick.click()
    press(KEY.Key_J, CTRL)
    for action, field in WAYS:
        click(house, screen, "签署")
        click(house, screen, action)
        house.idle()
        assert here() == field
        assert answer(screen, "正文").text() == f"谈到睡眠。{NASTY}"


@pytest.mark.clause("123")
def test_what_the_template_asks_is_answered_in_its_section(house):
    screen = house.open(house.begun())
    write(answer(screen, "主诉"), "睡不好")
    click(house, screen, "签署")
    click(house, screen, "去写这几项")
    house.idle()
    assert here() == "风险评估"
    assert not sheet(screen).opened


@pytest.mark.clause("121", "123")
def test_only_what_is_missing_is_named_and_its_row_is_marked_until_it_is_filled(house):
    screen = house.open(house.begun())
    assert "危机等级" not in [one.accessibleName() for one in screen.findChildren(PlainEdit)]
    for name in ("主诉", "问题类型", "情绪状态", "风险评估", "转介建议"):
        write(answer(screen, name), "无")
    click(house, screen, "签署")
    house.idle()
    words = said(screen)
    assert "还没填：危机等级。" in words
    assert "还没写：干预措施。没有也请写「无」。" in words
    assert "去写干预措施" in words
    click(house, screen, "去填危机等级")
    house.idle()
    assert here() == "低"
    assert marked(screen) == {"还没填：身份核实", "还没填：危机等级"}
    press(KEY.Key_Space)
    assert marked(screen) == {"还没填：身份核实"}
    press(KEY.Key_Delete)
    assert marked(screen) == {"还没填：身份核实", "还没填：危机等级"}


@pytest.mark.clause("047", "104")
def test_a_grave_risk_leads_to_its_confirmation(house):
    note_id = house.begun("free")
    house.do(lambda vault: admitted.admit(vault, house.clock, note_id))
    screen = house.opened(note_id)
    write(answer(screen, "正文"), "谈到睡眠。")
    chip(screen, "危机等级", "高").click()
    (tick,) = (one for one in screen.findChildren(Tick) if one.accessibleName()[:5] == "今天确认过")
    tick.click()
    assert not tick.isChecked()
    city = line(screen, "来访者所在城市")
    city.clear()
    for field in ("来访者所在城市", tick.accessibleName()):
        click(house, screen, "签署")
        click(house, screen, "去确认")
        house.idle()
        assert here() == field
        write(city, "伦敦")


@pytest.mark.clause("031", "054", "092")
def test_what_is_worth_a_word_is_said_beside_the_signature_and_stops_nothing(house):
    note_id = house.begun("free")
    house.do(lambda vault: admitted.admit(vault, house.clock, note_id))
    screen = house.open(note_id)
    write(answer(screen, "正文"), "谈到睡眠。")
    click(house, screen, "签署")
    house.qtbot.waitUntil(line(screen, "密码").isVisible)
    words = said(screen)
    for one in (
        "双方的环境没有都勾上独处、安静、网络畅通。（网络 1.3，问 5(2)）",
        "第一次会谈没有勾上已提醒不录音录像。（问 8·1(2)）",
        "第一次远程评估没有写补救措施。（网络 5.1，问 2(4)）",
    ):
        assert one in words


def test_privacy_blurs_the_sheet_until_one_is_in_it(house):
    screen = house.opened(house.begun("free"))
    form = sheet(screen).form
    privacy.switch(to=True)
    try:
        privacy.lift(screen)
        assert not isinstance(form.graphicsEffect(), QGraphicsBlurEffect)
        answer(screen, "正文").setFocus()
        house.qtbot.waitUntil(lambda: isinstance(form.graphicsEffect(), QGraphicsBlurEffect))
    finally:
        privacy.switch(to=False)
