"""The part of the settings that leads to the health check, and says what the last one found."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from app.services import health
from ui.complaints import recordings_alone
from ui.page import ToHealth
from ui.theme import look
from ui.widgets.button import Button
from ui.widgets.card import beside, clear, column, row
from ui.widgets.label import Label
from ui.widgets.picture import Picture

if TYPE_CHECKING:
    from PySide6.QtGui import QShowEvent
    from PySide6.QtWidgets import QHBoxLayout

    from app.services.health import LastCheck
    from ui.office import Office
    from ui.page import Page


class HealthState(QWidget):
    """Says what the last check found wrong, each time it comes into sight; else it is nothing."""

    def __init__(self, office: Office, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._office, self._room = office, column()
        self.setLayout(self._room)

    def showEvent(self, event: QShowEvent) -> None:
        """Ask the vault: meanwhile a check may have been made."""
        super().showEvent(event)
        self._office.desk.do(self, health.last, self._show)

    def _show(self, last: LastCheck) -> None:
        clear(self._room)
        if not last.found:
            return
        words = self.tr("上次健康检查发现有几处对不上。")
        if recordings_alone(last.found):
            words = self.tr("上次健康检查发现有录音不完整。")
            if last.brought is not None:
                words = self.tr("恢复或救出时就有录音不完整。")
        said = Label(words, "soft", wrap=True)
        line = row(column(2, Picture("circle-alert", "mid", 16), None), said, spacing=8)
        line.setStretch(1, 1)
        self._room.addSpacing(look.px(4))
        self._room.addLayout(line)


def health_part(page: Page) -> QHBoxLayout:
    """Return a line that says what the check is for, with the way to it."""
    go = Button(QCoreApplication.translate("HealthPart", "健康检查"), "quiet")
    go.clicked.connect(lambda: page.wanted.emit(ToHealth()))
    words = column(
        Label(QCoreApplication.translate("HealthPart", "保险库是不是完好"), "read", wrap=True),
        Label(
            QCoreApplication.translate(
                "HealthPart", "每次打开先看一眼，每个月整个核对一次，也可以现在就做。"
            ),
            "soft",
            wrap=True,
        ),
        HealthState(page.office),
    )
    return beside(words, go)
