"""The page 不接案 of a case: a reason that judges nobody, and another place to go (clause 002)."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtWidgets import QWidget

from app.domain.case import CaseState
from app.domain.decline import DECLINE, Decline, DeclineReason, decline_of
from app.domain.entry import EntryKind
from app.domain.local_time import local
from app.domain.screen import Referral
from app.services import appointments, declines
from app.services.case_entries import draft_kind
from app.services.changes import Noun
from ui import dates, privacy
from ui.entry_page import EntryPage
from ui.intake_words import decline_words
from ui.page import ToCalendar, ToCases
from ui.question import Question
from ui.widgets.banner import Banner
from ui.widgets.button import Button
from ui.widgets.card import Card, clear, column, row
from ui.widgets.chip import StateChip
from ui.widgets.field import Field
from ui.widgets.label import Label
from ui.widgets.textbox import TextBox
from ui.widgets.tick import Tick

if TYPE_CHECKING:
    from collections.abc import Mapping

    from app.domain.entry import CaseEntry
    from app.domain.ids import CaseId
    from app.ports import CaseAppointments
    from app.services.declines import DeclinePage
    from ui.office import Office

_KIND = draft_kind(EntryKind.DECLINE)
_NAMED: Final = 3  # times of the calendar that are named one by one


class DeclineScreen(EntryPage):
    """Asks why, where else, and what was said; entering it closes the case."""

    def __init__(self, office: Office, case_id: CaseId, parent: QWidget | None = None) -> None:
        super().__init__(office, case_id, "", parent)
        self.bar.title.setText(self.tr("不接案"))
        self._page: DeclinePage | None = None
        self.reason = Question(
            self.tr("为什么不接"),
            [(one.value, word) for one, word in decline_words().items()],
        )
        self.more = Field(self.tr("补充一句（可以空着）"))
        self.to = Field(self.tr("转介到"), placeholder=self.tr("机构、医院或同行"))
        self.declined = Tick(self.tr("来访者谢绝转介"))
        self.said = TextBox(
            self.tr("怎样向来访者说的"),
            rows=3,
            hint=self.tr("理由、可以去哪里、怎样联系。不评价来访者。"),
        )
        self.act = Button(self.tr("记下并关闭个案"), "primary", icon="check")
        self.asked, self.times = QWidget(), column()
        self._lay_out_form()
        self._connect()
        self._ask()

    def unfinished(self) -> dict[str, Mapping[str, Any]]:
        """Return what is written and not entered."""
        words: dict[str, Any] = {
            "reason": self.reason.key(),
            "more": self.more.text(),
            "to": self.to.text(),
            "said": self.said.text(),
            "declined": self.declined.isChecked(),
        }
        return {_KIND: {key: one for key, one in words.items() if one}}

    def submit(self) -> None:
        """Enter it and close the case, or say what is missing."""
        if self._page is None or not self._ready or self._page.case.state is not CaseState.OPEN:
            return
        made = self._written()
        if missing := DECLINE.lacks(made):
            self.mark(missing)
            return
        tools, case_id = self.office.tools, self.case_id
        self.enter(
            lambda vault: declines.record(vault, tools().clock, case_id, made), self._entered
        )

    def _ask(self) -> None:
        tools, case_id = self.office.tools, self.case_id
        self.office.desk.do(
            self,
            lambda vault: declines.page(vault, tools().clock, case_id),
            self._show,
            self.refuse,
        )

    def _show(self, page: DeclinePage) -> None:
        """Show what was left unfinished, and what was written before."""
        if self._page is None:
            self.bar.add_fact(page.case.code)
        self._page = page
        kept = page.unfinished
        self.reason.choose(kept.get("reason", ""))
        self.more.set_text(kept.get("more", ""))
        self.to.set_text(kept.get("to", ""))
        self.said.set_text(kept.get("said", ""))
        self.declined.setChecked(bool(kept.get("declined", False)))
        self._name_more()
        for part in self.marks.values():
            part.set_error("")
        opened = page.case.state is CaseState.OPEN
        self.asked.setVisible(opened)
        self.kept_words.setVisible(opened)
        self.show_before(
            self.tr("已经记下的"),
            [self._card(page, one) for one in page.kept],
            gaps=(36 if opened else 12, 10),
        )
        self._show_times(page)
        self.begin(self.reason if opened else self._say_closed(), {_KIND: kept})

    def _say_closed(self) -> QWidget:
        """Say that the case is closed; return the way back, the first thing to do."""
        banner = Banner("done", self.tr("已记下，个案已经关闭。"), action=self.tr("回到个案列表"))
        banner.acted.connect(partial(self.wanted.emit, ToCases()))
        self.say(banner)
        banner.action.setFocus()
        return banner.action

    def _show_times(self, page: DeclinePage) -> None:
        """Name the times that are still booked for a closed case, and offer to cancel them."""
        clear(self.times)
        if page.case.state is CaseState.OPEN or not page.booked:
            return
        at = [local(one.starts_at, page.here) for one in page.booked]
        named = self.tr("、").join(dates.day_and_time(one) for one in at[:_NAMED])
        more = self.tr("{0}，还有以后的").format(named) if len(at) > _NAMED else named
        banner = Banner(
            "warning",
            self.tr("日历里还约着这个个案"),
            text=more,
            clause=self.tr("去日历看"),
            action=self.tr("取消这些预约"),
        )
        day = at[0].date().isoformat()
        banner.clause_asked.connect(lambda: self.wanted.emit(ToCalendar("week", day)))
        banner.acted.connect(self._cancel_times)
        self.times.addWidget(banner)

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

        self.office.desk.do(
            self,
            lambda vault: declines.cancel_booked(vault, tools().clock, case_id),
            cancelled,
            self.refuse,
            nouns,
        )

    def _name_more(self) -> None:
        """Name the line behind 其他 as what it is then: asked for, not left free."""
        other = self.reason.key() == DeclineReason.OTHER.value
        words = self.tr("是什么理由") if other else self.tr("补充一句（可以空着）")
        self.more.label.setText(words)
        self.more.line.setAccessibleName(words)
        if not other:
            self.more.set_error("")

    def _written(self) -> Decline:
        reason, declined = self.reason.key(), self.declined.isChecked()
        referral = Referral("" if declined else self.to.text(), self.said.text(), declined)
        return Decline(DeclineReason(reason) if reason else None, self.more.text(), referral)

    def _card(self, page: DeclinePage, one: CaseEntry) -> QWidget:
        """Return what was written once."""
        made = decline_of(one.value)
        card = Card(margins=(16, 10, 16, 10), spacing=4)
        at = dates.day_and_time(local(one.at, page.here))
        head = row(Label(at, "strong"), spacing=10)
        if made.reason is not None:
            head.addWidget(StateChip(decline_words()[made.reason]))
        head.addStretch(1)
        card.body.addLayout(head)
        where = self.tr("来访者谢绝转介") if made.referral.declined else made.referral.to
        said = [
            Label(words, "body", wrap=True)
            for words in (made.more, where, made.referral.said)
            if words.strip()
        ]
        for part in said:
            card.body.addWidget(part)
        privacy.veil(*said, around=(card,))
        return card

    def _lay_out_form(self) -> None:
        intro = self.tr(
            "不接案要有理由，也要介绍别的去处（热线 1.1）。理由只有这几种：身份、民族、信仰、"
            "性取向这些都不是理由。记下以后个案关闭，写的字还在。"
        )
        places = (
            self.tr("精神专科医院"),
            self.tr("综合医院心理科"),
            self.tr("12356 心理援助热线"),
            self.tr("学校或单位的心理中心"),
            self.tr("附近的面询机构"),
            self.tr("同行推荐"),
        )
        self.offers = [self._offer(words) for words in places]
        flow = column(
            Label(self.tr("可以介绍的去处，点一下就写进去"), "meta"),
            row(*self.offers[:3], None, spacing=6),
            row(*self.offers[3:], None, spacing=6),
            spacing=6,
        )
        self.asked.setLayout(
            column(
                Label(intro, "soft", wrap=True),
                self.reason,
                self.more,
                column(self.to, flow, self.declined, spacing=10),
                self.said,
                row(self.act, None),
                spacing=18,
            )
        )
        self.form.addLayout(self.times)
        self.form.addWidget(self.asked)
        self.marks = {
            "decline.reason": self.reason,
            "decline.more": self.more,
            "decline.elsewhere": self.to,
            "decline.said": self.said,
        }

    def _offer(self, words: str) -> Button:
        made = Button(words, "quiet", sz="s")
        made.setAccessibleName(self.tr("写进转介：{0}").format(words))
        made.clicked.connect(lambda: self._write(words))
        return made

    def _write(self, words: str) -> None:
        """Write a place behind those that are named already."""
        kept = self.to.text().strip()
        if words not in kept:
            self.to.set_text(self.tr("、").join(one for one in (kept, words) if one))
        self.to.line.setFocus()

    def _connect(self) -> None:
        self.act.clicked.connect(self.submit)
        self.reason.chosen.connect(self._name_more)
        self.reason.chosen.connect(self.touched)
        self.declined.toggled.connect(self._refused_help)
        for part in (self.more, self.to, self.said):
            part.changed.connect(self.touched)
        for field in (self.more, self.to):
            field.entered.connect(self.focusNextChild)

    def _refused_help(self, declined: bool) -> None:  # noqa: FBT001 - Qt's own signature
        self.to.setEnabled(not declined)
        for one in self.offers:
            one.setEnabled(not declined)
        self.touched()

    def _entered(self, _entry: CaseEntry) -> None:
        """Close the form: what was written is shown below, and nothing can be declined twice."""
        self._ask()
