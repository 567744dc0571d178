"""That a client read the form alone: when, and the picture or the row that shows it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal

from app.domain.blank import is_blank
from app.domain.consent_evidence import SelfRead
from app.domain.recurrence import instant
from ui import pick
from ui.widgets.button import Button
from ui.widgets.card import Card, row
from ui.widgets.field import Field
from ui.widgets.label import Label
from ui.widgets.textbox import TextBox
from ui.widgets.when import WhenField

if TYPE_CHECKING:
    from datetime import datetime

    from PySide6.QtGui import QKeyEvent
    from PySide6.QtWidgets import QWidget


class SelfReadPart(Card):
    """自助已阅 (clause 087): it records the step 已阅读, and nothing more.

    `recorded` asks to record it, `closed` to go away.
    """

    recorded = Signal()
    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("flat", margins=(14, 12, 14, 12), spacing=10, parent=parent)
        self._zone = ""
        about = self.tr(
            "来访者自己读完后点了「已阅」，或提交了问卷（问7 第一步）。"
            "这只算读过：还要一起讨论、确认、签署。"
        )
        self.when = WhenField(self.tr("什么时候读的"))
        self.row = TextBox(
            self.tr("问卷里的那一行"), placeholder=self.tr("从导出的表里复制过来"), rows=2
        )
        self.path = Field(
            self.tr("或者一张截图"),
            placeholder=self.tr("写路径，或点「选择截图」"),
            hint=self.tr("存入前去掉图片里的附加信息；原文件留在原处。"),
        )
        choose = Button(self.tr("选择截图"), "quiet", icon="folder-open", sz="s")
        choose.clicked.connect(self._pick)
        close = Button(self.tr("取消"), "ghost", sz="s")
        close.clicked.connect(self.closed)
        self.record = Button(self.tr("记下：自助已阅"), "quiet", icon="check", sz="s")
        self.record.clicked.connect(self.recorded)
        self.body.addWidget(Label(about, "meta", wrap=True))
        self.body.addWidget(self.when)
        self.body.addWidget(self.row)
        self.body.addWidget(self.path)
        self.body.addLayout(row(choose, None, close, self.record, spacing=8))
        for part in (self.row, self.path):
            part.changed.connect(lambda _text: self.row.set_error(""))

    def start(self, at: datetime, zone: str) -> None:
        """Begin at a wall time of `zone`."""
        self._zone = zone
        if not self.when.text():
            self.when.start(at.replace(tzinfo=None), at.date())

    def read(self) -> SelfRead | None:
        """Return what is written, or None where it is not enough; then it says what is missing."""
        at = self.when.moment()
        if at is None:
            self.when.refuse()
            self.when.setFocus()
            return None
        if is_blank(self.row.text()) and is_blank(self.path.text()):
            self.row.set_error(self.tr("问7：请贴上问卷里的一行，或选一张截图。"))
            self.row.setFocus()
            return None
        return SelfRead(instant(at, self._zone), self.row.text())

    def file(self) -> Path | None:
        """Return the picture that was chosen, if one was."""
        return None if is_blank(self.path.text()) else Path(self.path.text())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go away with Esc."""
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)

    def _pick(self) -> None:
        kinds = self.tr("图片或 PDF") + " (*.jpg *.jpeg *.png *.pdf)"
        pick.pick_open(self, self.tr("选择截图"), kinds, lambda path: self.path.set_text(str(path)))
