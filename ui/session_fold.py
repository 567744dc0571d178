"""The sheet of a session above its note (会谈单): folded to a line, or open as a form."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from app.domain.case import ServiceMode
from ui import privacy
from ui.session_form import SheetForm
from ui.session_words import field_words, in_a_line
from ui.tab_order import follow
from ui.widgets.button import IconButton
from ui.widgets.card import Card, bring_into_sight, row
from ui.widgets.label import Label
from ui.widgets.painted import announce
from ui.widgets.picture import Picture

if TYPE_CHECKING:
    from PySide6.QtGui import QMouseEvent

    from app.domain.session_sheet import SessionSheet
    from ui.session_facts import SheetFacts


_NAMED: Final = 4


class SheetFold(Card):
    """One line that says what is missing; behind it the form.

    `edited` follows every change, `turned` says that it is open now, or is not; `left` that the
    writing goes on below.
    """

    edited = Signal()
    turned = Signal(bool)
    left = Signal()
    kinds_changed = Signal(list)
    danger = Signal(type)

    def __init__(
        self, facts: SheetFacts, *, opened: bool = False, parent: QWidget | None = None
    ) -> None:
        self._facts = facts
        super().__init__("sunken", margins=(18, 10, 10, 10), spacing=14, parent=parent)
        self._sign = Picture("list-checks", "soft", 16)
        self._state = Label("", "soft", wrap=True)
        self.turn = IconButton("chevron-down", self.tr("打开会谈单（Ctrl+J）"))
        self.turn.clicked.connect(self._turned)
        self._head = QWidget()
        self._head.setCursor(Qt.CursorShape.PointingHandCursor)
        line = row(
            self._sign, Label(self.tr("会谈单"), "strong"), self._state, self.turn, spacing=10
        )
        line.setStretch(2, 1)
        self._head.setLayout(line)
        self.form: SheetForm | None = None
        self._room = row(margins=(0, 0, 8, 8))
        self._inside = QWidget()
        self._inside.setLayout(self._room)
        self._inside.hide()
        self.body.addWidget(self._head)
        self.body.addWidget(self._inside)
        if opened:
            self._built()
            self._inside.show()
        self._dress()
        self._say()

    @property
    def opened(self) -> bool:
        """Whether the form is open."""
        return not self._inside.isHidden()

    def sheet(self) -> SessionSheet | None:
        """Return the sheet as it stands; None while it is a proposal that nobody touched."""
        if self.form is not None:
            return self.form.sheet()
        return self._facts.page.sheet if self._facts.page.kept else None

    def is_composing(self) -> bool:
        """Say whether an input method is still composing a word."""
        return self.form is not None and self.form.is_composing()

    def missing(self) -> tuple[str, ...]:
        """Return the fields of the sheet that a signature waits for."""
        shown = self._facts.page.sheet if self.form is None else self.form.shown()
        return self._facts.missing(shown)

    def begin(self, name: str = "") -> None:
        """Open the form, and let the keyboard begin at a field, or where something is missing."""
        self._open(opened=True)
        self._built().begin(name)
        bring_into_sight(self._head)
        if name and (field := self._built().focusWidget()) is not None:
            bring_into_sight(field)

    def fold(self) -> None:
        """Leave one line of it."""
        self._open(opened=False)

    def set_read_only(self, *, read_only: bool) -> None:
        """Keep the sheet as it is while the note is being signed."""
        if self.form is not None:
            self.form.setEnabled(not read_only)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Open and fold with a click anywhere on the line."""
        if self._head.geometry().contains(event.position().toPoint()):
            self._turned()
        else:
            super().mousePressEvent(event)

    def _turned(self) -> None:
        if self.opened:
            self.fold()
        else:
            self.begin()

    def _open(self, *, opened: bool) -> None:
        if opened:
            self._built()
        if opened != self.opened:
            self._inside.setVisible(opened)
            self._dress()
            self.turned.emit(opened)

    def _built(self) -> SheetForm:
        """Return the form; it is made when it is first opened, so that a note opens at once."""
        if self.form is None:
            made = self.form = SheetForm(self._facts)
            made.edited.connect(self._say)
            made.edited.connect(self.edited)
            made.done.connect(self._done)
            made.kinds_changed.connect(self.kinds_changed)
            made.danger.connect(self.danger)
            self._room.addWidget(made)
            follow(self.turn, made)
            around = [one for one in made.findChildren(QWidget) if one.focusPolicy()]
            privacy.veil(made, around=around)
        return self.form

    def _dress(self) -> None:
        """Look like a line, or like a form."""
        opened = self.opened
        self.set_surface("raised" if opened else "sunken")
        self.turn.set_icon("chevron-up" if opened else "chevron-down")
        self.turn.set_name(
            self.tr("收起会谈单（Ctrl+J）") if opened else self.tr("打开会谈单（Ctrl+J）")
        )

    def _done(self) -> None:
        """Fold the form behind its last answer, and let the writing go on."""
        self.fold()
        announce(self, self._state.text())
        self.left.emit()

    def _say(self) -> None:
        """Say in a line what is missing."""
        missing = self.missing()
        words = field_words()
        if missing:
            named = self.tr("、").join(in_a_line(words[one]) for one in missing[:_NAMED])
            more = self.tr("还差：{0}等 {1} 项") if missing[_NAMED:] else self.tr("还差：{0}")
            self._state.setText(more.format(named, len(missing)))
        elif self._facts.session.mode is ServiceMode.CRISIS:
            self._state.setText(self.tr("危机处置不等这张单子，能填的先填"))
        else:
            self._state.setText(self.tr("填好了"))
        self._sign.show_icon("list-checks" if missing else "check", "soft" if missing else "low")
