"""Numbers under each other, each with its words and a thin bar that says how much it is."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QRectF, QSize
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.theme import look
from ui.widgets.card import column, row
from ui.widgets.label import Label
from ui.widgets.painted import Painted, box, smooth

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QPaintEvent

_HIGH: Final = 4


class Bar(Painted):
    """A thin strip, filled to `share` (0 to 1) of its width; the words beside it say the number."""

    def __init__(self, share: float, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._share = max(0.0, min(1.0, share))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Return a thin strip."""
        return QSize(look.px(120), look.px(_HIGH))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the strip, and what is filled of it."""
        del event
        painter = smooth(self)
        area = QRectF(self.rect())
        box(painter, area, fill="line", radius=area.height() / 2)
        if self._share:
            filled = QRectF(area.left(), area.top(), area.width() * self._share, area.height())
            box(painter, filled, fill="accent", radius=area.height() / 2)


class Bars(QWidget):
    """Rows of words, number and bar; `rows` give words, how the number is said, and its share."""

    def __init__(
        self, rows: Sequence[tuple[str, str, float]], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        lines = column(spacing=12)
        for words, said, share in rows:
            name = Label(words, wrap=True)
            line = row(name, Label(said, "strong"), spacing=12)
            line.setStretch(0, 1)
            lines.addLayout(column(line, 4, Bar(share)))
        self.setLayout(lines)
