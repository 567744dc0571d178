"""One safeguard of the computer: what it is, how it stands, and the question about it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QBoxLayout, QWidget

from app.domain.safeguard import Answer, Sight
from ui import security_words
from ui.theme import look
from ui.widgets.card import column, row
from ui.widgets.chip import Choices
from ui.widgets.label import Label
from ui.widgets.picture import Picture

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from app.domain.safeguard import Finding, Safeguard

_BESIDE = 540


class SafeguardRow(QWidget):
    """Emits `answered` with the answer that was chosen."""

    answered = Signal(str)

    def __init__(self, which: Safeguard, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.which = which
        name = security_words.title(which)
        self._sign = Picture("circle", "faint", 18)
        room = self._sign.sizePolicy()
        room.setRetainSizeWhenHidden(True)
        self._sign.setSizePolicy(room)
        self._standing = Label("", "meta", wrap=True)
        self._how = Label(security_words.how(which), "soft", wrap=True)
        self.question = Choices(
            [(one.value, security_words.word(one)) for one in Answer], name=name
        )
        self.question.chosen.connect(lambda keys: self.answered.emit(keys[0]))
        words = column(
            Label(name, "read"),
            2,
            Label(security_words.why(which), "soft", wrap=True),
            4,
            self._standing,
        )
        self._line = row(spacing=16)
        self._line.addLayout(words, 1)
        self._line.addWidget(self.question)
        inside = column(self._line, self._how, spacing=6)
        whole = row(column(3, self._sign, None), inside, spacing=12)
        whole.setStretch(1, 1)
        self.setLayout(whole)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the question below the words where both do not fit beside each other."""
        super().resizeEvent(event)
        beside = self.width() >= look.px(_BESIDE)
        down, across = QBoxLayout.Direction.TopToBottom, QBoxLayout.Direction.LeftToRight
        self._line.setDirection(across if beside else down)

    def show_finding(self, found: Finding | None, sight: Sight, zone: str) -> None:
        """Show how it stands; the question goes where the program sees it on."""
        answer = None if found is None else found.answer
        off = sight is Sight.OFF
        missing = found is None and off
        self._sign.show_icon(*security_words.SIGNS[Answer.NOT_YET if missing else answer])
        self._sign.setVisible(missing or answer is not None)  # a ring would look like a choice
        self._standing.setText(security_words.standing(found, zone, off=off))
        self._how.setVisible(missing or answer in {Answer.NOT_YET, Answer.UNKNOWN})
        self.question.setVisible(found is None or not found.seen)
        if found is not None and not found.seen:
            self.question.choose(found.answer.value)
