"""The page 时数: what was worked and learned, towards what registers and platforms ask."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt

from app.domain.hour_goals import progress
from app.domain.hours import in_year, totals
from app.domain.practice_record import HourRole, PracticeKind
from app.services import hours
from app.services.changes import Noun
from ui.clause_link import refusal_banner
from ui.hours_facts import FactsForm
from ui.hours_goals import Goals
from ui.hours_papers import HoursPapers
from ui.hours_words import facts_words, said_hours, word
from ui.messages import message
from ui.note_template_menu import window_language
from ui.page import Page, PageKey, ToHourRules, ToPractice
from ui.practice_words import number
from ui.tab_order import as_laid_out
from ui.theme import look
from ui.theme.focus import RING
from ui.widgets.button import Button
from ui.widgets.card import Card, bring_into_sight, column, put, row, under_head
from ui.widgets.chip import Choices
from ui.widgets.empty import Empty
from ui.widgets.keyvalue import KeyValues
from ui.widgets.label import Label
from ui.widgets.table import Cell, Column, Table
from ui.widgets.topbar import TopBar

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from app.domain.errors import Refusal
    from app.domain.hour_goals import RuleSet
    from app.domain.hours import CaseHours
    from app.ports import OpenVault
    from app.services.changes import Changes
    from app.services.hours import HoursPage
    from ui.office import Office

_WIDE: Final = 820


class HoursScreen(Page):
    """Everything is counted from what is recorded; how a case counts is said here."""

    def __init__(self, office: Office, parent: QWidget | None = None) -> None:
        super().__init__(office, parent)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setProperty("ground", "paper")
        self._page: HoursPage | None = None
        self.form: FactsForm | None = None
        self._of: CaseHours | None = None
        self.year: Choices | None = None
        self.rules: Choices | None = None
        self.papers = HoursPapers(office)
        self.papers.hide()
        self._tell_room, self._years, self._sums = column(), column(), column()
        self._goal_room, self._case_room = column(spacing=14), column(spacing=12)
        self._form_room = column()
        head = TopBar(self.tr("时数"))
        head.back.connect(self.back)
        self.write = Button(self.tr("时数规则"), "quiet", icon="pencil")
        self.write.clicked.connect(lambda: self.wanted.emit(ToHourRules()))
        head.add_action(self.write)
        lines = column(
            self._tell_room,
            self._years,
            14,
            self._sums,
            28,
            self._goal_room,
            28,
            self._case_room,
            12,
            self._form_room,
            28,
            self.papers,
            None,
        )
        self.setLayout(under_head(head, look.px(_WIDE), lines))
        self.begin_at(self.write)
        self._ask()

    def keys(self) -> tuple[PageKey, ...]:
        """Return the keys of the page."""
        return (PageKey("← →", self.tr("换一年或一份规则")), PageKey("Esc", self.tr("返回")))

    def escape(self) -> None:
        """Put the open form away; else go back."""
        if self.form is not None:
            self._close_form()
        else:
            self.back.emit()

    def leave(self) -> None:
        """Keep how a case counts, where it was changed and not kept yet."""
        if self.form is not None and self.form.dirty:
            self._keep()

    def begun(self) -> bool:
        """Return whether something is written that is not kept."""
        return self.form is not None and self.form.dirty

    def reload(self, changes: Changes) -> None:
        """Count anew what changed elsewhere."""
        if {Noun.PRACTICE, Noun.CASES} & set(changes.nouns):
            self._ask()

    def _ask(self) -> None:
        tools, language = self.office.tools, window_language()
        self.office.desk.do(
            self, lambda vault: hours.page(vault, tools(), language), self._show, self._refused
        )

    def _show(self, page: HoursPage) -> None:
        first = self._page is None or self._page.years != page.years
        self._page = page
        put(self._tell_room, None)
        if first:
            self._offer_years(page)
        self._show_sums()
        self._show_goals(page)
        self._show_cases(page)
        self._show_papers()
        as_laid_out(self)

    # The sums of a year.

    def _offer_years(self, page: HoursPage) -> None:
        if not page.lines:
            self.year = None
            put(self._years, None)
            return
        every = [("0", self.tr("全部"))]
        years = [(str(one), self.tr("{0} 年").format(one)) for one in page.years]
        self.year = Choices([*every, *years], name=self.tr("哪一年"))
        self.year.choose("0")
        self.year.chosen.connect(self._other_year)
        put(self._years, self.year)

    def _other_year(self, _keys: list[str]) -> None:
        self._show_sums()
        self._show_papers()

    def _chosen_year(self) -> int:
        return int(next(iter(self.year.keys()), "0")) if self.year is not None else 0

    def _show_sums(self) -> None:
        """Show what each role comes to."""
        page = self._page
        if page is None:
            return
        if not page.lines:
            said = self.tr("会谈、督导和培训记下以后，会自己计到这里。以前的累计可以补记。")
            empty = Empty("clock", self.tr("还没有时数"), said, action=self.tr("补记时数"))
            empty.acted.connect(lambda: self._to(PracticeKind.HOURS))
            put(self._sums, empty)
            return
        found = totals(in_year(page.lines, self._chosen_year()))
        card = Card(margins=(20, 18, 20, 18), spacing=12)
        card.body.addWidget(
            KeyValues(
                [
                    (word(role), self._said(role, minutes))
                    for role, minutes in found.items()
                    if minutes or role is not HourRole.SUPERVISING
                ],
                key_width=96,
            )
        )
        ways = [
            (PracticeKind.SUPERVISION, self.tr("督导记录")),
            (PracticeKind.TRAINING, self.tr("培训记录")),
            (PracticeKind.HOURS, self.tr("补记时数")),
        ]
        links = [Button(words, "link") for _, words in ways]
        for (kind, _), link in zip(ways, links, strict=True):
            link.clicked.connect(partial(self._to, kind))
        card.body.addLayout(row(*links, None, spacing=18))
        put(self._sums, card)

    def _said(self, role: HourRole, minutes: float) -> str:
        if role is HourRole.TRAINING:
            return self.tr("{0} 学时").format(said_hours(minutes))
        return self.tr("{0} 小时").format(said_hours(minutes))

    def _to(self, kind: PracticeKind, *_: object) -> None:
        self.wanted.emit(ToPractice(kind.value))

    # The goals.

    def _show_goals(self, page: HoursPage) -> None:
        """Show how far she is by the rule set that is chosen; all years count."""
        card = Card(margins=(20, 18, 20, 18), spacing=14)
        card.body.addWidget(Label(self.tr("对照规则"), "strong"))
        known = [one.key for one in page.rule_sets]
        kept = self.rules.keys()[0] if self.rules is not None else page.chosen
        chosen = kept if kept in known else next(iter(known), "")
        self.rules = Choices(
            [(one.key, one.name) for one in page.rule_sets], name=self.tr("哪一份规则")
        )
        self.rules.choose(chosen)
        self.rules.chosen.connect(self._other_rules)
        card.body.addWidget(self.rules)
        self._goals = column()
        card.body.addLayout(self._goals)
        put(self._goal_room, card)
        self._show_progress()

    def _rule_set(self) -> RuleSet | None:
        if self._page is None or self.rules is None:
            return None
        key = next(iter(self.rules.keys()), "")
        return next((one for one in self._page.rule_sets if one.key == key), None)

    def _show_progress(self) -> None:
        page, rules = self._page, self._rule_set()
        if page is not None and rules is not None:
            put(self._goals, Goals(rules, progress(rules, page.lines, page.today)))

    def _other_rules(self, keys: list[str]) -> None:
        self._show_progress()
        self._show_papers()
        key = keys[0]
        self.office.desk.do(self, lambda vault: hours.choose(vault, key), lambda _: None)

    def _show_papers(self) -> None:
        if self._page is not None:
            self.papers.show_page(self._page, self._chosen_year(), self._rule_set())
            self.papers.setVisible(bool(self._page.lines))

    # How a case counts.

    def _show_cases(self, page: HoursPage) -> None:
        """Show how the sessions of every case count, and those of one that differs."""
        card = Card(margins=(20, 18, 20, 18), spacing=12)
        card.body.addWidget(Label(self.tr("会谈怎样计入"), "strong"))
        said = self.tr(
            "规则常常只认收费、设置稳定、面询或视频的会谈。先说大多数个案怎样，再改不一样的个案。"
        )
        card.body.addWidget(Label(said, "soft", wrap=True))
        every = facts_words(page.every) or self.tr("还没有说")
        change = Button(self.tr("修改"), "link")
        change.setAccessibleName(self.tr("修改：大多数个案"))
        change.clicked.connect(lambda: self._open(None))
        line = row(Label(self.tr("大多数个案"), "body"), Label(every, "soft", wrap=True), change)
        line.setStretch(1, 1)
        line.setSpacing(look.px(14))
        card.body.addLayout(line)
        if page.cases:
            card.body.addWidget(self._table(page))
        put(self._case_room, card)

    def _table(self, page: HoursPage) -> Table:
        heads = [
            Column(self.tr("个案")),
            Column(self.tr("小时"), number=True),
            Column(self.tr("和谁")),
            Column(self.tr("怎样计入")),
        ]
        made = Table(heads, name=self.tr("个案怎样计入，按回车修改"))
        made.setProperty(RING, True)  # noqa: FBT003 - Qt's own signature
        made.set_rows([self._cells(one, minutes) for one, minutes in page.cases])
        found = [one for one, _ in page.cases]
        made.opened.connect(lambda at: self._open(found[at]))
        made.clicked.connect(lambda _: self._open(found[made.current()]))
        made.fit()
        return made

    def _cells(self, one: CaseHours, minutes: float) -> list[Cell]:
        spent = number(round(minutes / 60, 1))
        if one.facts is None:
            said = Cell(self.tr("上锁或读不出，没有按它计"), icon="lock", tone="mid")
        else:
            said = Cell(facts_words(one.facts) or self.tr("和大多数个案一样"))
        return [Cell(one.code, strong=True), Cell(spent, minutes), Cell(word(one.kind)), said]

    def _open(self, case: CaseHours | None) -> None:
        """Let her say how the sessions of a case count, or those of every case."""
        page = self._page
        if page is None:
            return
        self.leave()
        if case is not None and case.facts is None:
            self._close_form()
            self._tell_case(case)
            return
        facts = page.every if case is None else case.facts
        title = self.tr("大多数个案") if case is None else case.code
        assert facts is not None  # noqa: S101 - for mypy: see above
        self._of, self.form = case, FactsForm(title, facts, of_case=case is not None)
        self.form.kept.connect(self._keep_and_close)
        self.form.closed.connect(self._close_form)
        put(self._form_room, self.form)
        as_laid_out(self)
        self.form.show()  # what is hidden takes no focus
        self.form.setFocus()
        bring_into_sight(self.form)

    def _tell_case(self, case: CaseHours) -> None:
        said = self.tr("{0} 上锁了，或读不出。先解开这份个案，再说它怎样计入。").format(case.code)
        put(self._form_room, Label(said, "soft", wrap=True, tint="mid"))

    def _keep_and_close(self) -> None:
        self._keep(self._close_form)

    def _keep(self, then: Callable[[], None] | None = None) -> None:
        """Store what the open form says."""
        form, case, tools = self.form, self._of, self.office.tools
        if form is None:
            return
        facts = form.facts()

        def work(vault: OpenVault) -> None:
            if case is None:
                hours.change_every(vault, facts)
            else:
                hours.change_case(vault, tools(), case.id, facts)

        def done(_: None) -> None:
            if then is not None and self.form is form:
                then()
            self._ask()

        self.office.desk.do(self, work, done, self._not_kept, (Noun.PRACTICE,))

    def _not_kept(self, refusal: Refusal) -> None:
        if self.form is not None and not self.isHidden():
            self.form.refuse(message(refusal).line)
        else:
            self.office.desk.refused.emit(refusal)

    def _close_form(self) -> None:
        self.form = self._of = None
        put(self._form_room, None)
        self.write.setFocus()

    def _refused(self, refusal: Refusal) -> None:
        put(self._tell_room, refusal_banner(refusal))
