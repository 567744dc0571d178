"""Where the window stood: its place, its size, and whether it filled the screen."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QGuiApplication

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget

TITLE_BAR: Final = 40
_USUAL: Final = QSize(1280, 800)
_STATES: Final = {
    "normal": Qt.WindowState.WindowNoState,
    "maximised": Qt.WindowState.WindowMaximized,
    "full": Qt.WindowState.WindowFullScreen,
}


@dataclass(frozen=True)
class WindowPlace:
    """Place and size without the frame, in the desktop's logical pixels, and the window's state.

    `hidden` says that it was minimised. Nothing of a client is in it.
    """

    area: QRect
    state: str = "normal"
    hidden: bool = False

    @classmethod
    def of(cls, window: QWidget) -> WindowPlace:
        """Return where a window stands; filling the screen, where it stood before."""
        held = window.windowState()
        found = (name for name in ("full", "maximised") if held & _STATES[name])
        state, area = next(found, "normal"), window.normalGeometry()
        screen = window.screen().geometry()
        if state != "normal" and not screen.intersects(area):
            area.moveCenter(screen.center())  # carried to another screen while it filled one
        return cls(area, state, bool(held & Qt.WindowState.WindowMinimized))

    @classmethod
    def read(cls, text: str) -> WindowPlace | None:
        """Return the place that `text` tells, or None where it tells none."""
        words = text.split()
        with suppress(ValueError):
            *numbers, state, shown = words
            left, top, wide, high = (int(one) for one in numbers)
            if state in _STATES and wide > 0 and high > 0:
                return cls(QRect(left, top, wide, high), state, shown == "hidden")
        return None

    def text(self) -> str:
        """Return the place as `read` reads it."""
        area = self.area
        shown = "hidden" if self.hidden else "shown"
        return f"{area.x()} {area.y()} {area.width()} {area.height()} {self.state} {shown}"

    def within(self, screens: Sequence[QRect]) -> WindowPlace:
        """Return the same place, moved and shrunk as far as it takes to be on one of `screens`.

        It goes to the screen that shows most of it; without any of it in sight, to the first. Then
        there is room for its title bar, too.
        """
        if any(screen.contains(self.area) for screen in screens):
            return self
        screen = max(screens, key=lambda one: _size(one & self.area))
        room = screen.adjusted(0, TITLE_BAR, 0, 0)
        area = QRect(self.area.topLeft(), self.area.size().boundedTo(room.size()))
        area.moveLeft(min(max(area.left(), room.left()), room.right() + 1 - area.width()))
        if not (screen.top() < area.top() and area.bottom() <= screen.bottom()):
            # Whose title bar has its place stays as high as it is: no step down at every start.
            area.moveTop(min(max(area.top(), room.top()), room.bottom() + 1 - area.height()))
        return replace(self, area=area)

    def apply(self, window: QWidget, *, hide: bool) -> None:
        """Put a window there before it is shown; minimised only when `hide` allows it."""
        window.setGeometry(self.area)
        state = _STATES[self.state]
        if hide and self.hidden:
            state |= Qt.WindowState.WindowMinimized
        window.setWindowState(state)


def put_back(window: QWidget, told: str, *, hide: bool = False) -> None:
    """Put a window where `told` says, on the screens of now, or give it the usual size."""
    place = WindowPlace.read(told)
    if place is None:
        # The system's own title bar stands above what is asked for here.
        room = window.screen().availableSize() - QSize(0, TITLE_BAR)
        window.resize(_USUAL.boundedTo(room))
        return
    # The first one is the primary screen.
    screens = [screen.availableGeometry() for screen in QGuiApplication.screens()]
    place.within(screens).apply(window, hide=hide)


def _size(area: QRect) -> int:
    """Return how many pixels an area has; none where two areas do not meet."""
    return area.width() * area.height() if area.isValid() else 0
