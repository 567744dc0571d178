"""Where one is in something that plays, and the way to another place of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtWidgets import QSizePolicy, QSlider

from ui.theme import look
from ui.widgets.painted import Dressed, box, smooth

if TYPE_CHECKING:
    from PySide6.QtGui import QMouseEvent, QPaintEvent
    from PySide6.QtWidgets import QWidget

_STRIP: Final = 6
_KNOB: Final = 14


class Seek(Dressed, QSlider):
    """A strip with a knob; a click goes there, the arrow keys go on and back."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Return room for the knob and its ring."""
        return QSize(look.px(240), look.px(_KNOB + 8))

    def minimumSizeHint(self) -> QSize:
        """Stay usable."""
        return QSize(look.px(120), look.px(_KNOB + 8))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Go where the pointer is."""
        self._go(event.position().x())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Go along with the pointer."""
        if event.buttons() & Qt.MouseButton.LeftButton:
            self._go(event.position().x())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the strip, what is done of it, and the knob with a ring where the keyboard is."""
        del event
        painter = smooth(self)
        high, knob = look.px(_STRIP), look.px(_KNOB)
        middle = self.height() / 2
        strip = QRectF(knob / 2, middle - high / 2, self.width() - knob, high)
        box(painter, strip, fill="line", radius=high / 2)
        done = QRectF(strip)
        done.setWidth(strip.width() * self._share())
        if done.width() > 0:
            box(painter, done, fill="accent", radius=high / 2)
        at = QRectF(done.right() - knob / 2, middle - knob / 2, knob, knob)
        if self.hasFocus():
            ring = at.adjusted(-3, -3, 3, 3)
            box(painter, ring, fill="wash", radius=ring.width() / 2)
        box(painter, at, fill="accent", radius=knob / 2)

    def _share(self) -> float:
        span = self.maximum() - self.minimum()
        return (self.value() - self.minimum()) / span if span > 0 else 0.0

    def _go(self, x: float) -> None:
        knob = look.px(_KNOB)
        share = (x - knob / 2) / max(1, self.width() - knob)
        span = self.maximum() - self.minimum()
        self.setValue(round(self.minimum() + span * min(1.0, max(0.0, share))))
        self.sliderMoved.emit(self.value())
