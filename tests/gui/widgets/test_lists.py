"""Rail, rows, table, timeline, steps, tiles: walked with the keys, read aloud."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible

from ui.theme import style
from ui.widgets.chip import StateChip
from ui.widgets.label import Label
from ui.widgets.rail import Place, Rail, RailItem
from ui.widgets.rows import Row, RowList
from ui.widgets.stepper import StepColumn, Stepper, marked
from ui.widgets.table import Cell, Column, Table
from ui.widgets.tiles import KeyTiles
from ui.widgets.timeline import TimelineItem

LEFT = Qt.MouseButton.LeftButton
ROWS = (
    Row(
        "1",
        "禾木",
        "H-017",
        "今天 14:00",
        "伦敦",
        "好一些",
        ("circle-alert", "mid", "中"),
        today=True,
    ),
    Row("2", "南星", "N-021", "今天 16:00"),
    Row("3", "知夏"),
)


@pytest.fixture
def rail(qtbot):
    made = Rail(
        (Place("today", "sun", "今日"), None, Place("cases", "users", "个案")),
        search=Place("search", "search", "查找或跳转", "Ctrl K"),
        foot=(Place("lock", "lock", "锁定", "Ctrl L"),),
    )
    qtbot.addWidget(made)
    made.resize(208, 600)
    with qtbot.waitExposed(made):
        made.show()
    return made


def test_the_rail_goes_places(qtbot, rail, find):
    with qtbot.waitSignal(rail.went) as heard:
        qtbot.mouseClick(find(rail, RailItem, "个案"), LEFT)
    assert heard.args == ["cases"]


def test_counts_are_said_aloud(rail):
    rail.set_count("today", 3)
    assert rail.item("today").accessibleName() == "今日 3"


def test_the_place_is_marked(rail):
    rail.set_current("cases")
    rail.set_current("today")
    assert [key for key in ("today", "cases") if rail.item(key).isChecked()] == ["today"]
    assert not rail.grab().isNull()


def test_the_rail_folds(rail):
    rail.fold(folded=True)
    assert rail.folded()
    assert rail.width() == 56
    assert rail.item("cases").toolTip() == "个案"
    assert not rail.grab().isNull()
    rail.fold(folded=False)
    assert rail.width() == 208


def test_the_arrow_keys_walk_along_the_rail(qtbot, rail):
    rail.item("today").setFocus()
    qtbot.keyClick(rail.item("today"), Qt.Key.Key_Down)
    assert rail.focusWidget() is rail.item("cases")
    qtbot.keyClick(rail.item("cases"), Qt.Key.Key_Return)


@pytest.fixture
def rows(qtbot):
    made = RowList("个案")
    qtbot.addWidget(made)
    made.set_rows(ROWS)
    made.resize(316, 400)
    with qtbot.waitExposed(made):
        made.show()
    return made


def test_rows_are_84_high_and_as_wide_as_the_list(rows):
    area = rows.visualRect(rows.model().index(0, 0))
    assert (area.height(), area.width()) == (84, rows.viewport().width())
    assert not rows.grab().isNull()


def test_the_arrow_keys_choose(qtbot, rows):
    rows.choose("1")
    with qtbot.waitSignal(rows.chosen) as heard:
        qtbot.keyClick(rows, Qt.Key.Key_Down)
    assert heard.args == ["2"]


def test_enter_opens(qtbot, rows):
    rows.choose("2")
    with qtbot.waitSignal(rows.opened) as heard:
        qtbot.keyClick(rows, Qt.Key.Key_Return)
    assert heard.args == ["2"]


def test_a_row_is_read_whole(rows):
    spoken = rows.model().index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == "禾木, H-017, 中, 今天 14:00, 伦敦, 好一些"


def test_new_rows_keep_the_chosen_one(qtbot, rows):
    rows.choose("2")
    with qtbot.assertNotEmitted(rows.chosen):
        rows.set_rows(ROWS[1:])
    assert rows.current() == "2"


def test_the_first_row_is_current_once_focused(qtbot, rows):
    rows.activateWindow()
    rows.setFocus()
    qtbot.waitUntil(lambda: rows.current() == "1")


def test_the_first_row_is_current_where_rows_come_after_the_focus(qtbot):
    rows = RowList("个案")
    qtbot.addWidget(rows)
    with qtbot.waitExposed(rows):
        rows.show()
    rows.activateWindow()
    rows.setFocus()
    qtbot.waitUntil(rows.hasFocus)
    rows.set_rows(ROWS)
    assert rows.current() == "1"
    assert not rows.selectionModel().hasSelection(), "nobody chose it yet"


def test_the_current_row_stays_in_sight_where_the_list_becomes_lower(qtbot):
    rows = RowList("个案")
    qtbot.addWidget(rows)
    rows.set_rows([Row(str(n), f"来访者 {n}") for n in range(12)])
    rows.resize(300, 400)
    with qtbot.waitExposed(rows):
        rows.show()
    rows.choose("3")
    rows.resize(300, 200)
    assert rows.viewport().rect().contains(rows.visualRect(rows.currentIndex()))


@pytest.fixture
def table(qtbot):
    made = Table((Column("记录"), Column("分钟", number=True)), name="记录")
    qtbot.addWidget(made)
    made.set_rows(
        (
            (Cell("第 24 次", 24, strong=True), Cell("50", 50)),
            (Cell("第 3 次", 3, icon="check", tone="low"), Cell("45", 45)),
        )
    )
    made.resize(400, 200)
    with qtbot.waitExposed(made):
        made.show()
    return made


def test_a_head_sorts_by_value(qtbot, table):
    header = table.horizontalHeader()
    qtbot.mouseClick(header.viewport(), LEFT, pos=header.viewport().rect().center() / 2)
    assert table.model().index(0, 0).data() == "第 3 次"
    assert not table.grab().isNull()


def test_a_table_opens_the_row_it_was_given(qtbot, table):
    table.sortByColumn(0, Qt.SortOrder.AscendingOrder)
    table.selectRow(0)
    assert table.current() == 1
    with qtbot.waitSignal(table.opened) as heard:
        qtbot.keyClick(table, Qt.Key.Key_Return)
    assert heard.args == [1]


def widths(table):
    return [table.columnWidth(one) for one in range(table.model().columnCount())]


def test_a_column_is_as_wide_as_its_words_and_the_last_takes_the_rest(qtbot):
    made = Table([Column("时间"), Column("个案"), Column("哪一份")], name="留痕")
    qtbot.addWidget(made)
    made.resize(900, 300)
    with qtbot.waitExposed(made):
        made.show()
    made.set_rows([(Cell("2026年3月24日 19:57:00"), Cell("禾木"), Cell("记录 №18"))])
    time, case, which = widths(made)
    assert time >= made.sizeHintForColumn(0) > case >= made.sizeHintForColumn(1)
    assert which > time + case
    assert time + case + which == made.viewport().width()
    made.resize(240, 300)
    assert sum(widths(made)) <= made.viewport().width(), "all of them stay in sight"
    assert widths(made)[0] > widths(made)[1] > 0
    assert widths(made)[2] >= made.viewport().width() // 3
    made.set_rows([])
    assert widths(made)[0] >= made.horizontalHeader().sectionSizeHint(0) / 2


def test_a_table_can_be_as_high_as_its_rows(table, qapp):
    table.fit()
    assert table.height() == 2 * 38 + 36 + 2
    style.apply(qapp, "light", scale=2)
    table.fit()
    assert table.height() == 2 * 76 + 72 + 2


def test_a_timeline_item_opens(qtbot):
    item = TimelineItem("check", "第 23 次咨询", tone="low", meta="5月5日", text="谈到母亲")
    item.add(Label("bars"))
    item.add_chip(StateChip("已签署", "low", "check"))
    item.set_ends(first=True, last=True)
    qtbot.addWidget(item)
    item.resize(500, 100)
    item.show()
    assert item.accessibleName() == "第 23 次咨询, 5月5日"
    with qtbot.waitSignal(item.opened):
        qtbot.keyClick(item, Qt.Key.Key_Return)
    with qtbot.waitSignal(item.opened):
        qtbot.mouseClick(item, LEFT)


@pytest.mark.parametrize(("wide", "below"), [(700, False), (340, True), (280, True)])
def test_the_chip_of_an_item_is_never_cut(qtbot, wide, below):
    item = TimelineItem("file-text", "第 12 次咨询", meta="2025年5月12日 周一 14:00 至 14:50")
    chip = StateChip("已签名", "low")
    item.add_chip(chip)
    qtbot.addWidget(item)
    item.resize(wide, 120)
    item.show()
    title, meta = item.findChildren(Label)[:2]
    qtbot.waitUntil(lambda: (meta.y() > title.y()) == below)
    qtbot.waitUntil(lambda: chip.x() + chip.width() <= item.width())
    assert chip.width() >= chip.sizeHint().width()


def test_an_item_that_opens_nothing_stays_silent(qtbot):
    item = TimelineItem("phone", "电话联系", opens=False)
    qtbot.addWidget(item)
    item.show()
    with qtbot.assertNotEmitted(item.opened):
        qtbot.mouseClick(item, LEFT)
        qtbot.keyClick(item, Qt.Key.Key_Return)


@pytest.mark.parametrize("kind", [Stepper, StepColumn])
def test_steps_say_where_they_stand(qtbot, kind):
    steps = kind(marked((("已提供", "5月2日"), ("已阅读", ""), ("签署", "")), 1), name="同意的步骤")
    qtbot.addWidget(steps)
    steps.resize(600, 200)
    assert [step.state for step in steps.steps()] == ["done", "now", "next"]
    assert "已提供 5月2日 已完成" in steps.accessibleDescription()
    assert "已阅读  进行中" in steps.accessibleDescription()
    assert not steps.grab().isNull()


def test_tiles_are_spelled_out_and_fold(qtbot):
    tiles = KeyTiles((("7QK4", "M"), ("XR2D", "8"), ("N5HV", "T")))
    qtbot.addWidget(tiles)
    assert "1: 7 Q K 4 M" in tiles.accessibleDescription()
    assert tiles.heightForWidth(600) == 46
    assert tiles.heightForWidth(300) == 100
    tiles.resize(600, 46)
    assert not tiles.grab().isNull()
    tiles.set_groups(())
    assert tiles.accessibleDescription() == ""


def test_parts_tell_their_role(qtbot, rail, rows):
    def role(part):
        return QAccessible.queryAccessibleInterface(part).role()

    assert role(rail.item("cases")) in {QAccessible.Role.Button, QAccessible.Role.CheckBox}
    assert role(rows) == QAccessible.Role.List
