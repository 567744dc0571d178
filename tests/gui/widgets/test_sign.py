"""The program's own sign, as title bars show it."""

from __future__ import annotations

from PySide6.QtCore import QSize

from ui.theme import icons, look


def test_a_title_bar_finds_the_sign_in_its_size(qtbot):
    sign = icons.sign()
    sizes = {size.width() for size in sign.availableSizes()}
    assert {look.px(16), look.px(32), look.px(48)} <= sizes
    middle = sign.pixmap(QSize(48, 48)).toImage().pixelColor(4, 24)
    assert middle == look.colour("accent")
