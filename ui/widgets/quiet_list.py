"""A list of rows that paint themselves: the model behind it, and the quiet view before it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, Generic, Protocol, TypeVar

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtWidgets import QAbstractItemView, QListView, QStyledItemDelegate, QWidget

from ui.theme import look
from ui.widgets.painted import Dressed, box

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtCore import QObject, QRectF
    from PySide6.QtGui import QPainter

Index = QModelIndex | QPersistentModelIndex
ROW: Final = Qt.ItemDataRole.UserRole
_SPOKEN: Final = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole)


class Spoken(Protocol):
    """A row that a screen reader can say."""

    def spoken(self) -> str:
        """Return the row as a screen reader should say it."""
        ...


R = TypeVar("R", bound=Spoken)


class ListModel(QAbstractListModel, Generic[R]):
    """The rows behind a list; `ROW` gives the row itself, every other role what it says."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[R, ...] = ()

    def set_rows(self, rows: Sequence[R]) -> None:
        """Hold `rows` in place of those before."""
        self.beginResetModel()
        self._rows = tuple(rows)
        self.endResetModel()

    def add_rows(self, rows: Sequence[R]) -> None:
        """Hold `rows` after those that are there."""
        if rows:
            first = len(self._rows)
            self.beginInsertRows(QModelIndex(), first, first + len(rows) - 1)
            self._rows += tuple(rows)
            self.endInsertRows()

    def rows(self) -> tuple[R, ...]:
        """Return the rows."""
        return self._rows

    def rowCount(self, parent: Index | None = None) -> int:
        """Return how many rows there are."""
        return 0 if parent is not None and parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return the row itself, or what it says."""
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        if role == ROW:
            return row
        return row.spoken() if role in _SPOKEN else None


class QuietList(Dressed, QListView):
    """A list without frame, edges or sideways scrolling, whose rows a delegate paints."""

    def __init__(
        self,
        name: str,
        model: QAbstractListModel,
        delegate: QStyledItemDelegate,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        for part in (model, delegate):
            part.setParent(self)
        self.setModel(model)
        self.setItemDelegate(delegate)
        self.setAccessibleName(name)
        self.setMouseTracking(True)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)


def view_width(view: QWidget | None, otherwise: int) -> int:
    """Return how wide a row may be in `view`, in pixels; `otherwise` before there is one."""
    return view.viewport().width() if isinstance(view, QAbstractItemView) else look.px(otherwise)


def underline(painter: QPainter, inner: QRectF, area: QRectF) -> None:
    """Draw the hair line under a row: as wide as its words, at the bottom of its `area`."""
    under = inner.toRect()
    under.setTop(area.toRect().bottom())
    under.setBottom(under.top())
    painter.fillRect(under, look.colour("hair"))


def row_ground(painter: QPainter, area: QRectF, *, chosen: bool, over: bool) -> None:
    """Draw the ground of a row that is chosen or under the pointer."""
    if chosen or over:
        box(painter, area.adjusted(0, 0, 0, -1), fill="wash" if chosen else "hover")
