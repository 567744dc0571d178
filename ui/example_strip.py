"""Says above every page that this is the example, and leads out of it or deletes it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ui.widgets.banner import Banner
from ui.widgets.card import column
from ui.widgets.painted import announce

if TYPE_CHECKING:
    from app.ports import Example, ExampleMark
    from ui.office import Office


class ExampleStrip(QWidget):
    """`left` goes back to one's own vault, `removed` has the proof of what is to be deleted.

    One click deletes what was invented. Where cases of her own were added, the first click says
    so, and the second deletes.
    """

    left = Signal()
    removed = Signal(object)

    def __init__(self, office: Office, example: Example, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._office, self._example = office, example
        self._warned = 0
        self.banner = Banner(
            "info",
            self.tr("示例 · 虚构的人。随便试，碰不到您自己的记录。"),
            icon="book-open",
            clause=self.tr("离开示例"),
            action=self.tr("删除示例"),
        )
        self.banner.clause_asked.connect(self.left)
        self.banner.acted.connect(self.ask)
        self.setLayout(column(self.banner, margins=(12, 8, 12, 0)))

    def ask(self) -> None:
        """Have it proved that this is the example, whatever was added to it meanwhile."""
        example = self._example
        self._office.desk.do(self, example.found, self._answered)

    def _answered(self, mark: ExampleMark | None) -> None:
        if mark is None:
            self.banner.say(
                self.tr("没有删除：认不出这是示例。"),
                self.tr("文件夹可能改过名字，或换过钥匙文件。它留着，什么都没有动。"),
            )
        elif mark.own_cases > self._warned:
            self._warned = mark.own_cases
            self.banner.say(
                self.tr("这里有您自己建的个案，共 %n 个，会一起删掉。", "", mark.own_cases),
                self.tr("删除以后不能恢复。要留着就先不删。"),
            )
            self.banner.action.setText(self.tr("都删掉"))
            announce(self, self.banner.accessibleName())
        else:
            self.removed.emit(mark)
