"""The page 转介 of a case: the referral, its letter and receipt, and what happened since."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Any, Final

from app.domain.consent import ConsentState
from app.domain.entry import EntryKind
from app.domain.local_time import local
from app.domain.practice_record import ResourceSort
from app.domain.referral import REFERRAL
from app.domain.referral_course import REFERRAL_STEP
from app.services import referrals
from app.services.case_entries import draft_kind
from app.services.changes import Noun
from ui import dates
from ui.entry_page import EntryPage
from ui.note_template_menu import window_language
from ui.page import ToConsents, ToEnding, ToPractice
from ui.referral_form import ReferralParts
from ui.referral_kept import ReferralCard, StepBox
from ui.widgets.banner import Banner
from ui.widgets.button import Button
from ui.widgets.card import clear, column, put, row
from ui.widgets.label import Label

if TYPE_CHECKING:
    from collections.abc import Mapping

    from PySide6.QtWidgets import QWidget

    from app.domain.entry import CaseEntry
    from app.domain.ids import CaseId, ConsentId
    from app.domain.referral_course import ReferralCourse
    from app.services.referrals import ReferralPage
    from ui.office import Office

_KIND: Final = draft_kind(EntryKind.REFERRAL)
_STEP: Final = draft_kind(EntryKind.REFERRAL_STEP)
_FIRST: Final = (ResourceSort.REFERRAL, ResourceSort.HOSPITAL)
_MOST: Final = 12


class ReferralScreen(EntryPage):
    """One form; below it the referrals that were made, each with its steps and papers."""

    def __init__(self, office: Office, case_id: CaseId, parent: QWidget | None = None) -> None:
        super().__init__(office, case_id, "", parent)
        self.bar.title.setText(self.tr("转介"))
        self._page: ReferralPage | None = None
        self._box: StepBox | None = None
        self._usual: dict[str, Any] = {}
        self.parts = ReferralParts()
        self.act = Button(self.tr("记下转介"), "primary", icon="check")
        intro = self.tr(
            "转介先和来访者谈：为什么、有哪些去处、来访者怎样看（热线 4.2，网络 1.1）。"
            "没有书面同意，什么都不给别人；有了，也只写接收方用得着的。"
        )
        self.form.addLayout(
            column(Label(intro, "soft", wrap=True), self.parts, row(self.act, None), spacing=18)
        )
        self.marks = self.parts.marks()
        self.parts.changed.connect(self.touched)
        self.parts.consent_wanted.connect(lambda: self.wanted.emit(ToConsents(self.case_id)))
        self.act.clicked.connect(self.submit)
        self._ask()

    def unfinished(self) -> dict[str, Mapping[str, Any]]:
        """Return what is written and not entered; as it was prefilled it is nothing."""
        step = self._box.words() if self._box is not None else {}
        words = self.parts.words()
        return {_KIND: {} if words == self._usual else words, _STEP: step}

    def submit(self) -> None:
        """Enter the step that the keyboard is in, else the referral; or say what is missing."""
        if self._page is None or not self._ready:
            return
        if self._box is not None and self._box.isAncestorOf(self.focusWidget()):
            self._enter_step()
            return
        if self.unread(self.parts.back_by) or self.unread(self.parts.ask_on):
            return
        edition = self.office.tools().ending_texts[window_language()].edition
        made = replace(self.parts.made(), edition=edition)
        if missing := REFERRAL.lacks(made):
            self.mark(missing)
            return
        tools, case_id = self.office.tools, self.case_id
        self.enter(
            lambda vault: referrals.record(vault, tools(), case_id, made), self._entered,
            (Noun.CASES,),
        )  # fmt: skip

    def _ask(self) -> None:
        tools, case_id, language = self.office.tools, self.case_id, window_language()
        self.office.desk.do(
            self,
            lambda vault: referrals.page(vault, tools(), case_id, language),
            self._show,
            self.refuse,
        )

    def _show(self, page: ReferralPage) -> None:
        """Show what was left unfinished, whom to call, and what was made before."""
        if self._page is None:
            self.bar.add_fact(page.case.code)
        self._page = page
        now = local(page.now, page.here).replace(tzinfo=None)
        self.parts.show_page(page.known, self._released(page), now)
        kept = dict(page.unfinished)
        self.parts.show_words(self._begun(page))
        self._usual = self.parts.words()
        if kept:
            self.parts.show_words(kept)
        for mark in self.marks.values():
            mark.set_error("")
        self._show_aside(page)
        self._box = None
        cards = [self._card(page, course) for course in page.kept]
        self.show_before(self.tr("写过的转介"), cards)
        for card in cards:
            if page.step and card.course.id == page.step.get("referral"):
                self._open_step(card, page.step)
        self.begin(self.parts.reasons, {_KIND: kept, _STEP: page.step})

    def _begun(self, page: ReferralPage) -> dict[str, Any]:
        """Return what the suitability screen says already, where nothing was referred since."""
        screened = page.screened
        if page.kept or screened is None:
            return {}
        return {"to": screened.to, "said": screened.said}

    def _released(self, page: ReferralPage) -> dict[ConsentId, str]:
        """Return the releases that hold: when each was signed, to whom it lets tell what."""
        found = {}
        for one in page.released:
            at = next(at for state, at in one.steps if state is ConsentState.SIGNED)
            facts = (one.draft.facts.get(name, "") for name in ("recipient", "content"))
            said = (dates.plain_day(local(at, page.here).date()), *facts)
            found[one.id] = " · ".join(part for part in said if part.strip())
        return found

    def _show_aside(self, page: ReferralPage) -> None:
        """Offer whom the directory knows, those for referrals first."""
        clear(self.aside)
        self.aside.addWidget(Label(self.tr("资源目录：点一下写进去"), "strong", wrap=True))
        self.aside.addSpacing(8)
        order = sorted(page.resources, key=lambda one: one.sort not in _FIRST)
        for one in order[:_MOST]:
            said = " ".join(part for part in (one.called, one.phone) if part.strip())
            made = Button(said, "quiet", sz="s")
            made.setAccessibleName(self.tr("转到：{0}").format(said))
            made.clicked.connect(partial(self.parts.take, one))
            self.aside.addLayout(row(made, None))
            self.aside.addSpacing(4)
        more = Button(self.tr("资源目录"), "link")
        more.clicked.connect(lambda: self.wanted.emit(ToPractice("resource")))
        self.aside.addLayout(row(more, None))
        self.aside.addStretch(1)

    def _card(self, page: ReferralPage, course: ReferralCourse) -> ReferralCard:
        card = ReferralCard(self.office, page, course)
        card.step_wanted.connect(self._open_step)
        card.refused.connect(self.refuse)
        card.grown.connect(self.in_order)
        return card

    def _open_step(self, card: ReferralCard, kept: Mapping[str, Any] | None = None) -> None:
        """Open what asks what happened, in the card of its referral; only one is open."""
        if self._page is None:
            return
        self._close_step()
        now = local(self._page.now, self._page.here).replace(tzinfo=None)
        box = StepBox(card.course, now)
        if kept:
            box.show_words(kept)
        box.changed.connect(self.touched)
        box.entered.connect(self._enter_step)
        box.closed.connect(self._close_step)
        put(card.step_room, box)
        self._box = box
        self.in_order()
        box.act.setFocus()

    def _close_step(self) -> None:
        if self._box is not None:
            self._box.hide()
            self._box.deleteLater()
            self._box = None
            self.touched()

    def _enter_step(self) -> None:
        """Enter the step, or say what is missing."""
        box = self._box
        if box is None or not self._ready or self.unread(box.day):
            return
        made = box.made()
        if box.mark(REFERRAL_STEP.lacks(made)):
            return
        tools, case_id = self.office.tools, self.case_id
        self.enter(
            lambda vault: referrals.step(vault, tools(), case_id, made), self._stepped,
            (Noun.CASES,),
        )  # fmt: skip

    def _entered(self, _entry: CaseEntry) -> None:
        """Say that it stands in the file: the papers are below, the closing may come next."""
        said = self.tr("转介已记下。转介信和回执在下面打印。")
        banner = Banner("done", said, action=self.tr("去结案"))
        banner.acted.connect(lambda: self.wanted.emit(ToEnding(self.case_id)))
        self.say(banner)
        banner.action.setFocus()
        self._ask()

    def _stepped(self, _entry: CaseEntry) -> None:
        self.say(Banner("done", self.tr("这一步已记下。")))
        self._ask()
