"""The page 清单与用语: the lists and texts of the program, each of which she can word herself."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtWidgets import QWidget

from app.domain.catalogue import CatalogueEdition
from app.domain.errors import CatalogueIncomplete
from app.services import catalogues
from app.services.changes import Noun
from ui.catalogue_form import CatalogueForm
from ui.catalogue_words import catalogue_about, catalogue_name
from ui.edition_page import EditionPage
from ui.note_template_menu import window_language
from ui.own_page import headed
from ui.page import PageKey
from ui.widgets.button import Button
from ui.widgets.card import Card, bring_into_sight, column, put, row
from ui.widgets.chip import Choices, StateChip
from ui.widgets.label import Label

if TYPE_CHECKING:
    from collections.abc import Callable

    from app.domain.errors import Refusal
    from app.ports import OpenVault
    from app.services.catalogues import CatalogueOffer, CataloguesPage
    from ui.office import Office

_WIDE: Final = 860


class CataloguesScreen(EditionPage[CatalogueForm, CatalogueEdition]):
    """What is written of a catalogue is kept as typed until it is saved, as one edition."""

    nouns = altered = (Noun.PRACTICE, Noun.NOTES)

    def __init__(self, office: Office, parent: QWidget | None = None) -> None:
        super().__init__(office, parent)
        self._page: CataloguesPage | None = None
        self._list_room = column(spacing=10)
        self.language = Choices([("zh", self.tr("中文")), ("en", "English")], name=self.tr("语言"))
        self.language.choose(window_language())
        self.language.chosen.connect(lambda _: self._show_list())
        said = self.tr(
            "随程序带的清单和用语，都可以改成您自己的说法。每存一次就是新的一版，带着日期；"
            "写好的记录不变，记着自己用的是哪一版。"
        )
        self._stack(
            self.tr("清单与用语"),
            _WIDE,
            headed(self.tr("改成自己的"), said),
            self.language,
            14,
            self._form_room,
            14,
            self._list_room,
        )
        self.begin_at(self.language.chip(window_language()))
        self._ask()

    def keys(self) -> tuple[PageKey, ...]:
        """Return the keys of the page."""
        return (
            PageKey("Alt+↑ Alt+↓", self.tr("移动一行")),
            PageKey("Ctrl+S", self.tr("存成新的一版")),
            PageKey("Esc", self.tr("返回")),
        )

    def _work(self, form: CatalogueForm) -> Callable[[OpenVault], object]:
        shipped, sections = form.offer.shipped, form.written()
        return lambda vault: catalogues.keep_begun(vault, shipped, sections)

    def _ask(self) -> None:
        tools = self.office.tools
        self.office.desk.do(
            self, lambda vault: catalogues.page(vault, tools()), self._show, self._tell
        )

    def _show(self, page: CataloguesPage) -> None:
        first, self._page = self._page is None, page
        self._show_list()
        begun = [one for one in page.offers if one.shipped.key in page.begun]
        if first and begun:
            self.language.choose(begun[0].shipped.language)
            self._show_list()
            self._open(begun[0])

    def _show_list(self) -> None:
        """Show the catalogues of the chosen language."""
        chosen = self.language.keys()
        lines = column(spacing=10)
        for one in self._page.offers if self._page is not None else ():
            if one.shipped.language in chosen:
                lines.addWidget(self._card(one))
        holder = QWidget()
        holder.setLayout(lines)
        put(self._list_room, holder)

    def _card(self, offer: CatalogueOffer) -> Card:
        """Return one catalogue: its name, where it is seen, its edition, and the way to change."""
        name = catalogue_name(offer.shipped)
        card = Card(margins=(16, 12, 16, 12), spacing=4)
        change = Button(self.tr("修改"), "link")
        change.setAccessibleName(self.tr("修改：{0}").format(name))
        change.clicked.connect(partial(self._open, offer))
        head = row(Label(name, "strong", wrap=True), spacing=10)
        head.setStretch(0, 1)
        if offer.newer:
            head.addWidget(StateChip(self.tr("程序有新的一版"), "accent"))
        if offer.own:
            head.addWidget(StateChip(self.tr("自己的"), "plain"))
        head.addWidget(change)
        card.body.addLayout(head)
        card.body.addWidget(Label(catalogue_about(offer.shipped.kind), "soft", wrap=True))
        shipped = self.tr("随程序带的，版本：{0}").format(offer.shipped.edition)
        card.body.addWidget(Label(offer.used.edition if offer.own else shipped, "meta", wrap=True))
        return card

    def _open(self, offer: CatalogueOffer, *_: object) -> None:
        """Show a catalogue to write on; what was typed in the one before is kept."""
        begun = self._page.begun if self._page is not None else {}
        sections = begun.get(offer.shipped.key, offer.used.sections)
        form = CatalogueForm(offer, sections)
        self._write_on(form, partial(self._put_back, offer))
        bring_into_sight(form.head)

    def _keep(self) -> None:
        """Save what is written as one edition, or say what is gone that has to stay."""
        form = self.form
        if form is None or form.mark():
            return
        tools, shipped, sections = self.office.tools, form.offer.shipped, form.written()
        self._store(form, lambda vault: catalogues.keep(vault, tools(), shipped, sections))

    def _mark(self, form: CatalogueForm, refusal: Refusal) -> bool:
        """Say at its place what is gone that has to stay."""
        return isinstance(refusal, CatalogueIncomplete) and form.mark()

    def _said(self, edition: CatalogueEdition) -> str:
        return self.tr("存好了：{0}").format(edition.said)

    def _put_back(self, offer: CatalogueOffer) -> None:
        """Use the words of the program again; it can be taken back."""
        tools, shipped = self.office.tools, offer.shipped
        self._retire(
            lambda vault: catalogues.put_back(vault, tools(), shipped, retired=True),
            lambda vault: catalogues.put_back(vault, tools(), shipped, retired=False),
            self.tr("换回了随程序带的；您的几版都留着。"),
        )
