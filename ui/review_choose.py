"""The first step of a summary: which notes go to supervision."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.domain.case_report import HOLDS, Paper
from ui import dates, lengths
from ui.theme import look
from ui.widgets.button import Button
from ui.widgets.card import clear, column, ground, row, scroll
from ui.widgets.chip import Choices
from ui.widgets.empty import Empty
from ui.widgets.label import Label
from ui.widgets.picture import Picture
from ui.widgets.tick import Tick

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from app.domain.ids import NoteId
    from app.domain.summary import SummaryWording
    from app.services.exports import Choice

_WIDE: Final = 660


class ChoosePage(QWidget):
    """What is made, and of what: notes with a tick each, or sections of the case report.

    `chose` follows every choice; `to_report` asks for the page on which the report is written.
    """

    chose = Signal()
    to_report = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ticks: list[tuple[Tick, NoteId]] = []
        self._written: frozenset[str] = frozenset()
        self._titles: dict[str, str] = {}
        self._choices, self._sections = column(spacing=10), column(spacing=8)
        self._notes, self._report = QWidget(), QWidget()
        self._notes.setLayout(self._choices)
        self._report.setLayout(self._sections)
        lead = Label(
            self.tr(
                "选好要带去督导的。程序先找出可能认出人的地方，您逐处看过、决定去留，再写成文件。"
            ),
            "soft",
            wrap=True,
        )
        self._paper = Choices(
            (
                (Paper.NOTES.value, self.tr("选几篇记录")),
                (Paper.REPORT.value, self.tr("个案报告")),
                (Paper.BRIEF.value, self.tr("简短摘要")),
                (Paper.HANDOUT.value, self.tr("团体督导讲义")),
            ),
            name=self.tr("做成哪一种"),
        )
        self._paper.choose(Paper.NOTES.value)
        self._paper.chosen.connect(lambda _keys: self._turn())
        body = QWidget()
        body.setMaximumWidth(look.px(_WIDE))
        body.setLayout(
            column(
                Label(self.tr("带什么去督导"), "title"), 8, lead, 20, self._paper, 20,
                self._notes, self._report, None,
                margins=(40, 32, 40, 32),
            )
        )  # fmt: skip
        inside = ground("paper")
        line = row(None, body, None)
        line.setStretch(1, 100)
        inside.setLayout(line)
        self.setLayout(column(scroll(inside, "paper")))
        self._report.hide()

    def offer(
        self, choices: Sequence[Choice], wording: SummaryWording, written: frozenset[str]
    ) -> None:
        """Show the notes that may be chosen, the signed ones ticked; `written` are sections."""
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
        self._written = written
        self._titles = {one["key"]: one["title"] for one in wording.sections}
        self._turn()

    def paper(self) -> Paper:
        """Return what is to be made."""
        return Paper(self._paper.keys()[0])

    def first(self) -> Tick | None:
        """Return the first note of the list, or nothing where there is none."""
        return self._ticks[0][0] if self._ticks else None

    def chosen(self) -> tuple[NoteId | str, ...]:
        """Return the notes that are ticked, oldest first; or the sections that hold words."""
        if self.paper() is Paper.NOTES:
            return tuple(note_id for tick, note_id in self._ticks if tick.isChecked())
        return tuple(key for key in HOLDS[self.paper()] if key in self._written)

    def choose(self, sources: Collection[NoteId | str], paper: str) -> None:
        """Choose just these notes, or the paper that these sections are of."""
        if any(isinstance(one, str) for one in sources):
            self._paper.choose(paper if paper in {one.value for one in HOLDS} else "report")
            self._turn()
            return
        for tick, note_id in self._ticks:
            tick.setChecked(note_id in sources)

    def begin_with(self, paper: str) -> None:
        """Choose the paper that was asked for, if one was."""
        if paper:
            self._paper.choose(paper)
            self._turn()

    def _turn(self) -> None:
        """Show the notes, or the sections of a paper and which of them are written."""
        paper = self.paper()
        self._notes.setVisible(paper is Paper.NOTES)
        self._report.setVisible(paper is not Paper.NOTES)
        clear(self._sections)
        if paper is not Paper.NOTES:
            for key in HOLDS[paper]:
                there = key in self._written
                picture = Picture("check" if there else "minus", "low" if there else "faint", 14)
                said = self._titles.get(key, "")
                words = said if there else self.tr("{0}（还没写，不带）").format(said)
                self._sections.addLayout(
                    row(picture, Label(words, "body" if there else "soft"), None, spacing=8)
                )
            go = Button(self.tr("写个案报告"), icon="pen-line", sz="s")
            go.clicked.connect(self.to_report)
            self._sections.addSpacing(8)
            self._sections.addLayout(row(go, None))
        self.chose.emit()

    def _words(self, choice: Choice) -> str:
        """Return a note in a line: which session, when, how long, and whether it is a draft."""
        words = self.tr("第 {0} 次咨询 · {1} · {2}").format(
            choice.number, dates.short_weekday(choice.on), lengths.said(choice.length)
        )
        return words if choice.signed else words + self.tr(" · 草稿")
