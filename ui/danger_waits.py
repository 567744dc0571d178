"""What danger asks for and is not done yet, a line each with the way to it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ui.entry_words import rule_words
from ui.gate_ways import way
from ui.widgets.button import Button
from ui.widgets.card import clear, column, row
from ui.widgets.label import Label
from ui.widgets.picture import Picture

if TYPE_CHECKING:
    from collections.abc import Iterable
    from typing import Any

    from app.domain.ids import CaseId
    from app.domain.rule import Rule, Step


class DangerWaits(QWidget):
    """A title and the lines; `wanted` asks for the page on which one of them is done.

    What is done on the page it stands on (`here`) is said without a way there.
    """

    wanted = Signal(object)

    def __init__(self, title: str, here: Step, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title, self._here = title, here
        self._lines = column(spacing=8)
        self.setLayout(self._lines)
        self.hide()

    def show_rules(self, case_id: CaseId, rules: Iterable[Rule[Any]]) -> None:
        """Show a line for each rule that is not met; nothing where all are."""
        clear(self._lines)
        found = list(rules)
        if found:
            self._lines.addWidget(Label(self._title, "strong", wrap=True))
        for one in found:
            said = rule_words(one.name)
            words = Label(said, "soft", tint="mid", wrap=True)
            line = row(Picture("circle-alert", "mid", 15), words, spacing=8)
            line.setStretch(1, 1)
            self._lines.addLayout(line)
            place = way(one, case_id)
            if place is not None and one.step is not self._here:
                go = Button(self.tr("去做"), "link")
                go.setAccessibleName(self.tr("去做：{0}").format(said))
                go.clicked.connect(partial(self.wanted.emit, place))
                self._lines.addLayout(row(23, go, None))
        self.setVisible(bool(found))
