"""Says above a case that the disk takes nothing now, and goes by itself once it does."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget

from ui.widgets.banner import Banner
from ui.widgets.card import column

if TYPE_CHECKING:
    from ui.office import Office

_LOOK_MS: Final = 5000


class ReadOnlyNotice(QWidget):
    """While it is shown it tries every few seconds whether the trail can be written again."""

    def __init__(self, office: Office, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._office = office
        self._room = QTimer(self)
        self._room.setSingleShot(True)
        self._room.setInterval(_LOOK_MS)
        self._room.timeout.connect(self._look)
        self._lines = column(margins=(24, 12, 24, 0))
        self.setLayout(self._lines)
        self.hide()

    def show_behind(self, *, behind: bool) -> None:
        """Show it where a line of the trail waits for the disk, or take it away."""
        if behind and not self._lines.count():
            self._lines.addWidget(self._banner())
        self.setVisible(behind)
        if behind:
            self._room.start()
        else:
            self._room.stop()

    def _banner(self) -> Banner:
        """Return the words: made when the disk is full, which is rare."""
        return Banner(
            "warning",
            self.tr("磁盘现在写不进去，只能看。"),
            text=self.tr("之前存的都在，照常打开。请腾出一点空间；腾出来以后，这里会自己继续。"),
            icon="circle-alert",
        )

    def _look(self) -> None:
        """Have what waits written, if the disk takes it."""
        self._office.desk.do(self, lambda vault: vault.audit.catch_up(), self._looked)

    def _looked(self, caught_up: bool) -> None:  # noqa: FBT001 - the answer of the desk
        self.show_behind(behind=not caught_up)
