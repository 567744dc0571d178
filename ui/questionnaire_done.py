"""What came of an import: how many, which cases, and every answer that is not as it was."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ui.begin import Begins
from ui.names import as_written
from ui.questionnaire_words import why_words
from ui.theme import look
from ui.widgets.banner import Banner
from ui.widgets.button import Button
from ui.widgets.card import Card, column, row
from ui.widgets.label import Label
from ui.widgets.rows import Row, RowList

if TYPE_CHECKING:
    from collections.abc import Sequence

    from app.services.questionnaires import TakenIn

_MOST: Final = 40
_HIGH: Final = 300


class DoneStep(Begins, QWidget):
    """`opened` asks for a case, `more` for another file, `closed` for the list of cases."""

    opened = Signal(int)
    more = Signal()
    closed = Signal()

    def __init__(
        self, taken: Sequence[TakenIn], stopped: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        kept = [one for one in taken if not one.shut]
        new = {one.case_id for one in kept if one.new}
        there = sum(one.case_id not in new for one in kept)
        said = self.tr("建了 {0} 个新个案，放进已有个案 {1} 份。").format(len(new), there)
        if again := len(kept) - there - len(new):
            said += self.tr("同一个人再填的 %n 份，放在一起了。", "", again)
        note = self.tr(
            "原来的文件还在那里，没有加密。用不着了，请删掉它，也清空回收站。问卷网站上的答卷同样。"
        )
        self.banner = Banner("refusal" if stopped else "done", stopped or said,
                             text=f"{said}\n{note}" if stopped else note)  # fmt: skip
        self.rows = RowList(self.tr("导入了答卷的个案"))
        shown = list({one.case_id: one for one in reversed(kept)}.values())[::-1]
        self.rows.set_rows([self._row(one) for one in shown])
        self.rows.setFixedHeight(look.px(min(_HIGH, 84 * max(1, len(shown)))) + look.px(2))
        self.rows.opened.connect(lambda key: self.opened.emit(int(key)))
        self.rows.clicked.connect(lambda _: self.opened.emit(int(self.rows.current())))
        other = Button(self.tr("再导入一个文件"), "quiet", icon="upload")
        other.clicked.connect(self.more)
        self.close_button = Button(self.tr("去个案列表"), "primary")
        self.close_button.clicked.connect(self.closed)
        parts: list[QWidget | int] = [Label(self.tr("导入完了"), "heading"), 12, self.banner, 14]
        if shown:
            parts += [self.rows, 14]
        if faults := self._faults(taken):
            parts += [faults, 14]
        self.setLayout(column(*parts, row(other, None, self.close_button, spacing=8), None))
        self.begin_at(self.rows if shown else self.close_button)

    def _row(self, one: TakenIn) -> Row:
        """Return a case by its code alone: what its client is called stands in the case."""
        return Row(
            str(int(one.case_id)),
            as_written(one.code),
            when=self.tr("新个案") if one.new else self.tr("已有的个案"),
            note=self.tr("第 {0} 行").format(one.number),
        )

    def _faults(self, taken: Sequence[TakenIn]) -> Card | None:
        """Return each answer that stayed out or stayed as it was, by its row, with why."""
        said = []
        for one in taken:
            at = self.tr("第 {0} 行").format(one.number)
            if one.shut:
                said.append(self.tr("{0}：个案已加锁，没有导入。打开它再导入一次。").format(at))
            said += [
                self.tr("{0}：{1}").format(at, why_words(as_written(head), why))
                for head, why in one.stayed
            ]
        if not said:
            return None
        rest = len(said) - _MOST
        lines = said[:_MOST] + ([self.tr("还有 %n 条。", "", rest)] if rest > 0 else [])
        card = Card("flat", margins=(16, 12, 16, 12), spacing=6)
        card.body.addWidget(Label(self.tr("留在答卷里的，和没有导入的"), "strong"))
        card.body.addWidget(Label("\n".join(lines), "soft", wrap=True))
        return card
