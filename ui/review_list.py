"""The list of marked places: what was found, what stands instead, and why."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QAbstractItemView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from ui.theme import icons, look
from ui.theme.focus import RING
from ui.widgets.painted import RIGHT, box, elided, text_width, words
from ui.widgets.quiet_list import ROW, ListModel, QuietList, view_width

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtCore import QModelIndex
    from PySide6.QtWidgets import QWidget

    from ui.theme.roles import Role
    from ui.widgets.quiet_list import Index

_HIGH, _OPEN = 52, 74


@dataclass(frozen=True, slots=True)
class PlaceRow:
    """One marked place: icon and its tone, the words, what stands instead, kind and reason.

    `more` is said of it while it is the current one.
    """

    icon: str
    tone: Role
    surface: str = field(repr=False)
    instead: str = field(repr=False)
    kind: str
    reason: str
    more: str = ""

    def spoken(self) -> str:
        """Return the row as a screen reader should say it."""
        return f"{self.surface} → {self.instead}, {self.kind}, {self.reason}"


class _Delegate(QStyledItemDelegate):
    """Paints a row, 52 high; the current one is 74 high and says all of its reason."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return the room for two lines, as wide as the list."""
        view = option.widget
        open_now = isinstance(view, QAbstractItemView) and view.currentIndex() == index
        return QSize(view_width(view, 300), look.px(_OPEN if open_now else _HIGH))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw ground, icon, words, kind and reason."""
        row = index.data(ROW)
        area = QRectF(option.rect)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        if chosen:
            box(painter, area.adjusted(1, 1, -1, -2), fill="raised", line="accent", width=2)
        elif option.state & QStyle.StateFlag.State_MouseOver:
            box(painter, area.adjusted(0, 0, 0, -1), fill="hover")
        inner = area.adjusted(look.px(12), look.px(6), -look.px(12), 0)
        icons.paint(painter, row.icon, (inner.x(), inner.y() + look.px(3)), row.tone, 15)
        line = QRectF(inner.x() + look.px(24), inner.y(), inner.width() - look.px(24), look.px(21))
        self._words(painter, line, row)
        line.translate(0, look.px(20))
        self._why(painter, line, row, whole=chosen)
        painter.restore()

    @staticmethod
    def _why(painter: QPainter, line: QRectF, row: PlaceRow, *, whole: bool) -> None:
        """Draw the reason; of the current place all of it, and what more there is to say."""
        small = look.font(12)
        if not whole:
            words(painter, line, elided(small, row.reason, line.width()), (small, "faint"))
            return
        said = "\n".join(part for part in (row.reason, row.more) if part)
        room = line.adjusted(0, look.px(2), 0, look.px(_OPEN - _HIGH))
        painter.setFont(small)
        painter.setPen(look.colour("soft"))
        painter.drawText(room, int(Qt.AlignmentFlag.AlignTop) | Qt.TextFlag.TextWordWrap, said)

    @staticmethod
    def _words(painter: QPainter, line: QRectF, row: PlaceRow) -> None:
        """Draw source, arrow and replacement, and the kind at the right."""
        small, strong = look.font(12), look.font(13, 500)
        words(painter, line, row.kind, (small, "faint"), RIGHT)
        room = line.width() - text_width(small, row.kind) - look.px(10)
        source = elided(strong, row.surface, room * 0.55)
        words(painter, line, source, (strong, "ink"))
        left = line.adjusted(text_width(strong, source) + look.px(8), 0, 0, 0)
        words(painter, left, "→", (small, "faint"))
        left.adjust(look.px(20), 0, 0, 0)
        free = room - text_width(strong, source) - look.px(28)
        words(painter, left, elided(look.font(13), row.instead, free), (look.font(13), "accent"))


class PlaceList(QuietList):
    """The list; `went` tells the number of the row that is current."""

    went = Signal(int)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        self._model: ListModel[PlaceRow] = ListModel()
        super().__init__(name, self._model, _Delegate(), parent)
        self.setProperty(RING, True)  # noqa: FBT003 - Qt's own signature
        self.setUniformItemSizes(False)  # the current row is higher
        self.selectionModel().currentChanged.connect(self._moved)

    def set_rows(self, rows: Sequence[PlaceRow], current: int) -> None:
        """Show `rows` with one of them current."""
        self.blockSignals(True)  # noqa: FBT003 - Qt's own signature
        self._model.set_rows(rows)
        self.blockSignals(False)  # noqa: FBT003 - Qt's own signature
        self.choose(current)

    def choose(self, number: int) -> None:
        """Make a row the current one."""
        self.setCurrentIndex(self._model.index(number))

    def _moved(self, index: QModelIndex) -> None:
        """Open the row that is current now."""
        self.doItemsLayout()
        self.scrollTo(index)
        self.went.emit(index.row())

    def current(self) -> int:
        """Return the number of the current row, or -1."""
        return self.currentIndex().row()

    def count(self) -> int:
        """Return how many rows there are."""
        return self._model.rowCount()

    def keyboardSearch(self, search: str) -> None:
        """Leave letters to the keys that decide; they are no search here."""
        del search
