"""Columns side by side where there is room, below each other where there is not."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QGridLayout, QWidget

from ui.theme import look

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent


class Columns(QWidget):
    """Sets `parts` into as many equal columns as `least` pixels (100 %) each allow."""

    def __init__(
        self, *parts: QWidget, least: int = 380, gap: int = 36, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._parts, self._least, self._gap, self._across = parts, least, gap, 0
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(look.px(gap))
        self._grid.setVerticalSpacing(0)
        self._arrange(1)

    def across(self) -> int:
        """Return how many columns there are now."""
        return self._across

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Count the columns that fit."""
        super().resizeEvent(event)
        each = look.px(self._least) + look.px(self._gap)
        fit = (self.width() + look.px(self._gap)) // each
        self._arrange(max(1, min(fit, len(self._parts))))

    def _arrange(self, across: int) -> None:
        if across == self._across:
            return
        self._across = across
        for part in self._parts:
            self._grid.removeWidget(part)
        for number, part in enumerate(self._parts):
            line, place = divmod(number, across)
            self._grid.addWidget(part, line, place)
        for place in range(len(self._parts)):
            self._grid.setColumnStretch(place, 1 if place < across else 0)
