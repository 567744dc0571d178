"""The help: found from every page, searched word by word, read with the keyboard, all inside."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt, QUrl
from PySide6.QtGui import QTextDocument
from PySide6.QtWidgets import QApplication

from app.domain.preferences import Preferences
from storage.preferences import JsonPreferences
from tests.gui.helpers import buttons, click, said, write
from ui import translation
from ui.help_page import HelpScreen
from ui.help_text import HelpText
from ui.help_topics import topics
from ui.page import (
    ToCalendar,
    ToCases,
    ToExample,
    ToExport,
    ToHelp,
    ToNewCase,
    ToNote,
    ToSearch,
    ToSettings,
)
from ui.search import SearchLine
from ui.theme import look, style
from ui.workspace import Workspace


@pytest.fixture
def space(house, tmp_path):
    """Show the workspace, with a case in it."""
    house.made = house.case()
    store = JsonPreferences(tmp_path / "choices" / "preferences.json")
    store.save(Preferences(language="zh", vault=str(tmp_path / "vault")))
    house.office = replace(house.office, preferences=store)
    shown = house.show(Workspace(house.office))
    shown.go(ToCases(house.made.id))
    house.idle()
    yield shown
    shown.leave()
    house.idle()


def press(house, key, modifier=Qt.KeyboardModifier.NoModifier):
    house.qtbot.waitUntil(lambda: QApplication.focusWidget() is not None)
    house.qtbot.keyClick(QApplication.focusWidget(), key, modifier)
    house.idle()


def text_of(space):
    (found,) = space.page.findChildren(HelpText)
    return found


def field_of(space):
    (found,) = space.page.findChildren(SearchLine)
    return found


def search(house, space, words):
    field_of(space).setFocus()
    write(field_of(space), words)
    house.qtbot.waitUntil(lambda: "处" in said(space.page) or "没有找到" in said(space.page))


def test_every_page_leads_to_its_own_topic_and_back(house, space):
    note = house.note(house.made)
    expected = {
        ToCases(house.made.id): "cases",
        ToNewCase(): "cases",
        ToNote(note.id): "notes",
        ToExport(house.made.id): "supervision",
        ToSearch(): "search",
        ToCalendar(): "calendar",
        ToSettings(): "settings",
    }
    for place, topic in expected.items():
        space.go(place)
        house.idle()
        here = space._where()
        press(house, Qt.Key.Key_F1)
        click(house, space, "这一页的说明")
        house.idle()
        assert space._where() == ToHelp(topic), place
        title = next(one.title for one in topics("zh") if one.key == topic)
        assert text_of(space).toPlainText().startswith(title)
        house.qtbot.waitUntil(lambda: space.page.isAncestorOf(QApplication.focusWidget()))
        press(house, Qt.Key.Key_Escape)
        assert space._where() == here


def test_the_rail_opens_it_and_f1_tells_its_own_keys(house, space):
    house.qtbot.mouseClick(space.rail.item("help"), Qt.MouseButton.LeftButton)
    house.idle()
    assert isinstance(space.page, HelpScreen)
    assert space.rail.item("help").isChecked()
    press(house, Qt.Key.Key_F1)
    assert "到正文" in said(space)
    press(house, Qt.Key.Key_Escape)


@pytest.mark.parametrize("words", ["锁", "恢复密钥", "CTRL", "签署 24"])
def test_a_word_is_found_marked_and_led_to(house, space, words):
    space.go(ToHelp())
    search(house, space, words)
    rows = space.page.list.lines.rows()
    assert rows
    for row in rows[:3]:
        assert row.preview[row.start : row.end].lower() in words.lower()
    press(house, Qt.Key.Key_Down)
    text = text_of(space)
    assert text.marks()
    assert {one.lower() for one in text.marks()} <= set(words.lower().split())
    assert space._where().words == words
    chosen = rows[0].topic.title
    assert text.toPlainText().startswith(chosen)
    assert text.textCursor().block().text().strip() == rows[0].paragraph


def test_what_is_not_there_is_said_and_esc_clears_then_leaves(house, space):
    here = space._where()
    space.go(ToHelp())
    search(house, space, "斑马线")
    assert "没有找到" in said(space.page)
    assert not space.page.list.lines.rows()
    press(house, Qt.Key.Key_Escape)
    assert not field_of(space).text()
    house.qtbot.waitUntil(lambda: len(space.page.list.lines.rows()) == len(topics("zh")))
    press(house, Qt.Key.Key_Escape)
    assert space._where() == here


def test_arrows_go_through_the_topics_enter_reads_tab_and_enter_follow_a_link(house, space):
    space.go(ToHelp())
    house.qtbot.waitUntil(space.page.list.hasFocus)
    for topic in topics("zh")[1:4]:
        press(house, Qt.Key.Key_Down)
        assert space._where() == ToHelp(topic.key)
        assert text_of(space).toPlainText().startswith(topic.title)
    space.go(ToHelp("first-day"))
    house.qtbot.waitUntil(space.page.list.hasFocus)
    press(house, Qt.Key.Key_Return)
    house.qtbot.waitUntil(lambda: text_of(space).hasFocus())
    press(house, Qt.Key.Key_Tab)
    press(house, Qt.Key.Key_Return)
    assert space._where() == ToHelp(topics("zh")[0].links()[0])
    space.back()
    assert space._where() == ToHelp("first-day")


def test_a_search_is_there_again_after_going_back(house, space):
    space.go(ToHelp())
    search(house, space, "恢复密钥")
    press(house, Qt.Key.Key_Down)
    where = space._where()
    space.go(ToSettings())
    house.idle()
    space.back()
    assert space._where() == where
    assert field_of(space).text() == "恢复密钥"
    assert text_of(space).marks()


def test_nothing_is_loaded_from_outside_and_an_address_leads_nowhere(house, space, tmp_path):
    secret = tmp_path / "secret.md"
    secret.write_text("# 秘密", encoding="utf-8")
    space.go(ToHelp())
    text, here = text_of(space), space._where()
    kinds = QTextDocument.ResourceType
    for kind in (kinds.MarkdownResource, kinds.ImageResource, kinds.HtmlResource):
        assert text.loadResource(kind.value, QUrl.fromLocalFile(str(secret))) is None
    text.anchorClicked.emit(QUrl("https://example.org/"))
    text.anchorClicked.emit(QUrl.fromLocalFile(str(secret)))
    house.idle()
    assert space._where() == here
    assert "秘密" not in text.toPlainText()


@pytest.mark.parametrize("language", ["zh", "en"])
def test_every_paragraph_that_can_be_found_stands_in_the_text(house, qapp, language):
    """What the search finds is where it leads, in every topic."""
    text = HelpText("帮助的正文")
    house.qtbot.addWidget(text)
    for topic in topics(language):
        text.show_topic(topic.text)
        blocks = [line.strip() for line in text.document().toPlainText().splitlines()]
        assert [line for line in blocks if line] == list(topic.paragraphs()), topic.key


def test_it_speaks_english(house, qapp, space):
    translation.install(qapp, "en")
    try:
        page = house.show(HelpScreen(house.office, ToHelp("locking")))
        assert page.text.toPlainText().startswith("Locking")
        assert page.list.lines.rows()[0].topic.title == "The first day"
    finally:
        translation.install(qapp, "zh")


def test_dark_and_light_dress_the_text(house, qapp, space):
    space.go(ToHelp())
    text = text_of(space)
    try:
        for theme in ("dark", "light"):
            style.apply(qapp, theme, scale=1)
            block = text.document().firstBlock()
            ink = block.begin().fragment().charFormat().foreground().color()
            assert ink == look.colour("ink")
    finally:
        style.apply(qapp, "light", scale=1)


@pytest.mark.parametrize("width", [960, 1280, 1920])
def test_lines_stay_short_and_nothing_is_cut(house, space, width):
    space.resize(width, 800)
    space.go(ToHelp("consent"))
    house.idle()
    text = text_of(space)
    house.qtbot.waitUntil(lambda: text.viewport().width() > 200)
    assert text.viewport().width() <= look.px(42 * 16)
    assert text.document().idealWidth() <= text.viewport().width() + 1


def test_the_example_is_offered_only_where_there_is_one(house, space):
    space.go(ToHelp())
    assert not buttons(space.page, "打开示例")
    house.office = replace(house.office, example=object)
    page = house.show(HelpScreen(house.office))
    asked = []
    page.wanted.connect(asked.append)
    click(house, page, "打开示例")
    assert asked == [ToExample()]


def test_it_is_gone_when_it_is_left(house, space):
    space.go(ToHelp())
    space.go(ToSettings())
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert not space.findChildren(HelpText)


def test_in_large_letters_both_ways_on_are_whole(house, qapp, space):
    """The English of the two does not fit beside each other at the side."""
    house.office = replace(house.office, example=object)
    style.apply(qapp, "light", scale=2)
    translation.install(qapp, "en")
    try:
        page = house.show(HelpScreen(house.office), 1168, 800)
        side = page.list.parentWidget()
        for one in (page.tour_button, page.example_button):
            assert one.isVisible()
            assert one.width() >= one.sizeHint().width()
            left = one.mapTo(side, one.rect().topLeft()).x()
            assert left >= 0
            assert left + one.width() <= side.width(), one.text()
    finally:
        translation.install(qapp, "zh")
        style.apply(qapp, "light", scale=1)
