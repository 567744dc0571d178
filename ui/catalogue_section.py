"""One section of a catalogue to write on; what the guidance asks for has no key to take it out."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QWidget

from app.domain.catalogue import OWN, CatalogueLine, CatalogueSection, Shape
from ui.catalogue_words import line_name, pair_names, section_name
from ui.clause_link import ClauseLink, clause_names
from ui.tab_order import as_laid_out
from ui.widgets.button import Button, IconButton
from ui.widgets.card import column, row
from ui.widgets.chip import StateChip
from ui.widgets.field import Field
from ui.widgets.label import Label
from ui.widgets.painted import hide_unless
from ui.widgets.textbox import TextBox

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

    from app.domain.catalogue import Kind

translate = QCoreApplication.translate
_LONG: Final = 24
_MOST_ROWS: Final = 10
_LEAST_ROWS: Final = 3


def asked_by(clauses: tuple[str, ...], about: str = "") -> QWidget:
    """Return the sign of what has to stay, with the way to its clauses; `about` says of what."""
    if not clauses:
        return StateChip(translate("Catalogues", "必须有"), "plain", "lock")
    said = translate("Catalogues", "必须有：{0}").format(clause_names(clauses))
    made = ClauseLink(clauses, said)
    made.setAccessibleDescription(about)
    return made


class LineRow(QWidget):
    """A line and what is said beside it; `moved` gives up or down, `gone` asks to take it out."""

    moved = Signal(int)
    gone = Signal()
    changed = Signal()

    def __init__(
        self, line: CatalogueLine, names: tuple[str, str], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.line = line
        self.text = Field(names[0], placeholder=names[0], show_label=False)
        self.more = Field(names[1], placeholder=names[1], show_label=False)
        self.up = IconButton("chevron-up", self.tr("上移（Alt+↑）"))
        self.down = IconButton("chevron-down", self.tr("下移（Alt+↓）"))
        self.up.clicked.connect(lambda: self.moved.emit(-1))
        self.down.clicked.connect(lambda: self.moved.emit(1))
        self.remove = IconButton("x", self.tr("去掉这一行"))
        self.remove.clicked.connect(self.gone)
        room = self.remove.sizePolicy()
        room.setRetainSizeWhenHidden(True)
        self.remove.setSizePolicy(room)
        hide_unless(not line.needed, self.remove)
        above = row(self.text, self.more, self.up, self.down, self.remove, spacing=8)
        above.setStretch(0, 2)
        above.setStretch(1, 3)
        self.asked = asked_by(line.clauses) if line.needed else None
        below = () if self.asked is None else (row(self.asked, None),)
        self.setLayout(column(above, *below, spacing=2))
        self.show_words(line)
        for field in (self.text, self.more):
            field.changed.connect(lambda _text: self.changed.emit())

    def count(self, number: int, section: str) -> None:
        """Say to a screen reader which line of which section each part belongs to, from 1."""
        said = self.tr("{0}，第 {1} 行").format(section, number)
        parts = (self.text.line, self.more.line, self.up, self.down, self.remove, self.asked)
        for one in parts:
            if one is not None:
                one.setAccessibleDescription(said)

    def written(self) -> CatalogueLine:
        """Return the line as it stands."""
        return replace(self.line, text=self.text.text(), more=self.more.text())

    def show_words(self, line: CatalogueLine) -> None:
        """Show the words of a line."""
        self.text.set_text(line.text)
        self.more.set_text(line.more)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move with Alt and an arrow."""
        ways = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
        way = ways.get(Qt.Key(event.key()))
        if way is not None and event.modifiers() & Qt.KeyboardModifier.AltModifier:
            self.moved.emit(way)
        else:
            super().keyPressEvent(event)


class SectionPart(QWidget):
    """A section as it stands; whoever derives from it gives its lines. `changed` follows a key."""

    changed = Signal()

    def __init__(
        self, shipped: CatalogueSection, used: CatalogueSection, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._used = used
        self._stack = column(spacing=8)
        self.setLayout(self._stack)
        self.heading: Field | None = None
        general = section_name(shipped)
        # Of several headed sections, each is known by what its heading says.
        self.name = used.heading if shipped.headed and used.heading else general
        if shipped.headed:
            called = self.tr("“{0}”的标题").format(used.heading) if used.heading else general
            self.heading = Field(called, placeholder=general, show_label=False)
            self.heading.set_text(used.heading)
            self.heading.changed.connect(lambda _text: self.changed.emit())
        head = row(self.heading or Label(general, "strong"), spacing=8)
        head.setStretch(0, 1)
        if shipped.needed:
            head.addWidget(asked_by(shipped.clauses, self.name))
        self._stack.addLayout(head)

    def lines(self) -> tuple[CatalogueLine, ...]:
        """Return the lines as they stand, empty ones too."""
        raise NotImplementedError

    def mark(self, key: str, words: str) -> Field | TextBox | None:
        """Say `words` at a line, or at the whole; return the part, or None where it is gone."""
        raise NotImplementedError

    def written(self) -> CatalogueSection:
        """Return the section as it stands, byte for byte."""
        heading = self._used.heading if self.heading is None else self.heading.text()
        return replace(self._used, heading=heading, lines=self.lines())


class ListPart(SectionPart):
    """A section of plain lines, one under the other."""

    def __init__(
        self, shipped: CatalogueSection, used: CatalogueSection, parent: QWidget | None = None
    ) -> None:
        super().__init__(shipped, used, parent)
        rows = min(_MOST_ROWS, max(_LEAST_ROWS, len(used.lines) + 1))
        self.box = TextBox(self.tr("{0}，一行一条").format(self.name), rows=rows)
        self.box.label.hide()
        self.box.set_text("\n".join(used.texts))
        self.box.changed.connect(lambda _text: self.changed.emit())
        self._stack.addWidget(self.box)

    def lines(self) -> tuple[CatalogueLine, ...]:
        """Return the lines as they stand."""
        said = self.box.text().split("\n") if self.box.text() else []
        return tuple(CatalogueLine(str(at), one) for at, one in enumerate(said))

    def mark(self, key: str, words: str) -> Field | TextBox | None:
        """Say `words` below the box."""
        del key
        self.box.set_error(words)
        return self.box


class WordsPart(SectionPart):
    """Words that can be said otherwise, each at its place."""

    def __init__(
        self, shipped: CatalogueSection, used: CatalogueSection, parent: QWidget | None = None
    ) -> None:
        super().__init__(shipped, used, parent)
        mine = {one.key: one for one in used.lines}
        self.parts: dict[str, Field | TextBox] = {}
        for one in shipped.lines:
            name = line_name(shipped, one.key)
            part = TextBox(name, rows=2) if len(one.text) > _LONG else Field(name)
            part.set_text(mine.get(one.key, one).text)
            part.changed.connect(lambda _text: self.changed.emit())
            self.parts[one.key] = part
            self._stack.addWidget(part)

    def lines(self) -> tuple[CatalogueLine, ...]:
        """Return the words as they stand."""
        return tuple(CatalogueLine(key, one.text(), needed=True) for key, one in self.parts.items())

    def mark(self, key: str, words: str) -> Field | TextBox | None:
        """Say `words` below one of them."""
        found = self.parts.get(key)
        if found is not None:
            found.set_error(words)
        return found


class LinesPart(SectionPart):
    """Lines of their own, which are added, moved and, but for the needed ones, taken out."""

    def __init__(
        self,
        shipped: CatalogueSection,
        used: CatalogueSection,
        kind: Kind,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(shipped, used, parent)
        self._names = pair_names(kind)
        self.rows: list[LineRow] = []
        self._room = column(spacing=8)
        self.add = Button(self.tr("添加一行"), "quiet", icon="plus", sz="s")
        self.add.setAccessibleDescription(self.name)
        self.add.clicked.connect(self._add_new)
        self._stack.addLayout(self._room)
        self._stack.addLayout(row(self.add, None))
        for one in used.lines:
            self._add(one)

    def lines(self) -> tuple[CatalogueLine, ...]:
        """Return the lines as they stand."""
        return tuple(one.written() for one in self.rows)

    def mark(self, key: str, words: str) -> Field | TextBox | None:
        """Say `words` below a line."""
        found = next((one for one in self.rows if one.line.key == key), None)
        if found is None:
            return None
        found.text.set_error(words)
        return found.text

    def _add_new(self) -> None:
        """Add an empty line under a key that none had here."""
        taken = {one.line.key for one in self.rows}
        number = 1
        while f"{OWN}{self._used.key}.{number}" in taken:
            number += 1
        line = self._add(CatalogueLine(f"{OWN}{self._used.key}.{number}"))
        as_laid_out(self)
        line.text.setFocus(Qt.FocusReason.OtherFocusReason)
        self.changed.emit()

    def _add(self, line: CatalogueLine) -> LineRow:
        made = LineRow(line, self._names)
        made.changed.connect(self.changed)
        made.moved.connect(partial(self._move, made))
        made.gone.connect(partial(self._take_out, made))
        self._room.addWidget(made)
        self.rows.append(made)
        made.count(len(self.rows), self.name)
        return made

    def _move(self, line: LineRow, way: int) -> None:
        """Put a line one place up or down; the focus goes along with it."""
        at = self.rows.index(line)
        to = at + way
        if not 0 <= to < len(self.rows):
            return
        held = line.more if line.more.line.hasFocus() else line.text
        self.rows.insert(to, self.rows.pop(at))
        self._room.removeWidget(line)
        self._room.insertWidget(to, line)
        self._order()
        held.setFocus(Qt.FocusReason.OtherFocusReason)

    def _take_out(self, line: LineRow) -> None:
        at = self.rows.index(line)
        self.rows.remove(line)
        self._room.removeWidget(line)
        line.hide()
        line.deleteLater()
        self._order()
        rest = self.rows[min(at, len(self.rows) - 1)].text if self.rows else self.add
        rest.setFocus(Qt.FocusReason.OtherFocusReason)

    def _order(self) -> None:
        """Count the lines anew, and have Tab go through them as they stand."""
        for number, one in enumerate(self.rows, 1):
            one.count(number, self.name)
        as_laid_out(self)
        self.changed.emit()


def section_part(shipped: CatalogueSection, used: CatalogueSection, kind: Kind) -> SectionPart:
    """Return the part in which a section is written."""
    if shipped.shape is Shape.WORDS:
        return WordsPart(shipped, used)
    if shipped.shape is Shape.LINES:
        return LinesPart(shipped, used, kind)
    return ListPart(shipped, used)
