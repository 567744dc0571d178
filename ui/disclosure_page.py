"""The page 披露 of a case: on what, to whom, the least that is needed, and what came of it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any, Final

from app.domain.disclosure import (
    DISCLOSURE,
    FOLLOWED,
    Basis,
    Disclosure,
    DisclosureFacts,
    Followed,
    Owed,
    Party,
    Telling,
)
from app.domain.entry import EntryKind
from app.domain.local_time import local
from app.services import disclosures
from app.services.case_entries import draft_kind
from ui import dates, privacy
from ui.disclosure_after import AfterForm
from ui.disclosure_parts import OrderForm, Preview, TellForm, WhereForm
from ui.disclosure_words import (
    basis_rows,
    facts_of,
    head_words,
    letter,
    owed_words,
    party_words,
    telling_words,
)
from ui.entry_page import EntryPage, pair
from ui.entry_papers import EntryPapers
from ui.note_template_menu import window_language
from ui.page import ToConsents, ToEthics
from ui.paper_panel import PaperPanel
from ui.question import Question
from ui.widgets.banner import Banner, stand_above
from ui.widgets.button import Button
from ui.widgets.card import Card, bring_into_sight, clear, column, put, row, rule
from ui.widgets.field import Field
from ui.widgets.keyvalue import KeyValues
from ui.widgets.label import Label
from ui.widgets.textbox import TextBox
from ui.widgets.tick import Tick

if TYPE_CHECKING:
    from collections.abc import Mapping

    from PySide6.QtWidgets import QWidget

    from app.domain.disclosure_text import DisclosureText
    from app.domain.entry import CaseEntry
    from app.domain.ids import CaseId
    from app.services.disclosures import DisclosurePage, KeptDisclosure
    from ui.office import Office

_KIND: Final = draft_kind(EntryKind.DISCLOSURE)
_AFTER: Final = draft_kind(EntryKind.DISCLOSURE_FOLLOW)
_BREAKS: Final = frozenset({Basis.DANGER, Basis.ABUSE, Basis.DISEASE})
_HERE: Final = frozenset({Basis.DANGER, Basis.ABUSE})


class DisclosureScreen(EntryPage):
    """Five short parts; beside them, as it grows, the exact text that goes out."""

    def __init__(self, office: Office, case_id: CaseId, parent: QWidget | None = None) -> None:
        super().__init__(office, case_id, "", parent)
        self.bar.title.setText(self.tr("披露"))
        self._page: DisclosurePage | None = None
        self._usual: dict[str, Any] = {}
        self._texts: DisclosureText = office.tools().disclosure_texts[window_language()]
        self.basis = Question(
            self.tr("凭什么可以告诉"),
            [(one.basis.value, one.title) for one in self._texts.bases],
        )
        self._about, self._warned = Label("", "soft", wrap=True), column()
        self.urgent = Tick(self.tr("情况紧急，来不及先想别的办法（24 小时内补上）"))
        self.alternatives = TextBox(
            self.tr("想过哪些别的办法，为什么不行"),
            rows=2,
            placeholder=self.tr("如 请家人陪伴：来访者拒绝，联系不上"),
        )
        self.consulted = Field(self.tr("和谁商量过（督导、同行、律师；可以空着）"))
        self.where, self.order = WhereForm(), OrderForm()
        self.party = Question(
            self.tr("告诉谁"), [(one.value, said) for one, said in party_words().items()]
        )
        self.recipient = Field(self.tr("姓名或单位"))
        self.channel = Field(self.tr("怎样告诉"), placeholder=self.tr("如 电话、当面、信函"))
        self.purpose = Field(self.tr("用途"), placeholder=self.tr("如 请警方上门查看"))
        self.report = Field(self.tr("受理编号（可以空着）"))
        self.tell, self.preview = TellForm(), Preview()
        self.telling = Question(
            self.tr("来访者知道吗"), [(one.value, said) for one, said in telling_words().items()]
        )
        self.told_how = TextBox(self.tr("怎样告诉的，或者为什么现在不告诉"), rows=2)
        self.act = Button(self.tr("记下，再打印或存为 PDF"), "primary", icon="check")
        self._after: dict[int, AfterForm] = {}
        self._kept_after: Mapping[str, Any] = {}
        self._lay_out_form()
        self._connect()
        self._ask()

    def unfinished(self) -> dict[str, Mapping[str, Any]]:
        """Return what is written and not entered; as it was prefilled it is nothing."""
        words = self._words()
        after = next((one.words() for one in self._after.values() if one.words()), {})
        return {_KIND: {} if words == self._usual else words, _AFTER: after}

    def submit(self) -> None:
        """Put it on record, or say what is missing: nothing goes out before."""
        page = self._page
        if page is None or not self._ready:
            return
        made = self._written()
        if missing := DISCLOSURE.lacks(DisclosureFacts(made, page.released)):
            self.mark(missing)
            return
        tools, case_id, lines = self.office.tools, self.case_id, self.tell.lines()
        self.enter(
            lambda vault: disclosures.record(vault, tools(), case_id, made, lines), self._entered
        )

    def _ask(self) -> None:
        tools, case_id = self.office.tools, self.case_id
        self.office.desk.do(
            self, lambda vault: disclosures.page(vault, tools(), case_id), self._show, self.refuse
        )

    def _show(self, page: DisclosurePage) -> None:
        if self._page is None:
            self.bar.add_fact(page.case.code)
        self._page = page
        self.tell.offer(facts_of(page))
        self._show_words(self._prefilled(page))
        self._usual = self._words()
        kept = page.unfinished[EntryKind.DISCLOSURE]
        after = page.unfinished[EntryKind.DISCLOSURE_FOLLOW]
        if kept:
            self._show_words(kept)
        self._follow_basis()
        self._kept_after = after
        self._after = {}
        self.show_before(self.tr("披露登记"), [self._card(page, one) for one in page.kept])
        self.begin(self.basis, {_KIND: kept, _AFTER: after})

    def _prefilled(self, page: DisclosurePage) -> dict[str, Any]:
        """Return what is known of where the client is: looked at, not told."""
        who = page.profile
        contact = (who.emergency.name, who.emergency.relation, who.emergency.phone)
        where = {
            "identity": who.name,
            "place": who.place.city,
            "contact": " ".join(filter(None, contact)),
        }
        return {"where": where}

    # What is written.

    def _words(self) -> dict[str, Any]:
        return {
            "basis": self.basis.key(),
            "urgent": self.urgent.isChecked(),
            "party": self.party.key(),
            "telling": self.telling.key(),
            "facts": [one.value for one in self.tell.facts()],
            "words": self.tell.words.text(),
            "where": vars(self.where.made()).copy(),
            "order": vars(self.order.made()).copy(),
            **{name: one.text() for name, one in self._lines().items()},
        }

    def _show_words(self, kept: Mapping[str, Any]) -> None:
        self.basis.choose(kept.get("basis", ""))
        self.urgent.setChecked(bool(kept.get("urgent", False)))
        self.party.choose(kept.get("party", ""))
        self.telling.choose(kept.get("telling", ""))
        self.tell.show_words(tuple(kept.get("facts", ())), kept.get("words", ""))
        self.where.show_words(kept.get("where", {}))
        self.order.show_words(kept.get("order", {}))
        for name, part in self._lines().items():
            part.set_text(kept.get(name, ""))
        self.preview.show_text(self.tell.text())

    def _lines(self) -> dict[str, Field | TextBox]:
        return {
            "alternatives": self.alternatives,
            "consulted": self.consulted,
            "recipient": self.recipient,
            "channel": self.channel,
            "purpose": self.purpose,
            "report": self.report,
            "told_how": self.told_how,
        }

    def _written(self) -> Disclosure:
        basis, party, telling = self.basis.key(), self.party.key(), self.telling.key()
        return Disclosure(
            Basis(basis) if basis else None,
            self._texts.edition,
            urgent=self.urgent.isChecked(),
            where=self.where.made(),
            party=Party(party) if party else None,
            order=self.order.made(),
            facts=self.tell.facts(),
            words=self.tell.words.text(),
            telling=Telling(telling) if telling else None,
            **{name: one.text() for name, one in self._lines().items()},
        )

    # The form.

    def _lay_out_form(self) -> None:
        self.form.addLayout(
            column(
                self.basis,
                self._about,
                self._warned,
                self.urgent,
                self.alternatives,
                self.consulted,
                self.where,
                self.order,
                rule(),
                self.party,
                pair(self.recipient, self.channel),
                pair(self.purpose, self.report),
                rule(),
                Label(self.tr("告诉什么"), "strong"),
                self.tell,
                rule(),
                self.telling,
                self.told_how,
                row(self.act, None),
                spacing=16,
            )
        )
        self.aside.addWidget(self.preview)
        self.aside.addSpacing(16)
        self.aside.addWidget(self._doubt())
        order, where = self.order, self.where
        self.marks = {
            "disclosure.basis": self.basis,
            "disclosure.released": self.basis,
            "disclosure.alternatives": self.alternatives,
            "disclosure.consulted": self.consulted,
            "disclosure.identity": where.identity,
            "disclosure.place": where.place,
            "disclosure.contact": where.contact,
            "disclosure.authority": order.authority,
            "disclosure.number": order.number,
            "disclosure.day": order.day,
            "disclosure.officer": order.officer,
            "disclosure.kept": order.kept,
            "disclosure.harm": order.harm,
            "disclosure.party": self.party,
            "disclosure.recipient": self.recipient,
            "disclosure.channel": self.channel,
            "disclosure.purpose": self.purpose,
            "disclosure.words": self.tell,
            "disclosure.telling": self.telling,
            "disclosure.told_how": self.told_how,
        }

    def _doubt(self) -> Card:
        """Return the way to an ethical decision, for when the duty is unclear (161)."""
        card = Card("wash", margins=(16, 14, 16, 14), spacing=8)
        card.body.addWidget(Label(self.tr("拿不准该不该说"), "strong"))
        said = self.tr("先把事实、相关的人、条款和选项写下来，和督导谈过再决定（义务不明时）。")
        card.body.addWidget(Label(said, "soft", wrap=True))
        go = Button(self.tr("写伦理决策记录"), icon="scale", sz="s")
        go.clicked.connect(lambda: self.wanted.emit(ToEthics(self.case_id)))
        card.body.addLayout(row(go, None))
        return card

    def _connect(self) -> None:
        self.act.clicked.connect(self.submit)
        self.basis.chosen.connect(self._took_basis)
        for question in (self.party, self.telling):
            question.chosen.connect(self.touched)
        self.urgent.toggled.connect(self.touched)
        for part in self._lines().values():
            part.changed.connect(self.touched)
        for form in (self.where, self.order):
            form.changed.connect(self.touched)
        self.tell.changed.connect(self._tell_changed)

    def _tell_changed(self) -> None:
        self.tell.set_error("")
        self.preview.show_text(self.tell.text())
        self.touched()

    def _took_basis(self, _key: str) -> None:
        self._follow_basis()
        self.touched()

    def _follow_basis(self) -> None:
        """Ask what this basis asks for, and say where it comes from."""
        key = self.basis.key()
        basis = Basis(key) if key else None
        self.urgent.setVisible(basis in _BREAKS)
        self.alternatives.setVisible(basis in _BREAKS)
        self.where.setVisible(basis in _HERE)
        self.order.setVisible(basis is Basis.LAW)
        self.report.setVisible(basis in {Basis.ABUSE, Basis.DANGER})
        said = self._texts.of(basis) if basis is not None else None
        form = self.tr("{0}（{1}，{2} 版）")
        words = form.format(said.about, said.source, self._texts.edition) if said else ""
        self._about.setText(words)
        self._about.setVisible(bool(words))
        put(self._warned, None)
        if basis is Basis.CONSENT and self._page is not None and not self._page.released:
            banner = Banner(
                "warning",
                self.tr("还没有有效的「信息披露」单独同意（例外 1）。"),
                icon="file-pen-line",
                action=self.tr("去签同意书"),
            )
            banner.acted.connect(partial(self.wanted.emit, ToConsents(self.case_id)))
            stand_above(self._warned, banner)

    # What was told before.

    def _entered(self, _entry: CaseEntry) -> None:
        self.say(Banner("done", self.tr("披露已记下，原文留在这里。现在可以打印或存为 PDF。")))
        self._ask()

    def _card(self, page: DisclosurePage, one: KeptDisclosure) -> QWidget:
        """Return a disclosure as it was made, what is still owed, and the way to paper."""
        card = Card(margins=(16, 12, 16, 12), spacing=8)
        day = dates.day_and_time(local(one.entry.at, page.here))
        title = Label(head_words(one.made, self._texts), "strong", wrap=True)
        head = row(title, Label(day, "meta"), spacing=10)
        head.setStretch(0, 1)
        card.body.addLayout(head)
        said = KeyValues(basis_rows(one.made, self._texts), key_width=96)
        told = Label(one.made.text, "body", wrap=True)
        card.body.addWidget(said)
        card.body.addWidget(Label(self.tr("告诉的原文"), "soft"))
        card.body.addWidget(told)
        lines = [line for it in one.after for line in self._after_lines(it)]
        after = [Label(line, "body", wrap=True) for line in lines]
        for part in after:
            card.body.addWidget(part)
        privacy.veil(title, said, told, *after, around=(card,))
        for it in one.owed:
            stand_above(card.body, Banner("warning", owed_words(it)))
        kept = page.papers.get(one.entry.id, ())
        if one.made.basis is Basis.LAW or kept:
            of = (self.case_id, one.entry.id)
            card.body.addWidget(EntryPapers(self.office, of, kept, page.here))
        self._offer(page, one, card)
        return card

    def _offer(self, page: DisclosurePage, one: KeptDisclosure, card: Card) -> None:
        """Offer to write what came of it, and to print what was told."""
        room = column()
        write = Button(self.tr("补记"), "link")
        paper = Button(self.tr("打印或存为 PDF"), "link")
        for button in (write, paper):
            button.setAccessibleName(self.tr("{0}：{1}").format(button.text(), one.made.recipient))
        card.body.addLayout(row(write, paper, None, spacing=14))
        card.body.addLayout(room)
        number = int(one.entry.id)

        def add() -> None:
            form = AfterForm(number, Owed.ALTERNATIVES in one.owed)
            form.changed.connect(self.touched)
            form.entered.connect(lambda: self._follow(form))
            self._after = {number: form}
            put(room, form)
            form.show()
            form.first().setFocus()
            bring_into_sight(form)

        def offer_paper() -> None:
            clear(room)
            room.addWidget(self._panel(page, one))

        write.clicked.connect(add)
        paper.clicked.connect(offer_paper)
        if self._kept_after.get("disclosure") == number:
            add()
            self._after[number].show_words(self._kept_after)

    def _panel(self, page: DisclosurePage, one: KeptDisclosure) -> PaperPanel:
        tools, case_id, entry = self.office.tools, self.case_id, one.entry.id
        counselor = page.counselor
        panel = PaperPanel(
            self.office,
            self.tr("情况说明"),
            lambda: tools().papers.sheet.render(letter(page, one, counselor)),
            guarded=True,
        )
        panel.write_down(lambda vault: disclosures.printed(vault, tools(), case_id, entry))
        return panel

    def _after_lines(self, made: Followed) -> list[str]:
        named = (
            (self.tr("别的办法：{0}"), made.alternatives),
            (self.tr("怎样告诉了来访者：{0}"), made.told_how),
            (self.tr("对方的回应：{0}"), made.response),
        )
        return [form.format(said.strip()) for form, said in named if said.strip()]

    def _follow(self, form: AfterForm) -> None:
        """Put on record what is written afterwards."""
        made = form.made()
        if FOLLOWED.broken(made):
            form.refuse()
            return
        tools, case_id = self.office.tools, self.case_id

        def entered(_entry: CaseEntry) -> None:
            self._after = {}
            self.say(Banner("done", self.tr("已补记。")))
            self._ask()

        self.enter(lambda vault: disclosures.follow(vault, tools(), case_id, made), entered)
