"""The lines in the head of a case: words that give way, alone or behind an icon."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.theme import look
from ui.widgets.card import row
from ui.widgets.painted import Painted, elided, smooth, text_width, words
from ui.widgets.picture import Picture

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from ui.theme.roles import Role


class Line(Painted):
    """One line of words that gives way where the room is short."""

    def __init__(self, size: float, role: Role, weight: int = 400) -> None:
        super().__init__()
        self._size, self._role, self._weight, self._text = size, role, weight, ""
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)

    def say(self, text: str) -> None:
        """Show `text`."""
        self._text = text
        self.setAccessibleName(text)
        self.setVisible(bool(text))
        self.dress()

    def sizeHint(self) -> QSize:
        """Return the room for all of it."""
        font = look.font(self._size, self._weight)
        return QSize(text_width(font, self._text) + 1, look.px(self._size * 1.5))

    def minimumSizeHint(self) -> QSize:
        """Need a few characters; all of them where letters are large."""
        whole = self.sizeHint()
        return whole if look.large() else QSize(min(whole.width(), look.px(48)), whole.height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the words."""
        del event
        font = look.font(self._size, self._weight)
        said = elided(font, self._text, self.width())
        words(smooth(self), QRectF(self.rect()), said, (font, self._role))


class Fact(QWidget):
    """An icon and a few words."""

    def __init__(self, icon: str) -> None:
        super().__init__()
        self._words = Line(13, "soft")
        self.setLayout(row(Picture(icon, "soft", 15), self._words, spacing=6))

    def say(self, text: str) -> None:
        """Show `text`, or nothing at all."""
        self._words.say(text)
        self.setVisible(bool(text))
