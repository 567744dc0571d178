"""The page 随访 of a case: when one asks how the client fares, and what was found."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QApplication

from app.domain.entry import EntryKind
from app.domain.follow_up import FOLLOW_PLAN, FOLLOW_UP, Reached, follow_plan_of, follow_up_of
from app.domain.local_time import local
from app.services import follow_ups
from app.services.case_entries import draft_kind
from app.services.changes import Noun
from ui import dates, privacy
from ui.ending_words import day_words, reached_words
from ui.entry_page import EntryPage
from ui.entry_words import rule_words
from ui.follow_form import FollowParts, PlanParts
from ui.page import ToCases, ToContacts, ToEnding
from ui.widgets.banner import Banner, stand_above
from ui.widgets.button import Button
from ui.widgets.card import Card, clear, column, row, rule
from ui.widgets.chip import StateChip
from ui.widgets.label import Label

if TYPE_CHECKING:
    from collections.abc import Mapping

    from PySide6.QtWidgets import QWidget

    from app.domain.entry import CaseEntry
    from app.domain.ids import CaseId
    from app.services.follow_ups import FollowPage
    from ui.office import Office


class FollowScreen(EntryPage):
    """Two forms, each entered by itself: what was found, and the days."""

    def __init__(self, office: Office, case_id: CaseId, parent: QWidget | None = None) -> None:
        super().__init__(office, case_id, "", parent)
        self.bar.title.setText(self.tr("随访"))
        self._page: FollowPage | None = None
        self.found, self.plan = FollowParts(), PlanParts()
        self.keep_plan = Button(self.tr("记下这些日子"), "quiet", icon="check")
        self._waits = column()
        self._lay_out_form()
        self.found.changed.connect(self.touched)
        self.found.submitted.connect(self._found)
        self.plan.changed.connect(self.touched)
        self.keep_plan.clicked.connect(self._planned)
        self._ask()

    def unfinished(self) -> dict[str, Mapping[str, Any]]:
        """Return what is typed and not entered, of both forms."""
        return {
            draft_kind(EntryKind.FOLLOW_UP): self.found.words(),
            draft_kind(EntryKind.FOLLOW_PLAN): self.plan.words(),
        }

    def submit(self) -> None:
        """Enter the form that the keyboard is in."""
        focused = QApplication.focusWidget()
        at_plan = focused is not None and (
            self.plan.isAncestorOf(focused) or focused is self.keep_plan
        )
        if at_plan:
            self._planned()
        else:
            self._found()

    def _found(self) -> None:
        if not self._ready or self.unread(self.found.day):
            return
        made = self.found.made()
        if missing := FOLLOW_UP.lacks(made):
            self.mark(missing)
            return
        tools, case_id = self.office.tools, self.case_id
        self.enter(
            lambda vault: follow_ups.record(vault, tools(), case_id, made),
            partial(self._entered, self._done(made.reached)),
            (Noun.CASES,),
        )

    def _planned(self) -> None:
        if not self._ready:
            return
        if (field := self.plan.unread()) is not None and self.unread(field):
            return
        made = self.plan.made()
        if missing := FOLLOW_PLAN.lacks(made):
            self.mark(missing)
            return
        tools, case_id = self.office.tools, self.case_id
        self.enter(
            lambda vault: follow_ups.plan(vault, tools(), case_id, made),
            partial(self._entered, Banner("done", self.tr("随访的日子已记下，到时会提醒。"))),
            (Noun.CASES,),
        )

    def _done(self, reached: Reached | None) -> Banner:
        """Return what is said of a follow-up, with the way on."""
        said = self.tr("随访已记下。")
        if reached is Reached.NO:
            text = self.tr("没有联系上：可以再写一个日子，或者按脱落结案。")
            banner = Banner("done", said, text=text, action=self.tr("去结案"))
            banner.acted.connect(lambda: self.wanted.emit(ToEnding(self.case_id)))
            return banner
        banner = Banner("done", said, action=self.tr("回到个案"))
        banner.acted.connect(lambda: self.wanted.emit(ToCases(self.case_id)))
        return banner

    def _entered(self, banner: Banner, _entry: CaseEntry) -> None:
        self.say(banner)
        self._ask()

    def _ask(self) -> None:
        tools, case_id = self.office.tools, self.case_id
        self.office.desk.do(
            self, lambda vault: follow_ups.page(vault, tools(), case_id), self._show, self.refuse
        )

    def _show(self, page: FollowPage) -> None:
        if self._page is None:
            self.bar.add_fact(page.case.code)
        self._page = page
        now = local(page.now, page.here).replace(tzinfo=None)
        self.found.show_page(page.left, now)
        self.plan.count_from(now)
        kept = page.unfinished
        self.found.show_words(kept.get(EntryKind.FOLLOW_UP, {}))
        self.plan.show_words(kept.get(EntryKind.FOLLOW_PLAN, {}))
        for mark in self.marks.values():
            mark.set_error("")
        clear(self._waits)
        if page.left and page.left[0] <= page.today.isoformat():
            stand_above(self._waits, Banner("warning", rule_words("follow_care.ask")))
        cards = [self._card(page, one) for one in page.kept]
        self.show_before(self.tr("约过的和问过的"), cards)
        known = {draft_kind(kind): words for kind, words in kept.items()}
        first = self.found.reached if page.left else self.plan.days[0]
        self.begin(first, known)

    def _lay_out_form(self) -> None:
        intro = self.tr(
            "结案或转介以后，隔一段时间问一次来访者现在怎样（规范二(二)c）。"
            "只问来访者同意被问的；不愿意，就勾上，不再提醒。"
        )
        contact = Button(self.tr("记一次联系"), "link", icon="phone-call")
        contact.clicked.connect(lambda: self.wanted.emit(ToContacts(self.case_id)))
        self.form.addLayout(
            column(
                self._waits,
                Label(intro, "soft", wrap=True),
                20,
                Label(self.tr("问了以后"), "name"),
                10,
                self.found,
                22,
                rule(),
                20,
                Label(self.tr("以后哪几天问"), "name"),
                6,
                Label(self.tr("新写的日子代替以前约好的。"), "soft", wrap=True),
                12,
                self.plan,
                14,
                row(self.keep_plan, contact, None, spacing=12),
            )
        )
        self.marks = {**self.found.marks(), **self.plan.marks()}

    def _card(self, page: FollowPage, entry: CaseEntry) -> QWidget:
        """Return what was planned or found."""
        card = Card(margins=(16, 12, 16, 12), spacing=6)
        written = dates.plain_day(local(entry.at, page.here).date())
        head = row(spacing=10)
        if entry.kind is EntryKind.FOLLOW_PLAN:
            plan = follow_plan_of(entry.value)
            days = self.tr("、").join(day_words(one) for one in plan.days)
            head.addWidget(Label(self.tr("约好的日子"), "strong"))
            lines = [self.tr("来访者不愿意随访") if plan.declined else days, plan.way]
        else:
            made = follow_up_of(entry.value)
            head.addWidget(Label(day_words(made.on), "strong"))
            if made.reached is not None:
                head.addWidget(StateChip(reached_words()[made.reached]))
            lines = [made.way, made.found, made.onward]
        head.addWidget(Label(self.tr("{0} 记").format(written), "meta"))
        head.addStretch(1)
        card.body.addLayout(head)
        said = [Label(one, "body", wrap=True) for one in lines if one.strip()]
        for part in said:
            card.body.addWidget(part)
        privacy.veil(*said, around=(card,))
        return card
