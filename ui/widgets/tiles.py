"""The recovery key in groups: large, apart, each with its check character in accent."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.theme import look
from ui.widgets.painted import Painted, box, smooth, text_width, words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QPainter, QPaintEvent

_ACROSS = 4
_LEAST = 122


class KeyTiles(Painted):
    """Tiles of (group, check character), four a line; they can be read but not selected."""

    def __init__(
        self, groups: Sequence[tuple[str, str]] = (), parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._groups: tuple[tuple[str, str], ...] = ()
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.set_groups(groups)

    def set_groups(self, groups: Sequence[tuple[str, str]]) -> None:
        """Show `groups`; none wipes the tiles."""
        self._groups = tuple(groups)
        self.setAccessibleName(self.tr("恢复密钥"))
        spelled = (f"{n}: {' '.join(word + check)}" for n, (word, check) in self._numbered())
        self.setAccessibleDescription("; ".join(spelled))
        self.dress()

    def sizeHint(self) -> QSize:
        """Return the room for four tiles a line."""
        wide = look.px(148) * _ACROSS
        return QSize(wide, self.heightForWidth(wide))

    def minimumSizeHint(self) -> QSize:
        """Need width for two tiles a line."""
        return QSize(look.px(_LEAST) * 2, look.px(46))

    def hasHeightForWidth(self) -> bool:
        """Say that narrow is high."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height of all lines when `width` wide."""
        lines = -(-len(self._groups) // self._across(width))
        return max(0, lines * look.px(54) - look.px(8))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the tiles."""
        del event
        painter = smooth(self)
        gap = look.px(10)
        across = self._across(self.width())
        wide = (self.width() - gap * (across - 1)) / across
        for number, group in self._numbered():
            line, place = divmod(number - 1, across)
            area = QRectF(place * (wide + gap), line * look.px(54), wide, look.px(46))
            self._tile(painter, area, number, group)

    @staticmethod
    def _across(width: int) -> int:
        return _ACROSS if width >= look.px(_LEAST) * _ACROSS else 2

    def _numbered(self) -> list[tuple[int, tuple[str, str]]]:
        return list(enumerate(self._groups, start=1))

    def _tile(self, painter: QPainter, area: QRectF, number: int, group: tuple[str, str]) -> None:
        box(painter, area, fill="sunken")
        left = area.adjusted(look.px(10), 0, 0, 0)
        words(painter, left, str(number), (look.font(12), "faint"))
        font = look.font(18, 500)
        font.setLetterSpacing(QFont.SpacingType.AbsoluteSpacing, look.px(2))
        word, check = group
        whole = text_width(font, word) + look.px(6) + text_width(font, check)
        start = area.x() + (area.width() + look.px(14) - whole) / 2
        words(painter, QRectF(start, area.y(), whole, area.height()), word, (font, "ink"))
        start += text_width(font, word) + look.px(6)
        words(painter, QRectF(start, area.y(), whole, area.height()), check, (font, "accent"))
