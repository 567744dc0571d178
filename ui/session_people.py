"""Who came to a session of a couple, a family or a group: everybody is there to be chosen."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from app.domain.attendance import present
from ui.names import as_written
from ui.session_words import field_words
from ui.widgets.button import Button
from ui.widgets.card import column, row
from ui.widgets.chip import Choices
from ui.widgets.field import Field
from ui.widgets.label import Label
from ui.widgets.painted import hide_unless

if TYPE_CHECKING:
    from collections.abc import Sequence

    from app.domain.session_sheet import SessionSheet

_TAB: Final = Qt.FocusReason.TabFocusReason
_FEW: Final = 2  # with fewer names nobody can be said to have stayed away


class PeopleLine(QWidget):
    """A chip for everybody; who is not chosen stayed away, once anybody is.

    `changed` follows every change by her, `went_on` the button for everybody.
    """

    changed = Signal()
    went_on = Signal()

    def __init__(self, people: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._people = tuple(people)
        self.who = Choices(
            [(str(at), as_written(name)) for at, name in enumerate(self._people)],
            name=field_words()["came"],
            single=False,
        )
        self.all_came = Button(self.tr("都来了"), "quiet", sz="s")
        self.absence = Field(self.tr("没来的人说了什么"), sz="s", show_label=False)
        self.absence.line.setPlaceholderText(self.tr("没来的人说了什么，例如 请了假"))
        self._few = Label(self.tr("一起来的人在接案的「谁来」里写。"), "meta", wrap=True)
        hide_unless(len(self._people) < _FEW, self._few)
        line = row(self.who, self.all_came, spacing=8)
        line.setStretch(0, 1)
        line.setAlignment(self.all_came, Qt.AlignmentFlag.AlignTop)
        self.setLayout(column(line, self.absence, self._few, spacing=6))
        self.who.chosen.connect(lambda _keys: self._edited())
        self.absence.changed.connect(lambda _text: self.changed.emit())
        self.absence.entered.connect(self.went_on)
        self.all_came.clicked.connect(self._everybody)
        self._fit()

    def show_sheet(self, sheet: SessionSheet) -> None:
        """Show who came by a sheet; emits nothing."""
        came = present(self._people, sheet.came)
        self.who.choose(*(str(at) for at, there in enumerate(came) if there))
        self.absence.set_text(sheet.absence)
        self._fit()

    def came(self) -> tuple[str, ...]:
        """Return who is chosen."""
        chosen = self.who.keys()
        return tuple(self._people[int(key)] for key in chosen)

    def absent(self) -> tuple[str, ...]:
        """Return who stayed away; nobody while it is not said who came."""
        chosen = set(self.who.keys())
        away = (name for at, name in enumerate(self._people) if str(at) not in chosen)
        return tuple(away) if chosen else ()

    def why(self) -> str:
        """Return what is known of why somebody stayed away."""
        return self.absence.text() if self.absent() else ""

    def begin(self) -> None:
        """Let the keyboard begin at the first of them, where nobody is chosen at everybody."""
        if self.who.keys():
            self.who.chip(self.who.keys()[0]).setFocus(_TAB)
        else:
            self.all_came.setFocus(_TAB)

    def _everybody(self) -> None:
        self.who.choose(*(str(at) for at in range(len(self._people))))
        self._edited()
        self.went_on.emit()

    def _edited(self) -> None:
        self._fit()
        self.changed.emit()

    def _fit(self) -> None:
        self.absence.setVisible(bool(self.absent()))
