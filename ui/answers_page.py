"""The answers of a questionnaire as they stand in the file of a case, to be read."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt

from app.domain.local_time import local
from app.services import questionnaires
from ui import dates, privacy
from ui.clause_link import refusal_banner
from ui.names import as_written
from ui.page import Page, PageKey, ToAnswers
from ui.theme import look
from ui.widgets.card import Card, column, put, row, under_head
from ui.widgets.keyvalue import KeyValues
from ui.widgets.label import Label
from ui.widgets.topbar import TopBar

if TYPE_CHECKING:
    from datetime import datetime

    from PySide6.QtWidgets import QWidget

    from app.domain.errors import Refusal
    from app.domain.ids import CaseId
    from app.domain.questionnaire import Questionnaire
    from app.services.questionnaires import AnswersPage
    from ui.office import Office

_WIDE: Final = 860
_KEYS: Final = 220


class AnswersScreen(Page):
    """Heads and answers under each other, word for word; nothing here can be changed."""

    of_case = True

    def __init__(self, office: Office, case_id: CaseId, parent: QWidget | None = None) -> None:
        super().__init__(office, parent)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setProperty("ground", "paper")
        self.case_id = case_id
        self.bar = TopBar(self.tr("答卷"))
        self.bar.back.connect(self.back)
        self._room = column(spacing=14)
        lines = column(self._room, None)
        self.setLayout(under_head(self.bar, look.px(_WIDE), lines))
        self.begin_at(self.bar.back_button)
        clock = office.tools().clock
        office.desk.do(
            self,
            lambda vault: questionnaires.answers(vault, clock, case_id),
            self._show,
            self._refused,
        )

    def here(self) -> ToAnswers:
        """Return where one is."""
        return ToAnswers(self.case_id)

    def keys(self) -> tuple[PageKey, ...]:
        """Return the keys of this page."""
        return (PageKey("Esc", self.tr("返回")),)

    def escape(self) -> None:
        """Go back."""
        self.back.emit()

    def _show(self, page: AnswersPage) -> None:
        self.bar.add_fact(as_written(page.case.code))
        if not page.answers:
            self._room.addWidget(Label(self.tr("这个个案里没有答卷。"), "soft"))
        for at, one in page.answers:
            self._room.addWidget(self._card(local(at, page.here), one))

    def _card(self, at: datetime, one: Questionnaire) -> Card:
        """Return one set of answers."""
        card = Card(margins=(20, 16, 20, 18), spacing=10)
        title = self.tr("导入于 {0}").format(dates.day_and_time(at))
        card.body.addLayout(row(Label(title, "strong"), None))
        if one.sent:
            said = self.tr("提交时间 {0}").format(as_written(one.sent))
            card.body.addWidget(Label(said, "soft", wrap=True))
        if one.answers:
            read = KeyValues([], key_width=_KEYS)
            for head, answer in one.answers:
                read.add(as_written(head), answer)
            privacy.veil(read, around=(card,))
            card.body.addWidget(read)
        else:
            every = self.tr("这一份的每一格都成了资料，没有别的。")
            card.body.addWidget(Label(every, "soft", wrap=True))
        return card

    def _refused(self, refusal: Refusal) -> None:
        put(self._room, refusal_banner(refusal))
