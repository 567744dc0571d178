"""The papers of an entry on its card: look at one, add one; each stays for good."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtWidgets import QWidget

from app.services import entry_papers
from ui import privacy
from ui.clause_link import refusal_banner
from ui.document_view import DocumentView
from ui.practice_scans import Scans
from ui.theme import look
from ui.widgets.card import bring_into_sight, column, put

if TYPE_CHECKING:
    from pathlib import Path

    from app.domain.client import Place
    from app.domain.entry import EntryDocument
    from app.domain.errors import Refusal
    from app.domain.ids import CaseId, EntryId
    from ui.office import Office

_HIGH: Final = 520
_PDF: Final = "application/pdf"


class EntryPapers(QWidget):
    """What is kept with the entry `of` a case; what is added is kept at once."""

    def __init__(
        self,
        office: Office,
        of: tuple[CaseId, EntryId],
        papers: tuple[EntryDocument, ...],
        here: Place,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._office, self._of, self._papers, self._here = office, of, papers, here
        self._list, self._room = column(), column()
        self.setLayout(column(self._list, self._room, spacing=10))
        self._show_list()

    def _show_list(self) -> None:
        self.scans = Scans(self._papers, self._here, final=True)
        self.scans.wanted.connect(self._attach)
        self.scans.opened.connect(self._read)
        put(self._list, self.scans)

    def _attach(self, path: Path) -> None:
        tools, (case_id, entry_id) = self._office.tools, self._of
        self._office.desk.do(
            self,
            lambda vault: entry_papers.attach(vault, tools(), case_id, entry_id, path),
            self._attached,
            self._refused,
        )

    def _attached(self, paper: EntryDocument) -> None:
        self._papers = (*self._papers, paper)
        put(self._room, None)
        self._show_list()
        self.scans.add.setFocus()

    def _read(self, paper: EntryDocument) -> None:
        tools = self._office.tools
        self._office.desk.do(
            self,
            lambda vault: entry_papers.read(vault, tools(), paper),
            partial(self._show, paper),
            self._refused,
        )

    def _show(self, paper: EntryDocument, data: bytes) -> None:
        """Show a paper below the list; it is never written anywhere."""
        view = DocumentView()
        view.setFixedHeight(look.px(_HIGH))
        show = view.show_pdf if paper.media_type == _PDF else view.show_picture
        show(data)
        privacy.veil(view, around=view.findChildren(QWidget))
        put(self._room, view)
        bring_into_sight(view)

    def _refused(self, refusal: Refusal) -> None:
        put(self._room, refusal_banner(refusal))
