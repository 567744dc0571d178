"""The page of all parts stands in both themes, at both sizes, at twice the font."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QWidget

from ui import translation
from ui.gallery import gallery
from ui.theme import look, style
from ui.widgets.dialog import Dialog
from ui.widgets.painted import Painted
from ui.widgets.rail import Rail


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize(("scale", "size"), [(1, (1280, 800)), (1, (1920, 1080)), (2, (1280, 800))])
def test_it_fits(qtbot, qapp, theme, scale, size):
    style.apply(qapp, theme, scale=scale)
    page = gallery()
    qtbot.addWidget(page)
    page.resize(*size)
    with qtbot.waitExposed(page):
        page.show()
    assert (page.width(), page.height()) == size
    assert page.findChild(Rail).folded() == (size[0] < 1300 * scale)
    assert not page.grab().isNull()


def test_everything_that_takes_the_focus_is_named(qtbot):
    page = gallery()
    qtbot.addWidget(page)
    page.show()
    for part in page.findChildren(QWidget):
        if part.focusPolicy() & Qt.FocusPolicy.TabFocus and part.isVisible():
            text = part.text() if isinstance(part, QAbstractButton) else ""
            assert part.accessibleName() or text, part


def test_the_theme_can_be_changed_in_place(qtbot, find, qapp):
    page = gallery()
    qtbot.addWidget(page)
    page.show()
    dark = next(part for part in page.findChildren(QAbstractButton) if part.text() == "深色")
    dark.click()
    assert look.now().roles.name == "dark"
    style.apply(qapp, "light", scale=1)


def test_it_asks_and_toasts(qtbot):
    page = gallery()
    qtbot.addWidget(page)
    page.show()
    buttons = {part.text(): part for part in page.findChildren(QAbstractButton)}
    buttons["归档"].click()
    buttons["对话框"].click()
    page.findChild(Dialog).reject()
    assert any(part.isVisible() for part in page.findChildren(Painted))


@pytest.mark.parametrize(("wanted", "language"), [("zh", "zh"), ("en", "en")])
def test_a_language_is_chosen(wanted, language):
    assert translation.chosen(wanted) == language
    assert translation.chosen() in {"zh", "en"}


def test_a_language_can_be_installed_twice(qapp):
    translation.install(qapp, "en")
    translation.install(qapp, "zh")
