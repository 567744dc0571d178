"""The page 安全计划 of a case: six steps, versions, and the client's copy."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any, Final

from app.domain.entry import EntryKind
from app.domain.local_time import local
from app.domain.safety_plan import PLAN, STEPS, SafetyPlan, plan_of
from app.services import safety_plans
from app.services.case_entries import draft_kind
from ui import dates, privacy
from ui.danger_words import hidden_words, step_names
from ui.entry_page import EntryPage
from ui.note_template_menu import window_language
from ui.page import ToPractice
from ui.paper_panel import PaperPanel
from ui.widgets.banner import Banner
from ui.widgets.button import Button
from ui.widgets.card import Card, clear, column, put, row
from ui.widgets.chip import Choices
from ui.widgets.keyvalue import KeyValues
from ui.widgets.label import Label
from ui.widgets.textbox import TextBox

if TYPE_CHECKING:
    from collections.abc import Mapping

    from PySide6.QtWidgets import QWidget

    from app.domain.entry import CaseEntry
    from app.domain.ids import CaseId
    from app.domain.sheet import Sheet
    from app.services.safety_plans import SafetyPage
    from ui.office import Office

_KIND: Final = draft_kind(EntryKind.SAFETY_PLAN)
_KEY: Final = 150


class SafetyScreen(EntryPage):
    """The next version, begun from the last; each version stays as it was."""

    def __init__(self, office: Office, case_id: CaseId, parent: QWidget | None = None) -> None:
        super().__init__(office, case_id, "", parent)
        self.bar.title.setText(self.tr("安全计划"))
        self._page: SafetyPage | None = None
        self._usual: dict[str, Any] = {}
        hints = self._hints()
        self.steps = {
            name: TextBox(said, rows=2, hint=hints[name]) for name, said in step_names().items()
        }
        self.act = Button(self.tr("记下这一版"), "primary", icon="check")
        self.language = Choices(
            [("zh", self.tr("中文")), ("en", "English")], name=self.tr("给来访者的那份用哪种语言")
        )
        self.language.choose(window_language())
        self._print, self._paper = column(), column()
        self._lay_out_form()
        self._connect()
        self._ask()

    def unfinished(self) -> dict[str, Mapping[str, Any]]:
        """Return what is written; as the last version says it, it is nothing."""
        words = self._words()
        return {_KIND: {} if words == self._usual else words}

    def submit(self) -> None:
        """Enter the version, or say which step is empty."""
        if self._page is None or not self._ready:
            return
        made = plan_of(self._words())
        if missing := PLAN.lacks(made):
            self.mark(missing)
            return
        tools, case_id = self.office.tools, self.case_id
        self.enter(
            lambda vault: safety_plans.record(vault, tools().clock, case_id, made), self._entered
        )

    def _ask(self) -> None:
        tools, case_id, language = self.office.tools, self.case_id, window_language()
        self.office.desk.do(
            self,
            lambda vault: safety_plans.page(vault, tools(), case_id, language),
            self._show,
            self.refuse,
        )

    def _show(self, page: SafetyPage) -> None:
        """Fill in the last version, or what was left unfinished."""
        if self._page is None:
            self.bar.add_fact(page.case.code)
        self._page = page
        last = plan_of(page.kept[0].value) if page.kept else SafetyPlan()
        self._fill(last)
        self._usual = self._words() if page.kept else dict.fromkeys(STEPS, "")
        if page.unfinished:
            self._fill(plan_of(page.unfinished))
        for mark in self.marks.values():
            mark.set_error("")
        self._show_aside(page)
        self._show_print(page)
        count = len(page.kept)
        cards = [self._card(page, one, count - at) for at, one in enumerate(page.kept)]
        self.show_before(self.tr("写过的版本"), cards)
        self.begin(self.steps["signs"], {_KIND: page.unfinished})

    def _fill(self, plan: SafetyPlan) -> None:
        for name, said in plan.lines():
            self.steps[name].set_text(said)

    def _words(self) -> dict[str, Any]:
        return {name: one.text() for name, one in self.steps.items()}

    def _hints(self) -> dict[str, str]:
        return {
            "signs": self.tr("什么念头、心情、事情、身体的感觉，说明危机可能要来了"),
            "coping": self.tr("不用找别人就能做的事：散步、听歌、洗澡、写下来"),
            "distraction": self.tr("不一定要说出困难；去哪里、和谁待着会好一点"),
            "people": self.tr("可以直说「我现在不好」的人，写上电话"),
            "professionals": self.tr("咨询师、医院、热线，写上电话和时间"),
            "surroundings": self.tr("把药、刀具、绳子这些交给谁保管，今晚谁陪着"),
        }

    def _lay_out_form(self) -> None:
        intro = self.tr(
            "和来访者一起写，用来访者自己的话。它不是「不自杀承诺书」：写的是难受时一步步可以做什么。"
        )
        self.form.addLayout(
            column(
                Label(intro, "soft", wrap=True),
                *self.steps.values(),
                row(self.act, None),
                self._print,
                spacing=18,
            )
        )
        self.marks = {f"safety.{name}": one for name, one in self.steps.items()}

    def _connect(self) -> None:
        self.act.clicked.connect(self.submit)
        for part in self.steps.values():
            part.changed.connect(self.touched)
        self.language.chosen.connect(lambda _keys: self._make_copy())

    def _show_aside(self, page: SafetyPage) -> None:
        """Show whom to call, to be written into the fifth step, and what the screen said."""
        clear(self.aside)
        if page.hidden:
            self.aside.addWidget(Banner("refusal", hidden_words()))
            self.aside.addSpacing(16)
        self.aside.addWidget(Label(self.tr("点一下写进第五步"), "strong", wrap=True))
        self.aside.addSpacing(8)
        for one in page.resources:
            said = " ".join(part for part in (one.called, one.phone) if part.strip())
            made = Button(said, "quiet", sz="s")
            made.setAccessibleName(self.tr("写进第五步：{0}").format(said))
            made.clicked.connect(partial(self._add, said))
            self.aside.addLayout(row(made, None))
            self.aside.addSpacing(4)
        more = Button(self.tr("资源目录"), "link")
        more.clicked.connect(lambda: self.wanted.emit(ToPractice("resource")))
        self.aside.addLayout(row(more, None))
        if page.screened.strip():
            self.aside.addSpacing(16)
            self.aside.addWidget(Label(self.tr("适宜性评估里写的"), "strong", wrap=True))
            said_then = Label(page.screened, "soft", wrap=True)
            privacy.veil(said_then)
            self.aside.addWidget(said_then)
        self.aside.addStretch(1)

    def _add(self, said: str) -> None:
        """Write somebody to call into the fifth step, below what stands there."""
        part = self.steps["professionals"]
        kept = part.text().rstrip()
        if said not in kept:
            part.set_text("\n".join(one for one in (kept, said) if one))
            self.touched()
        part.setFocus()

    def _show_print(self, page: SafetyPage) -> None:
        """Offer the client's copy, of what was entered alone."""
        clear(self._print)
        if not page.kept:
            return
        card = Card(margins=(16, 14, 16, 14), spacing=10)
        self._paper = column()
        head = Label(self.tr("给来访者的一份"), "name")
        told = self.tr("大字印出，不写姓名和代号。印的是记下的最后一版。")
        lines: tuple[QWidget, ...] = (head, Label(told, "soft", wrap=True), self.language)
        for part in lines:
            card.body.addWidget(part)
        card.body.addLayout(self._paper)
        self._print.addWidget(card)
        self._make_copy()

    def _make_copy(self) -> None:
        """Have the copy made; one with an empty step is refused."""
        tools, case_id, language = self.office.tools, self.case_id, self.language.keys()[0]
        if self._page is None or not self._page.kept:
            return
        self.office.desk.do(
            self,
            lambda vault: safety_plans.copy(vault, tools(), case_id, language),
            self._offer_copy,
            self.refuse,
        )

    def _offer_copy(self, sheet: Sheet) -> None:
        tools, office, case_id = self.office.tools, self.office, self.case_id
        panel = PaperPanel(office, sheet.title, lambda: tools().papers.sheet.render(sheet))
        panel.write_down(lambda vault: safety_plans.printed(vault, tools().clock, case_id))
        put(self._paper, panel)

    def _card(self, page: SafetyPage, entry: CaseEntry, number: int) -> QWidget:
        """Return a version as it stands."""
        card = Card(margins=(16, 12, 16, 12), spacing=8)
        at = dates.day_and_time(local(entry.at, page.here))
        head = self.tr("第 {0} 版 · {1}").format(number, at)
        card.body.addWidget(Label(head, "strong"))
        names = step_names()
        rows = [(names[name], said) for name, said in plan_of(entry.value).lines()]
        said = KeyValues(rows, key_width=_KEY)
        privacy.veil(said, around=(card,))
        card.body.addWidget(said)
        return card

    def _entered(self, _entry: CaseEntry) -> None:
        """Say that it is entered, and that it can be printed now."""
        self.say(Banner("done", self.tr("这一版已记下，可以打印给来访者了。")))
        self._ask()
