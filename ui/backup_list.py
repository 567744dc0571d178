"""The generations of a backup folder, the newest first, each with a way to restore it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from ui import backup_words
from ui.widgets.button import Button
from ui.widgets.card import Card, clear, column, row, rule
from ui.widgets.label import Label
from ui.widgets.picture import Picture

if TYPE_CHECKING:
    from collections.abc import Sequence

    from app.domain.backup import Generation

_FIRST: Final = 5


class GenerationList(QWidget):
    """`chosen` gives the number of the generation that is to be restored."""

    chosen = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._found: tuple[Generation, ...] = ()
        self._zone, self._all = "", False
        self._card = Card(margins=(18, 6, 18, 6), spacing=0)
        self.setLayout(column(self._card))

    def show_generations(self, found: Sequence[Generation], zone: str) -> None:
        """Show what a folder holds."""
        self._found, self._zone = tuple(found), zone
        self._fill()

    def say(self, words: str) -> None:
        """Say why nothing is shown."""
        self._found = ()
        clear(self._card.body)
        self._card.body.addLayout(row(Label(words, "soft", wrap=True), margins=(0, 8, 0, 8)))

    def _fill(self) -> None:
        if not self._found:
            self.say(self.tr("还没有备份。做完第一次，这里就会列出来。"))
            return
        clear(self._card.body)
        shown = self._found if self._all else self._found[:_FIRST]
        for at, one in enumerate(shown):
            if at:
                self._card.body.addWidget(rule())
            self._card.body.addWidget(self._row(one))
        rest = len(self._found) - len(shown)
        if rest:
            more = Button(self.tr("还有 {0} 份").format(rest), "link")
            more.clicked.connect(self._show_all)
            self._card.body.addLayout(row(more, None, margins=(0, 4, 0, 6)))

    def _show_all(self) -> None:
        self._all = True
        self._fill()
        buttons = [one for one in self.findChildren(Button) if not one.isHidden()]
        buttons[min(_FIRST, len(buttons) - 1)].setFocus(Qt.FocusReason.TabFocusReason)

    def _row(self, one: Generation) -> QWidget:
        said = backup_words.generation(one, self._zone)
        button = Button(self.tr("恢复这一份"), "ghost", sz="s")
        button.setAccessibleName(self.tr("恢复 {0} 的备份").format(said))
        button.setEnabled(one.whole)
        button.clicked.connect(partial(self.chosen.emit, one.number))
        icon, tint = ("circle-alert", "mid")
        if one.whole and not one.missing:
            icon, tint = "circle-check", "low"
        words = column(Label(said, "body"), Label(backup_words.about(one), "meta"))
        line = row(Picture(icon, tint, 16), words, button, margins=(0, 9, 0, 9), spacing=12)  # type: ignore[arg-type]
        line.setStretch(1, 1)
        line.setAlignment(button, Qt.AlignmentFlag.AlignVCenter)
        made = QWidget()
        made.setLayout(line)
        return made
