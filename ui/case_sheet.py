"""The page of one case, beside the list: what was refused, its head, everything that happened."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from ui.case_head import CaseHead
from ui.case_timeline import READING, CaseTimeline
from ui.clause_link import refusal_banner
from ui.theme import look
from ui.widgets.card import column, put, row, rule

if TYPE_CHECKING:
    from app.domain.errors import Refusal
    from ui.case_view import CaseView
    from ui.widgets.banner import Banner


class CaseSheet(QWidget):
    """The page of one case: refusals, head, timeline; in large letters one thing that scrolls."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.head, self.timeline = CaseHead(), CaseTimeline()
        self._banners = column()
        self.head.kind.connect(self.timeline.show_kind)
        self.head.setMaximumWidth(look.px(READING))
        top = row(self.head, None)
        top.setStretch(0, 100)
        if look.large():
            # Little would be left below the head: it scrolls away with what happened.
            above = QWidget()
            above.setLayout(column(self._banners, top, rule()))
            self.timeline.carry(above)
            self.setLayout(column(self.timeline))
            return
        lines = column(self._banners, top, rule(), self.timeline)
        lines.setStretch(3, 1)
        self.setLayout(lines)

    def show_view(self, view: CaseView) -> None:
        """Show a case."""
        self.head.show_view(view)
        self.timeline.show_view(view)

    def say(self, refusal: Refusal | None) -> None:
        """Show a refusal above the head, or take it away."""
        self.tell(refusal_banner(refusal) if refusal is not None else None)

    def tell(self, banner: Banner | None) -> None:
        """Show a banner above the head, or take it away."""
        put(self._banners, banner)
