"""The page 约定与复核 of a case: how many sessions were agreed on, and whether they still help."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QApplication

from app.domain.agreement import AGREEMENT
from app.domain.entry import EntryKind
from app.domain.local_time import wall
from app.domain.progress_review import MOST, REVIEW, REVIEW_CARE, Onward
from app.services import courses
from app.services.case_entries import draft_kind
from app.services.changes import Noun
from ui import dates, privacy
from ui.agreement_form import AgreementForm
from ui.entry_page import EntryPage
from ui.entry_words import rule_words
from ui.page import ToCases, ToEnding, ToMeasures, ToModeChange, ToReferral
from ui.progress_form import ProgressForm
from ui.progress_words import helps_word, onward_word
from ui.widgets.banner import Banner, stand_above
from ui.widgets.button import Button
from ui.widgets.card import Card, clear, column, row, rule
from ui.widgets.field import Field
from ui.widgets.label import Label

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime

    from PySide6.QtWidgets import QWidget

    from app.domain.agreement import Agreement
    from app.domain.entry import CaseEntry
    from app.domain.ids import CaseId
    from app.domain.progress_review import ProgressReview
    from app.services.courses import CoursePage
    from ui.office import Office


class CourseScreen(EntryPage):
    """Two forms, each entered by itself: the agreement, and the review."""

    def __init__(
        self, office: Office, case_id: CaseId, at: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(office, case_id, "", parent)
        self._at = at
        self.bar.title.setText(self.tr("约定与复核"))
        self._page: CoursePage | None = None
        self.agreement, self.progress = AgreementForm(), ProgressForm()
        self.every = Field(self.tr("每几次复核一次"), hint=self.tr("所有个案都一样。"))
        self.keep_every = Button(self.tr("改成这个数"), "quiet", sz="s")
        self._stands, self._waits = Label("", "body", wrap=True), column()
        self._lay_out_form()
        self._connect()
        self._ask()

    def unfinished(self) -> dict[str, Mapping[str, Any]]:
        """Return what is typed and not entered, of both forms."""
        return {
            draft_kind(EntryKind.AGREEMENT): self.agreement.words(),
            draft_kind(EntryKind.REVIEW): self.progress.words(),
        }

    def submit(self) -> None:
        """Enter the form that the keyboard is in."""
        focused = QApplication.focusWidget()
        if focused is not None and self.agreement.isAncestorOf(focused):
            self._agree()
        else:
            self._review()

    def _agree(self) -> None:
        made = self.agreement.agreement()
        if not self._ready:
            return
        if missing := AGREEMENT.lacks(made):
            self.mark(missing)
            return
        tools, case_id = self.office.tools, self.case_id
        done = Banner("done", self.tr("约定已记下：到第 {0} 次。").format(made.limit))
        self.enter(
            lambda vault: courses.agree(vault, tools(), case_id, made),
            partial(self._entered, done),
        )

    def _review(self) -> None:
        made = self.progress.review()
        if not self._ready:
            return
        if missing := REVIEW.lacks(made):
            self.mark(missing)
            return
        tools, case_id = self.office.tools, self.case_id
        self.enter(
            lambda vault: courses.review(vault, tools(), case_id, made),
            partial(self._entered, self._reviewed(made)),
        )

    def _reviewed(self, made: ProgressReview) -> Banner:
        """Return what is said after a review, with the way on where there is one."""
        said = self.tr("复核已记下。")
        care = "\n".join(rule_words(one) for one in REVIEW_CARE.lacks(made))
        if made.onward is Onward.IN_PERSON:
            banner = Banner("done", said, text=care, action=self.tr("改变服务方式"))
            banner.acted.connect(lambda: self.wanted.emit(ToModeChange(self.case_id)))
        elif made.onward is Onward.REFERRAL:
            banner = Banner("done", said, text=care, action=self.tr("写转介"))
            banner.acted.connect(lambda: self.wanted.emit(ToReferral(self.case_id)))
        elif made.onward is Onward.CLOSING:
            banner = Banner("done", said, text=care, action=self.tr("去结案"))
            banner.acted.connect(lambda: self.wanted.emit(ToEnding(self.case_id)))
        else:
            banner = Banner("done", said, text=care, action=self.tr("回到个案"))
            banner.acted.connect(lambda: self.wanted.emit(ToCases(self.case_id)))
        return banner

    def _entered(self, banner: Banner, _entry: CaseEntry) -> None:
        self.say(banner)
        self._ask()

    def _ask(self) -> None:
        tools, case_id = self.office.tools, self.case_id
        self.office.desk.do(
            self, lambda vault: courses.page(vault, tools(), case_id), self._show, self.refuse
        )

    def _show(self, page: CoursePage) -> None:
        if self._page is None:
            self.bar.add_fact(page.case.code)
        self._page = page
        self._show_standing(page)
        kept = page.unfinished
        self.agreement.show_words(kept.get(EntryKind.AGREEMENT, {}))
        self.agreement.show_course(page.course)
        self.progress.show_words(kept.get(EntryKind.REVIEW, {}))
        self.every.set_text(str(page.course.every))
        self.keep_every.setEnabled(False)
        self._show_before(page)
        due = any(one.name == "course.review_due" for one in courses.waiting(page.course))
        due = due if not self._at else self._at == "review"
        known = {draft_kind(kind): words for kind, words in kept.items()}
        self.begin(self.progress.helps if due else self.agreement.count, known)

    def _show_standing(self, page: CoursePage) -> None:
        """Say how far it has come, and what is to be looked at."""
        course = page.course
        said = (
            self.tr("到现在 {0} 次，约定到第 {1} 次。").format(course.sessions, course.limit)
            if course.limit
            else self.tr("到现在 {0} 次，还没有约定次数。").format(course.sessions)
        )
        self._stands.setText(said)
        clear(self._waits)
        for one in courses.waiting(course):
            stand_above(self._waits, Banner("warning", rule_words(one.name)))

    def _lay_out_form(self) -> None:
        self.keep_every.setEnabled(False)
        self.form.addLayout(
            column(
                self._waits,
                self._stands,
                14,
                Label(self.tr("约定次数"), "name"),
                10,
                self.agreement,
                24,
                rule(),
                22,
                Label(self.tr("复核"), "name"),
                10,
                self.progress,
            )
        )
        card = Card("sunken", margins=(16, 14, 16, 14), spacing=10)
        card.body.addWidget(self.every)
        card.body.addLayout(row(self.keep_every, None))
        self.aside.addWidget(card)
        self.aside.addSpacing(16)
        self.aside.addWidget(self._outcome())
        self.marks = {
            "agreement.counted": self.agreement.count,
            "review.answered": self.progress.helps,
            "review.onward": self.progress.onward,
            "review.discussion": self.progress.discussion,
        }

    def _outcome(self) -> Card:
        """Return the way to the scores over time: a review looks at them (035)."""
        card = Card("wash", margins=(16, 14, 16, 14), spacing=8)
        card.body.addWidget(Label(self.tr("量表的变化"), "strong"))
        said = self.tr("答「是否仍有效」以前，先看看分数怎样变，和来访者一起看。")
        card.body.addWidget(Label(said, "soft", wrap=True))
        go = Button(self.tr("看量表"), icon="chart-line", sz="s")
        go.clicked.connect(lambda: self.wanted.emit(ToMeasures(self.case_id)))
        card.body.addLayout(row(go, None))
        return card

    def _connect(self) -> None:
        self.agreement.submitted.connect(self._agree)
        self.progress.submitted.connect(self._review)
        self.agreement.changed.connect(self.touched)
        self.progress.changed.connect(self.touched)
        self.every.changed.connect(self._every_typed)
        self.every.entered.connect(self._choose_every)
        self.keep_every.clicked.connect(self._choose_every)

    def _every_typed(self, text: str) -> None:
        self.every.set_error("")
        known = str(self._page.course.every) if self._page is not None else ""
        self.keep_every.setEnabled(text.strip() != known)

    def _choose_every(self) -> None:
        """Store the number for every case."""
        text = self.every.text().strip()
        number = int(text) if text.isdecimal() and len(text) < 4 else 0  # noqa: PLR2004 - digits
        if not 1 <= number <= MOST:
            self.every.set_error(self.tr("请写 1 到 99 之间的数。"))
            return
        self.leave()
        self.office.desk.do(
            self,
            lambda vault: courses.choose_every(vault, number),
            lambda _: self._ask(),
            self.refuse,
            (Noun.CASES,),
        )

    def _show_before(self, page: CoursePage) -> None:
        """Show what was agreed on and reviewed, the newest first."""
        agreed = {at: self._agreed(one) for at, one in page.agreements}
        reviewed = {at: self._said(one) for at, one in page.reviews}
        cards = [
            self._card(at, lines, page.zone)
            for at in sorted({*agreed, *reviewed}, reverse=True)
            for lines in (agreed.get(at), reviewed.get(at))
            if lines is not None
        ]
        self.show_before(self.tr("以前的约定与复核"), cards)

    def _card(self, at: datetime, lines: list[str], zone: str) -> QWidget:
        """Return an agreement or a review: when, what, and the words."""
        card = Card(margins=(16, 12, 16, 12), spacing=4)
        day = dates.plain_day(wall(at, zone))
        card.body.addLayout(row(Label(lines[0], "strong"), Label(day, "meta"), None, spacing=10))
        said = [Label(one, "body", wrap=True) for one in lines[1:] if one.strip()]
        for part in said:
            card.body.addWidget(part)
        privacy.veil(*said, around=(card,))
        return card

    def _agreed(self, one: Agreement) -> list[str]:
        head = self.tr("约定 {0} 次，到第 {1} 次").format(one.count, one.limit)
        return [head, one.said]

    def _said(self, one: ProgressReview) -> list[str]:
        """Return a review in lines."""
        helps = helps_word(one.helps) if one.helps else ""
        head = self.tr("第 {0} 次后复核：{1}").format(one.sessions, helps)
        way = self.tr("往后：{0}").format(onward_word(one.onward)) if one.onward else ""
        ticks = [
            *([self.tr("重新谈过边界。")] if one.boundaries else []),
            *([self.tr("没有生出别的关系。")] if one.relations else []),
        ]
        return [head, one.outcome, way, one.discussion, *ticks]
