"""A row of segments that says how much, always with a word beside it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.theme import look
from ui.theme.roles import TONE_INK
from ui.widgets.painted import Painted, box, smooth

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from ui.theme.roles import Role, Tone


class Meter(Painted):
    """`level` of `steps` segments filled, in the colour of a tone."""

    def __init__(self, steps: int = 4, *, width: int = 0, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._steps, self._level, self._width = steps, 0, width
        self._tone: Tone = "accent"
        across = QSizePolicy.Policy.Fixed if width else QSizePolicy.Policy.Expanding
        self.setSizePolicy(across, QSizePolicy.Policy.Fixed)

    def level(self) -> int:
        """Return how many segments are filled."""
        return self._level

    def set_level(self, level: int, tone: Tone, spoken: str) -> None:
        """Fill `level` segments in `tone`; `spoken` is the word beside them."""
        self._level, self._tone = max(0, min(level, self._steps)), tone
        self.setAccessibleName(spoken)
        self.update()

    def sizeHint(self) -> QSize:
        """Return a thin strip."""
        return QSize(look.px(self._width or 160), look.px(6 if self._width else 4))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the segments."""
        del event
        painter = smooth(self)
        gap = look.px(2 if self._width else 4)
        each = (self.width() - gap * (self._steps - 1)) / self._steps
        for place in range(self._steps):
            area = QRectF(place * (each + gap), 0, each, self.height())
            fill: Role = TONE_INK[self._tone] if place < self._level else "line"
            box(painter, area, fill=fill, radius=self.height() / 2)
