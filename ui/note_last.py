"""The strip above a note: what was agreed last time, and when the next time is."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.domain.local_time import local
from app.domain.one_line import one_line
from ui import dates
from ui.widgets.button import IconButton
from ui.widgets.card import Card, column, row, rule
from ui.widgets.label import Label

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QHBoxLayout

    from ui.note_view import NoteView


_STRIP_LENGTH: Final = 90
_ACROSS: Final = 3
"""More cells than that stand in two lines: large letters leave no room for four."""
_JOINED: Final = " · "


@dataclass(frozen=True)
class LastWords:
    """The titles of the strip: what was agreed and planned on a day, and the next time.

    `followed` is the title of the next time once it is history, `asked` that of what supervision
    asked for.

    `written` is the title where nothing was agreed or planned: what was written is shown instead.
    """

    agreed: str
    planned: str
    written: str
    ahead: str
    followed: str
    asked: str


def _line(cells: Sequence[tuple[str, str]]) -> QHBoxLayout:
    """Return titles with their words side by side."""
    line = row(spacing=18)
    for number, (name, text) in enumerate(cells):
        if number:
            line.addWidget(rule(upright=True))
        words = column(Label(name, "meta"), Label(text, "body", wrap=True), None, spacing=2)
        line.addLayout(words, 1)
    return line


class LastStrip(Card):
    """What was agreed and planned last time, and when the next time is.

    It can be folded; `turned` says that it is now, or is not.
    """

    turned = Signal(bool)

    def __init__(
        self,
        cells: Sequence[tuple[str, str]],
        *,
        folded: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__("sunken", margins=(18, 12, 10, 12), spacing=0, parent=parent)
        across = len(cells) if len(cells) <= _ACROSS else _ACROSS - 1
        lines = [_line(cells[at : at + across]) for at in range(0, len(cells), across)]
        self._cells = QWidget()
        self._cells.setLayout(column(*lines, spacing=10))
        self._name = Label(cells[0][0], "meta")
        self._name.hide()
        self.fold = IconButton("chevron-up", self.tr("收起上次的计划"))
        self.fold.clicked.connect(self._turn)
        whole = row(self._cells, self._name, column(self.fold, None), spacing=12)
        whole.setStretch(0, 1)
        whole.setStretch(1, 1)
        self.body.addLayout(whole)
        if folded:
            self._fold(folded=True)

    def _turn(self) -> None:
        """Fold the words away, or bring them back."""
        folded = not self._cells.isHidden()
        self._fold(folded=folded)
        self.turned.emit(folded)

    def _fold(self, *, folded: bool) -> None:
        self._cells.setVisible(not folded)
        self._name.setVisible(folded)
        self.fold.set_icon("chevron-down" if folded else "chevron-up")
        said = self.tr("展开上次的计划") if folded else self.tr("收起上次的计划")
        self.fold.set_name(said)


def last_cells(shown: NoteView, words: LastWords) -> list[tuple[str, str]]:
    """Return title and words of what the last note says for this session, then the next time."""
    note, session = shown.page.last, shown.last
    cells = []
    if note is not None and session is not None:
        day = dates.short_day(local(session.starts_at, shown.here))
        texts = {part.key: part.text.strip() for part in note.body.parts}
        cells = [
            (words.agreed.format(day), texts.get("homework", "")),
            (words.planned.format(day), texts.get("plan", "")),
        ]
        if not any(text for _, text in cells):
            first = next((text for text in texts.values() if text), "")
            cells = [(words.written.format(day), first)]
    if shown.asked:
        cells.append((words.asked, _JOINED.join(one.text for one in shown.asked)))
    if shown.ahead is not None:
        title = words.followed if shown.followed else words.ahead
        cells.append((title, dates.day_and_time(local(shown.ahead.starts_at, shown.here))))
    return [(name, one_line(text, _STRIP_LENGTH)) for name, text in cells if text]
