"""Which case the crisis card is of: a digit chooses it, those in danger first."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtGui import QKeySequence, QShortcut

from app.services import crises
from ui.case_lock_words import called
from ui.clause_link import refusal_banner
from ui.page import Page, PageKey, ToCases, ToCrisis
from ui.theme import look
from ui.widgets.button import Button
from ui.widgets.card import clear, column, put, row, under_head
from ui.widgets.chip import StateChip
from ui.widgets.empty import Empty
from ui.widgets.keycap import KeyCap
from ui.widgets.label import Label
from ui.widgets.topbar import TopBar

if TYPE_CHECKING:
    from PySide6.QtWidgets import QHBoxLayout, QWidget

    from app.domain.errors import Refusal
    from app.services.crises import Chance
    from ui.office import Office


class CrisisChoice(Page):
    """At most nine cases, a key each; the others by Ctrl+K."""

    def __init__(self, office: Office, parent: QWidget | None = None) -> None:
        super().__init__(office, parent)
        self._found: tuple[Chance, ...] | None = None
        self._early: int | None = None
        self._room = column(spacing=8)
        head = TopBar(self.tr("危机卡"))
        head.back.connect(self.back)
        self.setLayout(under_head(head, look.px(640), self._room))
        for digit in range(1, crises.OFFERED + 1):
            QShortcut(QKeySequence(str(digit)), self, partial(self._choose, digit - 1))
        tools = office.tools
        office.desk.do(
            self, lambda vault: crises.choices(vault, tools()), self._show, self._refused
        )

    def keys(self) -> tuple[PageKey, ...]:
        """Return the keys of the page."""
        return (
            PageKey("1 … 9", self.tr("哪一个个案")),
            PageKey("Esc", self.tr("返回")),
        )

    def escape(self) -> None:
        """Go back."""
        self.back.emit()

    def _choose(self, at: int) -> None:
        """Go to the card of a case; a digit that came before the list waits for it."""
        if self._found is None:
            self._early = at
        elif at < len(self._found):
            person = self._found[at].person
            # The door of a case that is shut leads on to the card.
            to = ToCrisis(person.case_id)
            self.wanted.emit(ToCases(person.case_id, to) if person.shut else to)

    def _show(self, found: tuple[Chance, ...]) -> None:
        self._found = found
        if self._early is not None:
            self._choose(self._early)
            return
        clear(self._room)
        if not found:
            told = self.tr("有了个案，在任何一页按 Ctrl+E 都能打开危机卡。")
            self._room.addWidget(Empty("phone-call", self.tr("还没有个案"), told))
            return
        asked = self.tr("是哪一个个案？按数字；更多的用 Ctrl+K 找。")
        self._room.addWidget(Label(asked, "soft", wrap=True))
        for at, one in enumerate(found):
            self._room.addLayout(self._line(at, one))
        self._room.addStretch(1)

    def _line(self, at: int, one: Chance) -> QHBoxLayout:
        """Return a case with its key, and a word where somebody is in danger."""
        made = Button(called(one.person), "quiet")
        made.setAccessibleName(self.tr("危机卡：{0}").format(called(one.person)))
        made.clicked.connect(partial(self._choose, at))
        line = row(KeyCap(str(at + 1)), made, spacing=12)
        if one.grave:
            line.addWidget(StateChip(self.tr("有风险"), "high", "triangle-alert"))
        line.addStretch(1)
        if not at:
            self.begin_at(made)
        return line

    def _refused(self, refusal: Refusal) -> None:
        put(self._room, refusal_banner(refusal))
