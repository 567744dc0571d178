"""The page on which it is written why something was not waited for, or why there is no name."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from app.domain.local_time import local
from app.domain.reasons import lacking, reasons_of
from app.services import reasons
from app.services.case_entries import draft_kind
from app.services.changes import Noun
from ui import dates, privacy
from ui.entry_page import EntryPage
from ui.reasons_words import reasons_words
from ui.widgets.banner import Banner
from ui.widgets.button import Button
from ui.widgets.card import Card, column, row
from ui.widgets.label import Label
from ui.widgets.textbox import TextBox

if TYPE_CHECKING:
    from collections.abc import Mapping

    from PySide6.QtWidgets import QWidget

    from app.domain.entry import CaseEntry, EntryKind
    from app.domain.ids import CaseId, SessionId
    from app.domain.reasons import Reasons
    from app.services.reasons import ReasonsPage
    from ui.office import Office


class ReasonsScreen(EntryPage):
    """Three questions, each answered in words; what was written before stands below."""

    def __init__(
        self,
        office: Office,
        about: tuple[CaseId, EntryKind, SessionId | None],
        parent: QWidget | None = None,
    ) -> None:
        case_id, self._kind, self._session = about
        self._says = reasons_words(self._kind)
        super().__init__(office, case_id, self._says.title, parent)
        self._page: ReasonsPage | None = None
        self._boxes = {
            name: TextBox(label, hint=hint, rows=3) for name, label, hint in self._says.questions
        }
        self.act = Button(self.tr("记下"), "primary", icon="check")
        self.act.clicked.connect(self.submit)
        self.form.addLayout(
            column(
                Label(self._says.intro, "soft", wrap=True),
                *self._boxes.values(),
                row(self.act, None),
                spacing=18,
            )
        )
        for (rule, _), box in zip(self._says.rules, self._boxes.values(), strict=True):
            self.marks[rule] = box
            box.edit.edited.connect(self.touched)
        self._ask()

    def unfinished(self) -> dict[str, Mapping[str, Any]]:
        """Return what is written and not entered."""
        words = self._words()
        kind = draft_kind(self._kind, self._session)
        return {kind: words if any(words.values()) else {}}

    def submit(self) -> None:
        """Enter what is written, or say what is missing."""
        if self._page is None or not self._ready:
            return
        made = self._written()
        if missing := lacking(made):
            self.mark(missing)
            return
        tools, case_id, session = self.office.tools, self.case_id, self._session
        self.enter(
            lambda vault: reasons.record(vault, tools().clock, case_id, made, session),
            self._entered,
            (Noun.CASES, Noun.NOTES),
        )

    def _ask(self) -> None:
        tools, about = self.office.tools, (self.case_id, self._kind, self._session)
        self.office.desk.do(
            self, lambda vault: reasons.page(vault, tools().clock, *about), self._show, self.refuse
        )

    def _show(self, page: ReasonsPage) -> None:
        """Show what was left unfinished, and what was written before."""
        if self._page is None:
            self.bar.add_fact(page.case.code)
            if page.session is not None:
                at = dates.day_and_time(local(page.session.starts_at, page.here))
                self.bar.add_fact(self.tr("第 {0} 次咨询 {1}").format(page.session.number, at))
        self._page = page
        for name, box in self._boxes.items():
            box.set_text(page.unfinished.get(name, ""))
        cards = [self._card(page, one) for one in page.kept]
        self.show_before(self.tr("已经记下的"), cards)
        kind = draft_kind(self._kind, self._session)
        self.begin(next(iter(self._boxes.values())).edit, {kind: page.unfinished})

    def _card(self, page: ReasonsPage, one: CaseEntry) -> QWidget:
        """Return what was written once: the questions, and the answers below them."""
        card = Card(margins=(16, 10, 16, 10), spacing=4)
        at = dates.day_and_time(local(one.at, page.here))
        card.body.addWidget(Label(at, "meta"))
        said = []
        for name, label, _ in self._says.questions:
            card.body.addWidget(Label(label, "strong"))
            said.append(Label(str(one.value.get(name, "")), "body", wrap=True))
            card.body.addWidget(said[-1])
        privacy.veil(*said, around=(card,))
        return card

    def _words(self) -> dict[str, str]:
        return {name: box.text() for name, box in self._boxes.items()}

    def _written(self) -> Reasons:
        return reasons_of(self._kind, self._words())

    def _entered(self, _entry: CaseEntry) -> None:
        """Say that it stands in the file; the way back is the first thing to do."""
        banner = Banner("done", self.tr("已记下，不再改动。"), action=self.tr("回到刚才"))
        banner.acted.connect(partial(self.back.emit))
        self.say(banner)
        banner.action.setFocus()
        self._ask()
