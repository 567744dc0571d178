"""The scans and files of a record: look at one, add one, remove one."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.domain.local_time import wall
from ui import dates
from ui.pick import pick_open
from ui.widgets.button import Button
from ui.widgets.card import column, row
from ui.widgets.label import Label

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QHBoxLayout

    from app.domain.client import Place
    from app.domain.entry import EntryDocument
    from app.domain.practice_record import PracticeDocument


class Scans(QWidget):
    """`wanted` gives the path of a file to add, `opened` and `removed` a document.

    What is `final` cannot be removed.
    """

    wanted = Signal(object)
    opened = Signal(object)
    removed = Signal(object)

    def __init__(
        self,
        documents: Sequence[PracticeDocument | EntryDocument],
        here: Place,
        parent: QWidget | None = None,
        *,
        final: bool = False,
    ) -> None:
        super().__init__(parent)
        self._final = final
        lines = column(spacing=6)
        for number, one in enumerate(documents, 1):
            lines.addLayout(self._line(number, one, here))
        add = Button(self.tr("附上扫描件或 PDF…"), "quiet", icon="scan-line", sz="s")
        add.clicked.connect(self._ask)
        said = (
            self.tr("附上以后不能拿掉。照片里的拍摄地点和设备会去掉。")
            if final
            else self.tr("照片里的拍摄地点和设备会去掉。")
        )
        note = Label(said, "meta", wrap=True)
        self.add = add
        foot = row(add, note, spacing=10)
        foot.setStretch(1, 1)
        self.setLayout(column(lines, foot, spacing=8))

    def _line(self, number: int, one: PracticeDocument | EntryDocument, here: Place) -> QHBoxLayout:
        day = dates.plain_day(wall(one.at, here.time_zone).date())
        words = self.tr("文件 {0} · {1}").format(number, day)
        look = Button(self.tr("看"), "link")
        look.setAccessibleName(self.tr("看{0}").format(words))
        look.clicked.connect(partial(self.opened.emit, one))
        if self._final:
            return row(Label(words, "soft"), look, None, spacing=10)
        gone = Button(self.tr("移除"), "link")
        gone.setAccessibleName(self.tr("移除{0}").format(words))
        gone.clicked.connect(partial(self.removed.emit, one))
        return row(Label(words, "soft"), look, gone, None, spacing=10)

    def _ask(self) -> None:
        kinds = self.tr("图片或 PDF") + " (*.jpg *.jpeg *.png *.pdf)"
        pick_open(self, self.tr("选一份扫描件"), kinds, self.wanted.emit)
