"""Finding words in the note that is open: a line above the page, all hits marked."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QTextCursor
from PySide6.QtWidgets import QTextEdit, QWidget

from ui.begin import Begins
from ui.theme import look
from ui.widgets.button import IconButton
from ui.widgets.card import Card, row
from ui.widgets.field import Line
from ui.widgets.label import Label
from ui.widgets.painted import announce

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from ui.widgets.plain import PlainEdit

_SHOWN: Final = 400  # hits that are coloured at once, around the one where one stands
_RETURN: Final = {Qt.Key.Key_Return, Qt.Key.Key_Enter}
# Everything beyond the first plane takes two places in Qt's text.
_WIDE: Final = re.compile("[\U00010000-\U0010ffff]")

Hit = tuple[int, int, int]


def hits_in(texts: Sequence[str], words: str) -> list[Hit]:
    """Return number of the text, start and end in Qt's units of each place where `words` stand.

    Capitals and small letters are alike; nothing else is.
    """
    if not words:
        return []
    wanted = re.compile(re.escape(words), re.IGNORECASE)
    return [hit for number, text in enumerate(texts) for hit in _hits(number, text, wanted)]


def _hits(number: int, text: str, wanted: re.Pattern[str]) -> list[Hit]:
    """Return the hits in one text."""
    wide = [one.start() for one in _WIDE.finditer(text)]
    found, passed = [], 0
    for one in wanted.finditer(text):
        while passed < len(wide) and wide[passed] < one.start():
            passed += 1
        start = one.start() + passed
        size = len(one.group()) + len(_WIDE.findall(one.group()))
        found.append((number, start, start + size))
    return found


class FindBar(Begins, Card):
    """Finds words in the texts that `texts` gives. `went` asks to show a text at its cursor.

    Enter goes to the next hit, Shift+Enter to the one before; what is found is never selected,
    for a key pressed then would replace it.
    """

    went = Signal(QTextEdit)
    closed = Signal()

    def __init__(self, texts: Callable[[], list[PlainEdit]], parent: QWidget | None = None) -> None:
        super().__init__("raised", margins=(12, 8, 8, 8), spacing=0, parent=parent)
        self._texts = texts
        self._edits: list[PlainEdit] = []
        self._hits: list[Hit] = []
        self._at = -1
        self.line = Line()
        self.line.setAccessibleName(self.tr("在这篇记录里找"))
        self.line.setPlaceholderText(self.tr("在这篇记录里找"))
        self.line.textChanged.connect(self._typed)
        self.line.installEventFilter(self)
        self.count = Label("", "soft")
        self.before = IconButton("chevron-up", self.tr("上一处（Shift+Enter）"))
        self.before.clicked.connect(lambda: self.step(-1))
        self.after = IconButton("chevron-down", self.tr("下一处（Enter）"))
        self.after.clicked.connect(lambda: self.step(1))
        close = IconButton("x", self.tr("关闭查找（Esc）"))
        close.clicked.connect(self.closed)
        line = row(self.line, 4, self.count, self.before, self.after, close, spacing=4)
        line.setStretch(0, 1)
        self.body.addLayout(line)
        self.begin_at(self.line)
        self.hide()

    def begin(self, words: str = "") -> None:
        """Open, with the words that were marked if there were any, and wait for more."""
        self.show()
        if words:
            self.line.setText(words)
        self.line.selectAll()
        self.line.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search()

    def end(self) -> QTextEdit | None:
        """Close; return the text with the cursor behind the hit one stood at."""
        self.hide()
        found = self._hits[self._at] if 0 <= self._at < len(self._hits) else None
        edit = self._edits[found[0]] if found else None
        if edit is not None and found is not None:
            _put_cursor(edit, found[2])
        self._clear()
        return edit

    def search(self) -> None:
        """Look again: the words or the note changed. The cursor stays where it is."""
        if not self.isVisible():
            return
        self._clear()
        self._edits = self._texts()
        self._hits = hits_in([edit.text() for edit in self._edits], self.line.text())
        self._at = min(self._at, len(self._hits) - 1)
        self._show()

    def step(self, way: int) -> None:
        """Go to the next hit or the one before, from the last on to the first."""
        if not self._hits:
            return
        self._at = (self._at + way) % len(self._hits) if self._at >= 0 else min(way, 0)
        self._at %= len(self._hits)
        self._go()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Step with Enter, before the line takes the key for itself."""
        pressed = event.type() == QEvent.Type.KeyPress
        if isinstance(event, QKeyEvent) and pressed and event.key() in _RETURN:
            back = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
            self.step(-1 if back else 1)
            return True
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Close with Esc."""
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)

    def _typed(self) -> None:
        """Go to the first hit of what is typed now."""
        self._at = -1
        self.search()
        if self._hits:
            self._at = 0
            self._go()

    def _go(self) -> None:
        number, start, _ = self._hits[self._at]
        edit = self._edits[number]
        _put_cursor(edit, start)
        self._show()
        self.went.emit(edit)

    def _show(self) -> None:
        """Say how many there are, and colour those around the present one."""
        said = ""
        if self._hits:
            said = self.tr("{0} / {1}").format(f"{self._at + 1:,}", f"{len(self._hits):,}")
        elif self.line.text():
            said = self.tr("没有找到")
        if said != self.count.text():
            self.count.setText(said)
            announce(self.count, said)
        self.before.setEnabled(bool(self._hits))
        self.after.setEnabled(bool(self._hits))
        first = max(0, self._at - _SHOWN // 2)
        near = range(first, min(len(self._hits), first + _SHOWN))
        for number, edit in enumerate(self._edits):
            mine = [self._hits[at] for at in near if self._hits[at][0] == number]
            here = self._hits[self._at] if self._at >= 0 and self._hits else None
            edit.setExtraSelections([_patch(edit, hit, here=hit == here) for hit in mine])

    def _clear(self) -> None:
        for edit in self._texts():
            edit.setExtraSelections([])
        self._hits = []


def _put_cursor(edit: QTextEdit, place: int) -> None:
    """Put the cursor at a place, unless a word is being composed there."""
    cursor = edit.textCursor()
    cursor.setPosition(min(place, edit.document().characterCount() - 1))
    edit.setTextCursor(cursor)


def _patch(edit: QTextEdit, hit: Hit, *, here: bool) -> QTextEdit.ExtraSelection:
    """Return the colour of a hit; where one stands it is the accent's."""
    patch = QTextEdit.ExtraSelection()
    patch.cursor = QTextCursor(edit.document())
    patch.cursor.setPosition(hit[1])
    patch.cursor.setPosition(hit[2], QTextCursor.MoveMode.KeepAnchor)
    patch.format.setBackground(look.colour("accent" if here else "mark"))
    patch.format.setForeground(look.colour("onaccent" if here else "ink"))
    return patch
