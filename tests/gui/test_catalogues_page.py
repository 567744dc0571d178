"""The page 清单与用语, as a person rewords, adds, moves, saves and goes back."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit

from app.services import catalogues, intake_papers, sheets
from tests.gui.helpers import NASTY, buttons, click, said, write
from tests.gui.test_entry_pages import put
from ui import translation
from ui.catalogue_section import LineRow
from ui.catalogues_page import CataloguesScreen
from ui.page import ToCatalogues
from ui.rare_pages import rare_page


def show(house):
    page = rare_page(house.office, ToCatalogues(), None)
    assert isinstance(page, CataloguesScreen)
    house.show(page)
    house.idle()
    return page


def opened(house, page, name):
    click(house, page, name)
    house.qtbot.waitUntil(lambda: page.form is not None and page.form.isVisible())
    house.idle()
    return page.form


def rows(page):
    return sorted(
        (one for one in page.findChildren(LineRow) if one.isVisible()),
        key=lambda one: one.mapTo(page, one.rect().topLeft()).y(),
    )


def press(house, key, modifier=Qt.KeyboardModifier.NoModifier):
    house.qtbot.keyClick(QApplication.focusWidget(), key, modifier)


def moods(house):
    return house.do(lambda vault: sheets.catalogue(vault, house.tools, "zh")).moods


@pytest.mark.clause("121")
def test_the_words_of_the_sheet_become_hers_and_the_programs_again(house):
    page = show(house)
    before = moods(house)
    opened(house, page, "修改：会谈单上可选的词")
    put(page, "情绪状态，一行一条", "")
    click(house, page, "存成新的一版")
    assert "这里至少要留一条（规范二(一)b，网络 5.1）。" in said(page)
    put(page, "情绪状态，一行一条", f"{NASTY}\n空")
    press(house, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    house.qtbot.waitUntil(lambda: page.form is None)
    house.qtbot.waitUntil(lambda: "自己的第 1 版" in said(page))
    assert moods(house) == (NASTY, "空")
    opened(house, page, "修改：会谈单上可选的词")
    assert "存过的版本" in said(page)
    click(house, page, "换回随程序带的")
    house.qtbot.waitUntil(lambda: moods(house) == before)
    click(house, page, "撤销")
    house.qtbot.waitUntil(lambda: moods(house) == (NASTY, "空"))


@pytest.mark.clause("062")
def test_a_question_is_added_moved_up_and_printed_and_a_needed_one_has_no_cross(house):
    page = show(house)
    opened(house, page, "修改：预约登记表")
    first = rows(page)[0]
    assert not buttons(first, "去掉这一行")
    assert "必须有：网络 3.4" in said(first)
    first.text.line.setFocus()
    first.text.line.selectAll()
    write(first.text.line, "怎样称呼您")
    click(house, rows(page)[1], "去掉这一行")
    add = buttons(page, "添加一行")[0]
    house.qtbot.mouseClick(add, Qt.MouseButton.LeftButton)
    house.qtbot.waitUntil(lambda: isinstance(QApplication.focusWidget(), QLineEdit))
    write(QApplication.focusWidget(), NASTY)
    for _ in range(9):
        press(house, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    house.qtbot.waitUntil(lambda: rows(page)[0].text.text() == NASTY, timeout=4000)
    click(house, page, "存成新的一版")
    house.qtbot.waitUntil(lambda: page.form is None)
    form = house.do(lambda vault: intake_papers.form(vault, house.tools, "zh", ()))
    labels = [one.question.label for one in form.parts[0][1]]
    assert labels[:2] == [NASTY, "怎样称呼您"]
    assert "年龄" not in labels


def test_a_paper_grows_and_what_is_typed_waits_until_one_is_back(house):
    page = show(house)
    opened(house, page, "修改：开场白")
    click(house, page, "添加一节")
    house.qtbot.waitUntil(lambda: isinstance(QApplication.focusWidget(), QLineEdit))
    write(QApplication.focusWidget(), NASTY)
    page.leave()
    house.idle()
    again = show(house)
    house.qtbot.waitUntil(lambda: again.form is not None)
    assert [one for one in again.form.written() if one.heading == NASTY]
    put(again, "标题", "")
    click(house, again, "存成新的一版")
    assert "这里可以换一种说法，不能空着" in said(again)
    put(again, "标题", "开始的话")
    click(house, again, "存成新的一版")
    house.qtbot.waitUntil(lambda: again.form is None)
    assert house.do(lambda vault: catalogues.page(vault, house.tools)).begun == {}


def test_the_other_language_is_a_choice_away(house):
    page = show(house)
    house.qtbot.mouseClick(page.language.chip("en"), Qt.MouseButton.LeftButton)
    house.qtbot.waitUntil(lambda: bool(buttons(page, "修改：Opening a session")))
    assert not buttons(page, "修改：开场白")


def test_in_english_it_opens_with_the_english_texts(house, qapp):
    translation.install(qapp, "en")
    try:
        page = show(house)
        assert page.language.keys() == ["en"]
        assert "Opening a session" in said(page)
    finally:
        translation.install(qapp, "zh")
