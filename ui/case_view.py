"""What the page of a case shows, fetched in one go on the vault's thread."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from app.services import cases, consents, note_templates
from ui.note_template_menu import template_titles

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime

    from app.domain.client import Place, Profile
    from app.domain.ids import CaseId
    from app.ports import OpenVault
    from app.services.cases import CasePage
    from app.services.consents import ConsentOffer
    from app.services.tools import Tools


@dataclass(frozen=True)
class CaseView:
    """A case page with what the screen needs besides: the practice's place, titles, the time."""

    page: CasePage = field(repr=False)
    practice: Place = field(repr=False)
    consent_titles: Mapping[str, str]
    consent_offers: tuple[ConsentOffer, ...]
    note_titles: Mapping[str, str]
    now: datetime = field(compare=False)


def view_case(vault: OpenVault, tools: Tools, case_id: CaseId) -> CaseView:
    """Return everything that the page of a case shows; it runs on the vault's thread."""
    page = cases.case_page(vault, tools.clock, case_id)
    return CaseView(
        page,
        vault.settings.practice().place,
        {key: one.title for key, one in tools.consent_templates.items()},
        consents.offers(tools, page.case.mode),
        template_titles(note_templates.every(vault, tools)),
        tools.clock.now(),
    )


def own_place(profile: Profile, practice: Place) -> Place:
    """Return where the counselor is for this client: as the case says, else as the practice."""
    mine = profile.counselor_place
    return mine if mine.city or mine.time_zone else practice
