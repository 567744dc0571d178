"""The page 我的量表: the scales that are shipped, with source and licence, and those made here."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtWidgets import QWidget

from app.domain.errors import ScaleIncomplete
from app.domain.own_scale import OWN_SCALE, ScaleWords, words_from, words_of
from app.domain.scale import Scale
from app.services import scales
from app.services.changes import Noun
from ui.edition_page import EditionPage
from ui.measure_paper import EmptyScaleCard, in_every_language
from ui.measure_words import reliable_words
from ui.note_template_menu import window_language
from ui.own_page import headed
from ui.page import PageKey
from ui.scale_form import ScaleForm
from ui.widgets.button import Button
from ui.widgets.card import Card, bring_into_sight, clear, column, put, row
from ui.widgets.label import Label

if TYPE_CHECKING:
    from collections.abc import Callable

    from app.domain.errors import Refusal
    from app.ports import OpenVault
    from app.services.scales import ScalesPage
    from ui.office import Office

_WIDE: Final = 760


class ScalesScreen(EditionPage[ScaleForm, Scale]):
    """What is written of a scale is kept as typed until it is saved, as one edition."""

    altered = (Noun.CASES,)

    def __init__(self, office: Office, parent: QWidget | None = None) -> None:
        super().__init__(office, parent)
        self._page: scales.ScalesPage | None = None
        self._list_room, self._own_room = column(spacing=10), column(spacing=8)
        self._lay_out()
        self._ask()

    def _work(self, form: ScaleForm) -> Callable[[OpenVault], object]:
        key, words = form.key, form.words()
        return lambda vault: scales.keep_begun(vault, key, words)

    def keys(self) -> tuple[PageKey, ...]:
        """Return the keys of the scales."""
        return (PageKey("Ctrl+S", self.tr("存好量表")), PageKey("Esc", self.tr("返回")))

    def _lay_out(self) -> None:
        said = self.tr(
            "改了量表，就是新的一版；以前答的留着当时的题目，图上只把同一版的放在一起比。"
        )
        shipped = self.tr("只带确定可以自由使用的；每一份都写着出处和许可。")
        self._stack(
            self.tr("我的量表"),
            _WIDE,
            headed(self.tr("自己的量表"), said),
            self._own_room,
            14,
            self._form_room,
            28,
            headed(self.tr("随程序带的量表"), shipped),
            self._list_room,
        )

    def _ask(self) -> None:
        tools = self.office.tools
        self.office.desk.do(self, lambda vault: scales.page(vault, tools()), self._show, self._tell)

    def _show(self, page: ScalesPage) -> None:
        first = self._page is None
        self._page = page
        self._show_own(page)
        if first:
            self._show_shipped(page)
            self._go_on(page)

    def _go_on(self, page: ScalesPage) -> None:
        """Open again what was being written."""
        known = {scales.NEW, *(one.key for one in page.own)}
        for key, raw in page.begun.items():
            if key in known:
                self._open(key, words_from(raw))
                return

    def _show_own(self, page: ScalesPage) -> None:
        """Show the scales made here, each to be changed and printed."""
        holder, new = QWidget(), Button(self.tr("新建量表"), "quiet", icon="plus")
        new.clicked.connect(lambda: self._open(scales.NEW, ScaleWords()))
        lines = column(spacing=8)
        for one in page.own:
            lines.addWidget(self._own_card(one))
        lines.addLayout(row(new, None))
        holder.setLayout(lines)
        put(self._own_room, holder)
        self.begin_at(new)

    def _own_card(self, scale: Scale) -> Card:
        """Return one scale made here."""
        card = Card(margins=(16, 12, 16, 12), spacing=8)
        about = self.tr("%n 题", "", len(scale.items))
        edition = self.tr("第 {0} 版").format(scale.edition)
        change = Button(self.tr("修改"), "link")
        change.setAccessibleName(self.tr("修改：{0}").format(scale.name))
        change.clicked.connect(lambda: self._open(scale.key, words_of(scale)))
        head = row(
            Label(scale.name, "strong", wrap=True),
            Label(about, "meta"),
            Label(edition, "meta"),
            change,
            spacing=10,
        )
        head.setStretch(0, 1)
        card.body.addLayout(head)
        self._offer_paper(card, [scale])
        return card

    def _show_shipped(self, page: ScalesPage) -> None:
        """Show the scales that are shipped, each with source, licence and its empty form."""
        clear(self._list_room)
        mine = window_language()
        for one in sorted(page.shipped, key=lambda one: one.order):
            if one.language != mine:
                continue
            card = Card(margins=(16, 12, 16, 12), spacing=6)
            card.body.addWidget(Label(one.title, "strong", wrap=True))
            for said in (one.source, one.licence, reliable_words(one)):
                card.body.addWidget(Label(said, "meta", wrap=True))
            self._offer_paper(card, in_every_language(one, page.shipped))
            self._list_room.addWidget(card)

    def _offer_paper(self, card: Card, found: list[Scale]) -> None:
        """Put a link that offers the empty form in its place."""
        paper = Button(self.tr("印空白的量表"), "link")
        paper.setAccessibleName(self.tr("印空白的量表：{0}").format(found[0].name))
        room = column()
        card.body.addLayout(row(paper, None))
        card.body.addLayout(room)

        def offer() -> None:
            paper.hide()
            made = EmptyScaleCard(self.office, found)
            room.addWidget(made)
            made.large.setFocus()

        paper.clicked.connect(offer)

    def _open(self, key: str, words: ScaleWords) -> None:
        """Show a scale to write on; what was typed in the one before is kept."""
        form = ScaleForm(key, words)
        self._write_on(form, partial(self._give_up, key))
        bring_into_sight(form)

    def _keep(self) -> None:
        """Save what is written as one edition, or say what is missing."""
        form = self.form
        if form is None:
            return
        words, key, tools = form.written(), form.key, self.office.tools
        if missing := OWN_SCALE.lacks(words):
            form.mark(missing)
            return
        language = window_language()
        self._store(form, lambda vault: scales.keep(vault, tools(), key, words, language))

    def _mark(self, form: ScaleForm, refusal: Refusal) -> bool:
        """Say at its place what a scale lacks."""
        if not isinstance(refusal, ScaleIncomplete):
            return False
        form.mark(refusal.missing)
        return True

    def _said(self, edition: Scale) -> str:
        return self.tr("存好了：{0}，第 {1} 版").format(edition.name, edition.edition)

    def _give_up(self, key: str) -> None:
        """Use a scale no more; it can be taken back."""
        tools = self.office.tools
        self._retire(
            lambda vault: scales.retire(vault, tools(), key, retired=True),
            lambda vault: scales.retire(vault, tools(), key, retired=False),
            self.tr("不再使用；以前答的都留着。"),
        )
