"""List, case and what is known of it, side by side; where they do not fit, one at a time."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QAbstractScrollArea, QWidget

from ui.case_list import NARROW, WIDE
from ui.theme import look
from ui.widgets.button import Button
from ui.widgets.card import column, row

if TYPE_CHECKING:
    from ui.case_list import CaseList

_FOLD_BELOW: Final = 1300
_PANE_FROM: Final = 1000
_BOTH_FROM: Final = 800  # the list at its narrowest, and a head whose button is not cut
_PANE_WIDE, _PANE_NARROW = 316, 296
_MOST: Final = 16_777_215


class CaseFold(QWidget):
    """Puts the three beside each other. `left` asks for the list where the case stands alone."""

    left = Signal()

    def __init__(
        self, cases: CaseList, middle: QWidget, pane: QWidget, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._list, self._pane = cases, pane
        self._alone, self._in_case = False, False
        self._known, self._roomy = False, False
        self.back = Button(self.tr("个案"), "ghost", icon="arrow-left", sz="s")
        self.back.setAccessibleName(self.tr("回到个案列表"))
        self.back.clicked.connect(self.left)
        self._bar, self._middle = QWidget(), QWidget()
        self._bar.setLayout(row(self.back, None, margins=(16, 12, 16, 0)))
        self._bar.hide()
        held = column(self._bar, middle)
        held.setStretch(1, 1)
        self._middle.setLayout(held)
        whole = row(cases, self._middle, pane)
        whole.setStretch(1, 1)
        self.setLayout(whole)

    @property
    def alone(self) -> bool:
        """Whether list and case stand one at a time."""
        return self._alone

    @property
    def in_case(self) -> bool:
        """Whether the case is what one sees, where they stand one at a time."""
        return self._alone and self._in_case

    def fit(self, page: QWidget) -> None:
        """Give the three the widths that the window allows the page that holds them."""
        window, room = page.window().width(), _room(page)
        narrow = window < _FOLD_BELOW
        self._alone = room < look.px(_BOTH_FROM)
        if self._alone:
            self._list.setMinimumWidth(0)
            self._list.setMaximumWidth(_MOST)
        else:
            most = max(NARROW, window * 3 // 10)
            self._list.setFixedWidth(min(most, look.px(NARROW if narrow else WIDE)))
        self._pane.setFixedWidth(look.px(_PANE_NARROW if narrow else _PANE_WIDE))
        self._roomy = room >= look.px(_PANE_FROM)
        self._show()

    def show_case(self, *, there: bool) -> None:
        """Where they stand one at a time, show the case, or the list."""
        self._in_case = there
        self._show()

    def show_pane(self, *, known: bool) -> None:
        """Show what is known of a case, where one is open and there is room."""
        self._known = known
        self._show()

    def _show(self) -> None:
        self._list.setVisible(not self.in_case)
        self._middle.setVisible(not self._alone or self._in_case)
        self._bar.setVisible(self.in_case)
        self._pane.setVisible(self._known and self._roomy)


def _room(page: QWidget) -> int:
    """Return how wide a page may be, in pixels: one that scrolls may already be wider."""
    port = page.parentWidget()
    if port is not None and isinstance(port.parentWidget(), QAbstractScrollArea):
        return port.width()
    return page.width()
