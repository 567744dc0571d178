"""Going back and forth, the keys that F1 shows, and what Esc does: all by keyboard."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QTextEdit

from storage.preferences import JsonPreferences
from tests import admitted
from tests.gui.helpers import buttons, click, compose
from ui.keys_panel import KeysPanel
from ui.page import (
    Page,
    ToCalendar,
    ToCases,
    ToConsentTexts,
    ToExport,
    ToHelp,
    ToNewCase,
    ToNote,
    ToNoteTemplates,
    ToSearch,
    ToSettings,
    ToToday,
)
from ui.theme import style
from ui.trail import MOST, Trail
from ui.widgets.label import Label
from ui.workspace import Workspace

ALT = Qt.KeyboardModifier.AltModifier


@pytest.fixture
def at(house, tmp_path):
    """Show the workspace of a vault with a signed and an unsigned note; give a hand to go about."""
    case = house.case()
    signed = house.note(case, "雨一直下。", signed=True)
    draft = house.note(case, "谈到睡眠。")
    store = JsonPreferences(tmp_path / "choices" / "preferences.json")
    house.office = replace(house.office, preferences=store)
    space = house.show(Workspace(house.office))

    def show_page(to):
        space.go(to)
        house.idle()
        house.qtbot.waitUntil(lambda: focused(space))

    space.show_page = show_page
    space.note_ids = (signed.id, draft.id)
    space.case_id = case.id
    yield space
    space.leave()
    house.idle()


def focused(space):
    """Return whether the page that is shown has the focus, and not one that is on its way out."""
    focus = QApplication.focusWidget()
    return focus is not None and (focus is space.page or space.page.isAncestorOf(focus))


def press(house, key, modifier=Qt.KeyboardModifier.NoModifier):
    """Press a key where the focus is."""
    house.qtbot.waitUntil(lambda: QApplication.focusWidget() is not None)
    house.qtbot.keyClick(QApplication.focusWidget(), key, modifier)
    house.qtbot.waitUntil(lambda: not house.desk.waiting and QApplication.focusWidget() is not None)


def words(panel):
    return [one.text() for one in panel.findChildren(Label)]


def test_a_trail_goes_back_and_forth_and_forgets_what_lay_ahead():
    trail = Trail()
    assert trail.back(1) is None
    assert trail.forward(1) is None
    for place in (1, 2, 3):
        trail.leave(place)
    assert (trail.back(4), trail.back(3), trail.forward(2)) == (3, 2, 3)
    trail.leave(3)
    assert trail.forward(9) is None
    assert (trail.back(9), trail.back(3), trail.back(2)) == (3, 2, 1)
    trail.leave(None)
    assert trail.back(1) is None
    for place in range(MOST + 5):
        trail.leave(place)
    found = [trail.back(None) for _ in range(MOST + 1)]
    assert found == [*range(MOST + 4, 4, -1), None]


def test_alt_left_and_alt_right_go_through_the_pages_that_were_seen(house, at, find):
    signed, draft = at.note_ids
    for place in (ToCases(at.case_id), ToNote(signed), ToNote(draft), ToSearch()):
        at.show_page(place)
    compose(find(at.page, QLineEdit, "查找记录"), commit="雨")
    seen = []
    for key in (Qt.Key.Key_Left, Qt.Key.Key_Left, Qt.Key.Key_Left, Qt.Key.Key_Left):
        press(house, key, ALT)
        seen.append(at._where())
    assert seen == [ToNote(draft), ToNote(signed), ToCases(at.case_id), ToToday()]
    seen = []
    for _ in range(4):
        press(house, Qt.Key.Key_Right, ALT)
        seen.append(at._where())
    assert seen == [ToNote(signed), ToNote(draft), ToSearch("雨"), ToSearch("雨")]
    press(house, Qt.Key.Key_Left, ALT)
    at.show_page(ToSettings())
    press(house, Qt.Key.Key_Right, ALT)
    assert at._where() == ToSettings()


def test_the_day_and_the_cases_are_kept_and_shown_again_as_they_are_now(house, at):
    at.show_page(ToCases(at.case_id))
    kept = at.page
    at.show_page(ToSettings())
    other = house.case("Z-9")
    at.go(ToCases(other.id))
    house.idle()
    assert at.page is kept
    assert at.page.isVisible()
    house.qtbot.waitUntil(lambda: at.page.list.rows.current() == str(other.id))
    assert at.page._view.page.case.id == other.id
    at.show_page(ToSettings())
    at.go(ToCases())
    house.idle()
    assert at.page._view is None, "no case is open, not even for a moment"
    assert not at.page.pane.isVisible()


def test_esc_leaves_the_note_and_what_was_typed_is_kept(house, at):
    at.show_page(ToCases(at.case_id))
    at.show_page(ToNote(at.note_ids[1]))
    house.qtbot.waitUntil(lambda: isinstance(QApplication.focusWidget(), QTextEdit))
    edit = QApplication.focusWidget()
    compose(edit, preedit="men")
    press(house, Qt.Key.Key_Escape)
    assert at._where() == ToNote(at.note_ids[1]), "a word was being composed"
    compose(edit, commit="她梦见门😀")
    press(house, Qt.Key.Key_Escape)
    assert at._where() == ToCases(at.case_id)
    note = house.do(lambda vault: vault.notes.get(at.note_ids[1]))
    assert "她梦见门😀" in note.body.text()


def test_a_note_that_was_left_at_once_does_not_take_the_keys_back(house, at, find):
    """It means to set the cursor where the writing goes on, a moment after it was read."""
    for _ in range(3):
        at.go(ToNote(at.note_ids[1]))
        left = at.page
        house.qtbot.waitUntil(lambda: not house.desk.waiting)
        at.go(ToSearch())
        left._land()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        house.qtbot.waitUntil(find(at.page, QLineEdit, "查找记录").hasFocus)


@pytest.mark.parametrize("panel", ["_sign", "_missing", "_time"])
def test_esc_closes_the_panel_first_wherever_the_focus_is(house, at, panel):
    if panel == "_sign":
        house.do(lambda vault: admitted.admit(vault, house.clock, at.note_ids[1]))
    at.show_page(ToCases(at.case_id))
    at.show_page(ToNote(at.note_ids[1]))
    house.qtbot.waitUntil(lambda: isinstance(QApplication.focusWidget(), QTextEdit))
    edit, screen = QApplication.focusWidget(), at.page
    (screen._ask_time if panel == "_time" else screen._ask_to_sign)()
    house.qtbot.waitUntil(getattr(screen, panel).isVisible)
    edit.setFocus()
    press(house, Qt.Key.Key_Escape)
    assert at.page is screen
    assert not getattr(screen, panel).isVisible()
    edit.setFocus()
    press(house, Qt.Key.Key_Escape)
    assert at._where() == ToCases(at.case_id)


def test_esc_empties_the_search_then_goes_back(house, at):
    at.show_page(ToSettings())
    at.show_page(ToSearch("雨"))
    press(house, Qt.Key.Key_Escape)
    assert at._where() == ToSearch("")
    press(house, Qt.Key.Key_Escape)
    assert at._where() == ToSettings()
    press(house, Qt.Key.Key_Escape)
    assert at._where() == ToToday()
    page = at.page
    press(house, Qt.Key.Key_Escape)
    press(house, Qt.Key.Key_Left, ALT)
    assert at.page is page, "there is nothing behind the day"


def test_f1_shows_the_keys_of_the_page_and_esc_takes_them_away(house, at):
    at.show_page(ToNote(at.note_ids[1]))
    house.qtbot.waitUntil(lambda: isinstance(QApplication.focusWidget(), QTextEdit))
    edit = QApplication.focusWidget()
    press(house, Qt.Key.Key_F1)
    (panel,) = at.findChildren(KeysPanel)
    assert panel.hasFocus()
    assert panel.isVisible()
    assert {"按键", "这一页", "签署", "返回", "锁定", "前进"} <= set(words(panel))
    assert panel.accessibleName() == "按键"
    assert "Ctrl+Enter 签署" in panel.accessibleDescription()
    at.resize(1000, 700)
    assert panel.geometry().right() == at.width() - 1
    assert panel.height() == at.height()
    panel.grab()
    press(house, Qt.Key.Key_Escape)
    assert at._where() == ToNote(at.note_ids[1]), "Esc closed the keys and nothing else"
    assert edit.hasFocus()
    press(house, Qt.Key.Key_F1)
    press(house, Qt.Key.Key_F1)
    assert edit.hasFocus()
    press(house, Qt.Key.Key_F1)
    at.show_page(ToNote(at.note_ids[0]))
    press(house, Qt.Key.Key_F1)
    panel = next(one for one in at.findChildren(KeysPanel) if one.isVisible())
    assert "签署" not in words(panel), "it is signed"


def test_the_close_button_gives_the_focus_back(house, at, find):
    at.show_page(ToSearch())
    line = find(at, QLineEdit, "查找记录")
    press(house, Qt.Key.Key_F1)
    (panel,) = at.findChildren(KeysPanel)
    press(house, Qt.Key.Key_Tab)
    assert panel.isAncestorOf(QApplication.focusWidget())
    press(house, Qt.Key.Key_Space)
    assert line.hasFocus()


@pytest.mark.parametrize(
    "place",
    [ToToday(), ToCases(), ToCalendar(), ToSettings(), ToHelp(), ToSearch(), ToNoteTemplates()],
    ids=lambda one: type(one).__name__,
)
def test_ctrl_n_begins_a_new_case_from_any_page(house, at, place):
    at.show_page(place)
    press(house, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    assert at._where() == ToNewCase()


def test_ctrl_n_begins_a_new_case_while_one_writes_and_over_the_palette(house, at, find):
    at.show_page(ToNote(at.note_ids[1]))
    house.qtbot.waitUntil(lambda: isinstance(QApplication.focusWidget(), QTextEdit))
    press(house, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    assert at._where() == ToNewCase()
    line = find(at.page, QLineEdit, "代号")
    line.setText("H-031")
    press(house, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    assert find(at.page, QLineEdit, "代号") is line, "the form that is open stays"
    at.show_page(ToSettings())
    press(house, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    assert at.commander.palette is not None
    press(house, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    assert at.commander.palette is None
    assert at._where() == ToNewCase()


def test_a_note_for_a_time_that_has_one_is_asked_about_after_the_palette(house, at):
    at.show_page(ToSettings())
    at.commander._of_case("write", at.case_id)
    house.qtbot.waitUntil(lambda: bool(buttons(at, "打开那一篇")))
    assert at._where() == ToSettings()
    click(house, at, "打开那一篇")
    house.idle()
    assert at._where() == ToNote(at.note_ids[1])
    assert buttons(at, "打开那一篇") == []


def test_every_page_tells_its_keys(house, at):
    told = []
    for place in (ToCases(at.case_id), ToNote(at.note_ids[1]), ToSearch(), ToSettings()):
        at.show_page(place)
        told.append(at.page.keys())
    at.show_page(ToExport(at.case_id))
    told.append(at.page.keys())
    for keys in told:
        assert keys
        assert all(one.keys and one.does for one in keys)


def test_a_page_that_says_nothing_has_no_keys_and_no_escape(house, at):
    page = Page(house.office, at)
    assert page.keys() == ()
    page.escape()
    assert page.here() is None


def test_a_key_of_the_page_stands_once_among_the_keys(house, at):
    at.show_page(ToNote(at.note_ids[1]))
    press(house, Qt.Key.Key_F1)
    (panel,) = at.findChildren(KeysPanel)
    told = [line for line in panel.accessibleDescription().split("\n") if "Ctrl+F " in line]
    assert told == ["Ctrl+F 在这篇记录里找"]
    at.show_page(ToSettings())
    press(house, Qt.Key.Key_F1)
    panel = next(one for one in at.findChildren(KeysPanel) if one.isVisible())
    assert "Ctrl+F 查找记录" in panel.accessibleDescription()


def test_the_settings_show_what_is_chosen_from_the_palette(house, at, qapp):
    at.show_page(ToSettings())
    page = at.page
    assert page.theme.part().hasFocus()
    at._asked("theme dark")
    house.qtbot.waitUntil(lambda: page.theme.current() == "dark")
    at._asked("privacy")
    assert page.private.isChecked()
    at._asked("privacy")
    assert not page.private.isChecked()
    assert page.theme.part().hasFocus()
    style.apply(qapp, "light", scale=1)


@pytest.mark.parametrize("place", [ToNoteTemplates(), ToConsentTexts(), ToSettings()])
def test_what_is_reached_from_the_settings_lights_the_settings(house, at, place):
    at.show_page(place)
    lit = [name for name, item in at.rail._items.items() if item.isChecked()]
    assert lit == ["settings"]


def test_the_rail_is_folded_by_hand_or_key_and_that_is_remembered(house, at):
    at.show_page(ToToday())
    line = at.rail.item("fold")
    assert line.accessibleName() == "收起侧栏"
    house.qtbot.mouseClick(line, Qt.MouseButton.LeftButton)
    assert at.rail.folded()
    assert line.accessibleName() == "展开侧栏"
    at.show_page(ToSettings())
    assert at.rail.folded(), "another page does not unfold it"
    house.qtbot.waitUntil(lambda: house.office.preferences.load().rail_folded)
    again = Workspace(house.office)
    house.show(again)
    assert again.rail.folded()
    again.close()
    at.activateWindow()
    at.setFocus()
    press(house, Qt.Key.Key_B, Qt.KeyboardModifier.ControlModifier)
    assert not at.rail.folded()
    house.qtbot.waitUntil(lambda: not house.office.preferences.load().rail_folded)
    at.resize(1000, 700)
    assert at.rail.folded(), "there is no room"
    at.show_keys()
    (panel,) = at.findChildren(KeysPanel)
    assert "Ctrl+B" not in panel.accessibleDescription(), "a key that does nothing is not told"
    at.show_keys()
    assert line.isHidden()
    press(house, Qt.Key.Key_B, Qt.KeyboardModifier.ControlModifier)
    at.resize(1440, 860)
    assert not at.rail.folded(), "a key that could do nothing changed nothing"
