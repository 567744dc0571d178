"""A hand at the keyboard: presses keys where the focus is, counts them, and nothing else.

It finds its way as somebody does who knows the program: Tab until the part of that name has the
focus. Every Tab of it counts.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget

from app.bench import pages

if TYPE_CHECKING:
    from ui.workspace import Workspace

_MOST: Final = 80
_QUIET: Final = 2
_NOTHING: Final = Qt.KeyboardModifier.NoModifier


class Hand:
    """Counts by chapter: `keys`, `characters` of her own words; `tabs`, and `screens` in turn."""

    CTRL: Final = Qt.KeyboardModifier.ControlModifier

    def __init__(self, space: Workspace) -> None:
        self._space = space
        self._page: QWidget | None = None
        self.keys: dict[str, int] = {}
        self.characters: dict[str, int] = {}
        self.screens: list[str] = []
        self.tabs = 0
        self._chapter = ""
        self.settle()

    def begin(self, chapter: str) -> None:
        """Count for another chapter from now on."""
        self._chapter = chapter
        self.keys[chapter] = self.characters[chapter] = 0

    def press(self, key: Qt.Key, modifier: Qt.KeyboardModifier = _NOTHING) -> None:
        """Press a key and wait until everything that it asked for is there."""
        self.keys[self._chapter] += 1
        self.tabs += key == Qt.Key.Key_Tab
        QTest.keyClick(self._target(), key, modifier)
        self.settle()

    def type(self, text: str) -> None:
        """Type words: keys for ASCII, an input method for the rest; one count a character."""
        self.characters[self._chapter] += len(text)
        for char in text:
            target = self._target()
            if char.isascii():
                QTest.keyClicks(target, char)
            else:
                event = QInputMethodEvent("", [])
                event.setCommitString(char)
                QCoreApplication.sendEvent(target, event)

    def to(self, *names: str) -> None:
        """Tab until a part that is called so has the focus; raise LookupError where none comes."""
        seen = []
        for _ in range(_MOST):
            seen.append(self.where())
            if seen[-1] in names:
                return
            self.press(Qt.Key.Key_Tab)
        raise LookupError(f"no Tab leads to {names}; it led to {seen}")

    def fill(self, name: str, text: str) -> None:
        """Go to a field and write in it."""
        self.to(name)
        self.type(text)

    def enter(self) -> None:
        """Press Enter."""
        self.press(Qt.Key.Key_Return)

    def where(self) -> str:
        """Return what the part that has the focus is called aloud."""
        part = QApplication.focusWidget()
        if part is None:
            return ""
        name: str = part.accessibleName()
        return name or (part.text() if isinstance(part, QAbstractButton) else "")

    def settle(self) -> None:
        """Wait until the vault has answered and the page is painted; take note of a new page.

        A new page asks the vault anew, after the answer that led to it; and once it is painted, it
        goes on with what lies below. So it has settled when nothing new came of a whole painting.
        """
        self._space.activateWindow()
        page, quiet = self._space.page, 0
        while quiet < _QUIET:
            pages.fill(self._space)
            still = self._space.page is page and not self._space.office.desk.waiting
            quiet = quiet + 1 if still else 0
            page = self._space.page
        if page is not self._page and page is not None:
            self._page = page
            self.screens.append(type(page).__name__)

    def _target(self) -> QWidget:
        part: QWidget = (
            QApplication.activePopupWidget() or QApplication.focusWidget() or self._space
        )
        return part
