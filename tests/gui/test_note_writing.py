"""What makes a note good to write in: light marks, lists, finding, templates, seeing only words."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QTextCursor

from app.domain.note import NoteBody, NotePart
from storage.preferences import JsonPreferences
from tests.gui.helpers import compose
from tests.gui.test_notes import CTRL, NASTY, button, house, line, marked, paste, said, wait_saved
from ui import lengths
from ui.note_templates import NoteTemplatesScreen
from ui.page import ToNote
from ui.widgets.plain import PlainEdit
from ui.workspace import Workspace

__all__ = ["house"]
KEY = Qt.Key


def dressed(edit, place):
    """Return what the character at `place` wears: weight, underline."""
    block = edit.document().findBlock(place)
    at = place - block.position()
    for one in block.layout().formats():
        if one.start <= at < one.start + one.length:
            return one.format.fontWeight(), one.format.fontUnderline()
    return 0, False


def test_marks_are_dressed_and_stay_in_the_text(house, find):
    note_id = house.start("free")
    screen = house.open(note_id)
    edit = find(screen, PlainEdit, "正文")
    text = "# 小事\n😀她**停了**两次，*先呼吸*\n2 * 3 * 4"
    paste(house.qtbot, edit, text)
    places = [
        text.encode("utf-16-le").index(w.encode("utf-16-le")) // 2 for w in ("小", "停", "先")
    ]
    assert dressed(edit, places[0])[0] == 600
    assert dressed(edit, places[1])[0] == 600
    assert dressed(edit, places[2])[1]
    assert not dressed(edit, len(text) - 3)[1]
    wait_saved(house, screen)
    assert house.text(note_id, "text") == text
    edit.selectAll()
    edit.copy()
    assert QGuiApplication.clipboard().text() == text
    assert not QGuiApplication.clipboard().mimeData().hasHtml()


def test_a_signed_note_is_read_without_marks_and_copied_with_them(house, find):
    text = "# 小事\n😀她**停了**两次"
    screen = house.open(house.signed(complaint=text))
    edit = find(screen, PlainEdit, "主诉")
    layout = edit.document().findBlock(text.index("她")).layout()
    tiny = [f for f in layout.formats() if f.format.hasProperty(f.format.Property.FontPixelSize)]
    assert sum(one.length for one in tiny) == 4
    assert all(one.format.foreground().color().alpha() == 0 for one in tiny)
    edit.selectAll()
    edit.copy()
    assert QGuiApplication.clipboard().text() == text


def test_a_list_goes_on_with_enter_and_ends_at_an_empty_item(house, find):
    screen = house.open(house.start("free"))
    edit = find(screen, PlainEdit, "正文")
    compose(edit, commit="1. 写信")
    for words in ("散步", ""):
        house.qtbot.keyClick(edit, KEY.Key_Return)
        if words:
            compose(edit, commit=words)
    assert edit.text() == "1. 写信\n2. 散步\n3. "
    house.qtbot.keyClick(edit, KEY.Key_Return)
    assert edit.text() == "1. 写信\n2. 散步\n"
    house.qtbot.keyClick(edit, KEY.Key_Z, CTRL)
    assert edit.text() == "1. 写信\n2. 散步\n3. "


def test_an_enter_before_the_mark_of_a_list_is_only_an_enter(house, find):
    screen = house.open(house.start("free"))
    edit = find(screen, PlainEdit, "正文")
    compose(edit, commit="- 写信")
    edit.moveCursor(QTextCursor.MoveOperation.Start)
    house.qtbot.keyClick(edit, KEY.Key_Return)
    assert edit.text() == "\n- 写信"


def test_a_word_being_composed_survives_marks_and_finding(house, find):
    note_id = house.start("free", text="**睡**不着")
    screen = house.open(note_id)
    edit = find(screen, PlainEdit, "正文")
    house.qtbot.keyClick(edit, KEY.Key_F, CTRL)
    line(screen, "在这篇记录里找").setText("睡")
    house.qtbot.waitUntil(lambda: marked(edit) == ["睡"])
    edit.setFocus()
    edit.moveCursor(QTextCursor.MoveOperation.End)
    compose(edit, preedit="ni hao")
    with house.qtbot.waitSignal(screen._saver._quiet.timeout):
        screen._saver.touch()
    screen._find.search()
    assert edit.is_composing()
    assert edit.textCursor().block().layout().preeditAreaText() == "ni hao"
    compose(edit, commit="你好")
    wait_saved(house, screen)
    assert house.text(note_id, "text") == "**睡**不着你好"


def test_words_are_found_in_every_section(house, find):
    note_id = house.start(complaint="😀睡不着，Sleep", plan="先谈sleep")
    screen = house.open(note_id)
    complaint, plan = find(screen, PlainEdit, "主诉"), find(screen, PlainEdit, "下次计划")
    house.qtbot.keyClick(complaint, KEY.Key_F, CTRL)
    field = line(screen, "在这篇记录里找")
    assert field.hasFocus()
    house.qtbot.keyClicks(field, "sleep")
    assert "1 / 2" in said(screen)
    assert (marked(complaint), marked(plan)) == (["Sleep"], ["sleep"])
    house.qtbot.keyClick(field, KEY.Key_Return)
    assert "2 / 2" in said(screen)
    house.qtbot.keyClick(field, KEY.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    assert "1 / 2" in said(screen)
    house.qtbot.keyClick(field, KEY.Key_Return)
    house.qtbot.keyClick(field, KEY.Key_Escape)
    assert not field.isVisible()
    assert plan.hasFocus()
    assert plan.textCursor().position() == len("先谈sleep")
    assert not plan.textCursor().hasSelection()
    assert marked(plan) == []
    assert house.text(note_id, "plan") == "先谈sleep"


def test_what_is_not_there_is_said(house, find):
    screen = house.open(house.start("free", text="睡不着"))
    edit = find(screen, PlainEdit, "正文")
    house.qtbot.keyClick(edit, KEY.Key_F, CTRL)
    line(screen, "在这篇记录里找").setText("没有的词")
    assert "没有找到" in said(screen)
    house.qtbot.keyClick(line(screen, "在这篇记录里找"), KEY.Key_Return)
    house.qtbot.keyClick(line(screen, "在这篇记录里找"), KEY.Key_Escape)
    assert edit.hasFocus()


def test_a_template_is_changed_and_the_change_taken_back(house, find):
    note_id = house.start(complaint=NASTY, plan="回顾")
    screen = house.open(note_id, quiet_ms=3_600_000)
    compose(find(screen, PlainEdit, "下次计划"), commit="，再见")
    screen._head.template_asked.emit("soap")
    house.qtbot.waitUntil(lambda: house.note(note_id).body.template == "soap")
    house.qtbot.waitUntil(lambda: find(screen, PlainEdit, "其他") is not None)
    assert NASTY in find(screen, PlainEdit, "其他").text()
    assert house.text(note_id, "plan").endswith("，再见") or "，再见" in house.text(note_id, "plan")
    button(screen, "撤销").click()
    house.qtbot.waitUntil(lambda: house.note(note_id).body.template == "structured")
    house.idle()
    assert house.text(note_id, "complaint") == NASTY


def test_alone_with_the_words(house, find, tmp_path):
    note_id = house.start("free", text="睡不着")
    store = JsonPreferences(tmp_path / "preferences.json")
    space = Workspace(replace(house.office, preferences=store))
    house.qtbot.addWidget(space)
    space.resize(1440, 860)
    with house.qtbot.waitExposed(space):
        space.show()
    space.go(ToNote(note_id))
    house.qtbot.waitUntil(lambda: bool(space.page.findChildren(PlainEdit)))
    house.idle()
    edit = find(space.page, PlainEdit, "正文")
    house.qtbot.waitUntil(edit.hasFocus)
    house.qtbot.keyClick(edit, KEY.Key_F11)
    assert not space.rail.isVisible()
    assert not space.page._side.isVisible()
    assert edit.hasFocus()
    assert "3 字" in said(space.page), "the count goes along"
    compose(edit, commit="，醒得早")
    house.qtbot.waitUntil(lambda: "7 字" in said(space.page))
    with house.qtbot.waitSignal(space.lock):
        space.page._head.lock.click()
    with house.qtbot.waitSignal(space.lock):
        house.qtbot.keyClick(edit, KEY.Key_L, CTRL)
    house.qtbot.keyClick(edit, KEY.Key_Escape)
    assert space.rail.isVisible()
    assert space.page._side.isVisible()
    assert not space.page._head.count.isVisible(), "the side says it again"
    space.page._head.show_count(there=True)
    assert space.page._head.count.text() == "7 字", "said where the side has no room"
    space.page._head.show_count(there=False)
    assert said(space.page).count("7 字") == 1
    house.qtbot.keyClick(edit, KEY.Key_F11)
    space.back()
    assert space.rail.isVisible()
    house.idle()


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("睡不着，", "4 字"),
        ("slept 6.5 hours; client’s", "4 个词"),
        ("睡不着，slept 6.5 hours; client’s", "共 8 字"),
    ],
)
def test_a_count_says_whether_it_is_of_characters_or_of_words(text, words):
    body = NoteBody("t", "1", (NotePart("k", "题", text),))
    assert lengths.said(body.length()) == words


@pytest.mark.promise(1)
def test_a_template_left_with_a_title_alone_is_kept(house):
    screen = NoteTemplatesScreen(house.office)
    house.qtbot.addWidget(screen)
    with house.qtbot.waitExposed(screen):
        screen.show()
    house.idle()
    button(screen, "新建模板").click()
    screen.leave()
    house.idle()
    assert house.do(lambda vault: vault.settings.note_templates()) == ()
    screen.form.title.line.setText("伴侣咨询")
    screen.leave()
    house.qtbot.waitUntil(lambda: not screen.unsaved())
    (kept,) = house.do(lambda vault: vault.settings.note_templates())
    assert (kept.title, [one.title for one in kept.parts]) == ("伴侣咨询", ["正文"])


def test_a_template_of_ones_own_is_made_and_moved_by_keys(house, find):
    screen = NoteTemplatesScreen(house.office)
    house.qtbot.addWidget(screen)
    with house.qtbot.waitExposed(screen):
        screen.show()
    house.idle()
    button(screen, "新建模板").click()
    form = screen.form
    form.keep.click()
    house.idle()
    assert any("模板还没有名字" in one for one in said(screen))
    form.title.line.setText("伴侣咨询")
    form.lines[0].title.line.setText("计划（P）")
    form.lines[1].title.line.setText("看到的")
    form.lines[1].title.line.setFocus()
    house.qtbot.keyClick(form.lines[1].title.line, KEY.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert form.lines[0].title.line.hasFocus()
    form.keep.click()
    house.qtbot.waitUntil(lambda: bool(house.do(lambda v: v.settings.note_templates())))
    house.idle()
    (kept,) = house.do(lambda vault: vault.settings.note_templates())
    assert [(part.key, part.title) for part in kept.parts] == [
        ("own.看到的", "看到的"),
        ("plan", "计划（P）"),
    ]
    house.qtbot.waitUntil(
        lambda: kept.title in [b.text() for b in screen.findChildren(type(form.keep))]
    )
    screen._usual_room.itemAt(0).widget().chip("own.1").click()
    house.idle()
    assert house.do(lambda vault: vault.settings.usual_note_template()) == "own.1"
    screen._open(kept)
    screen.form.remove.click()
    house.idle()
    assert house.do(lambda vault: vault.settings.note_templates()) == ()
    button(screen, "撤销").click()
    house.idle()
    assert house.do(lambda vault: vault.settings.note_templates()) == (kept,)
