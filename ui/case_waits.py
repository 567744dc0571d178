"""What waits in a case, a line each with the way to it: under the facts of its head."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.services import courses
from ui.entry_place import entry_place
from ui.entry_words import rule_words
from ui.intake_ways import intake_way
from ui.page import ToCourse
from ui.unfinished_words import unfinished_line, unfinished_word
from ui.widgets.button import Button
from ui.widgets.card import clear, column, row
from ui.widgets.label import Label
from ui.widgets.picture import Picture

if TYPE_CHECKING:
    from app.domain.ids import CaseId
    from app.domain.intake_rules import IntakeFacts
    from app.domain.rule import Rule
    from ui.case_view import CaseView
    from ui.page import Destination


class CaseWaits(QWidget):
    """Lines about the agreed number, the review (080, 035), the intake and what is begun."""

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
            self._add(Picture("repeat", "mid", 15), words, go, ToCourse(view.page.case.id))
        for asked in view.intake:
            self._add_intake(asked, view.page.case.id)
        for begun in view.unfinished:
            said = unfinished_line(begun.kind)
            go = Button(self.tr("接着写"), "link")
            go.setAccessibleName(self.tr("接着写：{0}").format(unfinished_word(begun.kind)))
            to = entry_place(begun.case_id, begun.kind, begun.session_id)
            self._add(Picture("pen-line", "soft", 15), Label(said, "soft", wrap=True), go, to)
        self.setVisible(bool(waits or view.intake or view.unfinished))

    def _add_intake(self, one: Rule[IntakeFacts], case_id: CaseId) -> None:
        """Add a line about what of the intake is still to be done."""
        said = rule_words(one.name)
        go = Button(self.tr("去看"), "link")
        go.setAccessibleName(self.tr("去看：{0}").format(said))
        words = Label(said, "soft", tint="mid", wrap=True)
        self._add(Picture("user-check", "mid", 15), words, go, intake_way(one, case_id))

    def _add(self, icon: Picture, words: Label, go: Button, place: Destination) -> None:
        """Add a line; its button leads to `place`."""
        go.clicked.connect(partial(self.wanted.emit, place))
        line = row(icon, words, go, spacing=8)
        line.setStretch(1, 1)
        self._lines.addLayout(line)
