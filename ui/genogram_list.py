"""Everything that a genogram says, in sentences: what its signs mean, and its versions."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from ui.genogram_words import key
from ui.widgets.button import Button
from ui.widgets.card import Card, clear, column, row, rule
from ui.widgets.label import Label

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QKeyEvent, QMouseEvent


class _Sentence(Card):
    """A sentence about somebody; Enter, Space or a click chooses them."""

    picked = Signal(int)

    def __init__(self, number: int, said: str) -> None:
        super().__init__("rest", margins=(10, 5, 10, 5), spacing=0)
        self._number = number
        self._words = Label(said, "soft", wrap=True)
        self.body.addWidget(self._words)
        self.setAccessibleName(said)
        if number:
            self.setProperty("ring", True)  # noqa: FBT003 - Qt's own signature
            self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            self.setCursor(Qt.CursorShape.PointingHandCursor)

    def say(self, said: str) -> None:
        """Say something else about the same person."""
        if said != self._words.text():
            self._words.setText(said)
            self.setAccessibleName(said)

    def number(self) -> int:
        """Return whom it is about."""
        return self._number

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Choose with Enter or Space."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space}:
            self.picked.emit(self._number)
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Choose with a click."""
        super().mouseReleaseEvent(event)
        if self._number and self.rect().contains(event.position().toPoint()):
            self.picked.emit(self._number)


class GenogramList(QWidget):
    """The drawing in words. `chosen` tells whom one wants, `version` which of the versions."""

    chosen = Signal(int)
    version = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows: list[_Sentence] = []
        self._ways: list[Button] = []
        self._lines, self._versions = column(spacing=2), column(spacing=4)
        means = column(*(Label(one, "meta", wrap=True) for one in key()), spacing=6)
        self.setLayout(
            column(
                rule(),
                14,
                Label(self.tr("图上的人和关系"), "strong"),
                6,
                self._lines,
                18,
                Label(self.tr("图例"), "strong"),
                6,
                means,
                self._versions,
            )
        )

    def show_sentences(self, told: Sequence[tuple[int, str]], at: int) -> None:
        """Show a sentence each, that of who is chosen on a ground; unchanged ones stay."""
        if [number for number, _ in told] != [one.number() for one in self._rows]:
            self._make_rows(told)
        for one, (_, said) in zip(self._rows, told, strict=True):
            one.say(said)
        for one in self._rows:
            one.set_surface("wash" if one.number() == at else "rest")

    def _make_rows(self, told: Sequence[tuple[int, str]]) -> None:
        """Make a row for each; the keys stay with whom they were."""
        held = next((one.number() for one in self._rows if one.hasFocus()), 0)
        clear(self._lines)
        self._rows = [self._row(number, said) for number, said in told]
        for one in self._rows:
            if held and one.number() == held:
                one.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_versions(self, days: Sequence[str]) -> None:
        """Show when versions were saved, each with the way to look at it."""
        clear(self._versions)
        self._ways = []
        if not days:
            return
        self._versions.addSpacing(18)
        self._versions.addWidget(Label(self.tr("记下的版本"), "strong"))
        for place, day in enumerate(days):
            said = self.tr("第 {0} 版 · {1}").format(len(days) - place, day)
            go = Button(self.tr("看这一版"), "link")
            go.setAccessibleName(self.tr("看这一版：{0}").format(said))
            go.clicked.connect(partial(self._emit, place))
            self._ways.append(go)
            line = row(Label(said, "soft", wrap=True), go, spacing=8)
            line.setStretch(0, 1)
            self._versions.addLayout(line)

    def stops(self) -> list[QWidget]:
        """Return the parts that take the keys, as one sees them."""
        return [*(one for one in self._rows if one.number()), *self._ways]

    def rows(self) -> list[_Sentence]:
        """Return the sentences."""
        return self._rows

    def _emit(self, place: int, *_checked: bool) -> None:
        self.version.emit(place)

    def _row(self, number: int, said: str) -> _Sentence:
        made = _Sentence(number, said)
        made.picked.connect(self.chosen)
        self._lines.addWidget(made)
        return made
