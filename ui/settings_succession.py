"""The succession on the page of settings: how old the package is, and the way to its page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from app.services import succession
from ui import succession_words
from ui.page import Page, ToSuccession
from ui.widgets.button import Button
from ui.widgets.card import Card, column, row
from ui.widgets.label import Label

if TYPE_CHECKING:
    from app.services.succession import Prospect


class SuccessionCard(QWidget):
    """What it is for, when it is to be made anew, and a button."""

    def __init__(self, page: Page, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._state = Label(
            self.tr("万一您突然生病或离世，同事凭它联系来访者。"), "soft", wrap=True
        )
        go = Button(self.tr("打开"), "quiet")
        go.setAccessibleName(self.tr("打开职业遗嘱的页面"))
        go.clicked.connect(lambda: page.wanted.emit(ToSuccession()))
        words = column(Label(self.tr("给同事的密封名单"), "read"), self._state)
        line = row(words, go, spacing=16)
        line.setStretch(0, 1)
        card = Card(margins=(18, 14, 18, 14), spacing=0)
        card.body.addLayout(line)
        self.setLayout(column(28, Label(self.tr("职业遗嘱"), "strong", tint="soft"), 8, card))
        tools = page.office.tools
        page.office.desk.do(
            self, lambda vault: succession.prospect(vault, tools().clock), self._show
        )

    def _show(self, seen: Prospect) -> None:
        """Say when it was made, and when it is to be made anew."""
        made, renew = seen.plan.made_at, seen.plan.renew_at
        if made is None or renew is None:
            return
        said = (
            self.tr("上次生成：{0}。已经过了更新的日子，请再生成一份换给同事。")
            if seen.plan.due(seen.now)
            else self.tr("上次生成：{0}。建议在 {1} 前再生成一份，换给同事。")
        )
        self._state.setText(
            said.format(
                succession_words.day(made, seen.time_zone),
                succession_words.day(renew, seen.time_zone),
            )
        )
