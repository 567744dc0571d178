"""One line above the pages: what is still empty, what that prints as, and the way there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from ui.widgets.button import Button
from ui.widgets.card import row
from ui.widgets.label import Label
from ui.widgets.picture import Picture

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence


class Blanks(QWidget):
    """Says which places are empty; `fill` asks for the first of them."""

    fill = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = Label("", "soft", wrap=True)
        self.go = Button(self.tr("去填写"), "link")
        self.go.setAccessibleName(self.tr("去填写空着的地方"))
        self.go.clicked.connect(self.fill)
        line = row(Picture("pencil", "mid", 16), self._words, self.go, spacing=10)
        line.setStretch(1, 1)
        line.setAlignment(self.go, Qt.AlignmentFlag.AlignTop)
        self.setLayout(line)

    def show_missing(self, missing: Sequence[str], from_client: Collection[str]) -> None:
        """Name the empty places, or go when there are none.

        `from_client` are those that the client may fill in by pen (clause 042).
        """
        self.setVisible(bool(missing))
        if not missing:
            return
        count = len(missing)
        if set(missing) <= set(from_client):
            form = self.tr("还有 %n 处待填，印出来是横线，来访者可以用笔填：{0}", "", count)
        else:
            form = self.tr("还有 %n 处待填，填好才能打印：{0}", "", count)
        self._words.setText(form.format(self.tr("、").join(missing)))
