"""The sections of a note as a list: which are written, which is being written."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from ui.theme import icons, look
from ui.widgets.card import column
from ui.widgets.label import Label
from ui.widgets.painted import Dressed, elided, smooth, words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QPaintEvent

    from ui.theme.roles import Role

Progress = Literal["written", "now", "open"]


class SectionRow(Dressed, QAbstractButton):
    """One section in the list: tick, ringed dot or empty ring, and its title."""

    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title, self._progress = title, "open"
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.set_progress("open")

    def set_progress(self, progress: Progress) -> None:
        """Show how far the section is."""
        said = {
            "written": self.tr("{0}，已写"),
            "now": self.tr("{0}，正在写"),
            "open": self.tr("{0}，还空着"),
        }
        self._progress = progress
        self.setAccessibleName(said[progress].format(self._title))
        self.setToolTip(self._title)
        self.update()

    def sizeHint(self) -> QSize:
        """Return a row, 34 high."""
        return QSize(look.px(160), look.px(34))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw sign and title."""
        del event
        signs: dict[str, tuple[str, Role, Role]] = {
            "written": ("check", "low", "ink"),
            "now": ("circle-dot", "accent", "accent"),
            "open": ("circle", "edge", "soft"),
        }
        sign, tint, ink = signs[self._progress]
        painter = smooth(self)
        icons.paint(painter, sign, (0, (self.height() - look.px(14)) / 2), tint, 14)
        left = look.px(24)
        hand = look.font(13, 500 if self._progress == "now" else 400)
        room = QRectF(left, 0, self.width() - left, self.height())
        words(painter, room, elided(hand, self._title, room.width()), (hand, ink))


class SectionList(QWidget):
    """The sections of a note, and how far each is. `went` asks to go to one."""

    went = Signal(int)

    def __init__(
        self, title: str, sections: Sequence[tuple[str, Progress]], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._rows = [SectionRow(name) for name, _ in sections]
        self.setLayout(column(Label(title, "soft"), 8, *self._rows, None))
        for number, one in enumerate(self._rows):
            one.clicked.connect(lambda _checked=False, n=number: self.went.emit(n))
        self.show_progress(sections)

    def show_progress(self, sections: Sequence[tuple[str, Progress]]) -> None:
        """Show how far each section is."""
        for one, (_, progress) in zip(self._rows, sections, strict=True):
            one.set_progress(progress)
