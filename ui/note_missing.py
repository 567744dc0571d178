"""What a note lacks to be signed, each with the way to where it is put right."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import partial
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QWidget

from app.domain.gate import GATE
from app.domain.gate_fields import lacking
from app.domain.gate_sheet import CAUTION
from app.domain.rule import Step
from app.domain.sheet_answers import section_titles
from app.services import consent_texts, consents, gate, group_agreements
from app.services.changes import Noun
from ui.clause_link import ClauseLink
from ui.consent_menu import open_consent_menu
from ui.gate_ways import other_way, way
from ui.gate_words import rule_words
from ui.note_template_menu import window_language
from ui.page import Destination, ToConsent
from ui.tab_order import stop_before
from ui.widgets.button import Button
from ui.widgets.card import Card, clear, column, row, rule
from ui.widgets.label import Label
from ui.widgets.painted import announce
from ui.widgets.picture import Picture

if TYPE_CHECKING:
    from collections.abc import Mapping

    from PySide6.QtGui import QKeyEvent

    from app.domain.case import ServiceMode
    from app.domain.gate import GateFacts
    from app.domain.ids import CaseId, ConsentId, NoteId
    from app.domain.rule import Rule
    from app.ports import OpenVault
    from app.services.consent_texts import ConsentOffer
    from app.services.tools import Tools
    from ui.office import Office

_MOST: Final = 8  # what is written stays in sight, however much is missing


@dataclass(frozen=True)
class Missing:
    """The rules that a note does not meet, and what the way to the consent needs."""

    case_id: CaseId
    mode: ServiceMode
    rules: tuple[Rule[GateFacts], ...]
    underway: ConsentId | None
    offers: tuple[ConsentOffer, ...]
    cautions: tuple[str, ...] = ()
    lacks: frozenset[str] = frozenset()
    titles: Mapping[str, str] = field(default_factory=dict)


def missing(vault: OpenVault, tools: Tools, note_id: NoteId) -> Missing:
    """Return what a note lacks; it runs on the vault's thread."""
    facts = gate.facts(vault, note_id)
    mode, case_id = facts.session.mode, facts.session.case_id
    return Missing(
        case_id,
        mode,
        GATE.broken(facts),
        gate.underway(vault, case_id, mode),
        consent_texts.offers(consent_texts.every(vault, tools), mode, language=window_language()),
        CAUTION.lacks(facts),
        lacking(facts),
        section_titles(facts.note.body),
    )


class MissingPanel(Card):
    """Asks the vault what is missing and shows it; `complete` where nothing is.

    `wanted` leads to another page, `stay` names a rule that is met on this one; `refused` says
    what failed.
    """

    complete = Signal()
    wanted = Signal(Destination)
    stay = Signal(str)
    refused = Signal(object)
    closed = Signal()

    def __init__(self, office: Office, note_id: NoteId, parent: QWidget | None = None) -> None:
        super().__init__("raised", margins=(18, 14, 18, 14), spacing=10, parent=parent)
        self._office, self._note_id = office, note_id
        self._shown: Missing | None = None
        self._title = Label("", "name")
        self._lines = column(spacing=6)
        self._more = Label("", "soft", wrap=True)
        self.close_button = Button(self.tr("先接着写"), "ghost")
        self.close_button.clicked.connect(self.closed)
        told = self.tr("补齐以后回到这里就能签署。写好的字都存着。")
        self.body.addWidget(self._title)
        self.body.addWidget(Label(told, "soft", wrap=True))
        self.body.addLayout(self._lines)
        self.body.addWidget(self._more)
        self.body.addLayout(row(None, self.close_button))
        self.hide()

    def cautions(self) -> list[str]:
        """Return what is worth a word before she signs, and stops nothing."""
        names = self._shown.cautions if self._shown is not None else ()
        return [f"{one.what}{_clause(one.clause)}" for one in map(rule_words, names)]

    def ask(self) -> None:
        """Have the vault asked; nothing is shown where nothing is missing."""
        tools, note_id = self._office.tools, self._note_id
        self._office.desk.do(
            self, lambda vault: missing(vault, tools(), note_id), self._show, self.refused.emit
        )

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Close with Esc."""
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)

    def _show(self, found: Missing) -> None:
        """Show a row for each rule, and put the focus on the first way."""
        self._shown = found
        if not found.rules:
            self.hide()
            self.complete.emit()
            return
        said = self.tr("签署之前还缺 %n 项", "", len(found.rules))
        self._title.setText(said)
        self.setAccessibleName(said)
        clear(self._lines)
        shown = found.rules[:_MOST]
        buttons = [button for one in shown for button in self._add(one)]
        more = len(found.rules) - len(shown)
        self._more.setText(self.tr("补好这些以后，还有 %n 项。", "", more) if more > 0 else "")
        self._more.setVisible(more > 0)
        self.show()
        # Made last, they would come after the text that stands below them.
        first = stop_before(self.close_button) or self.close_button
        ring = (first, *buttons, self.close_button)
        for before, after in pairwise(ring):
            QWidget.setTabOrder(before, after)
        first_way = next(one for one in buttons if not isinstance(one, ClauseLink))
        first_way.setFocus(Qt.FocusReason.OtherFocusReason)
        announce(self, said)

    def _add(self, one: Rule[GateFacts]) -> tuple[Button, ...]:
        """Add the row of a rule: what is missing, the clause, and the ways."""
        titles = self._shown.titles if self._shown is not None else {}
        words = rule_words(one.name, self._lacks(), titles)
        read = ClauseLink(one.clauses, words.clause)
        said = row(Label(words.what, wrap=True), read, spacing=8)
        said.setStretch(0, 1)
        button = Button(words.action, "quiet", sz="s")
        button.setAccessibleDescription(f"{words.what}{words.clause}")
        button.clicked.connect(partial(self._lead, one, button))
        # No alignment: a part that has one is given the height of one line, and more are cut.
        other = self._other(one)
        # Below the words: beside them it would leave them a column of one word in width.
        middle = column(None, said, *(row(None, way) for way in other), None)
        line = row(Picture("circle-alert", "mid", 16), middle, button, spacing=10)
        line.setStretch(1, 1)
        holder = QWidget()
        holder.setLayout(column(rule(), 6, line))
        self._lines.addWidget(holder)
        return (read, *other, button)

    def _lacks(self) -> frozenset[str]:
        return self._shown.lacks if self._shown is not None else frozenset()

    def _other(self, one: Rule[GateFacts]) -> tuple[Button, ...]:
        """Return the button to the other way in which a rule is met, where there is one."""
        place = other_way(one, self._shown.case_id) if self._shown is not None else None
        if place is None:
            return ()
        made = Button(self.tr("匿名：记下谈过什么"), "link")
        made.clicked.connect(partial(self.wanted.emit, place))
        return (made,)

    def _lead(self, one: Rule[GateFacts], button: Button) -> None:
        """Lead to where a rule is met."""
        shown = self._shown
        if shown is None:
            return
        place = way(one, shown.case_id, shown.lacks)
        if one.step is Step.CONSENT:
            self._to_consent(shown, button)
        elif one.step is Step.GROUP:
            self._to_agreement(shown.case_id)
        elif place is not None:
            self.wanted.emit(place)
        else:
            self.closed.emit()
            self.stay.emit(one.name)

    def _to_consent(self, shown: Missing, button: Button) -> None:
        """Go on with the consent that is under way, or offer the texts for a new one."""
        if shown.underway is not None:
            self.wanted.emit(ToConsent(shown.underway))
            return
        open_consent_menu(button, shown.offers, shown.mode, partial(self._start, shown.case_id))

    def _to_agreement(self, case_id: CaseId) -> None:
        """Open the agreement that those who come together are to sign (clause 108)."""
        tools, language = self._office.tools, window_language()
        self._office.desk.do(
            self,
            lambda vault: group_agreements.to_sign(vault, tools(), case_id, language),
            lambda one: self.wanted.emit(ToConsent(one)),
            self.refused.emit,
            (Noun.CONSENTS,),
        )

    def _start(self, case_id: CaseId, key: str) -> None:
        """Start a consent in one of the texts."""
        tools = self._office.tools
        self._office.desk.do(
            self,
            lambda vault: consents.start_with(vault, tools(), case_id, key),
            lambda consent: self.wanted.emit(ToConsent(consent.id)),
            self.refused.emit,
            (Noun.CONSENTS,),
        )


def _clause(name: str) -> str:
    """Return a clause in brackets."""
    return QCoreApplication.translate("Gate", "（{0}）").format(name)
