"""Segments: two to four ways to see the same thing, one of them in use."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtWidgets import QRadioButton, QSizePolicy, QWidget

from ui.theme import look
from ui.widgets.card import row
from ui.widgets.painted import CENTRE, Dressed, Painted, box, smooth, text_width, words

if TYPE_CHECKING:
    from collections.abc import Iterable

    from PySide6.QtGui import QPaintEvent

    from ui.theme.roles import Role

_FIXED = QSizePolicy.Policy.Fixed


class _Part(Dressed, QRadioButton):
    def __init__(self, text: str, parent: QWidget) -> None:
        super().__init__(text, parent)
        self.setAccessibleName(text)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(_FIXED, _FIXED)

    def sizeHint(self) -> QSize:
        return QSize(text_width(look.font(13, 500), self.text()) + look.px(24), look.px(26))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def hitButton(self, pos: QPoint) -> bool:
        return self.rect().contains(pos)

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        painter = smooth(self)
        on, area = self.isChecked(), QRectF(self.rect())
        if on:
            box(painter, area, fill="raised", line="edge", radius=look.px(5))
        ink: Role = "ink" if on else "soft"
        words(painter, area, self.text(), (look.font(13, 500 if on else 400), ink), CENTRE)


class Segment(Painted):
    """A sunken strip of words; the arrow keys move along it, the Tab key stops at that in use."""

    chosen = Signal(str)

    def __init__(
        self, options: Iterable[tuple[str, str]], *, name: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setSizePolicy(_FIXED, _FIXED)
        self._parts: dict[str, _Part] = {}
        line = row(margins=(2, 2, 2, 2), spacing=0)
        for key, text in options:
            part = _Part(text, self)
            part.toggled.connect(lambda on, key=key: self._moved(key, on=on))
            self._parts[key] = part
            line.addWidget(part)
        self.setLayout(line)
        self._quiet = False
        self._stop_once()

    def current(self) -> str:
        """Return the key in use, or nothing."""
        return next((key for key, part in self._parts.items() if part.isChecked()), "")

    def part(self) -> QWidget:
        """Return the word in use: the keyboard begins there."""
        return self._parts[self.current()]

    def holds(self) -> bool:
        """Return whether the keyboard is on it."""
        return any(part.hasFocus() for part in self._parts.values())

    def choose(self, key: str) -> None:
        """Put `key` in use; emits nothing. Where the keyboard is on it, it goes there."""
        held = self.holds()
        self._quiet = True
        self._parts[key].setChecked(True)
        self._quiet = False
        self._stop_once()
        if held:
            self._parts[key].setFocus(Qt.FocusReason.OtherFocusReason)

    def _stop_once(self) -> None:
        """Let the Tab key stop at the word in use; Qt sees to it only once one has the keys."""
        stop = self.current() or next(iter(self._parts))
        for key, part in self._parts.items():
            policy = Qt.FocusPolicy.StrongFocus if key == stop else Qt.FocusPolicy.ClickFocus
            part.setFocusPolicy(policy)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the strip."""
        del event
        box(smooth(self), QRectF(self.rect()), fill="sunken", radius=look.px(6))

    def _moved(self, key: str, *, on: bool) -> None:
        if on and not self._quiet:
            self._stop_once()
            self.chosen.emit(key)
