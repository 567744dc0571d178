"""Says above a case that the disk takes nothing now, or which notes of it cannot be read."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget

from ui.widgets.banner import Banner
from ui.widgets.card import column

if TYPE_CHECKING:
    from collections.abc import Sequence

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
        self._full: Banner | None = None
        self._unread: Banner | None = None
        self._lines = column(margins=(24, 12, 24, 0), spacing=8)
        self.setLayout(self._lines)
        self.hide()

    def show_behind(self, *, behind: bool) -> None:
        """Show it where a line of the trail waits for the disk, or take it away."""
        if behind and self._full is None:
            self._full = self._banner()
            self._lines.insertWidget(0, self._full)
        if self._full is not None:
            self._full.setVisible(behind)
        self.setVisible(behind or self._unread is not None)
        if behind:
            self._room.start()
        else:
            self._room.stop()

    def show_unread(self, numbers: Sequence[int]) -> None:
        """Name the notes of a damaged vault that cannot be read; none: take the words away."""
        if self._unread is not None:
            self._unread.hide()
            self._unread.deleteLater()
            self._unread = None
        if numbers:
            listed = self.tr("、").join(str(one) for one in numbers)
            self._unread = Banner(
                "blocked",
                self.tr("有 %n 篇记录读不出来，编号 {0}。", "", len(numbers)).format(listed),
                text=self.tr(
                    "它们所在的页坏了；其余的都在下面。备份里可能还有，请先不要删旧备份。"
                ),
            )
            self._lines.addWidget(self._unread)
            self.show()

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
