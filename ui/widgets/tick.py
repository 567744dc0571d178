"""Tick boxes and round choices, with words that may wrap."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QAbstractButton, QCheckBox, QRadioButton, QSizePolicy, QWidget

from ui.theme import icons, look
from ui.widgets.painted import Dressed, box, smooth, text_width

if TYPE_CHECKING:
    from PySide6.QtGui import QPainter, QPaintEvent

    from ui.theme.roles import Role

_WRAP = int(Qt.TextFlag.TextWordWrap)
_LEAD = 26


if TYPE_CHECKING:
    _Button = QAbstractButton
else:
    _Button = object


class _Worded(Dressed, _Button, mixin=True):
    """What a box and a circle share: words at the right, 26 px in, wrapping."""

    def _begin(self, text: str) -> None:
        self.setText(text)
        self.setAccessibleName(text)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def sizeHint(self) -> QSize:
        """Return the room for all words in one line."""
        wide = look.px(_LEAD) + text_width(look.font(13), self.text()) + 2
        return QSize(wide, self.heightForWidth(wide))

    def minimumSizeHint(self) -> QSize:
        """Return the least room: the words may wrap."""
        one = look.px(_LEAD) + text_width(look.font(13), self.text()) + 2
        return QSize(min(one, look.px(120)), look.px(24))

    def hasHeightForWidth(self) -> bool:
        """Say that narrow is high."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height of the words, set `width` wide."""
        return max(look.px(24), self._words_in(width).height() + look.px(6))

    def hitButton(self, pos: QPoint) -> bool:
        """Take a click on the words as well."""
        return self.rect().contains(pos)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw sign and words."""
        del event
        painter = smooth(self)
        side = look.px(18)
        self._sign(painter, QRectF(0, look.px(3), side, side))
        painter.setFont(look.font(13))
        painter.setPen(look.colour("ink" if self.isEnabled() else "faint"))
        area = QRect(look.px(_LEAD), 0, self.width() - look.px(_LEAD), self.height() - 1)
        if self.height() <= look.px(30):
            painter.drawText(area, int(Qt.AlignmentFlag.AlignVCenter), self.text())
        else:
            painter.drawText(area.adjusted(0, look.px(2), 0, 0), _WRAP, self.text())

    def _words_in(self, width: int) -> QRect:
        room = QRect(0, 0, max(1, width - look.px(_LEAD)), 10_000)
        return QFontMetrics(look.font(13)).boundingRect(room, _WRAP, self.text())

    def _edge(self) -> Role:
        return "edge" if self.isEnabled() else "line"

    def _sign(self, painter: QPainter, area: QRectF) -> None:
        raise NotImplementedError


class Tick(_Worded, QCheckBox):
    """A tick box, 18 px, with its words."""

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._begin(text)

    def _sign(self, painter: QPainter, area: QRectF) -> None:
        if not self.isChecked():
            ground: Role = "raised" if self.isEnabled() else "sunken"
            box(painter, area, fill=ground, line=self._edge(), radius=look.px(4))
            return
        box(painter, area, fill="accent" if self.isEnabled() else "edge", radius=look.px(4))
        corner = (area.x() + look.px(2), area.y() + look.px(2))
        icons.paint(painter, "check", corner, "onaccent", 14)


class Radio(_Worded, QRadioButton):
    """A round choice with its words; one of those with the same parent."""

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._begin(text)

    def _sign(self, painter: QPainter, area: QRectF) -> None:
        line: Role = "accent" if self.isChecked() else self._edge()
        box(painter, area, fill="raised", line=line, radius=area.width() / 2,
            width=2 if self.isChecked() else 1)  # fmt: skip
        if self.isChecked():
            dot = area.width() * 0.25
            box(painter, area.adjusted(dot, dot, -dot, -dot), fill="accent", radius=dot)
