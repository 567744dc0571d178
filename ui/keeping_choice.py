"""The choice of how long records are kept: one of the profiles, or a term of her own."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.domain.retention import OWN, Keeping, chosen
from ui.begin import Begins
from ui.entry_page import pair
from ui.question import Question
from ui.widgets.card import Card, clear, column
from ui.widgets.field import Field
from ui.widgets.label import Label
from ui.widgets.textbox import TextBox

if TYPE_CHECKING:
    from collections.abc import Mapping

    from app.domain.keeping_text import KeepingText
    from ui.entry_page import Part


class KeepingChoice(Begins, QWidget):
    """Asks for a profile; beneath it what that says, with its source, or fields for her own."""

    changed = Signal()
    entered = Signal()

    def __init__(self, text: KeepingText, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._text = text
        options = [(one.key, one.name) for one in text.profiles]
        self.profile = Question(self.tr("按哪一种期限"), [*options, (OWN, self.tr("自定"))])
        self.years = Field(self.tr("最后一次联系后几年"), placeholder=self.tr("如 15"))
        self.minor_years = Field(self.tr("未成年人：满十八岁后几年"), placeholder=self.tr("如 5"))
        self.why = TextBox(self.tr("为什么这样定"), rows=2)
        self._about, self._own = column(), QWidget()
        self._own.setLayout(column(pair(self.years, self.minor_years), self.why, spacing=14))
        self.setLayout(column(self.profile, self._about, self._own, spacing=14))
        self.begin_at(self.profile)
        self.profile.chosen.connect(lambda _key: self._follow())
        self.profile.chosen.connect(lambda _key: self.changed.emit())
        for line in (self.years, self.minor_years):
            line.entered.connect(self.entered)
        for part in (self.years, self.minor_years, self.why):
            part.changed.connect(lambda _text: self.changed.emit())
        self._follow()

    def marks(self) -> dict[str, Part]:
        """Return at which part each rule is said."""
        return {
            "keeping.profile": self.profile,
            "keeping.years": self.years,
            "keeping.minor_years": self.minor_years,
            "keeping.law": self.profile,
            "keeping.why": self.why,
        }

    def keeping(self) -> Keeping:
        """Return what is chosen; what is no number counts as none."""
        key = self.profile.key()
        found = self._text.profile(key)
        if found is not None:
            return chosen(found)
        numbers = (_number(self.years.text()), _number(self.minor_years.text()))
        return Keeping(key, *numbers, self.why.text())

    def words(self) -> dict[str, Any]:
        """Return what is written, as typed."""
        found = {
            "profile": self.profile.key(),
            "years": self.years.text(),
            "minor_years": self.minor_years.text(),
            "why": self.why.text(),
        }
        return {key: one for key, one in found.items() if one}

    def show_words(self, kept: Mapping[str, Any]) -> None:
        """Show what was written."""
        self.profile.choose(kept.get("profile", ""))
        for name, part in (
            ("years", self.years), ("minor_years", self.minor_years), ("why", self.why)
        ):  # fmt: skip
            part.set_text(kept.get(name, ""))
        self._follow()

    def _follow(self) -> None:
        """Say what a profile is and where it comes from; ask for the years of a term of her own."""
        key = self.profile.key()
        self._own.setVisible(key == OWN)
        self.profile.set_error("")
        clear(self._about)
        found = self._text.profile(key)
        if found is None:
            return
        card = Card("sunken", margins=(16, 12, 16, 12), spacing=6)
        card.body.addWidget(Label(found.about, "body", wrap=True))
        source = self.tr("出处：{0}").format(found.source)
        edition = self.tr("方案：{0}").format(self._text.edition)
        card.body.addWidget(Label(source, "meta", wrap=True))
        card.body.addWidget(Label(edition, "meta"))
        self._about.addWidget(card)


def _number(text: str) -> int | None:
    """Return a number of at most three digits; None where none is written."""
    said = text.strip()
    return int(said) if said.isdecimal() and len(said) < 4 else None  # noqa: PLR2004 - digits
