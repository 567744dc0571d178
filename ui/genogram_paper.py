"""The paper of a genogram: without names unless she asks for them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.services import genograms
from ui.genogram_words import sheet
from ui.paper_panel import PaperPanel
from ui.widgets.card import Card
from ui.widgets.label import Label
from ui.widgets.tick import Tick

if TYPE_CHECKING:
    from app.domain.genogram import Genogram
    from app.domain.ids import CaseId
    from ui.office import Office


class GenogramPaperCard(Card):
    """Prints what is drawn; it is written to the trail."""

    def __init__(
        self, office: Office, case_id: CaseId, family: Genogram, about: tuple[str, str]
    ) -> None:
        super().__init__("sunken", margins=(16, 12, 16, 12), spacing=8)
        self._family, self._about = family, about
        self._made = sheet(family, *about, names=False)
        self.names = Tick(self.tr("印上名字和备注"))
        self.names.toggled.connect(self._choose)
        self._said = Label(self._made.subtitle, "meta", wrap=True)
        tools = office.tools
        self.panel = PaperPanel(
            office,
            self._made.title,
            lambda: tools().papers.genogram.render(self._made),
            guarded=True,
        )
        self.panel.write_down(lambda vault: genograms.printed(vault, tools(), case_id))
        for part in (Label(self.tr("打印家谱图"), "strong"), self.names, self._said, self.panel):
            self.body.addWidget(part)

    def _choose(self, names: bool) -> None:  # noqa: FBT001 - as the signal gives it
        self._made = sheet(self._family, *self._about, names=names)
        self._said.setText(self._made.subtitle)
