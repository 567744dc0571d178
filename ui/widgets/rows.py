"""A list of cases (or the like): three lines a row, one of them chosen."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QItemSelectionModel, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from ui.theme import icons, look
from ui.theme.focus import RING
from ui.theme.roles import TONE_INK
from ui.widgets.painted import box, elided, text_width, words
from ui.widgets.quiet_list import ROW, ListModel, QuietList, row_ground, underline, view_width

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtCore import QModelIndex
    from PySide6.QtGui import QFocusEvent, QFont, QResizeEvent
    from PySide6.QtWidgets import QWidget

    from ui.theme.roles import Role, Tone
    from ui.widgets.quiet_list import Index

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


class RowModel(ListModel[Row]):
    """The rows behind a list; typing letters finds a title."""

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return the title, the spoken row, or the row itself."""
        if role == Qt.ItemDataRole.DisplayRole and index.isValid():
            return self.rows()[index.row()].title
        return super().data(index, role)


class RowDelegate(QStyledItemDelegate):
    """Paints a row."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return the room for three lines, as wide as the list."""
        del index
        return QSize(view_width(option.widget, 240), look.px(_HIGH))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw ground, lines and sign."""
        row, area = index.data(ROW), QRectF(option.rect)
        state: QStyle.StateFlag = option.state
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        chosen = bool(state & QStyle.StateFlag.State_Selected)
        over = bool(state & QStyle.StateFlag.State_MouseOver)
        row_ground(painter, area, chosen=chosen, over=over)
        if state & QStyle.StateFlag.State_HasFocus:
            box(painter, area.adjusted(1, 1, -1, -2), line="accent", width=2)
        inner = area.adjusted(look.px(_OUT), look.px(10), -look.px(_OUT), 0)
        if not chosen:
            underline(painter, inner, area)
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


class RowList(QuietList):
    """The list. `chosen` follows the arrow keys and the mouse; `opened` Enter or two clicks."""

    chosen = Signal(str)
    opened = Signal(str)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        self._rows = RowModel()
        super().__init__(name, self._rows, RowDelegate(), parent)
        self.setUniformItemSizes(True)
        self.selectionModel().currentChanged.connect(self._moved)
        self.activated.connect(lambda index: self.opened.emit(index.data(ROW).key))
        self._fresh = True
        self.clicked.connect(self._clicked)

    def set_rows(self, rows: Sequence[Row]) -> None:
        """Show `rows`; the one that was current stays so, if it is still there."""
        key = self.current()
        self.blockSignals(True)  # noqa: FBT003 - Qt's own signature
        self._rows.set_rows(rows)
        self._ask_ring()
        if key:
            self.choose(key)
        if self.hasFocus():  # it came before the rows did
            self._have_current()
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

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the current row in sight where the list becomes lower; not one that was not seen."""
        current = self.currentIndex()
        seen = current.isValid() and 0 <= self.visualRect(current).top() < event.oldSize().height()
        super().resizeEvent(event)
        if seen:
            self.scrollTo(current)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Have a current row, so that the arrow keys start somewhere; nobody chose it yet."""
        self._ask_ring()
        self.blockSignals(True)  # noqa: FBT003 - Qt's own signature
        super().focusInEvent(event)  # Qt takes the first row by itself, too
        self._have_current()
        self.blockSignals(False)  # noqa: FBT003 - Qt's own signature

    def _have_current(self) -> None:
        if not self.currentIndex().isValid() and self._rows.rowCount():
            update = QItemSelectionModel.SelectionFlag.NoUpdate
            self.selectionModel().setCurrentIndex(self._rows.index(0), update)

    def _ask_ring(self) -> None:
        """Frame the list while there is no row: else the current row is framed."""
        empty = not self._rows.rowCount()
        if self.property(RING) != empty:
            self.setProperty(RING, empty)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose the row that is clicked, also where the focus stood on it before."""
        self._fresh = False
        super().mousePressEvent(event)

    def _clicked(self, index: QModelIndex) -> None:
        if not self._fresh:
            self._moved(index)

    def _moved(self, index: QModelIndex) -> None:
        self._fresh = True
        row = index.data(ROW)
        if isinstance(row, Row):
            self.chosen.emit(row.key)
