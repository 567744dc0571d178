"""The crisis card on the screen: who, where, whom to call; what is missing is said and led to."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.domain.crisis_card import CARD
from app.domain.local_time import local
from app.domain.one_line import one_line
from ui import dates, privacy
from ui.danger_words import hidden_words, level_chip, step_names
from ui.entry_words import rule_words
from ui.gate_ways import way
from ui.widgets.banner import Banner
from ui.widgets.button import Button
from ui.widgets.card import Card, column, row
from ui.widgets.chip import StateChip
from ui.widgets.keyvalue import KeyValues
from ui.widgets.label import Label
from ui.widgets.picture import Picture

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from app.domain.ids import CaseId
    from app.domain.safety_plan import SafetyPlan
    from app.services.crises import CrisisPage

_KEY: Final = 130
_LONG: Final = 60


class CrisisCardView(Card):
    """One page at a glance; `wanted` leads to where something that is missing is filled in.

    `seen` tells that it was painted: nothing else is built before.
    """

    wanted = Signal(object)
    place_asked = Signal()
    seen = Signal()

    def __init__(self, case_id: CaseId, found: CrisisPage, parent: QWidget | None = None) -> None:
        super().__init__(margins=(20, 16, 20, 16), spacing=12, parent=parent)
        self._case_id, self._found, self._painted = case_id, found, False
        card = found.card
        head = row(Label(card.profile.name or card.code, "heading"), spacing=10)
        if card.level is not None:
            head.addWidget(StateChip(*level_chip(card.level)))
        head.addStretch(1)
        self.body.addLayout(head)
        if card.hidden:
            self.body.addWidget(Banner("refusal", hidden_words()))
        said = KeyValues(key_width=_KEY)
        for key, words, name in self._lines():
            said.add(key, self._value(key, words, name))
        privacy.veil(said, around=(self,))
        self.body.addWidget(said)
        if card.plan is not None:
            self.body.addWidget(self._plan(card.plan))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint, and tell that it was painted for the first time."""
        super().paintEvent(event)
        if not self._painted:
            self._painted = True
            QTimer.singleShot(0, self, self.seen.emit)

    def _lines(self) -> list[tuple[str, str, str]]:
        """Return what it is, what is known, and the rule by which something of it is missing."""
        card = self._found.card
        person, known = card.profile, card.profile.emergency
        told = [one for one in (known.name, known.relation, known.phone) if one.strip()]
        planned = hidden_words() if card.hidden else ""
        unknown = hidden_words() if card.unknown else ""
        if card.planned_at is not None:
            at = dates.day_and_time(local(card.planned_at, self._found.here))
            planned = self.tr("{0} 写的安全计划，见下面").format(at)
        return [
            (self.tr("是谁"), person.name or unknown, "card.identity"),
            (self.tr("电话"), person.phone or unknown, "card.reach"),
            (self.tr("此刻在哪里"), "\n".join(self._places()), "card.place"),
            (self.tr("紧急联系人"), self.tr("，").join(told) or unknown, "card.contact"),
            (self.tr("能不能让对方知道"), self._may_know() or unknown, "card.may_know"),
            (self.tr("约好的"), planned, "card.agreed"),
        ]

    def _places(self) -> list[str]:
        """Return where the client was known to be, each with its time."""
        found = []
        for one in self._found.card.places:
            if one.at is None:
                found.append(self.tr("登记的：{0}").format(one.where))
                continue
            at = dates.day_and_time(local(one.at, self._found.here))
            said = self.tr("{0}（{1} 确认）") if one.confirmed else self.tr("{0}（{1} 会谈时）")
            found.append(said.format(one.where, at))
        return found

    def _may_know(self) -> str:
        known = self._found.card.profile.emergency.may_know
        if known is None:
            return ""
        return self.tr("可以") if known else self.tr("来访者不愿意：没有立即的危险时不说")

    def _value(self, key: str, words: str, name: str) -> QWidget:
        """Return what is known, and below it what is missing with the way to it."""
        holder, lines = QWidget(), column(spacing=4)
        if words.strip():
            shown = Label(words, "body", wrap=True)
            shown.setAccessibleName(f"{key}: {words}")
            lines.addWidget(shown)
        if name in self._found.lacks:
            lines.addLayout(self._missing(name))
        holder.setLayout(lines)
        return holder

    def _missing(self, name: str) -> QHBoxLayout:
        """Return what is missing, and the button that leads to where it is filled in."""
        said = rule_words(name)
        words = Label(said, "soft", tint="mid", wrap=True)
        line = row(Picture("circle-alert", "mid", 15), words, spacing=8)
        line.setStretch(1, 1)
        go = Button(self.tr("去填"), "link")
        go.setAccessibleName(self.tr("去填：{0}").format(said))
        place = way(CARD.rules[name], self._case_id)
        here = name == "card.place"
        go.clicked.connect(self.place_asked if here else partial(self.wanted.emit, place))
        line.addWidget(go)
        return line

    def _plan(self, plan: SafetyPlan) -> QWidget:
        """Return the six steps, each in a line or two."""
        names = step_names()
        rows = [(names[name], one_line(said, _LONG)) for name, said in plan.lines()]
        shown = KeyValues(rows, key_width=_KEY)
        privacy.veil(shown, around=(self,))
        return shown
