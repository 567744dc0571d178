"""The lists and texts that she words for herself, laid over those of the program."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Final

from app.domain import catalogue_kinds as kinds
from app.domain.audit import AuditKind
from app.domain.catalogue import (
    CATALOGUE,
    Catalogue,
    CatalogueEdition,
    Kind,
    Written,
    laid,
    settled,
)
from app.domain.errors import CatalogueIncomplete
from app.domain.local_time import local

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping
    from typing import TypeVar

    from app.domain.catalogue import CatalogueSection
    from app.ports import OpenVault
    from app.services.tools import Tools

    T = TypeVar("T")

_ORDER: Final = (Kind.SHEET, Kind.INTAKE, Kind.SCHEME, Kind.PAPER, Kind.CRISIS, Kind.SCOPE)


@dataclass(frozen=True)
class CatalogueOffer:
    """A catalogue as the program brings it, as it is used now, and her editions of it.

    `newer` says that the program brings another edition than the one hers was made from.
    """

    shipped: Catalogue
    used: Catalogue
    editions: tuple[CatalogueEdition, ...] = field(default=(), repr=False)
    newer: bool = False

    @property
    def own(self) -> bool:
        """Whether her words are used."""
        return self.used is not self.shipped


@dataclass(frozen=True)
class CataloguesPage:
    """What the page of the catalogues shows; `begun` is what is typed and not kept, by key."""

    offers: tuple[CatalogueOffer, ...]
    begun: Mapping[str, tuple[CatalogueSection, ...]] = field(default_factory=dict, repr=False)


def page(vault: OpenVault, tools: Tools) -> CataloguesPage:
    """Return what the page shows: every catalogue in every language."""
    editions = vault.settings.catalogues()
    offers = [_offer(vault, one, editions) for one in every(tools)]
    offers.sort(key=lambda one: _ORDER.index(one.shipped.kind))
    begun = {one.key: one.sections for one in vault.settings.catalogues_begun()}
    return CataloguesPage(tuple(offers), begun)


def every(tools: Tools) -> list[Catalogue]:
    """Return the catalogues that the program brings."""
    return [
        *map(kinds.of_sheet, tools.sheet_catalogues.values()),
        *map(kinds.of_intake, tools.intake_texts.values()),
        *map(kinds.of_scheme, tools.formulation_schemes),
        *map(kinds.of_paper, tools.practice_papers.values()),
        *map(kinds.of_crisis, tools.crisis_texts.values()),
        *map(kinds.of_scope, tools.scope_words),
    ]


def worded(vault: OpenVault, tools: Tools) -> Tools:
    """Return the tools with her lists and texts in place of those of the program."""
    used = _used(vault.settings.catalogues())
    if not used:
        return tools

    def mine(text: T, read: Callable[[T], Catalogue], back: Callable[[T, Catalogue], T]) -> T:
        shipped = read(text)
        edition = used.get(shipped.key)
        return text if edition is None else back(text, laid(shipped, edition))

    sheets, intake = tools.sheet_catalogues, tools.intake_texts
    papers, crisis = tools.practice_papers, tools.crisis_texts
    return replace(
        tools,
        sheet_catalogues={
            key: mine(one, kinds.of_sheet, kinds.sheet_from) for key, one in sheets.items()
        },
        intake_texts={
            key: mine(one, kinds.of_intake, kinds.intake_from) for key, one in intake.items()
        },
        practice_papers={
            key: mine(one, kinds.of_paper, kinds.paper_from) for key, one in papers.items()
        },
        crisis_texts={
            key: mine(one, kinds.of_crisis, kinds.crisis_from) for key, one in crisis.items()
        },
        formulation_schemes=tuple(
            mine(one, kinds.of_scheme, kinds.scheme_from) for one in tools.formulation_schemes
        ),
        scope_words=tuple(mine(one, kinds.of_scope, kinds.scope_from) for one in tools.scope_words),
    )


def keep(
    vault: OpenVault, tools: Tools, shipped: Catalogue, sections: Iterable[CatalogueSection]
) -> CatalogueEdition:
    """Store what she wrote of a catalogue as its next edition, and return it.

    What says the same as her last edition, made from what the program brings now, makes no other.
    Raises `CatalogueIncomplete` where something is gone that the guidance asks for.
    """
    whole = settled(sections)
    if missing := CATALOGUE.lacks(Written(shipped, whole)):
        raise CatalogueIncomplete(missing)
    known = vault.settings.catalogues()
    mine = [one for one in known if one.key == shipped.key]
    last = mine[-1] if mine else CatalogueEdition(shipped.key)
    now = tools.clock.now()
    day = local(now, vault.settings.practice().place).date().isoformat()
    made = CatalogueEdition(
        shipped.key, last.number + 1, day, shipped.edition, shipped.language, whole
    )
    same = replace(last, number=made.number, day=day) == made
    with vault.transaction():
        vault.settings.keep_catalogue_begun(CatalogueEdition(shipped.key))
        _keep_problems(vault, shipped, laid(shipped, made))
        if same:
            return last
        vault.settings.change_catalogues([*known, made])
        vault.audit.record(AuditKind.CATALOGUE_CHANGED, now)
    return made


def put_back(vault: OpenVault, tools: Tools, shipped: Catalogue, *, retired: bool = True) -> None:
    """Use the words of the program again, or hers; her editions stay."""
    known = list(vault.settings.catalogues())
    with vault.transaction():
        for at, one in enumerate(known):
            if one.key == shipped.key:
                known[at] = replace(one, retired=retired)
                used = shipped if retired else laid(shipped, one)
                _keep_problems(vault, shipped, used)
        vault.settings.keep_catalogue_begun(CatalogueEdition(shipped.key))
        vault.settings.change_catalogues(known)
        vault.audit.record(AuditKind.CATALOGUE_CHANGED, tools.clock.now())


def keep_begun(
    vault: OpenVault, shipped: Catalogue, sections: tuple[CatalogueSection, ...]
) -> None:
    """Keep what is typed of a catalogue, byte for byte."""
    vault.settings.keep_catalogue_begun(CatalogueEdition(shipped.key, sections=sections))


def _used(editions: Iterable[CatalogueEdition]) -> dict[str, CatalogueEdition]:
    """Return the last edition of each catalogue that is in use, by key."""
    last = {one.key: one for one in editions}
    return {key: one for key, one in last.items() if not one.retired}


def _offer(
    vault: OpenVault, shipped: Catalogue, editions: tuple[CatalogueEdition, ...]
) -> CatalogueOffer:
    mine = tuple(one for one in editions if one.key == shipped.key)
    edition = _used(mine).get(shipped.key)
    used = shipped if edition is None else laid(shipped, edition)
    kinds_of_hers = vault.settings.problem_kinds()
    if shipped.kind is Kind.SHEET and kinds_of_hers:
        used = kinds.with_problems(used, kinds_of_hers)
    return CatalogueOffer(
        shipped, used, mine, newer=edition is not None and edition.base != shipped.edition
    )


def _keep_problems(vault: OpenVault, shipped: Catalogue, used: Catalogue) -> None:
    """Let the kinds of problem on the sheet be those of the catalogue: they have a list too."""
    if shipped.kind is Kind.SHEET:
        mine, ours = used.section("problems").texts, shipped.section("problems").texts
        vault.settings.change_problem_kinds(() if mine == ours else mine)
