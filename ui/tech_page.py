"""The page 技术准备 of a case: platform, both devices, the trial call, and what was in the way."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from app.domain.entry import EntryKind
from app.domain.local_time import local
from app.domain.tech_sheet import TECH, TechSheet
from app.services import tech_sheets
from app.services.case_entries import draft_kind
from app.services.changes import Noun
from ui import dates, privacy
from ui.day_field import DayField
from ui.entry_page import EntryPage, pair
from ui.entry_words import rule_words
from ui.page import PageKey, ToCases
from ui.tech_words import tech_lines, tried_words
from ui.widgets.banner import Banner, stand_above
from ui.widgets.button import Button
from ui.widgets.card import Card, clear, column, row
from ui.widgets.field import Field
from ui.widgets.keyvalue import KeyValues
from ui.widgets.label import Label
from ui.widgets.textbox import TextBox

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime

    from PySide6.QtWidgets import QWidget

    from app.domain.entry import CaseEntry
    from app.domain.ids import CaseId
    from app.services.tech_sheets import TechPage
    from ui.office import Office


class TechScreen(EntryPage):
    """Records a technical sheet; what the last one says is written already."""

    def __init__(self, office: Office, case_id: CaseId, parent: QWidget | None = None) -> None:
        super().__init__(office, case_id, "", parent)
        self.bar.title.setText(self.tr("技术准备"))
        self._page: TechPage | None = None
        self._usual: dict[str, Any] = {}
        self.platform = Field(self.tr("平台或软件"), placeholder=self.tr("如 腾讯会议、电话"))
        self.tried = DayField(self.tr("试通话是哪一天（可以空着）"))
        self.mine = Field(self.tr("您用的设备"), placeholder=self.tr("如 笔记本电脑、耳机"))
        self.theirs = Field(self.tr("来访者用的设备"), placeholder=self.tr("如 手机，软件已装好"))
        self.problems = TextBox(
            self.tr("遇到的问题"), rows=2, placeholder=self.tr("如 听不到声音、不会装软件")
        )
        self.done = TextBox(
            self.tr("怎样解决的"), rows=2, placeholder=self.tr("如 陪着装好了软件，换了耳机")
        )
        self._waits = column()
        self.act = Button(self.tr("记下技术准备"), "primary", icon="check")
        self._lay_out_form()
        self._connect()
        self._ask()

    def keys(self) -> tuple[PageKey, ...]:
        """Return the keys of the page; there is no answer to choose."""
        return super().keys()[::2]

    def unfinished(self) -> dict[str, Mapping[str, Any]]:
        """Return what is written; as it was prefilled it is nothing."""
        words = self._words()
        return {draft_kind(EntryKind.TECH_SHEET): {} if words == self._usual else words}

    def submit(self) -> None:
        """Record the sheet, or say what is missing."""
        if self._page is None or not self._ready or self.unread(self.tried):
            return
        day = self.tried.day()
        made = TechSheet(**{**self._words(), "tried_on": day.isoformat() if day else ""})
        if missing := TECH.lacks(made):
            self.mark(missing)
            return
        tools, case_id = self.office.tools, self.case_id
        self.enter(
            lambda vault: tech_sheets.record(vault, tools(), case_id, made),
            self._entered,
            (Noun.CASES,),
        )

    def _ask(self) -> None:
        tools, case_id = self.office.tools, self.case_id
        self.office.desk.do(
            self, lambda vault: tech_sheets.page(vault, tools(), case_id), self._show, self.refuse
        )

    def _show(self, page: TechPage) -> None:
        """Write what is known already; what was left unfinished comes before it."""
        if self._page is None:
            self.bar.add_fact(page.case.code)
        self._page = page
        self.tried.count_from(local(page.now, page.here).replace(tzinfo=None))
        last = page.kept[0][1] if page.kept else TechSheet(platform=page.platform)
        self._show_words({"platform": last.platform, "mine": last.mine, "theirs": last.theirs})
        self._usual = self._words()
        kept = page.unfinished
        if kept:
            self._show_words(kept)
        clear(self._waits)
        for one in page.waits:
            stand_above(self._waits, Banner("warning", rule_words(one.name)))
        cards = [self._card(page, at, one) for at, one in page.kept]
        self.show_before(self.tr("以前的技术准备"), cards)
        empty = not self.platform.text().strip()
        self.begin(self.platform if empty else self.tried, {draft_kind(EntryKind.TECH_SHEET): kept})

    def _words(self) -> dict[str, Any]:
        """Return what stands in the form, as typed."""
        return {name: one.text() for name, one in self._parts().items()}

    def _show_words(self, kept: Mapping[str, Any]) -> None:
        for name, part in self._parts().items():
            part.set_text(kept.get(name, ""))

    def _parts(self) -> dict[str, Field | TextBox]:
        return {
            "platform": self.platform,
            "mine": self.mine,
            "theirs": self.theirs,
            "tried_on": self.tried,
            "problems": self.problems,
            "done": self.done,
        }

    def _lay_out_form(self) -> None:
        intro = self.tr(
            "第一次远程会谈以前，和来访者试通一次：两边的设备和软件合得来，声音和画面都好；"
            "需要时，陪来访者把软件装好（网络 4.2(3)）。"
        )
        self.form.addLayout(
            column(
                self._waits,
                Label(intro, "soft", wrap=True),
                pair(self.platform, self.tried),
                pair(self.mine, self.theirs),
                self.problems,
                self.done,
                row(self.act, None),
                spacing=18,
            )
        )
        self.marks = {"tech.platform": self.platform}

    def _connect(self) -> None:
        self.act.clicked.connect(self.submit)
        for line in (self.platform, self.tried, self.mine, self.theirs):
            line.entered.connect(self.submit)
        for part in self._parts().values():
            part.changed.connect(self.touched)

    def _card(self, page: TechPage, at: datetime, one: TechSheet) -> QWidget:
        """Return a sheet that was made before."""
        card = Card(margins=(16, 12, 16, 12), spacing=6)
        day = dates.plain_day(local(at, page.here))
        said = KeyValues(tech_lines(one)[1:], key_width=96)
        head = row(Label(tried_words(one), "strong"), Label(day, "meta"), None, spacing=10)
        card.body.addLayout(head)
        card.body.addWidget(said)
        privacy.veil(said, around=(card,))
        return card

    def _entered(self, _entry: CaseEntry) -> None:
        banner = Banner("done", self.tr("技术准备已记下。"), action=self.tr("回到个案"))
        banner.acted.connect(lambda: self.wanted.emit(ToCases(self.case_id)))
        self.say(banner)
        banner.action.setFocus()
        self._ask()
