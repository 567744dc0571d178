"""The computer around the vault on the page of settings: when it was gone through, and the way."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from app.domain.local_time import wall
from app.services import computer_safety
from ui import dates
from ui.page import Page, ToSecurity, ToTrail
from ui.theme import look
from ui.widgets.button import Button
from ui.widgets.card import column, row, rule
from ui.widgets.label import Label

if TYPE_CHECKING:
    from PySide6.QtWidgets import QHBoxLayout

    from app.services.computer_safety import SafetyState


class SecurityCard(QWidget):
    """When it was last gone through, when it is time again, and the button; then the trail.

    It stands among other lines in one card.
    """

    def __init__(self, page: Page, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._state = Label(
            self.tr("开机密码、磁盘加密、防火墙这些，每个月看一遍。"), "soft", wrap=True
        )
        go = Button(self.tr("打开"), "quiet", icon="shield-check")
        go.setAccessibleName(self.tr("打开电脑安全的页面"))
        go.clicked.connect(lambda: page.wanted.emit(ToSecurity()))
        words = column(Label(self.tr("电脑安全"), "read"), self._state)
        line = row(words, go, spacing=16)
        line.setStretch(0, 1)
        self.setLayout(column(line, 13, rule(), 13, self._trail(page)))
        tools = page.office.tools
        page.office.desk.do(
            self, lambda vault: computer_safety.state(vault, tools().clock), self._show
        )

    def _trail(self, page: Page) -> QHBoxLayout:
        """Return the line that leads to the trail."""
        go = Button(self.tr("打开"), "quiet", icon="history")
        go.setAccessibleName(self.tr("打开留痕"))
        go.clicked.connect(lambda: page.wanted.emit(ToTrail()))
        said = self.tr("什么时候打开、读、写、打印和导出过什么；内容不在里面。")
        line = row(column(Label(self.tr("留痕"), "read"), Label(said, "soft", wrap=True)), go)
        line.setSpacing(look.px(16))
        line.setStretch(0, 1)
        return line

    def _show(self, found: SafetyState) -> None:
        at = found.safety.checked_at
        if at is None:
            return
        said = (
            self.tr("上次看完：{0}。又过了一个月，可以再看一遍。")
            if found.due
            else self.tr("上次看完：{0}。")
        )
        self._state.setText(said.format(dates.plain_day(wall(at, found.zone).date())))
