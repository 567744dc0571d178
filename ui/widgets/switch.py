"""A switch, 36 by 20: on or off at once, without a button to confirm."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRectF, QSize, Qt
from PySide6.QtWidgets import QCheckBox, QSizePolicy, QWidget

from ui.theme import look
from ui.widgets.painted import Dressed, box, smooth, text_width, words

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from ui.theme.roles import Role


class Switch(Dressed, QCheckBox):
    """On or off. `name` is called aloud; with `worded` it also stands at the right."""

    def __init__(self, name: str, *, worded: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(name if worded else "", parent)
        self.setAccessibleName(name)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Return the room for switch and words."""
        beside = look.px(8) + text_width(look.font(13), self.text()) if self.text() else 0
        return QSize(look.px(36) + beside, look.px(24))

    def minimumSizeHint(self) -> QSize:
        """Need all of it."""
        return self.sizeHint()

    def hitButton(self, pos: QPoint) -> bool:
        """Take a click on the words as well."""
        return self.rect().contains(pos)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw track, knob and words."""
        del event
        painter = smooth(self)
        on, wide, high = self.isChecked(), look.px(36), look.px(20)
        track = QRectF(0, (self.height() - high) / 2, wide, high)
        if not self.isEnabled():
            box(painter, track, fill="sunken", line="line", radius=high / 2)
        elif on:
            box(painter, track, fill="accent", radius=high / 2)
        else:
            box(painter, track, fill="raised", line="edge", radius=high / 2)
        knob = look.px(14) if on else look.px(12)
        inset = (high - knob) / 2
        left = wide - knob - inset if on else inset
        area = QRectF(left, track.y() + inset, knob, knob)
        box(painter, area, fill="onaccent" if on and self.isEnabled() else "edge", radius=knob / 2)
        ink: Role = "ink" if self.isEnabled() else "faint"
        room = QRectF(wide + look.px(8), 0, self.width(), self.height())
        words(painter, room, self.text(), (look.font(13), ink))
