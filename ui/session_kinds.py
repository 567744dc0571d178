"""The counselor's own list of kinds of problem (问题类型), changed where it is used."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from app.domain.sheet_catalogue import clean_list
from ui.widgets.button import Button
from ui.widgets.card import column, row
from ui.widgets.textbox import TextBox

if TYPE_CHECKING:
    from collections.abc import Iterable


class KindsList(QWidget):
    """A link that opens the list, one kind a line; `changed` gives the new one."""

    changed = Signal(list)

    def __init__(self, kinds: Iterable[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._kinds = tuple(kinds)
        self.link = Button(self.tr("改问题类型的单子"), "link", sz="s")
        self.link.clicked.connect(self._open)
        self.box = TextBox(self.tr("问题类型，一行一个"), rows=6)
        self.cancel = Button(self.tr("不改了"), "ghost", sz="s")
        self.cancel.clicked.connect(self._close)
        self.keep = Button(self.tr("改好了"), "quiet", sz="s")
        self.keep.clicked.connect(self._keep)
        self._inside = QWidget()
        self._inside.setLayout(
            column(self.box, row(None, self.cancel, self.keep, spacing=8), spacing=8)
        )
        self._inside.hide()
        self.setLayout(column(row(self.link, None), self._inside, spacing=6))

    def _open(self) -> None:
        self.box.set_text("\n".join(self._kinds))
        self._inside.show()
        self.link.hide()
        self.box.edit.setFocus(Qt.FocusReason.TabFocusReason)

    def _close(self) -> None:
        self.link.show()
        self._inside.hide()
        self.link.setFocus(Qt.FocusReason.TabFocusReason)

    def _keep(self) -> None:
        """Take the list; an empty one changes nothing."""
        kinds = clean_list(self.box.text().split("\n"))
        if kinds and kinds != self._kinds:
            self._kinds = kinds
            self.changed.emit(list(kinds))
        self._close()
