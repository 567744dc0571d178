"""A case opened by mistake is removed and brought back; every time is said by one clock."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu

from app.domain.client import Place, Profile
from app.domain.practice import Practice
from app.services import case_removal, cases, search
from app.services.changes import Changes, Noun
from tests.gui.helpers import SHANGHAI, button, buttons, click, said, the_one
from ui.case_list import day
from ui.cases import CasesScreen
from ui.widgets.banner import Banner
from ui.widgets.rows import RowList
from ui.widgets.timeline import TimelineItem

NEW_YORK = Place("纽约", "America/New_York")
LATE = datetime(2026, 5, 11, 16, 30, tzinfo=UTC)  # the 12th, 00:30 in Shanghai; 12:30 in New York


def show(house, case=None):
    return house.show(CasesScreen(house.office, case.id if case else None))


def remove(house, screen):
    """Choose 移除这个空个案 in the menu, with the keyboard."""
    house.qtbot.waitUntil(lambda: bool(buttons(screen, "更多")))
    house.qtbot.keyClick(button(screen, "更多"), Qt.Key.Key_Return)
    menu = the_one(lambda: [one for one in screen.findChildren(QMenu) if one.isVisible()])
    (line,) = [one for one in menu.actions() if one.text() == "移除这个空个案"]
    line.trigger()
    menu.close()


def codes(house):
    return sorted(line.case.code for line in house.do(cases.list_cases))


def test_an_empty_case_is_removed_and_comes_back_with_one_word(house):
    house.case("A", Profile())
    case = house.case("错开", Profile(name="禾木"))
    screen = show(house, case)
    undone, gone = [], []
    screen.undoable.connect(lambda text, undo: undone.append((text, undo)))
    screen.gone.connect(gone.append)
    remove(house, screen)
    house.idle()
    assert codes(house) == ["A"]
    assert gone == [case.id]
    assert "从左边选一个个案" in said(screen)
    assert not screen.pane.isVisible()
    ((text, undo),) = undone
    assert text == "空个案已移除。"
    undo()
    house.qtbot.waitUntil(lambda: bool(buttons(screen, "更多")))
    assert codes(house) == ["A", "错开"]
    (back,) = [one for one in house.do(cases.list_cases) if one.case.code == "错开"]
    assert back.name == "禾木"
    assert screen.here().case_id == back.case.id


def test_only_an_empty_case_can_be_removed(house):
    case = house.case()
    house.note(case)
    screen = show(house, case)
    assert buttons(screen, "写记录")
    click(house, screen, "更多")
    menu = the_one(lambda: [one for one in screen.findChildren(QMenu) if one.isVisible()])
    offered = [line.text() for line in menu.actions()]
    assert "销毁个案" in offered
    assert "移除这个空个案" not in offered
    menu.close()


def test_a_case_that_was_filled_meanwhile_stays(house):
    case = house.case("A")
    screen = show(house, case)
    house.note(case)
    remove(house, screen)
    house.qtbot.waitUntil(lambda: screen.findChild(Banner) is not None)
    assert "已经有内容" in screen.findChild(Banner).accessibleName()
    assert codes(house) == ["A"]
    assert button(screen, "写记录").isEnabled()


def test_a_case_removed_elsewhere_is_no_page_any_more(house):
    case = house.case("A")
    screen = show(house, case)
    house.do(lambda vault: case_removal.remove(vault, house.clock, case.id))
    screen.reload(Changes.of(Noun.CASES))
    house.idle()
    again = show(house, case)
    assert "您的个案会在这里" in said(again)


@pytest.fixture
def shanghai(house):
    def settle(vault):
        with vault.transaction():
            vault.settings.change_practice(Practice(place=SHANGHAI))

    house.do(settle)


@pytest.mark.usefixtures("shanghai")
@pytest.mark.parametrize(
    ("own", "when", "meta"),
    [
        (Place(), "今天 00:30", "5月12日 周二 00:30"),
        (NEW_YORK, "上次 5月11日 周一", "5月11日 周一 12:30"),
    ],
    ids=["practice", "case"],
)
def test_list_timeline_and_search_say_times_by_the_clock_of_the_note(house, own, when, meta):
    case = house.case("A", Profile(counselor_place=own))
    house.clock.time = LATE if own == Place() else datetime(2026, 5, 12, 16, 0, tzinfo=UTC)
    house.note(case, "谈到睡眠。", starts_at=LATE)
    screen = show(house, case)
    model = screen.findChild(RowList).model()
    assert when in model.data(model.index(0), Qt.ItemDataRole.AccessibleTextRole)
    spoken = [one.accessibleName() for one in screen.findChildren(TimelineItem)]
    assert any(meta in f"{name} {said(screen)}" for name in spoken)
    (found,) = house.do(lambda vault: search.find(vault, "睡眠")).found
    assert day(found.hit.session_at, house.clock.time) == meta.rsplit(" ", 1)[0]


def test_the_year_is_said_where_it_is_another_one(house):
    del house
    first = datetime(2027, 1, 1, 1, 30, tzinfo=UTC)
    assert day(first, first) == "1月1日 周五"
    assert day(first, datetime(2026, 12, 31, 1, 30, tzinfo=UTC)) == "2027年1月1日（周五）"


@pytest.mark.usefixtures("shanghai")
def test_click_opens_the_menu_too(house):
    screen = show(house, house.case("A"))
    click(house, screen, "更多")
    menu = the_one(lambda: [one for one in screen.findChildren(QMenu) if one.isVisible()])
    assert menu.accessibleName() == "更多"
    menu.close()
