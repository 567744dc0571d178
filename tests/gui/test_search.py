"""Finding words in the notes, as a counselor types them, on a real vault."""

from __future__ import annotations

import threading
from datetime import timedelta

import pytest
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QLineEdit

from app.domain.client import Profile
from app.domain.errors import DiskFailed
from app.ports import Hit
from app.services import notes as services
from app.services import search
from tests.gui.helpers import NASTY, NOW, click, said, write
from ui import privacy
from ui.excerpt import excerpt
from ui.names import as_written
from ui.notes import NoteScreen
from ui.page import Passage, ToCases, ToNote, ToSearch
from ui.search import HitList, SearchScreen, in_utf16, same_words, snippet
from ui.widgets.banner import Banner
from ui.widgets.plain import PlainEdit


@pytest.fixture
def notes(house):
    case = house.case("H-017", Profile())
    first = house.note(case, f"{NASTY}母亲来电，谈到睡眠。", starts_at=NOW - timedelta(days=7))
    second = house.note(
        case, "Anxiety 少了一些，\n睡眠也好。", signed=True, amendment="补充：又梦见母亲。"
    )
    return first, second


def screen_of(house, words=""):
    return house.show(SearchScreen(house.office, words))


def found(screen):
    model = screen.findChild(HitList).model()
    return [model.data(model.index(n)) for n in range(model.rowCount())]


def type_in(find, screen, words):
    line = find(screen, QLineEdit, "查找记录")
    line.clear()
    write(line, words)
    return line


@pytest.mark.parametrize(
    "held", [Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ControlModifier]
)
def test_enter_in_the_line_opens_one_place_once(house, notes, find, held):
    screen = screen_of(house)
    opened = []
    screen.wanted.connect(opened.append)
    line = type_in(find, screen, "母")
    house.qtbot.waitUntil(lambda: bool(found(screen)))
    house.qtbot.keyClick(line, Qt.Key.Key_Return, held)
    house.idle()
    assert len(opened) == 1


def test_before_anything_is_typed_it_says_what_can_be_found(house):
    screen = screen_of(house)
    assert "查找任何字词" in said(screen)
    assert screen.here() == ToSearch("")


def test_one_character_is_found_in_notes_and_amendments(house, notes, find):
    screen = screen_of(house)
    type_in(find, screen, "母")
    house.qtbot.waitUntil(lambda: len(found(screen)) == 2)
    assert "找到 2 处" in said(screen)
    amended, plain = sorted(found(screen), key=lambda one: "补记" not in one)
    assert amended == "H-017，5月12日 周二，补记，补充：又梦见母亲。"
    assert plain.startswith("H-017，5月5日 周二，")
    assert NASTY in plain
    screen.grab()


def test_the_beginning_of_a_latin_word_is_found(house, notes, find):
    screen = screen_of(house)
    type_in(find, screen, "anx")
    house.qtbot.waitUntil(lambda: len(found(screen)) == 1)
    assert found(screen) == ["H-017，5月12日 周二，Anxiety 少了一些， 睡眠也好。"]


def test_enter_lands_on_the_very_words(house, notes, find):
    first, second = notes
    screen = screen_of(house)
    line = type_in(find, screen, "睡眠")
    house.qtbot.waitUntil(lambda: len(found(screen)) == 2)
    house.qtbot.keyClick(line, Qt.Key.Key_Down)
    house.qtbot.keyClick(line, Qt.Key.Key_Down)
    with house.qtbot.waitSignal(screen.wanted) as went:
        house.qtbot.keyClick(line, Qt.Key.Key_Return)
    start = f"{NASTY}母亲来电，谈到睡眠。".index("睡眠")
    assert went.args == [ToNote(first.id, Passage(start, start + 2))]
    house.qtbot.keyClick(line, Qt.Key.Key_Up)
    hits = screen.findChild(HitList)
    hits.setFocus()
    with house.qtbot.waitSignal(screen.wanted) as went:
        house.qtbot.keyClick(hits, Qt.Key.Key_Return)
    assert went.args[0].note_id == second.id


def test_a_click_lands_in_the_amendment(house, notes, find):
    screen = screen_of(house, "梦见")
    house.qtbot.waitUntil(lambda: len(found(screen)) == 1)
    hits = screen.findChild(HitList)
    with house.qtbot.waitSignal(screen.wanted) as went:
        place = hits.visualRect(hits.model().index(0)).center()
        house.qtbot.mouseClick(hits.viewport(), Qt.MouseButton.LeftButton, pos=place)
    amendment = house.do(lambda v: v.notes.amendments(notes[1].id))[0]
    assert went.args == [ToNote(notes[1].id, Passage(4, 6, amendment.id))]


def test_an_unfinished_amendment_is_found_and_one_lands_on_its_words(house, notes, find):
    note_id, text = notes[1].id, f"{NASTY}更正：是一把蓝伞"
    house.do(lambda v: services.save_amendment_draft(v, house.clock, note_id, text))
    screen = screen_of(house, "蓝伞")
    assert found(screen) == [f"H-017，5月12日 周二，补记没写完，{text}"]
    screen.grab()
    with house.qtbot.waitSignal(screen.wanted) as went:
        house.qtbot.keyClick(find(screen, QLineEdit, "查找记录"), Qt.Key.Key_Return)
    start = text.index("蓝伞")
    assert went.args == [ToNote(note_id, Passage(start, start + 2, unfinished=True))]
    page = house.show(NoteScreen(house.office, note_id, went.args[0].passage))
    edit = find(page, PlainEdit, "写补记")
    house.qtbot.waitUntil(lambda: page.focusWidget() is edit)
    (patch,) = edit.extraSelections()
    assert patch.cursor.selectedText() == "蓝伞"
    write(edit, "：")
    assert edit.extraSelections() == []
    page.leave()
    house.idle()


def test_a_place_that_is_gone_from_an_unfinished_amendment_is_no_error(house, notes, find):
    note_id = notes[1].id
    house.do(lambda v: services.save_amendment_draft(v, house.clock, note_id, "短"))
    page = house.show(NoteScreen(house.office, note_id, Passage(5, 9, unfinished=True)))
    edit = find(page, PlainEdit, "写补记")
    assert (edit.text(), edit.extraSelections()) == ("短", [])
    page.leave()
    house.idle()


def test_enter_does_not_wait_for_the_pause(house, notes, find):
    screen = screen_of(house)
    line = type_in(find, screen, "梦")
    house.qtbot.keyClick(line, Qt.Key.Key_Return)
    house.idle()
    assert len(found(screen)) == 1


def test_nothing_found_says_what_to_try(house, notes, find):
    screen = screen_of(house, "不在里面")
    assert "没有找到" in said(screen)
    line = find(screen, QLineEdit, "查找记录")
    house.qtbot.keyClick(line, Qt.Key.Key_Escape)
    house.qtbot.waitUntil(lambda: "查找任何字词" in said(screen))


def test_the_case_of_a_name_stands_first_and_enter_opens_it(house, find):
    case = house.case("H-017", Profile(name=f"林晓禾{NASTY}", aliases=("小林",)))
    house.note(house.case("X-2", Profile(name="解缙")), "说起林晓禾。")
    screen = screen_of(house)
    went = []
    screen.wanted.connect(went.append)
    line = type_in(find, screen, "林晓禾")
    house.qtbot.waitUntil(lambda: len(found(screen)) == 2)
    assert found(screen)[0] == f"打开个案，{as_written(f'林晓禾{NASTY}')}，H-017"
    assert found(screen)[1] == "解缙，5月12日 周二，说起林晓禾。"
    assert "找到 1 处" in said(screen)
    screen.grab()
    house.qtbot.keyClick(line, Qt.Key.Key_Return)
    house.idle()
    assert went == [ToCases(case.id)]
    house.qtbot.keyClick(line, Qt.Key.Key_Down)
    house.qtbot.keyClick(line, Qt.Key.Key_Down)
    house.qtbot.keyClick(line, Qt.Key.Key_Return)
    house.idle()
    assert isinstance(went[1], ToNote)


@pytest.mark.parametrize("typed", ["林晓禾", "小林", "lxh", "lin", "h-017"])
def test_a_name_that_no_note_holds_leads_to_the_case(house, find, typed):
    case = house.case("H-017", Profile(name="林晓禾", aliases=("小林",)))
    screen = screen_of(house, typed)
    assert found(screen) == ["打开个案，林晓禾，H-017"]
    assert "记录里没有这些字" in said(screen)
    assert "没有找到" not in said(screen)
    hits = screen.findChild(HitList)
    with house.qtbot.waitSignal(screen.wanted) as went:
        place = hits.visualRect(hits.model().index(0)).center()
        house.qtbot.mouseClick(hits.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert went.args == [ToCases(case.id)]


def test_names_are_hidden_in_privacy_mode(house):
    house.case("H-017", Profile(name="林晓禾"))
    privacy.switch(to=True)
    try:
        assert found(screen_of(house, "林")) == ["打开个案，H-017"]
    finally:
        privacy.switch(to=False)


def test_more_than_fifty_come_in_two_helpings(house, find):
    case = house.case("H-017", Profile(name="雨生"))  # one row more, which is no place in a note
    for _ in range(53):
        house.note(case, "又谈到雨。")
    screen = screen_of(house, "雨")
    assert len(found(screen)) == 51
    assert "约 53 处" in said(screen)
    click(house, screen, "显示更多")
    house.qtbot.waitUntil(lambda: len(found(screen)) == 54)
    assert "找到 53 处" in said(screen)
    assert "显示更多" not in said(screen)


def test_a_slow_old_answer_does_not_overwrite_a_new_one(house, notes, find, monkeypatch):
    gate, honest = threading.Event(), search.find

    def slow(vault, words, *rest):
        assert gate.wait(5)
        return honest(vault, words, *rest)

    monkeypatch.setattr(search, "find", slow)
    screen = screen_of(house)
    line = type_in(find, screen, "母")
    house.qtbot.keyClick(line, Qt.Key.Key_Return)
    line = type_in(find, screen, "anx")
    house.qtbot.keyClick(line, Qt.Key.Key_Return)
    seen = []
    screen.hits.found.modelReset.connect(lambda: seen.append(found(screen)))
    gate.set()
    house.idle()
    assert [len(one) for one in seen] == [1]
    assert "Anxiety" in found(screen)[0]


def test_nothing_is_searched_while_an_input_method_composes(house, notes, find):
    screen = screen_of(house)
    line = find(screen, QLineEdit, "查找记录")
    write(line, "母")
    QCoreApplication.sendEvent(line, QInputMethodEvent("qin", []))
    assert not line._pause.isActive()
    done = QInputMethodEvent("", [])
    done.setCommitString("亲")
    QCoreApplication.sendEvent(line, done)
    house.qtbot.waitUntil(lambda: len(found(screen)) == 2)
    assert line.text() == "母亲"


def test_a_disk_that_fails_is_said_and_the_words_stay(house, notes, find, monkeypatch):
    honest = search.find

    def failing(*_):
        raise DiskFailed

    monkeypatch.setattr(search, "find", failing)
    screen = screen_of(house, "母")
    assert "磁盘出错" in screen.findChild(Banner).accessibleName()
    monkeypatch.setattr(search, "find", honest)
    line = find(screen, QLineEdit, "查找记录")
    assert line.text() == "母"
    house.qtbot.keyClick(line, Qt.Key.Key_Return)
    house.qtbot.waitUntil(lambda: len(found(screen)) == 2)


def test_a_snippet_is_one_line_and_knows_where_the_words_stand():
    hit = Hit(1, 1, None, NOW, 40, 42, "😀\n母亲" + "后" * 32, 38)
    text, start, end = snippet(hit)
    assert text == "…😀 母亲" + "后" * 32 + "…"
    assert text[start:end] == "母亲"
    assert in_utf16(text, start) == start + 1


def test_every_place_in_a_preview_that_reads_alike_is_marked():
    assert same_words("睡眠不好，说睡眠，又睡眠", 5 + 1, 8) == [(0, 2), (6, 8), (10, 12)]
    assert same_words("The Sleep, asleep, sleepy", 4, 9) == [(4, 9), (19, 24)]
    assert same_words("说sleep", 1, 6) == [(1, 6)]
    assert same_words("İ母母", 1, 2) == [(1, 2)], "its small letter is two characters"
    assert same_words("母", 0, 0) == [(0, 0)]


def test_a_snippet_is_read_without_marks():
    written = "# 小事\n**bold** text\n- 写信"
    at = written.index("text")
    said, start, end = snippet(Hit(1, 1, None, NOW, at, at + 4, written, 0))
    assert said == "小事 bold text · 写信"
    assert excerpt([written]) == "小事 · bold text · 写信"
    assert said[start:end] == "text"
