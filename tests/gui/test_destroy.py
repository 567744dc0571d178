"""A case is destroyed in two steps; a slip destroys nothing; the certificate goes on paper."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu

from app import bootstrap
from app.domain.readable import Exported
from app.services import cases, destruction, readable_exports, succession
from app.services.changes import Changes, Noun
from storage.files import FileShelf
from storage.preferences import JsonPreferences
from storage.succession import SuccessionFile
from tests.gui.helpers import PASSWORD, button, buttons, click, said, the_one, write
from tests.gui.test_entry_pages import tick
from tests.vault.fixtures import EARLY
from ui import privacy
from ui.cases import CasesScreen
from ui.destroy_page import DestroyScreen
from ui.notes import NoteScreen
from ui.page import ToCases, ToDestroy, ToNote, ToSuccession
from ui.succession_page import SuccessionScreen
from ui.widgets.banner import Banner
from ui.widgets.field import Field
from ui.widgets.password import PasswordField
from ui.workspace import Workspace


@pytest.fixture
def case(house):
    """A case with a signed note."""
    made = house.case("斑马-7")
    house.note(made, signed=True)
    return made


def show(house, case):
    return house.show(DestroyScreen(house.office, case.id))


def field(screen, name):
    return the_one(
        lambda: [one for one in screen.findChildren(Field) if one.line.accessibleName() == name]
    )


def fill(house, screen, code, password):
    """Copy the code name and write the password, as one types."""
    house.qtbot.waitUntil(lambda: bool(screen.findChildren(PasswordField)))
    for name, words in (("照着写一遍代号", code), ("保险库密码", password)):
        line = field(screen, name).line
        line.clear()
        write(line, words)


def handed_over(house, case, target):
    """Make a succession package in which the client of a case is, and an export of everything."""

    def make(vault):
        succession.keep(vault, frozenset({case.id}), frozenset(), "")
        succession.make(vault, house.tools, SuccessionFile(), target)
        readable_exports.made(vault, house.clock, Exported((case.id,), {}, 0, 0))

    house.do(make)


def section(screen, title):
    """Return what the page says below a title."""
    return said(screen).split(title, 1)[1]


def in_sight(screen):
    """Return whether what was done is seen without scrolling, and its paper has the focus."""
    done = [one for one in screen.findChildren(Banner) if one.property("card") == "low"]
    seen = [one.visibleRegion().boundingRect() == one.rect() for one in done]
    return seen == [True] and screen.window().focusWidget() in buttons(screen, "打印")


def codes(house):
    return [line.case.code for line in house.do(cases.list_cases)]


def test_the_menu_of_a_case_leads_there(house, case):
    screen = house.show(CasesScreen(house.office, case.id))
    wanted = []
    screen.wanted.connect(wanted.append)
    house.qtbot.waitUntil(lambda: bool(buttons(screen, "更多")))
    house.qtbot.keyClick(button(screen, "更多"), Qt.Key.Key_Return)
    menu = the_one(lambda: [one for one in screen.findChildren(QMenu) if one.isVisible()])
    (line,) = [one for one in menu.actions() if one.text() == "销毁个案"]
    line.trigger()
    menu.close()
    assert wanted == [ToDestroy(case.id)]


@pytest.mark.promise(44)
def test_two_steps_and_a_certificate(house, case, tmp_path):
    other = house.case("留下")
    house.tools = replace(house.tools, papers=bootstrap.papers(), shelf=FileShelf())
    handed_over(house, case, tmp_path / "给同行")
    screen = show(house, case)
    house.qtbot.waitUntil(lambda: "会销毁的" in said(screen))
    assert "：导出的全部记录" in section(screen, "还会有这个个案的备份")
    assert "2026年5月12日" in section(screen, "还会有这位来访者的职业遗嘱")
    assert "记录（含草稿）" in said(screen)
    assert f"编号（{case.id}）" in said(screen)
    assert "没有记下任何备份" in said(screen)
    assert "恢复所用的那份备份" in section(screen, "还会有这个个案的备份")
    assert not screen.findChildren(PasswordField)
    click(house, screen, "标记为待销毁")
    assert "请选为什么销毁（3.4）" in said(screen)
    tick(house, screen, "来访者要求删除")
    click(house, screen, "标记为待销毁")
    assert "请先确认没有保存的义务" in said(screen)
    screen.mark_form.weighed.click()
    click(house, screen, "标记为待销毁")
    fill(house, screen, "斑马-7", PASSWORD)
    gone, wanted = [], []
    screen.gone.connect(gone.append)
    screen.wanted.connect(wanted.append)
    house.qtbot.keyClick(field(screen, "保险库密码").line, Qt.Key.Key_Return)
    house.qtbot.waitUntil(lambda: bool(gone))
    assert gone == [case.id]
    house.qtbot.waitUntil(lambda: in_sight(screen))
    assert codes(house) == ["留下"]
    shown = said(screen)
    assert "个案销毁证明" in shown
    assert not [one for one in ("斑马", "禾木") if one in shown]
    click(house, screen, "存为 PDF")
    path = field(screen, "存为 PDF")
    house.qtbot.waitUntil(path.isVisible)
    assert path.text().endswith("个案销毁证明.pdf")
    path.set_text(str(tmp_path / "证明.pdf"))
    click(house, screen, "存为文件")
    house.qtbot.waitUntil(lambda: "已存成" in said(screen))
    words = "".join(bootstrap.papers().pdf_words((tmp_path / "证明.pdf").read_bytes()))
    assert "个案编号" in words
    assert "来访者要求删除" in words.replace("\n", "")
    assert "导出的全部记录" in words.replace("\n", "")
    assert "哪些职业遗嘱里还有" in words
    assert "程序收不回来" in words.replace("\n", "")
    assert "恢复所用的那份备份" in words.replace("\n", "")
    assert "斑马" not in words
    screen.reload(Changes.of(Noun.CASES))
    screen.escape()
    assert wanted == [ToCases()]
    assert other.id == 2


def test_a_slip_is_said_at_its_field_and_nothing_goes(house, case):
    house.do(lambda vault: destruction.mark(vault, house.clock, case.id, EARLY))
    screen = show(house, case)
    fill(house, screen, "斑马-8", PASSWORD)
    click(house, screen, "永久销毁")
    house.qtbot.waitUntil(lambda: "对不上" in field(screen, "照着写一遍代号").error())
    fill(house, screen, "斑马-7", "不对的密码")
    assert field(screen, "照着写一遍代号").text() == "斑马-7"
    click(house, screen, "永久销毁")
    house.qtbot.waitUntil(lambda: "密码不对" in field(screen, "保险库密码").error())
    assert field(screen, "保险库密码").text() == ""
    assert codes(house) == ["斑马-7"]
    screen.reload(Changes.of(Noun.CASES))
    house.idle()
    assert field(screen, "照着写一遍代号").text() == "斑马-7"  # what was typed stays
    house.do(lambda vault: destruction.unmark(vault, house.clock, case.id))
    house.clock.uptime += 60
    fill(house, screen, "斑马-7", PASSWORD)
    click(house, screen, "永久销毁")
    house.qtbot.waitUntil(lambda: screen.findChild(Banner) is not None)
    house.qtbot.waitUntil(lambda: "还没有标记" in said(screen))
    assert codes(house) == ["斑马-7"]


def test_the_mark_can_be_taken_back_and_esc_destroys_nothing(house, case):
    house.do(lambda vault: destruction.mark(vault, house.clock, case.id, EARLY))
    screen = show(house, case)
    left = []
    screen.back.connect(lambda: left.append(1))
    click(house, screen, "取消标记")
    house.qtbot.waitUntil(lambda: bool(buttons(screen, "标记为待销毁")))
    assert not screen.findChildren(PasswordField) or not field(screen, "保险库密码").isVisible()
    screen.escape()
    assert left == [1]
    (key,) = screen.keys()
    assert key.keys == "Esc"


def test_a_case_that_is_gone_already_leads_back_to_the_list(house, case):
    screen = DestroyScreen(house.office, case.id)
    house.qtbot.addWidget(screen)
    house.idle()
    house.do(lambda vault: destruction.mark(vault, house.clock, case.id, EARLY))
    house.do(lambda vault: destruction.destroy(vault, house.clock, case.id, (PASSWORD, "斑马-7")))
    wanted = []
    screen.wanted.connect(wanted.append)
    screen.reload(Changes.of(Noun.CASES))
    house.idle()
    assert wanted == [ToCases()]


def test_privacy_mode_says_the_code(house, case):
    privacy.switch(to=True)
    try:
        screen = show(house, case)
        house.qtbot.waitUntil(lambda: "会销毁的" in said(screen))
        assert "禾木" not in said(screen)
    finally:
        privacy.switch(to=False)


def test_after_a_destruction_nothing_leads_back_to_it(house, case, tmp_path):
    store = JsonPreferences(tmp_path / "choices" / "preferences.json")
    house.office = replace(house.office, preferences=store, succession=SuccessionFile)
    note = house.note(case, "谈到睡眠。")
    house.do(lambda vault: destruction.mark(vault, house.clock, case.id, EARLY))
    space = house.show(Workspace(house.office))
    for place in (ToCases(case.id), ToNote(note.id), ToSuccession(), ToDestroy(case.id)):
        space.go(place)
        house.idle()
    assert isinstance(space.page, DestroyScreen)
    fill(house, space.page, "斑马-7", PASSWORD)
    click(house, space.page, "永久销毁")
    house.qtbot.waitUntil(lambda: "个案已销毁" in said(space.page))
    house.idle()
    click(house, space.page, "回到个案列表")
    house.idle()
    seen = []
    for _ in range(4):
        space.back()
        house.idle()
        seen.append(type(space.page))
        assert "斑马" not in said(space.page)
        assert "禾木" not in said(space.page)
    assert NoteScreen not in seen
    assert DestroyScreen not in seen
    assert seen[0] is SuccessionScreen
    space.leave()
    house.idle()
