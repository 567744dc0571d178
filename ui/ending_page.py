"""The page 结案 of a case: the closing, its summary on paper, and the way to open it again."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtWidgets import QWidget

from app.domain.ending import (
    ENDING,
    REOPENING,
    TEXTS,
    EndingKind,
    Reopening,
    ending_of,
)
from app.domain.entry import EntryKind
from app.domain.follow_up import FOLLOW_PLAN
from app.domain.local_time import local
from app.services import appointments, declines, endings
from app.services.case_entries import draft_kind
from app.services.changes import Noun
from ui import dates, privacy
from ui.clause_link import refusal_banner
from ui.danger_words import level_chip
from ui.ending_form import EndingParts
from ui.ending_words import day_words, fees_words, kind_words, loose_words, text_words
from ui.entry_page import EntryPage
from ui.note_template_menu import window_language
from ui.page import ToCases, ToContacts, ToCrisis, ToFollowUp, ToMeasures, ToReferral
from ui.paper_panel import PaperPanel
from ui.widgets.banner import Banner, stand_above
from ui.widgets.button import Button
from ui.widgets.card import Card, clear, column, put, row
from ui.widgets.chip import Choices, StateChip
from ui.widgets.keyvalue import KeyValues
from ui.widgets.label import Label
from ui.widgets.textbox import TextBox

if TYPE_CHECKING:
    from collections.abc import Mapping

    from app.domain.entry import CaseEntry
    from app.domain.ids import CaseId
    from app.domain.sheet import Sheet
    from app.ports import CaseAppointments
    from app.services.endings import EndingPage
    from ui.office import Office
    from ui.page import Destination

_KIND: Final = draft_kind(EntryKind.ENDING)
_AGAIN: Final = draft_kind(EntryKind.REOPENING)


class EndingScreen(EntryPage):
    """An open case is closed here; of a closed one it has the summary and the way back."""

    def __init__(
        self,
        office: Office,
        case_id: CaseId,
        parent: QWidget | None = None,
        *,
        dropped: bool = False,
    ) -> None:
        super().__init__(office, case_id, "", parent)
        self._dropped = dropped
        self._usual: dict[str, Any] = {}
        self.bar.title.setText(self.tr("结案"))
        self._page: EndingPage | None = None
        self.parts = EndingParts()
        self.act = Button(self.tr("记下并结案"), "primary", icon="check")
        self.why_again = TextBox(self.tr("为什么重新打开"), rows=2)
        self.reopen = Button(self.tr("重新打开个案"), "quiet", icon="undo-2")
        self._waits, self._closing, self._again = column(), QWidget(), QWidget()
        self._print, self._paper = column(), column()
        self._lay_out_form()
        self._connect()
        self._ask()

    def unfinished(self) -> dict[str, Mapping[str, Any]]:
        """Return what is written and not entered; as it was prefilled it is nothing."""
        again, words = self.why_again.text(), self.parts.words()
        if words == self._usual:
            words = {}
        return {_KIND: words, _AGAIN: {"why": again} if again.strip() else {}}

    def submit(self) -> None:
        """Close the case, or open it again; or say what is missing."""
        page = self._page
        if page is None or not self._ready:
            return
        if not page.open:
            self._reopen()
            return
        if self.unread(self.parts.day):
            return
        if (field := self.parts.plan.unread()) is not None and self.unread(field):
            return
        edition = self.office.tools().ending_texts[window_language()].edition
        made, plan = replace(self.parts.made(), edition=edition), self.parts.planned()
        missing = ENDING.lacks(replace(page.closure, ending=made))
        missing += FOLLOW_PLAN.lacks(plan) if plan is not None else ()
        if missing:
            self.mark(missing)
            return
        tools, case_id = self.office.tools, self.case_id
        self.enter(
            lambda vault: endings.record(vault, tools(), case_id, made, plan),
            partial(self._entered, self.tr("已结案。写的都在，资料从这一天起计保存期。")),
            (Noun.CASES,),
        )

    def _reopen(self) -> None:
        made = Reopening(self.why_again.text())
        if missing := REOPENING.lacks(made):
            self.mark(missing)
            return
        tools, case_id = self.office.tools, self.case_id
        self.enter(
            lambda vault: endings.reopen(vault, tools(), case_id, made),
            partial(self._entered, self.tr("个案重新打开了。以前的结案还在。")),
            (Noun.CASES,),
        )

    def _ask(self) -> None:
        tools, case_id = self.office.tools, self.case_id
        self.office.desk.do(
            self, lambda vault: endings.page(vault, tools(), case_id), self._show, self.refuse
        )

    def _show(self, page: EndingPage) -> None:
        """Show the form of an open case, or what a closed one says."""
        if self._page is None:
            self.bar.add_fact(page.case.code)
        self._page = page
        now = local(page.now, page.here).replace(tzinfo=None)
        kept = page.unfinished
        self.parts.count_from(now)
        self.parts.show_words(self._begun())
        self._usual = self.parts.words()
        if begun := kept.get(EntryKind.ENDING, {}):
            self.parts.show_words(begun)
        self.parts.show_loose(any_left=page.closure.loose.any)
        self.why_again.set_text(str(kept.get(EntryKind.REOPENING, {}).get("why", "")))
        for mark in self.marks.values():
            mark.set_error("")
        self._closing.setVisible(page.open)
        self._again.setVisible(not page.open)
        self._show_waits(page)
        self._show_aside(page)
        self._show_print(page)
        cards = [self._card(page, one) for one in page.kept]
        self.show_before(self.tr("写过的"), cards)
        first: QWidget = self.parts.kind if page.open else self.why_again
        self.begin(first, {draft_kind(one): words for one, words in kept.items()})

    def _begun(self) -> dict[str, Any]:
        """Return what is chosen already where one was led here by a client who is gone."""
        return {"kind": EndingKind.DROPPED.value} if self._dropped else {}

    def _show_waits(self, page: EndingPage) -> None:
        """Name before the closing what is not finished, with the way to it."""
        clear(self._waits)
        if not page.open:
            said = (
                self.tr("{0} 结案").format(dates.plain_day(page.day))
                if page.day is not None
                else self.tr("这个个案已经关闭")
            )
            stand_above(self._waits, Banner("info", said, icon="archive"))
            return
        if page.closure.loose.crisis:
            banner = Banner("blocked", self.tr("有一次危机还没有结束"), action=self.tr("去危机卡"))
            banner.acted.connect(lambda: self.wanted.emit(ToCrisis(self.case_id)))
            stand_above(self._waits, banner)
        left = loose_words(page.closure.loose)
        if not left:
            return
        text = self.tr("先做完，或者在下面「没完的事怎么办」里写清楚。")
        action = self.tr("取消还约着的预约") if page.closure.loose.booked else ""
        title = self.tr("还有没完的事：{0}").format(self.tr("；").join(left))
        banner = Banner("warning", title, text=text, action=action)
        banner.acted.connect(self._cancel_times)
        stand_above(self._waits, banner)

    def _cancel_times(self) -> None:
        """Cancel what is booked; it can be taken back."""
        tools, case_id = self.office.tools, self.case_id
        nouns = (Noun.APPOINTMENTS,)

        def cancelled(before: CaseAppointments) -> None:
            def take_back() -> None:
                self.office.desk.do(
                    self,
                    lambda vault: appointments.undo(vault, tools().clock, before),
                    lambda _none: self._ask(),
                    self.refuse,
                    nouns,
                )

            self.undoable.emit(self.tr("这个个案的预约都取消了。"), take_back)
            self._ask()

        self.leave()
        self.office.desk.do(
            self,
            lambda vault: declines.cancel_booked(vault, tools().clock, case_id),
            cancelled,
            self.refuse,
            nouns,
        )

    def _show_aside(self, page: EndingPage) -> None:
        """Show beside the form what the file says already."""
        clear(self.aside)
        counted = page.counted
        rows = [
            (self.tr("会谈"), f"{counted.sessions}"),
            (self.tr("分钟"), f"{counted.minutes}"),
            (self.tr("缺席"), f"{counted.missed}"),
            (self.tr("第一次"), day_words(counted.first)),
            (self.tr("最近一次"), day_words(counted.last)),
        ]
        card = Card("sunken", margins=(16, 14, 16, 14), spacing=8)
        card.body.addWidget(Label(self.tr("档案里的"), "strong"))
        card.body.addWidget(KeyValues([one for one in rows if one[1]], key_width=64))
        if page.level is not None:
            level = level_chip(page.level)
            card.body.addLayout(row(Label(self.tr("风险"), "soft"), StateChip(*level), None))
        if page.goals.strip():
            card.body.addWidget(Label(self.tr("概念化里的目标"), "soft"))
            goals = Label(page.goals, "body", wrap=True)
            privacy.veil(goals, around=(card,))
            card.body.addWidget(goals)
        self.aside.addWidget(card)
        self.aside.addSpacing(12)
        ways: tuple[tuple[str, str, Destination], ...] = (
            (self.tr("看量表"), "chart-line", ToMeasures(self.case_id)),
            (self.tr("记一次联系"), "phone-call", ToContacts(self.case_id)),
            (self.tr("写转介"), "send", ToReferral(self.case_id)),
            (self.tr("随访"), "phone", ToFollowUp(self.case_id)),
        )
        for words, icon, place in ways:
            go = Button(words, "quiet", icon=icon, sz="s")
            go.clicked.connect(partial(self.wanted.emit, place))
            self.aside.addLayout(row(go, None))
            self.aside.addSpacing(6)
        self.aside.addStretch(1)

    def _lay_out_form(self) -> None:
        intro = self.tr(
            "结案和来访者一起做：回头看目标和变化，谈以后靠什么、什么时候再来（网络 1.7）。"
            "记下以后个案关闭，写的都在，也可以重新打开。"
        )
        self._closing.setLayout(
            column(Label(intro, "soft", wrap=True), self.parts, row(self.act, None), spacing=18)
        )
        again = self.tr("来访者又来了，或者还有事要做，就重新打开；以前的结案照样留着。")
        self._again.setLayout(
            column(
                self._print,
                Label(again, "soft", wrap=True),
                self.why_again,
                row(self.reopen, None),
                spacing=14,
            )
        )
        self.form.addLayout(column(self._waits, self._closing, self._again))
        self.marks = {**self.parts.marks(), "reopening.reason": self.why_again}

    def _connect(self) -> None:
        self.act.clicked.connect(self.submit)
        self.reopen.clicked.connect(self.submit)
        self.parts.changed.connect(self.touched)
        self.why_again.changed.connect(self.touched)

    def _show_print(self, page: EndingPage) -> None:
        """Offer the summary of a closed case."""
        clear(self._print)
        if page.open or not any(one.kind is EntryKind.ENDING for one in page.kept):
            return
        card = Card(margins=(16, 14, 16, 14), spacing=10)
        language = Choices(
            [("zh", self.tr("中文")), ("en", "English")], name=self.tr("纸上用哪种语言")
        )
        language.choose(window_language())
        language.chosen.connect(lambda keys: self._make_paper(keys[0]))
        self._paper = column()
        card.body.addWidget(Label(self.tr("结案小结"), "name"))
        told = self.tr("写代号，不写姓名。存成文件时用密码加密。")
        card.body.addWidget(Label(told, "soft", wrap=True))
        card.body.addWidget(language)
        card.body.addLayout(self._paper)
        self._print.addWidget(card)
        self._make_paper(window_language())

    def _make_paper(self, language: str) -> None:
        tools, case_id = self.office.tools, self.case_id
        self.office.desk.do(
            self,
            lambda vault: endings.summary(vault, tools(), case_id, language),
            self._offer_paper,
            lambda refusal: put(self._paper, refusal_banner(refusal)),
        )

    def _offer_paper(self, sheet: Sheet) -> None:
        tools, case_id = self.office.tools, self.case_id
        render = partial(tools().papers.sheet.render, sheet)
        panel = PaperPanel(self.office, sheet.title, render, guarded=True)
        panel.write_down(lambda vault: endings.printed(vault, tools(), case_id))
        put(self._paper, panel)
        self.in_order()

    def _card(self, page: EndingPage, entry: CaseEntry) -> QWidget:
        """Return a closing or a reopening as it stands."""
        card = Card(margins=(16, 12, 16, 12), spacing=8)
        at = dates.day_and_time(local(entry.at, page.here))
        head = row(spacing=10)
        if entry.kind is EntryKind.REOPENING:
            head.addWidget(Label(self.tr("重新打开"), "strong"))
            rows = [(self.tr("为什么"), str(entry.value.get("why", "")))]
        else:
            made = ending_of(entry.value)
            head.addWidget(Label(self.tr("结案 {0}").format(day_words(made.on)), "strong"))
            if made.kind is not None:
                head.addWidget(StateChip(kind_words()[made.kind]))
            names = text_words()
            fees = fees_words()[made.fees] if made.fees is not None else ""
            rows = [
                (self.tr("为什么"), made.why),
                (self._talked_word(made.kind), made.talked),
                *((names[name], getattr(made, name)) for name in TEXTS),
                (self.tr("费用"), " ".join(one for one in (fees, made.fees_how) if one)),
                (self.tr("没完的事"), "\n".join((*loose_words(made.loose), made.settled))),
            ]
        head.addWidget(Label(at, "meta"))
        head.addStretch(1)
        card.body.addLayout(head)
        said = KeyValues([one for one in rows if one[1].strip()], key_width=110)
        privacy.veil(said, around=(card,))
        card.body.addWidget(said)
        return card

    def _talked_word(self, kind: EndingKind | None) -> str:
        dropped = kind is EndingKind.DROPPED
        return self.tr("怎样找过") if dropped else self.tr("怎样谈的")

    def _entered(self, said: str, _entry: CaseEntry) -> None:
        banner = Banner("done", said, action=self.tr("回到个案"))
        banner.acted.connect(lambda: self.wanted.emit(ToCases(self.case_id)))
        self.say(banner)
        banner.action.setFocus()
        self._ask()
