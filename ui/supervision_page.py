"""The page 督导记录 of a case: what is still to be done, and what was said in supervision."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from app.domain.case_supervision import SUPERVISED, ActionDone, supervised_of
from app.domain.entry import EntryKind
from app.domain.local_time import local
from app.services import case_supervisions
from app.services.case_entries import draft_kind
from app.services.changes import Noun
from ui import privacy
from ui.clause_link import ClauseLink
from ui.ending_words import day_words
from ui.entry_page import EntryPage
from ui.entry_words import rule_words
from ui.page import ToCases, ToExport
from ui.practice_words import choice_words
from ui.supervision_form import SupervisionParts
from ui.widgets.banner import Banner, stand_above
from ui.widgets.button import Button
from ui.widgets.card import Card, clear, column, row, rule
from ui.widgets.chip import StateChip
from ui.widgets.field import Field
from ui.widgets.label import Label

if TYPE_CHECKING:
    from collections.abc import Mapping

    from PySide6.QtWidgets import QWidget

    from app.domain.case_supervision import CaseSupervision, OpenAction
    from app.domain.entry import CaseEntry
    from app.domain.ids import CaseId
    from app.services.case_supervisions import SupervisionPage
    from ui.office import Office

_KIND: Final = draft_kind(EntryKind.SUPERVISION)
_DONE: Final = draft_kind(EntryKind.SUPERVISION_DONE)


class SupervisionScreen(EntryPage):
    """What was left to be done, each with a line for what became of it; below it the form."""

    def __init__(self, office: Office, case_id: CaseId, parent: QWidget | None = None) -> None:
        super().__init__(office, case_id, "", parent)
        self.bar.title.setText(self.tr("督导记录"))
        self._page: SupervisionPage | None = None
        self._closing: dict[str, tuple[OpenAction, Field]] = {}
        self._care, self._left = column(), column()
        self.parts = SupervisionParts()
        self.act = Button(self.tr("记下督导"), "primary", icon="check")
        intro = self.tr(
            "督导以后，把听到的和要做的写在这里。这是您自己的工作记录：不进给来访者的记录副本，"
            "也不进去标识化的摘要。"
        )
        self.form.addLayout(
            column(
                self._care,
                self._left,
                Label(intro, "soft", wrap=True),
                18,
                self.parts,
                18,
                row(self.act, None),
            )
        )
        self.marks = self.parts.marks()
        self.parts.changed.connect(self.touched)
        self.act.clicked.connect(self.submit)
        self._ask()

    def unfinished(self) -> dict[str, Mapping[str, Any]]:
        """Return what is typed and not entered, of the form and of what became of things."""
        said = {key: line.text() for key, (_, line) in self._closing.items() if line.text()}
        return {_KIND: self.parts.words(), _DONE: said}

    def submit(self) -> None:
        """Close the thing that the keyboard is at, else enter the supervision."""
        if self._page is None or not self._ready:
            return
        focused = QApplication.focusWidget()
        for one, line in self._closing.values():
            if focused is not None and line.isAncestorOf(focused):
                self._close(one, line)
                return
        if self.unread(self.parts.day):
            return
        if (number := self.parts.unread()) is not None:
            number.refuse()
            number.line.setFocus()
            return
        made = self.parts.made()
        if missing := SUPERVISED.lacks(made):
            self.mark(missing)
            return
        tools, case_id = self.office.tools, self.case_id
        nouns = (Noun.CASES, Noun.PRACTICE) if made.counted else (Noun.CASES,)
        self.enter(
            lambda vault: case_supervisions.record(vault, tools(), case_id, made),
            partial(self._entered, self.tr("督导已记下。")),
            nouns,
        )

    def _close(self, one: OpenAction, line: Field) -> None:
        """Enter what became of something, or say that this is missing."""
        made = ActionDone(int(one.entry_id), one.action, line.text().strip())
        if not made.outcome:
            line.set_error(rule_words("action_done.outcome"))
            line.line.setFocus()
            return
        # Only its own line is entered; what is written in the others is kept again by the next ask.
        others = {key: said.text() for key, (_, said) in self._closing.items() if said is not line}
        tools, case_id = self.office.tools, self.case_id

        def then(_entry: CaseEntry) -> None:
            kept = {key: text for key, text in others.items() if text}
            if kept:
                self._drafts.keep(self.case_id, _DONE, kept)
            self._entered(self.tr("已记下后来怎样。"), _entry)

        self.enter(
            lambda vault: case_supervisions.close(vault, tools(), case_id, made),
            then,
            (Noun.CASES,),
        )

    def _ask(self) -> None:
        tools, case_id = self.office.tools, self.case_id
        self.office.desk.do(
            self,
            lambda vault: case_supervisions.page(vault, tools(), case_id),
            self._show,
            self.refuse,
        )

    def _show(self, page: SupervisionPage) -> None:
        if self._page is None:
            self.bar.add_fact(page.case.code)
        self._page = page
        now = local(page.now, page.here).replace(tzinfo=None)
        self.parts.show_page(now, page.known, page.given)
        self.parts.show_words(page.unfinished.get(EntryKind.SUPERVISION, {}))
        for mark in self.marks.values():
            mark.set_error("")
        clear(self._care)
        for name in page.care:
            banner = Banner("warning", rule_words(name))
            stand_above(self._care, banner)
        self._show_left(page)
        self._show_aside()
        self.show_before(self.tr("以前的督导"), [self._card(page, one) for one in page.kept])
        known = {draft_kind(kind): words for kind, words in page.unfinished.items()}
        self.begin(self.parts.form.chip("individual"), known)

    def _show_left(self, page: SupervisionPage) -> None:
        """Show what is still to be done, each with a line for what became of it."""
        clear(self._left)
        self._closing = {}
        if not page.left:
            return
        said = page.unfinished.get(EntryKind.SUPERVISION_DONE, {})
        self._left.addWidget(Label(self.tr("还要做的"), "name"))
        for one in page.left:
            key = f"{one.entry_id:d}.{one.action}"
            card = Card(margins=(16, 12, 16, 12), spacing=8)
            words = Label(one.text, "body", wrap=True)
            head = row(words, Label(day_words(one.day), "meta"), spacing=12)
            head.setStretch(0, 1)
            card.body.addLayout(head)
            line = Field("", placeholder=self.tr("后来怎样"))
            line.label.hide()
            line.line.setAccessibleName(self.tr("后来怎样：{0}").format(one.text))
            line.set_text(str(said.get(key, "")))
            line.changed.connect(self.touched)
            done = Button(self.tr("做完了"), icon="check")
            done.setAccessibleName(self.tr("做完了：{0}").format(one.text))
            done.clicked.connect(partial(self._close, one, line))
            answer = row(line, done, spacing=10)
            answer.setStretch(0, 1)
            answer.setAlignment(done, Qt.AlignmentFlag.AlignTop)
            card.body.addLayout(answer)
            privacy.veil(words, line.line, around=(card,))
            self._closing[key] = (one, line)
            self._left.addSpacing(10)
            self._left.addWidget(card)
        self._left.addSpacing(20)
        self._left.addWidget(rule())
        self._left.addSpacing(20)

    def _show_aside(self) -> None:
        clear(self.aside)
        card = Card("wash", margins=(16, 14, 16, 14), spacing=8)
        card.body.addWidget(Label(self.tr("带去督导以前"), "strong"))
        said = self.tr("要带材料，先做去标识化的摘要；交出去的每一份都有编号，在这里可以选。")
        card.body.addWidget(Label(said, "soft", wrap=True))
        go = Button(self.tr("去标识化"), icon="send", sz="s")
        go.clicked.connect(lambda: self.wanted.emit(ToExport(self.case_id)))
        card.body.addLayout(row(go, None))
        card.body.addWidget(ClauseLink(("118", "056")))
        self.aside.addWidget(card)

    def _card(self, page: SupervisionPage, entry: CaseEntry) -> QWidget:
        """Return a supervision as it stands in the file, with what became of its actions."""
        made, words = supervised_of(entry.value), choice_words()
        card = Card(margins=(16, 12, 16, 12), spacing=6)
        head = row(Label(day_words(made.day), "strong"), spacing=10)
        for choice in (made.form, made.medium):
            if choice is not None:
                head.addWidget(StateChip(words[choice], "plain"))
        head.addStretch(1)
        card.body.addLayout(head)
        said = [Label(text, "body", wrap=True) for text in self._lines(made) if text]
        for number, action in enumerate(made.actions):
            became = page.became.get((int(entry.id), number), "")
            mark = self.tr("{0} → {1}").format(action, became) if became else action
            said.append(Label(f"· {mark}", "body", wrap=True))
        for part in said:
            card.body.addWidget(part)
        privacy.veil(*said, around=(card,))
        return card

    def _lines(self, made: CaseSupervision) -> tuple[str, ...]:
        shown = self.tr("带去的摘要 {0}").format(made.shown) if made.shown else ""
        return (made.supervisor, shown, made.questions, made.feedback)

    def _entered(self, said: str, _entry: CaseEntry) -> None:
        banner = Banner("done", said, action=self.tr("回到个案"))
        banner.acted.connect(lambda: self.wanted.emit(ToCases(self.case_id)))
        self.say(banner)
        self._ask()
