"""Somebody at the window: finds parts by what they are called aloud, clicks, types, waits, reads.

It knows no class of ours and no attribute of a screen, so that it serves a test as well as a
program of its own that plays a counselor.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QCoreApplication, QEventLoop, QPoint, Qt, QTimer
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QFileDialog,
    QLabel,
    QLineEdit,
    QMenu,
    QTextEdit,
    QWidget,
)
from pytestqt.exceptions import TimeoutError as NeverCame
from shiboken6 import isValid

if TYPE_CHECKING:
    from collections.abc import Callable

Kind = TypeVar("Kind", bound=QWidget)
CTRL = Qt.KeyboardModifier.ControlModifier
_NOTHING = Qt.KeyboardModifier.NoModifier
_LONG = 60_000


def patiently(check: Callable[[], object], timeout: int = _LONG) -> None:
    """Let the program run until `check` holds; the waiting of a program without pytest-qt."""
    loop, look, end = QEventLoop(), QTimer(), QTimer()
    look.setInterval(10)
    look.timeout.connect(lambda: loop.quit() if check() else None)
    look.start()
    end.setSingleShot(True)
    end.timeout.connect(loop.quit)
    end.start(timeout)
    if not check():
        loop.exec()
    if not check():
        raise TimeoutError(f"not within {timeout} ms")


def called(part: QWidget) -> str:
    """Return what a part is called aloud; a button without a name says its words."""
    name = part.accessibleName()
    return name or (part.text() if isinstance(part, QAbstractButton) else "")


class Person:
    """Works at whatever window is in front."""

    def __init__(self, wait: Callable[..., None], window: QWidget) -> None:
        self._wait, self.window = wait, window

    def sit_down(self, window: QWidget) -> None:
        """Bring a window to the front."""
        self.window = window
        window.show()
        self.look_back()

    def wait(self, check: Callable[[], object]) -> None:
        """Wait until something holds; what stood there instead is said."""
        try:
            self._wait(lambda: bool(check()), timeout=_LONG)
        except (NeverCame, TimeoutError) as error:
            error.add_note(f"on the screen: {self.read()}")
            raise

    # Finding.

    def parts(self, kind: type[Kind], name: str) -> list[Kind]:
        """Return the visible parts of a kind with this name."""
        return [
            part
            for part in self.window.findChildren(kind)
            if part.isVisible() and called(part) == name
        ]

    def find(self, kind: type[Kind], name: str) -> Kind:
        """Return the one visible part of this name, once it is there."""
        try:
            self.wait(lambda: len(self.parts(kind, name)) == 1)
        except NeverCame as error:
            found = len(self.parts(kind, name))
            raise AssertionError(f"{found} of {kind.__name__} are called {name}") from error
        return self.parts(kind, name)[0]

    def says(self, words: str) -> bool:
        """Say whether these words can be read."""
        return any(words in one for one in self.read())

    def read(self) -> list[str]:
        """Return every label that is visible, and what the painted parts say aloud."""
        return [
            one.text() if isinstance(one, QLabel) else one.accessibleName()
            for one in self.window.findChildren(QWidget)
            if one.isVisible()
        ]

    def wait_for(self, words: str) -> None:
        """Wait until these words can be read."""
        try:
            self.wait(lambda: self.says(words))
        except NeverCame as error:
            raise AssertionError(f"{words} is not among {self.read()}") from error

    # Doing.

    def click(self, name: str, kind: type[QAbstractButton] = QAbstractButton) -> None:
        """Click a button once it can be clicked."""
        button = self.find(kind, name)
        self.wait(button.isEnabled)
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)

    def can_click(self, name: str) -> bool:
        """Say whether a button is there and enabled."""
        return any(one.isEnabled() for one in self.parts(QAbstractButton, name))

    def write(self, name: str, text: str) -> None:
        """Write a line in place of what stood there."""
        line = self.find(QLineEdit, name)
        self.wait(line.isEnabled)
        line.setFocus()
        line.selectAll()
        QTest.keyClick(line, Qt.Key.Key_Delete)
        self.type(text, line)

    def write_text(self, name: str, text: str) -> None:
        """Write on in a text of several lines."""
        edit = self.find(QTextEdit, name)
        edit.setFocus()
        self.type(text, edit)

    def type(self, text: str, into: QWidget | None = None) -> None:
        """Type: keys for ASCII, an input method for everything else."""
        target = into or QApplication.focusWidget()
        run = ""
        for char in f"{text}\0":
            if char.isascii():
                self._commit(target, run)
                run = ""
                self._key(target, char)
            else:
                run += char

    @staticmethod
    def _commit(target: QWidget, text: str) -> None:
        if text:
            event = QInputMethodEvent("", [])
            event.setCommitString(text)
            QCoreApplication.sendEvent(target, event)

    @staticmethod
    def _key(target: QWidget, char: str) -> None:
        if char == "\n":
            QTest.keyClick(target, Qt.Key.Key_Return)
        elif char != "\0":
            QTest.keyClicks(target, char)

    def press(self, key: Qt.Key, modifier: Qt.KeyboardModifier = _NOTHING) -> None:
        """Press a key where the focus is."""
        self.look_back()
        QTest.keyClick(QApplication.focusWidget() or self.window, key, modifier)

    def choose(self, words: str) -> None:
        """Choose an entry of the menu that is open, by the keyboard."""
        self.wait(lambda: isinstance(QApplication.activePopupWidget(), QMenu))
        menu = QApplication.activePopupWidget()
        action = next(one for one in menu.actions() if one.text() == words)
        menu.setActiveAction(action)
        QTest.keyPress(menu, Qt.Key.Key_Return)
        # Where the choice leads away, the page that the menu belongs to hears no release any more.
        if isValid(menu) and menu.isEnabled():
            QTest.keyRelease(menu, Qt.Key.Key_Return)
        self.look_back()

    def look_back(self) -> None:
        """Come back to the window: no window manager does it after a menu or a dialog here."""
        if QApplication.activeWindow() is None or QApplication.activePopupWidget() is None:
            self.window.activateWindow()
            self.wait(self.window.isActiveWindow)

    def enter(self, name: str, row: int = 0) -> None:
        """Press Enter on a row of a list."""
        view = self.find(QAbstractItemView, name)
        self.wait(lambda: view.model().rowCount() > row)
        view.setCurrentIndex(view.model().index(row, 0))
        view.setFocus()
        QTest.keyClick(view, Qt.Key.Key_Return)

    def rows(self, name: str) -> list[str]:
        """Return what the rows of a list say aloud."""
        model = self.find(QAbstractItemView, name).model()
        role = Qt.ItemDataRole.AccessibleTextRole
        return [str(model.index(at, 0).data(role)) for at in range(model.rowCount())]

    def draw(self, name: str) -> None:
        """Draw a line with the mouse."""
        pad = self.find(QWidget, name)
        left, right = Qt.MouseButton.LeftButton, pad.width()
        points = [QPoint(right * (3 + at) // 16, 30 + at % 3 * 14) for at in range(10)]
        QTest.mousePress(pad, left, pos=points[0])
        for point in points[1:]:
            QTest.mouseMove(pad, point)
        QTest.mouseRelease(pad, left, pos=points[-1])

    def answer_file_dialog(self, title: str, path: str) -> None:
        """Type a path into the file dialog that is open, and agree."""
        dialog = self.find(QFileDialog, title)
        line = dialog.findChild(QLineEdit, "fileNameEdit")
        line.setText(path)  # typing would open Qt's list of files, which waits for its thread
        dialog.accept()
        self.wait(lambda: not self.parts(QFileDialog, title))
        self.look_back()
