"""A list of cases (or the like): three lines a row, one of them chosen."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from ui.theme import icons, look
from ui.theme.roles import TONE_INK
from ui.widgets.painted import Dressed, box, elided, text_width, words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QFocusEvent, QFont

    from ui.theme.roles import Role, Tone

Index = QModelIndex | QPersistentModelIndex
ROW: Final = Qt.ItemDataRole.UserRole
_HIGH: Final = 84
_OUT: Final = 12  # the ground of a chosen row reaches beyond its words


@dataclass(frozen=True, slots=True)
class Row:
    """One row. `when` is in accent while `today`; `sign` has an icon, a tone and a word."""

    key: str
    title: str
    code: str = ""
    when: str = ""
    place: str = ""
    note: str = ""
    sign: tuple[str, Tone, str] | None = None
    today: bool = False

    def spoken(self) -> str:
        """Return the row as a screen reader should say it."""
        word = self.sign[2] if self.sign else ""
        parts = (self.title, self.code, word, self.when, self.place, self.note)
        return ", ".join(part for part in parts if part)


class RowModel(QAbstractListModel):
    """The rows behind a list."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[Row, ...] = ()

    def set_rows(self, rows: Sequence[Row]) -> None:
        """Hold `rows`."""
        self.beginResetModel()
        self._rows = tuple(rows)
        self.endResetModel()

    def rows(self) -> tuple[Row, ...]:
        """Return the rows."""
        return self._rows

    def rowCount(self, parent: Index | None = None) -> int:
        """Return how many rows there are."""
        return 0 if parent is not None and parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return the title, the spoken row, or the row itself."""
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return row.spoken()
        return {int(Qt.ItemDataRole.DisplayRole): row.title, int(ROW): row}.get(int(role))


class RowDelegate(QStyledItemDelegate):
    """Paints a row."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return the room for three lines, as wide as the list."""
        del index
        view = option.widget
        wide = view.viewport().width() if isinstance(view, QAbstractItemView) else look.px(240)
        return QSize(wide, look.px(_HIGH))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw ground, lines and sign."""
        row, area = index.data(ROW), QRectF(option.rect)
        state: QStyle.StateFlag = option.state
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        chosen = bool(state & QStyle.StateFlag.State_Selected)
        if chosen:
            box(painter, area.adjusted(0, 0, 0, -1), fill="wash")
        elif state & QStyle.StateFlag.State_MouseOver:
            box(painter, area.adjusted(0, 0, 0, -1), fill="hover")
        if state & QStyle.StateFlag.State_HasFocus:
            box(painter, area.adjusted(1, 1, -1, -2), line="accent", width=2)
        inner = area.adjusted(look.px(_OUT), look.px(10), -look.px(_OUT), 0)
        if not chosen:
            under = inner.toRect()
            under.setTop(area.toRect().bottom())
            under.setBottom(under.top())
            painter.fillRect(under, look.colour("hair"))
        self._lines(painter, inner, row)
        painter.restore()

    def _lines(self, painter: QPainter, area: QRectF, row: Row) -> None:
        line = QRectF(area.x(), area.y(), area.width(), look.px(24))
        room = line.adjusted(0, 0, -self._sign(painter, line, row), 0)
        self._pair(painter, room, (row.title, look.font(15, 500), "ink"), row.code)
        line.translate(0, look.px(23))
        line.setHeight(look.px(20))
        ink: Role = "accent" if row.today else "soft"
        self._pair(painter, line, (row.when, look.font(13), ink), row.place)
        line.translate(0, look.px(20))
        font = look.font(12)
        words(painter, line, elided(font, row.note, line.width()), (font, "soft"))

    @staticmethod
    def _pair(painter: QPainter, area: QRectF, first: tuple[str, QFont, Role], second: str) -> None:
        said = elided(first[1], first[0], area.width())
        words(painter, area, said, first[1:])
        gap = text_width(first[1], said) + look.px(8) if said else 0
        rest = area.adjusted(gap, 0, 0, 0)
        if rest.width() > look.px(20):
            font = look.font(12)
            words(painter, rest, elided(font, second, rest.width()), (font, "faint"))

    @staticmethod
    def _sign(painter: QPainter, area: QRectF, row: Row) -> int:
        if row.sign is None:
            return 0
        icon, tone, word = row.sign
        font, ink = look.font(13), TONE_INK[tone]
        wide = look.px(18) + text_width(font, word)
        left = area.right() - wide
        icons.paint(painter, icon, (left, area.y() + look.px(5)), ink, 14)
        words(painter, area.adjusted(area.width() - wide + look.px(18), 0, 0, 0), word, (font, ink))
        return wide + look.px(8)


class RowList(Dressed, QListView):
    """The list. `chosen` follows the arrow keys and the mouse; `opened` Enter or two clicks."""

    chosen = Signal(str)
    opened = Signal(str)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows = RowModel(self)
        self.setModel(self._rows)
        self.setItemDelegate(RowDelegate(self))
        self.setAccessibleName(name)
        self.setMouseTracking(True)
        self.setUniformItemSizes(True)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.selectionModel().currentChanged.connect(self._moved)
        self.activated.connect(lambda index: self.opened.emit(index.data(ROW).key))

    def set_rows(self, rows: Sequence[Row]) -> None:
        """Show `rows`; the one that was current stays so, if it is still there."""
        key = self.current()
        self.blockSignals(True)  # noqa: FBT003 - Qt's own signature
        self._rows.set_rows(rows)
        if key:
            self.choose(key)
        self.blockSignals(False)  # noqa: FBT003 - Qt's own signature

    def current(self) -> str:
        """Return the key of the current row, or nothing."""
        row = self.currentIndex().data(ROW)
        return row.key if isinstance(row, Row) else ""

    def choose(self, key: str) -> None:
        """Make the row `key` the current one."""
        for number, row in enumerate(self._rows.rows()):
            if row.key == key:
                self.setCurrentIndex(self._rows.index(number))

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Have a current row, so that the arrow keys start somewhere."""
        super().focusInEvent(event)
        if not self.currentIndex().isValid() and self._rows.rowCount():
            self.setCurrentIndex(self._rows.index(0))

    def _moved(self, index: QModelIndex) -> None:
        row = index.data(ROW)
        if isinstance(row, Row):
            self.chosen.emit(row.key)
