"""导入以前的记录 as a counselor does it: a folder, each note, the case, and the way back."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QLineEdit

from app.domain.entry import EntryKind
from app.domain.errors import DiskFull
from app.services import cases, note_imports
from tests.gui.helpers import NOW, button, buttons, click, said, the_one
from ui import dates, privacy
from ui.cases import CasesScreen
from ui.note_import_page import NoteImportScreen
from ui.old_notes_page import OldNotesScreen
from ui.page import ToNoteImport, ToOldNotes
from ui.today import TodayScreen
from ui.widgets.dialog import Dialog
from ui.widgets.timeline import TimelineItem

FIRST = "2024年3月5日 第1次\n谈到搬家，睡得不好 🌱\u202e。"


@pytest.fixture
def page(house):
    return house.show(NoteImportScreen(house.office))


@pytest.fixture
def folder(tmp_path):
    """Notes of two people, a day that reads twice, no day, and what cannot be read."""
    made = tmp_path / "旧记录"
    for person in ("H-017", "青禾"):
        (made / person).mkdir(parents=True)
    (made / "H-017" / "第一次.txt").write_text(FIRST, "utf-8")
    (made / "H-017" / "两种读法.txt").write_text("03/04/2024\n谈到妹妹。", "utf-8")
    (made / "青禾" / "没写日子.md").write_text("谈到考试。", "utf-8")
    (made / "青禾" / "坏的.docx").write_bytes(b"PK\x03\x04" + bytes(1000))
    return made


def choose(house, page, word, path):
    """Choose what is asked for in the dialog."""
    click(house, page, word)
    dialog = page.findChild(QFileDialog)
    dialog.findChild(QLineEdit, "fileNameEdit").setText(str(path))
    QFileDialog.accept(dialog)
    page.activateWindow()  # no window manager gives it back behind a dialog


def to_rows(house, page, folder):
    choose(house, page, "选一个文件夹…", folder)
    house.qtbot.waitUntil(lambda: page.rows is not None)
    house.idle()


def row_of(page, word):
    """Walk the table to the row of a file."""
    step = page.rows
    (at,) = [at for at, one in enumerate(step.lines) if one.note.source == word]
    step.table.choose(at)
    step.table.setFocus()
    return at


def cells(page, at):
    model = page.rows.table.model()
    return [model.index(at, column).data() for column in range(model.columnCount())]


def press(house, page, group, key):
    house.qtbot.mouseClick(group.chip(key), Qt.MouseButton.LeftButton)
    house.idle()


def take(house, page):
    house.qtbot.keyClick(page, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    house.qtbot.waitUntil(lambda: page.done is not None)
    house.idle()


def entries(house, case_id):
    return house.do(lambda vault: vault.entries.of_case(case_id, EntryKind.IMPORTED))


def test_a_folder_comes_in_note_by_note_is_read_and_goes_again(house, page, folder):
    case = house.case()
    to_rows(house, page, folder)
    step = page.rows
    assert "有 2 份的日子要您定" in said(page)
    at = row_of(page, "坏的")
    assert "文件坏了" in cells(page, at)[3]
    assert not step.where.isVisible(), "nothing can be decided of what was not read"
    at = row_of(page, "第一次")
    assert cells(page, at)[1:3] == ["2024年3月5日", f"放进 {cells(page, at)[2][3:]}"]
    assert step.goals[at] == case.id
    at = row_of(page, "两种读法")
    assert cells(page, at)[1] == "请选"
    house.qtbot.keyClick(step.table, Qt.Key.Key_Return)
    assert step.where.chip("there").hasFocus()
    press(house, page, step.readings, "2024-04-03")
    assert cells(page, at)[1] == "2024年4月3日"
    at = row_of(page, "没写日子")
    assert step.goals[at] == "new"
    assert step.person.text() == "青禾"
    step.day.line.setFocus()
    house.qtbot.keyClicks(step.day.line, "2999-01-01")
    assert "还没有到" in step.day.error()
    step.day.line.selectAll()
    house.qtbot.keyClicks(step.day.line, "2024-02-01")
    assert button(page, "导入 3 份").isEnabled()
    take(house, page)
    assert "导入了 3 份以前的记录，建了 1 个新个案。" in said(page)
    assert "没有加密" in said(page)
    assert FIRST in [one.value["text"] for one in entries(house, case.id)]
    (new,) = [one for one in house.do(cases.list_cases) if one.case.id != case.id]
    assert [one.value["day"] for one in entries(house, new.case.id)] == ["2024-02-01"]
    shown = house.show(OldNotesScreen(house.office, case.id))
    house.idle()
    assert "谈到搬家" in said(shown)
    assert "来自文件“第一次”" in said(shown)
    shown.close()
    click(house, page, "撤销这次导入")
    click(house, page.findChild(Dialog), "撤销")
    house.qtbot.waitUntil(lambda: "撤销了，3 份记录都拿走了。" in said(page))
    house.idle()
    assert entries(house, case.id) == []
    assert [one.case.id for one in house.do(cases.list_cases)] == [case.id]


def test_stopped_in_the_middle_nothing_stays(house, page, tmp_path):
    many = tmp_path / "很多" / "青禾"
    many.mkdir(parents=True)
    for day in range(1, 29):
        for month in range(1, 4):
            (many / f"2024-{month:02}-{day:02}.txt").write_text(f"{month} 月 {day} 日", "utf-8")
    to_rows(house, page, many.parent)
    assert button(page, "导入 84 份").isEnabled()
    page._start()
    house.qtbot.waitUntil(lambda: page._so_far is not None and bool(page._so_far.batch.entries))
    click(house, page.progress, "取消")
    house.qtbot.waitUntil(lambda: "都拿走了" in said(page))
    house.idle()
    assert house.do(cases.list_cases) == []
    assert house.do(note_imports.imports) == ()


def test_it_can_be_taken_back_another_day_and_is_known_again(house, page, folder):
    case = house.case()
    to_rows(house, page, folder)
    take(house, page)
    assert len(entries(house, case.id)) == 1
    click(house, page, "再导入一些")
    house.idle()
    assert "可以撤销的导入" in said(page)
    to_rows(house, page, folder)
    at = row_of(page, "第一次")
    assert "导入过" in cells(page, at)[3]
    assert page.rows.goals[at] is None
    page.escape()
    house.idle()
    click(house, page, f"撤销 {dates.day_and_time(NOW.astimezone())} 的导入")
    click(house, page.findChild(Dialog), "撤销")
    house.qtbot.waitUntil(lambda: "都拿走了" in said(page))
    assert entries(house, case.id) == []


def test_notes_of_one_person_follow_and_another_case_is_named(house, page, folder):
    case = house.case("K-002")
    (folder / "青禾" / "2024-05-01.txt").write_text("谈到父亲。", "utf-8")
    to_rows(house, page, folder)
    step = page.rows
    at = row_of(page, "没写日子")
    press(house, page, step.where, "there")
    step.case.field.line.setFocus()
    house.qtbot.keyClicks(step.case.field.line, "K-002")
    house.qtbot.keyClick(step.case.field.line, Qt.Key.Key_Return)
    assert step.goals[at] == case.id
    row_of(page, "没写日子")
    click(house, page, "这个人的另外 1 份也这样")
    assert step.goals[row_of(page, "2024-05-01")] == case.id
    privacy.switch(to=True)
    step.fill()
    assert "没写日子" not in "".join(map(str, cells(page, at)))
    privacy.switch(to=False)
    press(house, page, step.where, "new")
    step.person.line.selectAll()
    house.qtbot.keyClicks(step.person.line, "M-9")
    take(house, page)
    codes = {one.case.code for one in house.do(cases.list_cases)}
    assert {"M-9", "K-002", "H-017"} == codes


def test_a_full_disk_says_so_and_what_came_in_can_go_again(house, page, folder, monkeypatch):
    house.case()
    to_rows(house, page, folder)

    def full(*_):
        raise DiskFull

    monkeypatch.setattr(note_imports, "take_in", full)
    take(house, page)
    assert "磁盘" in said(page)
    assert "导入了 0 份" in said(page)


def test_a_folder_without_notes_says_what_is_read(house, page, tmp_path):
    (tmp_path / "空的").mkdir()
    choose(house, page, "选一个文件夹…", tmp_path / "空的")
    house.qtbot.waitUntil(lambda: "这个文件夹里没有能读的记录。" in said(page))
    assert button(page, "选一个文件夹…").isVisible()


def test_some_files_are_chosen_and_the_note_opens_from_its_timeline(house, page, folder):
    case = house.case()
    choose(house, page, "选几个文件…", folder / "H-017" / "第一次.txt")
    house.qtbot.waitUntil(lambda: page.rows is not None)
    house.idle()
    at = row_of(page, "第一次")
    assert page.rows.goals[at] is None, "of a file alone nobody is told"
    press(house, page, page.rows.where, "there")
    house.qtbot.keyClicks(page.rows.case.field.line, "H-017")
    house.qtbot.keyClick(page.rows.case.field.line, Qt.Key.Key_Return)
    take(house, page)
    shown = house.show(CasesScreen(house.office, case.id))
    house.idle()
    item = the_one(
        lambda: [one for one in shown.findChildren(TimelineItem) if "谈到搬家" in said(one)]
    )
    with house.qtbot.waitSignal(shown.wanted) as went:
        house.qtbot.keyClick(item, Qt.Key.Key_Return)
    assert went.args == [ToOldNotes(case.id)]


def test_the_list_of_cases_leads_here(house):
    house.case()
    shown = house.show(CasesScreen(house.office))
    house.idle()
    with house.qtbot.waitSignal(shown.wanted) as went:
        shown.list.old_notes.emit()
    assert went.args == [ToNoteImport()]


@pytest.mark.parametrize("screen", [TodayScreen, CasesScreen])
def test_an_empty_page_leads_to_it_on_the_first_day(house, screen):
    shown = house.show(screen(house.office))
    went = []
    shown.wanted.connect(went.append)
    house.qtbot.waitUntil(lambda: len(buttons(shown, "导入以前的记录")) == 1)
    click(house, shown, "导入以前的记录")
    assert went == [ToNoteImport()]
