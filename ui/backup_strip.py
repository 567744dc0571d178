"""A quiet line under the page while a backup runs by itself, and when one could not be made."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.domain.errors import BackupFolderDiverged, BackupFolderMissing, BackupStopped
from ui.backup_bar import BackupBar
from ui.backup_runner import runner
from ui.messages import message
from ui.page import ToBackup
from ui.widgets.banner import Banner
from ui.widgets.card import column, put

if TYPE_CHECKING:
    from ui.backup_runner import Outcome
    from ui.office import Office


_CALM = (BackupStopped, BackupFolderMissing, BackupFolderDiverged)


class BackupStrip(QWidget):
    """Hidden while nothing runs. `wanted` goes to the page of backups.

    A drive that is not plugged in is no news, nor is a folder that another copy of this vault went
    on in: the day and the page of backups say so when it matters. A work that she asked for on
    that page is shown there.
    """

    wanted = Signal(object)

    def __init__(self, office: Office, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._room = column(margins=(16, 6, 16, 8))
        self.setLayout(self._room)
        self.hide()
        self._runner = runner(office)
        self._runner.started.connect(self._started)
        self._runner.ended.connect(self._ended)
        if self._runner.kind:
            self._started(self._runner.kind)

    def _started(self, _kind: str) -> None:
        """Show how far it is, with a way to stop it."""
        if not self._runner.quiet:
            return
        put(self._room, BackupBar(self._runner, self.tr("正在备份，您可以继续写。")))
        self.show()

    def _ended(self, outcome: Outcome) -> None:
        """Go away; say why where it did not come to an end and she did not stop it herself."""
        refusal = outcome.refusal
        if refusal is None or isinstance(refusal, _CALM) or not outcome.quiet:
            put(self._room, None)
            self.hide()
            return
        words = message(refusal)
        title = self.tr("今天的备份没有做成：{0}").format(words.what)
        banner = Banner("warning", title, text=words.why, action=self.tr("去看"))
        banner.acted.connect(self._go)
        put(self._room, banner)
        self.show()

    def _go(self) -> None:
        put(self._room, None)
        self.hide()
        self.wanted.emit(ToBackup())
