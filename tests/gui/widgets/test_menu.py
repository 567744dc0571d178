"""A menu is cut to round corners, so that none stands square or black behind them."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint

from ui.theme.style import apply
from ui.widgets.menu import Menu


@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_the_corners_of_a_menu_are_cut_off_and_nothing_else(qtbot, qapp, scale):
    apply(qapp, "light", scale=scale)
    menu = Menu()
    qtbot.addWidget(menu)
    menu.addAction("打印机…")
    menu.addAction("存为 PDF…")
    menu.resize(menu.sizeHint())
    menu.popup(QPoint(10, 10))
    qtbot.waitUntil(menu.isVisible)
    shape, right, low = menu.mask(), menu.width() - 1, menu.height() - 1
    corners = [QPoint(0, 0), QPoint(right, 0), QPoint(0, low), QPoint(right, low)]
    assert not any(shape.contains(one) for one in corners)
    assert shape.contains(menu.rect().center())
    assert shape.boundingRect() == menu.rect()
    menu.close()
    apply(qapp, "light", scale=1.0)
