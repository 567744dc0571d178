"""导入问卷 as a counselor does it: a file, its columns, each answer, the cases that come of it."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit

from app.domain.answer_column import Becomes
from app.domain.audit import AuditKind
from app.domain.client import Profile
from app.domain.entry import EntryKind
from app.domain.errors import DiskFull
from app.services import case_locks, cases, questionnaires
from tests.gui.helpers import button, buttons, click, said, the_one
from tests.vault.test_answer_file import book
from ui import privacy
from ui.answers_page import AnswersScreen
from ui.cases import CasesScreen
from ui.page import ToAnswers, ToCases, ToIntakePaper, ToQuestionnaire
from ui.questionnaire_page import QuestionnaireScreen
from ui.questionnaire_rows import SOME
from ui.widgets.table import Table
from ui.widgets.timeline import TimelineItem

pytestmark = pytest.mark.clause("062")
HEADS = ["序号", "提交答卷时间", "1、您的姓名", "2、手机号", "3、目前的困扰", "4、邮箱", "5、颜色"]
FIRST = ["1", "2026/3/1 8:01:02", "韩梅梅", "13800000001", "睡不着", "没有", "蓝 🌱\u202e"]
SECOND = ["2", "2026/3/2 9:00:00", "李雷", "13800000002", "和同事吵架", "l@example.org", "红"]


@pytest.fixture
def page(house):
    return house.show(QuestionnaireScreen(house.office))


@pytest.fixture
def export(tmp_path):
    """Write an export and return where it lies."""

    def write(*rows, name="答卷.csv"):
        path = tmp_path / name
        if name.endswith("xlsx"):
            path.write_bytes(book(HEADS, *rows))
        else:
            lines = [",".join(one) for one in (HEADS, *rows)]
            path.write_bytes("\r\n".join(lines).encode("gb18030"))
        return path

    return write


def to_columns(house, page, path):
    """Choose the file in the dialog."""
    click(house, page, "选一个文件…")
    dialog = page.findChild(QFileDialog)
    dialog.findChild(QLineEdit, "fileNameEdit").setText(str(path))
    dialog.accept()
    page.activateWindow()  # no window manager gives it back behind a dialog
    house.qtbot.waitUntil(
        lambda: bool(buttons(page, "看每一份答卷")) or bool(page._banner_room.count())
    )
    house.idle()


def to_rows(house, page, path):
    to_columns(house, page, path)
    click(house, page, "看每一份答卷")
    house.qtbot.waitUntil(lambda: page.rows is not None)
    house.idle()


def into_a_case(house, page):
    chip = page.rows.where.chip("there")
    house.qtbot.mouseClick(chip, Qt.MouseButton.LeftButton)


def take(house, page):
    click(house, page, page.rows.go.text())
    house.qtbot.waitUntil(lambda: bool(buttons(page, "再导入一个文件")))
    house.idle()


def cells(page):
    """Return what stands in the table, row for row."""
    table = the_one(lambda: [one for one in page.findChildren(Table) if one.isVisible()])
    model = table.model()
    return [
        [model.index(row, at).data() for at in range(model.columnCount())]
        for row in range(model.rowCount())
    ]


def listed(house):
    return house.do(cases.list_cases)


def entries(house, case_id):
    return house.do(lambda vault: vault.entries.of_case(case_id, EntryKind.QUESTIONNAIRE))


def test_a_city_comes_in_with_its_time_zone_as_when_it_is_typed(house, page, tmp_path):
    path = tmp_path / "答卷.csv"
    path.write_text("您的姓名,所在城市\n韩梅梅,伦敦\n", encoding="utf-8")
    to_rows(house, page, path)
    take(house, page)
    (one,) = listed(house)
    found = house.do(lambda vault: vault.clients.of_case(one.case.id)).profile.place
    assert (found.city, found.time_zone) == ("伦敦", "Europe/London")


@pytest.mark.parametrize("name", ["答卷.csv", "答卷.xlsx"])
def test_each_answer_becomes_a_case_and_no_cell_gets_lost(house, page, export, name):
    to_columns(house, page, export(FIRST, SECOND, name=name))
    shown = cells(page)
    assert [one[1] for one in shown] == HEADS
    assert [one[2] for one in shown] == [
        "序号（只认重复）", "提交时间", "姓名", "电话", "求助的问题", "邮箱", "留在答卷里",
    ]  # fmt: skip
    click(house, page, "看每一份答卷")
    house.qtbot.waitUntil(lambda: page.rows is not None)
    house.idle()
    assert [one[1:4] for one in cells(page)] == [
        ["韩梅梅", "2026/3/1 8:01:02", "新个案"],
        ["李雷", "2026/3/2 9:00:00", "新个案"],
    ]
    take(house, page)
    assert "建了 2 个新个案，放进已有个案 0 份。" in said(page)
    found = listed(house)
    assert sorted(one.case.code for one in found) == ["Q-001", "Q-002"]
    first = next(one.case for one in found if one.name == "韩梅梅")
    profile = house.do(lambda vault: vault.clients.of_case(first.id)).profile
    assert profile.phone == "13800000001"
    assert profile.intake.request.seeks == "睡不着"
    assert profile.intake.request.at is not None
    (entry,) = entries(house, first.id)
    assert entry.value["answers"] == [
        ["4、邮箱", "没有"], ["5、颜色", "蓝 🌱\u202e"],
    ]  # fmt: skip
    assert "第 2 行：“4、邮箱”：这一格放不进资料，原样留在答卷里。" in said(page)
    kinds = [one.kind for one in house.do(lambda vault: vault.audit.entries())]
    assert kinds.count(AuditKind.QUESTIONNAIRE_TAKEN_IN) == 2


def test_what_was_taken_in_before_is_known_and_not_taken_twice(house, page, export):
    to_rows(house, page, export(FIRST))
    take(house, page)
    click(house, page, "再导入一个文件")
    changed = [*FIRST[:3], "13800000009", *FIRST[4:]]
    to_rows(house, page, export(FIRST, SECOND, SECOND))
    notes = [one[4] for one in cells(page)]
    assert notes == ["导入过：韩梅梅", "", "和第 3 行相同"]
    assert [one[3] for one in cells(page)] == ["不导入", "新个案", "不导入"]
    take(house, page)
    assert len(listed(house)) == 2
    click(house, page, "再导入一个文件")
    to_rows(house, page, export(changed))
    assert cells(page)[0][4] == "导入过，之后改过：韩梅梅"
    assert not page.rows.go.isEnabled()


def test_one_person_twice_in_a_file_becomes_one_case(house, page, export):
    again = ["99", "2026/3/9 8:00", *FIRST[2:6], "绿"]
    to_rows(house, page, export(FIRST, again))
    assert [one[3:] for one in cells(page)] == [
        ["新个案", "有 1 格留在答卷里"],
        ["同第 2 行", "与第 2 行像同一个人；有 1 格留在答卷里"],
    ]
    assert page.rows.count.text() == "建 1 个新个案，放进已有个案 0 份，同一个人再填的 1 份"
    take(house, page)
    (one,) = listed(house)
    kept = [entry.value["answers"][-1] for entry in entries(house, one.case.id)]
    assert kept == [["5、颜色", "蓝 🌱\u202e"], ["5、颜色", "绿"]]
    assert "同一个人再填的 1 份，放在一起了。" in said(page)


def test_where_the_first_of_a_person_goes_the_second_goes_with_it(house, page, export):
    again = ["99", "2026/3/9 8:00", *FIRST[2:]]
    known = house.case("L-07", Profile(name="别人"))
    to_rows(house, page, export(FIRST, again))
    house.qtbot.mouseClick(page.rows.where.chip("not"), Qt.MouseButton.LeftButton)
    assert [one[3] for one in cells(page)] == ["不导入", "不导入"]
    assert not page.rows.go.isEnabled()
    page.rows._into(known.id)
    assert [one[3] for one in cells(page)] == ["放进 别人", "同第 2 行"]
    take(house, page)
    assert len(entries(house, known.id)) == 2


def test_one_name_alone_makes_no_one_person_until_she_says_so(house, page, export):
    again = ["99", "2026/3/9 8:00", FIRST[2], "", *FIRST[4:]]
    to_rows(house, page, export(FIRST, again))
    assert cells(page)[1][3] == "不导入"
    assert cells(page)[1][4].startswith("和第 2 行同名或同号")
    click(house, page, "新的都建个案")
    assert cells(page)[1][3] == "不导入"
    page.rows.table.choose(1)
    house.qtbot.mouseClick(page.rows.where.chip("with"), Qt.MouseButton.LeftButton)
    assert cells(page)[1][3] == "同第 2 行"
    take(house, page)
    assert len(listed(house)) == 1


@pytest.mark.clause("144")
def test_a_column_is_left_out_by_one_key_said_and_remembered(house, page, export):
    to_columns(house, page, export(FIRST))
    page.columns.table.choose(6)
    page.columns.table.setFocus()
    house.qtbot.keyClick(page.columns.table, Qt.Key.Key_Delete)
    house.idle()
    assert cells(page)[6][2] == "不带进来"
    assert "2 列不带进来：序号、5、颜色。" in said(page)
    click(house, page, "看每一份答卷")
    house.qtbot.waitUntil(lambda: page.rows is not None)
    house.idle()
    assert "2 列不带进来：序号、5、颜色。" in said(page)
    take(house, page)
    (one,) = listed(house)
    assert entries(house, one.case.id)[0].value["answers"] == [["4、邮箱", "没有"]]
    click(house, page, "再导入一个文件")
    to_columns(house, page, export(SECOND))
    assert cells(page)[6][2] == "不带进来"
    assert "列的用处和上次一样。" in said(page)


def test_a_birth_date_that_cannot_be_is_announced(house, page, tmp_path):
    path = tmp_path / "生日.csv"
    path.write_text("姓名,出生日期\n韩梅梅,1999-13-40", "utf-8")
    to_rows(house, page, path)
    assert cells(page)[0][4] == "出生日期读不懂"


def test_somebody_who_is_there_is_named_and_gets_the_answers_when_she_says_so(house, page, export):
    known = house.case("L-07", Profile(name="韩梅梅", phone="000"))
    to_rows(house, page, export(FIRST))
    assert cells(page)[0][3:] == ["不导入", "同名或同号：韩梅梅；有 1 格留在答卷里"]
    into_a_case(house, page)
    house.qtbot.waitUntil(lambda: cells(page)[0][3] == "放进 韩梅梅")
    take(house, page)
    profile = house.do(lambda vault: vault.clients.of_case(known.id)).profile
    assert profile.phone == "000"
    assert profile.intake.request.seeks == "睡不着"
    (entry,) = entries(house, known.id)
    assert ["2、手机号", "13800000001"] in entry.value["answers"]
    assert "资料里已有别的内容，没有改" in said(page)


def test_a_case_that_is_shut_meanwhile_gets_nothing_and_is_named(house, page, export):
    known = house.case("L-07", Profile(name="韩梅梅"))
    to_rows(house, page, export(FIRST))
    into_a_case(house, page)
    house.do(
        lambda vault: case_locks.set_password(
            vault, house.clock, known.id, "雨天窗台上的三盆绿萝", recovery=False
        )
    )
    house.do(lambda vault: case_locks.shut(vault, house.clock, known.id))
    take(house, page)
    assert "第 2 行：个案已加锁，没有导入。打开它再导入一次。" in said(page)


def test_a_column_becomes_what_she_says_and_it_is_remembered(house, page, export):
    to_columns(house, page, export(FIRST))
    page.columns.table.choose(6)
    chip = page.columns.choice.chip(Becomes.NAME.value)
    house.qtbot.mouseClick(chip, Qt.MouseButton.LeftButton)
    assert cells(page)[6][2] == "姓名"
    assert cells(page)[2][2] == "留在答卷里"
    assert "“1、您的姓名”这一列改为留在答卷里" in said(page)
    house.qtbot.keyClick(page.columns.table, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    house.qtbot.waitUntil(lambda: page.rows is not None)
    page.escape()
    page.escape()
    to_columns(house, page, export(FIRST))
    assert cells(page)[6][2] == "姓名"
    assert "列的用处和上次一样。" in said(page)


def test_a_file_that_is_no_table_is_refused_with_why(house, page, tmp_path):
    path = tmp_path / "网页.csv"
    path.write_bytes(b"<html></html>")
    to_columns(house, page, path)
    house.qtbot.waitUntil(lambda: page._banner_room.count() > 0)
    banner = page._banner_room.itemAt(0).widget()
    assert banner.accessibleName() == "这是一个网页，不是表格。"
    assert button(page, "选一个文件…").isVisible()


def test_of_very_many_none_is_chosen_for_her_and_one_key_chooses_the_new(house, page, export):
    many = [[str(n), f"2026/3/1 8:{n:02d}:00", f"人{n}", "", "", "", ""] for n in range(SOME + 5)]
    to_rows(house, page, export(*many))
    assert not page.rows.go.isEnabled()
    click(house, page, "新的都建个案")
    take(house, page)
    assert len(listed(house)) == SOME + 5


def test_it_can_be_stopped_and_what_is_in_stays(house, page, export, monkeypatch):
    many = [[str(n), f"2026/3/1 8:{n:02d}:00", f"人{n}", "", "", "", ""] for n in range(SOME)]
    to_rows(house, page, export(*many))
    monkeypatch.setattr("ui.questionnaire_page._AT_ONCE", 5)
    page.rows.go.click()
    house.qtbot.waitUntil(lambda: page.progress is not None and bool(page._taken))
    page.progress.cancel.click()
    house.qtbot.waitUntil(lambda: bool(buttons(page, "再导入一个文件")))
    house.idle()
    found = len(listed(house))
    assert 5 <= found < SOME
    assert f"建了 {found} 个新个案" in said(page)


def test_a_full_disk_says_so_and_tells_what_is_in(house, page, export, monkeypatch):
    to_rows(house, page, export(FIRST))

    def full(*_, **__):
        raise DiskFull

    monkeypatch.setattr(questionnaires, "take_in", full)
    take(house, page)
    assert "建了 0 个新个案" in said(page)
    assert listed(house) == []


def test_privacy_mode_shows_neither_names_nor_answers(house, page, export):
    to_columns(house, page, export(FIRST, SECOND))
    privacy.switch(to=True)
    try:
        page.show_privacy()
        assert {one[3] for one in cells(page)} == {"•••"}
        click(house, page, "看每一份答卷")
        house.qtbot.waitUntil(lambda: page.rows is not None)
        house.idle()
        assert [one[1] for one in cells(page)] == ["第 2 行", "第 3 行"]
    finally:
        privacy.switch(to=False)


def test_the_paper_and_the_cases_are_a_step_away(house, page, export):
    gone = []
    page.wanted.connect(gone.append)
    click(house, page, "预约登记表")
    to_rows(house, page, export(FIRST))
    take(house, page)
    click(house, page, "去个案列表")
    assert gone == [ToIntakePaper(), ToCases()]


def test_the_answers_of_a_case_are_read_word_for_word(house, page, export):
    to_rows(house, page, export(FIRST))
    take(house, page)
    case = listed(house)[0].case
    screen = house.show(AnswersScreen(house.office, case.id))
    assert "蓝 🌱\u202e" in said(screen)
    assert "提交时间 2026/3/1 8:01:02" in said(screen)


def test_the_list_of_cases_leads_there_and_the_timeline_to_the_answers(house, page, export):
    to_rows(house, page, export(FIRST))
    take(house, page)
    case = listed(house)[0].case
    screen = house.show(CasesScreen(house.office, case.id))
    gone = []
    screen.wanted.connect(gone.append)
    for word in ("导入问卷", "预约登记表"):
        click(house, screen, "更多：导入问卷、导入以前的记录、预约登记表")
        house.qtbot.waitUntil(lambda: QApplication.activePopupWidget() is not None)
        menu = QApplication.activePopupWidget()
        next(one for one in menu.actions() if one.text() == word).trigger()
        menu.close()
    item = the_one(
        lambda: [one for one in screen.findChildren(TimelineItem) if "答卷" in one.accessibleName()]
    )
    assert "睡不着" not in item.accessibleDescription()
    assert "5、颜色：蓝 🌱" in item.accessibleDescription()
    house.qtbot.keyClick(item, Qt.Key.Key_Return)
    assert gone == [ToQuestionnaire(), ToIntakePaper(), ToAnswers(case.id)]


def test_five_thousand_answers_leave_the_window_alive(house, page, tmp_path):
    path = tmp_path / "many.csv"
    rows = [f"{n},2026/3/1 8:01:02,人{n},,,,蓝" for n in range(5000)]
    path.write_text("\n".join([",".join(HEADS), *rows]), "utf-8")
    to_rows(house, page, path)
    assert page.rows.table.model().rowCount() == 5000
    widgets = page.findChildren(type(page.rows.told))
    assert len(widgets) < 100
