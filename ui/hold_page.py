"""The page 法律保全 of a case: a hold to place, those that stand, and each one's end."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QApplication, QWidget

from app.domain.entry import EntryKind
from app.domain.legal_hold import HOLD, LIFT, HoldLift, LegalHold
from app.domain.local_time import local
from app.services import hold_drafts, holds
from app.services.case_entries import draft_kind
from ui import privacy
from ui.day_field import DayField
from ui.entry_page import EntryPage, pair
from ui.entry_papers import EntryPapers
from ui.keeping_words import draft_word, hold_lines, lift_lines
from ui.page import PageKey, ToCases
from ui.question import Question
from ui.widgets.banner import Banner
from ui.widgets.button import Button
from ui.widgets.card import Card, clear, column, put, row, rule
from ui.widgets.chip import StateChip
from ui.widgets.field import Field
from ui.widgets.keyvalue import KeyValues
from ui.widgets.label import Label
from ui.widgets.textbox import TextBox

if TYPE_CHECKING:
    from collections.abc import Mapping

    from app.domain.entry import CaseEntry
    from app.domain.ids import CaseId
    from app.domain.legal_hold import HoldStanding
    from app.services.holds import HoldPage
    from ui.office import Office


class HoldScreen(EntryPage):
    """Two forms: a hold is placed, and where one stands, lifted with a reason (clause 147)."""

    def __init__(self, office: Office, case_id: CaseId, parent: QWidget | None = None) -> None:
        super().__init__(office, case_id, "", parent)
        self.bar.title.setText(self.tr("法律保全"))
        self._page: HoldPage | None = None
        self.authority = Field(
            self.tr("谁要求的"), placeholder=self.tr("如 某区人民法院、学会伦理工作组")
        )
        self.number = Field(self.tr("文号"), placeholder=self.tr("没有请写「无」"))
        self.since = DayField(self.tr("从哪一天起"))
        self.reason = TextBox(self.tr("为什么事"), rows=2)
        self.act = Button(self.tr("开始保全"), "primary", icon="lock")
        self.on = DayField(self.tr("哪一天解除"))
        self.why = TextBox(self.tr("为什么可以解除"), rows=2)
        self.lift_act = Button(self.tr("解除保全"), "quiet", icon="check")
        self.which: Question | None = None
        self._which_room, self._stands = column(), column()
        self._lifting = QWidget()
        self._lay_out_form()
        self._connect()
        self._ask()

    def keys(self) -> tuple[PageKey, ...]:
        """Return the keys of the page."""
        return super().keys()[::2]

    def unfinished(self) -> dict[str, Mapping[str, Any]]:
        """Return what is written and not entered, of both forms."""
        return {
            draft_kind(EntryKind.LEGAL_HOLD): _typed(self._hold_parts()),
            draft_kind(EntryKind.HOLD_LIFTED): _typed(self._lift_parts()),
        }

    def submit(self) -> None:
        """Enter the form that the keyboard is in."""
        focused = QApplication.focusWidget()
        if focused is not None and self._lifting.isAncestorOf(focused):
            self._lift()
        else:
            self._place()

    def _place(self) -> None:
        if self._page is None or not self._ready or self.unread(self.since):
            return
        day = self.since.day()
        made = LegalHold(
            self.authority.text(),
            self.number.text(),
            day.isoformat() if day else "",
            self.reason.text(),
        )
        if missing := HOLD.lacks(made):
            self.mark(missing)
            return
        tools, case_id = self.office.tools, self.case_id
        said = Banner(
            "done",
            self.tr("法律保全已开始。"),
            text=self.tr("解除以前，这个个案不能销毁，来访者资料不能改（例外 3）。"),
            action=self.tr("回到个案"),
        )
        said.acted.connect(lambda: self.wanted.emit(ToCases(case_id)))
        self.enter(
            lambda vault: holds.place(vault, tools(), case_id, made),
            lambda entry: self._entered(said, entry),
        )

    def _lift(self) -> None:
        if self._page is None or not self._ready or self.unread(self.on):
            return
        day = self.on.day()
        made = HoldLift(self._chosen(), day.isoformat() if day else "", self.why.text())
        if missing := LIFT.lacks(made):
            self.mark(missing)
            return
        if not made.hold and self.which is not None:
            self.which.set_error(self.tr("请选解除哪一个。"))
            self.which.setFocus()
            return
        tools, case_id = self.office.tools, self.case_id
        said = Banner("done", self.tr("法律保全已解除。"))
        self.enter(
            lambda vault: holds.lift(vault, tools(), case_id, made),
            lambda entry: self._entered(said, entry),
        )

    def _chosen(self) -> int:
        """Return which hold is lifted: the only one that stands, or the one that was chosen."""
        standing = [one for one in self._page.holds if one.lift is None] if self._page else []
        if len(standing) == 1:
            return int(standing[0].id)
        key = self.which.key() if self.which is not None else ""
        return int(key) if key else 0

    def _ask(self) -> None:
        tools, case_id = self.office.tools, self.case_id
        self.office.desk.do(
            self, lambda vault: holds.page(vault, tools(), case_id), self._show, self.refuse
        )

    def _show(self, page: HoldPage) -> None:
        if self._page is None:
            self.bar.add_fact(page.case.code)
        self._page = page
        now = local(page.now, page.here).replace(tzinfo=None)
        for line in (self.since, self.on):
            line.count_from(now)
        self._show_typed(self._hold_parts(), page.unfinished.get(EntryKind.LEGAL_HOLD, {}))
        self._show_typed(self._lift_parts(), page.unfinished.get(EntryKind.HOLD_LIFTED, {}))
        standing = [one for one in page.holds if one.lift is None]
        self._show_standing(page, standing)
        over = [one for one in page.holds if one.lift is not None]
        self.show_before(self.tr("以前的保全"), [self._card(page, one) for one in over])
        kept = {draft_kind(kind): words for kind, words in page.unfinished.items()}
        self.begin(self.on if standing else self.authority, kept)

    def _show_standing(self, page: HoldPage, standing: list[HoldStanding]) -> None:
        """Show the holds that stand, and with more than one of them which is to be lifted."""
        clear(self._stands)
        for one in standing:
            self._stands.addWidget(self._card(page, one))
        self._lifting.setVisible(bool(standing))
        self.which = None
        if len(standing) > 1:
            options = [(str(one.id), one.hold.authority) for one in standing]
            self.which = Question(self.tr("解除哪一个"), options)
        put(self._which_room, self.which)

    def _card(self, page: HoldPage, one: HoldStanding) -> QWidget:
        card = Card(margins=(16, 12, 16, 14), spacing=8)
        chip = (
            StateChip(self.tr("保全中"), "high", "lock")
            if one.lift is None
            else StateChip(self.tr("已解除"), "plain", "check")
        )
        name = Label(one.hold.authority, "strong", wrap=True)
        head = row(name, chip, spacing=10)
        head.setStretch(0, 1)
        card.body.addLayout(head)
        rows = (*hold_lines(one.hold), *(lift_lines(one.lift) if one.lift else ()))
        said = KeyValues(list(rows), key_width=96)
        card.body.addWidget(said)
        privacy.veil(name, said, around=(card,))
        kept = page.papers.get(one.id, ())
        if one.lift is None or kept:
            of = (self.case_id, one.id)
            card.body.addWidget(EntryPapers(self.office, of, kept, page.here))
        if one.hold.stood:
            self._offer_drafts(card, one)
        return card

    def _offer_drafts(self, card: Card, one: HoldStanding) -> None:
        """Put a link that shows the drafts as they stood when the hold began."""
        stood = one.hold.stood
        rows = [(draft_word(it), hold_drafts.words(it)) for it in stood]
        show = Button(self.tr("看保全开始时没写完的（%n 处）", "", len(stood)), "link")
        show.setAccessibleDescription(one.hold.authority)
        said = KeyValues(rows, key_width=96)
        said.hide()
        show.clicked.connect(lambda: said.setVisible(said.isHidden()))
        card.body.addLayout(row(show, None))
        card.body.addWidget(said)
        privacy.veil(said, around=(card,))

    def _hold_parts(self) -> dict[str, Field | TextBox]:
        return {
            "authority": self.authority,
            "number": self.number,
            "since": self.since,
            "reason": self.reason,
        }

    def _lift_parts(self) -> dict[str, Field | TextBox]:
        return {"on": self.on, "why": self.why}

    @staticmethod
    def _show_typed(parts: Mapping[str, Field | TextBox], kept: Mapping[str, Any]) -> None:
        for name, part in parts.items():
            part.set_text(kept.get(name, ""))

    def _lay_out_form(self) -> None:
        intro = self.tr(
            "有诉讼、伦理投诉或调查时，把个案原样留住。保全期间：不能销毁，不能改来访者资料和接案资料，"
            "以前的札记不能改也不能删；签署过的本来就不能改，新的记录和补记照常写。"
            "没写完的照开始时的样子另留一份（例外 3）。"
        )
        self._lifting.setLayout(
            column(
                self._stands,
                16,
                self._which_room,
                self.on,
                12,
                self.why,
                12,
                row(self.lift_act, None),
                24,
                rule(),
                22,
                Label(self.tr("再加一个保全"), "name"),
                10,
            )
        )
        self.form.addLayout(
            column(
                Label(intro, "soft", wrap=True),
                18,
                self._lifting,
                pair(self.authority, self.number),
                16,
                self.since,
                16,
                self.reason,
                18,
                row(self.act, None),
            )
        )
        self.marks = {
            **{f"hold.{name}": part for name, part in self._hold_parts().items()},
            **{f"lift.{name}": part for name, part in self._lift_parts().items()},
        }

    def _connect(self) -> None:
        self.act.clicked.connect(self._place)
        self.lift_act.clicked.connect(self._lift)
        for line in (self.authority, self.number, self.since):
            line.entered.connect(self._place)
        self.on.entered.connect(self._lift)
        for part in (*self._hold_parts().values(), *self._lift_parts().values()):
            part.changed.connect(self.touched)

    def _entered(self, banner: Banner, _entry: CaseEntry) -> None:
        self.say(banner)
        self._ask()


def _typed(parts: Mapping[str, Field | TextBox]) -> dict[str, str]:
    """Return what is written, as typed; nothing where nothing is."""
    return {name: part.text() for name, part in parts.items() if part.text()}
