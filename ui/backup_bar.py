"""How far a backup, a practice or a restore is, with a way to stop it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from ui.widgets.progress import Progress

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from ui.backup_runner import BackupRunner

_WHOLE: Final = 1000


class BackupBar(Progress):
    """Follows what a runner does; 取消 stops it."""

    def __init__(self, runner: BackupRunner, text: str, parent: QWidget | None = None) -> None:
        super().__init__(text, parent=parent)
        self._go_on(0)
        self.cancelled.connect(runner.stop)
        runner.progressed.connect(self._go_on)

    def _go_on(self, done: int) -> None:
        self.set_step(done, _WHOLE)
