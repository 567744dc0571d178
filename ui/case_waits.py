"""What waits in a case, a line each with the way to it: under the facts of its head."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Literal

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.domain.measure import waiting
from app.services import courses
from ui.entry_place import entry_place
from ui.entry_words import rule_words
from ui.gate_ways import way
from ui.intake_ways import intake_way
from ui.page import (
    ToContacts,
    ToCourse,
    ToCrisis,
    ToEnding,
    ToFollowUp,
    ToMeasures,
    ToReferral,
    ToTechSheet,
)
from ui.unfinished_words import unfinished_line, unfinished_word
from ui.widgets.button import Button
from ui.widgets.card import clear, column, row
from ui.widgets.label import Label
from ui.widgets.picture import Picture

if TYPE_CHECKING:
    from app.domain.ids import CaseId
    from app.domain.risk_course import RiskStanding
    from app.domain.rule import Rule
    from ui.case_view import CaseView
    from ui.page import Destination


class CaseWaits(QWidget):
    """Lines about danger, what was agreed, intake, trial call (051), scales and what is begun."""

    wanted = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lines = column(spacing=2)
        self.setLayout(self._lines)
        self.hide()

    def show_view(self, view: CaseView) -> None:
        """Show what waits in a case."""
        clear(self._lines)
        case_id = view.page.case.id
        for duty in view.duties:
            self._add_duty(duty, case_id)
        for one in courses.waiting(view.course) if view.course is not None else ():
            at = "review" if one.name == "course.review_due" else "agreement"
            self._add_rule(one.name, "repeat", ToCourse(case_id, at))
        self._add_endings(view)
        for asked in view.intake:
            self._add_rule(asked.name, "user-check", intake_way(asked, case_id))
        for lacking in view.tech:
            self._add_rule(lacking.name, "monitor", ToTechSheet(case_id))
        for begun in view.unfinished:
            said = unfinished_line(begun.kind)
            go = Button(self.tr("接着写"), "link")
            go.setAccessibleName(self.tr("接着写：{0}").format(unfinished_word(begun.kind)))
            to = entry_place(begun.case_id, begun.kind, begun.session_id)
            self._add(Picture("pen-line", "soft", 15), Label(said, "soft", wrap=True), go, to)
        for name in waiting(view.page.entries):  # in the scales (055)
            if name == "measure_care.self_harm":
                self._add_rule(name, "triangle-alert", ToMeasures(case_id), "high")
            else:
                self._add_rule(name, "chart-line", ToMeasures(case_id))
        self.setVisible(self._lines.count() > 0)

    def _add_duty(self, one: Rule[RiskStanding], case_id: CaseId) -> None:
        """Add a line about what the level of danger asks for (072, 124)."""
        said = rule_words(one.name)
        go = Button(self.tr("去做"), "link")
        go.setAccessibleName(self.tr("去做：{0}").format(said))
        words = Label(said, "soft", tint="high", wrap=True)
        place = way(one, case_id) or ToCrisis(case_id)
        self._add(Picture("triangle-alert", "high", 15), words, go, place)

    def _add_endings(self, view: CaseView) -> None:
        """Add that the client stays away, and what waits of a referral or a follow-up (126)."""
        case_id = view.page.case.id
        for gone in view.gone[:1]:
            self._add_gone(gone, case_id)
        for name in view.late:
            if name == "follow_care.ask":
                self._add_rule(name, "phone", ToFollowUp(case_id))
            else:
                self._add_rule(name, "send", ToReferral(case_id))

    def _add_gone(self, name: str, case_id: CaseId) -> None:
        """Add that the client stays away (072), with the ways on: seek, ask later, close."""
        ways: tuple[tuple[str, Destination], ...] = (
            (self.tr("记联系"), ToContacts(case_id)),
            (self.tr("约随访"), ToFollowUp(case_id)),
            (self.tr("按脱落结案"), ToEnding(case_id, dropped=True)),
        )
        words = Label(rule_words(name), "soft", tint="mid", wrap=True)
        buttons = []
        for said, place in ways:
            go = Button(said, "link")
            go.setAccessibleName(self.tr("可能脱落：{0}").format(said))
            go.clicked.connect(partial(self.wanted.emit, place))
            buttons.append(go)
        head = row(Picture("phone-missed", "mid", 15), words, spacing=8)
        head.setStretch(1, 1)
        self._lines.addLayout(column(head, row(23, *buttons, None, spacing=14)))

    def _add_rule(
        self, name: str, icon: str, place: Destination, tint: Literal["high", "mid"] = "mid"
    ) -> None:
        """Add a line about a rule that asks for something still to be done."""
        said = rule_words(name)
        go = Button(self.tr("去看"), "link")
        go.setAccessibleName(self.tr("去看：{0}").format(said))
        self._add(Picture(icon, tint, 15), Label(said, "soft", tint=tint, wrap=True), go, place)

    def _add(self, icon: Picture, words: Label, go: Button, place: Destination) -> None:
        """Add a line; its button leads to `place`."""
        go.clicked.connect(partial(self.wanted.emit, place))
        line = row(icon, words, go, spacing=8)
        line.setStretch(1, 1)
        self._lines.addLayout(line)
