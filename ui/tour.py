"""A first look around: a small card in the corner, and a frame around what it speaks of.

It stands in nobody's way: everything below and beside it works, and Esc ends it.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import shiboken6
from PySide6.QtCore import QRectF, Qt, Signal

from ui.theme import look
from ui.widgets.button import Button
from ui.widgets.card import Card, row
from ui.widgets.label import Label
from ui.widgets.painted import Painted, announce, box, smooth

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QKeyEvent, QPaintEvent
    from PySide6.QtWidgets import QWidget

_WIDE: Final = 328
_EDGE: Final = 24
_OUT: Final = 4


@dataclass(frozen=True, slots=True)
class Stop:
    """What is pointed at, and what is said of it."""

    target: QWidget
    title: str
    text: str


class _Frame(Painted):
    """The frame around what is spoken of; the mouse passes through it."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the frame; in another colour than the ring of what has the keys."""
        del event
        box(smooth(self), QRectF(self.rect()), line="mid", radius=look.px(9), width=2)


class Tour(Card):
    """The card. `ended` tells that it was looked through or put away."""

    ended = Signal()

    def __init__(self, stops: Sequence[Stop], parent: QWidget) -> None:
        super().__init__("raised", margins=(20, 16, 16, 14), spacing=0, parent=parent)
        self._stops, self._at, self._host = tuple(stops), 0, parent
        self._frame = _Frame(parent)
        self._count = Label("", "meta")
        self._title = Label("", "name", wrap=True)
        self._text = Label("", "soft", wrap=True)
        self.skip = Button(self.tr("跳过导览"), "ghost", sz="s")
        self.before = Button(self.tr("看上一处"), "ghost", sz="s")
        self.next = Button("", "quiet", sz="s")
        self.skip.clicked.connect(self.ended)
        self.before.clicked.connect(lambda: self._go(-1))
        self.next.clicked.connect(lambda: self._go(1))
        self.body.addLayout(row(self._count, None))
        self.body.addSpacing(look.px(4))
        self.body.addWidget(self._title)
        self.body.addSpacing(look.px(4))
        self.body.addWidget(self._text)
        self.body.addSpacing(look.px(12))
        self.body.addLayout(row(self.skip, None, self.before, self.next, spacing=4))
        self.setFixedWidth(look.px(_WIDE))
        self._show_stop()

    def begin(self) -> None:
        """Show the card above the page, and say what it says."""
        self._frame.show()
        self.show()
        self.place()
        self.next.setFocus(Qt.FocusReason.OtherFocusReason)
        announce(self, self.accessibleName())

    def place(self) -> None:
        """Keep card and frame in their places when the window changes."""
        parent, target = self._host, self._stops[self._at].target
        high = self.body.totalHeightForWidth(self.width() - 2) + 2
        self.setFixedHeight(max(high, self.body.totalMinimumSize().height()))
        edge = look.px(_EDGE)
        if shiboken6.isValid(target):
            corner = target.mapTo(parent, target.rect().topLeft())
            out = look.px(_OUT)
            self._frame.setGeometry(target.rect().translated(corner).adjusted(-out, -out, out, out))
            # Beside what is spoken of, as far as the window goes.
            left = min(corner.x() + target.width() + edge, parent.width() - self.width() - edge)
            top = min(corner.y() - out, parent.height() - self.height() - edge)
            self.move(max(0, left), max(0, top))
        self._frame.raise_()
        self.raise_()

    def away(self) -> None:
        """Take card and frame away."""
        for part in (self._frame, self):
            part.hide()
            part.deleteLater()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """End with Esc."""
        if event.key() == Qt.Key.Key_Escape:
            self.ended.emit()
        else:
            super().keyPressEvent(event)

    def _go(self, step: int) -> None:
        """Go to the next stop, or to the one before; after the last one it is over."""
        self._at += step
        if self._at >= len(self._stops):
            self._at = len(self._stops) - 1
            self.ended.emit()
            return
        held = self.before.hasFocus()
        self._show_stop()
        if held and not self.before.isEnabled():
            self.next.setFocus(Qt.FocusReason.OtherFocusReason)
        self.place()
        announce(self, self.accessibleName())

    def _show_stop(self) -> None:
        stop, last = self._stops[self._at], self._at == len(self._stops) - 1
        self._count.setText(self.tr("导览 {0} / {1}").format(self._at + 1, len(self._stops)))
        self._title.setText(stop.title)
        self._text.setText(stop.text)
        self.before.setEnabled(self._at > 0)
        self.next.setText(self.tr("看完了") if last else self.tr("看下一处"))
        self.setAccessibleName(f"{self._count.text()} {stop.title} {stop.text}")
