"""The notes from before the program as they stand in the file of a case, to be read."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt

from app.domain.client import Place
from app.domain.imported_note import Left
from app.domain.local_time import local
from app.services import note_imports
from ui import dates, privacy
from ui.clause_link import refusal_banner
from ui.names import as_written
from ui.note_import_words import left_words
from ui.page import Page, PageKey, ToOldNotes
from ui.theme import look
from ui.widgets.button import Button
from ui.widgets.card import Card, column, put, row, under_head
from ui.widgets.label import Label
from ui.widgets.topbar import TopBar

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from app.domain.errors import Refusal
    from app.domain.ids import CaseId
    from app.domain.imported_note import ImportedNote
    from app.services.note_imports import ImportedPage
    from ui.office import Office

_WIDE: Final = 860
_AT_ONCE: Final = 30


class OldNotesScreen(Page):
    """Every imported note under its own day, word for word; nothing here can be changed."""

    of_case = True

    def __init__(self, office: Office, case_id: CaseId, parent: QWidget | None = None) -> None:
        super().__init__(office, parent)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setProperty("ground", "paper")
        self.case_id = case_id
        self.bar = TopBar(self.tr("以前的记录"))
        self.bar.back.connect(self.back)
        self._room = column(spacing=14)
        self._left: list[tuple[datetime, ImportedNote]] = []
        self._here = Place()
        self._more = Button("", "quiet", icon="chevron-down")
        self._more.clicked.connect(self._read_on)
        self.setLayout(under_head(self.bar, look.px(_WIDE), column(self._room, None)))
        self.begin_at(self.bar.back_button)
        clock = office.tools().clock
        office.desk.do(
            self,
            lambda vault: note_imports.page(vault, clock, case_id),
            self._show,
            self._refused,
        )

    def here(self) -> ToOldNotes:
        """Return where one is."""
        return ToOldNotes(self.case_id)

    def keys(self) -> tuple[PageKey, ...]:
        """Return the keys of this page."""
        return (PageKey("Esc", self.tr("返回")),)

    def escape(self) -> None:
        """Go back."""
        self.back.emit()

    def _show(self, page: ImportedPage) -> None:
        self.bar.add_fact(as_written(page.case.code))
        if not page.notes:
            self._room.addWidget(Label(self.tr("这个个案里没有以前的记录。"), "soft"))
        self._left, self._here = list(page.notes), page.here
        self._read_on()

    def _read_on(self) -> None:
        """Show the next notes, and a way to those behind them."""
        self._more.setParent(None)
        some, self._left = self._left[:_AT_ONCE], self._left[_AT_ONCE:]
        cards = [self._card(at, one, self._here) for at, one in some]
        for card in cards:
            self._room.addWidget(card)
        if self._left:
            self._more.setText(self.tr("还有 %n 份", "", len(self._left)))
            self._room.addWidget(self._more)
            self._more.show()

    def _card(self, written: datetime, one: ImportedNote, here: Place) -> Card:
        """Return one note: its day, where it came from, its words."""
        at = local(written, here)
        card = Card(margins=(20, 16, 20, 18), spacing=10)
        day = dates.day_and_time(at) if one.at else dates.day(at.date())
        title = self.tr("{0}  {1}").format(day, as_written(one.turn)).strip()
        card.body.addLayout(row(Label(title, "strong"), None))
        imported = local(datetime.fromisoformat(one.imported), here)
        said = [self.tr("导入于 {0}").format(dates.plain_day(imported.date()))]
        if left := left_words(Left(kind) for kind in one.left):
            said.append(left)
        card.body.addWidget(Label(self.tr("；").join(said), "soft", wrap=True))
        source = Label(self.tr("来自文件“{0}”").format(as_written(one.source)), "soft", wrap=True)
        text = Label(one.text.strip("\n"), "body", wrap=True)
        for part in (source, text):
            privacy.veil(part, around=(card,))
            card.body.addWidget(part)
        return card

    def _refused(self, refusal: Refusal) -> None:
        put(self._room, refusal_banner(refusal))
