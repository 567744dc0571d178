"""The page 改变服务方式 of a case: what was discussed, what the client decided, and from when."""

from __future__ import annotations

from datetime import datetime, time
from typing import TYPE_CHECKING, Any

from app.domain.case import ServiceMode
from app.domain.entry import EntryKind
from app.domain.local_time import local
from app.domain.mode_change import MODE_CHANGE, ModeChange
from app.domain.recurrence import instant
from app.domain.screen import SCREENED
from app.services import mode_changes
from app.services.case_entries import draft_kind
from app.services.changes import Noun
from ui import dates, privacy
from ui.case_list import mode_word
from ui.day_field import DayField
from ui.entry_page import EntryPage
from ui.page import ToCases, ToScreen
from ui.question import Question
from ui.widgets.banner import Banner
from ui.widgets.button import Button
from ui.widgets.card import Card, column, row
from ui.widgets.keyvalue import KeyValues
from ui.widgets.label import Label
from ui.widgets.textbox import TextBox

if TYPE_CHECKING:
    from collections.abc import Mapping

    from PySide6.QtWidgets import QWidget

    from app.domain.entry import CaseEntry
    from app.domain.ids import CaseId
    from app.services.mode_changes import ModeChangePage
    from ui.office import Office


class ModeChangeScreen(EntryPage):
    """Records a change of the way of service; screen and consent are asked anew after it."""

    def __init__(self, office: Office, case_id: CaseId, parent: QWidget | None = None) -> None:
        super().__init__(office, case_id, "", parent)
        self.bar.title.setText(self.tr("改变服务方式"))
        self._page: ModeChangePage | None = None
        modes = [(one.value, mode_word(one)) for one in ServiceMode]
        self.after = Question(self.tr("改为"), modes)
        self.options = TextBox(
            self.tr("讨论过哪些选择"),
            rows=3,
            placeholder=self.tr("如 继续网络咨询、等能面询时再继续、转介"),
        )
        self.decision = TextBox(self.tr("来访者的决定"), rows=3)
        self.day = DayField(self.tr("从哪一天起"))
        self.act = Button(self.tr("记下改变"), "primary", icon="check")
        self._lay_out_form()
        self._connect()
        self._ask()

    def unfinished(self) -> dict[str, Mapping[str, Any]]:
        """Return what is typed and not entered."""
        found = {
            "after": self.after.key(),
            "options": self.options.text(),
            "decision": self.decision.text(),
            "day": self.day.text(),
        }
        return {draft_kind(EntryKind.MODE_CHANGE): {key: one for key, one in found.items() if one}}

    def submit(self) -> None:
        """Record the change, or say what is missing."""
        if self._page is None or not self._ready:
            return
        if self.unread(self.day):
            return
        day = self.day.day()
        key, zone = self.after.key(), self._page.here.time_zone
        begins = None if day is None else instant(datetime.combine(day, time()), zone)
        made = ModeChange(
            self._page.case.mode,
            ServiceMode(key) if key else None,
            self.options.text(),
            self.decision.text(),
            begins,
        )
        if missing := MODE_CHANGE.lacks(made):
            self.mark(missing)
            return
        tools, case_id = self.office.tools, self.case_id
        self.enter(
            lambda vault: mode_changes.record(vault, tools(), case_id, made),
            lambda entry: self._entered(made, entry),
            (Noun.CASES, Noun.CONSENTS),
        )

    def _ask(self) -> None:
        tools, case_id = self.office.tools, self.case_id
        self.office.desk.do(
            self, lambda vault: mode_changes.page(vault, tools(), case_id), self._show, self.refuse
        )

    def _show(self, page: ModeChangePage) -> None:
        if self._page is None:
            self.bar.add_fact(page.case.code)
        self._page = page
        self.now.setText(self.tr("现在的方式：{0}").format(mode_word(page.case.mode)))
        for mode in ServiceMode:
            self.after.allow(mode.value, allowed=mode is not page.case.mode)
        self.day.count_from(local(page.now, page.here).replace(tzinfo=None))
        kept = page.unfinished
        self.after.choose(kept.get("after", ""))
        self.options.set_text(kept.get("options", ""))
        self.decision.set_text(kept.get("decision", ""))
        self.day.set_text(kept.get("day", ""))
        cards = [self._card(page, one) for one in page.kept]
        self.show_before(self.tr("以前的改变"), cards)
        first = next(one for one in ServiceMode if one is not page.case.mode)
        if not self.after.key():
            self.after.begin_at(self.after.chip(first.value))
        self.begin(self.after, {draft_kind(EntryKind.MODE_CHANGE): kept})

    def _lay_out_form(self) -> None:
        intro = self.tr(
            "先和来访者一起讨论：换一种方式继续，还是等一等；由来访者决定（问 4·1）。"
            "改变以后，适宜性评估和知情同意都要重新做。"
        )
        self.now = Label("", "body", wrap=True)
        self.form.addLayout(
            column(
                Label(intro, "soft", wrap=True),
                self.now,
                self.after,
                self.options,
                self.decision,
                self.day,
                row(self.act, None),
                spacing=18,
            )
        )
        self.marks = {
            "mode_change.another": self.after,
            "mode_change.options": self.options,
            "mode_change.decision": self.decision,
            "mode_change.effective": self.day,
        }

    def _connect(self) -> None:
        self.act.clicked.connect(self.submit)
        self.after.chosen.connect(self.touched)
        self.day.entered.connect(self.submit)
        for part in (self.options, self.decision, self.day):
            part.changed.connect(self.touched)

    def _card(self, page: ModeChangePage, one: ModeChange) -> QWidget:
        """Return a change that was made before."""
        card = Card(margins=(16, 12, 16, 12), spacing=6)
        day = dates.plain_day(local(one.effective, page.here)) if one.effective else ""
        after = mode_word(one.after) if one.after else ""
        head = self.tr("{0} 起：{1} → {2}").format(day, mode_word(one.before), after)
        said = KeyValues(
            ((self.tr("讨论过"), one.options), (self.tr("决定"), one.decision)), key_width=80
        )
        card.body.addWidget(Label(head, "strong", wrap=True))
        card.body.addWidget(said)
        privacy.veil(said, around=(card,))
        return card

    def _onward(self, after: ServiceMode | None) -> str:
        """Return what comes next where nothing is screened; not every way asks for a signature."""
        if after is ServiceMode.HOTLINE_GENERAL:
            return self.tr("一般热线打通就是同意，不用签同意书（热线 2.4）。")
        if after is ServiceMode.CRISIS:
            return self.tr("危机处置不等同意书；签了记录，24 小时内写下理由（问 9·2(1)）。")
        return self.tr("接下来：按新的方式重新签知情同意书。")

    def _entered(self, made: ModeChange, _entry: CaseEntry) -> None:
        """Say what comes next."""
        said = self.tr("服务方式的改变已记下。")
        if made.after in SCREENED:
            text = self.tr("接下来：重新做适宜性评估，再重新签知情同意书。")
            banner = Banner("done", said, text=text, action=self.tr("适宜性评估"))
            banner.acted.connect(lambda: self.wanted.emit(ToScreen(self.case_id)))
        else:
            text = self._onward(made.after)
            banner = Banner("done", said, text=text, action=self.tr("回到个案"))
            banner.acted.connect(lambda: self.wanted.emit(ToCases(self.case_id)))
        self.say(banner)
        banner.action.setFocus()
        self._ask()
