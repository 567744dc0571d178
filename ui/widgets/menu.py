"""A menu with round corners, with a compositor or without one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QMenu

from ui.widgets.mask import round_mask

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent
    from PySide6.QtWidgets import QWidget


class Menu(QMenu):
    """A menu cut to its round outline.

    It is cut, not see-through: where nothing composes the screen, what is see-through is black.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("round", True)  # noqa: FBT003 - Qt's own signature

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Cut the corners off."""
        super().resizeEvent(event)
        self.setMask(round_mask(self.size()))
