"""What came of an import of old notes, and the imports that can still be taken back."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QWidget

from ui import dates
from ui.begin import Begins
from ui.widgets.banner import Banner
from ui.widgets.button import Button
from ui.widgets.card import Card, column, row
from ui.widgets.label import Label

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from app.domain.imported_note import NoteImport

_MOST: Final = 10
translate = QCoreApplication.translate


class NoteDoneStep(Begins, QWidget):
    """`undone` asks to take the import back, `more` for other files, `closed` for the cases."""

    undone = Signal()
    more = Signal()
    closed = Signal()

    def __init__(self, batch: NoteImport, stopped: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        said = self.tr("导入了 %n 份以前的记录", "", len(batch.entries))
        said += (
            self.tr("，建了 %n 个新个案。", "", len(batch.cases)) if batch.cases else self.tr("。")
        )
        note = self.tr(
            "原来的文件还在那里，没有加密。看过没有问题，请删掉它们，也清空回收站；"
            "里面有图片、批注的，先把要的另外存好。"
        )
        self.banner = Banner("refusal" if stopped else "done", stopped or said,
                             text=f"{said}\n{note}" if stopped else note)  # fmt: skip
        where = self.tr(
            "它们在各自个案的时间线上，按写的日子排；查找也找得到。不算作会谈，不计时数，也不用签名。"
        )
        self.undo = Button(self.tr("撤销这次导入"), "quiet", icon="undo-2")
        self.undo.clicked.connect(self.undone)
        self.undo.setVisible(bool(batch.entries))
        other = Button(self.tr("再导入一些"), "quiet", icon="upload")
        other.clicked.connect(self.more)
        self.close_button = Button(self.tr("去个案列表"), "primary")
        self.close_button.clicked.connect(self.closed)
        self.setLayout(
            column(
                Label(self.tr("导入完了"), "heading"),
                12,
                self.banner,
                14,
                Label(where, "soft", wrap=True),
                18,
                row(self.undo, other, None, self.close_button, spacing=8),
                None,
            )
        )
        self.begin_at(self.close_button)


def earlier(imports: Sequence[NoteImport], undo: Callable[[NoteImport], None]) -> Card:
    """Return the card of the imports that can be taken back, each with its button."""
    card = Card("flat", margins=(20, 16, 20, 16), spacing=8)
    card.body.addWidget(Label(translate("NoteImport", "可以撤销的导入"), "strong"))
    said = translate(
        "NoteImport",
        "撤销一次，它带来的记录和新建的个案一起拿走；新个案里后来写过东西的，不能撤销。",
    )
    card.body.addWidget(Label(said, "soft", wrap=True))
    for one in imports[:_MOST]:
        when = dates.day_and_time(one.at.astimezone())
        notes = translate("NoteImport", "%n 份记录", "", len(one.entries))
        button = Button(translate("NoteImport", "撤销"), "quiet", sz="s")
        button.setAccessibleName(translate("NoteImport", "撤销 {0} 的导入").format(when))
        button.clicked.connect(partial(undo, one))
        line = Label(translate("NoteImport", "{0}：{1}").format(when, notes), "body")
        card.body.addLayout(row(line, None, button, spacing=12))
    return card
