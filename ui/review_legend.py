"""What stands below both texts of a review: what the colours mean, and the keys."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.theme import look
from ui.widgets.card import column, ground, row, rule
from ui.widgets.flow import Flow
from ui.widgets.keycap import KeyCap
from ui.widgets.painted import Painted, box, smooth, text_width, words

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from ui.theme.roles import Role

_WIDE, _HIGH = 20, 14


class _Swatch(Painted):
    """A small patch as it stands in the texts, and the word for it."""

    def __init__(self, word: str, fill: Role | None, line: Role | None) -> None:
        super().__init__()
        self._word, self._fill, self._line = word, fill, line
        self.setAccessibleName(word)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Return the room for patch and word."""
        return QSize(look.px(_WIDE + 7) + text_width(look.font(12), self._word), look.px(20))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the patch, or the dots of what is kept, and the word."""
        del event
        painter = smooth(self)
        high = look.px(_HIGH)
        patch = QRectF(1, (self.height() - high) / 2, look.px(_WIDE) - 2, high)
        if self._fill is not None:
            box(painter, patch, fill=self._fill, line=self._line, radius=look.px(4), width=2)
        else:
            painter.setPen(QPen(look.colour("edge"), look.px(1.5), Qt.PenStyle.DotLine))
            level = patch.bottom() - 2
            painter.drawLine(QPointF(patch.left(), level), QPointF(patch.right(), level))
        rest = QRectF(look.px(_WIDE + 7), 0, self.width(), self.height())
        words(painter, rest, self._word, (look.font(12), "soft"))


class Legend(QWidget):
    """One quiet line: hidden, current, kept, replaced; and how one goes from place to place."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        inside = ground("paper")
        flow = Flow(holder := QWidget(), gap=16)
        for part in (
            _Swatch(self.tr("已隐去"), "mark", None),
            _Swatch(self.tr("正在看"), "mark", "accent"),
            _Swatch(self.tr("已保留"), None, None),
            _Swatch(self.tr("换成的词"), "wash", None),
        ):
            flow.addWidget(part)
        keys = row(
            KeyCap("J K", self.tr("下一处、上一处")), KeyCap("F1", self.tr("全部按键")), spacing=12
        )  # fmt: skip
        line = row(holder, keys, spacing=16, margins=(28, 12, 20, 12))
        line.setStretch(0, 1)
        inside.setLayout(line)
        self.setLayout(column(rule(), inside))
