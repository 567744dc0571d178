"""What a click on the calendar does where grid and pane take turns: it shows what was clicked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

if TYPE_CHECKING:
    from collections.abc import Callable

    from ui.calendar_blocks import Block
    from ui.calendar_board import CalendarBoard


class ClickIn(QTimer):
    """Calls `enter` with the block that was clicked, if the pane does not show it already.

    A second click comes first: it must not land on a button that has just come up.
    """

    def __init__(self, screen: CalendarBoard, enter: Callable[[Block], None]) -> None:
        super().__init__(screen)
        self._screen, self._enter = screen, enter
        self.setSingleShot(True)
        self.setInterval(QApplication.doubleClickInterval())
        self.timeout.connect(self._go_in)
        for grid in (screen.week.grid, screen.month):
            grid.clicked.connect(self.start)
            for other in (grid.pointed, grid.opened, grid.wanted):
                other.connect(self.stop)

    def _go_in(self) -> None:
        block = self._screen.grid.picked
        if block is not None and not self._screen.pane.isVisible():
            self._enter(block)
