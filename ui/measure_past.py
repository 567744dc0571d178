"""What was answered before: for each scale its scores over time, then its measures.

At one of them is written what was done about it.
"""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QObject, Signal

from app.domain.local_time import wall
from app.domain.measure import FollowKind
from ui import privacy
from ui.measure_chart import MeasureChart
from ui.measure_follow import FollowBox
from ui.measure_kept import KeptMeasureCard
from ui.measure_paper import chart_key, chart_paper
from ui.measure_words import event_lines, events, reliable_words
from ui.tab_order import follow, last_stop
from ui.widgets.button import Button
from ui.widgets.card import Card, bring_into_sight, column, row
from ui.widgets.label import Label

if TYPE_CHECKING:
    from collections.abc import Mapping

    from PySide6.QtWidgets import QWidget

    from app.domain.measure import KeptMeasure
    from app.services.measures import MeasurePage
    from ui.office import Office

_FEWEST: Final = 2
"""Fewer scores than these show no course, and are not drawn."""


class ChartCard(Card):
    """The scores of one scale: drawn, and what happened meanwhile in sentences."""

    def __init__(self, office: Office, page: MeasurePage, counted: list[KeptMeasure]) -> None:
        super().__init__(margins=(18, 14, 18, 14), spacing=8)
        self._office, self._page, self._counted = office, page, counted
        scale = counted[-1].made.scale
        title = self.tr("{0}（第 {1} 版）").format(scale.name, scale.edition)
        self.body.addWidget(Label(title if scale.own else scale.name, "name"))
        self.drawn = MeasureChart(scale, counted, page.happenings)
        privacy.veil(self.drawn, around=(self,))
        self.body.addWidget(self.drawn)
        since = counted[0].made.on
        found = [one for one in events(page.happenings) if one.on.isoformat() >= since]
        # A measure keeps the language it was asked in; the figures are said in the window's.
        mine = next((one for one in page.scales if one.line == scale.line), scale)
        for said in (*event_lines(found), reliable_words(mine), chart_key()):
            self.body.addWidget(Label(said, "meta", wrap=True))
        self.paper = Button(self.tr("打印这张图，或存为 PDF"), "link")
        self.paper.setAccessibleName(self.tr("打印这张图，或存为 PDF：{0}").format(scale.name))
        self.paper.clicked.connect(self._offer)
        self._room = column()
        self.body.addLayout(row(self.paper, None))
        self.body.addLayout(self._room)

    def _offer(self) -> None:
        """Offer printer and file in place of the link."""
        self.paper.hide()
        panel = chart_paper(self._office, self._page, self._counted)
        self._room.addWidget(panel)
        panel.paper.setFocus()


class PastMeasures(QObject):
    """The cards, and at one of them the box for what was done about it; one at a time.

    `changed` tells that something was written in the box, `entered` asks to put it on record.
    """

    changed = Signal()
    entered = Signal()

    def __init__(self, office: Office, parent: QObject) -> None:
        super().__init__(parent)
        self._office = office
        self._page: MeasurePage | None = None
        self._written: Mapping[str, Any] = {}
        self.cards: list[QWidget] = []
        self.box: FollowBox | None = None

    def make(self, page: MeasurePage) -> list[QWidget]:
        """Return the cards anew, without a box."""
        self._page, self.box = page, None
        self.cards = past_cards(self._office, page)
        for one in self._measured():
            one.wanted.connect(self._open)
        return self.cards

    def words(self) -> Mapping[str, Any]:
        """Return what is written about a measure, as typed."""
        return self._written if self.box is None else self.box.words()

    def reopen(self, written: Mapping[str, Any]) -> None:
        """Open the box again in which something was `written`, once its card is shown."""
        self._written = written
        card = next(
            (one for one in self._measured() if one.kept.id == written.get("measure")), None
        )
        if card is not None:
            self._open(card, FollowKind(written["kind"])).show_words(written)

    def put_away(self) -> None:
        """Forget the cards, which are shown no more; what is written stays."""
        self._written, self.box, self.cards = self.words(), None, []

    def _measured(self) -> list[KeptMeasureCard]:
        return [one for one in self.cards if isinstance(one, KeptMeasureCard)]

    def _open(self, card: KeptMeasureCard, kind: FollowKind) -> FollowBox:
        """Let one write that something was done about a measure."""
        assert self._page is not None  # noqa: S101 - for mypy: a card is shown
        self._close()
        box = FollowBox(card.kept, kind, wall(self._page.now, self._page.zone))
        box.changed.connect(self.changed)
        box.entered.connect(self.entered)
        box.closed.connect(self._close)
        self.box = box
        card.box_room.addWidget(box)
        privacy.veil(box.said.edit)
        follow(last_stop(card) or box, box)
        box.said.setFocus()
        bring_into_sight(box)
        return box

    def _close(self) -> None:
        if self.box is not None:
            self.box.hide()
            self.box.deleteLater()
            self.box, self._written = None, {}
            self.changed.emit()


def past_cards(office: Office, page: MeasurePage) -> list[QWidget]:
    """Return the cards of every scale, the one answered last first; the newest measure first.

    Only scores of the same scale in the same edition are compared.
    """
    ordered = sorted(page.kept, key=lambda one: one.made.scale.line)
    groups = [list(found) for _, found in groupby(ordered, lambda one: one.made.scale.line)]
    groups.sort(key=lambda found: (found[-1].made.on, len(found)), reverse=True)
    cards: list[QWidget] = []
    for found in groups:
        counted = [one for one in found if one.counted]
        if len(counted) >= _FEWEST:
            cards.append(ChartCard(office, page, counted))
        cards += [_card(office, page, one, counted) for one in reversed(found)]
    return cards


def _card(
    office: Office, page: MeasurePage, one: KeptMeasure, counted: list[KeptMeasure]
) -> KeptMeasureCard:
    """Return a measure beside the one before it and, where that is another, the first."""
    at = counted.index(one) if one in counted else 0
    first, before = counted[0] if at > 1 else None, counted[at - 1] if at else None
    return KeptMeasureCard(office, page, one, (first, before))
