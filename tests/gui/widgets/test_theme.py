"""The theme fills its sheet, scales, and tints its icons."""

from __future__ import annotations

import re
import sys

import pytest
from PySide6.QtGui import QFont, QFontMetricsF, QPalette
from PySide6.QtWidgets import QPushButton

from resources import resource
from ui.theme import fonts, icons, look, style
from ui.theme.roles import load
from ui.widgets.label import Label


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_the_sheet_has_no_role_left_open(theme):
    assert not re.search(r"\{[a-z]+\}", style.sheet(load(theme)))


def test_a_scale_multiplies_lengths_but_not_hairlines():
    roles = load("light")
    assert "min-height: 64px" in style.sheet(roles, 2)
    assert "border: 1px solid" in style.sheet(roles, 2)


def test_applying_changes_palette_and_colours(qapp):
    style.apply(qapp, "dark", scale=1.5)
    assert qapp.palette().color(QPalette.ColorRole.Window) == look.colour("paper")
    assert look.now().roles.name == "dark"
    assert look.px(10) == 15
    style.apply(qapp, "light", scale=1)
    assert look.px(10) == 10


def test_the_system_may_choose(qapp):
    style.apply(qapp, "system")
    assert look.now().roles.name in {"light", "dark"}
    assert 1 <= look.now().scale <= 2.5


def test_english_writes_with_a_latin_font_first():
    chinese, english = fonts.families("zh"), fonts.families("en")
    assert set(english) - {"XinxiaLatin", "Noto Sans SC"} <= set(chinese)
    if len(chinese) > 1:
        assert chinese[0] != english[0]


@pytest.mark.parametrize("weight", [400, 500])
def test_marks_between_english_words_are_as_narrow_as_their_letters(qapp, weight):
    """In a Chinese font a quote, an apostrophe and the middle dot are as wide as a character."""
    style.apply(qapp, "light", language="en")
    wide = QFontMetricsF(look.font(16, weight))
    em = wide.horizontalAdvance("中")
    for mark in "“”‘’·":
        assert wide.horizontalAdvance(mark) < 0.7 * em, mark
    assert wide.horizontalAdvance("，") == pytest.approx(em, abs=0.1), "a Chinese mark stays whole"
    style.apply(qapp, "light")


def test_english_has_a_latin_font_on_a_chinese_system_too(monkeypatch):
    system = QFont(fonts.families("zh")[0])
    monkeypatch.setattr(fonts.QFontDatabase, "systemFont", lambda _kind: system)
    monkeypatch.setattr(fonts.QFontDatabase, "hasFamily", lambda name: name == fonts.LATIN[-1])
    assert fonts.families("en")[0] == fonts.LATIN[-1]
    assert fonts.families("zh")[0] == system.family()
    monkeypatch.setattr(fonts.QFontDatabase, "hasFamily", lambda _name: False)
    assert fonts.families("en")[0] == "XinxiaLatin", "ours, where nothing better is there"


def test_a_kind_of_font_is_no_family(monkeypatch):
    """A bare system says "Sans Serif"; in a list that leaves the Chinese font alone."""
    there = {fonts.families("zh")[0], fonts.WIDE, "Noto Sans"}
    kind = QFont("Sans Serif")
    monkeypatch.setattr(fonts.QFontDatabase, "systemFont", lambda _kind: kind)
    monkeypatch.setattr(fonts, "QFontInfo", lambda _font: QFont(fonts.WIDE))
    monkeypatch.setattr(fonts.QFontDatabase, "hasFamily", lambda name: name in there)
    assert fonts.families("en")[0] == "Noto Sans"
    there.discard("Noto Sans")
    assert fonts.families("en")[0] == "XinxiaLatin", "nothing else that reads better is there"
    there.add("Sans Serif")
    assert fonts.families("en")[0] == "Sans Serif", "here it is a family"


@pytest.mark.parametrize("language", ["zh", "en"])
def test_headings_are_of_medium_weight(qtbot, qapp, language):
    style.deepen()
    if fonts.medium():
        qtbot.waitUntil(lambda: bool(look.now().headed))
    style.apply(qapp, "dark", scale=1, language=language)
    heading = Label("今天", "heading")
    qtbot.addWidget(heading)
    heading.ensurePolished()
    for font in (look.font(18, 500), heading.font()):
        assert font.weight() == 500
        assert tuple(font.families()) == (look.now().headed or look.now().families)
    assert look.font(13).weight() == 400
    style.apply(qapp, "light", scale=1, language=language)
    assert look.font(13).weight() == 400


def test_the_fonts_we_carry_are_there():
    for name in (fonts.CARRIED, fonts.CARRIED_MEDIUM):
        assert resource(f"fonts/{name}").is_file()


def test_there_is_a_font_for_documents():
    assert fonts.serif()


def test_every_icon_draws():
    for file in resource("icons").iterdir():
        if file.name.endswith(".svg") and file.name != "mark.svg":
            drawn = icons.pixmap(file.name[:-4], "ink", 18).toImage()
            opaque = any(drawn.pixelColor(x, y).alpha() for x in range(18) for y in range(18))
            assert opaque, file.name


def test_icons_follow_role_ratio_and_theme(qapp):
    light = icons.pixmap("check", "accent", 18)
    assert icons.pixmap("check", "accent", 18) is light
    assert icons.pixmap("check", "accent", 18, 2.0).width() == 36
    style.apply(qapp, "dark", scale=1)
    assert icons.pixmap("check", "accent", 18) is not light
    assert icons.mark(26).width() == 26


def test_the_licence_lies_beside_the_icons():
    assert "ISC License" in resource("icons/LICENSE.lucide.txt").read_text("utf-8")


@pytest.mark.skipif(sys.version_info >= (3, 12), reason="None cannot die there")
def test_none_is_held(qtbot):
    button = QPushButton()
    qtbot.addWidget(button)
    for _ in range(1000):
        button.update()
    assert all(sys.getrefcount(value) > 1 << 40 for value in (None, True, False))


def test_dark_paper_takes_letters_that_are_not_thickened(monkeypatch):
    monkeypatch.setattr(fonts, "_chinese", lambda: "Noto Sans CJK SC")
    assert fonts.families("zh")[0] == "Noto Sans CJK SC"
    assert fonts.families("zh", dark=True)[0] == "Noto Sans SC"
    assert "Noto Sans CJK SC" not in fonts.families("en", dark=True)
    monkeypatch.setattr(fonts, "_chinese", lambda: "PingFang SC")
    assert fonts.families("zh", dark=True)[0] == "PingFang SC"
