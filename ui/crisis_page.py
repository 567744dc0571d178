"""The page 危机 of a case: the card above, and below it what happens, step by step."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtWidgets import QApplication, QWidget

from app.domain.crisis_event import CLOSING, LOGGED, STEP, Closing, CrisisAct, CrisisStep
from app.domain.entry import EntryKind
from app.domain.local_time import local
from app.domain.recurrence import instant
from app.services import crises
from app.services.case_entries import draft_kind
from ui.crisis_aside import CrisisAside
from ui.crisis_card import CrisisCardView
from ui.crisis_five import Five
from ui.crisis_log import EventCard, crisis_paper, step_lines, summary_words
from ui.danger_words import act_words
from ui.entry_page import EntryPage
from ui.note_template_menu import window_language
from ui.page import PageKey
from ui.question import Question
from ui.tab_order import run_down
from ui.widgets.banner import Banner
from ui.widgets.button import Button
from ui.widgets.card import Card, bring_into_sight, clear, column, row, rule
from ui.widgets.field import Field
from ui.widgets.label import Label
from ui.widgets.textbox import TextBox
from ui.widgets.when import WhenField

if TYPE_CHECKING:
    from collections.abc import Mapping

    from app.domain.crisis_event import CrisisEvent, CrisisItem
    from app.domain.entry import CaseEntry
    from app.domain.ids import CaseId
    from app.services.crises import CrisisPage
    from ui.office import Office
    from ui.paper_panel import PaperPanel

_KIND: Final = draft_kind(EntryKind.CRISIS)


class CrisisScreen(EntryPage):
    """The card; then the beginning of an event, or the one that is going on."""

    def __init__(self, office: Office, case_id: CaseId, parent: QWidget | None = None) -> None:
        super().__init__(office, case_id, "", parent)
        self.bar.title.setText(self.tr("危机卡"))
        self._page: CrisisPage | None = None
        self._event: CrisisEvent | None = None
        self._card = column()
        self.beside = CrisisAside(case_id)
        self.beside.wanted.connect(self.wanted)
        self._opening, self._running = QWidget(), QWidget()
        self.form.addLayout(column(self._card, self._opening, self._running, spacing=24))
        self.aside.addWidget(self.beside)
        self._built = False
        self._view: tuple[CrisisCardView, ...] = ()
        self._cards: tuple[EventCard, ...] = ()
        self._log_paper: PaperPanel | None = None
        self._ask()

    def _build(self) -> None:
        """Make what she writes in, once the card stands before her: that comes first."""
        self._built = True
        self.what = TextBox(self.tr("发生了什么"), rows=2)
        self.plan = TextBox(
            self.tr("打算怎样做（紧急预案）"),
            rows=2,
            hint=self.tr("先确认哪里、谁在身边；先打给谁；什么情况下报警或叫急救。"),
        )
        self.open = Button(self.tr("开始危机事件"), "primary", icon="phone-call")
        words = act_words()
        self.did = Question(self.tr("做了什么"), [(one.value, words[one]) for one in LOGGED])
        self.words = Field(self.tr("和谁、说了什么、在哪里"))
        self.next = WhenField(self.tr("下一次联系是什么时候（可以空着）"))
        self.act = Button(self.tr("记下这一步"), "primary", icon="check")
        self.five = Five()
        self.outcome = TextBox(self.tr("结果怎样"), rows=2)
        self.end = Button(self.tr("结束这次危机"), "quiet", icon="check")
        self._log = column(spacing=6)
        self._lay_out_form()
        self._connect()

    def keys(self) -> tuple[PageKey, ...]:
        """Return the keys of the page."""
        return (PageKey("1 … 7", self.tr("选做了什么")), *super().keys()[::2])

    def unfinished(self) -> dict[str, Mapping[str, Any]]:
        """Return what is written and not logged."""
        texts = {name: one.text() for name, one in self._parts().items()}
        texts |= {"did": self.did.key(), **self.five.texts()}
        return {_KIND: {name: one for name, one in texts.items() if one}}

    def submit(self) -> None:
        """Log the step, or begin the event where none goes on."""
        if self._page is None or not self._ready:
            return
        if self._event is None:
            step = CrisisStep(CrisisAct.OPENED, words=self.what.text(), plan=self.plan.text())
            self._log_step(step, ("what", "plan"))
            return
        if self.unread(self.next):
            return
        key, at = self.did.key(), self.next.moment()
        zone = self._page.here.time_zone
        step = CrisisStep(
            CrisisAct(key) if key else None,
            self._event.id,
            words=self.words.text(),
            next_contact=None if at is None else instant(at, zone),
        )
        self._log_step(step, ("did", "words", "next"))

    def settle(self, item: CrisisItem, done: bool) -> None:  # noqa: FBT001 - how a row says it
        """Log that one of the five was done, or why not."""
        if self._event is None or not self._ready:
            return
        line = self.five.rows[item]
        self.marks["crisis.why_not"] = line
        act = CrisisAct.DONE if done else CrisisAct.NOT_DONE
        step = CrisisStep(act, self._event.id, item, line.words.text())
        self._log_step(step, (item.value,))

    def close_event(self) -> None:
        """End the event, or say which of the five is still open."""
        event = self._event
        if event is None or not self._ready:
            return
        step = CrisisStep(CrisisAct.CLOSED, event.id, words=self.outcome.text())
        if missing := CLOSING.lacks(Closing(event, step)):
            self.mark(missing)
            return
        self._log_step(step, ("outcome",))

    def _log_step(self, step: CrisisStep, used: tuple[str, ...]) -> None:
        """Store a step; what is typed elsewhere on the page stays."""
        if missing := STEP.lacks(step):
            self.mark(missing)
            return
        tools, case_id = self.office.tools, self.case_id
        self.enter(
            lambda vault: crises.log(vault, tools(), case_id, step), partial(self._entered, used)
        )

    def _ask(self) -> None:
        tools, case_id, language = self.office.tools, self.case_id, window_language()
        self.office.desk.do(
            self,
            lambda vault: crises.page(vault, tools(), case_id, language),
            self._show,
            self.refuse,
        )

    def _show(self, page: CrisisPage) -> None:
        """Show the card and whom to call; the rest once that was painted."""
        if self._page is None:
            self.bar.add_fact(page.card.code)
        self._page = page
        self._event = next((one for one in page.events if one.closed_at is None), None)
        self._show_card(page)
        self.beside.show_page(page)
        if self._built:
            self._show_forms(page)

    def _go_on(self) -> None:
        """Build what she writes in, and fill in what was left unfinished."""
        if self._built or self._page is None:
            return
        self._build()
        self._fill(self._page.unfinished)
        self._show_forms(self._page)

    def _show_forms(self, page: CrisisPage) -> None:
        """Show what goes on, or the beginning of it, and what went before."""
        now = local(page.card.now, page.here).replace(tzinfo=None)
        self.next.count_from(now)
        held = self._goes_with_focus()
        self._opening.setVisible(self._event is None)
        self._running.setVisible(self._event is not None)
        self._log_paper = None
        if self._event is not None:
            self._show_event(page, self._event)
        done = [one for one in page.events if one.closed_at is not None]
        self._cards = tuple(EventCard(self.office, self.case_id, page, one) for one in done)
        self.show_before(self.tr("以前的危机事件"), self._cards)
        self._thread()
        first = self.what if self._event is None else self.did
        self.begin(first, {_KIND: page.unfinished})
        if held:
            first.setFocus()
        self.touched()

    def _goes_with_focus(self) -> bool:
        """Return whether what is now put away has the focus, which would pass to any other part."""
        gone = self._running if self._event is None else self._opening
        holder = QApplication.focusWidget()
        return holder is not None and gone.isAncestorOf(holder)

    def _thread(self) -> None:
        """Let the Tab key go down the page, whatever of it was built last."""
        log = (self._log_paper,) if self._log_paper is not None else ()
        running = (self.did, self.words, self.next, self.act, self.five, self.outcome, self.end)
        run_down(
            self.bar.back_button,
            (
                *self._view,
                self._opening,
                *log,
                *running,
                *self._cards,
                self.beside.duties,
                self.beside.ways,
            ),
        )

    def _show_card(self, page: CrisisPage) -> None:
        clear(self._card)
        view = CrisisCardView(self.case_id, page)
        view.wanted.connect(self.wanted)
        view.place_asked.connect(self._ask_place)
        view.seen.connect(self._go_on)
        view.body.addWidget(
            crisis_paper(
                self.office,
                self.case_id,
                crises.card_paper(page, window_language()),
                self.tr("打印危机卡"),
            )
        )
        self._card.addWidget(view)
        self._view = (view,)

    def _show_event(self, page: CrisisPage, event: CrisisEvent) -> None:
        """Show the steps so far, and how the five stand."""
        clear(self._log)
        for line in step_lines(page, event):
            self._log.addWidget(line)
        paper = crises.event_paper(event, page, window_language())
        self._log_paper = crisis_paper(self.office, self.case_id, paper, summary_words())
        self._log.addWidget(self._log_paper)
        self.five.show_event(event)

    def _ask_place(self) -> None:
        """Lead to where the place is written down: a step of the event, which begins first."""
        self._go_on()
        if self._event is None:
            bring_into_sight(self.what)
            self.what.setFocus()
            return
        self.did.choose(CrisisAct.PLACE.value)
        bring_into_sight(self.words)
        self.words.setFocus()

    def _parts(self) -> dict[str, TextBox | Field]:
        return {
            "what": self.what,
            "plan": self.plan,
            "words": self.words,
            "next": self.next,
            "outcome": self.outcome,
        }

    def _fill(self, kept: Mapping[str, Any]) -> None:
        for name, part in self._parts().items():
            part.set_text(kept.get(name, ""))
        self.did.choose(kept.get("did", ""))
        self.five.set_texts(kept)

    def _lay_out_form(self) -> None:
        self._opening.setLayout(
            column(
                Label(self.tr("危机事件"), "name"),
                Label(self._about(), "soft", wrap=True),
                self.what,
                self.plan,
                row(self.open, None),
                spacing=14,
            )
        )
        running = Card(margins=(20, 16, 20, 18), spacing=16)
        parts: tuple[QWidget, ...] = (self.did, self.words, self.next)
        running.body.addWidget(Label(self.tr("正在处理的危机"), "name"))
        running.body.addLayout(self._log)
        for part in parts:
            running.body.addWidget(part)
        running.body.addLayout(row(self.act, None))
        running.body.addWidget(rule())
        running.body.addWidget(Label(self.tr("五项核对（问 9·2(2)）"), "name"))
        running.body.addWidget(self.five)
        running.body.addWidget(rule())
        running.body.addWidget(self.outcome)
        running.body.addLayout(row(self.end, None))
        self._running.setLayout(column(running))
        self.marks = {
            "crisis.what": self.what,
            "crisis.plan": self.plan,
            "crisis.act": self.did,
            "crisis.where": self.words,
            "crisis.what_else": self.words,
            "closing.outcome": self.outcome,
            **{f"closing.{item.name.lower()}": line for item, line in self.five.rows.items()},
        }

    def _about(self) -> str:
        return self.tr(
            "一步一步记下做了什么、什么时候。五项都做了，或写下为什么没有做，"
            "才能结束（问 9·2(2)）。"
        )

    def _connect(self) -> None:
        for button in (self.open, self.act):
            button.clicked.connect(self.submit)
        self.end.clicked.connect(self.close_event)
        self.did.chosen.connect(self.touched)
        for part in self._parts().values():
            part.changed.connect(self.touched)
        for item, line in self.five.rows.items():
            line.settled.connect(partial(self.settle, item))
            line.words.changed.connect(self.touched)
        self.words.entered.connect(self.submit)
        self.next.entered.connect(self.submit)

    def _entered(self, used: tuple[str, ...], _entry: CaseEntry) -> None:
        """Empty what was logged; what else is typed is kept anew, since the draft went with it."""
        for mark in self.marks.values():
            mark.set_error("")
        parts = self._parts()
        for name in used:
            if name in parts:
                parts[name].set_text("")
        if "did" in used:
            self.did.choose("")
        for item, line in self.five.rows.items():
            if item.value in used:
                line.words.set_text("")
        self.say(Banner("done", self.tr("记下了。")))
        self._ask()
