"""The bar above a working page: the way back, a title, facts, and what can be done."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from ui.theme import look
from ui.widgets.button import IconButton
from ui.widgets.card import row
from ui.widgets.label import Label
from ui.widgets.painted import hide_unless

if TYPE_CHECKING:
    from ui.widgets.label import Look


class TopBar(QWidget):
    """60 high. Facts follow the title; actions stand at the right, the filled one last."""

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
        self.setFixedHeight(look.px(60))
        self.back_button = IconButton("arrow-left", self.tr("返回"))
        hide_unless(has_back, self.back_button)
        self.back_button.clicked.connect(self.back)
        self.title = Label(title, look_of_title, cut=True)
        self._facts = row(spacing=12)
        self._actions = row(spacing=8)
        left = 20 if has_back else 32
        self.setLayout(
            row(
                self.back_button,
                self.title,
                self._facts,
                None,
                self._actions,
                margins=(left, 0, 24, 0),
                spacing=12,
            )
        )
        for fact in facts:
            self.add_fact(fact)

    def add_fact(self, fact: str | QWidget) -> QWidget:
        """Add a fact, or a chip, after the title."""
        shown = Label(fact, "soft", cut=True) if isinstance(fact, str) else fact
        self._facts.addWidget(shown)
        return shown

    def add_action(self, part: QWidget) -> None:
        """Add a button, or a word, at the right."""
        self._actions.addWidget(part)
