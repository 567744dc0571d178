"""The bar above a working page: the way back, a title, facts, and what can be done."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.theme import look
from ui.widgets.button import IconButton
from ui.widgets.card import column, row
from ui.widgets.label import Label
from ui.widgets.painted import hide_unless

if TYPE_CHECKING:
    from ui.widgets.label import Look


_HIGH: Final = 60
_UNDER_TITLE: Final = 40  # the back arrow and the gap beside it


class TopBar(QWidget):
    """60 high. Facts follow the title; actions stand at the right, the filled one last.

    Where letters are large, the facts have a line of their own below.
    """

    back = Signal()

    def __init__(
        self,
        title: str,
        *facts: str,
        look_of_title: Look = "heading",
        has_back: bool = True,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("topbar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.back_button = IconButton("arrow-left", self.tr("返回"))
        hide_unless(has_back, self.back_button)
        self.back_button.clicked.connect(self.back)
        self.title = Label(title, look_of_title, cut=True)
        self._facts = row(spacing=12)
        self._actions = row(spacing=8)
        self._lay_out(20 if has_back else 32)
        for fact in facts:
            self.add_fact(fact)

    def _lay_out(self, left: int) -> None:
        line = row(self.back_button, self.title, None, self._actions, spacing=12)
        if look.large():
            self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
            line.addStrut(look.px(_HIGH - 20))
            under = row(_UNDER_TITLE, self._facts, None)
            self.setLayout(column(line, under, margins=(left, 10, 24, 10)))
            return
        self.setFixedHeight(look.px(_HIGH))
        line.insertLayout(2, self._facts)
        line.setContentsMargins(look.px(left), 0, look.px(24), 0)
        self.setLayout(line)

    def add_fact(self, fact: str | QWidget) -> QWidget:
        """Add a fact, or a chip, after the title."""
        shown = Label(fact, "soft", cut=True) if isinstance(fact, str) else fact
        self._facts.addWidget(shown)
        return shown

    def add_action(self, part: QWidget) -> None:
        """Add a button, or a word, at the right."""
        self._actions.addWidget(part)
