"""What is written after a disclosure: other ways, whether the client knows, what came of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.domain.disclosure import Followed
from ui import privacy
from ui.entry_words import rule_words
from ui.widgets.button import Button
from ui.widgets.card import column, row
from ui.widgets.textbox import TextBox

if TYPE_CHECKING:
    from collections.abc import Mapping


class AfterForm(QWidget):
    """Of the disclosure with a number; `entered` asks to put it on record."""

    changed = Signal()
    entered = Signal()

    def __init__(self, number: int, urgent: bool, parent: QWidget | None = None) -> None:  # noqa: FBT001 - a state
        super().__init__(parent)
        self.number = number
        self.alternatives = TextBox(self.tr("当时想过哪些别的办法，为什么不行"), rows=2)
        self.alternatives.setVisible(urgent)
        self.told_how = TextBox(self.tr("怎样告诉了来访者，来访者怎么说"), rows=2)
        self.response = TextBox(self.tr("对方怎样回应，后来怎样"), rows=2)
        keep = Button(self.tr("记下补记"), "primary", icon="check")
        keep.clicked.connect(self.entered)
        self._parts: dict[str, TextBox] = {
            "alternatives": self.alternatives,
            "told_how": self.told_how,
            "response": self.response,
        }
        self.setLayout(column(*self._parts.values(), row(keep, None), spacing=12))
        for one in self._parts.values():
            one.changed.connect(lambda _text: self._touched())
        privacy.veil(*(one.edit for one in self._parts.values()))

    def first(self) -> TextBox:
        """Return where one begins."""
        return self.told_how if self.alternatives.isHidden() else self.alternatives

    def made(self) -> Followed:
        """Return what is written."""
        return Followed(self.number, **{name: one.text() for name, one in self._parts.items()})

    def words(self) -> dict[str, Any]:
        """Return what is written, nothing where nothing is."""
        said = {name: one.text() for name, one in self._parts.items() if one.text()}
        return {"disclosure": self.number, **said} if said else {}

    def show_words(self, kept: Mapping[str, Any]) -> None:
        """Show what was written."""
        for name, one in self._parts.items():
            one.set_text(str(kept.get(name, "")))

    def refuse(self) -> None:
        """Say that nothing is written yet."""
        self.response.set_error(rule_words("disclosure_followed.something"))
        self.first().setFocus()

    def _touched(self) -> None:
        self.response.set_error("")
        self.changed.emit()
