"""An icon that stands alone, and the program's mark."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.theme import icons, look
from ui.widgets.painted import Painted, smooth

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from ui.theme.roles import Role


class Picture(Painted):
    """The icon `name`; it needs a word beside it, or `spoken` to be called aloud."""

    def __init__(
        self,
        name: str,
        role: Role = "soft",
        size: int = 18,
        *,
        spoken: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._name, self._role, self._size = name, role, size
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(spoken)

    def show_icon(self, name: str, role: Role) -> None:
        """Show another icon, in the colour of `role`."""
        self._name, self._role = name, role
        self.update()

    def sizeHint(self) -> QSize:
        """Return the icon's own size."""
        return QSize(look.px(self._size), look.px(self._size))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the icon."""
        del event
        painter = smooth(self)
        icons.paint(painter, self._name, (0, 0), self._role, self._size)


class Mark(Painted):
    """The program's sign, `size` pixels wide."""

    def __init__(self, size: int = 26, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._size = size
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(self.tr("心匣"))

    def sizeHint(self) -> QSize:
        """Return the sign's own size."""
        return QSize(look.px(self._size), look.px(self._size))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the sign."""
        del event
        smooth(self).drawPixmap(0, 0, icons.mark(self._size, self.devicePixelRatio()))
