"""The line of the settings that says how backups stand, and leads to their page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.services import backups
from ui import backup_words
from ui.page import ToBackup
from ui.widgets.button import Button
from ui.widgets.card import beside, column
from ui.widgets.label import Label

if TYPE_CHECKING:
    from app.services.backups import BackupState
    from ui.office import Office


class BackupSettings(QWidget):
    """`wanted` goes to the page of backups."""

    wanted = Signal(object)

    def __init__(self, office: Office, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._said = Label("", "read", wrap=True)
        self._where = Label("", "soft", wrap=True)
        self.button = Button(self.tr("备份与恢复"), "quiet")
        self.button.clicked.connect(lambda: self.wanted.emit(ToBackup()))
        self.setLayout(beside(column(self._said, self._where), self.button))
        clock = office.tools().clock
        office.desk.do(self, lambda vault: backups.state(vault, clock), self._show)

    def _show(self, found: BackupState) -> None:
        plan = found.plan
        self._said.setText(backup_words.last(plan, found.zone))
        self._where.setText(plan.folder or self.tr("还没有选备份文件夹。"))
