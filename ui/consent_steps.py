"""How far a consent has come: its steps along the top, and the button that records the next."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from app.domain.consent import ConsentState, next_states
from app.domain.local_time import local
from ui import dates
from ui.theme import look
from ui.widgets.button import Button
from ui.widgets.card import column, row
from ui.widgets.stepper import Stepper, marked

if TYPE_CHECKING:
    from datetime import datetime

    from PySide6.QtWidgets import QBoxLayout

    from app.domain.client import Place
    from app.domain.consent import Consent

_STEPS: Final = (
    ConsentState.PROVIDED,
    ConsentState.READ,
    ConsentState.DISCUSSED,
    ConsentState.RECONFIRMED,
    ConsentState.SIGNED,
)
_SHORT: Final = (ConsentState.PROVIDED, ConsentState.RECONFIRMED, ConsentState.SIGNED)


class StepStrip(QWidget):
    """The steps that hold, and the next one to record; `recorded` names it when it is pressed.

    `alone` asks to record that the client read the form alone (087).
    """

    recorded = Signal(object)
    alone = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("topbar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._next = ConsentState.PROVIDED
        self.steps = Stepper((), name=self.tr("同意的步骤"))
        self.button = Button("", "primary", icon="check")
        self.button.clicked.connect(lambda: self.recorded.emit(self._next))
        self.self_read = Button(self.tr("自助已阅…"), "ghost")
        self.self_read.clicked.connect(self.alone)
        self.setLayout(self._line())
        for one in (self.self_read, self.button):
            one.hide()  # until it is known what they record

    def show_consent(self, consent: Consent, mine: Place, now: datetime) -> None:
        """Show the steps of a consent by the counselor's clock.

        What the button says and what it records are one thing, the state that follows.
        """
        words, here = self._words(), local(now, mine)
        order = _SHORT if consent.purpose.separate else _STEPS
        notes = {state: dates.near(local(at, mine), here) for state, at in consent.standing}
        at = len(order)
        if not consent.final:
            self._next = next_states(consent.state, consent.purpose)[0]
            at = order.index(self._next)
        if self._next is ConsentState.SIGNED and not consent.final:
            notes[ConsentState.SIGNED] = self.tr("进行中")
        self.steps.set_steps(marked([(words[one], notes.get(one, "")) for one in order], at))
        to_record = at < len(order) - 1
        self.self_read.setVisible(to_record and self._next is ConsentState.READ)
        self.button.setVisible(to_record)
        if to_record:
            self.button.setText(self.tr("记下：{0}").format(words[self._next]))

    def _line(self) -> QBoxLayout:
        """Return steps and button side by side; below each other where letters are large."""
        edges = (32, 2, 32, 12)
        if look.large():
            act = row(self.self_read, self.button, None, spacing=8)
            return column(self.steps, act, margins=edges, spacing=4)
        act = row(self.self_read, self.button, spacing=8)
        line = row(self.steps, act, margins=edges, spacing=24)
        line.setStretch(0, 1)
        return line

    def _words(self) -> dict[ConsentState, str]:
        return {
            ConsentState.PROVIDED: self.tr("已提供"),
            ConsentState.READ: self.tr("已阅读"),
            ConsentState.DISCUSSED: self.tr("已讨论"),
            ConsentState.RECONFIRMED: self.tr("再次确认"),
            ConsentState.SIGNED: self.tr("签署"),
        }
