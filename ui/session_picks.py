"""What the sheet of a session is filled with: one of some words, or words of one's own."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from ui.tab_order import follow
from ui.widgets.card import column
from ui.widgets.chip import ChoiceChip, Choices
from ui.widgets.field import Field

if TYPE_CHECKING:
    from collections.abc import Iterable

_ENTER: Final = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})
_CLEAR: Final = frozenset({Qt.Key.Key_Delete, Qt.Key.Key_Backspace})
_OTHER: Final = "\u2026"
_TAB: Final = Qt.FocusReason.TabFocusReason


class PickOne(Choices):
    """One of some choices, or none yet. `changed` follows every choice, `went_on` every Enter.

    Space chooses, Enter chooses and goes on; with `deliberate`, Enter goes on only from what was
    chosen, so that nobody says it by holding on to one key. Delete, or a second click, takes the
    choice back: what was never so must not stand on a sheet.
    """

    changed = Signal()
    went_on = Signal()
    walks = True

    def __init__(
        self,
        options: Iterable[tuple[str, str]],
        *,
        name: str,
        deliberate: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        self._deliberate, self._held = deliberate, ""
        super().__init__(options, name=name, parent=parent)
        self.chosen.connect(lambda _keys: self._settle())

    def add(self, key: str, text: str, count: int | None = None) -> ChoiceChip:
        """Add one more choice."""
        made = super().add(key, text, count)
        made.installEventFilter(self)
        return made

    def value(self) -> str:
        """Return the key that is chosen, or nothing."""
        return next(iter(self.keys()), "")

    def show_value(self, key: str) -> None:
        """Show a choice, or none; emits nothing."""
        self.choose(*([key] if key else []))

    def begin(self) -> None:
        """Let the keyboard begin at what is chosen, or at the first choice."""
        chips = self.findChildren(ChoiceChip)
        stop = next((one for one in chips if one.isChecked()), chips[0])
        stop.setFocus(_TAB)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Go on with Enter, take back with Delete; notice a second click."""
        if not isinstance(watched, ChoiceChip):
            return super().eventFilter(watched, event)
        if event.type() == QEvent.Type.MouseButtonPress:
            self._held = self.value() if watched.isChecked() else ""
        elif isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            return self._key(watched, event)
        return super().eventFilter(watched, event)

    def _key(self, chip: ChoiceChip, event: QKeyEvent) -> bool:
        self._held = ""
        if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            return False
        if event.key() in _ENTER:
            if not event.isAutoRepeat():
                self._enter(chip)
            return True
        if event.key() in _CLEAR:
            self._take_back()
            return True
        return False

    def _enter(self, chip: ChoiceChip) -> None:
        if not self._deliberate and not chip.isChecked():
            chip.click()
        if self.value():
            self.went_on.emit()

    def _settle(self) -> None:
        """Take note of a choice; of a second click on what was chosen, that it is none."""
        if self._held and self._held == self.value():
            self.choose()
        self._held = ""
        self.changed.emit()

    def _take_back(self) -> None:
        if self.value():
            self.choose()
            self.changed.emit()


class PickMany(Choices):
    """Any number of choices, ticked one after the other: none moves away under the pointer."""

    steady = True


class PickWords(QWidget):
    """One of some words, or words of one's own. `changed` and `went_on` as of `PickOne`."""

    changed = Signal()
    went_on = Signal()

    def __init__(
        self, words: Iterable[str], *, name: str, other: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._words: list[str] = []
        self._name, self._label = name, other
        self.line = Field(name, sz="s", show_label=False, placeholder=other)
        self.line.hide()
        self.line.changed.connect(lambda _text: self.changed.emit())
        self.line.entered.connect(self.went_on)
        self._room = column(spacing=0)
        self.pick = self._made(words)
        self._room.addWidget(self.pick)
        self.setLayout(column(self._room, self.line, spacing=8))

    def offer(self, words: Iterable[str]) -> None:
        """Offer other words; what is chosen or written stays."""
        said = self.text()
        old, self.pick = self.pick, self._made(words)
        self._room.replaceWidget(old, self.pick)
        before = old.previousInFocusChain()
        if before is not None:
            follow(before, self.pick)
        old.hide()
        old.deleteLater()
        self.set_text(said)

    def text(self) -> str:
        """Return the word that is chosen, or what is written in its place."""
        chosen = self.pick.value()
        return self.line.text() if chosen == _OTHER else chosen

    def set_text(self, text: str) -> None:
        """Show a word; one that is not offered stands in the line."""
        own = bool(text) and text not in self._words
        self.line.set_text(text if own else "")
        self.pick.show_value(_OTHER if own else text)
        self.line.setVisible(own)

    def begin(self) -> None:
        """Let the keyboard begin at the choices."""
        self.pick.begin()

    def _made(self, words: Iterable[str]) -> PickOne:
        self._words = list(words)
        options = [*((one, one) for one in self._words), (_OTHER, self._label)]
        made = PickOne(options, name=self._name)
        made.changed.connect(self._changed)
        made.went_on.connect(self._go_on)
        return made

    def _changed(self) -> None:
        other = self.pick.value() == _OTHER
        self.line.setVisible(other)
        if other:
            self.line.line.setFocus(_TAB)
        self.changed.emit()

    def _go_on(self) -> None:
        if self.pick.value() != _OTHER:
            self.went_on.emit()
