"""Helps parts that draw themselves: fresh measures, text widths, crisp rounded boxes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QAbstractButton, QWidget

from ui.theme import look

if TYPE_CHECKING:
    from PySide6.QtGui import QFont, QKeyEvent

    from ui.theme.roles import Role

if TYPE_CHECKING:
    _Part = QWidget
else:
    _Part = object

_RETURN = {Qt.Key.Key_Return, Qt.Key.Key_Enter}
_CHANGES = {QEvent.Type.StyleChange, QEvent.Type.PaletteChange, QEvent.Type.FontChange}
LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
CENTRE = Qt.AlignmentFlag.AlignCenter


class Dressed(_Part):
    """A mixin: `dress` runs whenever the theme or the scale changes.

    It is no QWidget of its own: two Qt bases in one class crash PySide. Write
    `class Part(Dressed, QPushButton)`, or `class Part(Painted)` for a part of its own.
    """

    def __init_subclass__(cls, *, mixin: bool = False) -> None:
        """Refuse a part that names no Qt base, unless it is a `mixin` itself."""
        super().__init_subclass__()
        if not mixin and not issubclass(cls, QWidget):
            raise TypeError(f"{cls.__name__}: derive from Painted, or name a Qt base")

    def changeEvent(self, event: QEvent) -> None:
        """Dress anew after a change of theme, palette or scale."""
        super().changeEvent(event)
        if event.type() in _CHANGES:
            self.dress()

    def dress(self) -> None:
        """Take measures and colours from the look in use."""
        ask_room(self)
        self.update()


class Pressed(Dressed, mixin=True):
    """A mixin for buttons: Enter presses them as well as Space."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Press with Enter."""
        button: object = self
        if event.key() in _RETURN and isinstance(button, QAbstractButton):
            if not event.isAutoRepeat():
                button.click()
        else:
            super().keyPressEvent(event)


class Painted(Dressed, QWidget):
    """A part that draws itself from the look in use."""


def ask_room(part: QWidget) -> None:
    """Have the layout around `part` look again at the room that it wants.

    Qt's own request stops at a layout that is invalid already; where that one was made invalid
    while nobody saw it, it waits for ever, and words that came late stayed cut.
    """
    part.updateGeometry()
    around = part.parentWidget()
    if around is not None and around.layout() is not None and part.isVisible():
        QCoreApplication.postEvent(around, QEvent(QEvent.Type.LayoutRequest))


def hide_unless(wanted: object, *parts: QWidget) -> None:
    """Hide `parts` that are not wanted; never shows one, which would open a window for it."""
    for part in parts:
        if not wanted:
            part.hide()


def text_width(font: QFont, words: str) -> int:
    """Return the width of `words`, rounded up."""
    return int(QFontMetricsF(font).horizontalAdvance(words)) + 1


def elided(font: QFont, words: str, width: float) -> str:
    """Return `words`, cut with an ellipsis where they are wider than `width`."""
    return QFontMetricsF(font).elidedText(words, Qt.TextElideMode.ElideRight, width)


def smooth(widget: QWidget) -> QPainter:
    """Return an antialiasing painter on `widget`."""
    painter = QPainter(widget)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    return painter


def box(  # noqa: PLR0913 - a box has that many sides
    painter: QPainter,
    area: QRectF,
    *,
    fill: Role | None = None,
    line: Role | None = None,
    radius: float = 6,
    width: float = 1,
) -> None:
    """Draw a rounded box whose outline lies inside `area`, on half pixels."""
    painter.setPen(QPen(look.colour(line), width) if line else Qt.PenStyle.NoPen)
    painter.setBrush(look.colour(fill) if fill else Qt.BrushStyle.NoBrush)
    inset = width / 2 if line else 0
    painter.drawRoundedRect(area.adjusted(inset, inset, -inset, -inset), radius, radius)


def words(
    painter: QPainter,
    area: QRectF,
    text: str,
    hand: tuple[QFont, Role],
    align: Qt.AlignmentFlag = LEFT,
) -> None:
    """Write one line of `text` in a font and a role; a pixel high, where Chinese looks centred."""
    painter.setFont(hand[0])
    painter.setPen(look.colour(hand[1]))
    painter.drawText(area.adjusted(0, 0, 0, -1), int(align), text)


def announce(part: QObject, message: str) -> None:
    """Let a screen reader say `message`: a state that changed without the focus."""
    from PySide6.QtGui import (  # noqa: PLC0415 - the door is painted before anything is said
        QAccessible,
        QAccessibleAnnouncementEvent,
    )

    QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(part, message))
