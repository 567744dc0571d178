"""A measure as it stands in the file: its score, its answers, and what was done about it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.domain.measure import MEASURE_CARE, CareFacts, FollowKind
from app.domain.scale_sheet import answered_sheet
from app.services import measures
from ui import privacy
from ui.measure_words import (
    answer_rows,
    change_words,
    day_words,
    open_words,
    total_words,
    way_words,
    who_words,
)
from ui.paper_panel import PaperPanel
from ui.widgets.button import Button
from ui.widgets.card import Card, beside, clear, column, row
from ui.widgets.chip import StateChip
from ui.widgets.flow import Flow
from ui.widgets.label import Label
from ui.widgets.tick import Tick

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QHBoxLayout

    from app.domain.measure import KeptMeasure
    from app.domain.scale_sheet import ScaleText
    from app.services.measures import MeasurePage
    from ui.office import Office


class KeptMeasureCard(Card):
    """`wanted` asks to write down that something was done about it.

    `first` and `before` are what it is compared with, None where there is nothing.
    """

    wanted = Signal(object, object)

    def __init__(
        self,
        office: Office,
        page: MeasurePage,
        kept: KeptMeasure,
        compared: tuple[KeptMeasure | None, KeptMeasure | None],
    ) -> None:
        super().__init__(margins=(18, 12, 18, 12), spacing=8)
        self._office, self._page, self.kept = office, page, kept
        self._shown: Button | None = None
        self._room = column(spacing=10)
        self.box_room = column()
        lacks = MEASURE_CARE.lacks(CareFacts(kept, page.risk_seen))
        self.body.addLayout(self._head(lacks))
        for said in self._said(*compared):
            words = Label(said, "soft", wrap=True)
            privacy.veil(words, around=(self,))
            self.body.addWidget(words)
        self.body.addWidget(self._ways(lacks))
        self.body.addLayout(self._room)
        self.body.addLayout(self.box_room)

    def _head(self, lacks: tuple[str, ...]) -> QHBoxLayout:
        """Return day, scale, score and what it is called."""
        made = self.kept.made
        line = row(Label(day_words(made.on), "strong"), Label(made.scale.name, "meta"), spacing=10)
        line.addStretch(1)
        if not self.kept.counted:
            line.addWidget(StateChip(self.tr("不计入"), "plain", "ban"))
        if made.alarming:
            harm = "measure_care.self_harm" in lacks
            said = self.tr("自伤一题有回应") if harm else self.tr("自伤一题，已看过风险")
            line.addWidget(StateChip(said, "high" if harm else "plain", "circle-alert"))
        if "measure_care.feedback" in lacks:
            line.addWidget(StateChip(self.tr("还没反馈"), "mid", "message-circle-more"))
        return line

    def _said(self, first: KeptMeasure | None, before: KeptMeasure | None) -> list[str]:
        """Return in sentences what it came to, what changed, and what was done."""
        made = self.kept.made
        band = self.tr("{0}，{1}").format(total_words(made), made.band.text) if made.band else ""
        found = [band or total_words(made), open_words(made)]
        if before is not None:
            found.append(change_words(before.made, made, self.tr("上一次")))
        if first is not None:
            found.append(change_words(first.made, made, self.tr("第一次")))
        how = [way_words()[made.way] if made.way else "", who_words()[made.who] if made.who else ""]
        found += [self.tr("，").join(one for one in how if one), made.remark.strip()]
        found += self._followed()
        return [one for one in found if one]

    def _followed(self) -> list[str]:
        called = {
            FollowKind.FED_BACK: self.tr("已当面反馈"),
            FollowKind.RISK_LOOKED_AT: self.tr("已看过风险"),
            FollowKind.NOT_COUNTED: self.tr("不计入"),
        }
        return [
            self.tr("{0}（{1}）{2}").format(called[one.kind], day_words(one.on), one.said).strip()
            for one in self.kept.follows
        ]

    def _ways(self, lacks: tuple[str, ...]) -> QWidget:
        """Return what can be done with it: only what is not done yet."""
        day = f"{self.kept.made.scale.name} {day_words(self.kept.made.on)}"
        self.answers = self._way(self.tr("看每一题"), day)
        self.paper = self._way(self.tr("打印或存为 PDF"), day)
        self.answers.clicked.connect(lambda: self._turn(self.answers, self._answers))
        self.paper.clicked.connect(lambda: self._turn(self.paper, self._print))
        holder = QWidget()
        line = Flow(holder)
        for one in (self.answers, self.paper):
            line.addWidget(one)
        wanted = (
            (FollowKind.RISK_LOOKED_AT, "measure_care.self_harm" in lacks, self.tr("已看过风险")),
            (FollowKind.FED_BACK, "measure_care.feedback" in lacks, self.tr("已当面反馈")),
            (FollowKind.NOT_COUNTED, self.kept.counted, self.tr("不计入")),
        )
        for kind, open_, words in wanted:
            if open_:
                way = self._way(words, day)
                way.clicked.connect(lambda _on=False, kind=kind: self.wanted.emit(self, kind))
                line.addWidget(way)
        return holder

    def _way(self, words: str, day: str) -> Button:
        made = Button(words, "link")
        made.setAccessibleName(self.tr("{0}：{1}").format(words, day))
        return made

    def _turn(self, button: Button, make: Callable[[], QWidget]) -> None:
        """Show what a link asks for, or put it away again."""
        clear(self._room)
        shown, self._shown = self._shown, None
        if shown is not button:
            self._shown = button
            self._room.addWidget(make())

    def _answers(self) -> QWidget:
        """Return every answer, and what is for her alone."""
        found = QWidget()
        rows = column(spacing=6)
        for asked, said in answer_rows(self.kept.made):
            answer = Label(said, "body")
            answer.setAccessibleName(f"{asked}: {said}")
            rows.addLayout(beside(Label(asked, "soft", wrap=True), answer))
        found.setLayout(rows)
        privacy.veil(found)
        made, scale = QWidget(), self.kept.made.scale
        lines = column(found, spacing=10)
        if scale.reading:
            lines.addWidget(Label(self.tr("怎样看这个分数（只给您看）"), "strong"))
            lines.addWidget(Label(scale.reading, "soft", wrap=True))
        if scale.source:
            source = self.tr("分级出自 {0}。").format(scale.source)
            lines.addWidget(Label(source, "meta", wrap=True))
        made.setLayout(lines)
        return made

    def _choose_bands(self, on: bool) -> None:  # noqa: FBT001 - as the signal gives it
        self._bands = on

    def _print(self) -> QWidget:
        """Return what prints it: the answers; the band only where she asks for it."""
        tools, page, kept = self._office.tools, self._page, self.kept
        made = kept.made
        text: ScaleText = tools().scale_texts[made.scale.language]
        sheets = {
            on: answered_sheet(made, text, page.case.code, made.on, bands=on)
            for on in (False, True)
        }
        self._bands = False
        bands = Tick(self.tr("印上分级"))
        bands.toggled.connect(self._choose_bands)
        holder = QWidget()
        panel = PaperPanel(
            self._office,
            made.scale.name,
            lambda: tools().papers.scale.render(sheets[self._bands]),
            guarded=True,
        )
        panel.write_down(lambda vault: measures.printed(vault, tools(), page.case.id, kept.id))
        about = Label(
            self.tr("纸上写着「筛查非诊断」；怎样看这个分数只给您看，不印。"), "meta", wrap=True
        )
        holder.setLayout(column(bands, about, panel, spacing=6))
        return holder
