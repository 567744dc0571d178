"""What the page of a case shows, fetched in one go on the vault's thread."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from app.services import agenda, cases

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime

    from app.domain.appointment import Appointment
    from app.domain.client import Place, Profile
    from app.domain.ids import CaseId
    from app.ports import OpenVault
    from app.services.cases import CasePage
    from app.services.tools import Tools


@dataclass(frozen=True)
class CaseView:
    """A case page with what the screen needs besides: the practice's place, titles, the time."""

    page: CasePage = field(repr=False)
    practice: Place = field(repr=False)
    consent_titles: Mapping[str, str]
    note_titles: Mapping[str, str]
    now: datetime = field(compare=False)
    next: Appointment | None = None


def view_case(vault: OpenVault, tools: Tools, case_id: CaseId) -> CaseView:
    """Return everything that the page of a case shows; it runs on the vault's thread."""
    return CaseView(
        cases.case_page(vault, tools.clock, case_id),
        vault.settings.practice().place,
        {key: one.title for key, one in tools.consent_templates.items()},
        {key: one.title for key, one in tools.note_templates.items()},
        tools.clock.now(),
        agenda.next_of_case(vault, tools.clock, case_id),
    )


def own_place(profile: Profile, practice: Place) -> Place:
    """Return where the counselor is for this client: as the case says, else as the practice."""
    mine = profile.counselor_place
    return mine if mine.city or mine.time_zone else practice
