"""The page 非会谈联系 of a case: one to log in a few keys, and those that were logged."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from app.domain.contact import CONTACT, CONTACT_CARE, Began, Contact, Purpose
from app.domain.entry import EntryKind
from app.domain.local_time import local
from app.domain.recurrence import instant
from app.services import contacts
from app.services.case_entries import draft_kind
from ui import dates, privacy
from ui.contact_words import began_word, contact_line, purpose_word
from ui.entry_page import EntryPage, pair
from ui.entry_words import rule_words
from ui.page import PageKey, ToCases
from ui.private_channel import private_words
from ui.question import Question
from ui.widgets.banner import Banner
from ui.widgets.button import Button
from ui.widgets.card import Card, column, put, row
from ui.widgets.chip import StateChip
from ui.widgets.field import Field
from ui.widgets.label import Label
from ui.widgets.when import WhenField

if TYPE_CHECKING:
    from collections.abc import Mapping

    from PySide6.QtWidgets import QWidget

    from app.domain.entry import CaseEntry
    from app.domain.ids import CaseId
    from app.services.contacts import ContactPage
    from ui.office import Office


class ContactScreen(EntryPage):
    """Asks what a contact was about; when, how and by whom are written already."""

    def __init__(self, office: Office, case_id: CaseId, parent: QWidget | None = None) -> None:
        super().__init__(office, case_id, "", parent)
        self.bar.title.setText(self.tr("非会谈联系"))
        self._page: ContactPage | None = None
        self._usual: dict[str, Any] = {}
        purposes = [(one.value, purpose_word(one)) for one in Purpose]
        self.purpose = Question(self.tr("事由"), purposes)
        self.began = Question(
            self.tr("谁先联系的"), [(one.value, began_word(one)) for one in Began]
        )
        self.when = WhenField(self.tr("什么时候"))
        self.channel = Field(
            self.tr("用哪种方式"), hint=self.tr("咨询专用的联系方式，不用私人的。")
        )
        self.line = Field(self.tr("一句话（可以空着）"))
        self._private = column()
        self._care = column()
        self.act = Button(self.tr("记下联系"), "primary", icon="check")
        self._lay_out_form()
        self._connect()
        self._ask()

    def keys(self) -> tuple[PageKey, ...]:
        """Return the keys of the page."""
        return (PageKey("1 … 5", self.tr("选事由")), *super().keys()[::2])

    def unfinished(self) -> dict[str, Mapping[str, Any]]:
        """Return what is written; as it was prefilled it is nothing."""
        words = self._words()
        return {draft_kind(EntryKind.CONTACT): {} if words == self._usual else words}

    def submit(self) -> None:
        """Log the contact, or say what is missing."""
        if self._page is None or not self._ready:
            return
        if self.unread(self.when):
            return
        at = self.when.moment()
        zone = self._page.here.time_zone
        made = self._written(None if at is None else instant(at, zone))
        if missing := CONTACT.lacks(made):
            self.mark(missing)
            return
        tools, case_id = self.office.tools, self.case_id
        self.enter(lambda vault: contacts.record(vault, tools(), case_id, made), self._entered)

    def _ask(self) -> None:
        tools, case_id = self.office.tools, self.case_id
        self.office.desk.do(
            self, lambda vault: contacts.page(vault, tools(), case_id), self._show, self.refuse
        )

    def _show(self, page: ContactPage) -> None:
        """Fill in what is known; what was left unfinished comes before it."""
        if self._page is None:
            self.bar.add_fact(page.case.code)
        self._page = page
        now = local(page.now, page.here).replace(tzinfo=None, second=0, microsecond=0)
        self.when.start(now, now.date())
        self.channel.set_text(page.channel)
        self.began.choose(Began.CLIENT.value)
        self.purpose.choose("")
        self.line.set_text("")
        self._usual = self._words()
        kept = page.unfinished
        if kept:
            self._show_words(kept)
        self._warn()
        cards = [self._card(page, one) for one in page.kept]
        self.show_before(self.tr("记过的联系"), cards)
        self.begin(self.purpose, {draft_kind(EntryKind.CONTACT): kept})

    def _words(self) -> dict[str, Any]:
        """Return what stands in the form, as typed."""
        return {
            "when": self.when.text(),
            "channel": self.channel.text(),
            "purpose": self.purpose.key(),
            "began": self.began.key(),
            "line": self.line.text(),
        }

    def _show_words(self, kept: Mapping[str, Any]) -> None:
        self.when.set_text(kept["when"])
        self.channel.set_text(kept["channel"])
        self.purpose.choose(kept["purpose"])
        self.began.choose(kept["began"])
        self.line.set_text(kept["line"])

    def _written(self, at: Any) -> Contact:  # noqa: ANN401 - a time, or None
        purpose, began = self.purpose.key(), self.began.key()
        return Contact(
            at,
            self.channel.text(),
            Purpose(purpose) if purpose else None,
            Began(began) if began else None,
            self.line.text(),
        )

    def _lay_out_form(self) -> None:
        intro = self.tr("咨询以外的联系只为安排咨询：预约、改期、网络中断时找到对方，或者危机。")
        self.form.addLayout(
            column(
                Label(intro, "soft", wrap=True),
                column(self.purpose, self._care),
                self.began,
                column(pair(self.when, self.channel), self._private),
                self.line,
                row(self.act, None),
                spacing=18,
            )
        )
        self.marks = {
            "contact.when": self.when,
            "contact.channel": self.channel,
            "contact.purpose": self.purpose,
            "contact.began": self.began,
            "contact.what_else": self.line,
        }

    def _connect(self) -> None:
        self.act.clicked.connect(self.submit)
        for asked in (self.purpose, self.began):
            asked.chosen.connect(self._chosen)
        self.channel.changed.connect(lambda _: self._warn_of_private())
        for field in (self.when, self.channel, self.line):
            field.changed.connect(self.touched)
            field.entered.connect(self.submit)

    def _chosen(self, _key: str) -> None:
        self._warn()
        self.touched()

    def _warn(self) -> None:
        """Say what is to be looked at; it stops nothing."""
        found = CONTACT_CARE.broken(self._written(None))
        made = (
            Banner("warning", rule_words(found[0].name), icon="triangle-alert") if found else None
        )
        put(self._care, made)
        if made is not None:
            self._care.insertSpacing(0, 10)
        self._warn_of_private()

    def _warn_of_private(self) -> None:
        """Say where the channel is one that she listed as her own (clause 076)."""
        private = self._page.private if self._page is not None else ()
        words = private_words(self.channel.text(), private)
        made = Banner("warning", words, icon="triangle-alert") if words else None
        put(self._private, made)
        if made is not None:
            self._private.insertSpacing(0, 10)

    def _card(self, page: ContactPage, one: Contact) -> QWidget:
        """Return one contact."""
        card = Card(margins=(16, 10, 16, 10), spacing=4)
        other = one.purpose is Purpose.OTHER
        chip = StateChip(
            purpose_word(one.purpose),
            "mid" if other else "plain",
            "triangle-alert" if other else "",
        )
        at = dates.day_and_time(local(one.at, page.here)) if one.at else ""
        card.body.addLayout(row(Label(at, "strong"), chip, None, spacing=10))
        said = [Label(contact_line(one), "soft", wrap=True)]
        if one.line.strip():
            said.append(Label(one.line, "body", wrap=True))
        for part in said:
            card.body.addWidget(part)
        privacy.veil(*said, around=(card,))
        return card

    def _entered(self, _entry: CaseEntry) -> None:
        """Say that it is logged; the form is ready for another."""
        banner = Banner("done", self.tr("联系已记下。"), action=self.tr("回到个案"))
        banner.acted.connect(partial(self.wanted.emit, ToCases(self.case_id)))
        self.say(banner)
        banner.action.setFocus()
        self._ask()
