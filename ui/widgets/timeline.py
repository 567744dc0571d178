"""One thing that happened: a disc on the thread, a title, a time, and what to see of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QSizePolicy, QWidget

from ui.theme import icons, look
from ui.theme.roles import TONE_GROUND, TONE_INK
from ui.widgets.card import column, row
from ui.widgets.label import Label
from ui.widgets.painted import Painted, box, smooth

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent, QMouseEvent, QPaintEvent, QResizeEvent

    from ui.theme.roles import Tone
    from ui.widgets.chip import StateChip

_DISC = 28
_GAP, _ASIDE = 10, 14
_KEYS = {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space}


class _Thread(Painted):
    """The disc, and the thread through it."""

    def __init__(self, icon: str, tone: Tone) -> None:
        super().__init__()
        self._icon, self._tone = icon, tone
        self.above, self.below = True, True
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)

    def sizeHint(self) -> QSize:
        return QSize(look.px(_DISC), look.px(_DISC))

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        painter = smooth(self)
        side, middle = look.px(_DISC), self.width() / 2
        thread = QRectF(middle - 0.6, 0 if self.above else side, 1.2, 0)
        thread.setBottom(self.height() if self.below else side)
        painter.fillRect(thread, look.colour("line"))
        disc = QRectF(0, 0, side, side)
        box(painter, disc, fill=TONE_GROUND[self._tone], radius=side / 2)
        corner = (side - look.px(16)) / 2
        icons.paint(painter, self._icon, (corner, corner), TONE_INK[self._tone], 16)


class TimelineItem(QWidget):
    """A row of the timeline. Click it, or press Enter on it, to open what it shows."""

    opened = Signal()

    def __init__(  # noqa: PLR0913 - by keyword
        self,
        icon: str,
        title: str,
        *,
        tone: Tone = "plain",
        meta: str = "",
        text: str = "",
        opens: bool = True,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._opens = opens
        self._thread = _Thread(icon, tone)
        self._words = row(
            Label(title, "name", cut=True), Label(meta, "meta", cut=True), spacing=_GAP
        )
        self._head = row(self._words, None, spacing=_GAP)
        self._body = column(self._head, spacing=4)
        if text:
            self._body.addWidget(Label(text, "soft", wrap=True))
        side = column(self._body, margins=(0, 2, 0, 22))
        line = row(self._thread, side, spacing=_ASIDE)
        line.setStretch(1, 1)
        self.setLayout(line)
        self.setAccessibleName(", ".join(said for said in (title, meta) if said))
        self.setAccessibleDescription(text)
        if opens:
            self.setProperty("ring", True)  # noqa: FBT003 - Qt's own signature
            self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            self.setCursor(Qt.CursorShape.PointingHandCursor)

    def add(self, part: QWidget) -> None:
        """Show `part` below the words: bars, a line, buttons."""
        self._body.addWidget(part)

    def add_chip(self, chip: StateChip | QWidget) -> None:
        """Show `chip` at the right of the title."""
        self._head.addWidget(chip)

    def set_ends(self, *, first: bool = False, last: bool = False) -> None:
        """Say whether the thread begins or ends here."""
        self._thread.above, self._thread.below = not first, not last
        self._thread.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the time below the title where both and the chip do not fit into one line."""
        super().resizeEvent(event)
        room = self.width() - look.px(_DISC + _ASIDE)
        beside = self._line_width() <= room
        across, down = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        self._words.setDirection(across if beside else down)
        self._words.setSpacing(look.px(_GAP if beside else 0))

    def _line_width(self) -> int:
        """Return how wide title, time and chips are in one line."""
        lines = (self._words, self._head)
        found = [line.itemAt(place) for line in lines for place in range(line.count())]
        parts = [part for item in found if item is not None and (part := item.widget()) is not None]
        return sum(part.sizeHint().width() + look.px(_GAP) for part in parts)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open with Enter or Space."""
        if self._opens and event.key() in _KEYS:
            self.opened.emit()
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Open with a click."""
        super().mouseReleaseEvent(event)
        inside = self.rect().contains(event.position().toPoint())
        if self._opens and inside and event.button() == Qt.MouseButton.LeftButton:
            self.opened.emit()
