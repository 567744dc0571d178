"""A toast says what was done and offers to undo it; it goes by itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.theme import look
from ui.widgets.button import Button
from ui.widgets.card import Card, row
from ui.widgets.label import Label
from ui.widgets.painted import announce, hide_unless

if TYPE_CHECKING:
    from collections.abc import Callable

STAY_MS = 8000


class Toast(Card):
    """One line on the dark ground, with one thing to do at most."""

    def __init__(
        self, text: str, *, action: str = "", keys: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__("toast", margins=(16, 6, 12, 6), parent=parent)
        self.words = Label(text, "body", tint="paper")
        self.action = Button(action, "link")
        self.action.setProperty("on", "toast")
        hide_unless(action, self.action)
        hint = Label(keys, "meta")
        hint.setProperty("on", "toast")
        hide_unless(keys, hint)
        self.body.addLayout(row(self.words, None, self.action, hint, spacing=12))
        self.setMinimumHeight(look.px(36))
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(text)


class Toaster(QObject):
    """Shows toasts at the foot of `window`, one at a time."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._toast: Toast | None = None
        self._clock = QTimer(self)
        self._clock.setSingleShot(True)
        self._clock.timeout.connect(self._leave)
        window.installEventFilter(self)

    def say(
        self, text: str, *, undo: Callable[[], object] | None = None, action: str = ""
    ) -> Toast:
        """Show `text`; with `undo`, a word that takes it back."""
        self.dismiss()
        offered = (action or self.tr("撤销")) if undo else ""
        toast = Toast(text, action=offered, parent=self._window)
        self._toast = toast
        if undo is not None:
            toast.action.clicked.connect(lambda: self._undo(undo))
        self._place()
        toast.show()
        toast.raise_()
        self._clock.start(STAY_MS)
        announce(self._window, text)
        return toast

    def current(self) -> Toast | None:
        """Return the toast on show."""
        return self._toast

    def dismiss(self) -> None:
        """Take the toast away."""
        self._clock.stop()
        if self._toast is not None:
            self._toast.hide()
            self._toast.deleteLater()
            self._toast = None

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay at the foot when the window changes its size."""
        if event.type() == QEvent.Type.Resize:
            self._place()
        return super().eventFilter(watched, event)

    def _undo(self, undo: Callable[[], object]) -> None:
        self.dismiss()
        undo()

    def _leave(self) -> None:
        toast = self._toast
        if toast is not None and (toast.underMouse() or toast.action.hasFocus()):
            self._clock.start(STAY_MS)
        else:
            self.dismiss()

    def _place(self) -> None:
        if self._toast is None:
            return
        hint = self._toast.sizeHint()
        room = self._window.rect()
        wide = min(max(hint.width(), look.px(320)), room.width() - look.px(48))
        left = (room.width() - wide) // 2
        top = room.height() - hint.height() - look.px(24)
        self._toast.setGeometry(left, top, wide, hint.height())
        self._toast.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
