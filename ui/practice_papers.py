"""The papers of the practice: which one, in which language, for a hotline or under her name."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.domain.errors import ServiceSheetIncomplete, StandingPaperIncomplete
from app.domain.practice_paper import GUIDE, OPENING, SERVICE_SHEET
from app.domain.rule import clauses_of
from app.domain.standing_paper import STANDING_PAPER
from app.services import practice
from app.services.directory import RESOURCE_SHEET
from ui.begin import Begins
from ui.clause_link import refusal_banner
from ui.document_view import DocumentView
from ui.messages import message
from ui.note_template_menu import window_language
from ui.paper_panel import PaperPanel
from ui.practice_words import practice_rule_words
from ui.theme import look
from ui.widgets.card import Card, column, put
from ui.widgets.chip import Choices
from ui.widgets.label import Label
from ui.widgets.painted import announce

if TYPE_CHECKING:
    from app.domain.errors import Refusal
    from app.domain.sheet import Sheet
    from ui.office import Office

_HIGH: Final = 560
_HOTLINE: Final = "hotline"


class Papers(Begins, QWidget):
    """A paper to look at and to print. `missing` asks to fill in what the service sheet lacks."""

    missing = Signal(tuple)

    def __init__(self, office: Office, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._office = office
        self.which = Choices(
            [
                (SERVICE_SHEET, self.tr("服务说明")),
                (GUIDE, self.tr("给来访者的指引")),
                (OPENING, self.tr("开场白")),
                (STANDING_PAPER, self.tr("督导与紧急上报")),
                (RESOURCE_SHEET, self.tr("危机资源单")),
            ],
            name=self.tr("哪一张"),
        )
        self.language = Choices([("zh", self.tr("中文")), ("en", "English")], name=self.tr("语言"))
        self.shown = Choices(
            [("name", self.tr("用姓名和资质")), (_HOTLINE, self.tr("热线：用工号"))],
            name=self.tr("怎样称呼咨询师"),
        )
        self.which.choose(SERVICE_SHEET)
        self.language.choose(window_language())
        self.shown.choose("name")
        self._room = column()
        card = Card(margins=(20, 18, 20, 18), spacing=10)
        for words, choices in (
            (self.tr("哪一张"), self.which),
            (self.tr("语言"), self.language),
            (self.tr("怎样称呼咨询师"), self.shown),
        ):
            card.body.addLayout(column(Label(words, "strong"), choices, spacing=6))
            choices.chosen.connect(lambda _: self.ask())
        self.setLayout(column(card, 16, self._room))
        self.begin_at(self.which.chip(SERVICE_SHEET))
        self.ask()

    def ask(self) -> None:
        """Have the chosen paper made."""
        tools = self._office.tools
        key, language = self.which.keys()[0], self.language.keys()[0]
        hotline = self.shown.keys() == [_HOTLINE]
        self._office.desk.do(
            self,
            lambda vault: practice.paper(vault, tools(), key, language, hotline=hotline),
            self._show,
            self._refused,
        )

    def _show(self, sheet: Sheet) -> None:
        """Show the paper as it will be printed, and offer printer and file."""
        tools, office = self._office.tools, self._office
        panel = PaperPanel(office, sheet.title, lambda: tools().papers.sheet.render(sheet))
        panel.write_down(lambda vault: practice.printed(vault, tools()))
        view = DocumentView()
        view.setFixedHeight(look.px(_HIGH))
        holder = QWidget()
        holder.setLayout(column(panel, 12, view))
        put(self._room, holder)
        office.desk.outside(view, lambda: tools().papers.sheet.render(sheet), view.show_pdf)

    def _refused(self, refusal: Refusal) -> None:
        """Name everything that is empty, each with its clause, and lead there."""
        words = message(refusal)
        lacking: tuple[str, ...] = ()
        if isinstance(refusal, ServiceSheetIncomplete | StandingPaperIncomplete):
            lacking = refusal.missing
        said = "\n".join([words.why, *(f"· {practice_rule_words(one)}" for one in lacking)])
        clauses = clauses_of(lacking)
        banner = refusal_banner(refusal, text=said, clauses=clauses, action=self.tr("去补上"))
        banner.acted.connect(lambda: self.missing.emit(lacking))
        put(self._room, banner)
        announce(self, f"{words.what} {said}")
