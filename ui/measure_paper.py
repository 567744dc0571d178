"""The papers of the page 量表: the scores over time, and the empty form."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.domain.measure_chart import chart
from app.domain.scale_sheet import ChartSheet, empty_sheet
from app.services import measures, scales
from ui import dates
from ui.measure_words import event_lines, events, reliable_words, translate
from ui.measure_words import lines as score_lines
from ui.note_template_menu import window_language
from ui.page import ToScales
from ui.paper_panel import PaperPanel
from ui.theme import look
from ui.widgets.button import Button
from ui.widgets.card import Card, column, row
from ui.widgets.label import Label
from ui.widgets.tick import Tick

if TYPE_CHECKING:
    from collections.abc import Sequence

    from app.domain.measure import KeptMeasure
    from app.domain.scale import Scale
    from app.services.measures import MeasurePage
    from ui.office import Office

_WIDTH, _HEIGHT = 560, 300


def chart_paper(office: Office, page: MeasurePage, kept: Sequence[KeptMeasure]) -> PaperPanel:
    """Return what prints the scores of one scale over time; it is written to the trail."""
    made, tools = chart_sheet(office, page, kept), office.tools
    panel = PaperPanel(office, made.title, lambda: tools().papers.chart.render(made), guarded=True)
    panel.write_down(lambda vault: measures.printed(vault, tools(), page.case.id, None))
    return panel


def chart_sheet(office: Office, page: MeasurePage, kept: Sequence[KeptMeasure]) -> ChartSheet:
    """Return the scores as they go on paper, in the language of the window."""
    language = window_language()
    text, scale = office.tools().scale_texts[language], kept[-1].made.scale
    found = events(page.happenings)
    drawn = chart(scale, kept, found, _WIDTH, _HEIGHT)
    return ChartSheet(
        text.chart.format(scale.name),
        translate("Measures", "个案 {0}").format(page.case.code),
        drawn,
        (chart_key(),),
        text.scores,
        (*score_lines(kept), *event_lines(found)),
        tuple(dates.short_day(on) for _, on in drawn.days),
        text.screening,
        scale.name,
        language,
    )


def chart_key() -> str:
    """Return what the signs of a chart mean."""
    return translate(
        "Measures",
        "实心点：每题都答了；空心点：有题未答；「–」不计分；「*」自伤一题有回应。"
        "下面的短线是会谈，横穿的虚线是改变方式，点线是记下的风险。",
    )


def in_every_language(scale: Scale, shipped: Sequence[Scale]) -> list[Scale]:
    """Return a scale in each language that it is shipped in, that of the window first."""
    mine = window_language()
    same = [one for one in shipped if one.key == scale.key]
    return sorted(same, key=lambda one: one.language != mine)


class EmptyScaleCard(Card):
    """Prints the form of a scale to fill in by hand, in each language that there is."""

    def __init__(self, office: Office, found: Sequence[Scale]) -> None:
        super().__init__("sunken", margins=(16, 12, 16, 12), spacing=8)
        self._large = False
        self.body.addWidget(Label(self.tr("空白的量表"), "strong"))
        self.large = Tick(self.tr("大字"))
        self.large.toggled.connect(self._choose)
        self.body.addWidget(self.large)
        called = {"zh": self.tr("中文"), "en": self.tr("英文")}
        self.panels = []
        for one in found:
            if len(found) > 1:
                self.body.addWidget(Label(called[one.language], "soft"))
            panel = self._panel(office, one)
            for button in (panel.paper, panel.file) if len(found) > 1 else ():
                spoken = self.tr("{0}：{1}").format(button.text(), called[one.language])
                button.setAccessibleName(spoken)
            self.panels.append(panel)
            self.body.addWidget(panel)

    def _panel(self, office: Office, scale: Scale) -> PaperPanel:
        tools = office.tools
        text = tools().scale_texts[scale.language]
        sheets = {on: empty_sheet(scale, text, large=on) for on in (False, True)}
        panel = PaperPanel(
            office, scale.name, lambda: tools().papers.scale.render(sheets[self._large])
        )
        panel.write_down(lambda vault: scales.printed(vault, tools()))
        return panel

    def _choose(self, on: bool) -> None:  # noqa: FBT001 - as the signal gives it
        self._large = on


class ScaleAside(QWidget):
    """Whose scale it is, its empty form, and the way to all of them; `wanted` asks to go there."""

    wanted = Signal(object)

    def __init__(self, office: Office, scale: Scale, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        same = in_every_language(scale, office.tools().scales)
        lines = column(EmptyScaleCard(office, same or [scale]), 16)
        for said in (scale.source, scale.licence, reliable_words(scale)):
            if said:
                lines.addWidget(Label(said, "meta", wrap=True))
                lines.addSpacing(look.px(8))
        every = Button(self.tr("所有量表，和我自己的"), "link")
        every.clicked.connect(lambda: self.wanted.emit(ToScales()))
        lines.addLayout(row(every, None))
        self.setLayout(lines)
