"""All consents of a case: which are in force, which ended, and what can be asked for."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QWidget

from app.domain.consent import ConsentState
from app.domain.consent_progress import number, under_way
from app.domain.consent_purpose import Purpose
from app.domain.local_time import counselor_place, local
from app.services import consent_texts, consents
from app.services.changes import Noun
from ui import dates, privacy
from ui.clause_link import refusal_banner
from ui.consent_menu import add_begun, another_words
from ui.consent_words import purpose_words
from ui.names import as_written
from ui.note_template_menu import window_language
from ui.page import Page, PageKey, ToConsent, ToConsents, ToConsentTexts
from ui.theme import look
from ui.widgets.button import Button
from ui.widgets.card import column, put, row, rule, under_head
from ui.widgets.chip import StateChip
from ui.widgets.label import Label
from ui.widgets.menu import Menu
from ui.widgets.topbar import TopBar

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from PySide6.QtWidgets import QHBoxLayout

    from app.domain.case import Case
    from app.domain.client import Place
    from app.domain.consent import Consent
    from app.domain.errors import Refusal
    from app.domain.ids import CaseId
    from app.ports import OpenVault
    from app.services.changes import Changes
    from app.services.consent_texts import ConsentOffer
    from app.services.tools import Tools
    from ui.office import Office
    from ui.theme.roles import Tone

_WIDE: Final = 860


@dataclass(frozen=True)
class Overview:
    """What the page shows."""

    case: Case
    name: str = field(repr=False)
    here: Place
    consents: tuple[Consent, ...]
    offers: tuple[ConsentOffer, ...]
    now: datetime


def fetch(vault: OpenVault, tools: Tools, case_id: CaseId) -> Overview:
    """Return the consents of a case, and the texts for others; it runs on the vault's thread."""
    case, profile = vault.cases.get(case_id), vault.clients.of_case(case_id).profile
    texts, language = consent_texts.every(vault, tools), window_language()
    offers = [
        *consent_texts.offers(texts, case.mode, language=language),
        *consent_texts.offers(texts, case.mode, separate=True, language=language),
    ]
    return Overview(
        case,
        profile.name,
        counselor_place(profile, vault.settings.practice().place),
        tuple(vault.consents.of_case(case_id)),
        tuple(offers),
        tools.clock.now(),
    )


class ConsentsScreen(Page):
    """One row a purpose: what it is for, how it stands, and the way to it or to a new one."""

    def __init__(self, office: Office, case_id: CaseId, parent: QWidget | None = None) -> None:
        super().__init__(office, parent)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setProperty("ground", "paper")
        self._case_id = case_id
        self._shown: Overview | None = None
        self.head = TopBar(self.tr("知情同意"))
        self.head.back.connect(self.back)
        self._about = Label("", "soft")
        self.head.add_fact(self._about)
        texts = Button(self.tr("同意书文本"), "ghost", icon="layout-template")
        texts.clicked.connect(lambda: self.wanted.emit(ToConsentTexts()))
        self.head.add_action(texts)
        self._banner_room, self._rows = column(), column()
        said = self.tr(
            "开始咨询要有知情同意书。录音、演示、交给别人看这些事，每一件都要另外的同意；"
            "来访者可以只同意其中几件，也可以随时撤回。"
        )
        lines = column(self._banner_room, Label(said, "soft", wrap=True), 16, self._rows, None)
        self.setLayout(under_head(self.head, look.px(_WIDE), lines))
        self._ask()

    def here(self) -> ToConsents:
        """Return the consents of this case."""
        return ToConsents(self._case_id)

    def keys(self) -> tuple[PageKey, ...]:
        """Return the keys of this page."""
        return (PageKey("Esc", self.tr("返回")),)

    def escape(self) -> None:
        """Go back."""
        self.back.emit()

    def show_privacy(self) -> None:
        """Call the client by name or by code."""
        super().show_privacy()
        self._show_who()

    def reload(self, changes: Changes) -> None:
        """Show again how the consents stand."""
        if changes.nouns & {Noun.CONSENTS, Noun.CASES}:
            self._ask()

    def _ask(self) -> None:
        case_id, tools = self._case_id, self.office.tools
        self.office.desk.do(
            self, lambda vault: fetch(vault, tools(), case_id), self._show, self._tell
        )

    def _show(self, shown: Overview) -> None:
        self._shown = shown
        self._show_who()
        stack = column()
        first: QWidget | None = None
        for purpose in Purpose:
            found = [one for one in shown.consents if one.purpose is purpose]
            line, button = self._row(purpose, found)
            stack.addWidget(line)
            stack.addWidget(rule())
            first = first or button
        holder = QWidget()
        holder.setLayout(stack)
        put(self._rows, holder)
        if first is not None:
            self.begin_at(first)

    def _show_who(self) -> None:
        if self._shown is not None:
            who = privacy.title(self._shown.name, self._shown.case.code)
            self._about.setText(as_written(who))

    def _row(self, purpose: Purpose, found: Sequence[Consent]) -> tuple[QWidget, Button]:
        """Return the row of a purpose; several of one purpose stand below each other."""
        title, about = purpose_words(purpose)
        new = Button(self.tr("新建"), "quiet", icon="plus", sz="s")
        new.setAccessibleName(self.tr("新建：{0}").format(title))
        new.clicked.connect(partial(self._offer, new, purpose))
        words = column(Label(title, "name"), Label(about, "meta", wrap=True), spacing=2)
        head = row(words, new, spacing=16)
        head.setStretch(0, 1)
        stack = column(12, head, spacing=6)
        for consent in found:
            stack.addLayout(self._consent(consent, title))
        stack.addSpacing(look.px(12))
        line = QWidget()
        line.setLayout(stack)
        return line, new

    def _consent(self, consent: Consent, title: str) -> QHBoxLayout:
        word, tone, icon = self._state(consent)
        button = Button(self.tr("打开"), "link")
        button.setAccessibleName(self.tr("打开{0}，{1}").format(title, word))
        button.setAccessibleDescription(number(consent))
        button.clicked.connect(lambda: self.wanted.emit(ToConsent(consent.id)))
        when = f"{self._when(consent)} · {number(consent)}"
        said = row(StateChip(word, tone, icon), Label(when, "soft"), spacing=10)
        return row(said, None, button, spacing=10)

    def _state(self, consent: Consent) -> tuple[str, Tone, str]:
        """Return how a consent stands, as word, tone and icon."""
        now = self._shown.now if self._shown is not None else consent.steps[-1][1]
        if consent.in_force(now):
            return self.tr("有效"), "low", "check"
        if consent.state is ConsentState.WITHDRAWN:
            return self.tr("已撤回"), "high", "ban"
        if consent.final:
            return self.tr("已到期"), "mid", "clock"
        return self.tr("进行中"), "mid", "file-pen-line"

    def _when(self, consent: Consent) -> str:
        if self._shown is None:
            return ""
        here = self._shown.here
        day = dates.plain_day(local(consent.steps[-1][1], here).date())
        if consent.state is ConsentState.SIGNED and consent.ends_at is not None:
            until = dates.plain_day(local(consent.ends_at, here).date())
            return self.tr("{0} 签署，到 {1}").format(day, until)
        return day

    def _offer(self, button: Button, purpose: Purpose) -> None:
        """Begin a consent of a purpose; where there are several texts, ask which."""
        if self._shown is None:
            return
        offers = [one for one in self._shown.offers if one.purpose is purpose]
        menu = Menu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.setAccessibleName(button.accessibleName())
        begun = under_way(self._shown.consents, purpose)
        add_begun(menu, begun, lambda one: self.wanted.emit(ToConsent(one)))
        if begun:
            menu.addSeparator()
        for one in offers:
            said = another_words(one, another=bool(begun))
            menu.addAction(said, partial(self._begin, one.key))
        menu.popup(button.mapToGlobal(QPoint(0, button.height() + look.px(4))))

    def _begin(self, key: str) -> None:
        case_id, tools = self._case_id, self.office.tools
        self.office.desk.do(
            self,
            lambda vault: consents.start_with(vault, tools(), case_id, key),
            lambda consent: self.wanted.emit(ToConsent(consent.id)),
            self._tell,
            (Noun.CONSENTS,),
        )

    def _tell(self, refusal: Refusal) -> None:
        put(self._banner_room, refusal_banner(refusal))
