"""The form of one catalogue that she words for herself, section by section."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt

from app.domain.catalogue import OWN, CatalogueSection, Written, settled
from ui.catalogue_section import section_part
from ui.catalogue_words import catalogue_name
from ui.own_page import OwnForm
from ui.practice_words import practice_rule_words
from ui.tab_order import as_laid_out, first_stop
from ui.widgets.button import Button
from ui.widgets.card import bring_into_sight, column, row, rule
from ui.widgets.label import Label

if TYPE_CHECKING:
    from collections.abc import Sequence

    from app.services.catalogues import CatalogueOffer
    from ui.catalogue_section import SectionPart
    from ui.widgets.field import Field
    from ui.widgets.textbox import TextBox

_TOLD: Final = 5


class CatalogueForm(OwnForm):
    """`offer` is what is worded; `sections` are its words as they were typed or are in use."""

    def __init__(self, offer: CatalogueOffer, sections: Sequence[CatalogueSection]) -> None:
        super().__init__()
        self.offer = offer
        shipped = offer.shipped
        self.head = Label(catalogue_name(shipped), "heading", wrap=True)
        self.body.addWidget(self.head)
        said = self.tr(
            "标着「必须有」的可以换一种说法，不能去掉，也不能空着。其余的可以加、改、去掉。"
        )
        self.body.addWidget(Label(said, "soft", wrap=True))
        self._say_editions()
        self.parts: dict[str, SectionPart] = {}
        self._room = column(spacing=22)
        self.body.addLayout(self._room)
        if shipped.grows:
            add = Button(self.tr("添加一节"), "quiet", icon="plus", sz="s")
            add.clicked.connect(self._add_new)
            self.body.addLayout(row(add, None))
        self._end_with(self.tr("存成新的一版"), self.tr("换回随程序带的"), new=not offer.own)
        mine = {one.key: one for one in sections}
        for one in shipped.sections:
            self._add(one, mine.pop(one.key, one))
        for one in mine.values():
            self._add(CatalogueSection(one.key, headed=True), one)
        first = first_stop(next(iter(self.parts.values())))
        if first is not None:
            self.begin_at(first)

    def written(self) -> tuple[CatalogueSection, ...]:
        """Return the sections as they stand, byte for byte."""
        return tuple(one.written() for one in self.parts.values())

    def mark(self) -> bool:
        """Say at each place what is gone that has to stay; return whether anything is."""
        written = Written(self.offer.shipped, settled(self.written()))
        said = practice_rule_words(f"catalogue.{self.offer.shipped.kind.value}")
        for one in self.offer.shipped.sections:
            for key in ("", *(line.key for line in one.lines)):
                self._say(one.key, key, "")
        found = [self._say(section, key, said) for section, key in written.lost()]
        for part in [one for one in found if one is not None][:1]:
            part.setFocus(Qt.FocusReason.OtherFocusReason)
            bring_into_sight(part)
        return bool(found)

    def _say(self, section: str, key: str, words: str) -> Field | TextBox | None:
        return self.parts[section].mark(key, words)

    def _say_editions(self) -> None:
        """Say which editions she saved, and whether the program brings a newer one."""
        offer = self.offer
        if offer.newer:
            said = self.tr(
                "程序带来了新的一版（{0}），您用的还是自己的。要用新的，点「换回随程序带的」；"
                "要接着用自己的，看一遍再存一次。"
            ).format(offer.shipped.edition)
            self.body.addWidget(Label(said, "soft", wrap=True, tint="accent"))
        if offer.editions:
            told = "\n".join(one.said for one in reversed(offer.editions[-_TOLD:]))
            said = self.tr("存过的版本：") + "\n" + told
            self.body.addWidget(Label(said, "meta", wrap=True))

    def _add(self, shipped: CatalogueSection, used: CatalogueSection) -> SectionPart:
        part = section_part(shipped, used, self.offer.shipped.kind)
        part.changed.connect(self._touched)
        if self.parts:
            self._room.addWidget(rule())
        self.parts[shipped.key] = part
        self._room.addWidget(part)
        return part

    def _add_new(self) -> None:
        """Add a section under a key that none had here."""
        number = 1
        while f"{OWN}{number}" in self.parts:
            number += 1
        made = CatalogueSection(f"{OWN}{number}", headed=True)
        part = self._add(made, made)
        as_laid_out(self)
        if part.heading is not None:
            part.heading.setFocus(Qt.FocusReason.OtherFocusReason)
        bring_into_sight(part)
        self._touched()
