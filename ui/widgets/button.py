"""Buttons: filled (one a view), quiet, ghost, link, danger, and a bare icon."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, Literal

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QPushButton, QSizePolicy

from ui.theme import icons, look
from ui.theme.style import repolish
from ui.widgets.painted import Pressed, ask_room

if TYPE_CHECKING:
    from PySide6.QtGui import QMouseEvent
    from PySide6.QtWidgets import QWidget

    from ui.theme.roles import Role

Kind = Literal["primary", "quiet", "ghost", "link", "danger", "icon"]
Size = Literal["s", "m", "l"]

_INK: Final[dict[Kind, Role]] = {
    "primary": "onaccent",
    "quiet": "soft",
    "ghost": "soft",
    "link": "accent",
    "danger": "high",
    "icon": "soft",
}
_GAP: Final[dict[Kind, int]] = {"ghost": 6}  # without a frame, icon and word need their own room
_ICON: Final[dict[Size, int]] = {"s": 14, "m": 16, "l": 18}


class Button(Pressed, QPushButton):
    """A push button; Enter and Space press it."""

    def __init__(
        self,
        text: str,
        kind: Kind = "quiet",
        *,
        icon: str = "",
        sz: Size = "m",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(text, parent)
        self._kind, self._sz, self._picture = kind, sz, icon
        self.setProperty("kind", kind)
        self.setProperty("sz", sz)
        self.setAutoDefault(False)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        if text:
            self.setAccessibleName(text)
        self.dress()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Take a double click for the one click it was meant to be: its second half is nothing.

        What a first click records (a step of a consent) a second one must not carry on.
        """
        event.accept()

    def setText(self, text: str) -> None:
        """Show `text`; the button is called so aloud, too, unless it has a name of its own."""
        follows = self.accessibleName() in {"", self.text()}
        bare = bool(self.text()) != bool(text)
        super().setText(text)
        if bare:  # beside a word, the icon keeps a distance
            self.dress()
        if follows:
            self.setAccessibleName(text)
        ask_room(self)

    def set_kind(self, kind: Kind) -> None:
        """Turn into another kind of button."""
        self._kind = kind
        self.setProperty("kind", kind)
        repolish(self)
        self.dress()

    def set_icon(self, name: str) -> None:
        """Show the icon `name` before the word; "" takes it away."""
        self._picture = name
        self.dress()

    def dress(self) -> None:
        """Tint the icon for the theme."""
        super().dress()
        if getattr(self, "_picture", ""):
            side = _ICON[self._sz] if self._kind != "icon" else 18
            gap = _GAP.get(self._kind, 3) if self.text() else 0
            self.setIcon(icons.icon(self._picture, _INK[self._kind], side, gap=gap))
            self.setIconSize(QSize(look.px(side) + look.px(gap), look.px(side)))


class IconButton(Button):
    """A button that shows only an icon; `name` is what it is called aloud and in its tip.

    `framed` it stands among buttons with words. Pages are turned with it, as fast as one clicks.
    """

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Take every click."""
        self.mousePressEvent(event)

    def __init__(
        self, icon: str, name: str, *, framed: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__("", "icon", icon=icon, parent=parent)
        self.setProperty("framed", framed)
        self.set_name(name)

    def set_name(self, name: str) -> None:
        """Say what the button does."""
        self.setAccessibleName(name)
        self.setToolTip(name)
