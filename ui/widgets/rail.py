"""The rail at the left: where to go, what waits there, and the lock at its foot."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QSizePolicy, QWidget

from ui.theme import icons, look
from ui.widgets.card import column, rule
from ui.widgets.label import Label
from ui.widgets.painted import RIGHT, Pressed, box, smooth, text_width, words
from ui.widgets.picture import Mark

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QEnterEvent, QPainter, QPaintEvent

    from ui.theme.roles import Role

WIDE: Final = 208
FOLDED: Final = 56


@dataclass(frozen=True, slots=True)
class Place:
    """A place to go: its key, icon and word; `keys` shows a shortcut at the right.

    `said` is what it is called aloud, where a page has something of the same word.
    """

    key: str
    icon: str
    word: str
    keys: str = ""
    said: str = ""


class RailItem(Pressed, QAbstractButton):
    """One line of the rail, 34 high; folded it is a square with the icon alone."""

    def __init__(self, place: Place, *, field: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.place, self._field = place, field
        self._count, self._folded, self._over = 0, False, False
        self._lit = False
        self.setText(place.word)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Maximum)
        self._name()

    def set_count(self, count: int) -> None:
        """Show how many things wait there; 0 shows nothing."""
        self._count = count
        self._name()
        self.update()

    def set_lit(self, *, lit: bool, said: str = "") -> None:
        """Show that something is on; `said` is what the line is called aloud then."""
        self._lit = lit
        self._name()
        if said:
            self.setAccessibleName(said)
        self.update()

    def turn(self, icon: str, word: str) -> None:
        """Show another icon and word: the line now does the opposite."""
        self.place = replace(self.place, icon=icon, word=word)
        self.setText(word)
        self.setToolTip(word if self._folded else "")
        self._name()
        self.update()

    def set_folded(self, *, folded: bool) -> None:
        """Show the icon alone; the word becomes the tip."""
        self._folded = folded
        self.setToolTip(self.place.word if folded else "")
        self.dress()

    def sizeHint(self) -> QSize:
        """Return the room for one line."""
        usual = 32 if self._field and not self._folded else 34
        high = 28 if look.large() else usual  # large letters are high enough by themselves
        return QSize(look.px(36 if self._folded else WIDE - 24), look.px(high))

    def minimumSizeHint(self) -> QSize:
        """Be lower where the window is low, as with a large font on a small screen."""
        return QSize(look.px(36), look.px(24))

    def enterEvent(self, event: QEnterEvent) -> None:
        """Show that the pointer is over it."""
        super().enterEvent(event)
        self._hover(over=True)

    def leaveEvent(self, event: QEvent) -> None:
        """Show that the pointer has gone."""
        super().leaveEvent(event)
        self._hover(over=False)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw ground, icon, word and count."""
        del event
        painter = smooth(self)
        on, area = self.isChecked() or self._lit, QRectF(self.rect())
        self._ground(painter, area)
        ink: Role = "accent" if on else "ink"
        side = 16 if self._field and not self._folded else 18
        left = (self.width() - look.px(side)) / 2 if self._folded else look.px(10)
        top = (self.height() - look.px(side)) / 2
        icons.paint(painter, self.place.icon, (left, top), "accent" if on else "soft", side)
        if self._folded:
            return
        start = look.px(34 if self._field else 38)
        tint: Role = "soft" if self._field else ink
        font = look.font(13, 500 if on else 400)
        words(painter, area.adjusted(start, 0, 0, 0), self.text(), (font, tint))
        right = str(self._count) if self._count else self.place.keys
        hand: Role = "accent" if on else "faint"
        room = area.adjusted(start + text_width(font, self.text()), 0, -look.px(10), 0)
        words(painter, room, right, (look.font(12), hand), RIGHT)

    def _ground(self, painter: QPainter, area: QRectF) -> None:
        if self._field and not self._folded:
            box(painter, area, fill="raised", line="edge" if self._over else "line")
        elif self.isChecked() or self._lit:
            box(painter, area, fill="wash")
        elif self._over:
            box(painter, area, fill="hover")

    def _hover(self, *, over: bool) -> None:
        self._over = over
        self.update()

    def _name(self) -> None:
        called = self.place.said or self.place.word
        said = f"{called} {self._count}" if self._count else called
        self.setAccessibleName(said)
        self.setAccessibleDescription(self.place.keys)


class Rail(QWidget):
    """Mark, search, places, foot. `went` tells where."""

    went = Signal(str)

    def __init__(
        self,
        places: Sequence[Place | None],
        *,
        search: Place | None = None,
        foot: Sequence[Place] = (),
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("rail")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName(self.tr("导航"))
        self._items: dict[str, RailItem] = {}
        self._folded = False
        self._word = Label(self.tr("心匣"), "word")
        self._head = QHBoxLayout()
        self._head.addWidget(Mark(26))
        self._head.addWidget(self._word)
        self._head.addStretch(1)
        self._column = column(self._head, 16, spacing=2)
        if search is not None:
            self._add(search, field=True)
            self._column.addSpacing(look.px(12))
        for place in places:
            self._add_or_rule(place)
        self._column.addStretch(1)
        for place in foot:
            self._add(place)
        self.setLayout(self._column)
        self.fold(folded=False)

    def item(self, key: str) -> RailItem:
        """Return the line of `key`."""
        return self._items[key]

    def set_current(self, key: str) -> None:
        """Mark where the counselor is; emits nothing."""
        for name, item in self._items.items():
            item.setCheckable(name == key)
            item.setChecked(name == key)
            item.update()

    def set_count(self, key: str, count: int) -> None:
        """Show how many things wait at `key`."""
        self._items[key].set_count(count)

    def fold(self, *, folded: bool) -> None:
        """Show icons alone, or icons with words."""
        self._folded = folded
        self._word.setVisible(not folded)
        side = look.px(10 if folded else 12)
        self._column.setContentsMargins(side, look.px(18), side, look.px(16))
        self._head.setContentsMargins(look.px(5 if folded else 8), 0, 0, 0)
        self._head.setSpacing(look.px(10))
        self.setFixedWidth(look.px(FOLDED if folded else WIDE))
        for item in self._items.values():
            item.set_folded(folded=folded)

    def folded(self) -> bool:
        """Say whether only icons are shown."""
        return self._folded

    def _add_or_rule(self, place: Place | None) -> None:
        if place is not None:
            self._add(place)
            return
        self._column.addSpacing(look.px(10))
        self._column.addWidget(rule())
        self._column.addSpacing(look.px(10))

    def _add(self, place: Place, *, field: bool = False) -> None:
        item = RailItem(place, field=field)
        item.clicked.connect(lambda: self.went.emit(place.key))
        self._items[place.key] = item
        self._column.addWidget(item)
