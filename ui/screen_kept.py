"""The suitability screens that were made before: what they came to, and their paper."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from app.domain.local_time import wall
from app.services import screens
from ui import dates, privacy, screen_words
from ui.paper_panel import PaperPanel
from ui.widgets.button import Button
from ui.widgets.card import Card, column, row
from ui.widgets.chip import StateChip
from ui.widgets.keyvalue import KeyValues
from ui.widgets.label import Label

if TYPE_CHECKING:
    from datetime import datetime

    from app.domain.screen import Screen, ScreenCatalogue
    from app.services.screens import KeptScreen, ScreenPage
    from ui.office import Office

_KEY: Final = 150


class KeptScreenCard(Card):
    """One screen as it stands in the file; it is never changed.

    With `whole` every answer is shown, also to what was denied.
    """

    def __init__(
        self, office: Office, page: ScreenPage, kept: KeptScreen, *, whole: bool = False
    ) -> None:
        super().__init__(margins=(18, 14, 18, 14), spacing=10)
        zone = page.practice.place.time_zone
        day = dates.plain_day(wall(kept.at, zone))
        chip = StateChip(*screen_words.result_word(kept.screen.result))
        self.paper = Button(self.tr("打印或存为 PDF"), "link")
        self.paper.setAccessibleName(self.tr("打印或存为 PDF：{0}").format(day))
        self.body.addLayout(row(Label(day, "name"), chip, None, self.paper, spacing=10))
        rows = _rows(kept.screen, self.tr("为是的"), self.tr("都为否"))
        if whole:
            # Every item with its answer: a list of grave words alone is easily misread.
            catalogue = _asked_from(office, page, kept.screen)
            rows[0] = (self.tr("回答"), screen_words.answers(kept.screen, catalogue))
        said = KeyValues(rows, key_width=_KEY)
        privacy.veil(said, around=(self,))
        self.body.addWidget(said)
        self._panel = column()
        self.body.addLayout(self._panel)
        self.paper.clicked.connect(lambda: self._offer(office, page, kept))

    def _offer(self, office: Office, page: ScreenPage, kept: KeptScreen) -> None:
        """Offer printer and file in place of the link."""
        self.paper.hide()
        panel = screen_paper(office, page, (kept.screen, kept.at), kept)
        self._panel.addWidget(panel)
        panel.paper.setFocus()


def screen_paper(
    office: Office,
    page: ScreenPage,
    what: tuple[Screen, datetime | None],
    kept: KeptScreen | None = None,
) -> PaperPanel:
    """Return what prints a screen, or without a time an empty one; it is written to the trail."""
    screen, at = what
    catalogue, tools = _asked_from(office, page, screen), office.tools

    def render() -> bytes:
        return tools().papers.sheet.render(screen_words.sheet(page, screen, at, catalogue))

    panel = PaperPanel(office, screen_words.title(), render, guarded=at is not None)
    entry_id = kept.id if kept is not None else None
    case_id = page.case.id
    panel.write_down(lambda vault: screens.printed(vault, tools(), case_id, entry_id))
    return panel


def _asked_from(office: Office, page: ScreenPage, screen: Screen) -> ScreenCatalogue:
    """Return the catalogue of the language in which a screen was asked."""
    return office.tools().screens.get(screen.language, page.catalogue)


def _rows(screen: Screen, yes: str, none: str) -> list[tuple[str, str]]:
    """Return what a screen says, in rows."""
    found = "\n".join(one.text for one in screen.asked if one.answer)
    return [(yes, found or none), *screen_words.facts(screen)]
