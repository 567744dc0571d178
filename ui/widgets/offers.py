"""The list that a line offers while one types: as wide as its words, where the screen has room."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QListView

from ui.widgets.mask import round_mask

if TYPE_CHECKING:
    from PySide6.QtWidgets import QCompleter


class _Widens(QObject):
    """Gives the list, each time it comes up, the width that its words need, and round corners."""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Widen the list; Qt gives it the width of the line and cuts what is longer."""
        if event.type() == QEvent.Type.Show and isinstance(watched, QListView):
            around = watched.width() - watched.viewport().width()
            bar = watched.verticalScrollBar().sizeHint().width()
            words = watched.sizeHintForColumn(0) + around + bar
            room = watched.screen().availableGeometry().right() - watched.x()
            watched.setMinimumWidth(max(watched.width(), min(words, room)))
        if event.type() == QEvent.Type.Resize and isinstance(watched, QListView):
            watched.setMask(round_mask(watched.size()))
        return super().eventFilter(watched, event)


def dress_offers(completer: QCompleter, name: str) -> None:
    """Dress the list of a completer and call it `name`."""
    popup = completer.popup()
    if popup is not None:
        popup.setProperty("ground", "raised")
        popup.setAccessibleName(name)
        popup.installEventFilter(_Widens(popup))
