"""The page 来访者的请求 of a case: what is open, its answer, a new one, and what was answered."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QApplication, QWidget

from app.domain.client_request import (
    ANSWER,
    REQUEST,
    AnswerFacts,
    Decision,
    RequestKind,
    RequestStanding,
    overdue,
)
from app.domain.entry import EntryKind
from app.domain.local_time import local
from app.services import client_requests
from app.services.case_entries import draft_kind
from ui import privacy
from ui.entry_page import EntryPage
from ui.keeping_words import answer_lines, decision_chip, kind_words, request_lines
from ui.note_template_menu import window_language
from ui.page import PageKey, ToCases, ToDestroy, ToHold, ToRecordCopy
from ui.paper_panel import PaperPanel
from ui.request_form import AnswerForm, RequestForm
from ui.widgets.banner import Banner, stand_above
from ui.widgets.button import Button
from ui.widgets.card import Card, clear, column, row, rule
from ui.widgets.chip import StateChip
from ui.widgets.keyvalue import KeyValues
from ui.widgets.label import Label

if TYPE_CHECKING:
    from collections.abc import Mapping

    from app.domain.entry import CaseEntry
    from app.domain.ids import CaseId
    from app.services.client_requests import RequestPage
    from ui.office import Office
    from ui.page import Destination


class RequestScreen(EntryPage):
    """Two forms: the request as it came, and the answer to the one that is due first (133)."""

    def __init__(
        self, office: Office, case_id: CaseId, at: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(office, case_id, "", parent)
        self._at = at
        self.bar.title.setText(self.tr("来访者的请求"))
        self._page: RequestPage | None = None
        self._done = False
        self.request, self.answer = RequestForm(), AnswerForm()
        self._open, self._answering, self._waits = column(), QWidget(), column()
        self._lay_out_form()
        self.request.submitted.connect(self._receive)
        self.answer.submitted.connect(self._give)
        for form in (self.request, self.answer):
            form.changed.connect(self.touched)
        self._ask()

    def keys(self) -> tuple[PageKey, ...]:
        """Return the keys of the page."""
        return (*super().keys()[:1], PageKey("1 … 4", self.tr("选第几个")), *super().keys()[2:])

    def unfinished(self) -> dict[str, Mapping[str, Any]]:
        """Return what is written and not entered, of both forms."""
        return {
            draft_kind(EntryKind.CLIENT_REQUEST): self.request.words(),
            draft_kind(EntryKind.REQUEST_ANSWER): self.answer.words(),
        }

    def submit(self) -> None:
        """Enter the form that the keyboard is in."""
        focused = QApplication.focusWidget()
        if focused is not None and self._answering.isAncestorOf(focused):
            self._give()
        else:
            self._receive()

    def _receive(self) -> None:
        if not self._ready or any(self.unread(one) for one in self.request.days()):
            return
        made = self.request.request()
        if missing := REQUEST.lacks(made):
            self.mark(missing)
            return
        tools, case_id = self.office.tools, self.case_id
        said = Banner("done", self.tr("请求已记下。"), text=self.tr("办好以后，把答复写在下面。"))
        self.enter(
            lambda vault: client_requests.receive(vault, tools(), case_id, made),
            lambda entry: self._entered(said, entry),
        )

    def _give(self) -> None:
        asked = self._asked()
        if asked is None or self._page is None or not self._ready:
            return
        shown = [one for one in self.answer.days() if one.isVisible()]
        if any(self.unread(one) for one in shown):
            return
        made = self.answer.answer(asked.id)
        if missing := ANSWER.lacks(AnswerFacts(made, asked.request, self._page.held)):
            self.mark(missing)
            return
        tools, case_id = self.office.tools, self.case_id
        said = self._answered(asked, made.decision)
        self.enter(
            lambda vault: client_requests.answer(vault, tools(), case_id, made),
            lambda entry: self._entered(said, entry),
        )

    def _answered(self, asked: RequestStanding, decision: Decision | None) -> Banner:
        """Return what is said after an answer, with the way to where it is done."""
        words, place = self.tr("回到个案"), _way(self.case_id, asked.request.kind)
        if decision is Decision.REFUSED or place is None:
            place = ToCases(self.case_id)
        else:
            words = self._way_words(asked.request.kind)
        banner = Banner(
            "done",
            self.tr("答复已记下。"),
            text=self.tr("下面可以打印给来访者。"),
            action=words,
        )
        banner.acted.connect(lambda: self.wanted.emit(place))
        return banner

    def _way_words(self, kind: RequestKind | None) -> str:
        if kind is RequestKind.DELETE:
            return self.tr("去销毁个案")
        return self.tr("去写补记") if kind is RequestKind.CORRECT else self.tr("去给出记录")

    def _asked(self) -> RequestStanding | None:
        """Return the request that is answered: the one that is due first."""
        found = sorted(self._page.waiting, key=lambda one: one.request.due) if self._page else []
        return found[0] if found else None

    def _ask(self) -> None:
        tools, case_id = self.office.tools, self.case_id
        self.office.desk.do(
            self,
            lambda vault: client_requests.page(vault, tools(), case_id),
            self._show,
            self.refuse,
        )

    def _show(self, page: RequestPage) -> None:
        if self._page is None:
            self.bar.add_fact(page.case.code)
        self._page = page
        now = local(page.now, page.here).replace(tzinfo=None)
        for form in (self.request, self.answer):
            form.count_from(now)
        self.request.show_words(page.unfinished.get(EntryKind.CLIENT_REQUEST, {}))
        self.answer.show_words(page.unfinished.get(EntryKind.REQUEST_ANSWER, {}))
        self._show_open(page)
        over = [one for one in page.requests if one.answer is not None]
        self.show_before(self.tr("答复过的请求"), [self._card(page, one) for one in over])
        kept = {draft_kind(kind): words for kind, words in page.unfinished.items()}
        waits = self._asked() is not None
        first = self.answer if waits and self._at != "new" else self.request
        self.begin(first, kept)
        if self._done:  # the keyboard goes on where the page goes on, not in what was emptied
            self._done = False
            first.setFocus()

    def _show_open(self, page: RequestPage) -> None:
        """Show the open requests, and ask for the answer to the one that is due first."""
        clear(self._open)
        clear(self._waits)
        asked = self._asked()
        self._answering.setVisible(asked is not None)
        today = local(page.now, page.here).date()
        if asked is None:
            return
        if overdue(asked, today):
            late = self.tr("答复期限已经过了，请尽快答复（规范二(四)b）。")
            stand_above(self._waits, Banner("warning", late))
        if page.held and asked.request.kind is RequestKind.DELETE:
            held = Banner(
                "warning",
                self.tr("个案在法律保全中，现在不能删除（例外 3）。"),
                action=self.tr("看法律保全"),
            )
            held.acted.connect(lambda: self.wanted.emit(ToHold(self.case_id)))
            stand_above(self._waits, held)
        for one in (asked, *(more for more in page.waiting if more.id != asked.id)):
            self._open.addWidget(self._card(page, one))

    def _card(self, page: RequestPage, one: RequestStanding) -> QWidget:
        """Return a request, with its answer and the paper of that where there is one."""
        card = Card(margins=(16, 12, 16, 14), spacing=10)
        decision = one.answer.decision if one.answer is not None else None
        kind = kind_words()[one.request.kind] if one.request.kind else ""
        chip = StateChip(*decision_chip(decision))
        card.body.addLayout(row(Label(kind, "strong"), chip, None, spacing=10))
        rows = [*request_lines(one.request)]
        if one.answer is not None:
            rows += answer_lines(one.answer)
        said = KeyValues(rows, key_width=96)
        card.body.addWidget(said)
        privacy.veil(said, around=(card,))
        if one.answer is not None:
            card.body.addWidget(self._paper(page, one))
        return card

    def _paper(self, page: RequestPage, one: RequestStanding) -> PaperPanel:
        """Return what prints the answer; that it left the vault is written to the trail."""
        tools, case_id = self.office.tools, self.case_id
        language = window_language()

        def render() -> bytes:
            return tools().papers.sheet.render(client_requests.paper(page, one, tools(), language))

        title = tools().keeping_texts[language].words["answer"]
        panel = PaperPanel(self.office, title, render, guarded=True)
        panel.paper.setText(self.tr("打印答复"))
        panel.write_down(lambda vault: client_requests.printed(vault, tools(), case_id))
        return panel

    def _lay_out_form(self) -> None:
        self._answering.setLayout(
            column(
                self._waits,
                Label(self.tr("等着答复的"), "name"),
                10,
                self._open,
                20,
                self.answer,
                26,
                rule(),
                22,
            )
        )
        self.form.addLayout(
            column(self._answering, Label(self.tr("记下一个请求"), "name"), 12, self.request)
        )
        self.aside.addWidget(self._rights())
        self.marks = {**self.request.marks(), **self.answer.marks()}

    def _rights(self) -> Card:
        """Return what the law says, and where each request is done."""
        card = Card("wash", margins=(16, 14, 16, 14), spacing=8)
        card.body.addWidget(Label(self.tr("来访者的权利"), "strong"))
        said = self.tr(
            "来访者可以查阅、复制、更正、删除自己的个人信息，您要及时答复；不同意的，要说明理由"
            "（个人信息保护法第四十四至五十条）。国家标准要求三十天以内，这里先按十五天算。"
        )
        card.body.addWidget(Label(said, "soft", wrap=True))
        keep = self.tr(
            "法律、行政法规规定的保存期限没有满，可以不删，但要停止保存以外的处理（第四十七条）。"
        )
        card.body.addWidget(Label(keep, "soft", wrap=True))
        for kind, words in (
            (RequestKind.COPY, self.tr("给出记录")),
            (RequestKind.CORRECT, self.tr("在记录下面写补记")),
            (RequestKind.DELETE, self.tr("销毁个案")),
        ):
            place = _way(self.case_id, kind)
            go = Button(words, "link")
            go.clicked.connect(lambda _=False, to=place: self.wanted.emit(to))
            card.body.addLayout(row(go, None))
        return card

    def _entered(self, banner: Banner, _entry: CaseEntry) -> None:
        self.say(banner)
        self._at, self._done = "", True
        self._ask()


def _way(case_id: CaseId, kind: RequestKind | None) -> Destination | None:
    """Return where what was asked for is done; a correction is an amendment below its note."""
    return (
        {
            RequestKind.COPY: ToRecordCopy(case_id),
            RequestKind.SEE: ToRecordCopy(case_id),
            RequestKind.CORRECT: ToCases(case_id),
            RequestKind.DELETE: ToDestroy(case_id),
        }.get(kind)
        if kind is not None
        else None
    )
