"""An empty page says what will be here and offers the first step."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from ui.theme import look
from ui.widgets.button import Button
from ui.widgets.card import Card, column, row
from ui.widgets.label import Label
from ui.widgets.painted import hide_unless
from ui.widgets.picture import Picture

if TYPE_CHECKING:
    from ui.widgets.button import Kind


_WIDEST: Final = 480


class Empty(QWidget):
    """Icon, title, a sentence and one button, in the middle; `boxed` draws a frame.

    The button is filled (`kind`) where it is the first thing to do on its page.
    """

    acted = Signal()

    def __init__(  # noqa: PLR0913 - by keyword
        self,
        icon: str,
        title: str,
        text: str = "",
        *,
        action: str = "",
        action_icon: str = "",
        kind: Kind = "quiet",
        boxed: bool = True,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setAccessibleName(title)
        words, more = Label(title, "name"), Label(text, "soft", wrap=True)
        more.setAlignment(Qt.AlignmentFlag.AlignCenter)
        hide_unless(text, more)
        self.action = Button(action, kind, icon=action_icon)
        hide_unless(action, self.action)
        self.action.clicked.connect(self.acted)
        picture = Picture(icon, "faint", 28)
        said = row(None, more, None)
        said.setStretch(1, 100)
        if "\n" not in text:  # what was broken by hand keeps its lines
            more.setMaximumWidth(look.px(_WIDEST))
        inside = column(None, picture, 12, words, 2, said, 12, self.action, None)
        for part in (picture, words, self.action):
            inside.setAlignment(part, Qt.AlignmentFlag.AlignHCenter)
        if boxed:
            card = Card("flat", margins=(24, 20, 24, 20))
            card.body.addLayout(inside)
            self.setLayout(column(card))
        else:
            self.setLayout(inside)
