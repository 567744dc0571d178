"""A table that sorts by its heads and is walked with the arrow keys."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QSortFilterProxyModel,
    Qt,
    Signal,
)
from PySide6.QtGui import QPalette, QResizeEvent, QShowEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from ui.theme import icons, look
from ui.theme.roles import TONE_INK
from ui.widgets.painted import Dressed

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ui.theme.roles import Tone

Index = QModelIndex | QPersistentModelIndex
_GAP: Final = 24
_SAMPLE: Final = 100  # rows that are measured beyond those in sight: a thousand take a second
_SORT: Final = Qt.ItemDataRole.UserRole
_RIGHT: Final = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_LEFT: Final = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


@dataclass(frozen=True, slots=True)
class Cell:
    """What a cell shows; `order` sorts it, `icon` and `tone` tell a state."""

    text: str
    order: float | str | None = None
    icon: str = ""
    tone: Tone = "plain"
    strong: bool = False


@dataclass(frozen=True, slots=True)
class Column:
    """A head; numbers stand right."""

    title: str
    number: bool = False


class _Model(QAbstractTableModel):
    def __init__(self, columns: Sequence[Column], parent: QObject) -> None:
        super().__init__(parent)
        self._columns, self._rows = tuple(columns), tuple[tuple[Cell, ...], ...]()

    def set_rows(self, rows: Sequence[Sequence[Cell]]) -> None:
        self.beginResetModel()
        self._rows = tuple(tuple(row) for row in rows)
        self.endResetModel()

    def set_row(self, number: int, row: Sequence[Cell]) -> None:
        self._rows = (*self._rows[:number], tuple(row), *self._rows[number + 1 :])
        self.dataChanged.emit(
            self.index(number, 0), self.index(number, max(0, len(self._columns) - 1))
        )

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._columns)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        if orientation != Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _RIGHT if self._columns[section].number else _LEFT
        return self._columns[section].title if role == Qt.ItemDataRole.DisplayRole else None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        cell = self._rows[index.row()][index.column()]
        if role == Qt.ItemDataRole.DisplayRole:
            return cell.text
        if role == _SORT:
            return cell.text if cell.order is None else cell.order
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _RIGHT if self._columns[index.column()].number else _LEFT
        return self._dress(cell, role)

    @staticmethod
    def _dress(cell: Cell, role: int) -> object:
        if role == Qt.ItemDataRole.DecorationRole and cell.icon:
            return icons.icon(cell.icon, TONE_INK[cell.tone], 14)
        if role == Qt.ItemDataRole.ForegroundRole and cell.tone != "plain":
            return look.colour(TONE_INK[cell.tone])
        if role == Qt.ItemDataRole.FontRole and cell.strong:
            return look.font(13, 500)
        return None


class _Toned(QStyledItemDelegate):
    """Keeps the tone of a state in the chosen row."""

    def initStyleOption(self, option: QStyleOptionViewItem, index: Index) -> None:
        super().initStyleOption(option, index)
        ink = option.palette.brush(QPalette.ColorRole.Text)
        option.palette.setBrush(QPalette.ColorRole.HighlightedText, ink)


class Table(Dressed, QTableView):
    """Rows of 38 under a head of 36. `opened` tells a row given to `set_rows`, `moved` the current.

    Each column is as wide as what it shows, the last one takes the rest.
    """

    opened = Signal(int)
    moved = Signal(int)

    def __init__(
        self, columns: Sequence[Column], *, name: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._cells = _Model(columns, self)
        self._needs: list[int] = []
        self._sorted = QSortFilterProxyModel(self)
        self._sorted.setSourceModel(self._cells)
        self._sorted.setSortRole(_SORT)
        self.setModel(self._sorted)
        self.setAccessibleName(name)
        self.setShowGrid(False)
        self.setSortingEnabled(True)
        self.setTabKeyNavigation(False)
        self.setCornerButtonEnabled(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setItemDelegate(_Toned(self))
        self.verticalHeader().hide()
        head = self.horizontalHeader()
        head.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        head.setSectionResizeMode(head.count() - 1, QHeaderView.ResizeMode.Stretch)
        head.setMinimumSectionSize(1)
        head.setResizeContentsPrecision(_SAMPLE)
        head.setHighlightSections(False)
        head.setSortIndicatorClearable(True)
        head.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        self.activated.connect(
            lambda index: self.opened.emit(self._sorted.mapToSource(index).row())
        )
        self.selectionModel().currentRowChanged.connect(lambda _: self.moved.emit(self.current()))
        self.dress()

    def set_rows(self, rows: Sequence[Sequence[Cell]]) -> None:
        """Show `rows`."""
        self._cells.set_rows(rows)
        self._measure()

    def set_row(self, number: int, row: Sequence[Cell]) -> None:
        """Show another row in place of that `number`; which one is current stays."""
        self._cells.set_row(number, row)

    def choose(self, number: int) -> None:
        """Make the row `number` the current one."""
        index = self._sorted.mapFromSource(self._cells.index(number, 0))
        self.setCurrentIndex(index)

    def current(self) -> int:
        """Return the number of the current row as given to `set_rows`, or -1."""
        return self._sorted.mapToSource(self.currentIndex()).row()

    def fit(self) -> None:
        """Be exactly as high as the rows: the page scrolls, not the table."""
        rows = self._sorted.rowCount() * look.px(38)
        self.setFixedHeight(rows + look.px(36) + 2)

    def dress(self) -> None:
        """Set heights and widths for the present scale."""
        super().dress()
        self.verticalHeader().setDefaultSectionSize(look.px(38))
        self.horizontalHeader().setFixedHeight(look.px(36))
        self._measure()

    def showEvent(self, event: QShowEvent) -> None:
        """Measure with the font in which it is painted."""
        super().showEvent(event)
        self._measure()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the new width."""
        super().resizeEvent(event)
        self._share()

    def _measure(self) -> None:
        """Ask every column what it needs."""
        head = self.horizontalHeader()
        self._needs = [
            max(self.sizeHintForColumn(one), head.sectionSizeHint(one)) + look.px(_GAP)
            for one in range(head.count())
        ]
        self._share()

    def _share(self) -> None:
        """Give each column what it needs; where there is too little room, each a part of it."""
        if not self._needs:
            return
        *firsts, last = self._needs
        width = self.viewport().width()
        room = width - min(last, width // len(self._needs))
        scale = min(1.0, room / max(1, sum(firsts)))
        for number, need in enumerate(firsts):
            self.setColumnWidth(number, int(need * scale))
