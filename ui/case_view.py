"""What the page of a case shows, fetched in one go on the vault's thread."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import partial
from typing import TYPE_CHECKING

from app.domain.case import CaseState
from app.domain.ending import closed_on
from app.domain.local_time import counselor_place, wall
from app.domain.practice import Practice
from app.domain.risk_course import DUTY
from app.services import (
    agenda,
    case_events,
    cases,
    consent_renewals,
    consent_texts,
    courses,
    dropouts,
    endings_due,
    gate,
    intakes,
    note_templates,
    risks,
    tech_sheets,
    unfinished,
)
from app.services import practice as practices
from app.services.beside import readable
from app.services.case_events import CaseEvents
from ui.note_template_menu import template_titles, window_language

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date, datetime

    from app.domain.appointment import Appointment
    from app.domain.case import Case
    from app.domain.client import Place
    from app.domain.course import Course
    from app.domain.gate import GateFacts
    from app.domain.ids import CaseId, ConsentId
    from app.domain.intake_rules import IntakeFacts
    from app.domain.risk_course import RiskStanding
    from app.domain.rule import Rule
    from app.domain.tech_sheet import TechFacts
    from app.ports import OpenVault
    from app.services.cases import CasePage
    from app.services.consent_texts import ConsentOffer
    from app.services.tools import Tools
    from app.services.unfinished import Unfinished


@dataclass(frozen=True)
class CaseView:
    """A case page with what the screen needs besides: the practice's place, titles, the time.

    `behind` says that the disk takes nothing now: that the case was read is not yet in the trail.
    `course` is how far the work has come; None where damage hides it.
    `events` is what its timeline shows beside its notes.
    `unfinished` is what is begun in its file and not entered.
    `intake` is what of its intake is still to be done.
    `tech` is what of its technical sheet is still to be done (051).
    `risk` is how much danger there is, None where damage hides it; `duties` what that asks for.
    `gone` are the rules by which its client is missed (072), `late` those of a referral or a
    follow-up that wait (126); `closed` is when a closed case was closed.
    `missing` is what its notes cannot be signed without, `renewal` why consent is due again (159).
    """

    page: CasePage = field(repr=False)
    practice: Place = field(repr=False)
    consent_titles: Mapping[str, str]
    consent_offers: tuple[ConsentOffer, ...]
    note_titles: Mapping[str, str]
    now: datetime = field(compare=False)
    next: Appointment | None = None
    behind: bool = field(default=False, compare=False)
    course: Course | None = None
    missing: tuple[Rule[GateFacts], ...] = ()
    underway: ConsentId | None = None
    renewal: tuple[str, ...] = ()
    events: CaseEvents = field(default_factory=CaseEvents, repr=False)
    unfinished: tuple[Unfinished, ...] = ()
    intake: tuple[Rule[IntakeFacts], ...] = ()
    tech: tuple[Rule[TechFacts], ...] = ()
    risk: RiskStanding | None = field(default=None, compare=False)
    duties: tuple[Rule[RiskStanding], ...] = ()
    gone: tuple[str, ...] = ()
    late: tuple[str, ...] = ()
    closed: date | None = None

    @property
    def here(self) -> Place:
        """Where the counselor is for this case: by that clock its times are said."""
        return counselor_place(self.page.client.profile, self.practice)


def view_case(
    vault: OpenVault, tools: Tools, case_id: CaseId, most: int | None = None
) -> CaseView | None:
    """Return everything that the page of a case shows, or None where it was removed meanwhile.

    The words of the latest `most` notes are read, or of all of them.

    It runs on the vault's thread.
    """
    try:
        vault.cases.get(case_id)
    except KeyError:
        return None
    page = cases.case_page(vault, tools.clock, case_id, most)
    now = tools.clock.now()
    texts = readable(lambda: consent_texts.every(vault, tools), tools.consent_templates)
    return CaseView(
        page,
        readable(vault.settings.practice, Practice()).place,
        {key: one.title for key, one in texts.items()},
        consent_texts.offers(texts, page.case.mode, language=window_language()),
        template_titles(
            readable(lambda: note_templates.every(vault, tools), tools.note_templates),
            note_templates.fitting(page.case.mode, len(page.sessions) + 1),
        ),
        now,
        readable(lambda: agenda.next_of_case(vault, tools.clock, case_id), None),
        vault.audit.behind(),
        readable(partial(courses.course_now, vault, page.case), None),
        *_missing(vault, tools, page),
        readable(lambda: _renewal(vault, tools, page), ()),
        case_events.case_events(vault, case_id, now, page.consents, page.sessions),
        readable(lambda: unfinished.of_case(vault, case_id), ()),
        intakes.waiting(page.case, page.client.profile, page.entries, now.date()),
        readable(lambda: _tech(vault, page), ()),
        *_danger(vault, tools, page),
        readable(lambda: _gone(vault, tools, page.case), ()),
        readable(lambda: endings_due.late(page.entries, _today(vault, tools)), ()),
        readable(lambda: closed_on(page.case, page.entries), None),
    )


def _today(vault: OpenVault, tools: Tools) -> date:
    """Return the day of the practice's calendar."""
    return wall(tools.clock.now(), practices.zone(vault)).date()


def _gone(vault: OpenVault, tools: Tools, case: Case) -> tuple[str, ...]:
    """Return the rules by which the client of an open case is missed."""
    found = dropouts.of_case(vault, tools.clock, case)
    return () if found is None else tuple(one.name for one in found.rules)


def _danger(
    vault: OpenVault, tools: Tools, page: CasePage
) -> tuple[RiskStanding | None, tuple[Rule[RiskStanding], ...]]:
    """Return how much danger there is in a case, and what that asks for while it is open."""
    found = risks.of_case(vault, tools.clock, page.case.id, page.entries)
    if found is None or page.case.state is CaseState.CLOSED:
        return found, ()
    return found, DUTY.broken(found)


def _renewal(vault: OpenVault, tools: Tools, page: CasePage) -> tuple[str, ...]:
    """Return why the consent to the service is due again; nothing while a new one is on its way."""
    if page.case.state is CaseState.CLOSED:
        return ()
    found = consent_renewals.renewal(vault, tools, page.case, page.consents)
    return () if found is None else found.reasons


def _tech(vault: OpenVault, page: CasePage) -> tuple[Rule[TechFacts], ...]:
    """Return what of the technical sheet is still to be done."""
    return tech_sheets.waiting(page.case, vault.sessions.last_number(page.case.id), page.entries)


def _missing(
    vault: OpenVault, tools: Tools, page: CasePage
) -> tuple[tuple[Rule[GateFacts], ...], ConsentId | None]:
    """Return what the case lacks before notes can be signed, and the consent that is under way.

    Where damage hides something, nothing is said to be missing.
    """
    case = page.case
    if case.state is CaseState.CLOSED:
        return (), None
    nothing: tuple[Rule[GateFacts], ...] = ()
    lacks = readable(lambda: gate.ahead(vault, tools.clock, case.id), nothing)
    return lacks, readable(lambda: gate.underway(vault, case.id, case.mode), None)
