"""The page 保存期限 of a case: until when it is kept, and a choice for this case alone."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from app.domain.entry import EntryKind
from app.domain.local_time import local
from app.domain.retention import KEEPING, KeepingFacts
from app.domain.retention import least as least_years
from app.services import retention
from app.services.case_entries import draft_kind
from ui import dates, privacy
from ui.entry_page import EntryPage
from ui.keeping_choice import KeepingChoice
from ui.keeping_words import keeping_line, standing_chip, until_words
from ui.note_template_menu import window_language
from ui.page import PageKey, ToHold, ToKeeping
from ui.widgets.banner import Banner
from ui.widgets.button import Button
from ui.widgets.card import Card, clear, column, row
from ui.widgets.chip import StateChip
from ui.widgets.keyvalue import KeyValues
from ui.widgets.label import Label

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime

    from PySide6.QtWidgets import QWidget

    from app.domain.entry import CaseEntry
    from app.domain.ids import CaseId
    from app.domain.retention import Keeping
    from app.services.retention import KeepingPage
    from ui.office import Office


class CaseKeepingScreen(EntryPage):
    """Shows how the term stands; what is chosen here holds for this case and stays in its file."""

    def __init__(self, office: Office, case_id: CaseId, parent: QWidget | None = None) -> None:
        super().__init__(office, case_id, "", parent)
        self.bar.title.setText(self.tr("保存期限"))
        self._page: KeepingPage | None = None
        self._stands = column()
        self.choice = KeepingChoice(office.tools().keeping_texts[window_language()])
        self.act = Button(self.tr("这个个案按这个期限"), "primary", icon="check")
        self._lay_out_form()
        self.act.clicked.connect(self.submit)
        self.choice.entered.connect(self.submit)
        self.choice.changed.connect(self.touched)
        self._ask()

    def keys(self) -> tuple[PageKey, ...]:
        """Return the keys of the page."""
        return (*super().keys()[:1], PageKey("1 … 5", self.tr("选期限")), *super().keys()[2:])

    def unfinished(self) -> dict[str, Mapping[str, Any]]:
        """Return what is written and not entered."""
        return {draft_kind(EntryKind.RETENTION): self.choice.words()}

    def submit(self) -> None:
        """Enter the choice, or say what is missing."""
        page = self._page
        if page is None or not self._ready:
            return
        made = self.choice.keeping()
        least = least_years(page.usual, page.text.profiles)
        if missing := KEEPING.lacks(KeepingFacts(made, least)):
            self.mark(missing)
            return
        tools, case_id = self.office.tools, self.case_id
        self.enter(lambda vault: retention.choose_for(vault, tools(), case_id, made), self._entered)

    def _ask(self) -> None:
        tools, case_id, language = self.office.tools, self.case_id, window_language()
        self.office.desk.do(
            self,
            lambda vault: retention.page(vault, tools(), case_id, language),
            self._show,
            self.refuse,
        )

    def _show(self, page: KeepingPage) -> None:
        if self._page is None:
            self.bar.add_fact(page.case.code)
        self._page = page
        self._show_standing(page)
        self.choice.show_words(page.unfinished)
        self.show_before(
            self.tr("为这个个案定过的"), [self._card(page, at, one) for at, one in page.kept]
        )
        self.begin(self.choice, {draft_kind(EntryKind.RETENTION): page.unfinished})

    def _show_standing(self, page: KeepingPage) -> None:
        """Say how the term stands, by what, and counted from when."""
        clear(self._stands)
        card = Card(margins=(18, 14, 18, 16), spacing=10)
        own = self.tr("只为这个个案定的") if page.kept else self.tr("和整个执业一样")
        card.body.addLayout(
            row(StateChip(*standing_chip(page.standing)), Label(own, "meta"), None, spacing=10)
        )
        rows = [(self.tr("期限"), keeping_line(page.keeping, page.text))]
        if page.term is not None:
            rows.append((self.tr("最后一次联系"), dates.plain_day(page.term.last)))
            if page.term.minor:
                rows.append((self.tr("当时未成年"), self.tr("是，两个日子取较晚的")))
        rows.append((self.tr("可以销毁"), until_words(page.term, page.standing)))
        card.body.addWidget(KeyValues(rows, key_width=110))
        self._stands.addWidget(card)

    def _lay_out_form(self) -> None:
        about = self.tr("可以比执业地的法规长，不能短。以前定的留在下面（热线 3.3）。")
        self.form.addLayout(
            column(
                self._stands,
                10,
                Label(self.tr("只为这个个案定"), "name"),
                Label(about, "soft", wrap=True),
                self.choice,
                row(self.act, None),
                spacing=14,
            )
        )
        card = Card("wash", margins=(16, 14, 16, 14), spacing=8)
        for words, icon, place in (
            (self.tr("法律保全"), "lock", ToHold(self.case_id)),
            (self.tr("全部个案的保存期限"), "archive", ToKeeping()),
        ):
            go = Button(words, icon=icon, sz="s")
            go.clicked.connect(lambda _=False, to=place: self.wanted.emit(to))
            card.body.addLayout(row(go, None))
        self.aside.addWidget(card)
        self.marks = self.choice.marks()

    def _card(self, page: KeepingPage, at: datetime, one: Keeping) -> QWidget:
        card = Card(margins=(16, 12, 16, 12), spacing=6)
        day = dates.plain_day(local(at, page.here))
        said = Label(keeping_line(one, page.text), "strong", wrap=True)
        head = row(said, Label(day, "meta"), spacing=10)
        head.setStretch(0, 1)
        card.body.addLayout(head)
        if one.why.strip():
            why = Label(one.why, "body", wrap=True)
            card.body.addWidget(why)
            privacy.veil(why, around=(card,))
        return card

    def _entered(self, _entry: CaseEntry) -> None:
        self.say(Banner("done", self.tr("已记下这个个案的保存期限。")))
        self._ask()
