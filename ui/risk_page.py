"""The page 风险评估 of a case: four questions, a level and what it rests on, and how it went."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any, Final

from app.domain.entry import EntryKind
from app.domain.local_time import local
from app.domain.recurrence import instant
from app.domain.risk import RiskLevel
from app.domain.risk_assessment import RISK, RISK_CARE, Assessed, RiskAssessment, Sign, risk_of
from app.domain.rule import Step
from app.services import risks
from app.services.case_entries import draft_kind
from ui import dates, privacy
from ui.danger_waits import DangerWaits
from ui.danger_words import hidden_words, level_chip, sign_names, sign_questions, sign_words
from ui.entry_page import EntryPage
from ui.entry_words import rule_words
from ui.page import ToCases, ToCrisis
from ui.question import Question
from ui.risk_chart import RiskChart
from ui.session_words import options, risk_words
from ui.widgets.banner import Banner, stand_above
from ui.widgets.button import Button
from ui.widgets.card import Card, clear, column, put, row
from ui.widgets.chip import StateChip
from ui.widgets.field import Field
from ui.widgets.keyvalue import KeyValues
from ui.widgets.label import Label
from ui.widgets.textbox import TextBox
from ui.widgets.when import WhenField

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime

    from PySide6.QtWidgets import QWidget

    from app.domain.entry import CaseEntry
    from app.domain.ids import CaseId
    from app.services.risks import RiskPage
    from ui.office import Office

_KIND: Final = draft_kind(EntryKind.RISK)
_SAID: Final = 6


class RiskScreen(EntryPage):
    """Asks what was found; beside it what the level asks for, below it how it went."""

    def __init__(self, office: Office, case_id: CaseId, parent: QWidget | None = None) -> None:
        super().__init__(office, case_id, "", parent)
        self.bar.title.setText(self.tr("风险评估"))
        self._page: RiskPage | None = None
        signs = options(sign_words())
        self.signs = {name: Question(said, signs) for name, said in sign_questions().items()}
        self.protective = TextBox(
            self.tr("是什么在保护"), rows=2, hint=self.tr("牵挂的人、信念、打算；没有写「无」。")
        )
        self.level = Question(
            self.tr("哪一级"),
            options(risk_words()),
            hint=self.tr("低：倾听。中：短期支持计划。高：紧急预案，联动警方、医疗。"),
        )
        self.basis = TextBox(self.tr("凭什么定这一级"), rows=3)
        self.next = WhenField(self.tr("下一次联系是什么时候（风险高，须在 24 小时以内）"))
        self.consulted = Field(self.tr("和谁商量过（督导、同行；可以空着）"))
        self.act = Button(self.tr("记下这次评估"), "primary", icon="check")
        self.duties = DangerWaits(self.tr("这一级还要做的"), Step.RISK)
        self.duties.wanted.connect(self.wanted)
        self._told, self._care = column(), column()
        self._lay_out_form()
        self._connect()
        self._ask()

    def unfinished(self) -> dict[str, Mapping[str, Any]]:
        """Return what is written and not entered."""
        words = {name: one.key() for name, one in self.signs.items()}
        words |= {"level": self.level.key()}
        words |= {name: one.text() for name, one in self._written_parts().items()}
        return {_KIND: {name: one for name, one in words.items() if one}}

    def submit(self) -> None:
        """Enter it, or say what is missing."""
        page = self._page
        if page is None or not self._ready or self.unread(self.next):
            return
        made = self._written(page)
        if missing := RISK.lacks(Assessed(made, self.office.tools().clock.now())):
            self.mark(missing)
            return
        tools, case_id = self.office.tools, self.case_id
        self.enter(
            lambda vault: risks.record(vault, tools().clock, case_id, made),
            partial(self._entered, made.level),
        )

    def _ask(self) -> None:
        tools, case_id = self.office.tools, self.case_id
        self.office.desk.do(
            self, lambda vault: risks.page(vault, tools().clock, case_id), self._show, self.refuse
        )

    def _show(self, page: RiskPage) -> None:
        """Show what was left unfinished, what a level asks for, and how it went."""
        if self._page is None:
            self.bar.add_fact(page.case.code)
        self._page = page
        now = local(page.now, page.here).replace(tzinfo=None)
        self.next.count_from(now)
        kept = page.unfinished
        for name, sign in self.signs.items():
            sign.choose(kept.get(name, ""))
        self.level.choose(kept.get("level", ""))
        for name, part in self._written_parts().items():
            part.set_text(kept.get(name, ""))
        for mark in self.marks.values():
            mark.set_error("")
        self.duties.show_rules(self.case_id, page.duties)
        self._show_told(page)
        self._warn()
        self._show_kept(page)
        self.begin(self.signs["ideation"], {_KIND: kept})

    def _show_told(self, page: RiskPage) -> None:
        """Say what the sheet of the last session says: both are one truth; what is hidden first."""
        clear(self._told)
        if page.hidden:
            stand_above(self._told, Banner("refusal", hidden_words()))
        told = page.standing.told
        if told is not None:
            level = risk_words()[told.level]
            said = self.tr("第 {0} 次会谈的会谈单写的是{1}。").format(told.number, level)
            self._told.addWidget(Banner("info", said))

    def _show_kept(self, page: RiskPage) -> None:
        """Show how it went: a chart, the same in words, and every assessment."""
        cards: list[QWidget] = []
        if page.points:
            chart = RiskChart(page.points, page.here)
            card = Card(margins=(16, 14, 16, 12), spacing=10)
            card.body.addWidget(chart)
            for said in chart.sentences()[-_SAID:]:
                card.body.addWidget(Label(said, "meta", wrap=True))
            cards.append(card)
        cards += [self._card(page, one) for one in page.kept]
        self.show_before(self.tr("风险的变化"), cards)

    def _written_parts(self) -> dict[str, TextBox | Field]:
        return {
            "protective": self.protective,
            "basis": self.basis,
            "next": self.next,
            "consulted": self.consulted,
        }

    def _written(self, page: RiskPage) -> RiskAssessment:
        at, level = self.next.moment(), self.level.key()
        signs = {name: Sign(one.key()) if one.key() else None for name, one in self.signs.items()}
        return RiskAssessment(
            **signs,
            protective=self.protective.text(),
            level=RiskLevel(level) if level else None,
            basis=self.basis.text(),
            next_contact=None if at is None else instant(at, page.here.time_zone),
            consulted=self.consulted.text(),
        )

    def _lay_out_form(self) -> None:
        intro = self.tr("直接问，不会让人更想做。问到的写下来，没问清的选「还不清楚」。")
        self.form.addLayout(
            column(
                Label(intro, "soft", wrap=True),
                self._told,
                *self.signs.values(),
                self.protective,
                column(self.level, self._care),
                self.basis,
                self.next,
                self.consulted,
                row(self.act, None),
                spacing=18,
            )
        )
        self.aside.addWidget(self.duties)
        self.marks = {
            **{f"risk.{name}": one for name, one in self.signs.items()},
            "risk.protective": self.protective,
            "risk.level": self.level,
            "risk.basis": self.basis,
            "risk.next_contact": self.next,
            "risk.within_a_day": self.next,
            "risk.still_to_come": self.next,
        }

    def _connect(self) -> None:
        self.act.clicked.connect(self.submit)
        for question in (*self.signs.values(), self.level):
            question.chosen.connect(self._chosen)
        for part in self._written_parts().values():
            part.changed.connect(self.touched)
        for field in (self.next, self.consulted):
            field.entered.connect(self.focusNextChild)

    def _chosen(self, _key: str) -> None:
        self._warn()
        self.touched()

    def _warn(self) -> None:
        """Say what does not fit together; it stops nothing."""
        page = self._page
        found = RISK_CARE.broken(self._written(page)) if page is not None else ()
        put(self._care, Banner("warning", rule_words(found[0].name)) if found else None)
        if found:
            self._care.insertSpacing(0, 10)

    def _card(self, page: RiskPage, entry: CaseEntry) -> QWidget:
        """Return one assessment as it stands."""
        one, names, words = risk_of(entry.value), sign_names(), sign_words()
        card = Card(margins=(16, 12, 16, 12), spacing=8)
        head = row(Label(self._time(page, entry.at), "strong"), spacing=10)
        if one.level is not None:
            head.addWidget(StateChip(*level_chip(one.level)))
        head.addStretch(1)
        card.body.addLayout(head)
        signs = zip(names.values(), one.signs(), strict=True)
        rows = [
            (
                self.tr("问到的"),
                self.tr("，").join(f"{name} {words[sign]}" for name, sign in signs if sign),
            ),
            (self.tr("保护"), one.protective),
            (self.tr("凭什么"), one.basis),
            (self.tr("下次联系"), self._time(page, one.next_contact)),
            (self.tr("商量"), one.consulted),
        ]
        said = KeyValues([line for line in rows if line[1].strip()], key_width=72)
        privacy.veil(said, around=(card,))
        card.body.addWidget(said)
        return card

    def _time(self, page: RiskPage, at: datetime | None) -> str:
        return "" if at is None else dates.day_and_time(local(at, page.here))

    def _entered(self, level: RiskLevel | None, _entry: CaseEntry) -> None:
        """Go on to the crisis card where there is danger (clause 122); else say it is entered."""
        if level in {RiskLevel.MIDDLE, RiskLevel.HIGH}:
            self.wanted.emit(ToCrisis(self.case_id))
            return
        banner = Banner("done", self.tr("评估已记下。"), action=self.tr("回到个案"))
        banner.acted.connect(partial(self.wanted.emit, ToCases(self.case_id)))
        self.say(banner)
        banner.action.setFocus()
        self._ask()
