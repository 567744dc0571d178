"""The focus ring follows the keyboard and hides from the mouse."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget

from ui.theme.focus import RING, RING_OUT, Ring
from ui.widgets.button import Button
from ui.widgets.card import column
from ui.widgets.field import Field
from ui.widgets.rows import Row, RowList


def rings(page):
    return [ring for ring in page.findChildren(Ring) if ring.isVisible()]


def page_with(qtbot, *parts):
    page = QWidget()
    page.setLayout(column(*parts, margins=(20, 20, 20, 20), spacing=20))
    qtbot.addWidget(page)
    with qtbot.waitExposed(page):
        page.show()
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    return page


def test_tab_shows_a_ring_two_pixels_outside(qtbot):
    first, second = Button("一"), Button("二")
    page = page_with(qtbot, first, second)
    first.setFocus()
    qtbot.keyClick(first, Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is second
    (ring,) = rings(page)
    assert ring.geometry() == second.geometry().adjusted(-4, -4, 4, 4)


def test_the_mouse_hides_it(qtbot):
    first, second = Button("一"), Button("二")
    page = page_with(qtbot, first, second)
    first.setFocus()
    qtbot.keyClick(first, Qt.Key.Key_Tab)
    qtbot.mouseClick(second, Qt.MouseButton.LeftButton)
    assert rings(page) == []


def test_it_moves_along(qtbot):
    first, second = Button("一"), Button("二")
    page = page_with(qtbot, first, second)
    first.setFocus()
    qtbot.keyClick(first, Qt.Key.Key_Tab)
    second.move(60, 70)
    (ring,) = rings(page)
    assert ring.geometry() == second.geometry().adjusted(-4, -4, 4, 4)


def test_fields_have_a_border_instead(qtbot):
    first, field = Button("一"), Field("称呼")
    page = page_with(qtbot, first, field)
    first.setFocus()
    qtbot.keyClick(first, Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is field.line
    assert rings(page) == []


def test_a_deleted_button_takes_its_ring_along(qtbot):
    first, second = Button("一"), Button("二")
    page = page_with(qtbot, first, second)
    first.setFocus()
    qtbot.keyClick(first, Qt.Key.Key_Tab)
    second.deleteLater()
    qtbot.waitUntil(lambda: len(page.findChildren(Button)) == 1)
    first.setFocus()
    assert len(rings(page)) <= 1


def test_an_empty_list_is_framed_until_its_first_row_is(qtbot):
    first, rows = Button("一"), RowList("个案列表")
    page = page_with(qtbot, first, rows)
    first.setFocus()
    qtbot.keyClick(first, Qt.Key.Key_Tab)
    assert rows.hasFocus()
    assert len(rings(page)) == 1
    rows.set_rows([Row("1", "禾木")])
    assert rings(page) == [], "the row is framed now: one frame is enough"
    rows.set_rows([])
    assert len(rings(page)) == 1


def test_the_ring_reaches_as_far_beyond_the_sides_as_asked(qtbot):
    part = QWidget()
    page = page_with(qtbot, Button("一"), part)
    part.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    part.setProperty(RING, True)  # noqa: FBT003 - Qt's own signature
    part.setProperty(RING_OUT, 16)
    qtbot.keyClick(page, Qt.Key.Key_Tab)
    part.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.waitUntil(lambda: bool(rings(page)))
    (ring,) = rings(page)
    assert ring.geometry() == part.geometry().adjusted(-16, -4, 16, 4)
