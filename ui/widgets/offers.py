"""What a line offers while one types: found by its pinyin too, in a list as wide as its words."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPersistentModelIndex, QStringListModel, Qt
from PySide6.QtWidgets import QAbstractItemView, QCompleter, QListView

from ui.widgets.mask import round_mask

if TYPE_CHECKING:
    from collections.abc import Mapping

_SOUGHT: Final = int(Qt.ItemDataRole.UserRole)


class SpeltNames(QStringListModel):
    """Names, each with the other ways in which it can be typed."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._ways: dict[str, str] = {}

    def show_names(self, ways: Mapping[str, tuple[str, ...]]) -> None:
        """Offer these names; each stands with the ways to type it."""
        self._ways = {name: " ".join((name, *more)) for name, more in ways.items()}
        self.setStringList(list(ways))

    def data(
        self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:  # noqa: ANN401 - as Qt has it
        """Return a name; what it is sought by where a completer asks for that."""
        if role != _SOUGHT:
            return super().data(index, role)
        name = super().data(index, Qt.ItemDataRole.DisplayRole)
        return self._ways.get(name, name)


class Offers(QCompleter):
    """Offers the names in which what is typed occurs, or in whose pinyin it does."""

    def __init__(self, names: QStringListModel, parent: QObject) -> None:
        super().__init__(names, parent)
        self.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.setFilterMode(Qt.MatchFlag.MatchContains)
        if isinstance(names, SpeltNames):
            self.setCompletionRole(_SOUGHT)

    def pathFromIndex(self, index: QModelIndex | QPersistentModelIndex) -> str:
        """Return what is written in the line: the name, not what it was sought by."""
        return str(index.data(Qt.ItemDataRole.DisplayRole))


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


def dress_offers(completer: QCompleter, name: str) -> QAbstractItemView:
    """Dress the list of a completer and call it `name`; return the list."""
    popup = completer.popup()
    assert popup is not None  # noqa: S101 - for mypy: a completer has one, or makes it
    popup.setProperty("ground", "raised")
    popup.setAccessibleName(name)
    popup.installEventFilter(_Widens(popup))
    return popup
