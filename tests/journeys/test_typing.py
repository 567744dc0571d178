"""Enter ends a line every time, on an empty line too, wherever one writes."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from tests.journeys.story import exact
from ui.widgets.plain import PlainEdit


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter])
def test_enter_twice_leaves_an_empty_line(qtbot, key):
    edit = PlainEdit()
    qtbot.addWidget(edit)
    edit.show()
    for word in ("a", "b", "c"):
        QTest.keyClicks(edit, word)
        QTest.keyClick(edit, key)
        QTest.keyClick(edit, key)
    assert exact(edit) == "a\n\nb\n\nc\n\n"
    heights = {block.blockFormat().lineHeight() for block in blocks(edit)}
    assert len(heights) == 1, "the empty lines are as high as the others"


def blocks(edit: PlainEdit) -> list:
    found, block = [], edit.document().firstBlock()
    while block.isValid():
        found.append(block)
        block = block.next()
    return found
