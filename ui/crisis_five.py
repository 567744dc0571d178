"""The five of 问 9·2(2) in a crisis: each is done, or it is said why not (clause 098)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from app.domain.crisis_event import CrisisItem
from ui.danger_words import item_words
from ui.widgets.button import Button
from ui.widgets.card import column, row
from ui.widgets.chip import StateChip
from ui.widgets.field import Field
from ui.widgets.label import Label

if TYPE_CHECKING:
    from collections.abc import Mapping

    from app.domain.crisis_event import CrisisEvent, Settled


class FiveRow(QWidget):
    """One of the five; `settled` says how: True where it was done."""

    settled = Signal(bool)

    def __init__(self, item: CrisisItem, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.item, name = item, item_words()[item]
        self.words = Field(
            self.tr("{0}：怎样做的，或为什么没有做").format(name), sz="s", show_label=False
        )
        self.words.line.setPlaceholderText(self.tr("怎样做的，或为什么没有做"))
        self.done = Button(self.tr("做了"), "quiet", sz="s")
        self.done.setAccessibleName(self.tr("做了：{0}").format(name))
        self.not_done = Button(self.tr("没有做"), "quiet", sz="s")
        self.not_done.setAccessibleName(self.tr("没有做：{0}").format(name))
        self.done.clicked.connect(lambda: self.settled.emit(True))  # noqa: FBT003 - Qt's own signature
        self.not_done.clicked.connect(lambda: self.settled.emit(False))  # noqa: FBT003 - Qt's own signature
        self._state = StateChip("")
        self._said = Label("", "soft", wrap=True)
        self._asked = QWidget()
        line = row(self.words, self.done, self.not_done, spacing=8)
        line.setStretch(0, 1)
        for part in (self.words, self.done, self.not_done):
            line.setAlignment(part, Qt.AlignmentFlag.AlignTop)
        self._asked.setLayout(line)
        head = row(Label(name, "strong"), self._state, None, spacing=10)
        self.setLayout(column(head, self._said, self._asked, spacing=6))

    def show_settled(self, how: Settled | None) -> None:
        """Show how it stands; what is open is asked."""
        if how is None:
            self._state.say(self.tr("还没有"), "mid", "circle-alert")
        elif how.done:
            self._state.say(self.tr("做了"), "low", "check")
        else:
            self._state.say(self.tr("没有做"), "plain", "ban")
        self._asked.setVisible(how is None)
        self._said.setText("" if how is None else how.words)
        self._said.setVisible(how is not None and bool(how.words.strip()))

    def set_error(self, error: str) -> None:
        """Say what is wrong; "" takes it back."""
        self.words.set_error(error)

    def setFocus(self) -> None:  # type: ignore[override]
        """Go to what is asked."""
        self.words.setFocus()


class Five(QWidget):
    """All five, in the order of the guidance."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows = {item: FiveRow(item) for item in CrisisItem}
        self.setLayout(column(*self.rows.values(), spacing=14))

    def show_event(self, event: CrisisEvent) -> None:
        """Show how each of them stands in an event."""
        for item, line in self.rows.items():
            line.show_settled(event.settled.get(item))

    def texts(self) -> dict[str, str]:
        """Return what is written, by the value of the item."""
        return {item.value: line.words.text() for item, line in self.rows.items()}

    def set_texts(self, kept: Mapping[str, str]) -> None:
        """Write what was left unfinished."""
        for item, line in self.rows.items():
            line.words.set_text(kept.get(item.value, ""))
