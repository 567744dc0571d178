"""Where a consent is worked on: the form beside its document, or one at a time in large letters."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ui.theme import look
from ui.widgets.button import Button
from ui.widgets.card import column, ground, row
from ui.widgets.painted import hide_unless

if TYPE_CHECKING:
    from PySide6.QtWidgets import QLayout

_READABLE: Final = 180  # a document is never lower, before the page itself scrolls


class ConsentRoom(QWidget):
    """Holds what is said `above`, the document, and the form that is set later.

    In large letters form and document take turns in the width of the page; `turn` is the button
    for it, to be put where the actions of the page are, and `reading` says that the document has
    the page.
    """

    reading = Signal(bool)

    def __init__(self, above: QLayout, view: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._turns, self._reading = look.large(), False
        self._document, self._form = QWidget(), QWidget()
        self._forms = column()
        self._form.setLayout(self._forms)
        self.turn = Button("", "ghost", icon="file-text")
        self.turn.clicked.connect(lambda: self._show(reading=not self._reading))
        hide_unless(self._turns, self.turn)
        if self._turns:
            self._lay_out_in_turns(above, view)
        else:
            self._lay_out_beside(above, view)
        self._show(reading=False)

    def set_form(self, form: QWidget) -> None:
        """Show `form` in the place of the one of before, which goes."""
        while item := self._forms.takeAt(0):
            if old := item.widget():
                old.hide()
                old.deleteLater()
        self._forms.addWidget(form)

    def show_form(self) -> None:
        """Show the form, where the two take turns."""
        self._show(reading=False)

    def show_document(self) -> None:
        """Show the document, where the two take turns."""
        self._show(reading=True)

    def _lay_out_beside(self, above: QLayout, view: QWidget) -> None:
        middle, left = QWidget(), ground("sunken")
        middle.setMaximumWidth(view.maximumWidth())
        inside = column(above, view, spacing=10)
        inside.setStretch(1, 1)
        middle.setLayout(inside)
        left.setLayout(row(middle, margins=(32, 14, 32, 16)))
        body = row(left, self._form)
        body.setStretch(0, 1)
        self.setLayout(body)

    def _lay_out_in_turns(self, above: QLayout, view: QWidget) -> None:
        said = ground("sunken")
        said.setLayout(column(above, margins=(32, 6, 32, 6)))
        view.setMinimumHeight(look.px(_READABLE))
        self._document = ground("sunken")
        self._document.setLayout(row(view, margins=(32, 0, 32, 16)))
        body = column(said, self._document, self._form)
        body.setStretch(1, 1)
        body.setStretch(2, 1)
        self.setLayout(body)

    def _show(self, *, reading: bool) -> None:
        self._reading = reading
        self.turn.setText(self.tr("收起文件") if reading else self.tr("看文件"))
        if self._turns:
            self._document.setHidden(not reading)
            self._form.setHidden(reading)
            self.reading.emit(reading)
