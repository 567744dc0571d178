"""The preview says which page is in sight, however one got there."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QBuffer, QIODevice
from PySide6.QtGui import QPageSize, QPainter, QPdfWriter
from PySide6.QtWidgets import QAbstractButton, QScrollArea

from ui.document_view import DocumentView


def pdf(pages):
    store = QBuffer()
    store.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(store)
    writer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    painter = QPainter(writer)
    for page in range(pages):
        if page:
            writer.newPage()
        painter.drawText(500, 500, f"{page + 1}")
    painter.end()
    return bytes(store.data())


@pytest.fixture
def view(qtbot):
    made = DocumentView()
    qtbot.addWidget(made)
    made.resize(700, 600)
    with qtbot.waitExposed(made):
        made.show()
    return made


def bar(view):
    return view.findChild(QScrollArea).verticalScrollBar()


def shown(qtbot, view, pages):
    view.show_pdf(pdf(pages))
    qtbot.waitUntil(lambda: bar(view).maximum() > 0)


SIZES = pytest.mark.parametrize("size", [(700, 600), (860, 900), (420, 1000), (400, 1300)])


@SIZES
def test_the_number_follows_scrolling(qtbot, view, size):
    view.resize(*size)
    shown(qtbot, view, 5)
    assert view.pages.text() == "第 1 页，共 5 页"
    seen = []
    for value in range(0, bar(view).maximum() + 1, 20):
        bar(view).setValue(value)
        if view.pages.text() not in seen:
            seen.append(view.pages.text())
    bar(view).setValue(bar(view).maximum())
    seen.append(view.pages.text())
    assert seen[0] == "第 1 页，共 5 页"
    assert seen[-1] == "第 5 页，共 5 页"
    assert [one for one in seen[:-1] if one != seen[-1]] == sorted(set(seen[:-1]) - {seen[-1]})
    assert len(set(seen)) >= 4


@SIZES
def test_each_page_is_turned_to_and_back(qtbot, find, view, size):
    view.resize(*size)
    shown(qtbot, view, 5)
    on, back = (find(view, QAbstractButton, name) for name in ("下一页", "上一页"))
    said = []
    for button in (*[on] * 4, *[back] * 4):
        button.click()
        said.append(view.pages.text()[2])
    assert said == list("23454321")
    assert not back.isEnabled()


def test_the_number_is_right_after_the_window_was_made_narrower(qtbot, view):
    shown(qtbot, view, 5)
    view.turn(3)
    view.resize(300, 600)
    qtbot.waitUntil(lambda: bar(view).maximum() < 2_000)
    assert view.pages.text() == f"第 {view.page() + 1} 页，共 5 页"
    middle = bar(view).value() + view.findChild(QScrollArea).viewport().height() // 2
    assert view._sheets.area(view.page()).bottom() >= middle or view.page() == 4


def test_two_pages_that_are_both_in_sight_begin_with_the_first(qtbot, view):
    view.resize(400, 1300)
    view.show_pdf(pdf(2))
    qtbot.waitUntil(lambda: view.pages.text() == "第 1 页，共 2 页")
    assert view.page() == 0
