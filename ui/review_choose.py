"""The first step of a summary: which notes go to supervision."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ui import dates, lengths
from ui.theme import look
from ui.widgets.card import column, ground, row, scroll
from ui.widgets.empty import Empty
from ui.widgets.label import Label
from ui.widgets.tick import Tick

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from app.domain.ids import NoteId
    from app.services.exports import Choice

_WIDE: Final = 660


class ChoosePage(QWidget):
    """The notes of a case with a tick each; `chose` follows every tick."""

    chose = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ticks: list[tuple[Tick, NoteId]] = []
        self._choices = column(spacing=10)
        lead = Label(
            self.tr(
                "选好要带去督导的记录。程序先找出可能认出人的地方，您逐处看过、决定去留，再写成文件。"
            ),
            "soft",
            wrap=True,
        )
        body = QWidget()
        body.setMaximumWidth(look.px(_WIDE))
        body.setLayout(
            column(
                Label(self.tr("带哪些记录"), "title"), 8, lead, 20, self._choices, None,
                margins=(40, 32, 40, 32),
            )
        )  # fmt: skip
        inside = ground("paper")
        line = row(None, body, None)
        line.setStretch(1, 100)
        inside.setLayout(line)
        self.setLayout(column(scroll(inside, "paper")))

    def offer(self, choices: Sequence[Choice]) -> None:
        """Show the notes that may be chosen; the signed ones are."""
        if not choices:
            self._choices.addWidget(
                Empty(
                    "file-text",
                    self.tr("还没有记录"),
                    self.tr("写下并签署记录后，就能在这里做摘要。"),
                )
            )
        for choice in choices:
            tick = Tick(self._words(choice))
            tick.setChecked(choice.signed)
            tick.toggled.connect(lambda _on: self.chose.emit())
            self._ticks.append((tick, choice.note_id))
            self._choices.addWidget(tick)

    def first(self) -> Tick | None:
        """Return the first note of the list, or nothing where there is none."""
        return self._ticks[0][0] if self._ticks else None

    def chosen(self) -> tuple[NoteId, ...]:
        """Return the notes that are ticked, oldest first."""
        return tuple(note_id for tick, note_id in self._ticks if tick.isChecked())

    def choose(self, notes: Collection[NoteId]) -> None:
        """Tick just these notes."""
        for tick, note_id in self._ticks:
            tick.setChecked(note_id in notes)

    def _words(self, choice: Choice) -> str:
        """Return a note in a line: which session, when, how long, and whether it is a draft."""
        words = self.tr("第 {0} 次咨询 · {1} · {2}").format(
            choice.number, dates.short_weekday(choice.on), lengths.said(choice.length)
        )
        return words if choice.signed else words + self.tr(" · 草稿")
