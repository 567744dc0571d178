"""What waits in a case, a line each with the way to it: under the facts of its head."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.services import courses
from ui.entry_words import rule_words
from ui.page import ToCourse
from ui.widgets.button import Button
from ui.widgets.card import clear, column, row
from ui.widgets.label import Label
from ui.widgets.picture import Picture

if TYPE_CHECKING:
    from ui.case_view import CaseView


class CaseWaits(QWidget):
    """Lines about the agreed number and the review (clauses 080, 035); none where all is well."""

    wanted = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lines = column(spacing=2)
        self.setLayout(self._lines)
        self.hide()

    def show_view(self, view: CaseView) -> None:
        """Show what waits in a case."""
        clear(self._lines)
        waits = courses.waiting(view.course) if view.course is not None else ()
        for one in waits:
            words = Label(rule_words(one.name), "soft", tint="mid", wrap=True)
            go = Button(self.tr("去看"), "link")
            go.setAccessibleName(self.tr("去看：{0}").format(rule_words(one.name)))
            go.clicked.connect(partial(self.wanted.emit, ToCourse(view.page.case.id)))
            line = row(Picture("repeat", "mid", 15), words, go, spacing=8)
            line.setStretch(1, 1)
            self._lines.addLayout(line)
        self.setVisible(bool(waits))
