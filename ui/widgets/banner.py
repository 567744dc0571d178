"""A banner says what holds or hinders; a refusal also says why, and leads to the next step."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, Literal

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QBoxLayout

from ui.theme import look
from ui.widgets.button import Button
from ui.widgets.card import Card, Surface, column, row
from ui.widgets.label import Label
from ui.widgets.painted import hide_unless
from ui.widgets.picture import Picture

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent
    from PySide6.QtWidgets import QWidget

    from ui.theme.roles import Role

BannerKind = Literal["info", "warning", "refusal", "blocked", "done"]

_WORDS: Final = 300  # the least room for the words beside the buttons
_DRESS: Final[dict[BannerKind, tuple[Surface, Role, str]]] = {
    "info": ("wash", "accent", "info"),
    "warning": ("mid", "mid", "clock"),
    "refusal": ("mid", "mid", "circle-alert"),
    "blocked": ("high", "high", "shield-x"),
    "done": ("low", "low", "circle-check"),
}


def stand_above(room: QBoxLayout, banner: Banner) -> None:
    """Put `banner` into the room above everything, apart from what follows."""
    room.addWidget(banner)
    room.addSpacing(look.px(12))


class Banner(Card):
    """`refusal` asks for a missing thing (amber), `blocked` forbids (red)."""

    acted = Signal()
    clause_asked = Signal()

    def __init__(  # noqa: PLR0913 - all but kind and title by keyword
        self,
        kind: BannerKind,
        title: str,
        *,
        text: str = "",
        icon: str = "",
        clause: str = "",
        action: str = "",
        action_icon: str = "",
        filled: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        surface, role, usual = _DRESS[kind]
        super().__init__(surface, margins=(14, 10, 12, 10), spacing=0, parent=parent)
        self._title = Label(title, "strong", wrap=True)
        self._text = Label(text, "soft", wrap=True)
        self._sign = Picture(icon or usual, role, 18)
        self.clause = Button(clause, "ghost")
        hide_unless(clause, self.clause)
        self.clause.clicked.connect(self.clause_asked)
        self.action = Button(
            action, "primary" if filled else "quiet", icon=action_icon, sz="m" if filled else "s"
        )
        hide_unless(action, self.action)
        self.action.clicked.connect(self.acted)
        self._at = column(None, 2, self._sign, None)
        said = row(self._at, column(self._title, self._text), spacing=10)
        said.setStretch(1, 1)
        self._ways = row(None, self.clause, self.action, spacing=10)
        self._line = row(spacing=10)
        self._line.addLayout(said, 1)
        self._line.addLayout(self._ways)
        self.body.addLayout(self._line)
        self.say(title, text)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the buttons below the words where both do not fit beside each other."""
        super().resizeEvent(event)
        ways = self._ways.sizeHint().width()
        narrow = bool(ways) and self.width() - ways < look.px(_WORDS)
        way = QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight
        if self._line.direction() != way:
            self._line.setDirection(way)

    def say(self, title: str, text: str = "") -> None:
        """Change the words."""
        self._title.setText(title)
        self._text.setText(text)
        self._text.setVisible(bool(text))
        self._at.setStretch(0, 0 if text else 1)  # beside a single line, in its middle
        self._at.setStretch(3, 1)
        self.setAccessibleName(title)
        self.setAccessibleDescription(text)
