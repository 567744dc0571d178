"""Where list and case do not fit side by side, they stand one at a time."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from app.domain.client import Profile
from tests.gui.helpers import said
from ui.cases import CasesScreen
from ui.page import ToCases
from ui.theme import style


@pytest.fixture
def large(qapp):
    style.apply(qapp, "light", scale=2)
    yield
    style.apply(qapp, "light", scale=1)


def test_the_case_takes_the_place_of_the_list_and_gives_it_back(house, large):
    house.case("N-021", Profile(name="南星"))
    screen = house.show(CasesScreen(house.office), 1168, 800)
    listed = screen.list.rows
    assert listed.isVisible()
    assert "从左边选一个个案" not in said(screen)
    listed.setFocus()
    house.qtbot.keyClick(listed, Qt.Key.Key_Down)
    house.qtbot.keyClick(listed, Qt.Key.Key_Return)
    house.qtbot.waitUntil(screen.sheet.head.write_button.isVisible)
    assert not listed.isVisible()
    write = screen.sheet.head.write_button
    right = write.mapTo(screen, write.rect().topRight()).x()
    assert right < screen.width(), "the main button is cut"
    house.qtbot.mouseClick(screen.fold.back, Qt.MouseButton.LeftButton)
    house.qtbot.waitUntil(listed.isVisible)
    house.qtbot.waitUntil(lambda: not write.isVisible())
    assert listed.hasFocus()


def test_escape_leads_back_to_the_list_and_a_click_into_the_case(house, large):
    case = house.case("N-021", Profile(name="南星"))
    screen = house.show(CasesScreen(house.office, case.id), 1168, 800)
    house.qtbot.waitUntil(screen.sheet.head.write_button.isVisible)
    screen.escape()
    listed = screen.list.rows
    house.qtbot.waitUntil(listed.isVisible)
    where = listed.visualRect(listed.model().index(0)).center()
    house.qtbot.mouseClick(listed.viewport(), Qt.MouseButton.LeftButton, pos=where)
    house.qtbot.waitUntil(screen.sheet.head.write_button.isVisible)
    assert not listed.isVisible()
    assert screen.revisit(ToCases())
    assert listed.isVisible()


def test_both_stand_side_by_side_where_they_fit(house):
    case = house.case("N-021", Profile(name="南星"))
    screen = house.show(CasesScreen(house.office, case.id), 1224, 800)
    house.qtbot.waitUntil(screen.sheet.head.write_button.isVisible)
    assert screen.list.isVisible()
    assert not screen.fold.back.isVisible()
    screen.escape()
    assert screen.sheet.head.write_button.isVisible()
