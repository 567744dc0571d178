"""The page 保存与销毁: how long the practice keeps records, what is due, and what was destroyed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from app.domain.errors import KeepingIncomplete
from app.domain.retention import KEEPING, KeepingFacts, Standing
from app.services import retention
from app.services.changes import Noun
from ui import dates
from ui.case_lock_words import called
from ui.destroy_words import ground_word, moment
from ui.entry_words import rule_words
from ui.keeping_choice import KeepingChoice
from ui.keeping_words import keeping_line, profile_word, standing_chip, until_words
from ui.messages import message
from ui.names import as_written
from ui.note_template_menu import window_language
from ui.own_page import OwnForm, OwnPage, headed
from ui.page import PageKey, ToCaseKeeping, ToCases, ToDestroy, ToHold
from ui.tab_order import as_laid_out
from ui.theme.focus import RING
from ui.widgets.banner import Banner
from ui.widgets.button import Button
from ui.widgets.card import Card, clear, column, row
from ui.widgets.keyvalue import KeyValues
from ui.widgets.label import Label
from ui.widgets.table import Cell, Column, Table

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from PySide6.QtWidgets import QWidget

    from app.domain.errors import Refusal
    from app.domain.keeping_text import KeepingText
    from app.ports import OpenVault
    from app.services.changes import Changes
    from app.services.retention import Line, Overview
    from ui.office import Office
    from ui.page import Destination

_WIDE: Final = 1000


class KeepingForm(OwnForm):
    """The choice for the practice."""

    def __init__(self, text: KeepingText, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.choice = KeepingChoice(text)
        self.choice.changed.connect(self._touched)
        self.choice.entered.connect(self.kept)
        self.body.addWidget(self.choice)
        self._end_with(self.tr("整个执业按这个期限"), self.tr("不改了"), new=False)
        self.begin_at(self.choice)

    def mark(self, missing: Iterable[str]) -> None:
        """Say at each part which rule it does not meet."""
        marks = self.choice.marks()
        for part in marks.values():
            part.set_error("")
        for name in missing:
            marks[name].set_error(rule_words(name))


class KeepingScreen(OwnPage[KeepingForm]):
    """What is due stands first; what is typed of a choice is kept until it is made."""

    nouns = (Noun.CASES,)

    def __init__(self, office: Office, parent: QWidget | None = None) -> None:
        super().__init__(office, parent)
        self._page: Overview | None = None
        self._chosen, self._due = column(spacing=10), column(spacing=10)
        self._gone = column(spacing=10)
        self._make_table()
        self._stack(
            self.tr("保存与销毁"),
            _WIDE,
            headed(
                self.tr("整个执业的保存期限"),
                self.tr(
                    "从结案的个案最后一次联系算起；同意书里告诉来访者的，要和这里一致（热线 3.3）。"
                ),
            ),
            self._chosen,
            10,
            self._form_room,
            26,
            headed(
                self.tr("每个个案保存到哪一天"),
                self.tr("到期不会自己销毁：由您看过，分两步销毁。按回车打开一个个案。"),
            ),
            self._due,
            self.table,
            26,
            self._gone,
        )
        self._ask()

    def keys(self) -> tuple[PageKey, ...]:
        """Return the keys of the page."""
        return (
            PageKey("Enter", self.tr("打开个案的保存期限")),
            PageKey("Ctrl+S", self.tr("存好选的期限")),
            PageKey("Esc", self.tr("返回")),
        )

    def begun(self) -> bool:
        """Return whether a choice is being made."""
        return self.form is not None

    def reload(self, changes: Changes) -> None:
        """Read again what is due."""
        if Noun.CASES in changes.nouns:
            self._ask()

    def show_privacy(self) -> None:
        """Call the cases by code or by name."""
        super().show_privacy()
        self._fill()

    def _make_table(self) -> None:
        heads = (
            self.tr("个案"),
            self.tr("怎样"),
            self.tr("可以销毁"),
            self.tr("最后一次联系"),
            self.tr("期限"),
        )
        self.table = Table([Column(one) for one in heads], name=self.tr("每个个案保存到哪一天"))
        self.table.setProperty(RING, True)  # noqa: FBT003 - Qt's own signature
        self.table.opened.connect(self._go)
        self.begin_at(self.table)

    def _ask(self) -> None:
        tools, language = self.office.tools, window_language()
        self.office.desk.do(
            self,
            lambda vault: (
                retention.overview(vault, tools(), language),
                vault.settings.keeping_begun(),
            ),
            self._show,
            self._tell,
        )

    def _show(self, found: tuple[Overview, dict[str, str]]) -> None:
        first = self._page is None
        self._page, words = found
        self._show_chosen(self._page)
        self._fill()
        self._show_due(self._page)
        self._show_gone(self._page)
        as_laid_out(self)
        if first and words:
            self._open(words)

    def _show_chosen(self, page: Overview) -> None:
        """Say what holds now, and offer to change it."""
        card = Card(margins=(18, 14, 18, 16), spacing=8)
        change = Button(self.tr("改变期限"), "quiet", icon="pencil", sz="s")
        change.clicked.connect(lambda: self._open({}))
        title = Label(keeping_line(page.keeping, page.text), "strong", wrap=True)
        head = row(title, change, spacing=12)
        head.setStretch(0, 1)
        card.body.addLayout(head)
        known = page.text.profile(page.keeping.profile)
        said = (known.about, known.source) if known is not None else (page.keeping.why,)
        for one in said:
            card.body.addWidget(Label(one, "soft", wrap=True))
        clear(self._chosen)
        self._chosen.addWidget(card)

    def _show_due(self, page: Overview) -> None:
        """Say how many are due, and which damage hides."""
        clear(self._due)
        due = [one for one in page.lines if one.standing is Standing.DUE]
        if due:
            said = self.tr("有 %n 个个案的保存期限已满。", "", len(due))
            self._due.addWidget(Banner("warning", said, text=self.tr("请看看该不该销毁。")))
        if page.hidden:
            lost = self.tr("有 %n 个个案因为损坏读不出来，没有列在这里。", "", len(page.hidden))
            self._due.addWidget(Banner("refusal", lost))
        if not page.lines:
            self._due.addWidget(Label(self.tr("还没有个案。"), "soft"))
        self.table.setVisible(bool(page.lines))

    def _fill(self) -> None:
        if self._page is None:
            return
        self.table.set_rows([self._cells(one, self._page) for one in self._page.lines])
        self.table.fit()

    def _cells(self, one: Line, page: Overview) -> Sequence[Cell]:
        word, tone, icon = standing_chip(one.standing)
        if one.marked is not None:
            word = self.tr("{0} · 已标记待销毁").format(word)
        until = one.term.until.isoformat() if one.term is not None else ""
        last = one.term.last if one.term is not None else None
        own = self.tr("{0} · 只为这个个案") if one.own else "{0}"
        return (
            Cell(as_written(called(one.person)), strong=True),
            Cell(word, list(Standing).index(one.standing), icon, tone),
            Cell(until_words(one.term, one.standing), until),
            Cell(dates.plain_day(last) if last else "", last.isoformat() if last else ""),
            Cell(own.format(profile_word(one.keeping, page.text))),
        )

    def _show_gone(self, page: Overview) -> None:
        """Show what was destroyed, by its number alone, with the reason."""
        clear(self._gone)
        if not page.gone:
            return
        self._gone.addLayout(
            headed(self.tr("已经销毁的"), self.tr("只留编号、时间和理由，没有一个字的内容。"))
        )
        card = Card(margins=(18, 14, 18, 16), spacing=8)
        rows = []
        for one in page.gone:
            why = ground_word(one.ground) if one.ground is not None else self.tr("没有写理由")
            when = moment(one.at, page.zone)
            rows.append((self.tr("编号 {0}").format(one.case_id), f"{when} · {why}"))
        card.body.addWidget(KeyValues(rows, key_width=110))
        self._gone.addWidget(card)

    def _go(self, number: int) -> None:
        """Go where a case is looked after: what is due to its destruction."""
        if self._page is None:
            return
        line = self._page.lines[number]
        case_id = line.person.case_id
        place: Destination = ToCaseKeeping(case_id)
        if line.standing is Standing.SHUT:
            place = ToCases(case_id, then=place)
        elif line.marked is not None or line.standing is Standing.DUE:
            place = ToDestroy(case_id)
        elif line.standing is Standing.HELD:
            place = ToHold(case_id)
        self.wanted.emit(place)

    # The choice for the practice.

    def _open(self, words: dict[str, str]) -> None:
        if self._page is None or self.form is not None:
            return
        form = KeepingForm(self._page.text)
        form.choice.show_words(words)
        self._show_form(form, self._cancel)

    def _work(self, form: KeepingForm) -> Callable[[OpenVault], object]:
        words = form.choice.words()

        def keep(vault: OpenVault) -> None:
            with vault.transaction():
                vault.settings.keep_keeping(words)

        return keep

    def _cancel(self) -> None:
        """Take away what was begun; what holds goes on to hold."""

        def forget(vault: OpenVault) -> None:
            with vault.transaction():
                vault.settings.keep_keeping({})

        self._close_form()
        self.office.desk.do(self, forget, refused=self._tell)

    def _keep(self) -> None:
        """Store the choice, or say what is missing."""
        form, tools = self.form, self.office.tools
        if form is None:
            return
        made = form.choice.keeping()
        if missing := KEEPING.lacks(KeepingFacts(made)):
            form.mark(missing)
            return
        form.dirty = False
        self.office.desk.do(
            self,
            lambda vault: retention.choose(vault, tools(), made),
            self._kept,
            self._not_kept,
            self.nouns,
        )

    def _not_kept(self, refusal: Refusal) -> None:
        """Say at its place what is missing, or else in the form; leaving keeps what is typed."""
        if self.form is None:
            return
        self.form.dirty = True
        if isinstance(refusal, KeepingIncomplete):
            self.form.mark(refusal.missing)
        else:
            self.form.refuse(message(refusal).line)

    def _kept(self, _: None) -> None:
        self._waiting.clear()
        self._close_form()
        self._toaster.say(self.tr("整个执业的保存期限改好了。"))
        self._ask()
