"""The focus ring: one outline that follows the keyboard, and hides from the mouse."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QDynamicPropertyChangeEvent, QEvent, QObject, QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QAbstractButton, QApplication, QSplitter, QWidget
from shiboken6 import isValid

from ui.theme import look

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QPaintEvent

RING: Final = "ring"  # a widget that is no button asks for the ring with this property
RING_OUT: Final = "ring_out"  # how many pixels the ring reaches beyond the sides of the widget
_OUT: Final = 4  # a gap of 2 and a line of 2
_followers: list[Follower] = []
_MOVES: Final = {QEvent.Type.Move, QEvent.Type.Resize, QEvent.Type.Show, QEvent.Type.Hide}


class Ring(QWidget):
    """The outline itself; the mouse passes through it."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.host = parent
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setObjectName("focusring")

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the line."""
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(look.colour("accent"), 2))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 9, 9)


class Follower(QObject):
    """Keeps the ring around the focus widget while the keyboard is in use."""

    def __init__(self, app: QApplication) -> None:
        super().__init__(app)
        self._ring: Ring | None = None
        self._watched: list[QObject] = []
        self._target: QWidget | None = None
        self._keys = False
        app.focusChanged.connect(self._follow)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Notice keys, clicks and moves of what has the focus."""
        kind = event.type()
        if kind == QEvent.Type.KeyPress:
            self._switch(keys=True)
        elif kind in {QEvent.Type.MouseButtonPress, QEvent.Type.TouchBegin}:
            self._switch(keys=False)
        elif kind in _MOVES:
            self._place()
        elif _asked_anew(event) and watched is self._target:
            self._follow(self._target, self._target)
        return super().eventFilter(watched, event)

    def _switch(self, *, keys: bool) -> None:
        if keys != self._keys:
            self._keys = keys
            self._place()

    def _follow(self, old: QWidget | None, new: QWidget | None) -> None:
        del old
        self._release()
        self._target = new
        if new is None:
            return
        self._watch([new])
        if new.window().isVisible():
            self._watch([new.window().windowHandle()])
        if _wants_ring(new):
            host = _host(new)
            self._watch(_between(new, host))
            self._ring = Ring(host)
            self._place()

    def _watch(self, things: Sequence[QObject | None]) -> None:
        alive = [thing for thing in things if thing is not None and isValid(thing)]
        for thing in alive:
            thing.installEventFilter(self)
        self._watched += alive

    def _release(self) -> None:
        for thing in self._watched:
            if isValid(thing):
                thing.removeEventFilter(self)
        self._watched = []
        if self._ring is not None and isValid(self._ring):
            self._ring.hide()
            self._ring.deleteLater()
        self._ring = None

    def _place(self) -> None:
        ring, target = self._ring, self._target
        if ring is None or target is None or not (isValid(ring) and isValid(target)):
            return
        ring.setGeometry(_around(target, ring.host))
        ring.setVisible(self._keys and target.isVisible())
        ring.raise_()


def watch(app: QApplication) -> None:
    """Give `app` its one follower; a second call changes nothing."""
    if not (_followers and isValid(_followers[0])):
        _followers[:] = [Follower(app)]


def _asked_anew(event: QEvent) -> bool:
    """Return whether a widget asks for the ring, or no longer does, while it has the focus."""
    return isinstance(event, QDynamicPropertyChangeEvent) and event.propertyName() == RING


def _wants_ring(widget: QWidget) -> bool:
    return isinstance(widget, QAbstractButton) or bool(widget.property(RING))


def _around(widget: QWidget, host: QWidget) -> QRect:
    corner = widget.mapTo(host, widget.rect().topLeft())
    sides = max(_OUT, int(widget.property(RING_OUT) or 0))
    return widget.rect().translated(corner).adjusted(-sides, -_OUT, sides, _OUT)


def _host(widget: QWidget) -> QWidget:
    """Return the nearest ancestor with room for the ring, so that it scrolls along."""
    host = widget.parentWidget() or widget
    while not host.isWindow() and not _fits(widget, host):
        host = host.parentWidget() or host.window()
    return host


def _fits(widget: QWidget, host: QWidget) -> bool:
    return not isinstance(host, QSplitter) and host.rect().contains(_around(widget, host))


def _between(widget: QWidget, host: QWidget) -> list[QObject]:
    found: list[QObject] = []
    step = widget.parentWidget()
    while step is not None and step is not host:
        found.append(step)
        step = step.parentWidget()
    return found
