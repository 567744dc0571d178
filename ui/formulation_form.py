"""The form of a case formulation: a scheme, its sections, goals and methods."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.domain.formulation import (
    FORMULATION_CARE,
    GOALS,
    METHODS,
    Formulation,
    FormulationPart,
    in_scheme,
)
from ui.entry_words import rule_words
from ui.formulation_words import goals_word, methods_word
from ui.widgets.button import Button
from ui.widgets.card import column, row, rule
from ui.widgets.chip import Choices
from ui.widgets.label import Label
from ui.widgets.textbox import TextBox

if TYPE_CHECKING:
    from collections.abc import Iterable

    from app.domain.formulation import Scheme


class FormulationForm(QWidget):
    """Every section of every scheme is there; those of the chosen scheme are seen.

    A section of another scheme is seen where something is written in it: changing the scheme loses
    no word. `submitted`: it is to be entered.
    """

    changed = Signal()
    submitted = Signal()

    def __init__(self, schemes: Iterable[Scheme], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._schemes = {one.key: one for one in schemes}
        self._titles: dict[str, str] = {}
        self._boxes: dict[str, TextBox] = {}
        self.scheme = Choices(
            [(one.key, one.title) for one in self._schemes.values()], name=self.tr("按哪种方式写")
        )
        self._about = Label("", "soft", wrap=True)
        self._rest = Label(self.tr("下面几栏是按别的方式写的，字都还在。"), "meta", wrap=True)
        self._room = column(spacing=16)
        self.goals = TextBox(goals_word(), hint=self.tr("和来访者一起定的；怎样算是达到了"), rows=3)
        self.methods = TextBox(
            methods_word(), hint=self.tr("用什么方法，为什么适合这一位，接下来怎样走"), rows=3
        )
        self._care = Label("", "meta", wrap=True)
        self.act = Button(self.tr("记下这一版"), "primary", icon="check")
        self._make_boxes()
        self._lay_out()
        self._connect()

    def boxes(self) -> list[TextBox]:
        """Return the sections that are seen, in their order, goals and methods last."""
        shown = [one for one in self._ordered() if not self._boxes[one].isHidden()]
        return [*(self._boxes[one] for one in shown), self.goals, self.methods]

    def made(self) -> Formulation:
        """Return what is written."""
        scheme = self._scheme()
        parts = (FormulationPart(key, self._titles[key], self._text(key)) for key in self._boxes)
        return Formulation(
            scheme.key,
            scheme.title,
            scheme.edition,
            scheme.language,
            in_scheme(tuple(parts), scheme),
            self.goals.text(),
            self.methods.text(),
        )

    def show_made(self, made: Formulation) -> None:
        """Show a version, to be written on."""
        texts = made.texts()
        for part in made.parts:
            if part.key not in self._boxes:
                self._add_box(part.key, part.title, "")
        for key, box in self._boxes.items():
            _put(box, texts.get(key, ""))
        _put(self.goals, texts[GOALS])
        _put(self.methods, texts[METHODS])
        self.scheme.choose(
            made.scheme if made.scheme in self._schemes else next(iter(self._schemes))
        )
        self._follow()

    def care(self) -> tuple[str, ...]:
        """Return the rules that are reminded of."""
        return FORMULATION_CARE.lacks(self.made())

    def _scheme(self) -> Scheme:
        return self._schemes[self.scheme.keys()[0]]

    def _text(self, key: str) -> str:
        return self._boxes[key].text()

    def _make_boxes(self) -> None:
        """Make a box for each section; the one that all schemes have comes once, at their end."""
        found = {one.key: one for scheme in self._schemes.values() for one in scheme.parts}
        for key, one in found.items():
            self._add_box(key, one.title, one.hint)

    def _add_box(self, key: str, title: str, hint: str) -> None:
        box = TextBox(title, hint=hint, rows=2)
        box.changed.connect(self._typed)
        self._boxes[key], self._titles[key] = box, title
        self._room.addWidget(box)

    def _ordered(self) -> list[str]:
        """Return the sections in their order: those of the scheme, then the others."""
        own = [one.key for one in self._scheme().parts]
        return [*own, *(key for key in self._boxes if key not in own)]

    def _follow(self) -> None:
        """Show the sections of the scheme, and below them what is written in others."""
        scheme = self._scheme()
        own = {one.key for one in scheme.parts}
        self._about.setText(scheme.about)
        order = self._ordered()
        rest = [key for key in order if key not in own and self._text(key)]
        for key in order:
            if key == next(iter(rest), None):
                self._move(self._rest)
            self._move(self._boxes[key])
            self._boxes[key].setVisible(key in own or key in rest)
        self._rest.setVisible(bool(rest))
        self._walk([self._boxes[key].edit for key in order])
        self._remind()

    def _move(self, part: QWidget) -> None:
        self._room.removeWidget(part)
        self._room.addWidget(part)

    def _walk(self, stops: list[QWidget]) -> None:
        """Let the Tab key go as one sees it."""
        ring = [*stops, self.goals.edit, self.methods.edit, self.act]
        for before, after in pairwise(ring):
            QWidget.setTabOrder(before, after)

    def _remind(self) -> None:
        said = [rule_words(one) for one in self.care()]
        self._care.setText("\n".join(said))
        self._care.setVisible(bool(said))

    def _typed(self, _text: str) -> None:
        self._remind()
        self.changed.emit()

    def _chosen(self, _keys: list[str]) -> None:
        self._follow()
        self.changed.emit()

    def _lay_out(self) -> None:
        self.setLayout(
            column(
                self.scheme,
                8,
                self._about,
                16,
                self._room,
                24,
                rule(),
                22,
                Label(self.tr("目标与计划（问 6(5)）"), "name"),
                10,
                self.goals,
                16,
                self.methods,
                8,
                self._care,
                20,
                row(self.act, None),
            )
        )

    def _connect(self) -> None:
        self.scheme.chosen.connect(self._chosen)
        self.act.clicked.connect(self.submitted)
        for box in (self.goals, self.methods):
            box.changed.connect(self._typed)


def _put(box: TextBox, text: str) -> None:
    """Write into a box where it says something else: what can be taken back stays so."""
    if box.text() != text:
        box.set_text(text)
