"""A new case: the form is kept as a draft, and becomes a case only when asked."""

from __future__ import annotations

import threading
from contextlib import contextmanager

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QSignalSpy
from PySide6.QtWidgets import QApplication

from app.domain.case import ServiceMode
from app.domain.errors import DiskFull, VaultBusy
from app.services import case_forms, cases
from tests.gui.helpers import FULL, NASTY, button, buttons, click, said
from tests.gui.test_case_form import ENTER, WRONG_ID, field_of, grade, line_of, put
from ui.cases import CasesScreen
from ui.new_case import NewCase
from ui.page import ToCases, ToNewCase
from ui.widgets.banner import Banner
from ui.widgets.chip import ChoiceChip


@pytest.fixture
def form(house):
    return form_of(house)


def form_of(house, quiet_ms=1):
    return house.show(NewCase(house.office, quiet_ms=quiet_ms), height=900)


def drafted(house, form):
    house.qtbot.waitUntil(lambda: "草稿已存 " in said(form))


def waiting(house):
    return house.do(case_forms.unfinished)


def full(*_):
    raise DiskFull


def test_the_form_is_kept_two_seconds_after_the_last_key(house):
    form = form_of(house, 2000)
    put(form, "代号", "H-031")
    assert "正在写" in said(form)
    assert waiting(house) is None
    drafted(house, form)
    assert waiting(house).code == "H-031"
    assert house.do(cases.list_cases) == []


@pytest.mark.promise(5)
def test_words_quicker_than_the_vault_are_kept_too(house):
    gate = threading.Event()
    house.desk.do(house.desk, lambda _: gate.wait())
    form = NewCase(house.office, quiet_ms=1)
    house.qtbot.addWidget(form)
    with house.qtbot.waitExposed(form):
        form.show()
    put(form, "代号", "H-031")
    gate.set()
    drafted(house, form)
    assert waiting(house).code == "H-031"


@contextmanager
def busy(house):
    """Let the vault answer nobody meanwhile."""
    gate = threading.Event()
    house.desk.do(house.desk, lambda _: gate.wait())
    try:
        yield
    finally:
        gate.set()


def quick(house):
    """Return the form before the vault answered it."""
    form = NewCase(house.office, quiet_ms=1)
    house.qtbot.addWidget(form)
    with house.qtbot.waitExposed(form):
        form.show()
    form.activateWindow()
    form.setFocus()
    house.qtbot.waitUntil(line_of(form, "代号").hasFocus)
    return form


@pytest.mark.promise(5)
def test_keys_of_a_code_name_that_are_quicker_than_the_vault_arrive(house):
    with busy(house):
        form = quick(house)
        house.qtbot.keyClicks(QApplication.focusWidget(), "H-031")
        assert not line_of(form, "姓名").isEnabled()
    drafted(house, form)
    assert line_of(form, "姓名").isEnabled()
    assert line_of(form, "代号").text() == "H-031"
    assert waiting(house).code == "H-031"


@pytest.mark.promise(5)
@pytest.mark.parametrize("leaves", [False, True])
def test_quick_keys_and_the_form_that_waited_spoil_nothing_of_each_other(house, form, leaves):
    put(form, "代号", "H")
    put(form, "姓名", "禾木")
    form.leave()
    with busy(house):
        again = quick(house)
        house.qtbot.keyClicks(QApplication.focusWidget(), "-031")
        if leaves:
            again.leave()
            again.leave()
            assert again.unsaved()
    if not leaves:
        drafted(house, again)
        assert line_of(again, "代号").text() == "H-031"
        assert line_of(again, "姓名").text() == "禾木"
    house.idle()
    assert not again.unsaved()
    assert (waiting(house).code, waiting(house).profile.name) == ("H-031", "禾木")


@pytest.mark.promise(5)
def test_a_page_left_before_the_vault_answered_keeps_its_code_name(house):
    with busy(house):
        form = quick(house)
        house.qtbot.keyClicks(QApplication.focusWidget(), "H-031")
        form.leave()
    house.idle()
    assert not form.unsaved()
    assert waiting(house).code == "H-031"


def test_a_form_comes_back_exactly_as_it_was_left(house, form, find):
    put(form, "代号", f" {NASTY}")
    house.qtbot.mouseClick(find(form, ChoiceChip, "网络"), Qt.MouseButton.LeftButton)
    click(house, form, "需要时填写身份证号、出生日期、住址")
    put(form, "身份证号", WRONG_ID)
    put(form, "来访者时区", "Nirgends/Lon")
    click(house, form, "添加相关的人")
    put(form, "相关的人 1：姓名", "禾苗")
    assert "接着上次没填完的。" not in said(form)
    form.leave()
    again = form_of(house)
    assert again.form.written() == form.form.written()
    assert again.form.mode() is ServiceMode.ONLINE
    for name, text in (
        ("代号", f" {NASTY}"),
        ("身份证号", WRONG_ID),
        ("来访者时区", "Nirgends/Lon"),
    ):
        assert line_of(again, name).text() == text
    assert line_of(again, "身份证号").isVisible()
    assert line_of(again, "代号").hasFocus()
    assert "接着上次没填完的。" in said(again)
    assert house.do(cases.list_cases) == []


def test_esc_keeps_the_draft_and_opens_no_case(house, form):
    put(form, "代号", "H")
    with house.qtbot.waitSignal(form.back):
        house.qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Escape)
    form.leave()
    form.leave()
    house.idle()
    assert not form.unsaved()
    assert waiting(house).code == "H"
    assert house.do(cases.list_cases) == []


def test_a_form_emptied_again_is_no_draft(house, form, find):
    house.qtbot.mouseClick(find(form, ChoiceChip, "网络"), Qt.MouseButton.LeftButton)
    put(form, "代号", "H")
    form.leave()
    line_of(form, "代号").clear()
    form.leave()
    assert waiting(house) is None


def test_an_opened_case_leaves_no_draft_behind(house, form):
    put(form, "代号", "H-031")
    drafted(house, form)
    grade(house, form)
    put(form, "姓名", "禾木")
    line_of(form, "姓名").setFocus()
    with house.qtbot.waitSignal(form.wanted) as went:
        house.qtbot.keyClick(QApplication.focusWidget(), *ENTER)
    form.leave()
    form._saver.now()  # a save that comes late
    house.idle()
    (line,) = house.do(cases.list_cases)
    assert went.args == [ToCases(line.case.id)]
    assert (line.case.code, line.name) == ("H-031", "禾木")
    assert waiting(house) is None
    assert not form.unsaved()


def test_a_late_save_does_not_bring_back_what_was_put_away(house, form):
    put(form, "代号", "H-031")
    back = QSignalSpy(form.back)
    click(house, form, "不建立")
    form._saver.now()
    form.leave()
    house.idle()
    assert back.count() == 1
    assert waiting(house) is None
    assert not form.unsaved()


def test_what_was_put_away_can_be_taken_back_unless_another_was_begun(house, form):
    put(form, "代号", "H-031")
    undone = []
    form.undoable.connect(lambda _text, undo: undone.append(undo))
    click(house, form, "不建立")
    house.idle()
    (undo,) = undone
    undo()
    assert waiting(house).code == "H-031"
    house.do(case_forms.discard)
    other = form_of(house)
    put(other, "代号", "B")
    other.leave()
    undo()
    assert waiting(house).code == "B"


def test_an_empty_form_is_put_away_without_a_word(house, form):
    heard = QSignalSpy(form.undoable)
    with house.qtbot.waitSignal(form.back):
        click(house, form, "不建立")
    assert heard.count() == 0


def test_one_can_start_afresh(house, form):
    put(form, "代号", "H-031")
    form.leave()
    again = form_of(house)
    with house.qtbot.waitSignal(again.wanted) as went:
        click(house, again, "放弃这份草稿")
    assert went.args == [ToNewCase()]
    again.leave()
    fresh = form_of(house)
    assert line_of(fresh, "代号").text() == ""
    assert "接着上次没填完的。" not in said(fresh)


def test_a_refused_case_keeps_what_was_typed(house, form):
    put(form, "代号", "H-031")
    click(house, form, "需要时填写身份证号、出生日期、住址")
    put(form, "身份证号", WRONG_ID)
    click(house, form, "建立个案")
    assert form.unsaved()
    form.leave()  # locked before the answer came
    house.qtbot.waitUntil(lambda: "校验位不对" in field_of(form, "身份证号").error())
    house.idle()
    assert not form.unsaved()
    assert waiting(house).profile.id_number == WRONG_ID
    assert house.do(cases.list_cases) == []


@pytest.mark.promise(4)
def test_a_full_disk_loses_nothing_and_the_case_is_opened_afterwards(house, form, monkeypatch):
    honest = case_forms.keep
    monkeypatch.setattr(case_forms, "keep", full)
    grade(house, form)
    put(form, "代号", "H-031")
    line_of(form, "代号").setFocus()
    house.qtbot.keyClick(form, *ENTER)
    house.qtbot.waitUntil(lambda: "还没有存上" in said(form))
    assert "磁盘满了" in form.findChild(Banner).accessibleName()
    assert line_of(form, "代号").text() == "H-031"
    assert line_of(form, "代号").hasFocus()
    form.leave()
    house.idle()
    assert form.unsaved(), "the workspace would let go of the only copy"
    assert house.do(cases.list_cases) == []
    monkeypatch.setattr(case_forms, "keep", honest)
    click(house, form, "重试")
    drafted(house, form)
    assert not form.unsaved()
    assert house.do(cases.list_cases) == [], "重试 saves the draft, it opens no case"
    with house.qtbot.waitSignal(form.wanted):
        click(house, form, "建立个案")


def test_another_refusal_is_said_and_the_draft_is_kept(house, form, monkeypatch):
    def busy(*_):
        raise VaultBusy("")

    monkeypatch.setattr(cases, "open_case", busy)
    grade(house, form)
    put(form, "代号", "H-031")
    click(house, form, "建立个案")
    house.qtbot.waitUntil(lambda: form.findChild(Banner) is not None)
    drafted(house, form)
    assert form.findChild(Banner) is not None
    assert waiting(house).code == "H-031"


def test_a_second_press_opens_no_second_case(house, form):
    grade(house, form)
    put(form, "代号", "H-031")
    house.qtbot.keyClick(form, *ENTER)
    house.qtbot.keyClick(form, *ENTER)
    house.idle()
    assert len(house.do(cases.list_cases)) == 1


def test_ctrl_enter_in_a_line_opens_one_case(house, form):
    grade(house, form)
    put(form, "代号", "H-031")
    part = line_of(form, "代号")
    part.setFocus()
    for _ in range(2):
        house.qtbot.keyClick(part, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    house.idle()
    assert [one.case.code for one in house.do(cases.list_cases)] == ["H-031"]


def test_the_list_says_that_a_form_waits(house):
    house.case("H-017", FULL)
    screen = house.show(CasesScreen(house.office))
    assert not buttons(screen, "接着填没填完的新个案")
    form = form_of(house)
    put(form, "代号", "H-031")
    form.leave()
    screen = house.show(CasesScreen(house.office))
    assert "有一个新个案没填完" in said(screen)
    with house.qtbot.waitSignal(screen.wanted) as went:
        click(house, screen, "接着填没填完的新个案")
    assert went.args == [ToNewCase()]


def test_a_vault_without_cases_says_that_the_first_waits(house, form):
    put(form, "代号", "H-031")
    form.leave()
    screen = house.show(CasesScreen(house.office))
    assert "您的第一个个案还没填完" in said(screen)
    assert button(screen, "接着填").hasFocus()
    with house.qtbot.waitSignal(screen.wanted) as went:
        house.qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    assert went.args == [ToNewCase()]
