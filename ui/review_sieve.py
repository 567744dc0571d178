"""Which of the marked places are listed: all, those that ask something, or those of one layer."""

from __future__ import annotations

from collections import Counter
from enum import Enum
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QWidget

from app.domain.review import OWN, Decision
from ui.widgets.card import column
from ui.widgets.chip import Choices

if TYPE_CHECKING:
    from collections.abc import Sequence

    from app.domain.review import MarkedSpan

LOW: Final = 0.5
"""Below it what was found is not sure."""
CHECK: Final = "register-check"
"""The layer of a registered name that is an ordinary word, too."""

POINTED: Final = "pointed"
"""The layer of a detail that she is asked about."""

translate = QCoreApplication.translate


class Sieve(Enum):
    """Which places are listed."""

    ALL = "all"
    ASKED = "asked"
    UNSURE = "unsure"
    KNOWN = "known"
    NUMBERS = "numbers"
    GUESSED = "guessed"
    OWN = "own"


def is_sure(mark: MarkedSpan) -> bool:
    """Return whether nothing about a place asks for a second look; a detail was asked about."""
    return mark.layer == POINTED or (mark.confidence >= LOW and mark.layer != CHECK)


def lets_through(sieve: Sieve, mark: MarkedSpan) -> bool:
    """Return whether a place is listed."""
    if sieve is Sieve.ALL:
        return True
    if sieve is Sieve.ASKED:
        return mark.decision is Decision.OPEN
    if sieve is Sieve.UNSURE:
        return not is_sure(mark)
    return sieve is _OF_LAYER.get(mark.layer)


_OF_LAYER: Final = {
    "register": Sieve.KNOWN,
    CHECK: Sieve.KNOWN,
    "identifier": Sieve.NUMBERS,
    "rule": Sieve.GUESSED,
    "model": Sieve.GUESSED,
    "propagated": Sieve.GUESSED,
    OWN: Sieve.OWN,
}


class SieveChips(QWidget):
    """One chip for each sieve that lets something through, with how many.

    Where all places are of one sort there is nothing to choose from, and none is shown.

    `chosen` tells that another one holds.
    """

    chosen = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        words = {
            Sieve.ALL: translate("ReviewSieve", "全部"),
            Sieve.ASKED: translate("ReviewSieve", "等您决定"),
            Sieve.UNSURE: translate("ReviewSieve", "不太确定"),
            Sieve.KNOWN: translate("ReviewSieve", "登记过"),
            Sieve.NUMBERS: translate("ReviewSieve", "号码日期"),
            Sieve.GUESSED: translate("ReviewSieve", "模型认出"),
            Sieve.OWN: translate("ReviewSieve", "您标的"),
        }
        self._chips = Choices(
            [(one.value, said) for one, said in words.items()],
            name=translate("ReviewSieve", "列出哪些"),
        )
        self._chips.choose(Sieve.ALL.value)
        self._chips.chosen.connect(lambda _keys: self.chosen.emit())
        self.setLayout(column(self._chips))

    def sieve(self) -> Sieve:
        """Return which one holds."""
        return Sieve(next(iter(self._chips.keys()), Sieve.ALL.value))

    def choose(self, sieve: Sieve) -> None:
        """Let another one hold; tells nobody."""
        self._chips.choose(sieve.value)

    def next(self) -> None:
        """Go on to the next one that lets something through."""
        shown = [one for one in Sieve if not self._chips.chip(one.value).isHidden()]
        at = shown.index(self.sieve()) if self.sieve() in shown else -1
        self.choose(shown[(at + 1) % len(shown)])
        self.chosen.emit()

    def count(self, marks: Sequence[MarkedSpan]) -> None:
        """Say how many places each lets through; the one that holds stays, with none left too."""
        counts = Counter(one for one in Sieve for mark in marks if lets_through(one, mark))
        held = self.sieve()
        for one in Sieve:
            chip = self._chips.chip(one.value)
            chip.set_count(counts[one])
            chip.setVisible(one in (Sieve.ALL, held) or counts[one] > 0)
        several = any(0 < counts[one] < len(marks) for one in Sieve)
        self.setVisible(several or held is not Sieve.ALL)
