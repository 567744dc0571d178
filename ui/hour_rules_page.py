"""The page 时数规则: what registers and platforms ask, shipped or written by the counselor."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtWidgets import QWidget

from app.domain.errors import RuleSetIncomplete
from app.domain.hour_goals import HOUR_RULES, RuleSet, RuleSetWords, words_from, words_of
from app.services import hours
from app.services.changes import Noun
from ui.edition_page import EditionPage
from ui.hour_rules_form import RuleSetForm
from ui.hours_words import goal_unit, goal_words
from ui.note_template_menu import window_language
from ui.own_page import headed
from ui.page import PageKey
from ui.widgets.button import Button
from ui.widgets.card import Card, bring_into_sight, clear, column, put, row
from ui.widgets.label import Label

if TYPE_CHECKING:
    from collections.abc import Callable

    from app.domain.errors import Refusal
    from app.ports import OpenVault
    from app.services.hours import RuleSetsPage
    from ui.office import Office

_WIDE: Final = 760


class HourRulesScreen(EditionPage[RuleSetForm, RuleSet]):
    """What is written of a rule set is kept as typed until it is saved, as one edition."""

    nouns = altered = (Noun.PRACTICE,)

    def __init__(self, office: Office, parent: QWidget | None = None) -> None:
        super().__init__(office, parent)
        self._begun: bool | None = None
        self._list_room, self._own_room = column(spacing=10), column(spacing=8)
        shipped = self.tr("各处的规则会改，也有别的路径；以发布方现行的文本为准。")
        own = self.tr("可以抄一份随程序带的来改，也可以从头写。改了就是新的一版。")
        self._stack(
            self.tr("时数规则"),
            _WIDE,
            headed(self.tr("自己的规则"), own),
            self._own_room,
            14,
            self._form_room,
            28,
            headed(self.tr("随程序带的规则"), shipped),
            self._list_room,
        )
        self._ask()

    def keys(self) -> tuple[PageKey, ...]:
        """Return the keys of the page."""
        return (PageKey("Ctrl+S", self.tr("存好规则")), PageKey("Esc", self.tr("返回")))

    def _work(self, form: RuleSetForm) -> Callable[[OpenVault], object]:
        key, words = form.key, form.words()
        return lambda vault: hours.keep_begun(vault, key, words)

    def _ask(self) -> None:
        tools, language = self.office.tools, window_language()
        self.office.desk.do(
            self, lambda vault: hours.rule_sets(vault, tools(), language), self._show, self._tell
        )

    def _show(self, page: RuleSetsPage) -> None:
        self._show_own(page)
        if self._begun is None:
            self._begun = True
            self._show_shipped(page)
            known = {hours.NEW, *(one.key for one in page.own)}
            for key, raw in page.begun.items():
                if key in known:
                    self._open(key, words_from(raw))
                    return

    def _show_own(self, page: RuleSetsPage) -> None:
        holder, new = QWidget(), Button(self.tr("新建规则"), "quiet", icon="plus")
        new.clicked.connect(lambda: self._open(hours.NEW, RuleSetWords()))
        lines = column(spacing=8)
        for one in page.own:
            change = Button(self.tr("修改"), "link")
            change.setAccessibleName(self.tr("修改：{0}").format(one.name))
            change.clicked.connect(partial(self._open, one.key, words_of(one)))
            edition = self.tr("第 {0} 版").format(one.edition)
            lines.addWidget(self._card(one, edition, change))
        lines.addLayout(row(new, None))
        holder.setLayout(lines)
        put(self._own_room, holder)
        self.begin_at(new)

    def _show_shipped(self, page: RuleSetsPage) -> None:
        clear(self._list_room)
        for one in page.shipped:
            copy = Button(self.tr("抄一份来改"), "link")
            copy.setAccessibleName(self.tr("抄一份来改：{0}").format(one.name))
            copy.clicked.connect(partial(self._open, hours.NEW, words_of(one)))
            edition = self.tr("{0} 版").format(one.edition)
            self._list_room.addWidget(self._card(one, edition, copy))

    def _card(self, rules: RuleSet, edition: str, way: Button) -> Card:
        """Return one rule set: its name, its goals, and where it comes from."""
        card = Card(margins=(16, 12, 16, 12), spacing=6)
        head = row(Label(rules.name, "strong", wrap=True), Label(edition, "meta"), way, spacing=10)
        head.setStretch(0, 1)
        card.body.addLayout(head)
        for goal in rules.goals():
            said = f"{goal_unit(goal, goal.hours)} · {goal_words(goal)}"
            card.body.addWidget(Label(said, "body", wrap=True))
        if rules.source:
            card.body.addWidget(Label(rules.source, "meta", wrap=True))
        return card

    def _open(self, key: str, words: RuleSetWords, *_: object) -> None:
        """Show a rule set to write on; what was typed in the one before is kept."""
        form = RuleSetForm(key, words)
        self._write_on(form, partial(self._give_up, key))
        bring_into_sight(form)

    def _keep(self) -> None:
        """Save what is written as one edition, or say what is missing."""
        form = self.form
        if form is None:
            return
        words, key = form.written(), form.key
        if missing := HOUR_RULES.lacks(words):
            form.mark(missing)
            return
        language = window_language()
        self._store(form, lambda vault: hours.keep(vault, key, words, language))

    def _mark(self, form: RuleSetForm, refusal: Refusal) -> bool:
        """Say at its place what a rule set lacks."""
        if not isinstance(refusal, RuleSetIncomplete):
            return False
        form.mark(refusal.missing)
        return True

    def _said(self, edition: RuleSet) -> str:
        return self.tr("存好了：{0}，第 {1} 版").format(edition.name, edition.edition)

    def _give_up(self, key: str) -> None:
        """Use a rule set no more; it can be taken back."""
        self._retire(
            lambda vault: hours.retire(vault, key, retired=True),
            lambda vault: hours.retire(vault, key, retired=False),
            self.tr("不再使用；时数都留着。"),
        )
