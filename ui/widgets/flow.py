"""A layout that sets parts side by side and begins a new line where the room ends."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget

from ui.theme import look


class Flow(QLayout):
    """Fills line after line, `gap` pixels (100 %) apart."""

    def __init__(self, parent: QWidget | None = None, gap: int = 6) -> None:
        self._items: list[QLayoutItem] = []
        self._gap = gap
        self._heights: dict[int, int] = {}
        super().__init__()
        self.setContentsMargins(0, 0, 0, 0)
        if parent is not None:
            parent.setLayout(self)

    def addItem(self, item: QLayoutItem) -> None:
        """Take one more part."""
        self._items.append(item)

    def count(self) -> int:
        """Return how many parts there are."""
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        """Return the part at `index`."""
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        """Give the part at `index` away."""
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        """Take no more room than needed."""
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        """Say that a narrow flow is a high one."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height of all lines, which Qt asks for again and again of one width."""
        if width not in self._heights:
            self._heights[width] = self._arrange(QRect(0, 0, width, 0), move=False)
        return self._heights[width]

    def invalidate(self) -> None:
        """Measure anew, because a part wants another room."""
        self._heights.clear()
        super().invalidate()

    def setGeometry(self, area: QRect) -> None:
        """Set the parts into `area`."""
        super().setGeometry(area)
        self._arrange(area, move=True)

    def sizeHint(self) -> QSize:
        """Return the room for all parts in one line."""
        shown = [item.sizeHint() for item in self._items if not item.isEmpty()]
        gaps = look.px(self._gap) * max(0, len(shown) - 1)
        return QSize(sum(size.width() for size in shown) + gaps, _tallest(shown))

    def minimumSize(self) -> QSize:
        """Return the room of the largest part."""
        shown = [item.minimumSize() for item in self._items if not item.isEmpty()]
        return QSize(max((size.width() for size in shown), default=0), _tallest(shown))

    def _arrange(self, area: QRect, *, move: bool) -> int:
        top, gap = area.y(), look.px(self._gap)
        for line in self._lines(area.width()):
            high = _tallest([item.sizeHint() for item in line])
            left = area.x()
            for item in line:
                size = item.sizeHint()
                if move:
                    middle = top + (high - size.height()) // 2
                    item.setGeometry(QRect(QPoint(left, middle), size))
                left += size.width() + gap
            top += high + gap
        return max(0, top - gap - area.y())

    def _lines(self, width: int) -> list[list[QLayoutItem]]:
        lines: list[list[QLayoutItem]] = []
        used, gap = 0, look.px(self._gap)
        for item in self._items:
            if item.isEmpty():
                continue
            wide = item.sizeHint().width()
            if lines and used + gap + wide <= width:
                lines[-1].append(item)
                used += gap + wide
            else:
                lines.append([item])
                used = wide
        return lines


class Halves(Flow):
    """Two columns of one width; a part that needs more, or is left over, has a whole line."""

    def _arrange(self, area: QRect, *, move: bool) -> int:
        top, gap = area.y(), look.px(self._gap)
        half = (area.width() - gap) // 2
        for line in self._lines(area.width()):
            high = _tallest([item.sizeHint() for item in line])
            alone = len(line) == 1
            for number, item in enumerate(line):
                left = area.x() + number * (half + gap)
                if move:
                    item.setGeometry(QRect(left, top, area.width() if alone else half, high))
            top += high + gap
        return max(0, top - gap - area.y())

    def _lines(self, width: int) -> list[list[QLayoutItem]]:
        half = (width - look.px(self._gap)) // 2
        lines: list[list[QLayoutItem]] = []
        room = False
        for item in self._items:
            if item.isEmpty():
                continue
            fits = item.sizeHint().width() <= half
            if fits and room:
                lines[-1].append(item)
                room = False
            else:
                lines.append([item])
                room = fits
        return lines


def _tallest(sizes: list[QSize]) -> int:
    return max((size.height() for size in sizes), default=0)
