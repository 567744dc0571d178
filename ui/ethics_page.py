"""The page 伦理决策 of a case: what is known, whom it touches, what was weighed, and why."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from app.domain.entry import EntryKind
from app.domain.ethics import ETHICS, PARTS, EthicalDecision, ethics_of
from app.domain.local_time import local
from app.services import ethics
from app.services.case_entries import draft_kind
from ui import dates, privacy
from ui.entry_page import EntryPage
from ui.ethics_words import decision_sheet, part_hints, part_words
from ui.page import PageKey, ToCases
from ui.paper_panel import PaperPanel
from ui.widgets.banner import Banner
from ui.widgets.button import Button
from ui.widgets.card import Card, column, put, row
from ui.widgets.keyvalue import KeyValues
from ui.widgets.label import Label
from ui.widgets.textbox import TextBox

if TYPE_CHECKING:
    from collections.abc import Mapping

    from PySide6.QtWidgets import QWidget

    from app.domain.entry import CaseEntry
    from app.domain.ids import CaseId
    from app.domain.sheet import Sheet
    from app.services.ethics import EthicsPage
    from ui.office import Office

_KIND: Final = draft_kind(EntryKind.ETHICS)


class EthicsScreen(EntryPage):
    """Seven parts, one below the other; what was decided before stands under them."""

    def __init__(self, office: Office, case_id: CaseId, parent: QWidget | None = None) -> None:
        super().__init__(office, case_id, "", parent)
        self.bar.title.setText(self.tr("伦理决策"))
        self._page: EthicsPage | None = None
        hints = part_hints()
        self.parts = {
            name: TextBox(said, rows=2, hint=hints[name]) for name, said in part_words().items()
        }
        self.act = Button(self.tr("记下这次决定"), "primary", icon="check")
        self.act.clicked.connect(self.submit)
        intro = self.tr(
            "义务不清楚的时候，把事实、相关的人、条款和选项写下来，和督导或同行谈过，再决定。"
            "记下以后不能改；想法变了，再记一次。"
        )
        parts = self.parts.values()
        self.form.addLayout(
            column(Label(intro, "soft", wrap=True), *parts, row(self.act, None), spacing=16)
        )
        self.marks = {f"ethics.{name}": part for name, part in self.parts.items()}
        for part in parts:
            part.changed.connect(self.touched)
        self._ask()

    def keys(self) -> tuple[PageKey, ...]:
        """Return the keys of the page; there is no answer to choose."""
        return super().keys()[::2]

    def unfinished(self) -> dict[str, Mapping[str, Any]]:
        """Return what is written and not entered."""
        return {_KIND: {name: one.text() for name, one in self.parts.items() if one.text()}}

    def submit(self) -> None:
        """Put the decision on record, or say what is missing."""
        if self._page is None or not self._ready:
            return
        made = EthicalDecision(**{name: self.parts[name].text() for name in PARTS})
        if missing := ETHICS.lacks(made):
            self.mark(missing)
            return
        tools, case_id = self.office.tools, self.case_id
        self.enter(lambda vault: ethics.record(vault, tools(), case_id, made), self._entered)

    def _ask(self) -> None:
        tools, case_id = self.office.tools, self.case_id
        self.office.desk.do(
            self, lambda vault: ethics.page(vault, tools(), case_id), self._show, self.refuse
        )

    def _show(self, page: EthicsPage) -> None:
        if self._page is None:
            self.bar.add_fact(page.case.code)
        self._page = page
        kept = page.unfinished
        for name, part in self.parts.items():
            part.set_text(str(kept.get(name, "")))
        self.show_before(self.tr("以前的伦理决策"), [self._card(page, one) for one in page.kept])
        self.begin(self.parts["facts"], {_KIND: kept})

    def _card(self, page: EthicsPage, one: CaseEntry) -> QWidget:
        """Return a decision as it was made, with the way to paper."""
        card = Card(margins=(16, 12, 16, 12), spacing=8)
        at = dates.day_and_time(local(one.at, page.here))
        said = KeyValues(_rows(ethics_of(one.value)), key_width=96)
        paper = Button(self.tr("打印或存为 PDF"), "link")
        paper.setAccessibleName(self.tr("打印或存为 PDF：{0}").format(at))
        room = column()
        card.body.addLayout(row(Label(at, "strong"), None, paper))
        card.body.addWidget(said)
        card.body.addLayout(room)
        privacy.veil(said, around=(card,))
        paper.clicked.connect(lambda: put(room, self._panel(page, one)))
        return card

    def _panel(self, page: EthicsPage, one: CaseEntry) -> PaperPanel:
        tools, case_id = self.office.tools, self.case_id
        made = sheet(page, one)
        panel = PaperPanel(
            self.office, made.title, lambda: tools().papers.sheet.render(made), guarded=True
        )
        panel.write_down(lambda vault: ethics.printed(vault, tools(), case_id, one.id))
        return panel

    def _entered(self, _entry: CaseEntry) -> None:
        banner = Banner("done", self.tr("伦理决策已记下。"), action=self.tr("回到个案"))
        banner.acted.connect(lambda: self.wanted.emit(ToCases(self.case_id)))
        self.say(banner)
        banner.action.setFocus()
        self._ask()


def sheet(page: EthicsPage, one: CaseEntry) -> Sheet:
    """Return a decision on paper; the case stands under its code."""
    at = dates.day_and_time(local(one.at, page.here))
    return decision_sheet(ethics_of(one.value), f"{page.case.code} · {at}")


def _rows(made: EthicalDecision) -> list[tuple[str, str]]:
    named = part_words()
    return [(named[name], said.strip()) for name, said in made.lines() if said.strip()]
