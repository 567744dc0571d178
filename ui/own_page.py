"""A page of things that the counselor words herself: one of them at a time is open in a form."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final, Generic, TypeVar

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QShortcut

from ui.begin import Begins
from ui.clause_link import refusal_banner
from ui.messages import message
from ui.page import Page
from ui.saver import OF_THE_DISK
from ui.tab_order import as_laid_out
from ui.theme import look
from ui.widgets.button import Button
from ui.widgets.card import Card, column, put, row, under_head
from ui.widgets.label import Label
from ui.widgets.toast import Toaster
from ui.widgets.topbar import TopBar

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QLayout, QWidget

    from app.domain.errors import Refusal
    from app.ports import OpenVault
    from app.services.changes import Noun
    from ui.office import Office
    from ui.page import Destination

KEEPING: Final = ("Ctrl+S", "Ctrl+Return", "Ctrl+Enter")
"""The keys that keep what is written: the second is what enters something elsewhere."""
_RETRY_MS: Final = 10_000


class OwnForm(Begins, Card):
    """The form of one of them. `kept` asks to store it, `gone` to take it away.

    `typed` follows each change; `dirty` says that something was typed in it that is not kept.
    """

    kept = Signal()
    gone = Signal()
    typed = Signal()

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
        self.typed.emit()


def headed(title: str, said: str) -> QLayout:
    """Return the head of a part of such a page: its title, and what is to be known of it."""
    return column(
        Label(title, "strong", tint="soft"),
        4,
        Label(said, "soft", wrap=True),
        margins=(0, 0, 0, 10),
    )


F = TypeVar("F", bound=OwnForm)


class OwnPage(Page, Generic[F]):
    """Opens a form of its kind at its foot, which Ctrl+S stores; a refusal is said in the form.

    What is typed is kept when the page is left; where the disk takes nothing, it is tried again.
    """

    nouns: tuple[Noun, ...] = ()
    """What is altered by keeping a form."""

    def __init__(self, office: Office, parent: QWidget | None = None) -> None:
        super().__init__(office, parent)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setProperty("ground", "paper")
        self.form: F | None = None
        self._sending = 0
        self._waiting: list[tuple[F, Callable[[OpenVault], object]]] = []
        self._retry = QTimer(self)
        self._retry.setSingleShot(True)
        self._retry.setInterval(_RETRY_MS)
        self._retry.timeout.connect(self.leave)
        self._toaster = Toaster(self)
        self._banner_room, self._form_room = column(spacing=8), column(spacing=8)
        for keys in KEEPING:
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(self._keep)

    def escape(self) -> None:
        """Go back."""
        self.back.emit()

    def leave(self) -> None:
        """Lend what is typed and not kept to the desk, and what was refused before."""
        self._retry.stop()
        waiting, self._waiting = self._waiting, []
        form = self.form
        work = self._work(form) if form is not None and form.dirty else None
        if form is not None and work is not None:
            form.dirty = False
            waiting = [one for one in waiting if one[0] is not form] + [(form, work)]
        for one in waiting:
            self._sending += 1
            self.office.desk.do(
                self, one[1], lambda _: self._taken(), partial(self._not_taken, one), self.nouns
            )

    def unsaved(self) -> bool:
        """Return whether what was typed is on its way into the vault, or found the disk full."""
        return bool(self._waiting or self._sending)

    def resume(self, destination: Destination) -> bool:
        """Go on with the form that the vault has not taken; what is on its way is read anew."""
        del destination
        mine = [one for one in self._waiting if one[0] is self.form]
        if self.form is None or not mine:
            return False
        self._waiting.remove(mine[0])
        self.form.dirty = True
        return True

    def _stack(self, title: str, wide: int, *parts: QLayout | QWidget | int) -> None:
        """Put parts under a bar with the title, at most so wide; a number is a gap in pixels."""
        head = TopBar(title)
        head.back.connect(self.back)
        inside = column(self._banner_room, *parts, None)
        self.setLayout(under_head(head, look.px(wide), inside))

    def _work(self, form: F) -> Callable[[OpenVault], object] | None:
        """Return what keeps a form that is left; None where nothing of it can be kept."""
        raise NotImplementedError

    def _taken(self) -> None:
        self._sending -= 1

    def _not_taken(self, lent: tuple[F, Callable[[OpenVault], object]], refusal: Refusal) -> None:
        """Say why it was not kept at leaving; a full disk is tried again."""
        self._sending -= 1
        self._tell(refusal)
        if isinstance(refusal, OF_THE_DISK):
            self._waiting.append(lent)
            self._retry.start()
        elif self.isHidden():
            self.office.desk.refused.emit(refusal)

    def _keep(self) -> None:
        """Store what is written in the open form, if one is."""
        raise NotImplementedError

    def _show_form(self, form: F, remove: Callable[[], None]) -> None:
        """Show a form in place of the one before; `remove` takes away what it is of."""
        form.kept.connect(self._keep)
        form.gone.connect(remove)
        self.form = form
        put(self._form_room, form)
        as_laid_out(self)
        form.setFocus()

    def _close_form(self) -> None:
        self.form = None
        put(self._form_room, None)
        self.setFocus()

    def _not_kept(self, refusal: Refusal) -> None:
        if self.form is not None:
            self.form.refuse(message(refusal).line)

    def _tell(self, refusal: Refusal) -> None:
        put(self._banner_room, refusal_banner(refusal))
