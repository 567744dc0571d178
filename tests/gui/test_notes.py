"""Writing a note, signing it, adding to it: as a counselor does it, on a real vault."""

from __future__ import annotations

import threading
from datetime import UTC, datetime, timedelta

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLineEdit, QScrollArea

from app.domain.appointment import Booking
from app.domain.case import ServiceMode
from app.domain.case_supervision import CaseSupervision
from app.domain.client import Place, Profile
from app.domain.note import NoteBody, NotePart
from app.domain.practice import Practice
from app.domain.practice_record import SupervisionForm, SupervisionMedium
from app.domain.recurrence import Rule
from app.domain.session import SessionTime
from app.services import appointments, case_supervisions, cases, notes
from tests import admitted
from tests.gui.helpers import LONDON, PASSWORD, House, compose
from ui.note_marks import Stretch, stretches
from ui.note_sections import SectionRow
from ui.notes import NoteScreen
from ui.page import Passage
from ui.widgets.banner import Banner
from ui.widgets.button import Button, IconButton
from ui.widgets.label import Label
from ui.widgets.plain import PlainEdit

CTRL = Qt.KeyboardModifier.ControlModifier
START = datetime(2026, 5, 12, 6, 0, tzinfo=UTC)
HANGZHOU = Place("杭州", "Asia/Shanghai")
NASTY = "今天😀䶮𬱖ㄅ\u202e说\u202c好\u00a0的\u2028\t下一行\n\n 末尾 \t\n\n"


class Desktop(House):
    """A vault with one case, and notes on the screen."""

    def __init__(self, qtbot, folder, made):
        super().__init__(qtbot, folder, made)
        self.screens = []
        self.case = self.do(self._case)

    def _case(self, vault):
        profile = Profile(name="林晓禾", place=LONDON, counselor_place=HANGZHOU)
        with vault.transaction():
            vault.settings.change_practice(Practice(counselor="沈知远"))
        return cases.open_case(vault, self.clock, "禾木", ServiceMode.ONLINE, profile)

    def start(self, key="structured", starts_at=START, *, admit=True, **texts):
        template = self.tools.note_templates[key]
        parts = tuple(NotePart(p.key, p.title, texts.get(p.key, "")) for p in template.parts)
        body = NoteBody(template.key, template.edition, parts)

        def work(vault):
            when = SessionTime(starts_at)
            note = notes.start(vault, self.clock, self.case.id, when, template)
            notes.save_draft(vault, self.clock, note.id, body)
            if admit:
                admitted.admit(vault, self.clock, note.id)
            return note.id

        return self.do(work)

    def signed(self, **texts):
        note_id = self.start(**texts)
        self.do(lambda vault: admitted.sign(vault, self.clock, note_id, "沈知远", PASSWORD))
        return note_id

    def note(self, note_id):
        return self.do(lambda vault: vault.notes.get(note_id))

    def text(self, note_id, key):
        return next(part.text for part in self.note(note_id).body.parts if part.key == key)

    def open(self, note_id, passage=None, quiet_ms=20, width=1440):
        screen = NoteScreen(self.office, note_id, passage, quiet_ms=quiet_ms)
        self.qtbot.addWidget(screen)
        self.screens.append(screen)
        screen.resize(width, 860)
        with self.qtbot.waitExposed(screen):
            screen.show()
        self.qtbot.waitUntil(lambda: bool(screen.findChildren(PlainEdit)))
        self.idle()
        if screen.writing() is not None:
            self.qtbot.waitUntil(lambda: isinstance(screen.focusWidget(), PlainEdit))
        return screen

    def leave(self, screen):
        self.screens.remove(screen)
        screen.leave()
        self.idle()
        screen.close()

    def fill_disk(self, *, full):
        """Let the file grow no more, or again: SQLite itself says that the disk is full."""

        def work(vault):
            pages = vault.connection.execute("PRAGMA page_count").fetchone()[0]
            most = pages if full else 1_000_000
            vault.connection.execute(f"PRAGMA max_page_count = {most}").fetchone()

        self.do(work)

    def end(self):
        for screen in self.screens:
            screen.leave()
        super().end()


@pytest.fixture
def house(qtbot, tmp_path, made_vault):
    house = Desktop(qtbot, tmp_path / "vault", made_vault)
    yield house
    house.end()


def paste(qtbot, edit, text):
    QGuiApplication.clipboard().setText(text)
    edit.setFocus()
    qtbot.keyClick(edit, Qt.Key.Key_V, CTRL)


def said(screen):
    """Return all words that are shown."""
    return [label.text() for label in screen.findChildren(Label) if label.isVisible()]


def wait_saved(house, screen):
    house.qtbot.waitUntil(lambda: "已存 14:57" in said(screen))
    house.idle()


def ask_to_sign(house, screen):
    """Press the button, and wait until the vault has said that nothing is missing."""
    button(screen, "签署").click()
    house.qtbot.waitUntil(lambda: line(screen, "密码").isVisible())


def sign(house, screen, password):
    """Ask to sign if that is still to do, write the password, press Enter."""
    if not line(screen, "密码").isVisible():
        ask_to_sign(house, screen)
    line(screen, "密码").setText(password)
    house.qtbot.keyClick(line(screen, "密码"), Qt.Key.Key_Return)
    house.idle()


def button(screen, text):
    found = [one for one in screen.findChildren(Button) if one.text() == text]
    assert len(found) == 1, f"{len(found)} buttons say {text}"
    return found[0]


def line(screen, name):
    return next(x for x in screen.findChildren(QLineEdit) if x.accessibleName() == name)


def banner(screen):
    return next((one for one in screen.findChildren(Banner) if one.isVisible()), None)


def marked(edit):
    """Return the words that are marked in a text."""
    return [one.cursor.selectedText() for one in edit.extraSelections()]


# Writing.


@pytest.mark.clause("123")
def test_what_is_typed_is_kept_and_there_again(house, find):
    note_id = house.start()
    screen = house.open(note_id)
    complaint, plan = find(screen, PlainEdit, "主诉"), find(screen, PlainEdit, "下次计划")
    assert complaint.hasFocus()
    compose(complaint, commit="整晚睡不着")
    house.qtbot.keyClick(complaint, Qt.Key.Key_Tab)
    plan.setFocus()
    compose(plan, commit="回看 12 日")
    wait_saved(house, screen)
    house.leave(screen)
    assert house.text(note_id, "complaint") == "整晚睡不着"
    again = house.open(note_id)
    assert find(again, PlainEdit, "主诉").toPlainText() == "整晚睡不着"
    assert find(again, PlainEdit, "下次计划").toPlainText() == "回看 12 日"
    assert "9 字" in said(again), "each Chinese sign, and 12 as one"


def test_every_character_is_kept(house, find):
    note_id = house.start("free")
    screen = house.open(note_id)
    paste(house.qtbot, find(screen, PlainEdit, "正文"), NASTY)
    wait_saved(house, screen)
    assert house.text(note_id, "text") == NASTY
    house.leave(screen)
    again = house.open(note_id)
    compose(find(again, PlainEdit, "正文"), commit="完")
    wait_saved(house, again)
    assert house.text(note_id, "text") == NASTY + "完"


def test_other_ends_of_a_line_become_line_feeds(house, find):
    note_id = house.start("free")
    screen = house.open(note_id)
    edit = find(screen, PlainEdit, "正文")
    paste(house.qtbot, edit, "一\r\n二\r三\u2029四")
    house.qtbot.keyClick(edit, Qt.Key.Key_Return)
    house.qtbot.keyClick(edit, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    wait_saved(house, screen)
    assert house.text(note_id, "text") == "一\n二\n三\n四\n\n"


def test_a_draft_that_is_only_looked_at_is_not_written_again(house, find):
    note_id = house.start("free", text="一\r\n二\u2029三")
    before = house.note(note_id)
    house.clock.time += timedelta(hours=1)
    screen = house.open(note_id)
    house.qtbot.keyClick(find(screen, PlainEdit, "正文"), Qt.Key.Key_S, CTRL)
    house.leave(screen)
    assert house.note(note_id) == before


@pytest.mark.parametrize("last", ["你好", ""])
def test_a_word_being_composed_is_neither_broken_nor_saved(house, find, last):
    note_id = house.start("free")
    screen = house.open(note_id)
    edit = find(screen, PlainEdit, "正文")
    compose(edit, commit="她说")
    compose(edit, preedit="ni hao")
    with house.qtbot.waitSignal(screen._saver._quiet.timeout):
        pass
    house.idle()
    assert house.text(note_id, "text") == ""
    assert edit.is_composing()
    compose(edit, commit=last)
    wait_saved(house, screen)
    assert house.text(note_id, "text") == "她说" + last


def test_leaving_saves_the_last_words(house, find):
    note_id = house.start("free")
    screen = house.open(note_id, quiet_ms=3_600_000)
    assert screen.writing() == note_id
    compose(find(screen, PlainEdit, "正文"), commit="最后一句，蓝色的伞")
    assert "正在存" in said(screen)
    house.leave(screen)
    assert house.text(note_id, "text") == "最后一句，蓝色的伞"
    assert [hit.note_id for hit in house.do(lambda vault: vault.search.find("蓝色的伞")).hits]


def test_ctrl_s_saves_at_once(house, find):
    note_id = house.start("free")
    screen = house.open(note_id, quiet_ms=3_600_000)
    edit = find(screen, PlainEdit, "正文")
    compose(edit, commit="现在就存")
    house.qtbot.keyClick(edit, Qt.Key.Key_S, CTRL)
    wait_saved(house, screen)
    assert house.text(note_id, "text") == "现在就存"


def test_typing_never_waits_and_the_newest_words_win(house, find):
    note_id = house.start("free")
    screen = house.open(note_id, quiet_ms=3_600_000)
    edit, gate = find(screen, PlainEdit, "正文"), threading.Event()
    house.desk.outside(house.desk, lambda: gate.wait(10))
    for word in "一二三四五":
        compose(edit, commit=word)
        house.qtbot.keyClick(edit, Qt.Key.Key_S, CTRL)
    assert house.desk.waiting == 2, "the gate and one save"
    assert edit.toPlainText() == "一二三四五"
    gate.set()
    wait_saved(house, screen)
    assert house.text(note_id, "text") == "一二三四五"


def caret_in_sight(edit):
    """Say whether the line of the caret can be seen whole."""
    page = edit.parentWidget()
    while not isinstance(page, QScrollArea):
        page = page.parentWidget()
    caret, port = edit.cursorRect(), page.viewport()
    top = edit.viewport().mapTo(port, caret.topLeft()).y()
    return top >= 0 and top + caret.height() <= port.height()


def test_two_megabytes_can_be_pasted(house, find):
    note_id = house.start("free")
    screen = house.open(note_id)
    long = ("她说到母亲时停了两次，眼圈发红。" * 20 + "\n") * 2_150
    assert len(long.encode()) > 2_000_000
    edit = find(screen, PlainEdit, "正文")
    paste(house.qtbot, edit, long)
    assert edit.textCursor().atEnd()
    house.qtbot.waitUntil(lambda: edit.height() > 2_150 * 24)
    house.qtbot.waitUntil(lambda: caret_in_sight(edit))
    wait_saved(house, screen)
    assert house.text(note_id, "text") == long


@pytest.mark.parametrize("lines", [1, 60, 2000])
def test_one_writes_on_behind_what_was_pasted_and_sees_it(house, find, lines):
    note_id = house.start("free", text="之前的。之后的。")
    screen = house.open(note_id)
    edit = find(screen, PlainEdit, "正文")
    cursor = edit.textCursor()
    cursor.setPosition(4)
    edit.setTextCursor(cursor)
    pasted = "一行字。\n" * lines
    paste(house.qtbot, edit, pasted)
    assert edit.textCursor().position() == 4 + len(pasted)
    house.qtbot.waitUntil(lambda: edit.height() > lines * 24)
    house.qtbot.waitUntil(lambda: caret_in_sight(edit))
    house.qtbot.keyClick(edit, Qt.Key.Key_Z, CTRL)
    house.qtbot.waitUntil(lambda: caret_in_sight(edit))
    assert edit.textCursor().position() == 4
    wait_saved(house, screen)


def test_undo_and_redo(house, find):
    note_id = house.start("free", text="原来的")
    screen = house.open(note_id)
    edit = find(screen, PlainEdit, "正文")
    compose(edit, commit="，后来的")
    house.qtbot.keyClick(edit, Qt.Key.Key_Z, CTRL)
    assert edit.toPlainText() == "原来的"
    house.qtbot.keyClick(edit, Qt.Key.Key_Z, CTRL)
    assert edit.toPlainText() == "原来的"
    house.qtbot.keyClick(edit, Qt.Key.Key_Z, CTRL | Qt.KeyboardModifier.ShiftModifier)
    assert edit.toPlainText() == "原来的，后来的"
    wait_saved(house, screen)
    assert house.text(note_id, "text") == "原来的，后来的"


def test_escape_takes_nothing_away(house, find):
    screen = house.open(house.start("free"))
    edit = find(screen, PlainEdit, "正文")
    compose(edit, commit="写到一半")
    house.qtbot.keyClick(edit, Qt.Key.Key_Escape)
    assert edit.toPlainText() == "写到一半"
    assert edit.isVisible()


def test_a_full_disk_is_said_and_nothing_is_lost(house, find):
    note_id = house.start("free", text="早先的字")
    screen = house.open(note_id)
    edit = find(screen, PlainEdit, "正文")
    house.fill_disk(full=True)
    long = "写了很久的字。" * 20_000
    paste(house.qtbot, edit, long)
    house.qtbot.waitUntil(lambda: banner(screen) is not None)
    assert banner(screen).accessibleName() == "磁盘满了，这次没有存上。"
    assert "没有存上" in said(screen)
    assert screen.unsaved()
    assert edit.toPlainText().endswith(long)
    assert house.text(note_id, "text") == "早先的字"
    banner(screen).action.click()
    house.idle()
    assert banner(screen) is not None
    house.fill_disk(full=False)
    banner(screen).action.click()
    wait_saved(house, screen)
    assert banner(screen) is None
    assert not screen.unsaved()
    assert house.text(note_id, "text") == "早先的字" + long


def test_after_a_full_disk_it_is_tried_again_by_itself(house, find, monkeypatch):
    monkeypatch.setattr("ui.saver.RETRY_MS", 30)
    note_id = house.start("free")
    screen = house.open(note_id)
    house.fill_disk(full=True)
    long = "写了很久的字。" * 20_000
    paste(house.qtbot, find(screen, PlainEdit, "正文"), long)
    house.qtbot.waitUntil(lambda: banner(screen) is not None)
    house.fill_disk(full=False)
    wait_saved(house, screen)
    assert banner(screen) is None
    assert house.text(note_id, "text") == long


def test_sections_show_how_far_they_are_and_fold_away(house, find):
    screen = house.open(house.start(complaint="睡不着"), width=1440)
    rows = {one.accessibleName(): one for one in screen.findChildren(SectionRow)}
    assert "主诉，正在写" in rows
    assert "风险评估，还空着" in rows
    rows["风险评估，还空着"].click()
    assert find(screen, PlainEdit, "风险评估").hasFocus()
    assert find(screen, SectionRow, "主诉，已写").isVisible()
    assert find(screen, SectionRow, "风险评估，正在写").isVisible()
    screen.resize(1280, 800)
    assert not find(screen, SectionRow, "主诉，已写").isVisible()


# When it was.


@pytest.mark.clause("014")
def test_both_clocks_and_the_day_to_sign_by_are_shown(house):
    screen = house.open(house.start())
    assert "禾木" in said(screen)
    assert "第 1 次咨询" in said(screen)
    assert button(screen, "2026年5月12日（周二）14:00–14:50")
    assert "来访者当地 07:00" in said(screen)
    assert "24 小时内签署：5月13日 周三 14:50 前就好。" in said(screen)
    house.leave(screen)
    house.clock.time += timedelta(days=2)
    late = house.open(house.start(starts_at=START - timedelta(hours=2)))
    assert any(one.startswith("已过 24 小时") for one in said(late))


def test_the_time_of_a_draft_can_be_changed(house):
    note_id = house.start()
    screen = house.open(note_id)
    button(screen, "2026年5月12日（周二）14:00–14:50").click()
    line(screen, "什么时候开始（您当地的时间）").setText("昨天早上六点半")
    line(screen, "分钟").setText("90")
    house.qtbot.keyClick(line(screen, "分钟"), Qt.Key.Key_Return)
    house.idle()
    assert button(screen, "2026年5月11日（周一）06:30–08:00").isVisible()
    assert "来访者当地 周日 23:30" in said(screen)
    session = house.do(lambda vault: vault.sessions.of_case(house.case.id)[0])
    assert session.starts_at == datetime(2026, 5, 10, 22, 30, tzinfo=UTC)
    assert session.minutes == 90


@pytest.mark.parametrize(
    ("name", "text", "error"),
    [
        ("什么时候开始（您当地的时间）", "2026-02-30 14:00", "没有读懂这个时间。"),
        ("什么时候开始（您当地的时间）", "25:00", "没有读懂这个时间。"),
        ("什么时候开始（您当地的时间）", "", "没有读懂这个时间。"),
        ("分钟", "一小时", "请写一个数，例如 50。"),
        ("分钟", "2000", "咨询时长要在 1 分钟到 24 小时之间。请改一下时长。"),
    ],
)
def test_an_impossible_time_is_said_in_place(house, name, text, error):
    screen = house.open(house.start())
    button(screen, "2026年5月12日（周二）14:00–14:50").click()
    line(screen, name).setText(text)
    button(screen, "改好了").click()
    house.idle()
    assert error in " ".join(said(screen))
    assert line(screen, name).text() == text
    house.qtbot.keyClick(line(screen, name), Qt.Key.Key_Escape)
    assert not line(screen, name).isVisible()
    assert house.do(lambda vault: vault.sessions.of_case(house.case.id)[0]).starts_at == START


def test_what_was_agreed_last_time_stands_above(house):
    before = START - timedelta(days=7)
    house.start(starts_at=before, homework="写三件小事", plan="留十分钟回顾")
    screen = house.open(house.start())
    assert "上次约定 5月5日" in said(screen)
    assert "写三件小事" in said(screen)
    assert "留十分钟回顾" in said(screen)


def test_without_a_plan_the_last_words_stand_above(house):
    house.start(starts_at=START - timedelta(days=7), complaint="睡不着")
    screen = house.open(house.start())
    assert "上次写的 5月5日" in said(screen)
    assert "睡不着" in said(screen)


def test_when_the_next_time_is_stands_beside_the_last_plan(house):
    house.start(starts_at=START - timedelta(days=7), homework="写三件小事")
    case, at = house.case, START + timedelta(days=7)
    weekly = Booking(case.id, at, case.mode, 50, "Asia/Shanghai", rule=Rule(weekdays=(1,)))
    house.do(lambda vault: appointments.book(vault, house.clock, weekly))
    first, ahead = house.start(), house.start(starts_at=at + timedelta(days=7))
    assert "2026年5月19日（周二）14:00" in said(house.open(first))
    assert "2026年5月19日（周二）14:00" not in said(house.open(ahead))


def test_an_old_note_says_when_the_session_after_it_was_and_promises_no_other(house):
    old = house.signed(plan="写信")
    latest = house.start(starts_at=START + timedelta(days=7))
    house.clock.time += timedelta(days=8)
    at = START + timedelta(days=14)
    coming = Booking(house.case.id, at, house.case.mode, 50, "Asia/Shanghai")
    house.do(lambda vault: appointments.book(vault, house.clock, coming))
    ahead = "2026年5月26日（周二）14:00"
    assert {"下次", ahead} <= set(said(house.open(latest)))
    words = said(house.open(old))
    assert words[words.index("随后一次") + 1] == "2026年5月19日（周二）14:00"
    assert not {"下次", ahead} & set(words)


@pytest.mark.clause("118")
def test_what_supervision_asked_for_stands_above_what_is_being_written(house):
    held = CaseSupervision(
        SupervisionForm.PEER, SupervisionMedium.VIDEO, "2026-05-04", 45, "高岚",
        actions=("下次问结束", "写给学校"),
    )  # fmt: skip
    done = house.signed(plan="写信")
    house.do(lambda vault: case_supervisions.record(vault, house.tools, house.case.id, held))
    words = said(house.open(house.start(starts_at=START + timedelta(days=7))))
    assert words[words.index("督导定下的") + 1] == "下次问结束 · 写给学校"
    assert "督导定下的" not in said(house.open(done))  # signed: it would be out of its time


def test_the_strip_of_last_time_stays_as_it_was_folded(house, find):
    house.start(starts_at=START - timedelta(days=7), homework="写三件小事")
    screen = house.open(house.start(homework="散步"))
    find(screen, IconButton, "收起上次的计划").click()
    assert "写三件小事" not in said(screen)
    house.idle()
    again = house.open(house.start(starts_at=START + timedelta(days=7)))
    assert "散步" not in said(again)
    find(again, IconButton, "展开上次的计划").click()
    house.idle()
    assert not house.office.preferences.load().strip_folded


def test_a_click_on_a_title_writes_in_its_section(house, find):
    screen = house.open(house.start(complaint="睡不着", plan="写信"))
    section = find(screen, PlainEdit, "主诉").parentWidget()
    for spot, place in ((QPoint(30, 8), 0), (QPoint(30, section.height() - 3), 3)):
        find(screen, PlainEdit, "下次计划").setFocus()
        house.qtbot.mouseClick(section, Qt.MouseButton.LeftButton, pos=spot)
        edit = find(screen, PlainEdit, "主诉")
        assert edit.hasFocus()
        assert edit.textCursor().position() == place


# Signing.


def test_a_password_typed_blindly_never_becomes_the_name_of_the_signer(house):
    house.do(lambda vault: vault.settings.change_practice(Practice()))
    note_id = house.start(complaint="睡不着")
    screen = house.open(note_id)
    ask_to_sign(house, screen)
    assert line(screen, "签署人").hasFocus(), "what is empty is asked first"
    for name in ("签署人", "密码"):
        line(screen, name).setText(PASSWORD)
    house.qtbot.keyClick(line(screen, "密码"), Qt.Key.Key_Return)
    house.idle()
    assert line(screen, "签署人").text() == ""
    assert "请写签署人的姓名。" in said(screen)
    assert house.note(note_id).seal is None


def test_signing_before_the_session_is_over_says_until_when_it_lasts(house):
    screen = house.open(house.start(starts_at=START + timedelta(hours=2), complaint="睡不着"))
    ask_to_sign(house, screen)
    words = "这次咨询要到 2026年5月12日（周二）16:50 才结束；时间写错了的话，先改好再签。"
    assert any(words in one for one in said(screen))
    screen = house.open(house.start(complaint="睡不着"))
    ask_to_sign(house, screen)
    assert not any("才结束" in one for one in said(screen))


def test_a_note_is_signed_with_the_password_of_that_moment(house, find):
    note_id = house.start(complaint="睡不着")
    screen = house.open(note_id, quiet_ms=3_600_000)
    compose(find(screen, PlainEdit, "主诉"), commit="，最后一句")
    house.qtbot.keyClick(find(screen, PlainEdit, "主诉"), Qt.Key.Key_Return, CTRL)
    house.qtbot.waitUntil(lambda: line(screen, "密码").isVisible())
    assert line(screen, "签署人").text() == "沈知远"
    assert any(
        "还空着：风险评估、干预措施、转介建议。没有也请写「无」。" in one for one in said(screen)
    )
    sign(house, screen, "不是这个")
    assert "密码不对。请看看大小写和输入法，再试一次。" in said(screen)
    assert line(screen, "密码").text() == ""
    assert house.note(note_id).seal is None
    assert find(screen, PlainEdit, "主诉").toPlainText() == "睡不着，最后一句"
    assert not find(screen, PlainEdit, "主诉").isReadOnly()
    sign(house, screen, PASSWORD)
    house.qtbot.waitUntil(lambda: "已签署" in said(screen))
    note = house.note(note_id)
    assert note.seal.signer == "沈知远"
    assert note.body.parts[0].text == "睡不着，最后一句"
    assert house.do(lambda vault: notes.seal_is_right(vault, note))
    edit = find(screen, PlainEdit, "主诉")
    assert edit.isReadOnly()
    house.qtbot.keyClicks(edit, "more")
    assert edit.toPlainText() == "睡不着，最后一句"
    edit.selectAll()
    assert edit.textCursor().selectedText() == "睡不着，最后一句"
    assert "沈知远 签署于 2026年5月12日（周二）14:57" in said(screen)
    assert not button(screen, "签署").isVisible()
    assert screen.writing() is None


def test_escape_goes_back_from_a_note_that_was_just_signed(house, find):
    screen = house.open(house.start(complaint="睡不着"), quiet_ms=3_600_000)
    went = []
    screen.back.connect(lambda: went.append("back"))
    screen.activateWindow()
    house.qtbot.keyClick(find(screen, PlainEdit, "主诉"), Qt.Key.Key_Return, CTRL)
    sign(house, screen, PASSWORD)
    house.qtbot.waitUntil(lambda: "已签署" in said(screen))
    house.qtbot.waitUntil(screen.hasFocus)
    screen.escape()
    assert went == ["back"]


@pytest.mark.parametrize("name", ["签署人", "密码"])
def test_ctrl_enter_in_the_panel_signs_once(house, find, name):
    note_id = house.start(complaint="谈到睡眠。")
    screen = house.open(note_id)
    ask_to_sign(house, screen)
    line(screen, "密码").setText(PASSWORD)
    part = line(screen, name)
    screen.activateWindow()
    part.setFocus()
    for _ in range(2):
        house.qtbot.keyClick(part, Qt.Key.Key_Return, CTRL)
    house.idle()
    assert house.note(note_id).seal is not None
    assert "已签署" in " ".join(said(screen))
    assert banner(screen) is None


def test_ctrl_enter_takes_the_time_before_it_asks_to_sign(house, find):
    note_id = house.start(complaint="谈到睡眠。")
    screen = house.open(note_id)
    screen._ask_time()
    part = line(screen, "什么时候开始（您当地的时间）")
    part.setText("13:00")
    screen.activateWindow()
    part.setFocus()
    house.qtbot.keyClick(part, Qt.Key.Key_Return, CTRL)
    house.idle()
    session = house.do(lambda vault: vault.sessions.get(vault.notes.get(note_id).session_id))
    assert session.starts_at == START - timedelta(hours=1)
    assert not line(screen, "密码").isVisible()


def test_too_many_wrong_passwords_make_a_pause_and_lose_nothing(house, find):
    note_id = house.start("free", text="写好的")
    screen = house.open(note_id)
    for _ in range(3):
        sign(house, screen, "不是这个")
    assert "密码不对。请等 1 秒再试。" in said(screen)
    assert not button(screen, "签署这篇记录").isEnabled()
    assert find(screen, PlainEdit, "正文").toPlainText() == "写好的"
    house.clock.uptime += 5
    house.qtbot.waitUntil(lambda: button(screen, "签署这篇记录").isEnabled())
    sign(house, screen, PASSWORD)
    house.qtbot.waitUntil(lambda: "已签署" in said(screen))


def test_an_empty_note_is_not_signed(house, find):
    note_id = house.start("free", text=" \n")
    screen = house.open(note_id)
    button(screen, "签署").click()
    house.qtbot.waitUntil(lambda: banner(screen) is not None)
    assert banner(screen).accessibleName() == "还没有写字。"
    assert not line(screen, "密码").isVisible()
    assert house.note(note_id).seal is None


def test_a_note_is_not_signed_when_its_last_words_were_not_saved(house, find):
    note_id = house.start("free", text="写好的")
    screen = house.open(note_id, quiet_ms=3_600_000)
    edit = find(screen, PlainEdit, "正文")
    ask_to_sign(house, screen)
    house.fill_disk(full=True)
    paste(house.qtbot, edit, "写了很久的字。" * 20_000)
    sign(house, screen, PASSWORD)
    house.qtbot.waitUntil(lambda: banner(screen) is not None)
    assert house.note(note_id).seal is None
    assert not edit.isReadOnly()
    house.fill_disk(full=False)


def test_the_signer_is_asked_for_once(house, find):
    def forget(vault):
        with vault.transaction():
            vault.settings.change_practice(Practice())

    house.do(forget)
    note_id = house.start("free", text="写好的")
    screen = house.open(note_id)
    sign(house, screen, PASSWORD)
    assert "请写签署人的姓名。" in said(screen)
    line(screen, "签署人").setText("  沈知远 ")
    assert "请写签署人的姓名。" not in said(screen)
    house.qtbot.keyClick(line(screen, "签署人"), Qt.Key.Key_Return)
    assert line(screen, "密码").hasFocus()
    sign(house, screen, PASSWORD)
    house.qtbot.waitUntil(lambda: "已签署" in said(screen))
    assert house.note(note_id).seal.signer == "沈知远"
    assert house.do(lambda vault: vault.settings.practice().counselor) == "沈知远"


def test_escape_closes_the_panel_and_forgets_the_password(house, find):
    screen = house.open(house.start("free", text="写好的"))
    ask_to_sign(house, screen)
    line(screen, "密码").setText(PASSWORD)
    house.qtbot.keyClick(line(screen, "密码"), Qt.Key.Key_Escape)
    assert not line(screen, "密码").isVisible()
    assert line(screen, "密码").text() == ""
    assert find(screen, PlainEdit, "正文").hasFocus()
    assert button(screen, "签署").isEnabled()


# Adding to it.


def test_an_amendment_stands_under_the_original(house, find):
    note_id = house.signed(complaint="睡不着")
    screen = house.open(note_id)
    for number, text in enumerate(("更正：是周三晚上。", "补充：来电七通。"), start=1):
        button(screen, "写补记").click()
        compose(find(screen, PlainEdit, "写补记"), commit=text)
        button(screen, "存入补记").click()
        house.qtbot.waitUntil(
            lambda number=number: any(
                one.accessibleName() == f"补记 {number}" for one in screen.findChildren(PlainEdit)
            )
        )
        house.idle()
    first, second = find(screen, PlainEdit, "补记 1"), find(screen, PlainEdit, "补记 2")
    assert first.isReadOnly()
    assert first.toPlainText() == "更正：是周三晚上。"
    original = find(screen, PlainEdit, "主诉")
    tops = [one.mapTo(screen, one.rect().topLeft()).y() for one in (original, first, second)]
    assert tops == sorted(tops)
    assert "沈知远 · 2026年5月12日（周二）14:57" in said(screen)
    kept = house.do(lambda vault: vault.notes.amendments(note_id))
    assert [one.text for one in kept] == ["更正：是周三晚上。", "补充：来电七通。"]
    assert house.do(lambda vault: vault.notes.amendment_draft(note_id)) == ""
    assert not find(screen, PlainEdit, "写补记").isVisible()


def test_an_amendment_not_yet_stored_is_there_again(house, find):
    note_id = house.signed(complaint="睡不着")
    screen = house.open(note_id, quiet_ms=3_600_000)
    button(screen, "写补记").click()
    paste(house.qtbot, find(screen, PlainEdit, "写补记"), NASTY)
    house.leave(screen)
    again = house.open(note_id)
    edit = find(again, PlainEdit, "写补记")
    assert edit.isVisible()
    button(again, "存入补记").click()
    house.qtbot.waitUntil(lambda: not house.desk.waiting)
    assert [x.text for x in house.do(lambda vault: vault.notes.amendments(note_id))] == [NASTY]


def test_an_empty_amendment_is_not_stored(house, find):
    screen = house.open(house.signed(complaint="睡不着"))
    button(screen, "写补记").click()
    button(screen, "存入补记").click()
    house.qtbot.waitUntil(lambda: banner(screen) is not None)
    assert banner(screen).accessibleName() == "还没有写字。"
    assert button(screen, "存入补记").isEnabled()


# Landing on what was looked for.


@pytest.mark.parametrize("signed", [False, True])
def test_a_passage_is_marked_where_it_stands(house, find, signed):
    texts = {"complaint": "😀𬱖睡不着", "risk": "无自伤意念，有蓝色的伞" + "很长。" * 400}
    note_id = house.signed(**texts) if signed else house.start(**texts)
    whole = house.note(note_id).body.text()
    at = whole.index("蓝色的伞")
    screen = house.open(note_id, Passage(at, at + 4))
    edit = find(screen, PlainEdit, "风险评估")
    house.qtbot.waitUntil(lambda: marked(edit) == ["蓝色的伞"])
    assert not edit.textCursor().hasSelection(), "a key would replace it"
    assert not edit.visibleRegion().isEmpty()


def test_a_passage_after_characters_of_two_units_is_marked(house, find):
    note_id = house.start("free", text="😀𬱖\n睡不着😀和伞")
    screen = house.open(note_id, Passage(3, 7))
    house.qtbot.waitUntil(lambda: marked(find(screen, PlainEdit, "正文")) == ["睡不着😀"])
    compose(find(screen, PlainEdit, "正文"), commit="，")
    assert marked(find(screen, PlainEdit, "正文")) == []


def test_a_passage_in_an_amendment_is_marked(house, find):
    note_id = house.signed(complaint="睡不着" * 600)
    added = house.do(
        lambda vault: notes.amend(vault, house.clock, note_id, "更正：是周三。", "沈知远")
    )
    screen = house.open(note_id, Passage(4, 6, added.id))
    edit = find(screen, PlainEdit, "补记 1")
    house.qtbot.waitUntil(lambda: marked(edit) == ["周三"])
    house.qtbot.waitUntil(lambda: not edit.visibleRegion().isEmpty())


def body(*texts):
    parts = (NotePart(f"k{n}", "题目", text) for n, text in enumerate(texts))
    return NoteBody("t", "1", tuple(parts))


@pytest.mark.parametrize(
    ("texts", "words", "found"),
    [
        (("只有一节",), "一节", (Stretch(0, 2, 4),)),
        (("甲乙", "", "丙丁"), "丙", (Stretch(2, 0, 1),)),
        (("甲乙", "丙丁"), "乙\n\n题目\n丙", (Stretch(0, 1, 2), Stretch(1, 0, 1))),
        (("甲乙", "丙丁"), "\n\n题目", (Stretch(1, 0, 0),)),
        (("甲乙", "丙丁"), "题目\n甲乙", (Stretch(0, 0, 2),)),
    ],
)
def test_places_in_the_whole_text_lead_to_sections(texts, words, found):
    whole = body(*texts)
    at = whole.text().index(words)
    assert stretches(whole, at, at + len(words)) == found


def test_an_amendment_is_stored_by_key_and_dropped_with_a_way_back(house, find):
    note_id = house.signed(complaint="睡不着")
    screen = house.open(note_id, quiet_ms=0)
    house.qtbot.keyClick(screen, Qt.Key.Key_Return, CTRL)
    box = find(screen, PlainEdit, "写补记")
    house.qtbot.waitUntil(box.hasFocus)
    compose(box, commit="第二天来电")
    house.qtbot.waitUntil(lambda: any("补记的草稿已存" in one for one in said(screen)))
    button(screen, "不写了").click()
    assert not box.isVisible()
    house.qtbot.waitUntil(lambda: house.do(lambda v: v.notes.amendment_draft(note_id)) == "")
    button(screen, "撤销").click()
    assert box.toPlainText() == "第二天来电"
    house.qtbot.keyClick(box, Qt.Key.Key_Return, CTRL)
    house.qtbot.waitUntil(lambda: len(house.do(lambda v: v.notes.amendments(note_id))) == 1)
    house.idle()
    (kept,) = house.do(lambda vault: vault.notes.amendments(note_id))
    assert kept.text == "第二天来电"
