"""Long work: what is being done, how far it is, and a way to stop it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QBasicTimer, QRectF, QSize, Signal
from PySide6.QtWidgets import QProgressBar, QSizePolicy, QWidget

from ui.theme import look
from ui.widgets.button import Button
from ui.widgets.card import column, row
from ui.widgets.label import Label
from ui.widgets.painted import Dressed, box, hide_unless, smooth

if TYPE_CHECKING:
    from PySide6.QtCore import QTimerEvent
    from PySide6.QtGui import QHideEvent, QPaintEvent, QShowEvent

_TICK_MS = 40
_ROUND = 50


class Bar(Dressed, QProgressBar):
    """A thin bar; without an end (`setRange(0, 0)`) a part of it wanders."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._clock = QBasicTimer()
        self._phase = 0
        self.setTextVisible(False)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Return a strip, 6 high."""
        return QSize(look.px(160), look.px(6))

    def minimumSizeHint(self) -> QSize:
        """Stay visible."""
        return QSize(look.px(40), look.px(6))

    def showEvent(self, event: QShowEvent) -> None:
        """Begin to wander, unless the system asks for rest."""
        super().showEvent(event)
        if self.maximum() == 0 and not look.calm():
            self._clock.start(_TICK_MS, self)

    def hideEvent(self, event: QHideEvent) -> None:
        """Rest."""
        super().hideEvent(event)
        self._clock.stop()

    def timerEvent(self, event: QTimerEvent) -> None:
        """Wander on."""
        if event.timerId() == self._clock.timerId():
            self._phase = (self._phase + 1) % _ROUND
            self.update()
        else:
            super().timerEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the strip."""
        del event
        painter = smooth(self)
        area, radius = QRectF(self.rect()), self.height() / 2
        box(painter, area, fill="line", radius=radius)
        start, part = self._part()
        done = QRectF(area.width() * start, 0, area.width() * part, area.height())
        if part > 0:
            box(painter, done.intersected(area), fill="accent", radius=radius)

    def _part(self) -> tuple[float, float]:
        span = self.maximum() - self.minimum()
        if span > 0:
            return 0.0, max(0, self.value() - self.minimum()) / span
        return self._phase / _ROUND * 1.3 - 0.3, 0.3


class Progress(QWidget):
    """Words, a bar, and 取消 where the work can be stopped."""

    cancelled = Signal()

    def __init__(
        self, text: str, *, can_cancel: bool = True, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._text = Label(text, "soft")
        self.bar = Bar()
        self.bar.setAccessibleName(text)
        self.bar.setRange(0, 0)
        self.cancel = Button(self.tr("取消"), "link")
        hide_unless(can_cancel, self.cancel)
        self.cancel.clicked.connect(self._stop)
        self.setLayout(column(row(self._text, None, self.cancel), self.bar, spacing=6))

    def set_step(self, done: int, total: int, text: str = "") -> None:
        """Show `done` of `total`; `total` 0 means that the end is not known."""
        self.bar.setRange(0, total)
        self.bar.setValue(done)
        if text:
            self._text.setText(text)
            self.bar.setAccessibleName(text)

    def _stop(self) -> None:
        self.cancel.setEnabled(False)
        self._text.setText(self.tr("正在停下"))
        self.cancelled.emit()
