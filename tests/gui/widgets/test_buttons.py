"""Buttons, ticks, switches, segments and chips are pressed by mouse and keyboard."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget

from ui.theme import style
from ui.widgets.button import Button, IconButton
from ui.widgets.card import column
from ui.widgets.chip import ChoiceChip, Choices, StateChip
from ui.widgets.segment import Segment
from ui.widgets.switch import Switch
from ui.widgets.tick import Radio, Tick

LEFT = Qt.MouseButton.LeftButton


def role(part):
    return QAccessible.queryAccessibleInterface(part).role()


@pytest.mark.parametrize("kind", ["primary", "quiet", "ghost", "link", "danger"])
@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Space])
def test_a_button_is_pressed_with_keys(qtbot, kind, key):
    button = Button("写记录", kind, icon="pen-line")
    qtbot.addWidget(button)
    button.show()
    with qtbot.waitSignal(button.clicked):
        qtbot.keyClick(button, key)


@pytest.mark.parametrize(("sz", "high"), [("s", 28), ("m", 34), ("l", 40)])
def test_buttons_have_their_heights(qtbot, sz, high):
    button = Button("打开", "primary", sz=sz)
    qtbot.addWidget(button)
    button.show()
    assert button.height() == high


def test_a_larger_font_makes_a_larger_button(qtbot, qapp):
    button = Button("打开", "primary", icon="lock")
    qtbot.addWidget(button)
    button.show()
    before = button.sizeHint().width()
    style.apply(qapp, "dark", scale=2)
    button.adjustSize()
    assert button.height() >= 66
    assert button.sizeHint().width() > 1.7 * before


def test_a_disabled_button_stays_silent(qtbot):
    button = Button("签署", "primary")
    button.setEnabled(False)
    qtbot.addWidget(button)
    button.show()
    with qtbot.assertNotEmitted(button.clicked):
        qtbot.mouseClick(button, LEFT)


def test_a_button_can_change_its_kind(qtbot):
    button = Button("销毁")
    qtbot.addWidget(button)
    button.set_kind("danger")
    button.set_icon("trash-2")
    assert button.property("kind") == "danger"
    assert not button.icon().isNull()


def test_an_icon_button_is_named(qtbot):
    button = IconButton("plus", "新建")
    qtbot.addWidget(button)
    assert button.accessibleName() == button.toolTip() == "新建"


def test_a_button_is_called_what_it_shows(qtbot):
    button = Button("打开")
    qtbot.addWidget(button)
    assert button.accessibleName() == "打开"
    button.setText("正在打开")
    assert button.accessibleName() == "正在打开"
    button.setAccessibleName("打开保险库")
    button.setText("打开")
    assert button.accessibleName() == "打开保险库"


def test_a_tick_takes_a_click_on_its_words(qtbot):
    tick = Tick("来访者已当面复述保密的例外，并表示明白。")
    qtbot.addWidget(tick)
    tick.show()
    qtbot.mouseClick(tick, LEFT, pos=tick.rect().center())
    assert tick.isChecked()
    assert role(tick) == QAccessible.Role.CheckBox
    qtbot.keyClick(tick, Qt.Key.Key_Space)
    assert not tick.isChecked()


def test_long_words_beside_a_tick_wrap(qtbot):
    tick = Tick("来访者已当面复述保密的例外，并表示明白。" * 3)
    qtbot.addWidget(tick)
    assert tick.heightForWidth(200) > 3 * tick.heightForWidth(4000) / 2
    tick.resize(200, tick.heightForWidth(200))
    assert not tick.grab().isNull()


def test_round_choices_exclude_each_other(qtbot):
    page = QWidget()
    qtbot.addWidget(page)
    one, two = Radio("本人", page), Radio("监护人", page)
    page.show()
    one.click()
    two.click()
    assert not one.isChecked()
    assert role(two) == QAccessible.Role.RadioButton
    assert not page.grab().isNull()


def test_a_switch_switches(qtbot):
    switch = Switch("静音")
    qtbot.addWidget(switch)
    switch.show()
    assert switch.accessibleName() == "静音"
    with qtbot.waitSignal(switch.toggled):
        qtbot.mouseClick(switch, LEFT)
    assert switch.isChecked()
    switch.setEnabled(False)
    assert not switch.grab().isNull()


def test_a_segment_moves_with_the_arrow_keys(qtbot, find):
    segment = Segment((("zh", "中文"), ("en", "English")), name="语言")
    qtbot.addWidget(segment)
    with qtbot.waitExposed(segment):
        segment.show()
    segment.activateWindow()
    qtbot.waitUntil(segment.isActiveWindow)
    segment.choose("zh")
    chinese = find(segment, type(segment.children()[1]), "中文")
    chinese.setFocus()
    with qtbot.waitSignal(segment.chosen) as heard:
        qtbot.keyClick(chinese, Qt.Key.Key_Right)
    assert heard.args == ["en"]
    assert segment.current() == "en"


def test_choosing_from_code_says_nothing(qtbot):
    segment = Segment((("zh", "中文"), ("en", "English")), name="语言")
    qtbot.addWidget(segment)
    with qtbot.assertNotEmitted(segment.chosen):
        segment.choose("en")


def test_a_state_chip_says_its_state(qtbot):
    chip = StateChip("高风险", "high", "triangle-alert")
    qtbot.addWidget(chip)
    assert chip.accessibleName() == "高风险"
    wide = chip.sizeHint().width()
    chip.say("低", "low")
    assert chip.text() == "低"
    assert chip.sizeHint().width() < wide
    assert chip.sizeHint().height() == 22


def test_one_choice_replaces_another(qtbot, find):
    how = Choices((("v", "视频"), ("f", "面询")), name="方式")
    qtbot.addWidget(how)
    how.show()
    qtbot.mouseClick(find(how, ChoiceChip, "视频"), LEFT)
    with qtbot.waitSignal(how.chosen) as heard:
        qtbot.mouseClick(find(how, ChoiceChip, "面询"), LEFT)
    assert heard.args == [["f"]]
    assert how.keys() == ["f"]


def test_a_segment_is_entered_at_the_word_in_use(qtbot):
    before, segment = QLineEdit(), Segment((("zh", "中文"), ("en", "English")), name="语言")
    room = QWidget()
    room.setLayout(column(before, segment))
    qtbot.addWidget(room)
    with qtbot.waitExposed(room):
        room.show()
    room.activateWindow()
    segment.choose("en")
    before.setFocus()
    qtbot.keyClick(before, Qt.Key.Key_Tab)
    assert focused() == "English"
    segment.choose("zh")
    assert focused() == "中文"
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Right)
    assert (focused(), segment.current()) == ("English", "en")


def test_several_choices_up_to_a_most(qtbot, find):
    topics = Choices((("a", "一"), ("b", "二"), ("c", "三")), name="议题", single=False, most=2)
    qtbot.addWidget(topics)
    topics.show()
    for name in ("一", "二", "三"):
        qtbot.mouseClick(find(topics, ChoiceChip, name), LEFT)
    assert topics.keys() == ["a", "b"]


def three(qtbot, *, single=True):
    """Show a line, three choices and a line."""
    page = QWidget()
    before, after = QLineEdit(), QLineEdit()
    how = Choices((("v", "视频"), ("f", "面询"), ("p", "电话")), name="方式", single=single)
    lines = QVBoxLayout(page)
    for part in (before, how, after):
        lines.addWidget(part)
    qtbot.addWidget(page)
    with qtbot.waitExposed(page):
        page.show()
    page.activateWindow()
    before.setFocus()
    how.page = page  # nobody else keeps it
    return before, how, after


def focused():
    return QApplication.focusWidget().accessibleName()


def test_choices_are_one_stop_of_the_tab_key(qtbot):
    before, how, after = three(qtbot)
    how.choose("f")
    qtbot.keyClick(before, Qt.Key.Key_Tab)
    assert focused() == "面询"
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
    assert after.hasFocus()
    qtbot.keyClick(after, Qt.Key.Key_Backtab)
    assert focused() == "面询"
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Right)
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Backtab)
    assert before.hasFocus()
    qtbot.keyClick(before, Qt.Key.Key_Tab)
    assert focused() == "电话", "one comes back to what holds"


def test_choices_without_any_chosen_are_entered_at_the_first(qtbot):
    before, how, _ = three(qtbot)
    qtbot.keyClick(before, Qt.Key.Key_Tab)
    assert focused() == "视频"
    assert how.keys() == []


def test_the_arrow_keys_choose_one_of_several_that_exclude_each_other(qtbot):
    before, how, _ = three(qtbot)
    how.choose("v")
    told = []
    how.chosen.connect(told.extend)
    qtbot.keyClick(before, Qt.Key.Key_Tab)
    walked = []
    for key in ("Right", "Down", "Right", "Left", "Up"):
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key[f"Key_{key}"])
        walked.append((focused(), *how.keys()))
    assert walked == [("面询", "f"), ("电话", "p"), ("视频", "v"), ("电话", "p"), ("面询", "f")]
    assert told == ["f", "p", "v", "p", "f"]
    for key in ("Space", "Return"):
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key[f"Key_{key}"])
        assert how.keys() == ["f"]


def test_the_arrow_keys_walk_along_choices_of_which_any_number_holds(qtbot):
    before, how, _ = three(qtbot, single=False)
    how.choose("v")
    qtbot.keyClick(before, Qt.Key.Key_Tab)
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Right)
    assert (focused(), how.keys()) == ("面询", ["v"])


def test_a_word_typed_one_field_too_early_changes_no_choice(qtbot):
    before, how, _ = three(qtbot)
    how.choose("f")
    qtbot.keyClick(before, Qt.Key.Key_Tab)
    qtbot.keyClicks(QApplication.focusWidget(), "he mu 12")
    assert how.keys() == ["f"]


def test_several_choices_are_one_stop_too(qtbot):
    before, how, after = three(qtbot, single=False)
    qtbot.keyClick(before, Qt.Key.Key_Tab)
    for key in ("Space", "Right", "Space"):
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key[f"Key_{key}"])
    assert how.keys() == ["v", "f"]
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
    assert after.hasFocus()


@pytest.mark.parametrize("single", [True, False])
def test_a_screen_reader_hears_choice_state_and_group(qtbot, find, single):
    _, how, _ = three(qtbot, single=single)
    how.choose("f")
    wanted = QAccessible.Role.RadioButton if single else QAccessible.Role.CheckBox
    for name, on in (("面询", True), ("视频", False)):
        heard = QAccessible.queryAccessibleInterface(find(how, ChoiceChip, name))
        assert heard.role() == wanted
        assert heard.text(QAccessible.Text.Name) == name
        assert heard.text(QAccessible.Text.Description) == "方式"
        assert bool(heard.state().checked) is on


def test_a_choice_shows_a_count(qtbot):
    how = Choices((), name="筛选")
    qtbot.addWidget(how)
    chip = how.add("open", "进行中", 18)
    wide = chip.sizeHint().width()
    chip.set_count(None)
    assert chip.sizeHint().width() < wide
    chip.setEnabled(False)
    assert not chip.grab().isNull()


def test_an_icon_keeps_its_distance_from_a_word_that_comes_later(qtbot):
    at_once, later = (
        Button("周二 19:00", "ghost", icon="pencil"),
        Button("", "ghost", icon="pencil"),
    )
    qtbot.addWidget(at_once)
    qtbot.addWidget(later)
    later.setText("周二 19:00")
    assert later.iconSize() == at_once.iconSize()
    later.setText("")
    assert later.iconSize().width() < at_once.iconSize().width()
