"""A page of things that the counselor words herself: one of them at a time is open in a form."""

from __future__ import annotations

from typing import TYPE_CHECKING, Generic, TypeVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut

from ui.begin import Begins
from ui.messages import message
from ui.page import Page
from ui.widgets.banner import Banner
from ui.widgets.button import Button
from ui.widgets.card import Card, column, put, row
from ui.widgets.label import Label
from ui.widgets.toast import Toaster

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from app.domain.errors import Refusal
    from ui.office import Office


class OwnForm(Begins, Card):
    """The form of one of them. `kept` asks to store it, `gone` to take it away.

    `dirty` says that something was typed in it that is not kept.
    """

    kept = Signal()
    gone = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("raised", margins=(20, 18, 20, 18), spacing=14, parent=parent)
        self.dirty = False

    def refuse(self, words: str) -> None:
        """Say why it was not stored; everything typed stays."""
        self.error.setText(words)
        self.error.show()

    def _end_with(self, keep: str, remove: str, *, new: bool) -> None:
        """Put the room for a refusal and the two buttons, so named, below everything else."""
        self.error = Label("", "soft", wrap=True, tint="high")
        self.error.hide()
        self.keep = Button(keep, "primary", icon="check")
        self.keep.clicked.connect(self.kept)
        self.remove = Button(remove, "ghost", icon="trash-2")
        self.remove.clicked.connect(self.gone)
        self.body.addWidget(self.error)
        self.body.addLayout(row(self.remove, None, self.keep))
        self.remove.setVisible(not new)

    def _touched(self) -> None:
        self.dirty = True
        self.error.hide()


F = TypeVar("F", bound=OwnForm)


class OwnPage(Page, Generic[F]):
    """Opens a form of its kind at its foot, which Ctrl+S stores; a refusal is said in the form."""

    def __init__(self, office: Office, parent: QWidget | None = None) -> None:
        super().__init__(office, parent)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setProperty("ground", "paper")
        self.form: F | None = None
        self._toaster = Toaster(self)
        self._banner_room, self._form_room = column(spacing=8), column(spacing=8)
        shortcut = QShortcut(QKeySequence("Ctrl+S"), self)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.activated.connect(self._keep)

    def escape(self) -> None:
        """Go back."""
        self.back.emit()

    def _keep(self) -> None:
        """Store what is written in the open form, if one is."""
        raise NotImplementedError

    def _show_form(self, form: F, remove: Callable[[], None]) -> None:
        """Show a form in place of the one before; `remove` takes away what it is of."""
        form.kept.connect(self._keep)
        form.gone.connect(remove)
        self.form = form
        put(self._form_room, form)
        form.setFocus()

    def _close_form(self) -> None:
        self.form = None
        put(self._form_room, None)
        self.setFocus()

    def _not_kept(self, refusal: Refusal) -> None:
        if self.form is not None:
            self.form.refuse(message(refusal).line)

    def _tell(self, refusal: Refusal) -> None:
        words = message(refusal)
        put(self._banner_room, Banner("refusal", words.what, text=words.why))
