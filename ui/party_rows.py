"""People, a row each: those of an intake are guardians of a minor, and whoever comes along."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QWidget

from app.domain.intake import Guardian, Member
from ui.tab_order import stop_before
from ui.widgets.button import Button, IconButton
from ui.widgets.card import column, row
from ui.widgets.field import Field
from ui.widgets.label import Label
from ui.widgets.tick import Tick

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence


translate = QCoreApplication.translate


@dataclass(frozen=True)
class RowWords:
    """What a row shows and says aloud: hint and name of each field, what removes, what brings back.

    `shares` are the widths of the fields beside each other.
    """

    hints: tuple[str, str, str]
    names: tuple[str, str, str]
    remove: str
    undo: str
    shares: tuple[int, int, int] = (3, 2, 3)


class PartyRow(QWidget):
    """One person in three fields, and a tick if there is one. Removing can be undone."""

    changed = Signal()

    def __init__(self, words: RowWords, texts: Sequence[str], tick: Tick | None) -> None:
        super().__init__()
        self._gone = False
        said = zip(words.names, words.hints, texts, strict=True)
        self.fields = [self._field(*one) for one in said]
        self.tick = tick
        self._remove = IconButton("x", words.remove)
        self._remove.clicked.connect(lambda: self._take(gone=True))
        self._back = Button(self.tr("撤销"), "link")
        self._back.setAccessibleName(words.undo)
        self._back.clicked.connect(lambda: self._take(gone=False))
        self._shown, self._said = QWidget(), QWidget()
        line = row(*self.fields, self._remove, spacing=8)
        for place, share in enumerate(words.shares):
            line.setStretch(place, share)
        self._shown.setLayout(column(line) if tick is None else column(line, 6, tick))
        self._said.setLayout(row(Label(self.tr("已移除。"), "soft"), self._back, None, spacing=8))
        self._said.hide()
        self.setLayout(column(self._shown, self._said))
        if tick is not None:
            tick.toggled.connect(self.changed)

    def texts(self) -> tuple[str, str, str] | None:
        """Return what is written, unless the person was removed or nothing is."""
        first, second, third = (one.text() for one in self.fields)
        if self._gone or not f"{first}{second}{third}".strip():
            return None
        return first, second, third

    def stops(self) -> tuple[QWidget, ...]:
        """Return where the Tab key stops, in order."""
        tick = () if self.tick is None else (self.tick,)
        return (*(one.line for one in self.fields), self._remove, *tick, self._back)

    def _field(self, name: str, hint: str, text: str) -> Field:
        made = Field(name, placeholder=hint, show_label=False)
        made.set_text(text)
        made.changed.connect(self.changed)
        made.entered.connect(self.focusNextChild)
        return made

    def _take(self, *, gone: bool) -> None:
        """Remove the person, or bring them back."""
        self._gone = gone
        self._shown.setHidden(gone)
        self._said.setVisible(gone)
        (self._back if gone else self.fields[0].line).setFocus()
        self.changed.emit()


class PartyRows(QWidget):
    """Rows of people, and the button that adds one."""

    changed = Signal()

    def __init__(self, spacing: int = 10) -> None:
        super().__init__()
        self.rows: list[PartyRow] = []
        self._lines = column(spacing=spacing)
        self.add = Button("", icon="user-plus", sz="s")
        self.add.clicked.connect(self._more)
        self.setLayout(column(self._lines, 8, row(self.add, None)))

    def called(self, number: int) -> str:
        """Return what the person of a row is called: with its number."""
        raise NotImplementedError

    def words(self, number: int) -> RowWords:
        """Return what a row shows and says: name, relation and telephone."""
        called, pair = self.called(number), translate("PartyRows", "{0}：{1}")
        hints = (
            translate("PartyRows", "姓名"),
            translate("PartyRows", "关系"),
            translate("PartyRows", "电话"),
        )
        first, second, third = (pair.format(called, hint) for hint in hints)
        return RowWords(
            hints,
            (first, second, third),
            translate("PartyRows", "移除{0}").format(called),
            translate("PartyRows", "撤销移除{0}").format(called),
        )

    def tick(self, number: int) -> Tick | None:
        """Return the tick of a row, if there is one."""
        del number
        return None

    def put(self, texts: Sequence[str] = ("", "", "")) -> PartyRow:
        """Add a row, and return it."""
        number = len(self.rows) + 1
        made = PartyRow(self.words(number), texts, self.tick(number))
        before = self.rows[-1].stops()[-1] if self.rows else stop_before(self.add)
        made.changed.connect(self.changed)
        self.rows.append(made)
        self._lines.addWidget(made)
        for stop in made.stops():
            if before is not None:
                QWidget.setTabOrder(before, stop)
            before = stop
        return made

    def _more(self) -> None:
        self.put().fields[0].line.setFocus()


class MemberRows(PartyRows):
    """Whoever comes to a couple, a family or a group beside the client."""

    def __init__(self) -> None:
        super().__init__()
        self.add.setText(self.tr("添加成员"))

    def called(self, number: int) -> str:
        """Return what a member is called."""
        return self.tr("成员 {0}").format(number)

    def members(self) -> tuple[Member, ...]:
        """Return everybody that is written down."""
        every = (one.texts() for one in self.rows)
        return tuple(Member(*texts) for texts in every if texts is not None)

    def show_members(self, members: Iterable[Member]) -> None:
        """Show a row for each."""
        for one in members:
            self.put((one.name, one.role, one.phone))


class GuardianRows(PartyRows):
    """Whoever answers for a minor (clause 138)."""

    def __init__(self) -> None:
        super().__init__()
        self.add.setText(self.tr("添加监护人"))

    def called(self, number: int) -> str:
        """Return what a guardian is called."""
        return self.tr("监护人 {0}").format(number)

    def tick(self, number: int) -> Tick:
        """Return the tick for the guardianship."""
        made = Tick(self.tr("有监护权"))
        made.setAccessibleName(self.tr("监护人 {0}：有监护权").format(number))
        return made

    def guardians(self) -> tuple[Guardian, ...]:
        """Return everybody that is written down."""
        found = []
        for one in self.rows:
            texts = one.texts()
            if texts is not None and one.tick is not None:
                found.append(Guardian(*texts, one.tick.isChecked()))
        return tuple(found)

    def show_guardians(self, guardians: Iterable[Guardian]) -> None:
        """Show a row for each."""
        for one in guardians:
            made = self.put((one.name, one.relation, one.phone))
            if made.tick is not None:
                made.tick.setChecked(one.custody)
