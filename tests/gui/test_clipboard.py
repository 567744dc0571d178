"""What is copied in the window is marked, cleared after a while, and never somebody else's."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QClipboard, QGuiApplication
from PySide6.QtWidgets import QLineEdit

from ui import clipboard
from ui.clipboard import KEPT_MS, MARKS, OWN, ClipboardKeeper
from ui.widgets.field import Line
from ui.widgets.plain import PlainEdit

CTRL = Qt.KeyboardModifier.ControlModifier
WORDS = "她说😀䶮\u202e\n不想回家"
HOUR = 3_600_000


@pytest.fixture
def board(qapp):
    board = QGuiApplication.clipboard()
    board.clear()
    yield board
    board.clear()


@pytest.fixture
def keeper(board):
    """Give one that clears at once, and take it away before the next test."""
    made = []

    def make(kept_ms):
        made.append(ClipboardKeeper(kept_ms=kept_ms))
        return made[0]

    yield make
    for one in made:
        one.deleteLater()


@pytest.fixture
def by_our_hand(monkeypatch):
    """The platform of the tests does not know whose words lie there; every real one does."""
    owned = {"ours": True}
    monkeypatch.setattr(QClipboard, "ownsClipboard", lambda _self: owned["ours"])
    return owned


def shown(qtbot, part):
    qtbot.addWidget(part)
    with qtbot.waitExposed(part):
        part.show()
    part.activateWindow()
    part.setFocus()
    part.selectAll()
    return part


def marked(board):
    data = board.mimeData()
    return {name: bytes(data.data(name).data()) for name in MARKS} == MARKS


@pytest.mark.promise(33)
def test_half_a_minute_is_the_time():
    assert KEPT_MS == 30_000


@pytest.mark.promise(33)
@pytest.mark.parametrize("key", [Qt.Key.Key_C, Qt.Key.Key_X])
def test_what_is_copied_from_a_text_is_marked_and_goes(qtbot, board, keeper, key):
    keeper(50)
    edit = shown(qtbot, PlainEdit())
    edit.set_text(WORDS)
    edit.selectAll()
    qtbot.keyClick(edit, key, CTRL)
    assert board.text() == WORDS
    assert marked(board)
    qtbot.waitUntil(lambda: board.text() == "")


@pytest.mark.promise(33)
@pytest.mark.parametrize("key", [Qt.Key.Key_C, Qt.Key.Key_X])
def test_what_is_copied_from_a_line_is_marked_and_goes(qtbot, board, keeper, key):
    keeper(50)
    line = shown(qtbot, Line())
    line.setText("许清岚😀")
    line.selectAll()
    qtbot.keyClick(line, key, CTRL)
    assert board.text() == "许清岚😀"
    assert line.text() == ("许清岚😀" if key == Qt.Key.Key_C else "")
    assert marked(board)
    qtbot.waitUntil(lambda: board.text() == "")
    if key == Qt.Key.Key_X:
        line.undo()
        assert line.text() == "许清岚😀"


def test_nothing_is_cut_from_a_line_that_is_read_only(qtbot, board):
    line = shown(qtbot, Line())
    line.setText("编号 7")
    line.setReadOnly(True)
    line.selectAll()
    qtbot.keyClick(line, Qt.Key.Key_X, CTRL)
    assert line.text() == "编号 7"
    assert board.text() == ""


@pytest.mark.promise(33)
def test_what_a_part_of_qt_copies_is_marked_too(qtbot, board, keeper, by_our_hand):
    keeper(50)
    line = shown(qtbot, QLineEdit("从菜单里复制"))
    line.copy()
    assert board.text() == "从菜单里复制"
    assert marked(board)
    qtbot.waitUntil(lambda: board.text() == "")


@pytest.mark.promise(33)
def test_the_half_minute_begins_anew_with_each_copy(board, keeper):
    kept = keeper(HOUR)
    clipboard.put("一")
    kept._timer.start(0)
    clipboard.put("二")
    assert kept._timer.remainingTime() > HOUR // 2


@pytest.mark.promise(33)
@pytest.mark.parametrize("ours", [True, False], ids=["ours", "taken over"])
def test_a_lock_clears_at_once_even_what_a_clipboard_program_took_over(
    board, keeper, by_our_hand, ours
):
    kept = keeper(HOUR)
    clipboard.put(WORDS)
    by_our_hand["ours"] = ours
    if not ours:
        board.setText(WORDS)
        assert not board.mimeData().hasFormat(OWN)
    kept.clear()
    assert board.text() == ""


@pytest.mark.promise(33)
def test_what_another_program_copied_stays(qtbot, board, keeper, by_our_hand):
    by_our_hand["ours"] = False
    kept = keeper(0)
    board.setText("别处复制的")
    kept.clear()
    assert board.text() == "别处复制的"
    clipboard.put(WORDS)
    board.setText("后来在别处复制的")
    qtbot.waitUntil(lambda: not kept._timer.isActive())
    assert board.text() == "后来在别处复制的"
    picture = QMimeData()
    picture.setData("image/png", b"png")
    board.setMimeData(picture)
    kept.clear()
    assert board.mimeData().hasFormat("image/png")


@pytest.mark.promise(33)
def test_the_middle_button_has_nothing_to_paste(board, keeper, monkeypatch):
    cleared = []
    for name in ("supportsSelection", "ownsSelection"):
        monkeypatch.setattr(QClipboard, name, lambda _self: not cleared)
    monkeypatch.setattr(QClipboard, "clear", lambda _self, *mode: cleared.append(mode))
    keeper(HOUR)
    board.selectionChanged.emit()
    assert cleared == [(QClipboard.Mode.Selection,)]
