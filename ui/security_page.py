"""What protects the computer around the vault: seen where it can be, asked where not."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from app.domain.errors import SafeguardsUnanswered
from app.domain.local_time import wall
from app.domain.safeguard import Answer, Safeguard, Sight
from app.services import computer_safety
from app.services.changes import Noun
from ui import dates
from ui.clause_link import refusal_banner
from ui.messages import message
from ui.page import Page, PageKey
from ui.security_row import SafeguardRow
from ui.self_audit import SelfAuditPart
from ui.theme import look
from ui.widgets.banner import Banner
from ui.widgets.button import Button
from ui.widgets.card import Card, bring_into_sight, column, put, row, rule, under_head
from ui.widgets.label import Label
from ui.widgets.painted import announce
from ui.widgets.topbar import TopBar

if TYPE_CHECKING:
    from collections.abc import Mapping

    from app.domain.errors import Refusal
    from app.services.computer_safety import SafetyState
    from ui.office import Office

_WIDE: Final = 760


class SecurityScreen(Page):
    """Every answer is kept as it is given; the button says that all was gone through today.

    Nothing is counted and nothing is forced: what is open says how it is closed.
    """

    def __init__(self, office: Office, parent: QWidget | None = None) -> None:
        super().__init__(office, parent)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setProperty("ground", "paper")
        self._sights: Mapping[Safeguard, Sight] = {}
        self._lay_out()
        first = self._rows[Safeguard.LOGIN].question
        self.begin_at(first.chip(Answer.YES.value))
        self._look()

    def keys(self) -> tuple[PageKey, ...]:
        """Return the keys of this page."""
        return (PageKey("Esc", self.tr("返回")),)

    def escape(self) -> None:
        """Go back: every answer is kept."""
        self.back.emit()

    def _lay_out(self) -> None:
        head = TopBar(self.tr("电脑安全"))
        head.back.connect(self.back)
        said = self.tr(
            "保险库在这台电脑里，电脑也要守好。程序看得到的，它自己看；看不到的，请您说。"
            "每个月看一遍就好，没有打开的可以慢慢来。"
        )
        self._card = Card(margins=(20, 18, 20, 18), spacing=16)
        self._rows = {which: SafeguardRow(which) for which in Safeguard}
        for at, one in enumerate(self._rows.values()):
            if at:
                self._card.body.addWidget(rule())
            one.answered.connect(partial(self._answer, one.which))
            self._card.body.addWidget(one)
        self._card.hide()
        self._banner_room = column()
        self.done_button = Button(self.tr("这次看完了"), "primary", icon="check")
        self.done_button.clicked.connect(self._finish)
        self._last = Label("", "soft", wrap=True)
        self.report = SelfAuditPart(self.office)
        foot = row(self.done_button, self._last, spacing=14)
        foot.setStretch(1, 1)
        self.setLayout(
            under_head(
                head,
                look.px(_WIDE),
                column(
                    Label(said, "read", wrap=True),
                    18,
                    self._card,
                    18,
                    self._banner_room,
                    foot,
                    24,
                    self.report,
                    None,
                ),
            )
        )

    def _look(self) -> None:
        """Look at the computer away from both threads that somebody waits for."""
        if self.office.computer is None:
            self._seen({})
            return
        computer, folder = self.office.computer(), Path(self.office.preferences.load().vault)
        self.office.desk.outside(self, lambda: computer.look(folder), self._seen)

    def _seen(self, sights: Mapping[Safeguard, Sight]) -> None:
        """Keep what was seen, then show all."""
        self._sights = sights
        clock = self.office.tools().clock
        self.office.desk.do(
            self,
            lambda vault: computer_safety.looked(vault, clock, sights),
            self._show,
            self._not_kept,
        )

    def _not_kept(self, refusal: Refusal) -> None:
        """Say why what was seen was not kept, and show what was known before."""
        self._refused(refusal)
        clock = self.office.tools().clock
        self.office.desk.do(self, lambda vault: computer_safety.state(vault, clock), self._show)

    def _answer(self, which: Safeguard, said: str) -> None:
        clock, answer = self.office.tools().clock, Answer(said)
        self.office.desk.do(
            self,
            lambda vault: computer_safety.answer(vault, clock, which, answer),
            self._show,
            self._refused,
        )

    def _finish(self) -> None:
        clock = self.office.tools().clock
        self.office.desk.do(
            self,
            lambda vault: computer_safety.finish(vault, clock),
            self._finished,
            self._not_finished,
            (Noun.COMPUTER,),
        )

    def _finished(self, found: SafetyState) -> None:
        self._show(found)
        words = self.tr("记下了，一个月后再提醒您。")
        self._put(Banner("done", words))
        announce(self, words)

    def _not_finished(self, refusal: Refusal) -> None:
        """Say what is still open, and offer the way to the first of it."""
        if not isinstance(refusal, SafeguardsUnanswered):
            self._refused(refusal)
            return
        first = refusal.open[0]
        banner = self._say(refusal, self.tr("去回答"))
        banner.acted.connect(lambda: self._go_to(first))

    def _go_to(self, which: Safeguard) -> None:
        """Put the keys at a question, and bring it into sight."""
        self._rows[which].question.chip(Answer.YES.value).setFocus(Qt.FocusReason.TabFocusReason)
        bring_into_sight(self._rows[which])

    def _put(self, banner: Banner) -> None:
        """Put a banner above the button, in place of the one before."""
        holder = QWidget()
        holder.setLayout(column(banner, 14))
        put(self._banner_room, holder)

    def _refused(self, refusal: Refusal) -> None:
        self._say(refusal)

    def _say(self, refusal: Refusal, action: str = "") -> Banner:
        """Say above the button why something was not done, and what leads on."""
        words, banner = message(refusal), refusal_banner(refusal, action=action)
        self._put(banner)
        bring_into_sight(banner)
        announce(self, f"{words.what} {words.why}")
        return banner

    def _show(self, found: SafetyState) -> None:
        """Show how every safeguard stands, and when all was gone through."""
        for which, one in self._rows.items():
            sight = self._sights.get(which, Sight.UNSEEN)
            one.show_finding(found.safety.findings.get(which), sight, found.zone)
        self._card.show()
        self.report.refresh()
        at = found.safety.checked_at
        self._last.setText(
            self.tr("还没有整个看过一遍。")
            if at is None
            else self.tr("上次看完：{0}。").format(dates.plain_day(wall(at, found.zone).date()))
        )
