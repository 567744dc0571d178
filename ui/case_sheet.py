"""The page of one case, beside the list: what was refused, its head, everything that happened."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget

from ui.case_head import CaseHead
from ui.case_timeline import READING, CaseTimeline
from ui.clause_link import refusal_banner
from ui.theme import look
from ui.widgets.card import column, put, row, rule

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from app.domain.errors import Refusal
    from ui.case_view import CaseView
    from ui.widgets.banner import Banner


_MOST: Final = 0.6


class CaseSheet(QWidget):
    """The page of one case: refusals, head, timeline; one thing that scrolls where it must be."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.head, self.timeline = CaseHead(), CaseTimeline()
        self._banners = column()
        self.head.kind.connect(self.timeline.show_kind)
        self.head.setMaximumWidth(look.px(READING))
        top = row(self.head, None)
        top.setStretch(0, 100)
        self._above = QWidget()
        self._above.setLayout(column(self._banners, top, rule()))
        lines = column(self._above, self.timeline)
        lines.setStretch(1, 1)
        self.setLayout(lines)
        self._carried = False
        if look.large():
            self._carry()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Look anew whether there is room below the head."""
        super().resizeEvent(event)
        self._fit()

    def show_view(self, view: CaseView) -> None:
        """Show a case."""
        self.head.show_view(view)
        self.timeline.show_view(view)
        self._fit()

    def _fit(self) -> None:
        """Let the head scroll away with what happened where it would leave little room below.

        So it is in large letters, and where much waits in the case.
        """
        high = self._above.heightForWidth(self.width())
        if not self._carried and self.isVisible() and high > self.height() * _MOST:
            self._carry()

    def _carry(self) -> None:
        self._carried = True
        held = QApplication.focusWidget()
        self.timeline.carry(self._above)
        if held is not None and self._above.isAncestorOf(held):
            held.setFocus(Qt.FocusReason.OtherFocusReason)

    def say(self, refusal: Refusal | None) -> None:
        """Show a refusal above the head, or take it away."""
        self.tell(refusal_banner(refusal) if refusal is not None else None)

    def tell(self, banner: Banner | None) -> None:
        """Show a banner above the head, or take it away."""
        put(self._banners, banner)
