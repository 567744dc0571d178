"""What is worth a word while a note is written: said quietly beside it, and before it is signed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, Signal
from PySide6.QtWidgets import QWidget

from app.domain.note_care import NOTE_CARE
from ui.widgets.button import Button
from ui.widgets.card import clear, column, row, rule
from ui.widgets.label import Label
from ui.widgets.painted import announce
from ui.widgets.picture import Picture

if TYPE_CHECKING:
    from collections.abc import Mapping

    from app.domain.note_care import CareFacts

translate = QCoreApplication.translate
_WORDS: Final[Mapping[str, object]] = {
    "care.diagnosis": QT_TRANSLATE_NOOP(
        "NoteCare",
        "写到了「{0}」。咨询师不作诊断：医院或来访者说的，请写明是谁说的；超出能力的，及时转介（规范三(一)b）。",
    ),
    "care.medicine": QT_TRANSLATE_NOOP(
        "NoteCare",
        "写到了「{0}」。咨询师不荐药、不改药：医生或来访者说的，请写明是谁说的；用药的事，转介给医生（规范三(一)b）。",
    ),
}


def worded() -> frozenset[str]:
    """Return the names of the rules that have a sentence here."""
    return frozenset(_WORDS)


def care_words(name: str, said: str) -> str:
    """Return the sentence of a rule by which `said` was noticed."""
    return translate("NoteCare", str(_WORDS[name])).format(said)


def care_sentences(facts: CareFacts) -> list[str]:
    """Return a sentence for each rule of `NOTE_CARE` that what is written does not meet."""
    return [care_words(one, facts.said(one)) for one in NOTE_CARE.lacks(facts)]


class CareNotice(QWidget):
    """The sentences, and the way to a referral (`referral`); nothing where nothing is to be said.

    It stops nothing and moves nothing of what is being written.
    """

    referral = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._said: list[str] = []
        self._lines = column(spacing=10)
        self.go = Button(self.tr("去写转介"), "link")
        self.go.clicked.connect(self.referral)
        self.setLayout(column(20, rule(), 20, self._lines, 6, row(24, self.go, None)))
        self.hide()

    def show_care(self, facts: CareFacts) -> None:
        """Say what is worth a word now; aloud only what was not said before."""
        said = care_sentences(facts)
        if said == self._said:
            return
        for one in said:
            if one not in self._said:
                announce(self, one)
        self._said = said
        clear(self._lines)
        for one in said:
            words = Label(one, "soft", wrap=True)
            line = row(column(2, Picture("info", "soft", 16), None), words, spacing=10)
            line.setStretch(1, 1)
            holder = QWidget()
            holder.setLayout(line)
            self._lines.addWidget(holder)
        self.setVisible(bool(said))
